// `gomod need` and `gomod download -need`: what is listed is what a build reads, and with that alone `go` finds every package.

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeFolder } from '../../conformance/fixtures/folder.js';
import { type FixtureModule, proxyFiles } from '../../conformance/fixtures/module.js';
import { type Outcome, runGo, runOurs } from '../../tools/testing/command.js';
import { quietHome } from '../../tools/testing/quiet-home.js';
import { needs } from '../../tools/testing/requirements.js';
import { removeScratch, removeTree } from '../../tools/testing/scratch.js';

type Files = Readonly<Record<string, string>>;

const goMod = (path: string, more = '', go = '1.17') => `module ${path}\n\ngo ${go}\n${more}`;
const goFile = (name: string, ...imports: string[]) =>
  `package ${name}\n${imports.map((path) => `\nimport _ "${path}"\n`).join('')}`;

const one = (path: string, version: string, files: Files, requires = ''): FixtureModule => ({
  path,
  version,
  files: { 'go.mod': goMod(path, requires), ...files },
});

const modules: FixtureModule[] = [
  one(
    'a.test/a',
    'v1.0.0',
    {
      'a.go': goFile('a'),
      'a_linux.go': goFile('a', 'l.test/l'),
      'a_windows.go': goFile('a', 'w.test/w'),
      'a_test.go': goFile('a', 'q.test/q'),
      'c.go': '//go:build cgo\n\npackage a\n\nimport _ "c.test/c"\n',
    },
    '\nrequire (\n\tc.test/c v1.0.0\n\tl.test/l v1.0.0\n\tq.test/q v1.0.0\n\tw.test/w v1.0.0\n)\n',
  ),
  // Nested: its packages could be of n.test/n as well.
  one('n.test/n', 'v1.0.0', { 'n.go': goFile('n') }),
  one('n.test/n/sub', 'v1.0.0', { 'sub.go': goFile('sub') }),
  one('r.test/r', 'v1.0.0', { 'r.go': goFile('r', 'nowhere.test/x') }),
  one('f.test/Fork', 'v1.2.0', { 'go.mod': goMod('r.test/r'), 'r.go': goFile('r') }),
  one('e.test/e', 'v1.0.0', { 'e.go': goFile('e') }),
  ...['c', 'l', 'q', 't', 'tools', 'w'].map((name) =>
    one(`${name}.test/${name}`, 'v1.0.0', { 'x.go': goFile(name) }),
  ),
  one('l.test/l', 'v1.1.0', { 'x.go': goFile('l') }),
  one('z.test/z', 'v1.0.0', {}),
];

const REQUIRE = `
require (
	a.test/a v1.0.0
	d.test/d v0.0.0
	n.test/n v1.0.0
	n.test/n/sub v1.0.0
	r.test/r v1.0.0
	t.test/t v1.0.0
	tools.test/tools v1.0.0
)

replace d.test/d => ../d

replace r.test/r => f.test/Fork v1.2.0
`;

const project: Files = {
  'm/go.mod': goMod('m.test/m', REQUIRE, '1.21'),
  'm/main.go': 'package main\n\nimport _ "m.test/m/lib"\n\nfunc main() {}\n',
  'm/main_test.go': goFile('main', 't.test/t'),
  'm/lib/lib.go': goFile('lib', 'a.test/a', 'd.test/d', 'n.test/n/sub', 'r.test/r'),
  'm/extra/extra.go': goFile('extra', 'n.test/n'),
  'm/tools.go': '//go:build tools\n\npackage main\n\nimport _ "tools.test/tools"\n',
  'd/go.mod': goMod('d.test/d', '\nrequire (\n\te.test/e v1.0.0\n\tz.test/z v1.0.0 // indirect\n)\n'),
  'd/d.go': goFile('d', 'e.test/e'),
};

let scratch = '';
/** A fresh copy of the tidy project for each test. */
let world = '';
let proxy = '';

