// Where the sources of modules are, and which folder of one would hold a package.
//
// Main modules and directory replacements are local: what is below another go.mod there is another module's. All else is
// in the module cache, fetched when it is asked for. Rules and texts: modload.fetch, dirInModule.

import { join } from 'node:path';
import { formatModule, type ModuleVersion, moduleError } from '../../core/module/index.js';
import { pathBelow, prefixesOf } from '../../core/slash-path.js';
import { EngineError } from '../error.js';
import { describeError, OnceCache } from '../io/index.js';
import type { Loader } from '../load/index.js';
import { MissingSumError } from './errors.js';
import type { SourceTree } from './source-tree.js';

/** A module's sources. */
export interface ModuleFolder {
  /** Absolute path. */
  readonly root: string;
  /** Whether it is not in the module cache. */
  readonly local: boolean;
}

/** See the head of this file. */
export class ModuleFolders {
  readonly #found = new OnceCache<ModuleFolder>();
  readonly #goMods = new Map<string, boolean>();

  constructor(
    private readonly loader: Loader,
    private readonly sources: SourceTree,
  ) {}

  /** Where the module is; fetches it where that is needed. Rejects with a MissingSumError where go.sum forbids that. */
  locate(m: ModuleVersion): Promise<ModuleFolder> {
    return this.#found.do(formatModule(m), () => this.#locate(m));
  }

  async #locate(m: ModuleVersion): Promise<ModuleFolder> {
    const { main, sums, fetcher, mustHaveSums } = this.loader;
    if (m.version === '' && main.contains(m.path)) {
      const root = main.find(m.path)?.root ?? '';
      if (root !== '') return { root, local: true };
    }
    const actual = main.resolve(m);
    if (actual.version === '') return this.#replacement(m, actual.path);
    if (mustHaveSums) {
      await sums.load();
      if (!sums.has(actual)) throw moduleError(actual, new MissingSumError());
    }
    const { folder } = await fetcher.module(actual);
    return { root: folder, local: false };
  }

  /** A folder that is not there would show as packages that nobody has: it is told at once. */
  #replacement(m: ModuleVersion, path: string): ModuleFolder {
    const root = this.loader.main.replacementFolder(path);
    let failure: string | undefined;
    try {
      if (this.sources.stat(root) === undefined) failure = `replacement directory ${path} does not exist`;
    } catch (error) {
      failure = `replacement directory ${path}: ${describeError(error, { op: 'stat', name: root })}`;
    }
    if (failure !== undefined) throw moduleError(m, new EngineError('io', failure));
    return { root, local: true };
  }

  /**
   * The folder of a module that would hold the package, and whether it has Go files; undefined where the package cannot be
   * in the module. `modulePath` is '' for a vendor folder. Throws where the folder cannot be looked at.
   */
  folderOf(
    path: string,
    modulePath: string,
    { root, local }: ModuleFolder,
  ): { readonly folder: string; readonly hasGoFiles: boolean } | undefined {
    const below = pathBelow(path, modulePath);
    if (below === undefined) return undefined;
    if (local && below !== '' && this.#isOtherModule(root, below)) return undefined;
    const folder = join(root, below);
    try {
      return { folder, hasGoFiles: this.sources.hasGoFiles(folder) };
    } catch (error) {
      if (error instanceof EngineError) throw error;
      throw new EngineError('io', describeError(error, { op: 'open', name: folder }), { cause: error });
    }
  }

  #isOtherModule(root: string, below: string): boolean {
    for (const at of prefixesOf(below)) {
      const file = join(root, at, 'go.mod');
      let known = this.#goMods.get(file);
      if (known === undefined) {
        known = this.#isFile(file);
        this.#goMods.set(file, known);
      }
      if (known) return true;
    }
    return false;
  }

  #isFile(path: string): boolean {
    try {
      const kind = this.sources.stat(path);
      return kind !== undefined && kind !== 'dir';
    } catch {
      return false;
    }
  }
}
