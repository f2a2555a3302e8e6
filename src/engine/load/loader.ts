// Loading what a command works on: the main modules, their requirements, and the module graph.
//
// One Loader serves one run. `load` reads go.work and the main modules' files, which may change requirements in
// memory (a root named twice, a missing go line); `commit` writes what changed, if it may. The graph is read only
// by who asks for it. Rules: modload.loadModFile, LoadModGraph, expandGraph, WriteGoMod.

import { dirname, isAbsolute, join, resolve } from 'node:path';
import {
  compare,
  defaultGoModVersion,
  defaultGoWorkVersion,
  goStrictVersion,
  isToolchain,
} from '../../core/gover/index.js';
import { type ModuleGraph, readModuleGraph, vendoredGraph } from '../../core/graph/index.js';
import { parseWork, type WorkFile } from '../../core/modfile/index.js';
import {
  checkImportPath,
  formatModule,
  InvalidPathError,
  type ModuleVersion,
} from '../../core/module/index.js';
import type { ModuleCache, Unpack } from '../cache/index.js';
import { findModuleRoot } from '../env/index.js';
import { EngineError, FatalError, isFatal, messageOf, rethrowFatal } from '../error.js';
import { Fetcher, SumLedger } from '../fetch/index.js';
import type { ProxyClient } from '../proxyclient/index.js';
import { Querier, type QueryView } from '../query/index.js';
import type { Session } from '../session.js';
import type { SumDatabase } from '../sumdb/index.js';
import { type BuildMode, buildModeFor } from './build-mode.js';
import { commitGoMod, goModDirty } from './commit.js';
import { checkGodebug } from './godebug.js';
import { sumsToKeep } from './keep-sums.js';
import { type Location, locate } from './locate.js';
import { type MainModule, MainModules, type Workspace } from './main-modules.js';
import { indexModFile } from './modfile-index.js';
import { NewerGo } from './newer-go.js';
import { loadOverlay, type Overlay } from './overlay.js';
import type { LoadPolicy } from './policy.js';
import { readFileBytes, readModFile, shortPath } from './read-modfile.js';
import { type LoadedGraph, pruningFor, Requirements, sorted } from './requirements.js';
import { Summaries } from './summary.js';
import { convertPruning, type Roots, updateRoots } from './update-roots.js';
import { checkVendorConsistency, parseVendorList, type VendorList } from './vendor-list.js';

/** What loading is done with. */
export interface LoaderParts {
  readonly cache: ModuleCache;
  readonly proxies: ProxyClient;
  readonly database: SumDatabase;
  readonly unpack: Unpack;
}

/** The module that stands for "outside any module". */
const OUTSIDE = 'command-line-arguments';

/** See the head of this file. */
export class Loader {
  readonly overlay: Overlay;
  readonly location: Location;
  readonly fetcher: Fetcher;
  readonly sums: SumLedger;
  readonly querier: Querier;
  #mode: BuildMode;
  #main: MainModules | undefined;
  #summaries: Summaries | undefined;
  #requirements: Roots | undefined;
  #vendor: VendorList | undefined;
  readonly #members: readonly string[];

