// Making connections: names, TCP, tunnels through proxies, TLS.
//
// One look-up per name and minute: sixty-four connections to one host would otherwise keep the four threads
// that Node has for getaddrinfo busy.

import type { LookupAddress } from 'node:dns';
import { lookup as resolveName } from 'node:dns';
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls, type SecureContext, type TLSSocket } from 'node:tls';
import { onAbort } from '../abort.js';
import { TransportError, type TransportLimits } from '../transport.js';
import { certificateError, checkIdentity } from './certificate.js';
import { joinHostPort } from './target.js';
import { dialError, dialTimeout, type Endpoints, firstNameServer, handshakeError } from './words.js';

/** A socket and where it leads. */
export interface Dialed {
  readonly socket: Socket;
  readonly ends: Endpoints;
}

/** What dialing needs to know. */
export interface DialContext {
  readonly limits: TransportLimits;
  readonly lookup: LookupFunction;
  readonly signal: AbortSignal | undefined;
}

/**
 * Where sockets read into. On POSIX one buffer serves all of them, because a read and its callback are one step of
 * libuv; on Windows a read may be under way while another ends.
 */
export function readBuffer(): () => Buffer {
  const shared = process.platform === 'win32' ? undefined : Buffer.allocUnsafeSlow(readSize);
  return () => shared ?? Buffer.allocUnsafeSlow(readSize / 4);
}

/** Takes bytes as they arrive; false stops reading until the socket is resumed. */
export type Receiver = (chunk: Buffer) => boolean;

/** A receiver, and the buffer that is read into. */
export interface Reader {
  readonly buffer: Buffer;
  readonly receive: Receiver;
}

/** How long each of several addresses of a host is tried before the next. */
const attemptMs = 500;
/** Bytes read at once: 480 MB of bodies take 0.35 s of CPU with 256 KiB, 0.6 s with 64 KiB. */
const readSize = 256 * 1024;

/**
 * Connects to `host`. With `reader` the socket reads into that buffer and emits no data: half the cost of a large
 * body. Rejects with a TransportError, or with the reason of the signal.
 */
export function dialTcp(host: string, port: number, context: DialContext, reader?: Reader): Promise<Dialed> {
  const onread = reader && {
    buffer: reader.buffer,
    callback: (size: number, buffer: Uint8Array) => reader.receive((buffer as Buffer).subarray(0, size)),
  };
  const socket = connectTcp({
    host: host === '' ? 'localhost' : host,
    port,
    lookup: context.lookup,
    noDelay: true,
    autoSelectFamilyAttemptTimeout: attemptMs,
    ...(onread && { onread }),
  });
  return established(socket, 'connect', context, {
    limit: context.limits.connect,
    onLimit: () => dialTimeout(host, port),
    onError: (error) => dialError(error, host, port, nameServer()),
  }).then(() => ({ socket, ends: endpoints(socket) }));
}

function nameServer(): string {
  return process.platform === 'linux' ? firstNameServer() : '';
}

function endpoints(socket: Socket): Endpoints {
  return {
    local: joinHostPort(socket.localAddress ?? '', socket.localPort ?? 0),
    remote: joinHostPort(socket.remoteAddress ?? '', socket.remotePort ?? 0),
  };
}

interface Establishing {
  readonly limit: number;
  readonly onLimit: () => Error;
  readonly onError: (error: unknown) => Error;
}

/** Waits for `event` on a socket; destroys the socket when that fails. */
function established(
  socket: Socket,
  event: 'connect' | 'secureConnect',
  context: DialContext,
  { limit, onLimit, onError }: Establishing,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = limit > 0 ? setTimeout(() => fail(onLimit()), limit) : undefined;
    const unwatch = onAbort(context.signal, () => fail(context.signal?.reason));
    const stop = () => {
      clearTimeout(timer);
      unwatch();
      socket.off('error', failed).off(event, done).off('close', closed);
    };
    const fail = (error: unknown) => {
      stop();
      socket.on('error', () => undefined);
      socket.destroy();
      reject(error);
    };
    const failed = (error: unknown) => fail(onError(error));
    const closed = () => fail(new TransportError('closed', 'EOF'));
    const done = () => {
      stop();
      resolve();
    };
    socket.once(event, done).once('error', failed).once('close', closed);
  });
}

/** How TLS is to be spoken. */
export interface TlsOptions {
  readonly host: string;
  readonly trust: SecureContext;
  /** Accept any certificate. */
  readonly insecure: boolean;
}

/** Speaks TLS over `under`. Rejects with a TransportError (`tls`, `certificate`, `closed`, `timeout`). */
export async function startTls(under: Dialed, options: TlsOptions, context: DialContext): Promise<TLSSocket> {
  const { host, trust, insecure } = options;
  const socket = connectTls({
    socket: under.socket,
    host,
    secureContext: trust,
    ALPNProtocols: ['http/1.1'],
    // Checked below instead, where the certificate can be looked at for the words of the error.
    rejectUnauthorized: false,
    checkServerIdentity: checkIdentity,
    ...(isIP(host) === 0 && { servername: host }),
  });
  await established(socket, 'secureConnect', context, {
    limit: context.limits.handshake,
    onLimit: () => new TransportError('timeout', 'net/http: TLS handshake timeout'),
    onError: (error) => handshakeError(error, under.ends),
  });
  const refusal = insecure ? undefined : certificateError(socket, Date.now());
  if (refusal === undefined) return socket;
  socket.on('error', () => undefined);
  socket.destroy();
  throw refusal;
}

const lookupMs = 60_000;

/** A look-up function that asks once per name and minute. */
export function cachingLookup(): LookupFunction {
  const answers = new Map<string, { readonly at: number; readonly addresses: Promise<LookupAddress[]> }>();
  const ask = (host: string): Promise<LookupAddress[]> => {
    const known = answers.get(host);
    if (known !== undefined && Date.now() - known.at < lookupMs) return known.addresses;
    const addresses = resolveAll(host);
    answers.set(host, { at: Date.now(), addresses });
    addresses.catch(() => answers.delete(host));
    return addresses;
  };
  return (host, options, callback) => {
    ask(host).then(
      (addresses) => {
        if (options.all) callback(null, addresses);
        else callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
      },
      (error) => callback(error, []),
    );
  };
}

function resolveAll(host: string): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    resolveName(host, { all: true, verbatim: true }, (error, addresses) => {
      if (error) reject(error);
      else resolve(addresses);
    });
  });
}
