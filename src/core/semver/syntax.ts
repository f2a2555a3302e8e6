// The syntax of semantic versions as Go modules write them.
//
//   vMAJOR[.MINOR[.PATCH[-PRERELEASE][+BUILD]]]
//
// MAJOR, MINOR and PATCH are decimal numbers of any length without leading zeros. PRERELEASE and BUILD are
// dot-separated, non-empty identifiers of [0-9A-Za-z-]; an identifier of PRERELEASE that is all digits has no
// leading zero. The leading `v` is required. `v1` and `v1.2` are shorthands and carry neither suffix.
// Defined by semver.org 2.0.0 and golang.org/x/mod/semver.
//
// Version selection asks these questions tens of thousands of times a command, so the scanners walk char
// codes and allocate nothing.

const DOT = 0x2e;
const DASH = 0x2d;
const PLUS = 0x2b;
const ZERO = 0x30;

/** Whether `code` is an ASCII digit. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isIdentifierCode(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || isDigit(code) || code === DASH;
}

/** Index just past the run of digits that starts at `start`; `start` itself where there is none. */
export function digitsEnd(v: string, start: number): number {
  let i = start;
  while (i < v.length && isDigit(v.charCodeAt(i))) i++;
  return i;
}

/** Like {@link digitsEnd}, but -1 where the run is no number: empty, or longer than one and led by a zero. */
function numberEnd(v: string, start: number): number {
  const end = digitsEnd(v, start);
  if (end === start || (end > start + 1 && v.charCodeAt(start) === ZERO)) return -1;
  return end;
}

/**
 * Index just past the dot-separated identifiers that start at `start`, which end at a `+` or with the string;
 * -1 where one is empty, has another character, or (when `numeric` rules hold) is a number with a leading zero.
 */
function identifiersEnd(v: string, start: number, numeric: boolean): number {
  let first = start;
  let digits = true;
  for (let i = start; ; i++) {
    const code = i < v.length ? v.charCodeAt(i) : PLUS;
    if (code === DOT || code === PLUS) {
      if (i === first) return -1;
      if (numeric && digits && i > first + 1 && v.charCodeAt(first) === ZERO) return -1;
      if (code === PLUS) return i;
      first = i + 1;
      digits = true;
    } else if (!isIdentifierCode(code)) {
      return -1;
    } else if (!isDigit(code)) {
      digits = false;
    }
  }
}

/** Whether `v` is a semantic version, shorthands included. */
export function isValid(v: string): boolean {
  if (v.charCodeAt(0) !== 0x76) return false;
  let i = 0;
  for (let part = 0; part < 3; part++) {
    i = numberEnd(v, i + 1);
    if (i < 0) return false;
    if (i === v.length) return true;
    if (part < 2 && v.charCodeAt(i) !== DOT) return false;
  }
  if (v.charCodeAt(i) === DASH) {
    i = identifiersEnd(v, i + 1, true);
    if (i < 0) return false;
  }
  if (i === v.length) return true;
  return v.charCodeAt(i) === PLUS && identifiersEnd(v, i + 1, false) === v.length;
}
