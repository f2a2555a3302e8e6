// The primitives that core is handed, made of node:crypto and node:zlib.
//
// Two of them go a way of their own because they run some 100,000 times in a large download: SHA-256 by
// `crypto.hash` with a text result (0.3 µs for 65 bytes against 0.6 µs with a Buffer result and 1.0 µs with
// createHash), and inflating through one handle that is reset instead of made anew for each file. That handle is
// not a documented part of Node, so it is tried out once and left alone where it behaves differently.

import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Ed25519PublicKey, Ed25519Sign, InflateRaw, Sha256 } from '../core/crypto.js';
import { inflateRawHandle, sha256Text } from './io/index.js';
import type { Primitives } from './session.js';

/** A body of deflated zeros grows by no more than this (zlib's documentation: 1032:1). */
const MAX_EXPANSION = 1032;
const EMPTY_BLOCK_SLACK = 64;

/** Results up to this size are inflated into one buffer and copied out, which costs a third of a new buffer each. */
const SCRATCH = 256 * 1024;

/** What precedes a raw Ed25519 public key in DER (RFC 8410). */
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
/** What precedes a raw Ed25519 seed in DER. */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** How many public keys are remembered in their prepared form. */
const MAX_KEYS = 64;

/** What {@link nodePrimitives} makes: all that a session needs, and what signing a checksum database needs. */
export interface NodePrimitives extends Primitives {
  readonly ed25519Sign: Ed25519Sign;
  readonly ed25519PublicKey: Ed25519PublicKey;
}

/** The primitives of this process. Holds prepared keys and an inflate handle; make one a thread and share it. */
export function nodePrimitives(): NodePrimitives {
  const keys = new Map<string, KeyObject>();
  return {
    sha256: nodeSha256(),
    inflateRaw: nodeInflateRaw(),
    deflateRaw: (data) => deflateRawSync(data),
    ed25519Verify(publicKey, message, signature) {
      const key = preparedKey(keys, publicKey);
      return key !== undefined && signature.length === 64 && verifyBytes(null, message, key, signature);
    },
    ed25519Sign: (seed, message) => new Uint8Array(signBytes(null, message, privateKey(seed))),
    ed25519PublicKey(seed) {
      const der = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' });
      return new Uint8Array(der.subarray(PUBLIC_PREFIX.length));
    },
  };
}

function nodeSha256(): Sha256 {
  const bytes = (data: Uint8Array): Uint8Array => {
    const text = sha256Text(data, 'binary');
    const sum = new Uint8Array(32);
    for (let i = 0; i < 32; i++) sum[i] = text.charCodeAt(i);
    return sum;
  };
  return Object.assign(bytes, { text: sha256Text });
}

function preparedKey(keys: Map<string, KeyObject>, publicKey: Uint8Array): KeyObject | undefined {
  if (publicKey.length !== 32) return undefined;
  const name = Buffer.from(publicKey).toString('latin1');
  const known = keys.get(name);
  if (known !== undefined) return known;
  const der = Buffer.concat([PUBLIC_PREFIX, publicKey]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  if (keys.size < MAX_KEYS) keys.set(name, key);
  return key;
}

function privateKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

/** The most that `data` can inflate to, but no more than `max`, and one byte to see a longer stream by. */
function roomFor(data: Uint8Array, max: number): number {
  return Math.min(max, data.length * MAX_EXPANSION + EMPTY_BLOCK_SLACK) + 1;
}

function documentedInflateRaw(data: Uint8Array, max: number): Uint8Array {
  return inflateRawSync(data, { maxOutputLength: roomFor(data, max) });
}

function tooLong(max: number): Error {
  return new Error(`inflated data is longer than ${max} bytes`);
}

function reusedInflateRaw(): InflateRaw | undefined {
  const found = inflateRawHandle();
  if (found === undefined) return undefined;
  const { handle, state } = found;
  let failure: string | undefined;
  handle.onerror = (message) => {
    failure = message;
  };
  const scratch = new Uint8Array(SCRATCH);
  return (data, max) => {
    const room = roomFor(data, max);
    const output = room <= SCRATCH ? scratch : new Uint8Array(room);
    failure = undefined;
    handle.writeSync(constants.Z_FINISH, data, 0, data.length, output, 0, room);
    const written = room - (state[0] ?? 0);
    handle.reset();
    if (failure !== undefined) throw new Error(failure);
    return output === scratch ? scratch.slice(0, written) : output.subarray(0, written);
  };
}

/** Whether `inflate` does what the documented function does: whole, longer, cut and corrupt streams. */
function behaves(inflate: InflateRaw): boolean {
  const whole = deflateRawSync(Buffer.from('gomod'.repeat(20)));
  const broken = [whole.subarray(0, -1), Uint8Array.of(0xff, 0xff), new Uint8Array(0)];
  try {
    if (Buffer.from(inflate(whole, 100)).toString() !== 'gomod'.repeat(20)) return false;
    if (inflate(whole, 99).length !== 100) return false;
    if (!broken.every((data) => throws(() => inflate(data, 100)))) return false;
    return inflate(whole, 1000).length === 100;
  } catch {
    return false;
  }
}

function throws(step: () => unknown): boolean {
  try {
    step();
    return false;
  } catch {
    return true;
  }
}

function nodeInflateRaw(): InflateRaw {
  let chosen: InflateRaw | undefined;
  return (data, max) => {
    if (chosen === undefined) {
      const reused = reusedInflateRaw();
      chosen = reused !== undefined && behaves(reused) ? reused : documentedInflateRaw;
    }
    const output = chosen(data, max);
    if (output.length > max) throw tooLong(max);
    return output;
  };
}
