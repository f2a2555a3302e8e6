// What would have to change for a module to be selected at another version.
//
// A higher version only has to be required; what comes with it is read off the graph that then follows. For a lower one
// nothing may require more than that any more: the modules that do have to go to other versions (plan.ts finds some),
// or the versions that they require be excluded, or the version that is selected be replaced.

import { isToolchain } from '../../core/gover/index.js';
import { compareSelected, type ModuleGraph } from '../../core/graph/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import { EngineError } from '../error.js';
import type { Loader } from '../load/index.js';
import type { Requiring } from './explain.js';
import { type Move, movesBetween, planLower } from './plan.js';

/** See the head of this file. */
export interface Change {
  /** The version in question. */
  readonly version: string;
  readonly kind: 'none' | 'higher' | 'lower';
  /** What requires more. */
  readonly blockers: readonly Requiring[];
  /**
   * For a higher version, all modules that would change; for a lower one, requirements of go.mod which, changed like
   * this, lead there. Undefined where that was not found out (in workspaces: several files could change).
   */
  readonly moves: readonly Move[] | undefined;
  /** Lines of go.mod which lead there by exclusion; none where there is no such way. */
  readonly exclude: readonly string[];
  /** A line of go.mod that puts the version in the place of the selected one; '' where there is none. */
  readonly replace: string;
}

/** What leads from `graph`, in which `requirers` require `m.path`, to the version of `m`. */
export async function changeTo(
  loader: Loader,
  graph: ModuleGraph,
  requirers: readonly Requiring[],
  m: ModuleVersion,
): Promise<Change> {
  if (loader.main.excludes(m))
    throw new EngineError('bad-argument', `${formatModule(m)} is excluded by go.mod`);
  const nothing = { version: m.version, blockers: [], moves: [], exclude: [], replace: '' };
  const order = compareSelected(m.path, m.version, graph.selected(m.path));
  if (order === 0) return { ...nothing, kind: 'none' };
  // A version that does not exist is no use to anybody.
  await loader.summaries.summary(m);
  if (order > 0) return { ...nothing, kind: 'higher', moves: await raised(loader, graph, m) };
  const blockers = requirers.filter(({ requires }) => compareSelected(m.path, requires, m.version) > 0);
  return {
    version: m.version,
    kind: 'lower',
    blockers,
    moves: loader.inWorkspace ? undefined : await planLower(loader, m),
    ...linesFor(graph.selected(m.path), requirers, m),
  };
}

/** What changes when `m` is required. Rejects when that graph cannot be read. */
async function raised(loader: Loader, graph: ModuleGraph, m: ModuleVersion): Promise<Move[] | undefined> {
  if (loader.inWorkspace) return undefined;
  const rs = await loader.load();
  const roots = [...rs.roots.filter(({ path }) => path !== m.path), m];
  const next = await loader.expandGraph(rs.with({ roots }));
  if (next.error !== undefined) throw next.error;
  return movesBetween(graph.buildList(), next.graph.buildList());
}

function linesFor(selected: string, requirers: readonly Requiring[], m: ModuleVersion) {
  if (isToolchain(m.path)) return { exclude: [], replace: '' };
  const versions = [...new Set(requirers.map(({ requires }) => requires))];
  const above = versions.filter((version) => compareSelected(m.path, version, m.version) > 0);
  above.sort((a, b) => compareSelected(m.path, a, b));
  const exclude = above.map((version) => `exclude ${m.path} ${version}`);
  const required = requirers.some(({ module, requires }) => module.version === '' && requires === m.version);
  if (!required) exclude.push(`require ${m.path} ${m.version}`);
  return { exclude, replace: `replace ${m.path} ${selected} => ${m.path} ${m.version}` };
}
