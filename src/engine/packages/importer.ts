// Which module of the build list has a package.
//
// Every prefix of an import path may be a module's, so each that is in the build list is looked at: one and no more must
// have Go files where the package would be. In a pruned module the roots are tried first, and the whole graph is read
// only where none of them has it. Rules: modload.importFromModules.

import { isToolchain } from '../../core/gover/index.js';
import type { ModuleGraph } from '../../core/graph/index.js';
import { InvalidPathError, type ModuleVersion } from '../../core/module/index.js';
import { NONE } from '../../core/mvs/index.js';
import { checkPackagePath, isStandardImportPath, SearchError } from '../../core/search/index.js';
import { prefixesOf } from '../../core/slash-path.js';
import { unlistedPackageNotice } from '../../core/vendor/index.js';
import { EngineError, findCause, rethrowFatal } from '../error.js';
import { type Loader, noMainModule, type Roots } from '../load/index.js';
import {
  AmbiguousImportError,
  ImportMissingError,
  MissingPackageSumError,
  MissingSumError,
  type SearchPlace,
} from './errors.js';
import type { ModuleFolders } from './module-folders.js';
import { attempt } from './source-tree.js';
import type { Standard } from './standard.js';

/** Where a package is. */
export interface FoundPackage {
  /** The module that has it; undefined for the standard library's. */
  readonly module: ModuleVersion | undefined;
  /** Absolute path; '' for "C", which has none. */
  readonly folder: string;
  /** The folder of the module; '' where that is the vendor folder's, or GOROOT's. */
  readonly root: string;
  /** Modules that could have it by their path, and do not. */
  readonly others: readonly ModuleVersion[];
}

/** A path that no package can have. */
export class InvalidImportError extends EngineError {
  constructor(cause: Error) {
    super('bad-argument', cause.message, { cause });
  }
}

/** See the head of this file. */
export class Importer {
  constructor(
    private readonly loader: Loader,
    private readonly folders: ModuleFolders,
    private readonly standard: Standard,
    readonly place: SearchPlace,
  ) {}

  /**
   * Finds the package. Without `graph` the roots are tried first. `skipGoMod`: leave the go.mod of its module unread, as
   * tidy does for go 1.17 to 1.20. Rejects with the errors of errors.ts, or with why a module cannot be had.
   */
  async find(
    path: string,
    rs: Roots,
    graph: ModuleGraph | undefined,
    skipGoMod: boolean,
  ): Promise<FoundPackage> {
    checkImport(path);
    if (path === 'C') return { module: undefined, folder: '', root: '', others: [] };
    const standard = this.standard.has(path);
    const own = standard ? this.#inGoroot(path) : undefined;
    if (own !== undefined) return own;
    if (this.loader.mode.mod === 'vendor') return this.#vendored(path, standard);
    if (graph === undefined) {
      const { main } = this.loader;
      const selected = (prefix: string) => (main.contains(prefix) ? '' : rs.selected(prefix));
      const found = await this.#among(selected, path, standard);
      if (found !== undefined) return await this.#withGoMod(found, skipGoMod);
    }
    // Where a module is missing from the graph, it might have the package.
    const whole = graph ?? (await rs.wholeGraph());
    const found = await this.#among((prefix) => whole.selected(prefix), path, standard);
    if (found !== undefined) return await this.#withGoMod(found, skipGoMod);
    throw this.#missing(path);
  }

