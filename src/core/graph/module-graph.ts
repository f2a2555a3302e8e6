// A module graph that was read: which modules at which versions require which, and which are selected.

import type { ModuleVersion } from '../module/index.js';
import type { Graph } from '../mvs/index.js';

/** See the head of this file. Does not change any more. */
export class ModuleGraph {
  readonly #graph: Graph<ModuleVersion>;
  #buildList: readonly ModuleVersion[] | undefined;

  constructor(graph: Graph<ModuleVersion>) {
    this.#graph = graph;
  }

  /** The selected version of the module; `none` where it is not in the graph. */
  selected(path: string): string {
    return this.#graph.selected(path);
  }

  /** What the module requires; undefined where that was pruned out or could not be had. */
  requiredBy(m: ModuleVersion): readonly ModuleVersion[] | undefined {
    return this.#graph.requiredBy(m);
  }

  /** The selected modules: the main modules first, then (in workspaces: the other roots, then) the rest by path. */
  buildList(): readonly ModuleVersion[] {
    this.#buildList ??= this.#graph.buildList();
    return this.#buildList;
  }

  /**
   * Calls `visit` once for each module at a version in the graph, selected or not, breadth first, with what
   * {@link requiredBy} gives for it; for main modules of one name once for each of them.
   */
  walkBreadthFirst(visit: (m: ModuleVersion, required: readonly ModuleVersion[] | undefined) => void): void {
    this.#graph.walkBreadthFirst(visit);
  }

  /** A shortest chain of requirements from a main module to one that satisfies `test`. */
  findPath(test: (m: ModuleVersion) => boolean): ModuleVersion[] | undefined {
    return this.#graph.findPath(test);
  }
}
