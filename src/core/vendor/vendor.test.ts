import { describe, expect, it, test } from 'vitest';
import { inTime } from '../../../tools/testing/in-time.js';
import { mutate } from '../../../tools/testing/mutate.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { GomodError } from '../error.js';
import { parse, parseWork } from '../modfile/index.js';
import { encodeText } from '../text.js';
import {
  checkModFlag,
  checkPathCollisions,
  embedsToCopy,
  filesToCopy,
  formatModulesTxt,
  isForWorkspace,
  isMetadataFile,
  isPackageFile,
  MetadataFolders,
  modulesTxtOf,
  parseModulesTxt,
  replacementsOf,
  unlistedPackageNotice,
  VendorList,
  type VendorMain,
  vendorByDefault,
  vendoredGoLines,
  vendorGoVersion,
  vendorInconsistency,
} from './index.js';

const lines = (...list: readonly string[]): string => list.map((line) => `${line}\n`).join('');

/** The main module of a go.mod of these lines, in /w/main. */
function mainModule(...goMod: readonly string[]): VendorMain {
  const file = parse('go.mod', encodeText(lines('module main.test/m', ...goMod)));
  return { members: [{ path: 'main.test/m', name: '/w/main/go.mod', file }] };
}

/** A workspace in /w/main with members in x and y. */
function workspace(goWork: readonly string[], x: readonly string[], y: readonly string[]): VendorMain {
  const member = (folder: string, goMod: readonly string[]) => ({
    path: `main.test/${folder}`,
    name: `/w/main/${folder}/go.mod`,
    file: parse('go.mod', encodeText(lines(`module main.test/${folder}`, ...goMod))),
  });
  const file = parseWork('go.work', encodeText(lines(...goWork)));
  return { members: [member('x', x), member('y', y)], work: { name: '/w/main/go.work', file } };
}

function written(
  main: VendorMain,
  packages: Readonly<Record<string, readonly string[]>> = {},
  goVersions: Readonly<Record<string, string>> = {},
): string {
  const given = Object.entries(packages).map(([name, list]) => {
    const [path = '', version = ''] = name.split('@');
    return { mod: { path, version }, packages: list };
  });
  const replacement = replacementsOf(main);
  return formatModulesTxt(
    modulesTxtOf({ main, replacement, packages: given, goVersionOf: (path) => goVersions[path] ?? '' }),
  );
}

function problems(main: VendorMain, modulesTxt: string): string[] {
  const list = new VendorList(parseModulesTxt(modulesTxt));
  const found = vendorInconsistency({ main, replacement: replacementsOf(main), list, folder: '/w/main' });
  return found === undefined ? [] : found.message.split('\n');
}

