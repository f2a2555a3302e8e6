// What a run looked at: every file, folder and variable that its result depends on, and whether it did anything
// but look.
//
// The observer stands between a run and the file system. A run that wrote, made a request, or looked at something
// that a sight cannot describe is *spoiled*: its result says nothing about the next run. So is one that read what
// had just changed (see isSettled). Files are looked at before they are read, so that a change in between makes
// the description wrong, never the result.
//
// Of a source file most runs depend on the head alone, of a folder on its names, so that both are known again after a
// change that does not matter. Who reads a file in any other way depends on all of it.

import type { Dirent, Stats } from 'node:fs';
import { type FileSystem, passesOn } from '../io/filesystem.js';
import type { Session } from '../session.js';
import type { Transport } from '../transport.js';
import type { Head, Witness } from '../witness.js';
import { digestOfNames } from './digest.js';
import { isSettled, lookAt, type Sight, sightOf } from './sight.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** Calls that change something, or tell what no sight describes. */
const SPOILING = [
  'chmodSync',
  'fchmodSync',
  'fchownSync',
  'fsyncSync',
  'ftruncateSync',
  'mkdirSync',
  'readlinkSync',
  'renameSync',
  'rmdirSync',
  'symlinkSync',
  'unlinkSync',
  'utimesSync',
  'writeFileSync',
  'writeSync',
] as const satisfies readonly (keyof FileSystem)[];

/** See the head of this file. One for each run. */
export class Observer implements Witness {
  readonly #sights = new Map<string, Sight>();
  readonly #targets = new Map<string, string>();
  readonly #heads = new Map<string, Head>();
  readonly #names = new Map<string, string>();
  /** Files and folders that were read in another way than by their heads and names. */
  readonly #whole = new Set<string>();
  readonly #variables = new Map<string, string | undefined>();
  readonly #real: FileSystem;
  readonly #read: FileSystem['readFileSync'];
  readonly #list: FileSystem['readdirSync'];
  #spoiled = false;
  /** The file system for the run. */
  readonly fs: FileSystem;
  /** The process environment for the run. */
  readonly environment: Variables;

