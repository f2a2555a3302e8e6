import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runOurs } from '../../tools/testing/command.js';
import { quietHome } from '../../tools/testing/quiet-home.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import { writeFile } from '../../tools/write-files.js';

/** Dependencies, one a line: `path version: what it requires`. All are at go 1.17. */
const DEPENDENCIES = `
a.test/a v1.0.0: c.test/c@v1.0.0
a.test/a v1.1.0: c.test/c@v1.1.0
a.test/a v1.2.0: c.test/c@v1.2.0 b.test/b@v1.0.0
b.test/b v1.0.0: c.test/c@v1.2.0 d.test/d@v1.0.0
b.test/b v1.1.0: c.test/c@v1.0.0
c.test/c v1.0.0:
c.test/c v1.1.0:
c.test/c v1.2.0: d.test/d@v1.0.0
c.test/c v1.2.1: d.test/d@v1.0.0
c.test/c v1.3.0: d.test/d@v1.1.0 e.test/e@v1.0.0
d.test/d v1.0.0:
d.test/d v1.1.0:
e.test/e v1.0.0:
f.test/f v1.0.0: a.test/a@v1.1.0
g.test/g v1.0.0: c.test/c@v1.3.0
g.test/g v1.1.0:
h.test/h v1.0.0: g.test/g@v1.1.0
p.test/p v1.0.0: q.test/q@v1.0.0
p.test/p v1.1.0: q.test/q@v1.1.0
q.test/q v1.0.0: r.test/r@v1.0.0
q.test/q v1.1.0: r.test/r@v1.1.0
r.test/r v1.0.0:
r.test/r v1.1.0:
`;

/** Lines of go.mod files beside what is required. */
const MORE: Readonly<Record<string, string>> = { 'q.test/q v1.1.0': 'retract v1.0.0\n' };

