// Everything that comes from outside the main modules: versions, go.mod files, zips, by policy, verified.
//
// One Fetcher serves one run. What it hands out was checked against go.sum and the checksum database, and is in
// the module cache. Rules: cmd/go/internal/modfetch/fetch.go, cache.go.

import { hashGoMod } from '../../core/dirhash/index.js';
import { goModKey } from '../../core/gosum/index.js';
import { isToolchain, modIsValid, type TooNewError } from '../../core/gover/index.js';
import type { GoModFacts } from '../../core/modfile/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import type { ModuleCache, Unpack } from '../cache/index.js';
import { EngineError, FatalError, messageOf, rethrowFatal } from '../error.js';
import { OnceCache } from '../io/index.js';
import type { ProxyClient, RevInfo, ZipBody } from '../proxyclient/index.js';
import type { KnownGraph } from '../recall/index.js';
import type { Session } from '../session.js';
import type { SumDatabase } from '../sumdb/index.js';
import { type CachedFile, CacheRepo } from './cache-repo.js';
import { goLineOf } from './go-line.js';
import { GoVersionsRepo, TOOLCHAIN_MODULE } from './go-versions.js';
import { Expectations } from './prefetch.js';
import { cachedGoMod, cachedInfo, knownGoMod, Repository, type RepositoryHost } from './repository.js';
import { type SumKey, type SumLedger, SumMismatch } from './sum-ledger.js';

/** What a Fetcher is made of. */
export interface FetcherParts {
  readonly session: Session;
  readonly cache: ModuleCache;
  readonly proxies: ProxyClient;
  readonly sums: SumLedger;
  readonly database: SumDatabase;
  readonly unpack: Unpack;
  /** Whether `go: downloading` lines are sent. */
  readonly announces: boolean;
  /** Which versions there are where the network may not be used. */
  readonly needs: CachedFile;
  /** Whether modules may be looked up: those that are vendored are not. */
  readonly looksUp: () => boolean;
  /** What the files of the graph said before; undefined where nothing is remembered. */
  readonly graph: KnownGraph | undefined;
  /** Refuses modules whose go line is newer than we are. */
  readonly newer: { refusal(need: { what: string; goVersion: string }): TooNewError | undefined };
}

/** Where bytes that are checked came from. */
export type BytesOrigin = 'cache' | 'network';

/** A module in the cache. */
export interface FetchedModule {
  readonly zip: string;
  /** `h1:` of the zip; '' where its hash file was spoiled and had to be made anew. */
  readonly sum: string;
  readonly folder: string;
  /** Whether this run fetched the zip. */
  readonly fetched: boolean;
}

/** A zip that is in the cache and verified, although its module cannot be used. */
export class ModuleUnusableError extends EngineError {
  constructor(
    cause: unknown,
    readonly zip: string,
    readonly sum: string,
  ) {
    super('io', messageOf(cause), { cause });
  }
}

/** See the head of this file. Safe to call many at once. */
export class Fetcher {
  readonly #repositories = new Map<string, Repository>();
  readonly #modules = new OnceCache<FetchedModule>();
  readonly #host: RepositoryHost;
  /** Sums of the go.mod files that were read, where they will be remembered. */
  readonly #goModSums = new Map<string, string>();
  /** What the run will need, stated by whoever knows. */
  readonly expectations: Expectations;

