// What stat(2) says of a path, as far as the result of a run can depend on it.

import type { Stats } from 'node:fs';
import type { FileSystem } from '../io/filesystem.js';

/** Size in bytes, times of the last change of content and of inode in milliseconds, numbers of inode and device. */
export type Stamp = readonly [size: number, mtime: number, ctime: number, inode: number, device: number];

/** How many numbers a stamp has. */
export const STAMP_LENGTH = 5;

/**
 * What was seen at a path: nothing; a folder; a folder and the names in it (the stamp is the folder's); a file and
 * its content.
 */
export type Sight =
  | { readonly kind: 'absent' }
  | { readonly kind: 'folder' }
  | { readonly kind: 'file'; readonly stamp: Stamp }
  | { readonly kind: 'listing'; readonly stamp: Stamp };

/** The calls by which a sight is had. */
export type Eyes = Pick<FileSystem, 'realpathSync' | 'statSync'>;

/** How old a change has to be, in milliseconds, to be told from the next by its time: kernels tick every 10 or less. */
const SETTLED_MS = 50;
/** The same where times are whole seconds, as some file systems keep them. */
const COARSE_SETTLED_MS = 2500;

function stampOf({ size, mtimeMs, ctimeMs, ino, dev }: Stats): Stamp {
  return [size, mtimeMs, ctimeMs, ino, dev];
}

/** What is at `path` now; undefined where that can be neither seen nor said to be absent. */
export function lookAt(fs: Eyes, path: string, listing: boolean): Sight | undefined {
  try {
    return sightOf(fs.statSync(path, { throwIfNoEntry: false }), listing);
  } catch {
    return undefined;
  }
}

/** What was found by stat(2); undefined where a sight cannot describe it. */
export function sightOf(found: Stats | undefined, listing: boolean): Sight | undefined {
  if (found === undefined) return { kind: 'absent' };
  if (found.isFile()) return { kind: 'file', stamp: stampOf(found) };
  if (!found.isDirectory()) return undefined;
  return listing ? { kind: 'listing', stamp: stampOf(found) } : { kind: 'folder' };
}

/**
 * Whether another change would show: one that follows the last within a tick of the clock leaves the same times. `now`
 * in milliseconds since the epoch.
 */
export function isSettled(sight: Sight, now: number): boolean {
  if (!('stamp' in sight)) return true;
  const changed = sight.stamp[2];
  return now - changed > (changed % 1000 === 0 ? COARSE_SETTLED_MS : SETTLED_MS);
}

/** Whether the file or folder at `path` has the stamp that starts at `at` in `stamps`. */
export function hasStamp(
  fs: Eyes,
  path: string,
  kind: 'file' | 'listing',
  stamps: readonly number[],
  at: number,
): boolean {
  const found = fs.statSync(path, { throwIfNoEntry: false });
  return (
    found !== undefined &&
    found.ctimeMs === stamps[at + 2] &&
    found.mtimeMs === stamps[at + 1] &&
    found.size === stamps[at] &&
    found.ino === stamps[at + 3] &&
    found.dev === stamps[at + 4] &&
    (kind === 'file' ? found.isFile() : found.isDirectory())
  );
}
