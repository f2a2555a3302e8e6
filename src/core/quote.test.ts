import { describe, expect, it, test } from 'vitest';
import { quote, quoteChar } from './quote.js';

describe('quoting', () => {
  test.each([
    ['', '""'],
    ['plain text', '"plain text"'],
    ['say "hi"', '"say \\"hi\\""'],
    ["it's", '"it\'s"'],
    ['back\\slash', '"back\\\\slash"'],
    ['\x07\b\f\n\r\t\v', '"\\a\\b\\f\\n\\r\\t\\v"'],
    ['\x00\x1b\x7f', '"\\x00\\x1b\\x7f"'],
    ['é日\u{1f600}', '"é日\u{1f600}"'],
    ['\u00a0\u0085\u00ad\u2028\ufeff\u3000', '"\\u00a0\\u0085\\u00ad\\u2028\\ufeff\\u3000"'],
    ['\u{e0001}\u{10ffff}', '"\\U000e0001\\U0010ffff"'],
    ['\ufffd', '"\ufffd"'],
    ['\udc80\udcff', '"\\x80\\xff"'],
    ['\ud800', '"\\ufffd"'],
  ])('%j is %s', (text, want) => {
    expect(quote(text)).toBe(want);
  });

  test.each([
    ['a', "'a'"],
    ["'", "'\\''"],
    ['"', "'\"'"],
    ['\n', "'\\n'"],
    ['\u{1f600}', "'\u{1f600}'"],
    ['\u200b', "'\\u200b'"],
  ])('the character %j is %s', (char, want) => {
    expect(quoteChar(char)).toBe(want);
  });

  it('takes long texts', () => {
    expect(quote('a'.repeat(10_000_000)).length).toBe(10_000_002);
    expect(quote('\n'.repeat(1_000_000)).length).toBe(2_000_002);
  });
});
