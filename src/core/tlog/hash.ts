// Hashes of records and of the nodes above them (RFC 6962, section 2.1).
//
//   record   SHA-256(0x00 || data)
//   node     SHA-256(0x01 || left || right)
//   empty    SHA-256("")
//
// A hash is 32 bytes; its text form is base64 with padding.

import { decodeBase64, encodeBase64 } from '../base64.js';
import type { Sha256 } from '../crypto.js';
import { TlogError } from './error.js';

/** 32 bytes. Never changed once made. */
export type Hash = Uint8Array;

/** Bytes of a hash. */
export const HASH_SIZE = 32;

/** Makes the two kinds of hashes. */
export interface TreeHasher {
  record(data: Uint8Array): Hash;
  node(left: Hash, right: Hash): Hash;
  /** Hash of the node over the two hashes that stand side by side in `hashes`, from byte `at` on. */
  nodeOf(hashes: Uint8Array, at: number): Hash;
  /** Hash of the tree without records. */
  empty(): Hash;
}

/** A {@link TreeHasher} on top of `sha256`. */
export function treeHasher(sha256: Sha256): TreeHasher {
  const pair = new Uint8Array(1 + 2 * HASH_SIZE);
  pair[0] = 1;
  return {
    record(data) {
      const prefixed = new Uint8Array(1 + data.length);
      prefixed.set(data, 1);
      return sha256(prefixed);
    },
    node(left, right) {
      pair.set(left, 1);
      pair.set(right, 1 + HASH_SIZE);
      return sha256(pair);
    },
    nodeOf(hashes, at) {
      pair.set(hashes.subarray(at, at + 2 * HASH_SIZE), 1);
      return sha256(pair);
    },
    empty: () => sha256(new Uint8Array(0)),
  };
}

/** Whether two hashes are the same. */
export function sameHash(a: Hash, b: Hash): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Text form of a hash. */
export function formatHash(hash: Hash): string {
  return encodeBase64(hash);
}

/** Reads the text form. Throws a TlogError. */
export function parseHash(text: string): Hash {
  const hash = decodeBase64(text);
  if (hash?.length !== HASH_SIZE) throw new TlogError('malformed', 'malformed hash');
  return hash;
}
