// `go list`: the packages that the command line names, with their tests and what they import if that is asked for.
//
// Rules: cmd/go/internal/list (runList), load.PackagesAndErrors.

import type { ModuleVersion } from '../../core/module/index.js';
import { areGoFiles } from '../../core/search/index.js';
import { compareText, sortTexts } from '../../core/text.js';
import { EngineError } from '../error.js';
import type { ModulePublic } from '../list/index.js';
import type { Loader } from '../load/index.js';
import type { Match } from '../packages/index.js';
import { BuildCache } from './build-cache.js';
import type { PackageFailure } from './failure.js';
import type { FoundPackages, SearchOptions } from './finder.js';
import { checkGoFiles, packageOfFiles, refusedFiles, wordKindOf } from './go-files.js';
import { gopathSearch } from './gopath-finder.js';
import { BuildHost, type InstallFlags, type LinkFlags } from './host.js';
import { BuildLoader } from './loader.js';
import { moduleSearch } from './modules.js';
import { type BuiltPackage, inBuildOrder } from './package.js';
import type { ListedPackage } from './package-public.js';
import { attachProfiles } from './profiles.js';
import { keepTestMain } from './test-main.js';
import { TestBuilder, type TestPackages } from './tests.js';

/** What to list. */
export interface ListOptions {
  /** -deps */
  readonly deps: boolean;
  /** -test */
  readonly test: boolean;
  /** -find */
  readonly find: boolean;
  /** -e: packages with errors are listed as well. */
  readonly allowErrors: boolean;
  readonly tags: readonly string[];
  readonly link: LinkFlags;
  readonly install: InstallFlags;
  /** -pgo */
  readonly profile: string;
  /** Whether the files that embed patterns stand for are wanted. */
  readonly embeds: boolean;
  /** Whether Deps and DepsErrors are wanted. */
  readonly depsFields: boolean;
  /** Whether the sources of test programs are kept in the build cache. */
  readonly testMains: boolean;
}

/** Packages to be printed. */
export class PackageList {
  constructor(
    private readonly packages: readonly BuiltPackage[],
    /** Whether named packages have errors that end the run; they were told. */
    readonly failed: boolean,
    /** All that was loaded. */
    private readonly loaded: Iterable<BuiltPackage> = [],
    /** See FoundPackages. */
    readonly modules: readonly ModuleVersion[] = [],
  ) {}

  /**
   * The packages with what `describe` tells of their modules. Each module of a package that was loaded is asked for once: go
   * does so whatever is printed, and what it has to fetch for that is in the module cache afterwards.
   */
  async describe(describe: (m: ModuleVersion) => Promise<ModulePublic>): Promise<readonly ListedPackage[]> {
    const chosen = new Map<string, ModuleVersion>();
    for (const { module } of [...this.loaded, ...this.packages])
      if (module !== undefined) chosen.set(module.path, module);
    const described = new Map<string, ModulePublic>();
    await Promise.all([...chosen].map(async ([path, m]) => described.set(path, await describe(m))));
    return this.packages.map((pkg) => ({ pkg, module: described.get(pkg.module?.path ?? '') }));
  }
}

/** Lists packages. Failures are told as errors, unless they are allowed; rejects where nothing can be listed. */
export async function listPackages(
  loader: Loader,
  words: readonly string[],
  options: ListOptions,
): Promise<PackageList> {
  if (loader.location.enabled) await loader.load();
  const { patterns, files } = loader.location.enabled ? moduleSearch : gopathSearch;
  const search: SearchOptions = { tests: options.test, tags: options.tags };
  if (areGoFiles(words, wordKindOf(loader))) {
    const refused = refusedFiles(words);
    if (refused !== undefined) return refusal(loader, refused, options);
    checkGoFiles(loader, words);
    const found = await files(loader, words, search);
    return new Listing(loader, found, options).packages((listing) => [listing.ofFiles(words)]);
  }
  const found = await patterns(loader, words, search);
  return new Listing(loader, found, options).packages((listing) => listing.named(found.matches));
}

/** The package in place of words that are no Go files, told as an error unless errors are allowed. */
function refusal(loader: Loader, pkg: BuiltPackage, { allowErrors }: ListOptions): PackageList {
  if (allowErrors) return new PackageList([pkg], false);
  tellFailure(loader, pkg);
  return new PackageList([], true);
}

/** Tells what is wrong with a package as an error; whether something is. */
function tellFailure(loader: Loader, { error }: BuiltPackage): boolean {
  if (error === undefined) return false;
  const told = new EngineError('query', error.text, { cause: error.cause, bare: true });
  loader.session.events({ kind: 'error', error: told });
  return true;
}

class Listing {
  readonly #host: BuildHost;
  readonly #builder: BuildLoader;
  readonly #tests: TestBuilder;
  #failed = false;

  constructor(
    private readonly loader: Loader,
    private readonly found: FoundPackages,
    private readonly options: ListOptions,
  ) {
    const host = new BuildHost(found.bench, found.finder, options.link, options.install);
    this.#host = host;
    this.#builder = new BuildLoader(host, { ignoreImports: options.find, embeds: options.embeds });
    this.#tests = new TestBuilder(host, this.#builder);
  }

