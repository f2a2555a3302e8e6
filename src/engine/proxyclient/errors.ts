// The errors of this room, and the question that other rooms ask about any error: does it say "not there"?

import { GomodError } from '../../core/error.js';

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
export class ProxyClientError extends GomodError<ProxyClientErrorCode> {}

/** Longest chain of causes that is followed. */
const maxCauses = 64;

/** Whether `error` or one of its causes says that something does not exist (errors.Is(err, fs.ErrNotExist)). */
export function isNotExist(error: unknown): boolean {
  let at = error;
  for (let depth = 0; depth < maxCauses && at instanceof Error; depth++) {
    const code = (at as { code?: unknown }).code;
    if (code === 'not-exist' || code === 'ENOENT') return true;
    at = at.cause;
  }
  return false;
}
