// The packages of the standard library that a pattern matches.
//
// Where its packages are carried nothing is walked. `std` and `cmd` list what has a file for the build, in the order of a
// walk through the folders; patterns with `...` what has one for the tags. Rules: search.MatchPackages,
// modload.matchPackages.

import { gorootTrees, isVendoredCommand, PackagePattern } from '../../core/search/index.js';
import { pathBelow } from '../../core/slash-path.js';
import { compareText } from '../../core/text.js';
import type { SourceBench } from './workbench.js';

/** See the head of this file. */
export class StandardMatch {
  constructor(private readonly bench: SourceBench) {}

  /** What matches a pattern with `...`, in no order. */
  wild(word: string): string[] {
    const { standard } = this.bench;
    return this.#candidates(word).filter((path) => standard.hasSources(path));
  }

  /** What `std` or `cmd` stands for, and in GOPATH mode any pattern: in the order of a walk. */
  all(word: string): string[] {
    const { standard, packages } = this.bench;
    return this.#candidates(word)
      .filter((path) => {
        const { error, name } = standard.source(path, packages);
        return error?.code !== 'no-go-files' && !(word === 'cmd' && isVendoredCommand(path, name));
      })
      .sort((a, b) => compareText(a.replaceAll('/', '\0'), b.replaceAll('/', '\0')));
  }

  /** Paths that match, whatever the build. */
  #candidates(word: string): string[] {
    const { standard, sources, packages } = this.bench;
    const pattern = new PackagePattern(word, { cgo: packages.context.cgoEnabled });
    if (standard.paths !== undefined) {
      const isOf = (path: string) =>
        !['std', 'cmd'].includes(word) || (pathBelow(path, 'cmd') !== undefined) === (word === 'cmd');
      return standard.paths.filter((path) => pattern.matches(path) && isOf(path));
    }
    if (standard.root === '') return [];
    const roots = { src: sources.tree(standard.root), cmd: sources.tree(`${standard.root}/cmd`) };
    return gorootTrees(word, roots).flatMap((tree) =>
      [...pattern.foldersIn(tree)].map(({ importPath }) => importPath),
    );
  }
}
