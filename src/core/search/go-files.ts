// Go files as arguments: a list of files that make up one package, `command-line-arguments`.
//
// One word that ends in .go and is a file makes files of all words. They have to end in .go, exist, and be in one
// folder. Defined by cmd/go/internal/load (PackagesAndErrors, GoFilesPackage).

import { SearchError } from './errors.js';

/** What a word names: undefined where nothing is there. */
export type WordKind = (word: string) => 'file' | 'dir' | undefined;

/** The import path of a package made of files. */
export const COMMAND_LINE_ARGUMENTS = 'command-line-arguments';

/** Whether the words are files and not patterns: a package's path may end in .go as well. */
export function areGoFiles(words: readonly string[], kind: WordKind): boolean {
  return words.some((word) => word.endsWith('.go') && kind(word) === 'file');
}

/** The first word that is no name of a Go file, and what Go says of it: an error of the package, not of the run. */
export function notGoFile(words: readonly string[]): SearchError | undefined {
  const bad = words.find((word) => !word.endsWith('.go'));
  return bad === undefined
    ? undefined
    : new SearchError('bad-files', `named files must be .go files: ${bad}`);
}

/**
 * The folder of the files, as the words have it. Throws a {@link SearchError} whose message is printed without `go: `.
 * `folderOf` is filepath.Dir. `kind` may throw for a file that cannot be looked at.
 */
export function folderOfGoFiles(
  words: readonly string[],
  kind: WordKind,
  folderOf: (word: string) => string,
): string {
  let folder: string | undefined;
  for (const word of words) {
    const found = kind(word);
    if (found === undefined) throw new SearchError('bad-files', `stat ${word}: no such file or directory`);
    if (found === 'dir') throw new SearchError('bad-files', `${word} is a directory, should be a Go file`);
    const own = folderOf(word);
    folder ??= own;
    if (own !== folder) {
      const both = `${folder} and ${own}`;
      throw new SearchError('bad-files', `named files must all be in one directory; have ${both}`);
    }
  }
  return folder ?? '.';
}
