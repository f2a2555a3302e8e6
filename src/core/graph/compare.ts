// The order of versions in requirement graphs.

import { modCompare, type Order } from '../gover/index.js';

/**
 * Compares two versions of the module `path` as selection does: by the path's own syntax, but that '' (the
 * version of a main module) is above all others. Malformed versions, `none` among them, are below. Rule:
 * cmd/go/internal/modload (cmpVersion).
 */
export function compareSelected(path: string, v: string, w: string): Order {
  if (v === w) return 0;
  if (v === '') return 1;
  if (w === '') return -1;
  return modCompare(path, v, w);
}
