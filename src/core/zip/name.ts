// File names of archives: any bytes there, strings here, without loss.
//
// Go's names are bytes and may be anything; its hashes, its order and its messages are those of the bytes. A
// byte that is not part of valid UTF-8 becomes the lone surrogate U+DC00 + byte, which no valid name can
// decode to (UTF-8 of a surrogate is invalid in Go). Such names never get past the rules for module zips,
// but the hash is taken, and messages are written, before that.

import { quote } from '../quote.js';

const CONTINUATION = 0x80;

/** Length of the valid UTF-8 sequence at `at`, by Go's table of accepted ranges; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (at + length > end) return 0;
  const second = bytes[at + 1]!;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : CONTINUATION;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let i = at + 2; i < at + length; i++) if ((bytes[i]! & 0xc0) !== CONTINUATION) return 0;
  return length;
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  if (length === 1) return bytes[at]!;
  let code = bytes[at]! & (0x7f >> length);
  for (let i = at + 1; i < at + length; i++) code = (code << 6) | (bytes[i]! & 0x3f);
  return code;
}

function decodeRunes(bytes: Uint8Array, start: number, end: number): string {
  let out = '';
  for (let at = start; at < end; ) {
    const length = sequenceLength(bytes, at, end);
    out +=
      length === 0
        ? String.fromCharCode(0xdc00 + bytes[at]!)
        : String.fromCodePoint(codePoint(bytes, at, length));
    at += length === 0 ? 1 : length;
  }
  return out;
}

/** The name in `bytes[start, end)`. See the head of this file. */
export function decodeName(bytes: Uint8Array, start: number, end: number): string {
  let out = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 0x80) return out + decodeRunes(bytes, at, end);
    out += String.fromCharCode(byte);
  }
  return out;
}

/** The bytes that {@link decodeName} made `name` of. */
export function encodeName(name: string): Uint8Array {
  if (isValidName(name)) return new TextEncoder().encode(name);
  const parts: number[] = [];
  const encoder = new TextEncoder();
  for (const rune of name) {
    const escaped = escapedByte(rune);
    if (escaped === undefined) parts.push(...encoder.encode(rune));
    else parts.push(escaped);
  }
  return Uint8Array.from(parts);
}

function escapedByte(rune: string): number | undefined {
  const code = rune.charCodeAt(0);
  return rune.length === 1 && code >= 0xdc80 && code <= 0xdcff ? code - 0xdc00 : undefined;
}

/** Whether the bytes of the name are valid UTF-8. */
export function isValidName(name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    if (code < 0xd800 || code > 0xdfff) continue;
    if (code >= 0xdc00) return false;
    i++;
  }
  return true;
}

/** The name as Go's %q shows it: bytes that are not UTF-8 as \xNN. */
export function quoteName(name: string): string {
  if (isValidName(name)) return quote(name);
  let out = '"';
  for (const rune of name) {
    const escaped = escapedByte(rune);
    out += escaped === undefined ? quote(rune).slice(1, -1) : `\\x${escaped.toString(16)}`;
  }
  return `${out}"`;
}

/** Orders names as Go orders the strings: by their bytes. */
export function compareNames(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return isSurrogate(x) || isSurrogate(y) ? compareBytes(encodeName(a), encodeName(b)) : x - y;
  }
  return a.length - b.length;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