  private constructor(
    readonly session: Session,
    readonly policy: LoadPolicy,
    private readonly parts: LoaderParts,
    overlay: Overlay,
    location: Location,
    private readonly workspace: Workspace | undefined,
    private readonly newer: NewerGo,
  ) {
    this.overlay = overlay;
    this.location = location;
    this.#mode = buildModeFor(session, overlay, policy, location, undefined);
    this.#members = memberRoots(workspace, (path) => shortPath(session, path));
    this.sums = new SumLedger(
      this.#ledgerHost(),
      this.#sumFile(),
      this.#members.map((root) => join(root, 'go.sum')),
    );
    this.fetcher = new Fetcher({
      session,
      cache: parts.cache,
      proxies: parts.proxies,
      database: parts.database,
      unpack: parts.unpack,
      sums: this.sums,
      announces: policy.announcesDownloads,
      newer,
    });
    this.querier = new Querier(this.fetcher, this.#queryView());
  }

  /** Finds out where the main modules are. Rejects in Go's words. */
  static async open(session: Session, policy: LoadPolicy, parts: LoaderParts): Promise<Loader> {
    const overlay = loadOverlay(session.fs, session.cwd, session.flags.overlay);
    const location = locate(session, overlay, policy);
    const newer = new NewerGo(session);
    const workspace =
      location.workFile === '' ? undefined : await readWorkspace(session, overlay, newer, location.workFile);
    return new Loader(session, policy, parts, overlay, location, workspace, newer);
  }

  /** Whether there is a main module. A workspace may have none. */
  get hasModule(): boolean {
    return this.location.moduleRoot !== '' || this.#members.length > 0;
  }

  /** Whether a go.work file is in force. */
  get inWorkspace(): boolean {
    return this.location.workFile !== '';
  }

  /** Which -mod is in force; final after `load`. */
  get mode(): BuildMode {
    return this.#mode;
  }

  /** The main modules. Call after `load`. */
  get main(): MainModules {
    return required(this.#main);
  }

  /** What dependencies' go.mod files say. Call after `load`. */
  get summaries(): Summaries {
    return required(this.#summaries);
  }

  /** The requirements as they stand. Call after `load`. */
  get requirements(): Roots {
    return required(this.#requirements);
  }

  set requirements(rs: Roots) {
    this.#requirements = rs;
  }

  /** Whether a module needs a sum in go.sum to be used. */
  get mustHaveSums(): boolean {
    return this.hasModule && this.#mode.mod === 'readonly' && !this.inWorkspace;
  }

  /** Whether requirements may not change. */
  private get complete(): boolean {
    return this.#mode.mod !== 'mod' && !this.inWorkspace;
  }

  /** The path of the go.mod of the main module in `root`; that of -modfile as it was given. */
  goModPath(root: string): string {
    return this.session.flags.modfile === '' ? join(root, 'go.mod') : this.session.flags.modfile;
  }

  #sumFile(): string {
    if (this.inWorkspace) return `${this.location.workFile}.sum`;
    if (this.location.moduleRoot === '') return '';
    const goMod = resolve(this.session.cwd, this.goModPath(this.location.moduleRoot));
    return `${goMod.replace(/\.mod$/, '')}.sum`;
  }

  #ledgerHost() {
    const { fs, env, locker, signal, clock, events } = this.session;
    const overlaid = (path: string) =>
      this.overlay.replaced(path) ? (this.overlay.actual(path) ?? '') : undefined;
    return { fs, env, locker, signal, clock, events, overlaid };
  }

  #queryView(): QueryView {
    const loader = this;
    return {
      get disabled() {
        if (loader.#mode.mod !== 'vendor') return undefined;
        const reason = loader.#mode.reason === '' ? '' : `\n\t(${loader.#mode.reason})`;
        return `cannot query module due to -mod=vendor${reason}`;
      },
      isMain: (path) => loader.#main?.contains(path) ?? false,
      replacement: (m) => loader.#main?.replacement(m),
      highestReplaced: (path) => loader.#main?.highestReplaced(path),
      replacedVersions: (path) => loader.#main?.replacedVersions(path) ?? [],
      goModData: async (m) => (await loader.summaries.data(m)).data,
    };
  }

  /** Reads the main modules. Does nothing the second time. Rejects in Go's words. */
  async load(): Promise<Roots> {
    if (this.#requirements !== undefined) return this.#requirements;
    const main = this.hasModule ? await this.#readMain() : this.#outside();
    this.#main = main;
    this.#summaries = this.#makeSummaries(main);
    this.#requirements = !this.hasModule ? this.#outsideRoots() : await this.#moduleRoots(main);
    return this.#requirements;
  }

  #makeSummaries(main: MainModules): Summaries {
    const loader = this;
    return new Summaries({
      session: this.session,
      overlay: this.overlay,
      main,
      sums: this.sums,
      newer: this.newer,
      get mustHaveSums() {
        return loader.mustHaveSums;
      },
      get vendoring() {
        return loader.#mode.mod === 'vendor';
      },
      vendored: (m) =>
        loader.#vendor?.version.get(m.path) === m.version ? loader.#vendor.modules : undefined,
      fetchGoMod: (m) => this.fetcher.goMod(m),
    });
  }

  #outside(): MainModules {
    const mod = { path: OUTSIDE, version: '' };
    const outside: MainModule = {
      mod,
      root: '',
      file: undefined,
      index: undefined,
      goVersion: this.session.release,
    };
    return new MainModules([outside], this.workspace, this.session.events, '');
  }

  #outsideRoots(): Roots {
    const { release } = this.session;
    const roots: ModuleVersion[] = [
      { path: 'go', version: this.inWorkspace ? this.#workGoVersion() : release },
      { path: 'toolchain', version: `go${release}` },
    ];
    if (this.inWorkspace) roots.push({ path: OUTSIDE, version: '' });
    const pruning = this.inWorkspace ? 'workspace' : pruningFor(release);
    return new Requirements(pruning, sorted(roots), new Set(['go']), (rs) => this.#readGraph(rs));
  }

  #workGoVersion(): string {
    return this.workspace?.file.go?.version ?? defaultGoWorkVersion;
  }

  async #readMain(): Promise<MainModules> {
    const roots = this.inWorkspace ? this.#members : [this.location.moduleRoot];
    const list: MainModule[] = [];
    const errors: Error[] = [];
    for (const root of roots) {
      try {
        list.push(await this.#readOne(root, errors));
      } catch (error) {
        rethrowFatal(error);
        errors.push(error as Error);
      }
    }
    if (errors.length > 0) throw joined(errors);
    const rootOfCwd = findModuleRoot((path) => this.overlay.isFile(path), this.session.cwd);
    return new MainModules(list, this.workspace, this.session.events, rootOfCwd);
  }

  async #readOne(root: string, errors: Error[]): Promise<MainModule> {
    const path = this.goModPath(root);
    const canonical = async (modulePath: string, version: string) => {
      return (await this.querier.query(modulePath, version, '')).version;
    };
    const { data, file, fixed } = await readModFile(
      this.session,
      this.overlay,
      path,
      this.newer,
      canonical,
    ).catch((error) => {
      throw this.inWorkspace ? this.#memberError(path, error) : error;
    });
    const mod = file.module?.mod ?? { path: '', version: '' };
    const goVersion = file.go?.version ?? '';
    if (this.inWorkspace) this.#checkWorkVersion(path, goVersion);
    else checkGodebug(file.godebug, 'go.mod', shortPath(this.session, path), this.session.release);
    const pathError = modulePathError(mod.path);
    if (pathError !== undefined) errors.push(pathError);
    return { mod, root, file, index: indexModFile(data, file, fixed), goVersion };
  }

