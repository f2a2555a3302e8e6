// Removing folders in which processes have run.
//
// A child of theirs may write for a while after they have ended, so that a folder is not empty at the moment when it is to
// go; and a module cache has folders that cannot be written.

import { chmodSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What a removal fails with while somebody writes. */
const BUSY = ['ENOTEMPTY', 'EBUSY', 'EPERM', 'EACCES'];

/** For how long we try, and how long we wait between, in milliseconds. */
const PATIENCE = 10_000;
const PAUSE = 100;

type Remove = (path: string) => void;

const removeNow: Remove = (path) => rmSync(path, { recursive: true, force: true });

/**
 * Removes a file or a tree, with its read-only folders, and waits for those who still write there. No path is nothing to do.
 * Throws what the last attempt failed with. `remove` is for tests.
 */
export function removeTree(path: string, patience = PATIENCE, remove: Remove = removeNow): void {
  const start = performance.now();
  for (;;) {
    try {
      remove(path);
      return;
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (!BUSY.includes(code) || performance.now() - start > patience) throw error;
    }
    makeWritable(path);
    pause();
  }
}

/** As {@link removeTree}, for clearing up: a folder that stays is told on stderr, and is no failure. */
export function removeScratch(path: string, patience = PATIENCE, remove: Remove = removeNow): void {
  try {
    removeTree(path, patience, remove);
  } catch (error) {
    process.stderr.write(`${path} is left: ${(error as Error).message}\n`);
  }
}

/** As far as it goes: the tree may change meanwhile. */
function makeWritable(folder: string): void {
  try {
    if (!lstatSync(folder).isDirectory()) return;
    chmodSync(folder, 0o755);
    const entries = readdirSync(folder, { withFileTypes: true });
    for (const entry of entries) if (entry.isDirectory()) makeWritable(join(folder, entry.name));
  } catch {
    // The next attempt to remove it tells.
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}
