import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { inTime } from '../../../tools/testing/in-time.js';
import {
  compare,
  fromToolchain,
  isLang,
  isPrerelease,
  isToolchain,
  isValid,
  lang,
  max,
  modCompare,
  modIsPrefix,
  modIsPrerelease,
  modIsValid,
  modMajorMinor,
  modSort,
  prev,
  TooNewError,
} from './index.js';

// Ascending groups; those in a group are equal.
const ASCENDING: readonly (readonly string[])[] = [
  [
    '',
    'x',
    'go1.21',
    '1.21.0rc1',
    '1.21.',
    '01.2',
    '1.021',
    '1.21rc01',
    '1.21RC1',
    '1.21-x',
    '1.2.3.4',
    'v1.2',
  ],
  ['0', '0.0', '0.0.0'],
  ['1', '1.0', '1.0.0'],
  ['1.2'],
  ['1.20beta1'],
  ['1.20rc1'],
  ['1.20', '1.20.0'],
  ['1.20.1'],
  ['1.21'],
  ['1.21alpha1'],
  ['1.21beta2'],
  ['1.21rc'],
  ['1.21rc2'],
  ['1.21rc10'],
  ['1.21.0'],
  ['1.21.9'],
  ['1.21.10'],
  ['1.100'],
  ['1.999999999999999999999'],
  ['2'],
];

describe('Go versions', () => {
  it('orders as the table does', () => {
    for (const [i, group] of ASCENDING.entries()) {
      for (const [j, other] of ASCENDING.entries()) {
        for (const x of group) {
          for (const y of other) expect(compare(x, y), `${x} and ${y}`).toBe(Math.sign(i - j));
        }
      }
    }
  });

  it('accepts all but the first group', () => {
    for (const [i, group] of ASCENDING.entries()) {
      for (const x of group) expect(isValid(x), x).toBe(i > 0);
    }
  });

  test.each([
    // version, language, names a language, is a prerelease, release before
    ['1.21', '1.21', true, false, '1.20'],
    ['1.21.0', '1.21', false, false, '1.20'],
    ['1.21rc2', '1.21', false, true, '1.20'],
    ['1.20', '1.20', false, false, '1.19'],
    ['1.1', '1.1', false, false, '1'],
    ['1', '1', false, false, '1'],
    ['1.0', '1', false, false, '1'],
    ['2', '2.0', false, false, '2'],
    ['1.100', '1.100', true, false, '1.99'],
    ['1.1000000000000000000000', '1.1000000000000000000000', true, false, '1.999999999999999999999'],
    ['x', '', false, false, ''],
  ])('%s has language %s', (x, wantLang, wantIsLang, wantPre, wantPrev) => {
    expect([lang(x), isLang(x), isPrerelease(x), prev(x)]).toEqual([wantLang, wantIsLang, wantPre, wantPrev]);
  });

  it('takes the first of equals as the maximum', () => {
    expect(max('1.20', '1.20.0')).toBe('1.20');
    expect(max('1.21', '1.21rc1')).toBe('1.21rc1');
  });

  test.each([
    ['go1.21.3', '1.21.3'],
    ['go1.21.3-bigcorp', '1.21.3'],
    ['go1.21.3 X:exp', '1.21.3'],
    ['go1.21.3\tX', '1.21.3'],
    ['go1.22rc1-a/b', ''],
    ['go1.22\\x', ''],
    ['go1.21+x', ''],
    ['1.21', ''],
    ['go', ''],
    ['gccgo1.21', ''],
    ['default', ''],
  ])('toolchain %s is Go %j', (name, want) => {
    expect(fromToolchain(name)).toBe(want);
  });

  it('is a total order', () => {
    const number = fc.constantFrom('0', '1', '9', '20', '21', '22', '00', '');
    const tail = fc.constantFrom('', '.', '.0', '.1', 'rc', 'rc1', 'rc2', 'beta1', 'x0', '.1rc1');
    const text = fc.tuple(number, number, tail).map(([a, b, c]) => `${a}.${b}${c}`);
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(compare(b, a)).toBe(0 - compare(a, b));
        const [x, y, z] = [a, b, c].sort(compare) as [string, string, string];
        expect([compare(x, y), compare(y, z), compare(x, z)]).not.toContain(1);
      }),
    );
  });

  it('takes linear time', () => {
    const digits = `1${'0'.repeat(1_000_000)}`;
    inTime(() => {
      expect(prev(`1.${digits}`)).toBe(`1.${'9'.repeat(1_000_000)}`);
      expect(isValid(`1.21${'a'.repeat(1_000_000)}0x`)).toBe(false);
    });
  });
});

