// The packages of the standard library that a pattern matches.
//
// Where its packages are carried nothing is walked. `std` and `cmd` list what has a file for the build, in the order of a
// walk through the folders; patterns with `...` what has one for the tags. Rules: search.MatchPackages,
// modload.matchPackages.

import { gorootTrees, isVendoredCommand, PackagePattern } from '../../core/search/index.js';
import { compareText } from '../../core/text.js';
import type { FolderPackages } from './folder-packages.js';
import type { Workbench } from './workbench.js';

/** See the head of this file. */
export class StandardMatch {
  constructor(
    private readonly bench: Workbench,
    private readonly folders: FolderPackages,
  ) {}

  /** What matches a pattern with `...`, in no order. */
  wild(word: string): string[] {
    const { standard } = this.bench;
    return this.#candidates(word).filter((path) => standard.hasSources(path));
  }

  /** What `std` or `cmd` stands for. */
  all(word: string): string[] {
    const { standard } = this.bench;
    return this.#candidates(word)
      .filter((path) => {
        const { error, name } = standard.source(path, this.folders);
        return error?.code !== 'no-go-files' && !(word === 'cmd' && isVendoredCommand(path, name));
      })
      .sort((a, b) => compareText(a.replaceAll('/', '\0'), b.replaceAll('/', '\0')));
  }

  /** Paths that match, whatever the build. */
  #candidates(word: string): string[] {
    const { standard, sources } = this.bench;
    const pattern = new PackagePattern(word, { cgo: this.folders.context.cgoEnabled });
    if (standard.paths !== undefined) {
      const isOf = (path: string) =>
        !['std', 'cmd'].includes(word) || /^cmd(?:\/|$)/.test(path) === (word === 'cmd');
      return standard.paths.filter((path) => pattern.matches(path) && isOf(path));
    }
    if (standard.root === '') return [];
    const roots = { src: sources.tree(standard.root), cmd: sources.tree(`${standard.root}/cmd`) };
    return gorootTrees(word, roots).flatMap((tree) =>
      [...pattern.foldersIn(tree)].map(({ importPath }) => importPath),
    );
  }
}
