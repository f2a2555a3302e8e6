import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { inTime } from '../../../tools/testing/in-time.js';
import { refusal } from '../../../tools/testing/refusal.js';
import { treeOf } from '../file-tree.js';
import { treeCanMatch } from '../pattern.js';
import {
  areGoFiles,
  checkNoVersion,
  checkPackagePath,
  checkSafePath,
  cleanPatterns,
  describeMatchError,
  FolderPattern,
  folderOfGoFiles,
  folderProblem,
  ignoreFolders,
  isLiteral,
  isLocal,
  isMetaPackage,
  isStandardImportPath,
  isVendoredCommand,
  notGoFile,
  onlyLibrariesWarning,
  PackagePattern,
  type PackageTree,
  unmatchedWarning,
} from './index.js';

describe('words of a command line', () => {
  test.each([
    ['a/b', 'a/b'],
    ['a//b/', 'a/b'],
    ['a\\b', 'a/b'],
    ['a/../b', 'b'],
    ['', '.'],
    ['.', '.'],
    ['./', '.'],
    ['./.', '.'],
    ['..', '..'],
    ['./a/', './a'],
    ['./../a', './../a'],
    ['.\\a', './a'],
    ['../a/..', '..'],
    ['/x/../y/', '/y'],
    ['a//b@v1.0.0//x', 'a/b@v1.0.0//x'],
    ['./a@b//c', './a@b/c'],
    ['./...', './...'],
    ['a/....', 'a/....'],
  ])('%j is cleaned to %j', (word, want) => {
    expect(cleanPatterns([word])).toEqual([want]);
  });

  it('are the working folder where there are none', () => {
    expect(cleanPatterns([])).toEqual(['.']);
  });

  it('are of several kinds', () => {
    const words = ['all', 'std', 'cmd', 'tool', 'work', 'a', 'a/...', './a', './...', '/x', '..a', '.', '..'];
    expect(words.filter(isMetaPackage)).toEqual(['all', 'std', 'cmd', 'tool', 'work']);
    expect(words.filter(isLiteral)).toEqual(['a', './a', '/x', '..a', '.', '..']);
    expect(words.filter((word) => isLocal(word))).toEqual(['./a', './...', '/x', '.', '..']);
    expect(['a', 'a.b', 'a/b.c', '', 'a.b/c'].filter(isStandardImportPath)).toEqual(['a', 'a/b.c', '']);
  });

  it('are told with what went wrong', () => {
    expect(describeMatchError('./a', 'x')).toBe('./a: x');
    expect(describeMatchError('./...', 'x')).toBe('pattern ./...: x');
    expect(describeMatchError('all', 'x')).toBe('pattern all: x');
    expect(unmatchedWarning('./x"...')).toBe('warning: "./x\\"..." matched no packages');
    expect(onlyLibrariesWarning('./...')).toBe('warning: "./..." matched only non-main packages');
  });
});

describe('import paths', () => {
  test.each([
    ['a.b/c', ''],
    ['C', ''],
    ['a@v1', 'import path "a@v1" should not have @version'],
    ['./a', '"./a" is relative, but relative import paths are not supported in module mode'],
    ['/a', `"/a" is not a package path; see 'go help packages'`],
    ['all', `"all" is not an importable package; see 'go help packages'`],
    ['a b', `malformed import path "a b": invalid char ' '`],
  ])('%j: %s', (path, want) => {
    expect(refusal(() => checkPackagePath(path))).toBe(want);
  });

  it('are no flags', () => {
    expect(['a', 'Z', '9', '.x', '_', '/', 'é'].map((path) => refusal(() => checkSafePath(path)))).toEqual(
      Array(7).fill(''),
    );
    expect(refusal(() => checkSafePath('-x'))).toBe('invalid import path "-x"');
    expect(refusal(() => checkSafePath(''))).toBe('invalid import path ""');
    expect(refusal(() => checkNoVersion('a@v1'))).toBe(
      "can only use path@version syntax with 'go get' and 'go install' in module-aware mode",
    );
    expect(refusal(() => checkNoVersion('a'))).toBe('');
  });
});