describe('versions of modules', () => {
  it('knows the two modules that stand for Go', () => {
    expect(['go', 'toolchain', 'golang.org/toolchain', 'go/x'].map(isToolchain)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test.each([
    ['go', '1.20', '1.21', -1],
    ['go', 'v1.3.0', 'v1.2.0', 0],
    ['go', 'none', '1', -1],
    ['toolchain', 'go1.20', 'go1.21', -1],
    ['toolchain', '1.22', 'go1.21', 1],
    ['toolchain', 'go1.21.0-a', 'go1.21.0-b', 0],
    ['toolchain', 'default', 'none', 0],
    ['a.test/m', 'v1.10.0', 'v1.9.0', 1],
    ['a.test/m', '1.10', '1.9', 0],
    ['a.test/m', 'none', 'v0.0.0-0', -1],
  ] as const)('%s: %s against %s is %d', (path, x, y, want) => {
    expect(modCompare(path, x, y)).toBe(want);
  });

  test.each([
    // path, version, valid, prefix, prerelease, major.minor
    ['go', '1.21', true, true, false, '1.21'],
    ['go', '1.21.0', true, false, false, '1.21'],
    ['go', '1.21rc1', true, false, true, '1.21'],
    ['go', 'v1.2.3', false, false, false, ''],
    ['toolchain', 'go1.21', true, true, false, 'go1.21'],
    ['toolchain', '1.21', false, false, false, 'go'],
    ['toolchain', 'go1.22rc1-x', true, false, true, 'go1.22'],
    ['a.test/m', 'v1', true, true, false, 'v1.0'],
    ['a.test/m', 'v1.2', true, true, false, 'v1.2'],
    ['a.test/m', 'v1.2.3', true, false, false, 'v1.2'],
    ['a.test/m', 'v1.2.3-pre', true, false, true, 'v1.2'],
  ] as const)('%s %s', (path, version, valid, prefix, pre, minor) => {
    expect([
      modIsValid(path, version),
      modIsPrefix(path, version),
      modIsPrerelease(path, version),
      modMajorMinor(path, version),
    ]).toEqual([valid, prefix, pre, minor]);
  });

  it('sorts by path, the version of that path, and the file after a slash', () => {
    const list = [
      'toolchain go1.9',
      'z v1.0.0',
      'go 1.21',
      'a v1.10.0',
      'a v1.9.0/go.mod',
      'a v1.9.0',
      'go 1.9',
    ]
      .map((line) => line.split(' '))
      .map(([path = '', version = '']) => ({ path, version }));
    modSort(list);
    expect(list.map((m) => `${m.path} ${m.version}`)).toEqual([
      'a v1.9.0',
      'a v1.9.0/go.mod',
      'a v1.10.0',
      'go 1.9',
      'go 1.21',
      'toolchain go1.9',
      'z v1.0.0',
    ]);
  });
});

describe('TooNewError', () => {
  const need = { what: 'module a.test/m@v1.0.0', goVersion: '1.99' };
  const choice = { setting: 'auto', file: '', goLine: '', toolchainLine: '' };

  test.each([
    [undefined, ''],
    [choice, ''],
    [{ ...choice, setting: 'local' }, '; GOTOOLCHAIN=local'],
    [{ ...choice, file: 'go.mod', goLine: '1.21' }, '; go.mod sets go 1.21'],
    [{ ...choice, file: 'go.mod' }, ''],
    [
      { setting: 'local', file: '../go.work', goLine: '1.21', toolchainLine: 'go1.22' },
      '; GOTOOLCHAIN=local; ../go.work sets toolchain go1.22',
    ],
  ])('tells what chose the toolchain: %j', (given, want) => {
    const error = new TooNewError(need, '1.26.8', given);
    expect(error.message).toBe(`module a.test/m@v1.0.0 requires go >= 1.99 (running go 1.26.8${want})`);
    expect(error.code).toBe('too-new');
  });
});
