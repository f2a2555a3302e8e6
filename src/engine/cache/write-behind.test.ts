import * as nodeFs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheSession } from '../../../tools/testing/cache-session.js';
import { makeMemoryFolder } from '../../../tools/testing/memory-folder.js';
import { EntryWriter, type WriteJob, type Written, writeBatch } from '../entries/index.js';
import { realFileSystem, removeAll } from '../io/index.js';
import { ModuleCache } from './index.js';

let folder = '';
let root = '';
beforeEach(() => {
  folder = makeMemoryFolder('gomod-behind-');
  root = join(folder, 'mod');
});
afterEach(() => removeAll(realFileSystem, folder));

/** As many as a run writes in its own thread, and more. */
const MANY = 60;
const version = (i: number) => ({ path: 'example.com/m', version: `v1.${i}.0` });
const file = (i: number) => join(root, `cache/download/example.com/m/@v/v1.${i}.0.mod`);
const goMod = (i: number) => Buffer.from(`module example.com/m // ${i}\n`);

/** Another thread, that writes when it is let. */
class Elsewhere {
  canWrite = true;
  readonly jobs: WriteJob[] = [];
  readonly #waiting: (() => Promise<void>)[] = [];

  constructor(private readonly work: (job: WriteJob) => Promise<Written>) {}

  write(job: WriteJob): Promise<Written> {
    this.jobs.push(job);
    return new Promise((resolve, reject) => {
      this.#waiting.push(() => this.work(job).then(resolve, reject));
    });
  }

  async let(): Promise<void> {
    for (const work of this.#waiting.splice(0)) await work();
  }

  /** Until nothing more is handed over. */
  async letAll(settled: Promise<void>): Promise<void> {
    let done = false;
    void settled.then(() => {
      done = true;
    });
    while (!done) {
      await this.let();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}

function world(work?: (job: WriteJob) => Promise<Written>) {
  const abort = new AbortController();
  const session = cacheSession({ gomodcache: root, signal: abort.signal });
  const writer = new EntryWriter(session);
  const elsewhere = new Elsewhere(work ?? ((job) => writeBatch(writer, job)));
  return { abort, elsewhere, cache: new ModuleCache(session, elsewhere) };
}

async function writeMany(cache: ModuleCache, failed: (error: Error) => void): Promise<void> {
  for (let i = 0; i < MANY; i++) await cache.writeGoMod(version(i), goMod(i), failed);
}

const unexpected = (error: Error): void => {
  throw error;
};

const listed = () =>
  nodeFs.readFileSync(join(root, 'cache/download/example.com/m/@v/list'), 'utf8').split('\n').slice(0, -1);

describe('writing many entries', () => {
  it('goes to another thread, and this one sees them at once', async () => {
    const { cache, elsewhere } = world();
    await writeMany(cache, unexpected);
    const last = MANY - 1;
    expect([nodeFs.existsSync(file(0)), nodeFs.existsSync(file(last))]).toEqual([true, false]);
    expect(Buffer.from(cache.readGoMod(version(last)) ?? '')).toEqual(goMod(last));
    expect(cache.lacks(version(last), 'mod')).toBe(false);
    expect(cache.goModFile(version(last))).toBe(file(last));
    expect(cache.lacks(version(last + 1), 'mod')).toBe(true);
    await elsewhere.letAll(cache.settle());
    expect(nodeFs.readFileSync(file(last))).toEqual(goMod(last));
    expect(listed()).toEqual(Array.from({ length: MANY }, (_, i) => version(i).version));
    await cache.close();
    expect(nodeFs.readdirSync(join(root, 'cache'))).toEqual(['download']);
  });

  it('takes few batches: what comes while one is under way is the next', async () => {
    const { cache, elsewhere } = world();
    await writeMany(cache, unexpected);
    await elsewhere.letAll(cache.settle());
    expect(elsewhere.jobs.length).toBeLessThanOrEqual(2);
    expect(elsewhere.jobs.reduce((sum, { entries }) => sum + entries.length, 0)).toBeLessThan(MANY);
    await cache.close();
  });

  it('keeps the last content of a path', async () => {
    const { cache, elsewhere } = world();
    await writeMany(cache, unexpected);
    await cache.writeGoMod(version(99), Buffer.from('module first\n'), unexpected);
    await new Promise((resolve) => setImmediate(resolve));
    await cache.writeGoMod(version(99), Buffer.from('module second\n'), unexpected);
    expect(Buffer.from(cache.readGoMod(version(99)) ?? '').toString()).toBe('module second\n');
    await elsewhere.letAll(cache.settle());
    expect(nodeFs.readFileSync(file(99), 'utf8')).toBe('module second\n');
    await cache.close();
  });

  it('is done here when the other thread dies, or has no time', async () => {
    const { cache, elsewhere } = world(async () => {
      throw new Error('worker ended');
    });
    await writeMany(cache, unexpected);
    await elsewhere.letAll(cache.settle());
    expect(listed()).toHaveLength(MANY);
    expect(nodeFs.readFileSync(file(MANY - 1))).toEqual(goMod(MANY - 1));
    const jobs = elsewhere.jobs.length;
    elsewhere.canWrite = false;
    await cache.writeGoMod(version(MANY), goMod(MANY), unexpected);
    expect([elsewhere.jobs.length, listed().length]).toEqual([jobs, MANY + 1]);
    await cache.close();
  });

  it('is strict for who does not say that later will do', async () => {
    const { cache, elsewhere } = world();
    for (let i = 0; i < MANY; i++) await cache.writeGoMod(version(i), goMod(i));
    expect([elsewhere.jobs.length, listed().length]).toEqual([0, MANY]);
    await cache.close();
  });

  it('tells failures in Go words, one for each entry', async () => {
    const { cache, elsewhere } = world();
    const failures: string[] = [];
    await writeMany(cache, unexpected);
    await elsewhere.letAll(cache.settle());
    nodeFs.writeFileSync(join(root, 'cache/download/example.com/x'), 'no folder');
    const other = { path: 'example.com/x', version: 'v1.0.0' };
    await cache.writeGoMod(other, goMod(1), (error) => failures.push(error.message));
    await cache.writeInfo(other, Buffer.from('{}'), (error) => failures.push(error.message));
    await elsewhere.letAll(cache.settle());
    expect(failures).toHaveLength(2);
    for (const failure of failures)
      expect(failure).toMatch(/^(mkdir|stat) .*example\.com\/x.*: not a directory$/);
    // What could not be written is asked for again.
    expect(cache.readGoMod(other)).toBeUndefined();
    await cache.close();
  });

  it('is given up by an abort, and the next run makes the list', async () => {
    const { cache, abort } = world();
    await writeMany(cache, unexpected);
    const settled = cache.settle();
    abort.abort();
    await settled;
    // As a worker that was ended between the file and its list.
    nodeFs.writeFileSync(file(77), goMod(77));
    await cache.close();
    const next = new ModuleCache(cacheSession({ gomodcache: root }));
    await next.recover();
    expect(listed()).toContain('v1.77.0');
    await next.close();
    expect(nodeFs.readdirSync(join(root, 'cache'))).toEqual(['download']);
  });
});