  #missing(path: string): ImportMissingError {
    const facts = { path, isStandard: isStandardImportPath(path) };
    if (this.loader.hasModule) return new ImportMissingError(facts, this.place);
    return new ImportMissingError(
      { ...facts, cause: noMainModule(this.loader.inWorkspace), outside: true },
      this.place,
    );
  }

  /** A package of the standard library that is one of a main module's. */
  #inGoroot(path: string): FoundPackage | undefined {
    const { main } = this.loader;
    for (const each of main.list) {
      if (!main.inGoroot(each)) continue;
      const { root } = each;
      const at = this.folders.folderOf(path, main.prefix(each), { root, local: true });
      if (at?.hasGoFiles === true) return { module: each.mod, folder: at.folder, root, others: [] };
    }
    return undefined;
  }

  /** In vendor mode everything is in the main modules or in the vendor folder. */
  #vendored(path: string, standard: boolean): FoundPackage {
    const { main, hasModule } = this.loader;
    const found: { module: ModuleVersion | undefined; folder: string; root: string }[] = [];
    if (standard) found.push({ module: undefined, folder: this.standard.folder(path), root: '' });
    let failure: unknown;
    for (const each of main.list) {
      const { mod, root } = each;
      if (root === '') continue;
      const at = attempt(() => this.folders.folderOf(path, main.prefix(each), { root, local: true }));
      if (at !== undefined && 'error' in at) failure ??= at.error;
      else if (at?.hasGoFiles === true) found.push({ module: mod, folder: at.folder, root });
    }
    const vendored = hasModule ? this.#inVendorFolder(path) : undefined;
    if (vendored !== undefined) found.push(vendored);
    if (found.length > 1)
      throw new AmbiguousImportError(
        path,
        found.map(({ folder }) => folder),
      );
    if (failure !== undefined) throw failure;
    const [only] = found;
    if (only === undefined) throw this.#missing(path);
    return { ...only, others: [] };
  }

  #inVendorFolder(
    path: string,
  ): { module: ModuleVersion | undefined; folder: string; root: string } | undefined {
    const { goVersion, inWorkspace, session, vendored } = this.loader;
    const root = this.loader.main.vendorFolder;
    const at = attempt(() => this.folders.folderOf(path, '', { root, local: false }));
    if (at === undefined || 'error' in at || !at.hasGoFiles) return undefined;
    if (vendored?.mayImport(path, goVersion) === true)
      return { module: vendored.packages.get(path), folder: at.folder, root: '' };
    session.events({ kind: 'message', text: `go: ${unlistedPackageNotice(path, inWorkspace)}` });
    return undefined;
  }

  async #among(
    selected: (path: string) => string | undefined,
    path: string,
    standard: boolean,
  ): Promise<FoundPackage | undefined> {
    const found: { module: ModuleVersion | undefined; folder: string; root: string }[] = [];
    if (standard) found.push({ module: undefined, folder: this.standard.folder(path), root: '' });
    const others: ModuleVersion[] = [];
    const unsummed: ModuleVersion[] = [];
    for (const prefix of prefixesOf(path)) {
      const version = isToolchain(prefix) ? undefined : selected(prefix);
      if (version === undefined || version === NONE) continue;
      const module = { path: prefix, version };
      try {
        const place = await this.folders.locate(module);
        const at = this.folders.folderOf(path, prefix, place);
        if (at?.hasGoFiles === true) found.push({ module, folder: at.folder, root: place.root });
        else others.push(module);
      } catch (error) {
        rethrowFatal(error);
        if (findCause(error, MissingSumError) === undefined) throw error;
        unsummed.push(module);
      }
    }
    if (found.length > 1) throw ambiguous(path, found.reverse());
    if (unsummed.length > 0) throw new MissingPackageSumError(path, unsummed.reverse(), found.length > 0);
    const [only] = found;
    return only && { ...only, others };
  }

  /** To compile a package its language version is needed, which its module's go.mod has. */
  async #withGoMod(found: FoundPackage, skip: boolean): Promise<FoundPackage> {
    const { main, summaries, mode } = this.loader;
    const { module } = found;
    if (!skip && mode.mod !== 'vendor' && module !== undefined && !main.contains(module.path))
      await summaries.summary(module);
    return found;
  }
}

function checkImport(path: string): void {
  try {
    checkPackagePath(path);
  } catch (error) {
    if (error instanceof SearchError || error instanceof InvalidPathError)
      throw new InvalidImportError(error);
    throw error;
  }
}

function ambiguous(
  path: string,
  found: readonly { readonly module: ModuleVersion | undefined; readonly folder: string }[],
): AmbiguousImportError {
  return new AmbiguousImportError(
    path,
    found.map(({ folder }) => folder),
    found.map(({ module }) => module ?? { path: '', version: '' }),
  );
}
