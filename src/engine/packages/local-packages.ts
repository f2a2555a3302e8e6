// Folders that the command line names, and the import paths of the packages in them.
//
// A folder is a package of the main module around it, of the vendor folder that is in use, of GOROOT, or of a module in
// the build list that is unpacked in the module cache. Rules and texts: modload.matchLocalDirs, resolveLocalPackage,
// pathInModuleCache; search.MatchDirs.

import { dirname, join, resolve } from 'node:path';
import { isToolchain } from '../../core/gover/index.js';
import type { SourcePackage } from '../../core/imports/index.js';
import type { ModuleVersion } from '../../core/module/index.js';
import { FolderPattern, folderProblem, ignoreFolders } from '../../core/search/index.js';
import { joinPath, pathBelow } from '../../core/slash-path.js';
import { findModuleRoot } from '../env/index.js';
import { EngineError } from '../error.js';
import { describeError } from '../io/index.js';
import {
  type Loader,
  type MainModule,
  noMainModule,
  type Roots,
  shortPath,
  withoutModule,
} from '../load/index.js';
import { MainPackageError } from './errors.js';
import type { Match } from './match.js';
import { packageFolders } from './package-folders.js';
import type { Workbench } from './workbench.js';

/** A folder with Go files that no import path leads to. Patterns leave it out. */
export class NotImportable extends EngineError {
  constructor(cause: Error) {
    super('query', cause.message, { cause });
  }
}

/** See the head of this file. */
export class LocalPackages {
  constructor(private readonly bench: Workbench) {}

