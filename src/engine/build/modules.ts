// Finding packages by modules: what the module loader has found, and what it has written go.mod and go.sum for.

import type { ModuleVersion } from '../../core/module/index.js';
import { loadGoFiles, loadPatterns, type PackageLoad } from '../packages/index.js';
import type { PackageSearch } from './finder.js';
import { PackageSources } from './sources.js';

/** See the head of this file. */
export const moduleSearch: PackageSearch = {
  async patterns(loader, words, options) {
    const { bench, load, matches } = await loadPatterns(loader, words, options);
    return { bench, finder: new PackageSources(bench, load), matches, modules: modulesOf(load) };
  },
  async files(loader, files, { tags }) {
    const { bench, load } = await loadGoFiles(loader, files, tags);
    return { bench, finder: new PackageSources(bench, load), matches: [], modules: modulesOf(load) };
  },
};

function modulesOf({ packages }: PackageLoad): ModuleVersion[] {
  return packages.flatMap(({ module, others }) => (module ? [module, ...others] : others));
}
