// What engine errors have in common beyond core's GomodError.
//
// Two properties decide what a caller may do with a failure. "Does not exist" lets a GOPROXY list go on to
// its next entry and lets queries fall back (Go's errors.Is(err, fs.ErrNotExist)). "Fatal" ends the whole
// run, whatever else is under way: a checksum that contradicts go.sum is not one module's failure.

import { GomodError, type GomodErrorOptions } from '../core/error.js';

export { messageOf } from '../core/error.js';

/** Codes of failures that no narrower room claims. */
export type EngineErrorCode =
  | 'bad-argument'
  | 'bad-environment'
  | 'bad-gomod'
  | 'checksum'
  | 'dirty'
  | 'disabled'
  | 'io'
  | 'no-main-module'
  | 'not-exist'
  | 'query'
  | 'too-new'
  | 'unsupported'
  | 'vendor';

/** Base of the engine's own errors. */
export class EngineError<C extends string = EngineErrorCode> extends GomodError<C | EngineErrorCode> {
  /** Go's fs.ErrNotExist: the thing asked for is not there, as opposed to could not be asked for. */
  readonly notExist: boolean;
  /** Whether Go prints the message without "go: " before it. */
  readonly bare: boolean;

  constructor(
    code: C | EngineErrorCode,
    message: string,
    options: GomodErrorOptions & { readonly notExist?: boolean; readonly bare?: boolean } = {},
  ) {
    super(code, message, options);
    this.notExist = options.notExist ?? code === 'not-exist';
    this.bare = options.bare ?? false;
  }
}

/** Ends the run (Go's Fatalf): nobody collects it, nothing is saved, and nothing more is printed. */
export class FatalError extends EngineError {}

/** The error and everything that caused it, outermost first. Bounded, so a cycle ends. */
export function* causes(error: unknown): Generator<unknown> {
  let at = error;
  for (let depth = 0; depth < 32 && at !== undefined && at !== null; depth++) {
    yield at;
    at = at instanceof Error ? at.cause : undefined;
  }
}

/** Whether the error, or anything that caused it, says "does not exist". */
export function isNotExist(error: unknown): boolean {
  for (const at of causes(error)) {
    if ((at as { notExist?: unknown }).notExist === true) return true;
    const { code } = at as { code?: unknown };
    if (code === 'ENOENT' || code === 'not-exist') return true;
  }
  return false;
}

/** The first error of class `type` in the chain of causes (Go's errors.As). */
export function findCause<E extends Error>(
  error: unknown,
  type: abstract new (...args: never[]) => E,
): E | undefined {
  for (const at of causes(error)) if (at instanceof type) return at;
  return undefined;
}

/** Whether an error ends the run: fatal errors, and aborts. */
export function isFatal(error: unknown): boolean {
  return error instanceof FatalError || (error instanceof Error && error.name === 'AbortError');
}

/** Rethrows what no one may collect. */
export function rethrowFatal(error: unknown): void {
  if (isFatal(error)) throw error;
}

/** The advice that comes with an error, or with what caused it; undefined without any. */
export function hintOf(error: unknown): string | undefined {
  for (const at of causes(error)) {
    const { hint } = at as { hint?: unknown };
    if (typeof hint === 'string') return hint;
  }
  return undefined;
}
