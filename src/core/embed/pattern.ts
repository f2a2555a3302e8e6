// The patterns of `//go:embed`: which are well-formed, and what they match in a tree.
//
//   pattern = [ "all:" ] glob
//
// A glob is one of path.Match (glob.ts of core) and as a text a clean relative path: UTF-8, no empty element, no
// `.` or `..`, not `.` alone. It is matched element by element, each against the names in a folder; a folder that
// cannot be read has none. Links on the way are followed: that they may not be embedded is told later.
//
// As in Go, a class with a slash in it (`a[/]b`) passes as a whole and fails when it is taken apart. Defined by
// embed's documentation, io/fs.ValidPath and cmd/go/internal/load (resolveEmbed).

import { childPath, type FileTree, type TreeEntry } from '../file-tree.js';
import { parseGlob } from '../glob.js';
import { sortTexts, toWellFormed } from '../text.js';
import { EmbedProblem } from './errors.js';

/** A pattern taken apart. */
export interface EmbedPattern {
  readonly glob: string;
  /** Whether hidden files in folders count as well. */
  readonly all: boolean;
}

const ALL = 'all:';

/** The parts of a pattern. Throws {@link EmbedProblem}. */
export function readPattern(pattern: string): EmbedPattern {
  const all = pattern.startsWith(ALL);
  const glob = all ? pattern.slice(ALL.length) : pattern;
  if (parseGlob(glob) === undefined || !isValidPath(glob)) {
    throw new EmbedProblem('bad-pattern', 'invalid pattern syntax');
  }
  return { glob, all };
}

function isValidPath(path: string): boolean {
  if (toWellFormed(path) !== path) return false;
  return path.split('/').every((element) => element !== '' && element !== '.' && element !== '..');
}

function hasMeta(glob: string): boolean {
  return /[*?[\\]/.test(glob);
}

/** The paths in the tree that a glob matches, in the order of their elements. Throws {@link EmbedProblem}. */
export function matchGlobIn(tree: FileTree, glob: string): string[] {
  if (!hasMeta(glob)) return isThere(tree, glob) ? [glob] : [];
  const elements = glob.split('/').map((text) => ({ text, matches: matcherOf(text) }));
  const plain = elements.findIndex(({ text }) => hasMeta(text));
  const folder = elements.slice(0, plain).map(({ text }) => text);
  let found = [folder.join('/')];
  for (const { matches } of elements.slice(plain)) found = found.flatMap((at) => namesIn(tree, at, matches));
  return found;
}

function matcherOf(element: string): (name: string) => boolean {
  const matches = parseGlob(element);
  if (matches === undefined) throw new EmbedProblem('bad-pattern', 'syntax error in pattern');
  return matches;
}

/** What cannot be looked at is not there. */
function isThere(tree: FileTree, path: string): boolean {
  try {
    return tree.lstat(path) !== undefined;
  } catch {
    return false;
  }
}

function namesIn(tree: FileTree, folder: string, matches: (name: string) => boolean): string[] {
  const names = entriesOf(tree, folder)
    .map(({ name }) => name)
    .filter(matches);
  sortTexts(names);
  return names.map((name) => childPath(folder, name));
}

function entriesOf(tree: FileTree, folder: string): readonly TreeEntry[] {
  try {
    return tree.stat(folder) === 'dir' ? tree.readdir(folder) : [];
  } catch {
    return [];
  }
}
