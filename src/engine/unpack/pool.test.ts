import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildArchive } from '../../../tools/testing/archive.js';
import { allFaults, faultyFileSystem } from '../../../tools/testing/faults.js';
import { makeMemoryFolder } from '../../../tools/testing/memory-folder.js';
import { rejection } from '../../../tools/testing/refusal.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { ZipError } from '../../core/zip/index.js';
import { batchOf } from '../entries/index.js';
import { type FileSystem, realFileSystem, removeAll } from '../io/index.js';
import { Observer } from '../recall/index.js';
import { runUnpack, type UnpackJob } from './job.js';
import { createUnpackPool, type PoolOptions, type UnpackPool } from './pool.js';
import { createScratch } from './scratch.js';

let root: string;
let workerFile: string;
beforeAll(() => {
  root = makeMemoryFolder('gomod-pool-');
  workerFile = join(root, 'worker.cjs');
  bundle('worker.ts', workerFile);
});
afterAll(() => removeScratch(root));

function bundle(name: string, outfile: string): void {
  const entryPoints = [join(import.meta.dirname, name)];
  buildSync({ entryPoints, bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' });
}

/** A worker that is nothing but this script. */
function script(name: string, text: string): string {
  const file = join(root, `${name}.cjs`);
  writeFileSync(file, text);
  return file;
}

const STARTS = `const { parentPort, workerData } = require('node:worker_threads'); parentPort.postMessage({ id: 0 });`;

const noise = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * i * 7919) >>> 7));
let made = 0;

/** A job in a folder of its own; `size` is about that of the zip. */
function job(size = 1000, change: Partial<UnpackJob> = {}): UnpackJob & { folder: string; zipFile: string } {
  const n = made++;
  const module = { path: 'example.com/m', version: `v0.0.${n}` };
  const content = noise.subarray(0, Math.min(size, noise.length));
  const count = Math.max(1, Math.floor(size / noise.length));
  const entries = Array.from({ length: count }, (_, i) => ({
    name: `example.com/m@v0.0.${n}/d${i}/f`,
    content,
    method: 0,
  }));
  const source = { bytes: new Uint8Array(buildArchive({ entries })) };
  const folder = join(root, `m${n}`);
  return {
    module,
    source,
    zipFile: join(root, `z${n}`),
    folder,
    isNew: true,
    readOnlyFolders: true,
    ...change,
  } as never;
}

async function withPool<T>(options: PoolOptions, work: (pool: UnpackPool) => Promise<T>): Promise<T> {
  const pool = createUnpackPool({ fs: realFileSystem }, options);
  try {
    return await work(pool);
  } finally {
    await pool.close();
  }
}

const kinds: [string, () => PoolOptions][] = [
  ['in this thread', () => ({ workerFile: '' })],
  ['in workers', () => ({ workerFile, workers: 2, worthWorkers: 1 })],
  ['in one worker', () => ({ workerFile, workers: 1, worthWorkers: 1 })],
];

