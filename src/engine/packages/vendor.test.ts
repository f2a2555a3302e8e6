// What vendoring can do that Go's cannot: -check and -with; and what becomes of a folder when it fails.

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readTree } from '../../../conformance/differential/tree.js';
import { writeFolder } from '../../../conformance/fixtures/folder.js';
import { type FixtureModule, proxyFiles } from '../../../conformance/fixtures/module.js';
import { proxyEnvironment } from '../../../tools/testing/proxy-environment.js';
import { goBinary, needs } from '../../../tools/testing/requirements.js';
import { runOurs } from '../../../tools/testing/run-program.js';
import { removeScratch, removeTree } from '../../../tools/testing/scratch.js';

const modules: FixtureModule[] = [
  {
    path: 'c.test/c',
    version: 'v1.0.0',
    files: {
      'go.mod': 'module c.test/c\n\ngo 1.21\n',
      LICENSE: 'free\n',
      'c.go': 'package c\n',
      'c.h': 'of the package\n',
      'include/c.h': 'int c;\n',
      'include/deep/d.h': 'int d;\n',
      'api/v1/c.proto': 'message C {}\n',
      'api/go.sum': '',
      'x/y.h': 'of c\n',
      'tools/gen.go': 'package main\n',
    },
  },
  {
    path: 'c.test/c/x',
    version: 'v1.0.0',
    files: { 'go.mod': 'module c.test/c/x\n', 'x.go': 'package x\n', 'y.h': 'of x\n', 'z/z.h': 'int z;\n' },
  },
  {
    path: 'u.test/u',
    version: 'v1.0.0',
    files: { 'go.mod': 'module u.test/u\n', 'u.go': 'package u\n', 'u.h': '' },
  },
];

const GO_MOD = `module main.test/m

go 1.21

require (
	c.test/c v1.0.0
	c.test/c/x v1.0.0
	l.test/l v0.0.0
	u.test/u v1.0.0
)

replace l.test/l => ./local
`;

const PROJECT: Readonly<Record<string, string>> = {
  'go.mod': GO_MOD,
  'm.go': 'package m\n\nimport (\n\t_ "c.test/c"\n\t_ "c.test/c/x"\n\t_ "l.test/l/p"\n)\n',
  'local/go.mod': 'module l.test/l\n',
  'local/p/p.go': 'package p\n',
  'local/l.h': 'int l;\n',
  'local/.git/config.h': 'no\n',
  'local/vendor/v.test/v/v.h': 'no\n',
  'local/nested/go.mod': 'module l.test/l/nested\n',
  'local/nested/n.h': 'no\n',
};

let folder = '';
let project = '';
let environment: Record<string, string> = {};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gomod-vendor-'));
  project = join(folder, 'm');
  writeFolder(proxyFiles(modules), join(folder, 'proxy'));
  environment = { ...proxyEnvironment(folder), GOFLAGS: '', GOMOD_RECALL: 'off' };
});
afterAll(() => removeScratch(folder));

function put(name: string, text: string): void {
  mkdirSync(dirname(join(project, name)), { recursive: true });
  writeFileSync(join(project, name), text);
}

beforeEach(async () => {
  removeTree(project);
  for (const [name, text] of Object.entries(PROJECT)) put(name, text);
  symlinkSync('l.h', join(project, 'local', 'link.h'));
  symlinkSync('.', join(project, 'local', 'loop'));
  expect(await run('download', 'all')).toMatchObject({ status: 0 });
});

const run = (...words: string[]) => runOurs({ cwd: project, environment }, words, 'gomod');
const whole = () => readTree(project, () => false);
const vendored = () =>
  [...readTree(join(project, 'vendor'), () => false).entries()]
    .filter(([, { kind }]) => kind === 'file')
    .map(([name]) => name);

