// Downloading what a go.need lists, so that its builds work with GOPROXY=off.
//
// Beside the modules such a build reads go.mod files. In a pruned module it looks for packages in the requirements of
// go.mod alone, and reads the go.mod of each module that has one. In all other cases it reads the module graph first:
// before go 1.17, in workspaces, and for patterns such as example.com/... that are no folders. Then its go.mod files are
// fetched, too.
//
// Sources are not needed, and neither are the folders of directory replacements. Where the graph cannot be read because one
// of them is not there, every go.mod is fetched that go.sum has a sum of: a build refuses those that it has not.

import { join, resolve } from 'node:path';
import { formatModule, type ModuleVersion, sameModule } from '../../core/module/index.js';
import { type Need, type NeededModule, neededLine } from '../../core/need/index.js';
import { isLocal } from '../../core/search/index.js';
import { compare } from '../../core/semver/index.js';
import { FatalError } from '../error.js';
import { goModKey } from '../fetch/index.js';
import type { Loader, Roots } from '../load/index.js';
import { remakingAdvice, rootOf } from '../need/index.js';
import { type Download, type DownloadedModule, fetchAll } from './download.js';

/**
 * Downloads the modules of `need`, the content of the file `name`. Writes nothing but the module cache. Rejects with a
 * FatalError where the file does not fit go.mod and go.sum; failures of single modules are in the result.
 */
export async function downloadNeeded(loader: Loader, need: Need, name: string): Promise<Download> {
  loader.session.events({ kind: 'progress', modulesDone: 0, modulesTotal: 0, bytes: 0 });
  const rs = await loader.load();
  await loader.sums.load();
  const wanted = need.modules.flatMap(({ mod, replacement = mod }) =>
    replacement.version === '' ? [] : [replacement],
  );
  loader.fetcher.expectations.add('info', wanted);
  loader.fetcher.expectations.add('mod', wanted);
  loader.fetcher.expectations.add('zip', wanted);
  const graph = readsGraph(rs, need) ? await readGraph(loader, rs) : undefined;
  checkFit(loader, need, name, graph ?? { selected: (path) => rs.selected(path), whole: true });
  const modules = wanted.map(({ path, version }): DownloadedModule => ({ path, version }));
  await Promise.all([fetchAll(loader, modules), graph?.whole === false ? fetchGoMods(loader) : undefined]);
  return { modules, error: undefined, savesSums: false };
}

/** Whether the builds read the module graph. */
function readsGraph(rs: Roots, { command }: Need): boolean {
  return rs.pruning !== 'pruned' || command.packages.some((word) => word.includes('...') && !isLocal(word));
}

/** What is known of the selected versions. */
interface Selection {
  selected(path: string): string | undefined;
  /** Whether that is all; else higher versions may be selected. */
  readonly whole: boolean;
}

async function readGraph(loader: Loader, rs: Roots): Promise<Selection> {
  const { graph, error } = await rs.graph();
  if (error !== undefined && !lacksFolder(loader)) throw error;
  return { selected: (path) => graph.selected(path), whole: error === undefined };
}

/** Whether the folder of a replacement is not there. */
function lacksFolder({ main, overlay }: Loader): boolean {
  const lines = [
    ...main.list.flatMap(({ file }) => file?.replace ?? []),
    ...(main.workspace?.file.replace ?? []),
  ];
  return lines.some(({ old }) => {
    const used = main.replacement(old);
    return used?.version === '' && !overlay.exists(join(main.replacementFolder(used.path), 'go.mod'));
  });
}

function checkFit(loader: Loader, need: Need, name: string, selection: Selection): void {
  const problems = need.modules.flatMap((each, index) => {
    const problem = misfit(loader, each, selection);
    // Two comments come before the modules.
    return problem === undefined ? [] : [`${name}:${index + 3}:1: ${neededLine(each)}: ${problem}`];
  });
  if (problems.length === 0) return;
  const hint = problems.every((text) => text.includes(`: ${NO_SUM}`))
    ? 'go.sum is not there, or not that of go.mod: the build would refuse these modules, too'
    : `it was made for other requirements; ${remakingAdvice(need.command, rootOf(loader), resolve(loader.session.cwd, name))}`;
  const told = [
    ...problems.slice(0, MOST_PROBLEMS),
    ...(problems.length > MOST_PROBLEMS ? ['too many errors'] : []),
  ];
  throw new FatalError('dirty', `${name} does not fit go.mod and go.sum:\n${told.join('\n')}`, { hint });
}

const NO_SUM = 'missing go.sum entry';

/** As many as are told. */
const MOST_PROBLEMS = 10;

/** Why a line is not true any more; undefined where it is. */
function misfit(
  { main, sums }: Loader,
  { mod, replacement }: NeededModule,
  { selected, whole }: Selection,
): string | undefined {
  if (main.contains(mod.path)) return 'this is a main module';
  const version = selected(mod.path);
  if (version === undefined || version === 'none') {
    if (whole) return 'this module is not required';
  } else if (version !== mod.version && (whole || compare(version, mod.version) > 0)) {
    return `${version} is selected`;
  }
  const used = main.replacement(mod);
  if (!same(used, replacement)) {
    return used === undefined ? 'it is not replaced' : `it is replaced by ${formatModule(used)}`;
  }
  const fetched = replacement ?? mod;
  if (fetched.version === '') return undefined;
  if (!sums.has(fetched)) return NO_SUM;
  return sums.has(goModKey(fetched)) ? undefined : `${NO_SUM} for go.mod file`;
}

function same(a: ModuleVersion | undefined, b: ModuleVersion | undefined): boolean {
  return a === undefined || b === undefined ? a === b : sameModule(a, b);
}

/** Fetches every go.mod that go.sum has a sum of. */
async function fetchGoMods({ sums, fetcher }: Loader): Promise<void> {
  const wanted = [...sums.modules()].filter((m) => sums.has(goModKey(m)));
  fetcher.expectations.add('mod', wanted);
  await Promise.all(wanted.map((m) => fetcher.goModFile(m)));
}
