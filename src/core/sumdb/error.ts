// What can go wrong between a client and a checksum database, in Go's words (golang.org/x/mod/sumdb).

import { GomodError } from '../error.js';

/**
 * - `initialize`: the key or the known tree is no good. `lookup`: one lookup failed; the message says why.
 * - `tree`: a tree that was sent is no good, or could not be compared with the known one.
 * - `record`: a record that the tree does not have.
 * - `security`: the database was caught with two histories.
 * - `conflict`: the known tree kept changing while it was to be written.
 */
export type SumdbErrorCode = 'initialize' | 'lookup' | 'tree' | 'record' | 'security' | 'conflict';

/**
 * A failed lookup. What failed below is in `failure` and not in `cause`: a database that does not know a
 * module says nothing about whether that module exists, so nobody who follows causes shall find that.
 */
export class SumdbError extends GomodError<SumdbErrorCode> {
  /** What failed below. */
  readonly failure: unknown;

  constructor(code: SumdbErrorCode, message: string, failure?: unknown) {
    super(code, message);
    this.failure = failure;
  }
}
