// The scanner: Go source text into tokens, with semicolons where newlines stand for them.
//
// Operators and keywords are tokens that are called by their own text, all others have names in capitals. After a
// name, a literal, a closing bracket, `++`, `--`, `break`, `continue`, `fallthrough` or `return` the end of a line,
// or of a comment that goes over one, is a semicolon with the text "\n". Scanning goes on after whatever is wrong;
// each error has its own place. Characters that may not stand anywhere (NUL, invalid UTF-8, a byte order mark beyond
// the start) are reported as soon as the scanner has come to them, which is one character ahead of the token.
// Defined by go/scanner.

import { describeCharacter } from './characters.js';
import { interpretLineComment, readComment, withoutReturns } from './line-comment.js';
import type { Lines } from './lines.js';
import { scanNumber } from './numbers.js';
import { scanRawString, scanRune, scanString } from './strings.js';

/** Tells where something is wrong, and what. */
export type Report = (offset: number, message: string) => void;

const LITERALS: ReadonlySet<string> = new Set(['IDENT', 'INT', 'FLOAT', 'IMAG', 'CHAR', 'STRING']);
/** The words that are no names. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  (
    'break case chan const continue default defer else fallthrough for func go goto if import interface map ' +
    'package range return select struct switch type var'
  ).split(' '),
);
const ENDS_STATEMENT: ReadonlySet<string> = new Set([
  ...LITERALS,
  ...'break continue fallthrough return ) ] } ++ --'.split(' '),
]);
const BLANKS = /[ \t\r]*/y;
const BLANKS_AND_LINES = /[ \t\r\n]*/y;
const PLAIN_NAME = /[A-Za-z_][A-Za-z_0-9]*/y;
const WIDE_NAME = /[\p{L}_][\p{L}_\p{Nd}]*/uy;
const NUMBER_START = /\.?[0-9]/y;
const OPERATOR =
  /<<=|>>=|&\^=|\.\.\.|&&|\|\||<-|\+\+|--|==|!=|<=|>=|:=|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|<<|>>|&\^|[-+*/%&|^<>=!:.,;()[\]{}~]/y;
/** Never right: NUL, a byte order mark, what stands for a byte that is no UTF-8 (text.ts). */
const BAD = /[\0\ufeff\ud800-\udfff]/gu;

