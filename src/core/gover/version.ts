// Versions of Go releases: `1`, `1.21`, `1.21.3`, `1.21rc2`, `1.22beta1`.
//
//   MAJOR[.MINOR[.PATCH | KIND[PRE]]]
//
// Numbers are decimal without leading zeros and of any length, KIND is lower-case letters. From 1.21 on,
// `1.N` names the language, which comes before every release of it: 1.21 < 1.21rc1 < 1.21.0. Before that
// `1.N` is the release 1.N.0 itself: 1.20rc1 < 1.20 = 1.20.0. What is no version compares equal to other such
// strings and before every version. No leading "go": see toolchain.ts. Defined by Go's internal/gover.

/** The sign of a comparison. */
export type Order = -1 | 0 | 1;

/** The parts of a Go version; decimal strings, '' where the part is absent. */
interface GoVersion {
  readonly major: string;
  readonly minor: string;
  readonly patch: string;
  readonly kind: string;
  readonly pre: string;
}

const INVALID: GoVersion = { major: '', minor: '', patch: '', kind: '', pre: '' };
/** Before this minor release, `1.N` means `1.N.0`. */
const FIRST_LANGUAGE_MINOR = '21';

/** Index past the number at `start`, or -1 where there is none or it has a leading zero. */
function numberEnd(x: string, start: number): number {
  let i = start;
  while (i < x.length && x.charCodeAt(i) >= 0x30 && x.charCodeAt(i) <= 0x39) i++;
  return i === start || (i > start + 1 && x.charCodeAt(start) === 0x30) ? -1 : i;
}

function lettersEnd(x: string, start: number): number {
  let i = start;
  while (i < x.length && x.charCodeAt(i) >= 0x61 && x.charCodeAt(i) <= 0x7a) i++;
  return i;
}

function compareNumbers(x: string, y: string): Order {
  if (x === y) return 0;
  if (x.length !== y.length) return x.length < y.length ? -1 : 1;
  return x < y ? -1 : 1;
}

function parse(x: string): GoVersion {
  const majorEnd = numberEnd(x, 0);
  if (majorEnd < 0) return INVALID;
  const major = x.slice(0, majorEnd);
  if (majorEnd === x.length) return { major, minor: '0', patch: '0', kind: '', pre: '' };
  if (x[majorEnd] !== '.') return INVALID;
  const minorEnd = numberEnd(x, majorEnd + 1);
  if (minorEnd < 0) return INVALID;
  const minor = x.slice(majorEnd + 1, minorEnd);
  if (minorEnd === x.length) {
    const patch = compareNumbers(minor, FIRST_LANGUAGE_MINOR) < 0 ? '0' : '';
    return { major, minor, patch, kind: '', pre: '' };
  }
  if (x[minorEnd] === '.') {
    // A patch release has no prereleases: nothing may follow.
    if (numberEnd(x, minorEnd + 1) !== x.length) return INVALID;
    return { major, minor, patch: x.slice(minorEnd + 1), kind: '', pre: '' };
  }
  return parsePrerelease(x, minorEnd, major, minor);
}

function parsePrerelease(x: string, start: number, major: string, minor: string): GoVersion {
  const kindEnd = lettersEnd(x, start);
  if (kindEnd === start) return INVALID;
  if (kindEnd < x.length && numberEnd(x, kindEnd) !== x.length) return INVALID;
  return { major, minor, patch: '', kind: x.slice(start, kindEnd), pre: x.slice(kindEnd) };
}

/** -1, 0 or 1 as `x` comes before, with or after `y`. */
export function compare(x: string, y: string): Order {
  if (x === y) return 0;
  const a = parse(x);
  const b = parse(y);
  return (
    compareNumbers(a.major, b.major) ||
    compareNumbers(a.minor, b.minor) ||
    compareNumbers(a.patch, b.patch) ||
    (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0) ||
    compareNumbers(a.pre, b.pre)
  );
}

/** The later of the two; `x` where they are equal. */
export function max(x: string, y: string): string {
  return compare(x, y) < 0 ? y : x;
}

/** Whether `x` is a Go version. */
export function isValid(x: string): boolean {
  return parse(x) !== INVALID;
}

/** The language version: `1.21` of `1.21.3` and of `1.21rc2`; '' of what is no version. */
export function lang(x: string): string {
  const v = parse(x);
  if (v.minor === '' || (v.major === '1' && v.minor === '0')) return v.major;
  return `${v.major}.${v.minor}`;
}

/** Whether `x` names a language, not a release: `1.21` does, `1.21.0` and (being a release) `1.20` do not. */
export function isLang(x: string): boolean {
  const v = parse(x);
  return v !== INVALID && v.patch === '' && v.kind === '';
}

/** Whether `x` is a prerelease, as `1.21rc2` is. */
export function isPrerelease(x: string): boolean {
  return parse(x).kind !== '';
}

/** The decimal string less one. `decimal` is at least 1. */
function decrement(decimal: string): string {
  let end = decimal.length;
  while (decimal.charAt(end - 1) === '0') end--;
  const digit = decimal.charCodeAt(end - 1) - 0x31;
  const head = decimal.slice(0, end - 1) + (digit === 0 && end === 1 && decimal.length > 1 ? '' : digit);
  return head + '9'.repeat(decimal.length - end);
}

/** The major release before that of `x`: `1.20` of `1.21.3`; the first release of all is its own predecessor. */
export function prev(x: string): string {
  const v = parse(x);
  if (compareNumbers(v.minor, '1') <= 0) return v.major;
  return `${v.major}.${decrement(v.minor)}`;
}
