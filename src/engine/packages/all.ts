// Loading all that the main modules need, whatever the build: where tidy, vendor and why begin.

import type { Loader, Roots } from '../load/index.js';
import { PackageLoad, type PackageOptions } from './load.js';
import { Match } from './match.js';
import { Matcher } from './matcher.js';
import { tellUnmatched } from './patterns.js';
import { openWorkbench, type Workbench } from './workbench.js';

/** What was loaded, with what, and the requirements before. */
export interface AllPackages {
  readonly bench: Workbench;
  readonly load: PackageLoad;
  readonly start: Roots;
}

/**
 * Loads the packages of the main modules, their tools, and what these import, with a workbench for any build if one is open.
 * Rejects as PackageLoad.run does, and where packages cannot be found, which was told.
 */
export async function loadAll(
  loader: Loader,
  options: Omit<PackageOptions, 'all' | 'anyTags' | 'roots'>,
  opened?: Workbench,
): Promise<AllPackages> {
  const start = await loader.load();
  const bench = opened ?? (await openWorkbench(loader, 'any'));
  const matcher = new Matcher(bench);
  const match = new Match('all');
  const roots = async (rs: Roots) => {
    await matcher.match(match, rs);
    return match.packages;
  };
  const load = await PackageLoad.run(bench, { ...options, all: true, anyTags: true, roots }, start);
  if (!options.silence.packageErrors) for (const error of match.errors) load.fail(error);
  load.endIfFailed();
  tellUnmatched(loader, match);
  return { bench, start, load };
}
