// The packages that words of the command line stand for in GOPATH mode: those of GOROOT, and those below the folders of
// GOPATH, in the order of the walk.
//
// A path that a folder of GOROOT has is no package of GOPATH, whatever is in that folder. Modules end nothing, vendored
// packages have paths, and `work` and `tool` are words for everything. Rules: search.ImportPaths, MatchPackages.

import { join, resolve } from 'node:path';
import {
  cleanPatterns,
  PackagePattern,
  type PackageTree,
  unmatchedWarning,
} from '../../core/search/index.js';
import { Match, packageFolders, type SourceBench, StandardMatch, walkError } from '../packages/index.js';
import type { Gopath } from './gopath.js';

/** See the head of this file. */
export class GopathMatcher {
  constructor(
    private readonly bench: SourceBench,
    private readonly gopath: Gopath,
  ) {}

  /** The words and their packages, in order. Those that nothing matches are told. */
  match(words: readonly string[]): Match[] {
    const { events } = this.bench.loader.session;
    const matches = cleanPatterns(words).map((word) => this.#match(new Match(word)));
    for (const { pattern, packages, errors } of matches) {
      if (packages.length === 0 && errors.length === 0)
        events({ kind: 'message', text: `go: ${unmatchedWarning(pattern)}` });
    }
    return matches;
  }

  #match(match: Match): Match {
    const { pattern } = match;
    if (match.isLocal) {
      const folders = match.isLiteral ? [pattern] : packageFolders(this.bench, match, { endsAtGoMod: false });
      match.packages = folders.map((folder) => this.#pathOf(folder));
    } else if (match.isLiteral) match.packages = [pattern];
    else {
      match.packages = new StandardMatch(this.bench).all(pattern);
      if (pattern !== 'std' && pattern !== 'cmd') this.#walkEntries(match);
    }
    return match;
  }

  /** The import path of a folder; the folder as the word has it where none leads to it. */
  #pathOf(folder: string): string {
    const { cwd } = this.bench.loader.session;
    return this.gopath.placeOf(resolve(cwd, folder)).importPath || folder;
  }

  #walkEntries(match: Match): void {
    const { context } = this.bench.packages;
    const pattern = new PackagePattern(match.pattern, { cgo: context.cgoEnabled });
    for (const entry of this.gopath.entries) {
      const root = join(entry, 'src');
      if (!this.gopath.isFolder(root)) continue;
      try {
        match.packages.push(...this.#packagesBelow(root, pattern));
      } catch (error) {
        match.fail(error);
      }
    }
  }

  /** The import paths of packages below a source folder. Throws an EngineError where a folder cannot be read. */
  *#packagesBelow(root: string, pattern: PackagePattern): Generator<string> {
    const { loader, sources } = this.bench;
    const tree: PackageTree = {
      tree: sources.tree(root),
      prefix: '',
      endsAtGoMod: false,
      endsAtVendor: false,
    };
    const ignoredLink = (path: string) =>
      loader.session.events({ kind: 'message', text: `warning: ignoring symlink ${root}/${path}` });
    const failed = (path: string, error: unknown) => {
      throw walkError(this.bench, error, root, `${root}/${path}`);
    };
    for (const { importPath, folder } of pattern.foldersIn(tree, { ignoredLink, failed })) {
      if (this.gopath.inGoroot(importPath) === undefined && this.#isPackage(`${root}/${folder}`))
        yield importPath;
    }
  }

  /** Whether a folder has files for the build, or something is wrong with them. */
  #isPackage(folder: string): boolean {
    try {
      return this.bench.packages.read(folder, { indexed: false }).error?.code !== 'no-go-files';
    } catch {
      // Who walks on will meet what is wrong.
      return true;
    }
  }
}
