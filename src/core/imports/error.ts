// Errors of source files and of the packages they make, in the words of Go's go/build, go/parser and go/scanner.

import { GomodError } from '../error.js';
import type { Position } from './lines.js';

/**
 * What is wrong: a build constraint; a file that cannot be opened, or read to the end of its imports; its Go; an
 * import path; a `#cgo` line, or cgo where it must not be; a `//go:debug` line; an import comment; sources in other
 * languages without cgo; files of two packages in one folder; no files of any.
 */
export type ImportsErrorCode =
  | 'constraint-syntax'
  | 'constraint-multiple'
  | 'source-open'
  | 'source-read'
  | 'source-syntax'
  | 'source-import-path'
  | 'cgo-directive'
  | 'cgo-in-test'
  | 'debug-directive'
  | 'import-comment'
  | 'foreign-source'
  | 'multiple-packages'
  | 'no-go-files';

/** One syntax error of a file. */
export interface SyntaxProblem {
  readonly position: Position;
  /** The words alone. */
  readonly message: string;
}

/** What is known of an error beside its words. */
export interface ImportsErrorDetails {
  readonly problems?: readonly SyntaxProblem[];
  readonly offset?: number;
  readonly packages?: readonly [string, string];
  readonly files?: readonly [string, string];
  readonly cause?: unknown;
}

/** The error of this room. */
export class ImportsError extends GomodError<ImportsErrorCode> {
  /**
   * Of `source-syntax`, what is wrong with the file, in the order of positions; the message has the first of them,
   * and how many more there are. Of `source-import-path` the one import. Else empty.
   */
  readonly problems: readonly SyntaxProblem[];
  /** Of `constraint-syntax`, the byte of the expression where it is wrong. */
  readonly offset: number | undefined;
  /** Of `multiple-packages`, two names that were found. */
  readonly packages: readonly [string, string] | undefined;
  /** Of `multiple-packages`, a file of each package. */
  readonly files: readonly [string, string] | undefined;

  constructor(code: ImportsErrorCode, message: string, details: ImportsErrorDetails = {}) {
    super(code, message, { cause: details.cause });
    this.problems = details.problems ?? [];
    this.offset = details.offset;
    this.packages = details.packages;
    this.files = details.files;
  }
}