describe('ignore lines', () => {
  const folders = ['foo', 'foo/secret', 'pkg/foo', 'pkg/fo', 'pkg/foo/x', 'fool', ''];
  test.each([
    [['./foo'], ['foo', 'foo/secret']],
    [['foo'], ['foo', 'foo/secret', 'pkg/foo', 'pkg/foo/x']],
    [['/pkg/foo/'], ['pkg/foo', 'pkg/foo/x']],
    [['pkg/foo'], ['pkg/foo', 'pkg/foo/x']],
    [['./fo', 'bar'], []],
    [
      ['./pkg/fo', 'secret'],
      ['foo/secret', 'pkg/fo'],
    ],
    [[], []],
  ])('%j', (lines, want) => {
    expect(folders.filter(ignoreFolders(lines))).toEqual(want);
  });
});

describe('packages of a tree', () => {
  const FILES = [
    ...[
      'm.go',
      'p/p.go',
      'p/q/q.go',
      '_x/x.go',
      '.y/y.go',
      'p/testdata/t.go',
      'vendor/v/v.go',
      'vendor/v.go',
    ],
    ...['nested/go.mod', 'nested/n.go', 'gomodfolder/go.mod/x', 'gomodfolder/x.go', 'builtin/b.go', 'z/x.go'],
  ];
  const own: PackageTree = { tree: treeOf(FILES), prefix: 'm', endsAtGoMod: true, endsAtVendor: true };
  const names = (pattern: string, place: PackageTree = own): string =>
    [...new PackagePattern(pattern).foldersIn(place)].map(({ importPath }) => importPath).join(' ');

  test.each([
    ['all', 'm m/builtin m/gomodfolder m/gomodfolder/go.mod m/p m/p/q m/vendor m/z'],
    ['...', 'm m/builtin m/gomodfolder m/gomodfolder/go.mod m/p m/p/q m/vendor m/z'],
    ['m/p/...', 'm/p m/p/q'],
    ['.../q', 'm/p/q'],
    ['m/vendor/...', 'm/vendor'],
    ['x/...', ''],
  ])('%s', (pattern, want) => {
    expect(names(pattern)).toBe(want);
  });

  it('of the module cache and of a vendor folder have rules of their own', () => {
    expect(names('m/nested/...', { ...own, endsAtGoMod: false })).toBe('m/nested');
    const folder = { ...own, tree: treeOf(['builtin/b.go', 'a/vendor/x/x.go', 'a/a.go']), prefix: '' };
    expect(names('all', folder)).toBe('a a/vendor');
    expect(names('...', { ...folder, endsAtVendor: false })).toBe('a a/vendor');
    expect(names('all', { ...folder, endsAtVendor: false })).toBe('a a/vendor a/vendor/x');
  });

  it('are those of the first tree that has them', () => {
    const pattern = new PackagePattern('all', { cgo: false });
    const other = { ...own, tree: treeOf(['p/p.go', 'new/n.go']) };
    expect([...pattern.foldersIn(own)].length).toBe(8);
    expect([...pattern.foldersIn(other)].map(({ folder }) => folder)).toEqual(['new']);
    const goroot = { ...own, prefix: '', tree: treeOf(['runtime/cgo/x.go']) };
    expect([...pattern.foldersIn(goroot)].map(({ folder }) => folder)).toEqual(['runtime']);
    expect(isVendoredCommand('cmd/vendor/x', 'main')).toBe(true);
    expect(isVendoredCommand('cmd/vendor/x', 'x')).toBe(false);
  });

  it('ignore what go.mod says, and tell', () => {
    const told: string[] = [];
    const place = { ...own, ignores: ignoreFolders(['./p', 'z', 'm.go']) };
    const found = [
      ...new PackagePattern('m/...').foldersIn(place, { ignoredFolder: (path) => told.push(path) }),
    ];
    expect(found.map(({ folder }) => folder)).toEqual([
      '',
      'builtin',
      'gomodfolder',
      'gomodfolder/go.mod',
      'vendor',
    ]);
    expect(told).toEqual(['m.go', 'p', 'z']);
  });

  it('tell of links, and of what cannot be read', () => {
    const failure = new Error('permission denied');
    const tree = {
      ...treeOf([]),
      readdir: (path: string) => {
        if (path === 'bad') throw failure;
        return path === ''
          ? [{ name: 'link', kind: 'symlink' } as const, { name: 'bad', kind: 'dir' } as const]
          : [];
      },
      lstat: () => undefined,
      stat: (path: string) => (path === 'link' ? ('dir' as const) : undefined),
    };
    const told: string[] = [];
    const events = {
      ignoredLink: (path: string) => told.push(path),
      failed: (path: string) => told.push(`${path}!`),
    };
    const place = { ...own, tree };
    expect([...new PackagePattern('...').foldersIn(place, events)].length).toBe(2);
    expect([...new PackagePattern('all').foldersIn(place, events)].length).toBe(2);
    expect(told).toEqual(['link', 'bad!', 'bad!']);
    expect(() => [...new PackagePattern('...').foldersIn(place)]).toThrow(failure);
  });

  it('are found soon in deep and wide trees', () => {
    const deep = { ...own, tree: treeOf([`${'d/'.repeat(2000)}x.go`]) };
    inTime(() => expect([...new PackagePattern('m/...').foldersIn(deep)].length).toBe(2001));
    const wide = { ...own, tree: treeOf(Array.from({ length: 50_000 }, (_, i) => `f${i}/x.go`)) };
    inTime(() => expect([...new PackagePattern('m/...').foldersIn(wide)].length).toBe(50_001));
  });
});

