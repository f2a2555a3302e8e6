// A folder on disk as core's FileTree.

import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileKind, FileTree, TreeEntry } from '../../src/core/file-tree.js';
import { kindOf } from '../../src/engine/packages/source-tree.js';

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
