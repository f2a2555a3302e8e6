// Loading what a command works on: the main modules, their requirements, and the module graph.
//
// One Loader serves one run. `load` reads go.work and the main modules' files, which may change requirements in
// memory (a root named twice, a missing go line); `commit` writes what changed, if it may. The graph is read only
// by who asks for it. Rules: modload.loadModFile, LoadModGraph, expandGraph, WriteGoMod.

import { join, resolve } from 'node:path';
import { defaultGoModVersion, defaultGoWorkVersion, isToolchain } from '../../core/gover/index.js';
import { type ModuleGraph, readModuleGraph } from '../../core/graph/index.js';
import type { ModuleVersion } from '../../core/module/index.js';
import type { VersionSet } from '../../core/mvs/index.js';
import type { VendorList } from '../../core/vendor/index.js';
import type { ModuleCache, Unpack } from '../cache/index.js';
import { FatalError, isFatal } from '../error.js';
import { Fetcher, SumLedger } from '../fetch/index.js';
import type { ProxyClient } from '../proxyclient/index.js';
import { Querier, type QueryView } from '../query/index.js';
import type { Session } from '../session.js';
import type { SumDatabase } from '../sumdb/index.js';
import { type BuildMode, buildModeFor } from './build-mode.js';
import { type CommitOptions, commitGoMod, goModChange, goModDirty } from './commit.js';
import { sumsToKeep } from './keep-sums.js';
import { type Location, locate } from './locate.js';
import { type MainModule, MainModules } from './main-modules.js';
import { NewerGo } from './newer-go.js';
import { loadOverlay, type Overlay } from './overlay.js';
import type { LoadPolicy } from './policy.js';
import { readMainModules, workGoVersion } from './read-main.js';
import { type LoadedGraph, Requirements } from './requirements.js';
import { OUTSIDE, outsideRoots, type StartingRoots, singleRoots, workspaceRoots } from './roots.js';
import { Summaries } from './summary.js';
import { convertPruning, type Roots, updateRoots } from './update-roots.js';
import { graphOfVendored, readVendorFolder } from './vendoring.js';
import { readWorkspace, type Workspace } from './workspace.js';

/** What loading is done with. */
export interface LoaderParts {
  readonly cache: ModuleCache;
  readonly proxies: ProxyClient;
  readonly database: SumDatabase;
  readonly unpack: Unpack;
}

/** What has been read so far. Each stage needs those before it; see `Loader.load`. */
interface Loaded {
  workspace?: Workspace;
  main?: MainModules;
  vendor?: VendorList;
  requirements?: Roots;
}

/** See the head of this file. */
export class Loader {
  readonly fetcher: Fetcher;
  readonly sums: SumLedger;
  readonly querier: Querier;
  readonly summaries: Summaries;
  readonly #newer: NewerGo;
  readonly #loaded: Loaded = {};
  #mode: BuildMode;
  #loading: Promise<Roots> | undefined;

