// -offline: what the module cache knows is the answer, and the network is left alone.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFolder } from '../../conformance/fixtures/folder.js';
import { type FixtureModule, proxyFiles } from '../../conformance/fixtures/module.js';
import { type Outcome, runOurs } from '../../tools/testing/command.js';
import { quietHome } from '../../tools/testing/quiet-home.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import type { Transport } from '../engine/transport.js';

const one = (path: string, version: string, more = '', rest: Partial<FixtureModule> = {}): FixtureModule => ({
  path,
  version,
  files: { 'go.mod': `module ${path}\n\ngo 1.17\n${more}`, 'x.go': 'package x\n' },
  ...rest,
});

const HASH = 'abcdef012345';
const modules: FixtureModule[] = [
  one('a.test/A', 'v1.0.0'),
  one('a.test/A', 'v1.1.0'),
  one('a.test/A', 'v1.2.0-rc.1'),
  one('a.test/A', 'v1.3.0'),
  one('b.test/b', 'v1.0.0', '\nrequire a.test/A v1.1.0\n'),
  one('b.test/b', 'v1.1.0'),
  one('c.test/c', `v0.0.0-20240101000000-${HASH}`, '', { names: ['main', HASH] }),
  one('r.test/r', 'v1.0.0'),
  one('r.test/r', 'v1.0.1', '\nretract v1.0.1 // oops\n'),
];

const GO_MOD = `module main.test/m

go 1.17

require (
	a.test/A v1.0.0
	b.test/b v1.0.0
	c.test/c v0.0.0-20240101000000-${HASH}
	r.test/r v1.0.0
)
`;

let folder = '';
let asked = 0;
const transport: Transport = async () => {
  asked++;
  throw new Error('the network was asked');
};

const env = () => ({
  HOME: quietHome(join(folder, 'home')),
  GOMODCACHE: join(folder, 'cache'),
  GOFLAGS: '-mod=mod',
});

/** Runs with the proxy. */
function online(...words: string[]): Promise<Outcome> {
  const GOPROXY = pathToFileURL(join(folder, 'proxy')).href;
  return runOurs(words, { cwd: join(folder, 'm'), env: { ...env(), GOPROXY } }, 'gomod');
}

/** Runs without a network, where a proxy and a checksum database are set. */
function offline(...words: string[]): Promise<Outcome> {
  const settings = {
    GOPROXY: 'https://proxy.test,direct',
    GONOPROXY: 'c.test',
    GOSUMDB: 'sum.golang.org',
    GONOSUMDB: 'a.test,b.test,c.test,r.test',
  };
  const place = { cwd: join(folder, 'm'), env: { ...env(), ...settings } };
  return runOurs(words, place, 'gomod', { session: { transport } });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gomod-offline-'));
  writeFolder(proxyFiles(modules), join(folder, 'proxy'));
  mkdirSync(join(folder, 'm'));
  writeFileSync(join(folder, 'm/go.mod'), GO_MOD);
  // The graph brings the go.mod of a.test/A v1.1.0 alone; the sources of v1.0.0 come by name.
  for (const words of [
    ['list', '-m', 'all'],
    ['download', 'a.test/A@v1.0.0', 'b.test/b', 'c.test/c'],
    ['list', '-m', 'r.test/r@v1.0.1', 'a.test/A@v1.2.0-rc.1'],
  ]) {
    const { status, stderr } = await online(...words);
    expect([status, stderr]).toEqual([0, '']);
  }
});
afterAll(() => removeScratch(folder));

const knows = (path: string, query: string, version: string) =>
  `gomod: offline: ${path}@${query} is ${version} as far as the module cache knows\n`;

