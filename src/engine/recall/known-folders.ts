// What was found in folders of the module cache, remembered for the next run on the same main modules: `cache/gomod/scans`
// for the imports of any build, `cache/gomod/sources` for files as a build sees them; a file for each go.mod or go.work
// that is worked on.
//
// Unpacked modules do not change, and reading their sources takes most of the time of a run. go keeps an index of them, and
// believes it as long as the module has the same path, whatever is in its folder. Here it is believed as long as the
// folder of the module is the one that was read, by times and inode: a module that was removed and unpacked again, or in
// whose folder somebody has made or removed a file, is read anew. As with go, edits further below are not noticed.
//
// Other folders, those of the main modules above all, are known as long as their source files have the same names and each is
// as it was, by size, times and inode. With each file its head is kept, so that a run that need not read it knows what it
// depends on.
//
// Only folders that somebody asked for are in it, of large modules a few. A record is bound to the build of this program,
// so that nothing outlives the code that found it. Nothing here ever fails a run.

import type { FileSystem } from '../io/index.js';
import type { Head } from '../witness.js';
import { keepRecord } from './keep.js';
import { type RecordKind, readRecord, recordFile } from './recall.js';
import { seal, unseal } from './seal.js';
import { type Eyes, isSettled, lookAt, STAMP_LENGTH, type Stamp } from './sight.js';

/** What folders are remembered with. */
export interface KnownFoldersHost {
  /** The files of the run, for what changes no result: its records, and the folders of unpacked modules. */
  readonly asideFs: FileSystem;
  readonly clock: { now(): number };
  readonly random: () => number;
}

/** Which folders, and where that is kept. */
export interface KnownFoldersPlace {
  /** Absolute path of GOMODCACHE. */
  readonly modCache: string;
  readonly kind: Extract<RecordKind, 'scans' | 'sources'>;
  /** Absolute path of the go.mod or go.work that is worked on. */
  readonly file: string;
}

/** What is remembered of a folder: JSON; its texts are places in the list of all (see `place` and `text`). */
export type FolderFact = number | readonly unknown[];

/** Path of a module's folder below the module cache, its stamp, then paths below it and facts by turns. */
type StoredModule = readonly [root: string, ...stamp: Stamp, ...folders: readonly (string | FolderFact)[]];

/** The name of a file, its stamp and its head; null where all of it matters. */
type StoredFile = readonly [name: string, stamp: Stamp, head: Head | null];

/** An absolute path, what was found there, and the files that it was found in. */
type StoredFolder = readonly [folder: string, fact: FolderFact, ...files: readonly StoredFile[]];

interface Stored {
  readonly texts: string[];
  readonly modules: readonly StoredModule[];
  readonly others: readonly StoredFolder[];
}

/** A folder outside of the module cache, as it was looked at. */
export interface OtherFolder {
  /** What is known of it; undefined where its files have to be read. */
  readonly fact: FolderFact | undefined;
  /** The heads of the files that it was found in. */
  readonly heads: readonly (readonly [name: string, head: Head])[];
  /** Remembers what was found in the files, which were read after the folder was looked at. */
  remember(fact: FolderFact, headOf: (name: string) => Head | undefined): void;
}

interface Known {
  /** Undefined where the folder could not be known again. */
  readonly stamp: Stamp | undefined;
  readonly facts: Map<string, FolderFact>;
}

/** Set by the bundler. */
declare const GOMOD_BUILD: string | undefined;

const BUILD = typeof GOMOD_BUILD === 'string' ? GOMOD_BUILD : 'sources';
/** The number changes when what facts mean does. */
const FORMAT = `gomod folders 2 ${BUILD} `;

const FACTS_AT = 1 + STAMP_LENGTH;
/** A record of more bytes begins anew: far more than one project takes. */
const MOST_BYTES = 12 << 20;
const NO_FACTS: Known = { stamp: undefined, facts: new Map() };

/** See the head of this file. */
export class KnownFolders {
  readonly kind: KnownFoldersPlace['kind'];
  readonly #file: string;
  readonly #prefix: string;
  #stored: Map<string, StoredModule> | undefined;
  #others = new Map<string, StoredFolder>();
  #texts: string[] = [];
  #size = 0;
  #places: Map<string, number> | undefined;
  readonly #modules = new Map<string, Known>();
  readonly #learned = new Set<string>();
  readonly #usedOthers = new Map<string, StoredFolder>();
  #learnedOthers = false;

  constructor(
    private readonly host: KnownFoldersHost,
    { modCache, kind, file }: KnownFoldersPlace,
  ) {
    this.kind = kind;
    this.#file = recordFile(modCache, kind, file);
    this.#prefix = `${modCache}/`;
  }

  /** Whether a folder, by its absolute path, is one that can be remembered. */
  isCached(folder: string): boolean {
    return this.#rootOf(folder) !== undefined;
  }

  /** What is known of a folder, by its absolute path; undefined where it has to be looked at. */
  get(folder: string): FolderFact | undefined {
    const root = this.#rootOf(folder);
    return root === undefined ? undefined : this.#module(root).facts.get(folder.slice(root.length));
  }

  /** Remembers what was found in a folder. Folders of which `get` knows nothing may have been looked at before that. */
  add(folder: string, fact: FolderFact): void {
    const root = this.#rootOf(folder);
    if (root === undefined) return;
    const known = this.#module(root);
    if (known.stamp === undefined) return;
    known.facts.set(folder.slice(root.length), fact);
    this.#learned.add(root);
  }

