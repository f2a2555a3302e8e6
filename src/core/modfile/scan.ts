// The scanner: bytes of a go.mod file into tokens.
//
// Blanks, tabs and carriage returns separate tokens. A newline is a token. `( ) [ ] { } ,` are tokens of one
// byte. A token that begins with `"` or a back quote runs to the same quote (in double quotes a backslash
// takes the next character, whatever it is, along). Everything else printable makes words. `//` begins a
// comment that ends the line, even inside a word; `/*` is refused. A comment alone on its line is a token
// of another kind than one behind something.
//
// One pass over the bytes; a token's text is a slice of one string of the whole file wherever it is ASCII.

import { isPrint, quoteChar } from '../quote.js';
import { isSpace } from '../text.js';
import { ModFileError, ModFileErrorList } from './errors.js';
import type { Position } from './syntax.js';
import { decodeRange, decodeRune, INVALID, runeSize } from './utf8.js';

/** Kinds of tokens. The three that end a line are the smallest. */
export const EOF = 0;
export const NEWLINE = 1;
export const SUFFIX_COMMENT = 2;
export const LINE_COMMENT = 3;
export const OPEN = 4;
export const CLOSE = 5;
export const WORD = 6;
export type TokenKind = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const NO_BLOCK_COMMENTS = 'mod files must use // comments (not /* */ comments)';
const LINE_FEED = 0x0a;
const SLASH = 0x2f;
const STAR = 0x2a;
const BACKSLASH = 0x5c;

/** Per ASCII byte: whether it can be part of a word. */
const WORD_BYTES = Uint8Array.from({ length: 128 }, (_, byte) =>
  byte > 0x20 && byte < 0x7f && !'()[]{},'.includes(String.fromCharCode(byte)) ? 1 : 0,
);

/** See the head of this file. Throws a ModFileErrorList of one error. */
export class Scanner {
  /** Kind and text of the token that `next` read. */
  kind: TokenKind = EOF;
  text = '';

  readonly #file: string;
  readonly #bytes: Uint8Array;
  /** One code unit a byte, so that indexes are byte offsets; right only where the bytes are ASCII. */
  readonly #chars: string;
  /** Whether the text before here holds more than ASCII: then code points must be counted. */
  #wide = false;
  #at = 0;
  #line = 1;
  #lineStart = 0;
  /** Whether a token other than a comment was seen on this line of the text. */
  #occupied = false;
  #start = 0;
  #startLine = 1;
  #startLineStart = 0;
  #previousEnd = 0;
  #previousLine = 1;
  #previousLineStart = 0;

  constructor(file: string, bytes: Uint8Array) {
    this.#file = file;
    this.#bytes = bytes;
    this.#chars = new TextDecoder('latin1').decode(bytes);
  }

  /** Where the token begins. */
  start(): Position {
    return this.#position(this.#start, this.#startLine, this.#startLineStart);
  }

  /** Where the token before this one ends. */
  previousEnd(): Position {
    return this.#position(this.#previousEnd, this.#previousLine, this.#previousLineStart);
  }

  /** Where the scanner is: behind the token, for a comment or newline on the next line. */
  end(): Position {
    return this.#position(this.#at, this.#line, this.#lineStart);
  }

