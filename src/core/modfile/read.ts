// The grammar: tokens into the syntax tree.
//
//   file      = { newline | comment | statement }
//   statement = word { word } end-of-line
//             | word { word } "(" end-of-line { newline | comment | line } ")" end-of-line
//             | word { word } "(" ")" end-of-line
//
// Parentheses anywhere else are plain words. Whole-line comments up to a blank line stay together: directly
// above a statement or line they are its own, before a blank line they are a paragraph. A comment behind
// something belongs to the innermost node that ends on that line before it.

import {
  CLOSE,
  EOF,
  LINE_COMMENT,
  NEWLINE,
  OPEN,
  Scanner,
  SUFFIX_COMMENT,
  type TokenKind,
  WORD,
} from './scan.js';
import {
  type Comment,
  CommentBlock,
  FileSyntax,
  Line,
  LineBlock,
  NO_POSITION,
  Paren,
  type Position,
  type Statement,
} from './syntax.js';

const BLANK_LINE: Comment = Object.freeze({ start: NO_POSITION, token: '', suffix: false });

/** Reads one file; see `readSyntax`. */
class Reader {
  readonly #scanner: Scanner;
  readonly #file: FileSyntax;
  /** What the next comment at a line's end belongs to: the last node that began and ended on one line. */
  #anchor: Statement | Paren | FileSyntax;

  /** The last node that got a comment at a line's end, and those it got. */
  #commented: Statement | Paren | FileSyntax | undefined;
  #comments: Comment[] = [];

  constructor(name: string, bytes: Uint8Array) {
    this.#scanner = new Scanner(name, bytes);
    this.#file = new FileSyntax(name);
    this.#anchor = this.#file;
  }

  read(): FileSyntax {
    const scanner = this.#scanner;
    let pending: Comment[] = [];
    const flush = () => {
      if (pending.length > 0) this.#push(new CommentBlock(pending, pending[0]?.start));
      pending = [];
    };
    for (;;) {
      switch (scanner.next()) {
        case EOF:
          flush();
          return this.#file;
        case NEWLINE:
          flush();
          break;
        case LINE_COMMENT:
          pending.push({ start: scanner.start(), token: scanner.text, suffix: false });
          break;
        default: {
          const statement = this.#statement();
          if (pending.length > 0) statement.before = pending;
          pending = [];
          this.#file.stmt.push(statement);
        }
      }
    }
  }

  #push(block: CommentBlock): void {
    this.#file.stmt.push(block);
    this.#anchor = block;
  }

  /** Gives a comment at the end of the line to the anchor; the file takes it before everything. */
  #endOfLine(): void {
    if (this.#scanner.kind !== SUFFIX_COMMENT) return;
    const anchor = this.#anchor;
    // Most nodes have at most one; only such with strings of several lines behind them collect more.
    if (anchor !== this.#commented) {
      this.#commented = anchor;
      this.#comments = [];
      if (anchor instanceof FileSyntax) anchor.before = this.#comments;
      else anchor.suffix = this.#comments;
    }
    this.#comments.push({ start: this.#scanner.start(), token: this.#scanner.text, suffix: true });
  }

  /** The statement whose first word was just read. */
  #statement(): Line | LineBlock {
    const scanner = this.#scanner;
    const start = scanner.start();
    const words = [scanner.text];
    let kind = scanner.next();
    while (kind > SUFFIX_COMMENT) {
      if (kind !== OPEN) {
        words.push(scanner.text);
        kind = scanner.next();
        continue;
      }
      const lparen = new Paren(scanner.start());
      kind = scanner.next();
      if (kind <= SUFFIX_COMMENT) return this.#block(start, words, lparen);
      words.push('(');
      if (kind !== CLOSE) continue;
      const rparen = new Paren(scanner.start());
      kind = scanner.next();
      if (kind <= SUFFIX_COMMENT) return this.#emptyBlock(start, words.slice(0, -1), lparen, rparen);
      words.push(')');
    }
    return this.#line(words, false, start);
  }

  /** The line whose words were read, and the end of the line too. */
  #line(words: string[], inBlock: boolean, start: Position): Line {
    const end = this.#scanner.previousEnd();
    const line = new Line(words, inBlock, start, end);
    if (start.line === end.line) this.#anchor = line;
    this.#endOfLine();
    return line;
  }

  #emptyBlock(start: Position, words: string[], lparen: Paren, rparen: Paren): LineBlock {
    const block = new LineBlock(words, [], start, lparen, rparen);
    this.#anchor = start.line === rparen.position.line ? block : rparen;
    this.#endOfLine();
    return block;
  }

  /** The block whose opening line was read to its end. */
  #block(start: Position, words: string[], lparen: Paren): LineBlock {
    const scanner = this.#scanner;
    const lines: Line[] = [];
    let pending: Comment[] = [];
    this.#anchor = lparen;
    this.#endOfLine();
    // The rest of the opening line is no blank line; a file that ends there is not closed.
    for (let kind: TokenKind = scanner.kind; kind !== CLOSE; ) {
      if (kind === EOF) this.#unterminated(start);
      kind = scanner.next();
      if (kind === NEWLINE) {
        const last = pending.at(-1);
        if (last === undefined ? lines.length > 0 : last.token !== '') pending.push(BLANK_LINE);
      } else if (kind === LINE_COMMENT) {
        pending.push({ start: scanner.start(), token: scanner.text, suffix: false });
      } else if (kind === OPEN || kind === WORD) {
        const line = this.#blockLine();
        if (pending.length > 0) line.before = pending;
        pending = [];
        lines.push(line);
        kind = scanner.kind;
      }
    }
    const rparen = new Paren(scanner.start());
    if (pending.length > 1 || (pending[0]?.token ?? '') !== '') rparen.before = pending;
    this.#anchor = rparen;
    if (scanner.next() > SUFFIX_COMMENT) scanner.fail('syntax error (expected newline after closing paren)');
    this.#endOfLine();
    return new LineBlock(words, lines, start, lparen, rparen);
  }

  #unterminated(start: Position): never {
    const where = `${this.#file.name}:${start.line}:${start.lineRune}`;
    return this.#scanner.fail(`syntax error (unterminated block started at ${where})`);
  }

  #blockLine(): Line {
    const scanner = this.#scanner;
    const start = scanner.start();
    const words: string[] = [];
    do words.push(scanner.text);
    while (scanner.next() > SUFFIX_COMMENT);
    return this.#line(words, true, start);
  }
}

/** The tree of a go.mod or go.work file, whatever its directives. Throws a ModFileErrorList. */
export function readSyntax(name: string, bytes: Uint8Array): FileSyntax {
  return new Reader(name, bytes).read();
}
