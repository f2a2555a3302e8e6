// Which sums a project needs to load its module graph and build list again.
//
// The go.mod sum of every module whose requirements are in the graph, selected or not; the zip sum of every
// selected module. A graph that was not read is not read for this: then the roots stand for it. Sums are those of
// the replacements. Rules: modload.keepSums (without packages).

import { compare, tidyGoModSumVersion } from '../../core/gover/index.js';
import { VersionSet } from '../../core/mvs/index.js';
import { goModKey } from '../fetch/index.js';
import type { MainModules } from './main-modules.js';
import type { Roots } from './update-roots.js';

/** What the rule depends on. */
export interface KeepOptions {
  readonly main: MainModules;
  /** The go line of the main module or workspace. */
  readonly goVersion: string;
  /** Whether -mod=mod is in force. */
  readonly mayWrite: boolean;
}

/** See the head of this file. */
export async function sumsToKeep(rs: Roots, { main, mayWrite, goVersion }: KeepOptions): Promise<VersionSet> {
  const goMods = mayWrite || compare(goVersion, tidyGoModSumVersion) >= 0;
  return await graphSums(rs, main, { zips: true, goMods });
}

/**
 * Adds to `keep` the sums of the go.mod files in the graph; with `zips` those of the zips of what is selected, and with
 * `goMods` those of their go.mod files. Where the graph was not read, roots stand for it.
 */
export async function graphSums(
  rs: Roots,
  main: MainModules,
  { zips, goMods }: { readonly zips: boolean; readonly goMods: boolean },
  keep = new VersionSet(),
): Promise<VersionSet> {
  if (!rs.graphLoaded) {
    for (const m of rs.roots) {
      const actual = main.resolve(m);
      keep.add(goModKey(actual));
      if (zips) keep.add(actual);
    }
    return keep;
  }
  const { graph } = await rs.graph();
  graph.walkBreadthFirst((m) => {
    if (graph.requiredBy(m) !== undefined) keep.add(goModKey(main.resolve(m)));
  });
  for (const m of zips ? graph.buildList() : []) {
    const actual = main.resolve(m);
    if (goMods) keep.add(goModKey(actual));
    keep.add(actual);
  }
  return keep;
}
