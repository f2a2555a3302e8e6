// Removing folders whose folders may be read-only.
//
// Modules are unpacked into folders of mode 0555, in which nothing can be removed. As the go command does
// (cmd/go/internal/modfetch, RemoveAll), every folder is first made writable as far as that is possible,
// then everything is removed; what is not there any more counts as removed. Symbolic links are removed, never
// followed.

import type { Dirent } from 'node:fs';
import { dirname, join } from 'node:path';
import { errnoCode } from './errno.js';
import type { FileSystem } from './filesystem.js';

/**
 * Removes `path` and all below it. A missing path is fine. Goes on past what cannot be removed and throws the
 * first node:fs error at the end; its `syscall` is that of Go's os.RemoveAll.
 */
export function removeAll(fs: FileSystem, path: string): void {
  for (const _ of removeSteps(fs, path)) {
    // Without a pause.
  }
}

/** As `removeAll`, but yields after each folder, so that the caller can let others have a turn, or stop. */
export function* removeSteps(fs: FileSystem, path: string): Generator<void, void> {
  const failures: unknown[] = [];
  const entry = lookAt(fs, path);
  if (entry?.isDirectory()) {
    refuseReadOnly(fs, path);
    yield* removeFolder(fs, path, failures);
  } else if (entry !== undefined) attempt('unlinkat', () => fs.unlinkSync(path), failures);
  if (failures.length > 0) throw failures[0];
}

/** Throws what Go says of a path that cannot be looked at: it opens the folder above, and unlinks from there. */
function lookAt(fs: FileSystem, path: string) {
  try {
    return fs.lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    fs.closeSync(fs.openSync(dirname(path), 'r'));
    throw Object.assign(error as NodeJS.ErrnoException, { syscall: 'unlinkat' });
  }
}

/** Go tries to unlink a folder before it looks inside, and gives up at once where nothing can be written at all. */
function refuseReadOnly(fs: FileSystem, folder: string): void {
  const failures: unknown[] = [];
  attempt('unlinkat', () => fs.unlinkSync(folder), failures);
  const readOnly = failures.find((error) => errnoCode(error) === 'EROFS');
  if (readOnly !== undefined) throw readOnly;
}

function* removeFolder(fs: FileSystem, path: string, failures: unknown[]): Generator<void, void> {
  // A folder of someone else's may still allow what is asked for: the removal itself decides.
  attempt('chmod', () => fs.chmodSync(path, 0o777), []);
  const before = failures.length;
  for (const entry of readFolder(fs, path, failures)) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) yield* removeFolder(fs, below, failures);
    else attempt('unlinkat', () => fs.unlinkSync(below), failures);
  }
  // With something left inside, the failure to remove that says more than "directory not empty".
  if (failures.length === before) attempt('unlinkat', () => fs.rmdirSync(path), failures);
  yield;
}

function readFolder(fs: FileSystem, path: string, failures: unknown[]): Dirent[] {
  let entries: Dirent[] = [];
  attempt(
    'openfdat',
    () => {
      entries = fs.readdirSync(path, { withFileTypes: true });
    },
    failures,
  );
  return entries;
}

function attempt(syscall: string, step: () => void, failures: unknown[]): void {
  try {
    step();
  } catch (error) {
    if (errnoCode(error) === 'ENOENT') return;
    if (errnoCode(error) !== undefined) (error as NodeJS.ErrnoException).syscall = syscall;
    failures.push(error);
  }
}