describe('treeCanMatch', () => {
  test.each([
    ['a/b', ['a', 'a/b'], ['b', 'a/c', 'a/b/c', 'aa']],
    ['a/b...', ['a', 'a/b', 'a/bb', 'a/b/c'], ['a/c', 'b']],
    ['...', ['', 'a', 'a/b'], []],
    ['a/...', ['a', 'a/b'], ['aa', 'b']],
  ])('%s', (pattern, yes, no) => {
    expect(yes.filter((path) => !treeCanMatch(pattern)(path))).toEqual([]);
    expect(no.filter((path) => treeCanMatch(pattern)(path))).toEqual([]);
  });
});

describe('folders', () => {
  test.each([
    ['./...', './', ['', 'a', 'a/b'], ['a/vendor/b']],
    ['./a/...', './a/', ['', 'b'], []],
    ['../...', '../', ['', 'a'], []],
    ['./../...', './../', ['', 'a'], []],
    ['/x/...y', '/x/', ['y', 'a/y'], ['', 'a']],
    ['./vendor/...', './vendor/', ['', 'a'], ['vendor/x']],
    ['./x...', './', ['x', 'xa', 'x/y'], ['', 'y']],
  ])('%s', (pattern, start, yes, no) => {
    const found = new FolderPattern(pattern);
    expect(found.start).toBe(start);
    expect(yes.filter((below) => !found.matches(below))).toEqual([]);
    expect(no.filter((below) => found.matches(below))).toEqual([]);
  });

  it('are walked up to other modules and ignored folders', () => {
    const tree = treeOf(['a/x.go', 'a/n/go.mod', 'a/n/y', 'b/c/x', 'b/.h/x', 'b/vendor/v/x', 'ä/x']);
    const told: string[] = [];
    const place = {
      tree,
      ignores: (below: string) => below === 'b/c',
      ignoredFolder: (below: string) => told.push(below),
    };
    const pattern = new FolderPattern('./...');
    expect([...pattern.foldersIn({ ...place, endsAtGoMod: true })]).toEqual(['', 'a', 'b', 'b/vendor', 'ä']);
    expect([...pattern.foldersIn({ ...place, endsAtGoMod: false })]).toEqual([
      '',
      'a',
      'a/n',
      'b',
      'b/vendor',
      'ä',
    ]);
    expect(told).toEqual(['b/c', 'b/c']);
    expect([...new FolderPattern('./_x/...').foldersIn({ tree, endsAtGoMod: true })]).toEqual([]);
    const failure = new Error('no such file or directory');
    const missing = {
      lstat: () => undefined,
      stat: () => undefined,
      readdir: () => {
        throw failure;
      },
    };
    expect(() => [...pattern.foldersIn({ tree: missing, endsAtGoMod: true })]).toThrow(failure);
  });

  it('have names as the pattern has them', () => {
    const name = (pattern: string, below: string): string => new FolderPattern(pattern).nameOf(below);
    expect([
      name('./...', ''),
      name('./...', 'a'),
      name('./a/...', ''),
      name('../...', 'a'),
      name('/x/...', ''),
    ]).toEqual([...['./.', './a', './a', '../a', '/x']]);
  });

  it('are not entered if hidden, not even where the walk begins', () => {
    const enters = (pattern: string, below: string): boolean => new FolderPattern(pattern).enters(below);
    expect([
      enters('./_x/...', ''),
      enters('./testdata/...', ''),
      enters('./...', '.x'),
      enters('./...', 'a/_b'),
    ]).toEqual(Array(4).fill(false));
    expect([enters('./...', ''), enters('../...', ''), enters('./_x/y...', '')]).toEqual([true, true, false]);
    expect(enters('./_x/y/...', '')).toBe(true);
  });

  it('are refused in Go’s words', () => {
    const texts = [
      folderProblem.prefixOutside('../x', false),
      folderProblem.prefixOutside('../x', true),
      folderProblem.outsideRoots('/x', ['/a']),
      folderProblem.outsideRoots('/x', ['/a', '/b']),
      folderProblem.outside('.'),
      folderProblem.outside('/x', { workspace: true }),
      folderProblem.outside('x', { workspace: true, member: '../m' }),
      folderProblem.missing('/x'),
      folderProblem.vendorUnused('/v/a'),
      folderProblem.notVendored('/v/a'),
      folderProblem.gorootSrc(),
      folderProblem.builtin(),
    ].map((error) => error.message);
    expect(texts).toEqual([
      'directory prefix ../x does not contain main module or its selected dependencies',
      'directory prefix ../x does not contain modules listed in go.work or their selected dependencies',
      'directory /x is outside module root (/a)',
      'directory /x is outside module roots (/a, /b)',
      'current directory outside main module or its selected dependencies',
      'directory /x outside modules listed in go.work or their selected dependencies',
      'directory x is contained in a module that is not one of the workspace modules listed in go.work. ' +
        'You can add the module to the workspace using:\n\tgo work use ../m',
      'stat /x: directory not found',
      'without -mod=vendor, directory /v/a has no package path',
      'directory /v/a is not a package listed in vendor/modules.txt',
      'GOROOT/src is not an importable package',
      '"builtin" is a pseudo-package, not an importable package',
    ]);
  });
});

