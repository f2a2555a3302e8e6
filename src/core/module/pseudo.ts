// Pseudo-versions: versions of commits that have no tag, ordered between the tags before and after them.
//
//   vX.0.0-TIME-REV               no tag of the major version came before
//   vX.Y.(Z+1)-0.TIME-REV         after the release vX.Y.Z; may end in build metadata such as +incompatible
//   vX.Y.Z-PRE.0.TIME-REV         after the prerelease vX.Y.Z-PRE; the same
//
// TIME is the commit's, in UTC, as 14 digits; REV is its revision, 12 hex digits of a Git hash. Defined by
// golang.org/x/mod/module and https://go.dev/ref/mod#pseudo-versions.

import * as semver from '../semver/index.js';
import { daysIn } from '../time/index.js';
import { InvalidVersionError } from './errors.js';

/** A pseudo-version taken apart. */
interface Pseudo {
  /** `vX.0.0`, `vX.Y.(Z+1)-0` or `vX.Y.Z-PRE.0`. */
  readonly base: string;
  readonly time: string;
  readonly rev: string;
  /** With its `+`; '' where there is none. */
  readonly build: string;
}

const TIME_LENGTH = 14;

function isDigits(v: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = v.charCodeAt(i);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}

/** Whether what stands before the time, `v` up to `time`, is one of the three forms. */
function isPseudoHead(v: string, dash: number, time: number): boolean {
  if (time === dash + 1) return v.endsWith('.0.0', dash) && v.indexOf('.') === dash - 4;
  // A 0 of its own: the first identifier after the numbers, or a later one.
  return v.endsWith('0.', time) && (time - 3 === dash || (time - 3 > dash && v.charAt(time - 3) === '.'));
}

function split(v: string): Pseudo | undefined {
  const dash = v.indexOf('-');
  if (dash < 0 || !semver.isValid(v)) return undefined;
  const plus = v.indexOf('+');
  const end = plus < 0 ? v.length : plus;
  const revDash = v.lastIndexOf('-', end - 1);
  const time = revDash - TIME_LENGTH;
  if (time <= dash || !isDigits(v, time, revDash)) return undefined;
  const rev = v.slice(revDash + 1, end);
  if (rev === '' || rev.includes('.') || !isPseudoHead(v, dash, time)) return undefined;
  return { base: v.slice(0, time - 1), time: v.slice(time, revDash), rev, build: v.slice(end) };
}

function parse(v: string): Pseudo {
  const parts = split(v);
  if (parts === undefined) throw new InvalidVersionError(v, 'syntax error', { pseudo: true });
  return parts;
}

/** Whether `v` is a pseudo-version. */
export function isPseudoVersion(v: string): boolean {
  return split(v) !== undefined;
}

/** The decimal string plus one. */
function increment(decimal: string): string {
  let end = decimal.length;
  while (end > 0 && decimal.charAt(end - 1) === '9') end--;
  const zeros = '0'.repeat(decimal.length - end);
  if (end === 0) return `1${zeros}`;
  return decimal.slice(0, end - 1) + (decimal.charCodeAt(end - 1) - 0x2f) + zeros;
}

/** The decimal string less one; undefined for zero. */
function decrement(decimal: string): string | undefined {
  let end = decimal.length;
  while (end > 0 && decimal.charAt(end - 1) === '0') end--;
  if (end === 0) return undefined;
  const nines = '9'.repeat(decimal.length - end);
  const digit = decimal.charCodeAt(end - 1) - 0x31;
  if (end === 1 && digit === 0 && nines !== '') return nines;
  return decimal.slice(0, end - 1) + digit + nines;
}

/**
 * The pseudo-version of a commit.
 *
 * @param major major version such as `v1`; '' means v0. Counts only where there is no `older` version.
 * @param older the highest tag before the commit, such as `v1.2.3-pre`; '' where there is none.
 * @param time the commit's time in UTC, 14 digits `yyyymmddhhmmss`: pseudoTimestamp of ../time.
 * @param rev the shortened revision.
 */
export function pseudoVersion(major: string, older: string, time: string, rev: string): string {
  const tail = `${time}-${rev}`;
  const build = semver.build(older);
  const base = semver.canonical(older);
  if (base === '') return `${major === '' ? 'v0' : major}.0.0-${tail}`;
  if (semver.prerelease(base) !== '') return `${base}.0.${tail}${build}`;
  const patch = base.lastIndexOf('.') + 1;
  return `${base.slice(0, patch)}${increment(base.slice(patch))}-0.${tail}${build}`;
}

/** The pseudo-version that stands for no commit: a placeholder for a module that is only replaced. */
export function zeroPseudoVersion(major: string): string {
  return pseudoVersion(major, '', '00010101000000', '000000000000');
}

/** Whether `v` is what {@link zeroPseudoVersion} gives for its major version. */
export function isZeroPseudoVersion(v: string): boolean {
  return v === zeroPseudoVersion(semver.major(v));
}

/**
 * The time in a pseudo-version, as RFC 3339 in UTC: `2018-01-02T15:04:05Z`. Throws {@link InvalidVersionError}
 * where `v` is none or the digits are no time.
 */
export function pseudoVersionTime(v: string): string {
  const { time } = parse(v);
  const [year, month, day] = [time.slice(0, 4), time.slice(4, 6), time.slice(6, 8)];
  const [hour, minute, second] = [time.slice(8, 10), time.slice(10, 12), time.slice(12, 14)];
  const dayOk = Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
  if (!dayOk || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    throw new InvalidVersionError(v, `malformed time "${time}"`, { pseudo: true });
  }
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

/** The revision in a pseudo-version. Throws {@link InvalidVersionError} where `v` is none. */
export function pseudoVersionRev(v: string): string {
  return parse(v).rev;
}

/**
 * The version that a pseudo-version was made after, `vX.Y.Z` or `vX.Y.Z-PRE` with its build metadata; '' where
 * it has none. Throws {@link InvalidVersionError} where `v` is no pseudo-version, or claims a base that cannot be.
 */
export function pseudoVersionBase(v: string): string {
  const { base, build } = parse(v);
  const pre = semver.prerelease(base);
  if (pre === '') {
    if (build === '') return '';
    const problem = `lacks base version, but has build metadata "${build}"`;
    throw new InvalidVersionError(v, problem, { pseudo: true });
  }
  if (pre !== '-0') return base.slice(0, -2) + build;
  const release = base.slice(0, -2);
  const dot = release.lastIndexOf('.') + 1;
  const patch = decrement(release.slice(dot));
  if (patch === undefined) {
    const problem = `version before ${release} would have negative patch number`;
    throw new InvalidVersionError(v, problem, { pseudo: true });
  }
  return release.slice(0, dot) + patch + build;
}
