// String and character literals of Go: reading them, and the quoted forms that core/quote.ts has not.

import { quote, quoteChar } from '../quote.js';
import { decodeText, encodeText, toWellFormed } from '../text.js';

const LETTERS: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '\\': 0x5c,
};

/** How many hexadecimal digits follow. */
const HEX: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** One character of a literal. */
export interface LiteralChar {
  readonly value: number;
  /** The value is that of a byte (`\x`, octal), not of a code point. */
  readonly byte: boolean;
  /** Index of what follows. */
  readonly next: number;
}

/** The character at `at` of a literal in `mark` quotes; undefined where Go says "invalid syntax". */
export function readChar(text: string, at: number, mark: '"' | "'"): LiteralChar | undefined {
  const code = text.codePointAt(at);
  if (code === undefined || text.charAt(at) === mark) return undefined;
  if (text.charAt(at) === '\\') return readEscape(text, at + 1, mark);
  // Bytes that are no UTF-8 (text.ts) do not survive.
  const lone = code >= 0xd800 && code <= 0xdfff;
  return { value: lone ? 0xfffd : code, byte: false, next: at + (code > 0xffff ? 2 : 1) };
}

function readEscape(text: string, at: number, mark: string): LiteralChar | undefined {
  const char = text.charAt(at);
  const letter = char === mark ? mark.charCodeAt(0) : LETTERS[char];
  if (letter !== undefined) return { value: letter, byte: false, next: at + 1 };
  const hex = HEX[char];
  const from = hex === undefined ? at : at + 1;
  const next = from + (hex ?? 3);
  const digits = text.slice(from, next);
  if (digits.length < next - from || !(hex === undefined ? /^[0-7]+$/ : /^[\da-fA-F]+$/).test(digits)) {
    return undefined;
  }
  const value = Number.parseInt(digits, hex === undefined ? 8 : 16);
  const byte = next - from <= 3;
  if (byte ? value > 0xff : value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return undefined;
  return { value, byte, next };
}

/** The value of a literal in double quotes or backquotes; undefined where Go says "invalid syntax". */
export function unquote(literal: string): string | undefined {
  const mark = literal.charAt(0);
  if (literal.length < 2 || !literal.endsWith(mark)) return undefined;
  const body = literal.slice(1, -1);
  if (mark === '`') return body.includes('`') ? undefined : body.replaceAll('\r', '');
  if (mark !== '"' || body.includes('\n')) return undefined;
  // Most have no escapes, and then nothing needs to be put together.
  if (!/[\\"]/.test(body)) return toWellFormed(body);
  const bytes: number[] = [];
  for (let at = 0; at < body.length; ) {
    const char = readChar(body, at, '"');
    if (char === undefined) return undefined;
    if (char.byte) bytes.push(char.value);
    else bytes.push(...encodeText(String.fromCodePoint(char.value)));
    at = char.next;
  }
  return decodeText(Uint8Array.from(bytes));
}

/** Whether `text` can stand in backquotes as it is, on one line. */
export function canBackquote(text: string): boolean {
  return !/[\x00-\x08\x0a-\x1f\x7f`\ufeff\ud800-\udfff]/u.test(text);
}

function toAscii(quoted: string): string {
  return quoted.replace(/[^\x00-\x7f]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    const digits = code.toString(16);
    return code > 0xffff ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
  });
}

/** `text` in double quotes, everything beyond ASCII escaped. */
export function quoteAscii(text: string): string {
  return toAscii(quote(text));
}

/** The one character of `char` in single quotes, escaped where it is beyond ASCII. */
export function quoteCharAscii(char: string): string {
  return toAscii(quoteChar(char));
}
