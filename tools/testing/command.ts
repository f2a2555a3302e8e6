// Running a command line in a test: by our program within this process, and by the real go beside it.
//
// Both get an environment of their own, with nothing of this machine in it but PATH: an empty home, GOPROXY=off,
// no checksum database, no toolchain switching.

import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Face } from '../../src/commands/command.js';
import { type Program, runProgram } from '../../src/commands/main.js';
import { quietHome } from './quiet-home.js';
import { goBinary } from './requirements.js';

/** What a command line did. */
export interface Outcome {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how a command line runs. */
export interface Place {
  /** An existing folder. */
  readonly cwd: string;
  /** Added to the environment; undefined takes a variable out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The environment of a test. HOME is `home` below the folder. */
export function testEnvironment(place: Place): Record<string, string> {
  const go = goBinary();
  const all = {
    PATH: [...(go === undefined ? [] : [dirname(go)]), '/usr/bin', '/bin'].join(':'),
    ...(place.env && 'HOME' in place.env ? {} : { HOME: quietHome(join(place.cwd, 'home')) }),
    GOPROXY: 'off',
    GOSUMDB: 'off',
    GOTOOLCHAIN: 'local',
    GOFLAGS: '',
    ...place.env,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Runs our program within this process, which changes its folder for that time. */
export async function runOurs(
  words: readonly string[],
  place: Place,
  face: Face = 'go',
  pretend: Partial<Program> = {},
): Promise<Outcome> {
  const chunks: Buffer[] = [];
  let stderr = '';
  const before = process.cwd();
  process.chdir(place.cwd);
  try {
    const status = await runProgram({
      words,
      face,
      environment: testEnvironment(place),
      cwd: process.cwd(),
      chdir: (folder) => {
        process.chdir(folder);
        return process.cwd();
      },
      streams: {
        out: (text) => {
          chunks.push(Buffer.from(text));
        },
        err: (text) => {
          stderr += text;
        },
        flush: () => 0,
      },
      signal: () => new AbortController().signal,
      ...pretend,
    });
    return { status, stdout: Buffer.concat(chunks).toString(), stderr };
  } finally {
    process.chdir(before);
  }
}

/** Runs the real go. Call it only where `needs('go')` is met. */
export function runGo(words: readonly string[], place: Place): Outcome {
  const go = goBinary();
  if (go === undefined) throw new Error('no go command here');
  const { status, stdout, stderr } = spawnSync(go, words, {
    cwd: realpathSync(place.cwd),
    env: testEnvironment(place),
    encoding: 'utf8',
  });
  return { status: status ?? -1, stdout, stderr };
}
