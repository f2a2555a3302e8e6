// Folders as packages of a build: what go/build says of the files in one.
//
// Files are read once a run, and serve both ways in which go looks at them (see core/imports/choose.ts): it goes by an
// index where no file of the folder changed lately, and always in the module cache.

import {
  assemblePackage,
  type BuildContext,
  type PackageSetting,
  type SourceFile,
  type SourcePackage,
} from '../../core/imports/index.js';
import type { FolderFiles } from './folder-files.js';

/** How a folder is looked at. */
export interface FolderView {
  /** As with an index; else as without one. */
  readonly indexed: boolean;
}

/** See the head of this file. */
export class FolderPackages {
  readonly #packages = new Map<string, SourcePackage>();

  constructor(
    private readonly folders: FolderFiles,
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
    return this.folders.read(folder).map(({ source }) => source);
  }
}
