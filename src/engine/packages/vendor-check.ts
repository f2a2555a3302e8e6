// `vendor -check`: whether a folder is what vendoring would make of it.
//
// Compared are names, kinds and contents, and of modes only whether a file may be executed: that is what version control
// keeps of them, while the rest is the umask's. Folders count only for what is in them. Nothing is written.

import { join } from 'node:path';
import { childPath } from '../../core/file-tree.js';
import { compareText } from '../../core/text.js';
import { type FileSystem, lookAt } from '../io/index.js';
import type { VendorSink } from './vendor-files.js';

/** One file that is not as it should be. */
export interface VendorDifference {
  /**
   * `missing`: vendoring would write it. `superfluous`: it would not be there. `changed`: it is something else, or says
   * something else. `executable`: nothing but that it may be executed, which no vendored file may.
   */
  readonly kind: 'missing' | 'superfluous' | 'changed' | 'executable';
  /** With slashes, relative to the folder; '' is the folder itself, where a file is in its place. */
  readonly path: string;
}

/** What vendoring would write. */
export class ExpectedFiles implements VendorSink {
  readonly #files = new Map<string, () => Uint8Array>();

  folder(): void {
    // Without files in it nobody can tell.
  }

  file(path: string, content: () => Uint8Array): void {
    this.#files.set(path, content);
  }

  /** What differs in the folder at `root`, sorted by path. Throws the node:fs error for what cannot be read. */
  differences(fs: FileSystem, root: string): VendorDifference[] {
    const found = new Map<string, boolean>();
    const there = fs.lstatSync(root, { throwIfNoEntry: false });
    if (there !== undefined && !there.isDirectory()) return [{ kind: 'changed', path: '' }];
    if (there !== undefined) for (const [path, isFile] of entriesBelow(fs, root)) found.set(path, isFile);
    const differences: VendorDifference[] = [];
    for (const path of new Set([...this.#files.keys(), ...found.keys()])) {
      const kind = this.#compare(fs, join(root, path), this.#files.get(path), found.get(path));
      if (kind !== undefined) differences.push({ kind, path });
    }
    return differences.sort((a, b) => compareText(a.path, b.path));
  }

  #compare(
    fs: FileSystem,
    at: string,
    content: (() => Uint8Array) | undefined,
    isFile: boolean | undefined,
  ): VendorDifference['kind'] | undefined {
    if (content === undefined) return 'superfluous';
    if (isFile === undefined) return lookAt(fs, at)?.isDirectory() ? 'changed' : 'missing';
    if (!isFile || Buffer.compare(fs.readFileSync(at), content()) !== 0) return 'changed';
    return (fs.statSync(at).mode & 0o111) === 0 ? undefined : 'executable';
  }
}

/** Everything below a folder but folders, and whether it is a regular file. */
function* entriesBelow(fs: FileSystem, root: string): Generator<[path: string, isFile: boolean]> {
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of fs.readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = childPath(folder, entry.name);
      if (entry.isDirectory()) pending.push(path);
      else yield [path, entry.isFile()];
    }
  }
}
