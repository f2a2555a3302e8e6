import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinQuoted, splitQuoted } from './quoted.js';

describe('splitQuoted', () => {
  it('takes quotes at the head of a word only', () => {
    expect(splitQuoted('  a\t"b c"\n\'d "e\'  f"g h\'')).toEqual(['a', 'b c', 'd "e', 'f"g', "h'"]);
    expect(splitQuoted('""x \'\'')).toEqual(['', 'x', '']);
    expect(splitQuoted(' \r\n\t')).toEqual([]);
  });

  it('refuses an open quote in the words of Go', () => {
    expect(splitQuoted('a "b')).toBe('unterminated " string');
    expect(splitQuoted("'")).toBe("unterminated ' string");
  });

  it('takes apart what joinQuoted put together', () => {
    const word = fc.string({ unit: fc.constantFrom('a', '-', ' ', '\t', '\n', '\r', "'", '"', '\u00e9') });
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const joined = joinQuoted(words);
        const both = words.some((each) => each.includes("'") && each.includes('"'));
        if (both) expect(joined).toBeUndefined();
        else expect(splitQuoted(joined ?? '')).toEqual(words.filter((each) => each !== ''));
      }),
    );
  });
});
