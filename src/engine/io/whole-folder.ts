// Folders that are replaced whole or not at all.
//
// Beside the folder F lies, while that goes on, a folder `.F.gomod`, whose name go commands pass over. In it:
//
//   lock     held by the run that is at work; what is found while nobody holds it was left by one that died
//   making   the new folder, as far as it has come
//   new      the new folder, whole
//   old      what stood at F, moved away so that `new` can take its place
//   next     the new folder, whole; what stands at F is being removed to make room for it
//   waste    what is to be removed
//
// Where the platform can, `new` and F change places in one step. Elsewhere F becomes `old` and then `new` becomes F: for
// a moment there is no F, and a run that dies then leaves both here. Who comes next finishes that (`mendFolder`). A file
// system that cannot rename F at all (a folder of a lower layer of overlayfs) gets it removed first, `first` before all
// others: the file without which no reader takes the folder for what it is. The rules by which a leftover is mended:
//
//   next is there, and no `first` in F   F is removed, next becomes F
//   old is there, and no F               new becomes F, or where there is none old does
//   else                                 all of it is waste
//
// Errors name F where they came about inside `.F.gomod`, which nobody asked for.

import { basename, dirname, join } from 'node:path';
import { makeFolder, mkdirAll } from './atomic.js';
import { errnoCode } from './errno.js';
import { exchange } from './exchange.js';
import type { FileSystem } from './filesystem.js';
import { LockError } from './flock.js';
import type { HeldLock, Locker } from './locker.js';
import { removeAll } from './removal.js';

/** What replacing folders needs of a session. */
export interface WholeFolderHost {
  readonly fs: FileSystem;
  readonly locker: Locker;
  readonly signal: AbortSignal;
}

/** A folder F, see the head of this file. */
export interface WholeFolder {
  /** Absolute path. */
  readonly path: string;
  /** The name of the file in it without which nobody takes the folder for what it is. */
  readonly first: string;
}

/** How often making the work folder is tried again when another run has just removed it. */
const TRIES = 20;

/**
 * Puts a folder that `fill` writes, given an empty one, in the place of what stands at `target`. Waits for other runs that are
 * at the same. Rejects with what `fill` throws or the node:fs error; what stood there stands there still then, whole, but
 * for an error in removing it when it has been replaced.
 */
export async function replaceFolder(
  host: WholeFolderHost,
  target: WholeFolder,
  fill: (folder: string) => void | Promise<void>,
): Promise<void> {
  await withWork(host, target, async (work) => {
    const folder = work.path('making');
    makeFolder(host.fs, folder);
    await fill(folder);
    await work.swap();
  });
}

/** Removes `target` so that nobody sees half of it. Rejects as `replaceFolder` does. */
export async function dropFolder(host: WholeFolderHost, target: WholeFolder): Promise<void> {
  if (!exists(host.fs, target.path)) return;
  await withWork(host, target, async (work) => work.drop());
}

/** Finishes what a run that died has left of `replaceFolder`, as far as that can be done and nobody is at it. */
export async function mendFolder(host: WholeFolderHost, target: WholeFolder): Promise<void> {
  const folder = workOf(target.path);
  if (!exists(host.fs, folder)) return;
  try {
    const lock = await orNone(host.locker.tryLock(join(folder, 'lock'), 'exclusive'));
    if (lock !== undefined) new Work(host.fs, target, lock === 'none' ? undefined : lock).close();
  } catch (error) {
    // Who has to write there will say so.
    if (errnoCode(error) === undefined) throw error;
  }
}

function workOf(target: string): string {
  return join(dirname(target), `.${basename(target)}.gomod`);
}

