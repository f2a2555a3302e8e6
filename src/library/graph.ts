// `gomod/graph`: the module graph of a project from its go.mod files alone, without Go, module cache or network.
//
// The graph says which modules at which versions require which, and which version of each is selected: `buildList`
// is what `go list -m all` shows, `edges` what `go mod graph` shows, `why` what selected a version.
// Rules: https://go.dev/ref/mod#minimal-version-selection and #graph-pruning.

import { type ReadGoMod, readProjectGraph } from '../core/graph/index.js';
import type { ModFile, WorkFile } from '../core/modfile/index.js';
import { type ModuleGraph, showGraph } from './module-graph.js';

export { GomodError } from '../core/error.js';
export {
  GraphError,
  type GraphErrorCode,
  type ReadGoMod,
  type Selection,
} from '../core/graph/index.js';
export type { DirectiveFile, ModFile, WorkFile } from '../core/modfile/index.js';
export type { ModuleVersion } from '../core/module/index.js';
export { BuildListError, NONE, type Version } from '../core/mvs/index.js';
export type { Edge, ModuleGraph } from './module-graph.js';

/** What {@link readGraph} reads, and how. */
export interface GraphSource {
  /** The go.mod of the main module; in a workspace, that of each of its modules. */
  readonly goMod: ModFile | readonly ModFile[];
  /** The go.work of a workspace. */
  readonly goWork?: WorkFile;
  /** Gives the go.mod of each dependency. */
  readonly readGoMod: ReadGoMod;
  /** Looked at before each go.mod is asked for; its reason is what {@link readGraph} then rejects with. */
  readonly signal?: AbortSignal;
  /** Whether failures of dependencies are passed over: what they require is then missing in the graph. */
  readonly partial?: boolean;
}

/**
 * Reads the module graph. Rejects with a {@link BuildListError} for the first dependency, breadth first, whose go.mod
 * cannot be had (its message tells the chain of requirements, its `cause` is the failure), and with a
 * {@link GraphError} for main modules that contradict each other.
 */
export async function readGraph(source: GraphSource): Promise<ModuleGraph> {
  const { signal, partial } = source;
  signal?.throwIfAborted();
  const { graph, error } = await readProjectGraph({
    ...source,
    readGoMod: (m, file) => {
      signal?.throwIfAborted();
      return source.readGoMod(m, file);
    },
    isFatal: () => signal?.aborted === true,
  });
  signal?.throwIfAborted();
  if (error !== undefined && partial !== true) throw error;
  return showGraph(graph);
}
