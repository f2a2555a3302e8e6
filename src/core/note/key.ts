// Keys that sign notes, and their text forms.
//
//   verifier key   <name>+<hash>+<base64 of algorithm byte and public key>
//   signer key     PRIVATE+KEY+<name>+<hash>+<base64 of algorithm byte and seed>
//
// The name is the server's, usually host[/path]: not empty, valid Unicode, no white space, no plus. The hash is
// eight hexadecimal digits, the first four bytes of SHA-256 over the name, a newline, the algorithm byte and
// the *public* key. Algorithm 1 is Ed25519, with 32 bytes of key; there is no other yet.
// Defined by golang.org/x/mod/sumdb/note.

import { decodeBase64, encodeBase64 } from '../base64.js';
import type { Ed25519PublicKey, Ed25519Sign, Ed25519Verify, Sha256 } from '../crypto.js';
import { keyName, NoteError } from './error.js';

const ALGORITHM_ED25519 = 1;
const KEY_SIZE = 32;

/** What Go's unicode.IsSpace says yes to. */
const SPACE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const LONE_SURROGATE = /[\ud800-\udfff]/u;
const HASH = /^[0-9a-fA-F]{8}$/;

/** Checks signatures of one key. */
export interface Verifier {
  readonly name: string;
  /** Unsigned 32 bits. */
  readonly keyHash: number;
  /** Whether `signature` is this key's signature of `message`. Any length of signature is legal to ask about. */
  verify(message: Uint8Array, signature: Uint8Array): boolean;
}

/** Makes signatures of one key. */
export interface Signer {
  readonly name: string;
  readonly keyHash: number;
  sign(message: Uint8Array): Uint8Array;
}

/** What verifying needs. */
export interface VerifyPrimitives {
  readonly sha256: Sha256;
  readonly ed25519Verify: Ed25519Verify;
}

/** What signing needs. */
export interface SignPrimitives {
  readonly sha256: Sha256;
  readonly ed25519Sign: Ed25519Sign;
  readonly ed25519PublicKey: Ed25519PublicKey;
}

/** Whether a server may have this name. */
export function isValidName(name: string): boolean {
  return name !== '' && !name.includes('+') && !SPACE.test(name) && !LONE_SURROGATE.test(name);
}

/** The hash of the key with `algorithmAndKey`: the algorithm byte and the public key. */
export function keyHash(name: string, algorithmAndKey: Uint8Array, sha256: Sha256): number {
  const prefix = new TextEncoder().encode(`${name}\n`);
  const sum = sha256(concat(prefix, algorithmAndKey));
  return new DataView(sum.buffer, sum.byteOffset).getUint32(0);
}

/** Takes a verifier key apart. Throws a NoteError: `malformed-key`, `key-hash`, `unknown-algorithm`. */
export function newVerifier(text: string, primitives: VerifyPrimitives): Verifier {
  const [name, hash, key] = cut3(text);
  const encoded = usableKey(name, hash, key);
  if (keyHash(name, encoded, primitives.sha256) !== Number.parseInt(hash, 16)) throw wrongHash();
  const publicKey = ed25519Key(encoded);
  return {
    name,
    keyHash: Number.parseInt(hash, 16),
    verify: (message, signature) =>
      signature.length === 64 && primitives.ed25519Verify(publicKey, message, signature),
  };
}

/** Takes a signer key apart. Throws as {@link newVerifier} does. */
export function newSigner(text: string, primitives: SignPrimitives): Signer {
  const prefix = 'PRIVATE+KEY+';
  if (!text.startsWith(prefix)) throw malformedKey();
  const [name, hash, key] = cut3(text.slice(prefix.length));
  const seed = ed25519Key(usableKey(name, hash, key));
  const publicKey = tagged(primitives.ed25519PublicKey(seed));
  if (keyHash(name, publicKey, primitives.sha256) !== Number.parseInt(hash, 16)) throw wrongHash();
  return {
    name,
    keyHash: Number.parseInt(hash, 16),
    sign: (message) => primitives.ed25519Sign(seed, message),
  };
}

/** The pair of text forms of the key made from `seed` (32 random bytes). Throws a NoteError for a bad name. */
export function generateKey(
  name: string,
  seed: Uint8Array,
  primitives: SignPrimitives,
): { readonly signerKey: string; readonly verifierKey: string } {
  const publicKey = primitives.ed25519PublicKey(seed);
  const verifierKey = newEd25519VerifierKey(name, publicKey, primitives.sha256);
  const named = keyName(name, keyHash(name, tagged(publicKey), primitives.sha256));
  return { signerKey: `PRIVATE+KEY+${named}+${encodeBase64(tagged(seed))}`, verifierKey };
}

/** The text form of a public key. Throws a NoteError when the name or the size of the key is bad. */
export function newEd25519VerifierKey(name: string, publicKey: Uint8Array, sha256: Sha256): string {
  if (publicKey.length !== KEY_SIZE) {
    throw new NoteError('malformed-key', `invalid public key size ${publicKey.length}, expected ${KEY_SIZE}`);
  }
  if (!isValidName(name)) throw malformedKey();
  const encoded = tagged(publicKey);
  return `${keyName(name, keyHash(name, encoded, sha256))}+${encodeBase64(encoded)}`;
}

/** The text before the first plus, between the first and the second, and after that. */
function cut3(text: string): [string, string, string] {
  const [name = '', hash = '', ...rest] = text.split('+');
  return [name, hash, rest.join('+')];
}

function usableKey(name: string, hash: string, key64: string): Uint8Array {
  const key = decodeBase64(key64);
  if (!HASH.test(hash) || key === undefined || key.length === 0 || !isValidName(name)) throw malformedKey();
  return key;
}

/** The key behind the algorithm byte. */
function ed25519Key(encoded: Uint8Array): Uint8Array {
  if (encoded[0] !== ALGORITHM_ED25519)
    throw new NoteError('unknown-algorithm', 'unknown verifier algorithm');
  if (encoded.length !== 1 + KEY_SIZE) throw malformedKey();
  return encoded.slice(1);
}

function tagged(key: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(ALGORITHM_ED25519), key);
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function malformedKey(): NoteError {
  return new NoteError('malformed-key', 'malformed verifier id');
}

function wrongHash(): NoteError {
  return new NoteError('key-hash', 'invalid verifier hash');
}