  packages(find: (listing: Listing) => BuiltPackage[]): PackageList {
    let packages = find(this);
    attachProfiles(packages, this.options.profile, this.#host);
    if (!this.options.allowErrors) {
      this.#tell(packages);
      if (this.#failed) return this.#list([], true);
    }
    if (this.options.test) packages = [...packages, ...this.#withTests(packages)];
    const named = new Set(packages);
    if (this.options.deps) packages = this.#ordered(packages);
    for (const pkg of packages) {
      this.#resolveTestImports(pkg);
      pkg.depOnly = !named.has(pkg);
    }
    if (this.options.test || (this.options.profile === 'auto' && named.size > 1)) {
      const all = this.options.deps ? packages : this.#ordered(packages);
      nameCopies(all);
    }
    if (this.options.depsFields) {
      for (const pkg of this.options.deps ? packages : inBuildOrder(packages)) collectDeps(pkg);
    }
    return this.#list(packages, false);
  }

  #list(packages: readonly BuiltPackage[], failed: boolean): PackageList {
    return new PackageList(packages, failed, this.#builder.packages, this.found.modules);
  }

  /** The package of the Go files that were named. */
  ofFiles(words: readonly string[]): BuiltPackage {
    const data = packageOfFiles(this.found.bench, words);
    return this.#builder.loadFiles(data, data.source.error, words);
  }

  /** The packages of patterns, and one for each that could not be resolved. */
  named(matches: readonly Match[]): BuiltPackage[] {
    const packages = new Set<BuiltPackage>();
    for (const match of matches) {
      for (const path of match.packages) {
        const pkg = this.#builder.named(path);
        pkg.match.push(match.pattern);
        packages.add(pkg);
      }
      const [error] = match.errors;
      if (error === undefined) continue;
      const failed = this.#builder.failed(match.pattern, error);
      failed.match.push(match.pattern);
      packages.add(failed);
    }
    return [...packages];
  }

  #tell(packages: readonly BuiltPackage[]): void {
    for (const pkg of packages) {
      if (tellFailure(this.loader, pkg)) this.#failed = true;
    }
  }

  /** The packages and all they import; their failures are told. */
  #ordered(roots: readonly BuiltPackage[]): BuiltPackage[] {
    const all = inBuildOrder(roots);
    if (!this.options.allowErrors) this.#tell(all);
    return all;
  }

  #withTests(packages: readonly BuiltPackage[]): BuiltPackage[] {
    if (!this.options.testMains) return this.#testPackages(packages);
    const cache = BuildCache.open(this.loader.session);
    const made = this.#testPackages(packages);
    for (const { testMain, files } of made) {
      if (testMain !== undefined) files.go.splice(0, 1, keepTestMain(cache, testMain));
    }
    return made;
  }

  #testPackages(packages: readonly BuiltPackage[]): BuiltPackage[] {
    return packages
      .filter(({ files }) => files.test.length + files.externalTest.length > 0)
      .flatMap((pkg) => {
        const built = this.#tests.build(pkg);
        const { main, test, external } = built;
        if (!this.options.allowErrors) checkSound(built);
        return [main, ...(test === pkg ? [] : [test]), ...(external === undefined ? [] : [external])];
      });
  }

  #resolveTestImports(pkg: BuiltPackage): void {
    const { finder } = this.found;
    const resolve = (paths: readonly string[]) => {
      const meant = new Set(paths.map((path) => finder.resolve(path, pkg)));
      const sorted = [...meant];
      sortTexts(sorted);
      return sorted;
    };
    pkg.testImportPaths = resolve(pkg.testImportPaths);
    pkg.externalTestImportPaths = resolve(pkg.externalTestImportPaths);
  }
}

/** Throws where one of the packages of a test cannot be loaded: the first that is not whole, if it is known why. */
function checkSound({ test, external, main }: TestPackages): void {
  for (const each of [test, external, main]) {
    if (each === undefined || (each.error === undefined && !each.incomplete)) continue;
    const failed = each.error === undefined ? inBuildOrder([each]).find(({ error }) => error) : each;
    if (failed?.error === undefined) return;
    throw new EngineError('query', `can't load test package: ${failed.error.text}`);
  }
}

/** Gives packages that were compiled for a test, or for one program, names of their own, and puts these in imports. */
function nameCopies(all: readonly BuiltPackage[]): void {
  const before = new Map<string, string>();
  for (const pkg of all) {
    if (pkg.forTest === '' && pkg.forMain === '') continue;
    const name = pkg.description;
    before.set(name, pkg.importPath);
    pkg.importPath = name;
  }
  for (const pkg of all) {
    const names = new Map<string, string>();
    for (const imported of pkg.imports ?? []) {
      if (imported.forTest !== '' || imported.forMain !== '')
        names.set(before.get(imported.importPath) ?? '', imported.importPath);
    }
    pkg.importPaths = pkg.importPaths.map((path) => names.get(path) ?? path);
  }
}

/** Fills in what a package needs, when that was done for all it imports. */
function collectDeps(pkg: BuiltPackage): void {
  const deps = new Set<string>();
  const errors = new Set<PackageFailure>();
  for (const imported of pkg.imports ?? []) {
    deps.add(imported.importPath);
    for (const path of imported.deps) deps.add(path);
    if (imported.error !== undefined) errors.add(imported.error);
    for (const error of imported.depsErrors) errors.add(error);
  }
  const sorted = [...deps];
  sortTexts(sorted);
  pkg.deps = sorted;
  pkg.depsErrors = [...errors].sort(byPackage);
}

function byPackage(a: PackageFailure, b: PackageFailure): number {
  const [x, y] = [a.stack.at(-1)?.path, b.stack.at(-1)?.path];
  if (x === undefined || y === undefined) {
    if (x === y) return compareText(a.reason, b.reason);
    return x === undefined ? -1 : 1;
  }
  return compareText(x, y);
}
