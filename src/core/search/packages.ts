// Folders whose packages a pattern of import paths matches: `all`, `std`, `work` and what has `...` in it.
//
// Each tree that can have packages (a module, a vendor folder, GOROOT/src) is walked in the order of names. Not
// entered: folders whose names begin with a dot or an underscore, `testdata`, what go.mod ignores, links (told,
// where one leads to a folder), and what cannot match. In modules a folder with a go.mod is another module's, and
// nothing below a folder `vendor` is an import path; such a folder itself may be a package. The top of GOROOT/src
// and of a vendor folder is no package. A path that two trees have is the first one's. Whether a folder has Go
// files, the caller finds out; Go sorts what is left. Defined by cmd/go/internal/modload (matchPackages).

import { behind, childPath, type FileTree, type TreeEntry } from '../file-tree.js';
import { matchPattern, treeCanMatch } from '../pattern.js';
import { lastElement } from '../slash-path.js';
import { compareText } from '../text.js';
import { isMetaPackage } from './command-line.js';

/** A tree of packages. */
export interface PackageTree {
  readonly tree: FileTree;
  /** The import path of its top; '' where the top is no package. */
  readonly prefix: string;
  /** Whether it ends at folders with a go.mod: trees of one's own, not those of the module cache. */
  readonly endsAtGoMod: boolean;
  /** Where a go.mod is looked for, by paths of the tree; in the tree itself without this. */
  readonly goMods?: Pick<FileTree, 'stat'>;
  /** Whether nothing below `vendor` counts: everywhere but in GOROOT/src. */
  readonly endsAtVendor: boolean;
  /** See `ignoreFolders`. */
  readonly ignores?: (folder: string) => boolean;
}

/** A folder that may be a package. */
export interface PackageFolder {
  readonly importPath: string;
  /** From the top of its tree. */
  readonly folder: string;
}

/** What happens on the way. */
export interface PackageWalkEvents {
  /** A link to a folder, which is not followed: `warning: ignoring symlink PATH`. Only for patterns with `...`. */
  readonly ignoredLink?: (path: string) => void;
  /** What go.mod ignores, as Go has it files of such a name, too; `-x` prints `# ignoring directory PATH`. */
  readonly ignoredFolder?: (path: string) => void;
  /** What reading a folder threw; without this it is thrown on. */
  readonly failed?: (path: string, error: unknown) => void;
}

/** One pattern, matched in one tree after another. */
export class PackagePattern {
  /** Whether an import path, or one below it, can match: modules that cannot need not be looked at. */
  readonly canMatchBelow: (path: string) => boolean;
  readonly #matches: (path: string) => boolean;
  readonly #wild: boolean;
  /** Import paths that were seen; `builtin` exists for its documentation only. */
  readonly #seen = new Set(['builtin']);

  /** A reserved name matches everything: the trees decide. `cgo` tells whether cgo is on. */
  constructor(pattern: string, { cgo = true }: { readonly cgo?: boolean } = {}) {
    const meta = isMetaPackage(pattern);
    this.#wild = pattern.includes('...');
    this.canMatchBelow = meta ? () => true : treeCanMatch(pattern);
    this.#matches = meta ? () => true : matchPattern(pattern);
    if (!cgo) this.#seen.add('runtime/cgo');
  }

  /** Whether a package that no walk has come to matches. */
  matches(importPath: string): boolean {
    return !this.#seen.has(importPath) && this.#matches(importPath);
  }

  /** The folders of a tree that match, in the order of the walk. */
  *foldersIn(place: PackageTree, events: PackageWalkEvents = {}): Generator<PackageFolder> {
    if (place.prefix !== '' && !this.canMatchBelow(place.prefix)) return;
    const waiting = [''];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      if (folder !== '' && place.endsAtGoMod && isModule(place.goMods ?? place.tree, folder)) continue;
      const importPath = pathIn(place, folder);
      if (importPath !== '' && !this.#seen.has(importPath)) {
        this.#seen.add(importPath);
        if (this.#matches(importPath)) yield { importPath, folder };
      }
      if (place.endsAtVendor && lastElement(folder) === 'vendor') continue;
      waiting.push(...this.#foldersOf(place, folder, events).reverse());
    }
  }

  #foldersOf(place: PackageTree, folder: string, events: PackageWalkEvents): string[] {
    const wanted: string[] = [];
    for (const { name, kind } of entriesOf(place.tree, folder, events)) {
      const path = childPath(folder, name);
      // Files are of interest only to who wants to hear what is ignored.
      const walked = kind === 'dir' || (kind === 'symlink' && this.#wild);
      if (!walked && events.ignoredFolder === undefined) continue;
      if (!this.#enters(place, path, name, events)) continue;
      if (kind === 'dir') wanted.push(path);
      else if (kind === 'symlink' && this.#wild && behind(place.tree, path) === 'dir')
        events.ignoredLink?.(path);
    }
    return wanted;
  }

  #enters(place: PackageTree, path: string, name: string, events: PackageWalkEvents): boolean {
    if (isHiddenFolder(name)) return false;
    if (place.ignores?.(path) === true) {
      events.ignoredFolder?.(path);
      return false;
    }
    return this.canMatchBelow(pathIn(place, path));
  }
}

/** Whether no pattern enters folders of that name. */
export function isHiddenFolder(name: string): boolean {
  return name.startsWith('.') || name.startsWith('_') || name === 'testdata';
}

/** Whether the folder has a go.mod, which may be anything but a folder. */
export function isModule(tree: Pick<FileTree, 'stat'>, folder: string): boolean {
  const kind = behind(tree, `${folder}/go.mod`);
  return kind !== undefined && kind !== 'dir';
}

/** The import path of a folder; '' for a top without one. */
function pathIn({ prefix }: PackageTree, folder: string): string {
  if (prefix === '' || folder === '') return prefix + folder;
  return `${prefix}/${folder}`;
}

function entriesOf(tree: FileTree, folder: string, { failed }: PackageWalkEvents): TreeEntry[] {
  try {
    return [...tree.readdir(folder)].sort((a, b) => compareText(a.name, b.name));
  } catch (error) {
    if (failed === undefined) throw error;
    failed(folder, error);
    return [];
  }
}
