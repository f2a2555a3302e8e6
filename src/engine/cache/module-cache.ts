// The module cache of one session: GOMODCACHE, shared with the go command and with other processes of ours.
//
// Nothing here talks to a network or decides what may be trusted: the room `fetch` does. Reading never takes
// a lock, so caches that cannot be written can be used as far as they are filled.

import { basename, dirname, isAbsolute, join } from 'node:path';
import type { ModuleVersion } from '../../core/module/index.js';
import { quote } from '../../core/quote.js';
import {
  describeError,
  errnoCode,
  fileError,
  type HeldLock,
  mkdirAll,
  writeFileAtomic,
} from '../io/index.js';
import type { Session } from '../session.js';
import { CacheError } from './errors.js';
import { type FolderState, folderState } from './folder-state.js';
import { Folders } from './folders.js';
import { type InstallEnvironment, type Installed, type InstallRequest, install } from './install.js';
import { CacheLayout } from './layout.js';
import { Scratch } from './scratch.js';
import { repairLists } from './sweep.js';
import { rewriteVersionList } from './version-list.js';
import { readZipHash } from './zip-hash.js';
import { ZipRecords } from './zip-records.js';

/** Files that an old go made up instead of fetching them. */
const MADE_UP_GO_MOD = Buffer.from('//vgo 0.0.');

/** See the head of this file. `close` it when the session ends. */
export class ModuleCache {
  readonly layout: CacheLayout;
  /** What the zips were, byte for byte, when their sums were made. */
  readonly records: ZipRecords;
  readonly #session: Session;
  readonly #scratch: Scratch;
  readonly #folders: Folders;
  /** Files that were looked for in vain, so that they are not looked for again on the way to the network. */
  readonly #absent = new Set<string>();
  #checked: { readonly error: CacheError | undefined } | undefined;
  #recovered: Promise<void> | undefined;

  /** Makes no file-system calls; a GOMODCACHE that is missing or relative shows in `check`. */
  constructor(session: Session) {
    this.#session = session;
    this.layout = new CacheLayout(session.env.get('GOMODCACHE'));
    this.records = new ZipRecords(session.fs, this.layout.ours, session.env.process.GOMOD_RECALL !== 'off');
    this.#scratch = new Scratch(session, this.layout.ours);
    this.#folders = new Folders(session.fs);
  }

  /** Absolute path of GOMODCACHE. */
  get root(): string {
    return this.layout.root;
  }