/** Whether the token is a name, a number, a character or a string. */
export function isLiteral(token: string): boolean {
  return LITERALS.has(token);
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** See the head of this file. */
export class Scanner {
  /** The token that `next` read, its text, and where it begins. */
  token = 'ILLEGAL';
  text = '';
  start = 0;

  readonly #source: string;
  readonly #lines: Lines;
  readonly #sink: Report;
  #at = 0;
  #endsStatement = false;
  /** Where a semicolon stands that the comment before made; -1 for none. */
  #semicolon = -1;
  /** The next character that is never right; beyond the text for none. */
  #bad = 0;

  constructor(source: string, lines: Lines, report: Report) {
    this.#source = source;
    this.#lines = lines;
    this.#sink = report;
    this.#bad = this.#nextBad(0);
    if (/^\udcff\udcfe|^\udcfe\udcff/.test(source)) this.#refuseUtf16();
    else if (source.startsWith('\ufeff')) this.#at = 1;
    this.#reach(this.#at);
  }

  #refuseUtf16(): void {
    this.#sink(0, 'illegal UTF-8 encoding (got UTF-16)');
    this.#sink(0, `illegal character ${describeCharacter('\ufffd')}`);
    this.#bad = Number.POSITIVE_INFINITY;
    this.#at = this.#source.length;
  }

  #nextBad(from: number): number {
    BAD.lastIndex = from;
    const index = BAD.exec(this.#source)?.index ?? Number.POSITIVE_INFINITY;
    return index === 0 && this.#source.startsWith('\ufeff') ? this.#nextBad(1) : index;
  }

  /** Reports what is never right up to `at`, which is where the scanner is now. */
  #reach(at: number): void {
    while (this.#bad <= at) {
      const char = this.#source.charAt(this.#bad);
      if (char === '\0') this.#sink(this.#bad, 'illegal character NUL');
      else if (char === '\ufeff') this.#sink(this.#bad, 'illegal byte order mark');
      else this.#sink(this.#bad, 'illegal UTF-8 encoding');
      this.#bad = this.#nextBad(this.#bad + 1);
    }
  }

  /** For the parts of the scanner: `seen` is how far the text had been looked at when the error was found. */
  readonly #report = (seen: number, offset: number, message: string): void => {
    this.#reach(seen);
    this.#sink(offset, message);
  };

  /** Reads the next token. */
  next(): void {
    if (this.#semicolon >= 0) {
      this.#set(';', '\n', this.#semicolon);
      this.#semicolon = -1;
      return;
    }
    const blanks = this.#endsStatement ? BLANKS : BLANKS_AND_LINES;
    this.#at += matchAt(blanks, this.#source, this.#at).length;
    this.#reach(this.#at);
    this.start = this.#at;
    const char = this.#source.charAt(this.#at);
    if (char === '' || char === '\n') this.#lineEnd(char);
    else if (!(this.#name() || this.#number() || this.#quoted(char) || this.#comment() || this.#operator())) {
      this.#illegal();
    }
    this.#reach(this.#at);
  }

  #set(token: string, text: string, start: number): void {
    this.token = token;
    this.text = text;
    this.start = start;
  }

  /** A token from `start` to `end`. */
  #take(token: string, end: number): true {
    this.#set(token, this.#source.slice(this.start, end), this.start);
    this.#at = end;
    this.#endsStatement = ENDS_STATEMENT.has(token);
    return true;
  }

  #lineEnd(char: string): void {
    this.#at += char.length;
    if (this.#endsStatement) this.#set(';', '\n', this.start);
    else this.#set('EOF', '', this.start);
    this.#endsStatement = false;
  }

  #name(): boolean {
    const plain = matchAt(PLAIN_NAME, this.#source, this.start);
    const end = this.start + plain.length;
    const name = this.#source.charCodeAt(end) < 0x80 ? plain : matchAt(WIDE_NAME, this.#source, this.start);
    if (name === '') return false;
    return this.#take(KEYWORDS.has(name) ? name : 'IDENT', this.start + name.length);
  }

  #number(): boolean {
    if (matchAt(NUMBER_START, this.#source, this.start) === '') return false;
    const { kind, end } = scanNumber(this.#source, this.start, this.#report);
    return this.#take(kind, end);
  }

  #quoted(char: string): boolean {
    switch (char) {
      case '"':
        return this.#take('STRING', scanString(this.#source, this.start, this.#report));
      case "'":
        return this.#take('CHAR', scanRune(this.#source, this.start, this.#report));
      case '`':
        this.#take('STRING', scanRawString(this.#source, this.start, this.#report));
        this.text = this.text.replaceAll('\r', '');
        return true;
      default:
        return false;
    }
  }

  #comment(): boolean {
    const mark = this.#source.slice(this.start, this.start + 2);
    if (mark !== '//' && mark !== '/*') return false;
    const wasEnding = this.#endsStatement;
    const { end, text, closed } = readComment(this.#source, this.start);
    // The character behind a comment has its place before the comment says otherwise.
    this.#reach(end);
    if (!closed) this.#report(end, this.start, 'comment not terminated');
    else interpretLineComment(text, { start: this.start, end, lines: this.#lines, report: this.#report });
    this.#take('COMMENT', end);
    this.text = withoutReturns(text);
    const newline = mark === '/*' ? this.#source.slice(this.start, end).indexOf('\n') : -1;
    if (wasEnding && newline >= 0) this.#semicolon = this.start + newline;
    this.#endsStatement = wasEnding && newline < 0;
    return true;
  }

  #operator(): boolean {
    const operator = matchAt(OPERATOR, this.#source, this.start);
    return operator !== '' && this.#take(operator, this.start + operator.length);
  }

  #illegal(): void {
    const wasEnding = this.#endsStatement;
    const char = String.fromCodePoint(this.#source.codePointAt(this.start) ?? 0);
    const end = this.start + char.length;
    if (char === '“' || char === '”') {
      this.#report(end, this.start, `curly quotation mark '${char}' (use neutral '"')`);
    } else if (char !== '\ufeff') {
      this.#report(end, this.start, `illegal character ${describeCharacter(char)}`);
    }
    this.#take('ILLEGAL', end);
    this.#endsStatement = wasEnding;
  }
}
