// The platform's primitives are the same on every platform, down to what they refuse.

import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { platform as node } from './platform.js';
import { platform as browser } from './platform-browser.js';
import { type Primitives, primitivesOf } from './primitives.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (data: Uint8Array): string => Buffer.from(data).toString('hex');
const unhex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

/** RFC 8032, section 7.1, test 2. */
const SEED = unhex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
const PUBLIC = unhex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
const SIGNATURE = unhex(
  '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
);

describe.each<[string, Primitives]>([
  ['node', node],
  ['browser', browser],
])('primitives of %s', (_, { sha256, inflateRaw, deflateRaw, ...keys }) => {
  it('hash', () => {
    expect(hex(sha256(bytes('abc')))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    expect(hex(sha256(new Uint8Array(0)))).toMatch(/^e3b0c442/);
  });

  it('inflate what they deflated, and what others did', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), fc.nat(9), (data, level) => {
        expect(hex(inflateRaw(deflateRaw(data), data.length))).toBe(hex(data));
        expect(hex(inflateRaw(new Uint8Array(deflateRawSync(data, { level })), data.length))).toBe(hex(data));
      }),
    );
  });

  it('refuse streams that are longer than allowed, cut or corrupt', () => {
    const stream = new Uint8Array(deflateRawSync(bytes('gomod'.repeat(1000))));
    expect(inflateRaw(stream, 5000).length).toBe(5000);
    expect(() => inflateRaw(stream, 4999)).toThrow();
    expect(() => inflateRaw(stream.subarray(0, -1), 5000)).toThrow();
    expect(() => inflateRaw(new Uint8Array(0), 5000)).toThrow();
    expect(() => inflateRaw(Uint8Array.of(0xff, 0xff), 5000)).toThrow();
    expect(() => inflateRaw(new Uint8Array(deflateRawSync(new Uint8Array(1 << 24))), 1 << 16)).toThrow();
  });

  it('sign and verify', () => {
    const message = Uint8Array.of(0x72);
    expect(hex(keys.ed25519PublicKey(SEED))).toBe(hex(PUBLIC));
    expect(hex(keys.ed25519Sign(SEED, message))).toBe(hex(SIGNATURE));
    expect(keys.ed25519Verify(PUBLIC, message, SIGNATURE)).toBe(true);
    expect(keys.ed25519Verify(PUBLIC, bytes('s'), SIGNATURE)).toBe(false);
    const flipped = SIGNATURE.map((byte, i) => (i === 40 ? byte ^ 1 : byte));
    expect(keys.ed25519Verify(PUBLIC, message, flipped)).toBe(false);
  });

  it('say no to keys and signatures that are none', () => {
    const message = Uint8Array.of(0x72);
    expect(keys.ed25519Verify(PUBLIC.subarray(1), message, SIGNATURE)).toBe(false);
    expect(keys.ed25519Verify(PUBLIC, message, SIGNATURE.subarray(1))).toBe(false);
    expect(keys.ed25519Verify(new Uint8Array(32).fill(0xff), message, SIGNATURE)).toBe(false);
  });
});

describe('primitivesOf', () => {
  it('lets the caller replace them one by one', () => {
    const own = () => new Uint8Array(32);
    const made = primitivesOf({ primitives: { sha256: own } });
    expect(made.sha256).toBe(own);
    expect(made.inflateRaw).toBe(node.inflateRaw);
    expect(primitivesOf({})).toEqual(node);
  });
});
