// What the process says of itself before anything else: the name it was called by, and the folder it is in.

import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { messageOf } from '../engine/error.js';
import { errnoText } from '../engine/io/errno.js';
import { lookAt } from '../engine/io/filesystem.js';
import type { Face } from './command.js';

/** What the program file is called under the name `go`. */
const GO_NAMES = new Set(['go', 'go.exe', 'go.cmd', 'go.js', 'go.cjs']);

/** The face that goes with the name of a program file. */
export function faceOf(file: string): Face {
  return GO_NAMES.has(basename(file).toLowerCase()) ? 'go' : 'gomod';
}

/**
 * The folder we are in, by the name that PWD has for it if that is the same folder (Go's os.Getwd). Throws an error in Go's
 * words.
 */
export function workingFolder(environment: NodeJS.ProcessEnv): string {
  const { PWD } = environment;
  if (PWD?.startsWith('/')) {
    const real = attempt('stat .', () => statSync('.'));
    const named = lookAt({ statSync }, PWD);
    if (named?.dev === real.dev && named.ino === real.ino) return PWD;
  }
  return attempt('getwd', () => process.cwd());
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

/** The folder we are in; '' and why where it cannot be told. */
export function whereWeAre(environment: NodeJS.ProcessEnv): { cwd: string; cwdProblem?: string } {
  try {
    return { cwd: workingFolder(environment) };
  } catch (error) {
    return { cwd: '', cwdProblem: messageOf(error) };
  }
}
