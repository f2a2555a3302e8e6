// What is asked of a memory of runs: everything that tells a run from others, but for what it looks at.

import { fstatSync } from 'node:fs';
import type { Face } from './command.js';

/** A run. */
export interface Asked {
  /** What tells this build of the program from others. */
  readonly build: string;
  readonly face: Face;
  /** Absolute path of the folder it works in. */
  readonly cwd: string;
  /** The words after the program's name. */
  readonly words: readonly string[];
}

/** The question that a run is. */
export function questionOf({ build, face, cwd, words }: Asked): string {
  return JSON.stringify([build, machine(), face, terminal(), cwd, ...words]);
}

/** What tells apart machines that share a cache, users with different rights, and the modes that they give to files. */
function machine(): unknown[] {
  const { version, platform, arch } = process;
  const user = [process.geteuid?.(), process.getegid?.(), process.getgroups?.()];
  return [version, platform, arch, ...user, process.umask()];
}

/** The terminal that stderr is, by its device number; 0 when it is none. What progress prints depends on it. */
function terminal(): number {
  try {
    const stderr = fstatSync(2);
    return stderr.isCharacterDevice() ? stderr.rdev : 0;
  } catch {
    return 0;
  }
}
