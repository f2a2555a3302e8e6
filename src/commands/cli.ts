// The process around a run: the face by our own name, the streams, signals, and the exit status.
//
// SIGINT and SIGTERM abort the run; when everything has come to rest the same signal ends the process, so
// that whoever started us sees what he sees of go. A second signal ends it at once, and so does a run that
// does not come to rest.

import { statSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { messageOf } from '../engine/error.js';
import { errnoText } from '../engine/io/errno.js';
import type { Face } from './command.js';
import { optimizeLater } from './compiler.js';
import { type Program, runProgram } from './main.js';
import { processStreams } from './streams.js';

/** How long an aborted run may take to come to rest, in milliseconds. */
const REST_WITHIN = 3000;

/** The face that goes with the name of a program file. */
export function faceOf(file: string): Face {
  return /^go(?:\.(?:exe|cmd|c?js))?$/i.test(basename(file)) ? 'go' : 'gomod';
}

/**
 * The folder we are in, by the name that PWD has for it if that is the same folder (Go's os.Getwd). Throws an error in Go's
 * words.
 */
function workingFolder(environment: NodeJS.ProcessEnv): string {
  const { PWD } = environment;
  if (PWD?.startsWith('/')) {
    const real = attempt('stat .', () => statSync('.'));
    const named = lookAt(PWD);
    if (named?.dev === real.dev && named.ino === real.ino) return PWD;
  }
  return attempt('getwd', () => process.cwd());
}

function lookAt(folder: string) {
  try {
    return statSync(folder, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** What `call` answers; where it fails, Go's words for that. */
function attempt<T>(words: string, call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw new Error(
      `${words}: ${errnoText((error as NodeJS.ErrnoException).code ?? '') ?? messageOf(error)}`,
    );
  }
}

/** The folder we are in, or why it cannot be told. */
function whereWeAre(environment: NodeJS.ProcessEnv): Pick<Program, 'cwd' | 'cwdProblem'> {
  try {
    return { cwd: workingFolder(environment) };
  } catch (error) {
    return { cwd: '', cwdProblem: messageOf(error) };
  }
}

/** Ends the process by a signal that nobody handles any more. */
function endBySignal(signal: NodeJS.Signals): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

/** A run that waits for something that will never come must not look like one that ended well. */
function refuseToEndEarly(received: () => NodeJS.Signals | undefined): void {
  process.once('beforeExit', () => {
    const signal = received();
    if (signal !== undefined) endBySignal(signal);
    else {
      writeSync(2, 'go: internal error: nothing is left to wait for before the end of the run\n');
      process.exit(2);
    }
  });
}

/** Runs the program as this process. `pretend` replaces parts of what the process says about itself. */
export async function runProcess(pretend: Partial<Program> = {}): Promise<void> {
  const controller = new AbortController();
  let received: NodeJS.Signals | undefined;
  const abort = (signal: NodeJS.Signals): void => {
    if (received !== undefined) {
      endBySignal(signal);
      return;
    }
    received = signal;
    controller.abort(new DOMException(`ended by ${signal}`, 'AbortError'));
    setTimeout(endBySignal, REST_WITHIN, signal).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, abort);
  refuseToEndEarly(() => received);
  const status = await runProgram({
    words: process.argv.slice(2),
    face: faceOf(process.argv[1] ?? ''),
    environment: process.env,
    ...whereWeAre(process.env),
    chdir: (folder) => {
      process.chdir(folder);
      return workingFolder(process.env);
    },
    streams: processStreams(),
    signal: controller.signal,
    workBegins: optimizeLater,
    ...pretend,
  });
  if (received !== undefined) endBySignal(received);
  else process.exit(status);
}
