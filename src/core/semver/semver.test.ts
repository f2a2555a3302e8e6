import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { inTime } from '../../../tools/testing/in-time.js';
import { build, canonical, compare, isValid, major, majorMinor, max, prerelease, sort } from './index.js';

// version → canonical, '' where it is none. In ascending order; lines with the same canonical form are equal.
const ASCENDING: readonly [string, string][] = [
  ['bad', ''],
  ['v1-pre', ''],
  ['v1.2+meta', ''],
  ['v01.2.3', ''],
  ['v1.2.3-01', ''],
  ['v1.2.3-', ''],
  ['v1.2.3-a..b', ''],
  ['v1.2.3+', ''],
  ['v1.2.3+a_b', ''],
  ['V1.2.3', ''],
  ['1.2.3', ''],
  ['v', ''],
  ['v1.', ''],
  ['v1.2.', ''],
  ['v1.2.3.4', ''],
  ['v1.2.3-é', ''],
  ['v1.0.0-0', 'v1.0.0-0'],
  ['v1.0.0-1', 'v1.0.0-1'],
  ['v1.0.0-10', 'v1.0.0-10'],
  ['v1.0.0-10.-', 'v1.0.0-10.-'],
  ['v1.0.0--', 'v1.0.0--'],
  ['v1.0.0-0a', 'v1.0.0-0a'],
  ['v1.0.0-A', 'v1.0.0-A'],
  ['v1.0.0-a', 'v1.0.0-a'],
  ['v1.0.0-a.1', 'v1.0.0-a.1'],
  ['v1.0.0-a.1.0', 'v1.0.0-a.1.0'],
  ['v1.0.0-a.b', 'v1.0.0-a.b'],
  ['v1.0.0-a-b', 'v1.0.0-a-b'],
  ['v1', 'v1.0.0'],
  ['v1.0', 'v1.0.0'],
  ['v1.0.0', 'v1.0.0'],
  ['v1.0.0+build-1.007', 'v1.0.0'],
  ['v1.0.1', 'v1.0.1'],
  ['v1.2', 'v1.2.0'],
  ['v1.10', 'v1.10.0'],
  ['v2.0.0+incompatible', 'v2.0.0'],
  ['v99999999999999999999.0.0', 'v99999999999999999999.0.0'],
  ['v100000000000000000000.0.0', 'v100000000000000000000.0.0'],
];

describe('semver', () => {
  test.each(ASCENDING)('%s is valid where it has a canonical form', (v, want) => {
    expect(isValid(v)).toBe(want !== '');
    expect(canonical(v)).toBe(want);
  });

  it('orders as the table does', () => {
    for (const [i, [v, cv]] of ASCENDING.entries()) {
      for (const [j, [w, cw]] of ASCENDING.entries()) {
        const want = cv === cw ? 0 : Math.sign(i - j);
        expect(compare(v, w), `${v} and ${w}`).toBe(want);
      }
    }
  });

  test.each([
    ['v1', 'v1', 'v1.0', '', ''],
    ['v1.2', 'v1', 'v1.2', '', ''],
    ['v12.34.56-pre.1-x+meta-data.2', 'v12', 'v12.34', '-pre.1-x', '+meta-data.2'],
    ['v1.2.3+meta-data', 'v1', 'v1.2', '', '+meta-data'],
    ['v1.2.3-0', 'v1', 'v1.2', '-0', ''],
    ['nonsense', '', '', '', ''],
  ])('%s has its parts', (v, wantMajor, wantMinor, wantPre, wantBuild) => {
    expect([major(v), majorMinor(v), prerelease(v), build(v)]).toEqual([
      wantMajor,
      wantMinor,
      wantPre,
      wantBuild,
    ]);
  });

  it('takes the canonical form of the later, and of the second of equals', () => {
    expect(max('v1.2', 'v1.1.9')).toBe('v1.2.0');
    expect(max('v1.2.0+a', 'v1.2')).toBe('v1.2.0');
    expect(max('x', 'v0.0.0-0')).toBe('v0.0.0-0');
    expect(max('x', 'y')).toBe('');
  });

  it('sorts equals by their text', () => {
    const list = ['v1.0.0+b', 'v2.0.0', 'x', 'v1.0.0', 'v1.0.0+a', 'a', 'v1'];
    sort(list);
    expect(list).toEqual(['a', 'x', 'v1', 'v1.0.0', 'v1.0.0+a', 'v1.0.0+b', 'v2.0.0']);
  });
});

const number = fc.oneof(fc.nat({ max: 3 }).map(String), fc.bigInt({ min: 0n, max: 10n ** 30n }).map(String));
const word = fc.stringMatching(/^[0-9A-Za-z-]{1,4}$/);
const identifier = word.map((text) => (/^0\d+$/.test(text) ? `x${text}` : text));
const list = (item: fc.Arbitrary<string>, mark: string): fc.Arbitrary<string> =>
  fc.array(item, { maxLength: 3 }).map((items) => (items.length === 0 ? '' : mark + items.join('.')));
const core = fc.tuple(number, number, number).map((parts) => `v${parts.join('.')}`);
const version = fc.tuple(core, list(identifier, '-'), list(word, '+')).map((parts) => parts.join(''));
const text = fc.oneof(
  version,
  fc.string(),
  version.map((v) => v.slice(0, -1)),
);

describe('laws of semver', () => {
  it('is a total order', () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(compare(a, a)).toBe(0);
        expect(compare(b, a)).toBe(0 - compare(a, b));
        const [x, y, z] = [a, b, c].sort(compare) as [string, string, string];
        expect(compare(x, y)).not.toBe(1);
        expect(compare(y, z)).not.toBe(1);
        expect(compare(x, z)).not.toBe(1);
      }),
    );
  });

  it('makes canonical forms that are canonical, equal to the version, and one for equal versions', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(canonical(canonical(a))).toBe(canonical(a));
        expect(compare(a, canonical(a))).toBe(0);
        expect(canonical(a) === canonical(b)).toBe(compare(a, b) === 0);
      }),
    );
  });

  it('puts a version together from its parts', () => {
    fc.assert(
      fc.property(core, list(identifier, '-'), list(word, '+'), (numbers, pre, meta) => {
        const v = numbers + pre + meta;
        expect(isValid(v)).toBe(true);
        expect([prerelease(v), build(v), canonical(v)]).toEqual([pre, meta, numbers + pre]);
      }),
    );
  });
});

describe('hostile versions', () => {
  it('takes linear time', () => {
    const long = `v1.0.0-${'1.'.repeat(500_000)}`;
    inTime(() => {
      expect(isValid(long)).toBe(false);
      expect(compare(`${long}1`, `${long}2`)).toBe(-1);
      expect(isValid(`v${'9'.repeat(1_000_000)}`)).toBe(true);
      expect(canonical(`v1.0.0+${'-'.repeat(1_000_000)}`)).toBe('v1.0.0');
    });
  });
});
