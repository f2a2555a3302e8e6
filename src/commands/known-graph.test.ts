// What the files of a module graph said before is used instead of reading them, and changes no result.

import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFolder } from '../../conformance/fixtures/folder.js';
import { type FixtureModule, proxyFiles } from '../../conformance/fixtures/module.js';
import { type Outcome, runOurs } from '../../tools/testing/command.js';
import { mutate } from '../../tools/testing/mutate.js';
import { quietHome } from '../../tools/testing/quiet-home.js';
import { needs } from '../../tools/testing/requirements.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import { seeded } from '../../tools/testing/seeded.js';
import { systemClock } from '../engine/create-session.js';
import { type FileSystem, realFileSystem } from '../engine/io/index.js';
import { seal } from '../engine/recall/seal.js';

const one = (path: string, version: string, more = ''): FixtureModule => ({
  path,
  version,
  files: { 'go.mod': `module ${path}\n\ngo 1.21\n${more}`, 'x.go': 'package x\n' },
});

const modules: FixtureModule[] = [
  one('a.test/A', 'v1.0.0', '\nrequire (\n\tb.test/b v1.0.0\n\tc.test/c v1.0.0 // indirect\n)\n'),
  one('b.test/b', 'v1.0.0', '\nrequire c.test/c v1.1.0\n'),
  one('c.test/c', 'v1.0.0'),
  one('c.test/c', 'v1.1.0'),
  one('c.test/c', 'v1.2.0', '\nretract (\n\tv1.1.0 // went "wrong"\n\t[v0.1.0, v0.2.0]\n)\n'),
  {
    path: 'd.test/d',
    version: 'v1.0.0',
    files: { 'go.mod': '// Deprecated: use c.test/c.\nmodule "d.test/d"\nrequire "c.test/c" v1.0.0\n' },
  },
];

const GO_MOD = `module main.test/m

go 1.21

require (
	a.test/A v1.0.0
	c.test/c v1.1.0
	d.test/d v1.0.0
)
`;

const COMMANDS = [
  'list -m all',
  'list -m -u -json all',
  'list -m -retracted -versions c.test/c d.test/d',
  'mod graph',
];

const root = needs('root');

let folder = '';
let edits = 0;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gomod-known-'));
  writeFolder(proxyFiles(modules), join(folder, 'proxy'));
  mkdirSync(join(folder, 'm'));
  writeFileSync(join(folder, 'm/go.mod'), GO_MOD);
  for (const words of ['mod download all', ...COMMANDS]) {
    const { status, stderr } = await run(words, { GOFLAGS: '-mod=mod' });
    expect([words, status, stderr]).toEqual([words, 0, '']);
  }
});
afterEach(() => removeScratch(folder));

/** Long after every change, so that whatever was looked at counts as settled. */
const clock = { ...systemClock, now: () => Date.now() + 10_000 };
const records = () => join(folder, 'cache/cache/gomod/graphs');
const recordFile = () => join(records(), readdirSync(records())[0] ?? '');
const cached = (name: string) => join(folder, 'cache/cache/download', name);

/** A file system that notes which `.mod` and `.info` files of the cache are read. */
function watched(read: string[]): FileSystem {
  const readFileSync = ((path: string, ...rest: []) => {
    if (/cache\/download\/.*\.(?:info|mod)$/.test(path)) read.push(path);
    return realFileSystem.readFileSync(path, ...rest);
  }) as FileSystem['readFileSync'];
  return { ...realFileSystem, readFileSync };
}

async function run(words: string, env: Record<string, string> = {}, read: string[] = []): Promise<Outcome> {
  const settings = {
    HOME: quietHome(join(folder, 'home')),
    GOMODCACHE: join(folder, 'cache'),
    GOPROXY: pathToFileURL(join(folder, 'proxy')).href,
    ...env,
  };
  const session = { fs: watched(read), clock };
  const place = { cwd: join(folder, 'm'), env: settings };
  const { stderr, ...outcome } = await runOurs(words.split(' '), place, 'go', { session });
  // Names of temporary files.
  return { ...outcome, stderr: stderr.replace(/\d+\.tmp/g, 'N.tmp') };
}

/** What a command says and which files of the cache it read, after an edit of go.mod that changes nothing. */
async function afterEdit(words: string, env: Record<string, string> = {}) {
  writeFileSync(join(folder, 'm/go.mod'), `${GO_MOD}\n// ${edits++}\n`);
  const read: string[] = [];
  return { ...(await run(words, env, read)), read };
}

/** The same twice: with what is remembered and without. */
async function both(words: string) {
  const { read, ...remembering } = await afterEdit(words);
  const { read: _all, ...forgetting } = await afterEdit(words, { GOMOD_RECALL: 'off' });
  expect(remembering).toEqual(forgetting);
  return { ...remembering, read };
}

