// Goldens are answers of golang.org/x/mod/module of go 1.26.8, produced once and read through.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { inTime } from '../../../tools/testing/in-time.js';
import { refusal } from '../../../tools/testing/refusal.js';
import * as module from './index.js';

type Answers = readonly (string | boolean)[];

interface Goldens {
  readonly paths: readonly [string, Answers][];
  readonly checks: readonly [string, string, Answers][];
  readonly pseudo: readonly [string, Answers][];
  readonly globs: readonly [string, string, Answers][];
}

const goldens: Goldens = JSON.parse(readFileSync(new URL('testdata/golden.json', import.meta.url), 'utf8'));

/** What `run` answers; '' where it throws. */
function answer(run: () => string): string {
  try {
    return run();
  } catch {
    return '';
  }
}

describe('compared with goldens of Go', () => {
  test.each(goldens.paths)('the path %j', (path, want) => {
    const split = module.splitPathVersion(path);
    expect([
      refusal(() => module.checkPath(path)),
      refusal(() => module.checkImportPath(path)),
      refusal(() => module.checkFilePath(path)),
      split.prefix,
      split.pathMajor,
      split.ok,
      answer(() => module.escapePath(path)),
      refusal(() => module.escapePath(path)),
      answer(() => module.unescapePath(path)),
      refusal(() => module.unescapePath(path)),
      answer(() => module.escapeVersion(path)),
      refusal(() => module.escapeVersion(path)),
      answer(() => module.unescapeVersion(path)),
      refusal(() => module.unescapeVersion(path)),
    ]).toEqual(want);
  });

  test.each(goldens.checks)('%s at %j', (path, version, want) => {
    const { pathMajor } = module.splitPathVersion(path);
    expect([
      refusal(() => module.check(path, version)),
      refusal(() => module.checkPathMajor(version, pathMajor)),
      module.matchPathMajor(version, pathMajor),
      module.canonicalVersion(version),
    ]).toEqual(want);
  });

  test.each(goldens.pseudo)('the pseudo-version %j', (version, want) => {
    expect([
      module.isPseudoVersion(version),
      module.isZeroPseudoVersion(version),
      answer(() => module.pseudoVersionTime(version)),
      refusal(() => module.pseudoVersionTime(version)),
      answer(() => module.pseudoVersionRev(version)),
      refusal(() => module.pseudoVersionRev(version)),
      answer(() => module.pseudoVersionBase(version)),
      refusal(() => module.pseudoVersionBase(version)),
    ]).toEqual(want);
  });

  test.each(goldens.globs)('the globs %j on %j', (globs, target, want) => {
    expect([module.matchGlob(globs, target), module.matchPrefixPatterns(globs, target)]).toEqual(want);
  });
});

describe('versions of paths', () => {
  test.each([
    ['', ''],
    ['/v2', 'v2'],
    ['.v0', 'v0'],
    ['.v3-unstable', 'v3'],
  ])('tags of %j begin with %j', (pathMajor, want) => {
    expect(module.pathMajorPrefix(pathMajor)).toBe(want);
  });

  test.each([
    ['', '', 'v0.0.0-T-R'],
    ['v1', '', 'v1.0.0-T-R'],
    ['v1', 'v1.2.3', 'v1.2.4-0.T-R'],
    ['v1', 'v1.2.9', 'v1.2.10-0.T-R'],
    ['v1', 'v1.2.99', 'v1.2.100-0.T-R'],
    ['v1', 'v1.2.3-pre', 'v1.2.3-pre.0.T-R'],
    ['v2', 'v2.0.0+incompatible', 'v2.0.1-0.T-R+incompatible'],
    ['v2', 'v2.0.0-rc.1+incompatible', 'v2.0.0-rc.1.0.T-R+incompatible'],
    ['v1', 'not a version', 'v1.0.0-T-R'],
  ])('a commit of %j after %j', (major, older, want) => {
    const [time, rev] = ['20180102150405', 'abcdef123456'];
    expect(module.pseudoVersion(major, older, time, rev)).toBe(want.replace('T', time).replace('R', rev));
  });

  it('gives back what a pseudo-version was made from', () => {
    const number = fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String);
    const pre = fc.constantFrom('', '-pre', '-rc.1', '-0', '-0.0', '-a-b');
    const build = fc.constantFrom('', '+incompatible', '+meta.1-x');
    const older = fc.tuple(number, number, number, pre, build);
    const time = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    const rev = fc.stringMatching(/^[0-9a-zA-Z]{1,40}$/);
    fc.assert(
      fc.property(older, time, rev, ([x, y, z, p, b], date, hash) => {
        const base = `v${x}.${y}.${z}${p}${b}`;
        const iso = `${date.toISOString().slice(0, 19)}Z`;
        const version = module.pseudoVersion(`v${x}`, base, iso.replace(/\D/g, ''), hash);
        expect(module.isPseudoVersion(version)).toBe(true);
        expect(module.pseudoVersionBase(version)).toBe(base);
        expect(module.pseudoVersionTime(version)).toBe(iso);
        expect(module.pseudoVersionRev(version)).toBe(hash);
      }),
    );
  });

  it('knows its own placeholder', () => {
    expect(module.zeroPseudoVersion('v2')).toBe('v2.0.0-00010101000000-000000000000');
    for (const major of ['', 'v0', 'v1', 'v12']) {
      expect(module.isZeroPseudoVersion(module.zeroPseudoVersion(major))).toBe(true);
    }
    expect(module.isZeroPseudoVersion('')).toBe(false);
  });
});

