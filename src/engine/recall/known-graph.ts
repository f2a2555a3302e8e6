// What the `.mod` and `.info` files of a module graph were found to say, remembered for the next run on the same
// main modules: `cache/gomod/graphs`, a file for each go.mod or go.work that is worked on.
//
// After an edit of go.mod nearly all of its graph is what it was, and reading and checking a thousand go.mod files takes
// most of the time of such a run. What is remembered of a file counts only while the file is as it was, by size, times
// and inode; sums are checked as if it had been read. Nothing here ever fails a run.

import type { RevInfo } from '../../core/goproxy/index.js';
import type { GoModFacts } from '../../core/modfile/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import type { FileSystem } from '../io/index.js';
import { keepRecord } from './keep.js';
import { readRecord, recordFile } from './recall.js';
import { seal, unseal } from './seal.js';
import { isSettled, lookAt, type Stamp } from './sight.js';

/** A verified go.mod. */
export interface KnownGoMod {
  /** `h1:...` of the file. */
  readonly sum: string;
  readonly facts: GoModFacts;
}

/** A file of the cache, and what it is known to say. */
export interface KnownFile<T> {
  /** What it is known by; undefined where it cannot be known again. */
  readonly stamp: Stamp | undefined;
  readonly content: T | undefined;
}

/** What the graph is remembered with. */
export interface KnownGraphHost {
  /** The files of the run. */
  readonly fs: FileSystem;
  /** The same files, for what changes no result. */
  readonly asideFs: FileSystem;
  readonly clock: { now(): number };
  readonly random: () => number;
}

const FORMAT = 'gomod graph 1 ';

/** A module, and the five numbers of a stamp. */
type Key = readonly [module: string, ...stamp: Stamp];
/** Requirements as places in the list of all, one behind the other. */
type StoredGoMod = readonly [
  ...Key,
  sum: string,
  modulePath: string,
  goVersion: string,
  deprecated: string,
  retract: GoModFacts['retract'],
  ...require: readonly number[],
];
type StoredInfo = readonly [...Key, info: RevInfo];

interface Stored {
  /** Path and version by turns. */
  readonly requirements: readonly string[];
  readonly goMods: readonly StoredGoMod[];
  readonly infos: readonly StoredInfo[];
}

/** Where the requirements of a stored go.mod begin. */
const REQUIRE_AT = 11;

interface Entry<T> {
  readonly stamp: Stamp;
  readonly content: T;
}

/** See the head of this file. */
export class KnownGraph {
  readonly #file: string;
  #stored: { readonly goMods: Map<string, StoredGoMod>; readonly infos: Map<string, StoredInfo> } | undefined;
  #requirements: readonly string[] = [];
  readonly #made: ModuleVersion[] = [];
  readonly #goMods = new Map<string, Entry<KnownGoMod>>();
  readonly #infos = new Map<string, Entry<RevInfo>>();
  #learned = false;

  /**
   * @param modCache absolute path of GOMODCACHE
   * @param place absolute path of the go.mod or go.work that is worked on
   */
  constructor(
    private readonly host: KnownGraphHost,
    modCache: string,
    place: string,
  ) {
    this.#file = recordFile(modCache, 'graphs', place);
  }

  /** The `.mod` file of `m`, at `path`. */
  goMod(m: ModuleVersion, path: string): KnownFile<KnownGoMod> {
    const key = formatModule(m);
    return this.#look(path, this.#goMods.get(key), () => this.#storedGoMod(key));
  }

  /** The `.info` file of `m`, at `path`. */
  info(m: ModuleVersion, path: string): KnownFile<RevInfo> {
    const key = formatModule(m);
    return this.#look(path, this.#infos.get(key), () => this.#storedInfo(key));
  }

