// How a version query fails. Callers tell these apart: "nothing matches" is silent in `list -u`, "disallowed"
// means that the version exists but is excluded or retracted.

import { EngineError, findCause } from '../error.js';

/** The module is there, but no version of it satisfies the query. Deliberately not a not-exist error. */
export class NoMatchingVersionError extends EngineError {
  constructor(query: string, current: string) {
    const known = current !== '' && current !== 'none' && (query === 'upgrade' || query === 'patch');
    super(
      'query',
      `no matching versions for query "${query}"${known ? ` (current version is ${current})` : ''}`,
    );
  }
}

/** `@patch` of a module that is not required yet. */
export class NoPatchBaseError extends EngineError {
  constructor(path: string) {
    super('query', `can't query version "patch" of module ${path}: no existing version is required`);
  }
}

/** The version exists and may not be used. */
export class DisallowedError extends EngineError {}

/** Excluded by the main module. */
export class ExcludedError extends DisallowedError {
  constructor() {
    super('query', 'excluded by go.mod');
  }
}

/** Retracted by its author. `rationales` has one text for each retraction that gives one. */
export class RetractedError extends DisallowedError {
  constructor(readonly rationales: readonly string[]) {
    const first = rationales[0];
    const reason = first === undefined ? '' : `: ${shortMessage(first, 'retracted by module author')}`;
    super('query', `retracted by module author${reason}`);
  }
}

/** Whether the error, or one that caused it, says that the version may not be used. */
export function isDisallowed(error: unknown): boolean {
  return findCause(error, DisallowedError) !== undefined;
}

/** Longest message from a go.mod file that is shown on a terminal, in bytes. */
const MAX_MESSAGE = 500;

/**
 * A text from somebody's go.mod (a rationale, a deprecation) in a form that is safe to print on one line: its
 * first line, or a remark when that is too long or not printable. `empty` stands in for an empty one.
 */
export function shortMessage(message: string, empty: string): string {
  const line = (message.split('\n', 1)[0] ?? '').trim();
  if (line === '') return empty;
  if (new TextEncoder().encode(line).length > MAX_MESSAGE) return '(message omitted: too long)';
  if (/[\p{C}]/u.test(line.replace(/[\t\v\f\r\u0085]/g, ''))) {
    return '(message omitted: contains non-printable characters)';
  }
  return line;
}
