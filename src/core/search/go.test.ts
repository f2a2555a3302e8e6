// Patterns, ignore lines, files and words as arguments, compared with a real go command.

import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { GoWorld } from '../../../tools/testing/go-world.js';
import { realTree } from '../../../tools/testing/real-tree.js';
import { refusal } from '../../../tools/testing/refusal.js';
import { needs } from '../../../tools/testing/requirements.js';
import { seeded } from '../../../tools/testing/seeded.js';
import type { FileTree } from '../file-tree.js';
import { compareText } from '../text.js';
import {
  areGoFiles,
  checkNoVersion,
  checkPackagePath,
  cleanPatterns,
  describeMatchError,
  FolderPattern,
  folderOfGoFiles,
  folderProblem,
  gorootTrees,
  ignoreFolders,
  isLiteral,
  isLocal,
  notGoFile,
  PackagePattern,
  type PackageTree,
  unmatchedWarning,
} from './index.js';

const IGNORES = process.env.GOMOD_ACCEPTANCE === undefined ? 12 : 200;

/** Whether the folder has a Go file: what the engine finds out by reading it. */
function hasGo(tree: FileTree, folder: string): boolean {
  return tree.readdir(folder).some(({ name, kind }) => kind === 'file' && name.endsWith('.go'));
}

/** Import paths in these trees, sorted as Go sorts them. */
function packagesIn(pattern: string, trees: readonly PackageTree[], links: string[] = []): string[] {
  const matcher = new PackagePattern(pattern, { cgo: false });
  const found: string[] = [];
  for (const place of trees) {
    for (const { importPath, folder } of matcher.foldersIn(place, {
      ignoredLink: (path) => links.push(path),
    })) {
      if (hasGo(place.tree, folder)) found.push(importPath);
    }
  }
  return found.sort(compareText);
}

/** Import paths of the folders that a local pattern matches, in the order of the walk. */
function packagesBelow(
  pattern: string,
  cwd: string,
  top: string,
  path: string,
  lines: readonly string[],
): string[] {
  const wanted = new FolderPattern(pattern);
  const start = pattern.startsWith('/') ? wanted.start : join(cwd, wanted.start);
  const tree = realTree(start);
  const ignored = ignoreFolders(lines);
  const fromTop = (below: string): string => relative(top, join(start, below));
  const ignores = (below: string): boolean => ignored(fromTop(below) || '.');
  return [...wanted.foldersIn({ tree, ignores, endsAtGoMod: true })]
    .filter((below) => hasGo(tree, below))
    .map((below) => (fromTop(below) === '' ? path : `${path}/${fromTop(below)}`));
}

const words = (text: string): string[] => text.split('\n').filter((line) => line !== '');

const need = needs('go');