  /** Looks at a folder outside of the module cache. `names`: its source files, sorted; `fs`: to look at them with. */
  other(folder: string, names: readonly string[], fs: Eyes): OtherFolder {
    this.#read();
    const stored = this.#others.get(folder);
    const now: [name: string, stamp: Stamp][] = [];
    let settled = true;
    for (const name of names) {
      const sight = lookAt(fs, `${folder}/${name}`, false);
      if (sight?.kind !== 'file') return UNKNOWN;
      settled &&= isSettled(sight, this.host.clock.now());
      now.push([name, sight.stamp]);
    }
    if (stored !== undefined && isSameList(stored, now)) {
      this.#usedOthers.set(folder, stored);
      return { fact: stored[1], heads: headsOf(stored), remember: nothing };
    }
    const remember: OtherFolder['remember'] = (fact, headOf) => {
      if (!settled) return;
      const files = now.map(([name, stamp]) => [name, stamp, headOf(name) ?? null] as const);
      this.#usedOthers.set(folder, [folder, fact, ...files]);
      this.#learnedOthers = true;
    };
    return { fact: undefined, heads: [], remember };
  }

  /** The text at a place. */
  text(place: number): string {
    const text = this.#texts[place];
    if (text === undefined) throw new RangeError('no such text');
    return text;
  }

  /** The place of a text. */
  place(text: string): number {
    this.#read();
    this.#places ??= new Map(this.#texts.map((known, at) => [known, at]));
    let at = this.#places.get(text);
    if (at === undefined) {
      at = this.#texts.push(text) - 1;
      this.#places.set(text, at);
    }
    return at;
  }

  /** The folder of the module in the cache that a path is in: it ends with the element that has the version. */
  #rootOf(folder: string): string | undefined {
    if (!folder.startsWith(this.#prefix)) return undefined;
    const at = folder.indexOf('@', this.#prefix.length);
    if (at < 0) return undefined;
    const end = folder.indexOf('/', at);
    return end < 0 ? folder : folder.slice(0, end);
  }

  #module(root: string): Known {
    let known = this.#modules.get(root);
    if (known === undefined) {
      known = this.#open(root);
      this.#modules.set(root, known);
    }
    return known;
  }

  #open(root: string): Known {
    const sight = lookAt(this.host.asideFs, root, true);
    if (sight?.kind !== 'listing') return NO_FACTS;
    const stored = this.#read().get(root.slice(this.#prefix.length));
    if (stored !== undefined && sight.stamp.every((number, at) => number === stored[1 + at]))
      return { stamp: sight.stamp, facts: factsOf(stored) };
    return { stamp: isSettled(sight, this.host.clock.now()) ? sight.stamp : undefined, facts: new Map() };
  }

  #read(): Map<string, StoredModule> {
    if (this.#stored === undefined) {
      try {
        const stored = this.#fromFile();
        this.#stored = new Map(stored?.modules.map((each) => [each[0], each]));
        this.#others = new Map(stored?.others.map((each) => [each[0], each]));
        this.#texts = stored?.texts ?? [];
      } catch {
        this.#stored = new Map();
      }
    }
    return this.#stored;
  }

  #fromFile(): Stored | undefined {
    const data = readRecord(this.host.asideFs, this.#file);
    this.#size = data?.length ?? 0;
    return data && (unseal(FORMAT, data) as Stored | undefined);
  }

  /** Writes what is known, if something was learned. */
  save(): void {
    if (this.#learned.size === 0 && !this.#learnedOthers) return;
    const isFull = this.#size > MOST_BYTES;
    const modules = isFull ? new Map<string, StoredModule>() : new Map(this.#read());
    for (const root of isFull ? this.#modules.keys() : this.#learned) {
      const { stamp, facts } = this.#module(root);
      const key = root.slice(this.#prefix.length);
      if (stamp !== undefined)
        modules.set(key, [key, ...stamp, ...[...facts].flat(1)] as unknown as StoredModule);
    }
    const others = new Map([...(isFull ? [] : this.#others), ...this.#usedOthers]);
    this.#learned.clear();
    this.#learnedOthers = false;
    const stored: Stored = {
      texts: this.#texts,
      modules: [...modules.values()],
      others: [...others.values()],
    };
    keepRecord(this.host.asideFs, this.#file, seal(FORMAT, stored), this.host.random);
  }
}

const UNKNOWN: OtherFolder = { fact: undefined, heads: [], remember: nothing };

function nothing(): void {}

/** Whether the files of a folder are those that were read. */
function isSameList([, , ...files]: StoredFolder, now: readonly (readonly [string, Stamp])[]): boolean {
  const isSame = ([name, stamp]: readonly [string, Stamp], at: number) => {
    const stored = files[at];
    return stored?.[0] === name && stamp.every((number, i) => number === stored[1][i]);
  };
  return files.length === now.length && now.every(isSame);
}

function headsOf([, , ...files]: StoredFolder): (readonly [string, Head])[] {
  return files.flatMap(([name, , head]) => (head === null ? [] : [[name, head] as const]));
}

function factsOf(stored: StoredModule): Map<string, FolderFact> {
  const facts = new Map<string, FolderFact>();
  for (let at = FACTS_AT; at + 1 < stored.length; at += 2)
    facts.set(stored[at] as string, stored[at + 1] as FolderFact);
  return facts;
}