const settings = (cache = 'cache') => ({
  HOME: quietHome(join(scratch, 'home')),
  GOMODCACHE: join(world, cache),
  GOCACHE: join(scratch, 'gocache'),
  GOPROXY: proxy,
  GOOS: 'linux',
  GOARCH: 'amd64',
  CGO_ENABLED: '0',
  GOFLAGS: '-modcacherw',
});
type Settings = Readonly<Record<string, string | undefined>>;

const inFolder = (folder: string, words: readonly string[], env: Settings = {}): Promise<Outcome> =>
  runOurs(words, { cwd: join(world, folder), env: { ...settings(), ...env } }, 'gomod');
const ours = (words: string, env: Settings = {}) => inFolder('m', words.split(' '), env);

function write(files: Files, folder = world): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** The go.need of a command line. */
async function need(words = 'need', env: Settings = {}, folder = 'm'): Promise<string> {
  const { status, stdout, stderr } = await inFolder(folder, words.split(' '), env);
  expect([status, stderr.replace(/^go: downloading .*\n/gm, '')]).toEqual([0, '']);
  return stdout;
}

/** The lines after the head. */
const body = (text: string) => text.split('\n').slice(1, -1);

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'gomod-need-'));
  writeFolder(proxyFiles(modules), join(scratch, 'proxy'));
  proxy = pathToFileURL(join(scratch, 'proxy')).href;
  world = join(scratch, 'tidy');
  write(project);
  const { status, stderr } = await ours('tidy');
  expect([status, stderr.replace(/^go: downloading .*\n/gm, '')]).toEqual([0, '']);
  removeTree(join(world, 'cache'));
});
afterAll(() => removeScratch(scratch));
beforeEach(() => {
  world = mkdtempSync(join(scratch, 'world-'));
  cpSync(join(scratch, 'tidy'), world, { recursive: true });
});

const COMMON = [
  'a.test/a v1.0.0',
  'd.test/d v0.0.0 => ../d',
  'e.test/e v1.0.0',
  'l.test/l v1.0.0',
  'n.test/n v1.0.0',
  'n.test/n/sub v1.0.0',
  'r.test/r v1.0.0 => f.test/Fork v1.2.0',
];
const withMore = (...lines: string[]) => [...COMMON, ...lines].sort();

