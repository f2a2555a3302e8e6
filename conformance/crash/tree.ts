// A module cache as comparable facts, without what only we keep there.

import { compareTrees, readTree, type Tree } from '../differential/tree.js';

/** Our own corner of the module cache, which `go` does not have. */
const OURS = 'cache/gomod';

/** Every file and folder of the module cache at `root`. */
export function describeTree(root: string): Tree {
  return readTree(root, (path) => path === OURS);
}

/** What differs between what should be there and what is, one line each. */
export function treeDifferences(expected: Tree, found: Tree): string[] {
  return compareTrees(expected, found, 'expected', 'found');
}
