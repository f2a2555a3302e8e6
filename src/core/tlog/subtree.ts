// The hash over a run of records, out of stored hashes.
//
// A run that begins where a subtree of its size may begin is split into the largest complete subtrees from the
// left; each has a stored hash, and they are folded from the right.

import type { Hash, TreeHasher } from './hash.js';
import { shiftDown, storedHashIndex } from './stored.js';

/** The largest power of two below `n`, which is above 1. */
export function powerBelow(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}

/** The complete subtrees that records `low` to `high` (excluded) are made of, as levels and numbers. */
function* subtrees(low: number, high: number): Generator<{ level: number; n: number }> {
  for (let at = low; at < high; ) {
    const size = powerBelow(high - at + 1);
    const level = Math.round(Math.log2(size));
    yield { level, n: shiftDown(at, level) };
    at += size;
  }
}

/** Places of the hashes that {@link subtreeHash} needs for the records `low` to `high` (excluded). */
export function subtreeIndexes(low: number, high: number): number[] {
  return Array.from(subtrees(low, high), ({ level, n }) => storedHashIndex(level, n));
}

/** Folds hashes, leftmost first, of which there is at least one. */
export function foldHashes(hashes: readonly Hash[], hasher: TreeHasher): Hash {
  return hashes.slice(0, -1).reduceRight((right, left) => hasher.node(left, right), hashes.at(-1) as Hash);
}

/** Hands out hashes in order; proofs are built by taking the ones of one subtree after the other. */
export class HashQueue {
  #at = 0;

  constructor(
    private readonly hashes: readonly Hash[],
    private readonly hasher: TreeHasher,
  ) {}

  /** The hash over the records `low` to `high` (excluded), of which the parts are next in the queue. */
  subtree(low: number, high: number): Hash {
    const count = subtreeIndexes(low, high).length;
    this.#at += count;
    return foldHashes(this.hashes.slice(this.#at - count, this.#at), this.hasher);
  }
}
