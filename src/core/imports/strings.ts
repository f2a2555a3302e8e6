// String and character literals of Go source text, and what may be wrong with them.
//
// A literal ends at its quote; one that is not in backquotes ends at the end of its line, too. An escape that is
// wrong ends where it is wrong, so that a quote there still closes the literal. Defined by go/scanner.

import { describeCharacter } from './characters.js';
import type { PartReport } from './numbers.js';

const ESCAPE_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads the escape whose backslash stands before `at`; returns where it ends, and whether it was right. */
function scanEscape(source: string, at: number, mark: string, report: PartReport): [number, boolean] {
  const letter = source.charAt(at);
  if (letter === mark || (letter !== '' && 'abfnrtv\\'.includes(letter))) return [at + 1, true];
  const octal = letter >= '0' && letter <= '7';
  const length = octal ? 3 : ESCAPE_LENGTH[letter];
  if (length === undefined) {
    report(at, at, letter === '' ? 'escape sequence not terminated' : 'unknown escape sequence');
    return [at, false];
  }
  const digits = octal ? /[0-7]/ : /[0-9a-fA-F]/;
  const from = octal ? at : at + 1;
  for (let next = from; next < from + length; next++) {
    const char = source.charAt(next);
    if (digits.test(char)) continue;
    const found = String.fromCodePoint(source.codePointAt(next) ?? 0);
    const message =
      char === ''
        ? 'escape sequence not terminated'
        : `illegal character ${describeCharacter(found)} in escape sequence`;
    report(next, next, message);
    return [next, false];
  }
  const end = from + length;
  const value = Number.parseInt(source.slice(from, end), octal ? 8 : 16);
  const most = octal || letter === 'x' ? 0xff : 0x10ffff;
  if (value > most || (value >= 0xd800 && value < 0xe000)) {
    report(end, at, 'escape sequence is invalid Unicode code point');
    return [end, false];
  }
  return [end, true];
}

/** Reads the string in double quotes at `start`; returns where it ends. */
export function scanString(source: string, start: number, report: PartReport): number {
  const stop = /["\\\n]/g;
  for (let at = start + 1; ; ) {
    stop.lastIndex = at;
    const found = stop.exec(source)?.index ?? source.length;
    const char = source.charAt(found);
    if (char === '"') return found + 1;
    if (char !== '\\') {
      report(found, start, 'string literal not terminated');
      return found;
    }
    [at] = scanEscape(source, found + 1, '"', report);
  }
}

/** Reads the string in backquotes at `start`; returns where it ends. */
export function scanRawString(source: string, start: number, report: PartReport): number {
  const close = source.indexOf('`', start + 1);
  if (close >= 0) return close + 1;
  report(source.length, start, 'raw string literal not terminated');
  return source.length;
}

/** Reads the character in single quotes at `start`; returns where it ends. */
export function scanRune(source: string, start: number, report: PartReport): number {
  let valid = true;
  let count = 0;
  for (let at = start + 1; ; ) {
    const code = source.codePointAt(at);
    if (code === undefined || code === 0x0a) {
      if (valid) report(at, start, 'rune literal not terminated');
      return at;
    }
    at += code > 0xffff ? 2 : 1;
    if (code === 0x27) {
      if (valid && count !== 1) report(at, start, 'illegal rune literal');
      return at;
    }
    count++;
    if (code === 0x5c) {
      const [end, right] = scanEscape(source, at, "'", report);
      at = end;
      valid &&= right;
    }
  }
}
