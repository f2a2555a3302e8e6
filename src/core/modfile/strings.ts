// Strings as go.mod spells them: bare, or in double quotes with Go's escapes.
//
// A token that begins with `"` is a Go string literal. Any other token stands for itself and must not hold
// a quote of any kind (they are reserved). The module directive alone is also read leniently elsewhere: see
// module-path.ts. Defined by golang.org/x/mod/modfile and Go's strconv.

import { GomodError } from '../error.js';
import { isPrint, quote } from '../quote.js';
import { decodeText, encodeText, toWellFormed } from '../text.js';

/** A token that is no valid string: the message is Go's. */
export class StringError extends GomodError<'modfile-string'> {
  constructor(message: string) {
    super('modfile-string', message);
  }
}

const LETTER_ESCAPES: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '\\': 0x5c,
  '"': 0x22,
};

/** Digits and base of the numeric escapes; `octal` has no letter of its own. */
const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function isNumber(digits: string, length: number, base: 8 | 16): boolean {
  return digits.length === length && (base === 8 ? /^[0-7]+$/ : /^[\da-fA-F]+$/).test(digits);
}

/** Reads the escape after the backslash at `at - 1`; appends its bytes, answers the index after it. */
function readEscape(text: string, at: number, out: number[]): number {
  const char = text.charAt(at);
  const letter = LETTER_ESCAPES[char];
  if (letter !== undefined) {
    out.push(letter);
    return at + 1;
  }
  const hex = HEX_DIGITS[char];
  const from = hex === undefined ? at : at + 1;
  const length = hex ?? 3;
  const base = hex === undefined ? 8 : 16;
  const digits = text.slice(from, from + length);
  if (!isNumber(digits, length, base)) throw new StringError('invalid syntax');
  const value = Number.parseInt(digits, base);
  if (length <= 3) {
    if (value > 0xff) throw new StringError('invalid syntax');
    out.push(value);
  } else {
    if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) throw new StringError('invalid syntax');
    out.push(...encodeText(String.fromCodePoint(value)));
  }
  return from + length;
}

/** The value of a double-quoted Go string literal. Throws a StringError (`invalid syntax`). */
export function unquote(literal: string): string {
  // Bytes that are no UTF-8 (see core/text.ts) do not survive Go's unquoting.
  const body = toWellFormed(literal.slice(1, -1));
  if (literal.length < 2 || !literal.startsWith('"') || !literal.endsWith('"') || body.includes('\n')) {
    throw new StringError('invalid syntax');
  }
  if (!body.includes('\\') && !body.includes('"')) return body;
  const out: number[] = [];
  for (let at = 0; at < body.length; ) {
    const char = String.fromCodePoint(body.codePointAt(at) ?? 0);
    if (char === '"') throw new StringError('invalid syntax');
    at += char.length;
    if (char === '\\') at = readEscape(body, at, out);
    else out.push(...encodeText(char));
  }
  return decodeText(Uint8Array.from(out));
}

/** Whether `text` needs quotes to be one token of a go.mod line. */
export function mustQuote(text: string): boolean {
  if (/^[\w.~/@+:-]+$/.test(text)) return text.includes('//');
  for (const char of text) {
    if (' "\'`'.includes(char)) return true;
    if ('()[]{},'.includes(char)) {
      if (text.length > 1) return true;
      continue;
    }
    // Bytes that are no UTF-8 (see core/text.ts) need no quotes.
    if (!isPrint(char) && !/[\ud800-\udfff]/u.test(char)) return true;
  }
  return text === '' || text.includes('//') || text.includes('/*');
}

/** `text` as a go.mod token: itself, or in quotes where it needs them. */
export function autoQuote(text: string): string {
  return mustQuote(text) ? quote(text) : text;
}

/** The string that a token stands for. Throws a StringError. */
export function parseString(token: string): string {
  if (token.startsWith('"')) return unquote(token);
  if (token.includes('"') || token.includes("'") || token.includes('`'))
    throw new StringError('unquoted string cannot contain quote');
  return token;
}
