import * as nodeFs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheSession } from '../../../tools/testing/cache-session.js';
import { makeMemoryFolder } from '../../../tools/testing/memory-folder.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { EntryWriter, type WriteJob, type Written, writeBatch } from '../entries/index.js';
import { ModuleCache } from './index.js';

let folder = '';
let root = '';
beforeEach(() => {
  folder = makeMemoryFolder('gomod-behind-');
  root = join(folder, 'mod');
});
afterEach(() => removeScratch(folder));

/** As many as a run writes in its own thread, and more. */
const MANY = 60;
const version = (i: number) => ({ path: 'example.com/m', version: `v1.${i}.0` });
const file = (i: number) => join(root, `cache/download/example.com/m/@v/v1.${i}.0.mod`);
const goMod = (i: number) => Buffer.from(`module example.com/m // ${i}\n`);

/** Another thread, that writes when it is let. */
class Elsewhere {
  canWrite = true;
  prepared = 0;
  readonly jobs: WriteJob[] = [];
  readonly #waiting: (() => Promise<void>)[] = [];

  constructor(private readonly work: (job: WriteJob) => Promise<Written>) {}

  prepareToWrite(): void {
    this.prepared++;
  }

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
  // As in a worker, it knows nothing of the abort.
  const writer = new EntryWriter(cacheSession({ gomodcache: root }));
  const elsewhere = new Elsewhere(work ?? ((job) => writeBatch(writer, job)));
  const failures: string[] = [];
  const failed = (error: Error): void => void failures.push(error.message);
  return { abort, elsewhere, failures, failed, cache: new ModuleCache(session, elsewhere) };
}

async function writeMany({ cache, failed }: ReturnType<typeof world>): Promise<void> {
  for (let i = 0; i < MANY; i++) await cache.writeGoMod(version(i), goMod(i), failed);
}

const listed = () =>
  nodeFs.readFileSync(join(root, 'cache/download/example.com/m/@v/list'), 'utf8').split('\n').slice(0, -1);

const tidy = () => expect(nodeFs.readdirSync(join(root, 'cache'))).toEqual(['download']);

