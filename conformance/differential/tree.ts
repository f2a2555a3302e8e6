// A folder as comparable facts: for each name its kind, mode and bytes (as a digest) or link target.

import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** One name in a tree. */
export interface TreeEntry {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Permission bits, as `0444`. */
  readonly mode: string;
  /** SHA-256 of a file, target of a link. */
  readonly content: string;
  /** Bytes of a file, 0 for others. */
  readonly size: number;
}

/** Entries by slash-separated path below the folder, which is itself ''. */
export type Tree = ReadonlyMap<string, TreeEntry>;

/** Looks at a folder. Names for which `leaveOut` answers true are not looked at, nor what is below them. With `bytes`
 * false, files count by name, mode and size. */
export function readTree(
  folder: string,
  leaveOut: (path: string) => boolean = () => false,
  bytes = true,
): Tree {
  const tree = new Map<string, TreeEntry>();
  const visit = (path: string) => {
    if (leaveOut(path)) return;
    const full = join(folder, path);
    const stats = lstatSync(full, { throwIfNoEntry: false });
    if (stats === undefined) return;
    const mode = `0${(stats.mode & 0o7777).toString(8)}`;
    if (stats.isDirectory()) {
      tree.set(path, { kind: 'folder', mode, content: '', size: 0 });
      for (const name of readdirSync(full).sort()) visit(path === '' ? name : `${path}/${name}`);
    } else if (stats.isFile()) {
      tree.set(path, {
        kind: 'file',
        mode,
        content: bytes ? digest(readFileSync(full)) : '',
        size: stats.size,
      });
    } else {
      const content = stats.isSymbolicLink() ? readlinkSync(full) : '';
      tree.set(path, { kind: stats.isSymbolicLink() ? 'link' : 'other', mode, content, size: 0 });
    }
  };
  visit('');
  return tree;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The differences between two trees, one line each; `a` and `b` name the two sides. */
export function compareTrees(left: Tree, right: Tree, a = 'go', b = 'ours'): string[] {
  const differences: string[] = [];
  for (const path of [...new Set([...left.keys(), ...right.keys()])].sort()) {
    const one = left.get(path);
    const two = right.get(path);
    const name = path === '' ? '.' : path;
    if (!two) differences.push(`${name}: only ${a} has it (${one?.kind})`);
    else if (!one) differences.push(`${name}: only ${b} has it (${two.kind})`);
    else if (one.kind !== two.kind) differences.push(`${name}: ${a} ${one.kind}, ${b} ${two.kind}`);
    else if (one.mode !== two.mode) differences.push(`${name}: mode ${a} ${one.mode}, ${b} ${two.mode}`);
    if (one && two && one.kind === two.kind && (one.content !== two.content || one.size !== two.size)) {
      differences.push(`${name}: bytes differ (${a} ${one.size}, ${b} ${two.size})`);
    }
  }
  return differences;
}
