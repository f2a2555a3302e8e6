// The description of a tree that a checksum database signs.
//
//   go.sum database tree
//   <number of records, decimal>
//   <root hash, base64>
//
// Each line ends in a newline. Further lines may follow and are ignored, so that the form can grow.

import { decodeBase64 } from '../base64.js';
import { TlogError } from './error.js';
import { formatHash, HASH_SIZE, type Hash } from './hash.js';
import { MAX_TREE_SIZE } from './stored.js';

const FIRST_LINE = 'go.sum database tree';
const DECIMAL = /^(?:0|[1-9][0-9]{0,15})$/;
const MAX_TEXT = 1e6;

/** Size and root hash of a log. */
export interface Tree {
  readonly size: number;
  readonly hash: Hash;
}

/** The text to be signed. */
export function formatTree(tree: Tree): string {
  return `${FIRST_LINE}\n${tree.size}\n${formatHash(tree.hash)}\n`;
}

/** Reads the text of a signed note. Throws a TlogError, also for trees past {@link MAX_TREE_SIZE}. */
export function parseTree(text: string): Tree {
  const [first, size = '', hash64 = '', ...rest] = text.split('\n', 4);
  const hash = decodeBase64(hash64);
  const formed = first === FIRST_LINE && rest.length > 0 && text.length <= MAX_TEXT && DECIMAL.test(size);
  if (!formed || hash?.length !== HASH_SIZE || Number(size) > MAX_TREE_SIZE) {
    throw new TlogError('malformed', 'malformed tree note');
  }
  return { size: Number(size), hash };
}
