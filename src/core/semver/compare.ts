// The order of semantic versions: semver.org 2.0.0, section 11, and golang.org/x/mod/semver.
//
// Numbers compare by value, a version with a prerelease comes before the one without, prerelease identifiers
// compare one by one (numbers by value and before words, words by ASCII), a longer list of identifiers is
// later, build metadata does not count. What is no version comes before every version, and all such strings
// are equal to each other.

import { digitsEnd, isValid } from './syntax.js';

/** The sign of a comparison. */
export type Order = -1 | 0 | 1;

const DASH = 0x2d;
const DOT = 0x2e;
const PLUS = 0x2b;

/** Compares v[a, aEnd) with w[b, bEnd) by char code, a prefix first. */
function compareRange(v: string, a: number, aEnd: number, w: string, b: number, bEnd: number): Order {
  let i = a;
  let j = b;
  for (; i < aEnd && j < bEnd; i++, j++) {
    const difference = v.charCodeAt(i) - w.charCodeAt(j);
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  if (i === aEnd) return j === bEnd ? 0 : -1;
  return 1;
}

/** Compares two runs of digits without leading zeros by value. An empty run, left out by a shorthand, is 0. */
function compareDigits(v: string, a: number, aEnd: number, w: string, b: number, bEnd: number): Order {
  if (a === aEnd) return b === bEnd || w.charCodeAt(b) === 0x30 ? 0 : -1;
  if (b === bEnd) return v.charCodeAt(a) === 0x30 ? 0 : 1;
  const longer = aEnd - a - (bEnd - b);
  if (longer !== 0) return longer < 0 ? -1 : 1;
  return compareRange(v, a, aEnd, w, b, bEnd);
}

function identifierEnd(v: string, start: number): number {
  for (let i = start; i < v.length; i++) {
    const code = v.charCodeAt(i);
    if (code === DOT || code === PLUS) return i;
  }
  return v.length;
}

function compareIdentifiers(v: string, a: number, aEnd: number, w: string, b: number, bEnd: number): Order {
  const aNumber = digitsEnd(v, a) === aEnd;
  const bNumber = digitsEnd(w, b) === bEnd;
  if (aNumber && bNumber) return compareDigits(v, a, aEnd, w, b, bEnd);
  if (aNumber !== bNumber) return aNumber ? -1 : 1;
  return compareRange(v, a, aEnd, w, b, bEnd);
}

/** Compares what follows the numbers: `i` and `j` are the indexes just past them. */
function comparePrerelease(v: string, i: number, w: string, j: number): Order {
  const vHas = v.charCodeAt(i) === DASH;
  const wHas = w.charCodeAt(j) === DASH;
  if (!vHas || !wHas) return vHas === wHas ? 0 : vHas ? -1 : 1;
  for (let a = i + 1, b = j + 1; ; ) {
    const aEnd = identifierEnd(v, a);
    const bEnd = identifierEnd(w, b);
    const order = compareIdentifiers(v, a, aEnd, w, b, bEnd);
    if (order !== 0) return order;
    const vMore = v.charCodeAt(aEnd) === DOT;
    const wMore = w.charCodeAt(bEnd) === DOT;
    if (!vMore || !wMore) return vMore === wMore ? 0 : vMore ? 1 : -1;
    a = aEnd + 1;
    b = bEnd + 1;
  }
}

/**
 * -1, 0 or 1 as `v` comes before, with or after `w` (semver.org 2.0.0, section 11). Build metadata does not count; what is
 * no version comes before every version.
 */
export function compare(v: string, w: string): Order {
  if (v === w) return 0;
  const valid = isValid(w);
  if (!isValid(v)) return valid ? -1 : 0;
  if (!valid) return 1;
  let i = 0;
  let j = 0;
  for (let part = 0; part < 3; part++) {
    const a = i < v.length ? i + 1 : i;
    const b = j < w.length ? j + 1 : j;
    i = digitsEnd(v, a);
    j = digitsEnd(w, b);
    const order = compareDigits(v, a, i, w, b, j);
    if (order !== 0) return order;
  }
  return comparePrerelease(v, i, w, j);
}

/** Sorts in place by {@link compare}; versions that are equal to it (build metadata) by char code. */
export function sort(list: string[]): void {
  list.sort((v, w) => compare(v, w) || (v < w ? -1 : v > w ? 1 : 0));
}
