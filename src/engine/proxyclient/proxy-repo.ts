// One module at one module proxy: https://go.dev/ref/mod#goproxy-protocol.
//
// Checks and words are those of cmd/go/internal/modfetch (proxyRepo): a proxy that is asked for a canonical version
// has to answer with that version or an error; everything that goes wrong is told as an error of the module.

import {
  LATEST_FILE,
  LIST_FILE,
  type ListEntry,
  listedVersions,
  newestListed,
  type Origin,
  parseInfo,
  parseList,
  type RevInfo,
} from '../../core/goproxy/index.js';
import {
  canonicalVersion,
  check,
  InvalidVersionError,
  isPseudoVersion,
  ModuleError,
} from '../../core/module/index.js';
import { quote } from '../../core/quote.js';
import { MAX_GO_MOD, MAX_ZIP_FILE } from '../../core/zip/index.js';
import { isNotExist, messageOf, rethrowFatal } from '../error.js';
import type { TransportError } from '../transport.js';
import type { FetchBody, FetchZip } from './body.js';
import type { ModuleRepo, Versions, ZipBody } from './client.js';
import { ProxyClientError, readError } from './errors.js';
import type { ModuleUrls } from './module-url.js';
import { type GoUrl, redacted } from './url.js';

/** What a repository needs of its client. */
export interface RepoHost {
  readonly fetch: FetchBody;
  readonly fetchZip: FetchZip;
  /** When it has aborted, failures are its reason as it is. */
  readonly signal: AbortSignal;
}

/**
 * Largest `.info` and list. Go takes files other than zips at any size; here a go.mod has the limit of those in zips, and
 * an `.info` with a value every few bytes takes a hundred times its size in memory.
 */
const maxInfo = 4 << 20;
const maxList = 64 << 20;

/** See the head of this file. */
export class ProxyRepo implements ModuleRepo {
  /** The newest revision by the list, for proxies without `@latest`; asked for once. */
  #listLatest: Promise<RevInfo> | undefined;

  constructor(
    private readonly urls: ModuleUrls,
    readonly modulePath: string,
    private readonly host: RepoHost,
  ) {}

  async checkReuse(_old: Origin): Promise<void> {
    throw new ProxyClientError('unsupported', 'proxy does not support CheckReuse');
  }

  async versions(prefix: string): Promise<Versions> {
    const entries = this.#list();
    this.#listLatest ??= quiet(entries.then((list) => this.#newest(list)));
    const list = listedVersions(await entries, prefix);
    // Go looks for the newest at once, and its request shows under -x.
    await this.#listLatest.catch(() => undefined);
    return { list, origin: undefined };
  }

  stat(rev: string): Promise<RevInfo> {
    return this.#about(rev, async () => {
      const info = this.#parseInfo(await this.#get(this.urls.version(rev, 'info'), maxInfo));
      if (info.version !== rev && rev === canonicalVersion(rev) && this.#fits(rev)) {
        const words = `proxy returned info for version ${info.version} instead of requested version`;
        throw new ProxyClientError('response', words);
      }
      return info;
    });
  }

  async latest(): Promise<RevInfo> {
    try {
      return await this.#about('', async () =>
        this.#parseInfo(await this.#get(this.urls.file(LATEST_FILE), maxInfo)),
      );
    } catch (error) {
      if (!isNotExist(error)) throw error;
      this.#listLatest ??= quiet(this.#list().then((list) => this.#newest(list)));
      return await this.#listLatest;
    }
  }

  goMod(version: string): Promise<Uint8Array> {
    return this.#about(version, async () => {
      requireCanonical(version, 'GoMod');
      return await this.#get(this.urls.version(version, 'mod'), MAX_GO_MOD);
    });
  }

  async zip<T>(version: string, consume: (zip: ZipBody) => Promise<T> | T): Promise<T> {
    const { content, release } = await this.#about(version, async () => {
      requireCanonical(version, 'Zip');
      const url = this.urls.version(version, 'zip');
      return await this.host.fetchZip({ url, max: MAX_ZIP_FILE, readError: zipError });
    });
    try {
      return await consume(content);
    } finally {
      release();
    }
  }

  #list(): Promise<ListEntry[]> {
    return this.#about('', async () => parseList(await this.#get(this.urls.file(LIST_FILE), maxList)));
  }

  async #newest(entries: readonly ListEntry[]): Promise<RevInfo> {
    const version = newestListed(entries);
    if (version !== undefined) return await this.stat(version);
    return await this.#about('', async () => {
      throw new ProxyClientError('not-exist', 'no commits');
    });
  }

  async #get(url: GoUrl, max: number): Promise<Uint8Array> {
    const { bytes, release } = await this.host.fetch({ url, max, readError });
    release();
    return bytes;
  }

  #parseInfo(bytes: Uint8Array): RevInfo {
    try {
      return parseInfo(bytes);
    } catch (error) {
      const words = `invalid response from proxy ${quote(redacted(this.urls.proxy))}: ${messageOf(error)}`;
      throw new ProxyClientError('response', words, { cause: error });
    }
  }

  #fits(version: string): boolean {
    try {
      check(this.modulePath, version);
      return true;
    } catch {
      return false;
    }
  }

  /** Does `work`; what goes wrong is told as an error of the module at `version` ('' for the module itself). */
  async #about<T>(version: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      rethrowFatal(error);
      this.host.signal.throwIfAborted();
      if (!(error instanceof Error)) throw error;
      throw this.#moduleError(version, error);
    }
  }

  #moduleError(version: string, error: Error): ModuleError {
    const path = this.modulePath;
    if (version === '' || version === canonicalVersion(version))
      return new ModuleError({ path, version }, error);
    const pseudo = isPseudoVersion(version);
    const invalid = new InvalidVersionError(version, error.message, { pseudo, cause: error });
    return new ModuleError({ path, version: '' }, invalid);
  }
}

/** A promise that may be left alone. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function requireCanonical(version: string, method: string): void {
  if (version === canonicalVersion(version)) return;
  const words = `internal error: version passed to ${method} is not canonical`;
  throw new ProxyClientError('response', words);
}

function zipError(url: string, cause: TransportError): Error {
  if (cause.code === 'too-large') {
    return new ProxyClientError('response', 'downloaded zip file too large', { cause });
  }
  return readError(url, cause);
}
