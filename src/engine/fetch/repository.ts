// One module through one entry of GOPROXY, with what the module cache already knows.
//
// Every answer is kept for the run, in memory; `.info` and `.mod` files are read from the module cache before the
// network is asked, and written to it after. A `.mod` counts only once its sum was checked.
// Rules: cmd/go/internal/modfetch (cachingRepo, readDiskStat, writeDiskStat).

import { formatInfo, parseInfo } from '../../core/goproxy/index.js';
import { isToolchain } from '../../core/gover/index.js';
import { isPseudoVersion, type ModuleVersion } from '../../core/module/index.js';
import { compare } from '../../core/semver/index.js';
import type { ModuleCache } from '../cache/index.js';
import { messageOf, rethrowFatal } from '../error.js';
import { OnceCache } from '../io/index.js';
import type { ModuleRepo, Origin, RevInfo, Versions, ZipBody } from '../proxyclient/index.js';
import type { KnownFile, KnownGoMod, KnownGraph } from '../recall/index.js';
import type { Session } from '../session.js';

/** What a repository shares with all others of a run. */
export interface RepositoryHost {
  readonly session: Session;
  readonly cache: ModuleCache;
  /** What the files of the graph said before; undefined where nothing is remembered. */
  readonly graph: KnownGraph | undefined;
  /** Checks the bytes of a `.mod`; rejects when they may not be used. */
  checkGoMod(m: ModuleVersion, data: Uint8Array, origin: 'cache' | 'network'): Promise<void>;
}

/** Length of the commit hash in a pseudo-version. */
const SHORT_HASH = 12;

/** What the cache says about a revision: the version itself, or where nobody else is asked a pseudo-version of that hash. */
export function cachedInfo(host: RepositoryHost, path: string, rev: string): RevInfo | undefined {
  if (isToolchain(path) || !isUsable(host.cache)) return undefined;
  const known = readInfo(host, { path, version: rev });
  const { env, flags } = host.session;
  if (known !== undefined || !(flags.offline || env.get('GOPROXY') === 'off')) return known;
  return infoByHash(host, path, rev);
}

/** Whether there is a cache at all; makes its folder. Without one, everything is asked for and nothing kept. */
function isUsable(cache: ModuleCache): boolean {
  try {
    cache.check();
    return true;
  } catch {
    return false;
  }
}

function readInfo({ cache, graph }: RepositoryHost, m: ModuleVersion): RevInfo | undefined {
  const path = graph && cache.pathFromBefore(m, 'info');
  const file = path === undefined ? undefined : graph?.info(m, path);
  if (file?.content !== undefined) return file.content;
  const data = cache.readInfo(m);
  if (data === undefined) return undefined;
  try {
    const info = parseInfo(data);
    if (file?.stamp !== undefined) graph?.addInfo(m, file.stamp, info);
    return info;
  } catch {
    return undefined;
  }
}

function infoByHash(host: RepositoryHost, path: string, rev: string): RevInfo | undefined {
  if (rev.length < SHORT_HASH || !/^[0-9a-f]+$/.test(rev)) return undefined;
  const suffix = `-${rev.slice(0, SHORT_HASH)}.info`;
  let names: string[];
  try {
    names = host.session.fs.readdirSync(host.cache.layout.versions(path));
  } catch {
    return undefined;
  }
  const versions = names
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -'.info'.length))
    .filter(isPseudoVersion)
    .sort(compare);
  const version = versions.at(-1);
  return version === undefined ? undefined : readInfo(host, { path, version });
}

/** The `.mod` in the cache as a file, and what it is known to say, unverified; undefined where nothing is remembered. */
export function knownGoMod(host: RepositoryHost, m: ModuleVersion): KnownFile<KnownGoMod> | undefined {
  const { cache, graph } = host;
  if (graph === undefined || isToolchain(m.path) || !isUsable(cache)) return undefined;
  const path = cache.pathFromBefore(m, 'mod');
  return path === undefined ? undefined : graph.goMod(m, path);
}

/** The `.mod` in the cache; undefined where there is none that may be used. */
export async function cachedGoMod(host: RepositoryHost, m: ModuleVersion): Promise<Uint8Array | undefined> {
  const usable = !isToolchain(m.path) && isUsable(host.cache);
  const data = usable ? host.cache.readGoMod(m) : undefined;
  if (data === undefined) return undefined;
  try {
    await host.checkGoMod(m, data, 'cache');
    return data;
  } catch (error) {
    rethrowFatal(error);
    return undefined;
  }
}