describe.skipIf(need.skip)(need.title('patterns compared with go list'), () => {
  let world: GoWorld;
  const main = (...names: readonly string[]): string => world.path('main', ...names);

  beforeAll(() => {
    world = new GoWorld();
    const go = 'package x\n';
    const FOLDERS = [
      ...[
        '',
        'a',
        'a/b',
        'a/b/x',
        'a/_h',
        'a/_h/x',
        '.d',
        'testdata',
        'a/testdata/y',
        'a/vendor',
        'a/vendor/q',
      ],
      ...[
        'vendor/v.test/z',
        'vendor',
        'x',
        'a/xx',
        'deep/only/here',
        'nested',
        'nested/in',
        'gomod',
        'builtin',
      ],
      ...['vendored', 'y.go'],
    ];
    for (const folder of FOLDERS) {
      world.write(join('main', folder), { 'x.go': go });
      world.write(join('dep', folder), { 'x.go': go });
    }
    // What is in vendor folders cannot be imported, so nothing has to be consistent.
    const goMod =
      'go 1.24\n\nrequire dep.test/d v1.0.0\n\nreplace dep.test/d => ../dep\n\nignore ./deep/only\n';
    world.write('main', { 'go.mod': `module main.test/m\n\n${goMod}`, 'nested/go.mod': 'module n\n' });
    world.write('main', {
      'gomod/go.mod/x': '',
      'empty/readme': '',
      'm.go': 'package x\n\nimport _ "dep.test/d"\n',
    });
    world.write('dep', { 'go.mod': 'module dep.test/d\n\ngo 1.20\n', 'nested/go.mod': 'module n\n' });
    symlinkSync('a', main('link'));
    symlinkSync('x.go', main('linkfile'));
    mkdirSync(main('sub'));
  });
  afterAll(() => world.remove());

  const trees = (): PackageTree[] => {
    const rules = { endsAtGoMod: true, endsAtVendor: true };
    return [
      { tree: realTree(main()), prefix: 'main.test/m', ...rules, ignores: ignoreFolders(['./deep/only']) },
      { tree: realTree(world.path('dep')), prefix: 'dep.test/d', ...rules },
    ];
  };

  const NAMES = [
    ...[
      'main.test/...',
      'main.test/m/...',
      'main.test/m/a/...',
      '.../x',
      'main.test/m...x',
      'dep.test/d/a/b...',
    ],
    ...[
      'main.test/m/vendor/...',
      '.../vendor/...',
      'main.test/m/a/vendor/...',
      'dep.../d/...',
      'main.test/m/nested/...',
    ],
    ...[
      '.test/...',
      'main.test/m/deep/...',
      'm.../m/x',
      'main.test/m/x...',
      'main.test/m/a...b',
      'main.test/m/gomod/...',
    ],
    ...['main.test/m/.../x', 'dep.test/d/_h...', 'dep.test/d/.d/...', 'main.test/mm...'],
  ];

  test.each(NAMES)('%s', (pattern) => {
    const { stdout, stderr } = world.go('main', ['list', '-mod=readonly', '-e', pattern]);
    const links: string[] = [];
    const ours = packagesIn(pattern, trees(), links);
    // The last matches packages of Go itself, too.
    expect(ours).toEqual(words(stdout).filter((path) => !/^(?:cmd|vendor)\//.test(path)));
    const said = links.map((path) => `warning: ignoring symlink ${main(path)}\n`);
    const unmatched = ours.length === 0 ? [`go: ${unmatchedWarning(pattern)}\n`] : [];
    // Go walks a tree anew each time it has learned of another module.
    expect([...new Set(stderr.split(/(?<=\n)/))].join('')).toBe([...said, ...unmatched].join(''));
  });

  test.each(['all', 'work'])('%s', (pattern) => {
    const listed = words(world.out('main', 'list', '-mod=readonly', '-e', pattern));
    const [own] = trees();
    expect(packagesIn(pattern, own === undefined ? [] : [own])).toEqual(
      listed.filter((path) => path.startsWith('main.test/')),
    );
  });

  it('in vendor mode the main module, and then the vendor folder', () => {
    const go = 'package x\n';
    world.write('vendored', {
      'go.mod': 'module main.test/m\n\ngo 1.22\n\nrequire v.test/z v1.0.0\n',
      'vendor/modules.txt': '# v.test/z v1.0.0\n## explicit; go 1.20\nv.test/z\nv.test/z/p\nv.test/z/n\n',
      'vendor/v.test/z/n/go.mod': 'module n\n',
    });
    for (const folder of [
      '',
      'a/vendor/b',
      'a',
      'vendor/v.test/z',
      'vendor/v.test/z/p',
      'vendor/v.test/z/n',
    ]) {
      world.write(join('vendored', folder), { 'x.go': go });
    }
    for (const folder of [
      'vendor/v.test/z/vendor/y',
      'vendor/v.test/z/vendor',
      'vendor/v.test/z/_u',
      'vendor/main.test/m/a',
    ]) {
      world.write(join('vendored', folder), { 'x.go': go });
    }
    const own: PackageTree = {
      ...{
        tree: realTree(world.path('vendored')),
        prefix: 'main.test/m',
        endsAtGoMod: true,
        endsAtVendor: true,
      },
    };
    const vendor = { ...own, tree: realTree(world.path('vendored/vendor')), prefix: '', endsAtGoMod: false };
    for (const pattern of [
      'v.test/...',
      'main.test/...',
      '.../vendor...',
      '....test/...',
      'v.test/z/vendor/...',
      'v.test/z/_u...',
    ]) {
      const { stdout } = world.go('vendored', ['list', '-mod=vendor', '-e', pattern]);
      const theirs = words(stdout).filter((path) => !/^(?:cmd|vendor)\//.test(path));
      expect(packagesIn(pattern, [own, vendor]), pattern).toEqual(theirs);
    }
  });

  const LOCAL = [
    ...[
      './...',
      './a/...',
      './a...',
      './.../x',
      './a/vendor/...',
      './vendor/...',
      './testdata/...',
      './a/_h/...',
    ],
    ...[
      './nested/...',
      './a/b/../...',
      './deep/...',
      './x...',
      './....go',
      './none/...',
      './link/...',
      './.d/...',
    ],
  ];

  test.each(LOCAL)('%s', (pattern) => {
    const [clean = ''] = cleanPatterns([pattern]);
    const { stdout, stderr } = world.go('main', [
      'list',
      '-mod=readonly',
      '-e',
      '-f',
      '{{if .Error}}!{{.Error.Err}}{{else}}{{.ImportPath}}{{end}}',
      pattern,
    ]);
    if (stdout.startsWith('!')) {
      const outside = folderProblem.prefixOutside(clean.replace(/^\.\/(.*)\/\.\.\.$/, '$1'), false).message;
      const reason = stdout.slice(1).trim();
      const told = [outside, 'without -mod=vendor', 'no such file or directory', 'does not contain package'];
      expect(
        told.some((text) => reason.includes(text)),
        reason,
      ).toBe(true);
      return;
    }
    const ours = packagesBelow(clean, main(), main(), 'main.test/m', ['./deep/only']);
    const inVendor = ours.filter((path) => !path.startsWith('main.test/m/vendor/'));
    expect(inVendor).toEqual(words(stdout).filter((line) => !line.startsWith('!pattern')));
    expect(stderr.includes('matched no packages')).toBe(ours.length === 0);
  });

  it('the same from another folder, and with absolute paths', () => {
    for (const [cwd, pattern] of [
      ['a', '../...'],
      ['a/b', './...'],
      ['a', './../a/...'],
      ['sub', `${main('a')}/...`],
    ] as const) {
      const [clean = ''] = cleanPatterns([pattern]);
      const listed = words(world.out(`main/${cwd}`, 'list', '-mod=readonly', '-e', pattern));
      const ours = packagesBelow(clean, main(cwd), main(), 'main.test/m', ['./deep/only']);
      expect(ours.length).toBeGreaterThan(1);
      expect(ours).toEqual(listed);
    }
  });

  it('words are cleaned as go cleans them', () => {
    const list = [
      ...[
        'main.test/m//a',
        'main.test/m/a/',
        'main.test\\m\\a',
        'main.test/m/a/../x',
        './a/',
        './a/../x',
        '.\\a',
        '.',
        './.',
      ],
      ...[
        'a/..',
        main('a/../x/'),
        './a/./b',
        'main.test/m/./...',
        './/x',
        '',
        'dep.test/d/a/b/x/..',
        '..//main/a',
        '...',
        'x@v1',
      ],
    ];
    for (const word of list) {
      const { stdout } = world.go('main', [
        'list',
        '-mod=readonly',
        '-e',
        '-find',
        '-f',
        '{{index .Match 0}}',
        word,
      ]);
      expect([word, ...new Set(words(stdout))]).toEqual([word, ...cleanPatterns([word])]);
    }
  });

  it('a word with a version is refused', () => {
    const { stdout } = world.go('main', ['list', '-mod=readonly', '-e', '-f', '{{.Error}}', 'x.test/y@v1']);
    expect(stdout).toContain(refusal(() => checkNoVersion('x.test/y@v1')));
  });

  it('import paths that cannot be', () => {
    const paths = ['x@v1', './rel', '/abs', 'all', 'std', 'tool', 'a//b', 'a.test/b.', 'a~1/b'];
    const sources = paths.map((path, i) => [`p${i}/p.go`, `package p\n\nimport _ ${JSON.stringify(path)}\n`]);
    world.write('imports', { 'go.mod': 'module i\n\ngo 1.24\n', ...Object.fromEntries(sources) });
    const { stderr } = world.go('imports', ['mod', 'tidy', '-e']);
    for (const path of paths)
      expect(stderr).toContain(`\t${path}: ${refusal(() => checkPackagePath(path))}\n`);
  });

  it('Go files', () => {
    world.write('files', { 'go.mod': 'module f\n\ngo 1.24\n', 'a.go': 'package f\n', 'b.go': 'package f\n' });
    world.write('files', { 'c/c.go': 'package c\n', 'd.go/d.go': 'package d\n', 'e.txt': '' });
    const tree = realTree(world.path('files'));
    const kind = (word: string): 'file' | 'dir' | undefined => {
      const found = tree.stat(word);
      return found === undefined || found === 'dir' ? found : 'file';
    };
    for (const list of [
      ['a.go', 'b.go'],
      ['a.go', 'c/c.go'],
      ['a.go', 'e.txt'],
      ['a.go', 'none.go'],
      ['a.go', 'd.go'],
      ['d.go'],
    ]) {
      const { stdout, stderr } = world.go('files', [
        'list',
        '-e',
        '-f',
        '{{.ImportPath}} {{.Error}}',
        ...list,
      ]);
      const theirs = `${stdout}${stderr}`;
      if (!areGoFiles(list, kind)) expect(theirs).not.toContain('named files');
      else if (notGoFile(list) !== undefined) expect(theirs).toContain(notGoFile(list)?.message);
      else {
        const refused = refusal(() => folderOfGoFiles(list, kind, dirname));
        expect(theirs).toContain(refused === '' ? 'command-line-arguments <nil>' : refused);
      }
    }
  });

  it('ignore lines by chance', () => {
    const chance = seeded(20261121);
    const names = ['a', 'b', 'ab', 'c.d'];
    for (let i = 0; i < IGNORES; i++) {
      const folders = Array.from({ length: 12 }, () =>
        Array.from({ length: 1 + chance.below(3) }, () => chance.pick(names)).join('/'),
      );
      const lines = Array.from({ length: 1 + chance.below(3) }, () => {
        const path = Array.from({ length: 1 + chance.below(2) }, () => chance.pick(names)).join('/');
        return chance.pick(['', './', '/', './']) + path + chance.pick(['', '', '/']);
      });
      const top = `ignore/${i}`;
      for (const folder of ['', ...folders]) world.write(`${top}/${folder}`, { 'x.go': 'package x\n' });
      const ignores = lines.map((line) => `ignore ${line}\n`).join('');
      world.write(top, { 'go.mod': `module g.test\n\ngo 1.25\n\n${ignores}` });
      const place: PackageTree = {
        ...{ tree: realTree(world.path(top)), prefix: 'g.test', endsAtGoMod: true, endsAtVendor: true },
        ignores: ignoreFolders(lines),
      };
      const pattern = chance.pick(['g.test/...', 'g.t.../a...']);
      const told: string[] = [];
      const byName = [
        ...new PackagePattern(pattern).foldersIn(place, { ignoredFolder: (path) => told.push(path) }),
      ];
      const { stdout, stderr } = world.go(top, ['list', '-x', '-e', pattern]);
      expect(
        byName
          .map(({ importPath }) => importPath)
          .filter((path) => hasGo(place.tree, path.slice('g.test/'.length)))
          .sort(compareText),
        lines.join(' '),
      ).toEqual(words(stdout));
      const said = new Set(words(stderr).filter((line) => line.startsWith('# ignoring directory ')));
      expect(told.map((path) => `# ignoring directory ${world.path(top, path)}`).sort()).toEqual(
        [...said].sort(),
      );
      const local = words(world.out(top, 'list', '-e', './...'));
      expect(packagesBelow('./...', world.path(top), world.path(top), 'g.test', lines)).toEqual(local);
    }
  }, 600_000);

  test.each(['std', 'cmd', 'net/...', 'cmd/go/...', '.../vendor/...'])(
    'the packages of Go itself: %s',
    (pattern) => {
      const goroot = world.out('main', 'env', 'GOROOT').trim();
      const src = realTree(join(goroot, 'src'));
      const listed = words(world.out('.', 'list', '-e', pattern));
      const source = { src, cmd: realTree(join(goroot, 'src/cmd')) };
      const ours =
        gorootTrees(pattern, source).length === 0 ? [] : packagesIn(pattern, gorootTrees(pattern, source));
      const missing = listed.filter((path) => !ours.includes(path));
      expect(missing).toEqual([]);
      // What go does not list has no Go file for this machine, or is a program of others.
      const constrained = world.go('.', [
        'list',
        '-e',
        '-f',
        '{{.ImportPath}} {{len .GoFiles}} {{.Name}}',
        ...ours.filter((path) => !listed.includes(path)),
        'fmt',
      ]);
      for (const line of words(constrained.stdout))
        expect(line).toMatch(/ 0 \w*$|^fmt |^cmd\/vendor.* main$/);
    },
  );

  it('folders that are no packages', () => {
    const go = 'package x\n';
    world.write('folders', {
      'main/go.mod': 'module main.test/m\n\ngo 1.21\n',
      'main/m.go': go,
      'main/sub/x.go': go,
      'main/vendor/v.test/z/z.go': go,
      'main/vendor/modules.txt': '',
      'other/go.mod': 'module o\n',
      'other/x.go': go,
      'loose/x/x.go': go,
      'work/go.work': 'go 1.21\n\nuse ./a\n',
      'work/a/go.mod': 'module a\n\ngo 1.21\n',
      'work/a/a.go': go,
      'work/b/go.mod': 'module b\n',
      'work/b/b.go': go,
      'work/c/c.go': go,
    });
    const main = world.path('folders/main');
    const goroot = world.out('.', 'env', 'GOROOT').trim();
    const cases: [string, string[], string][] = [
      ['main', ['./none'], folderProblem.missing(`${main}/none`).message],
      ['main', ['../other'], folderProblem.outside('../other').message],
      ['main', ['../loose/x'], folderProblem.outside('../loose/x').message],
      ['main', ['../other/...'], folderProblem.prefixOutside('../other', false).message],
      ['main', ['../loose/...'], folderProblem.prefixOutside('../loose', false).message],
      [
        'main',
        ['-mod=mod', './vendor/v.test/z'],
        folderProblem.vendorUnused(`${main}/vendor/v.test/z`).message,
      ],
      [
        'main',
        ['-mod=vendor', './vendor/v.test/z'],
        folderProblem.notVendored(`${main}/vendor/v.test/z`).message,
      ],
      ['main', [`${goroot}/src/builtin`], folderProblem.builtin().message],
      ['work/a', ['../b'], folderProblem.outside('../b', { workspace: true, member: '../b' }).message],
      ['work/b', ['.'], folderProblem.outside('.', { workspace: true, member: '.' }).message],
      ['work/a', ['../c'], folderProblem.outside('../c', { workspace: true }).message],
      ['work/a', ['../c/...'], folderProblem.prefixOutside('../c', true).message],
    ];
    for (const [folder, list, want] of cases) {
      const [pattern = ''] = cleanPatterns(list.slice(-1));
      const { stderr } = world.go(`folders/${folder}`, ['list', ...list]);
      // An error of a package that is named has no pattern before it.
      const told = isLiteral(pattern) ? want : describeMatchError(pattern, want);
      expect([list, stderr]).toEqual([list, `${told}\n`]);
    }
  });

  it('kinds of words', () => {
    expect(['.', './a', 'a'].map((word) => isLocal(word))).toEqual([true, true, false]);
  });
});