describe.each(kinds)('a pool %s', (_, options) => {
  it('unpacks and verifies', () =>
    withPool(options(), async (pool) => {
      const jobs = [job(10), job(3_000_000), job(200_000), job(5)];
      const results = await Promise.all(jobs.map((each) => pool.unpack(each)));
      expect(results.map(({ files, refusal }) => [files, refusal])).toEqual([
        [1, undefined],
        [30, undefined],
        [2, undefined],
        [1, undefined],
      ]);
      const said = await Promise.all(
        jobs.map(({ module, zipFile, folder }, i) => {
          writeFileSync(`${zipFile}hash`, i === 1 ? 'h1:AAAA' : results[i]!.sum);
          return pool.verify({ module, zip: zipFile, zipMissing: false, folder, folderMissing: false });
        }),
      );
      expect(said.map(({ complaints }) => complaints.length)).toEqual([0, 2, 0, 0]);
    }));

  it('gives errors their classes', () =>
    withPool(options(), async (pool) => {
      const bytes = { source: { bytes: Buffer.from('PK') } };
      const bad = await rejection(pool.unpack(job(10, bytes)));
      expect(bad).toBeInstanceOf(ZipError);
      expect([bad.code, bad.message]).toEqual(['format', 'zip: not a valid zip file']);
      const lost = await rejection(pool.unpack(job(10, { source: { file: join(root, 'nothing') } })));
      expect(lost).toMatchObject({ code: 'ENOENT', syscall: 'open', path: join(root, 'nothing') });
      const entries = [{ name: 'example.com/m@v1.0.0/../x' }];
      const source = { bytes: new Uint8Array(buildArchive({ entries })) };
      const module = { path: 'example.com/m', version: 'v1.0.0' };
      const { refusal, sum } = await pool.unpack(job(10, { module, source }));
      expect(sum).toMatch(/^h1:/);
      expect(refusal).toBeInstanceOf(ZipError);
      expect(refusal?.message).toMatch(/invalid path element "\.\."$/);
    }));

  it('takes bytes that are a part of a larger buffer', () =>
    withPool(options(), async (pool) => {
      const { source, ...rest } = job(100);
      const whole = (source as { bytes: Uint8Array }).bytes;
      const larger = new Uint8Array(whole.length + 20);
      larger.set(whole, 10);
      const bytes = larger.subarray(10, 10 + whole.length);
      expect((await pool.unpack({ ...rest, source: { bytes } })).files).toBe(1);
      expect(larger.length).toBe(whole.length + 20);
    }));

  it('rejects what is aborted, at once when it has not begun', () =>
    withPool(options(), async (pool) => {
      const abort = new AbortController();
      const waiting = Array.from({ length: 5 }, () => pool.unpack(job(2_000_000), abort.signal));
      const other = pool.unpack(job(10));
      abort.abort(new Error('enough'));
      const failures = await Promise.all(waiting.map(rejection));
      expect(failures.map(({ message }) => message)).toEqual(Array(5).fill('enough'));
      expect((await other).files).toBe(1);
      expect((await rejection(pool.unpack(job(), abort.signal))).message).toBe('enough');
    }));

  it('ends all work when it is closed', async () => {
    const pool = createUnpackPool({ fs: realFileSystem }, options());
    const waiting = Array.from({ length: 5 }, () => rejection(pool.unpack(job(2_000_000))));
    await pool.close();
    expect((await Promise.all(waiting)).map(({ code }) => code)).toEqual(Array(5).fill('closed'));
    expect((await rejection(pool.unpack(job()))).code).toBe('closed');
    await pool.close();
  });
});

