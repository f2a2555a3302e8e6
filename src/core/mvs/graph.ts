// A requirement graph into which requirements are put as they become known, and which always knows the highest
// version of each module seen so far.
//
// The vertices are modules at versions; an edge leads from a module to one that it requires. Everything in the
// graph is reachable from the roots: requirements of a module that nobody requires are refused. The result does
// not depend on the order in which requirements arrive: of versions that compare equal a root's is selected, else
// the one whose text comes first.
//
// A large project has thousands of edges, and a command has milliseconds. So a module is looked up by its path and
// version once for each edge, when the edge is made; walks follow references, and mark what they saw by number.

import { formatVersion, MvsMisuseError } from './error.js';
import { type Compare, comparePaths, NONE, type Version, VersionMap } from './version.js';

/** A module at a version in a {@link Graph}. */
export interface Vertex<M extends Version = Version> {
  readonly module: M;
  /** Counts from 0 in the order of arrival: the index of what others note about the module. */
  readonly id: number;
  /** What it requires; undefined until {@link Graph.require} was called. */
  readonly required: readonly Vertex<M>[] | undefined;
}

interface OpenVertex<M extends Version> extends Vertex<M> {
  required: OpenVertex<M>[] | undefined;
  requiredModules: readonly M[] | undefined;
}

/** See the head of this file. `M` may carry more than path and version; equality is that of these two. */
export class Graph<M extends Version = Version> {
  readonly #compare: Compare;
  readonly #vertices = new VersionMap<OpenVertex<M>>();
  #count = 0;
  readonly #roots: OpenVertex<M>[] = [];
  readonly #selected = new Map<string, OpenVertex<M>>();

  /** A graph of the roots alone. `compare` must find every version higher than `none`. */
  constructor(compare: Compare, roots: readonly M[]) {
    this.#compare = compare;
    for (const root of roots) this.#roots.push(this.#see(root));
  }

  /** How many modules at versions there are. */
  get size(): number {
    return this.#count;
  }

  /** The vertices of the roots, in their order; repeated where a root is. */
  get roots(): readonly Vertex<M>[] {
    return this.#roots;
  }

  #see(module: M): OpenVertex<M> {
    const known = this.#vertices.get(module);
    if (known !== undefined) return known;
    const vertex = { module, id: this.#count++, required: undefined, requiredModules: undefined };
    this.#vertices.set(module, vertex);
    this.#select(vertex);
    return vertex;
  }

  #select(vertex: OpenVertex<M>): void {
    const { path, version } = vertex.module;
    const selected = this.#selected.get(path);
    const order = this.#compare(path, selected?.module.version ?? NONE, version);
    if (order > 0) return;
    if (order === 0) {
      // Equal to `none`: the module is not used. Equal to a root: the root is meant.
      if (selected === undefined || this.#roots.includes(selected)) return;
      if (selected.module.version <= version) return;
    }
    this.#selected.set(path, vertex);
  }

  /**
   * States what `module` requires. At most once for a module, and only for one that is a root or required by a
   * module stated before; else throws {@link MvsMisuseError}. The list must not change afterwards.
   */
  require(module: Version, required: readonly M[]): Vertex<M> {
    const vertex = this.#vertices.get(module);
    if (vertex === undefined) {
      throw new MvsMisuseError(`${formatVersion(module)} is not reachable from any root`);
    }
    if (vertex.required !== undefined) {
      throw new MvsMisuseError(`requirements of ${formatVersion(module)} have already been set`);
    }
    vertex.requiredModules = required;
    vertex.required = required.map((m) => this.#see(m));
    return vertex;
  }

  /** The vertex of a module; undefined where it is not in the graph. */
  vertex(module: Version): Vertex<M> | undefined {
    return this.#vertices.get(module);
  }

  /** The list given to {@link require}; undefined where the requirements of the module are not in the graph. */
  requiredBy(module: Version): readonly M[] | undefined {
    return this.#vertices.get(module)?.requiredModules;
  }

  /** The highest version of the module in the graph; `none` where there is none. */
  selected(path: string): string {
    return this.#selected.get(path)?.module.version ?? NONE;
  }

  /** The selected modules: first those of the roots' paths in the roots' order, then the others by path. */
  buildList(): M[] {
    const list: M[] = [];
    const seen = new Set<string>();
    for (const { module } of this.#roots) {
      if (seen.has(module.path)) continue;
      seen.add(module.path);
      const selected = this.#selected.get(module.path);
      if (selected !== undefined) list.push(selected.module);
    }
    const others: M[] = [];
    for (const [path, { module }] of this.#selected) if (!seen.has(path)) others.push(module);
    return list.concat(others.sort(comparePaths));
  }

  /**
   * Calls `visit` once for each module at a version but `none`, selected or not: the roots (one that is repeated, as in a
   * workspace with two members of one name, as often as it is), then what they require, and so on, each in the order of
   * the lists.
   */
  walkBreadthFirst(visit: (module: M, required: readonly M[] | undefined) => void): void {
    const queued = new Uint8Array(this.#count);
    const queue: OpenVertex<M>[] = [];
    const add = (vertex: OpenVertex<M>): void => {
      if (vertex.module.version === NONE) return;
      queued[vertex.id] = 1;
      queue.push(vertex);
    };
    for (const root of this.#roots) add(root);
    for (let i = 0; i < queue.length; i++) {
      const vertex = queue[i]!;
      visit(vertex.module, vertex.requiredModules);
      for (const next of vertex.required ?? []) if (queued[next.id] === 0) add(next);
    }
  }

  /** A shortest chain of requirements from a root to a module that satisfies `test`; undefined if none does. */
  findPath(test: (module: M, vertex: Vertex<M>) => boolean): M[] | undefined {
    const firstRequiredBy = new Map<Vertex<M>, Vertex<M> | undefined>();
    for (const root of this.#roots) firstRequiredBy.set(root, undefined);
    // A Map is walked in the order of insertion, additions during the walk included.
    for (const vertex of firstRequiredBy.keys()) {
      if (test(vertex.module, vertex)) return chain(vertex, firstRequiredBy);
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