  get #loader(): Loader {
    return this.bench.loader;
  }

  get #roots(): string[] {
    return this.#loader.main.list.map(({ root }) => root).filter((root) => root !== '');
  }

  /** Throws where there is no main module: then that is what is wrong with a folder. */
  refuseOutside(): void {
    const { hasModule, inWorkspace, overlay, session } = this.#loader;
    if (!hasModule) throw inWorkspace ? noMainModule(true) : withoutModule(session, overlay);
  }

  /** The folders that a word matches, as the word would write them. */
  async foldersOf(match: Match, rs: Roots): Promise<string[]> {
    if (match.isLiteral) return [match.pattern];
    const { session, inWorkspace } = this.#loader;
    const start = resolve(
      session.cwd,
      dirname(join(match.pattern.slice(0, match.pattern.indexOf('...') + 3))),
    );
    const moduleRoot = this.#moduleRootOf(start);
    const isInside =
      this.#roots.includes(moduleRoot) ||
      this.#belowGoroot(start) !== undefined ||
      (await this.#pathInModuleCache(start, rs)) !== '';
    if (isInside) return this.#walk(match);
    match.fail(folderProblem.prefixOutside(shortPath(session, start), inWorkspace));
    return [];
  }

  #walk(match: Match): string[] {
    const { session } = this.#loader;
    const pattern = new FolderPattern(match.pattern);
    const start = resolve(session.cwd, pattern.start);
    const main = this.#mainAround(start);
    if (main === undefined && this.#roots.length > 0)
      match.fail(folderProblem.outsideRoots(start, this.#roots));
    const at = (below: string) => (below === '' ? start : `${start}/${below}`);
    const isIgnored = ignoreFolders((main?.file?.ignore ?? []).map((line) => line.path));
    return packageFolders(this.bench, match, {
      endsAtGoMod: true,
      ignores: (below: string) => isIgnored(pathBelow(at(below), main?.root ?? '') || '.'),
      ignoredFolder: (below: string) => {
        if (session.flags.trace)
          session.events({ kind: 'message', text: `# ignoring directory ${at(below)}` });
      },
    });
  }

  /** The import path of the package in a folder. Rejects with why there is none. */
  async pathOf(folder: string, rs: Roots): Promise<string> {
    const { session } = this.#loader;
    const path = resolve(session.cwd, folder);
    this.#checkIsPackage(path);
    const own = this.#loader.main.list.find(({ root }) => root === path);
    if (own !== undefined) {
      if (path === this.bench.standard.root) throw new NotImportable(folderProblem.gorootSrc());
      return this.#loader.main.prefix(own);
    }
    const found = this.#inMainModules(path) ?? this.#inGoroot(path);
    if (found !== undefined) {
      if (found === 'builtin') throw new NotImportable(folderProblem.builtin());
      return found;
    }
    const cached = await this.#pathInModuleCache(path, rs);
    if (cached !== '') return cached;
    throw this.#outside(path);
  }

  /** A folder without any Go file could be a package of another module; one where these have faults is what it is. */
  #checkIsPackage(path: string): void {
    let found: SourcePackage;
    try {
      found = this.bench.packages.read(path, { indexed: false });
    } catch {
      this.#checkIsThere(path);
      return;
    }
    const { error, files } = found;
    if (error?.code !== 'no-go-files' || files.ignoredGo.length > 0) return;
    throw new EngineError('query', `no Go files in ${path}`, { cause: error });
  }

  #checkIsThere(path: string): void {
    try {
      if (this.bench.sources.stat(path) !== undefined) return;
    } catch (error) {
      throw new EngineError('io', describeError(error, { op: 'stat', name: path }), { cause: error });
    }
    throw folderProblem.missing(path);
  }

  #inMainModules(path: string): string | undefined {
    const { main } = this.#loader;
    let missing: { readonly prefix: string; readonly error: Error } | undefined;
    for (const each of main.list) {
      const below = each.root === '' ? undefined : pathBelow(path, each.root);
      if (below === undefined || below.includes('@')) continue;
      if (below.startsWith('vendor/')) return this.#vendored(path, below.slice('vendor/'.length));
      const prefix = main.prefix(each);
      if (prefix === '') return below;
      const importPath = joinPath(prefix, below);
      const at = this.bench.folders.folderOf(importPath, prefix, { root: each.root, local: true });
      if (at?.hasGoFiles === true) return importPath;
      if (missing === undefined || prefix.length > missing.prefix.length)
        missing = { prefix, error: new MainPackageError(each.mod, importPath) };
    }
    if (missing !== undefined) throw missing.error;
    return undefined;
  }

  #vendored(path: string, importPath: string): string {
    if (this.#loader.mode.mod !== 'vendor') throw folderProblem.vendorUnused(path);
    if (this.#loader.vendored?.packages.has(importPath) === true) return importPath;
    throw folderProblem.notVendored(path);
  }

  /** The path from GOROOT/src, '' for that folder; undefined outside. */
  #belowGoroot(path: string): string | undefined {
    const { root } = this.bench.standard;
    return root === '' ? undefined : pathBelow(path, root);
  }

  #inGoroot(path: string): string | undefined {
    const below = this.#belowGoroot(path);
    return below === '' || below?.includes('@') ? undefined : below;
  }

  /** The import path of a folder in the unpacked sources of the build list; '' where it is in none. */
  async #pathInModuleCache(folder: string, rs: Roots): Promise<string> {
    if (rs.pruning === 'pruned') {
      for (const m of rs.roots) {
        if (rs.selected(m.path) !== m.version) continue;
        const path = this.#pathInModule(folder, m);
        if (path !== undefined) return path;
      }
    }
    const { graph } = await rs.graph();
    for (const m of graph.buildList()) {
      const path = this.#pathInModule(folder, m);
      if (path !== undefined) return path;
    }
    return '';
  }

  #pathInModule(folder: string, m: ModuleVersion): string | undefined {
    if (isToolchain(m.path)) return undefined;
    const root = this.#rootOf(m);
    const below = root === undefined ? undefined : pathBelow(folder, root);
    if (below === undefined || /(?:^|\/)vendor\/|@/.test(below)) return undefined;
    return joinPath(m.path, below);
  }

  /** Where a module is, if it is there already. */
  #rootOf(m: ModuleVersion): string | undefined {
    const { main } = this.#loader;
    const used = main.resolve(m);
    if (used.version === '') {
      return main.contains(m.path) ? undefined : main.replacementFolder(used.path);
    }
    return this.#loader.unpackedFolder(used);
  }

  #moduleRootOf(folder: string): string {
    return findModuleRoot((path) => this.#loader.overlay.isFile(path), folder);
  }

  #mainAround(folder: string): MainModule | undefined {
    return this.#loader.main.list.findLast(
      ({ root }) => root !== '' && pathBelow(folder, root) !== undefined,
    );
  }

  #outside(path: string): Error {
    const { session, inWorkspace } = this.#loader;
    const root = inWorkspace ? this.#moduleRootOf(path) : '';
    return folderProblem.outside(shortPath(session, path), {
      workspace: inWorkspace,
      member: root === '' ? '' : shortPath(session, root),
    });
  }
}
