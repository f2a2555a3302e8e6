import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runGo, runOurs } from '../../../tools/testing/command.js';
import { quietHome } from '../../../tools/testing/quiet-home.js';
import { needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { writeFiles } from '../../../tools/write-files.js';

/** Modules that need no proxy: what they require is replaced by folders. */
const files: Record<string, string> = {
  'empty/readme': '',
  'bare/go.mod': 'module bare\n',
  'new/go.mod': 'module new\n\ngo 1.22\n',
  'newer/go.mod': 'module newer\n\ngo 1.99\n',
  'broken/go.mod': 'module\n',
  'pruned/go.mod': `module pruned

go 1.17

require (
	a.test/a v1.0.0
	b.test/b v1.0.0 // indirect
)

exclude c.test/c v1.1.0

replace (
	a.test/a => ../a
	b.test/b => ../b
	c.test/c => ../c
)
`,
  'a/go.mod': 'module a.test/a\n\ngo 1.17\n\nrequire b.test/b v1.2.0\n\nrequire c.test/c v1.1.0\n',
  'b/go.mod': 'module b.test/b\n\ngo 1.15\n\nrequire c.test/c v1.0.0\n',
  'c/go.mod': 'module c.test/c\n\ngo 1.21\n\ntool c.test/c/cmd\n\nignore ./x\n',
  'twins/go.mod':
    'module twins\n\ngo 1.17\n\nrequire b.test/b v1.0.0\n\nrequire b.test/b v1.1.0\n\nreplace b.test/b => ../c2\n',
  'c2/go.mod': 'module b.test/b\n',
  'mismatch/go.mod':
    'module mismatch\n\ngo 1.17\n\nrequire b.test/b v1.0.0\n\nreplace b.test/b => ../nowhere\n',
  'missing/go.mod': 'module missing\n\ngo 1.17\n\nrequire b.test/b v1.0.0\n',
  'work/go.work': 'go 1.21\n\nuse ./x\n\nuse ./y\n\nreplace b.test/b => ../b\n',
  'work/x/go.mod': 'module x\n\ngo 1.20\n\nrequire b.test/b v1.0.0\n\nexclude c.test/c v1.0.0\n',
  'work/y/go.mod': 'module y\n\ngo 1.15\n\nrequire x v0.0.0\n',
  'old-work/go.work': 'go 1.20\n\nuse ./x\n',
  'old-work/x/go.mod': 'module x\n\ngo 1.15\n',
  'no-members/go.work': 'go 1.21\n',
};

const lines: readonly (readonly [string, ...string[]])[] = [
  ...Object.keys(files)
    .filter((name) => !/^(?:[abc]2?|work|old-work)\//.test(name))
    .map((name): [string] => [dirname(name)]),
  ...['', '1.16', '1.17', '1.20', '1.21', '1.26', '1.99', 'x', '1.21rc1'].flatMap((go): [string, string][] =>
    ['pruned', 'new', 'bare', 'work/x'].map((folder) => [folder, `-go=${go}`]),
  ),
  ['old-work', '-go=1.17'],
  ['work'],
  ['old-work'],
  ['work/y', '-modfile=x.mod'],
  ['bare', '-modfile=x.mod'],
  ['bare', '-modfile=../new/go.mod'],
  ['empty', '-modfile=x.mod'],
  ['bare', 'argument'],
  ['bare', '-mod=mod'],
  ['bare', '-x'],
  ['bare', '-go=1.99', '-nosuch'],
  ['bare', '-nosuch', '-go=1.99'],
];

const need = needs('go');
describe.skipIf(need.skip)(need.title('mod graph as go prints it'), () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gomod-graph-'));
    writeFiles(folder, Object.entries(files));
  });
  afterAll(() => removeScratch(folder));

  const place = (at: string) => ({
    cwd: join(folder, at),
    env: { HOME: quietHome(join(folder, 'home')), GOPATH: join(folder, 'gopath') },
  });

  it.each(lines.map((line) => [line.join(' '), line] as const))('%s', async (_, [at, ...words]) => {
    const ours = await runOurs(['mod', 'graph', ...words], place(at));
    expect(ours).toEqual(runGo(['mod', 'graph', ...words], place(at)));
  });

  it.each(['off', 'bogus'])('GO111MODULE=%s', async (value) => {
    const { cwd, env } = place('bare');
    const there = { cwd, env: { ...env, GO111MODULE: value } };
    expect(await runOurs(['mod', 'graph'], there)).toEqual(runGo(['mod', 'graph'], there));
  });

  it('refuses what makes go crash', async () => {
    const { status, stderr } = await runOurs(['mod', 'graph', '-go=1.16'], place('old-work'));
    expect(status).toBe(1);
    expect(stderr).toBe(
      'go: no workspace can be loaded by the rules of go 1.16: the first to know them was go 1.18\n',
    );
  });
});
