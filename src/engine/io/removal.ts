// Removing folders whose folders may be read-only.
//
// Modules are unpacked into folders of mode 0555, in which nothing can be removed. As the go command does
// (cmd/go/internal/modfetch, RemoveAll), every folder is first made writable as far as that is possible,
// then everything is removed; what is not there any more counts as removed. Symbolic links are removed, never
// followed.

import { join } from 'node:path';
import { errnoCode } from './errno.js';
import type { FileSystem } from './filesystem.js';

/**
 * Removes `path` and all below it. A missing path is fine. Goes on past what cannot be removed and throws the
 * first node:fs error at the end; `syscall` is `unlinkat` then, which is what Go's os.RemoveAll reports.
 */
export function removeAll(fs: FileSystem, path: string): void {
  const failures: unknown[] = [];
  removeTree(fs, path, failures);
  if (failures.length > 0) throw failures[0];
}

function removeTree(fs: FileSystem, path: string, failures: unknown[]): void {
  const entry = fs.lstatSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return;
  if (entry.isDirectory()) removeFolder(fs, path, failures);
  else attempt(() => fs.unlinkSync(path), failures);
}

function removeFolder(fs: FileSystem, path: string, failures: unknown[]): void {
  // A folder of someone else's may still allow what is asked for: the removal itself decides.
  attempt(() => fs.chmodSync(path, 0o777), []);
  const before = failures.length;
  attempt(() => {
    for (const entry of fs.readdirSync(path, { withFileTypes: true })) {
      const below = join(path, entry.name);
      if (entry.isDirectory()) removeFolder(fs, below, failures);
      else attempt(() => fs.unlinkSync(below), failures);
    }
  }, failures);
  // With something left inside, the failure to remove that says more than "directory not empty".
  if (failures.length === before) attempt(() => fs.rmdirSync(path), failures);
}

function attempt(step: () => void, failures: unknown[]): void {
  try {
    step();
  } catch (error) {
    if (errnoCode(error) === 'ENOENT') return;
    if (errnoCode(error) !== undefined) (error as NodeJS.ErrnoException).syscall = 'unlinkat';
    failures.push(error);
  }
}
