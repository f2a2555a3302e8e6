// Go's path.Match: globs in which a slash is matched only by a slash or a class.
//
//   *        any bytes but slash       [a-z]  one character of the class, [^a-z] one outside of it
//   ?        one character but slash   \x     x itself, in classes too
//
// A class is not empty; `-` and `]` stand in one only behind a backslash. The whole name must match. Names are
// bytes: a star may end inside a character, and a byte that is no UTF-8 is the character U+FFFD to `?` and to a
// class. Defined by the documentation of path.Match.
//
// A star gives up its first fit only to the end of its own chunk, so that matching is at worst the product of
// both lengths.

import { decodeText, encodeText, escapedByte } from './text.js';

const SLASH = 0x2f;
const STAR = 0x2a;
const QUESTION = 0x3f;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const BACKSLASH = 0x5c;
const CARET = 0x5e;
const DASH = 0x2d;
const REPLACEMENT = 0xfffd;

/** Matches what begins at `at`, which is inside of `name`; gives the index behind it, or -1. */
type Piece = (name: Uint8Array, at: number) => number;

/** Pieces that must match in a row, behind any run of bytes where `star` is set. */
interface Chunk {
  readonly star: boolean;
  readonly pieces: readonly Piece[];
}

interface Rune {
  readonly code: number;
  readonly width: number;
  /** Whether these bytes are UTF-8. */
  readonly valid: boolean;
}

function runeAt(bytes: Uint8Array, at: number): Rune {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { code: first, width: 1, valid: true };
  const code = decodeText(bytes.subarray(at, at + 4)).codePointAt(0) ?? 0;
  if (escapedByte(code) !== undefined) return { code: REPLACEMENT, width: 1, valid: false };
  return { code, width: code < 0x800 ? 2 : code < 0x10000 ? 3 : 4, valid: true };
}

/** Reads one glob. Every method gives undefined where the glob is malformed. */
class GlobReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(glob: string) {
    this.#bytes = encodeText(glob);
  }

  chunks(): Chunk[] | undefined {
    const chunks: Chunk[] = [];
    while (this.#at < this.#bytes.length) {
      const star = this.#bytes[this.#at] === STAR;
      while (this.#bytes[this.#at] === STAR) this.#at++;
      const pieces: Piece[] = [];
      while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== STAR) {
        const piece = this.#piece();
        if (piece === undefined) return undefined;
        pieces.push(piece);
      }
      chunks.push({ star, pieces });
    }
    return chunks;
  }

  #piece(): Piece | undefined {
    const byte = this.#bytes[this.#at++];
    if (byte === OPEN) return this.#class();
    if (byte === QUESTION) {
      return (name, at) => (name[at] === SLASH ? -1 : at + runeAt(name, at).width);
    }
    const literal = byte === BACKSLASH ? this.#bytes[this.#at++] : byte;
    return literal === undefined ? undefined : (name, at) => (name[at] === literal ? at + 1 : -1);
  }

  #class(): Piece | undefined {
    const negated = this.#bytes[this.#at] === CARET;
    if (negated) this.#at++;
    const ranges: [number, number][] = [];
    while (ranges.length === 0 || this.#bytes[this.#at] !== CLOSE) {
      const low = this.#classRune();
      if (low === undefined) return undefined;
      let high: number | undefined = low;
      if (this.#bytes[this.#at] === DASH) {
        this.#at++;
        high = this.#classRune();
        if (high === undefined) return undefined;
      }
      ranges.push([low, high]);
    }
    this.#at++;
    return (name, at) => {
      const { code, width } = runeAt(name, at);
      return ranges.some(([low, high]) => low <= code && code <= high) === negated ? -1 : at + width;
    };
  }

  #classRune(): number | undefined {
    const byte = this.#bytes[this.#at];
    if (byte === undefined || byte === DASH || byte === CLOSE) return undefined;
    if (byte === BACKSLASH) this.#at++;
    const { code, width, valid } = runeAt(this.#bytes, this.#at);
    this.#at += width;
    // A class that stops short of its bracket is malformed wherever it stops.
    return valid && this.#at < this.#bytes.length ? code : undefined;
  }
}

/** The index behind the pieces that match in a row from `at` on, or -1. */
function matchRow(pieces: readonly Piece[], name: Uint8Array, at: number): number {
  let end = at;
  for (const piece of pieces) {
    if (end >= name.length) return -1;
    end = piece(name, end);
    if (end < 0) return -1;
  }
  return end;
}

/** Where the chunk fits in `name` from `from` on: the index just past it, or -1. */
function findChunk(chunk: Chunk, last: boolean, name: Uint8Array, from: number): number {
  if (chunk.star && chunk.pieces.length === 0) return name.indexOf(SLASH, from) < 0 ? name.length : -1;
  for (let at = from; at <= name.length; at++) {
    const end = matchRow(chunk.pieces, name, at);
    if (end >= 0 && (!last || end === name.length)) return end;
    if (!chunk.star || name[at] === SLASH) return -1;
  }
  return -1;
}

/** The test that a glob stands for; undefined where the glob is malformed. */
export function parseGlob(glob: string): ((name: string) => boolean) | undefined {
  const chunks = new GlobReader(glob).chunks();
  if (chunks === undefined) return undefined;
  return (text) => {
    const name = encodeText(text);
    let at = 0;
    for (const [i, chunk] of chunks.entries()) {
      at = findChunk(chunk, i === chunks.length - 1, name, at);
      if (at < 0) return false;
    }
    return at === name.length;
  };
}

/** Whether the glob is well-formed and matches all of `name`, as Go's path.Match does. */
export function matchGlob(glob: string, name: string): boolean {
  return parseGlob(glob)?.(name) ?? false;
}
