// The proxy client of one session. All of its state is in the value made here.

import { LIST_FILE, type VersionFile } from '../../core/goproxy/index.js';
import type { ModuleVersion } from '../../core/module/index.js';
import { onAbort } from '../abort.js';
import { isNotExist } from '../error.js';
import { type FileSystem, fileError, Limit, writeAll } from '../io/index.js';
import type { Session } from '../session.js';
import { bodyTooLarge, TransportError } from '../transport.js';
import { Authenticator } from './auth.js';
import type { Body, BodyRequest, Zip } from './body.js';
import type {
  ModuleRepo,
  PrefetchKind,
  ProxyClient,
  ProxyClientOptions,
  ProxySpec,
  Security,
  WebResponse,
} from './client.js';
import { HttpError, isTransientStatus, readError, readingError } from './errors.js';
import { checkFileUrl, readFileUrl, urlToFilePath } from './file-url.js';
import { parseProxyBase, parseProxyList, tryEach } from './goproxy.js';
import { isNoProxy, lookup } from './lookup.js';
import { type ModuleUrls, ProxyUrls } from './module-url.js';
import { type Claimed, Prefetcher } from './prefetch.js';
import { followRedirects } from './redirects.js';
import { type RetryPolicy, retrying } from './retry.js';
import { Slots } from './slots.js';
import { type GoUrl, parseUrl, redacted } from './url.js';
import { raiseForStatus, type WebAnswer, type WebContext, webGet } from './web.js';

/**
 * Requests in flight at once. A connection over TLS costs milliseconds of CPU, which more of them do not make up for; a
 * plain one next to nothing, and 900 requests of 30 ms are 0.3 s of waiting with 96 of them, 0.5 s with 64.
 */
const mostInFlight = 64;
const mostPlainInFlight = 96;
/** Slots that prefetches leave to what is asked for. */
const reservedShare = 8;
/** Largest body of anything but a zip. */
const defaultMax = 64 << 20;
/** Zips of that size and more are written to a file while they arrive, instead of being held. */
const spoolFrom = 1 << 20;
/** What a body counts whose length is not known. */
const guess = 1 << 20;

/** Makes the proxy client of `session`. */
export function createProxyClient(session: Session, options: ProxyClientOptions = {}): ProxyClient {
  return new Client(session, options);
}

class Client implements ProxyClient {
  readonly #session: Session;
  readonly #web: WebContext;
  readonly #inFlight: number | undefined;
  #madeSlots: Slots | undefined;
  readonly #prefetcher: Prefetcher;
  readonly #retry: RetryPolicy;
  /** Bytes of zips that are being consumed. */
  readonly #bodies: Limit;
  /** Requests for zips whose size is not known yet. */
  readonly #heads: Limit;
  readonly #trace: (line: string) => void;
  readonly #unwatch: () => void;
  readonly #spool: () => Promise<string | undefined>;
  readonly #zipComes: (bytes: number) => void;
  readonly #urls = new Map<string, ProxyUrls>();
  #list: { value: ProxySpec[] } | { error: unknown } | undefined;

  constructor(session: Session, options: ProxyClientOptions) {
    this.#inFlight = options.maxInFlight;
    const budget = options.bodyBudget ?? 32 << 20;
    this.#session = session;
    this.#spool = options.spool ?? (async () => undefined);
    this.#retry = { retries: options.retries ?? 3, backoff: options.backoff ?? 250 };
    this.#web = {
      session,
      auth: new Authenticator(session, (prefix, headers) => this.#probe(prefix, headers)),
    };
    this.#zipComes = options.zipComes ?? nothing;
    this.#prefetcher = new Prefetcher(this.#web, () => this.#slots, budget, this.#zipComes);
    this.#bodies = new Limit(budget);
    this.#heads = new Limit(Math.max(options.maxInFlight ?? mostInFlight, 1));
    this.#trace = session.flags.trace ? (text) => session.events({ kind: 'trace', text }) : () => undefined;
    this.#unwatch = onAbort(session.signal, () => this.#prefetcher.close(session.signal.reason));
  }

