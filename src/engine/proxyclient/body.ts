// Asking for the body of a URL: what repositories and the client say to each other.

import type { TransportError } from '../transport.js';
import type { ZipBody } from './client.js';
import type { GoUrl } from './url.js';

/** How a body is asked for. */
export interface BodyRequest {
  readonly url: GoUrl;
  /** Most bytes that are taken. */
  readonly max: number;
  /** The error for a body that cannot be read; `url` is redacted. */
  readonly readError: (url: string, cause: TransportError) => Error;
}

/** The bytes of a body; `release` ends their share of the budget. */
export interface Body {
  readonly bytes: Uint8Array;
  readonly release: () => void;
}

/** A zip; `release` ends its share of the budget. */
export interface Zip {
  readonly content: ZipBody;
  readonly release: () => void;
}

/** Gets the zip of a 200 answer, as FetchBody gets other bodies. */
export type FetchZip = (request: BodyRequest) => Promise<Zip>;

/** Gets the body of a 200 answer, after retries; rejects with HttpError or another ProxyClientError. */
export type FetchBody = (request: BodyRequest) => Promise<Body>;