describe('modules.txt', () => {
  const FULL = lines(
    '## workspace',
    '# a.test/x v1.0.0 => ../x',
    '## explicit; go 1.20',
    'a.test/x',
    'a.test/x/p',
    '# a.test/y v1.2.0',
    '## go 1.16',
    'a.test/y/q',
    '# a.test/z v1.0.0 => b.test/z v1.3.0',
    '## explicit',
    '# a.test/u => ./u',
  );

  it('is written as it was read', () => {
    expect(formatModulesTxt(parseModulesTxt(FULL))).toBe(FULL);
    expect(formatModulesTxt(parseModulesTxt(encodeText(FULL)))).toBe(FULL);
    expect(formatModulesTxt(parseModulesTxt(''))).toBe('');
  });

  test.each([
    [
      'a module line of two words leaves what follows to the one before',
      ['# a v1.0.0', '# b', 'p'],
      ['# a v1.0.0', 'p'],
    ],
    [
      'a third word of another kind takes what follows along',
      ['# a v1.0.0', '# b latest', 'p'],
      ['# a v1.0.0'],
    ],
    [
      'an odd replacement is none',
      ['# a v1.0.0 => b latest', '# a v1.0.0 => b v1.0.0 x', '# a v1.0.0 b'],
      ['# a v1.0.0', '# a v1.0.0', '# a v1.0.0'],
    ],
    ['a short version is one', ['# a v1 => b v2'], ['# a v1 => b v2']],
    [
      'white space is of any kind',
      ['# a\t v1.0.0\u2003\r', ' p \r', '##  go 1.2 ;\texplicit\r'],
      ['# a v1.0.0', '## explicit; go 1.2', 'p'],
    ],
    [
      'marks are joined',
      ['# a v1.0.0', '## explicit', '## go 1.2; x; go 1.3', 'p'],
      ['# a v1.0.0', '## explicit; go 1.2; go 1.3', 'p'],
    ],
    [
      'what is no import path is nothing',
      ['# a v1.0.0', 'p q', '-p', '/p', 'p//q', '#x', '##x', 'p'],
      ['# a v1.0.0', 'p'],
    ],
    ['nothing comes before a module', ['p', '## explicit', '# => =>', 'q'], ['# => =>', 'q']],
  ])('%s', (_, given, want) => {
    const text = formatModulesTxt(parseModulesTxt(lines(...given)));
    expect(text).toBe(lines(...want));
  });

  test.each([
    ['## workspace\n', true],
    ['## x;workspace ; y\n# a v1.0.0', true],
    ['## workspace', true],
    ['# a v1.0.0\n## workspace\n', false],
    ['##workspace\n', false],
    ['## workspaces\n', false],
    [`## ${'x;'.repeat(400)}workspace\n`, false],
    [`## workspace;${'x;'.repeat(400)}\n`, true],
    ['', false],
  ])('%j is of a workspace: %s', (text, want) => {
    expect([isForWorkspace(text), isForWorkspace(encodeText(text))]).toEqual([want, want]);
  });

  it('ends in nothing but a value for damaged files, soon', () => {
    const chance = seeded(20261121);
    const main = mainModule('go 1.20', 'require a.test/x v1.0.0', 'replace a.test/x => ../x');
    for (let i = 0; i < 3000; i++) {
      const bytes = mutate(chance, mutate(chance, encodeText(FULL)));
      inTime(() => {
        const file = parseModulesTxt(bytes);
        const text = formatModulesTxt(file);
        expect(formatModulesTxt(parseModulesTxt(text))).toBe(text);
        const list = new VendorList(file);
        vendorInconsistency({ main, replacement: replacementsOf(main), list, folder: '/x' });
      });
    }
  });

  it('is linear', () => {
    const many = Array.from(
      { length: 100_000 },
      (_, i) => `# a.test/m${i} v1.0.0 => ./m${i}\n## explicit\na.test/m${i}\n`,
    );
    inTime(() => new VendorList(parseModulesTxt(many.join(''))));
    inTime(() => parseModulesTxt(`# a v1.0.0${' => b'.repeat(500_000)}`));
    inTime(() => parseModulesTxt(`# a v1.0.0\n## ${';'.repeat(1_000_000)}`));
    inTime(() => parseModulesTxt('\n'.repeat(2_000_000)));
  });
});

