// A set of root requirements, and the graph that follows from it.
//
// Roots are the requirements of the main module's go.mod, or in a workspace the members themselves; `go` is
// always among them, `toolchain` where a line names it. A value never changes: updating means making another.
// The graph is read when it is first asked for: many commands never need it. Rules: modload.Requirements.

import { modCompare, modSort } from '../../core/gover/index.js';
import { isPruned, type Pruning } from '../../core/graph/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import { FatalError } from '../error.js';

/** The pruning that a go line means. */
export function pruningFor(goVersion: string): Pruning {
  return isPruned(goVersion) ? 'pruned' : 'unpruned';
}

/** A graph that was read as far as possible, and the first error met. */
export interface LoadedGraph<G> {
  readonly graph: G;
  readonly error: Error | undefined;
}

/** See the head of this file. `G` is the type of the graph. */
export class Requirements<G> {
  readonly #highest = new Map<string, string>();
  #graph: Promise<LoadedGraph<G>> | undefined;

  constructor(
    readonly pruning: Pruning,
    /** Sorted by path and version; may name a path more than once. */
    readonly roots: readonly ModuleVersion[],
    /** Paths of modules that provide packages imported by the main module: not marked indirect. */
    readonly direct: ReadonlySet<string>,
    private readonly read: (requirements: Requirements<G>) => Promise<LoadedGraph<G>>,
  ) {
    for (const { path, version } of roots) {
      const known = this.#highest.get(path);
      if (known === undefined || modCompare(path, known, version) < 0) this.#highest.set(path, version);
    }
    if (!this.#highest.has('go')) throw new FatalError('bad-gomod', 'internal error: missing go root module');
  }

  /** The highest version of `path` among the roots; undefined when it is none. */
  selected(path: string): string | undefined {
    return this.#highest.get(path);
  }

  /** The go line among the roots. */
  get goVersion(): string {
    return this.#highest.get('go') ?? '';
  }

  /** Whether a path occurs twice among the roots. */
  get hasTwins(): boolean {
    return this.#highest.size !== this.roots.length;
  }

  /** The graph; read once. */
  graph(): Promise<LoadedGraph<G>> {
    this.#graph ??= this.read(this);
    return this.#graph;
  }

  /** The graph. Rejects with the first error where it could not be read in full. */
  async wholeGraph(): Promise<G> {
    const { graph, error } = await this.graph();
    if (error !== undefined) throw error;
    return graph;
  }

  /** Whether the graph was asked for. */
  get graphLoaded(): boolean {
    return this.#graph !== undefined;
  }

  /** The same requirements but for what is given. */
  with(change: {
    readonly pruning?: Pruning;
    readonly roots?: readonly ModuleVersion[];
    readonly direct?: ReadonlySet<string>;
  }): Requirements<G> {
    const { pruning = this.pruning, direct = this.direct } = change;
    const roots = change.roots === undefined ? this.roots : sorted(change.roots);
    return new Requirements(pruning, roots, direct, this.read);
  }

  /** Whether both have the same pruning, roots and direct paths. */
  equals(pruning: Pruning, roots: readonly ModuleVersion[], direct: ReadonlySet<string>): boolean {
    return (
      this.pruning === pruning &&
      this.roots.length === roots.length &&
      this.roots.every((m, i) => formatModule(m) === formatModule(roots[i] as ModuleVersion)) &&
      this.direct.size === direct.size &&
      [...direct].every((path) => this.direct.has(path))
    );
  }
}

/** A sorted copy. */
export function sorted(roots: readonly ModuleVersion[]): ModuleVersion[] {
  const copy = [...roots];
  modSort(copy);
  return copy;
}
