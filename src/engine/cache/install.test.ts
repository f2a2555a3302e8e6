import { execFileSync } from 'node:child_process';
import * as nodeFs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkCache } from '../../../conformance/crash/check-cache.js';
import { describeTree, treeDifferences } from '../../../conformance/crash/tree.js';
import type { Tree } from '../../../conformance/differential/tree.js';
import { writeFolder } from '../../../conformance/fixtures/folder.js';
import { fixtureGoMod, fixtureInfo, fixtureZip, proxyFiles } from '../../../conformance/fixtures/module.js';
import { cacheSession, fixtureSum, inlineUnpacker } from '../../../tools/testing/cache-session.js';
import { allFaults, type FaultPlan, faultyFileSystem } from '../../../tools/testing/faults.js';
import { goAlone } from '../../../tools/testing/go-oracle.js';
import { makeMemoryFolder } from '../../../tools/testing/memory-folder.js';
import { goBinary, needs } from '../../../tools/testing/requirements.js';
import { removeScratch, removeTree } from '../../../tools/testing/scratch.js';
import { type FileSystem, realFileSystem, removeAll } from '../io/index.js';
import { ModuleCache } from './module-cache.js';

const fixture = {
  path: 'example.com/Up/m',
  version: 'v1.2.0',
  files: {
    LICENSE: 'free\n',
    'm.go': 'package m\n',
    'a/a.go': 'package a\n',
    'a/b/b.go': `package b\n\n// ${'x'.repeat(5000)}\n`,
    'a/empty.go': '',
  },
};
const m = { path: fixture.path, version: fixture.version };
const zip = fixtureZip(fixture);

const inlineUnpack = inlineUnpacker();
let root = '';
let expected: Tree;

/** One download as the fetch room does it: info, go.mod, then zip and folder. */
async function download(
  fs: FileSystem,
  accept: (sum: string) => Promise<void> = async () => {},
): Promise<void> {
  const cache = new ModuleCache(cacheSession({ gomodcache: root, fs }));
  try {
    cache.check();
    await cache.recover();
    if (cache.readInfo(m) === undefined) await cache.writeInfo(m, Buffer.from(fixtureInfo(fixture)));
    if (cache.readGoMod(m) === undefined) await cache.writeGoMod(m, Buffer.from(fixtureGoMod(fixture)));
    await cache.install({
      module: m,
      source: async () => ({ bytes: zip }),
      accept,
      unpack: inlineUnpack(fs),
    });
  } finally {
    await cache.close();
  }
}