describe('gomod need', () => {
  it('lists the modules that a build reads, also those that only could have a package', async () => {
    const text = await need('need .');
    expect(text.split('\n')[0]).toBe(
      "// go.need v1: the modules that a build reads, for 'gomod download -need=go.need'. Made by:",
    );
    expect(body(text)).toEqual(['// CGO_ENABLED=0 gomod need -platforms=linux/amd64 .', ...COMMON]);
    expect(existsSync(join(world, 'cache/cache/download/w.test'))).toBe(false);
    expect(readFileSync(join(world, 'm/go.sum'), 'utf8')).toBe(
      readFileSync(join(scratch, 'tidy/m/go.sum'), 'utf8'),
    );
  });

  it('is about all packages of the folder by itself, and names them from the folder of go.mod', async () => {
    expect(body(await need())[0]).toBe('// CGO_ENABLED=0 gomod need -platforms=linux/amd64 ./...');
    expect(body(await need('need', {}, 'm/extra'))).toEqual([
      '// CGO_ENABLED=0 gomod need -platforms=linux/amd64 ./extra/...',
      'n.test/n v1.0.0',
    ]);
    expect(body(await need('need ../lib . m.test/m', {}, 'm/extra'))[0]).toBe(
      '// CGO_ENABLED=0 gomod need -platforms=linux/amd64 ./lib ./extra m.test/m',
    );
    expect(body(await need('need ../main.go', {}, 'm/extra'))[0]).toBe(
      '// CGO_ENABLED=0 gomod need -platforms=linux/amd64 main.go',
    );
  });

  it.each([
    ['need -test .', {}, '-test -platforms=linux/amd64 .', withMore('t.test/t v1.0.0')],
    ['need -tags=tools .', {}, '-tags=tools -platforms=linux/amd64 .', withMore('tools.test/tools v1.0.0')],
    [
      'need .',
      { GOFLAGS: '-tags=tools' },
      '-tags=tools -platforms=linux/amd64 .',
      withMore('tools.test/tools v1.0.0'),
    ],
    ['need .', { CGO_ENABLED: '1' }, '-platforms=linux/amd64 .', withMore('c.test/c v1.0.0')],
    [
      'need -platforms=linux/amd64,windows/amd64,linux/amd64 .',
      {},
      '-platforms=linux/amd64,windows/amd64 .',
      withMore('w.test/w v1.0.0'),
    ],
    // Nobody says whether there is cgo: both count.
    [
      'need -platforms linux/amd64 .',
      { CGO_ENABLED: undefined },
      '-platforms=linux/amd64 .',
      withMore('c.test/c v1.0.0'),
    ],
    ['need -platforms js/wasm std', { CGO_ENABLED: undefined }, '-platforms=js/wasm std', []],
  ])('%s with %o', async (words, env: Settings, command, lines) => {
    const cgo =
      'CGO_ENABLED' in env ? (env.CGO_ENABLED === undefined ? '' : 'CGO_ENABLED=1 ') : 'CGO_ENABLED=0 ';
    expect(body(await need(words, env))).toEqual([`// ${cgo}gomod need ${command}`, ...lines]);
  });

  it('goes by what is there with cgo where a package is for that only', async () => {
    write({ 'm/lib/c.go': '//go:build cgo\n\npackage lib\n\nimport _ "m.test/m/only"\n' });
    write({ 'm/only/only.go': '//go:build cgo\n\npackage only\n' });
    const missing = await ours('need -platforms=linux/amd64 ./only');
    expect(missing).toMatchObject({ status: 1, stdout: '' });
    expect(missing.stderr).toContain('build constraints exclude all Go files in');
    expect(body(await need('need -platforms=linux/amd64 ./only .', { CGO_ENABLED: undefined }))).toContain(
      'c.test/c v1.0.0',
    );
  });

  it('does not look at a vendor folder', async () => {
    write({ 'm/vendor/modules.txt': '' });
    expect(body(await need('need .'))).toEqual([expect.anything(), ...COMMON]);
  });

  it('tells what is wrong with packages as go list does, and prints nothing', async () => {
    write({ 'm/lib/bad.go': goFile('lib', 'nowhere.test/x') });
    const message =
      'lib/bad.go:3:8: no required module provides package nowhere.test/x; to add it:\n\tgo get nowhere.test/x\n';
    const { status, stdout, stderr } = await ours('need .');
    expect([status, stdout, stderr.replace(/^go: downloading .*\n/gm, '')]).toEqual([1, '', message]);
    const ports = await ours('need -platforms=linux/amd64,linux/arm64');
    expect(ports).toEqual({ status: 1, stdout: '', stderr: `${message}gomod: this is so for linux/amd64\n` });
  });

  const port = "gomod: platforms are written as in 'go tool dist list': linux/amd64, darwin/arm64\n";
  const usage =
    "usage: gomod need [-test] [-tags=tags] [-platforms=list] [packages] | -check [file]\nRun 'gomod help need' for details.\n";
  it.each([
    ['need -platforms=linux/foo', 1, `go: unknown platform "linux/foo"\n${port}`],
    ['need -platforms=linux/arm/v7', 1, `go: unknown platform "linux/arm/v7"\n${port}`],
    ['need -platforms=linux/amd64,', 1, `go: unknown platform ""\n${port}`],
    ['need -mod=mod', 2, `flag provided but not defined: -mod\n${usage}`],
    ['need -check -test', 2, `-check takes no -test: what is built stands in the file\n${usage}`],
    ['need -check a b', 2, `-check takes one file\n${usage}`],
    [
      'need -check',
      1,
      'go: open go.need: no such file or directory\ngomod: to make it:\ngomod: \tgomod need ./... > go.need\n',
    ],
  ])('%s', async (words, status, stderr) => {
    expect(await ours(words)).toEqual({ status, stdout: '', stderr });
  });

  it('needs a module', async () => {
    write({ 'empty/x.go': 'package x\n' });
    expect(await inFolder('empty', ['need'])).toMatchObject({
      status: 1,
      stderr:
        "go: go.mod file not found in current directory or any parent directory; see 'go help modules'\n",
    });
  });

  it('fails where go.mod would have to change', async () => {
    const text = project['m/go.mod'] ?? '';
    write({
      'm/go.mod': text.replace('\tt.test/t v1.0.0\n', '').replace('a.test/a v1.0.0', 'a.test/a v0.9.0'),
    });
    for (const words of ['need', 'need -test', 'need -platforms=linux/amd64,windows/amd64']) {
      const { status, stdout, stderr } = await ours(words);
      expect([words, status, stdout]).toEqual([words, 1, '']);
      expect(stderr).not.toBe('');
    }
    write({ 'm/go.mod': text.replace('n.test/n v1.0.0', 'n.test/n v0.0.0-00010101000000-000000000000') });
    expect((await ours('need')).status).toBe(1);
  });

  it('is refused for a platform that Go has not', async () => {
    expect(await ours('need', { GOOS: 'bogus' })).toEqual({
      status: 1,
      stdout: '',
      stderr: 'go: unsupported GOOS/GOARCH pair bogus/amd64\n',
    });
  });

  it('says the settings that tell which files are built', async () => {
    write({ 'm/lib/v3.go': `//go:build amd64.v3\n\n${goFile('lib', 't.test/t')}` });
    const made = await need('need .', { GOAMD64: 'v3', GOARM: '7' });
    expect(made).toContain('// CGO_ENABLED=0 GOAMD64=v3 gomod need -platforms=linux/amd64 .\n');
    expect(made).toContain('\nt.test/t v1.0.0\n');
    write({ 'm/go.need': made });
    expect(await ours('need -check')).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(await need('need .')).not.toContain('t.test/t');
  });

  it('is not there under the name go', async () => {
    const place = { cwd: join(world, 'm'), env: settings() };
    expect(await runOurs(['need'], place)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^go need: unknown/),
    });
    expect(await runOurs(['mod', 'download', '-need=go.need'], place)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^flag provided but not defined: -need\n/),
    });
  });
});

