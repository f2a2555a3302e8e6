// The files of packages on this machine, as -overlay has them.
//
// Folders are read once for each run: what a command says of packages is what was there when it first looked.

import type { Dirent, Stats } from 'node:fs';
import { childPath, type FileKind, type FileTree, type TreeEntry } from '../../core/file-tree.js';
import { headLength } from '../../core/imports/index.js';
import { lastElement } from '../../core/slash-path.js';
import { compareText } from '../../core/text.js';
import { EngineError } from '../error.js';
import { describeError, type FileSystem } from '../io/index.js';
import { isWithin, type Overlay } from '../load/index.js';
import { type FolderFact, type KnownFolders, makeHead } from '../recall/index.js';
import type { Head, Witness } from '../witness.js';
import { showsGoFile } from './source-facts.js';

/** What sources are read with. */
export interface SourceHost {
  readonly fs: FileSystem;
  /** The same files, for what is not remembered of a run. */
  readonly asideFs: FileSystem;
  readonly overlay: Overlay;
  /** Who watches what is read through `fs`. */
  readonly witness: Witness | undefined;
  /** Folders in which files do not change once they are there: unpacked modules, an installed GOROOT. */
  readonly settled: readonly string[];
  /** Where go's module cache is and what time it is; undefined where go keeps no index of folders. */
  readonly index?: { readonly modCache: string; now(): number } | undefined;
  /** What other runs have found in folders, of each kind; nothing where nothing is remembered. */
  readonly known?: Readonly<Record<KnownFolders['kind'], KnownFolders | undefined>>;
  /** Of which kind most is wanted. */
  readonly mostly?: KnownFolders['kind'];
}

/** What is remembered of a folder of which nothing more is known. */
const GO_FILES = 1;
const NO_GO_FILES = 0;

/** What is remembered of a folder. */
export interface Recollection {
  /** Where texts of facts are kept. */
  readonly texts: KnownFolders;
  /** What was found in it; undefined where that is to be found out. */
  readonly fact: readonly unknown[] | undefined;
  /** Remembers what was found. */
  remember(fact: FolderFact): void;
}

function isMuch(fact: FolderFact | undefined): readonly unknown[] | undefined {
  return typeof fact === 'object' ? fact : undefined;
}

/** See the head of this file. Paths are absolute. */
export class SourceTree {
  readonly #folders = new Map<string, readonly TreeEntry[] | { readonly error: unknown }>();
  readonly #heads = new Map<string, Head>();
  readonly #hasGoFiles = new Map<string, boolean | { readonly error: unknown }>();

  constructor(private readonly host: SourceHost) {}

  /** What was found in a folder before. `names`: the files that it is found in, asked for where they are needed. */
  recollection(
    folder: string,
    kind: KnownFolders['kind'],
    names: () => readonly string[],
  ): Recollection | undefined {
    const known = this.host.known?.[kind];
    if (known === undefined) return undefined;
    if (!known.isCached(folder)) {
      const other = known.other(folder, [...names()].sort(), this.#fs(folder));
      const witness = this.#witness(folder);
      for (const [name, head] of other.heads) witness?.knowHead(`${folder}/${name}`, head);
      const remember = (fact: FolderFact) =>
        other.remember(fact, (name) => this.#heads.get(`${folder}/${name}`));
      return { texts: known, fact: isMuch(other.fact), remember };
    }
    const remember = (fact: FolderFact) => {
      if (!this.#hasLinks(folder)) known.add(folder, fact);
    };
    return { texts: known, fact: isMuch(known.get(folder)), remember };
  }

  /** Where it is remembered which folders have Go files. */
  get #known(): KnownFolders | undefined {
    return this.host.known?.[this.host.mostly ?? 'sources'];
  }

  get #overlay(): Overlay {
    return this.host.overlay;
  }

  /** The files at a path: what never changes is looked at behind the back of who watches the run. */
  #fs(path: string): FileSystem {
    const { fs, asideFs } = this.host;
    return this.#isSettledFolder(path) ? asideFs : fs;
  }