describe('escaping', () => {
  const element = fc.stringMatching(/^[0-9A-Za-z_-][0-9A-Za-z._~-]{0,8}[0-9A-Za-z_-]$/);
  const path = fc.array(element, { maxLength: 4 }).map((elements) => ['example.com', ...elements].join('/'));

  it('gives back the path, and never has upper case', () => {
    fc.assert(
      fc.property(path, (text) => {
        fc.pre(refusal(() => module.checkPath(text)) === '');
        const escaped = module.escapePath(text);
        expect(escaped).not.toMatch(/[A-Z]/);
        expect(module.unescapePath(escaped)).toBe(text);
      }),
    );
  });

  it('gives back whatever has an escaped form', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[!a-zA-Z0-9.-]{0,9}$/)), (text) => {
        const escaped = answer(() => module.escapeVersion(text));
        if (escaped !== '') expect(module.unescapeVersion(escaped)).toBe(text);
        const plain = answer(() => module.unescapeVersion(text));
        if (plain !== '') expect(module.escapeVersion(plain)).toBe(text);
      }),
    );
  });

  it('has none for letters beyond ASCII, though they are good in file names', () => {
    expect(refusal(() => module.escapeVersion('v1-é'))).toBe('internal error: inconsistency in EscapePath');
  });
});

describe('order', () => {
  it('is by path, version and file', () => {
    const lines = [
      'b v1.0.0',
      'a v1.10.0',
      'a v1.9.0/go.mod',
      'a v1.9.0',
      'a v1.10.0/go.mod',
      'B v1.0.0',
      'a x',
    ];
    const list = lines.map((line) => line.split(' ')).map(([path = '', version = '']) => ({ path, version }));
    module.sort(list);
    expect(list.map((m) => `${m.path} ${m.version}`)).toEqual([
      'B v1.0.0',
      'a x',
      'a v1.9.0',
      'a v1.9.0/go.mod',
      'a v1.10.0',
      'a v1.10.0/go.mod',
      'b v1.0.0',
    ]);
  });

  it('formats a module, and one without a version', () => {
    expect(module.formatModule({ path: 'a', version: 'v1' })).toBe('a@v1');
    expect(module.formatModule({ path: 'a', version: '' })).toBe('a');
  });
});