/** See the head of this file. Safe to call many at once. */
export class Repository implements ModuleRepo {
  readonly #versions = new OnceCache<Versions>();
  readonly #infos = new OnceCache<RevInfo>();
  readonly #latest = new OnceCache<RevInfo>();
  readonly #goMods = new OnceCache<Uint8Array>();
  #repo: ModuleRepo | undefined;

  constructor(
    private readonly host: RepositoryHost,
    readonly modulePath: string,
    private readonly open: () => ModuleRepo,
  ) {}

  get #remote(): ModuleRepo {
    this.#repo ??= this.open();
    return this.#repo;
  }

  async checkReuse(old: Origin): Promise<void> {
    await this.#remote.checkReuse(old);
  }

  versions(prefix: string): Promise<Versions> {
    return this.#versions.do(prefix, () => this.#remote.versions(prefix));
  }

  stat(rev: string): Promise<RevInfo> {
    if (isToolchain(this.modulePath)) return this.#infos.do(rev, () => this.#remote.stat(rev));
    return this.#infos.do(rev, async () => {
      const known = cachedInfo(this.host, this.modulePath, rev);
      if (known !== undefined) return known;
      const info = await this.#remote.stat(rev);
      if (info.version !== rev) this.#infos.put(info.version, info);
      await this.#keep(info);
      return info;
    });
  }

  latest(): Promise<RevInfo> {
    return this.#latest.do('', async () => {
      const info = await this.#remote.latest();
      if (isToolchain(this.modulePath)) return info;
      this.#infos.put(info.version, info);
      if (readInfo(this.host, { path: this.modulePath, version: info.version }) === undefined) {
        await this.#keep(info, 'silently');
      }
      return info;
    });
  }

  goMod(version: string): Promise<Uint8Array> {
    const m = { path: this.modulePath, version };
    return this.#goMods.do(version, async () => {
      if (isToolchain(this.modulePath)) return await this.#remote.goMod(version);
      const known = await cachedGoMod(this.host, m);
      if (known !== undefined) return known;
      const data = await this.#remote.goMod(version);
      await this.host.checkGoMod(m, data, 'network');
      await this.#write('writing go.mod cache', m, (later) => this.host.cache.writeGoMod(m, data, later));
      return data;
    });
  }

  zip<T>(version: string, consume: (zip: ZipBody) => Promise<T> | T): Promise<T> {
    return this.#remote.zip(version, consume);
  }

  async #keep(info: RevInfo, silently?: 'silently'): Promise<void> {
    // Nothing was learned that the cache does not know.
    if (this.host.session.flags.offline) return;
    const m = { path: this.modulePath, version: info.version };
    const data = formatInfo({ ...info, origin: lastingOrigin(info) });
    const write = (later: (error: Error) => void) => this.host.cache.writeInfo(m, data, later);
    await this.#write('writing stat cache', m, write, silently);
  }

  /** A cache that cannot be written costs a line, not the run; versions that it does not hold are not kept. */
  async #write(
    what: string,
    m: ModuleVersion,
    write: (later: (error: unknown) => void) => Promise<void>,
    silently?: 'silently',
  ): Promise<void> {
    if (!isUsable(this.host.cache) || !holds(this.host.cache, m)) return;
    const failed = (error: unknown): void => {
      const text = `go: ${what}: ${messageOf(error)}`;
      if (silently === undefined) this.host.session.events({ kind: 'message', text });
    };
    try {
      await write(failed);
    } catch (error) {
      rethrowFatal(error);
      failed(error);
    }
  }
}

/** What an origin says that stays true of one version. */
function lastingOrigin({ version, origin }: RevInfo): Origin | undefined {
  if (origin === undefined) return undefined;
  const { TagSum: _sum, TagPrefix: _prefix, RepoSum: _repo, Ref, ...lasting } = origin;
  return Ref === undefined || isPseudoVersion(version) ? lasting : { ...lasting, Ref };
}

/** Whether the cache can hold files of this version. */
function holds(cache: ModuleCache, m: ModuleVersion): boolean {
  try {
    cache.layout.entry(m, 'info');
    return true;
  } catch {
    return false;
  }
}