  constructor(private readonly parts: FetcherParts) {
    this.expectations = new Expectations(parts.cache, parts.proxies, this.offline);
    this.#host = {
      session: parts.session,
      cache: parts.cache,
      graph: parts.graph,
      checkGoMod: (m, data, origin) => this.#checkGoMod(m, data, origin),
    };
  }

  /** Whether the network may not be used. */
  get offline(): boolean {
    return this.parts.session.flags.offline;
  }

  /** Asks one entry of GOPROXY after the other; see ProxyClient. Offline there is nobody to ask but the cache. */
  tryProxies<T>(attempt: (proxy: string) => Promise<T>): Promise<T> {
    if (this.offline) return attempt('off');
    return this.parts.proxies.tryProxies(attempt);
  }

  /** The module `path` through one entry of GOPROXY. Throws what makes that impossible. */
  repository(proxy: string, path: string): Repository {
    const key = `${proxy} ${path}`;
    let repository = this.#repositories.get(key);
    if (repository === undefined) {
      repository = new Repository(this.#host, path, () => this.#open(proxy, path));
      this.#repositories.set(key, repository);
    }
    return repository;
  }

  #open(proxy: string, path: string) {
    if (!this.parts.looksUp()) throw new EngineError('query', 'module lookup disabled by -mod=vendor');
    if (path === 'go' || path === 'toolchain') {
      const downloads = this.repository(proxy, TOOLCHAIN_MODULE);
      return new GoVersionsRepo(path, downloads, this.parts.session.release);
    }
    const { session, cache, needs, proxies } = this.parts;
    return this.offline ? new CacheRepo(session.fs, cache, needs, path) : proxies.repo(proxy, path);
  }

  /** What is known of a version, and the file in the cache that says it. */
  async info(m: ModuleVersion): Promise<{ info: RevInfo; file: string }> {
    requireVersion(m);
    const known = cachedInfo(this.#host, m.path, m.version);
    if (known === undefined) this.expectations.start();
    const info =
      known ?? (await this.tryProxies(async (proxy) => await this.repository(proxy, m.path).stat(m.version)));
    return { info, file: this.#entry(m, 'info') };
  }

  /** The bytes of a go.mod, verified. */
  async goMod(m: ModuleVersion): Promise<Uint8Array> {
    const known = await cachedGoMod(this.#host, m);
    if (known !== undefined) return known;
    this.expectations.start();
    return await this.tryProxies(async (proxy) => await this.repository(proxy, m.path).goMod(m.version));
  }

  /**
   * What a go.mod says, verified. `read` takes it apart where that is not known from before. Rejects as `goMod` does, and with
   * what `read` throws.
   */
  async goModFacts(m: ModuleVersion, read: (data: Uint8Array) => GoModFacts): Promise<GoModFacts> {
    const { graph } = this.parts;
    const file = knownGoMod(this.#host, m);
    if (file?.content !== undefined && (await this.#isGood(m, file.content.sum))) return file.content.facts;
    const facts = read(await this.goMod(m));
    const sum = this.#goModSums.get(formatModule(m));
    if (file?.stamp !== undefined && sum !== undefined) graph?.addGoMod(m, file.stamp, { sum, facts });
    return facts;
  }

  /** Whether a go.mod of that sum may be used; rejects where that ends the run. */
  async #isGood(m: ModuleVersion, sum: string): Promise<boolean> {
    try {
      await this.#checkSum(goModKey(m), sum, 'cache');
      return true;
    } catch (error) {
      rethrowFatal(error);
      return false;
    }
  }

  /** The go.mod in the cache and its sum. */
  async goModFile(m: ModuleVersion): Promise<{ file: string; sum: string }> {
    requireVersion(m);
    const data = await this.goMod(m);
    const sum = hashGoMod(data, this.parts.session.primitives.sha256);
    return { file: this.#entry(m, 'mod'), sum };
  }

  /**
   * The module, unpacked in the cache. Rejects with a ModuleUnusableError where its zip is there and verified all the
   * same.
   */
  module(m: ModuleVersion): Promise<FetchedModule> {
    return this.#modules.do(formatModule(m), () => this.#module(m));
  }

  async #module(m: ModuleVersion): Promise<FetchedModule> {
    if (isToolchain(m.path)) {
      throw new EngineError('bad-argument', 'internal error: invalid operation on toolchain module');
    }
    this.#needCache();
    const installed = await this.#install(m);
    const error = this.#unusable(m, installed.folder);
    if (error !== undefined) throw new ModuleUnusableError(error, installed.zip, installed.sum);
    return installed;
  }

  /**
   * Throws, for the whole run, where there is no cache: no module's sources can be had then, and whoever went on would
   * take all packages for missing, and `tidy -e` all requirements for unused.
   */
  #needCache(): void {
    try {
      this.parts.cache.check();
    } catch (cause) {
      throw new FatalError('bad-environment', messageOf(cause), { cause });
    }
  }

  /** Why the folder of a module is of no use: its go.mod cannot be read, or asks for another Go. */
  #unusable(m: ModuleVersion, folder: string): unknown {
    const { session, newer } = this.parts;
    try {
      return newer.refusal({ what: formatModule(m), goVersion: goLineOf(session.fs, folder) });
    } catch (error) {
      rethrowFatal(error);
      return error;
    }
  }

  async #install(m: ModuleVersion): Promise<FetchedModule> {
    const { cache, unpack, session } = this.parts;
    const installed = await cache.installed(m, (sum) => this.#acceptZip(m, sum, false));
    if (installed !== undefined) return installed;
    const before = await this.#zipBefore(m);
    if (this.parts.announces && !before.there) this.#announce(m);
    const download = new HeldZip();
    let fresh = false;
    try {
      const installed = await cache.install({
        module: m,
        unpack,
        source: () => {
          fresh = true;
          this.expectations.start();
          return download.fetch((consume) =>
            this.tryProxies(async (proxy) => await this.repository(proxy, m.path).zip(m.version, consume)),
          );
        },
        accept: (sum) => this.#acceptZip(m, sum, fresh),
        hashesFirst: before.hashesFirst,
      });
      return before.untold ? { ...installed, sum: '' } : installed;
    } catch (error) {
      rethrowFatal(error);
      session.signal.throwIfAborted();
      throw await this.#notInstalled(m, before, error);
    } finally {
      download.release();
    }
  }

  async #zipBefore(m: ModuleVersion): Promise<ZipBefore> {
    const { cache, sums } = this.parts;
    const there = this.#hasZip(m);
    if (!there) return { there, checksHash: false, untold: false, hashesFirst: false };
    await sums.load();
    const checksHash = !sums.has(m);
    const spoiled = cache.readZipHash(m) === undefined;
    const hashesFirst = spoiled && (checksHash || cache.folderState(m).kind === 'complete');
    return { there, checksHash, untold: spoiled && !checksHash, hashesFirst };
  }

  /** What to tell of a module that could not be installed. Rejects where that ends the run. */
  async #notInstalled(m: ModuleVersion, before: ZipBefore, error: unknown): Promise<unknown> {
    const { cache } = this.parts;
    if (!this.#hasZip(m)) return error;
    const sum = cache.readZipHash(m);
    if (sum === undefined && before.hashesFirst) {
      const text = `verifying ${formatModule(m)}: ${messageOf(error)}`;
      throw new FatalError('checksum', text, { cause: error, bare: true });
    }
    // Go looks before it unpacks, so the sum counts as used whatever becomes of the folder.
    if (sum !== undefined && before.checksHash) await this.#acceptZip(m, sum, false);
    return new ModuleUnusableError(error, cache.layout.entry(m, 'zip'), sum ?? '');
  }

  #hasZip(m: ModuleVersion): boolean {
    const { layout } = this.parts.cache;
    const { fs } = this.parts.session;
    return fs.existsSync(layout.entry(m, 'zip')) && fs.existsSync(layout.entry(m, 'ziphash'));
  }

  #announce(m: ModuleVersion): void {
    let what = `${m.path} ${m.version}`;
    const toolchain = /^[^-]*-(.*)\.([^.-]*)-([^.]*)$/.exec(m.version);
    if (m.path === TOOLCHAIN_MODULE && toolchain !== null) {
      what = `${toolchain[1]} (${toolchain[2]}/${toolchain[3]})`;
    }
    this.parts.session.events({ kind: 'message', text: `go: downloading ${what}` });
  }

  /** A zip that was in the cache already and turns out to be wrong ends the run; a new one is just not taken. */
  async #acceptZip(m: ModuleVersion, sum: string, fresh: boolean): Promise<void> {
    try {
      await this.#checkSum(m, sum, fresh ? 'network' : 'cache');
    } catch (error) {
      rethrowFatal(error);
      if (fresh) throw error;
      throw new FatalError('checksum', messageOf(error), { cause: error, bare: true });
    }
  }

  async #checkGoMod(m: ModuleVersion, data: Uint8Array, origin: BytesOrigin): Promise<void> {
    const sum = hashGoMod(data, this.parts.session.primitives.sha256);
    await this.#checkSum(goModKey(m), sum, origin);
    if (this.parts.graph !== undefined) this.#goModSums.set(formatModule(m), sum);
  }

  async #checkSum(key: SumKey, sum: string, origin: BytesOrigin): Promise<void> {
    const { sums, database } = this.parts;
    if (await this.#isRecorded(key, sum, origin)) return;
    await database.verify(key, sum, origin);
    await sums.add(key, sum);
  }

  async #isRecorded(key: SumKey, sum: string, origin: BytesOrigin): Promise<boolean> {
    try {
      return await this.parts.sums.check(key, sum);
    } catch (error) {
      if (!(error instanceof SumMismatch) || !this.parts.session.advice) throw error;
      const { source: file, recorded, ...rest } = error.details;
      const mismatch = { ...rest, origin, recorded: { file, sum: recorded } };
      throw new SumMismatch(error.message, error.details, await this.parts.database.explain(mismatch, true));
    }
  }

  /** The path of a file that must be in the cache. Throws where there is no cache, or none for this version. */
  #entry(m: ModuleVersion, suffix: 'info' | 'mod'): string {
    const path = this.parts.cache.layout.entry(m, suffix);
    this.parts.cache.check();
    return path;
  }
}

/** What the cache has of a zip before anything is done with it. */
interface ZipBefore {
  /** Zip and hash file are there. */
  readonly there: boolean;
  /** The hash file is to be looked at although unpacking fails: go.sum has no sum. */
  readonly checksHash: boolean;
  /** Go tells the sum before it repairs a spoiled hash file, if go.sum makes it unnecessary to look at that before. */
  readonly untold: boolean;
  /** A spoiled hash file is made anew before anything is unpacked; where that fails, the run ends. */
  readonly hashesFirst: boolean;
}

function requireVersion(m: ModuleVersion): void {
  if (modIsValid(m.path, m.version)) return;
  throw new EngineError('bad-argument', `invalid version "${m.version}"`);
}

/** A zip that stays counted against the budget for bodies until it is released. */
class HeldZip {
  #release: () => void = () => {};

  /** Resolves with the zip as soon as it is there. */
  fetch(zip: (consume: (body: ZipBody) => Promise<void>) => Promise<void>): Promise<ZipBody> {
    return new Promise((resolve, reject) => {
      zip((body) => {
        resolve(body);
        return new Promise((done) => {
          this.#release = done;
        });
      }).catch(reject);
    });
  }

  release(): void {
    this.#release();
  }
}
