// The files of a folder that may go into a module zip: x/mod/zip's walk, over any tree that can be listed.
//
// Folders of version control and nested modules (a folder with an entry go.mod that is no folder) are not
// entered. What is found in vendored packages or is no regular file is left out here already, so that it is not
// reported a second time by the rules of files.ts.

import { compareText } from '../text.js';
import {
  type FileComplaint,
  type HasFixedVendorRule,
  isVendoredPackage,
  REASON_IRREGULAR,
  REASON_NESTED_FOLDER,
  REASON_VCS,
  REASON_VENDORED,
  type SourceFile,
} from './files.js';

/** One entry of a folder. */
export interface ListedEntry {
  readonly name: string;
  readonly kind: SourceFile['kind'];
  /** Bytes, of regular files. */
  readonly size: number;
}

/** A tree, by paths relative to its root with slashes; '' is the root. Errors are the implementation's. */
export interface SourceTree {
  /** In any order. */
  list(folder: string): readonly ListedEntry[];
  /** The content of a regular file. */
  read(path: string): Uint8Array;
}

/** What a walk found. */
export interface Listing {
  /** In the order of the walk: each folder's names in byte order. */
  readonly files: readonly SourceFile[];
  readonly omitted: readonly FileComplaint[];
}

const VCS_FOLDERS: ReadonlySet<string> = new Set(['.bzr', '.git', '.hg', '.svn']);

class Walk {
  readonly files: SourceFile[] = [];
  readonly omitted: FileComplaint[] = [];

  constructor(
    private readonly tree: SourceTree,
    private readonly fixedRule: boolean,
  ) {}

  /** Without recursion: a tree can be as deep as its paths are long. */
  run(): void {
    const pending = [this.entries('')];
    for (let level = pending.at(-1); level !== undefined; level = pending.at(-1)) {
      const next = level.shift();
      if (next === undefined) pending.pop();
      else if (this.visit(next.path, next.entry)) pending.push(this.entries(`${next.path}/`));
    }
  }

  private entries(prefix: string): { path: string; entry: ListedEntry }[] {
    return this.tree
      .list(prefix.slice(0, -1))
      .map((entry) => ({ path: prefix + entry.name, entry }))
      .sort((a, b) => compareText(a.entry.name, b.entry.name));
  }

  /** Whether the entry is a folder to be entered. */
  private visit(path: string, entry: ListedEntry): boolean {
    const isFolder = entry.kind === 'folder';
    if (isVendoredPackage(path, this.fixedRule)) return this.omit(path, REASON_VENDORED, isFolder);
    if (isFolder) {
      if (VCS_FOLDERS.has(entry.name)) return this.omit(path, REASON_VCS);
      return this.isModule(path) ? this.omit(path, REASON_NESTED_FOLDER) : true;
    }
    if (entry.kind !== 'file') return this.omit(path, REASON_IRREGULAR);
    const read = (): Uint8Array => this.tree.read(path);
    this.files.push({ path, kind: 'file', size: entry.size, read });
    return false;
  }

  private isModule(folder: string): boolean {
    return this.tree.list(folder).some(({ name, kind }) => name === 'go.mod' && kind !== 'folder');
  }

  private omit(path: string, reason: string, enter = false): boolean {
    this.omitted.push({ path, reason });
    return enter;
  }
}

/** Walks a tree. See the head of this file. */
export function listModuleFiles(tree: SourceTree, hasFixedRule: HasFixedVendorRule = () => false): Listing {
  const goMod = tree.list('').some(({ name, kind }) => name === 'go.mod' && kind === 'file');
  const walk = new Walk(tree, goMod && hasFixedRule(tree.read('go.mod')));
  walk.run();
  return walk;
}
