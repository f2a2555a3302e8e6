// What can be wrong with the packages that a command line names, in Go's words.

import { GomodError } from '../error.js';

/** Codes of {@link SearchError}. */
export type SearchErrorCode =
  | 'bad-import-path'
  | 'not-a-package'
  | 'outside'
  | 'not-listed'
  | 'no-directory'
  | 'bad-files';

/** A pattern, path or file that names no package. */
export class SearchError extends GomodError<SearchErrorCode> {}
