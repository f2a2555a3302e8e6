import { describe, expect, it } from 'vitest';
import { quote } from './quote.js';

// Answers of strconv.Quote (Go 1.26).
const answers: readonly (readonly [text: string, quoted: string])[] = [
  ['', '""'],
  ['plain -x=1', '"plain -x=1"'],
  ['a"b\\c', '"a\\"b\\\\c"'],
  ['\x07\b\f\n\r\t\v', '"\\a\\b\\f\\n\\r\\t\\v"'],
  ['\x00\x7f\u0080\u009f', '"\\x00\\x7f\\u0080\\u009f"'],
  ['\u00e9\u4e16\u754c', '"\u00e9\u4e16\u754c"'],
  ['\u00a0\u2028\u200b\ufeff', '"\\u00a0\\u2028\\u200b\\ufeff"'],
  ['\u{1f600}\u{e0001}\ue000', '"\u{1f600}\\U000e0001\\ue000"'],
  ['\u0301a', '"\u0301a"'],
  ['\ufffd', '"\ufffd"'],
];

describe('quote', () => {
  it.each(answers)('%j', (text, quoted) => expect(quote(text)).toBe(quoted));
});
