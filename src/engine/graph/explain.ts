// Why a module is in the build at its version, and what would have to change for another.
//
// Of the versions of a module that are required anywhere in the module graph the highest is selected. So what forces a
// version are the requirements on exactly that version, and what stands in the way of a lower one are all those above
// it. The graph is that of `mod graph`, but for what the main module requires: that is told as go.mod has it. Only go.mod
// files are read.

import { isToolchain, modIsValid } from '../../core/gover/index.js';
import { compareSelected, type ModuleGraph, type Requirer, requirersOf } from '../../core/graph/index.js';
import { canonicalVersion, formatModule, type ModuleVersion } from '../../core/module/index.js';
import { NONE } from '../../core/mvs/index.js';
import { EngineError } from '../error.js';
import type { Loader } from '../load/index.js';
import { NoMatchingVersionError } from '../query/index.js';
import { type Change, changeTo } from './change.js';
import { graphAsWritten } from './written.js';

/** A module that requires the one in question. */
export interface Requiring {
  /** The module; with the path `go.work` the workspace itself, whose lines require versions of Go and toolchains. */
  readonly module: ModuleVersion;
  /** The selected version of that module, where it is another. */
  readonly selected: string;
  /** The version that it requires. */
  readonly requires: string;
  /** Of a main module: whether its line is marked `// indirect`. */
  readonly indirect: boolean;
  /** A shortest chain of requirements: a main module first, `module` last. */
  readonly chain: readonly ModuleVersion[];
}

/** See the head of this file. */
export interface Explanation {
  readonly path: string;
  /** The selected version; '' for a main module, `none` for a module that is not in the graph. */
  readonly version: string;
  /** What is used in the place of the selected version; undefined where it is not replaced. */
  readonly replacement: ModuleVersion | undefined;
  /** What requires exactly the selected version, nearest first. */
  readonly requiredBy: readonly Requiring[];
  /** The lower versions that are required, highest first, and by how many modules. */
  readonly lower: readonly { readonly version: string; readonly requirers: number }[];
  /** What another version would take; undefined where none was asked for. */
  readonly change: Change | undefined;
}

/**
 * Explains the version of the module `path`; `query` names another version, or is ''. Rejects with the error of the
 * graph, with code `query` for a version that cannot be found, and with `bad-argument` for one that makes no sense.
 */
export async function explainModule(loader: Loader, path: string, query: string): Promise<Explanation> {
  const graph = await loader.moduleGraph();
  const version = graph.selected(path);
  if (version === NONE && query === '') throw unknownModule(graph, path);
  const walk = await graphAsWritten(loader, graph);
  const modules = requirersOf(walk, path).map((each) => requiring(loader, graph, path, each));
  const requirers = [...requiredByWorkspace(loader, path), ...modules];
  const requiredBy = requirers.filter(({ requires }) => requires === version);
  const change =
    query === ''
      ? undefined
      : await changeTo(loader, graph, requirers, await versionOf(loader, path, query, version));
  const replacement = loader.main.replacement({ path, version });
  return { path, version, replacement, requiredBy, lower: lowerVersions(path, requirers, version), change };
}

function unknownModule(graph: ModuleGraph, path: string): EngineError {
  const around = graph.buildList().filter((m) => path.startsWith(`${m.path}/`));
  const [module] = around.sort((a, b) => b.path.length - a.path.length);
  const hint = module === undefined ? {} : { hint: `it may be a package of ${module.path}` };
  return new EngineError('bad-argument', `module ${path}: not a known dependency`, hint);
}

/** The line of go.work that requires a version of Go, or a toolchain: no module of the graph stands for the workspace. */
function requiredByWorkspace({ main: { workspace } }: Loader, path: string): Requiring[] {
  const lines = { go: workspace?.file.go?.version, toolchain: workspace?.file.toolchain?.name };
  const requires = path === 'go' || path === 'toolchain' ? lines[path] : undefined;
  if (requires === undefined) return [];
  const module = { path: 'go.work', version: '' };
  return [{ module, selected: '', requires, indirect: false, chain: [module] }];
}

function requiring(loader: Loader, graph: ModuleGraph, path: string, each: Requirer): Requiring {
  const { module, requires, chain } = each;
  const selected = graph.selected(module.path);
  const lines = module.version === '' ? (loader.main.find(module.path)?.file?.require ?? []) : [];
  const indirect = lines.some(({ mod, indirect }) => indirect && mod.path === path);
  return { module, selected: selected === module.version ? '' : selected, requires, indirect, chain };
}

function lowerVersions(path: string, requirers: readonly Requiring[], version: string) {
  const counts = new Map<string, number>();
  for (const { requires } of requirers) {
    if (requires !== version) counts.set(requires, (counts.get(requires) ?? 0) + 1);
  }
  return [...counts]
    .map(([version, requirers]) => ({ version, requirers }))
    .sort((a, b) => compareSelected(path, b.version, a.version));
}

/** The module at the version that is meant. A full version is not looked up anywhere. */
async function versionOf(
  loader: Loader,
  path: string,
  query: string,
  selected: string,
): Promise<ModuleVersion> {
  if (loader.main.contains(path)) {
    throw new EngineError('bad-argument', `${path} is a main module: it has no other version`);
  }
  const exact = isToolchain(path) ? modIsValid(path, query) : canonicalVersion(query) === query;
  if (exact) return { path, version: query };
  try {
    const found = await loader.querier.query(path, query, selected === NONE ? '' : selected);
    return { path, version: found.version };
  } catch (error) {
    if (!(error instanceof NoMatchingVersionError)) throw error;
    throw new EngineError('query', `module ${formatModule({ path, version: '' })}: ${error.message}`, {
      cause: error,
    });
  }
}