  #memberError(path: string, error: unknown): Error {
    const goVersion = (error as { goVersion?: string }).goVersion;
    if (goVersion !== undefined) return this.#workTooOld(path, goVersion);
    const folder = shortPath(this.session, dirname(path));
    const text = `cannot load module ${folder} listed in go.work file: ${this.#shortened(messageOf(error))}`;
    return new EngineError('bad-gomod', text, { cause: error });
  }

  #shortened(text: string): string {
    return text.replace(/^open (\S+):/, (_, path: string) => `open ${shortPath(this.session, path)}:`);
  }

  #checkWorkVersion(path: string, goVersion: string): void {
    const version = goVersion === '' ? defaultGoModVersion : goVersion;
    const tooOld = compare(version, this.#workGoVersion()) > 0 && compare(version, goStrictVersion) >= 0;
    if (tooOld) throw this.#workTooOld(path, version);
  }

  #workTooOld(path: string, goVersion: string): Error {
    const verb = this.workspace?.file.go === undefined ? 'implicitly requires' : 'lists';
    const folder = shortPath(this.session, dirname(path));
    return new EngineError(
      'bad-gomod',
      `module ${folder} listed in go.work file requires go >= ${goVersion}, but go.work ${verb} go ` +
        `${this.#workGoVersion()}; to update it:\n\tgo work use`,
    );
  }

  async #moduleRoots(main: MainModules): Promise<Roots> {
    const goLine = this.inWorkspace
      ? (this.workspace?.file.go?.version ?? '')
      : (main.single.index?.goVersion ?? '');
    this.#mode = buildModeFor(this.session, this.overlay, this.policy, this.location, goLine);
    const rs = this.inWorkspace ? this.#workspaceRoots(main) : this.#singleRoots(main.single);
    if (this.#mode.mod === 'vendor') this.#readVendor(main);
    if (this.inWorkspace) return rs;
    return await this.#consistentRoots(main.single, rs);
  }

  #workspaceRoots(main: MainModules): Roots {
    const roots: ModuleVersion[] = [...main.versions, { path: 'go', version: this.#workGoVersion() }];
    const toolchain = this.workspace?.file.toolchain?.name;
    if (toolchain !== undefined) roots.push({ path: 'toolchain', version: toolchain });
    const direct = main.list.flatMap(({ file }) => file?.require ?? []).filter((line) => !line.indirect);
    const paths = new Set(direct.map((line) => line.mod.path));
    return new Requirements('workspace', sorted(roots), paths, (rs) => this.#readGraph(rs));
  }

  #singleRoots(main: MainModule): Roots {
    const goVersion = main.goVersion === '' ? defaultGoModVersion : main.goVersion;
    const { roots, direct } = this.#rootsOf(main, true);
    return new Requirements(pruningFor(goVersion), sorted(roots), direct, (rs) => this.#readGraph(rs));
  }

  /** The requirements of one file, without excluded ones, and with the go line as one. */
  #rootsOf(main: MainModule, withToolchain: boolean): { roots: ModuleVersion[]; direct: Set<string> } {
    const roots: ModuleVersion[] = [];
    const direct = new Set(['go']);
    for (const { mod, indirect } of main.file?.require ?? []) {
      if (main.index?.exclude.has(formatModule(mod)) === true) {
        const verb = this.#mode.mod === 'mod' ? 'dropping' : 'ignoring';
        const text = `go: ${verb} requirement on excluded version ${mod.path} ${mod.version}`;
        this.session.events({ kind: 'message', text });
        continue;
      }
      roots.push(mod);
      if (!indirect) direct.add(mod.path);
    }
    roots.push({ path: 'go', version: main.file?.go?.version ?? defaultGoModVersion });
    const toolchain = withToolchain ? main.file?.toolchain?.name : undefined;
    if (toolchain !== undefined) roots.push({ path: 'toolchain', version: toolchain });
    return { roots, direct };
  }

  async #consistentRoots(main: MainModule, start: Roots): Promise<Roots> {
    let rs = start;
    if (rs.hasTwins || rs.roots.some((m) => this.main.contains(m.path)))
      rs = await updateRoots(this.rootsHost, rs);
    if (main.index?.goVersion !== '') return rs;
    if (this.#mode.mod !== 'mod' || !this.policy.addsGoLine) {
      main.goVersion = defaultGoModVersion;
      return rs;
    }
    // A file without a go line follows the rules of go 1.16; with the line that it gets now, it must list more.
    const version = this.session.release;
    main.file?.addGoStmt(version);
    main.goVersion = version;
    rs = rs.with({ roots: [...rs.roots.filter((m) => m.path !== 'go'), { path: 'go', version }] });
    return await convertPruning(this.rootsHost, rs, 'pruned');
  }

  /** What updating roots depends on. */
  get rootsHost() {
    return {
      main: this.main,
      summaries: this.summaries,
      complete: this.complete,
      mayWrite: this.#mode.mod === 'mod',
      dirty: () => goModDirty(this.#mode),
    };
  }

  #readVendor(main: MainModules): void {
    const folder = this.inWorkspace ? dirname(this.location.workFile) : this.location.moduleRoot;
    const file = join(folder, 'vendor', 'modules.txt');
    const text = this.session.fs.existsSync(file) ? this.session.fs.readFileSync(file, 'utf8') : '';
    const list = parseVendorList(text);
    for (const { mod, goVersion } of list.meta.values()) {
      if (goVersion === '') continue;
      this.summaries.noteGoVersion(mod, goVersion);
      this.newer.check({ what: `${mod.path} in ${shortPath(this.session, file)}`, goVersion });
    }
    this.#vendor = list;
    checkVendorConsistency(main, list, folder, (path) => shortPath(this.session, path));
  }

  async #readGraph(rs: Roots): Promise<LoadedGraph<ModuleGraph>> {
    const main = this.main;
    if (this.#mode.mod === 'vendor') return { graph: this.#vendorGraph(rs), error: undefined };
    await this.loadSums(rs);
    this.fetcher.expectations.add('mod', this.sums.modules());
    this.fetcher.expectations.add(
      'mod',
      rs.roots.map((m) => main.resolve(m)).filter((m) => m.version !== ''),
    );
    return await readModuleGraph({
      pruning: rs.pruning,
      mainModules: main.versions,
      roots: rs.roots,
      summary: (m) => this.summaries.summary(m),
      isFatal,
    });
  }

  /**
   * Reads go.sum, before a graph of these roots. Where that will look for something in the module cache, its folder
   * is made first, as go does, whatever comes of it.
   */
  async loadSums(rs: Roots): Promise<void> {
    const looks = rs.roots.some((m) => m.version !== '' && !isToolchain(m.path));
    // Where a sum is required, go.sum is asked first.
    if (looks && !this.mustHaveSums) {
      try {
        this.parts.cache.check();
      } catch {
        // Whoever needs the cache will say so.
      }
    }
    await this.sums.load();
  }

  #vendorGraph(rs: Roots): ModuleGraph {
    const vendored = this.#vendor?.modules ?? [];
    if (rs.pruning === 'pruned' && this.hasModule) this.#requireVendored(rs, vendored);
    const members = this.inWorkspace
      ? this.main.list.map((m) => ({ mod: m.mod, require: this.#rootsOf(m, false).roots }))
      : [{ mod: this.main.single.mod, require: rs.roots }];
    const roots = this.inWorkspace ? rs.roots : this.main.versions;
    return vendoredGraph({
      roots,
      members,
      vendored: rs.pruning === 'pruned' ? [] : vendored,
    });
  }

  #requireVendored(rs: Roots, vendored: readonly ModuleVersion[]): void {
    const missing = vendored.filter((m) => rs.selected(m.path) !== m.version);
    for (const m of missing) {
      const text = `vendored module ${formatModule(m)} should be required explicitly in go.mod`;
      this.session.events({ kind: 'error', error: new EngineError('vendor', text) });
    }
    if (missing.length > 0) throw goModDirty(this.#mode);
  }

  /** The graph with consistent roots, as far as it can be had, and the first error. */
  async expandGraph(start: Roots): Promise<{ rs: Roots; graph: ModuleGraph; error: Error | undefined }> {
    const { graph, error } = await start.graph();
    if (error !== undefined || this.#allRootsSelected(start, graph)) return { rs: start, graph, error };
    try {
      const rs = await updateRoots(this.rootsHost, start);
      return { rs, ...(await rs.graph()) };
    } catch (cause) {
      if (!(cause instanceof Error) || cause.name === 'AbortError') throw cause;
      return { rs: start, graph, error: cause };
    }
  }

  #allRootsSelected(rs: Roots, graph: ModuleGraph): boolean {
    const roots = this.inWorkspace ? this.main.versions : rs.roots;
    return roots.every((m) => graph.selected(m.path) === m.version);
  }

  /** The whole graph, which becomes that of the requirements. Rejects when it cannot be had. */
  async moduleGraph(): Promise<ModuleGraph> {
    const { rs, graph, error } = await this.expandGraph(await this.load());
    if (error !== undefined) throw error;
    this.#requirements = rs;
    return graph;
  }

  /** Writes go.mod and go.sum where they changed and may be written. Rejects in Go's words. */
  async commit(): Promise<void> {
    const rs = await this.load();
    if (!this.inWorkspace) {
      if (!this.hasModule) return;
      await commitGoMod(rs, {
        session: this.session,
        overlay: this.overlay,
        newer: this.newer,
        main: this.main.single,
        path: resolve(this.session.cwd, this.goModPath(this.location.moduleRoot)),
        mod: this.#mode.mod,
        updatesGoMod: this.policy.updatesGoMod,
        dirty: () => goModDirty(this.#mode),
      });
    }
    const goVersion = this.inWorkspace
      ? this.#workGoVersion()
      : this.main.single.goVersion || defaultGoModVersion;
    const keep = await sumsToKeep(rs, { main: this.main, goVersion, mayWrite: this.#mode.mod === 'mod' });
    await this.sums.write(keep, this.complete);
  }
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new FatalError('bad-gomod', 'internal error: modules are not loaded');
  return value;
}

function joined(errors: readonly Error[]): Error {
  const [first] = errors;
  if (first !== undefined && errors.length === 1) return first;
  return new EngineError('bad-gomod', errors.map((error) => error.message).join('\n'), { cause: first });
}

function modulePathError(path: string): Error | undefined {
  try {
    checkImportPath(path);
    return undefined;
  } catch (error) {
    if (!(error instanceof InvalidPathError)) throw error;
    return new InvalidPathError('module', error.path, error.problem);
  }
}

async function readWorkspace(
  session: Session,
  overlay: Overlay,
  newer: NewerGo,
  path: string,
): Promise<Workspace> {
  const shown = shortPath(session, path);
  let data: Uint8Array;
  try {
    data = await readFileBytes(session, overlay, path);
  } catch (error) {
    throw new FatalError('io', `reading go.work: ${messageOf(error)}`.replace(path, shown), { cause: error });
  }
  let file: WorkFile;
  try {
    file = parseWork(shown, data);
  } catch (error) {
    throw new FatalError('bad-gomod', `errors parsing go.work:\n${messageOf(error)}`, { cause: error });
  }
  newer.check({ what: shown, goVersion: file.go?.version ?? '' });
  checkGodebug(file.godebug, 'go.work', shown, session.release);
  return { path, file };
}

/** The folders of the members. Throws when one is listed twice. */
function memberRoots(workspace: Workspace | undefined, shorten: (path: string) => string): string[] {
  if (workspace === undefined) return [];
  const roots: string[] = [];
  for (const { path, syntax } of workspace.file.use) {
    const root = isAbsolute(path) ? path : join(dirname(workspace.path), path);
    if (roots.includes(root)) {
      const where = `${shorten(workspace.path)}:${syntax.start.line}`;
      const text = `error loading go.work:\n${where}: path ${root} appears multiple times in workspace`;
      throw new FatalError('bad-gomod', text);
    }
    roots.push(root);
  }
  return roots;
}
