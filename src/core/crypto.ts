// The primitives that core is handed instead of importing: Node gives node:crypto and node:zlib, a browser
// gives audited synchronous libraries. All are synchronous and pure.

/** SHA-256 of `data`, 32 bytes. */
export interface Sha256 {
  (data: Uint8Array): Uint8Array;
  /** The same as text: small hexadecimal letters, or base64 with padding. Where it is missing the bytes are written out. */
  readonly text?: (data: Uint8Array, encoding: 'hex' | 'base64') => string;
}

/**
 * Inflates a raw DEFLATE stream. Never yields more than `max` bytes: a longer stream is an error, as are a
 * corrupt or a cut one. Throws any Error; the caller wraps it.
 */
export type InflateRaw = (data: Uint8Array, max: number) => Uint8Array;

/** Compresses to a raw DEFLATE stream. */
export type DeflateRaw = (data: Uint8Array) => Uint8Array;

/** Whether `signature` (64 bytes) is the Ed25519 signature of `message` under `publicKey` (32 bytes). */
export type Ed25519Verify = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;

/** The Ed25519 signature (64 bytes) of `message` under the 32-byte seed. */
export type Ed25519Sign = (seed: Uint8Array, message: Uint8Array) => Uint8Array;

/** The Ed25519 public key (32 bytes) that belongs to the 32-byte seed. */
export type Ed25519PublicKey = (seed: Uint8Array) => Uint8Array;
