// The printer: a syntax tree in standard form.
//
// Lines of a block are indented by one tab. Words are separated by one blank, but not inside brackets nor
// before commas. Comments behind a node stand after one blank, each further one on a line of its own. Top-level
// statements are separated by one empty line; inside blocks an empty line stands where the tree has one. There
// are never two empty lines in a row and none at either end. What words and comments hold is not touched.

import { encodeText, trimSpace } from '../text.js';
import type { Comment, Comments, FileSyntax, LineBlock, Statement } from './syntax.js';

function trimBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && (line.charCodeAt(end - 1) === 0x20 || line.charCodeAt(end - 1) === 0x09)) end--;
  return line.slice(0, end);
}

class Printer {
  /** Finished lines, without their ends. */
  readonly #lines: string[] = [];
  /** The line being made. */
  #line = '';
  #margin = '';
  /** Comments for the end of the line being made. */
  #pending: Comment[] = [];

  text(): string {
    const lines = this.#lines;
    while (lines.at(-1) === '') lines.pop();
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  }

  file(file: FileSyntax): void {
    this.#wholeLines(file.before);
    for (const [index, statement] of file.stmt.entries()) {
      this.#statement(statement);
      if (statement.kind !== 'comments') this.#newline();
      this.#wholeLines(statement.after);
      if (index + 1 < file.stmt.length) this.#newline();
    }
  }

  #statement(statement: Statement): void {
    if (statement.kind === 'block') this.#node(statement, () => this.#block(statement));
    else this.#node(statement, () => statement.kind === 'line' && this.#words(statement.token));
  }

  #block(block: LineBlock): void {
    this.#words(block.token);
    this.#write(' ');
    this.#node(block.lparen, () => this.#write('('));
    this.#margin = '\t';
    for (const line of block.line) {
      this.#newline();
      this.#node(line, () => this.#words(line.token));
    }
    this.#margin = '';
    this.#newline();
    this.#node(block.rparen, () => this.#write(')'));
  }

  /** A node with the comments above it; those behind it wait for the line's end. */
  #node(node: Comments, print: () => void): void {
    if (node.before.length > 0) {
      this.#line = trimBlanks(this.#line);
      if (this.#line !== '') this.#write('\n');
      this.#line = this.#margin;
      this.#wholeLines(node.before);
    }
    print();
    for (const comment of node.suffix) this.#pending.push(comment);
  }

  #wholeLines(comments: readonly Comment[]): void {
    for (const comment of comments) {
      this.#write(trimSpace(comment.token));
      this.#newline();
    }
  }

  #words(words: readonly string[]): void {
    let separator = '';
    for (const word of words) {
      if (word === ',' || word === ')' || word === ']' || word === '}') separator = '';
      this.#write(separator + word);
      separator = word === '(' || word === '[' || word === '{' ? '' : ' ';
    }
  }

  /** Words may hold newlines of their own. */
  #write(text: string): void {
    this.#line += text;
    if (!text.includes('\n')) return;
    const lines = this.#line.split('\n');
    this.#line = lines.pop() ?? '';
    for (const line of lines) this.#lines.push(line);
  }

  #newline(): void {
    const pending = this.#pending;
    if (pending.length > 0) {
      this.#pending = [];
      this.#write(' ');
      for (const [index, comment] of pending.entries()) {
        if (index > 0) this.#write(`${this.#takeLine()}\n${this.#margin}`);
        this.#write(trimSpace(comment.token));
      }
    }
    const line = this.#takeLine();
    const previous = this.#lines.at(-1);
    if (line !== '' || (previous !== undefined && previous !== '')) this.#lines.push(line);
    this.#line = this.#margin;
  }

  /** The line being made without blanks at its end; the next write begins a new one. */
  #takeLine(): string {
    const line = trimBlanks(this.#line);
    this.#line = '';
    return line;
  }
}

/** The tree as text, in UTF-8 wherever the file it was read from was. */
export function format(file: FileSyntax): Uint8Array {
  const printer = new Printer();
  printer.file(file);
  return encodeText(printer.text());
}
