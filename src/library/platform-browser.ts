// Primitives in a browser: @noble/hashes, @noble/curves and fflate, which the build puts into dist/browser.
//
// WebCrypto and CompressionStream are asynchronous, core is not. Signatures are held to the strict reading of RFC 8032:
// noble's default, ZIP 215, takes encodings that Go and Node refuse.

import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { deflateSync, inflateSync } from 'fflate';
import type { Primitives } from './primitives.js';

/** A body of deflated zeros grows by no more than this (zlib's documentation: 1032:1). */
const MAX_EXPANSION = 1032;
const EMPTY_BLOCK_SLACK = 64;

/**
 * fflate stops at the end of `out` without a word, so there is room for one byte more than is allowed; and to it no
 * input is a whole stream.
 */
function inflateRaw(data: Uint8Array, max: number): Uint8Array {
  if (data.length === 0) throw new Error('unexpected end of data');
  const room = Math.min(max, data.length * MAX_EXPANSION + EMPTY_BLOCK_SLACK) + 1;
  const output = inflateSync(data, { out: new Uint8Array(room) });
  if (output.length > max) throw new Error(`inflated data is longer than ${max} bytes`);
  return output;
}

function ed25519Verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false });
  } catch {
    // Of keys and signatures with the wrong length.
    return false;
  }
}

/** See the head of this file. */
export const platform: Primitives = {
  sha256: (data) => sha256(data),
  inflateRaw,
  deflateRaw: (data) => deflateSync(data),
  ed25519Verify,
  ed25519Sign: (seed, message) => ed25519.sign(message, seed),
  ed25519PublicKey: (seed) => ed25519.getPublicKey(seed),
};
