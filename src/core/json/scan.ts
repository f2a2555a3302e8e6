// Reading JSON as Go's encoding/json does: the same texts are accepted and the same messages given.
//
// The whole text is checked before anything is made of it. Strings keep their raw bytes beside their text, since
// Go's times look at the former. Lone surrogates and bytes that are no UTF-8 become U+FFFD in the text. Nesting
// deeper than 10000 is refused; the scanner keeps its own stack, so that depth costs no call stack. Messages:
// encoding/json/scanner.go.

import { GomodError } from '../error.js';
import { quote } from '../quote.js';
import { decodeText, toWellFormed } from '../text.js';

/** Codes of this room: a text that is no JSON; JSON that does not fit the type asked for. */
export type JsonErrorCode = 'syntax' | 'type';

/** See {@link JsonErrorCode}. */
export class JsonError extends GomodError<JsonErrorCode> {}

/** A value, and where it stands: bytes[start, end). Numbers are not interpreted. */
export type JsonNode =
  | { readonly kind: 'null' | 'bool' | 'number'; readonly start: number; readonly end: number }
  | { readonly kind: 'string'; readonly start: number; readonly end: number; readonly text: string }
  | { readonly kind: 'array'; readonly start: number; end: number; readonly items: JsonNode[] }
  | { readonly kind: 'object'; readonly start: number; end: number; readonly members: JsonMember[] };

/** A member of an object; keys may repeat. */
export interface JsonMember {
  readonly key: string;
  readonly value: JsonNode;
}

type Composite = Extract<JsonNode, { kind: 'array' | 'object' }>;

const MAX_DEPTH = 10000;
const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const ESCAPABLE = 'bfnrt\\/"';
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === 0x0a;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isHex(byte: number): boolean {
  const letter = byte | 0x20;
  return isDigit(byte) || (letter >= 0x61 && letter <= 0x66);
}

/** The byte as it is shown in messages: a Go character literal. */
function quoteByte(byte: number): string {
  const char = String.fromCharCode(byte);
  if (char === "'") return "'\\''";
  return char === '"' ? `'"'` : `'${quote(char).slice(1, -1)}'`;
}

function isComposite(node: JsonNode): node is Composite {
  return node.kind === 'array' || node.kind === 'object';
}

/** The text of the string bytes[start, end) without its quotes, whose syntax was checked. */
function unquote(bytes: Uint8Array, start: number, end: number): string {
  const raw = toWellFormed(decodeText(bytes.subarray(start, end)));
  if (!raw.includes('\\')) return raw;
  const text = raw.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, char: string) =>
    code === undefined ? (ESCAPES[char] ?? char) : String.fromCharCode(Number.parseInt(code, 16)),
  );
  // Escaped halves of pairs have met by now; those that did not stand for nothing.
  return toWellFormed(text);
}

/** An array or object being read, and the key of the member whose value comes next. */
interface Frame {
  readonly node: Composite;
  key: string;
}

/** Reads values. `at` is where it stands in the bytes. */
class Scanner {
  readonly #bytes: Uint8Array;
  /** What is said when the text ends too soon; undefined means that the end reads as a space. */
  readonly #cutShort: string | undefined;
  at = 0;

  constructor(bytes: Uint8Array, cutShort?: string) {
    this.#bytes = bytes;
    this.#cutShort = cutShort;
  }

  /** The byte at `index` does not belong there. */
  #invalid(index: number, context: string): JsonError {
    if (index >= this.#bytes.length && this.#cutShort !== undefined) return this.#cut();
    return new JsonError('syntax', `invalid character ${quoteByte(this.#byte(index))} ${context}`);
  }

  #cut(): JsonError {
    return new JsonError('syntax', this.#cutShort ?? 'unexpected end of JSON input');
  }

