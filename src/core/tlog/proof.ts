// Proofs that a tree contains a record, and that a tree continues an older one (RFC 6962, 2.1.1 and 2.1.2).
//
// A proof is the list of hashes beside the path from the record, or from the edge of the older tree, up to
// the root, lowest first. It can be checked by whoever holds nothing but the two ends.

import { TlogError } from './error.js';
import { type Hash, sameHash, type TreeHasher } from './hash.js';
import { type HashReader, readHashes } from './stored.js';
import { foldHashes, HashQueue, powerBelow, subtreeIndexes } from './subtree.js';

/** Merkle audit path. */
export type RecordProof = readonly Hash[];

/** Merkle consistency proof. */
export type TreeProof = readonly Hash[];

/** Places of the hashes that {@link treeHashFrom} folds. */
export function treeHashIndexes(size: number): number[] {
  return subtreeIndexes(0, size);
}

/** Hash of a tree out of the hashes at {@link treeHashIndexes}. */
export function treeHashFrom(hashes: readonly Hash[], hasher: TreeHasher): Hash {
  return hashes.length === 0 ? hasher.empty() : foldHashes(hashes, hasher);
}

/** Hash of the tree of the first `size` records. */
export function treeHash(size: number, reader: HashReader, hasher: TreeHasher): Hash {
  return treeHashFrom(readHashes(reader, treeHashIndexes(size)), hasher);
}

function requireSizes(valid: boolean, where: string): void {
  if (!valid) throw new TlogError('bad-input', `tlog: invalid inputs in ${where}`);
}

/** Proof that record `n` is in the tree of `size` records. Throws a TlogError of code `bad-input`. */
export function proveRecord(size: number, n: number, reader: HashReader, hasher: TreeHasher): RecordProof {
  requireSizes(n >= 0 && n < size, 'ProveRecord');
  const steps = recordSteps(size, n);
  const indexes = steps.flatMap(({ besideLow, besideHigh }) => subtreeIndexes(besideLow, besideHigh));
  const queue = new HashQueue(readHashes(reader, indexes), hasher);
  return steps.map(({ besideLow, besideHigh }) => queue.subtree(besideLow, besideHigh));
}

/** Throws a TlogError unless `proof` shows that the tree of that size and hash has `recordHash` as record `n`. */
export function checkRecord(
  proof: RecordProof,
  size: number,
  rootHash: Hash,
  n: number,
  recordHash: Hash,
  hasher: TreeHasher,
): void {
  requireSizes(n >= 0 && n < size, 'CheckRecord');
  const steps = recordSteps(size, n);
  requireProof(proof.length === steps.length);
  let hash = recordHash;
  for (const [i, step] of steps.entries()) {
    const beside = proof[i] as Hash;
    hash = step.besideIsRight ? hasher.node(hash, beside) : hasher.node(beside, hash);
  }
  requireProof(sameHash(hash, rootHash));
}

function requireProof(holds: boolean): void {
  if (!holds) throw new TlogError('proof', 'invalid transparency proof');
}

/** One level of the way up: the records under the neighbour, and on which side it stands. */
interface Step {
  readonly besideLow: number;
  readonly besideHigh: number;
  readonly besideIsRight: boolean;
}

/** The way from the root of `size` records down to where `stop` says so, lowest step first. */
function steps(
  size: number,
  goLeft: (middle: number) => boolean,
  stop: (low: number, high: number) => boolean,
): { readonly steps: Step[]; readonly low: number; readonly high: number } {
  const way: Step[] = [];
  let low = 0;
  let high = size;
  while (!stop(low, high)) {
    const middle = low + powerBelow(high - low);
    if (goLeft(middle)) {
      way.push({ besideLow: middle, besideHigh: high, besideIsRight: true });
      high = middle;
    } else {
      way.push({ besideLow: low, besideHigh: middle, besideIsRight: false });
      low = middle;
    }
  }
  return { steps: way.reverse(), low, high };
}

function recordSteps(size: number, n: number): Step[] {
  return steps(
    size,
    (middle) => n < middle,
    (low, high) => low + 1 === high,
  ).steps;
}

function treeSteps(size: number, older: number) {
  return steps(
    size,
    (middle) => older <= middle,
    (_low, high) => high === older,
  );
}

/** The runs of records whose hashes make up the proof, in the order of the proof. */
function treeProofRuns(size: number, older: number): { low: number; high: number }[] {
  const way = treeSteps(size, older);
  const runs = way.steps.map(({ besideLow, besideHigh }) => ({ low: besideLow, high: besideHigh }));
  // Where the older tree is a subtree of its own, its hash is known to whoever checks.
  return way.low === 0 ? runs : [{ low: way.low, high: way.high }, ...runs];
}

/** Places of the hashes that {@link treeProofFrom} needs. Throws a TlogError of code `bad-input`. */
export function treeProofIndexes(size: number, older: number): number[] {
  requireSizes(older >= 1 && older <= size, 'ProveTree');
  return treeProofRuns(size, older).flatMap(({ low, high }) => subtreeIndexes(low, high));
}

/** The proof out of the hashes at {@link treeProofIndexes}. */
export function treeProofFrom(
  size: number,
  older: number,
  hashes: readonly Hash[],
  hasher: TreeHasher,
): TreeProof {
  const queue = new HashQueue(hashes, hasher);
  return treeProofRuns(size, older).map(({ low, high }) => queue.subtree(low, high));
}

/** Proof that the tree of `size` records begins with the tree of `older` records. */
export function proveTree(size: number, older: number, reader: HashReader, hasher: TreeHasher): TreeProof {
  return treeProofFrom(size, older, readHashes(reader, treeProofIndexes(size, older)), hasher);
}

/** Throws a TlogError unless `proof` shows that the one tree continues the other. */
export function checkTree(
  proof: TreeProof,
  size: number,
  rootHash: Hash,
  older: number,
  olderHash: Hash,
  hasher: TreeHasher,
): void {
  requireSizes(older >= 1 && older <= size, 'CheckTree');
  const way = treeSteps(size, older);
  const start = way.low === 0 ? 0 : 1;
  requireProof(proof.length === way.steps.length + start);
  let oldRoot = start === 0 ? olderHash : (proof[0] as Hash);
  let newRoot = oldRoot;
  for (const [i, step] of way.steps.entries()) {
    const beside = proof[start + i] as Hash;
    if (step.besideIsRight) {
      newRoot = hasher.node(newRoot, beside);
    } else {
      oldRoot = hasher.node(beside, oldRoot);
      newRoot = hasher.node(beside, newRoot);
    }
  }
  requireProof(sameHash(oldRoot, olderHash) && sameHash(newRoot, rootHash));
}
