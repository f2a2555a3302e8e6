// Making roots consistent: each path once, at its selected version.
//
// In a pruned module, raising a root can bring requirements into the graph that were pruned out before, which
// may raise others: the roots are raised until nothing moves. In an unpruned one the graph is complete as it is,
// and the smallest set of roots that selects the same versions is taken, keeping those that stand there.
// Rules: modload.updatePrunedRoots, updateUnprunedRoots, convertPruning.

import { modCompare } from '../../core/gover/index.js';
import { compareSelected, type ModuleGraph } from '../../core/graph/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import { type Reqs, req } from '../../core/mvs/index.js';
import { rethrowFatal } from '../error.js';
import type { MainModules } from './main-modules.js';
import { type Requirements, sorted } from './requirements.js';
import type { Summaries } from './summary.js';

/** Requirements of this engine. */
export type Roots = Requirements<ModuleGraph>;

/** What updating roots depends on. */
export interface RootsHost {
  readonly main: MainModules;
  readonly summaries: Summaries;
  /** Whether requirements may not change (-mod=readonly or vendor, outside of workspaces). */
  readonly complete: boolean;
  /** Whether -mod=mod is in force. */
  readonly mayWrite: boolean;
  /** The error that go.mod would have to change. */
  dirty(): Error;
}

/** What is to be different beside consistency. */
export interface RootsChange {
  /** Paths of modules that are not marked indirect; those of before when not given. */
  readonly direct?: ReadonlySet<string>;
  /** In a pruned module: modules of packages that were loaded, each of which must be a root. */
  readonly needed?: readonly ModuleVersion[];
  /** Modules to require, at these versions at least. */
  readonly add?: readonly ModuleVersion[];
}

/** Consistent roots for `rs`. Rejects with the graph's error, or with the error that go.mod would have to change. */
export function updateRoots(host: RootsHost, rs: Roots, change: RootsChange = {}): Promise<Roots> {
  switch (rs.pruning) {
    case 'pruned':
      return updatePruned(host, rs, change);
    case 'unpruned':
      return updateUnpruned(host, rs, change);
    case 'workspace':
      return Promise.resolve(rs.with(change.direct === undefined ? {} : { direct: change.direct }));
  }
}

async function updatePruned(host: RootsHost, start: Roots, change: RootsChange): Promise<Roots> {
  const { direct = start.direct, needed = [] } = change;
  const more = missingRoots(start, change);
  let rs = start;
  let roots = more.length === 0 ? start.roots : sorted([...start.roots, ...more]);
  for (let raised = more.length > 0; ; ) {
    if (raised) {
      if (host.complete) throw host.dirty();
      rs = rs.with({ pruning: 'pruned', roots, direct });
    }
    const graph = raised ? await rs.wholeGraph() : await knownGraph(host, rs, needed);
    ({ roots, raised } = selectedRoots(host, rs, graph));
    if (raised) continue;
    // Only twins went; without leave to write, the roots stay as they are and keep their graph.
    if (!host.mayWrite || rs.equals('pruned', roots, direct)) return rs;
    return rs.with({ pruning: 'pruned', roots, direct });
  }
}

/** What must become a root and is none, or none as high. */
function missingRoots(rs: Roots, { needed = [], add = [] }: RootsChange): ModuleVersion[] {
  const more = new Map<string, ModuleVersion>();
  for (const m of needed) if (rs.selected(m.path) === undefined) more.set(m.path, m);
  const raised = add.filter((m) => {
    const selected = rs.selected(m.path);
    return selected === undefined || modCompare(m.path, selected, m.version) < 0;
  });
  return [...more.values(), ...raised];
}

/**
 * The graph, as far as it was read before. Without one, what the go.mod files of `needed` say is looked at: the graph is read only where a root is lower than one
 * of them requires, which a consistent go.mod does not have.
 */
async function knownGraph(
  host: RootsHost,
  rs: Roots,
  needed: readonly ModuleVersion[],
): Promise<ModuleGraph | undefined> {
  if (rs.graphLoaded) return (await rs.graph()).graph;
  const checked = new Map(needed.map((m) => [formatModule(m), m]));
  for (const m of checked.values()) {
    if (rs.selected(m.path) === undefined || !(await satisfies(host, rs, m))) return await rs.wholeGraph();
  }
  return undefined;
}

/** Whether the roots are as high as the go.mod of `m` requires. A main module has no version, which is below all others. */
async function satisfies(host: RootsHost, rs: Roots, m: ModuleVersion): Promise<boolean> {
  try {
    const { require } = await host.summaries.summary(m);
    return require.every(({ path, version }) => {
      const selected = host.main.contains(path) ? '' : rs.selected(path);
      return selected === undefined || modCompare(path, selected, version) >= 0;
    });
  } catch (error) {
    rethrowFatal(error);
    return false;
  }
}

/** Each path once, at its selected version, and whether that raised any. */
function selectedRoots(
  host: RootsHost,
  rs: Roots,
  graph: ModuleGraph | undefined,
): { roots: ModuleVersion[]; raised: boolean } {
  const seen = new Set(host.main.versions.map((m) => m.path));
  const roots: ModuleVersion[] = [];
  let raised = false;
  for (const { path, version } of rs.roots) {
    if (seen.has(path)) continue;
    seen.add(path);
    const selected = graph === undefined ? (rs.selected(path) ?? version) : graph.selected(path);
    roots.push({ path, version: selected });
    raised ||= selected !== version;
  }
  return { roots, raised };
}

async function updateUnpruned(host: RootsHost, rs: Roots, change: RootsChange = {}): Promise<Roots> {
  const { direct = rs.direct, add = [] } = change;
  const graph = await rs.wholeGraph();
  if (host.complete) {
    const stale = [...rs.roots, ...add].some((m) => graph.selected(m.path) !== m.version);
    if (stale || [...direct].some((path) => rs.selected(path) === undefined)) throw host.dirty();
    return rs;
  }
  const keep = [...graph.buildList().slice(host.main.list.length), ...add];
  const paths = new Set<string>();
  for (const { path, version } of rs.roots) if (graph.selected(path) === version) paths.add(path);
  for (const { path } of keep) if (direct.has(path)) paths.add(path);
  const roots = sorted(await minimalRoots(host, paths, keep));
  return rs.equals('unpruned', roots, direct) ? rs : rs.with({ pruning: 'unpruned', roots, direct });
}

/** The smallest list that includes `paths` and selects the versions of `keep`. */
export function minimalRoots(
  host: RootsHost,
  paths: Iterable<string>,
  keep: readonly ModuleVersion[],
): Promise<ModuleVersion[]> {
  return req(host.main.versions[0] as ModuleVersion, [...paths], requiring(host, keep));
}

/** What modules require, with `keep` for the main module. */
export function requiring(host: RootsHost, keep: readonly ModuleVersion[]): Reqs<ModuleVersion> {
  const [main] = host.main.versions;
  return {
    required: async (m) => {
      if (m.path === main?.path && m.version === main.version) return keep;
      return (await host.summaries.summary(m)).require;
    },
    compare: compareSelected,
  };
}

/** `rs` with another pruning, selecting the same versions. */
export async function convertPruning(
  host: RootsHost,
  rs: Roots,
  pruning: 'pruned' | 'unpruned',
): Promise<Roots> {
  if (rs.pruning === pruning) return rs;
  if (pruning === 'unpruned') return await updateUnpruned(host, rs);
  // A pruned graph in which every module is a root is an unpruned one.
  const graph = await rs.wholeGraph();
  return rs.with({ pruning: 'pruned', roots: graph.buildList().slice(host.main.list.length) });
}
