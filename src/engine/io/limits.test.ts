import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Limit } from './limits.js';
import { OnceCache } from './single-flight.js';

describe('Limit', () => {
  it('never gives out more than there is, serves in order, and gets everything back', async () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20 }), amounts, async (total, wanted) => {
        const limit = new Limit(total);
        const served: number[] = [];
        let out = 0;
        const work = wanted.map((amount, i) =>
          limit.with(amount, async () => {
            out += Math.min(amount, total);
            expect(out).toBeLessThanOrEqual(total);
            served.push(i);
            await Promise.resolve();
            await Promise.resolve();
            out -= Math.min(amount, total);
          }),
        );
        await Promise.all(work);
        expect(served).toEqual(wanted.map((_, i) => i));
        expect(limit.free).toBe(total);
      }),
    );
  });

  it('lets a large request through in its turn', async () => {
    const limit = new Limit(10);
    const releaseSmall = await limit.acquire(4);
    const order: string[] = [];
    const large = limit.acquire(100).then((release) => {
      order.push('large');
      release();
    });
    const small = limit.acquire(1).then((release) => {
      order.push('small');
      release();
    });
    releaseSmall();
    releaseSmall();
    await Promise.all([large, small]);
    expect(order).toEqual(['large', 'small']);
    expect(limit.free).toBe(10);
  });

  it('forgets who gave up waiting', async () => {
    const limit = new Limit(1);
    const release = await limit.acquire();
    const controller = new AbortController();
    const gone = limit.acquire(1, controller.signal);
    const next = limit.acquire(1);
    controller.abort(new Error('gone'));
    await expect(gone).rejects.toThrow('gone');
    release();
    (await next)();
    expect(limit.free).toBe(1);
    await expect(limit.acquire(1, controller.signal)).rejects.toThrow('gone');
    expect(limit.free).toBe(1);
  });

  it('gives back after a failure', async () => {
    const limit = new Limit(2);
    await expect(limit.with(2, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(limit.free).toBe(2);
  });
});

describe('OnceCache', () => {
  it('does the work once for all who ask, and keeps the result', async () => {
    const cache = new OnceCache<number>();
    let runs = 0;
    const work = async () => ++runs;
    expect(await Promise.all([cache.do('a', work), cache.do('a', work), cache.do('b', work)])).toEqual([
      1, 1, 2,
    ]);
    expect(await cache.do('a', work)).toBe(1);
    cache.put('a', 9);
    cache.put('c', 7);
    expect(await cache.get('a')).toBe(1);
    expect(await cache.do('c', work)).toBe(7);
    expect(cache.get('d')).toBeUndefined();
  });

  it('keeps failures, the very same error for all', async () => {
    const cache = new OnceCache<number>();
    const failure = new Error('no');
    const fail = () => {
      throw failure;
    };
    const [first, second] = await Promise.allSettled([cache.do('a', fail), cache.do('a', async () => 1)]);
    expect(first).toEqual({ status: 'rejected', reason: failure });
    expect((second as PromiseRejectedResult).reason).toBe(failure);
  });
});
