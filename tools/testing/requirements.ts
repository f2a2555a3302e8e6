// What a group of tests needs from the machine, and the reason printed when that is missing.
//
// A group is skipped only through `needs`, so that its printed name says why. Where GOMOD_TESTS_NOSKIP is
// set (CI on a machine that has Go) a missing requirement is a failure instead, but for those that
// GOMOD_TESTS_MAYSKIP names, with commas between them.

import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';

/** A requirement: a command by its name. `go` is a real Go toolchain, never this project's own command. */
export type Requirement = 'go' | 'git' | 'gcc' | 'flock' | 'root' | 'unshare' | 'chromium';

/** Whether the requirements are met. */
export interface Need {
  readonly skip: boolean;
  /** `text`, followed by the reason when the group is skipped. */
  title(text: string): string;
}

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(executable);
}

/** Absolute path of a real go command: the one in GOROOT, else the first on PATH that is not a script of ours. */
export function goBinary(): string | undefined {
  const candidates = [
    ...(process.env.GOROOT ? [join(process.env.GOROOT, 'bin', 'go')] : []),
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'go')),
  ];
  return candidates.find((path) => {
    if (!executable(path)) return false;
    const real = realpathSync(path);
    return basename(real) === 'go' && readFileSync(real).subarray(0, 2).toString('latin1') !== '#!';
  });
}

function missing(name: Requirement): string | undefined {
  if (name === 'go') return goBinary() === undefined ? 'no go command here' : undefined;
  if (name === 'root') return process.getuid?.() === 0 ? undefined : 'not root';
  return onPath(name) === undefined ? `no ${name} here` : undefined;
}

/** See the head of this file. */
export function needs(...names: Requirement[]): Need {
  const lacking = names.filter((name) => missing(name) !== undefined);
  const reasons = lacking.map((name) => missing(name));
  const maySkip = process.env.GOMOD_TESTS_MAYSKIP?.split(',') ?? [];
  if (process.env.GOMOD_TESTS_NOSKIP && lacking.some((name) => !maySkip.includes(name))) {
    throw new Error(reasons.join(', '));
  }
  const skip = reasons.length > 0;
  return { skip, title: (text) => (skip ? `${text} (skipped: ${reasons.join(', ')})` : text) };
}
