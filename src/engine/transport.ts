// The network as the engine sees it: one GET, no policy.
//
// Retries, redirects, proxies of the GOPROXY kind, authentication and the words of errors are
// `proxyclient`'s. A transport does what net/http's RoundTripper does: one exchange. Implementations are in
// `transport/`: Node's own, and one over any `fetch`.

import { GomodError } from '../core/error.js';

/** One request. */
export interface HttpRequest {
  readonly method?: 'GET' | 'HEAD';
  /** Absolute http: or https: URL. User information in it is ignored: credentials travel in `headers`. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Skip certificate checks (GOINSECURE). */
  readonly insecure?: boolean;
  readonly signal?: AbortSignal;
}

/** One answer. The body is read once, by `bytes`, or thrown away by `discard`; one of both must be called. */
export interface HttpResponse {
  readonly status: number;
  /** Code and reason as the server wrote them: `404 Not Found`. */
  readonly statusLine: string;
  /** `HTTP/1.1`, `HTTP/2.0`; '' when the transport cannot know. */
  readonly protocol: string;
  /** Names in lower case; several values joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * Bytes the body announced (after decoding); undefined when it did not. While nobody calls `bytes`, the
   * body waits in the socket: that is the back-pressure.
   */
  readonly length: number | undefined;
  /**
   * The whole body. Rejects with a TransportError of code `cut` when fewer bytes arrive than announced, and of
   * code `too-large` past `max`.
   */
  bytes(max: number): Promise<Uint8Array>;
  /**
   * The same, but piece by piece, for bodies that are not to be held: `sink` gets each piece, valid during the call
   * only. Rejects with what `sink` throws, too.
   */
  stream(max: number, sink: (bytes: Uint8Array) => void): Promise<void>;
  /**
   * The first `max` bytes of the body, or all of it when it is shorter or ends early; the rest is thrown away.
   * Never rejects: it reads what a server says beside an error status.
   */
  prefix(max: number): Promise<Uint8Array>;
  discard(): void;
}

/** Does one exchange, without following redirects. Rejects with a TransportError. Safe to call many at once. */
export interface Transport {
  (request: HttpRequest): Promise<HttpResponse>;
  /** Ends idle connections, so that the process may end. A later call opens new ones. */
  readonly close?: () => void;
}

/**
 * What went wrong in one exchange.
 *
 * - `dns`, `dial`: no connection. `tls`, `certificate`: no secure one.
 * - `closed`: ended before the answer began. `reset`: broken by the other side. `cut`: the body ended early.
 * - `timeout`: nothing came for longer than the limits allow.
 * - `too-large`: more than the caller allowed. `protocol`: not HTTP, or a body that cannot be decoded.
 * - `proxy`: HTTP_PROXY or HTTPS_PROXY is unusable, or refused.
 */
export type TransportErrorCode =
  | 'dns'
  | 'dial'
  | 'tls'
  | 'certificate'
  | 'closed'
  | 'reset'
  | 'cut'
  | 'timeout'
  | 'too-large'
  | 'protocol'
  | 'proxy';

/** A failed exchange, in the words of Go's net, crypto/tls, crypto/x509 and net/http, without the URL. */
export class TransportError extends GomodError<TransportErrorCode> {}

/** A body has more bytes than its reader allows. */
export function bodyTooLarge(max: number, cause?: unknown): TransportError {
  return new TransportError('too-large', `http: response body larger than ${max} bytes`, { cause });
}

/** How long the transport waits, in milliseconds. 0 waits for ever. */
export interface TransportLimits {
  /** Until a TCP connection stands. Go: 30,000. */
  readonly connect: number;
  /** Until TLS stands. Go: 10,000. */
  readonly handshake: number;
  /** Without a byte, while an answer or the rest of a body is awaited. Go waits for ever. */
  readonly idle: number;
}
