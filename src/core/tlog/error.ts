// What can be wrong with a log, in Go's words (golang.org/x/mod/sumdb/tlog).

import { GomodError } from '../error.js';

/**
 * - `malformed`: a tree note, record, hash or tile path that breaks its syntax.
 * - `inconsistent`: tiles that do not hash to what vouches for them. `proof`: a proof that proves nothing.
 * - `bad-input`: a question about what is not in the tree, or data of the wrong size.
 */
export type TlogErrorCode = 'malformed' | 'inconsistent' | 'proof' | 'bad-input';

/** Error of this room. */
export class TlogError extends GomodError<TlogErrorCode> {}
