// The notation of the standard library's data: what is written is read again.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatFileName,
  formatIndex,
  formatShared,
  INDEX_LIMIT,
  parseFileName,
  parseIndexes,
  parseShared,
  StandardLibrary,
  type StandardPackage,
} from '../../src/core/stdlib/index.js';
import { encode } from './encode.js';

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((elements) => elements.join('/'));
const text = fc.stringMatching(/^[ -}–“”é]{1,40}$/);
const several = (values: fc.Arbitrary<string>) => fc.array(values, { maxLength: 4 });

const file = fc.record({
  name: fc
    .tuple(name, fc.constantFrom('.go', '_test.go', '.x.go', '.s', '_linux.go', '.pgo'))
    .map(([stem, end]) => stem + end),
  constraint: fc.constantFrom('', 'unix', 'linux && !amd64', 'a || b'),
  package: fc.oneof(fc.constant('a'), fc.constant('a_test'), name),
  imports: several(path),
  embeds: several(text),
  cgo: several(text),
});

const packages: fc.Arbitrary<StandardPackage[]> = fc.uniqueArray(
  fc.record({
    path,
    files: fc.array(
      file.map((each) => (each.name.endsWith('.go') ? each : { ...each, package: '' })),
      { maxLength: 6 },
    ),
    embedded: fc.dictionary(text, several(text)).map((found) => new Map(Object.entries(found))),
  }),
  { maxLength: 8, selector: (each) => each.path },
);

describe('the data of the standard library', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(packages, (given) => {
        const library = new StandardLibrary({ release: '1.0', facts: encode(given) });
        expect(library.paths).toEqual(given.map((each) => each.path));
        expect(library.paths.map((each) => library.package(each))).toEqual(given);
      }),
    );
  });

  it('refuse what would be read as something else', () => {
    const wrong = {
      name: 'a.go',
      constraint: '',
      package: 'a',
      imports: [],
      embeds: ['x\ty'],
      cgo: [],
    };
    expect(() => encode([{ path: 'a', files: [wrong], embedded: new Map() }])).toThrow('separates');
  });
});

describe('its notation', () => {
  it('has a number for each index', () => {
    const all = Array.from({ length: INDEX_LIMIT }, (_, index) => index);
    expect(parseIndexes(`<${all.map(formatIndex).join('')}`, 1)).toEqual(all);
  });

  it('keeps names that share their beginnings', () => {
    const any = fc.oneof(path, fc.string({ maxLength: 100 }), fc.constant('x'.repeat(90)));
    fc.assert(
      fc.property(any, any, (before, after) => {
        expect(parseShared(before, formatShared(before, after))).toBe(after);
      }),
    );
  });

  it.each([
    ['tar_test.go', 'tar!'],
    ['tar.go', 'tar'],
    ['tables10.0.0.go', 'tables10.0.0.go'],
    ['a.b_test.go', 'a.b!'],
    ['asm_amd64.s', 'asm_amd64.s'],
    ['default.pgo', 'default.pgo'],
  ])('shortens %s to %s', (long, short) => {
    expect(formatFileName(long)).toBe(short);
    expect(parseFileName(short)).toBe(long);
  });
});
