// Reading and replacing files that the go command guards with a lock on the file itself: go.mod, go.sum,
// go.work.sum.
//
// The go command writes these in place under an exclusive flock and reads them under a shared one
// (cmd/go/internal/lockedfile). A reader that takes no lock could therefore see half of a write, but only
// while one is under way: a file whose last change is older than `SETTLED_MS` is not being written. So the
// lock, and the native code that it takes, is spent only on files that have just changed.
//
// Writing differs on purpose: under the same exclusive lock, the new content goes to a temporary file that
// is renamed over the old one, so that no crash leaves half a file.

import { randomInt } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { FileSystem } from './filesystem.js';
import type { Locker } from './locker.js';

/** A change older than this is complete: writers of these small files need far less. */
const SETTLED_MS = 2000;

/** What reading and writing locked files needs of a session. */
export interface LockedFileHost {
  readonly fs: FileSystem;
  readonly locker: Locker;
  readonly signal: AbortSignal;
  readonly clock: { now(): number };
}

/** Reads `path` as whole as a shared lock would. Rejects with the node:fs error. */
export async function readLockedFile(host: LockedFileHost, path: string): Promise<Uint8Array> {
  const { mtimeMs } = host.fs.statSync(path);
  const data = host.fs.readFileSync(path);
  if (Math.abs(host.clock.now() - mtimeMs) > SETTLED_MS) return data;
  const after = host.fs.statSync(path);
  try {
    const lock = await host.locker.lock(path, 'shared', host.signal);
    try {
      return host.fs.readFileSync(path);
    } finally {
      lock.unlock();
    }
  } catch (error) {
    // Without a lock to be had (read-only file, platform without flock), two equal looks are the next best.
    if (after.mtimeMs === mtimeMs && after.size === data.length) return data;
    throw error;
  }
}

/**
 * Replaces `path` by what `change` makes of its present content, under the exclusive lock that the go command
 * takes. The file is created when absent (content: empty). `change` returns undefined to leave it alone. A
 * symbolic link is followed, and the mode of the file stays.
 */
export async function transformLockedFile(
  host: LockedFileHost,
  path: string,
  change: (old: Uint8Array) => Uint8Array | undefined,
): Promise<void> {
  const lock = await host.locker.lock(path, 'exclusive', host.signal);
  try {
    const target = host.fs.realpathSync(path);
    const old = host.fs.readFileSync(target);
    const next = change(old);
    if (next === undefined || Buffer.compare(old, next) === 0) return;
    replaceFile(host.fs, target, next, host.fs.fstatSync(lock.fd).mode & 0o777);
  } finally {
    lock.unlock();
  }
}

/** Writes beside `target` and renames over it, so that the old or the new content is there at any moment. */
function replaceFile(fs: FileSystem, target: string, data: Uint8Array, mode: number): void {
  const temporary = join(dirname(target), `.${randomInt(2 ** 40).toString(36)}.gomod.tmp`);
  const fd = fs.openSync(temporary, 'wx', mode);
  try {
    try {
      fs.fchmodSync(fd, mode);
      for (let at = 0; at < data.length; ) at += fs.writeSync(fd, data, at);
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
    fs.renameSync(temporary, target);
  } catch (error) {
    try {
      fs.unlinkSync(temporary);
    } catch {
      // The first error says more.
    }
    throw error;
  }
}
