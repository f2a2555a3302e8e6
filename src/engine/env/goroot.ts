// Finding a Go installation without running it.
//
// An installation is a folder with `pkg/tool` (what cmd/go looks for itself); its release stands in the first
// line of `VERSION`. A `go` on PATH may be a link into it. Our own command under the name `go` is in no such
// folder and therefore passed over, unless somebody has put it there: then that installation is the one.

import { delimiter, dirname, join } from 'node:path';
import { type FileSystem, lookAt } from '../io/filesystem.js';

/** The newest release whose rules this project knows: what we claim to be where no Go is installed. */
export const newestRelease = '1.26.8';

type Reader = Pick<FileSystem, 'readFileSync' | 'realpathSync' | 'statSync'>;

/** The installation that the command file `exe` lies in: in `bin`, or in `bin/GOOS_GOARCH`. */
function installationOf(fs: Reader, exe: string): string | undefined {
  const bin = dirname(exe);
  return [dirname(bin), dirname(dirname(bin))].find((folder) =>
    lookAt(fs, join(folder, 'pkg', 'tool'))?.isDirectory(),
  );
}

/** The installation that the link `exe` leads into. */
function linkedInstallation(fs: Reader, exe: string): string | undefined {
  try {
    return installationOf(fs, fs.realpathSync(exe));
  } catch {
    return undefined;
  }
}

/** The installation that the command file `exe` lies in, or that it is a link into. */
export function installationAround(fs: Reader, exe: string): string | undefined {
  return installationOf(fs, exe) ?? linkedInstallation(fs, exe);
}

/** Absolute path of the first installation that a `go` on `path` (the variable PATH) belongs to. */
export function gorootOnPath(fs: Reader, path: string, executable: string): string | undefined {
  for (const folder of path.split(delimiter)) {
    const exe = join(folder, executable);
    // Where nothing is, looking spares the price of an exception.
    if (folder === '' || lookAt(fs, exe) === undefined) continue;
    const found = installationAround(fs, exe);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first line of VERSION (`go1.26.8`, with whatever a distributor added); undefined when there is none. */
export function installedVersion(fs: Reader, goroot: string): string | undefined {
  try {
    const [line = ''] = fs.readFileSync(join(goroot, 'VERSION'), 'utf8').split('\n', 1);
    return /^go\d/.test(line) ? line.trimEnd() : undefined;
  } catch {
    return undefined;
  }
}

/** `go1.26.8-vendor` or `1.26.8` as a release: `1.26.8`. */
export function releaseOf(version: string): string {
  return version.replace(/^go/, '').replace(/[ \t+-].*$/, '');
}
