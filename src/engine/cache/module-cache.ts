// The module cache of one session: GOMODCACHE, shared with the go command and with other processes of ours.
//
// Nothing here talks to a network or decides what may be trusted: the room `fetch` does. Reading never takes
// a lock, so caches that cannot be written can be used as far as they are filled.

import { dirname, isAbsolute, join } from 'node:path';
import type { ModuleVersion } from '../../core/module/index.js';
import { quote } from '../../core/quote.js';
import { type Entry, EntryWriter } from '../entries/index.js';
import { isFatal } from '../error.js';
import { describeError, errnoCode, fileError, type HeldLock, mkdirAll, scratchName } from '../io/index.js';
import { KnownFolders, KnownGraph } from '../recall/index.js';
import type { Session } from '../session.js';
import { CacheError } from './errors.js';
import { type FolderState, folderState } from './folder-state.js';
import { type InstallEnvironment, type Installed, type InstallRequest, install, useAsIs } from './install.js';
import { CacheLayout } from './layout.js';
import { Scratch } from './scratch.js';
import { repairLists } from './sweep.js';
import { WriteBehind, type WriteElsewhere } from './write-behind.js';
import { readZipHash } from './zip-hash.js';
import { ZipRecords } from './zip-records.js';

/** Files that an old go made up instead of fetching them. */
const MADE_UP_GO_MOD = Buffer.from('//vgo 0.0.');

/**
 * So many `.info` and `.mod` files this thread writes before others go to another: most runs that write a few write no
 * more, and where nothing can be written the first says so.
 */
const WRITTEN_HERE = 40;
/** The same once so many files are lacking that there will be much to write. */
const WRITTEN_HERE_OF_MANY = 4;
const MANY = 200;

/** See the head of this file. `close` it when the session ends. */
export class ModuleCache {
  readonly layout: CacheLayout;
  /** What the zips were, byte for byte, when their sums were made. */
  readonly records: ZipRecords;
  readonly #session: Session;
  /** Whether anything is remembered for other runs. */
  readonly #recalls: boolean;
  #graph: KnownGraph | undefined;
  readonly #folders: KnownFolders[] = [];
  readonly #scratch: Scratch;
  readonly #writer: EntryWriter;
  readonly #behind: WriteBehind | undefined;
  #writtenHere = 0;
  /** Files that were looked for in vain, so that they are not looked for again on the way to the network. */
  readonly #absent = new Set<string>();
  /** Whether there was nothing at all when that was first asked; then nothing is looked for that this run has not written. */
  #startedEmpty: boolean | undefined;
  readonly #written = new Set<string>();
  #checked: { readonly error: CacheError | undefined } | undefined;
  #recovered: Promise<void> | undefined;

