import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { createProcessLocker } from './process-locker.js';

let folder = '';
let path = '';
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'gomod-locker-'));
  path = join(folder, 'V.lock');
});
afterEach(() => removeScratch(folder));

describe('locks within a process', () => {
  it('let one writer in, or any number of readers, in the order of asking', async () => {
    const locker = createProcessLocker({ fs });
    const order: string[] = [];
    const hold = async (name: string, kind: 'exclusive' | 'shared') => {
      const held = await locker.lock(path, kind);
      order.push(`+${name}`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`-${name}`);
      held.unlock();
    };
    await Promise.all([
      hold('w1', 'exclusive'),
      hold('r1', 'shared'),
      hold('r2', 'shared'),
      hold('w2', 'exclusive'),
      hold('r3', 'shared'),
    ]);
    expect(order.join(' ')).toBe('+w1 -w1 +r1 +r2 -r1 -r2 +w2 -w2 +r3 -r3');
  });

  it('are not had while another has them, where nobody waits', async () => {
    const locker = createProcessLocker({ fs });
    const held = await locker.lock(path, 'exclusive');
    expect(await locker.tryLock(path, 'shared')).toBeUndefined();
    held.unlock();
    const shared = await locker.tryLock(path, 'shared');
    expect(await locker.tryLock(path, 'exclusive')).toBeUndefined();
    (await locker.tryLock(path, 'shared'))?.unlock();
    shared?.unlock();
    (await locker.tryLock(path, 'exclusive'))?.unlock();
  });

  it('are waited for until the signal aborts', async () => {
    const locker = createProcessLocker({ fs });
    const held = await locker.lock(path, 'exclusive');
    const controller = new AbortController();
    const waiting = locker.lock(path, 'exclusive', controller.signal);
    const after = locker.lock(path, 'exclusive');
    controller.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(locker.lock(path, 'shared', controller.signal)).rejects.toThrow('enough');
    held.unlock();
    (await after).unlock();
  });

  it('are free again after a file could not be opened', async () => {
    const locker = createProcessLocker({ fs });
    await expect(locker.lock(path, 'shared')).rejects.toThrow('ENOENT');
    const held = await locker.lock(path, 'exclusive');
    expect(fs.fstatSync(held.fd).size).toBe(0);
    held.unlock();
  });
});
