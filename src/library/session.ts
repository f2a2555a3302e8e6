// Sessions: the module system around one folder, as the go command sees it there.
//
// A session is its options and nothing else. Each call reads go.work, go.mod and go.sum anew, works with the module
// cache, proxies and checksum database that the settings name, beside any go command that does the same, and leaves
// neither connections nor threads open. Calls of one session, and sessions, may run at once; edits of one file wait for
// each other.

import type { ModFile } from '../core/modfile/index.js';
import { type NeededModule, parse, print } from '../core/need/index.js';
import { encodeText } from '../core/text.js';
import { onAbort, orAborted } from '../engine/abort.js';
import { createSession as createEngineSession } from '../engine/create-session.js';
import {
  type DownloadedModule,
  downloadModules,
  downloadNeeded,
  NothingToDownload,
} from '../engine/download/index.js';
import { createEnvironment } from '../engine/env/index.js';
import type { SessionEvent } from '../engine/events.js';
import { requirementGraph } from '../engine/graph/index.js';
import { createProcessLocker, type FileSystem, type Locker, realFileSystem } from '../engine/io/index.js';
import { listModules, type ModulePublic } from '../engine/list/index.js';
import { mainGoModPath } from '../engine/load/go-mod-path.js';
import {
  downloadNeededPolicy,
  downloadPolicy,
  graphPolicy,
  type Loader,
  type LoadPolicy,
  listPolicy,
  verifyPolicy,
} from '../engine/load/index.js';
import { neededModules, platformOf, requestOf } from '../engine/need/index.js';
import { type Workshop, withLoader } from '../engine/open-loader.js';
import type { Session as EngineSession } from '../engine/session.js';
import { type FetchLike, transportFromFetch } from '../engine/transport/index.js';
import { verifyModules } from '../engine/verify/index.js';
import { EditTurns, openGoMod, writeGoMod } from '../engine/write/index.js';
import {
  CALL,
  callable,
  check,
  checkOptions,
  DOWNLOAD,
  EDIT,
  FLAGS,
  GRAPH,
  LIST,
  NEED,
  refuse,
  SESSION,
  string,
  strings,
} from './arguments.js';
import { type ModuleGraph, showGraph } from './module-graph.js';
import { checkFolder, checkGoVersion, flagsOf } from './options.js';

/** What a session depends on. Every part has the machine's own as its default. */
export interface SessionOptions {
  /** The folder to work in, absolute: the main module is the one around it. Default: that of the process. */
  readonly dir?: string;
  /** Environment variables, read as the go command reads them (GOPROXY, GOMODCACHE, ...). Default: `process.env`. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Flags that module commands share; they go before those in GOFLAGS. */
  readonly flags?: SessionFlags;
  /** Ends every call of the session: the call rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Hears what the go command would print while it works, in order. Must not throw. Default: nobody. */
  readonly onEvent?: (event: SessionEvent) => void;
  /** The network. Default: an HTTP client that trusts what the go command trusts and uses the proxies that it uses. */
  readonly fetch?: FetchLike;
  /** The file system: the synchronous calls of `node:fs`. Default: the machine's. */
  readonly fs?: FileSystem;
  /** Locks on files. Default: flock(2), as the go command takes it; with `fs`, locks among the users of this session. */
  readonly locker?: Locker;
}

/** Flags as the go command has them. */
export interface SessionFlags {
  /** `-mod`; '' when not given. */
  readonly mod?: '' | 'mod' | 'readonly' | 'vendor';
  /** `-modfile`: a file to be used instead of go.mod. */
  readonly modfile?: string;
  /** `-overlay`: a JSON file that names replacements of files. */
  readonly overlay?: string;
  /** `-modcacherw`: new folders in the module cache are writable. */
  readonly modcacherw?: boolean;
}

/** Options of every call. */
export interface CallOptions {
  /** Ends the call, beside the session's own signal. */
  readonly signal?: AbortSignal;
}

/** What {@link Session.list} looks up beside the modules themselves. */
export interface ListOptions extends CallOptions {
  /** Every known version (`-versions`). */
  readonly versions?: boolean;
  /** Which versions are retracted, and why (`-retracted`). */
  readonly retracted?: boolean;
  /** The newest version of each that may be used instead; and whether it is retracted or deprecated (`-u`). */
  readonly updates?: boolean;
  /** Answers with what was found where the module graph cannot be read, instead of rejecting (`-e`). */
  readonly partial?: boolean;
}

/** What {@link Session.download} fetches instead of what go.mod requires. */
export interface DownloadOptions extends CallOptions {
  /** The content of a go.need, as {@link Session.need} makes it: what it lists, and nothing else (`-need`). */
  readonly need?: string;
}

