import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Outcome, runGo, runOurs } from '../../../tools/testing/command.js';
import { quietHome } from '../../../tools/testing/quiet-home.js';
import { needs } from '../../../tools/testing/requirements.js';
import { removeScratch, removeTree } from '../../../tools/testing/scratch.js';

let top = '';
let folder = '';
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'gomod-init-'));
  folder = join(top, 'work');
  mkdirSync(folder);
});
afterEach(() => removeScratch(top));

interface Case {
  readonly words: readonly string[];
  /** Files by path below the working folder; a path that ends in a slash is a folder. */
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder to run in, below the working folder. */
  readonly at?: string;
}

function fill({ files = {}, at = '' }: Case): void {
  for (const [name, text] of Object.entries({ ...files, [`${at}/`]: '' })) {
    const path = join(folder, name);
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(path, text);
  }
}

const place = ({ env = {}, at = '' }: Case) => ({
  cwd: join(folder, at),
  env: { HOME: quietHome(join(top, 'home')), GOPATH: join(folder, 'gopath'), ...env },
});

interface Made extends Outcome {
  readonly files: readonly string[];
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

function made(outcome: Outcome, each: Case): Made {
  const names = ['go.mod', 'go.sum', 'x.mod'].map((name) => join(folder, each.at ?? '', name));
  return {
    ...outcome,
    files: names.map((name) => (isFile(name) ? readFileSync(name, 'utf8') : '')),
  };
}

async function both(each: Case): Promise<{ ours: Made; go: Made }> {
  fill(each);
  const go = made(runGo(['mod', 'init', ...each.words], place(each)), each);
  removeTree(folder);
  mkdirSync(folder);
  fill(each);
  const ours = made(await runOurs(['mod', 'init', ...each.words], place(each)), each);
  return { ours, go };
}

const comment = (path: string) => `package x // import ${path}\n`;
const GO = 'package x\n';

const cases: Record<string, Case> = {
  'a path': { words: ['example.com/m'] },
  'a path, Go files': { words: ['example.com/m'], files: { 'a.go': GO } },
  'a path, a folder': { words: ['example.com/m'], files: { 'sub/readme': '' } },
  'a path, hidden things': {
    words: ['m'],
    files: { '.a/a.go': GO, '_b/b.go': GO, '.c.go': GO, 'd.txt': '' },
  },
  'two paths': { words: ['a', 'b'] },
  'an empty path': { words: [''], files: { 'a.go': comment('"example.com/m"') } },
  'the major version 1': { words: ['example.com/m/v1'] },
  'the major version 02': { words: ['example.com/m/v02'] },
  'a full version': { words: ['example.com/m/v3.5'] },
  zeros: { words: ['example.com/m/v000'] },
  'gopkg.in without a version': { words: ['gopkg.in/a2b/c'] },
  'gopkg.in with a slash': { words: ['gopkg.in/c/v3'] },
  'gopkg.in with a version': { words: ['gopkg.in/c.v3'] },
  'a local path': { words: ['./m'] },
  'the folder above': { words: ['..'] },
  dots: { words: ['...'] },
  'a space': { words: ['a b'] },
  'a reserved path': { words: ['go'] },
  'a reserved path in a comment': { words: ['toolchain'] },
  'no path': { words: [] },
  'an import comment': { words: [], files: { 'a.go': GO, 'b.go': comment('"example.com/m"') } },
  'a comment at the end': { words: [], files: { 'a.go': 'package x // import "m.test/x"' } },
  'a comment with a carriage return': { words: [], files: { 'a.go': 'package x // import "m.test/x" \r\n' } },
  'a comment behind a carriage return': {
    words: [],
    files: { 'a.go': '//\rpackage x // import "m.test/x"\n' },
  },
  'a comment behind a line separator': {
    words: [],
    files: { 'a.go': '//\u2028package x // import "m.test/x"\n' },
  },
  'a comment in back quotes': { words: [], files: { 'a.go': comment('`m.test/x`') } },
  'an escape in a comment': { words: [], files: { 'a.go': comment('"m.test/\\x41"') } },
  'a wrong escape in a comment': { words: [], files: { 'a.go': comment('"m.test/\\q"') } },
  'a comment that is no path': { words: [], files: { 'a.go': comment('"m.test x"') } },
  'a comment with a bad major version': { words: [], files: { 'a.go': comment('"m.test/x/v0"') } },
  'a comment one level down': {
    words: [],
    files: { 'b/a.go': comment('"m.test/x/b"'), 'c/a.go': comment('"z"') },
  },
  'a short comment one level down': { words: [], files: { 'b/a.go': comment('"m"') } },
  'a comment two levels down': { words: [], files: { 'b/c/a.go': comment('"m.test/x/b/c"') } },
  'a hidden folder with a comment': { words: [], files: { '.b/a.go': comment('"m.test/x/b"') } },
  'a block comment': { words: [], files: { 'a.go': 'package x /* import "m.test/x" */\n' } },
  GOPATH: { words: [], at: 'gopath/src/example.com/m' },
  'the second of GOPATH': { words: [], at: 'two/src/m.test/x', env: { GOPATH: '/nowhere:$/two' } },
  'GOPATH/src itself': { words: [], at: 'gopath/src' },
  'a bad path in GOPATH': { words: [], at: 'gopath/src/m.test/a b' },
  'go.mod is there': { words: ['m'], files: { 'go.mod': 'junk\n' } },
  'go.mod is a folder': { words: ['m'], files: { 'go.mod/': '' } },
  'a module above': { words: ['m'], files: { 'go.mod': 'module above\n' }, at: 'sub' },
  'a workspace': { words: ['m'], files: { 'go.work': 'go 1.21\n' } },
  'a broken workspace': { words: ['m'], files: { 'go.work': 'junk\n' } },
  'another file': { words: ['-modfile=x.mod', 'm'] },
  'another file that is there': { words: ['-modfile=x.mod', 'm'], files: { 'x.mod': '' } },
  'another file of another kind': { words: ['-modfile=x', 'm'] },
  'another file, go.mod is there': { words: ['-modfile=x.mod', 'm'], files: { 'go.mod': 'module a\n' } },
  'another file in a folder that is not there': { words: ['-modfile=no/x.mod', 'm'] },
  'modules off': { words: ['m'], env: { GO111MODULE: 'off' } },
  'modules auto': { words: ['m'], env: { GO111MODULE: 'auto' } },
  'modules bogus': { words: ['m'], env: { GO111MODULE: 'bogus' } },
  'go.mod in GOPATH': { words: ['m'], files: { 'gopath/go.mod': '' } },
  'an overlay': { words: ['-overlay=o.json', 'm'], files: { 'o.json': '{"Replace":{"go.mod":"x"}}', x: '' } },
  'an overlay without the file': {
    words: ['-overlay=o.json', 'm'],
    files: { 'o.json': '{"Replace":{"go.mod":""}}' },
  },
  'a broken overlay': { words: ['-overlay=o.json', 'm'], files: { 'o.json': '{' } },
  '-mod': { words: ['-mod=mod', 'm'] },
  '-mod in GOFLAGS': { words: ['m'], env: { GOFLAGS: '-mod=vendor' } },
  'go.sum is there': { words: ['m'], files: { 'go.sum': 'junk\n' } },
};

const need = needs('go');
describe.skipIf(need.skip)(need.title('mod init as go does it'), () => {
  it.each(Object.entries(cases))('%s', async (_, each) => {
    const { GOPATH = '' } = each.env ?? {};
    const env = GOPATH === '' ? each.env : { ...each.env, GOPATH: GOPATH.replace('$', folder) };
    const { ours, go } = await both(env === undefined ? each : { ...each, env });
    expect(ours).toEqual(go);
  });

  it('through a link into GOPATH', async () => {
    const each: Case = { words: [], at: 'gopath/src/example.com/m' };
    fill(each);
    const link = join(top, 'link');
    symlinkSync(join(folder, 'gopath/src/example.com/m'), link);
    const env = { HOME: quietHome(join(top, 'home')), GOPATH: join(folder, 'gopath'), PWD: link };
    const go = runGo(['mod', 'init'], { cwd: link, env });
    rmSync(join(folder, 'gopath/src/example.com/m/go.mod'));
    expect(await runOurs(['mod', 'init'], { cwd: link, env })).toEqual(go);
  });

  it('where nothing can be written', async () => {
    if (process.platform === 'linux') {
      // Nobody makes a file there, whoever he is.
      const proc = { ...place({ words: [] }), cwd: '/proc' };
      const said = runGo(['mod', 'init', 'm'], proc);
      expect(said).toMatchObject({ status: 1, stderr: expect.stringContaining('/proc/go.mod') });
      expect(await runOurs(['mod', 'init', 'm'], proc)).toEqual(said);
    }
    chmodSync(folder, 0o555);
    const { ours, go } = await both({ words: ['m'] });
    chmodSync(folder, 0o755);
    expect(ours).toEqual(go);
  });
});

describe('gomod init in a workspace', () => {
  it.each([
    ['that does not use it', 'go 1.21\n', true],
    ['that uses it', 'go 1.21\n\nuse ./sub\n', false],
    ['that cannot be read', 'junk\n', false],
  ])('%s', async (_, work, hinted) => {
    const each: Case = { words: ['m'], files: { 'go.work': work }, at: 'sub' };
    fill(each);
    const { stderr } = await runOurs(['init', 'm'], place(each), 'gomod');
    const hint =
      'gomod: the workspace ../go.work does not use this module; to add it:\ngomod: \tgo work use .\n';
    expect(stderr).toBe(`go: creating new go.mod: module m\n${hinted ? hint : ''}`);
  });
});

const repository = (config: string): Record<string, string> => ({ '.git/config': config });
const origin = (url: string) => repository(`[remote "origin"]\n\turl = ${url}\n`);
const TAKEN = 'gomod: module path taken from the repository\'s remote "origin": ';

describe('gomod init in a repository', () => {
  const run = async (each: Case) => {
    fill(each);
    return made(await runOurs(['init', ...each.words], place(each), 'gomod'), each);
  };

  it.each<[string, Case, string, string]>([
    [
      'its root',
      { words: [], files: origin('git@github.com:user/repo.git') },
      'git@github.com:user/repo.git',
      'github.com/user/repo',
    ],
    [
      'a folder below',
      { words: [], files: origin('https://me:secret@git.test/repo'), at: 'a/b' },
      'https://git.test/repo',
      'git.test/repo/a/b',
    ],
    [
      'a work tree',
      {
        words: [],
        files: {
          'main/.git/config': '[remote "origin"]\nurl=https://git.test/repo\n',
          'main/.git/worktrees/w/commondir': '../..\n',
          'tree/.git': 'gitdir: ../main/.git/worktrees/w\n',
        },
        at: 'tree',
      },
      'https://git.test/repo',
      'git.test/repo',
    ],
    [
      'a submodule',
      {
        words: [],
        files: {
          ...origin('https://git.test/outer'),
          '.git/modules/sub/config': '[remote "origin"]\nurl=https://git.test/inner\n',
          'sub/.git': 'gitdir: ../.git/modules/sub\n',
        },
        at: 'sub',
      },
      'https://git.test/inner',
      'git.test/inner',
    ],
    [
      'a module within that of the root',
      {
        words: [],
        files: { ...origin('https://git.test/repo'), 'go.mod': 'module git.test/repo/v2\n' },
        at: 'a',
      },
      'https://git.test/repo',
      'git.test/repo/a',
    ],
    [
      'an address with a short cut',
      {
        words: [],
        files: repository('[url "https://git.test/"]\ninsteadOf = g:\n[remote "origin"]\nurl = g:repo\n'),
      },
      'https://git.test/repo',
      'git.test/repo',
    ],
  ])('%s', async (_, each, url, path) => {
    expect(await run(each)).toMatchObject({
      status: 0,
      stderr: expect.stringContaining(`${TAKEN}${url}\ngo: creating new go.mod: module ${path}\n`) as string,
      files: [expect.stringContaining(`module ${path}\n`), '', ''],
    });
  });

  it.each<[string, Case, string]>([
    ['no remote', { words: [], files: repository('[core]\n') }, 'the repository has no remote "origin"'],
    [
      'a local remote',
      { words: [], files: origin('/srv/git/repo') },
      'the remote "origin" (/srv/git/repo) does not tell it',
    ],
    [
      'two addresses',
      { words: [], files: origin('https://git.test/a\n\turl = https://git.test/b') },
      'the remote "origin" has several addresses',
    ],
    [
      'a folder that no path may have',
      { words: [], files: origin('https://git.test/repo'), at: 'a b' },
      '"git.test/repo/a b" (from the remote "origin") is no module path',
    ],
    [
      'a module of another path around it',
      {
        words: [],
        files: { ...origin('https://git.test/repo'), 'go.mod': 'module vanity.test/x\n' },
        at: 'a',
      },
      'the module around this folder is vanity.test/x, which the remote "origin" (https://git.test/repo) is not',
    ],
  ])('gives up: %s', async (_, each, hint) => {
    const outcome = await run(each);
    expect(outcome.status).toBe(1);
    expect(outcome.stderr).toContain('go: cannot determine module path for source directory');
    expect(outcome.stderr.endsWith(`\ngomod: ${hint}\n`)).toBe(true);
    expect(outcome.files).toEqual(['', '', '']);
  });

  it('does not ask the remote under the name go, nor where the folder tells the path', async () => {
    const files = origin('https://git.test/repo');
    fill({ words: [], files });
    expect((await runOurs(['mod', 'init'], place({ words: [] }), 'go')).status).toBe(1);
    const told = await run({ words: [], files: { ...files, 'a.go': comment('"m.test/x"') } });
    expect(told.stderr).not.toContain('gomod:');
    expect(told.files[0]).toContain('module m.test/x\n');
  });
});