describe('gomod need -check', () => {
  it('says nothing where the file is up to date, from whatever folder', async () => {
    const text = await need('need -test ./lib', {});
    write({ 'm/go.need': text.replaceAll('\n', '\r\n') });
    // What it was made for stands in the file.
    const env = { GOOS: 'windows', CGO_ENABLED: '1', GOFLAGS: '-tags=tools' };
    expect(await ours('need -check', env)).toEqual({ status: 0, stdout: '', stderr: '' });
    const below = await inFolder('m/extra', ['need', '-check', '../go.need'], env);
    expect(below).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('lists what is missing and what is superfluous', async () => {
    write({ 'm/go.need': await need('need .') });
    write({ 'm/lib/lib.go': goFile('lib', 'a.test/a', 't.test/t', 'r.test/r') });
    const { status, stdout, stderr } = await ours('need -check');
    expect([status, stdout]).toEqual([
      1,
      [
        'missing: t.test/t v1.0.0',
        'superfluous: d.test/d v0.0.0 => ../d',
        'superfluous: e.test/e v1.0.0',
        'superfluous: n.test/n v1.0.0',
        'superfluous: n.test/n/sub v1.0.0',
        '',
      ].join('\n'),
    ]);
    expect(stderr.replace(/^go: downloading .*\n/gm, '')).toBe(
      'gomod: go.need is out of date; to make it anew, in the folder of go.mod or go.work:\n' +
        'gomod: \tCGO_ENABLED=0 gomod need -platforms=linux/amd64 . > go.need\n',
    );
  });
});

/** Downloads with a folder that has nothing but these files, into a cache of its own. */
async function download(names: readonly string[], words = 'download -need=go.need'): Promise<Outcome> {
  for (const name of names) {
    mkdirSync(dirname(join(world, 'layer', name)), { recursive: true });
    cpSync(join(world, name), join(world, 'layer', name));
  }
  return await inFolder('layer/m', words.split(' '), { GOMODCACHE: join(world, 'part') });
}

/** The files of a kind in the new cache: `path@version`. */
const cached = (suffix: string): string[] =>
  readdirSync(join(world, 'part/cache/download'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -suffix.length).replace('/@v/', '@'))
    .sort();

const LAYER = ['m/go.mod', 'm/go.sum', 'm/go.need'];
const go = needs('go');

/** The machine's build cache, so that the standard library is not compiled for each run. */
const buildCache = (): Settings => {
  const GOCACHE = runGo(['env', 'GOCACHE'], { cwd: scratch, env: { HOME: process.env.HOME } }).stdout.trim();
  return GOCACHE === '' || GOCACHE === 'off' ? {} : { GOCACHE };
};

/** `go` with the new cache and no network. */
function offline(words: readonly string[], env: Settings = {}, folder = 'm'): Outcome {
  const all = { ...settings('part'), GOPROXY: 'off', GOFLAGS: '-mod=readonly', ...env };
  return runGo(words, { cwd: join(world, folder), env: all });
}

describe('gomod download -need', () => {
  const ZIPS = ['a.test/a', 'e.test/e', 'l.test/l', 'n.test/n', 'n.test/n/sub'].map(
    (path) => `${path}@v1.0.0`,
  );
  const NEEDED = [...ZIPS, 'f.test/!fork@v1.2.0'].sort();

  it('fetches the modules of the file from go.mod and go.sum alone, and writes no file', async () => {
    write({ 'm/go.need': await need('need .') });
    expect(await download(LAYER)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readdirSync(join(world, 'layer/m')).sort()).toEqual(['go.mod', 'go.need', 'go.sum']);
    for (const name of LAYER)
      expect(readFileSync(join(world, 'layer', name), 'utf8')).toBe(readFileSync(join(world, name), 'utf8'));
    expect([cached('.zip'), cached('.mod'), cached('.info')]).toEqual([NEEDED, NEEDED, NEEDED]);
    const again = await download(LAYER, 'download -need=go.need -json');
    const paths = [...again.stdout.matchAll(/"Path": "(.*)"/g)].map((match) => match[1]);
    expect(paths.sort()).toEqual(NEEDED.map((name) => name.replace(/@.*/, '').replace('!f', 'F')).sort());
  });

  it.skipIf(go.skip)(go.title('is enough for go build, on each platform'), async () => {
    const ports = ['linux/amd64', 'windows/amd64', 'darwin/arm64'];
    write({
      'm/go.need': await need(`need -test -platforms=${ports.join(',')}`, { CGO_ENABLED: undefined }),
    });
    expect(await download(LAYER)).toEqual({ status: 0, stdout: '', stderr: '' });
    for (const port of ports) {
      const [GOOS = '', GOARCH = ''] = port.split('/');
      const found = offline(['list', '-deps', '-test', './...'], { GOOS, GOARCH });
      expect([port, found.status, found.stderr]).toEqual([port, 0, '']);
    }
    expect(offline(['list', '-deps', './...'], { CGO_ENABLED: '1' })).toMatchObject({
      status: 0,
      stderr: '',
    });
    expect(offline(['build', './...'], buildCache())).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it.skipIf(go.skip)(go.title('fetches nothing that a build could do without'), async () => {
    write({ 'm/go.need': await need('need .') });
    await download(LAYER);
    expect(offline(['list', '-deps', '.'])).toMatchObject({ status: 0, stderr: '' });
    for (const name of NEEDED) {
      const folder = join(world, 'part', name);
      const hash = join(world, 'part/cache/download', `${name.replace('@', '/@v/')}.ziphash`);
      const sum = readFileSync(hash);
      cpSync(folder, join(world, 'aside'), { recursive: true });
      rmSync(folder, { recursive: true });
      rmSync(hash);
      rmSync(hash.replace('.ziphash', '.zip'));
      expect([name, offline(['list', '-deps', '.']).status]).toEqual([name, 1]);
      cpSync(join(world, 'aside'), folder, { recursive: true });
      rmSync(join(world, 'aside'), { recursive: true });
      writeFileSync(hash, sum);
    }
    expect(offline(['list', '-deps', '.'])).toMatchObject({ status: 0, stderr: '' });
  });

  it('brings the go.mod files of the graph where a build reads it, without the folders of replacements', async () => {
    write({ 'm/go.mod': readFileSync(join(world, 'm/go.mod'), 'utf8').replace('go 1.21', 'go 1.16') });
    expect((await ours('tidy')).status).toBe(0);
    write({ 'm/go.need': await need('need .') });
    expect(await download(LAYER)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(cached('.zip')).toEqual(NEEDED);
    // The last is required by the module whose folder is not there, and by no other.
    expect(cached('.mod')).toEqual(expect.arrayContaining(['w.test/w@v1.0.0', 'z.test/z@v1.0.0']));
    if (go.skip) return;
    expect(offline(['list', '-deps', '.'])).toMatchObject({ status: 0, stderr: '' });
  });

  it('works in workspaces', async () => {
    write({
      'go.work': 'go 1.21\n\nuse (\n\t./m\n\t./o\n)\n\nreplace d.test/d => ./d\n',
      'o/go.mod': goMod('o.test/o', '\nrequire l.test/l v1.1.0\n'),
      'o/o.go': goFile('o', 'l.test/l', 'm.test/m/lib'),
    });
    const made = await inFolder('o', ['need']);
    expect(made.status).toBe(0);
    expect(made.stdout).toContain('\nl.test/l v1.1.0\n');
    expect(made.stdout).toContain('\nd.test/d v0.0.0 => ./d\n');
    expect(made.stdout).toContain('// CGO_ENABLED=0 gomod need -platforms=linux/amd64 ./o/...\n');
    expect(made.stdout).not.toContain('m.test');
    // Sums of what only the workspace selects are in go.work.sum.
    expect((await inFolder('m', ['download'])).status).toBe(0);
    write({ 'm/go.need': made.stdout });
    expect(await ours('need -check')).toMatchObject({ status: 0, stdout: '' });
    const files = [...LAYER, 'go.work', 'go.work.sum', 'o/go.mod'];
    expect(await download(files)).toEqual({ status: 0, stdout: '', stderr: '' });
    if (go.skip) return;
    expect(offline(['list', '-deps', './...'], { GOFLAGS: '' }, 'o')).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  it('refuses a file that does not fit go.mod and go.sum', async () => {
    const text = await need('need .');
    const made = text
      .replace('a.test/a v1.0.0', 'a.test/a v1.0.1')
      .replace('e.test/e v1.0.0\n', 'g.test/g v1.0.0\n')
      .replace(' => ../d', ' => ../x')
      .replace(' => f.test/Fork v1.2.0', '')
      .replace('n.test/n v1.0.0', 'm.test/m v1.0.0\nn.test/n v1.0.0 => n.test/n v1.1.0');
    write({ 'm/go.need': made });
    const sums = readFileSync(join(world, 'm/go.sum'), 'utf8');
    write({ 'm/go.sum': sums.replace(/^l\.test\/l v1\.0\.0 h1.*\n/m, '') });
    const { status, stderr } = await download(LAYER);
    expect([status, stderr]).toEqual([
      1,
      `go: go.need does not fit go.mod and go.sum:
go.need:3:1: a.test/a v1.0.1: v1.0.0 is selected
go.need:4:1: d.test/d v0.0.0 => ../x: it is replaced by ../d
go.need:5:1: g.test/g v1.0.0: this module is not required
go.need:6:1: l.test/l v1.0.0: missing go.sum entry
go.need:7:1: m.test/m v1.0.0: this is a main module
go.need:8:1: n.test/n v1.0.0 => n.test/n v1.1.0: it is not replaced
go.need:10:1: r.test/r v1.0.0: it is replaced by f.test/Fork@v1.2.0
gomod: it was made for other requirements; to make it anew, in the folder of go.mod or go.work:
gomod: \tCGO_ENABLED=0 gomod need -platforms=linux/amd64 . > go.need
`,
    ]);
    expect(existsSync(join(world, 'part/cache/download/l.test'))).toBe(false);
  });

  it('says so where go.sum is what is missing', async () => {
    write({ 'm/go.need': await need('need .') });
    const sums = readFileSync(join(world, 'm/go.sum'), 'utf8');
    write({ 'm/go.sum': sums.replace(/^l\.test\/l v1\.0\.0\/go\.mod h1.*\n/m, '') });
    const { status, stderr } = await download(LAYER);
    expect([status, stderr]).toEqual([
      1,
      `go: go.need does not fit go.mod and go.sum:
go.need:6:1: l.test/l v1.0.0: missing go.sum entry for go.mod file
gomod: go.sum is not there, or not that of go.mod: the build would refuse these modules, too
`,
    ]);
  });

  it('gives advice that no file can make dangerous', async () => {
    const text = await need('need .');
    for (const word of ["'it'\\''s $(id)'", '"it\'s $(id)"', '`id`', '$(id)', "it's"]) {
      write({ 'm/go.need': text.replace(' .\n', ` ${word}\n`) });
      const { status, stderr } = await download(LAYER);
      expect([word, status]).toEqual([word, 1]);
      expect(stderr).not.toContain('gomod need -platforms');
    }
    const stale = text.replace('a.test/a v1.0.0', 'a.test/a v1.0.1');
    write({ "m/it's; $(id).need": stale });
    const { stderr } = await ours("download -need=it's;_$(id).need".replace('_', ' '));
    expect(stderr).not.toContain("> it's");
  });

  it('does not read a file without an end', async () => {
    const { status, stderr } = await ours('download -need=/dev/zero');
    expect([status, stderr]).toEqual([1, '/dev/zero:1:1: the file is too large to be a go.need\n']);
  });

  it('refuses a module that is not what go.sum says', async () => {
    write({ 'm/go.need': await need('need .') });
    const sums = readFileSync(join(world, 'm/go.sum'), 'utf8');
    write({ 'm/go.sum': sums.replace(/^(l\.test\/l v1\.0\.0 h1:)....../m, '$1AAAAAA') });
    const { status, stderr } = await download(LAYER);
    expect(status).toBe(1);
    expect(stderr).toContain('verifying l.test/l@v1.0.0: checksum mismatch');
    expect(existsSync(join(world, 'part/l.test/l@v1.0.0'))).toBe(false);
  });

  const usage =
    "usage: gomod download [-x] [-json] [-reuse=old.json] [-need=file] [modules]\nRun 'gomod help download' for details.\n";
  it.each([
    ['-need=go.need a.test/a', 2, `-need takes no modules: the file names them\n${usage}`],
    ['-need=', 2, `-need names no file\n${usage}`],
    ['-need=go.need -reuse=old.json', 2, `-need and -reuse exclude each other\n${usage}`],
    ['-need=.', 1, 'go: read .: is a directory\n'],
    ['-need=empty', 1, 'empty:1:1: the file is empty: gomod need failed, or has not ended yet\n'],
    ['-need=nul', 1, /^nul:3:1: malformed module path "a\.test\/a\\x00": invalid char '\\x00'\n$/],
    ['-need=port', 1, 'port:2:1: unknown platform "linux/foo"\n'],
  ])('download %s', async (words, status, stderr) => {
    const text = await need('need .');
    write({
      'm/empty': '',
      'm/nul': text.replace('a.test/a ', 'a.test/a\0 '),
      'm/port': text.replace('linux/amd64', 'linux/foo'),
    });
    const outcome = await ours(`download ${words}`);
    expect([outcome.status, outcome.stdout]).toEqual([status, '']);
    if (typeof stderr === 'string') expect(outcome.stderr).toBe(stderr);
    else expect(outcome.stderr).toMatch(stderr);
  });
});
