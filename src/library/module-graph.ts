// A module graph as the library shows it.

import { isToolchain } from '../core/gover/index.js';
import { type ModuleGraph as CoreGraph, type Selection, whySelected } from '../core/graph/index.js';
import type { ModuleVersion } from '../core/module/index.js';

/** A requirement of one module on another. */
export interface Edge {
  readonly from: ModuleVersion;
  readonly to: ModuleVersion;
}

/**
 * Which modules at which versions require which, and which versions are selected. Main modules have the version ''.
 * Does not change.
 *
 * From go 1.21 on, a go line is a requirement on a module `go`, which may require one called `toolchain`. Both are in
 * the graph, but not in the build list.
 */
export interface ModuleGraph {
  /** The selected modules, as `go list -m all` lists them: main modules first, the others by path. */
  buildList(): readonly ModuleVersion[];

  /** The selected version of the module; undefined where it is not in the graph. */
  selected(path: string): string | undefined;

  /** What the module requires; undefined where nobody read that, because it was pruned out or could not be had. */
  requiredBy(m: ModuleVersion): readonly ModuleVersion[] | undefined;

  /** Every requirement, of selected versions or not, in the order of `go mod graph`. */
  edges(): readonly Edge[];

  /** What selected the version of the module; undefined where it is not in the graph. */
  why(path: string): Selection | undefined;
}

/** The graph that core read, as the library shows it. */
export function showGraph(graph: CoreGraph): ModuleGraph {
  return {
    buildList: () => graph.buildList().filter((m) => !isToolchain(m.path)),
    selected: (path) => {
      const version = graph.selected(path);
      return version === 'none' ? undefined : version;
    },
    requiredBy: (m) => graph.requiredBy(m),
    edges: () => {
      const edges: Edge[] = [];
      graph.walkBreadthFirst((from, required = []) => {
        for (const to of required) edges.push({ from, to });
      });
      return edges;
    },
    why: (path) => whySelected(graph, path),
  };
}
