// Loading all that the main modules need, whatever the build: where tidy, vendor and why begin.

import type { Loader, Roots } from '../load/index.js';
import { PackageLoad, type PackageOptions } from './load.js';
import { mainPackages } from './main-packages.js';
import { openWorkbench, type Workbench } from './workbench.js';

/** What was loaded, with what, and the requirements before. */
export interface AllPackages {
  readonly bench: Workbench;
  readonly load: PackageLoad;
  readonly start: Roots;
}

/** Loads the packages of the main modules, their tools, and what these import. Rejects as PackageLoad.run does. */
export async function loadAll(
  loader: Loader,
  options: Omit<PackageOptions, 'all' | 'anyTags' | 'roots'>,
): Promise<AllPackages> {
  const start = await loader.load();
  const bench = await openWorkbench(loader, 'any');
  const all = { all: true, anyTags: true, roots: async () => mainPackages(bench) };
  return { bench, start, load: await PackageLoad.run(bench, { ...options, ...all }, start) };
}