  private constructor(
    readonly session: Session,
    readonly policy: LoadPolicy,
    private readonly parts: LoaderParts,
    readonly overlay: Overlay,
    readonly location: Location,
  ) {
    this.#mode = buildModeFor(session, overlay, policy, location, undefined);
    this.#newer = new NewerGo(session);
    this.sums = new SumLedger(this.#ledgerHost(), this.#sumFile(), () =>
      (this.#loaded.workspace?.members ?? []).map((root) => join(root, 'go.sum')),
    );
    this.fetcher = new Fetcher({
      session,
      cache: parts.cache,
      proxies: parts.proxies,
      database: parts.database,
      unpack: parts.unpack,
      sums: this.sums,
      announces: policy.announcesDownloads,
      needs: policy.needsSources ? 'zip' : 'mod',
      newer: this.#newer,
      looksUp: () => this.#mode.mod !== 'vendor',
      graph: this.#knownGraph(),
    });
    this.summaries = this.#makeSummaries();
    this.querier = new Querier(this.fetcher, this.#queryView());
  }

  /** Finds out where the main modules are, and reads none of their files. Rejects in Go's words. */
  static async open(session: Session, policy: LoadPolicy, parts: LoaderParts): Promise<Loader> {
    const overlay = loadOverlay(session.fs, session.cwd, session.flags.overlay);
    return new Loader(session, policy, parts, overlay, locate(session, overlay, policy));
  }

  /** Whether there is a main module. Of a workspace, which may have none, that is known after `load`. */
  get hasModule(): boolean {
    return this.location.moduleRoot !== '' || (this.#loaded.workspace?.members.length ?? 0) > 0;
  }

  get inWorkspace(): boolean {
    return this.location.workFile !== '';
  }

  /** Which -mod is in force; final after `load`. */
  get mode(): BuildMode {
    return this.#mode;
  }

  /** The main modules. Call after `load`. */
  get main(): MainModules {
    return required(this.#loaded.main);
  }

  /** What the vendor folder has, where that is in use. */
  get vendored(): VendorList | undefined {
    return this.#loaded.vendor;
  }

  /** The folder of an unpacked module, if it can be used as it is. */
  unpackedFolder(m: ModuleVersion): string | undefined {
    try {
      const state = this.parts.cache.folderState(m);
      return state.kind === 'complete' ? state.folder : undefined;
    } catch {
      return undefined;
    }
  }

  /** The go version by whose rules main modules are built. */
  get goVersion(): string {
    return this.inWorkspace ? workGoVersion(this.#loaded.workspace) : this.main.single.goVersion;
  }

  /** The requirements as they stand. Call after `load`. */
  get requirements(): Roots {
    return required(this.#loaded.requirements);
  }

  set requirements(rs: Roots) {
    this.#loaded.requirements = rs;
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

  /** Path of go.sum, relative where that of -modfile is; '' outside a module. */
  #sumFile(): string {
    if (this.inWorkspace) return `${this.location.workFile}.sum`;
    if (this.location.moduleRoot === '') return '';
    return `${this.goModPath(this.location.moduleRoot).replace(/\.mod$/, '')}.sum`;
  }

  /** Absolute path of the go.mod or go.work that is worked on, under which things are remembered; '' for none. */
  get #place(): string {
    const { workFile, moduleRoot } = this.location;
    if (workFile !== '') return workFile;
    return moduleRoot === '' ? '' : resolve(this.session.cwd, this.goModPath(moduleRoot));
  }

  /** What the files of the graph of these main modules said before. */
  #knownGraph() {
    return this.#place === '' ? undefined : this.parts.cache.knownGraph(this.#place);
  }

  /** What was found in folders of modules before; undefined where nothing is remembered. See KnownFolders. */
  knownFolders(kind: 'scans' | 'sources') {
    return this.#place === '' ? undefined : this.parts.cache.knownFolders(kind, this.#place);
  }

  #ledgerHost() {
    const { fs, env, locker, signal, clock, events, cwd } = this.session;
    const overlaid = (path: string) =>
      this.overlay.replaced(path) ? (this.overlay.actual(path) ?? '') : undefined;
    const { mendsSums } = this.policy;
    return { fs, env, locker, signal, clock, events, cwd, mendsSums, overlaid };
  }

  /** What queries see. Versions in go.mod are resolved before the main modules are known. */
  #queryView(): QueryView {
    const loader = this;
    return {
      get disabled() {
        if (loader.#mode.mod !== 'vendor') return undefined;
        const reason = loader.#mode.reason === '' ? '' : `\n\t(${loader.#mode.reason})`;
        return `cannot query module due to -mod=vendor${reason}`;
      },
      isMain: (path) => loader.#loaded.main?.contains(path) ?? false,
      replacement: (m) => loader.#loaded.main?.replacement(m),
      highestReplaced: (path) => loader.#loaded.main?.highestReplaced(path),
      replacedVersions: (path) => loader.#loaded.main?.replacedVersions(path) ?? [],
      goModData: async (m) => (await loader.summaries.data(m)).data,
    };
  }

  #makeSummaries(): Summaries {
    const loader = this;
    return new Summaries({
      session: this.session,
      overlay: this.overlay,
      sums: this.sums,
      newer: this.#newer,
      get main() {
        return loader.main;
      },
      get mustHaveSums() {
        return loader.mustHaveSums;
      },
      get vendoring() {
        return loader.#mode.mod === 'vendor';
      },
      vendored: (m) => {
        const { vendor } = loader.#loaded;
        return vendor?.versions.get(m.path) === m.version ? vendor.modules : undefined;
      },
      fetchGoMod: (m) => this.fetcher.goMod(m),
      goModFacts: (m, read) => this.fetcher.goModFacts(m, read),
    });
  }

  /** Reads the main modules. The second time it answers the requirements as they stand. Rejects in Go's words. */
  async load(): Promise<Roots> {
    this.#loading ??= this.#load();
    await this.#loading;
    return this.requirements;
  }

  async #load(): Promise<Roots> {
    const { session, location } = this;
    if (location.workFile !== '') {
      const host = { session, overlay: this.overlay, newer: this.#newer };
      this.#loaded.workspace = await readWorkspace(host, location.workFile);
    }
    this.#loaded.main = await this.#readMain();
    this.requirements = this.hasModule ? await this.#ofModules() : await this.#ofNothing();
    return this.requirements;
  }

  async #readMain(): Promise<MainModules> {
    const { workspace } = this.#loaded;
    const list = this.hasModule ? await this.#readModules(workspace) : [this.#outside()];
    return new MainModules(list, {
      workspace,
      events: this.session.events,
      goroot: this.session.env.get('GOROOT'),
      goModPath: (root) => this.goModPath(root),
    });
  }

  #readModules(workspace: Workspace | undefined): Promise<MainModule[]> {
    const host = {
      session: this.session,
      overlay: this.overlay,
      newer: this.#newer,
      workspace,
      goModPath: (root: string) => this.goModPath(root),
      resolve: async (path: string, version: string) => (await this.querier.query(path, version, '')).version,
    };
    return readMainModules(host, workspace?.members ?? [this.location.moduleRoot]);
  }