describe('what a build takes from modules.txt', () => {
  const file = parseModulesTxt(
    lines(
      ...[
        '# a v1.1.0',
        'p',
        '# a v1.0.0',
        '## explicit',
        'q',
        '# a v1.2.0',
        '## go 1.21',
        '# b v1.0.0 => ../b',
        '## go 1.4',
      ],
      ...[
        '# b v1.0.0',
        '## explicit; go 1.5',
        'p',
        '# c => ../c',
        '# b v1.0.0 => ../b2',
        '# a v1.1.0 => ../a',
        '## x',
      ],
    ),
  );
  const list = new VendorList(file);

  it('is the modules that give packages, the highest version of each', () => {
    expect(list.modules).toEqual([
      { path: 'a', version: 'v1.1.0' },
      { path: 'b', version: 'v1.0.0' },
    ]);
    expect([...list.versions]).toEqual([
      ['a', 'v1.1.0'],
      ['b', 'v1.0.0'],
    ]);
    expect([...list.packages.entries()].map(([path, mod]) => `${path} ${mod.path} ${mod.version}`)).toEqual([
      'p b v1.0.0',
      'q a v1.0.0',
    ]);
  });

  it('joins what is said of one version', () => {
    const b = { path: 'b', version: 'v1.0.0' };
    expect(list.meta(b)).toEqual({
      explicit: true,
      replacement: { path: '../b2', version: '' },
      goVersion: '1.5',
    });
    expect(list.meta({ path: 'a', version: 'v1.0.0' }).explicit).toBe(true);
    expect(list.meta({ path: 'c', version: '' }).replacement).toEqual({ path: '../c', version: '' });
    expect(list.meta({ path: 'z', version: '' })).toEqual({
      explicit: false,
      replacement: undefined,
      goVersion: '',
    });
    expect(list.replaced.map((m) => m.path)).toEqual(['b', 'c', 'b', 'a']);
    expect(vendoredGoLines(file).map(({ goVersion }) => goVersion)).toEqual(['1.21', '1.4', '1.5']);
  });

  it('knows since when a package must be listed', () => {
    expect([list.mayImport('p', '1.26'), list.mayImport('x', '1.22'), list.mayImport('x', '1.23')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(unlistedPackageNotice('a/b', true)).toBe(
      'ignoring package a/b which exists in the vendor directory but is missing from vendor/modules.txt. ' +
        'To sync the vendor directory run go work vendor.',
    );
  });
});

describe('modules.txt as go mod vendor writes it', () => {
  const REQUIRE = ['require b.test/b v1.0.0', 'require a.test/a v1.0.0'];
  const REPLACE = ['replace a.test/a => ../a', 'replace z.test/z v1.0.0 => z.test/zz v1.2.0'];
  const PACKAGES = { 'b.test/b@v1.0.0': ['b.test/b/q', 'b.test/b'], 'c.test/c@v1.1.0': ['c.test/c'] };
  const VERSIONS = { 'a.test/a': '1.20', 'c.test/c': '1.16' };
  const old = ['# b.test/b v1.0.0', 'b.test/b', 'b.test/b/q', '# c.test/c v1.1.0', 'c.test/c'];
  const marked = [
    '# a.test/a v1.0.0 => ../a',
    '## explicit',
    '# b.test/b v1.0.0',
    '## explicit',
    'b.test/b',
    'b.test/b/q',
  ];
  const unused = ['# a.test/a => ../a', '# z.test/z v1.0.0 => z.test/zz v1.2.0'];

  test.each([
    ['no go line', [], old],
    ['1.13', ['go 1.13'], old],
    ['1.14', ['go 1.14'], [...marked, '# c.test/c v1.1.0', 'c.test/c', ...unused]],
    [
      '1.17',
      ['go 1.17'],
      [
        ...[
          '# a.test/a v1.0.0 => ../a',
          '## explicit; go 1.20',
          '# b.test/b v1.0.0',
          '## explicit',
          'b.test/b',
          'b.test/b/q',
        ],
        ...['# c.test/c v1.1.0', '## go 1.16', 'c.test/c', ...unused],
      ],
    ],
  ])('%s', (_, go, want) => {
    expect(written(mainModule(...go, ...REQUIRE, ...REPLACE), PACKAGES, VERSIONS)).toBe(lines(...want));
  });

  it('of a workspace has a head, and folders from the workspace', () => {
    const main = workspace(
      ['go 1.21', 'use ./x', 'use ./y', 'replace w.test/w => ../w'],
      ['go 1.20', 'require a.test/a v1.0.0', 'replace a.test/a => ../../a', 'replace w.test/w => ../v'],
      ['go 1.21', 'require b.test/b v1.0.0', 'replace b.test/b v1.0.0 => ./b', 'replace main.test/x => ../x'],
    );
    expect(vendorGoVersion(main)).toBe('1.21');
    expect(written(main)).toBe(
      lines(
        ...[
          '## workspace',
          '# a.test/a v1.0.0 => ../a',
          '## explicit',
          '# b.test/b v1.0.0 => ./y/b',
          '## explicit',
        ],
        ...['# w.test/w => ../w', '# a.test/a => ../a'],
      ),
    );
    expect(written(workspace(['go 1.18'], [], []))).toBe('## workspace\n');
  });

  it('is empty where nothing is vendored', () => {
    expect(written(mainModule('go 1.26'))).toBe('');
  });

  it('refuses replacements inside of what is about to be removed', () => {
    const main = mainModule('go 1.20', 'require a.test/a v1.0.0', 'replace a.test/a => ./vendor/../vendor/a');
    expect(() => written(main)).toThrow('replacement path ./vendor/../vendor/a inside vendor directory');
    expect(written(mainModule('go 1.20', 'replace a.test/a => ./vendored'))).toBe(
      '# a.test/a => ./vendored\n',
    );
  });

  it('tells of members that contradict each other', () => {
    const told: string[] = [];
    const main = workspace(
      ['go 1.20'],
      ['replace a.test/a v1.0.0 => ./a'],
      ['replace a.test/a v1.0.0 => ./b'],
    );
    const found = replacementsOf(main, (text) => told.push(text))({ path: 'a.test/a', version: 'v1.0.0' });
    expect(found?.used.path).toBe('./x/a');
    expect(told).toEqual([
      'conflicting replacements found for a.test/a@v1.0.0 in workspace modules defined by /w/main/x/go.mod and /w/main/y/go.mod',
    ]);
  });
});

describe('the consistency check', () => {
  const HINTS = (command: string): string[] => [
    ...[
      '',
      '\tTo ignore the vendor directory, use -mod=readonly or -mod=mod.',
      '\tTo sync the vendor directory, run:',
    ],
    `\t\tgo ${command} vendor`,
  ];

  it('lists everything in order', () => {
    const main = mainModule(
      'go 1.14',
      'require (',
      'a v1.0.0',
      'b v1.0.0',
      ')',
      'replace (',
      'c => ../c',
      'd => ../d',
      ')',
    );
    const text = lines('# a v1.1.0', '## explicit', 'a', '# d => ../e', '# f => ../f', '# f => ../f');
    expect(problems(main, text)).toEqual([
      'inconsistent vendoring in /w/main:',
      '\ta@v1.0.0: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt',
      '\tb@v1.0.0: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt',
      '\tc: is replaced in /w/main/go.mod, but not marked as replaced in vendor/modules.txt',
      '\td: is replaced by ../d in /w/main/go.mod, but marked as replaced by ../e in vendor/modules.txt',
      '\ta@v1.1.0: is marked as explicit in vendor/modules.txt, but not explicitly required in go.mod',
      '\tf: is marked as replaced in vendor/modules.txt, but not replaced in go.mod',
      '\tf: is marked as replaced in vendor/modules.txt, but not replaced in go.mod',
      ...HINTS('mod'),
    ]);
  });

  it('asks less of a go.mod before 1.14', () => {
    const main = mainModule(
      'require (',
      'a v1.0.0',
      'b v1.0.0',
      ')',
      'replace (',
      'c => ../c',
      'b v1.0.0 => ../b',
      ')',
    );
    expect(problems(main, lines('# b v1.0.0 => ../b', 'b'))).toEqual([]);
    expect(problems(main, lines('# b v1.0.0', 'b', '# a v1.2.0', 'a')).slice(1, 3)).toEqual([
      '\ta@v1.0.0: is explicitly required in go.mod, but vendor/modules.txt indicates a@v1.2.0',
      '\tb@v1.0.0: is replaced in /w/main/go.mod, but not marked as replaced in vendor/modules.txt',
    ]);
  });

  it('has words of its own for workspaces', () => {
    const main = workspace(
      ['go 1.21'],
      ['require a v1.0.0', 'replace a v1.0.0 => ../../a'],
      ['require a v1.0.0'],
    );
    expect(problems(main, lines('## workspace', '# a v1.0.0 => ../a', '## explicit'))).toEqual([]);
    const text = lines('# a v1.0.0 => ./b', '## explicit', '# r v1.0.0', '## explicit', 'r', '# s => ./s');
    expect(problems(main, text)).toEqual([
      'inconsistent vendoring in /w/main:',
      '\ta@v1.0.0: is replaced by ../../a in /w/main/x/go.mod, but marked as replaced by ./b in vendor/modules.txt',
      '\tr@v1.0.0: is marked as explicit in vendor/modules.txt, but not explicitly required in a go.mod',
      '\ts: is marked as replaced in vendor/modules.txt, but not replaced in the workspace',
      ...HINTS('work'),
    ]);
  });
});

describe('vendor mode by default', () => {
  test.each([
    ['no folder', false, '1.20', false, '', false, ''],
    [
      'no go line',
      false,
      '',
      true,
      '',
      false,
      'Go version in go.mod is unspecified, so vendor directory was not used.',
    ],
    [
      'an old one',
      false,
      '1.13',
      true,
      '',
      false,
      'Go version in go.mod is 1.13, so vendor directory was not used.',
    ],
    [
      'a module',
      false,
      '1.14',
      true,
      '',
      true,
      'Go version in go.mod is at least 1.14 and vendor directory exists.',
    ],
    [
      'a workspace',
      true,
      '1.22',
      true,
      '## workspace\n',
      true,
      'Go version in go.work is at least 1.14 and vendor directory exists.',
    ],
    [
      'of a module',
      true,
      '1.22',
      true,
      '# a v1.0.0\n',
      false,
      'In workspace mode, but vendor directory is not for a workspace',
    ],
    [
      'of a workspace',
      false,
      '1.22',
      true,
      '## workspace\n',
      false,
      'Outside workspace mode, but vendor directory is for a workspace.',
    ],
  ])('%s', (_, inWorkspace, goVersion, hasFolder, text, vendor, reason) => {
    const found = vendorByDefault({
      workspace: inWorkspace,
      goVersion,
      hasFolder,
      modulesTxt: () => text || undefined,
    });
    expect(found).toEqual({ vendor, reason });
  });

  it('refuses -mod=mod in a workspace', () => {
    expect(() => checkModFlag('mod', false)).not.toThrow();
    expect(() => checkModFlag('vendor', true)).not.toThrow();
    expect(() => checkModFlag('mod', true)).toThrow(
      '-mod may only be set to readonly or vendor when in workspace mode, but it is set to "mod"\n' +
        '\tRemove the -mod flag to use the default readonly value, \n\tor set GOWORK=off to disable workspace mode.',
    );
  });
});

describe('the files that are copied', () => {
  test.each([
    ['LICENSE', true],
    ['LICENSE.txt', true],
    ['LICENSES', true],
    ['AUTHORS-2', true],
    ['PATENTS.go', true],
    ['license', false],
    ['UN-LICENSE', false],
    ['README', false],
  ])('%s is metadata: %s', (name, want) => {
    expect(isMetadataFile(name)).toBe(want);
  });

  test.each([
    ['a.go', '1.26', true],
    ['ignored.go', '1.13', false],
    ['a_test.go', '1.13', false],
    ['a_test.c', '1.26', true],
    ['_a.go', '1.26', true],
    ['.a', '1.26', true],
    ['go.mod', '1.16', true],
    ['go.mod', '1.17', false],
    ['go.sum', '1.26', false],
    ['go.work', '1.26', true],
  ])('%s at %s: %s', (name, goVersion, want) => {
    expect(isPackageFile(name, { goVersion, ignored: (file) => file === 'ignored.go' })).toBe(want);
  });

  it('are regular', () => {
    const kinds = ['file', 'dir', 'symlink', 'irregular'] as const;
    const entries = kinds.map((kind) => ({ name: kind, kind }));
    expect(filesToCopy(entries, () => true)).toEqual(['file']);
  });

  it('are those of each folder up to the module, once', () => {
    const folders = new MetadataFolders();
    expect([
      folders.above('m/x', 'm/x/a/b/c'),
      folders.above('m/x', 'm/x/a'),
      folders.above('m/x', 'm/x'),
      folders.above('m/x', 'm/x/a/d'),
      folders.above('m/x/e', 'm/x/e'),
      folders.above('m/x/e', 'm/x/e/f'),
    ]).toEqual([['m/x/a/b', 'm/x/a', 'm/x'], [], [], [], [], []]);
  });

  it('are embedded by tests at old go lines alone', () => {
    const embeds = { patterns: ['a'], tests: ['b', 'c'] };
    expect([embedsToCopy('1.21', embeds), embedsToCopy('1.22', embeds)]).toEqual([['a', 'b', 'c'], ['a']]);
  });

  it('must not collide', () => {
    expect(() => checkPathCollisions(['b', 'a', 'b', 'a/b'])).not.toThrow();
    expect(() => checkPathCollisions(['example.com/foo', 'x', 'example.com/Foo'])).toThrow(
      'go.mod: case-insensitive import collision: "example.com/foo" and "example.com/Foo"',
    );
    expect(() => checkPathCollisions(['K', '\u212a'])).toThrow(GomodError);
  });
});
