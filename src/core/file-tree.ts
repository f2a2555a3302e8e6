// A tree of files as those who look into it need to see it: the caller brings the reading.
//
// Paths have slashes and are relative to whatever the tree stands for; '' is its top folder.

/** What stands under a name. Links are not followed: a link to a folder is a link. */
export type FileKind = 'file' | 'dir' | 'symlink' | 'irregular';

/** One name in a folder. */
export interface TreeEntry {
  readonly name: string;
  readonly kind: FileKind;
}

/** See the head of this file. What a method throws goes to the caller as it is. */
export interface FileTree {
  /** What is in a folder, in any order; links on the way to it are followed. Throws where it cannot be read. */
  readdir(path: string): readonly TreeEntry[];
  /** What is at `path`, without following a link there; undefined where nothing is. */
  lstat(path: string): FileKind | undefined;
  /** What is at `path`, links followed; undefined where nothing is, or a link leads nowhere. */
  stat(path: string): Exclude<FileKind, 'symlink'> | undefined;
}

/** The path of `name` in a folder of a tree. */
export function childPath(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** What is at `path`, links followed; undefined also where it cannot be looked at. */
export function behind(tree: Pick<FileTree, 'stat'>, path: string): Exclude<FileKind, 'symlink'> | undefined {
  try {
    return tree.stat(path);
  } catch {
    return undefined;
  }
}

class ListedTree implements FileTree {
  readonly #folders = new Map<string, Map<string, FileKind>>([['', new Map()]]);

  constructor(files: Iterable<string>) {
    for (const path of files) if (!/^\/|\/\/|\/$/.test(path) && path !== '') this.#add(path);
  }

  /** Adds a file, and above it the folders that are not there yet. */
  #add(file: string): void {
    let kind: FileKind = 'file';
    for (let path = file; ; kind = 'dir') {
      const slash = path.lastIndexOf('/');
      const parent = slash < 0 ? '' : path.slice(0, slash);
      const known = this.#folders.get(parent);
      const folder = known ?? new Map<string, FileKind>();
      folder.set(path.slice(slash + 1), kind);
      if (known !== undefined) return;
      this.#folders.set(parent, folder);
      path = parent;
    }
  }

  readdir(path: string): TreeEntry[] {
    return [...(this.#folders.get(path) ?? [])].map(([name, kind]) => ({ name, kind }));
  }

  lstat(path: string): 'file' | 'dir' | undefined {
    if (path === '') return 'dir';
    const slash = path.lastIndexOf('/');
    const kind = this.#folders.get(slash < 0 ? '' : path.slice(0, slash))?.get(path.slice(slash + 1));
    return kind === undefined ? undefined : kind === 'dir' ? 'dir' : 'file';
  }

  stat(path: string): 'file' | 'dir' | undefined {
    return this.lstat(path);
  }
}

/**
 * The tree of a list of files, such as the names in a module's zip. Only folders on the way to a file exist; a path
 * with an empty element is left out.
 */
export function treeOf(files: Iterable<string>): FileTree {
  return new ListedTree(files);
}
