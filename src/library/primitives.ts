// The primitives that the entries of the library hand to core, where their caller brings none.
//
// The platform's own are in platform.ts; the build for browsers has platform-browser.ts in its place.

import type {
  DeflateRaw,
  Ed25519PublicKey,
  Ed25519Sign,
  Ed25519Verify,
  InflateRaw,
  Sha256,
} from '../core/crypto.js';
import { platform } from './platform.js';

/** Hashing, compression and signatures: synchronous and pure. */
export interface Primitives {
  readonly sha256: Sha256;
  readonly inflateRaw: InflateRaw;
  readonly deflateRaw: DeflateRaw;
  readonly ed25519Verify: Ed25519Verify;
  readonly ed25519Sign: Ed25519Sign;
  readonly ed25519PublicKey: Ed25519PublicKey;
}

/** Options of everything that hashes, packs or signs. */
export interface PrimitivesOptions {
  /**
   * Stand in for those of the platform, one by one. The platform's are node:crypto and node:zlib under Node, and
   * under the condition `browser` audited synchronous libraries, which are part of this package.
   */
  readonly primitives?: Partial<Primitives>;
}

/** The platform's primitives, but for those that `options` brings. */
export function primitivesOf(options: PrimitivesOptions): Primitives {
  return { ...platform, ...options.primitives };
}
