// The quick reader: how far the imports of a Go file reach, found without a parser.
//
// It knows the package clause and import declarations, takes semicolons for blanks and any byte beyond ASCII for a
// letter, and stops at the first byte of something else. What it has passed is all that anyone reads of a file
// without embedded files. Where it meets something it does not know the whole file counts. A NUL ends the reading
// for good. A byte order mark at the start is no part of what is read. Defined by go/build and
// cmd/go/internal/imports, which have the same reader.

import { decodeText } from '../text.js';
import { ImportsError } from './error.js';
import { KEYWORDS } from './scanner.js';

/** What the quick reader found. */
export interface Reach {
  /** The bytes without a byte order mark. */
  readonly bytes: Uint8Array;
  /** Where the imports end; all of the file after a syntax error. */
  readonly end: number;
  /** Where something was found that is no Go: all before was looked at. Undefined where all is right so far. */
  readonly oddAt: number | undefined;
  /**
   * Whether the parser, too, takes what was passed for a package clause and these imports, as far as it does not depend
   * on bytes of comments and paths. False where only the parser can tell.
   */
  readonly certain: boolean;
  /** From where to where the import paths stand, quotes included: pairs of numbers, before anything odd. */
  readonly paths: readonly number[];
}

const LINE_FEED = 0x0a;
const FORM_FEED = 0x0c;
const SEMICOLON = 0x3b;
const SLASH = 0x2f;
const STAR = 0x2a;
const QUOTE = 0x22;
const BACKQUOTE = 0x60;
const BACKSLASH = 0x5c;
const DOT = 0x2e;
const OPEN = 0x28;
const CLOSE = 0x29;
const PLAIN_NAME = /^[A-Za-z_]\w*$/;
const PACKAGE = [...'package'].map((char) => char.charCodeAt(0));
const IMPORT = [...'import'].map((char) => char.charCodeAt(0));

/** The error that a NUL is. */
export function nulError(): ImportsError {
  return new ImportsError('source-read', 'unexpected NUL in input');
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function isNameByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  if (byte >= 0x80 || byte === 0x5f) return true;
  const lower = byte | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (byte >= 0x30 && byte <= 0x39);
}

function isBlank(byte: number | undefined): boolean {
  return (
    byte === 0x20 ||
    byte === SEMICOLON ||
    byte === 9 ||
    byte === LINE_FEED ||
    byte === FORM_FEED ||
    byte === 13
  );
}

/** Reads on as long as nothing is odd; then every step does nothing. */
class QuickReader {
  readonly bytes: Uint8Array;
  at = 0;
  odd = false;
  certain = true;
  readonly paths: number[] = [];
  /** Whether a line has ended behind the last thing that was read, or that does not matter. */
  #lineEnded = true;
  #begun = false;

  constructor(bytes: Uint8Array) {
    this.bytes = withoutMark(bytes);
  }

  /** The byte here; undefined at the end, and after something odd. A NUL ends all. */
  peek(): number | undefined {
    if (this.odd) return undefined;
    const byte = this.bytes[this.at];
    if (byte === 0) throw nulError();
    return byte;
  }

