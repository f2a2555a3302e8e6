// Tokens from the text of a template.
//
// Text is one token up to the next `{{`. Within `{{` and `}}` blanks are tokens, too, for they separate operands.
// `{{- ` and ` -}}` take away the white space on their outer side. Comments, `{{/* ... */}}`, leave nothing. Whatever
// cannot be read is one token of kind `error`, after which there is only the end. Defined by text/template/parse.

import { sprintf } from '../fmt/index.js';
import { goInt, goValue } from '../gostruct/index.js';
import { isPrint, quote } from '../quote.js';
import { KEYWORDS, type Token, type TokenKind } from './token.js';

const LEFT = '{{';
const RIGHT = '}}';
const WORD = /[\p{L}\p{Nd}_]*/uy;
const BLANKS = /[ \t\r\n]*/y;

const SINGLE: Readonly<Record<string, TokenKind>> = {
  '=': 'assign',
  '|': 'pipe',
  '(': 'leftParen',
  ')': 'rightParen',
};

/** What follows a sign, by the letter behind a leading 0: digits with a point, an exponent, the mark of an imaginary. */
const NUMBERS: Readonly<Record<string, RegExp>> = {
  x: /0.[\da-fA-F_]*\.?[\da-fA-F_]*(?:[pP][-+]?[\d_]*)?i?/y,
  o: /0.[0-7_]*\.?[0-7_]*i?/y,
  b: /0.[01_]*\.?[01_]*i?/y,
};
const DECIMAL = /[\d_]*\.?[\d_]*(?:[eE][-+]?[\d_]*)?i?/y;

function isBlank(char: string): boolean {
  return char !== '' && ' \t\r\n'.includes(char);
}

/** See the head of this file. */
export class Lexer {
  #at = 0;
  #line = 1;
  /** Where that line ends. */
  #lineEnd: number;
  #inAction = false;
  #parens = 0;
  #ended = false;

  constructor(private readonly text: string) {
    this.#lineEnd = this.#newline(0);
  }

  /** The next token; the last one again and again. */
  next(): Token {
    if (this.#ended) return this.#token('eof', this.text.length, this.text.length);
    return this.#inAction ? this.#action() : this.#outside();
  }

  #newline(from: number): number {
    const found = this.text.indexOf('\n', from);
    return found < 0 ? this.text.length : found;
  }