  #look<T>(path: string, entry: Entry<T> | undefined, stored: () => Entry<T> | undefined): KnownFile<T> {
    const sight = lookAt(this.host.fs, path, false);
    if (sight?.kind !== 'file') return { stamp: undefined, content: undefined };
    const { stamp } = sight;
    const known = entry ?? this.#whole(stored);
    if (known !== undefined && isSame(known.stamp, stamp)) return { stamp, content: known.content };
    return { stamp: isSettled(sight, this.host.clock.now()) ? stamp : undefined, content: undefined };
  }

  /** What a record says, unless it is one of ours that is odd: then it is forgotten as a whole. */
  #whole<T>(stored: () => Entry<T> | undefined): Entry<T> | undefined {
    try {
      return stored();
    } catch {
      this.#stored = { goMods: new Map(), infos: new Map() };
      return undefined;
    }
  }

  /** Remembers what the `.mod` file that was looked at says. */
  addGoMod(m: ModuleVersion, stamp: Stamp, content: KnownGoMod): void {
    this.#goMods.set(formatModule(m), { stamp, content });
    this.#learned = true;
  }

  /** Remembers what the `.info` file that was looked at says. */
  addInfo(m: ModuleVersion, stamp: Stamp, content: RevInfo): void {
    this.#infos.set(formatModule(m), { stamp, content });
    this.#learned = true;
  }

  #storedGoMod(key: string): Entry<KnownGoMod> | undefined {
    const stored = this.#read().goMods.get(key);
    if (stored === undefined) return undefined;
    const [, size, mtime, ctime, inode, device, sum, modulePath, goVersion, deprecated, retract] = stored;
    const require: ModuleVersion[] = [];
    for (let at = REQUIRE_AT; at < stored.length; at++) require.push(this.#requirement(stored[at] as number));
    const entry: Entry<KnownGoMod> = {
      stamp: [size, mtime, ctime, inode, device],
      content: { sum, facts: { modulePath, goVersion, deprecated, retract, require } },
    };
    this.#goMods.set(key, entry);
    return entry;
  }

  #requirement(at: number): ModuleVersion {
    let m = this.#made[at];
    if (m === undefined) {
      m = { path: this.#requirements[2 * at] ?? '', version: this.#requirements[2 * at + 1] ?? '' };
      this.#made[at] = m;
    }
    return m;
  }

  #storedInfo(key: string): Entry<RevInfo> | undefined {
    const stored = this.#read().infos.get(key);
    if (stored === undefined) return undefined;
    const [, size, mtime, ctime, inode, device, content] = stored;
    const entry: Entry<RevInfo> = { stamp: [size, mtime, ctime, inode, device], content };
    this.#infos.set(key, entry);
    return entry;
  }

  #read() {
    if (this.#stored === undefined) {
      const stored = this.#fromFile();
      this.#requirements = stored?.requirements ?? [];
      this.#stored = {
        goMods: new Map(stored?.goMods.map((each) => [each[0], each])),
        infos: new Map(stored?.infos.map((each) => [each[0], each])),
      };
    }
    return this.#stored;
  }

  #fromFile(): Stored | undefined {
    try {
      const data = readRecord(this.host.asideFs, this.#file);
      return data && (unseal(FORMAT, data) as Stored | undefined);
    } catch {
      return undefined;
    }
  }

  /** Writes what was used and learned, if something was learned; other entries stay while they are not the most. */
  save(): void {
    if (!this.#learned) return;
    this.#learned = false;
    this.#addUnused();
    const places = new Places();
    const stored: Stored = {
      goMods: [...this.#goMods].map(([key, { stamp, content }]) => storedGoMod(key, stamp, content, places)),
      infos: [...this.#infos].map(([key, { stamp, content }]) => [key, ...stamp, content]),
      requirements: places.texts,
    };
    keepRecord(this.host.asideFs, this.#file, seal(FORMAT, stored), this.host.random);
  }

  #addUnused(): void {
    const used = this.#goMods.size + this.#infos.size;
    const { goMods, infos } = this.#read();
    if (goMods.size + infos.size < 2 * used) {
      for (const key of goMods.keys()) if (!this.#goMods.has(key)) this.#whole(() => this.#storedGoMod(key));
      for (const key of infos.keys()) if (!this.#infos.has(key)) this.#whole(() => this.#storedInfo(key));
    }
  }
}

function isSame(a: Stamp, b: Stamp): boolean {
  return a.every((number, at) => number === b[at]);
}

function storedGoMod(key: string, stamp: Stamp, { sum, facts }: KnownGoMod, places: Places): StoredGoMod {
  const { modulePath, goVersion, deprecated, retract, require } = facts;
  const at = require.map((m) => places.of(m));
  return [key, ...stamp, sum, modulePath, goVersion, deprecated, retract, ...at];
}

/** The requirements of all go.mod files, each once. */
class Places {
  readonly texts: string[] = [];
  /** Nearly all are the same objects again and again. */
  readonly #ofObjects = new Map<ModuleVersion, number>();
  readonly #ofTexts = new Map<string, number>();

  of(m: ModuleVersion): number {
    const known = this.#ofObjects.get(m);
    if (known !== undefined) return known;
    const text = formatModule(m);
    let at = this.#ofTexts.get(text);
    if (at === undefined) {
      at = this.#ofTexts.size;
      this.#ofTexts.set(text, at);
      this.texts.push(m.path, m.version);
    }
    this.#ofObjects.set(m, at);
    return at;
  }
}
