// Finding the Go toolchain, without running anything.
//
// It is `$GOROOT/bin/go` where GOROOT is known (the variable, the user's file, or the installation that a `go` on PATH
// lies in: engine/env), else the first `go` on PATH, which may be somebody's script around one. Either may lead back to
// us, as we are called `go` ourselves: by links, or by a script that calls us. Such a one is passed over, or two of us
// would call each other without end.

import { delimiter, isAbsolute, join } from 'node:path';
import type { Environment } from '../env/index.js';
import type { FileSystem } from '../io/index.js';

/** Where to look. */
export interface Surroundings {
  readonly env: Environment;
  readonly fs: FileSystem;
  /** The file that was started as this program; undefined where that is not known. */
  readonly self: string | undefined;
}

/** Scripts that call others are short. In bytes. */
const LONGEST_SCRIPT = 1 << 16;

/** Absolute path of the toolchain's command; undefined when there is none. */
export function findToolchain(surroundings: Surroundings): string | undefined {
  return candidates(surroundings.env).find(
    (command) => isExecutable(surroundings, command) && !isOurselves(surroundings, command),
  );
}

function candidates(env: Environment): readonly string[] {
  const executable = env.host.os === 'windows' ? 'go.exe' : 'go';
  const goroot = env.get('GOROOT');
  const folders = env.get('PATH').split(delimiter);
  return [
    ...(goroot === '' ? [] : [join(goroot, 'bin', executable)]),
    // A relative entry would make the toolchain depend on the folder we are in; go follows none either.
    ...folders.filter((folder) => isAbsolute(folder)).map((folder) => join(folder, executable)),
  ];
}

function isExecutable({ env, fs }: Surroundings, command: string): boolean {
  try {
    const stat = fs.statSync(command, { throwIfNoEntry: false });
    return stat?.isFile() === true && (env.host.os === 'windows' || (stat.mode & 0o111) !== 0);
  } catch {
    return false;
  }
}

/** Whether the command is this program, by whatever links, or a script that calls it or another copy of it. */
function isOurselves({ fs, self }: Surroundings, command: string): boolean {
  try {
    const file = fs.statSync(command);
    const own = self === undefined ? undefined : fs.statSync(self, { throwIfNoEntry: false });
    if (own?.ino === file.ino && own.dev === file.dev) return true;
    return file.size <= LONGEST_SCRIPT && /^#!.*\bgomod\b/s.test(fs.readFileSync(command, 'latin1'));
  } catch {
    return false;
  }
}
