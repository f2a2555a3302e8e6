// Which files `//go:embed` patterns stand for.
//
// A match is a regular file, or a folder, which stands for the regular files in it at any depth, but for: what a
// module would not have (folders with a go.mod, version control, names that a module's file may not have) and,
// unless the pattern begins with `all:`, names that begin with a dot or an underscore. A match itself may be
// hidden; what must not be is that it, or a folder on the way to it, has a bad name, is a link or anything else
// irregular, or is in another module. Defined by cmd/go/internal/load (resolveEmbed).

import { behind, childPath, type FileKind, type FileTree } from '../file-tree.js';
import { checkFilePath, InvalidPathError } from '../module/index.js';
import { lastElement } from '../slash-path.js';
import { compareText, sortTexts } from '../text.js';
import { EmbedError, EmbedProblem } from './errors.js';
import { matchGlobIn, readPattern } from './pattern.js';

/** What is left to the caller. */
export interface EmbedOptions {
  /** Whether a match may be a link to a file, as GODEBUG=embedfollowsymlinks=1 allows. */
  readonly followLinks?: boolean;
  /** The package's folder, for the message about a link that leads nowhere. */
  readonly folder?: string;
}

/** What patterns stand for. */
export interface Embeds {
  /** Every file once, sorted: EmbedFiles of `go list`. Paths from the package's folder. */
  readonly files: readonly string[];
  /** The files of each pattern, sorted. */
  readonly byPattern: ReadonlyMap<string, readonly string[]>;
}

/**
 * Resolves the patterns in their order, which is sorted where they come from go/build, in the tree of a package's
 * folder. Throws an {@link EmbedError} for the first
 * that is wrong; what the tree throws is its cause, the message taken over.
 */
export function resolveEmbeds(
  tree: FileTree,
  patterns: Iterable<string>,
  options: EmbedOptions = {},
): Embeds {
  const resolver = new Resolver(tree, options);
  const byPattern = new Map<string, readonly string[]>();
  const files = new Set<string>();
  for (const pattern of patterns) {
    const found = resolver.pattern(pattern);
    byPattern.set(pattern, found);
    for (const file of found) files.add(file);
  }
  const sorted = [...files];
  sortTexts(sorted);
  return { files: sorted, byPattern };
}

const VERSION_CONTROL: ReadonlySet<string> = new Set(['.bzr', '.hg', '.git', '.svn']);

/** Whether a module cannot have a file or folder of that name. */
export function isBadEmbedName(name: string): boolean {
  if (VERSION_CONTROL.has(name)) return true;
  try {
    checkFilePath(name);
    return false;
  } catch (error) {
    if (error instanceof InvalidPathError) return true;
    throw error;
  }
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('_');
}

/** Something in a folder; a bad name is refused when its turn comes. */
interface Found {
  readonly path: string;
  readonly kind: FileKind;
  readonly bad: boolean;
}

class Resolver {
  /** Paths that are known to be in this module, with good names. */
  readonly #good = new Set<string>();

  constructor(
    private readonly tree: FileTree,
    private readonly options: EmbedOptions,
  ) {}

  /** The files of one pattern. */
  pattern(pattern: string): string[] {
    try {
      const { glob, all } = readPattern(pattern);
      const files = new Set<string>();
      for (const path of matchGlobIn(this.tree, glob)) this.#match(path, all, files);
      if (files.size === 0) throw new EmbedProblem('no-match', 'no matching files found');
      const sorted = [...files];
      sortTexts(sorted);
      return sorted;
    } catch (error) {
      if (error instanceof EmbedProblem) throw new EmbedError(pattern, error);
      if (!(error instanceof Error)) throw error;
      throw new EmbedError(pattern, new EmbedProblem('tree', error.message, { cause: error }));
    }
  }

  #match(path: string, all: boolean, files: Set<string>): void {
    const kind = this.tree.lstat(path);
    this.#checkWay(path, kind === 'dir' ? 'directory' : 'file');
    if (kind === 'file' || (kind === 'symlink' && this.#isLinkToFile(path))) {
      files.add(path);
      return;
    }
    if (kind !== 'dir') throw new EmbedProblem('irregular', `cannot embed irregular file ${path}`);
    let count = 0;
    for (const file of this.#filesBelow(path, all)) {
      files.add(file);
      count++;
    }
    if (count > 0) return;
    const text = `cannot embed directory ${path}: contains no embeddable files`;
    throw new EmbedProblem('nothing-inside', text);
  }

  /** Checks `path` and the folders above it, from below. */
  #checkWay(path: string, what: string): void {
    for (
      let at = path;
      at !== '' && !this.#good.has(at);
      at = at.slice(0, Math.max(0, at.lastIndexOf('/')))
    ) {
      const refuse = (code: EmbedProblem['code'], why: string): never => {
        throw new EmbedProblem(code, `cannot embed ${what} ${path}: ${why}`);
      };
      const kind = this.tree.lstat(at);
      // In a file there is nothing; behind a link there may be.
      if (kind !== 'file' && this.#hasGoMod(at)) refuse('other-module', 'in different module');
      if (at !== path && kind !== 'dir') refuse('not-a-folder', `in non-directory ${at}`);
      const name = lastElement(at);
      if (isBadEmbedName(name)) {
        refuse('bad-name', at === path ? `invalid name ${name}` : `in invalid directory ${name}`);
      }
      this.#good.add(at);
    }
  }

  #hasGoMod(folder: string): boolean {
    return behind(this.tree, childPath(folder, 'go.mod')) !== undefined;
  }

  #isLinkToFile(path: string): boolean {
    if (this.options.followLinks !== true) return false;
    const kind = this.tree.stat(path);
    if (kind !== undefined) return kind === 'file';
    const name = this.options.folder === undefined ? path : `${this.options.folder}/${path}`;
    throw new EmbedProblem('tree', `stat ${name}: no such file or directory`);
  }

  /** The files that a folder stands for, in the order in which Go meets them. */
  *#filesBelow(folder: string, all: boolean): Generator<string> {
    const waiting: Found[] = [{ path: folder, kind: 'dir', bad: false }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { path, kind, bad } = next;
      if (bad) {
        const text = `cannot embed file ${path}: invalid name ${lastElement(path)}`;
        throw new EmbedProblem('bad-name', text);
      }
      if (kind === 'file') yield path;
      if (kind !== 'dir' || (path !== folder && this.#hasGoMod(path))) continue;
      waiting.push(...this.#in(path, all).reverse());
    }
  }

  /** What a folder has and is not passed over, sorted. */
  #in(folder: string, all: boolean): Found[] {
    const entries = [...this.tree.readdir(folder)].sort((a, b) => compareText(a.name, b.name));
    return entries.flatMap(({ name, kind }) => {
      const bad = isBadEmbedName(name);
      const passed = isHidden(name) ? bad || !all : bad && kind === 'dir';
      return passed ? [] : [{ path: childPath(folder, name), kind, bad }];
    });
  }
}
