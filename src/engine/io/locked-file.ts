// Reading and replacing files that the go command guards with a lock on the file itself: go.mod, go.sum,
// go.work.sum.
//
// The go command writes these in place under an exclusive flock and reads them under a shared one
// (cmd/go/internal/lockedfile). A reader that takes no lock could therefore see half of a write, but only
// while one is under way: a file whose last change is older than `SETTLED_MS` is not being written. So the
// lock, and the native code that it takes, is spent only on files that have just changed.
//
// Writing differs on purpose: under the same exclusive lock, the new content goes to a temporary file that
// is renamed over the old one, so that no crash leaves half a file; what a crash leaves beside it the next writer
// removes. Then the old file, which has no name any more, gets the new content too: a go command that has opened it and waits for the lock sees that the file has
// changed, and does not write its own change where nobody would find it. Where no file can be made beside the old
// one or put in its place (a folder that is not ours, a single file mounted into a container), or not with the
// old one's owner, or where it is no regular file (/dev/null) or has other names (hard links), it is written in place,
// as go does it.

import { basename, dirname, join } from 'node:path';
import { discard, orRestore, type Temporary, writeAll } from './atomic.js';
import { errnoCode } from './errno.js';
import { type FileSystem, hasPlaceOfItsOwn } from './filesystem.js';
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

/** Reads `path` as whole as a shared lock would; a pipe is read once. Rejects with the node:fs error. */
export async function readLockedFile(host: LockedFileHost, path: string): Promise<Uint8Array> {
  const before = host.fs.statSync(path);
  const data = host.fs.readFileSync(path);
  if (!before.isFile()) return data;
  const { mtimeMs } = before;
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
 * symbolic link is followed; mode and owner of the file stay.
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
    if (replaceFile(host, target, next, lock.fd)) leaveBehind(host.fs, lock.fd, next);
    else writeInPlace(host.fs, lock.fd, old, next);
  } finally {
    lock.unlock();
  }
}

/** Reasons why a folder, or a mount, does not let a file be replaced that can be written. */
const NOT_REPLACEABLE = new Set(['EACCES', 'EBUSY', 'EPERM', 'EROFS', 'EXDEV']);

/**
 * Writes beside `target` and renames over it, so that the old or the new content is there at any moment. Mode and
 * owner are those of the open file `fd`. False: that is not possible here, and nothing was done.
 */
function replaceFile(host: LockedFileHost, target: string, data: Uint8Array, fd: number): boolean {
  const { fs } = host;
  let temporary: Temporary | undefined;
  try {
    const present = fs.fstatSync(fd);
    if (!hasPlaceOfItsOwn(present)) return false;
    const { mode, uid, gid } = present;
    temporary = openTemporary(fs, target, mode & 0o777);
    try {
      const own = fs.fstatSync(temporary.fd);
      if (own.uid !== uid || own.gid !== gid) fs.fchownSync(temporary.fd, uid, gid);
      fs.fchmodSync(temporary.fd, mode & 0o7777);
      writeAll(fs, temporary.fd, data);
      fs.fsyncSync(temporary.fd);
    } finally {
      fs.closeSync(temporary.fd);
    }
    fs.renameSync(temporary.path, target);
    return true;
  } catch (error) {
    if (temporary !== undefined) discard(fs, temporary.path);
    if (NOT_REPLACEABLE.has((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/**
 * Opens the temporary file of whoever holds the lock on `target`, of which there is one at a time: what has its name was left
 * by a run that died.
 */
function openTemporary(fs: FileSystem, target: string, mode: number): Temporary {
  const path = join(dirname(target), `.${basename(target)}.gomod`);
  const open = () => ({ fd: fs.openSync(path, 'wx+', mode), path });
  try {
    return open();
  } catch (error) {
    if (errnoCode(error) !== 'EEXIST') throw error;
    fs.unlinkSync(path);
    return open();
  }
}

/** Gives the nameless old file the new content; see the head of this file. Not to succeed is no failure. */
function leaveBehind(fs: FileSystem, fd: number, data: Uint8Array): void {
  try {
    fs.ftruncateSync(fd, 0);
    writeAll(fs, fd, data, 0);
  } catch {
    // An empty or half file that has changed serves as well.
  }
}

/** Writes over the old content: what makes the file longer first, for that is where the disk may be full. */
function writeInPlace(fs: FileSystem, fd: number, old: Uint8Array, next: Uint8Array): void {
  orRestore(fs, fd, old, () => {
    if (next.length > old.length) writeAll(fs, fd, next.subarray(old.length), old.length);
    writeAll(fs, fd, next.subarray(0, old.length), 0);
    if (next.length < old.length) fs.ftruncateSync(fd, next.length);
  });
}
