// Folders as packages of a build: what go/build says of the files in one.
//
// Files are read once a run, and serve both ways in which go looks at them (see core/imports/choose.ts): it goes by an
// index where no file of the folder changed lately, and always in the module cache.

import {
  assemblePackage,
  type BuildContext,
  fileKind,
  ImportsError,
  type PackageSetting,
  readSource,
  type SourceFile,
  type SourcePackage,
  unreadSource,
} from '../../core/imports/index.js';
import { EngineError } from '../error.js';
import { describeError } from '../io/index.js';
import { attempt, type SourceTree } from './source-tree.js';

/** How a folder is looked at. */
export interface FolderView {
  /** As with an index; else as without one. */
  readonly indexed: boolean;
}

type Files = readonly SourceFile[] | { readonly error: unknown };

/** See the head of this file. */
export class FolderPackages {
  readonly #files = new Map<string, Files>();
  readonly #packages = new Map<string, SourcePackage>();

  constructor(
    private readonly sources: SourceTree,
    readonly context: BuildContext,
    /** What is read of all packages. */
    private readonly what: Pick<PackageSetting, 'importComments'> = {},
  ) {}

  /** The package in a folder, which may be one with an error. Throws an EngineError where the folder cannot be read. */
  read(folder: string, { indexed }: FolderView): SourcePackage {
    const key = `${indexed ? 'i' : 'f'}${folder}`;
    let known = this.#packages.get(key);
    if (known === undefined) {
      known = assemblePackage(this.files(folder), { ...this.what, context: this.context, folder, indexed });
      this.#packages.set(key, known);
    }
    return known;
  }

  /** The import comment of the package in a folder; '' where none are read. Throws as `read`. */
  importComment(folder: string): string {
    return this.what.importComments === true ? this.read(folder, { indexed: true }).importComment : '';
  }

  /** The files that packages see, in no order. Throws an EngineError where the folder cannot be read. */
  files(folder: string): readonly SourceFile[] {
    let known = this.#files.get(folder);
    if (known === undefined) {
      known = attempt(() => this.#read(folder));
      this.#files.set(folder, known);
    }
    if ('error' in known) throw known.error;
    return known;
  }

  #read(folder: string): readonly SourceFile[] {
    let names: string[];
    try {
      names = this.sources.filesAndLinks(folder, (name) => fileKind(name) !== undefined);
    } catch (error) {
      throw new EngineError('io', describeError(error, { op: 'open', name: folder }), { cause: error });
    }
    return names.flatMap((name) => this.#readFile(folder, name) ?? []);
  }

  #readFile(folder: string, name: string): SourceFile | undefined {
    const path = `${folder}/${name}`;
    if (fileKind(name) === 'object') return unreadSource(name, path);
    try {
      return readSource(name, path, this.sources.readFile(path));
    } catch (error) {
      if (error instanceof ImportsError) throw error;
      const text = describeError(error, { op: 'open', name: path });
      return unreadSource(name, path, new ImportsError('source-open', text, { cause: error }));
    }
  }
}
