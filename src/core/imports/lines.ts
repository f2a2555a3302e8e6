// Positions in a text, as Go counts them: lines and bytes from 1.
//
// `//line FILE:LINE:COLUMN` comments move what follows them to another file or line; a column of 0 then means that
// none is known. A newline that ends the text begins no line: what stands behind it stands on the line before.
// Defined by go/token.

import { encodeText } from '../text.js';

/** A place in a source file. */
export interface Position {
  readonly file: string;
  readonly line: number;
  /** Bytes from 1; 0 where a `//line` comment has left it open. */
  readonly column: number;
}

/** A position as messages show it; a `//line` comment can make lines that are none, and these they do not show. */
export function formatPosition({ file, line, column }: Position): string {
  if (line <= 0) return file || '-';
  const place = column === 0 ? `${line}` : `${line}:${column}`;
  return file === '' ? place : `${file}:${place}`;
}

/** A message about a position, as Go's scanner puts it. */
export function messageAt(position: Position, message: string): string {
  const isNowhere = position.file === '' && position.line <= 0;
  return isNowhere ? message : `${formatPosition(position)}: ${message}`;
}

interface Alteration {
  readonly offset: number;
  readonly position: Position;
}

/** The index of the last of sorted `list` that is at most `value`; -1 where there is none. */
function lastAtMost<T>(list: readonly T[], value: number, numberOf: (item: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numberOf(list[middle]!) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function startsOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0 && at + 1 < text.length; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

/** The lines of a text. Offsets are indexes into the string. */
export class Lines {
  readonly file: string;
  readonly #text: string;
  /** Whether every character is a byte. */
  readonly #ascii: boolean;
  #starts: readonly number[] | undefined;
  readonly #alterations: Alteration[] = [];
  #counted = { from: 0, to: 0, bytes: 0 };

  constructor(file: string, text: string) {
    this.file = file;
    this.#text = text;
    this.#ascii = !/[^\0-\x7f]/.test(text);
  }

  #indexOf(offset: number): number {
    this.#starts ??= startsOf(this.#text);
    return lastAtMost(this.#starts, offset, (start) => start);
  }

  /** How many bytes stand between; counts on from the last answer, for lines may have any length. */
  #bytes(from: number, to: number): number {
    if (this.#ascii) return to - from;
    const last = this.#counted;
    const known = last.from === from && last.to <= to ? last : { to: from, bytes: 0 };
    const bytes = known.bytes + encodeText(this.#text.slice(known.to, to)).length;
    this.#counted = { from, to, bytes };
    return bytes;
  }

  /** The line of the text, whatever comments say. */
  lineOf(offset: number): number {
    return this.#indexOf(offset) + 1;
  }

  /** Whether a line begins at `offset`. */
  startsLine(offset: number): boolean {
    return offset === 0 || this.#text.charAt(offset - 1) === '\n';
  }

  /** From `offset` on this is `position`. Must be called in the order of offsets. */
  alter(offset: number, position: Position): void {
    const last = this.#alterations.at(-1);
    if (offset < this.#text.length && (last === undefined || last.offset < offset)) {
      this.#alterations.push({ offset, position });
    }
  }

  /** Where `offset` is. */
  at(offset: number): Position {
    const index = this.#indexOf(offset);
    const line = index + 1;
    const column = this.#bytes(this.#starts?.[index] ?? 0, offset) + 1;
    const found = lastAtMost(this.#alterations, offset, (alteration) => alteration.offset);
    const alteration = this.#alterations[found];
    if (alteration === undefined) return { file: this.file, line, column };
    const { position } = alteration;
    const distance = line - this.lineOf(alteration.offset);
    const altered = { file: position.file, line: position.line + distance };
    if (position.column === 0) return { ...altered, column: 0 };
    if (distance > 0) return { ...altered, column };
    return { ...altered, column: position.column + this.#bytes(alteration.offset, offset) };
  }
}
