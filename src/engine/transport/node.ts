// The transport of this machine: HTTP/1.1 over node:net and node:tls, connections kept and used again.
//
// Why not undici, node:http or node:http2: measured in one bundled CommonJS file on two cores, Node 20.20,
// loopback, 64 requests in flight (undici 7.30 / node:http / this with the whole proxy client above it):
// - start-up over an empty script: 16 / 3 / 2 ms;
// - CPU of 2000 small GETs: 0.43 / 0.40 / 0.22 to 0.25 s;
// - 480 MB of bodies of known length: 0.67 / 0.60 / 0.35 s of CPU.
// Over TLS one HTTP/2 connection of node:http2 takes as long as 64 of HTTP/1.1 (0.72 / 0.71 s for 2000 GETs at
// 20 ms) and more CPU (0.34 / 0.20 s), so HTTP/2 is not offered in ALPN. That the answers of a misbehaving
// server can be told in Go's words comes on top.

import type { SecureContext } from 'node:tls';
import type { TransportLimits } from '../transport.js';
import { type HttpRequest, type HttpResponse, type Transport, TransportError } from '../transport.js';
import { Connection, type ConnectionOwner } from './connection.js';
import { cachingLookup, type DialContext, type Dialed, dialTcp, readBuffer, startTls } from './dial.js';
import { defaultLimits } from './limits.js';
import { type HttpProxy, proxyAuthorization, proxyKey, proxySelector } from './proxy-environment.js';
import { authorityEnd, joinHostPort, parseTarget, pathBehind, type Target } from './target.js';
import { trustContext } from './trust.js';
import { connectTunnel, socksTunnel } from './tunnel.js';

/** What a transport depends on. */
export interface TransportOptions {
  /** Where HTTP_PROXY, NO_PROXY, SSL_CERT_FILE and the like are read. */
  readonly env: { readonly process: Readonly<Record<string, string | undefined>> };
  readonly limits?: Partial<TransportLimits>;
}

/** Makes a transport. It holds sockets that do not keep the process alive; `close` ends them. */
export function createTransport(options: TransportOptions): Transport {
  const pool = new Pool(options.env.process, { ...defaultLimits, ...options.limits });
  return Object.assign((request: HttpRequest) => pool.request(request), { close: () => pool.close() });
}

/** How requests reach their server. */
interface Route {
  /** The server; the path in it is that of the first request. */
  readonly target: Target;
  readonly proxy: HttpProxy | undefined;
  /** The proxy is asked for the whole URL, instead of for a tunnel. */
  readonly forward: boolean;
  readonly insecure: boolean;
  /** Connections with the same key may serve each other's requests. */
  readonly key: string;
  /** What follows the path in the text of a GET request without headers of its own. */
  readonly plainHead: string;
}

/** Most servers of a run whose routes are kept: a run has few, whoever serves many URLs must not grow for ever. */
const maxRoutes = 1000;

class Pool {
  readonly #env: Readonly<Record<string, string | undefined>>;
  readonly #limits: TransportLimits;
  readonly #select: (target: Target) => HttpProxy | undefined;
  readonly #lookup = cachingLookup();
  readonly #buffer = readBuffer();
  readonly #idle = new Map<string, Connection[]>();
  /** By everything before the path of a URL. */
  readonly #routes = new Map<string, Route>();
  #trust: SecureContext | undefined;

  constructor(env: Readonly<Record<string, string | undefined>>, limits: TransportLimits) {
    this.#env = env;
    this.#limits = limits;
    this.#select = proxySelector(env);
  }

  async request(request: HttpRequest): Promise<HttpResponse> {
    request.signal?.throwIfAborted();
    const { route, path } = this.#route(request);
    const wire = {
      text: requestText(request, route, path),
      method: request.method ?? 'GET',
      signal: request.signal,
    };
    for (;;) {
      const connection = this.#idle.get(route.key)?.pop() ?? (await this.#dial(route, request.signal));
      try {
        return await connection.exchange(wire);
      } catch (error) {
        const closed = error instanceof TransportError && (error.code === 'closed' || error.code === 'reset');
        if (!closed || !connection.stale) throw error;
      }
    }
  }

  close(): void {
    const idle = [...this.#idle.values()].flat();
    this.#idle.clear();
    for (const connection of idle) connection.destroy();
  }

  #route(request: HttpRequest): { readonly route: Route; readonly path: string } {
    const { url } = request;
    const end = authorityEnd(url);
    const key = `${request.insecure === true ? 'insecure ' : ''}${url.slice(0, end)}`;
    const known = this.#routes.get(key);
    if (known !== undefined) {
      const fragment = url.indexOf('#', end);
      return { route: known, path: pathBehind(url.slice(end, fragment < 0 ? undefined : fragment)) };
    }
    const route = this.#newRoute(parseTarget(url), request.insecure === true);
    if (this.#routes.size < maxRoutes) this.#routes.set(key, route);
    return { route, path: route.target.path };
  }

  #newRoute(target: Target, insecure: boolean): Route {
    const proxy = this.#select(target);
    const forward = proxy !== undefined && !target.secure && !proxy.scheme.startsWith('socks');
    const server = `${target.secure ? 'https' : 'http'}://${joinHostPort(target.host, target.port)}`;
    const parts = [
      proxy === undefined ? '' : proxyKey(proxy),
      forward ? '' : server,
      insecure ? 'insecure' : '',
    ];
    const route = { target, proxy, forward, insecure, key: parts.join(' '), plainHead: '' };
    return { ...route, plainHead: headBehindPath({ url: '' }, route) };
  }

