// A folder on disk as core's FileTree.

import { type Dirent, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileKind, FileTree, TreeEntry } from '../../src/core/file-tree.js';

function kindOf(found: Stats | Dirent): FileKind {
  if (found.isSymbolicLink()) return 'symlink';
  return found.isDirectory() ? 'dir' : found.isFile() ? 'file' : 'irregular';
}

/** The tree below `root`. */
export function realTree(root: string): FileTree {
  return {
    readdir: (path): TreeEntry[] =>
      readdirSync(join(root, path), { withFileTypes: true }).map((entry) => ({
        name: entry.name,
        kind: kindOf(entry),
      })),
    lstat: (path) => {
      const found = lstatSync(join(root, path), { throwIfNoEntry: false });
      return found && kindOf(found);
    },
    stat: (path) => {
      const found = statSync(join(root, path), { throwIfNoEntry: false });
      return found && (kindOf(found) as Exclude<FileKind, 'symlink'>);
    },
  };
}