  get #slots(): Slots {
    this.#madeSlots ??= this.#makeSlots();
    return this.#madeSlots;
  }

  #makeSlots(): Slots {
    const plain = /^\s*http:/i.test(this.#session.env.get('GOPROXY'));
    const inFlight = Math.max(this.#inFlight ?? (plain ? mostPlainInFlight : mostInFlight), 1);
    return new Slots(inFlight, Math.min(reservedShare, inFlight - 1), () => this.#prefetcher.pump());
  }

  proxies(): readonly ProxySpec[] {
    this.#list ??= this.#parseList();
    if ('error' in this.#list) throw this.#list.error;
    return this.#list.value;
  }

  #parseList(): { value: ProxySpec[] } | { error: unknown } {
    const { env } = this.#session;
    try {
      return { value: parseProxyList(env.get('GOPROXY'), env.get('GONOPROXY')) };
    } catch (error) {
      return { error };
    }
  }

  async tryProxies<T>(attempt: (proxy: string) => Promise<T>): Promise<T> {
    return await tryEach(this.proxies(), attempt, isNotExist);
  }

  repo(proxy: string, path: string): ModuleRepo {
    return lookup(proxy, path, {
      gonoproxy: this.#session.env.get('GONOPROXY'),
      urls: (entry) => this.#urlsOf(entry),
      fetch: (request) => this.#body(request),
      fetchZip: (request) => this.#zip(request),
      signal: this.#session.signal,
    });
  }

  #urlsOf(entry: string): ProxyUrls {
    let urls = this.#urls.get(entry);
    if (urls === undefined) {
      urls = new ProxyUrls(parseProxyBase(entry));
      this.#urls.set(entry, urls);
    }
    return urls;
  }

  async get(url: string, security: Security = 'default'): Promise<WebResponse> {
    const parsed = parseUrl(url);
    return await retrying(this.#session, this.#retry, async (last) => {
      const { answer, release } = await this.#open(parsed, security);
      if (!last && isTransientStatus(answer.response.status)) {
        answer.response.discard();
        release();
        throw new HttpError(answer.url, answer.response.statusLine, answer.response.status, '');
      }
      return webResponse(answer, release);
    });
  }

  async getBytes(url: string, max = defaultMax): Promise<Uint8Array> {
    const { bytes, release } = await this.#body({
      url: parseUrl(url),
      max,
      readError: readingError,
    });
    release();
    return bytes;
  }

  prefetch(url: string, kind: PrefetchKind): void {
    if (/^https?:/i.test(url)) this.#quietly(() => this.#prefetcher.addAll(kind, [parseUrl(url)]));
  }

  prefetchModules(kind: VersionFile, modules: Iterable<ModuleVersion>): void {
    const first = this.#firstProxy();
    if (first === undefined) return;
    const urls = this.#filesAt(first, modules, (module, { version }) => module.version(version, kind));
    if (first.proxy.scheme !== 'file') this.#prefetcher.addAll(kind, urls);
    else if (kind === 'zip') {
      for (const url of urls) this.#quietly(() => this.#zipComes(sizeOf(this.#session.fs, url)));
    }
  }

  prefetchList(path: string): void {
    const first = this.#firstProxy();
    if (first === undefined || first.proxy.scheme === 'file') return;
    this.#prefetcher.addAll(
      'list',
      this.#filesAt(first, [{ path }], (module) => module.file(LIST_FILE)),
    );
  }

  /** The proxy that would be asked first, if it can be asked beforehand. */
  #firstProxy(): ProxyUrls | undefined {
    return this.#quietly(() => {
      const first = this.proxies().find(({ url }) => url !== 'noproxy')?.url;
      return first !== undefined && /^(?:https?|file):/i.test(first) ? this.#urlsOf(first) : undefined;
    });
  }

  /** A file of each of `modules` that are not to be had from their origin alone, where there can be such a file. */
  *#filesAt<M extends { readonly path: string }>(
    proxy: ProxyUrls,
    modules: Iterable<M>,
    file: (urls: ModuleUrls, m: M) => GoUrl,
  ): Generator<GoUrl> {
    const gonoproxy = this.#session.env.get('GONOPROXY');
    for (const m of modules) {
      if (isNoProxy(gonoproxy, m.path)) continue;
      const url = this.#quietly(() => file(proxy.module(m.path), m));
      if (url !== undefined) yield url;
    }
  }

  /** A prefetch that cannot be made is none. */
  #quietly<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return undefined;
    }
  }

  close(): void {
    this.#unwatch();
    this.#prefetcher.close(new Error('proxy client closed'));
    this.#session.transport.close?.();
  }

  /** The body of a 200 answer. */
  async #body(request: BodyRequest): Promise<Body> {
    const { url, max } = request;
    this.#session.signal.throwIfAborted();
    if (url.scheme === 'file') return { bytes: readFileUrl(this.#session.fs, url, max), release: nothing };
    return await this.#asked(url, async (claimed) => {
      if (claimed?.kind === 'bytes') {
        claimed.release();
        // What was prefetched may be larger than this kind of file.
        if (claimed.bytes.length > max) throw request.readError(redacted(url), bodyTooLarge(max));
        return { bytes: claimed.bytes, release: nothing };
      }
      const { answer, release } = claimed ?? (await this.#open(url, 'default'));
      return await this.#read(answer, release, async () => {
        return { bytes: await readBytes(request, answer), release: nothing };
      });
    });
  }

  /** The zip of a 200 answer. Of a file:// proxy it stays where it is. */
  async #zip(request: BodyRequest): Promise<Zip> {
    const { fs, signal } = this.#session;
    signal.throwIfAborted();
    if (request.url.scheme === 'file') {
      const file = checkFileUrl(fs, request.url, request.max);
      return { content: { file, own: false }, release: nothing };
    }
    return await this.#asked(request.url, async (claimed) => {
      if (claimed?.kind === 'bytes') return await this.#claimedZip(claimed);
      const known = claimed === undefined ? await this.#heads.acquire(1, signal) : nothing;
      try {
        const { answer, release } = claimed ?? (await this.#open(request.url, 'default'));
        const { status, length } = answer.response;
        if (claimed === undefined && status === 200 && length !== undefined) this.#zipComes(length);
        return await this.#read(answer, release, () => this.#readZip(request, answer, release, known));
      } finally {
        known();
      }
    });
  }

  /** Tries `attempt` as often as failures are transient; the first time with what was prefetched. */
  async #asked<T>(url: GoUrl, attempt: (claimed: Claimed | undefined) => Promise<T>): Promise<T> {
    let first = true;
    return await retrying(this.#session, this.#retry, async () => {
      const claim = first ? this.#prefetcher.claim(url, this.#trace) : undefined;
      first = false;
      return await attempt(claim === undefined ? undefined : await claim);
    });
  }

  async #claimedZip({ bytes, release }: Claimed & { readonly kind: 'bytes' }): Promise<Zip> {
    const share = await this.#bodies.acquire(bytes.length, this.#session.signal);
    release();
    return { content: { bytes }, release: share };
  }

  async #read<T>(answer: WebAnswer, releaseSlot: () => void, read: () => Promise<T>): Promise<T> {
    try {
      await raiseForStatus(answer);
      return await read();
    } catch (error) {
      answer.response.discard();
      throw error;
    } finally {
      releaseSlot();
    }
  }

  /**
   * Reads a zip: into a file what is large, which holds no memory; else into memory, within the budget. The slot of
   * the request is given back before the budget is waited for: who holds budget may need slots.
   */
  async #readZip(
    request: BodyRequest,
    answer: WebAnswer,
    releaseSlot: () => void,
    sizeKnown: () => void,
  ): Promise<Zip> {
    const length = answer.response.length ?? guess;
    const file = length >= spoolFrom ? await this.#spool() : undefined;
    if (file !== undefined) {
      sizeKnown();
      await writeBody(this.#session.fs, file, request, answer);
      return { content: { file, own: true }, release: nothing };
    }
    releaseSlot();
    const share = await this.#bodies.acquire(Math.min(length, request.max), this.#session.signal);
    sizeKnown();
    try {
      return { content: { bytes: await readBytes(request, answer) }, release: share };
    } catch (error) {
      share();
      throw error;
    }
  }

  async #open(url: GoUrl, security: Security): Promise<{ answer: WebAnswer; release: () => void }> {
    const { signal } = this.#session;
    const release = await this.#slots.acquire(signal);
    try {
      return { answer: await webGet(this.#web, { url, security, signal, emit: this.#trace }), release };
    } catch (error) {
      release();
      throw error;
    }
  }

  async #probe(prefix: string, credential: readonly (readonly [string, string])[]): Promise<number> {
    const { transport, signal } = this.#session;
    const options = { transport, method: 'HEAD', credential, insecure: false, signal } as const;
    const response = await followRedirects(parseUrl(prefix), options);
    response.discard();
    return response.status;
  }
}