async function outcome(work: Promise<void>): Promise<unknown> {
  return await work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

beforeEach(async () => {
  root = join(makeMemoryFolder('gomod-cache-'), 'mod');
  await download(realFileSystem);
  expected = describeTree(root);
  removeAll(realFileSystem, root);
});
afterEach(() => removeScratch(join(root, '..')));

/** What is left in our own corner, but for empty folders that are always the same. */
function ours(): string[] {
  const tmp = join(root, 'cache', 'gomod', 'tmp');
  return nodeFs.existsSync(tmp) ? nodeFs.readdirSync(tmp) : [];
}

function label({ kind, moment, step }: FaultPlan): string {
  return `${kind} ${moment} step ${step}`;
}

describe('one download', () => {
  it('leaves what is expected and nothing else', async () => {
    await download(realFileSystem);
    expect(checkCache(root)).toEqual([]);
    const versions = [...expected.keys()].filter((path) => path.includes('/@v/'));
    expect(versions.map((name) => name.replace(/.*@v./, ''))).toEqual([
      'list',
      ...['info', 'lock', 'mod', 'zip', 'ziphash'].map((suffix) => `v1.2.0.${suffix}`),
    ]);
    expect(nodeFs.readdirSync(join(root, 'cache', 'gomod'))).toEqual(['zips']);
  });

  it('removes everything of a module whose sum is refused', async () => {
    const refusal = new Error('SECURITY ERROR');
    expect(await outcome(download(realFileSystem, () => Promise.reject(refusal)))).toBe(refusal);
    const left = describeTree(root);
    const files = [...left].filter(([, { kind }]) => kind === 'file').map(([path]) => path);
    expect(files).toEqual([
      'cache/download/example.com/!up/m/@v/list',
      'cache/download/example.com/!up/m/@v/v1.2.0.info',
      'cache/download/example.com/!up/m/@v/v1.2.0.lock',
      'cache/download/example.com/!up/m/@v/v1.2.0.mod',
    ]);
    expect([...left.keys()].some((path) => path.includes('@v1.2.0'))).toBe(false);
  });
});

describe('a fault before or after each step of a download', () => {
  it('leaves the cache sound, and the next run ends with the right tree', { timeout: 300_000 }, async () => {
    const counter = faultyFileSystem();
    await download(counter.fs);
    const count = counter.steps.length;
    expect(count).toBeGreaterThan(80);
    for (const plan of allFaults(count, ['error', 'death'])) {
      removeAll(realFileSystem, root);
      const faulty = faultyFileSystem(plan);
      await outcome(download(faulty.fs));
      const what = `${label(plan)}: ${faulty.steps[plan.step]}`;
      expect(faulty.hit, what).toBe(true);
      expect(checkCache(root), what).toEqual([]);
      await download(realFileSystem);
      expect(treeDifferences(expected, describeTree(root)), what).toEqual([]);
      expect(ours(), what).toEqual([]);
    }
  });
});

describe('what others have left', () => {
  const entry = (suffix: string) => join(root, 'cache/download/example.com/!up/m/@v', `v1.2.0.${suffix}`);
  const folder = () => join(root, 'example.com/!up/m@v1.2.0');
  const STATES: readonly (readonly [string, () => void])[] = [
    ['a zip without hash', () => nodeFs.rmSync(entry('ziphash'))],
    [
      'a zip without hash and folder',
      () => {
        nodeFs.rmSync(entry('ziphash'));
        removeAll(realFileSystem, folder());
      },
    ],
    [
      'a zip without hash, and a marked folder',
      () => {
        nodeFs.rmSync(entry('ziphash'));
        nodeFs.writeFileSync(entry('partial'), '');
      },
    ],
    ['a hash without zip', () => nodeFs.rmSync(entry('zip'))],
    ['a hash that was cut', () => nodeFs.truncateSync(entry('ziphash'), 10)],
    ['a hash of zeros', () => nodeFs.writeFileSync(entry('ziphash'), Buffer.alloc(47))],
    ['no folder', () => removeAll(realFileSystem, folder())],
    ['a marked folder', () => nodeFs.writeFileSync(entry('partial'), '')],
    [
      'a marked folder with a part of the files',
      () => {
        nodeFs.writeFileSync(entry('partial'), '');
        nodeFs.chmodSync(folder(), 0o755);
        nodeFs.rmSync(join(folder(), 'm.go'));
      },
    ],
    [
      'a file in place of the folder',
      () => {
        removeAll(realFileSystem, folder());
        nodeFs.writeFileSync(folder(), '');
      },
    ],
    [
      'a folder alone, marked',
      () => {
        nodeFs.writeFileSync(entry('partial'), '');
        for (const suffix of ['zip', 'ziphash', 'lock', 'mod', 'info']) nodeFs.rmSync(entry(suffix));
      },
    ],
    [
      'temporary files of go',
      () => {
        for (const suffix of ['zip', 'ziphash']) nodeFs.rmSync(entry(suffix));
        for (const suffix of ['zip1.tmp', 'zip999.tmp', 'ziphash5.tmp'])
          nodeFs.writeFileSync(entry(suffix), 'x');
        nodeFs.mkdirSync(`${folder()}.tmp-1234/x`, { recursive: true });
        removeAll(realFileSystem, folder());
      },
    ],
  ];
  it('stays as it is where a zip without hash is broken or refused', async () => {
    await download(realFileSystem);
    nodeFs.rmSync(entry('ziphash'));
    nodeFs.writeFileSync(entry('partial'), '');
    const left = describeTree(root);
    const refuse = () => Promise.reject(new Error('refused'));
    await expect(download(realFileSystem, refuse)).rejects.toThrow('refused');
    expect(treeDifferences(left, describeTree(root))).toEqual([]);
    nodeFs.writeFileSync(entry('zip'), '');
    await expect(download(realFileSystem)).rejects.toThrow(/^zip: not a valid zip file$/);
    expect(nodeFs.existsSync(entry('partial'))).toBe(true);
    expect(nodeFs.existsSync(folder())).toBe(true);
  });

  for (const [what, damage] of STATES) {
    it(`is made whole: ${what}`, async () => {
      await download(realFileSystem);
      damage();
      const sums: string[] = [];
      await download(realFileSystem, async (sum) => {
        sums.push(sum);
      });
      expect(treeDifferences(expected, describeTree(root))).toEqual([]);
      expect(sums).toEqual([fixtureSum(fixture)]);
    });
  }
});

const need = needs('go');
describe.skipIf(need.skip)(need.title('beside go'), () => {
  function goDownload(cache: string): void {
    const proxy = join(root, '..', 'proxy');
    if (!nodeFs.existsSync(proxy)) writeFolder(proxyFiles([fixture]), proxy);
    const env = goAlone({ GOMODCACHE: cache, GOPROXY: `file://${proxy}`, GOSUMDB: 'off' });
    execFileSync(goBinary() ?? '', ['mod', 'download', `${m.path}@${m.version}`], {
      env,
      cwd: join(root, '..'),
    });
  }

  it('leaves the same tree', async () => {
    const other = join(root, '..', 'other');
    goDownload(other);
    expect(treeDifferences(describeTree(other), expected)).toEqual([]);
  });

  it('leaves what go can go on from, wherever it died', { timeout: 300_000 }, async () => {
    const counter = faultyFileSystem();
    await download(counter.fs);
    const seen = new Set<string>();
    for (const plan of allFaults(counter.steps.length, ['death'])) {
      removeTree(root);
      const faulty = faultyFileSystem(plan);
      await outcome(download(faulty.fs));
      const left = nodeFs.existsSync(root) ? JSON.stringify([...describeTree(root)]) : '';
      const state = left.replaceAll(/(zip|ziphash)[0-9]+\.tmp/g, '$1.tmp');
      if (seen.has(state)) continue;
      seen.add(state);
      goDownload(root);
      expect(checkCache(root), label(plan)).toEqual([]);
      // Whether `list` names a version that had its `.mod` already is not looked at by go; we see to it.
      await download(realFileSystem);
      expect(treeDifferences(expected, describeTree(root)), label(plan)).toEqual([]);
    }
    expect(seen.size).toBeGreaterThan(25);
  });
});
