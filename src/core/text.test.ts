import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { inTime } from '../../tools/testing/in-time.js';
import { compareText, decodeText, encodeText, fields, isSpace, sortTexts, trimSpace } from './text.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** Bytes that often are nearly UTF-8. */
const nearly = fc
  .array(
    fc.constantFrom(0x20, 0x61, 0x80, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff),
  )
  .map((values) => Uint8Array.from(values));

describe('text', () => {
  test.each([
    [bytes(0x61, 0xff, 0x62), 'a\udcffb'],
    [bytes(0xc3, 0xa9), 'é'],
    [bytes(0xc3), '\udcc3'],
    [bytes(0xc0, 0x80), '\udcc0\udc80'],
    [bytes(0xe0, 0x80, 0x80), '\udce0\udc80\udc80'],
    [bytes(0xed, 0xa0, 0x80), '\udced\udca0\udc80'],
    [bytes(0xf0, 0x9f, 0x98, 0x80), '\u{1f600}'],
    [bytes(0xf4, 0x90, 0x80, 0x80), '\udcf4\udc90\udc80\udc80'],
    [bytes(0xef, 0xbb, 0xbf, 0x61), '\ufeffa'],
    [bytes(0xef, 0xbf, 0xbd), '\ufffd'],
  ])('%# keeps what is no UTF-8, and the byte order mark', (raw, want) => {
    expect(decodeText(raw)).toBe(want);
    expect(encodeText(want)).toEqual(raw);
  });

  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.oneof(nearly, fc.uint8Array()), (raw) => {
        expect(encodeText(decodeText(raw))).toEqual(Uint8Array.from(raw));
      }),
    );
  });

  it('has lone surrogates exactly where bytes are no UTF-8', () => {
    fc.assert(
      fc.property(nearly, (raw) => {
        let valid = true;
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(raw);
        } catch {
          valid = false;
        }
        expect(/\p{Surrogate}/u.test(decodeText(raw))).toBe(!valid);
      }),
    );
  });

  it('takes no longer for megabytes that are no UTF-8', () => {
    const raw = Buffer.alloc(16 << 20, Buffer.of(0xff, 0xe2, 0xe2));
    expect(
      Buffer.compare(
        inTime(() => encodeText(decodeText(raw))),
        raw,
      ),
    ).toBe(0);
    const lines = Array.from({ length: 100_000 }, (_, i) => decodeText(bytes(0xc3, i >> 8, i & 0xff)));
    inTime(() => sortTexts(lines));
  });

  it('orders texts as their bytes', () => {
    const some = fc.oneof(fc.string({ unit: 'binary' }), nearly.map(decodeText));
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [left, right] = [decodeText(encodeText(a)), decodeText(encodeText(b))];
        expect(compareText(left, right)).toBe(Buffer.compare(encodeText(left), encodeText(right)));
      }),
    );
    expect(compareText('\u{1f600}', '\uffff')).toBe(1);
    expect(compareText('\u00c0', '\udcc2')).toBe(1);
    const list = ['\u{1f600}', '\uffff', 'a', '\ue000'];
    sortTexts(list);
    expect(list).toEqual(['a', '\ue000', '\uffff', '\u{1f600}']);
  });

  it("knows Go's white space", () => {
    const found = Array.from({ length: 0x10000 }, (_, code) => code).filter(isSpace);
    const want = [9, 10, 11, 12, 13, 0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000];
    for (let code = 0x2000; code <= 0x200a; code++) want.push(code);
    expect(found).toEqual(want.sort((a, b) => a - b));
  });

  test.each([
    ['', []],
    [' \t\u3000 ', []],
    ['a', ['a']],
    [' a\u00a0b\r\n', ['a', 'b']],
    ['\ufeffa b', ['\ufeffa', 'b']],
  ])('splits %j', (given, want) => {
    expect(fields(given)).toEqual(want);
    expect(fields(trimSpace(given))).toEqual(want);
  });
});
