// Making roots consistent: each path once, at its selected version.
//
// In a pruned module, raising a root can bring requirements into the graph that were pruned out before, which
// may raise others: the roots are raised until nothing moves. In an unpruned one the graph is complete as it is,
// and the smallest set of roots that selects the same versions is taken, keeping those that stand there.
// Rules: modload.updatePrunedRoots, updateUnprunedRoots, convertPruning.

import { compareSelected, type ModuleGraph } from '../../core/graph/index.js';
import type { ModuleVersion } from '../../core/module/index.js';
import { req } from '../../core/mvs/index.js';
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

/** Consistent roots for `rs`. Rejects with the graph's error, or with the error that go.mod would have to change. */
export function updateRoots(host: RootsHost, rs: Roots): Promise<Roots> {
  switch (rs.pruning) {
    case 'pruned':
      return updatePruned(host, rs);
    case 'unpruned':
      return updateUnpruned(host, rs);
    case 'workspace':
      return Promise.resolve(rs.with({}));
  }
}

async function updatePruned(host: RootsHost, start: Roots): Promise<Roots> {
  let rs = start;
  let graph = rs.graphLoaded ? (await rs.graph()).graph : undefined;
  for (;;) {
    const { roots, raised } = selectedRoots(host, rs, graph);
    if (!raised) {
      // Only twins went; without leave to write, the roots stay as they are and keep their graph.
      if (!host.mayWrite || rs.equals('pruned', roots, rs.direct)) return rs;
      return rs.with({ pruning: 'pruned', roots });
    }
    if (host.complete) throw host.dirty();
    rs = rs.with({ pruning: 'pruned', roots });
    const loaded = await rs.graph();
    if (loaded.error !== undefined) throw loaded.error;
    graph = loaded.graph;
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

async function updateUnpruned(host: RootsHost, rs: Roots): Promise<Roots> {
  const { graph, error } = await rs.graph();
  if (error !== undefined) throw error;
  if (host.complete) {
    const stale = rs.roots.some((m) => graph.selected(m.path) !== m.version);
    if (stale || [...rs.direct].some((path) => rs.selected(path) === undefined)) throw host.dirty();
    return rs;
  }
  const keep = graph.buildList().slice(host.main.list.length);
  const paths = new Set<string>();
  for (const { path, version } of rs.roots) if (graph.selected(path) === version) paths.add(path);
  for (const { path } of keep) if (rs.direct.has(path)) paths.add(path);
  const [main] = host.main.versions;
  const roots = sorted(await minimalRoots(host, main as ModuleVersion, [...paths], keep));
  return rs.equals('unpruned', roots, rs.direct) ? rs : rs.with({ pruning: 'unpruned', roots });
}

/** The smallest list that includes `paths` and selects the versions of `keep`. */
function minimalRoots(
  host: RootsHost,
  main: ModuleVersion,
  paths: readonly string[],
  keep: readonly ModuleVersion[],
): Promise<ModuleVersion[]> {
  return req(main, paths, {
    required: async (m) => {
      if (m.path === main.path && m.version === main.version) return keep;
      return (await host.summaries.summary(m)).require;
    },
    compare: compareSelected,
  });
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
  const { graph, error } = await rs.graph();
  if (error !== undefined) throw error;
  return rs.with({ pruning: 'pruned', roots: graph.buildList().slice(host.main.list.length) });
}
