// What selected a version: the requirements on exactly that version, and how the main modules come to them.

import { formatModule, type ModuleVersion } from '../module/index.js';
import type { ModuleGraph } from './module-graph.js';

/** Why a module is in the build at its version. */
export interface Selection {
  /** The module at its selected version; '' is that of a main module. */
  readonly module: ModuleVersion;
  /**
   * For each module that requires this version a shortest chain of requirements: a main module first, the module
   * itself last. Nearest first. Empty for main modules, and for a Go version that go.work alone asks for. All of them have to
   * change for a lower version to be selected.
   */
  readonly chains: readonly (readonly ModuleVersion[])[];
}

/** A module that requires another, and how the main modules come to it. */
export interface Requirer {
  readonly module: ModuleVersion;
  /** The version that it requires. */
  readonly requires: string;
  /** A shortest chain of requirements: a main module first, `module` last. */
  readonly chain: readonly ModuleVersion[];
}

/** Whatever requires the module `path`, at any version: nearest first, in the order of the walk. */
export function requirersOf(graph: Pick<ModuleGraph, 'walkBreadthFirst'>, path: string): Requirer[] {
  const parents = new Map<string, ModuleVersion | undefined>();
  const found: { module: ModuleVersion; requires: string }[] = [];
  const visited = new Set<string>();
  graph.walkBreadthFirst((module, required = []) => {
    // Members of a workspace that have one name are one module here.
    if (visited.has(formatModule(module))) return;
    visited.add(formatModule(module));
    if (!parents.has(formatModule(module))) parents.set(formatModule(module), undefined);
    for (const next of required) {
      const key = formatModule(next);
      if (!parents.has(key)) parents.set(key, module);
      if (next.path === path) found.push({ module, requires: next.version });
    }
  });
  const chainOf = (end: ModuleVersion): ModuleVersion[] => {
    const chain: ModuleVersion[] = [];
    for (let at: ModuleVersion | undefined = end; at; at = parents.get(formatModule(at))) chain.push(at);
    return chain.reverse();
  };
  return found.map(({ module, requires }) => ({ module, requires, chain: chainOf(module) }));
}

/** See the head of this file. Undefined for a path that is not in the graph. */
export function whySelected(
  graph: Pick<ModuleGraph, 'selected' | 'walkBreadthFirst'>,
  path: string,
): Selection | undefined {
  const module = { path, version: graph.selected(path) };
  if (module.version === 'none') return undefined;
  const requirers = requirersOf(graph, path).filter(({ requires }) => requires === module.version);
  return { module, chains: requirers.map(({ chain }) => [...chain, module]) };
}