  async #dial(route: Route, signal: AbortSignal | undefined): Promise<Connection> {
    const context: DialContext = { limits: this.#limits, lookup: this.#lookup, signal };
    const { target, proxy } = route;
    const plain = !target.secure && (proxy === undefined || (route.forward && proxy.scheme === 'http'));
    // The socket needs its reader before the connection exists.
    const reader = { buffer: this.#buffer(), receive: (_chunk: Buffer) => true };
    const server = proxy ?? target;
    const dial = () => dialTcp(server.host, server.port, context, plain ? reader : undefined);
    let dialed = proxy === undefined ? await dial() : await this.#proxyConnect(dial, proxy, context);
    if (proxy !== undefined && !route.forward) await tunnel(dialed, proxy, target, context);
    if (target.secure) dialed = await this.#secure(dialed, target.host, route.insecure, context);
    const connection = new Connection(dialed.socket, dialed.ends, this.#owner(route.key), this.#limits.idle);
    reader.receive = (chunk) => connection.receive(chunk);
    if (!plain) {
      dialed.socket.on('data', (chunk: Buffer) => {
        if (!connection.receive(chunk)) dialed.socket.pause();
      });
    }
    return connection;
  }

  /** Connects to a proxy, in the words Go has for that. */
  async #proxyConnect(dial: () => Promise<Dialed>, proxy: HttpProxy, context: DialContext): Promise<Dialed> {
    try {
      const dialed = await dial();
      return proxy.scheme === 'https' ? await this.#secure(dialed, proxy.host, false, context) : dialed;
    } catch (error) {
      if (!(error instanceof TransportError)) throw error;
      throw new TransportError(error.code, `proxyconnect tcp: ${error.message}`, { cause: error });
    }
  }

  async #secure(under: Dialed, host: string, insecure: boolean, context: DialContext): Promise<Dialed> {
    this.#trust ??= trustContext(this.#env);
    const socket = await startTls(under, { host, trust: this.#trust, insecure }, context);
    return { socket, ends: under.ends };
  }

  #owner(key: string): ConnectionOwner {
    return {
      idle: (connection) => {
        const list = this.#idle.get(key);
        if (list === undefined) this.#idle.set(key, [connection]);
        else list.push(connection);
      },
      closed: (connection) => {
        const list = this.#idle.get(key);
        const at = list?.indexOf(connection) ?? -1;
        if (at >= 0) list?.splice(at, 1);
      },
    };
  }
}

async function tunnel(dialed: Dialed, proxy: HttpProxy, target: Target, context: DialContext): Promise<void> {
  const open = proxy.scheme.startsWith('socks') ? socksTunnel : connectTunnel;
  try {
    await open(dialed, proxy, target.host, target.port, context);
  } catch (error) {
    dialed.socket.on('error', () => undefined).destroy();
    throw error;
  }
}

function requestText(request: HttpRequest, route: Route, path: string): string {
  const { target, forward, plainHead } = route;
  const method = request.method ?? 'GET';
  const plain = method === 'GET' && Object.keys(request.headers ?? {}).length === 0;
  const head = plain ? plainHead : headBehindPath(request, route);
  return `${method} ${forward ? `http://${target.authority}` : ''}${path}${head}`;
}

/** Everything of the text of a request that follows its path. */
function headBehindPath(request: HttpRequest, { target, proxy, forward }: Route): string {
  const lines = [' HTTP/1.1', `Host: ${target.authority}`];
  const headers = Object.entries(request.headers ?? {});
  const named = new Set(headers.map(([name]) => name.toLowerCase()));
  if (!named.has('user-agent')) lines.push('User-Agent: gomod');
  for (const [name, value] of headers) lines.push(headerLine(name, value));
  const get = (request.method ?? 'GET') === 'GET';
  if (!named.has('accept-encoding') && get) lines.push('Accept-Encoding: gzip');
  const authorization = forward && proxy !== undefined ? proxyAuthorization(proxy) : undefined;
  if (authorization !== undefined) lines.push(`Proxy-Authorization: ${authorization}`);
  return `${lines.join('\r\n')}\r\n\r\n`;
}

function headerLine(name: string, value: string): string {
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
    throw new TransportError('protocol', `net/http: invalid header field name ${JSON.stringify(name)}`);
  }
  if (/[\x00-\x08\x0a-\x1f\x7f]/.test(value)) {
    throw new TransportError('protocol', `net/http: invalid header field value for ${JSON.stringify(name)}`);
  }
  return `${name}: ${Buffer.from(value).toString('latin1')}`;
}
