// The side lock: `cache/lock`, which go commands before 1.15 held while they wrote go.mod or go.sum.
//
// Later ones lock the files themselves and take this lock as well, best effort, to keep the old ones out. So do we: it
// is part of what a command leaves in the cache. Rule: cmd/go/internal/modfetch, SideLock.

import { dirname, isAbsolute } from 'node:path';
import { type HeldLock, mkdirAll } from '../io/index.js';
import type { Session } from '../session.js';
import { CacheLayout } from './layout.js';

/** What the lock needs of a session. */
export type SideLockHost = Pick<Session, 'env' | 'fs' | 'locker' | 'signal'>;

/** Runs `work`, which writes go.mod or go.sum, under the side lock where that can be had. */
export async function withSideLock<T>(host: SideLockHost, work: () => Promise<T>): Promise<T> {
  const lock = await takeSideLock(host);
  try {
    return await work();
  } finally {
    lock?.unlock();
  }
}

/** Whether the file of the lock is there. */
export function hasSideLock({ env, fs }: Pick<SideLockHost, 'env' | 'fs'>): boolean {
  const path = sideLockPath(env);
  return path !== undefined && fs.existsSync(path);
}

function sideLockPath(env: SideLockHost['env']): string | undefined {
  const root = env.get('GOMODCACHE');
  return isAbsolute(root) ? new CacheLayout(root).sideLock : undefined;
}

async function takeSideLock({ env, fs, locker, signal }: SideLockHost): Promise<HeldLock | undefined> {
  const path = sideLockPath(env);
  if (path === undefined) return undefined;
  try {
    mkdirAll(fs, dirname(path));
    return await locker.lock(path, 'exclusive', signal);
  } catch {
    // A cache that cannot be written, a platform without flock: the locks on the files themselves decide.
    signal.throwIfAborted();
    return undefined;
  }
}
