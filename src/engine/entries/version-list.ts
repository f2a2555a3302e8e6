// The `list` file of a module: the versions whose go.mod is in the cache.
//
// It makes `cache/download` a proxy that can list versions. Rules (cmd/go/internal/modfetch/cache.go,
// rewriteVersionList): one line for each `<version>.mod` of the folder whose version is canonical, in
// ascending order, rewritten after each new `.mod`, under an exclusive lock on the file itself.
//
// Because that lock is on the file, it cannot be replaced by renaming: a go command that waits for the lock
// would go on with a file that nobody sees. It is written in place, by one call that overwrites the old
// content from its start: a process killed at any moment leaves the old list or the new one. (The kernel
// interrupts writes between pages only; the lists that occur are shorter than one.)

import { canonicalVersion } from '../../core/module/index.js';
import * as semver from '../../core/semver/index.js';
import { type FileSystem, type Locker, orRestore, writeAll } from '../io/index.js';

/** What rewriting needs of a session. */
export interface ListHost {
  readonly fs: FileSystem;
  readonly locker: Locker;
  readonly signal: AbortSignal;
}

/** The name of the file in an `@v` folder. */
export const LIST_FILE = 'list';

/**
 * Brings the `list` of an `@v` folder up to date. `written`, for a folder that this run has made: the versions whose
 * go.mod it has put there. Then the folder need not be read, because others who put one there list it themselves.
 * Rejects with node:fs errors and LockErrors.
 */
export async function rewriteVersionList(
  host: ListHost,
  folder: string,
  written?: ReadonlySet<string>,
): Promise<void> {
  const { fs } = host;
  const path = `${folder}/${LIST_FILE}`;
  // An aborted run still lists what it has just written, unless it had to wait for that.
  const lock =
    (await host.locker.tryLock(path, 'exclusive')) ??
    (await host.locker.lock(path, 'exclusive', host.signal));
  try {
    const old = readAll(fs, lock.fd);
    const content = (written && extended(old, written)) ?? listContent(fs.readdirSync(folder));
    if (content.equals(old)) return;
    orRestore(fs, lock.fd, old, () => {
      writeAll(fs, lock.fd, content, 0);
      if (content.length < old.length) fs.ftruncateSync(lock.fd, content.length);
    });
  } finally {
    lock.unlock();
  }
}

/** A list with further versions in it; undefined where it is not as lists are. */
function extended(list: Buffer, versions: ReadonlySet<string>): Buffer | undefined {
  const listed = list.length === 0 ? [] : list.toString('latin1').split('\n');
  if (listed.length > 0 && listed.pop() !== '') return undefined;
  if (listed.some((version) => version === '' || canonicalVersion(version) !== version)) return undefined;
  return contentOf([...new Set([...listed, ...versions])]);
}

/** The content of `list` for the file names of an `@v` folder. */
export function listContent(names: readonly string[]): Buffer {
  const versions = names.filter((name) => name.endsWith('.mod')).map((name) => name.slice(0, -'.mod'.length));
  return contentOf(versions);
}

function contentOf(versions: readonly string[]): Buffer {
  const listed = versions.filter((version) => version !== '' && canonicalVersion(version) === version);
  semver.sort(listed);
  return Buffer.from(listed.map((version) => `${version}\n`).join(''));
}

function readAll(fs: FileSystem, fd: number): Buffer {
  const { size } = fs.fstatSync(fd);
  const content = Buffer.alloc(size);
  let at = 0;
  while (at < size) {
    const read = fs.readSync(fd, content, at, size - at, at);
    if (read === 0) break;
    at += read;
  }
  return content.subarray(0, at);
}
