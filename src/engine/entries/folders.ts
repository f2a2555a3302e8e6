// The folders of the cache that this run knows to be there, and those that it has made itself.
//
// A cold run writes into hundreds of folders, some of them several times. Looking whether they are there took as long
// as writing.

import { dirname } from 'node:path';
import { type FileSystem, lookAt, makeFolder, mkdirAll } from '../io/index.js';

/** See the head of this file. One for each cache of a run. */
export class Folders {
  readonly #there = new Set<string>();
  readonly #made = new Map<string, Set<string>>();

  constructor(private readonly fs: FileSystem) {}

  /** Makes `path` and the folders above it, as mkdirAll does, unless it is known to be there. Throws as mkdirAll. */
  make(path: string): void {
    if (this.#there.has(path)) return;
    if (!this.#isBelowMade(path) && lookAt(this.fs, path) !== undefined) mkdirAll(this.fs, path);
    else {
      const parent = dirname(path);
      if (parent !== path) this.make(parent);
      if (makeFolder(this.fs, path)) this.#made.set(path, new Set());
    }
    this.#there.add(path);
  }

  /** Whether this run has made the lowest folder above that it knows: then `path` is not there, but for who was faster. */
  #isBelowMade(path: string): boolean {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      if (this.#there.has(folder)) return this.#made.has(folder);
      if (folder === dirname(folder)) return false;
    }
  }

  /** What is known may be wrong: somebody has removed folders. */
  forget(): void {
    this.#there.clear();
    this.#made.clear();
  }

  /**
   * Notes that `name` was put into `folder`. Returns all that this run has put there if the folder is of its making:
   * then only those who have written into it at the same time have put anything else there.
   */
  note(folder: string, name: string): ReadonlySet<string> | undefined {
    return this.#made.get(folder)?.add(name);
  }
}
