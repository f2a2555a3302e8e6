// Signed notes and the keys that sign them.

export { NoteError, type NoteErrorCode, UnverifiedNoteError } from './error.js';
export {
  generateKey,
  isValidName,
  keyHash,
  newEd25519VerifierKey,
  newSigner,
  newVerifier,
  type Signer,
  type SignPrimitives,
  type Verifier,
  type VerifyPrimitives,
} from './key.js';
export { type Note, open, type Signature, sign, type Verifiers, verifierList } from './note.js';
