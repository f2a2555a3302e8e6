import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { createLocker, LockError } from './flock.js';

let folder = '';
let path = '';
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'gomod-flock-'));
  path = join(folder, 'V.lock');
});
afterEach(() => {
  for (const child of children.splice(0)) killGroup(child);
  removeScratch(folder);
});

/** Ends a process and what it has started, which holds its descriptors too. */
function killGroup(child: ChildProcess): void {
  try {
    process.kill(-(child.pid ?? 0), 'SIGKILL');
  } catch {
    // It has ended.
  }
}

/** Another process that holds the lock until it is killed; resolves once it has it. */
async function holder(flag: '-x' | '-s'): Promise<ChildProcess> {
  const child = spawn('flock', [flag, path, 'sh', '-c', 'echo locked; exec sleep 60'], { detached: true });
  children.push(child);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return child;
}

/** Whether another process can take the lock now. */
async function othersCanLock(flag: '-x' | '-s'): Promise<boolean> {
  const child = spawn('flock', [flag, '-n', path, 'true']);
  return (await new Promise((resolve) => child.once('exit', resolve))) === 0;
}

const need = needs('flock');
for (const way of ['native', 'command'] as const) {
  describe.skipIf(need.skip)(need.title(`flock taken by way of ${way}`), () => {
    const locker = createLocker({ ways: [way] });

    it('keeps other processes out, and lets them in again', async () => {
      const held = await locker.lock(path, 'exclusive');
      expect(await othersCanLock('-s')).toBe(false);
      held.unlock();
      expect(await othersCanLock('-x')).toBe(true);
    });

    it('is kept out by other processes until they die', async () => {
      const other = await holder('-x');
      expect(await locker.tryLock(path, 'shared')).toBeUndefined();
      const waiting = locker.lock(path, 'exclusive');
      expect(await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 60, 'waits'))])).toBe(
        'waits',
      );
      killGroup(other);
      (await waiting).unlock();
    });

    it('shares what is shared', async () => {
      fs.writeFileSync(path, 'content');
      await holder('-s');
      const held = await locker.lock(path, 'shared');
      expect(fs.readFileSync(held.fd, 'utf8')).toBe('content');
      expect(await locker.tryLock(path, 'exclusive')).toBeUndefined();
      held.unlock();
    });

    it('excludes two locks of one process', async () => {
      const first = await locker.lock(path, 'exclusive');
      expect(await locker.tryLock(path, 'exclusive')).toBeUndefined();
      const second = locker.lock(path, 'exclusive');
      first.unlock();
      (await second).unlock();
    });

    it('ends with the reason of the signal, and leaves no descriptor', async () => {
      const first = await locker.lock(path, 'exclusive');
      const before = fs.readdirSync('/proc/self/fd').length;
      const reason = new Error('enough');
      const waiting = locker.lock(path, 'exclusive', AbortSignal.any([abortedAfter(30, reason)]));
      await expect(waiting).rejects.toBe(reason);
      expect(fs.readdirSync('/proc/self/fd').length).toBeLessThanOrEqual(before);
      first.unlock();
    });
  });
}

function abortedAfter(ms: number, reason: Error): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), ms);
  return controller.signal;
}

describe('the lock file', () => {
  const locker = createLocker();

  it('is created for an exclusive lock only, and never changed', async () => {
    await expect(locker.lock(path, 'shared')).rejects.toMatchObject({ code: 'ENOENT' });
    (await locker.lock(path, 'exclusive')).unlock();
    expect(fs.readFileSync(path, 'utf8')).toBe('');
    fs.writeFileSync(path, 'kept');
    const held = await locker.lock(path, 'exclusive');
    fs.writeSync(held.fd, 'KE', 0);
    held.unlock();
    expect(fs.readFileSync(path, 'utf8')).toBe('KEpt');
  });

  it('is the file that has the name when the lock is won', async () => {
    const first = await locker.lock(path, 'exclusive');
    const second = locker.lock(path, 'exclusive');
    await new Promise((resolve) => setTimeout(resolve, 20));
    fs.writeFileSync(`${path}2`, 'new');
    fs.renameSync(`${path}2`, path);
    first.unlock();
    const held = await second;
    expect(fs.readFileSync(held.fd, 'utf8')).toBe('new');
    held.unlock();
  });

  it('may be many, contended by many', async () => {
    let inside = 0;
    let most = 0;
    const work = Array.from({ length: 30 }, async (_, i) => {
      const held = await locker.lock(`${path}${i % 3}`, 'exclusive');
      inside++;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inside--;
      held.unlock();
    });
    await Promise.all(work);
    expect(most).toBeLessThanOrEqual(3);
    expect(inside).toBe(0);
  });
});

describe('without flock', () => {
  it('says so', async () => {
    const locker = createLocker({ ways: [] });
    const failure = await locker.lock(path, 'exclusive').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LockError);
    expect(failure).toMatchObject({ code: 'unsupported', message: 'platform has no flock' });
    expect((failure as LockError).hint).toContain('koffi');
  });
});