  /**
   * Makes no file-system calls; a GOMODCACHE that is missing or relative shows in `check`. `elsewhere`: who writes when
   * there is much to write.
   */
  constructor(session: Session, elsewhere?: WriteElsewhere) {
    this.#session = session;
    this.layout = new CacheLayout(session.env.get('GOMODCACHE'));
    this.#recalls = session.env.process.GOMOD_RECALL !== 'off';
    this.records = new ZipRecords(session.asideFs, this.layout.ours, this.#recalls);
    this.#scratch = new Scratch(session, this.layout.ours);
    this.#writer = new EntryWriter(session);
    this.#behind =
      elsewhere &&
      new WriteBehind({
        elsewhere,
        signal: session.signal,
        here: (entry) => this.#writeEntry(entry),
        unlisted: () => this.#scratch.leaveMark(),
      });
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
    this.#recovered ??= isAbsolute(this.root)
      ? this.#scratch.recover(() => repairLists(this.#session, this.layout.download))
      : Promise.resolve();
    return this.#recovered;
  }

  /**
   * Resolves when everything is written; also when the session is aborted. To be called before `close`. Rejects with what
   * a `later` of `writeInfo` or `writeGoMod` threw.
   */
  async settle(): Promise<void> {
    await this.#behind?.settle();
  }

  /** Ends the use of the cache. */
  async close(): Promise<void> {
    this.records.save();
    this.#graph?.save();
    for (const folders of this.#folders) folders.save();
    await this.#scratch.close();
  }

  /** What the files of a graph said before; undefined where nothing is remembered. `place`: see KnownGraph. */
  knownGraph(place: string): KnownGraph | undefined {
    if (!this.#recalls || !isAbsolute(this.root)) return undefined;
    this.#graph = new KnownGraph(this.#session, this.root, place);
    return this.#graph;
  }

  /** What was found in folders of modules before; undefined where nothing is remembered. See KnownFolders. */
  knownFolders(kind: 'scans' | 'sources', file: string): KnownFolders | undefined {
    if (!this.#recalls || !isAbsolute(this.root)) return undefined;
    const folders = new KnownFolders(this.#session, { modCache: this.root, kind, file });
    this.#folders.push(folders);
    return folders;
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
    if (this.#behind?.get(path) !== undefined) return false;
    if (this.#absent.has(path)) return true;
    if (this.#isThere(path, suffix)) return false;
    if (suffix !== 'zip') {
      this.#absent.add(path);
      if (this.#absent.size === MANY) this.#behind?.expectMany();
    }
    return true;
  }

  #isThere(path: string, suffix: 'info' | 'mod' | 'zip'): boolean {
    const { fs } = this.#session;
    this.#startedEmpty ??= !fs.existsSync(this.layout.download);
    return this.#startedEmpty && suffix !== 'zip' ? this.#written.has(path) : fs.existsSync(path);
  }

  /** The path of a file that was there before this run, as far as is known; undefined for others. */
  pathFromBefore(m: ModuleVersion, suffix: 'info' | 'mod'): string | undefined {
    try {
      if (this.#absent.size > 0 && this.lacks(m, suffix)) return undefined;
      const path = this.layout.entry(m, suffix);
      return this.#written.has(path) ? undefined : path;
    } catch {
      // No version that the cache could hold.
      return undefined;
    }
  }

  #read(m: ModuleVersion, suffix: 'info' | 'mod'): Buffer | undefined {
    try {
      // Where one file is missing others will be: a failure to open costs five looks.
      if (this.#absent.size > 0 && this.lacks(m, suffix)) return undefined;
      const path = this.layout.entry(m, suffix);
      const coming = this.#behind?.get(path);
      return coming === undefined ? this.#session.fs.readFileSync(path) : Buffer.from(coming);
    } catch {
      // As in go: whatever the reason, it is not in the cache.
      return undefined;
    }
  }

  /** Writes the `.info` file of a version, as `writeGoMod` does. */
  async writeInfo(m: ModuleVersion, data: Uint8Array, later?: (error: Error) => void): Promise<void> {
    await this.#write({ path: this.layout.entry(m, 'info'), data }, later);
  }

  /**
   * Writes the `.mod` file of a version and brings `list` up to date. Rejects with an EngineError in Go's words. With
   * `later`, it may resolve before this is done; a failure is told to `later` then.
   */
  async writeGoMod(m: ModuleVersion, data: Uint8Array, later?: (error: Error) => void): Promise<void> {
    await this.#write({ path: this.layout.entry(m, 'mod'), data }, later);
  }

  async #write(entry: Entry, later: ((error: Error) => void) | undefined): Promise<void> {
    await this.recover();
    if (later !== undefined && this.#behind !== undefined && this.#goesElsewhere(entry, this.#behind)) {
      const scratch = await this.#scratch.folder();
      if (scratch !== undefined) {
        this.#absent.delete(entry.path);
        this.#written.add(entry.path);
        this.#behind.add(entry, scratch, (error) => {
          this.#written.delete(entry.path);
          if (!isFatal(error)) later(fileError(error));
        });
        return;
      }
    }
    await this.#writeEntry(entry);
    this.#writtenHere++;
  }

  /** What has a predecessor on its way follows it, so that the last content stays. */
  #goesElsewhere({ path }: Entry, behind: WriteBehind): boolean {
    const here = this.#absent.size < MANY ? WRITTEN_HERE : WRITTEN_HERE_OF_MANY;
    return behind.get(path) !== undefined || (this.#writtenHere >= here && behind.open);
  }

  async #writeEntry({ path, data }: Entry): Promise<void> {
    await this.writeFile(path, data);
    if (!path.endsWith('.mod')) return;
    let listed = false;
    try {
      listed = await this.#writer.list(path);
    } finally {
      // Go goes on without a list. So do we, and see to it that the next run makes it.
      if (!listed) this.#scratch.leaveMark();
    }
  }

  /**
   * Writes any file of the cache, whole or not at all, making the folders above it. Rejects with an EngineError in Go's
   * words.
   */
  async writeFile(path: string, data: Uint8Array): Promise<void> {
    await this.recover();
    try {
      const scratch = await this.#scratch.folder();
      this.#absent.delete(path);
      this.#writer.write({ path, data }, scratch);
      this.#written.add(path);
    } catch (error) {
      throw fileError(error);
    }
  }

  /** A path of this run's own for a file that does not exist yet; undefined where there is no folder for it. */
  async scratchFile(): Promise<string | undefined> {
    this.check();
    const folder = await this.#scratch.folder();
    return folder === undefined ? undefined : join(folder, `${scratchName(this.#session.random)}.zip`);
  }

  /** Takes the lock under which a version is fetched and unpacked. Rejects with an EngineError in Go's words. */
  async lockVersion(m: ModuleVersion): Promise<HeldLock> {
    const path = this.layout.entry(m, 'lock');
    try {
      return await this.#lock(path);
    } catch (error) {
      if (errnoCode(error) !== 'ENOENT') throw fileError(error);
    }
    this.#writer.folders.forget();
    try {
      return await this.#lock(path);
    } catch (error) {
      throw fileError(error);
    }
  }

  #lock(path: string): Promise<HeldLock> {
    this.#writer.folders.make(dirname(path));
    return this.#session.locker.lock(path, 'exclusive', this.#session.signal);
  }

  /** A module that is in the cache already, complete; undefined where there is something to do. `accept`: see install. */
  async installed(m: ModuleVersion, accept: InstallRequest['accept']): Promise<Installed | undefined> {
    return await useAsIs({ fs: this.#session.fs, layout: this.layout }, { module: m, accept });
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
