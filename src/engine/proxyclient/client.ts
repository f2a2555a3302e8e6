// What other rooms see of the proxy client: one value per session that holds all of its state.
//
// Three layers, each usable alone: `getBytes` fetches one URL as cmd/go/internal/web does (redirects,
// credentials, traces, retries, Go's error texts); `tryProxies` walks the GOPROXY list as
// cmd/go/internal/modfetch does; `repo` answers questions about one module through one entry of that list.
// `prefetch` starts requests that nobody has asked for yet; they are invisible until a `get` of the same URL
// consumes them.

import type { Origin, RevInfo, VersionFile } from '../../core/goproxy/index.js';
import type { ModuleVersion } from '../../core/module/index.js';

/** A list of versions (modfetch.Versions). */
export interface Versions {
  /** Sorted by semver; no pseudo-versions. May be empty. */
  readonly list: readonly string[];
  readonly origin: Origin | undefined;
}

/**
 * One module through one entry of GOPROXY (modfetch.Repo). Results are not cached here but for the list that
 * `latest` shares with `versions`. Errors say `path@version: ...` or `module path: ...`; those for which
 * {@link isNotExist} holds let tryProxies go on to the next entry. Safe to call many at once.
 */
export interface ModuleRepo {
  readonly modulePath: string;
  /** Rejects when `old` no longer describes the origin, or when that cannot be known (every proxy). */
  checkReuse(old: Origin): Promise<void>;
  /** Known versions that begin with `prefix`. */
  versions(prefix: string): Promise<Versions>;
  /** What `rev` (version, branch, hash, ...) stands for. A canonical version answers with itself or an error. */
  stat(rev: string): Promise<RevInfo>;
  /** The newest revision, for modules without tagged versions. */
  latest(): Promise<RevInfo>;
  /** Bytes of go.mod at a canonical version. */
  goMod(version: string): Promise<Uint8Array>;
  /**
   * The zip of a canonical version, handed to `consume`. Bytes in memory count against the session's budget for
   * bodies until the promise of `consume` settles: that bounds memory. `consume` may start other requests.
   */
  zip<T>(version: string, consume: (zip: ZipBody) => Promise<T> | T): Promise<T>;
}

/**
 * A zip that was fetched: bytes in memory; a file that belongs to whoever gets it (a large body, see `spool`); or
 * a file of somebody's file:// proxy, to be left as it is.
 */
export type ZipBody = { readonly bytes: Uint8Array } | { readonly file: string; readonly own: boolean };

/** One entry of GOPROXY. */
export interface ProxySpec {
  /** A URL, or one of `off`, `direct`, `noproxy`. */
  readonly url: string;
  /** Whether any error, not just "does not exist", goes on to the next entry (`|`). */
  readonly fallBackOnError: boolean;
}

/** How an URL may be fetched (web.SecurityMode). */
export type Security =
  /** Refuse plain http, check certificates. */
  | 'secure-only'
  /** Allow plain http where it is spelled out, check certificates. */
  | 'default'
  /** Try https, then http; check nothing (GOINSECURE). */
  | 'insecure';

/** An answer (web.Response). Any status is an answer. */
export interface WebResponse {
  /** As fetched, the password replaced by xxxxx. */
  readonly url: string;
  /** `404 Not Found`. */
  readonly status: string;
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Throws the HttpError that the status stands for, with the server's own words; 200 passes. */
  raiseForStatus(): Promise<void>;
  /** See HttpResponse.bytes. */
  bytes(max: number): Promise<Uint8Array>;
  discard(): void;
}

/** What a prefetch is for: decides how soon it starts and whether its body counts as large. */
export type PrefetchKind = 'list' | 'info' | 'mod' | 'zip' | 'sumdb';

/** Limits of one client; every one has a default. */
export interface ProxyClientOptions {
  /** Requests in flight at once. Default 64, and 96 where GOPROXY begins with a proxy over plain http. */
  readonly maxInFlight?: number;
  /** Bytes of bodies held: prefetched ones and zips being consumed. Default 32 MiB. One larger body still passes. */
  readonly bodyBudget?: number;
  /** How often a transient failure is tried again. Default 3. */
  readonly retries?: number;
  /** Pause before the first retry in milliseconds, doubled each time, half of it random. Default 250. */
  readonly backoff?: number;
  /**
   * A path that does not exist yet, for the body of a zip that is too large to be held in memory; undefined where none
   * can be had, and then it is held all the same.
   */
  readonly spool?: () => Promise<string | undefined>;
  /** Called with the size of each zip that a server begins to send, or that lies in a folder, asked for or beforehand. */
  readonly zipComes?: (bytes: number) => void;
}

/** See the head of this file. */
export interface ProxyClient {
  /** The GOPROXY list, `noproxy` in front where GONOPROXY is set. Throws a ProxyClientError when it is malformed. */
  proxies(): readonly ProxySpec[];
  /**
   * Calls `attempt` for one entry after the other until one succeeds or fails for good, and rejects with the most
   * telling of the errors: those of `direct` first, then of proxies, then "does not exist".
   */
  tryProxies<T>(attempt: (proxy: string) => Promise<T>): Promise<T>;
  /**
   * The module `path` through one entry (modfetch.lookup): GONOPROXY decides between proxy and origin. Throws what
   * Go's lookup returns as an error. Does not know the modules `go` and `toolchain`.
   */
  repo(proxy: string, path: string): ModuleRepo;
  /** One URL, any status (web.Get). Transient failures have been retried. */
  get(url: string, security?: Security): Promise<WebResponse>;
  /**
   * The body of one URL (web.GetBytes). Rejects with an HttpError unless the status is 200; 404, 410 and absent
   * files satisfy isNotExist. `max` bounds the size: default 64 MiB.
   */
  getBytes(url: string, max?: number): Promise<Uint8Array>;
  /** Starts a request nobody has asked for. Never throws, never traces; does nothing for URLs asked already. */
  prefetch(url: string, kind: PrefetchKind): void;
  /**
   * Prefetches a file of each module through the first entry of GOPROXY that is a URL, where policy allows that. The list is
   * read on as requests can be made.
   */
  prefetchModules(kind: VersionFile, modules: Iterable<ModuleVersion>): void;
  prefetchList(path: string): void;
  /** Drops what was prefetched and not used, and ends idle connections. */
  close(): void;
}
