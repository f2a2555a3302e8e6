// What is wrong with a file, as it is found.
//
// The scanner's errors all count; of the parser's those on the line of the error before do not. They are told in the
// order of their positions. A file can have as many as it has bytes: beyond some thousands only their number is kept.
// Defined by go/scanner and go/parser.

import { compareText } from '../text.js';
import { ImportsError, type SyntaxProblem } from './error.js';
import { type Lines, messageAt } from './lines.js';

const MOST_KEPT = 5000;
/** The parser gives up when it finds another error after more than these. */
const MOST_OF_PARSER = 10;

function compareProblems(a: SyntaxProblem, b: SyntaxProblem): number {
  return (
    compareText(a.position.file, b.position.file) ||
    a.position.line - b.position.line ||
    a.position.column - b.position.column ||
    compareText(a.message, b.message)
  );
}

/** See the head of this file. */
export class ProblemList {
  /** How many there are. */
  count = 0;
  readonly #lines: Lines;
  readonly #kept: SyntaxProblem[] = [];
  #lastLine = 0;

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  /** An error of the scanner. */
  add(offset: number, message: string): void {
    this.count++;
    if (this.#kept.length >= MOST_KEPT) return;
    const position = this.#lines.at(offset);
    this.#lastLine = position.line;
    this.#kept.push({ position, message });
  }

  /** An error of the parser; whether it goes on. */
  addOnce(offset: number, message: string): boolean {
    if (this.count > 0 && this.#lastLine === this.#lines.at(offset).line) return true;
    if (this.count > MOST_OF_PARSER) return false;
    this.add(offset, message);
    return true;
  }

  /** All of them as one error; undefined where there are none. */
  error(): ImportsError | undefined {
    const problems = this.#kept.sort(compareProblems);
    const [first] = problems;
    if (first === undefined) return undefined;
    const more = this.count === 1 ? '' : ` (and ${this.count - 1} more errors)`;
    const message = messageAt(first.position, first.message) + more;
    return new ImportsError('source-syntax', message, { problems });
  }
}
