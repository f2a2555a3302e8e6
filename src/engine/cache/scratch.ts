// Where files are written before they get their names, and how a run that was killed is noticed.
//
// The go command writes temporary files beside their targets and leaves them there when it is killed, because
// nobody can tell a dead writer's file from a live one's. Ours are written in a folder of the run,
// `cache/gomod/tmp/<id>/`, beside which the run holds a lock on `<id>.lock` for as long as it lives. Whoever
// can take such a lock knows that its owner is dead: it removes the folder, repairs what the owner may have
// left half done, and removes the lock file last. A run that could not do all it should leaves its lock
// file for the same reason. When all runs have ended well, nothing of this is left.

import { join } from 'node:path';
import {
  errnoCode,
  type FileSystem,
  type HeldLock,
  LockError,
  type Locker,
  mkdirAll,
  removeAll,
  scratchName,
} from '../io/index.js';

const LOCK_SUFFIX = '.lock';

/** How often making the folder is tried again when others remove it or take the name. */
const TRIES = 20;

/** What a scratch folder needs of a session. */
export interface ScratchHost {
  readonly fs: FileSystem;
  readonly locker: Locker;
  readonly random: () => number;
}

interface OpenScratch {
  readonly folder: string;
  readonly lock: HeldLock;
}

/** The scratch folder of one run, made when it is first needed. */
export class Scratch {
  #open: Promise<OpenScratch | undefined> | undefined;
  #unfinished = false;

  /** @param parent the folder of all scratch folders; @param root the cache's own folder above it */
  constructor(
    private readonly host: ScratchHost,
    private readonly root: string,
  ) {}

  private get parent(): string {
    return join(this.root, 'tmp');
  }

  /**
   * The folder, or undefined where none can be had (then temporary files go beside their targets). Rejects with a
   * LockError where the platform has no locks.
   */
  async folder(): Promise<string | undefined> {
    this.#open ??= this.#make();
    return (await this.#open)?.folder;
  }

  /** Notes that something was left half done: the next run repairs it. */
  leaveMark(): void {
    this.#unfinished = true;
  }

  async #make(): Promise<OpenScratch | undefined> {
    const { fs, locker, random } = this.host;
    for (let tries = 0; tries < TRIES; tries++) {
      const folder = join(this.parent, scratchName(random));
      try {
        mkdirAll(fs, this.parent);
        const lock = await locker.tryLock(folder + LOCK_SUFFIX, 'exclusive');
        if (lock === undefined) continue;
        const open = { folder, lock };
        if (this.#fill(open)) return open;
      } catch (error) {
        if (error instanceof LockError) throw error;
        // ENOENT: another run has just ended and removed the empty parent.
        if (errnoCode(error) !== 'ENOENT') return undefined;
      }
    }
    return undefined;
  }

  #fill(open: OpenScratch): boolean {
    try {
      this.host.fs.mkdirSync(open.folder);
      return true;
    } catch {
      this.#clear(open, true);
      return false;
    }
  }

  /** Ends the run. Removes what this class has made, as far as that is possible. */
  async close(): Promise<void> {
    const open = await this.#open?.catch(() => undefined);
    this.#open = undefined;
    if (open === undefined) return;
    this.#clear(open, !this.#unfinished);
    this.#removeEmpty();
  }

  #removeEmpty(): void {
    for (const folder of [this.parent, this.root]) quietly(() => this.host.fs.rmdirSync(folder));
  }

  #clear({ folder, lock }: OpenScratch, finished: boolean): void {
    const { fs } = this.host;
    quietly(() => {
      removeAll(fs, folder);
      if (finished) fs.unlinkSync(folder + LOCK_SUFFIX);
    });
    quietly(() => lock.unlock());
  }

  /**
   * Finds runs that ended without `close`, calls `repair` once if there are any, and clears them away. Failures
   * leave everything for the next run.
   */
  async recover(repair: () => Promise<void>): Promise<void> {
    const dead: { readonly name: string; readonly lock: HeldLock }[] = [];
    try {
      for (const name of this.#lockFiles()) {
        const lock = await this.host.locker.tryLock(name, 'exclusive');
        if (lock !== undefined) dead.push({ name, lock });
      }
      if (dead.length === 0) return;
      await repair();
      for (const { name } of dead) {
        removeAll(this.host.fs, name.slice(0, -LOCK_SUFFIX.length));
        this.host.fs.unlinkSync(name);
      }
      this.#removeEmpty();
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') throw error;
      // A cache that cannot be written, or a platform without locks: whoever has to write will say so.
    } finally {
      for (const { lock } of dead) lock.unlock();
    }
  }

  #lockFiles(): string[] {
    try {
      const names = this.host.fs.readdirSync(this.parent);
      return names.filter((name) => name.endsWith(LOCK_SUFFIX)).map((name) => join(this.parent, name));
    } catch {
      return [];
    }
  }
}

function quietly(step: () => void): void {
  try {
    step();
  } catch {
    // What cannot be removed now is removed by the run that finds it.
  }
}