/** Words, standard output, standard error. */
const table: [string, string, string][] = [
  ['list -m a.test/A@latest', 'a.test/A v1.1.0\n', knows('a.test/A', 'latest', 'v1.1.0')],
  ['list -m a.test/A@upgrade', 'a.test/A v1.1.0\n', knows('a.test/A', 'upgrade', 'v1.1.0')],
  ['list -m a.test/A@v1', 'a.test/A v1.1.0\n', knows('a.test/A', 'v1', 'v1.1.0')],
  ['list -m a.test/A@<v1.1.0', 'a.test/A v1.0.0\n', knows('a.test/A', '<v1.1.0', 'v1.0.0')],
  ['list -m a.test/A@v1.2.0-rc.1', 'a.test/A v1.2.0-rc.1\n', ''],
  [
    'list -m b.test/b@patch a.test/A@latest',
    'b.test/b v1.0.0\na.test/A v1.1.0\n',
    knows('a.test/A', 'latest', 'v1.1.0') + knows('b.test/b', 'patch', 'v1.0.0'),
  ],
  [
    `list -m c.test/c@${HASH}`,
    `c.test/c v0.0.0-20240101000000-${HASH}\n`,
    knows('c.test/c', HASH, `v0.0.0-20240101000000-${HASH}`),
  ],
  [
    'list -m c.test/c@latest',
    `c.test/c v0.0.0-20240101000000-${HASH}\n`,
    knows('c.test/c', 'latest', `v0.0.0-20240101000000-${HASH}`),
  ],
  // v1.0.1, which the cache knows, takes itself back.
  ['list -m r.test/r@latest', 'r.test/r v1.0.0\n', knows('r.test/r', 'latest', 'v1.0.0')],
  [
    'list -m -versions a.test/A',
    'a.test/A v1.0.0 v1.1.0 v1.2.0-rc.1\n',
    'gomod: offline: of a.test/A only the versions in the module cache are known\n',
  ],
  ['list -m a.test/A', 'a.test/A v1.1.0\n', ''],
];

describe('-offline', () => {
  it.each(table)('%s', async (words, stdout, stderr) => {
    const [command = '', ...rest] = words.split(' ');
    expect(await offline(command, '-offline', ...rest)).toEqual({ status: 0, stdout, stderr });
    expect(asked).toBe(0);
  });

  it('lists the build list', async () => {
    const { status, stdout, stderr } = await offline('list', '-m', '-offline', 'all');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe((await online('list', '-m', 'all')).stdout);
  });

  it('downloads what is there, and of the versions those whose sources are', async () => {
    const { status, stdout, stderr } = await offline('download', '-json', '-offline', 'a.test/A@latest');
    expect([status, stderr]).toEqual([0, knows('a.test/A', 'latest', 'v1.0.0')]);
    expect(JSON.parse(stdout)).toMatchObject({ Version: 'v1.0.0', Query: 'latest', Sum: expect.anything() });
  });

  it.each([
    ['download -offline a.test/A@v1.1.0', 'go: a.test/A@v1.1.0: module lookup disabled by -offline\n'],
    ['list -offline -m a.test/A@v1.3.0', 'go: a.test/A@v1.3.0: module lookup disabled by -offline\n'],
    ['list -offline -m a.test/A@main', 'go: a.test/A@main: module lookup disabled by -offline\n'],
    ['list -offline -m d.test/d@latest', 'go: module d.test/d: no matching versions for query "latest"\n'],
    ['list -offline -m a.test/A@v2', 'go: module a.test/A: no matching versions for query "v2"\n'],
  ])('%s: not in the cache', async (words, stderr) => {
    expect(await offline(...words.split(' '))).toEqual({ status: 1, stdout: '', stderr });
    expect(asked).toBe(0);
  });

  it('writes nothing into the cache that it does not know', async () => {
    const read = () => {
      const at = join(folder, 'cache/cache/download/a.test/!a/@v');
      return Object.fromEntries(readdirSync(at).map((name) => [name, readFileSync(join(at, name), 'utf8')]));
    };
    const before = read();
    await offline('list', '-m', '-json', '-offline', 'a.test/A@v1.1.0', 'a.test/A@latest');
    expect(read()).toEqual(before);
  });

  it('is ours alone', async () => {
    const place = { cwd: join(folder, 'm'), env: env() };
    const asGo = await runOurs(['list', '-m', '-offline'], place, 'go');
    expect(asGo.status).toBe(2);
    expect(asGo.stderr).toContain('flag provided but not defined: -offline\n');
    const inGoflags = { ...place, env: { ...env(), GOFLAGS: '-offline' } };
    expect((await runOurs(['list', '-m'], inGoflags, 'gomod')).stderr).toBe(
      'go: parsing $GOFLAGS: unknown flag -offline\n',
    );
  });
});