  /**
   * Checks that there is a cache to work with, and makes its folder. Looks once; every later call has the same result.
   * Throws a CacheError in Go's words. To be called before anything else.
   */
  check(): void {
    this.#checked ??= { error: checkRoot(this.#session, this.root) };
    if (this.#checked.error !== undefined) throw this.#checked.error;
  }

  /**
   * Repairs what killed runs have left half done. Whatever writes to the cache does this first by itself. Costs one look
   * where there is nothing to repair.
   */
  recover(): Promise<void> {
    this.#recovered ??= this.#scratch.recover(() => repairLists(this.#session, this.layout.download));
    return this.#recovered;
  }

  /** Ends the use of the cache. */
  async close(): Promise<void> {
    this.records.save();
    await this.#scratch.close();
  }

  /** Whether the folder of `m` can be used. Throws as folderState does. */
  folderState(m: ModuleVersion): FolderState {
    return folderState(this.#session.fs, this.layout, m);
  }

  /** The recorded sum of the zip of `m`, as readZipHash gives it. */
  readZipHash(m: ModuleVersion): string | undefined {
    return readZipHash(this.#session.fs, this.layout, m);
  }

  /**
   * The `.mod` file of a version; undefined where the cache has none, cannot hold one, or has one that an old go
   * made up. Its content is not checked against anything.
   */
  readGoMod(m: ModuleVersion): Uint8Array | undefined {
    const data = this.#read(m, 'mod');
    if (data?.subarray(0, MADE_UP_GO_MOD.length).equals(MADE_UP_GO_MOD)) return undefined;
    return data;
  }

  /** The bytes of the `.info` file of a version; undefined where the cache has none or cannot hold one. */
  readInfo(m: ModuleVersion): Uint8Array | undefined {
    return this.#read(m, 'info');
  }

  /**
   * Whether the cache lacks a file that it can hold. What was missing once stays missing for `readGoMod` and `readInfo`
   * until this run writes it: who is told so asks the network for what is the same everywhere.
   */
  lacks(m: ModuleVersion, suffix: 'info' | 'mod' | 'zip'): boolean {
    let path: string;
    try {
      path = this.layout.entry(m, suffix);
    } catch {
      return false;
    }
    if (this.#absent.has(path)) return true;
    if (this.#session.fs.existsSync(path)) return false;
    if (suffix !== 'zip') this.#absent.add(path);
    return true;
  }

  #read(m: ModuleVersion, suffix: 'info' | 'mod'): Buffer | undefined {
    try {
      // Where one file is missing others will be: a failure to open costs five looks.
      if (this.#absent.size > 0 && this.lacks(m, suffix)) return undefined;
      return this.#session.fs.readFileSync(this.layout.entry(m, suffix));
    } catch {
      // As in go: whatever the reason, it is not in the cache.
      return undefined;
    }
  }

  /** Writes the `.info` file of a version. Rejects with an EngineError in Go's words. */
  async writeInfo(m: ModuleVersion, data: Uint8Array): Promise<void> {
    await this.writeFile(this.layout.entry(m, 'info'), data);
  }

  /** Writes the `.mod` file of a version and brings `list` up to date. Rejects with an EngineError in Go's words. */
  async writeGoMod(m: ModuleVersion, data: Uint8Array): Promise<void> {
    const path = this.layout.entry(m, 'mod');
    await this.writeFile(path, data);
    try {
      const folder = dirname(path);
      const written = this.#folders.note(folder, basename(path, '.mod'));
      await rewriteVersionList(this.#session, folder, written);
    } catch (error) {
      // Go goes on without a list. So do we, and see to it that the next run makes it.
      this.#scratch.leaveMark();
      if (errnoCode(error) === undefined) throw error;
    }
  }

  /**
   * Writes any file of the cache, whole or not at all, making the folders above it. Rejects with an EngineError in Go's
   * words.
   */
  async writeFile(path: string, data: Uint8Array): Promise<void> {
    const { fs, random } = this.#session;
    await this.recover();
    try {
      const scratch = await this.#scratch.folder();
      const folder = dirname(path);
      this.#folders.make(folder);
      this.#absent.delete(path);
      if (scratch !== undefined) {
        try {
          writeFileAtomic(fs, path, data, { random, scratch });
          return;
        } catch {
          // On another file system, or removed: then beside the target, as go does it. Or all of the cache was removed.
          this.#folders.forget();
          this.#folders.make(folder);
        }
      }
      writeFileAtomic(fs, path, data, { random });
    } catch (error) {
      throw fileError(error);
    }
  }

  /** A path of this run's own for a file that does not exist yet; undefined where there is no folder for it. */
  async scratchFile(): Promise<string | undefined> {
    this.check();
    const folder = await this.#scratch.folder();
    return folder === undefined
      ? undefined
      : join(folder, `${Math.floor(this.#session.random() * 2 ** 40).toString(36)}.zip`);
  }

  /** Takes the lock under which a version is fetched and unpacked. Rejects with an EngineError in Go's words. */
  async lockVersion(m: ModuleVersion): Promise<HeldLock> {
    const path = this.layout.entry(m, 'lock');
    try {
      return await this.#lock(path);
    } catch (error) {
      if (errnoCode(error) !== 'ENOENT') throw fileError(error);
    }
    this.#folders.forget();
    try {
      return await this.#lock(path);
    } catch (error) {
      throw fileError(error);
    }
  }

  #lock(path: string): Promise<HeldLock> {
    this.#folders.make(dirname(path));
    return this.#session.locker.lock(path, 'exclusive', this.#session.signal);
  }

  /** Makes sure that a module is in the cache, complete: see install.ts. */
  async install(request: InstallRequest): Promise<Installed> {
    await this.recover();
    return await install(this.#installEnvironment(), request);
  }

  #installEnvironment(): InstallEnvironment {
    const { fs, random, events, signal, flags } = this.#session;
    return {
      fs,
      random,
      events,
      signal,
      layout: this.layout,
      writableFolders: flags.modcacherw,
      records: this.records,
      lockVersion: (m) => this.lockVersion(m),
    };
  }
}

function checkRoot({ fs }: Session, root: string): CacheError | undefined {
  if (root === '') {
    return new CacheError('no-cache', 'module cache not found: neither GOMODCACHE nor GOPATH is set');
  }
  if (!isAbsolute(root)) {
    const text = `GOMODCACHE entry is relative; must be absolute path: ${quote(root)}.\n`;
    return new CacheError('no-cache', text);
  }
  try {
    const found = fs.statSync(root, { throwIfNoEntry: false });
    if (found === undefined) mkdirAll(fs, root);
    else if (!found.isDirectory()) {
      return new CacheError('no-cache', `could not create module cache: ${quote(root)} is not a directory`);
    }
    return undefined;
  } catch (cause) {
    return new CacheError('no-cache', `could not create module cache: ${describeError(cause)}`, { cause });
  }
}