function nothing(): void {}

/** Writes a body to a new file, which is removed when that fails. */
async function writeBody(
  fs: FileSystem,
  file: string,
  request: BodyRequest,
  answer: WebAnswer,
): Promise<void> {
  const fd = fs.openSync(file, 'w', 0o666);
  let whole = false;
  try {
    await answer.response.stream(request.max, (bytes) => writeAll(fs, fd, bytes));
    whole = true;
  } catch (error) {
    throw error instanceof TransportError
      ? request.readError(answer.url, error)
      : fileError(error, { path: file });
  } finally {
    fs.closeSync(fd);
    if (!whole) fs.unlinkSync(file);
  }
}

async function readBytes(request: BodyRequest, answer: WebAnswer): Promise<Uint8Array> {
  try {
    return await answer.response.bytes(request.max);
  } catch (error) {
    throw error instanceof TransportError ? request.readError(answer.url, error) : error;
  }
}

function webResponse(answer: WebAnswer, release: () => void): WebResponse {
  const { response, url } = answer;
  return {
    url,
    status: response.statusLine,
    statusCode: response.status,
    headers: response.headers,
    raiseForStatus: () => raiseForStatus(answer).finally(response.status === 200 ? nothing : release),
    bytes: (max) =>
      response
        .bytes(max)
        .catch((error) => {
          throw error instanceof TransportError ? readError(url, error) : error;
        })
        .finally(release),
    discard: () => {
      response.discard();
      release();
    },
  };
}

/** Bytes of the file that a `file://` URL names. Throws node:fs errors. */
function sizeOf(fs: FileSystem, url: GoUrl): number {
  return fs.statSync(urlToFilePath(url)).size;
}