  /** The byte at `index`. Inside of tokens the end of the text reads as a space, as it does in Go's messages. */
  #byte(index: number): number {
    return this.#bytes[index] ?? SPACE;
  }

  /** Skips spaces; whether nothing else is left. */
  atEnd(): boolean {
    while (this.at < this.#bytes.length && isSpace(this.#byte(this.at))) this.at++;
    return this.at >= this.#bytes.length;
  }

  /** Throws unless only spaces are left. */
  end(): void {
    if (!this.atEnd()) throw this.#invalid(this.at, 'after top-level value');
  }

  /** The next byte that is no space. Throws at the end of the text. */
  #significant(): number {
    if (this.atEnd()) throw this.#cut();
    return this.#byte(this.at);
  }

  /** Reads the value that begins here. */
  value(): JsonNode {
    const stack: Frame[] = [];
    let node = this.#begin();
    for (;;) {
      if (isComposite(node)) {
        stack.push({ node, key: '' });
        if (stack.length > MAX_DEPTH) throw this.#invalid(node.start, 'exceeded max depth');
        if (!this.#closes(node)) {
          node = this.#next(stack.at(-1)!);
          continue;
        }
        stack.pop();
      }
      // The node is complete: it goes to its parent, which may be complete with it.
      for (;;) {
        const frame = stack.at(-1);
        if (frame === undefined) return node;
        if (frame.node.kind === 'array') frame.node.items.push(node);
        else frame.node.members.push({ key: frame.key, value: node });
        if (!this.#closes(frame.node)) {
          this.#comma(frame.node);
          node = this.#next(frame);
          break;
        }
        node = frame.node;
        stack.pop();
      }
    }
  }

  /** Whether the end of the array or object comes next; if so it is passed. */
  #closes(node: Composite): boolean {
    if (this.#significant() !== (node.kind === 'array' ? 0x5d : 0x7d)) return false;
    node.end = ++this.at;
    return true;
  }

  #comma(node: Composite): void {
    if (this.#significant() !== 0x2c) {
      const where = node.kind === 'array' ? 'after array element' : 'after object key:value pair';
      throw this.#invalid(this.at, where);
    }
    this.at++;
  }

  /** The beginning of the next value in the array or object, after its key. */
  #next(frame: Frame): JsonNode {
    if (frame.node.kind === 'object') frame.key = this.#key();
    return this.#begin();
  }

  #key(): string {
    if (this.#significant() !== QUOTE) {
      throw this.#invalid(this.at, 'looking for beginning of object key string');
    }
    const key = this.#string();
    if (this.#significant() !== 0x3a) throw this.#invalid(this.at, 'after object key');
    this.at++;
    return key.text;
  }

  /** A scalar, or an array or object of which only the bracket was read. */
  #begin(): JsonNode {
    const byte = this.#significant();
    const start = this.at;
    if (byte === QUOTE) return this.#string();
    if (byte === 0x2d || isDigit(byte)) return this.#number();
    if (byte === 0x74) return this.#literal('true');
    if (byte === 0x66) return this.#literal('false');
    if (byte === 0x6e) return this.#literal('null');
    if (byte !== 0x7b && byte !== 0x5b) throw this.#invalid(this.at, 'looking for beginning of value');
    this.at++;
    return byte === 0x7b
      ? { kind: 'object', start, end: start, members: [] }
      : { kind: 'array', start, end: start, items: [] };
  }

  #literal(word: 'true' | 'false' | 'null'): JsonNode {
    const start = this.at;
    for (let i = 1; i < word.length; i++) {
      if (this.#byte(start + i) !== word.charCodeAt(i)) {
        throw this.#invalid(start + i, `in literal ${word} (expecting '${word.charAt(i)}')`);
      }
    }
    this.at += word.length;
    return { kind: word === 'null' ? 'null' : 'bool', start, end: this.at };
  }

  /** Passes digits; at least one must come. */
  #digits(context: string): void {
    if (!isDigit(this.#byte(this.at))) throw this.#invalid(this.at, context);
    while (isDigit(this.#byte(this.at))) this.at++;
  }

  #number(): JsonNode {
    const start = this.at;
    if (this.#byte(this.at) === 0x2d) this.at++;
    if (this.#byte(this.at) === 0x30) this.at++;
    else this.#digits('in numeric literal');
    if (this.#byte(this.at) === 0x2e) {
      this.at++;
      this.#digits('after decimal point in numeric literal');
    }
    if ((this.#byte(this.at) | 0x20) === 0x65) {
      this.at++;
      if (this.#byte(this.at) === 0x2b || this.#byte(this.at) === 0x2d) this.at++;
      this.#digits('in exponent of numeric literal');
    }
    return { kind: 'number', start, end: this.at };
  }

  #string(): Extract<JsonNode, { kind: 'string' }> {
    const start = this.at++;
    for (;;) {
      if (this.at >= this.#bytes.length) throw this.#cut();
      const byte = this.#byte(this.at++);
      if (byte === QUOTE) break;
      if (byte === BACKSLASH) this.#escape();
      else if (byte < SPACE) throw this.#invalid(this.at - 1, 'in string literal');
    }
    const text = unquote(this.#bytes, start + 1, this.at - 1);
    return { kind: 'string', start, end: this.at, text };
  }

  #escape(): void {
    const byte = this.#byte(this.at++);
    if (byte !== 0x75) {
      if (!ESCAPABLE.includes(String.fromCharCode(byte)))
        throw this.#invalid(this.at - 1, 'in string escape code');
      return;
    }
    for (let i = 0; i < 4; i++) {
      if (!isHex(this.#byte(this.at))) throw this.#invalid(this.at, 'in \\u hexadecimal character escape');
      this.at++;
    }
  }
}

/** The one value that the text is. Throws {@link JsonError}. */
export function parseJson(bytes: Uint8Array): JsonNode {
  const scanner = new Scanner(bytes);
  const node = scanner.value();
  scanner.end();
  return node;
}

/**
 * The values that follow each other in the text, each read when it is asked for, as Go's json.Decoder does. Throws
 * {@link JsonError}; a value that is cut off is told as `unexpected EOF`.
 */
export function* parseJsonSequence(bytes: Uint8Array): Generator<JsonNode> {
  const scanner = new Scanner(bytes, 'unexpected EOF');
  while (!scanner.atEnd()) yield scanner.value();
}