  /** The line of a place; places come in order. */
  #lineAt(at: number): number {
    while (this.#lineEnd < at) {
      this.#line++;
      this.#lineEnd = this.#newline(this.#lineEnd + 1);
    }
    return this.#line;
  }

  /** A token from `start` to `end`; reading goes on at its end. */
  #token(kind: TokenKind, start: number, end: number): Token {
    this.#at = end;
    return { kind, text: this.text.slice(start, end), at: start, line: this.#lineAt(start) };
  }

  #error(start: number, text: string): Token {
    this.#ended = true;
    return { kind: 'error', text, at: start, line: this.#lineAt(start) };
  }

  #match(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    pattern.test(this.text);
    return pattern.lastIndex;
  }

  /** Text, then the delimiter behind it. */
  #outside(): Token {
    const { text } = this;
    for (;;) {
      const start = this.#at;
      const found = text.indexOf(LEFT, start);
      const end = found < 0 ? text.length : found;
      const kept = found >= 0 && this.#trimsLeft(found) ? this.#trimmed(start, end) : end;
      if (kept > start) {
        const token = this.#token('text', start, kept);
        this.#at = end;
        return token;
      }
      if (found < 0) return this.#token('eof', end, end);
      const inner = end + LEFT.length + (this.#trimsLeft(end) ? 2 : 0);
      if (!text.startsWith('/*', inner)) return this.#open(end, inner);
      const problem = this.#comment(inner);
      if (problem !== undefined) return problem;
    }
  }

  /** Where the text before a trimming delimiter ends. */
  #trimmed(start: number, end: number): number {
    let at = end;
    while (at > start && isBlank(this.text.charAt(at - 1))) at--;
    return at;
  }

  #trimsLeft(delimiter: number): boolean {
    const after = delimiter + LEFT.length;
    return this.text.charAt(after) === '-' && isBlank(this.text.charAt(after + 1));
  }

  #open(at: number, inner: number): Token {
    const token = this.#token('leftDelim', at, at + LEFT.length);
    this.#at = inner;
    this.#inAction = true;
    this.#parens = 0;
    return token;
  }

  #comment(start: number): Token | undefined {
    const close = this.text.indexOf('*/', start + 2);
    if (close < 0) return this.#error(start, 'unclosed comment');
    const end = close + 2;
    const right = this.#rightDelimiter(end);
    if (right === undefined) return this.#error(start, 'comment ends before closing delimiter');
    this.#at = right.trims ? this.#match(BLANKS, right.end) : right.end;
    return undefined;
  }

  /** The closing delimiter at `at`, with its trim marker. */
  #rightDelimiter(at: number): { start: number; end: number; trims: boolean } | undefined {
    const { text } = this;
    if (isBlank(text.charAt(at)) && text.startsWith(`-${RIGHT}`, at + 1)) {
      return { start: at + 2, end: at + 2 + RIGHT.length, trims: true };
    }
    return text.startsWith(RIGHT, at) ? { start: at, end: at + RIGHT.length, trims: false } : undefined;
  }

  #close(right: { start: number; end: number; trims: boolean }): Token {
    const token = this.#token('rightDelim', right.start, right.end);
    if (right.trims) this.#at = this.#match(BLANKS, right.end);
    this.#inAction = false;
    return token;
  }

  #action(): Token {
    const { text } = this;
    const start = this.#at;
    const right = this.#rightDelimiter(start);
    if (right !== undefined) {
      return this.#parens === 0 ? this.#close(right) : this.#error(start, 'unclosed left paren');
    }
    const char = text.charAt(start);
    if (char === '') return this.#error(start, 'unclosed action');
    if (isBlank(char)) return this.#space(start);
    const single = SINGLE[char];
    if (single !== undefined) return this.#single(single, start);
    if (char === ':') {
      if (text.charAt(start + 1) !== '=') return this.#error(start, 'expected :=');
      return this.#token('declare', start, start + 2);
    }
    if (char === '"') return this.#quoted('string', start, 'unterminated quoted string');
    if (char === "'") return this.#quoted('charConstant', start, 'unterminated character constant');
    if (char === '`') return this.#raw(start);
    if (char === '$') return this.#name('variable', start);
    const digitNext = /^\d?$/.test(text.charAt(start + 1));
    if (char === '.' && !digitNext) return this.#name('field', start);
    if (/[-+.\d]/.test(char)) return this.#number(start);
    return this.#wordOrOther(start);
  }

  #single(kind: TokenKind, start: number): Token {
    if (kind === 'leftParen') this.#parens++;
    if (kind === 'rightParen' && --this.#parens < 0) return this.#error(start, 'unexpected right paren');
    return this.#token(kind, start, start + 1);
  }

  /** Blanks, but for one that belongs to a closing delimiter. */
  #space(start: number): Token {
    const end = this.#match(BLANKS, start);
    const right = this.#rightDelimiter(end - 1);
    return this.#token('space', start, right?.trims === true ? end - 1 : end);
  }

  /** A literal with escapes; what they mean is the parser's concern. */
  #quoted(kind: 'string' | 'charConstant', start: number, problem: string): Token {
    const { text } = this;
    const mark = text.charAt(start);
    for (let at = start + 1; at < text.length; at++) {
      const char = text.charAt(at);
      if (char === mark) return this.#token(kind, start, at + 1);
      if (char === '\\') at++;
      if (text.charAt(at) === '\n') break;
    }
    return this.#error(start, problem);
  }

  #raw(start: number): Token {
    const end = this.text.indexOf('`', start + 1);
    if (end < 0) return this.#error(start, 'unterminated raw quoted string');
    return this.#token('rawString', start, end + 1);
  }

  /** `$name` or `.name`; the mark alone, too. */
  #name(kind: 'variable' | 'field', start: number): Token {
    if (this.#endsWord(start + 1)) return this.#token(kind === 'field' ? 'dot' : kind, start, start + 1);
    const end = this.#match(WORD, start + 1);
    return this.#endsWord(end) ? this.#token(kind, start, end) : this.#badCharacter(start, end);
  }

  #wordOrOther(start: number): Token {
    const end = this.#match(WORD, start);
    if (end === start) return this.#other(start);
    if (!this.#endsWord(end)) return this.#badCharacter(start, end);
    const word = this.text.slice(start, end);
    const keyword = KEYWORDS.find((known) => known === word);
    const literal = word === 'true' || word === 'false' ? 'bool' : 'identifier';
    return this.#token(keyword ?? literal, start, end);
  }

  #other(start: number): Token {
    const char = this.text.charAt(start);
    if (char < '\x7f' && isPrint(char)) return this.#token('char', start, start + 1);
    return this.#error(start, `unrecognized character in action: ${this.#codePoint(start)}`);
  }

  /** Whether a name may end here: `$x+2` is none. */
  #endsWord(at: number): boolean {
    const char = this.text.charAt(at);
    return char === '' || isBlank(char) || '.,|:)('.includes(char) || this.text.startsWith(RIGHT, at);
  }

  #badCharacter(start: number, at: number): Token {
    return this.#error(start, `bad character ${this.#codePoint(at)}`);
  }

  #codePoint(at: number): string {
    const code = this.text.codePointAt(at) ?? 0;
    return sprintf('%#U', [goValue(goInt, code >= 0xd800 && code <= 0xdfff ? 0xfffd : code)]);
  }

  #number(start: number): Token {
    const first = this.#scanNumber(start);
    if (first.good && !/[-+]/.test(this.text.charAt(first.end))) {
      return this.#token('number', start, first.end);
    }
    const second = first.good ? this.#scanNumber(first.end) : first;
    const complex = first.good && second.good && this.text.charAt(second.end - 1) === 'i';
    if (complex) return this.#token('complex', start, second.end);
    return this.#error(start, `bad number syntax: ${quote(this.text.slice(start, second.end))}`);
  }

  /** What looks like a number; whether it is one is seen when it is read. */
  #scanNumber(start: number): { end: number; good: boolean } {
    const { text } = this;
    const first = start + Number(/[-+]/.test(text.charAt(start)));
    const prefix = text.charAt(first) === '0' ? text.charAt(first + 1).toLowerCase() : '';
    const at = this.#match(NUMBERS[prefix] ?? DECIMAL, first);
    const next = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (/^[\p{L}\p{Nd}_]/u.test(next)) return { end: at + next.length, good: false };
    return { end: at, good: true };
  }
}