function exists(fs: FileSystem, path: string): boolean {
  return fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** A lock, or `none` where the platform has no locks: two runs at once are then told apart by nobody. */
async function orNone<T>(lock: Promise<T>): Promise<T | 'none'> {
  try {
    return await lock;
  } catch (error) {
    if (error instanceof LockError) return 'none';
    throw error;
  }
}

async function withWork(
  host: WholeFolderHost,
  target: WholeFolder,
  act: (work: Work) => Promise<void>,
): Promise<void> {
  try {
    const work = await openWork(host, target);
    try {
      work.mend();
      await act(work);
      work.mend();
    } finally {
      work.close();
    }
  } catch (error) {
    throw namingTarget(host.fs, error, target.path);
  }
}

async function openWork(host: WholeFolderHost, target: WholeFolder): Promise<Work> {
  const { fs, locker, signal } = host;
  const folder = workOf(target.path);
  for (let tries = 1; ; tries++) {
    try {
      mkdirAll(fs, dirname(target.path));
      makeFolder(fs, folder);
      const lock = await orNone(locker.lock(join(folder, 'lock'), 'exclusive', signal));
      return new Work(fs, target, lock === 'none' ? undefined : lock);
    } catch (error) {
      if (errnoCode(error) === 'ENOENT' && tries < TRIES) continue;
      // That of a run that is at it, or that died, has something in it.
      removeIfEmpty(fs, folder);
      throw error;
    }
  }
}

type Part = 'lock' | 'making' | 'new' | 'old' | 'next' | 'waste';

/** The work folder of a run that has it to itself; see the head of this file. */
class Work {
  readonly #target: string;
  readonly #first: string;

  constructor(
    private readonly fs: FileSystem,
    { path, first }: WholeFolder,
    private readonly lock: HeldLock | undefined,
  ) {
    this.#target = path;
    this.#first = join(path, first);
  }

  path(part: Part): string {
    return join(workOf(this.#target), part);
  }

  #has(part: Part): boolean {
    return exists(this.fs, this.path(part));
  }

  /** Finishes or undoes what was begun, and removes what is left over. */
  mend(): void {
    if (this.#has('next') && !exists(this.fs, this.#first)) this.#makeRoom();
    else if (this.#has('old') && !exists(this.fs, this.#target)) {
      this.fs.renameSync(this.path(this.#has('new') ? 'new' : 'old'), this.#target);
    }
    removeAll(this.fs, this.path('waste'));
    // Half of an old folder must not be taken for one that was moved away.
    if (this.#has('old')) this.fs.renameSync(this.path('old'), this.path('waste'));
    for (const part of ['waste', 'next', 'new', 'making'] as const) removeAll(this.fs, this.path(part));
  }

  /** Lets `making` take the place of the target. */
  async swap(): Promise<void> {
    const { fs } = this;
    const made = this.path('new');
    fs.renameSync(this.path('making'), made);
    if (!exists(fs, this.#target)) fs.renameSync(made, this.#target);
    else if (!(await exchange(fs, made, this.#target))) this.#replace();
  }

  #replace(): void {
    const { fs } = this;
    try {
      fs.renameSync(this.#target, this.path('old'));
    } catch (error) {
      if (errnoCode(error) !== 'EXDEV') throw error;
      fs.renameSync(this.path('new'), this.path('next'));
      removeAll(fs, this.#first);
      this.#makeRoom();
      return;
    }
    fs.renameSync(this.path('new'), this.#target);
  }

  #makeRoom(): void {
    removeAll(this.fs, this.#target);
    this.fs.renameSync(this.path('next'), this.#target);
  }

  drop(): void {
    try {
      this.fs.renameSync(this.#target, this.path('waste'));
    } catch (error) {
      if (errnoCode(error) !== 'EXDEV') throw error;
      removeAll(this.fs, this.#first);
      removeAll(this.fs, this.#target);
    }
  }

  /** Mends, and gives the work folder up. What could not be mended stays for the next run. */
  close(): void {
    try {
      this.mend();
      removeAll(this.fs, this.path('lock'));
    } catch {
      // A failure that led here says more.
    } finally {
      this.lock?.unlock();
    }
    removeIfEmpty(this.fs, workOf(this.#target));
  }
}

/** What cannot be removed is found by the next run. */
function removeIfEmpty(fs: FileSystem, folder: string): void {
  try {
    fs.rmdirSync(folder);
  } catch {
    // It is not empty, not there, or not ours.
  }
}

/** The error as if there were no work folder: Go removes the old folder and writes into the new one. */
function namingTarget(fs: FileSystem, error: unknown, target: string): unknown {
  if (errnoCode(error) === undefined) return error;
  const failure = error as NodeJS.ErrnoException & { dest?: string };
  const work = workOf(target);
  const { path = '', dest } = failure;
  const removing = path === target || (path === work && exists(fs, target));
  if (dest !== undefined || (path === work && failure.code !== 'ENOTDIR')) {
    failure.syscall = removing ? 'unlinkat' : 'mkdir';
    failure.path = target;
    delete failure.dest;
    return failure;
  }
  const inside = /^[/\\](making|new|next|old|waste)(?=[/\\]|$)/.exec(
    path.startsWith(work) ? path.slice(work.length) : '',
  );
  if (inside !== null) failure.path = target + path.slice(work.length + inside[0].length);
  return failure;
}
