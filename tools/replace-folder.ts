// A folder made anew at one stroke: another process may be making, or using, the same.

import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { writeFiles } from './write-files.js';

/** Replaces what is in `path` by these files, by their names, which may have folders in them. */
export function replaceFolder(
  path: string,
  files: Iterable<readonly [name: string, content: string | Uint8Array]>,
): void {
  const fresh = `${path}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  writeFiles(fresh, files);
  rmSync(path, { recursive: true, force: true });
  try {
    renameSync(fresh, path);
  } catch {
    // Someone else was first, with the same files.
    rmSync(fresh, { recursive: true });
  }
}
