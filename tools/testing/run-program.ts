// The command in this process, and the go command beside it, with the same environment.

import { spawnSync } from 'node:child_process';
import type { Face } from '../../src/commands/command.js';
import { runProgram } from '../../src/commands/main.js';
import { encodeText } from '../../src/core/text.js';
import { goBinary } from './requirements.js';

/** What a run left behind; a character a byte. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and with what a command runs. */
export interface Surroundings {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  /** For runs that may be remembered; see Program. */
  readonly build?: string;
}

/** Runs ours, as `go` unless said otherwise. */
export async function runOurs(
  { cwd, environment, build }: Surroundings,
  words: readonly string[],
  face: Face = 'go',
): Promise<Outcome> {
  const out: Uint8Array[] = [];
  const err: Uint8Array[] = [];
  const status = await runProgram({
    words,
    face,
    environment,
    ...(build === undefined ? {} : { build }),
    cwd,
    chdir: (folder) => {
      process.chdir(cwd);
      process.chdir(folder);
      return process.cwd();
    },
    streams: {
      out: (text) => out.push(typeof text === 'string' ? encodeText(text) : text),
      err: (text) => err.push(encodeText(text)),
      flush: () => 0,
    },
    signal: () => new AbortController().signal,
  });
  return {
    status,
    stdout: Buffer.concat(out).toString('latin1'),
    stderr: Buffer.concat(err).toString('latin1'),
  };
}

/** Runs the real go command. */
export function runGo({ cwd, environment }: Surroundings, words: readonly string[]): Outcome {
  const options = { cwd, env: environment, encoding: 'buffer', maxBuffer: 1 << 30 } as const;
  const done = spawnSync(goBinary() ?? 'go', words, options);
  if (done.error) throw done.error;
  return {
    status: done.status ?? -1,
    stdout: done.stdout.toString('latin1'),
    stderr: done.stderr.toString('latin1'),
  };
}
