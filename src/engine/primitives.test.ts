import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { nodePrimitives } from './primitives.js';

const primitives = nodePrimitives();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('sha256', () => {
  it('hashes as createHash does, whatever the length', () => {
    for (const length of [0, 1, 55, 56, 64, 65, 1000, 100_000]) {
      const data = randomBytes(length);
      expect(hex(primitives.sha256(data))).toBe(createHash('sha256').update(data).digest('hex'));
      for (const encoding of ['hex', 'base64'] as const) {
        expect(primitives.sha256.text?.(data, encoding)).toBe(
          createHash('sha256').update(data).digest(encoding),
        );
      }
    }
  });

  it('gives a new array each time', () => {
    const first = primitives.sha256(new Uint8Array(1));
    const second = primitives.sha256(new Uint8Array(1));
    expect(first).not.toBe(second);
    expect(first.buffer.byteLength).toBe(32);
  });
});

describe('inflateRaw', () => {
  const sizes = [0, 1, 100, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 2_000_000];

  it.each(sizes)('returns %i bytes, at their exact bound and above', (size) => {
    const data = randomBytes(size);
    const packed = deflateRawSync(data);
    expect(Buffer.compare(primitives.inflateRaw(packed, size), data)).toBe(0);
    expect(Buffer.compare(primitives.inflateRaw(packed, size * 2 + 10), data)).toBe(0);
  });

  it.each(sizes.slice(1))('refuses %i bytes where one less is allowed', (size) => {
    const packed = deflateRawSync(randomBytes(size));
    expect(() => primitives.inflateRaw(packed, size - 1)).toThrow(/longer than/);
  });

  it('refuses a bomb without making room for it', () => {
    const bomb = deflateRawSync(Buffer.alloc(50_000_000));
    expect(() => primitives.inflateRaw(bomb, 1000)).toThrow(/longer than 1000 bytes/);
    expect(primitives.inflateRaw(bomb, 2 ** 40).length).toBe(50_000_000);
  });

  it('refuses cut and corrupt streams, and works after that', () => {
    const packed = deflateRawSync(Buffer.from('hello hello hello'));
    for (let cut = 0; cut < packed.length; cut++) {
      expect(() => primitives.inflateRaw(packed.subarray(0, cut), 100)).toThrow();
    }
    expect(() => primitives.inflateRaw(Uint8Array.of(7, 7, 7, 7), 100)).toThrow();
    expect(Buffer.from(primitives.inflateRaw(packed, 100)).toString()).toBe('hello hello hello');
  });

  it('ignores what follows the stream', () => {
    const packed = Buffer.concat([deflateRawSync(Buffer.from('abc')), Buffer.from('more')]);
    expect(Buffer.from(primitives.inflateRaw(packed, 100)).toString()).toBe('abc');
  });

  it('hands out results that later calls leave alone', () => {
    const first = primitives.inflateRaw(deflateRawSync(Buffer.from('first')), 100);
    primitives.inflateRaw(deflateRawSync(Buffer.from('other')), 100);
    expect(Buffer.from(first).toString()).toBe('first');
  });

  it('is the inverse of deflateRaw', () => {
    const data = randomBytes(5000);
    expect(Buffer.compare(primitives.inflateRaw(primitives.deflateRaw(data), 5000), data)).toBe(0);
  });
});

describe('Ed25519', () => {
  // RFC 8032, section 7.1, test 2.
  const seed = Buffer.from('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', 'hex');
  const publicKey = Buffer.from('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', 'hex');
  const signature = Buffer.from(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
      '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    'hex',
  );
  const message = Uint8Array.of(0x72);

  it('agrees with the vectors of RFC 8032', () => {
    expect(hex(primitives.ed25519PublicKey(seed))).toBe(hex(publicKey));
    expect(hex(primitives.ed25519Sign(seed, message))).toBe(hex(signature));
    expect(primitives.ed25519Verify(publicKey, message, signature)).toBe(true);
  });

  it('refuses every other message, signature and key, of any length', () => {
    for (let at = 0; at < 64; at++) {
      const wrong = Uint8Array.from(signature);
      wrong[at] = (wrong[at] ?? 0) ^ 1;
      expect(primitives.ed25519Verify(publicKey, message, wrong)).toBe(false);
    }
    expect(primitives.ed25519Verify(publicKey, Uint8Array.of(0x73), signature)).toBe(false);
    for (const length of [0, 1, 63, 65, 1000]) {
      expect(primitives.ed25519Verify(publicKey, message, new Uint8Array(length))).toBe(false);
    }
    for (const length of [0, 31, 33]) {
      expect(primitives.ed25519Verify(new Uint8Array(length), message, signature)).toBe(false);
    }
    for (const fill of [0, 1, 0x7f, 0xff]) {
      expect(primitives.ed25519Verify(new Uint8Array(32).fill(fill), message, signature)).toBe(false);
    }
  });

  it('verifies with more keys than it remembers', () => {
    for (let i = 0; i < 100; i++) {
      const pair = generateKeyPairSync('ed25519');
      const raw = pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
      const made = sign(null, message, pair.privateKey);
      expect(primitives.ed25519Verify(raw, message, made)).toBe(true);
      expect(primitives.ed25519Verify(publicKey, message, made)).toBe(false);
    }
  });
});
