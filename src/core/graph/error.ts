// Errors of reading graphs from go.mod files. Those of single modules come with the chain of requirements that leads
// to them, as BuildListErrors.

import { GomodError } from '../error.js';

/**
 * - `go-mod`: a dependency's go.mod is not there, cannot be read, or belongs to another module.
 * - `main-modules`: main modules or their replacements contradict each other.
 */
export type GraphErrorCode = 'go-mod' | 'main-modules';

/** See {@link GraphErrorCode}. */
export class GraphError extends GomodError<GraphErrorCode> {}
