// How a go.need differs from what is needed now.

import { type Need, neededLine } from '../../core/need/index.js';

/** Lines as a go.need has them, sorted. */
export interface NeedDifference {
  /** Needed, and not in the file. */
  readonly missing: readonly string[];
  /** In the file, and not needed. */
  readonly superfluous: readonly string[];
}

/** See the head of this file. Both are empty where the file is up to date. */
export function compareNeeds(file: Need, now: Need): NeedDifference {
  const [old, current] = [file, now].map(({ modules }) => modules.map(neededLine)) as [string[], string[]];
  const [known, wanted] = [new Set(old), new Set(current)];
  return {
    missing: current.filter((line) => !known.has(line)),
    superfluous: old.filter((line) => !wanted.has(line)),
  };
}