describe('Go files as words', () => {
  const kinds: Readonly<Record<string, 'file' | 'dir'>> = {
    'a.go': 'file',
    'd.go': 'dir',
    'x/b.go': 'file',
    'x/c.go': 'file',
  };
  const kind = (word: string): 'file' | 'dir' | undefined => kinds[word];
  const folderOf = (word: string): string => (word.includes('/') ? 'x' : '.');

  it('are told from packages', () => {
    expect(
      [['a.go'], ['p', 'a.go'], ['d.go'], ['none.go'], ['p'], []].map((words) => areGoFiles(words, kind)),
    ).toEqual([...[true, true, false, false, false, false]]);
  });

  it('are all Go files, in one folder', () => {
    expect(folderOfGoFiles(['x/b.go', 'x/c.go'], kind, folderOf)).toBe('x');
    expect(notGoFile(['a.go'])).toBeUndefined();
    expect(notGoFile(['a.go', 'p', 'q'])?.message).toBe('named files must be .go files: p');
    const refused = (...words: string[]): string => refusal(() => folderOfGoFiles(words, kind, folderOf));
    expect(refused('a.go', 'x/b.go')).toBe('named files must all be in one directory; have . and x');
    expect(refused('a.go', 'd.go')).toBe('d.go is a directory, should be a Go file');
    expect(refused('none.go')).toBe('stat none.go: no such file or directory');
  });
});

describe('anything', () => {
  it('ends in a value or in our error', () => {
    const text = fc
      .array(fc.constantFrom('.', '/', '...', '\\', '@', 'a', 'vendor', '\0', '\udcff', ' ', '*'), {
        maxLength: 8,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [pattern = ''] = cleanPatterns([a]);
        for (const check of [checkPackagePath, checkSafePath, checkNoVersion]) refusal(() => check(a));
        ignoreFolders([a])(b);
        treeCanMatch(pattern)(b);
        [
          ...new PackagePattern(pattern).foldersIn({
            tree: treeOf([b]),
            prefix: 'm',
            endsAtGoMod: true,
            endsAtVendor: true,
          }),
        ];
        if (pattern.includes('...')) new FolderPattern(pattern).matches(b);
      }),
      { numRuns: 2000, seed: 20261121 },
    );
  });
});
