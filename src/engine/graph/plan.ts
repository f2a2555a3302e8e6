// Requirements of go.mod that lead to a lower version of one module.
//
// The requirement is lowered; then whatever in the graph still requires more is traced back to the requirements of
// go.mod that bring it in. Each of these goes back to the newest release that does not itself require too much, and is from
// then on limited to that in its turn; or it goes, and what others require of it has to be lower. That ends, because versions
// only fall. A plan is proposed only if go.mod, changed like that, selects the version asked for. Finding one may take many
// go.mod files: there is a limit, and what cannot be had ends the search, not the run.

import { isToolchain, modCompare } from '../../core/gover/index.js';
import { compareSelected, type ModuleGraph } from '../../core/graph/index.js';
import { formatModule, isPseudoVersion, type ModuleVersion } from '../../core/module/index.js';
import { NONE } from '../../core/mvs/index.js';
import { compareText } from '../../core/text.js';
import { rethrowFatal } from '../error.js';
import { Retractions } from '../list/index.js';
import type { Loader, Roots } from '../load/index.js';
import { type Allowed, isDisallowed } from '../query/index.js';
import { selectedAfter, setRequirement } from './what-if.js';
import { written } from './written.js';

/** A module that comes to another version; `none` is that of a module which is not there. */
export interface Move {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** So many go.mod files of releases are looked at, at most. */
const MOST_FILES = 300;

/** What is different in `after`, by path. */
export function movesBetween(before: readonly ModuleVersion[], after: readonly ModuleVersion[]): Move[] {
  const from = new Map(before.map((m) => [m.path, m.version]));
  const to = new Map(after.map((m) => [m.path, m.version]));
  const paths = [...new Set([...from.keys(), ...to.keys()])].sort(compareText);
  return paths
    .map((path) => ({ path, from: from.get(path) ?? NONE, to: to.get(path) ?? NONE }))
    .filter((move) => move.from !== move.to);
}

/** How the requirements of go.mod would change; undefined where no way was found. */
export async function planLower(loader: Loader, m: ModuleVersion): Promise<Move[] | undefined> {
  const rs = await loader.load();
  try {
    const roots = await new Lowering(loader, rs, m).roots();
    if (roots === undefined) return undefined;
    const next = await loader.expandGraph(rs.with({ roots }));
    if (next.error !== undefined) return undefined;
    const moves = movesBetween(written(loader), next.rs.roots);
    const reached = await selectedAfter(loader, m.path, ({ goMod }) => {
      for (const { path, to } of moves) setRequirement(goMod, { path, version: to });
    });
    return reached === m.version ? moves : undefined;
  } catch (error) {
    rethrowFatal(error);
    return undefined;
  }
}

/** One search. */
class Lowering {
  /** The highest version that each of these modules may have. */
  readonly #limits = new Map<string, string>();
  readonly #roots: Map<string, string>;
  /** Which versions are not required any more, by path; lower ones may yet be selected. */
  readonly #gone = new Map<string, string>();
  readonly #retractions: Retractions;
  #files = 0;

  constructor(
    private readonly loader: Loader,
    private readonly rs: Roots,
    m: ModuleVersion,
  ) {
    this.#roots = new Map(rs.roots.map(({ path, version }) => [path, version]));
    this.#retractions = new Retractions(loader);
    this.#limit(m);
  }

  #limit({ path, version }: ModuleVersion): void {
    this.#limits.set(path, version);
    if (version === NONE) this.#roots.delete(path);
    else this.#roots.set(path, version);
  }

  #drop(path: string): void {
    const version = this.#roots.get(path);
    if (version === undefined) return;
    this.#roots.delete(path);
    this.#limits.delete(path);
    this.#gone.set(path, version);
  }

  #isAboveLimit({ path, version }: ModuleVersion): boolean {
    const limit = this.#limits.get(path);
    if (limit !== undefined) return compareSelected(path, version, limit) > 0;
    const gone = this.#gone.get(path);
    return gone !== undefined && compareSelected(path, version, gone) >= 0;
  }

  /** The requirements in the end; undefined where there is no way. */
  async roots(): Promise<ModuleVersion[] | undefined> {
    for (;;) {
      const roots = [...this.#roots].map(([path, version]) => ({ path, version }));
      const { graph, error } = await this.rs.with({ roots }).graph();
      if (error !== undefined) return undefined;
      const tooHigh = [...this.#rootsAboveLimits(graph)];
      if (tooHigh.length === 0 && !this.#takeBack(graph)) return roots;
      if (tooHigh.some(isToolchain)) return undefined;
      // All at once, by the same limits: what comes out does not depend on who answers first.
      const versions = await Promise.all(tooHigh.map((path) => this.#release(path)));
      for (const [at, path] of tooHigh.entries()) {
        const version = versions[at];
        if (version !== undefined) this.#limit({ path, version });
        else this.#drop(path);
      }
    }
  }

  /** Requires again what went and is selected at a lower version; whether there is any. */
  #takeBack(graph: ModuleGraph): boolean {
    const back = [...this.#gone.keys()]
      .map((path) => ({ path, version: graph.selected(path) }))
      .filter(({ path, version }) => version !== NONE && !this.#roots.has(path));
    for (const m of back) this.#limit(m);
    return back.length > 0;
  }

  /** The requirements of go.mod that lead to something above its limit. */
  #rootsAboveLimits(graph: ModuleGraph): Set<string> {
    const found = new Set<string>();
    const rootOf = new Map<string, string>();
    graph.walkBreadthFirst((m, required = []) => {
      const root = rootOf.get(formatModule(m));
      for (const next of required) {
        const key = formatModule(next);
        if (!rootOf.has(key)) rootOf.set(key, root ?? next.path);
        if (root !== undefined && this.#isAboveLimit(next)) found.add(root);
      }
    });
    return found;
  }

  /**
   * The newest release before the present one that requires nothing above its limit. A retracted one may still be selected
   * because another module requires it.
   */
  async #release(path: string): Promise<string | undefined> {
    const { querier, summaries } = this.loader;
    const current = this.#roots.get(path) ?? NONE;
    const { list } = await querier.versions(path, this.#allowed);
    for (const version of list.toReversed()) {
      if (isPseudoVersion(version) || modCompare(path, version, current) >= 0) continue;
      if (++this.#files > MOST_FILES) throw new Error(`more than ${MOST_FILES} files`);
      const { require } = await summaries.summary({ path, version });
      if (!require.some((m) => this.#isAboveLimit(m))) return version;
    }
    return undefined;
  }

  /** Excluded and retracted versions are nothing to go to; where that is not known, any version is. */
  readonly #allowed: Allowed = async (m) => {
    try {
      await this.#retractions.checkAllowed(m);
    } catch (error) {
      rethrowFatal(error);
      if (isDisallowed(error)) throw error;
    }
  };
}