  #take(): number | undefined {
    const byte = this.peek();
    if (byte !== undefined) this.at++;
    return byte;
  }

  /** Passes blanks and comments, then looks. */
  peekSolid(): number | undefined {
    for (;;) {
      const byte = this.peek();
      if (byte === SLASH) this.#comment();
      else if (isBlank(byte)) {
        this.#lineEnded ||= byte === LINE_FEED;
        // The parser minds how many semicolons there are, and does not know form feeds.
        this.certain &&= byte !== SEMICOLON && byte !== FORM_FEED;
        this.at++;
      } else return byte;
    }
  }

  /** What follows is on a line of its own. */
  #separate(): void {
    this.certain &&= this.#lineEnded;
  }

  #comment(): void {
    this.at++;
    const second = this.#take();
    const isLine = second === SLASH;
    if (!isLine && second !== STAR) {
      this.odd = true;
      // Go has read one byte more by then, and does not mind a NUL there.
      this.at++;
      return;
    }
    // It may end a line.
    if (!isLine && this.#begun) this.certain = false;
    const end = isLine ? this.bytes.indexOf(LINE_FEED, this.at) : this.#starSlash();
    const stop = end < 0 ? this.bytes.length : end;
    const nul = this.bytes.subarray(this.at, stop).indexOf(0);
    if (nul >= 0) throw nulError();
    this.at = stop;
    if (end < 0 && !isLine) this.odd = true;
  }

  /** The byte behind the end of a comment; -1 where it has none. */
  #starSlash(): number {
    let star = this.bytes.indexOf(STAR, this.at);
    while (star >= 0 && this.bytes[star + 1] !== SLASH) star = this.bytes.indexOf(STAR, star + 1);
    return star < 0 ? -1 : star + 2;
  }

  keyword(word: readonly number[]): void {
    this.peekSolid();
    for (const letter of word) {
      if (this.#take() !== letter) {
        this.odd = true;
        return;
      }
    }
    if (isNameByte(this.peek())) this.odd = true;
    this.#begun = true;
  }

  packageName(): void {
    if (this.#name() === '_') this.certain = false;
  }

  #name(): string {
    if (!isNameByte(this.peekSolid())) this.odd = true;
    const start = this.at;
    while (isNameByte(this.peek())) this.at++;
    const name = decodeText(this.bytes.subarray(start, this.at));
    this.certain &&= PLAIN_NAME.test(name) && !KEYWORDS.has(name);
    this.#lineEnded = false;
    return name;
  }

  importSpec(): void {
    const byte = this.peekSolid();
    this.#separate();
    if (byte === DOT) this.at++;
    else if (isNameByte(byte)) {
      this.#name();
      this.peekSolid();
      // A name at the end of a line stands alone.
      if (this.#lineEnded) this.certain = false;
    }
    this.#path();
  }

  #path(): void {
    this.peekSolid();
    const start = this.at;
    const mark = this.#take();
    if (mark !== QUOTE && mark !== BACKQUOTE) {
      this.odd = true;
      return;
    }
    for (;;) {
      const byte = this.#take();
      if (byte === undefined || (byte === LINE_FEED && mark === QUOTE)) {
        this.odd = true;
        return;
      }
      if (byte === mark) break;
      if (byte === BACKSLASH && mark === QUOTE) this.#take();
    }
    this.paths.push(start, this.at);
    this.#lineEnded = false;
  }

  importDeclaration(): void {
    this.#separate();
    this.keyword(IMPORT);
    this.#lineEnded = true;
    if (this.peekSolid() !== OPEN) {
      this.importSpec();
      return;
    }
    this.at++;
    while (this.peekSolid() !== CLOSE && !this.odd) this.importSpec();
    this.#take();
    this.#lineEnded = false;
  }
}

/** Finds how far the imports of a Go file reach. Throws an ImportsError `source-read` for a NUL among them. */
export function reachOfImports(bytes: Uint8Array): Reach {
  const reader = new QuickReader(bytes);
  reader.keyword(PACKAGE);
  reader.packageName();
  while (reader.peekSolid() === IMPORT[0]) reader.importDeclaration();
  return {
    bytes: reader.bytes,
    end: reader.odd ? reader.bytes.length : reader.at,
    oddAt: reader.odd ? reader.at : undefined,
    certain: reader.certain && !reader.odd,
    paths: reader.paths,
  };
}

/** How far the blanks and comments at the start of any source reach. Throws an ImportsError `source-read`. */
export function reachOfComments(bytes: Uint8Array): Reach {
  const reader = new QuickReader(bytes);
  reader.peekSolid();
  if (reader.odd) throw new ImportsError('source-read', 'syntax error');
  return { bytes: reader.bytes, end: reader.at, oddAt: undefined, certain: true, paths: [] };
}