  /** @param now milliseconds since the epoch */
  constructor(
    fs: FileSystem,
    environment: Variables,
    private readonly now: () => number,
  ) {
    this.#real = fs;
    this.fs = passesOn(this.#watchedFiles(), fs);
    this.#read = this.#watched('readFileSync', (path) => this.#see(path));
    this.#list = this.#watched('readdirSync', (path) => this.#see(path, true));
    this.environment = this.#watchedVariables(environment);
  }

  /** Whether the result of the run says nothing about the next. */
  get spoiled(): boolean {
    return this.#spoiled;
  }

  /** Paths, and what was seen there. */
  get sights(): ReadonlyMap<string, Sight> {
    return this.#sights;
  }

  /** Paths whose links were followed, and where they led. */
  get targets(): ReadonlyMap<string, string> {
    return this.#targets;
  }

  /** Files of which no more matters than their heads. */
  get heads(): ReadonlyMap<string, Head> {
    return new Map([...this.#heads].filter(([path]) => !this.#whole.has(path)));
  }

  /** Folders of which no more matters than the digests of their names. */
  get names(): ReadonlyMap<string, string> {
    return new Map([...this.#names].filter(([path]) => !this.#whole.has(path)));
  }

  /** Variables of the process that were asked for. */
  get variables(): ReadonlyMap<string, string | undefined> {
    return this.#variables;
  }

  /** States that the run did more than look. */
  spoil(): void {
    this.#spoiled = true;
  }

  readHead(path: string, headOf: (data: Uint8Array) => Head | undefined): Uint8Array {
    const data = this.#read(path);
    const head = headOf(data);
    if (head === undefined) this.#whole.add(path);
    else this.knowHead(path, head);
    return data;
  }

  readNames(path: string): Dirent[] {
    const entries = this.#list(path, { withFileTypes: true });
    if (!this.#spoiled) this.#noteNames(path, digestOfNames(entries));
    return entries;
  }

  knowHead(path: string, head: Head): void {
    const [length, digest] = this.#heads.get(path) ?? head;
    if (length !== head[0] || digest !== head[1]) this.spoil();
    this.#heads.set(path, head);
  }

  /** A session made with our `fs`, in which a request spoils the run. */
  watch(session: Session): Session {
    const { transport } = session;
    const watched: Transport = (request) => {
      this.spoil();
      return transport(request);
    };
    return {
      ...session,
      witness: this,
      transport: Object.assign(watched, { close: () => transport.close?.() }),
    };
  }

  #see(path: unknown, listing = false): void {
    if (this.#spoiled) return;
    if (typeof path !== 'string') {
      this.spoil();
      return;
    }
    const known = this.#sights.get(path);
    if (known !== undefined && (!listing || known.kind === 'listing')) return;
    this.#note(path, lookAt(this.#real, path, listing));
  }

  #note(path: string, sight: Sight | undefined): void {
    if (sight === undefined || !isSettled(sight, this.now())) this.spoil();
    else this.#sights.set(path, sight);
  }

  #watchedVariables(environment: Variables): Variables {
    const note = (name: string | symbol): void => {
      if (typeof name === 'string') this.#variables.set(name, environment[name]);
    };
    return new Proxy(environment, {
      get(target, name) {
        note(name);
        return Reflect.get(target, name);
      },
      has(target, name) {
        note(name);
        return Reflect.has(target, name);
      },
      getOwnPropertyDescriptor(target, name) {
        note(name);
        return Reflect.getOwnPropertyDescriptor(target, name);
      },
      ownKeys: (target) => {
        this.spoil();
        return Reflect.ownKeys(target);
      },
    });
  }

  /** The call `name` of the file system, with `look` before it. */
  #watched<N extends keyof FileSystem>(name: N, look: (path: unknown, option: unknown) => void) {
    const call = this.#real[name] as (...args: unknown[]) => unknown;
    const watched = (...args: unknown[]): unknown => {
      look(args[0], args[1]);
      try {
        return call(...args);
      } catch (error) {
        // What cannot be read although it is there may be readable next time, and runs live with a lot.
        if (this.#sights.get(String(args[0]))?.kind !== 'absent') this.spoil();
        throw error;
      }
    };
    return Object.assign(watched, call) as unknown as FileSystem[N];
  }

  /** As the others, but with one call for what is both looked at and asked for. */
  #watchedStat(): FileSystem['statSync'] {
    const { statSync } = this.#real;
    const seen = this.#watched('statSync', (path) => this.#see(path));
    const watched = (path: string, options?: { throwIfNoEntry?: boolean; bigint?: boolean }) => {
      const once = options?.throwIfNoEntry === false && options.bigint !== true;
      if (!once || this.#spoiled || typeof path !== 'string' || this.#sights.has(path)) {
        return (seen as (...args: unknown[]) => unknown)(path, options);
      }
      let found: Stats | undefined;
      try {
        found = statSync(path, { throwIfNoEntry: false });
      } catch (error) {
        this.spoil();
        throw error;
      }
      this.#note(path, sightOf(found, false));
      return found;
    };
    return Object.assign(watched, statSync) as FileSystem['statSync'];
  }

  #noteNames(path: string, digest: string): void {
    if ((this.#names.get(path) ?? digest) !== digest) this.spoil();
    this.#names.set(path, digest);
  }

  #watchedFiles(): FileSystem {
    const { closeSync, fstatSync, readSync } = this.#real;
    const see = (path: unknown) => this.#see(path);
    const seeWhole = (path: unknown) => {
      this.#see(path);
      this.#whole.add(`${path}`);
    };
    const spoiling = SPOILING.map((name) => [name, this.#watched(name, () => this.spoil())]);
    return {
      ...(Object.fromEntries(spoiling) as Pick<FileSystem, (typeof SPOILING)[number]>),
      closeSync,
      fstatSync,
      readSync,
      existsSync: this.#watched('existsSync', see),
      statSync: this.#watchedStat(),
      readFileSync: this.#watched('readFileSync', seeWhole),
      readdirSync: this.#watched('readdirSync', (path) => {
        this.#see(path, true);
        this.#whole.add(`${path}`);
      }),
      openSync: this.#watched('openSync', (path, flags) => {
        if (flags === undefined || flags === 'r') seeWhole(path);
        else this.spoil();
      }),
      lstatSync: this.#watched('lstatSync', (path) => {
        this.#see(path);
        if (this.#isLink(path)) this.spoil();
      }),
      realpathSync: this.#watched('realpathSync', (path) => this.#resolve(path)),
    };
  }

  #resolve(path: unknown): void {
    this.#see(path);
    try {
      this.#targets.set(`${path}`, this.#real.realpathSync(`${path}`));
    } catch {
      // Absent, which was seen, or out of reach, which has spoiled the run.
    }
  }

  #isLink(path: unknown): boolean {
    if (typeof path !== 'string') return false;
    return this.#real.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  }
}
