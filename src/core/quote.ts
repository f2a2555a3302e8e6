// Go's %q and strconv.Quote, as its messages show text: double quotes (single ones for a character), Go's
// escapes, everything that Go would not print as \x, \u or \U. bytes that are no UTF-8 (text.ts tells how
// they stand in strings) as \x. Defined by strconv/quote.go.

import { escapedByte } from './text.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
};

const PLAIN_ASCII = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

/** Whether Go prints the character as it is: letters, marks, numbers, punctuation, symbols, ASCII space. */
export function isPrint(char: string): boolean {
  if (char.length === 1 && char <= '\x7f') return char >= ' ' && char !== '\x7f';
  // Here and not above: to make it takes a millisecond, and hardly any run meets such a character.
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(char);
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}

function escapeChar(char: string, quote: string): string {
  if (char === quote) return `\\${quote}`;
  const known = ESCAPES[char];
  if (known !== undefined) return known;
  const code = char.codePointAt(0) ?? 0;
  const byte = escapedByte(code);
  if (byte !== undefined) return `\\x${hex(byte, 2)}`;
  if (code >= 0xd800 && code <= 0xdfff) return '\\ufffd';
  if (isPrint(char)) return char;
  if (code < 0x20 || code === 0x7f) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

/** `text` as a Go string literal in double quotes. */
export function quote(text: string): string {
  if (PLAIN_ASCII.test(text)) return `"${text}"`;
  let out = '"';
  for (const char of text) out += escapeChar(char, '"');
  return `${out}"`;
}

/** The one character of `char` as a Go rune literal in single quotes. */
export function quoteChar(char: string): string {
  return `'${escapeChar(char, "'")}'`;
}
