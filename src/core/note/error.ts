// What can be wrong with a key or a signed note, in Go's words (golang.org/x/mod/sumdb/note).

import { GomodError } from '../error.js';
import type { Note } from './note.js';

/**
 * - `malformed-note`: the one answer to every syntax error in a note, so that nothing is said to who made it.
 * - `unverified`: well formed, but none of its keys is known. `invalid-signature`: a known key, a wrong signature.
 * - `malformed-key`, `unknown-algorithm`, `key-hash`: a verifier or signer key that cannot be used.
 * - `unknown-key`, `ambiguous-key`: no key, or several, of that name and hash in a list.
 * - `invalid-signer`, `mismatched-verifier`: an implementation of Signer or Verifiers that breaks its contract.
 */
export type NoteErrorCode =
  | 'malformed-note'
  | 'unverified'
  | 'invalid-signature'
  | 'malformed-key'
  | 'unknown-algorithm'
  | 'key-hash'
  | 'unknown-key'
  | 'ambiguous-key'
  | 'invalid-signer'
  | 'mismatched-verifier';

/** A key or a signed note that is no good. */
export class NoteError extends GomodError<NoteErrorCode> {}

/** A well-formed note without a signature of a known key. The note is inside; nothing in it is proven. */
export class UnverifiedNoteError extends NoteError {
  readonly note: Note;

  constructor(note: Note) {
    super('unverified', 'note has no verifiable signatures');
    this.note = note;
  }
}

/** The flat answer to every note that breaks the syntax. */
export function malformedNote(): NoteError {
  return new NoteError('malformed-note', 'malformed note');
}

/** `name+hash` as keys are named in messages. */
export function keyName(name: string, hash: number): string {
  return `${name}+${hash.toString(16).padStart(8, '0')}`;
}
