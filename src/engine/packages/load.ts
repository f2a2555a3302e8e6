// Loading packages: from those asked for to everything they import, and the requirements that this takes.
//
// Loading goes round until nothing moves. Each round finds the packages in the build list as it stands; then modules
// that main modules import from become requirements, roots are made consistent, and for packages that nobody has a
// module is looked for. Whatever changes the build list makes another round. Within a round, packages are looked for
// at the same time; nothing depends on which is found first. Rules and texts: modload.loadFromRoots and what it uses.

import { compare, narrowAllVersion, TooNewError, tidyGoModSumVersion } from '../../core/gover/index.js';
import type { ModuleGraph } from '../../core/graph/index.js';
import { formatModule, type ModuleVersion } from '../../core/module/index.js';
import { BuildListError } from '../../core/mvs/index.js';
import { pathBelow } from '../../core/slash-path.js';
import { EngineError, FatalError, findCause, rethrowFatal } from '../error.js';
import { convertPruning, type Loader, pruningFor, type Roots, sorted, updateRoots } from '../load/index.js';
import {
  GoLineConflict,
  ImplicitDependencyError,
  ImportMissingError,
  MissingPackageSumError,
  PackageError,
  PackagesFailed,
} from './errors.js';
import type { Importer } from './importer.js';
import { LoadedPackage } from './package.js';
import type { Providers } from './providers.js';
import type { FolderScanner } from './scan.js';
import type { Standard } from './standard.js';
import { tidyRoots } from './tidy-roots.js';

/** What is loaded, and how. */
export interface PackageOptions {
  /** Whether `all` is among what was asked for. */
  readonly all: boolean;
  /** Whether files for any build count, as for tidy, vendor and why. */
  readonly anyTags: boolean;
  /** Whether the tests of what was asked for are loaded, too. */
  readonly tests: boolean;
  /** Whether modules are looked for that have missing packages. */
  readonly resolveMissing: boolean;
  /** Whether requirements are to be as few as possible, and for which go line that is not that of go.mod: '' for none. */
  readonly tidy?: { readonly goVersion: string };
  /** `all` as `go mod vendor` means it, whatever the go line: without tests of dependencies. */
  readonly vendorAll: boolean;
  /** Failures of packages are told, and the run goes on (-e). */
  readonly allowErrors: boolean;
  readonly silence: {
    readonly packageErrors: boolean;
    readonly missingStandard: boolean;
  };
  /** The paths asked for, with these requirements. */
  roots(rs: Roots): Promise<readonly string[]>;
}

/** What loading is done with. */
export interface PackageParts {
  readonly loader: Loader;
  readonly importer: Importer;
  readonly providers: Providers;
  readonly scanner: FolderScanner;
  readonly standard: Standard;
}

/** Packages that were loaded. */
export class PackageLoad {
  /** Everything that was loaded, tests too: roots first, then breadth first. */
  packages: readonly LoadedPackage[] = [];
  #byPath = new Map<string, LoadedPackage>();
  #waiting = new Set<Promise<void>>();
  #allClosesOverTests = false;
  /** Whether go.mod files of packages' modules need not be read: what tidy does for go 1.17 to 1.20. */
  skipGoMod = false;
  readonly #failures: Error[] = [];
  #tools: ReadonlySet<string> = new Set();

  private constructor(
    readonly parts: PackageParts,
    readonly options: PackageOptions,
    /** The requirements that were found to be needed. */
    public requirements: Roots,
  ) {}

  /** Loads. Failures of packages are told as errors; rejects where these end the run, or where nothing can be loaded. */
  static async run(parts: PackageParts, options: PackageOptions, start: Roots): Promise<PackageLoad> {
    const load = new PackageLoad(parts, options, start);
    await load.#run();
    return load;
  }

  /** The package of that path, if it was loaded. */
  get(path: string): LoadedPackage | undefined {
    return this.#byPath.get(path);
  }