/** What {@link Session.need} takes packages to be built for. */
export interface NeedOptions extends CallOptions {
  /** Their tests are built, too (`-test`). */
  readonly tests?: boolean;
  /** Build tags (`-tags`). */
  readonly tags?: readonly string[];
  /** Such as `linux/arm64` (`-platforms`). Default: that of the settings. */
  readonly platforms?: readonly string[];
}

/** The modules that a build reads. */
export interface Needed {
  /** Sorted by path. */
  readonly modules: readonly NeededModule[];
  /** The same as the content of a go.need. */
  readonly text: string;
}

/** What {@link Session.graph} reads. */
export interface GraphOptions extends CallOptions {
  /** The Go version by whose rules the graph is read (`-go`); default: that of the go line. */
  readonly go?: string;
}

/** What {@link Session.edit} edits. */
export interface EditOptions extends CallOptions {
  /** The file, absolute or relative to the session's folder; default: the main module's go.mod. */
  readonly path?: string;
}

/**
 * The module system around one folder. Failures reject with a GomodError, in the go command's words; a checksum that
 * contradicts go.sum is always one. Failures of single modules stand in `error` of the module. An argument of the wrong
 * type is an {@link EngineError} with code `bad-argument`.
 */
export interface Session {
  /** The effective value of a Go setting, from the environment, the user's env file, go.env or Go's defaults. */
  getenv(name: string): string;

  /**
   * Lists modules as `go list -m` does: paths, patterns (`all`, or with `...`), or `path@query` with queries such as
   * `latest`, `v1.2` or `<v1.5.0`; the main modules when nothing is given. May write go.mod and go.sum where `go list`
   * would.
   */
  list(modules?: string | readonly string[], options?: ListOptions): Promise<ModulePublic[]>;

  /**
   * Downloads modules into the module cache as `go mod download` does: what go.mod requires, unless `modules` says
   * which, in the forms of {@link Session.list}, or `need` does. Everything is verified against go.sum and the checksum
   * database.
   */
  download(modules?: string | readonly string[], options?: DownloadOptions): Promise<DownloadedModule[]>;

  /**
   * The modules that a build of the packages reads (`gomod need`); of `./...` when nothing is given. Fetches what it has to
   * look at, and changes no file.
   */
  need(packages?: string | readonly string[], options?: NeedOptions): Promise<Needed>;

  /** The module graph of the main modules, as `go mod graph` shows it. Writes nothing but the cache. */
  graph(options?: GraphOptions): Promise<ModuleGraph>;

  /**
   * Changes go.mod under the go command's locks: reads it, calls `change` and waits for it, cleans up, and writes it if
   * it became another. Resolves to what it says now. Edits of one file by one session are made one after the other, each
   * of what the former left; within `change`, another edit of the same file is refused. Rejects with code `dirty`, and
   * writes nothing, when someone else changed the file meanwhile.
   */
  edit(change: (file: ModFile) => void | Promise<void>, options?: EditOptions): Promise<ModFile>;

  /** Whether the cache still holds what was downloaded (`go mod verify`): what is wrong, a line each. */
  verify(options?: CallOptions): Promise<readonly string[]>;
}

class LibrarySession implements Session {
  readonly #session: EngineSession;
  readonly #flags: SessionFlags;
  readonly #turns = new EditTurns();

  constructor(session: EngineSession, flags: SessionFlags) {
    this.#session = session;
    this.#flags = flags;
  }

  getenv(name: string): string {
    check('name', name, string);
    return this.#session.env.get(name);
  }

