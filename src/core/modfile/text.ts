// Text of go.mod files as strings, without losing a byte.
//
// Go keeps a go.mod's tokens and comments as bytes, and accepts bytes that are not UTF-8 in both. Here text
// is a string in which a byte that is no part of valid UTF-8 stands as the lone surrogate U+DC00 + byte
// (0x80 to 0xff). UTF-8 has no surrogates, so nothing else decodes to one, and encoding gives back the very
// bytes. Order, blanks and printability are Go's (bytes, unicode.IsSpace, unicode.IsPrint).

const ESCAPE = 0xdc00;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** What `decodeRune` answers for a byte that begins no valid UTF-8 sequence: Go's utf8.RuneError of size 1. */
export const INVALID = -1;

/** The code point of the UTF-8 sequence at `at`, or INVALID. */
export function decodeRune(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return first;
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + size > bytes.length) return INVALID;
  let rune = first & (0x7f >> size);
  for (let i = 1; i < size; i++) {
    const next = bytes[at + i] ?? 0;
    if ((next & 0xc0) !== 0x80) return INVALID;
    rune = (rune << 6) | (next & 0x3f);
  }
  const shortest = size === 4 ? 0x10000 : size === 3 ? 0x800 : 0x80;
  return rune < shortest || rune > 0x10ffff || (rune >= 0xd800 && rune <= 0xdfff) ? INVALID : rune;
}

/** The bytes that the answer of `decodeRune` took. */
export function runeSize(rune: number): number {
  if (rune < 0x80) return 1;
  if (rune < 0x800) return 2;
  return rune < 0x10000 ? 3 : 4;
}

/** The text of `bytes[from, to)`. */
export function decodeText(bytes: Uint8Array, from = 0, to = bytes.length): string {
  // What lies behind `to` must not complete a sequence.
  const part = to === bytes.length ? bytes : bytes.subarray(0, to);
  let out = '';
  for (let at = from; at < to; ) {
    const rune = decodeRune(part, at);
    out += String.fromCodePoint(rune === INVALID ? ESCAPE + (part[at] ?? 0) : rune);
    at += runeSize(rune);
  }
  return out;
}

/** The bytes of `text`: the inverse of `decodeText`. Any other lone surrogate becomes U+FFFD. */
export function encodeText(text: string): Uint8Array {
  if (!LONE_SURROGATE.test(text)) return new TextEncoder().encode(text);
  const out: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code >= ESCAPE + 0x80 && code <= ESCAPE + 0xff) out.push(code - ESCAPE);
    else out.push(...new TextEncoder().encode(char));
  }
  return Uint8Array.from(out);
}

/** Whether Go's unicode.IsSpace holds for the code unit (no white space lies beyond the basic plane). */
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
  return from === 0 && to === text.length ? text : text.slice(from, to);
}

/** Order of two texts by their bytes, as Go compares strings; JavaScript's `<` goes by UTF-16 units. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    return x < 0xd800 && y < 0xd800 ? x - y : compareBytes(encodeText(a), encodeText(b));
  }
  return a.length - b.length;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = (a[i] ?? 0) - (b[i] ?? 0);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
