import { execFile, spawnSync } from 'node:child_process';
import * as nodeFs from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCache } from '../../../conformance/crash/check-cache.js';
import { describeTree, treeDifferences } from '../../../conformance/crash/tree.js';
import { writeFolder } from '../../../conformance/fixtures/folder.js';
import {
  type FixtureModule,
  fixtureGoMod,
  fixtureInfo,
  fixtureZip,
  proxyFiles,
} from '../../../conformance/fixtures/module.js';
import { cacheSession, fixtureSum, inlineUnpacker } from '../../../tools/testing/cache-session.js';
import { faultyFileSystem } from '../../../tools/testing/faults.js';
import { makeMemoryFolder } from '../../../tools/testing/memory-folder.js';
import { quietHome } from '../../../tools/testing/quiet-home.js';
import { refusal } from '../../../tools/testing/refusal.js';
import { goBinary, needs } from '../../../tools/testing/requirements.js';
import { removeScratch, removeTree } from '../../../tools/testing/scratch.js';
import type { SessionEvent } from '../events.js';
import { type FileSystem, realFileSystem, removeAll } from '../io/index.js';
import { CacheLayout, ModuleCache, withSideLock } from './index.js';

const inlineUnpack = inlineUnpacker();
let folder = '';
let root = '';
beforeEach(() => {
  folder = makeMemoryFolder('gomod-cache-');
  root = join(folder, 'mod');
});
afterEach(() => removeScratch(folder));

const sampleFiles = { 'm.go': 'package m\n' };
const sample: FixtureModule = { path: 'example.com/m', version: 'v1.0.0', files: sampleFiles };

function open(fs: FileSystem = realFileSystem, events: SessionEvent[] = []): ModuleCache {
  return new ModuleCache(cacheSession({ gomodcache: root, fs, events }));
}

/** All of a module, as a run of ours gets it. Returns whether the zip was asked for. */
async function fetchAll(cache: ModuleCache, m: FixtureModule, fs = realFileSystem): Promise<boolean> {
  if (cache.readInfo(m) === undefined) await cache.writeInfo(m, Buffer.from(fixtureInfo(m)));
  if (cache.readGoMod(m) === undefined) await cache.writeGoMod(m, Buffer.from(fixtureGoMod(m)));
  const { fetched } = await cache.install({
    module: m,
    source: async () => ({ bytes: fixtureZip(m) }),
    accept: async () => {},
    unpack: inlineUnpack(fs),
  });
  return fetched;
}

describe('paths', () => {
  const layout = new CacheLayout('/mod');

  it('are escaped', () => {
    const m = { path: 'github.com/Azure/SDK/v2', version: 'v2.0.0-RC1' };
    expect(layout.entry(m, 'zip')).toBe(
      '/mod/cache/download/github.com/!azure/!s!d!k/v2/@v/v2.0.0-!r!c1.zip',
    );
    expect(layout.folder(m)).toBe('/mod/github.com/!azure/!s!d!k/v2@v2.0.0-!r!c1');
    expect(layout.sumdb('sum.golang.org')).toBe('/mod/cache/download/sumdb/sum.golang.org');
  });

  it.each([
    ['example.com/m', 'master', 'non-semver module version "master"'],
    ['example.com/m', 'v1', 'non-canonical module version "v1"'],
    ['example.com/m', 'v1.0.0+meta', 'non-canonical module version "v1.0.0+meta"'],
    ['go', '1.21', 'internal error: invalid operation on toolchain module'],
    ['../m', 'v1.0.0', 'malformed module path "../m": invalid path element ".."'],
  ])('refuse %s@%s', (path, version, message) => {
    expect(refusal(() => layout.entry({ path, version }, 'mod'))).toBe(message);
    expect(refusal(() => layout.folder({ path, version }))).toBe(message);
    const cache = open();
    expect(cache.readGoMod({ path, version })).toBeUndefined();
    expect(cache.readInfo({ path, version })).toBeUndefined();
  });
});