describe('writing many entries', () => {
  it('ends with the batch under way when the run is aborted', async () => {
    const run = world();
    const { cache, elsewhere, abort, failures } = run;
    await writeMany(run);
    await new Promise((resolve) => setImmediate(resolve));
    await cache.writeGoMod(version(80), goMod(80), run.failed);
    const settled = cache.settle();
    abort.abort();
    await elsewhere.letAll(settled);
    await cache.close();
    expect([listed().length, nodeFs.existsSync(file(80)), failures]).toEqual([MANY, false, []]);
    tidy();
  });

  it('goes to another thread, and this one sees them at once', async () => {
    const run = world();
    const { cache, elsewhere, failures } = run;
    await writeMany(run);
    const last = MANY - 1;
    expect([nodeFs.existsSync(file(0)), nodeFs.existsSync(file(last))]).toEqual([true, false]);
    expect(Buffer.from(cache.readGoMod(version(last)) ?? '')).toEqual(goMod(last));
    expect(cache.lacks(version(last), 'mod')).toBe(false);
    expect(cache.lacks(version(last + 1), 'mod')).toBe(true);
    await elsewhere.letAll(cache.settle());
    expect(nodeFs.readFileSync(file(last))).toEqual(goMod(last));
    expect(listed()).toEqual(Array.from({ length: MANY }, (_, i) => version(i).version));
    expect(failures).toEqual([]);
    await cache.close();
    tidy();
  });

  it('takes few batches: what comes while one is under way is the next', async () => {
    const run = world();
    await writeMany(run);
    await run.elsewhere.letAll(run.cache.settle());
    const sizes = run.elsewhere.jobs.map(({ entries }) => entries.length);
    expect(sizes.length).toBeLessThanOrEqual(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(MANY - 40);
    await run.cache.close();
  });

  it('is shared at the end, by who waits for it', async () => {
    const run = world();
    const { cache, elsewhere, failed } = run;
    await writeMany(run);
    await new Promise((resolve) => setImmediate(resolve));
    for (let i = 70; i < 90; i++) await cache.writeGoMod(version(i), goMod(i), failed);
    const settled = cache.settle();
    while (!nodeFs.existsSync(file(70))) await new Promise((resolve) => setImmediate(resolve));
    expect(nodeFs.existsSync(file(MANY - 1))).toBe(false);
    await elsewhere.letAll(settled);
    expect([elsewhere.jobs.length, listed().length, run.failures]).toEqual([1, MANY + 20, []]);
    await cache.close();
    tidy();
  });

  it('begins early when much is lacking', async () => {
    const { cache, elsewhere, failed } = world();
    for (let i = 0; i < 199; i++) expect(cache.lacks(version(i), 'mod')).toBe(true);
    expect(elsewhere.prepared).toBe(0);
    for (let i = 199; i < 300; i++) expect(cache.lacks(version(i), 'mod')).toBe(true);
    expect(elsewhere.prepared).toBe(1);
    for (let i = 0; i < 10; i++) await cache.writeGoMod(version(i), goMod(i), failed);
    await elsewhere.letAll(cache.settle());
    expect(elsewhere.jobs.flatMap(({ entries }) => entries)).toHaveLength(6);
    expect(listed()).toHaveLength(10);
    await cache.close();
  });

  it('keeps the last content of a path', async () => {
    const run = world();
    const { cache, elsewhere, failed } = run;
    await writeMany(run);
    await cache.writeGoMod(version(99), Buffer.from('module first\n'), failed);
    await new Promise((resolve) => setImmediate(resolve));
    // Although there is no time any more for others.
    elsewhere.canWrite = false;
    await cache.writeGoMod(version(99), Buffer.from('module second\n'), failed);
    expect(Buffer.from(cache.readGoMod(version(99)) ?? '').toString()).toBe('module second\n');
    await elsewhere.letAll(cache.settle());
    expect(nodeFs.readFileSync(file(99), 'utf8')).toBe('module second\n');
    expect(run.failures).toEqual([]);
    await cache.close();
  });

  it('keeps the last content of a path that waits twice', async () => {
    const run = world();
    const { cache, elsewhere, failed } = run;
    await writeMany(run);
    await new Promise((resolve) => setImmediate(resolve));
    await cache.writeGoMod(version(99), Buffer.from('module first\n'), failed);
    await cache.writeGoMod(version(98), goMod(98), failed);
    await cache.writeGoMod(version(99), Buffer.from('module second\n'), failed);
    const settled = cache.settle();
    while (!nodeFs.existsSync(file(98))) await new Promise((resolve) => setImmediate(resolve));
    await elsewhere.letAll(settled);
    expect(nodeFs.readFileSync(file(99), 'utf8')).toBe('module second\n');
    expect(run.failures).toEqual([]);
    await cache.close();
  });

  it('is done here when the other thread dies, or has no time', async () => {
    const run = world(async () => {
      throw new Error('worker ended');
    });
    const { cache, elsewhere, failed, failures } = run;
    await writeMany(run);
    await elsewhere.letAll(cache.settle());
    expect(listed()).toHaveLength(MANY);
    expect(nodeFs.readFileSync(file(MANY - 1))).toEqual(goMod(MANY - 1));
    const jobs = elsewhere.jobs.length;
    elsewhere.canWrite = false;
    await cache.writeGoMod(version(MANY), goMod(MANY), failed);
    expect([elsewhere.jobs.length, listed().length, failures]).toEqual([jobs, MANY + 1, []]);
    await cache.close();
  });

  it('is strict for who does not say that later will do', async () => {
    const { cache, elsewhere } = world();
    for (let i = 0; i < MANY; i++) await cache.writeGoMod(version(i), goMod(i));
    expect([elsewhere.jobs.length, listed().length]).toEqual([0, MANY]);
    await cache.close();
  });

  it('tells failures in Go words, one for each entry', async () => {
    const run = world();
    const { cache, elsewhere, failed, failures } = run;
    await writeMany(run);
    await elsewhere.letAll(cache.settle());
    nodeFs.writeFileSync(join(root, 'cache/download/example.com/x'), 'no folder');
    const other = { path: 'example.com/x', version: 'v1.0.0' };
    await cache.writeGoMod(other, goMod(1), failed);
    await cache.writeInfo(other, Buffer.from('{}'), failed);
    await elsewhere.letAll(cache.settle());
    expect(failures).toHaveLength(2);
    for (const failure of failures)
      expect(failure).toMatch(/^(mkdir|stat) .*example\.com\/x.*: not a directory$/);
    // What could not be written is asked for again.
    expect(cache.readGoMod(other)).toBeUndefined();
    await cache.close();
  });

  it('goes on when who is told of a failure throws, and throws that at the end', async () => {
    const run = world();
    const { cache, elsewhere } = run;
    await writeMany(run);
    nodeFs.mkdirSync(file(70), { recursive: true });
    await cache.writeGoMod(version(70), goMod(70), () => {
      throw new Error('listener');
    });
    await cache.writeGoMod(version(71), goMod(71), run.failed);
    const settled = cache.settle();
    const failure = settled.then(
      () => 'none',
      (error: Error) => error.message,
    );
    await elsewhere.letAll(settled.catch(() => {}));
    expect([await failure, nodeFs.readFileSync(file(71))]).toEqual(['listener', goMod(71)]);
    await cache.close();
  });

  it.each(['before it is handed over', 'while it is written'])('is given up by an abort %s', async (when) => {
    let ended = (_: Error): void => {};
    const run = world(
      () =>
        new Promise((_, reject) => {
          ended = reject;
        }),
    );
    const { cache, elsewhere, abort, failures } = run;
    await writeMany(run);
    if (when === 'while it is written') {
      await new Promise((resolve) => setImmediate(resolve));
      void elsewhere.let();
    }
    const settled = cache.settle();
    abort.abort();
    await settled;
    if (when !== 'while it is written') {
      await cache.close();
      tidy();
      return;
    }
    // The other thread was ended between a file and its list.
    ended(new Error('ended'));
    nodeFs.writeFileSync(file(77), goMod(77));
    await cache.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([failures, elsewhere.jobs.length, listed().length]).toEqual([
      [],
      when === 'while it is written' ? 1 : 0,
      40,
    ]);
    const next = new ModuleCache(cacheSession({ gomodcache: root }));
    await next.recover();
    expect(listed()).toContain('v1.77.0');
    await next.close();
    tidy();
  });
});
