// The module graph of a project, from go.mod files alone.
//
// Neither a module cache nor a network is known here: whoever asks brings the go.mod of each dependency. The graph is
// that of `go mod graph`: replacements and exclusions of the main modules are applied, go lines decide what is
// pruned, and a main go.mod that is not consistent (it requires less than its dependencies do) is read as if it had
// been made so. Go lines newer than this package are read by the newest rules it knows.
// Rules: https://go.dev/ref/mod#graph-pruning, cmd/go/internal/modload.

import { messageOf } from '../error.js';
import { defaultGoModVersion, defaultGoWorkVersion, isToolchain, modSort } from '../gover/index.js';
import { type DirectiveFile, type ModFile, parseLax, type Require, type WorkFile } from '../modfile/index.js';
import { formatModule, ModuleError, type ModuleVersion, moduleError } from '../module/index.js';
import { type MaybePromise, req, VersionMap } from '../mvs/index.js';
import { compareSelected } from './compare.js';
import { GraphError } from './error.js';
import type { ModuleGraph } from './module-graph.js';
import { type ReadGraph, readModuleGraph } from './read.js';
import { Replacements } from './replacements.js';
import { isPruned, type Pruning, rootsOf, type Summary, summaryOf, toolchainSummary } from './summary.js';

/**
 * Gives the go.mod of a dependency, as bytes or text; undefined: there is none. What it throws or rejects with is the
 * failure of that module. Called at most once for each module, many at a time.
 *
 * The module is the one to read: the replacement where there is one. For a replacement by a directory the version is
 * '', the path is that of the directory as written, and `file` is the go.mod or go.work that it is relative to.
 */
export type ReadGoMod = (
  m: ModuleVersion,
  file: DirectiveFile | undefined,
) => Uint8Array | string | undefined | Promise<Uint8Array | string | undefined>;

/** What {@link readProjectGraph} reads. */
export interface ProjectSource {
  /** The go.mod of the main module; in a workspace, that of each of its modules. */
  readonly goMod: ModFile | readonly ModFile[];
  /** The go.work of a workspace. */
  readonly goWork?: WorkFile;
  readonly readGoMod: ReadGoMod;
  /** Errors that are not one module's failure (the run was aborted): reading rejects with them at once. */
  readonly isFatal?: (error: unknown) => boolean;
}

/** One reading. */
class Project {
  readonly #source: ProjectSource;
  readonly #replacements: Replacements;
  readonly #excluded = new Set<string>();
  readonly #read = new Map<string, MaybePromise<ModFile>>();
  readonly #summaries = new VersionMap<MaybePromise<Summary>>();
  readonly members: readonly ModFile[];
  readonly mainModules: readonly ModuleVersion[];

  constructor(source: ProjectSource) {
    this.#source = source;
    this.members = Array.isArray(source.goMod) ? source.goMod : [source.goMod];
    this.mainModules = this.members.map((file) => ({ path: mainPath(file), version: '' }));
    if (source.goWork === undefined && this.members.length !== 1) {
      throw new GraphError('main-modules', 'one main module is needed where there is no go.work');
    }
    this.#replacements = new Replacements(this.members, source.goWork);
    for (const file of this.members) {
      for (const { mod } of file.exclude) this.#excluded.add(formatModule(mod));
    }
  }

  get pruning(): Pruning {
    if (this.#source.goWork !== undefined) return 'workspace';
    return isPruned(this.#goVersion) ? 'pruned' : 'unpruned';
  }

  get #goVersion(): string {
    return this.members[0]?.go?.version ?? defaultGoModVersion;
  }

  /** The roots as the files have them, sorted. */
  get roots(): ModuleVersion[] {
    const { goWork } = this.#source;
    const file = goWork ?? this.members[0];
    const version = goWork === undefined ? this.#goVersion : (goWork.go?.version ?? defaultGoWorkVersion);
    const require = goWork === undefined ? this.#required(this.members[0]) : this.mainModules;
    const roots = rootsOf(require, version, file?.toolchain?.name ?? '');
    modSort(roots);
    return roots;
  }

  /** The requirements that count: what a main module excludes does not. */
  #lines(file: ModFile | undefined): Require[] {
    return file?.require.filter(({ mod }) => !this.#excluded.has(formatModule(mod))) ?? [];
  }

  #required(file: ModFile | undefined): ModuleVersion[] {
    return this.#lines(file).map((line) => line.mod);
  }

  /** Paths of the main module's direct requirements. */
  get direct(): ReadonlySet<string> {
    const lines = this.#lines(this.members[0]).filter((line) => !line.indirect);
    return new Set(['go', ...lines.map((line) => line.mod.path)]);
  }

  readonly summary = (m: ModuleVersion): MaybePromise<Summary> => {
    const known = this.#summaries.get(m);
    if (known !== undefined) return known;
    const made = this.#summarize(m);
    this.#summaries.set(m, made);
    return made;
  };

