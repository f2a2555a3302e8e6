// The order in which the hashes of a growing tree are stored.
//
// Each record adds its own hash and those of all subtrees that it completes, lowest first, to one dense
// sequence. Hash n of level l therefore has a fixed place, whatever the size of the tree
// (Crosby and Wallach, "Efficient Data Structures for Tamper-Evident Logging", section 3.3).
//
// Sizes and places are plain numbers: a log is refused past 2^50 records, where they would still be exact. Bits are
// taken by division, because JavaScript's shifts end at 32.

import { TlogError } from './error.js';
import type { Hash, TreeHasher } from './hash.js';

/** The largest tree that is worked with. */
export const MAX_TREE_SIZE = 2 ** 50;

/** Reads stored hashes by their places. The result has one hash for each place asked for, in that order. */
export interface HashReader {
  readHashes(indexes: readonly number[]): readonly Hash[];
}

/** `n` without its lowest `bits` bits, moved down. */
export function shiftDown(n: number, bits: number): number {
  return Math.floor(n / 2 ** bits);
}

/** How many times `n`, which is not 0, can be halved. */
function trailingZeros(n: number): number {
  let zeros = 0;
  for (let rest = n; rest % 2 === 0; rest /= 2) zeros++;
  return zeros;
}

/** Place of hash `n` of `level`. */
export function storedHashIndex(level: number, n: number): number {
  // The last record below this hash stands at level 0 under `last`; the hash comes `level` places after it.
  const last = (n + 1) * 2 ** level - 1;
  let index = 0;
  for (let rest = last; rest > 0; rest = Math.floor(rest / 2)) index += rest;
  return index + level;
}

/** The inverse of {@link storedHashIndex}. */
export function splitStoredHashIndex(index: number): { readonly level: number; readonly n: number } {
  // Record n begins before 2n, so the record that wrote this place is index/2 or a little later.
  let n = Math.floor(index / 2);
  let at = storedHashIndex(0, n);
  for (;;) {
    const next = at + 1 + trailingZeros(n + 1);
    if (next > index) break;
    n++;
    at = next;
  }
  const level = index - at;
  return { level, n: shiftDown(n, level) };
}

/** How many hashes are stored for a tree of `size` records. */
export function storedHashCount(size: number): number {
  return size === 0 ? 0 : storedHashIndex(0, size - 1) + 1 + trailingZeros(size);
}

/**
 * The hashes that record `n` adds, to be stored from `storedHashIndex(0, n)` on. Reads up to log2(n) hashes that
 * are stored already.
 */
export function storedHashes(n: number, data: Uint8Array, reader: HashReader, hasher: TreeHasher): Hash[] {
  return storedHashesForRecordHash(n, hasher.record(data), reader, hasher);
}

/** As {@link storedHashes}, for a record of which the hash is known. */
export function storedHashesForRecordHash(
  n: number,
  recordHash: Hash,
  reader: HashReader,
  hasher: TreeHasher,
): Hash[] {
  const completed = trailingZeros(n + 1);
  const indexes = Array.from({ length: completed }, (_, level) =>
    storedHashIndex(level, shiftDown(n, level) - 1),
  ).reverse();
  const hashes = [recordHash];
  let last = recordHash;
  for (const left of readHashes(reader, indexes).toReversed()) {
    last = hasher.node(left, last);
    hashes.push(last);
  }
  return hashes;
}

/** Reads, and checks that the reader kept its promise. */
export function readHashes(reader: HashReader, indexes: readonly number[]): readonly Hash[] {
  if (indexes.length === 0) return [];
  const hashes = reader.readHashes(indexes);
  if (hashes.length !== indexes.length) {
    throw new TlogError('bad-input', `tlog: ReadHashes(${indexes.length} indexes) = ${hashes.length} hashes`);
  }
  return hashes;
}
