// Writing records, and removing the oldest when there are many. Nothing here ever fails a run.

import { dirname, join } from 'node:path';
import { type FileSystem, makeFolder, writeFileAtomic } from '../io/index.js';

/** How many records of a kind are kept; that of a run takes some 100 bytes for each file that the run looked at. */
const MOST_RECORDS = 128;
/** How many bytes they may take together. */
const MOST_BYTES = 32 << 20;

/** Writes a record (see `recordFile`). What cannot be written is forgotten. */
export function keepRecord(fs: FileSystem, file: string, data: Uint8Array, random: () => number): void {
  try {
    // In a folder that go has made, which is not made anew where somebody is just removing it.
    const folder = dirname(file);
    makeFolder(fs, dirname(folder));
    makeFolder(fs, folder, 0o700);
    writeFileAtomic(fs, file, data, { random, mode: 0o600 });
    forgetOldest(fs, folder);
  } catch {
    // A cache that cannot be written, or a full disk: next time we do the work again.
  }
}

/** Keeps the newest, half of what is allowed, once there are too many. */
function forgetOldest(fs: FileSystem, folder: string): void {
  const records = fs
    .readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => ({ path, found: fs.statSync(path, { throwIfNoEntry: false }) }))
    .map(({ path, found }) => ({ path, size: found?.size ?? 0, changed: found?.mtimeMs ?? 0 }))
    .sort((a, b) => b.changed - a.changed);
  const bytes = records.reduce((sum, { size }) => sum + size, 0);
  if (records.length <= MOST_RECORDS && bytes <= MOST_BYTES) return;
  let kept = 0;
  for (const [at, { path, size }] of records.entries()) {
    kept += size;
    if (at < MOST_RECORDS / 2 && kept <= MOST_BYTES / 2) continue;
    try {
      fs.unlinkSync(path);
    } catch {
      // Another process was first, or it is not ours.
    }
  }
}
