import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inTime } from '../../tools/testing/in-time.js';
import { decodeBase64, encodeBase64 } from './base64.js';

describe('base64', () => {
  it('agrees with the platform on what is well formed, and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(text)).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it('encodes more than one call can take', () => {
    const bytes = new Uint8Array(300_000).fill(200);
    expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
  });

  it.each([
    ['', 0],
    ['QQ==', 1],
    ['QQ\r\n==', 1],
    ['QR==', 1],
    ['QUI=', 2],
  ])('reads %j', (text, length) => {
    expect(decodeBase64(text)?.length).toBe(length);
  });

  it.each(['QQ', 'QQ=', 'Q===', '====', '=', 'QQ==QQ==', 'QQ= =', ' QQ==', 'Q-==', 'Q_==', 'Qé==', 'QQ==='])(
    'refuses %j',
    (text) => expect(decodeBase64(text)).toBeUndefined(),
  );

  it('takes time in proportion', () => {
    inTime(() => {
      expect(decodeBase64(`${'A'.repeat(20_000_000)}!`)).toBeUndefined();
    });
  });
});