describe('folder states', () => {
  it('say why a folder cannot be used', async () => {
    const cache = open();
    const at = join(root, 'example.com/m@v1.0.0');
    const entry = (suffix: string) => join(root, 'cache/download/example.com/m/@v', `v1.0.0.${suffix}`);
    const say = () => {
      const state = cache.folderState(sample);
      return state.kind === 'complete' ? 'complete' : `${state.reason}, ${state.error.message}`;
    };
    expect(say()).toBe(`absent, stat ${at}: no such file or directory`);
    await fetchAll(cache, sample);
    expect(say()).toBe('complete');
    expect(cache.readZipHash(sample)).toBe(fixtureSum(sample));
    nodeFs.writeFileSync(entry('partial'), '');
    expect(say()).toBe(`marked, ${at}: not completely extracted`);
    nodeFs.rmSync(entry('partial'));
    nodeFs.rmSync(entry('ziphash'));
    expect(say()).toBe(`no-zip-hash, ${at}: ziphash file is missing`);
    removeAll(realFileSystem, at);
    nodeFs.writeFileSync(at, '');
    expect(say()).toBe(`unusable, ${at}: not a directory`);
  });
});

describe('the side lock', () => {
  it('is held while the work is done, and left as go leaves it', async () => {
    const session = cacheSession({ gomodcache: root });
    const path = join(root, 'cache', 'lock');
    await withSideLock(session, async () => {
      expect(await session.locker.tryLock(path, 'exclusive')).toBeUndefined();
    });
    (await session.locker.tryLock(path, 'exclusive'))?.unlock();
    expect(nodeFs.readFileSync(path, 'utf8')).toBe('');
    await expect(withSideLock(session, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await session.locker.tryLock(path, 'exclusive')).toBeDefined();
  });
});

describe('entries', () => {
  it('take no made-up go.mod for a real one', async () => {
    const cache = open();
    await cache.writeGoMod(sample, Buffer.from('//vgo 0.0.4\nmodule m\n'));
    expect(cache.readGoMod(sample)).toBeUndefined();
    await cache.writeGoMod(sample, Buffer.from('module m\n'));
    expect(Buffer.from(cache.readGoMod(sample) ?? []).toString()).toBe('module m\n');
    await cache.close();
  });

  it('keep list in order, of canonical versions only, rewritten when it is wrong', async () => {
    const cache = open();
    const versions = join(root, 'cache/download/example.com/m/@v');
    const write = (version: string) => cache.writeGoMod({ path: 'example.com/m', version }, Buffer.from('x'));
    const list = () => nodeFs.readFileSync(join(versions, 'list'), 'utf8').split('\n').slice(0, -1);
    for (const version of ['v1.10.0', 'v1.2.0', 'v2.0.0+incompatible', 'v1.2.0-rc.1']) await write(version);
    expect(list()).toEqual(['v1.2.0-rc.1', 'v1.2.0', 'v1.10.0', 'v2.0.0+incompatible']);
    for (const stray of ['v1.mod', '.mod', 'v1.0.0+x.mod', 'v3.0.0.info']) {
      nodeFs.writeFileSync(join(versions, stray), '');
    }
    nodeFs.rmSync(join(versions, 'v1.10.0.mod'));
    nodeFs.writeFileSync(join(versions, 'list'), '\0'.repeat(200));
    await write('v1.3.0');
    expect(list()).toEqual(['v1.2.0-rc.1', 'v1.2.0', 'v1.3.0', 'v2.0.0+incompatible']);
    await Promise.all(Array.from({ length: 40 }, (_, i) => write(`v0.${i}.0`)));
    expect(list().slice(0, 40)).toEqual(Array.from({ length: 40 }, (_, i) => `v0.${i}.0`));
    await cache.close();
  });

  it('list what others put into a folder that we have made', async () => {
    const [ours, theirs] = [open(), open()];
    const versions = join(root, 'cache/download/example.com/m/@v');
    const list = () => nodeFs.readFileSync(join(versions, 'list'), 'utf8');
    const write = (cache: ModuleCache, version: string) =>
      cache.writeGoMod({ path: 'example.com/m', version }, Buffer.from('x'));
    await write(ours, 'v1.1.0');
    await write(theirs, 'v1.0.0');
    await write(ours, 'v1.2.0');
    expect(list()).toBe('v1.0.0\nv1.1.0\nv1.2.0\n');
    for (const damage of ['rubbish\n', 'v1.0.0', '\0\0\0\n', '\n']) {
      nodeFs.writeFileSync(join(versions, 'list'), damage);
      await write(ours, 'v1.2.0');
      expect(list()).toBe('v1.0.0\nv1.1.0\nv1.2.0\n');
    }
    await Promise.all([ours.close(), theirs.close()]);
  });

  it('find their folders again after all of the cache was removed', async () => {
    const cache = open();
    const go = join(root, 'cache/download/example.com/m/@v/v1.0.0.mod');
    await cache.writeGoMod(sample, Buffer.from('module m\n'));
    removeAll(realFileSystem, join(root, 'cache'));
    await cache.writeGoMod(sample, Buffer.from('module m\n'));
    expect(nodeFs.readFileSync(go, 'utf8')).toBe('module m\n');
    removeAll(realFileSystem, join(root, 'cache'));
    (await cache.lockVersion(sample)).unlock();
    expect(nodeFs.existsSync(go.replace(/mod$/, 'lock'))).toBe(true);
    await cache.close();
  });

  it('that are lacking are not looked for twice, until they are written', async () => {
    const cache = open();
    expect(cache.lacks(sample, 'mod')).toBe(true);
    expect(cache.lacks({ path: 'go', version: '1.21' }, 'mod')).toBe(false);
    const other = open();
    await other.writeGoMod(sample, Buffer.from('module m\n'));
    expect(cache.readGoMod(sample)).toBeUndefined();
    await cache.writeGoMod(sample, Buffer.from('module m\n'));
    expect(cache.readGoMod(sample)).toBeDefined();
    expect(cache.lacks(sample, 'mod')).toBe(false);
    await Promise.all([cache.close(), other.close()]);
  });

  it('say in Go words why they cannot be written', async () => {
    nodeFs.mkdirSync(root);
    nodeFs.writeFileSync(join(root, 'cache'), '');
    const cache = open();
    const failure = await cache.writeInfo(sample, Buffer.from('{}')).catch((error: Error) => error.message);
    expect(failure).toMatch(/^(mkdir|stat) .*\/cache.*: not a directory$/);
    await expect(cache.lockVersion(sample)).rejects.toThrow(/not a directory$/);
    const session = cacheSession({ gomodcache: root });
    expect(await withSideLock(session, async () => 'done')).toBe('done');
  });
});

describe('a cache that cannot be written', () => {
  /** Every call that changes something fails. */
  function readOnly(): FileSystem {
    const refuse = (syscall: string) => (path: string) => {
      throw Object.assign(new Error(`EROFS, ${syscall}`), { code: 'EROFS', syscall, path });
    };
    return {
      ...realFileSystem,
      mkdirSync: refuse('mkdir'),
      unlinkSync: refuse('unlink'),
      renameSync: refuse('rename'),
      chmodSync: refuse('chmod'),
      rmdirSync: refuse('rmdir'),
      writeFileSync: refuse('open'),
      openSync: (path: string, flags: string | number) =>
        flags === 'r' ? realFileSystem.openSync(path, flags) : refuse('open')(path),
    } as unknown as FileSystem;
  }

  it('is used as far as it is filled', async () => {
    await fetchAll(open(), sample);
    const before = describeTree(root);
    const cache = open(readOnly());
    cache.check();
    await cache.recover();
    expect(await fetchAll(cache, sample)).toBe(false);
    const session = cacheSession({ gomodcache: root, fs: readOnly() });
    expect(await withSideLock(session, async () => 'done')).toBe('done');
    await cache.close();
    expect(describeTree(root)).toEqual(before);
    const other = { ...sample, version: 'v1.1.0' };
    await expect(cache.writeInfo(other, Buffer.from('{}'))).rejects.toThrow(/: read-only file system$/);
    await expect(cache.lockVersion(other)).rejects.toThrow(
      `open ${root}/cache/download/example.com/m/@v/v1.1.0.lock: read-only file system`,
    );
  });
});

describe('installing', () => {
  it('asks for a zip once, however many want it at once', async () => {
    const caches = [open(), open(), open()];
    let asked = 0;
    const install = (cache: ModuleCache) =>
      cache.install({
        module: sample,
        source: async () => {
          asked++;
          await new Promise((resolve) => setTimeout(resolve, 50));
          return { bytes: fixtureZip(sample) };
        },
        accept: async () => {},
        unpack: inlineUnpack(realFileSystem),
      });
    const results = await Promise.all(caches.map(install));
    expect(asked).toBe(1);
    expect(results.map(({ fetched }) => fetched).sort()).toEqual([false, false, true]);
    expect(checkCache(root)).toEqual([]);
  });

  it('keeps a zip that may not be extracted, without its folder, as go does', async () => {
    const events: SessionEvent[] = [];
    const cache = open(realFileSystem, events);
    const unpack = inlineUnpack(realFileSystem);
    const failure = await cache
      .install({
        module: sample,
        source: async () => ({ bytes: fixtureZip(sample) }),
        accept: async () => {},
        unpack: async (job, signal) => ({ ...(await unpack(job, signal)), refusal: new Error('too bad') }),
      })
      .catch((error: Error) => error.message);
    const zip = join(root, 'cache/download/example.com/m/@v/v1.0.0.zip');
    expect(failure).toBe(`unzip ${zip}: too bad`);
    expect(events).toEqual([{ kind: 'message', text: `-> unzip ${zip}: too bad` }]);
    expect(nodeFs.readdirSync(join(zip, '..'))).toEqual(['v1.0.0.lock', 'v1.0.0.zip', 'v1.0.0.ziphash']);
    expect(cache.folderState(sample)).toMatchObject({ reason: 'absent' });
  });

  it('says in Go words that the disk is full', async () => {
    const { fs: counted, steps } = faultyFileSystem();
    await fetchAll(open(counted), sample, counted);
    const entry = join(root, 'cache/download/example.com/m/@v/v1.0.0.zip');
    const at = join(root, 'example.com/m@v1.0.0/m.go');
    const opens = steps.indexOf(`openSync ${at}`);
    removeAll(realFileSystem, root);
    const faulty = faultyFileSystem({ step: opens + 1, moment: 'before', kind: 'error', code: 'ENOSPC' });
    await expect(fetchAll(open(faulty.fs), sample, faulty.fs)).rejects.toThrow(
      `unzip ${entry}: write ${at}: no space left on device`,
    );
    expect(checkCache(root)).toEqual([]);
    expect(nodeFs.existsSync(entry)).toBe(false);
  });

  it('leaves nothing of a module when it is told to stop', async () => {
    const controller = new AbortController();
    const reason = new Error('interrupted');
    const cache = new ModuleCache(cacheSession({ gomodcache: root, signal: controller.signal }));
    const unpack = inlineUnpack(realFileSystem);
    const installing = cache.install({
      module: sample,
      source: async () => ({ bytes: fixtureZip(sample) }),
      accept: async () => {},
      unpack: async (job, signal) => {
        const result = await unpack(job, signal);
        controller.abort(reason);
        return result;
      },
    });
    await expect(installing).rejects.toBe(reason);
    const versions = join(root, 'cache/download/example.com/m/@v');
    expect(nodeFs.readdirSync(versions)).toEqual(['v1.0.0.lock']);
    expect(nodeFs.readdirSync(root)).toEqual(['cache']);
  });

  it('uses a complete folder without its zip where that is enough', async () => {
    const cache = open();
    await fetchAll(cache, sample);
    nodeFs.rmSync(join(root, 'cache/download/example.com/m/@v/v1.0.0.zip'));
    const request = {
      module: sample,
      source: () => Promise.reject(new Error('asked')),
      accept: async () => {},
      unpack: inlineUnpack(realFileSystem),
    };
    expect(await cache.install({ ...request, folderOnly: true })).toMatchObject({ fetched: false });
    await expect(cache.install(request)).rejects.toThrow('asked');
  });

  it('leaves folders writable under -modcacherw', async () => {
    const cache = new ModuleCache(cacheSession({ gomodcache: root, modcacherw: true }));
    await fetchAll(cache, sample);
    expect(nodeFs.statSync(join(root, 'example.com/m@v1.0.0')).mode & 0o222).not.toBe(0);
  });
});

const need = needs('go');
describe.skipIf(need.skip)(need.title('beside go'), () => {
  const modules: FixtureModule[] = Array.from({ length: 24 }, (_, i) => ({
    path: `example.com/m${i % 12}`,
    version: `v1.${Math.floor(i / 12)}.0`,
    files: { 'a.go': `package a // ${i}\n`, 'b/b.go': `package b // ${'y'.repeat(i * 100)}\n` },
  }));

  function goEnvironment(cache: string): NodeJS.ProcessEnv {
    const proxy = join(folder, 'proxy');
    if (!nodeFs.existsSync(proxy)) writeFolder(proxyFiles(modules), proxy);
    return {
      PATH: process.env.PATH,
      HOME: quietHome(join(folder, 'home')),
      GOMODCACHE: cache,
      GOPROXY: `file://${proxy}`,
      GOSUMDB: 'off',
      GOTOOLCHAIN: 'local',
      GOFLAGS: '-modcacherw=false',
    };
  }

  it('fills one cache together with go', async () => {
    const words = ['mod', 'download', ...modules.map(({ path, version }) => `${path}@${version}`)];
    const run = promisify(execFile);
    const go = (cache: string) => run(goBinary() ?? '', words, { env: goEnvironment(cache), cwd: folder });
    await go(join(folder, 'alone'));
    const expected = describeTree(join(folder, 'alone'));
    for (let round = 0; round < 3; round++) {
      removeTree(root);
      nodeFs.mkdirSync(root);
      const ours = [open(), open()].map(async (cache) => {
        for (const m of modules) await fetchAll(cache, m);
        await cache.close();
      });
      await Promise.all([go(root), ...ours]);
      expect(checkCache(root)).toEqual([]);
      expect(treeDifferences(expected, describeTree(root))).toEqual([]);
    }
  });

  it('says what is wrong with GOMODCACHE in the same words', () => {
    nodeFs.writeFileSync(join(folder, 'file'), '');
    nodeFs.mkdirSync(join(folder, 'empty'));
    for (const gomodcache of ['relative/path', join(folder, 'file'), join(folder, 'file', 'below'), '']) {
      const env = { ...goEnvironment(gomodcache), ...(gomodcache === '' ? { HOME: undefined } : {}) };
      const words = ['mod', 'download', 'example.com/m0@v1.0.0'];
      const { stderr } = spawnSync(goBinary() ?? '', words, { env, cwd: join(folder, 'empty') });
      const cache = new ModuleCache(cacheSession({ gomodcache }));
      const message = `go: ${refusal(() => cache.check())}`;
      expect(message.endsWith('\n') ? message : `${message}\n`).toBe(stderr.toString());
      expect(`go: ${refusal(() => cache.check())}`).toBe(message);
    }
  });
});
