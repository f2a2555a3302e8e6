import { mkdirSync, symlinkSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { GoWorld } from '../../../tools/testing/go-world.js';
import { inTime } from '../../../tools/testing/in-time.js';
import { realTree } from '../../../tools/testing/real-tree.js';
import { needs } from '../../../tools/testing/requirements.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { type FileTree, treeOf } from '../file-tree.js';
import { EmbedError, type EmbedOptions, isBadEmbedName, resolveEmbeds } from './index.js';

const SAMPLES = process.env.GOMOD_ACCEPTANCE === undefined ? 250 : 3000;

/** Files, or the message. */
function ask(tree: FileTree, options: EmbedOptions, patterns: readonly string[]): string {
  try {
    return resolveEmbeds(tree, patterns, options).files.join(' ');
  } catch (error) {
    if (!(error instanceof EmbedError)) throw error;
    return error.message;
  }
}

const LISTING = [
  'a.txt',
  'b.txt',
  'dir/.hidden',
  'dir/_under',
  'dir/sub/deep.txt',
  'dir/x.txt',
  'hidden/.only',
  'nested/go.mod',
  'nested/n.txt',
  'outer/inner/go.mod',
  'outer/inner/i.txt',
  'outer/o.txt',
  'odd/con.txt',
  '.git/config',
  'vendor/v.txt',
  '[x].txt',
  'ü/ö.txt',
];

describe('embed patterns', () => {
  const tree = treeOf(LISTING);

  test.each([
    ['a.txt', 'a.txt'],
    ['*.txt', '[x].txt a.txt b.txt'],
    ['\\[x\\].txt', '[x].txt'],
    ['dir', 'dir/sub/deep.txt dir/x.txt'],
    ['all:dir', 'dir/.hidden dir/_under dir/sub/deep.txt dir/x.txt'],
    ['dir/.hidden', 'dir/.hidden'],
    ['dir/*', 'dir/.hidden dir/_under dir/sub/deep.txt dir/x.txt'],
    ['*/x.txt', 'dir/x.txt'],
    ['outer', 'outer/o.txt'],
    ['vendor', 'vendor/v.txt'],
    ['ü', 'ü/ö.txt'],
    ['?/ö.txt', 'ü/ö.txt'],
    ['none', 'pattern none: no matching files found'],
    ['hidden', 'pattern hidden: cannot embed directory hidden: contains no embeddable files'],
    ['all:hidden', 'hidden/.only'],
    ['nested', 'pattern nested: cannot embed directory nested: in different module'],
    ['nested/n.txt', 'pattern nested/n.txt: cannot embed file nested/n.txt: in different module'],
    ['.git', 'pattern .git: cannot embed directory .git: invalid name .git'],
    ['.git/config', 'pattern .git/config: cannot embed file .git/config: in invalid directory .git'],
    ['odd', 'pattern odd: cannot embed file odd/con.txt: invalid name con.txt'],
    ['', 'pattern : invalid pattern syntax'],
    ['all:', 'pattern all:: invalid pattern syntax'],
    ['.', 'pattern .: invalid pattern syntax'],
    ['../x', 'pattern ../x: invalid pattern syntax'],
    ['/x', 'pattern /x: invalid pattern syntax'],
    ['dir/', 'pattern dir/: invalid pattern syntax'],
    ['[a', 'pattern [a: invalid pattern syntax'],
    ['a[/]b', 'pattern a[/]b: syntax error in pattern'],
    ['\udcff', 'pattern \udcff: invalid pattern syntax'],
  ])('%s', (pattern, want) => {
    expect(ask(tree, {}, [pattern])).toBe(want);
  });

  it('tells the files of each pattern, and each file once', () => {
    const { files, byPattern } = resolveEmbeds(tree, ['b.txt', '*.txt', 'b.txt', 'dir']);
    expect(files).toEqual(['[x].txt', 'a.txt', 'b.txt', 'dir/sub/deep.txt', 'dir/x.txt']);
    expect([...byPattern]).toEqual([
      ['b.txt', ['b.txt']],
      ['*.txt', ['[x].txt', 'a.txt', 'b.txt']],
      ['dir', ['dir/sub/deep.txt', 'dir/x.txt']],
    ]);
  });

  it('gives what the tree throws as the cause', () => {
    const failure = new Error('open /x/dir: permission denied');
    const broken: FileTree = {
      ...tree,
      lstat: (path) => tree.lstat(path),
      stat: (path) => tree.stat(path),
      readdir: () => {
        throw failure;
      },
    };
    expect(() => resolveEmbeds(broken, ['dir'])).toThrow(
      expect.objectContaining({
        code: 'tree',
        message: 'pattern dir: open /x/dir: permission denied',
        cause: failure,
      }),
    );
    expect(ask(broken, {}, ['*'])).toBe('pattern *: no matching files found');
  });

  test.each([
    ['.git', true],
    ['.svn', true],
    ['.gitignore', false],
    ['a:b', true],
    ['aux', true],
    ['x~1', false],
    ['', true],
  ])('%j: bad name %s', (name, bad) => {
    expect(isBadEmbedName(name)).toBe(bad);
  });

  it('is quick for hostile patterns and trees', () => {
    inTime(() => ask(tree, {}, [`${'*'.repeat(50_000)}x`]));
    inTime(() => ask(tree, {}, [`${'*/'.repeat(20_000)}x`]));
    inTime(() => ask(tree, {}, [`${'['.repeat(50_000)}`]));
    const deep = treeOf([`${'d/'.repeat(3000)}x`]);
    inTime(() => expect(ask(deep, {}, ['d'])).toMatch(/\/x$/));
    inTime(() => ask(treeOf(Array.from({ length: 50_000 }, (_, i) => `f/${i}`)), {}, ['f']));
  });
});

const need = needs('go');

interface Listed {
  readonly ImportPath: string;
  readonly EmbedFiles?: readonly string[];
  readonly Error?: { readonly Err: string };
}

describe.skipIf(need.skip)(need.title('embeds compared with go list'), () => {
  let world: GoWorld;
  beforeAll(() => {
    world = new GoWorld();
  });
  afterAll(() => world.remove());

  /** Fills a package's folder with everything that patterns may meet. */
  function populate(folder: string): void {
    world.write(folder, Object.fromEntries(LISTING.map((name) => [name, 'x\n'])));
    world.write(folder, { 'nested/go.mod': 'module n\n', 'outer/inner/go.mod': 'module i\n' });
    world.write(folder, { 'odd2/a/nul.x': '', 'odd2/b': '', 'odd2/a:b': '', 'odd3/aux/x': '', 'odd3/y': '' });
    world.write(folder, {
      'modfolder/go.mod/x': '',
      'modfolder/y': '',
      '_u/x': '',
      '.h/x': '',
      'd/é/.x/a': '',
    });
    symlinkSync('a.txt', world.path(folder, 'link.txt'));
    symlinkSync('dir', world.path(folder, 'linkdir'));
    symlinkSync('nothing', world.path(folder, 'dangling'));
    symlinkSync('../a.txt', world.path(folder, 'dir', 'link'));
    symlinkSync('../a.txt', world.path(folder, 'vendor', 'link'));
    mkdirSync(world.path(folder, 'empty'));
  }

  /** Compares each list of patterns, in a package of its own; tells how many failed. */
  function compare(top: string, lists: readonly (readonly string[])[], followLinks = false): number {
    world.write(top, { 'go.mod': 'module m\n\ngo 1.21\n' });
    for (const [i, patterns] of lists.entries()) {
      populate(`${top}/p${i}`);
      const quoted = patterns.map((pattern) => JSON.stringify(pattern)).join(' ');
      const source = `package p\n\nimport "embed"\n\n//go:embed ${quoted}\nvar fs embed.FS\n`;
      world.write(`${top}/p${i}`, { 'p.go': source });
    }
    const godebug = followLinks ? 'embedfollowsymlinks=1' : '';
    const words = ['list', '-e', '-json=ImportPath,EmbedFiles,Error', './...'];
    const { stdout } = world.go(top, words, { GODEBUG: godebug });
    const answers = stdout.split(/^(?=\{)/m).map((text) => JSON.parse(text) as Listed);
    const byPath = new Map(answers.map((found) => [found.ImportPath, found]));
    const ours = lists.map((patterns, i) => {
      const folder = world.path(top, `p${i}`);
      return ask(realTree(folder), { followLinks, folder }, [...patterns].sort());
    });
    const theirs = lists.map((_, i) => {
      const found = byPath.get(`m/p${i}`);
      return found?.Error?.Err ?? (found?.EmbedFiles ?? []).join(' ');
    });
    expect(ours.map((text, i) => [lists[i], text])).toEqual(theirs.map((text, i) => [lists[i], text]));
    return ours.filter((text) => text.startsWith('pattern ')).length;
  }

  const PATTERNS = [
    ...[
      'a.txt',
      '*',
      'dir',
      'all:dir',
      'dir/*',
      'all:*',
      'link.txt',
      'linkdir',
      'linkdir/x.txt',
      'linkdir/*',
    ],
    ...['dangling', 'empty', 'odd', 'odd2', 'odd3', 'odd3/aux', 'odd3/aux/x', 'modfolder', 'modfolder/y'],
    ...['modfolder/go.mod/x', 'nested/*', '*/n.txt', 'outer', 'outer/inner', '.git/*', '_u', '.h', 'all:.h'],
    ...[
      '*/*.txt',
      '?/*',
      '[a-b].txt',
      '[^a].txt',
      'a[/]b',
      '[x',
      'a\\',
      'dir/../a.txt',
      'dir//x',
      'p.go',
      'go.mod',
    ],
    ...[
      'dir/sub/deep.txt/x',
      'vendor',
      'vendor/*',
      'hidden',
      '*/.hidden',
      'q[[]1]',
      '\\a.txt',
      '*.[!t]xt',
      '*[^é]/*',
    ],
  ];

  test.each(['m', 'm[1]*?'])('every pattern alone, in %s', (top) => {
    compare(
      top,
      PATTERNS.map((pattern) => [pattern]),
    );
  });

  it('links to files where GODEBUG allows them', () => {
    const lists = [
      ['link.txt'],
      ['linkdir'],
      ['linkdir/x.txt'],
      ['dangling'],
      ['dir/link'],
      ['dir'],
      ['dir/*'],
    ];
    compare('links', lists, true);
  });

  it('lists of patterns by chance', () => {
    const chance = seeded(20261121);
    const names = [
      'dir',
      'odd',
      'odd2',
      'odd3',
      'vendor',
      '.git',
      'outer',
      'inner',
      '*',
      '?',
      '[a-z]*',
      '.*',
      '_*',
    ];
    const tails = ['', '', '', '.txt', '*', '/*', '/x.txt', '/.hidden', '/go.mod', '*.txt', '\\*'];
    const pattern = (): string =>
      chance.pick(['', '', '', 'all:']) +
      Array.from({ length: chance.pick([1, 1, 1, 2]) }, () => chance.pick(names)).join('/') +
      chance.pick(tails);
    const lists = Array.from({ length: SAMPLES }, () => {
      return Array.from({ length: chance.pick([1, 1, 2]) }, pattern);
    });
    const failed = compare('chance', lists);
    expect(failed).toBeGreaterThan(SAMPLES / 10);
    expect(failed).toBeLessThan(SAMPLES * 0.95);
  });
});
