// A folder made anew at one stroke: another process may be making, or using, the same.

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Replaces what is in `path` by these files, by their names. */
export function replaceFolder(path: string, files: Iterable<readonly [name: string, text: string]>): void {
  const fresh = `${path}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(fresh, name), text);
  rmSync(path, { recursive: true, force: true });
  try {
    renameSync(fresh, path);
  } catch {
    // Someone else was first, with the same files.
    rmSync(fresh, { recursive: true });
  }
}
