// Reading the module graph of a main module or of a workspace.
//
// The vertices are those that Go's own graph has: `go mod graph` shows the same edges in the same order. Only
// requirements that count are asked for (summaries.ts). What does not load is left out of the graph, and the
// first such module, breadth first, is the error: how the answers arrive changes neither the graph nor the
// error. Rules: cmd/go/internal/modload (readModGraph, initVendor).

import { modCompare } from '../gover/index.js';
import { describeFailure, type ModuleVersion } from '../module/index.js';
import { BuildListError, type Compare, Graph, VersionSet } from '../mvs/index.js';
import { compareSelected } from './compare.js';
import { ModuleGraph } from './module-graph.js';
import { Filler, type LoadSummary } from './summaries.js';
import type { Pruning } from './summary.js';

/** What a graph is read from. */
export interface GraphSource {
  /** That of the main module, or `workspace`. */
  readonly pruning: Pruning;
  /** Without versions. Exactly one, but for workspaces. */
  readonly mainModules: readonly ModuleVersion[];
  /**
   * The requirements of the main module, or in a workspace the main modules themselves; the module `go` and
   * where there is one `toolchain` are among them. The order is that of the walk.
   */
  readonly roots: readonly ModuleVersion[];
  /**
   * Called at most once for each module, many at a time: for main modules in workspaces only, for `go` and
   * `toolchain` always (see toolchainSummary). What it throws or rejects with is the module's failure.
   */
  readonly summary: LoadSummary;
  /** Modules whose requirements are read although they could be pruned out. */
  readonly unprune?: (m: ModuleVersion) => boolean;
  /** Errors that are not a module's failure (the run was aborted): reading rejects with them at once. */
  readonly isFatal?: (error: unknown) => boolean;
}

/** The graph as far as it could be read. */
export interface ReadGraph {
  readonly graph: ModuleGraph;
  /** Undefined where everything was read. */
  readonly error: BuildListError | undefined;
}

/**
 * Modules of a workspace to expand next. What provides packages of main modules is their requirements, at the
 * versions selected, which may be higher than those that were expanded.
 */
function outdated(
  graph: Graph<ModuleVersion>,
  paths: ReadonlySet<string>,
  seen: VersionSet,
): ModuleVersion[] {
  const list: ModuleVersion[] = [];
  for (const path of paths) {
    const m = { path, version: graph.selected(path) };
    if (!seen.has(m)) {
      list.push(m);
      continue;
    }
    for (const r of graph.requiredBy(m) ?? []) {
      const selected = { path: r.path, version: graph.selected(r.path) };
      const raised = modCompare(r.path, selected.version, r.version) > 0;
      if (raised && !seen.has(selected)) list.push(selected);
    }
  }
  return list;
}

/** Expands the selected versions of all that the main modules need, until selection changes no more. */
async function expandWorkspace(graph: Graph<ModuleVersion>, filler: Filler): Promise<void> {
  const paths = new Set(graph.roots.map(({ module }) => module.path));
  const seen = new VersionSet();
  // Ends: each round takes up versions never seen before, of modules that only rise.
  for (;;) {
    const next = outdated(graph, paths, seen);
    if (next.length === 0) return;
    for (const m of next) {
      filler.take(graph.vertex(m)!, 'workspace');
      seen.add(m);
      paths.add(m.path);
    }
    await filler.settle();
  }
}

function firstFailure(graph: Graph<ModuleVersion>, filler: Filler): BuildListError | undefined {
  if (!filler.failed) return undefined;
  let cause: unknown;
  const path = graph.findPath((_, vertex) => {
    const failure = filler.failure(vertex);
    cause = failure?.error;
    return failure !== undefined;
  });
  return path === undefined ? undefined : new BuildListError(cause, path, { describe: describeFailure });
}

/** Reads the graph. Rejects only with what `isFatal` names; see {@link ReadGraph} for failures of modules. */
export async function readModuleGraph(source: GraphSource): Promise<ReadGraph> {
  const { pruning, roots, mainModules, summary: load, unprune, isFatal } = source;
  const workspace = pruning === 'workspace';
  const graph = new Graph<ModuleVersion>(compareSelected, workspace ? roots : mainModules);
  const start = workspace ? graph.roots : (graph.require(mainModules[0]!, roots).required ?? []);
  const filler = new Filler(graph, { load, unprune, isFatal });
  for (const vertex of start) filler.take(vertex, pruning);
  await filler.settle();
  if (workspace) await expandWorkspace(graph, filler);
  return { graph: new ModuleGraph(graph), error: firstFailure(graph, filler) };
}

/** What the graph of a vendored build is made from. */
export interface VendoredSource {
  /** The main module, or the roots of the workspace, main modules included. */
  readonly roots: readonly ModuleVersion[];
  /** The main modules with their requirements. */
  readonly members: readonly { readonly mod: ModuleVersion; readonly require: readonly ModuleVersion[] }[];
  /** The modules of vendor/modules.txt. Empty where the requirements are known to be complete. */
  readonly vendored: readonly ModuleVersion[];
  /** Default: {@link compareSelected}. */
  readonly compare?: Compare;
}

/** The module that stands for vendor/modules.txt in the graph. */
const VENDOR_LIST: ModuleVersion = { path: 'vendor/modules.txt', version: '' };

/**
 * The graph of a vendored build. What a vendored module requires is not known, so every main module is taken to
 * require the list, and the list every vendored module.
 */
export function vendoredGraph(source: VendoredSource): ModuleGraph {
  const graph = new Graph<ModuleVersion>(source.compare ?? compareSelected, source.roots);
  const listed = source.vendored.length > 0;
  for (const { mod, require } of source.members) {
    graph.require(mod, listed ? [...require, VENDOR_LIST] : require);
  }
  if (listed && source.members.length > 0) graph.require(VENDOR_LIST, source.vendored);
  return new ModuleGraph(graph);
}
