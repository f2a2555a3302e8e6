// Text as strings without losing a byte, and Go's notions of order and white space.
//
// Go's strings are bytes, and go.mod, go.sum and archives may have some that are no UTF-8. Here such a byte
// stands in the string as the lone surrogate U+DC00 + byte (0x80 to 0xff). UTF-8 has no surrogates, so nothing
// else decodes to one, and encoding gives back the very bytes.

const ESCAPE = 0xdc00;
const LONE_SURROGATE = /\p{Surrogate}/u;
/** From here on the order of UTF-16 units is not that of the bytes. */
const NEEDS_BYTES = /[\ud800-\uffff]/;

function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** Length of the valid UTF-8 sequence at `at`, or 0. */
function validLength(bytes: Uint8Array, at: number): number {
  const length = sequenceLength(bytes[at]!);
  if (at + length > bytes.length) return 0;
  for (let i = 1; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return 0;
  const pair = (bytes[at]! << 8) | (bytes[at + 1] ?? 0);
  if (length === 3 && (pair < 0xe0a0 || (pair >= 0xeda0 && pair < 0xee00))) return 0;
  if (length === 4 && (pair < 0xf090 || pair >= 0xf490)) return 0;
  return length;
}

function decodeWithInvalid(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = validLength(bytes, at);
    if (length === 0) {
      parts.push(decoder.decode(bytes.subarray(start, at)), String.fromCharCode(ESCAPE + bytes[at]!));
      start = at + 1;
    }
    at += length || 1;
  }
  parts.push(decoder.decode(bytes.subarray(start)));
  return parts.join('');
}

/** The text of UTF-8 bytes; see the head of this file for bytes that are none. A byte order mark is kept. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return decodeWithInvalid(bytes);
  }
}

/** The bytes of `text`: the inverse of {@link decodeText}. Any other lone surrogate becomes U+FFFD. */
export function encodeText(text: string): Uint8Array {
  const encoder = new TextEncoder();
  if (!LONE_SURROGATE.test(text)) return encoder.encode(text);
  const out: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code >= ESCAPE + 0x80 && code <= ESCAPE + 0xff) out.push(code - ESCAPE);
    else for (const byte of encoder.encode(char)) out.push(byte);
  }
  return Uint8Array.from(out);
}

/** The byte that the lone surrogate `code` stands for; undefined for every other code point. */
export function escapedByte(code: number): number | undefined {
  return code >= ESCAPE + 0x80 && code <= ESCAPE + 0xff ? code - ESCAPE : undefined;
}

function compareBytes(a: Uint8Array, b: Uint8Array): -1 | 0 | 1 {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
}

/** The order of the texts' bytes, which is how Go compares strings; that of UTF-16 units differs from it. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  if (NEEDS_BYTES.test(a) || NEEDS_BYTES.test(b)) return compareBytes(encodeText(a), encodeText(b));
  return a < b ? -1 : 1;
}

/** Sorts texts in place by {@link compareText}. */
export function sortTexts(texts: string[]): void {
  if (texts.some((text) => NEEDS_BYTES.test(text))) texts.sort(compareText);
  else texts.sort();
}

/** Whether Go's unicode.IsSpace holds for the UTF-16 unit; no white space lies beyond the basic plane. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13);
  if (code < 0x1680) return code === 0x85 || code === 0xa0;
  if (code >= 0x2000 && code <= 0x200a) return true;
  return [0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].includes(code);
}

/** Go's strings.TrimSpace. */
export function trimSpace(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}

/** Go's strings.Fields: what white space separates. */
export function fields(text: string): string[] {
  const out: string[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const space = i === text.length || isSpace(text.charCodeAt(i));
    if (space && start >= 0) {
      out.push(text.slice(start, i));
      start = -1;
    } else if (!space && start < 0) {
      start = i;
    }
  }
  return out;
}
