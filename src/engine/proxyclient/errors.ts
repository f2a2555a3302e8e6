// The errors of this room. "Does not exist" (EngineError.notExist) is what 404, 410, absent files, GOPROXY=off
// and the like have in common: it lets a GOPROXY list go on.

import { quote } from '../../core/quote.js';
import { EngineError, messageOf } from '../error.js';
import { TransportError } from '../transport.js';

/**
 * - `not-exist`: the server, the proxy policy or the file system says that the thing does not exist
 *   (Go: errors.Is(err, fs.ErrNotExist)).
 * - `status`: another HTTP status. `request`: no answer. `read`: an answer whose body could not be read.
 * - `response`: an answer that breaks the protocol.
 * - `goproxy`: GOPROXY, GONOPROXY or GOAUTH is malformed. `unsupported`: direct access.
 * - `insecure`: refused for the sake of security.
 */
export type ProxyClientErrorCode =
  | 'not-exist'
  | 'status'
  | 'request'
  | 'read'
  | 'response'
  | 'goproxy'
  | 'unsupported'
  | 'insecure';

/** Error of this room. */
export class ProxyClientError extends EngineError<ProxyClientErrorCode> {}

/** An answer that is not 200 (web.HTTPError). */
export class HttpError extends ProxyClientError {
  /** @param cause why a file: URL could not be opened. */
  constructor(
    /** Redacted. */
    readonly url: string,
    /** `404 Not Found`. */
    readonly status: string,
    readonly statusCode: number,
    /** What the server said, lines after the first indented by a tab; '' for nothing worth showing. */
    readonly detail: string,
    cause?: { readonly words: string; readonly error: unknown },
  ) {
    const code = statusCode === 404 || statusCode === 410 ? 'not-exist' : 'status';
    const options = cause === undefined ? {} : { cause: cause.error };
    super(code, `reading ${url}: ${statusWords(status, detail, cause?.words)}`, options);
  }
}

function statusWords(status: string, detail: string, cause: string | undefined): string {
  if (detail === '') return cause ?? status;
  return `${status}\n\tserver response:${detail.includes('\n') ? '\n\t' : ' '}${detail}`;
}

/** A request without an answer: `Get "URL": cause`. `url` is shown as it is. */
export function requestError(url: string, cause: unknown): ProxyClientError {
  return new ProxyClientError('request', `Get ${quote(url)}: ${messageOf(cause)}`, { cause });
}

/** A body that could not be read: `read "URL": cause`. */
export function readError(url: string, cause: unknown): ProxyClientError {
  return new ProxyClientError('read', `read ${quote(url)}: ${messageOf(cause)}`, { cause });
}

/** The same, as database look-ups and others outside repositories put it: `reading URL: cause`. */
export function readingError(url: string, cause: unknown): ProxyClientError {
  return new ProxyClientError('read', `reading ${url}: ${messageOf(cause)}`, { cause });
}

/** Whether the same request may well succeed a moment later. */
export function isTransient(error: unknown): boolean {
  if (error instanceof HttpError) return isTransientStatus(error.statusCode);
  const cause = error instanceof ProxyClientError ? error.cause : error;
  if (!(cause instanceof TransportError)) return false;
  return ['closed', 'reset', 'cut', 'timeout'].includes(cause.code);
}

/** 502, 503 and 504: whoever answered speaks for a server that did not. */
export function isTransientStatus(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}