describe('vendor -check', () => {
  it('is silent where nothing differs, and ends with 0', async () => {
    expect(await run('vendor')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await run('vendor', '-check')).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('says all that differs, sorted, and writes nothing', async () => {
    await run('vendor');
    rmSync(join(project, 'vendor/c.test/c/LICENSE'));
    put('vendor/c.test/c/c.go', 'package c // edited\n');
    chmodSync(join(project, 'vendor/c.test/c/x/x.go'), 0o755);
    put('vendor/c.test/extra/b.go', '');
    put('vendor/a\nb', '');
    put('vendor/modules.txt', `${readFileSync(join(project, 'vendor/modules.txt'), 'utf8')}# x v1\n`);
    mkdirSync(join(project, 'vendor/empty'));
    rmSync(join(project, 'vendor/l.test/l/p/p.go'));
    symlinkSync('../../../../local/p/p.go', join(project, 'vendor/l.test/l/p/p.go'));
    const before = whole();
    expect(await run('vendor', '-check')).toEqual({
      status: 1,
      stdout: [
        'superfluous "vendor/a\\nb"\n',
        'missing vendor/c.test/c/LICENSE\n',
        'changed vendor/c.test/c/c.go\n',
        'executable vendor/c.test/c/x/x.go\n',
        'superfluous vendor/c.test/extra/b.go\n',
        'changed vendor/l.test/l/p/p.go\n',
        'changed vendor/modules.txt\n',
      ].join(''),
      stderr: 'gomod: vendor is not what vendoring makes of it: 7 files\n',
    });
    expect(whole()).toEqual(before);
  });

  it('misses every file where there is no folder, or one for another', async () => {
    const { stdout, status } = await run('vendor', '-check');
    expect(status).toBe(1);
    const names = stdout.trimEnd().split('\n');
    await run('vendor');
    expect(names).toEqual(
      vendored()
        .sort()
        .map((name) => `missing vendor/${name}`),
    );
    expect(await run('vendor', '-check', '-o', 'other')).toMatchObject({
      status: 1,
      stdout: stdout.replaceAll(' vendor/', ' other/'),
    });
    expect(existsSync(join(project, 'other'))).toBe(false);
    put('file', '');
    expect(await run('vendor', '-check', '-o', 'file')).toMatchObject({
      status: 1,
      stdout: 'changed file\n',
    });
  });

  it('finds whatever is there superfluous where nothing is vendored', async () => {
    put('m.go', 'package m\n');
    put('go.mod', 'module main.test/m\n\ngo 1.21\n');
    expect(await run('vendor', '-check')).toEqual({ status: 0, stdout: '', stderr: '' });
    put('vendor/modules.txt', '');
    expect(await run('vendor', '-check')).toMatchObject({
      status: 1,
      stdout: 'superfluous vendor/modules.txt\n',
    });
  });

  it('fails as vendoring does where go.mod is not tidy', async () => {
    put('go.mod', GO_MOD.replace('\tl.test/l v0.0.0\n', ''));
    const stale = await run('vendor', '-check');
    expect(stale).toMatchObject({ status: 1, stdout: '' });
    expect(stale).toEqual(await run('vendor'));
  });

  it('follows go.mod', async () => {
    await run('vendor');
    expect(await run('tidy')).toMatchObject({ status: 0 });
    expect(await run('vendor', '-check')).toMatchObject({
      status: 1,
      stdout: 'changed vendor/modules.txt\n',
    });
  });
});

const WITH = '-with=**/*.h,**/*.proto';

describe('vendor -with', () => {
  it('brings what matches in modules that are vendored', async () => {
    await run('vendor');
    const [plain, text] = [vendored(), readFileSync(join(project, 'vendor/modules.txt'), 'utf8')];
    expect(await run('vendor', WITH)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(vendored().filter((name) => !plain.includes(name))).toEqual([
      'c.test/c/api/v1/c.proto',
      'c.test/c/include/c.h',
      'c.test/c/include/deep/d.h',
      'c.test/c/x/z/z.h',
      'l.test/l/l.h',
    ]);
    expect(readFileSync(join(project, 'vendor/modules.txt'), 'utf8')).toBe(text);
    expect(readFileSync(join(project, 'vendor/c.test/c/x/y.h'), 'utf8')).toBe('of x\n');
    expect(await run('vendor')).toMatchObject({ status: 0 });
    expect(vendored()).toEqual(plain);
  });

  it('copies no go.mod, go.sum or folder that is no part of the module, whatever is asked for', async () => {
    await run('vendor', '-with=**');
    expect(
      vendored().filter((name) => /go\.(mod|sum)$|\.git|nested|v\.test|link\.h|loop|u\.test/.test(name)),
    ).toEqual([]);
    expect(vendored()).toContain('c.test/c/tools/gen.go');
  });

  it('is known to -check', async () => {
    await run('vendor', WITH);
    expect(await run('vendor', '-check', WITH)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await run('vendor', '-check', '-with=**/*.h', '-with', '**/*.proto')).toMatchObject({ status: 0 });
    expect((await run('vendor', '-check')).stdout.split('\n')).toContain('superfluous vendor/l.test/l/l.h');
    rmSync(join(project, 'vendor/l.test'), { recursive: true });
    expect((await run('vendor', '-check', WITH)).stdout).toContain('missing vendor/l.test/l/l.h\n');
  });

  it('says which globs are of no use', async () => {
    expect(await run('vendor', '-with=**/*.hpp,**/*.h')).toEqual({
      status: 0,
      stdout: '',
      stderr: 'gomod: -with: no file of a vendored module matches **/*.hpp\n',
    });
  });

  it.each([
    ['', 'empty pattern'],
    ['*.c,', 'empty pattern'],
    ['*.c,../*.h', '../*.h: element .. in pattern'],
    ['*.{c,h}', '*.{c: no braces: write a pattern for each of their words'],
  ])('refuses %j', async (globs, why) => {
    const { status, stderr } = await run('vendor', `-with=${globs}`);
    expect(status).toBe(2);
    expect(stderr.split('\n')[0]).toBe(`invalid value "${globs}" for flag -with: ${why}`);
  });

  const need = needs('go');
  it.skipIf(need.skip)(need.title('leaves a folder that go builds with'), async () => {
    await run('vendor', '-with=**');
    const env = { ...environment, GOPROXY: 'off', GOMODCACHE: join(folder, 'none'), GOFLAGS: '-mod=vendor' };
    const words = ['list', '-deps', '-e=false', '-f', '{{with .Module}}{{.Path}}{{end}}', './...'];
    const { status, stdout, stderr } = spawnSync(goBinary() ?? '', words, {
      cwd: project,
      env,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(new Set(stdout.trim().split('\n'))).toEqual(
      new Set(['c.test/c', 'c.test/c/x', 'l.test/l', 'main.test/m']),
    );
    const built = spawnSync(goBinary() ?? '', ['vet', './...'], {
      cwd: project,
      env: {
        ...env,
        GOCACHE: spawnSync(goBinary() ?? '', ['env', 'GOCACHE'], { encoding: 'utf8' }).stdout.trim(),
      },
      encoding: 'utf8',
    });
    expect({ status: built.status, stderr: built.stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('and -check are unknown under the name go', async () => {
    for (const flag of ['with', 'check']) {
      const { status, stderr } = await runOurs(
        { cwd: project, environment },
        ['mod', 'vendor', `-${flag}`],
        'go',
      );
      expect(status).toBe(2);
      expect(stderr).toContain(`flag provided but not defined: -${flag}\n`);
    }
  });
});

describe('a vendor folder', () => {
  it('is as it was when vendoring fails, the files of its owner included', async () => {
    await run('vendor');
    put('vendor/mine.txt', 'mine\n');
    put('m.go', 'package m\n\nimport _ "nowhere.test/x"\n');
    const before = whole();
    expect(await run('vendor')).toMatchObject({ status: 1 });
    put('m.go', PROJECT['m.go'] ?? '');
    put('local/p/p.go', 'package p\n\nimport "unterminated\n');
    expect(await run('vendor')).toMatchObject({ status: 1 });
    put('m.go', 'package m\n\nimport _ "nowhere.test/x"\n');
    put('local/p/p.go', PROJECT['local/p/p.go'] ?? '');
    expect(whole()).toEqual(before);
  });

  it('is finished by the next run, though that fails', async () => {
    await run('vendor');
    const expected = readTree(join(project, 'vendor'), () => false);
    mkdirSync(join(project, '.vendor.gomod'));
    spawnSync('mv', ['vendor', '.vendor.gomod/new'], { cwd: project });
    put('.vendor.gomod/old/x', '');
    put('m.go', 'package m\n\nimport _ "nowhere.test/x"\n');
    expect(await run('vendor')).toMatchObject({ status: 1 });
    expect(readTree(join(project, 'vendor'), () => false)).toEqual(expected);
    expect(existsSync(join(project, '.vendor.gomod'))).toBe(false);
  });

  it('is never one in which the main module is', async () => {
    const before = whole();
    for (const folder of ['.', '..', project, 'x/../..']) {
      expect(await run('vendor', '-o', folder)).toMatchObject({
        status: 1,
        stderr: `go: -o ${folder}: the main module is in this folder, which would be replaced\n`,
      });
    }
    expect(whole()).toEqual(before);
  });
});
