import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { damageGoSum } from '../../../tools/testing/gosum-damage.js';
import { inTime } from '../../../tools/testing/in-time.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { compareModules } from '../module/index.js';
import { encodeText } from '../text.js';
import { EMPTY_GO_MOD_HASH, format, type GoSum, GoSumError, goModKey, parse } from './index.js';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const read = (lines: string): GoSum => parse('go.sum', encodeText(lines));

/** White space of Unicode in UTF-8, a character a byte. */
const SPACES =
  /(?:[\t-\r ]|\xc2[\x85\xa0]|\xe1\x9a\x80|\xe2\x80[\x80-\x8a\xa8\xa9\xaf]|\xe2\x81\x9f|\xe3\x80\x80)+/;

/** What becomes of a file, a character a byte; lines sorted, since Go leaves the order of some to chance. */
function byTheRules(bytes: Uint8Array): string {
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  const kept = new Set<string>();
  for (const [i, line] of lines.entries()) {
    const words = line.split(SPACES).filter((word) => word !== '');
    if (words.length !== 0 && words.length !== 3) {
      return `malformed go.sum:\ngo.sum:${i + 1}: wrong number of fields ${words.length}\n`;
    }
    if (words.length === 3 && words[2] !== EMPTY_GO_MOD_HASH) kept.add(words.join(' '));
  }
  return [...kept].sort().join('\n');
}

function attempt(bytes: Uint8Array): string {
  try {
    const written = format(parse('go.sum', bytes));
    return Buffer.from(written).toString('latin1').split('\n').slice(0, -1).sort().join('\n');
  } catch (error) {
    if (!(error instanceof GoSumError)) throw error;
    return error.message;
  }
}

describe('go.sum', () => {
  test.each([
    ['', ''],
    ['\n \n\t\n', ''],
    ['a.b/c v1.0.0 h1:x=', 'a.b/c v1.0.0 h1:x=\n'],
    ['  a.b/c\tv1.0.0\u00a0h1:x= \r\n', 'a.b/c v1.0.0 h1:x=\n'],
    ['b v1 h1:b\na v1 h1:a\n', 'a v1 h1:a\nb v1 h1:b\n'],
    [
      'a v1.10.0 h1:z\na v1.9.0/go.mod h1:y\na v1.9.0 h1:x\n',
      'a v1.9.0 h1:x\na v1.9.0/go.mod h1:y\na v1.10.0 h1:z\n',
    ],
    ['a v1 h1:y\na v1 h1:x\na v1 h1:y\n', 'a v1 h1:x\na v1 h1:y\n'],
    ['a v1 h2:x\na v1 h1:x\n', 'a v1 h1:x\na v1 h2:x\n'],
    [`a v1/go.mod ${EMPTY_GO_MOD_HASH}\nb v1 h1:b\n`, 'b v1 h1:b\n'],
  ])('%j is written as %j', (given, want) => {
    expect(text(format(read(given)))).toBe(want);
  });

  test.each([
    ['a v1\n', 1, 2],
    ['a v1 h1:x\n\nb\n', 3, 1],
    ['a v1 h1:x y z', 1, 5],
  ])('%j is malformed', (given, line, count) => {
    expect(() => parse('../x/go.sum', encodeText(given))).toThrow(new GoSumError('../x/go.sum', line, count));
    expect(new GoSumError('go.sum', line, count).message).toBe(
      `malformed go.sum:\ngo.sum:${line}: wrong number of fields ${count}\n`,
    );
  });

  it('skips malformed lines for those who write the file anew', () => {
    const sums = parse('go.sum', encodeText('a v1\nb v1 h1:b\nc\n'), { skipMalformed: true });
    expect(text(format(sums))).toBe('b v1 h1:b\n');
  });

  it('keeps bytes that are no UTF-8', () => {
    const bytes = Uint8Array.from([0x61, 0xff, 0x20, 0x76, 0x31, 0x20, 0x68, 0xfe, 0x0a]);
    expect(format(parse('go.sum', bytes))).toEqual(bytes);
  });

  it('finds, adds, removes and merges', () => {
    const sums = read('a v1 h1:x\n');
    const a = { path: 'a', version: 'v1' };
    expect([sums.get(a), sums.get(goModKey(a)), sums.has(a), sums.has(goModKey(a))]).toEqual([
      ['h1:x'],
      [],
      true,
      false,
    ]);
    expect([sums.add(a, 'h1:x'), sums.add(a, 'h1:y'), sums.add(goModKey(a), 'h1:z')]).toEqual([
      false,
      true,
      true,
    ]);
    const other = read('a v1 h1:x\nb v1 h1:b\n');
    sums.merge(other);
    sums.delete(goModKey(a));
    sums.delete({ path: 'never', version: 'v1' });
    expect(text(format(sums))).toBe('a v1 h1:x\na v1 h1:y\nb v1 h1:b\n');
    expect(text(format(sums, (key, hash) => key.path === 'b' || hash === 'h1:y'))).toBe(
      'a v1 h1:y\nb v1 h1:b\n',
    );
  });

  it('is a fixed point once written, and sorted', () => {
    const word = fc.stringMatching(/^[a-zA-Z0-9./:=+-]{1,6}$/);
    const version = fc.constantFrom('v1.0.0', 'v1.9.0', 'v1.10.0', 'v1.0.0/go.mod', 'v1.10.0/go.mod');
    const line = fc.tuple(word, version, word).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const once = format(read(lines.join('\n')));
        expect(format(parse('go.sum', once))).toEqual(once);
        const keys = [...parse('go.sum', once).entries()].map(([key]) => key);
        expect([...keys].sort(compareModules)).toEqual(keys);
        expect(text(once).split('\n').sort()).toEqual([...new Set([...lines, ''])].sort());
      }),
    );
  });

  it('reads and writes 2,000 damaged files as the rules say', () => {
    const chance = seeded(20261122);
    let refused = 0;
    for (let i = 0; i < 2000; i++) {
      const bytes = damageGoSum(chance);
      const outcome = inTime(() => attempt(bytes));
      expect(outcome, Buffer.from(bytes).toString('latin1')).toEqual(byTheRules(bytes));
      if (outcome.startsWith('malformed')) refused++;
    }
    expect(refused).toBeGreaterThan(300);
    expect(refused).toBeLessThan(1700);
  });

  it('takes no longer for many hashes of a module, or many versions of one', () => {
    const lines = (line: (i: number) => string) =>
      Array.from({ length: 100_000 }, (_, i) => line(i)).join('');
    for (const given of [lines((i) => `a v1 h1:${i}\n`), lines((i) => `a v1.${i} h1:x\n`)]) {
      const sums = inTime(() => read(given + given));
      expect(format(sums).length).toBe(given.length);
    }
  });

  it('ends in our error for any bytes, in linear time', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        try {
          format(parse('go.sum', bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(GoSumError);
        }
      }),
    );
    inTime(() => {
      expect(() => read(`${' '.repeat(5_000_000)}a`)).toThrow(GoSumError);
      expect(() => read(`a v1 ${'x '.repeat(1_000_000)}`)).toThrow('wrong number of fields 1000002');
      expect(format(read('\n'.repeat(2_000_000))).length).toBe(0);
      read(Array.from({ length: 100_000 }, (_, i) => `a v1.0.${i} h1:x\n`).join(''));
    });
  });
});
