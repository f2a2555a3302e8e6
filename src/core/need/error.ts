// What is wrong with a go.need.

import { GomodError, type GomodErrorOptions } from '../error.js';

/** `version`: a version of the format that is not known here; `malformed`: everything else. */
export type NeedErrorCode = 'malformed' | 'version';

/** A go.need that cannot be read, or cannot be written. The message begins with the place. */
export class NeedError extends GomodError<NeedErrorCode> {
  constructor(
    code: NeedErrorCode,
    /** Name of the file, line and column, both from 1; columns count characters. */
    readonly at: { readonly file: string; readonly line: number; readonly column: number },
    /** What is wrong, without the place. */
    readonly problem: string,
    options: GomodErrorOptions = {},
  ) {
    super(code, `${at.file}:${at.line}:${at.column}: ${problem}`, options);
  }
}
