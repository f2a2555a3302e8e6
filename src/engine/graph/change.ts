// What would have to change for a module to be selected at another version.
//
// A higher version only has to be required; what comes with it is read off the graph that then follows. For a lower one
// nothing may require more than that any more: the modules that do have to go to other versions (plan.ts finds some),
// or the versions that they require be excluded, or the version that is selected be replaced.

import { isToolchain } from '../../core/gover/index.js';
import { compareSelected, type ModuleGraph } from '../../core/graph/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import { EngineError } from '../error.js';
import type { Loader } from '../load/index.js';
import type { Requiring } from './explain.js';
import { type Move, movesBetween, planLower } from './plan.js';
import { graphAfter, selectedAfter, setRequirement } from './what-if.js';

/** See the head of this file. */
export interface Change {
  /** The version in question. */
  readonly version: string;
  readonly kind: 'none' | 'higher' | 'lower';
  /** The file that has to require a higher version. */
  readonly file: 'go.mod' | 'go.work';
  /** What requires more. */
  readonly blockers: readonly Requiring[];
  /**
   * For a higher version, all modules that would change; for a lower one, requirements of go.mod which, changed like
   * this, lead there. Undefined where no such were found (in workspaces they are not looked for).
   */
  readonly moves: readonly Move[] | undefined;
  /** Lines of go.mod which lead there by exclusion; none where there is no such way. */
  readonly exclude: readonly string[];
  /** A line of go.mod that puts the version in the place of the selected one; '' where there is none. */
  readonly replace: string;
}

/** What leads from `graph`, in which `requirers` require `m.path`, to the version of `m`. */
export async function changeTo(
  loader: Loader,
  graph: ModuleGraph,
  requirers: readonly Requiring[],
  m: ModuleVersion,
): Promise<Change> {
  if (loader.main.excludes(m))
    throw new EngineError('bad-argument', `${formatModule(m)} is excluded by go.mod`);
  const file: Change['file'] = loader.inWorkspace && isToolchain(m.path) ? 'go.work' : 'go.mod';
  const nothing = { file, version: m.version, blockers: [], moves: [], exclude: [], replace: '' };
  const order = compareSelected(m.path, m.version, graph.selected(m.path));
  if (order === 0) return { ...nothing, kind: 'none' };
  // A version that does not exist is no use to anybody.
  await loader.summaries.summary(m);
  if (order > 0) return { ...nothing, kind: 'higher', moves: await raised(loader, graph, m) };
  const blockers = requirers.filter(({ requires }) => compareSelected(m.path, requires, m.version) > 0);
  return {
    file,
    version: m.version,
    kind: 'lower',
    blockers,
    moves: loader.inWorkspace ? undefined : await planLower(loader, m),
    exclude: await exclusions(loader, requirers, m),
    replace: await replacementFor(loader, m, graph.selected(m.path)),
  };
}

/** What changes when `m` is required. Rejects when that graph cannot be read. */
async function raised(loader: Loader, graph: ModuleGraph, m: ModuleVersion): Promise<Move[]> {
  const next = await graphAfter(loader, ({ goMod }) => setRequirement(goMod, m));
  return movesBetween(graph.buildList(), next.buildList());
}

/** So many rounds are tried: excluding a version can bring in modules that require another one above the wanted. */
const MOST_ROUNDS = 20;

/** Lines that exclude what stands in the way, and require what is wanted; none where that leads elsewhere. */
async function exclusions(
  loader: Loader,
  requirers: readonly Requiring[],
  m: ModuleVersion,
): Promise<string[]> {
  if (isToolchain(m.path)) return [];
  const isAbove = (version: string) => compareSelected(m.path, version, m.version) > 0;
  const excluded = new Set(requirers.map(({ requires }) => requires).filter(isAbove));
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const version = await selectedAfter(loader, m.path, ({ goMod }) => {
      for (const each of excluded) goMod.addExclude(m.path, each);
      goMod.addNewRequire(m.path, m.version, false);
    });
    if (version === m.version) return exclusionLines(requirers, m, excluded);
    if (version === undefined || !isAbove(version) || excluded.has(version)) return [];
    excluded.add(version);
  }
  return [];
}

function exclusionLines(
  requirers: readonly Requiring[],
  { path, version }: ModuleVersion,
  excluded: ReadonlySet<string>,
): string[] {
  const versions = [...excluded].sort((a, b) => compareSelected(path, a, b));
  const lines = versions.map((each) => `exclude ${path} ${each}`);
  const required = requirers.some(({ module, requires }) => module.version === '' && requires === version);
  return required ? lines : [...lines, `require ${path} ${version}`];
}

/** The line that puts `m` in the place of the version `selected`; '' where another version is then selected. */
async function replacementFor(loader: Loader, m: ModuleVersion, selected: string): Promise<string> {
  if (isToolchain(m.path)) return '';
  const old = { path: m.path, version: selected };
  const version = await selectedAfter(loader, m.path, ({ goMod, goWork }) => {
    (goWork ?? goMod).addReplace(old, m);
  });
  return version === selected ? `replace ${m.path} ${selected} => ${m.path} ${m.version}` : '';
}