  /** Ends the reading with an error at `position`. */
  fail(reason: string, position: Position = this.end()): never {
    const error = new ModFileError(reason, { code: 'modfile-syntax', file: this.#file, position });
    throw new ModFileErrorList([error]);
  }

  /** Reads the next token into `kind` and `text`. */
  next(): TokenKind {
    this.#previousEnd = this.#at;
    this.#previousLine = this.#line;
    this.#previousLineStart = this.#lineStart;
    this.#skipBlanks();
    this.#start = this.#at;
    this.#startLine = this.#line;
    this.#startLineStart = this.#lineStart;
    this.kind = this.#read();
    return this.kind;
  }

  #position(byte: number, line: number, lineStart: number): Position {
    let lineRune = byte - lineStart + 1;
    if (this.#wide) {
      lineRune = 1;
      for (let at = lineStart; at < byte; at += runeSize(decodeRune(this.#bytes, at))) lineRune++;
    }
    return { line, lineRune, byte };
  }

  #skipBlanks(): void {
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return;
      this.#at++;
    }
  }

  #read(): TokenKind {
    const byte = this.#bytes[this.#at];
    switch (byte) {
      case undefined:
        this.text = '';
        return EOF;
      case LINE_FEED:
        this.#at++;
        this.#newLine();
        this.text = '\n';
        return NEWLINE;
      case 0x28:
        return this.#punctuation(OPEN);
      case 0x29:
        return this.#punctuation(CLOSE);
      case 0x5b:
      case 0x5d:
      case 0x7b:
      case 0x7d:
      case 0x2c:
        return this.#punctuation(WORD);
      case 0x22:
      case 0x60:
        return this.#string(byte);
      case SLASH:
        if (this.#bytes[this.#at + 1] === SLASH) return this.#comment();
    }
    return this.#word();
  }

  #newLine(): void {
    this.#line++;
    this.#lineStart = this.#at;
    this.#occupied = false;
  }

  #punctuation(kind: TokenKind): TokenKind {
    this.text = this.#chars.charAt(this.#at);
    this.#at++;
    this.#occupied = true;
    return kind;
  }

  #comment(): TokenKind {
    const kind = this.#occupied ? SUFFIX_COMMENT : LINE_COMMENT;
    const newline = this.#bytes.indexOf(LINE_FEED, this.#at);
    let end = newline;
    if (newline < 0) end = this.#bytes.length;
    else if (this.#bytes[newline - 1] === 0x0d) end = newline - 1;
    this.text = this.#slice(this.#at, end);
    this.#at = newline < 0 ? end : newline + 1;
    if (newline >= 0) this.#newLine();
    return kind;
  }

  /** The text of bytes that may be anything. */
  #slice(from: number, to: number): string {
    for (let i = from; i < to; i++) {
      if ((this.#bytes[i] ?? 0) < 0x80) continue;
      this.#wide = true;
      return decodeRange(this.#bytes, from, to);
    }
    return this.#chars.slice(from, to);
  }

  #string(delimiter: number): TokenKind {
    this.#at++;
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) this.fail('unexpected EOF in string', this.start());
      if (byte === LINE_FEED) this.fail('unexpected newline in string');
      this.#at++;
      if (byte >= 0x80) this.#wide = true;
      if (byte === delimiter) break;
      if (byte === BACKSLASH && delimiter === 0x22) this.#escaped();
    }
    this.text = this.#slice(this.#start, this.#at);
    this.#occupied = true;
    return WORD;
  }

  /** Takes the character after a backslash; a newline there is part of the string. */
  #escaped(): void {
    if (this.#at >= this.#bytes.length) this.fail('unexpected EOF in string', this.start());
    const rune = decodeRune(this.#bytes, this.#at);
    this.#at += runeSize(rune);
    if (rune >= 0x80 || rune === INVALID) this.#wide = true;
    if (rune === LINE_FEED) this.#newLine();
  }

  #word(): TokenKind {
    const start = this.#at;
    let ascii = true;
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) break;
      if (byte >= 0x80) {
        const rune = decodeRune(this.#bytes, this.#at);
        if (rune !== INVALID && (isSpace(rune) || !isPrint(String.fromCodePoint(rune)))) break;
        this.#at += runeSize(rune);
        this.#wide = true;
        ascii = false;
        continue;
      }
      if (WORD_BYTES[byte] !== 1) break;
      if (byte === SLASH) {
        const after = this.#bytes[this.#at + 1];
        if (after === STAR) this.fail(NO_BLOCK_COMMENTS);
        if (after === SLASH) break;
      }
      this.#at++;
    }
    if (this.#at === start) this.#refuse();
    this.text = ascii ? this.#chars.slice(start, this.#at) : decodeRange(this.#bytes, start, this.#at);
    this.#occupied = true;
    return WORD;
  }

  #refuse(): never {
    const rune = decodeRune(this.#bytes, this.#at);
    return this.fail(`unexpected input character ${quoteChar(String.fromCodePoint(rune))}`);
  }
}