describe('what a graph said before', () => {
  it.each(COMMANDS)('is enough for %s', async (words) => {
    await afterEdit(words);
    const { status, stderr, stdout, read } = await both(words);
    expect({ status, stderr, read }).toEqual({ status: 0, stderr: '', read: [] });
    expect(stdout).toContain('c.test/c');
  });

  it('is told in full: requirements, retractions, deprecations', async () => {
    await afterEdit('list -m -u -json all');
    const { stdout, read } = await both('list -m -u -json all');
    expect(read).toEqual([]);
    expect(stdout).toContain('went \\"wrong\\"');
    expect(stdout).toContain('"Deprecated": "use c.test/c."');
  });

  it('is one of the go.mod file that is worked on', async () => {
    await afterEdit('list -m all');
    const before = readdirSync(records()).length;
    cpSync(join(folder, 'm'), join(folder, 'other'), { recursive: true });
    await run('list -C ../other -m all');
    expect(readdirSync(records())).toHaveLength(before + 1);
    expect(statSync(records()).mode & 0o777).toBe(0o700);
    expect(statSync(recordFile()).mode & 0o777).toBe(0o600);
  });

  it('keeps what other commands learned', async () => {
    await afterEdit('list -m -u all');
    await afterEdit('list -m all');
    expect((await afterEdit('list -m -u all')).read).toEqual([]);
  });
});

/** Changes that must show. */
const CHANGES: Readonly<Record<string, () => void>> = {
  'other bytes in a go.mod, of the same length and time': () => {
    const file = cached('b.test/b/@v/v1.0.0.mod');
    const { atime, mtime } = statSync(file);
    writeFileSync(file, readFileSync(file, 'utf8').replace('v1.1.0', 'v1.0.0'));
    utimesSync(file, atime, mtime);
  },
  'a go.mod is gone': () => rmSync(cached('b.test/b/@v/v1.0.0.mod')),
  'a folder where a go.mod was': () => {
    rmSync(cached('b.test/b/@v/v1.0.0.mod'));
    mkdirSync(cached('b.test/b/@v/v1.0.0.mod'));
  },
  'another time in an .info': () => {
    const file = cached('b.test/b/@v/v1.0.0.info');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"Time":"\d{4}/, '"Time":"1999'));
  },
  'another sum in go.sum': () => {
    const file = join(folder, 'm/go.sum');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(c.test\/c v1.1.0\/go.mod h1:)..../, '$1AAAA'));
  },
  'a sum less in go.sum': () => {
    const file = join(folder, 'm/go.sum');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/b.test\/b v1.0.0\/go.mod .*\n/, ''));
  },
};

describe.each(Object.entries(CHANGES))('after a change: %s', (name, change) => {
  it.each(COMMANDS)('%s says what it would say anew', async (words) => {
    const before = await afterEdit(words);
    change();
    const { status, stdout, stderr } = await both(words);
    // That the change shows at all, one command is enough to tell.
    if (words !== 'list -m -u -json all' || name === 'a go.mod is gone') return;
    if (name.startsWith('a folder')) return;
    expect({ status, stdout, stderr }).not.toMatchObject({ status: before.status, stdout: before.stdout });
  });
});

describe('a record', () => {
  it('survives any damage', async () => {
    const { status, stdout, stderr } = await afterEdit('list -m -u -json all');
    const whole = readFileSync(recordFile());
    const chance = seeded(20261122);
    let anew = 0;
    for (let i = 0; i < 25; i++) {
      writeFileSync(recordFile(), mutate(chance, whole));
      const { read, ...outcome } = await afterEdit('list -m -u -json all');
      expect(outcome).toEqual({ status, stdout, stderr });
      if (read.length > 0) anew++;
    }
    expect(anew).toBeGreaterThan(20);
  });

  it('is nothing when it says something odd', async () => {
    const { status, stdout, stderr } = await afterEdit('list -m all');
    const odd = [
      null,
      [],
      {},
      { goMods: 1, infos: [], requirements: [] },
      { goMods: [[]], infos: [0], requirements: 7 },
    ];
    for (const value of odd) {
      writeFileSync(recordFile(), seal('gomod graph 1 ', value));
      expect(await afterEdit('list -m all')).toMatchObject({ status, stdout, stderr });
    }
  });

  it.skipIf(root.skip)(root.title('of another user is not read'), async () => {
    await afterEdit('list -m all');
    expect((await afterEdit('list -m all')).read).toEqual([]);
    chownSync(recordFile(), 12345, 12345);
    expect((await afterEdit('list -m all')).read.length).toBeGreaterThan(0);
  });

  it('is neither read nor written where nothing may be remembered', async () => {
    rmSync(records(), { recursive: true });
    await afterEdit('list -m all', { GOMOD_RECALL: 'off' });
    expect(readdirSync(join(folder, 'cache/cache/gomod'))).not.toContain('graphs');
  });
});
