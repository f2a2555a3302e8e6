// `go mod why`: the shortest chain of imports from the main module to a package, or to a module's nearest package.
//
// Rules: cmd/go/internal/modcmd (runWhy).

import type { Loader } from '../load/index.js';
import { loadAll } from './all.js';
import type { PackageLoad } from './load.js';

/** All packages that main modules need, and with `vendor` only those that vendoring takes. Nothing is written. */
export async function loadNeeded(loader: Loader, vendor: boolean): Promise<PackageLoad> {
  const { load } = await loadAll(loader, {
    tests: !vendor,
    resolveMissing: false,
    vendorAll: vendor,
    allowErrors: false,
    silence: { packageErrors: true, missingStandard: false },
  });
  return load;
}

/** The chain that leads to a package, a line each; undefined where none does. */
export function whyPackage(load: PackageLoad, path: string): string | undefined {
  return load.get(path)?.whyText;
}

/** The shortest chain that leads to a package of the module; undefined where none does. */
export function whyModule(load: PackageLoad, path: string): string | undefined {
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
