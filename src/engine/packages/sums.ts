// Which sums are needed to load the same packages again.
//
// Of every module that could have a package, those that do not included: they show that an import is not ambiguous. Of
// a root of a pruned module, and of a main module, only roots are looked at beside it. Rules: modload.keepSums.

import { compare, tidyGoModSumVersion } from '../../core/gover/index.js';
import { isImportPath, type ModuleVersion } from '../../core/module/index.js';
import { NONE, VersionSet } from '../../core/mvs/index.js';
import { prefixesOf } from '../../core/slash-path.js';
import { goModKey } from '../fetch/index.js';
import { graphSums, type MainModules, type Roots } from '../load/index.js';
import type { PackageLoad } from './load.js';

/** Whether the roots alone select the module. */
function isRoot(rs: Roots, main: MainModules, { path, version }: ModuleVersion): boolean {
  return main.contains(path) ? version === '' : rs.selected(path) === version;
}

/** See the head of this file: adds them to `keep`. `buildList`: also the zips of everything that is selected. */
export async function packageSums(
  load: PackageLoad,
  rs: Roots,
  buildList: boolean,
  keep = new VersionSet(),
): Promise<VersionSet> {
  const { main, mode } = load.parts.loader;
  const old =
    compare(load.requirements.goVersion, tidyGoModSumVersion) < 0 &&
    (load.options.tidy !== undefined || mode.mod !== 'mod');
  // Packages of a module share most of their prefixes.
  const known = { roots: new Set<string>(), graph: new Set<string>() };
  for (const { path, module, error, testOf } of load.packages) {
    if (testOf !== undefined || (module === undefined && error === undefined) || !isImportPath(path))
      continue;
    if (!old && module !== undefined) keep.add(goModKey(main.resolve(module)));
    const fromRoot = rs.pruning === 'pruned' && module !== undefined && isRoot(rs, main, module);
    const graph = fromRoot ? undefined : (await rs.graph()).graph;
    const seen = fromRoot ? known.roots : known.graph;
    for (const prefix of prefixesOf(path)) {
      // Longest first: those that follow are known too.
      if (seen.has(prefix)) break;
      seen.add(prefix);
      const version = graph === undefined ? rs.selected(prefix) : graph.selected(prefix);
      if (version !== undefined && version !== NONE) keep.add(main.resolve({ path: prefix, version }));
    }
  }
  // Behind the packages, for which the graph may have been read.
  return await graphSums(rs, main, { zips: buildList, goMods: !old }, keep);
}
