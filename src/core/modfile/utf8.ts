// UTF-8 read code point by code point, with Go's idea of what is none: each invalid byte counts as one.

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

/** The text of `bytes[from, to)`, as decodeText of core/text.ts has it but faster for single words. */
export function decodeRange(bytes: Uint8Array, from: number, to: number): string {
  // What lies behind `to` must not complete a sequence.
  const part = to === bytes.length ? bytes : bytes.subarray(0, to);
  let out = '';
  for (let at = from; at < to; ) {
    const rune = decodeRune(part, at);
    out += String.fromCodePoint(rune === INVALID ? 0xdc00 + (part[at] ?? 0) : rune);
    at += runeSize(rune);
  }
  return out;
}