describe('a pool', () => {
  it('starts workers only when there is enough to do', async () => {
    const workers = (options: PoolOptions, sizes: number[], expected = 0) =>
      withPool({ workerFile, ...options }, async (pool) => {
        if (expected > 0) pool.expect(expected);
        const work = sizes.map((size) => pool.unpack(job(size)));
        await new Promise((resolve) => setTimeout(resolve, 20));
        const count = pool.workers;
        await Promise.all(work);
        return count;
      });
    expect(await workers({ workers: 3 }, [1000, 1000, 1000])).toBe(0);
    expect(await workers({ workers: 3 }, [6_000_000, 1000])).toBe(1);
    expect(await workers({ workers: 3 }, [11_000_000, 1000])).toBe(2);
    expect(await workers({ workers: 3 }, [11_000_000])).toBe(1);
    expect(await workers({ workers: 3 }, Array(40).fill(400_000))).toBe(3);
    expect(await workers({ workers: 2 }, [10], 100_000_000)).toBe(2);
    expect(await workers({ workers: 3 }, [3_000_000], 3_000_000)).toBe(0);
    expect(await workers({ workers: 0 }, [6_000_000, 1000])).toBe(0);
  });

  it("has workers where the file system is the machine's own, if only looked at through another", async () => {
    const count = async (fs: FileSystem) => {
      const pool = createUnpackPool({ fs }, { workerFile, workers: 1, worthWorkers: 1 });
      pool.expect(1);
      const { workers } = pool;
      await pool.close();
      return workers;
    };
    expect(await count({ ...realFileSystem })).toBe(0);
    expect(await count(new Observer(realFileSystem, {}, Date.now).fs)).toBe(1);
    expect(await count(new Observer({ ...realFileSystem }, {}, Date.now).fs)).toBe(0);
  });

  it('writes entries in one worker, before anything else', () =>
    withPool({ workerFile, workers: 1, worthWorkers: 1 }, async (pool) => {
      const order: string[] = [];
      const path = join(root, `written-${made++}`, 'v1.0.0.mod');
      const write = (target: string) =>
        pool.write(batchOf([{ path: target, data: Buffer.from('module m\n') }], root));
      expect(pool.canWrite).toBe(availableParallelism() > 1);
      const zip = pool.unpack(job(500_000)).then(() => order.push('zip'));
      const big = pool.unpack(job(900_000)).then(() => order.push('big'));
      const written = write(path).then((result) => {
        order.push('entry');
        return result;
      });
      await Promise.all([zip, big]);
      expect(await written).toEqual({ failures: [], unlisted: false });
      expect([order, readFileSync(path, 'utf8')]).toEqual([['entry', 'big', 'zip'], 'module m\n']);
      expect([pool.canWrite, pool.workers]).toEqual([false, 1]);
      writeFileSync(join(root, 'a-file'), '');
      const { failures } = await write(join(root, 'a-file', 'below', 'v1.0.0.mod'));
      expect(failures).toMatchObject([{ at: 0, error: { code: 'ENOTDIR' } }]);
    }));

  it('writes no entries where there is no worker', async () => {
    const entries = () => batchOf([{ path: join(root, 'nowhere.mod'), data: Buffer.from('x') }], root);
    const failing = script('no-writer', 'throw new Error("never starts")');
    for (const options of [{ workerFile: '' }, { workers: 0, workerFile }, { workerFile: failing }]) {
      await withPool(options, async (pool) => {
        expect((await rejection(pool.write(entries()))).code).toBe('worker');
        expect(pool.canWrite).toBe(false);
      });
    }
    expect(existsSync(join(root, 'nowhere.mod'))).toBe(false);
  });

  it('does the biggest first', () =>
    withPool({ workerFile, workers: 1, worthWorkers: 1 }, async (pool) => {
      const order: number[] = [];
      const sizes = [500_000, 100, 900_000, 700_000];
      await Promise.all(sizes.map((size) => pool.unpack(job(size)).then(() => order.push(size))));
      expect(order).toEqual(sizes.toSorted((a, b) => b - a));
    }));

  it('stays in this thread with a file system that is not the machine’s', async () => {
    const { fs, steps } = faultyFileSystem();
    const pool = createUnpackPool({ fs }, { workerFile, worthWorkers: 1 });
    expect((await pool.unpack(job())).files).toBe(1);
    await pool.close();
    expect(steps.length).toBeGreaterThan(5);
  });

  it.each([
    ['is missing', () => join(root, 'nothing.cjs')],
    ['cannot be read', () => script('syntax', 'this is no script')],
    ['throws at once', () => script('throws', `throw new Error('no')`)],
    ['exits at once', () => script('exits', 'process.exit(0)')],
  ])('does without a worker that %s', (_, file) =>
    withPool({ workerFile: file(), workers: 2, worthWorkers: 1 }, async (pool) => {
      const results = await Promise.all([job(), job(), job()].map((each) => pool.unpack(each)));
      expect(results.map(({ files }) => files)).toEqual([1, 1, 1]);
    }),
  );

  it.each([
    ['exits', `${STARTS} parentPort.on('message', () => process.exit(3))`, /exit code 3|exit/],
    ['throws', `${STARTS} parentPort.on('message', () => { throw new Error('broken') })`, /broken/],
    [
      'runs out of memory',
      `${STARTS} parentPort.on('message', () => { const all = []; for (;;) all.push(new Array(1e5).fill(0)); })`,
      /memory/,
    ],
  ])('reports a worker that %s over a job', (name, text, message) =>
    withPool(
      { workerFile: script(`dies-${name.replaceAll(' ', '-')}`, text), workers: 1, worthWorkers: 1 },
      async (pool) => {
        for (let i = 0; i < 2; i++) {
          const error = await rejection(pool.unpack(job()));
          expect(error.code).toBe('worker');
          expect(error.message).toMatch(message);
        }
      },
    ),
  );

  // This thread may be too late to see that it is under way.
  it('gives up a job that is under way at its next file', { retry: 5 }, () =>
    withPool({ workerFile, workers: 1, worthWorkers: 1 }, async (pool) => {
      const abort = new AbortController();
      const large = job(60_000_000);
      const work = rejection(pool.unpack(large, abort.signal));
      while (!existsSync(large.folder)) await new Promise((resolve) => setTimeout(resolve, 1));
      abort.abort(new Error('enough'));
      expect((await work).message).toBe('enough');
      const left = readdirSync(large.folder).length;
      expect(left).toBeLessThan(600);
      await pool.unpack(job());
      expect(readdirSync(large.folder).length).toBe(left);
    }),
  );

  /** What a process prints that has a pool of such workers, and does this with it. */
  function alone(worker: string, work: string) {
    const room = join(root, 'room.cjs');
    const contents = "export * from './index.js'; export { realFileSystem } from '../io/index.js';";
    const stdin = { contents, resolveDir: import.meta.dirname };
    buildSync({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile: room, logLevel: 'error' });
    const text = `
      const { createUnpackPool, realFileSystem } = require(${JSON.stringify(room)});
      const options = { workerFile: ${JSON.stringify(worker)}, worthWorkers: 1 };
      const pool = createUnpackPool({ fs: realFileSystem }, options);
      ${work}`;
    const run = spawnSync(process.execPath, ['-e', text], { encoding: 'utf8', timeout: 120_000 });
    return [run.stdout, run.stderr, run.status];
  }

  it('keeps no process alive', () => {
    const { source: _, ...rest } = job(10);
    const zip = buildArchive({ entries: [{ name: `example.com/m@${rest.module.version}/f` }] });
    const work = `
      const bytes = new Uint8Array(Buffer.from('${zip.toString('base64')}', 'base64'));
      pool.unpack({ ...${JSON.stringify(rest)}, source: { bytes } }).then((result) => {
        console.log(result.files, pool.workers);
      });`;
    expect(alone(workerFile, work)).toEqual(['1 1\n', '', 0]);
  });

  it('keeps the process alive until it is closed', () => {
    // It says that it has started, and is heard only after it was told to end; ending takes it a while.
    const worker = script('slow', `${STARTS} require('node:crypto').pbkdf2Sync('', '', 1e6, 64, 'sha512');`);
    const work = `
      pool.expect(1);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
      pool.close().then(() => console.log('closed'));`;
    expect(alone(worker, work)).toEqual(['closed\n', '', 0]);
  });
});

