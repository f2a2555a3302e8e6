// Finding the packages that the words of a command line stand for, in the build list as it stands.
//
// Which folder is which package, and which packages a pattern matches, changes with the build list; so words are matched
// anew for each of its states, but for the folders that a pattern of paths matches. Rules: modload.LoadPackages,
// matchPackages.

import { isToolchain } from '../../core/gover/index.js';
import { parseLax } from '../../core/modfile/index.js';
import { isImportPath, type ModuleVersion } from '../../core/module/index.js';
import {
  ignoreFolders,
  PackagePattern,
  type PackageTree,
  type PackageWalkEvents,
} from '../../core/search/index.js';
import { sortTexts } from '../../core/text.js';
import { rethrowFatal } from '../error.js';
import type { Loader, MainModule, Roots } from '../load/index.js';
import type { PackageLoad } from './load.js';
import { LocalPackages, NotImportable } from './local-packages.js';
import type { Match } from './match.js';
import { walkError } from './package-folders.js';
import { StandardMatch } from './standard-match.js';
import type { Workbench } from './workbench.js';

/** See the head of this file. */
export class Matcher {
  readonly #local: LocalPackages;
  readonly #standard: StandardMatch;

  constructor(private readonly bench: Workbench) {
    this.#local = new LocalPackages(bench);
    this.#standard = new StandardMatch(bench);
  }

  /** Finds the packages of a word. `load`: all packages, once they are loaded; before that only where to begin. */
  async match(match: Match, rs: Roots, load?: PackageLoad): Promise<void> {
    const { pattern } = match;
    if (match.isLocal) await this.#matchLocal(match, rs, load !== undefined);
    else if (match.isLiteral) match.packages = [pattern];
    else if (pattern.includes('...')) await this.#matchWild(match, rs);
    else if (pattern === 'work') await this.#walk(match, this.#loader.main.versions, false);
    else if (pattern === 'all') await this.#matchAll(match, load);
    // Once more in every round of loading, as in go, which shows in what a package matches.
    else if (pattern === 'tool') match.packages.push(...this.#loader.main.tools);
    else if (match.packages.length === 0) match.packages = this.#standard.all(pattern);
  }

  get #loader(): Loader {
    return this.bench.loader;
  }

  async #matchLocal(match: Match, rs: Roots, last: boolean): Promise<void> {
    match.folders ??= await this.#local.foldersOf(match, rs);
    match.packages = [];
    for (const folder of match.folders) {
      try {
        match.packages.push(await this.#local.pathOf(folder, rs));
      } catch (error) {
        rethrowFatal(error);
        if (!match.isLiteral && error instanceof NotImportable) continue;
        this.#local.refuseOutside();
        if (last) match.fail(error);
      }
    }
  }

  async #matchWild(match: Match, rs: Roots): Promise<void> {
    match.errors = [];
    const { graph, error } = await rs.graph();
    if (error !== undefined) match.errors.push(error);
    await this.#walk(match, graph.buildList(), true);
  }

  async #matchAll(match: Match, load: PackageLoad | undefined): Promise<void> {
    if (load !== undefined) {
      match.packages = load.packages
        .filter((pkg) => pkg.inAll && pkg.testOf === undefined && isImportPath(pkg.path))
        .map((pkg) => pkg.path);
      sortTexts(match.packages);
      return;
    }
    match.errors = [];
    await this.#walk(match, this.#loader.main.versions, false);
    match.packages.push(...this.#loader.main.tools);
  }

  /** Matches in modules, and with `standard` in the standard library before these. Sorted. */
  async #walk(match: Match, modules: readonly ModuleVersion[], standard: boolean): Promise<void> {
    const { context } = this.bench.packages;
    const pattern = new PackagePattern(match.pattern, { cgo: context.cgoEnabled });
    const found: string[] = [];
    if (standard) found.push(...this.#standard.wild(match.pattern));
    const trees =
      this.#loader.mode.mod === 'vendor'
        ? this.#vendoredTrees()
        : await this.#moduleTrees(match, pattern, modules);
    for (const { root, tree } of trees) {
      const events = this.#events(match, root);
      for (const { importPath, folder } of pattern.foldersIn(tree, events)) {
        if (this.bench.scanner.hasSources(folder === '' ? root : `${root}/${folder}`)) found.push(importPath);
      }
    }
    sortTexts(found);
    match.packages = found;
  }

  #events(match: Match, root: string): PackageWalkEvents {
    const { session } = this.#loader;
    const tell = (text: string) => session.events({ kind: 'message', text });
    return {
      ignoredLink: (path) => tell(`warning: ignoring symlink ${root}/${path}`),
      failed: (path, error) => {
        match.fail(walkError(this.bench, error, root, `${root}/${path}`));
      },
      ...(session.flags.trace
        ? { ignoredFolder: (path: string) => tell(`# ignoring directory ${root}/${path}`) }
        : {}),
    };
  }

  async #moduleTrees(
    match: Match,
    pattern: PackagePattern,
    modules: readonly ModuleVersion[],
  ): Promise<SourceRoot[]> {
    const trees: SourceRoot[] = [];
    for (const m of modules) {
      if (isToolchain(m.path) || !pattern.canMatchBelow(m.path)) continue;
      const main = this.#loader.main.find(m.path);
      if (main !== undefined) {
        if (main.root !== '') trees.push(this.#mainTree(main));
        continue;
      }
      try {
        const { root, local } = await this.bench.folders.locate(m);
        trees.push(this.#tree(root, m.path, local, await this.#ignoredBy(m)));
      } catch (error) {
        rethrowFatal(error);
        match.fail(error);
      }
    }
    return trees;
  }

  /** What a dependency's go.mod ignores; nothing where that cannot be read. */
  async #ignoredBy(m: ModuleVersion): Promise<string[]> {
    const { main, summaries } = this.#loader;
    try {
      const { data, name } = await summaries.data(main.resolve(m));
      return parseLax(name, data).ignore.map((line) => line.path);
    } catch (error) {
      rethrowFatal(error);
      return [];
    }
  }

  #mainTree(main: MainModule): SourceRoot {
    const { root, file } = main;
    return this.#tree(
      root,
      this.#loader.main.prefix(main),
      true,
      (file?.ignore ?? []).map((line) => line.path),
    );
  }

  #tree(root: string, prefix: string, local: boolean, ignored: readonly string[]): SourceRoot {
    const tree: PackageTree = {
      tree: this.bench.sources.tree(root),
      prefix,
      endsAtGoMod: local,
      goMods: this.bench.sources.onDisk(root),
      endsAtVendor: true,
      ignores: ignoreFolders(ignored),
    };
    return { root, tree };
  }

  #vendoredTrees(): SourceRoot[] {
    const { main, hasModule } = this.#loader;
    const trees = main.list.filter(({ root }) => root !== '').map((each) => this.#mainTree(each));
    if (!hasModule) return trees;
    const root = main.vendorFolder;
    const tree = { tree: this.bench.sources.tree(root), prefix: '', endsAtGoMod: false, endsAtVendor: true };
    return [...trees, { root, tree }];
  }
}

/** A tree of packages and its absolute folder. */
interface SourceRoot {
  readonly root: string;
  readonly tree: PackageTree;
}
