// Signed notes: a text with signatures beneath it.
//
//   <text, of which the last line ends in a newline>
//   <empty line>
//   — <name> <base64 of 4 bytes key hash, big-endian, and the signature>      (one or more lines)
//
// The last empty line ends the text; what is signed is the text with its final newline. A note is valid UTF-8
// without control characters below U+0020 but the newline, and has at most 100 signatures. A signature of an
// unknown key is kept as unverified; one of a known key has to be right, whatever the others are. Repetitions
// are dropped. Every breach of the syntax has the same answer, "malformed note".
// Defined by golang.org/x/mod/sumdb/note.

import { decodeBase64, encodeBase64 } from '../base64.js';
import { keyName, malformedNote, NoteError, UnverifiedNoteError } from './error.js';
import { isValidName, type Signer, type Verifier } from './key.js';

const PREFIX = '— ';
const MAX_SIGNATURES = 100;
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

/** One signature of a note, verified or not. */
export interface Signature {
  readonly name: string;
  /** Hash of the key, unsigned 32 bits. */
  readonly hash: number;
  /** Key hash and signature as they stand in the note. */
  readonly base64: string;
}

/** A text and its signatures. */
export interface Note {
  /** Ends in a newline. */
  readonly text: string;
  /** Signatures of known keys. */
  readonly sigs: readonly Signature[];
  readonly unverifiedSigs: readonly Signature[];
}

/** Known keys. */
export interface Verifiers {
  /** The key of that name and hash; undefined when unknown. Throws a NoteError when the list is no good. */
  verifier(name: string, hash: number): Verifier | undefined;
}

/** A list of keys as {@link Verifiers}. Two keys of one name and hash make asking for them an error. */
export function verifierList(...list: readonly Verifier[]): Verifiers {
  return {
    verifier(name, hash) {
      const found = list.filter((known) => known.name === name && known.keyHash === hash);
      if (found.length > 1) throw new NoteError('ambiguous-key', `ambiguous key ${keyName(name, hash)}`);
      return found[0];
    },
  };
}

/** A signature line, taken apart. */
interface SignatureLine extends Signature {
  readonly line: string;
  readonly bytes: Uint8Array;
}

function decodeText(message: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(message);
  } catch {
    throw malformedNote();
  }
}

function parseSignature(line: string): SignatureLine {
  if (!line.startsWith(PREFIX)) throw malformedNote();
  const rest = line.slice(PREFIX.length);
  const space = rest.indexOf(' ');
  const name = space < 0 ? rest : rest.slice(0, space);
  const base64 = space < 0 ? '' : rest.slice(space + 1);
  const raw = decodeBase64(base64);
  if (raw === undefined || raw.length < 5 || !isValidName(name)) throw malformedNote();
  return { line, name, hash: readHash(raw), base64, bytes: raw.subarray(4) };
}

function readHash(raw: Uint8Array): number {
  return new DataView(raw.buffer, raw.byteOffset).getUint32(0);
}

/**
 * Takes a signed note apart and checks the signatures of known keys. Throws a NoteError: `malformed-note`,
 * `invalid-signature`, or what `known` throws; an {@link UnverifiedNoteError} when no known key has signed.
 */
export function open(message: Uint8Array, known: Verifiers): Note {
  const whole = decodeText(message);
  const split = whole.lastIndexOf('\n\n');
  if (CONTROL.test(whole) || split < 0 || !whole.endsWith('\n') || split + 2 === whole.length) {
    throw malformedNote();
  }
  const text = whole.slice(0, split + 1);
  const collected = collect(text, whole.slice(split + 2, -1).split('\n', MAX_SIGNATURES + 1), known);
  if (collected.sigs.length === 0) throw new UnverifiedNoteError(collected);
  return collected;
}

function collect(text: string, lines: readonly string[], known: Verifiers): Note {
  const sigs = new Map<string, Signature>();
  const unverified = new Map<string, Signature>();
  const signed = new TextEncoder().encode(text);
  for (const [index, line] of lines.entries()) {
    const { name, hash, base64, bytes } = parseSignature(line);
    if (index >= MAX_SIGNATURES) throw malformedNote();
    const signature = { name, hash, base64 };
    const verifier = known.verifier(name, hash);
    if (verifier === undefined) {
      unverified.set(line, signature);
      continue;
    }
    if (verifier.name !== name || verifier.keyHash !== hash) {
      throw new NoteError('mismatched-verifier', "verifier name or hash doesn't match signature");
    }
    const key = keyName(name, hash);
    if (sigs.has(key)) continue;
    if (!verifier.verify(signed, bytes)) {
      throw new NoteError('invalid-signature', `invalid signature for key ${key}`);
    }
    sigs.set(key, signature);
  }
  return { text, sigs: [...sigs.values()], unverifiedSigs: [...unverified.values()] };
}

/**
 * The encoded note with the signatures it has, less those of keys that sign now, and then those of `signers`.
 * Throws a NoteError when the text does not end in a newline, or when a signature or signer is no good.
 */
export function sign(note: Pick<Note, 'text'> & Partial<Note>, ...signers: readonly Signer[]): Uint8Array {
  if (!note.text.endsWith('\n')) throw malformedNote();
  const signed = new TextEncoder().encode(note.text);
  const fresh = signers.map((signer) => signatureLine(signer, signed));
  const replaced = new Set(signers.map((signer) => keyName(signer.name, signer.keyHash)));
  const kept = [...(note.sigs ?? []), ...(note.unverifiedSigs ?? [])].flatMap((signature) => {
    if (!isValidName(signature.name)) throw malformedNote();
    if (replaced.has(keyName(signature.name, signature.hash))) return [];
    const raw = decodeBase64(signature.base64);
    if (raw === undefined || raw.length < 4 || readHash(raw) !== signature.hash) throw malformedNote();
    return [`${PREFIX}${signature.name} ${signature.base64}\n`];
  });
  return new TextEncoder().encode(`${note.text}\n${[...kept, ...fresh].join('')}`);
}

function signatureLine(signer: Signer, signed: Uint8Array): string {
  if (!isValidName(signer.name)) throw new NoteError('invalid-signer', 'invalid signer');
  const signature = signer.sign(signed);
  const raw = new Uint8Array(4 + signature.length);
  new DataView(raw.buffer).setUint32(0, signer.keyHash);
  raw.set(signature, 4);
  return `${PREFIX}${signer.name} ${encodeBase64(raw)}\n`;
}
