// The network as the engine sees it: one GET, no policy.
//
// Retries, redirects, proxies of the GOPROXY kind, authentication and the words of errors are
// `proxyclient`'s. A transport does what net/http's RoundTripper does: one exchange.

/** One request. */
export interface HttpRequest {
  readonly method?: 'GET' | 'HEAD';
  /** Absolute http: or https: URL. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Skip certificate checks (GOINSECURE). */
  readonly insecure?: boolean;
  readonly signal?: AbortSignal;
}

/** One answer. The body is read once, by `bytes`, or thrown away by `discard`; one of both must be called. */
export interface HttpResponse {
  readonly status: number;
  /** Reason phrase; the standard one where the protocol has none (HTTP/2). */
  readonly statusText: string;
  /** Names in lower case; several values joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /**
   * The whole body. Rejects with a TransportError of code `cut` when fewer bytes arrive than announced, and of
   * code `too-large` past `max`.
   */
  bytes(max: number): Promise<Uint8Array>;
  discard(): void;
}

/** Does one exchange, without following redirects. Rejects with a TransportError. Safe to call many at once. */
export type Transport = (request: HttpRequest) => Promise<HttpResponse>;
