// What a run depends on, told to who watches it.

import type { Dirent } from 'node:fs';

/**
 * The start of a file: how many bytes, and a digest of them (see `digestOf` in recall). Nothing behind it matters.
 */
export type Head = readonly [length: number, digest: string];

/** Watches what a run reads, and takes its word where a result depends on less than was read. */
export interface Witness {
  /** The content of a file, of which no more matters than the head that `headOf` finds; all of it where that finds none. */
  readHead(path: string, headOf: (data: Uint8Array) => Head | undefined): Uint8Array;
  /** What is in a folder, of which no more matters than the names and what stands under each, links not followed. */
  readNames(path: string): Dirent[];
  /** States that no more of the file at `path`, which was looked at but not read, matters than this head. */
  knowHead(path: string, head: Head): void;
}
