// A word of the command line and the packages that it stands for.

import { describeMatchError, isLiteral, isLocal } from '../../core/search/index.js';
import { EngineError, messageOf } from '../error.js';

/** What went wrong in finding the packages of a word. */
export class MatchError extends EngineError {
  constructor(
    readonly pattern: string,
    readonly inner: unknown,
  ) {
    super('query', describeMatchError(pattern, messageOf(inner)), { cause: inner });
  }
}

/** See the head of this file. Changes while the build list settles. */
export class Match {
  /** Import paths; in the order in which Go lists them. */
  packages: string[] = [];
  errors: unknown[] = [];
  /** Of a word about folders those that match, as the word would write them; undefined until they were looked for. */
  folders: readonly string[] | undefined;

  constructor(readonly pattern: string) {}

  /** Whether the word is about folders. */
  get isLocal(): boolean {
    return isLocal(this.pattern);
  }

  /** Whether the word names one package at most. */
  get isLiteral(): boolean {
    return isLiteral(this.pattern);
  }

  fail(error: unknown): void {
    this.errors.push(new MatchError(this.pattern, error));
  }
}