describe('unpacking on a file system that fails', () => {
  const scratch = createScratch();
  const openFiles = () => readdirSync('/proc/self/fd').length;

  function attempt(each: UnpackJob, fs = realFileSystem): string | undefined {
    try {
      runUnpack(fs, each, scratch, () => {});
      return '';
    } catch (error) {
      return (error as NodeJS.ErrnoException).code;
    }
  }

  it('ends with the error, closes all files, and leaves nothing that cannot be removed', () => {
    const { steps, fs } = faultyFileSystem();
    attempt(job(300_000), fs);
    const proc = existsSync('/proc/self/fd');
    for (const plan of allFaults(steps.length, ['error'])) {
      const faulty = faultyFileSystem({ ...plan, code: 'ENOSPC' });
      const each = job(300_000);
      const before = proc ? openFiles() : 0;
      const outcome = attempt(each, faulty.fs);
      const step = faulty.steps[plan.step] ?? '';
      expect(faulty.hit).toBe(true);
      expect([step, plan.moment, outcome]).toEqual([step, plan.moment, 'ENOSPC']);
      // A descriptor that was opened while the call failed is known to nobody.
      const lost = step.startsWith('openSync') && plan.moment === 'after' ? 1 : 0;
      const unclosed = step.startsWith('closeSync') && plan.moment === 'before' ? 1 : 0;
      if (proc) expect(openFiles() - before).toBe(lost + unclosed);
      removeAll(realFileSystem, each.folder);
      expect(existsSync(each.folder)).toBe(false);
    }
  });
});
