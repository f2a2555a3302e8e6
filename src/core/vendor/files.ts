// Which files `go mod vendor` copies.
//
// Of a package's folder: every regular file that may be part of a build, whatever its name begins with. Dropped are
// tests, Go files that no build has (`//go:build ignore`), and at a go line of at least 1.17 go.mod and go.sum. Of
// each folder above it, up to the module's: regular files whose names begin as licences and the like do. Then the
// files that the package embeds, wherever below it they are and whatever of the rules above they break; at a go
// line of at least 1.22 not those that only its tests embed. Defined by cmd/go/internal/modcmd/vendor.go.

import type { TreeEntry } from '../file-tree.js';
import { compare, explicitIndirectVersion, narrowVendorEmbedsVersion } from '../gover/index.js';
import { quote } from '../quote.js';
import { parentPath } from '../slash-path.js';
import { sortTexts } from '../text.js';
import { fold } from '../zip/fold.js';
import { VendorError } from './errors.js';

const METADATA = [
  'AUTHORS',
  'CONTRIBUTORS',
  'COPYLEFT',
  'COPYING',
  'COPYRIGHT',
  'LEGAL',
  'LICENSE',
  'NOTICE',
  'PATENTS',
];

/** Whether a file of that name is copied from the folders above a package. Anything may follow the first word. */
export function isMetadataFile(name: string): boolean {
  return METADATA.some((prefix) => name.startsWith(prefix));
}

/** By which rules the files of a package's folder are chosen. */
export interface SourceRule {
  /** The go version of the main modules. */
  readonly goVersion: string;
  /**
   * Whether the head of this Go file says that no build has it: its constraints fail with every tag set but
   * `ignore`. False where its imports cannot be read. Asked for names that end in `.go` alone.
   */
  readonly ignored: (name: string) => boolean;
}

/** Whether a regular file of that name is copied with its package. */
export function isPackageFile(name: string, rule: SourceRule): boolean {
  if (name.endsWith('_test.go')) return false;
  if (name === 'go.mod' || name === 'go.sum') return compare(rule.goVersion, explicitIndirectVersion) < 0;
  return !(name.endsWith('.go') && rule.ignored(name));
}

/** The names of the regular files in a folder that `wanted` accepts, in the order of the directory. */
export function filesToCopy(entries: readonly TreeEntry[], wanted: (name: string) => boolean): string[] {
  return entries.filter(({ name, kind }) => kind === 'file' && wanted(name)).map(({ name }) => name);
}

/** The patterns of a package's `//go:embed` lines. */
export interface PackageEmbeds {
  readonly patterns: readonly string[];
  /** Those of its tests, and of tests in a package beside it. */
  readonly tests: readonly string[];
}

/** The patterns whose files are copied. */
export function embedsToCopy(goVersion: string, { patterns, tests }: PackageEmbeds): readonly string[] {
  return compare(goVersion, narrowVendorEmbedsVersion) >= 0 ? patterns : [...patterns, ...tests];
}

/** Which folders' metadata files are still to be copied: for one run, in the order of its packages. */
export class MetadataFolders {
  readonly #done = new Set<string>();

  /**
   * The folders above the package `path`, lowest first, as import paths. A folder is named once for each module; the
   * package's own folder, whose files are copied anyway, counts as done from now on. `path` is that of the module or
   * one below it.
   */
  above(module: string, path: string): string[] {
    const folders: string[] = [];
    for (let folder = path; ; folder = parentPath(folder)) {
      const key = `${module} ${folder}`;
      if (this.#done.has(key)) return folders;
      this.#done.add(key);
      if (folder !== path) folders.push(folder);
      if (folder === module || folder === '.') return folders;
    }
  }
}

/**
 * Throws a {@link VendorError} where two of the module paths differ by nothing but case. Go prints this message without
 * `go: ` before it. Which of several pairs is named is left to chance by Go; here it is the first when sorted.
 */
export function checkPathCollisions(modulePaths: Iterable<string>): void {
  const sorted = [...modulePaths];
  sortTexts(sorted);
  const folded = new Map<string, string>();
  for (const path of sorted) {
    const other = folded.get(fold(path));
    if (other === undefined) folded.set(fold(path), path);
    else if (other !== path) {
      const pair = `${quote(path)} and ${quote(other)}`;
      throw new VendorError('collision', `go.mod: case-insensitive import collision: ${pair}`);
    }
  }
}
