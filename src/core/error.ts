// The one error base of the project.
//
// Every failure that a caller may want to tell apart carries a `code` from the literal union of the room
// that throws it. The message is Go's wording without the leading "go: ": only the command layer adds
// prefixes, prints, and chooses exit codes.

/** Options of {@link GomodError}. */
export interface GomodErrorOptions {
  /** What went wrong below this error. */
  readonly cause?: unknown;
  /** Advice beside Go's own words. Printed on lines of its own that begin with `gomod: `. */
  readonly hint?: string;
}

/** Base of every error that this package throws on purpose. `C` is the union of codes of one room. */
export class GomodError<C extends string = string> extends Error {
  /** Which failure it is: one of the literal union of the class. */
  readonly code: C;
  /** Advice beside Go's own words; undefined where there is none. */
  readonly hint: string | undefined;

  constructor(code: C, message: string, options: GomodErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = options.hint;
  }
}

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
