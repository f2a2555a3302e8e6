// Finding packages: what the loader of a build asks of whatever says where packages are.

import type { ModuleVersion } from '../../core/module/index.js';
import type { Loader } from '../load/index.js';
import type { Match, SourceBench } from '../packages/index.js';
import type { PackageData } from './package.js';
import type { ProgramRules } from './target.js';

/** A package that was looked up. */
export interface Looked {
  /** Undefined for a path that no package can have. */
  readonly data: PackageData | undefined;
  /** Why the package cannot be had, or what is wrong with its sources. */
  readonly error: unknown;
  /** What is said of the path as it was written by who imports the package first. */
  readonly misspelling?: Error | undefined;
}

/** Who imports a package. */
export interface Importing {
  readonly importPath: string;
  /** Absolute; '' where there is none. */
  readonly folder: string;
  /** See PackageData. */
  readonly root: string;
  readonly standard: boolean;
}

/** What the GODEBUG settings of programs begin with. */
export interface GodebugDefaults {
  /** The go line that counts. */
  readonly goVersion: string;
  /** Lines of go.mod or go.work. */
  readonly lines: readonly { readonly key: string; readonly value: string }[];
}

/** Says where packages are. The same question has the same answer during a run; each package is read once. */
export interface PackageFinder {
  readonly godebug: GodebugDefaults;
  readonly programs: ProgramRules;
  /** The package that `path` means to who imports it; undefined is the command line. */
  look(path: string, importing: Importing | undefined): Looked;
  /** The whole path of what `path` means to who imports it; the path itself where that is nothing. */
  resolve(path: string, importing: Importing): string;
  /** The module of the package with this whole path; undefined for none. */
  moduleOf(importPath: string): ModuleVersion | undefined;
  /** The import path for which a folder of files that are named on the command line counts. */
  pathOfFolder(folder: string): string;
}

/** The packages that words of the command line stand for, and how those that they import are found. */
export interface FoundPackages {
  readonly bench: SourceBench;
  readonly finder: PackageFinder;
  /** The words and their packages, in order; none for Go files. */
  readonly matches: readonly Match[];
  /** The modules that have what was found, and those that had to be looked into for it. */
  readonly modules: readonly ModuleVersion[];
}

/** What packages are found for. */
export interface SearchOptions {
  /** Whether tests of what is named are loaded. */
  readonly tests: boolean;
  /** The -tags. */
  readonly tags: readonly string[];
}

/** A way of finding packages. Both reject where nothing can be found, whatever the package. */
export interface PackageSearch {
  /** For words that are no files; failures of words stay with these. */
  patterns(loader: Loader, words: readonly string[], options: SearchOptions): Promise<FoundPackages>;
  /** For what Go files import. */
  files(loader: Loader, files: readonly string[], options: SearchOptions): Promise<FoundPackages>;
}
