// The errors of this room. "Does not exist" (EngineError.notExist) is what 404, 410, absent files, GOPROXY=off
// and the like have in common: it lets a GOPROXY list go on.

import { EngineError } from '../error.js';

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
