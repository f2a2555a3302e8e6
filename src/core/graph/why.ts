// What selected a version: the requirements on exactly that version, and how the main modules come to them.

import { formatModule, type ModuleVersion } from '../module/index.js';
import type { ModuleGraph } from './module-graph.js';

/** Why a module is in the build at its version. */
export interface Selection {
  /** The module at its selected version; '' is that of a main module. */
  readonly module: ModuleVersion;
  /**
   * For each module that requires this version a shortest chain of requirements: a main module first, the module
   * itself last. Nearest first. Empty for main modules. All of them have to change for a lower version to be selected.
   */
  readonly chains: readonly (readonly ModuleVersion[])[];
}

/** See the head of this file. Undefined for a path that is not in the graph. */
export function whySelected(
  graph: Pick<ModuleGraph, 'selected' | 'walkBreadthFirst'>,
  path: string,
): Selection | undefined {
  const module = { path, version: graph.selected(path) };
  if (module.version === 'none') return undefined;
  const parents = new Map<string, ModuleVersion | undefined>();
  const requirers: ModuleVersion[] = [];
  graph.walkBreadthFirst((m, required = []) => {
    if (!parents.has(formatModule(m))) parents.set(formatModule(m), undefined);
    for (const next of required) {
      const key = formatModule(next);
      if (!parents.has(key)) parents.set(key, m);
      if (next.path === path && next.version === module.version) requirers.push(m);
    }
  });
  const chains = requirers.map((requirer) => {
    const chain = [module];
    for (let at: ModuleVersion | undefined = requirer; at; at = parents.get(formatModule(at))) chain.push(at);
    return chain.reverse();
  });
  return { module, chains };
}
