// Comments of Go source text, and `//line` comments among them, by which generated code says where it comes from.
//
// `//line FILE:LINE` and `//line FILE:LINE:COLUMN` hold for what follows: the next line, or what stands behind a
// `/*line ...*\/` comment. The first form has to stand at the start of its line. A file is named from the folder of
// the source; with a column it may be left out. What does not end in a colon and more is an ordinary comment.
// Defined by go/scanner.

import { cleanPath, folderPart, joinPath } from '../slash-path.js';
import type { Lines } from './lines.js';
import type { PartReport } from './numbers.js';

const MOST = 2 ** 30;
const LEAST = -(2 ** 40);
const DIGITS = /^[0-9]+$/;

/** A comment, as the scanner finds it. */
export interface Comment {
  readonly end: number;
  /** With its marks, without the return that ends its line. */
  readonly text: string;
  readonly closed: boolean;
}

/** Reads the comment at `start`. */
export function readComment(source: string, start: number): Comment {
  if (source.charAt(start + 1) === '/') {
    const newline = source.indexOf('\n', start);
    const end = newline < 0 ? source.length : newline;
    const text = source.slice(start, end);
    return { end, text: text.endsWith('\r') ? text.slice(0, -1) : text, closed: true };
  }
  const close = source.indexOf('*/', start + 2);
  const end = close < 0 ? source.length : close + 2;
  return { end, text: source.slice(start, end), closed: close >= 0 };
}

/** The text of a comment without carriage returns, but for one where its absence would end the comment. */
export function withoutReturns(text: string): string {
  if (!text.includes('\r')) return text;
  if (text.startsWith('//')) return text.replaceAll('\r', '');
  const body = text.slice(2).replace(/\*\r+(?=\/)|\r/g, (found) => (found.startsWith('*') ? '*\r' : ''));
  return `/*${body}`;
}

/** Where a comment stands. */
export interface CommentPlace {
  readonly start: number;
  /** Behind its text, the newline that ends it not included. */
  readonly end: number;
  readonly lines: Lines;
  readonly report: PartReport;
}

interface Tail {
  /** Where the number begins: behind the colon. 0 where there is no colon. */
  readonly at: number;
  readonly number: number | undefined;
}

/** Numbers beyond an int64 are negative, as in Go, which lets these pass; how far below 0 they are shows nowhere. */
function tailOf(text: string): Tail {
  const at = text.lastIndexOf(':') + 1;
  const digits = text.slice(at).replace(/^0+(?=.)/, '');
  const isNumber = at > 0 && DIGITS.test(digits) && digits.length <= 20 && BigInt(digits) < 2n ** 64n;
  return { at, number: isNumber ? Math.max(Number(BigInt.asIntN(64, BigInt(digits))), LEAST) : undefined };
}

function isPossible(number: number): boolean {
  return number !== 0 && number <= MOST;
}

/** Where what a `//line` comment holds for begins; undefined for a comment that is none. */
function follows(text: string, place: CommentPlace): number | undefined {
  if (!text.startsWith('line ', 2)) return undefined;
  if (text.startsWith('/*')) return place.end;
  // A newline ends the comment, or the file does, and then nothing follows.
  return place.lines.startsLine(place.start) ? place.end + 1 : undefined;
}

/** Lets the lines know what a comment says of them; `text` is the comment with its marks. */
export function interpretLineComment(text: string, place: CommentPlace): void {
  const next = follows(text, place);
  if (next === undefined) return;
  const words = text.startsWith('/*') ? text.slice(7, -2) : text.slice(7);
  const last = tailOf(words);
  if (last.at === 0) return;
  const shift = place.start + 7;
  const fail = (what: string, shown: string, at: number): void =>
    place.report(place.end, shift + at, `invalid ${what} number: ${shown.slice(at)}`);
  const before = words.slice(0, last.at - 1);
  const first = tailOf(before);
  const withColumn = first.number !== undefined;
  const [shown, tail] = withColumn ? [before, first] : [words, last];
  const line = tail.number ?? 0;
  if (last.number === undefined) fail('line', words, last.at);
  else if (withColumn && !isPossible(last.number)) fail('column', words, last.at);
  else if (!isPossible(line)) fail('line', shown, tail.at);
  else {
    const file = fileOf(words.slice(0, tail.at - 1), withColumn, place.lines, shift);
    place.lines.alter(next, { file, line, column: withColumn ? last.number : 0 });
  }
}

function fileOf(name: string, withColumn: boolean, lines: Lines, offset: number): string {
  if (name === '') return withColumn ? lines.at(offset).file : '';
  const clean = cleanPath(name);
  return clean.startsWith('/') ? clean : joinPath(folderPart(lines.file), clean);
}
