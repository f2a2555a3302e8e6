// Failures of the module cache, in the words of cmd/go/internal/modfetch.

import { EngineError } from '../error.js';

/**
 * `no-cache`: GOMODCACHE is not set, relative, or not a folder. `bad-version`: a version that the cache cannot
 * hold. `toolchain`: `go` and `toolchain` are no modules with files. `partial`: the folder is there but not
 * complete.
 */
export type CacheErrorCode = 'no-cache' | 'bad-version' | 'toolchain' | 'partial';

/** See the head of this file. */
export class CacheError extends EngineError<CacheErrorCode> {}