  #witness(path: string): Witness | undefined {
    return this.#isSettledFolder(path) ? undefined : this.host.witness;
  }

  #isSettledFolder(path: string): boolean {
    return this.host.settled.some((folder) => isWithin(path, folder));
  }

  /** What is in a folder. Throws the node:fs error. */
  entries(folder: string): readonly TreeEntry[] {
    let known = this.#folders.get(folder);
    if (known === undefined) {
      known = attempt(() => this.#read(folder));
      this.#folders.set(folder, known);
    }
    if ('error' in known) throw known.error;
    return known;
  }

  #read(folder: string): readonly TreeEntry[] {
    const changes = this.#overlay.namesIn(folder);
    if (changes.size === 0) {
      if (!this.#overlay.replaced(folder) || this.#overlay.isDirectory(folder)) return this.#onDisk(folder);
      throw Object.assign(new Error(`ENOTDIR: not a directory, scandir '${folder}'`), {
        code: 'ENOTDIR',
        path: folder,
        syscall: 'scandir',
      });
    }
    const found = new Map(this.#onDiskIfThere(folder).map((entry) => [entry.name, entry]));
    for (const [name, change] of changes) {
      if (change === undefined) found.delete(name);
      else found.set(name, { name, kind: change === 'folder' ? 'dir' : this.#replacementKind(folder, name) });
    }
    return [...found.values()];
  }

  /** What stands in for a name, links followed: something irregular where nothing is. Throws OverlayFolderError. */
  #replacementKind(folder: string, name: string): FileKind {
    const found = attempt(() => this.stat(`${folder}/${name}`) ?? 'irregular');
    if (found === 'dir') throw new OverlayFolderError(folder, name);
    return typeof found === 'object' ? 'irregular' : found;
  }

  #onDisk(folder: string): TreeEntry[] {
    const entries =
      this.#witness(folder)?.readNames(folder) ??
      this.#fs(folder).readdirSync(folder, { withFileTypes: true });
    return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) }));
  }

  #onDiskIfThere(folder: string): TreeEntry[] {
    try {
      return this.#onDisk(folder);
    } catch {
      return [];
    }
  }

  /** What is at `path`, links followed; undefined where nothing is. Throws what else node:fs throws. */
  stat(path: string): Exclude<FileKind, 'symlink'> | undefined {
    const actual = this.#overlay.actual(path);
    if (actual === undefined) return undefined;
    if (actual === path && this.#overlay.namesIn(path).size > 0) return 'dir';
    return this.#statOnDisk(actual);
  }

  /** What is at `path`, a link not followed. */
  lstat(path: string): FileKind | undefined {
    if (this.#overlay.actual(path) !== path || this.#overlay.namesIn(path).size > 0) return this.stat(path);
    const found = this.#fs(path).lstatSync(path, { throwIfNoEntry: false });
    return found && kindOf(found);
  }

  /** The content of a file. Throws the node:fs error. */
  readFile(path: string): Uint8Array {
    const actual = this.#overlay.actual(path);
    if (actual !== undefined) return this.#fs(actual).readFileSync(actual);
    throw Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), {
      code: 'ENOENT',
      path,
      syscall: 'open',
    });
  }

  /** The content of a source file, for who finds in it what `readSource` and `scanSource` do. Throws the node:fs error. */
  readSource(path: string): Uint8Array {
    const { witness, fs, known } = this.host;
    const isForNobody = witness === undefined && known === undefined;
    if (isForNobody || this.#isSettledFolder(path) || this.#overlay.actual(path) !== path)
      return this.readFile(path);
    const headOf = (data: Uint8Array) => {
      const length = headLength(lastElement(path), data);
      const head = length === undefined ? undefined : makeHead(data, length);
      if (head !== undefined) this.#heads.set(path, head);
      return head;
    };
    if (witness !== undefined) return witness.readHead(path, headOf);
    const data = fs.readFileSync(path);
    headOf(data);
    return data;
  }

  /** Names of the regular files of a folder, links to such among them, for which `wanted` holds; sorted as found. */
  files(folder: string, wanted: (name: string) => boolean): string[] {
    const names: string[] = [];
    for (const { name, kind } of this.entries(folder)) {
      if (wanted(name) && this.#isRegular(folder, name, kind)) names.push(name);
    }
    return names;
  }

  /** The same, and what leads nowhere, links and names of the overlay: a package that has one cannot be read. */
  filesAndDeadEnds(folder: string, wanted: (name: string) => boolean): string[] {
    return this.entries(folder)
      .filter(({ name, kind }) => {
        if (!wanted(name)) return false;
        const path = `${folder}/${name}`;
        if (kind === 'symlink') return !this.#leadsToFolder(path);
        return kind === 'file' || (kind === 'irregular' && this.#overlay.replaced(path));
      })
      .map(({ name }) => name);
  }

  #leadsToFolder(path: string): boolean {
    try {
      return this.stat(path) === 'dir';
    } catch {
      return false;
    }
  }

  #isRegular(folder: string, name: string, kind: FileKind): boolean {
    if (kind !== 'symlink') return kind === 'file';
    try {
      return this.stat(`${folder}/${name}`) === 'file';
    } catch {
      return false;
    }
  }

  /**
   * Whether go goes by an index of the folder: where it keeps any, of all folders in the module cache, and of others if every
   * file is a regular one that has not changed in the last two seconds.
   */
  isIndexed(folder: string): boolean {
    const { index } = this.host;
    if (index === undefined) return false;
    return isWithin(folder, index.modCache) || this.#isSettled(folder, index.now());
  }

  #isSettled(folder: string, now: number): boolean {
    return this.entries(folder).every(({ name, kind }) => {
      if (kind === 'dir') return true;
      const actual = this.#overlay.actual(`${folder}/${name}`);
      const found =
        actual === undefined ? undefined : this.#fs(actual).statSync(actual, { throwIfNoEntry: false });
      return kind === 'file' && found !== undefined && found.mtimeMs <= now - 2000;
    });
  }

  #hasLinks(folder: string): boolean {
    return this.entries(folder).some(({ kind }) => kind === 'symlink');
  }

  /**
   * Whether a folder has Go files, whatever they are for. False where there is no folder; throws what else fails, links that
   * lead nowhere among it where no Go file is beside them.
   */
  hasGoFiles(folder: string): boolean {
    let known = this.#hasGoFiles.get(folder);
    if (known === undefined) {
      known = attempt(() => this.#rememberedGoFile(folder) ?? this.#someGoFile(folder));
      this.#hasGoFiles.set(folder, known);
    }
    if (typeof known === 'object') throw known.error;
    return known;
  }

  #rememberedGoFile(folder: string): boolean | undefined {
    const fact = this.#known?.get(folder);
    if (typeof fact === 'object') return showsGoFile(fact);
    return fact === undefined ? undefined : fact === GO_FILES;
  }

  #someGoFile(folder: string): boolean {
    const has = this.#lookForGoFile(folder);
    if (this.#known?.isCached(folder) && !(has && this.#hasLinks(folder)))
      this.#known.add(folder, has ? GO_FILES : NO_GO_FILES);
    return has;
  }

  #lookForGoFile(folder: string): boolean {
    let entries: readonly TreeEntry[];
    try {
      entries = this.entries(folder);
    } catch (error) {
      const { code } = error as { code?: unknown };
      // A path below a file is a failure, the file itself is a folder without sources.
      if (code === 'ENOENT' || (code === 'ENOTDIR' && this.stat(folder) !== undefined)) return false;
      throw error;
    }
    const named = entries.filter(({ name, kind }) => name.endsWith('.go') && kind !== 'dir');
    const isFile = ({ name, kind }: TreeEntry) => this.#isRegular(folder, name, kind);
    if (named.some((entry) => !/^[._]/.test(entry.name) && isFile(entry))) return true;
    // Files whose names hide them are in no index.
    if (named.some(isFile) && !this.isIndexed(folder)) return true;
    const others = named.filter(({ kind }) => kind !== 'file').map(({ name }) => name);
    for (const name of others.sort(compareText)) this.#follow(`${folder}/${name}`);
    return false;
  }

  /** Throws an EngineError where a link, or a name of the overlay, leads nowhere: there might be a Go file. */
  #follow(path: string): void {
    const actual = this.#overlay.actual(path);
    if (actual === undefined) return;
    const site = { op: 'stat', name: actual };
    const found = attempt(() => this.#statOnDisk(actual));
    if (typeof found === 'object') {
      throw new EngineError('io', describeError(found.error, site), { cause: found.error });
    }
    if (found === undefined) throw new EngineError('io', describeError({ code: 'ENOENT' }, site));
  }

  /** What is below a folder, whatever -overlay says: import path patterns end where go.mod is on the disk. */
  onDisk(root: string): Pick<FileTree, 'stat'> {
    return { stat: (path) => this.#statOnDisk(childPath(root, path)) };
  }

  #statOnDisk(path: string): Exclude<FileKind, 'symlink'> | undefined {
    const found = this.#fs(path).statSync(path, { throwIfNoEntry: false });
    return found && (kindOf(found) as Exclude<FileKind, 'symlink'>);
  }

  /** The tree below a folder. */
  tree(root: string): FileTree {
    const at = (path: string) => (path === '' ? root : childPath(root, path));
    return {
      readdir: (path) => this.entries(at(path)),
      lstat: (path) => this.lstat(at(path)),
      stat: (path) => this.stat(at(path)),
    };
  }
}

/** A folder that cannot be read, as the overlay puts a folder in the place of a file in it. */
export class OverlayFolderError extends EngineError {
  constructor(
    folder: string,
    private readonly child: string,
  ) {
    super('io', `read ${folder}: overlay maps child ${child} to directory`);
  }

  /** The same of the folder by another name. */
  under(name: string): OverlayFolderError {
    return new OverlayFolderError(name, this.child);
  }
}

/** What was thrown. */
export interface Failed {
  readonly error: unknown;
}

/** What `work` gives, or what it throws. */
export function attempt<T>(work: () => T): T | Failed {
  try {
    return work();
  } catch (error) {
    return { error };
  }
}

/** What an attempt gave. Throws what it threw. */
export function resultOf<T extends object>(result: T | Failed): T {
  if ('error' in result) throw result.error;
  return result;
}

/** What was found under a name, links not followed. */
export function kindOf(found: Dirent | Stats): FileKind {
  if (found.isSymbolicLink()) return 'symlink';
  return found.isDirectory() ? 'dir' : found.isFile() ? 'file' : 'irregular';
}
