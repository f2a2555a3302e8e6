// Text as strings without losing a byte, and Go's notions of order and white space.
//
// Go's strings are bytes, and go.mod, go.sum and archives may have some that are no UTF-8. Here such a byte
// stands in the string as the lone surrogate U+DC00 + byte (0x80 to 0xff). UTF-8 has no surrogates, so nothing
// else decodes to one, and encoding gives back the very bytes.

const ESCAPE = 0xdc00;
/** The first surrogates, the second ones of pairs, what follows all, and how far both are to be moved to be last. */
const HIGH = 0xd800;
const LOW = 0xdc00;
const PRIVATE = 0xe000;
const PAIRS_LAST = 0x10000 - PRIVATE;
/** Some 100,000 names in a large download: the decoder is made once, and not at all in a run that decodes nothing. */
const utf8 = once(() => new TextDecoder('utf-8', { ignoreBOM: true }));
/** What the decoder makes of bytes that are no UTF-8. */
const REPLACED = '\ufffd';
const LONE_SURROGATE = /[\ud800-\udfff]/u;
/** The same, all of them. */
const LONE_SURROGATES = /[\ud800-\udfff]/gu;
/** From here on the order of UTF-16 units is not that of the bytes. */
const NEEDS_BYTES = /[\ud800-\uffff]/;

/** A value that is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

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

/** The code point of the valid sequence of `length` bytes at `at`. */
function codePointOf(bytes: Uint8Array, at: number, length: number): number {
  const first = bytes[at]!;
  let code = length === 1 ? first : first & (0x7f >> length);
  for (let i = 1; i < length; i++) code = (code << 6) | (bytes[at + i]! & 0x3f);
  return code;
}

/** Made unit by unit: a decoder that is called between bad bytes takes seconds for some megabytes of them. */
function decodeWithInvalid(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  let count = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = validLength(bytes, at);
    const code = length === 0 ? ESCAPE + bytes[at]! : codePointOf(bytes, at, length);
    at += length || 1;
    if (code > 0xffff) units[count++] = 0xd7c0 + (code >>> 10);
    units[count++] = code > 0xffff ? 0xdc00 | (code & 0x3ff) : code;
  }
  return unitsText(units.subarray(0, count));
}

/** How many units are made a string at once: each is an argument of a call. */
const PIECE = 4096;

/** The string of these UTF-16 units. */
export function unitsText(units: Uint16Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += PIECE) {
    pieces.push(Reflect.apply(String.fromCharCode, null, units.subarray(at, at + PIECE)));
  }
  return pieces.join('');
}

/** The text of UTF-8 bytes; see the head of this file for bytes that are none. A byte order mark is kept. */
export function decodeText(bytes: Uint8Array): string {
  const text = utf8().decode(bytes);
  return text.includes(REPLACED) ? decodeWithInvalid(bytes) : text;
}

/** The bytes of `text`: the inverse of {@link decodeText}. Any other lone surrogate becomes U+FFFD. */
export function encodeText(text: string): Uint8Array {
  return LONE_SURROGATE.test(text) ? encodeEscaped(text) : new TextEncoder().encode(text);
}

function encodeEscaped(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 3);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.codePointAt(i)!;
    const byte = escapedByte(code);
    if (byte === undefined && code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    const length = byte !== undefined || code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (length === 1) out[count++] = byte ?? code;
    else out[count++] = ((0xf00 >> length) & 0xff) | (code >>> (6 * (length - 1)));
    for (let left = length - 2; left >= 0; left--) out[count++] = 0x80 | ((code >>> (6 * left)) & 0x3f);
    if (length === 4) i++;
  }
  return out.slice(0, count);
}

/** The byte that the lone surrogate `code` stands for; undefined for every other code point. */
export function escapedByte(code: number): number | undefined {
  return code >= ESCAPE + 0x80 && code <= ESCAPE + 0xff ? code - ESCAPE : undefined;
}

function isLow(unit: number): boolean {
  return unit >= LOW && unit < PRIVATE;
}

function compareBytes(a: Uint8Array, b: Uint8Array): -1 | 0 | 1 {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
}

/** Where the unit stands in the order of the texts' bytes: all pairs come last. */
function rankOf(unit: number): number {
  return unit < HIGH ? unit : unit < PRIVATE ? unit + PAIRS_LAST : unit - (PRIVATE - HIGH);
}

/** The order of the texts' bytes, which is how Go compares strings; that of UTF-16 units differs from it. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  let at = 0;
  while (at < length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  if (at === length) return a.length < b.length ? -1 : 1;
  const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)];
  if (isLow(left) || isLow(right)) {
    // Half of a pair, or a byte that is no UTF-8 and has to be compared with the bytes of something else.
    const start = Math.max(0, at - 1);
    return compareBytes(encodeText(a.slice(start)), encodeText(b.slice(start)));
  }
  return rankOf(left) < rankOf(right) ? -1 : 1;
}

/** A function that orders these texts as {@link compareText} does, in a third of the time where they allow it. */
export function orderOf(texts: Iterable<string>): (a: string, b: string) => number {
  for (const text of texts) if (NEEDS_BYTES.test(text)) return compareText;
  return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
}

/** Sorts texts in place by {@link compareText}. */
export function sortTexts(texts: string[]): void {
  if (texts.some((text) => NEEDS_BYTES.test(text))) texts.sort(compareText);
  else texts.sort();
}

/** `text` with U+FFFD for each byte that is no UTF-8, and for each half of a pair. */
export function toWellFormed(text: string): string {
  return text.replace(LONE_SURROGATES, REPLACED);
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
