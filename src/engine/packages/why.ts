// `go mod why`: the shortest chain of imports from the main module to a package, or to a module's nearest package.
//
// Rules: cmd/go/internal/modcmd (runWhy).

import type { ModuleCache } from '../cache/index.js';
import { listModules } from '../list/index.js';
import type { Loader } from '../load/index.js';
import { loadAll } from './all.js';
import type { PackageLoad } from './load.js';
import { loadMatches } from './patterns.js';
import { openWorkbench, type Workbench } from './workbench.js';

/** What was asked for, and the chain that leads there, a line each; undefined where none does. */
export interface Reason {
  readonly path: string;
  readonly chain: string | undefined;
}

/**
 * The chains to the packages that the words stand for. `vendor`: only those that vendoring takes count. What the words name
 * is loaded even where nothing needs it. Nothing is written.
 */
export async function whyPackages(
  loader: Loader,
  words: readonly string[],
  vendor: boolean,
): Promise<readonly Reason[]> {
  const start = await loader.load();
  const bench = await openWorkbench(loader, 'any');
  const options = { anyTags: true, tests: !vendor, resolveMissing: false, vendorAll: vendor };
  const { load: named, matches } = await loadMatches(bench, start, words, options);
  loader.requirements = named.requirements;
  const load = await loadNeeded(loader, vendor, bench);
  return matches
    .flatMap(({ packages }) => packages)
    .map((path) => ({ path, chain: load.get(path)?.whyText }));
}

/** The chains to the nearest packages of the modules that the words stand for. As {@link whyPackages}. */
export async function whyModules(
  loader: Loader,
  cache: ModuleCache,
  words: readonly string[],
  vendor: boolean,
): Promise<readonly Reason[]> {
  const mode = { versions: false, retracted: false, updates: false, files: false };
  const { modules, error } = await listModules(loader, cache, words, { mode, reuse: '', commits: false });
  if (error !== undefined) throw error;
  const load = await loadNeeded(loader, vendor);
  return modules.map(({ path }) => ({ path, chain: nearestChain(load, path) }));
}

/** All packages that main modules need. */
async function loadNeeded(loader: Loader, vendor: boolean, bench?: Workbench): Promise<PackageLoad> {
  const options = {
    tests: !vendor,
    resolveMissing: false,
    vendorAll: vendor,
    allowErrors: false,
    silence: { packageErrors: true, missingStandard: false },
  };
  return (await loadAll(loader, options, bench)).load;
}

function nearestChain(load: PackageLoad, path: string): string | undefined {
  let best: { readonly text: string; readonly length: number } | undefined;
  const packages = load.packages
    .filter((pkg) => pkg.testOf === undefined && pkg.module?.path === path)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const pkg of packages) {
    const { length } = pkg.chain;
    if (best === undefined || length < best.length) best = { text: pkg.whyText, length };
  }
  return best?.text;
}
