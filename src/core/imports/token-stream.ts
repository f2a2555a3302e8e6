// Tokens without comments, and the comments beside them.
//
// A group of comments that ends on the line before a token is the lead comment of that token, unless it began
// on the line of the token before. Defined by go/parser.

import type { CommentGroup, SourceComment } from './comments.js';
import type { Lines } from './lines.js';
import type { ProblemList } from './problems.js';
import { isLiteral, Scanner } from './scanner.js';

/** How often one place may be where skipping ends. */
const MOST_STOPS = 10;

/** See the head of this file. */
export class TokenStream {
  /** The token, its text, and where it begins. */
  token = 'ILLEGAL';
  text = '';
  start = -1;
  /** The comment above the token. */
  leadComment: CommentGroup | undefined;
  /** Every group so far. */
  readonly groups: CommentGroup[] = [];
  /** Whether there were too many errors; then all that follows is the end of the file. */
  stopped = false;

  readonly #lines: Lines;
  readonly #problems: ProblemList;
  readonly #scanner: Scanner;
  #stop = -1;
  #stops = 0;

  constructor(source: string, lines: Lines, problems: ProblemList) {
    this.#lines = lines;
    this.#problems = problems;
    this.#scanner = new Scanner(source, lines, (offset, message) => problems.add(offset, message));
    this.next();
  }

  /** Whether this is the token. */
  is(token: string): boolean {
    return this.token === token;
  }

  /** Whether the token is a name or any other literal. */
  isLiteral(): boolean {
    return isLiteral(this.token);
  }

  /** Goes to the next token that is no comment. */
  next(): void {
    const before = this.start < 0 ? 0 : this.#lines.lineOf(this.start);
    this.leadComment = undefined;
    this.#read();
    if (this.token !== 'COMMENT') return;
    let endLine = -1;
    let group: CommentGroup | undefined;
    if (this.#line() === before) this.#readGroup(0);
    while (this.token === 'COMMENT') [group, endLine] = this.#readGroup(1);
    if (endLine + 1 === this.#line()) this.leadComment = group;
  }

  #line(): number {
    return this.#lines.lineOf(this.start);
  }

  #read(): void {
    if (this.stopped) {
      this.token = 'EOF';
      return;
    }
    this.#scanner.next();
    this.token = this.#scanner.token;
    this.text = this.#scanner.text;
    this.start = this.#scanner.start;
  }

  /** Reads comments with fewer than `distance` blank lines between them; returns the line on which they end, too. */
  #readGroup(distance: number): [CommentGroup, number] {
    const group: SourceComment[] = [];
    let endLine = this.#line();
    while (this.token === 'COMMENT' && this.#line() <= endLine + distance) {
      const newlines = this.text.startsWith('/*') ? this.text.split('\n').length - 1 : 0;
      endLine = this.#line() + newlines;
      group.push({ start: this.start, text: this.text });
      this.#read();
    }
    this.groups.push(group);
    return [group, endLine];
  }

  /** Reports an error at this token. */
  fail(message: string): void {
    if (this.stopped) return;
    if (this.#problems.addOnce(this.start, message)) return;
    this.stopped = true;
    this.token = 'EOF';
  }

  /** Reports that something else was expected here. */
  failExpected(what: string): void {
    let found = this.isLiteral() ? this.text : `'${this.token}'`;
    if (this.token === ';' && this.text === '\n') found = 'newline';
    this.fail(`expected ${what}, found ${found}`);
  }

  /** Takes this token, and reports it when it is not `token`. */
  expect(token: string): void {
    if (this.token !== token) this.failExpected(`'${token}'`);
    this.next();
  }

  /** Skips to one of these tokens. */
  advance(to: ReadonlySet<string>): void {
    for (; this.token !== 'EOF'; this.next()) {
      if (!to.has(this.token)) continue;
      if (this.start === this.#stop && this.#stops < MOST_STOPS) {
        this.#stops++;
        return;
      }
      if (this.start > this.#stop) {
        this.#stop = this.start;
        this.#stops = 0;
        return;
      }
    }
  }
}
