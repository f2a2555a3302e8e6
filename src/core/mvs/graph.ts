// A requirement graph into which requirements are put as they become known, and which always knows the highest
// version of each module seen so far.
//
// The vertices are modules at versions; an edge leads from a module to one that it requires. Everything in the
// graph is reachable from the roots: requirements of a module that nobody requires are refused. The result does
// not depend on the order in which requirements arrive, except between versions that compare equal, where the
// first to arrive stays selected.

import { formatVersion, MvsMisuseError } from './error.js';
import { type Compare, comparePaths, NONE, type Version, VersionMap } from './version.js';

interface Vertex<M extends Version> {
  readonly module: M;
  /** Undefined until {@link Graph.require} was called. */
  required: readonly Vertex<M>[] | undefined;
  requiredModules: readonly M[] | undefined;
}

/** See the head of this file. `M` may carry more than path and version; equality is that of these two. */
export class Graph<M extends Version = Version> {
  readonly #compare: Compare;
  readonly #vertices = new VersionMap<Vertex<M>>();
  readonly #roots: Vertex<M>[] = [];
  readonly #selected = new Map<string, M>();

  /** A graph of the roots alone. `compare` must find every version higher than `none`. */
  constructor(compare: Compare, roots: readonly M[]) {
    this.#compare = compare;
    for (const root of roots) this.#roots.push(this.#see(root));
  }

  #see(module: M): Vertex<M> {
    const known = this.#vertices.get(module);
    if (known !== undefined) return known;
    const vertex: Vertex<M> = { module, required: undefined, requiredModules: undefined };
    this.#vertices.set(module, vertex);
    if (this.#compare(module.path, this.selected(module.path), module.version) < 0) {
      this.#selected.set(module.path, module);
    }
    return vertex;
  }

  /**
   * States what `module` requires. At most once for a module, and only for one that is a root or required by a
   * module stated before; else throws {@link MvsMisuseError}. The list must not change afterwards.
   */
  require(module: M, required: readonly M[]): void {
    const vertex = this.#vertices.get(module);
    if (vertex === undefined) {
      throw new MvsMisuseError(`${formatVersion(module)} is not reachable from any root`);
    }
    if (vertex.required !== undefined) {
      throw new MvsMisuseError(`requirements of ${formatVersion(module)} have already been set`);
    }
    vertex.requiredModules = required;
    vertex.required = required.map((m) => this.#see(m));
  }

  /** The list given to {@link require}; undefined where the requirements of the module are not in the graph. */
  requiredBy(module: Version): readonly M[] | undefined {
    return this.#vertices.get(module)?.requiredModules;
  }

  /** Whether the module at this version is in the graph, selected or not. */
  has(module: Version): boolean {
    return this.#vertices.has(module);
  }

  /** The highest version of the module in the graph; `none` where there is none. */
  selected(path: string): string {
    return this.#selected.get(path)?.version ?? NONE;
  }

  /** The selected modules: first those of the roots' paths in the roots' order, then the others by path. */
  buildList(): M[] {
    const list: M[] = [];
    const seen = new Set<string>();
    for (const { module } of this.#roots) {
      if (seen.has(module.path)) continue;
      seen.add(module.path);
      const selected = this.#selected.get(module.path);
      if (selected !== undefined) list.push(selected);
    }
    const others = [...this.#selected.values()].filter((m) => !seen.has(m.path));
    return list.concat(others.sort(comparePaths));
  }

  /**
   * Calls `visit` once for each module at a version but `none`, selected or not: the roots, then what they
   * require, and so on, each in the order of the lists.
   */
  walkBreadthFirst(visit: (module: M) => void): void {
    const queue = new Set(this.#roots.filter((root) => root.module.version !== NONE));
    // A Set is walked in the order of insertion, additions during the walk included.
    for (const vertex of queue) {
      visit(vertex.module);
      for (const next of vertex.required ?? []) {
        if (next.module.version !== NONE) queue.add(next);
      }
    }
  }

  /** A shortest chain of requirements from a root to a module that satisfies `test`; undefined if none does. */
  findPath(test: (module: M) => boolean): M[] | undefined {
    const firstRequiredBy = new Map<Vertex<M>, Vertex<M> | undefined>();
    for (const root of this.#roots) firstRequiredBy.set(root, undefined);
    for (const vertex of firstRequiredBy.keys()) {
      if (test(vertex.module)) return chain(vertex, firstRequiredBy);
      for (const next of vertex.required ?? []) {
        if (!firstRequiredBy.has(next)) firstRequiredBy.set(next, vertex);
      }
    }
    return undefined;
  }
}

function chain<M extends Version>(
  end: Vertex<M>,
  firstRequiredBy: ReadonlyMap<Vertex<M>, Vertex<M> | undefined>,
): M[] {
  const path: M[] = [];
  let at: Vertex<M> | undefined = end;
  while (at !== undefined) {
    path.push(at.module);
    at = firstRequiredBy.get(at);
  }
  return path.reverse();
}