  /** Tells an error; it ends the run at the next `endIfFailed`, unless errors are allowed. Throws what is fatal, and no Error. */
  fail(error: unknown): void {
    // A go.mod that would have to change is to -e a failure like others, as in go.
    if (!(error instanceof FatalError && error.code === 'dirty')) rethrowFatal(error);
    if (!(error instanceof Error)) throw error;
    const { events } = this.parts.loader.session;
    if (this.options.allowErrors) events({ kind: 'message', text: `go: ${error.message}` });
    else {
      this.#failures.push(error);
      events({ kind: 'error', error });
    }
  }

  /** Throws where an error was told that ends the run. */
  endIfFailed(): void {
    const failures = [...this.#loader.main.told, ...this.#failures];
    if (failures.length > 0) throw new PackagesFailed(failures);
  }

  get #loader(): Loader {
    return this.parts.loader;
  }

  async #run(): Promise<void> {
    this.#tools = new Set(this.#loader.main.tools);
    if (this.requirements.pruning === 'unpruned') await this.#readGraph();
    while (await this.#round());
    this.endIfFailed();
    if (this.options.tidy !== undefined) await this.#tidy(this.options.tidy.goVersion);
    this.#report();
    await this.#checkReplacements();
  }

  /** Where nothing is pruned, the whole graph is needed in any case. */
  async #readGraph(): Promise<void> {
    const { rs, error } = await this.#loader.expandGraph(this.requirements);
    this.requirements = rs;
    if (error !== undefined) this.fail(error);
    this.endIfFailed();
  }

  /** One round; whether another is needed. */
  async #round(): Promise<boolean> {
    await this.#followGoLine();
    const paths = await this.options.roots(this.requirements);
    const { requirements, options } = this;
    if (requirements.pruning === 'pruned' && this.#loader.mode.mod === 'mod') {
      if (await this.#requireModulesOf(paths)) return true;
    }
    await this.#load(paths);
    try {
      if (await this.#updateRequirements()) return true;
      if (!options.resolveMissing || (!this.#loader.hasModule && !this.parts.importer.place.mayBeMissing))
        return false;
      return await this.#addMissing();
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  /** The go line decides about pruning, sums and what `all` means. */
  async #followGoLine(): Promise<void> {
    const goVersion = this.options.tidy?.goVersion || this.requirements.goVersion;
    const { pruning } = this.requirements;
    if (pruning !== 'workspace') {
      try {
        const wanted = pruningFor(goVersion) as 'pruned' | 'unpruned';
        this.requirements = await convertPruning(this.#loader.rootsHost, this.requirements, wanted);
      } catch (error) {
        this.fail(error);
        this.endIfFailed();
      }
    }
    this.skipGoMod = this.options.tidy !== undefined && compare(goVersion, tidyGoModSumVersion) < 0;
    this.#allClosesOverTests = compare(goVersion, narrowAllVersion) < 0 && !this.options.vendorAll;
  }

  /**
   * Makes the modules of what was asked for requirements before anything is loaded from them: in a tidy module this changes
   * nothing, and otherwise it spares a round over all packages.
   */
  async #requireModulesOf(paths: readonly string[]): Promise<boolean> {
    const need = new Map<string, ModuleVersion>();
    await Promise.all(
      paths.map(async (path) => {
        const module = await this.#moduleOf(path);
        if (module === undefined || this.#loader.main.contains(module.path)) return;
        if (this.requirements.selected(module.path) !== module.version)
          need.set(formatModule(module), module);
      }),
    );
    if (need.size === 0) return false;
    const add = sorted([...need.values()]);
    try {
      this.#advance(await updateRoots(this.#loader.rootsHost, this.requirements, { add }), add);
      return true;
    } catch (error) {
      this.fail(error);
      this.endIfFailed();
      return false;
    }
  }

  /** The module that has a package, or would if it were required; undefined where that is for loading to tell. */
  async #moduleOf(path: string): Promise<ModuleVersion | undefined> {
    try {
      return (await this.parts.importer.find(path, this.requirements, undefined, this.skipGoMod)).module;
    } catch (error) {
      rethrowFatal(error);
      if (!(error instanceof ImportMissingError) || !this.options.resolveMissing) return undefined;
    }
    try {
      return await this.parts.providers.find(path, this.requirements);
    } catch (error) {
      rethrowFatal(error);
      return undefined;
    }
  }

  #advance(rs: Roots, added: readonly ModuleVersion[]): void {
    if (sameRoots(rs, this.requirements)) {
      const [what, roots] = [added, this.requirements.roots].map(
        (list) => `[${list.map(formatModule).join(' ')}]`,
      );
      const text = `internal error: adding ${what} to module graph had no effect on root requirements (${roots})`;
      throw new FatalError('bad-gomod', text);
    }
    this.requirements = rs;
  }

  async #load(paths: readonly string[]): Promise<void> {
    this.#byPath = new Map();
    this.#graph = await this.#graphToUse();
    const roots = new Set(paths.map((path) => this.#package(path, { isRoot: true })));
    while (this.#waiting.size > 0) await Promise.all(this.#waiting);
    this.#order([...roots]);
  }

  #graph: ModuleGraph | undefined;

  /** What packages are looked for in: of a pruned module the roots first, for which there is no graph here. */
  async #graphToUse(): Promise<ModuleGraph | undefined> {
    if (this.requirements.pruning !== 'unpruned') return undefined;
    const { graph, error } = await this.requirements.graph();
    return error === undefined ? graph : undefined;
  }

  #package(path: string, marks: Marks): LoadedPackage {
    let pkg = this.#byPath.get(path);
    if (pkg === undefined) {
      const made = new LoadedPackage(path);
      pkg = made;
      this.#byPath.set(path, made);
      this.#mark(made, marks);
      this.#wait(this.#find(made));
    } else this.#mark(pkg, marks);
    return pkg;
  }

  #wait(work: Promise<void>): void {
    const done = work.finally(() => this.#waiting.delete(done));
    this.#waiting.add(done);
  }

  /** Finds a package and reads its imports. */
  async #find(pkg: LoadedPackage): Promise<void> {
    const { importer } = this.parts;
    try {
      const found = await importer.find(pkg.path, this.requirements, this.#graph, this.skipGoMod);
      pkg.module = found.module;
      pkg.folder = found.folder;
      pkg.root = found.root;
      pkg.others = found.others;
      pkg.standard = this.parts.standard.holds(pkg.path, found.folder);
    } catch (error) {
      rethrowFatal(error);
      pkg.error = error;
    }
    // Tools are in `all` even where they are missing.
    if (this.#tools.has(pkg.path)) this.#mark(pkg, { inAll: true });
    if (pkg.folder === '') return;
    if (this.#isMain(pkg)) this.#mark(pkg, { inAll: true });
    this.#scan(pkg);
  }

  #isMain(pkg: LoadedPackage): boolean {
    return pkg.module !== undefined && this.#loader.main.contains(pkg.module.path);
  }

  /** Whether the package is of a module that somebody else made. */
  isExternal(pkg: LoadedPackage): boolean {
    return pkg.module !== undefined && !this.#isMain(pkg);
  }

  #scan(pkg: LoadedPackage): void {
    const { scanner, standard } = this.parts;
    try {
      const { imports, testImports } = pkg.standard ? standard.scan(pkg.path) : scanner.scan(pkg.folder);
      pkg.testImports = testImports;
      pkg.imports = imports.map((path) => this.#imported(pkg, path, pkg.inAll));
    } catch (error) {
      rethrowFatal(error);
      pkg.error = error;
      return;
    }
    pkg.scanned = true;
    this.#spread(pkg);
  }

  #imported(by: LoadedPackage, path: string, inAll: boolean): LoadedPackage {
    const meant =
      by.standard && !this.#isVendoredApart(by.path) ? this.parts.standard.resolve(by.path, path) : path;
    return this.#package(meant, inAll ? { inAll } : {});
  }

  /** Whether a standard package is one of a main module whose vendored packages are looked for in modules. */
  #isVendoredApart(path: string): boolean {
    const { main } = this.#loader;
    if (!this.options.anyTags) return false;
    return pathBelow(path, 'cmd') !== undefined
      ? main.contains('cmd')
      : main.contains('std') && !path.startsWith('vendor/');
  }

  /** Sets marks, and hands on to imports and tests what follows from them. */
  #mark(pkg: LoadedPackage, { inAll = false, isRoot = false }: Marks): void {
    const root = isRoot || (inAll && this.options.all && pkg.testOf === undefined);
    if ((!inAll || pkg.inAll) && (!root || pkg.isRoot)) return;
    pkg.inAll ||= inAll;
    pkg.isRoot ||= root;
    if (pkg.scanned) this.#spread(pkg);
  }

  #spread(pkg: LoadedPackage): void {
    if (pkg.testOf === undefined) this.#spreadToTest(pkg);
    if (pkg.inAll) for (const each of pkg.imports) this.#mark(each, { inAll: true });
  }

  #spreadToTest(pkg: LoadedPackage): void {
    const { all, tests } = this.options;
    const isMain = this.#isMain(pkg);
    const closes = this.#allClosesOverTests && pkg.inAll;
    if (!(all && (isMain || closes)) && !(tests && pkg.isRoot)) return;
    const inAll = isMain || closes;
    if (pkg.test !== undefined) {
      this.#mark(pkg.test, { inAll });
      return;
    }
    const test = new LoadedPackage(pkg.path, pkg);
    pkg.test = test;
    test.module = pkg.module;
    test.folder = pkg.folder;
    test.error = pkg.error;
    test.standard = pkg.standard;
    test.inAll = inAll;
    test.imports = pkg.testImports.map((path) => this.#imported(test, path, inAll));
    pkg.testImports = [];
    test.scanned = true;
    this.#spread(test);
  }

  /** Lists everything breadth first, and with it the shortest chains of imports. */
  #order(roots: readonly LoadedPackage[]): void {
    const list = [...roots];
    const seen = new Set(list);
    const add = (pkg: LoadedPackage, importer: LoadedPackage): void => {
      if (seen.has(pkg)) return;
      seen.add(pkg);
      pkg.importer = importer;
      list.push(pkg);
    };
    for (let at = 0; at < list.length; at++) {
      const pkg = list[at] as LoadedPackage;
      for (const each of pkg.imports) add(each, pkg);
      if (pkg.test !== undefined) add(pkg.test, pkg);
    }
    this.packages = list;
  }

  /** Brings the requirements in line with the packages. Whether that may change where packages come from. */
  async #updateRequirements(): Promise<boolean> {
    const before = this.requirements;
    const direct = await this.#directModules();
    this.#refuseNewerGo();
    const { rootsHost } = this.#loader;
    const add = this.options.tidy === undefined ? [] : (await tidyRoots(this, before)).roots;
    const needed = this.packages.flatMap((pkg) => (this.#isNeeded(pkg) && pkg.module ? [pkg.module] : []));
    const rs = await updateRoots(rootsHost, before, { direct, needed, add });
    const changed =
      rs.goVersion !== before.goVersion ||
      (rs !== before && !sameRoots(rs, before) && (await this.#moved(rs)));
    this.requirements = rs;
    return changed;
  }

  /** Whether the package's module has to be a root of a pruned graph. */
  #isNeeded(pkg: LoadedPackage): boolean {
    return this.isExternal(pkg) && (pkg.inAll || pkg.isRoot);
  }

  /** The modules whose packages main modules import; where they may not be required, an error of the importer. */
  async #directModules(): Promise<Set<string>> {
    // Only who has seen every import of the main modules knows which modules are not imported.
    const whole = this.options.all && this.options.anyTags;
    const direct = new Set(whole ? [] : this.requirements.direct);
    for (const pkg of this.packages) {
      if (!this.#isMain(pkg) || pkg.module?.version !== '') continue;
      for (const imported of pkg.imports) {
        const { module } = imported;
        if (module === undefined || !this.isExternal(imported)) continue;
        if (await this.#mayImport(pkg, imported, module)) direct.add(module.path);
      }
    }
    return direct;
  }

  async #mayImport(pkg: LoadedPackage, imported: LoadedPackage, module: ModuleVersion): Promise<boolean> {
    const { mode, inWorkspace } = this.#loader;
    const refusal = () => new ImplicitDependencyError(pkg.path, imported.path, module);
    if (inWorkspace) {
      if (mode.mod === 'vendor') return false;
      const graph = await this.requirements.wholeGraph();
      if (graph.requiredBy(module) === undefined) pkg.error = refusal();
      return true;
    }
    if (
      pkg.error === undefined &&
      mode.mod !== 'mod' &&
      this.requirements.selected(module.path) !== module.version
    ) {
      pkg.error = refusal();
      return false;
    }
    return true;
  }

  #refuseNewerGo(): void {
    const newest = newestRefusal(this.packages);
    if (newest !== undefined) throw newest.error;
  }

  /** Whether other roots change the module of a package, or may bring one that is missing. */
  async #moved(rs: Roots): Promise<boolean> {
    const graph = await rs.wholeGraph();
    for (const pkg of this.packages) {
      const { module } = pkg;
      if (module !== undefined && this.isExternal(pkg) && graph.selected(module.path) !== module.version)
        return true;
      if (pkg.error !== undefined && (await this.#isThere(pkg.path, rs))) return true;
    }
    return false;
  }

  async #isThere(path: string, rs: Roots): Promise<boolean> {
    try {
      await this.parts.importer.find(path, rs, undefined, this.skipGoMod);
      return true;
    } catch (error) {
      rethrowFatal(error);
      return false;
    }
  }

  /** Looks for modules that have what is missing, and requires them. Whether there are any. */
  async #addMissing(): Promise<boolean> {
    const missing = this.packages.filter(
      ({ error, testOf }) => testOf === undefined && findCause(error, ImportMissingError) !== undefined,
    );
    const found = await Promise.all(missing.map((pkg) => this.#provider(pkg)));
    const tooNew = newestRefusal(missing);
    if (tooNew !== undefined) {
      const text = `go: toolchain upgrade needed to resolve ${tooNew.pkg.path}`;
      this.#loader.session.events({ kind: 'message', text });
      throw tooNew.error;
    }
    const addedBy = new Map<string, { readonly module: ModuleVersion; readonly pkg: LoadedPackage }>();
    for (const [at, module] of found.entries()) {
      const pkg = missing[at] as LoadedPackage;
      if (module === undefined) continue;
      const text = `go: found ${pkg.path} in ${module.path} ${module.version}`;
      this.#loader.session.events({ kind: 'message', text });
      const key = formatModule(module);
      if (!addedBy.has(key)) addedBy.set(key, { module, pkg });
    }
    if (addedBy.size === 0) return false;
    const add = sorted([...addedBy.values()].map(({ module }) => module));
    this.#advance(await this.#rootsWith(add, addedBy), add);
    return true;
  }

  /** The roots with what is added. Rejects, for the go.mod of one of these, with who imports a package of it. */
  async #rootsWith(
    add: readonly ModuleVersion[],
    addedBy: ReadonlyMap<string, { readonly pkg: LoadedPackage }>,
  ): Promise<Roots> {
    try {
      return await updateRoots(this.#loader.rootsHost, this.requirements, { add });
    } catch (error) {
      const failure = findCause(error, BuildListError);
      const added = failure?.module && addedBy.get(formatModule(failure.module));
      throw added === undefined ? error : new PackageError(added.pkg.stackText, failure?.cause);
    }
  }

  async #provider(pkg: LoadedPackage): Promise<ModuleVersion | undefined> {
    try {
      return await this.parts.providers.find(pkg.path, this.requirements);
    } catch (error) {
      rethrowFatal(error);
      // What the search says tells more than that the package is missing.
      pkg.error = error instanceof ImportMissingError ? error.importedBy(this.#mainImporter(pkg)) : error;
      return undefined;
    }
  }

  #mainImporter(pkg: LoadedPackage) {
    const importer = pkg.chain.slice(0, -1).findLast((each) => this.#isMain(each));
    const module = importer?.module;
    if (module === undefined) return {};
    return { main: { module, root: this.#loader.main.find(module.path)?.root ?? '' } };
  }

  async #tidy(goVersion: string): Promise<void> {
    try {
      this.requirements = await this.#tidied(goVersion);
    } catch (error) {
      this.fail(error);
    }
    this.endIfFailed();
  }

  async #tidied(goVersion: string): Promise<Roots> {
    const rs = await tidyRoots(this, this.requirements);
    if (goVersion === '') return rs;
    const go = { path: 'go', version: goVersion };
    const tidy = rs.with({ roots: [...rs.roots.filter((m) => m.path !== 'go'), go] });
    const graph = await tidy.wholeGraph();
    const highest = graph.selected('go');
    if (highest === goVersion) return tidy;
    const path = graph.findPath((m) => m.path === 'go' && m.version === highest) ?? [];
    throw new GoLineConflict(path.slice(1), goVersion);
  }

  /** Tells what is wrong with packages. */
  #report(): void {
    const { silence } = this.options;
    for (const pkg of this.packages) {
      if (pkg.error === undefined) continue;
      pkg.error = this.#attributed(pkg);
      const standard = pkg.error instanceof ImportMissingError && pkg.error.facts.isStandard === true;
      if (standard && silence.missingStandard) continue;
      if (!silence.packageErrors) this.fail(new PackageError(pkg.stackText, pkg.error));
    }
  }

  /** The error, with what is now known of who imports the package. */
  #attributed({ error, importer }: LoadedPackage): unknown {
    if (importer === undefined) return error;
    if (error instanceof MissingPackageSumError) {
      const { path, module, testOf } = importer;
      return error.importedBy({ path, version: module?.version ?? '', isTest: testOf !== undefined });
    }
    if (
      error instanceof ImportMissingError &&
      error.facts.isStandard === true &&
      importer.module !== undefined
    ) {
      const newerGo = this.#loader.summaries.knownGoVersion(importer.module);
      const { release } = this.#loader.session;
      if (newerGo !== undefined && compare(release, newerGo) < 0) return error.importedBy({ newerGo });
    }
    return error;
  }

  /** One module may not stand for two paths. */
  async #checkReplacements(): Promise<void> {
    const rs = this.requirements;
    const modules = rs.graphLoaded ? (await rs.graph()).graph.buildList() : rs.roots;
    const first = new Map<string, string>();
    for (const m of modules) {
      const used = this.#loader.main.resolve(m);
      const key = formatModule(used);
      const known = first.get(key);
      if (known === undefined) first.set(key, m.path);
      else if (known !== m.path) {
        const text = `${used.path}@${used.version} used for two different module paths (${known} and ${m.path})`;
        this.fail(new EngineError('bad-gomod', text));
      }
    }
  }
}

/** The first package that needs the newest Go of all, where some need a newer one than we are. */
function newestRefusal(
  packages: readonly LoadedPackage[],
): { readonly pkg: LoadedPackage; readonly error: TooNewError } | undefined {
  let newest: { readonly pkg: LoadedPackage; readonly error: TooNewError } | undefined;
  for (const pkg of packages) {
    const error = pkg.error === undefined ? undefined : findCause(pkg.error, TooNewError);
    if (error === undefined) continue;
    if (newest === undefined || compare(error.goVersion, newest.error.goVersion) > 0) newest = { pkg, error };
  }
  return newest;
}

/** What a package is marked as. */
interface Marks {
  readonly inAll?: boolean;
  readonly isRoot?: boolean;
}

function sameRoots(a: Roots, b: Roots): boolean {
  return a.equals(a.pruning, b.roots, a.direct);
}