describe('errors', () => {
  const m = { path: 'a.b/c', version: 'v1.0.0' };
  const versionError = new module.InvalidVersionError('v3', 'no such thing');

  test.each([
    [new module.ModuleError(m, new Error('lost')), 'a.b/c@v1.0.0: lost'],
    [new module.ModuleError({ ...m, version: '' }, new Error('lost')), 'module a.b/c: lost'],
    [new module.ModuleError({ ...m, version: '' }, versionError), 'a.b/c@v3: invalid version: no such thing'],
    [
      new module.ModuleError(m, new module.InvalidVersionError('v4', 'odd', { pseudo: true })),
      'a.b/c@v4: invalid pseudo-version: odd',
    ],
    [versionError, 'version "v3" invalid: no such thing'],
    [new module.ModuleError(m, 'thrown text'), 'a.b/c@v1.0.0: thrown text'],
  ])('%# says %j', (error, want) => {
    expect(error.message).toBe(want);
  });

  it('pins an error to a module once', () => {
    const pinned = module.moduleError(m, new Error('lost'));
    expect(module.moduleError(m, pinned)).toBe(pinned);
    const wrapped = new Error('outer', { cause: pinned });
    expect(module.moduleError(m, wrapped)).toBe(wrapped);
    const other = module.moduleError({ path: 'x.y/z', version: 'v1.0.0' }, pinned);
    expect(other.message).toBe('x.y/z@v1.0.0: a.b/c@v1.0.0: lost');
  });

  test.each([
    [new Error('lost'), 'a.b/c@v1.0.0: lost'],
    [new module.ModuleError(m, new Error('lost')), 'a.b/c@v1.0.0: lost'],
    [
      new module.ModuleError({ path: 'x.y/z', version: 'v2.0.0' }, new Error('lost')),
      'a.b/c@v1.0.0 (replaced by x.y/z@v2.0.0): lost',
    ],
    [
      new module.ModuleError({ path: './local', version: '' }, new Error('reading local/go.mod: gone')),
      'a.b/c@v1.0.0 (replaced by ./local): reading local/go.mod: gone',
    ],
    [
      new module.ModuleError({ ...m, version: '' }, new module.InvalidVersionError('v1.0.0', 'odd')),
      'a.b/c@v1.0.0: invalid version: odd',
    ],
  ])('%# ends a chain of requirements with %j', (error, want) => {
    expect(module.describeFailure(m, error)).toBe(want);
  });

  it('survives causes that run in circles', () => {
    const error = new Error('round');
    error.cause = error;
    expect(module.moduleError(m, error).message).toBe('a.b/c@v1.0.0: round');
  });
});

describe('hostile input', () => {
  it('ends in our errors', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        for (const check of [module.checkPath, module.checkImportPath, module.checkFilePath])
          refusal(() => check(a));
        for (const write of [module.escapePath, module.escapeVersion]) refusal(() => write(a));
        for (const read of [module.unescapePath, module.unescapeVersion]) refusal(() => read(a));
        refusal(() => module.check(a, b));
        refusal(() => module.pseudoVersionBase(a));
        module.matchPrefixPatterns(a, b);
      }),
    );
  });

  it('tells bytes that are no UTF-8 from characters', () => {
    expect(refusal(() => module.checkFilePath('a/\udcff'))).toBe(
      'malformed file path "a/\\xff": invalid UTF-8',
    );
    expect(refusal(() => module.checkFilePath('a/\u{1d4b3}'))).toBe('');
    expect(refusal(() => module.checkFilePath('a/\u{1f600}'))).toBe(
      'malformed file path "a/\u{1f600}": invalid char \'\u{1f600}\'',
    );
  });

  it('takes linear time', () => {
    const many = 200_000;
    inTime(() => {
      refusal(() => module.checkPath(`a.b/${'a/'.repeat(many)}c`));
      refusal(() => module.checkPath(`a.b/${'a~1'.repeat(many)}`));
      refusal(() => module.checkFilePath('.'.repeat(many)));
      refusal(() => module.unescapePath(`a.b/${'!a'.repeat(many)}`));
      module.isPseudoVersion(`v0.0.0-${'0.'.repeat(many)}20180102150405-abc`);
      module.isPseudoVersion(`v0.0.0${'-'.repeat(many)}`);
      module.splitPathVersion(`a.b/v${'1'.repeat(many)}`);
      module.compareModules(
        { path: 'a', version: '/'.repeat(many) },
        { path: 'a', version: `${'/'.repeat(many)}x` },
      );
    });
  });

  it('matches stars without going back over all of them', () => {
    inTime(() => {
      expect(module.matchPrefixPatterns(`${'a*'.repeat(500)}b`, 'a'.repeat(5000))).toBe(false);
    });
  });
});