  async list(modules: string | readonly string[] = [], options: ListOptions = {}): Promise<ModulePublic[]> {
    check('modules', modules, strings);
    checkOptions('options', options, LIST);
    const { versions = false, retracted = false, updates = false, partial = false } = options;
    return await this.#load(listPolicy, options, async (loader, { cache }) => {
      const mode = { versions, retracted, updates, files: true };
      const listing = await listModules(loader, cache, [modules].flat(), { mode, reuse: '', commits: true });
      if (listing.error !== undefined && !partial) throw listing.error;
      return listing.modules;
    });
  }

  async download(
    modules: string | readonly string[] = [],
    options: DownloadOptions = {},
  ): Promise<DownloadedModule[]> {
    check('modules', modules, strings);
    checkOptions('options', options, DOWNLOAD);
    if (options.need !== undefined)
      return await this.#downloadNeeded([modules].flat(), options.need, options);
    return await this.#load(downloadPolicy, options, async (loader, { cache }) => {
      try {
        const {
          modules: downloaded,
          error,
          savesSums,
        } = await downloadModules(loader, cache, [modules].flat(), '');
        if (savesSums) await loader.commit();
        if (error !== undefined) throw error;
        return [...downloaded];
      } catch (error) {
        if (error instanceof NothingToDownload) return [];
        throw error;
      }
    });
  }

  async #downloadNeeded(
    modules: readonly string[],
    text: string,
    options: CallOptions,
  ): Promise<DownloadedModule[]> {
    if (modules.length > 0) throw refuse('options.need excludes modules');
    const need = parse('go.need', encodeText(text));
    const load = (loader: Loader) => downloadNeeded(loader, need, 'go.need');
    return [...(await this.#load(downloadNeededPolicy, options, load)).modules];
  }

  async need(packages: string | readonly string[] = [], options: NeedOptions = {}): Promise<Needed> {
    check('packages', packages, strings);
    checkOptions('options', options, NEED);
    const { tests = false, tags = [], platforms = [] } = options;
    return await this.#run(options, async (session) => {
      const request = { packages: [packages].flat(), tests, tags, platforms: platforms.map(platformOf) };
      const need = await neededModules(session, requestOf(session, request), 'session');
      // Where packages cannot be loaded that was told as an error, with which this call fails.
      return { modules: need?.modules ?? [], text: need === undefined ? '' : print(need) };
    });
  }

  async graph(options: GraphOptions = {}): Promise<ModuleGraph> {
    checkOptions('options', options, GRAPH);
    const { go = '' } = options;
    const read = (loader: Loader) => {
      checkGoVersion(go, loader.session.release);
      return requirementGraph(loader, go);
    };
    return showGraph(await this.#load(graphPolicy, options, read));
  }

  async edit(change: (file: ModFile) => void | Promise<void>, options: EditOptions = {}): Promise<ModFile> {
    check('change', change, callable);
    checkOptions('options', options, EDIT);
    return await this.#run(options, (session) => {
      const path = options.path ?? mainGoModPath(session);
      return this.#turns.run(session, path, async () => {
        const opened = await openGoMod(session, path);
        await orAborted(Promise.resolve(change(opened.file)), session.signal);
        opened.file.cleanup();
        const text = opened.file.format();
        if (Buffer.compare(text, opened.data) !== 0) await writeGoMod(session, opened, text);
        return opened.file;
      });
    });
  }

  async verify(options: CallOptions = {}): Promise<readonly string[]> {
    checkOptions('options', options, CALL);
    const work = (loader: Loader, { cache, pool }: Workshop) => verifyModules(loader, cache, pool);
    return await this.#load(verifyPolicy, options, work);
  }

  /** Runs `work`, which the go command would call failed when errors were told on the way. */
  async #run<T>({ signal }: CallOptions, work: (session: EngineSession) => Promise<T>): Promise<T> {
    const given = [this.#session.signal, signal].filter((each) => each !== undefined);
    for (const each of given) each.throwIfAborted();
    const { events } = this.#session;
    const errors: Error[] = [];
    checkFolder(this.#session.fs, this.#session.cwd);
    const flags = flagsOf(this.#session, this.#flags);
    const { controller, release } = follow(given);
    const session: EngineSession = {
      ...this.#session,
      flags,
      signal: controller.signal,
      events: (event) => {
        if (event.kind === 'error') errors.push(event.error);
        events(event);
      },
    };
    try {
      const result = await work(session);
      if (errors[0] !== undefined) throw errors[0];
      return result;
    } catch (error) {
      for (const each of given) each.throwIfAborted();
      throw error;
    } finally {
      release();
    }
  }

  #load<T>(
    policy: LoadPolicy,
    options: CallOptions,
    work: (loader: Loader, workshop: Workshop) => Promise<T>,
  ): Promise<T> {
    return this.#run(options, (session) => withLoader(session, policy, work));
  }
}

/** A controller that aborts when a signal does. The engine knows an abort by its name, whatever reason the user gave. */
function follow(signals: readonly AbortSignal[]): { controller: AbortController; release: () => void } {
  const controller = new AbortController();
  const releases = signals.map((signal) => onAbort(signal, () => controller.abort()));
  const release = () => {
    for (const each of releases) each();
  };
  return { controller, release };
}

/**
 * Makes a session. Neither reads nor writes anything before it is asked something. Throws an {@link EngineError} with code
 * `bad-argument` for options of the wrong type, and for a folder that is not absolute.
 */
export function createSession(options: SessionOptions = {}): Session {
  checkOptions('options', options, SESSION);
  checkOptions('options.flags', options.flags ?? {}, FLAGS);
  const { dir, env = process.env, fs = realFileSystem, fetch, flags = {}, onEvent, signal } = options;
  const locker = options.locker ?? (fs === realFileSystem ? undefined : createProcessLocker({ fs }));
  const session = createEngineSession({
    env: createEnvironment({ process: env, fs }),
    fs,
    ...(dir !== undefined && { cwd: dir }),
    ...(fetch !== undefined && { transport: transportFromFetch(fetch) }),
    ...(locker !== undefined && { locker }),
    ...(onEvent !== undefined && { events: onEvent }),
    ...(signal !== undefined && { signal }),
  });
  return new LibrarySession(session, flags);
}