  #outside(): MainModule {
    const mod = { path: OUTSIDE, version: '' };
    const goVersion = this.inWorkspace ? defaultGoWorkVersion : this.session.release;
    return { mod, root: '', file: undefined, index: undefined, goVersion };
  }

  #startFrom({ pruning, roots, direct }: StartingRoots): Roots {
    return new Requirements(pruning, roots, direct, (rs) => this.#readGraph(rs));
  }

  async #ofNothing(): Promise<Roots> {
    const rs = this.#startFrom(outsideRoots(this.session.release, this.inWorkspace));
    if (this.#mode.mod === 'vendor') await rs.graph();
    return rs;
  }

  async #ofModules(): Promise<Roots> {
    const { main } = this;
    const { workspace } = this.#loaded;
    const goLine = workspace === undefined ? main.single.index?.goVersion : workspace.file.go?.version;
    this.#mode = buildModeFor(this.session, this.overlay, this.policy, this.location, goLine ?? '');
    const rs = this.#startFrom(
      workspace === undefined
        ? singleRoots(this.session, main.single, this.#mode.mod)
        : workspaceRoots(main, workspace),
    );
    if (this.#mode.mod === 'vendor') {
      const { session, summaries } = this;
      this.#loaded.vendor = readVendorFolder({ session, main, summaries, newer: this.#newer });
      // In vendor mode the graph is there from the start, and what is wrong with it is told.
      await rs.graph();
    }
    return workspace === undefined ? await this.#consistentRoots(main.single, rs) : rs;
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

  async #readGraph(rs: Roots): Promise<LoadedGraph<ModuleGraph>> {
    const { main, session, hasModule } = this;
    if (this.#mode.mod === 'vendor') {
      const list = this.#loaded.vendor?.modules ?? [];
      const run = { session, main, hasModule, list, dirty: () => goModDirty(this.#mode) };
      return { graph: graphOfVendored(run, rs), error: undefined };
    }
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
   * Reads go.sum, before a graph of these roots that needs sums. Where that will look for something in the module cache, its folder
   * is made first, as go does, whatever comes of it.
   */
  async loadSums(rs: Roots): Promise<void> {
    if (!this.#requiresSomething(rs)) return;
    // Where a sum is required, go.sum is asked first.
    if (!this.mustHaveSums && this.mode.mod !== 'vendor') {
      try {
        this.parts.cache.check();
      } catch {
        // Whoever needs the cache will say so.
      }
    }
    await this.sums.load();
  }

  #requiresSomething(rs: Roots): boolean {
    if (this.inWorkspace) return this.main.list.some(({ file }) => (file?.require.length ?? 0) > 0);
    return rs.roots.some((m) => m.version !== '' && !isToolchain(m.path));
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
    this.requirements = rs;
    return graph;
  }

  /** Writes go.mod and go.sum where they changed and may be written. Rejects in Go's words. */
  async commit(): Promise<void> {
    const rs = await this.load();
    if (!this.inWorkspace && !this.hasModule) return;
    if (!this.inWorkspace) await this.writeGoMod(rs, false);
    const goVersion = this.goVersion || defaultGoModVersion;
    await this.writeSums(
      await sumsToKeep(rs, { main: this.main, goVersion, mayWrite: this.#mode.mod === 'mod' }),
    );
  }

  /** Writes go.mod where it does not say `rs`; with `reformats` also where it only looks otherwise. */
  async writeGoMod(rs: Roots, reformats: boolean): Promise<void> {
    await commitGoMod(rs, this.#commitOptions(reformats));
  }

  /** What go.mod says, and what `writeGoMod` would make of it. Nothing may be done with the loader afterwards. */
  goModChange(rs: Roots): { readonly before: string; readonly after: string } {
    const { file } = this.main.single;
    return file === undefined ? { before: '', after: '' } : goModChange(rs, file, this.#commitOptions(true));
  }

  #commitOptions(reformats: boolean): CommitOptions {
    return {
      session: this.session,
      overlay: this.overlay,
      newer: this.#newer,
      main: this.main.single,
      path: resolve(this.session.cwd, this.goModPath(this.location.moduleRoot)),
      mod: this.#mode.mod,
      updatesGoMod: this.policy.updatesGoMod,
      reformats,
      dirty: () => goModDirty(this.#mode),
    };
  }

  /** As `writeSums`, but takes no sum out of go.sum: what the old go.mod needs stays there until the new one is. */
  async addSums(keep: VersionSet): Promise<void> {
    await this.sums.write(keep, this.complete, false);
  }

  /** Writes go.sum where sums were checked that are not in it, of modules that are kept. */
  async writeSums(keep: VersionSet): Promise<void> {
    await this.sums.write(keep, this.complete);
  }
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new FatalError('bad-gomod', 'internal error: modules are not loaded');
  return value;
}
