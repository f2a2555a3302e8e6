// What can be wrong with a `//go:embed` pattern, in Go's words.

import { GomodError } from '../error.js';

/** Codes of {@link EmbedError}; `tree` is what the caller's tree threw. */
export type EmbedErrorCode =
  | 'bad-pattern'
  | 'no-match'
  | 'other-module'
  | 'not-a-folder'
  | 'bad-name'
  | 'irregular'
  | 'nothing-inside'
  | 'tree';

/** A pattern that embeds nothing, or what cannot be embedded: `pattern PATTERN: what is wrong`. */
export class EmbedError extends GomodError<EmbedErrorCode> {
  /** The pattern as it was given. */
  readonly pattern: string;
  /** What is wrong, in Go's words. */
  readonly problem: string;

  constructor(pattern: string, { code, message, cause }: EmbedProblem) {
    super(code, `pattern ${pattern}: ${message}`, { cause });
    this.pattern = pattern;
    this.problem = message;
  }
}

/** What is wrong, before it is said with which pattern. */
export class EmbedProblem extends GomodError<EmbedErrorCode> {}