  #summarize(m: ModuleVersion): MaybePromise<Summary> {
    if (isToolchain(m.path)) return toolchainSummary(m);
    const ofFile = (file: ModFile): Summary => summaryOf(file.go?.version ?? '', this.#required(file));
    const member = m.version === '' ? this.mainModules.findIndex(({ path }) => path === m.path) : -1;
    if (member >= 0) return ofFile(this.members[member] as ModFile);
    const { to, file } = this.#replacements.of(m);
    const checked = (read: ModFile): Summary => {
      if (to.version !== '') checkPath(m, to, read.module?.mod.path ?? '');
      return ofFile(read);
    };
    const read = this.#goModOf(to, file);
    return read instanceof Promise ? read.then(checked) : checked(read);
  }

  /** Several versions may be replaced by one module, which is read once. */
  #goModOf(m: ModuleVersion, file: DirectiveFile | undefined): MaybePromise<ModFile> {
    const key = `${file?.syntax.name ?? ''}\n${formatModule(m)}`;
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    const answer = this.#source.readGoMod(m, file);
    const read = answer instanceof Promise ? answer.then((data) => parsed(m, data)) : parsed(m, answer);
    this.#read.set(key, read);
    return read;
  }
}

function mainPath(file: ModFile): string {
  if (file.module === undefined) throw new GraphError('main-modules', 'no module declaration in go.mod');
  return file.module.mod.path;
}

function parsed(m: ModuleVersion, data: Uint8Array | string | undefined): ModFile {
  if (data === undefined) throw moduleError(m, new GraphError('go-mod', 'no go.mod file'));
  try {
    return parseLax('go.mod', data);
  } catch (error) {
    throw moduleError(m, new GraphError('go-mod', `parsing go.mod: ${messageOf(error)}`, { cause: error }));
  }
}

/** A module must call itself by the path under which it is required, or under which it replaces another. */
function checkPath(m: ModuleVersion, actual: ModuleVersion, declared: string): void {
  if (declared === m.path || declared === actual.path) return;
  const text =
    declared === ''
      ? 'parsing go.mod: missing module line'
      : `parsing go.mod:\n\tmodule declares its path as: ${declared}\n\t        but was required as: ${m.path}`;
  throw new ModuleError(actual, new GraphError('go-mod', text));
}

/** The highest of each path, without the main module: before a pruned graph is read, the others do not count. */
function withoutTwins(roots: readonly ModuleVersion[], main: ModuleVersion | undefined): ModuleVersion[] {
  const highest = new Map<string, ModuleVersion>();
  for (const m of roots) {
    const known = highest.get(m.path);
    if (known === undefined || compareSelected(m.path, known.version, m.version) < 0) highest.set(m.path, m);
  }
  if (main !== undefined) highest.delete(main.path);
  return [...highest.values()];
}

/** The roots at their selected versions, each path once. */
function selectedRoots(roots: readonly ModuleVersion[], graph: ModuleGraph): ModuleVersion[] {
  const paths = new Set(roots.map((m) => m.path));
  return [...paths].map((path) => ({ path, version: graph.selected(path) })).filter((m) => m.version !== '');
}

/** Consistent roots of a module whose graph is not pruned: as few as select the same versions. */
async function minimalRoots(project: Project, roots: readonly ModuleVersion[], graph: ModuleGraph) {
  const [main] = project.mainModules as [ModuleVersion];
  const list = graph.buildList().slice(1);
  const { direct } = project;
  const kept = roots.filter((m) => graph.selected(m.path) === m.version).map((m) => m.path);
  const base = [...kept, ...list.map((m) => m.path).filter((path) => direct.has(path))];
  const minimal = await req(main, base, {
    required: async (m) => (m.version === '' ? list : (await project.summary(m)).require),
    compare: compareSelected,
  });
  modSort(minimal);
  return minimal;
}

/**
 * Reads the graph. Failures of modules are in the result, as a BuildListError that tells the chain of requirements;
 * the graph is then what could be read. Rejects with a {@link GraphError} of code `main-modules`, and with what
 * `isFatal` names.
 */
export async function readProjectGraph(source: ProjectSource): Promise<ReadGraph> {
  const project = new Project(source);
  const { pruning, mainModules, summary } = project;
  const { isFatal } = source;
  const read = (roots: readonly ModuleVersion[]): Promise<ReadGraph> =>
    readModuleGraph({ pruning, mainModules, roots, summary, ...(isFatal && { isFatal }) });
  let roots = pruning === 'pruned' ? withoutTwins(project.roots, mainModules[0]) : project.roots;
  // Ends: each round raises a version, and there are only so many.
  for (;;) {
    const found = await read(roots);
    const stale = roots.some((m) => found.graph.selected(m.path) !== m.version);
    if (found.error !== undefined || !stale || pruning === 'workspace') return found;
    if (pruning === 'unpruned') return await read(await minimalRoots(project, roots, found.graph));
    roots = selectedRoots(roots, found.graph);
  }
}
