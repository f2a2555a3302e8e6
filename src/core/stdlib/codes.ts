// The notation of the data of a release: small numbers, names that share their beginnings, names of Go files.
//
// The reader (library.ts, whose head has the format) and the writer (tools/stdlib/encode.ts) use these both ways.

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_';

/** Numbers below this one take one digit, all others two: the digits of the upper half stand alone. */
const SHORT = DIGITS.length / 2;

/** How many numbers `formatIndex` can write. */
export const INDEX_LIMIT = SHORT + SHORT * DIGITS.length;

/** A number below INDEX_LIMIT as one digit or two. */
export function formatIndex(index: number): string {
  if (index < SHORT) return DIGITS.charAt(SHORT + index);
  const rest = index - SHORT;
  return DIGITS.charAt(Math.floor(rest / DIGITS.length)) + DIGITS.charAt(rest % DIGITS.length);
}

/** The numbers that stand one behind the other in text[start, ...). */
export function parseIndexes(text: string, start: number): number[] {
  const found: number[] = [];
  for (let at = start; at < text.length; at++) {
    const digit = DIGITS.indexOf(text.charAt(at));
    if (digit >= SHORT) found.push(digit - SHORT);
    else found.push(SHORT + digit * DIGITS.length + DIGITS.indexOf(text.charAt(++at)));
  }
  return found;
}

/** `name` behind `previous`: a digit for how many characters they share at the beginning, and the rest. */
export function formatShared(previous: string, name: string): string {
  const limit = Math.min(previous.length, name.length, DIGITS.length - 1);
  let shared = 0;
  while (shared < limit && previous[shared] === name[shared]) shared++;
  return DIGITS.charAt(shared) + name.slice(shared);
}

/** The inverse of formatShared. */
export function parseShared(previous: string, text: string): string {
  return previous.slice(0, DIGITS.indexOf(text.charAt(0))) + text.slice(1);
}

/** The short form of a file's name: `x_test.go` is `x!`, `x.go` is `x` where that has no dot. */
export function formatFileName(name: string): string {
  if (name.endsWith('_test.go')) return `${name.slice(0, -'_test.go'.length)}!`;
  const stem = name.slice(0, -'.go'.length);
  return name.endsWith('.go') && !stem.includes('.') ? stem : name;
}

/** The inverse of formatFileName. */
export function parseFileName(text: string): string {
  if (text.endsWith('!')) return `${text.slice(0, -1)}_test.go`;
  return text.includes('.') ? text : `${text}.go`;
}
