// Handing over to a Go toolchain what needs one.
//
// The toolchain is `$GOROOT/bin/go`: GOROOT is found without running anything (engine/env), and its command is
// called by its path, because we may ourselves be the `go` that PATH finds. It gets our environment, folder and
// streams; its exit status is the answer.

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../env/index.js';
import { FatalError } from '../error.js';
import type { FileSystem } from '../io/index.js';

/** What handing over needs. */
export interface HandOver {
  readonly env: Environment;
  readonly fs: FileSystem;
  /** Absolute path of the folder to run in. */
  readonly cwd: string;
  readonly signal: AbortSignal;
}

/** Absolute path of the toolchain's command. Throws a FatalError that says how to get one. */
export function toolchainCommand({ env, fs }: Pick<HandOver, 'env' | 'fs'>, what: string): string {
  const goroot = env.get('GOROOT');
  const command = join(goroot, 'bin', process.platform === 'win32' ? 'go.exe' : 'go');
  if (goroot !== '' && fs.existsSync(command) && !isOurselves(fs, command)) return command;
  throw new FatalError('unsupported', `${what} needs a Go toolchain, and none was found`, {
    hint: 'install Go (https://go.dev/dl/), or set GOROOT to where it is',
  });
}

/** Whether the command is a link to the program that runs: it would hand over to itself without end. */
function isOurselves(fs: FileSystem, command: string): boolean {
  const [, self] = process.argv;
  try {
    return self !== undefined && fs.realpathSync(command) === fs.realpathSync(self);
  } catch {
    return false;
  }
}

/** Runs the toolchain's `go` with `words`. Resolves with its exit status; 128 and more stand for signals. */
export function handOver(host: HandOver, words: readonly string[]): Promise<number> {
  const command = toolchainCommand(host, `'go ${words[0]}'`);
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: host.cwd, stdio: 'inherit' });
    const stop = () => child.kill('SIGINT');
    host.signal.addEventListener('abort', stop, { once: true });
    child.on('error', reject);
    child.on('close', (status, signal) => {
      host.signal.removeEventListener('abort', stop);
      resolve(status ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