const MAIN = `module main.test/m

go 1.17

require (
	a.test/a v1.2.0
	b.test/b v1.1.0
	c.test/c v1.2.0 // indirect
)
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gomod-explain-'));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  const lists = new Map<string, string>();
  for (const line of DEPENDENCIES.trim().split('\n')) {
    const [, path = '', version = '', list = ''] = /^(\S+) (\S+):(.*)$/.exec(line) ?? [];
    const require = list
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => `require ${word.replace('@', ' ')}\n`);
    const more = MORE[`${path} ${version}`] ?? '';
    write(`proxy/${path}/@v/${version}.mod`, `module ${path}\n\ngo 1.17\n\n${require.join('')}${more}`);
    write(`proxy/${path}/@v/${version}.info`, JSON.stringify({ Version: version }));
    lists.set(path, `${lists.get(path) ?? ''}${version}\n`);
  }
  for (const [path, list] of lists) write(`proxy/${path}/@v/list`, list);
  write('m/go.mod', MAIN);
  write('old/go.mod', `module old.test/m\n\ngo 1.16\n\nrequire (\n\ta.test/a v1.2.0\n\tb.test/b v1.1.0\n)\n`);
  write('replaced/go.mod', `${MAIN}\nreplace c.test/c => ../c\n\nexclude c.test/c v1.1.0\n`);
  write('c/go.mod', 'module c.test/c\n\ngo 1.21.3\n');
  write('work/go.work', 'go 1.21\n\nuse (\n\t./x\n\t./y\n)\n');
  write('work/x/go.mod', 'module x.test/x\n\ngo 1.17\n\nrequire a.test/a v1.1.0\n');
  const lines = (...list: string[]) => list.map((line) => `require ${line}\n`).join('');
  const untidy = lines(
    'a.test/a v1.0.0',
    'main.test/m v1.0.0',
    'f.test/f v1.0.0',
    'c.test/c v1.0.0 // indirect',
  );
  write('untidy/go.mod', `module main.test/m\n\ngo 1.17\n\n${untidy}`);
  const raised = lines('c.test/c v1.0.0', 'g.test/g v1.0.0', 'h.test/h v1.0.0');
  write('raised/go.mod', `module main.test/m\n\ngo 1.17\n\n${raised}`);
  write('old-raised/go.mod', `module main.test/m\n\ngo 1.16\n\n${raised}`);
  const above = lines('p.test/p v1.1.0', 'q.test/q v1.1.0 // indirect', 'r.test/r v1.1.0 // indirect');
  write('above-retracted/go.mod', `module main.test/m\n\ngo 1.17\n\n${above}`);
  write('twice/go.work', 'go 1.21\n\nuse (\n\t./x\n\t./again\n)\n');
  for (const name of ['x', 'again'])
    write(`twice/${name}/go.mod`, 'module x.test/x\n\ngo 1.17\n\nrequire c.test/c v1.1.0\n');
  write('work/y/go.mod', 'module y.test/y\n\ngo 1.17\n\nrequire c.test/c v1.1.0\n');
});
afterAll(() => removeScratch(folder));

function explain(at: string, ...words: string[]) {
  const env = {
    HOME: quietHome(join(folder, 'home')),
    GOMODCACHE: join(folder, 'cache'),
    GOPROXY: pathToFileURL(join(folder, 'proxy')).href,
  };
  return runOurs(['explain', ...words], { cwd: join(folder, at), env }, 'gomod');
}

const HEAD = `c.test/c v1.2.0 is required by:
	main.test/m (// indirect)
	main.test/m -> a.test/a@v1.2.0
Lower versions are required by 1 other: v1.0.0.
`;

const WORK = `c.test/c v1.1.0 is required by:
	y.test/y
	x.test/x -> a.test/a@v1.1.0
`;

const GO_OF_WORK = `go 1.21 is required by:
	go.work
`;

/** Folder, argument, and what is printed. */
const table: [string, string, string][] = [
  // b.test/b v1.0.0 is pruned out: go.mod requires a later one.
  ['m', 'c.test/c', HEAD],
  ['m', 'c.test/c@v1.2.0', `${HEAD}\nv1.2.0 is the version that is selected.\n`],
  [
    'm',
    'c.test/c@v1.1',
    `${HEAD}
For v1.1.0, these must not require more:
	main.test/m requires v1.2.0
	a.test/a@v1.2.0 requires v1.2.0
These requirements of go.mod lead there:
	a.test/a v1.2.0 => v1.1.0
	c.test/c v1.2.0 => v1.1.0
By exclusion, these lines of go.mod:
	exclude c.test/c v1.2.0
	require c.test/c v1.1.0
By replacement, this line of go.mod:
	replace c.test/c v1.2.0 => c.test/c v1.1.0
`,
  ],
  [
    'm',
    'c.test/c@latest',
    `${HEAD}
For v1.3.0, go.mod has to require it, which changes:
	c.test/c v1.2.0 => v1.3.0
	d.test/d v1.0.0 => v1.1.0
	e.test/e none => v1.0.0
`,
  ],
  [
    'm',
    'c.test/c@>v1.2.0',
    `${HEAD}\nFor v1.2.1, go.mod has to require it, which changes:\n\tc.test/c v1.2.0 => v1.2.1\n`,
  ],
  ['m', 'd.test/d', 'd.test/d v1.0.0 is required by:\n\tmain.test/m -> c.test/c@v1.2.0\n'],
  [
    'm',
    'e.test/e@v1.0.0',
    `e.test/e is not in the module graph.

For v1.0.0, go.mod has to require it, which changes:
	e.test/e none => v1.0.0
`,
  ],
  ['m', 'main.test/m', 'main.test/m is a main module.\n'],
  ['m', 'go', 'go 1.17 is required by:\n\tmain.test/m\n'],
  [
    'old',
    'c.test/c@v1.0.0',
    `c.test/c v1.2.0 is required by:
	old.test/m -> a.test/a@v1.2.0
	old.test/m -> a.test/a@v1.2.0 -> b.test/b@v1.0.0 (v1.1.0 is selected)
Lower versions are required by 1 other: v1.0.0.

For v1.0.0, these must not require more:
	a.test/a@v1.2.0 requires v1.2.0
	b.test/b@v1.0.0 requires v1.2.0
These requirements of go.mod lead there:
	a.test/a v1.2.0 => v1.0.0
	c.test/c none => v1.0.0
By exclusion, these lines of go.mod:
	exclude c.test/c v1.2.0
	require c.test/c v1.0.0
By replacement, this line of go.mod:
	replace c.test/c v1.2.0 => c.test/c v1.0.0
`,
  ],
  ['replaced', 'c.test/c', HEAD.replace('v1.2.0 is', 'v1.2.0 (=> ../c) is')],
  [
    'replaced',
    'go',
    'go 1.21.3 is required by:\n\tmain.test/m -> c.test/c@v1.2.0\nLower versions are required by 1 other: 1.17.\n',
  ],
  // go.mod is behind its dependencies: it is told as it is.
  [
    'untidy',
    'a.test/a',
    'a.test/a v1.1.0 is required by:\n\tmain.test/m -> f.test/f@v1.0.0\nLower versions are required by 1 other: v1.0.0.\n',
  ],
  [
    'untidy',
    'c.test/c@v1.0.0',
    `c.test/c v1.1.0 is required by:
	main.test/m -> f.test/f@v1.0.0 -> a.test/a@v1.1.0
Lower versions are required by 2 others: v1.0.0 (2).

For v1.0.0, these must not require more:
	a.test/a@v1.1.0 requires v1.1.0
These requirements of go.mod lead there:
	f.test/f v1.0.0 => none
By exclusion, these lines of go.mod:
	exclude c.test/c v1.1.0
By replacement, this line of go.mod:
	replace c.test/c v1.1.0 => c.test/c v1.0.0
`,
  ],
  ...['raised', 'old-raised'].map((at): [string, string, string] => [
    at,
    'c.test/c',
    `c.test/c v1.3.0 is required by:
	main.test/m -> g.test/g@v1.0.0 (v1.1.0 is selected)
Lower versions are required by 1 other: v1.0.0.
`,
  ]),
  [
    'raised',
    'd.test/d',
    'd.test/d v1.1.0 is required by:\n\tmain.test/m -> g.test/g@v1.0.0 -> c.test/c@v1.3.0\n',
  ],
  ['work', 'c.test/c', WORK],
  [
    'work',
    'c.test/c@v1.2.0',
    `${WORK}\nFor v1.2.0, go.mod has to require it, which changes:\n\tc.test/c v1.1.0 => v1.2.0\n\td.test/d none => v1.0.0\n`,
  ],
  [
    'work',
    'c.test/c@v1.0.0',
    `${WORK}
For v1.0.0, these must not require more:
	y.test/y requires v1.1.0
	a.test/a@v1.1.0 requires v1.1.0
By exclusion, these lines of go.mod:
	exclude c.test/c v1.1.0
	require c.test/c v1.0.0
By replacement, this line of go.mod:
	replace c.test/c v1.1.0 => c.test/c v1.0.0
`,
  ],
  ['work', 'go', GO_OF_WORK],
  ['work', 'go@1.20', `${GO_OF_WORK}\nFor 1.20, these must not require more:\n\tgo.work requires 1.21\n`],
  [
    'work',
    'go@1.22',
    `${GO_OF_WORK}\nFor 1.22, go.work has to require it, which changes:\n\tgo 1.21 => 1.22\n\ttoolchain go1.21 => go1.22\n`,
  ],
];

/** Folder, words, and the error. */
const failures: [string, string, number, string][] = [
  ['m', 'z.test/z', 1, 'go: module z.test/z: not a known dependency\n'],
  [
    'm',
    'c.test/c/sub',
    1,
    'go: module c.test/c/sub: not a known dependency\ngomod: it may be a package of c.test/c\n',
  ],
  ['m', 'main.test/m@v1.0.0', 1, 'go: main.test/m is a main module: it has no other version\n'],
  ['replaced', 'c.test/c@v1.1.0', 1, 'go: c.test/c@v1.1.0 is excluded by go.mod\n'],
  ['m', 'c.test/c@v7', 1, 'go: module c.test/c: no matching versions for query "v7"\n'],
  ['m', 'c.test/c@v9.0.0', 1, 'v9.0.0.mod: no such file or directory\n'],
  ['', 'c.test/c', 1, 'go: go.mod file not found in current directory'],
  ['m', 'c.test/c@', 2, 'c.test/c@: not of the form module[@version]\nusage: gomod explain'],
  ['m', '@v1', 2, '@v1: not of the form module[@version]\nusage: gomod explain'],
];

describe('gomod explain', () => {
  it.each(table)('%s: %s', async (at, argument, text) => {
    expect(await explain(at, argument)).toEqual({ status: 0, stdout: text, stderr: '' });
  });

  it.each(failures)('%s: %s', async (at, argument, status, text) => {
    const outcome = await explain(at, argument);
    expect(outcome).toMatchObject({ status, stdout: '', stderr: expect.stringContaining(text) as string });
  });

  it('goes back to what requires a retracted version', async () => {
    const { stdout } = await explain('above-retracted', '-json', 'r.test/r@v1.0.0');
    expect(JSON.parse(stdout)).toMatchObject({
      Change: {
        Moves: ['p', 'q', 'r'].map((name) => ({
          Path: `${name}.test/${name}`,
          From: 'v1.1.0',
          To: 'v1.0.0',
        })),
      },
    });
  });

  it('prints JSON', async () => {
    const { stdout } = await explain('m', '-json', 'c.test/c@v1.1.0');
    const main = {
      Path: 'main.test/m',
      Requires: 'v1.2.0',
      Indirect: true,
      Chain: [{ Path: 'main.test/m' }],
    };
    const a = {
      Path: 'a.test/a',
      Version: 'v1.2.0',
      Requires: 'v1.2.0',
      Chain: [{ Path: 'main.test/m' }, { Path: 'a.test/a', Version: 'v1.2.0' }],
    };
    expect(JSON.parse(stdout)).toEqual({
      Path: 'c.test/c',
      Version: 'v1.2.0',
      RequiredBy: [main, a],
      Lower: [{ Version: 'v1.0.0', Requirers: 1 }],
      Change: {
        Version: 'v1.1.0',
        Kind: 'lower',
        Blockers: [main, a],
        Moves: [
          { Path: 'a.test/a', From: 'v1.2.0', To: 'v1.1.0' },
          { Path: 'c.test/c', From: 'v1.2.0', To: 'v1.1.0' },
        ],
        Exclude: ['exclude c.test/c v1.2.0', 'require c.test/c v1.1.0'],
        Replace: 'replace c.test/c v1.2.0 => c.test/c v1.1.0',
      },
    });
    expect(JSON.parse((await explain('replaced', '-json', 'c.test/c')).stdout)).toMatchObject({
      Replace: { Path: '../c' },
    });
    expect((await explain('m', '-json', 'main.test/m')).stdout).toBe(
      '{\n\t"Path": "main.test/m",\n\t"Main": true\n}\n',
    );
  });

  it('changes nothing', async () => {
    expect(readdirSync(join(folder, 'm'))).toEqual(['go.mod']);
    expect(readFileSync(join(folder, 'm/go.mod'), 'utf8')).toBe(MAIN);
  });

  it('tells two members of one name once', async () => {
    const { stdout, stderr } = await explain('twice', 'c.test/c');
    expect(stdout).toBe('c.test/c v1.1.0 is required by:\n\tx.test/x\n');
    expect(stderr).toContain('module x.test/x appears multiple times in workspace');
  });

  it('takes one argument, and is not there under the name go', async () => {
    expect((await explain('m')).status).toBe(2);
    expect((await explain('m', 'a', 'b')).status).toBe(2);
    const { status, stderr } = await runOurs(['explain', 'x'], { cwd: folder }, 'go');
    expect(status).toBe(2);
    expect(stderr).toContain('go explain: unknown command');
  });
});
