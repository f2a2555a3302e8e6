// A package as a build has it: what `go list` tells, and how it hangs together with others (load.Package).

import {
  type CgoFlags,
  type FileLists,
  noCgoFlags,
  noFileLists,
  type SourcePackage,
} from '../../core/imports/index.js';
import type { ModuleVersion } from '../../core/module/index.js';
import type { PackageFailure } from './failure.js';

/** A package in GOPATH or GOROOT. */
export interface InstallPlace {
  /** The folder of GOPATH, or GOROOT. */
  readonly root: string;
  /** The package's path in it. */
  readonly path: string;
}

/** What is known of a package from its folder alone. */
export interface PackageData {
  /** As the build knows it: vendored packages of the standard library under their whole path. */
  readonly importPath: string;
  /** Absolute; '' where there is none. */
  readonly folder: string;
  /** The folder of its module, its folder of GOPATH, or GOROOT; '' where that is not known. */
  readonly root: string;
  /** The folder to which the import path leads that this folder would have, if that is another one. */
  readonly conflict?: string;
  /** Whether it is of GOROOT. */
  readonly goroot: boolean;
  /** What says where its compiled form is put; undefined for nowhere. */
  readonly install?: InstallPlace;
  readonly source: SourcePackage;
}

/** See the head of this file. Changes while packages are loaded. */
export class BuiltPackage {
  importPath: string;
  name: string;
  folder: string;
  root: string;
  readonly goroot: boolean;
  readonly standard: boolean;
  /** Where `go install` puts it; '' for nowhere. */
  target = '';
  /** The package whose test this one was made for; '' for none. */
  forTest = '';
  /** The words of the command line that match it. */
  match: string[] = [];
  depOnly = false;
  incomplete = false;
  /** Of programs: the settings they are built with, `name=value,...`. */
  defaultGodebug = '';
  files: FileLists;
  embedFiles: readonly string[] = [];
  testEmbedFiles: readonly string[] = [];
  externalTestEmbedFiles: readonly string[] = [];
  /** What the sources say, for errors' positions and patterns. */
  source: SourcePackage;
  /** Import paths, each with what vendoring makes of it. */
  importPaths: string[];
  /** Import paths as the sources have them. */
  rawImports: readonly string[];
  testImportPaths: string[];
  externalTestImportPaths: string[];
  deps: readonly string[] = [];
  depsErrors: readonly PackageFailure[] = [];
  error: PackageFailure | undefined;
  module: ModuleVersion | undefined;

  /** The packages that it imports, implicit ones too; undefined while it is being loaded. */
  imports: BuiltPackage[] | undefined;
  /** Imported as a folder, `./x`. */
  isLocal = false;
  /** Made of files that the command line names. */
  ofFiles = false;
  /** Of the program of a test its text; undefined where the test files are not at hand. */
  testMain: string | undefined;
  /** The profile it is compiled with. */
  profile = '';
  /** The program it is compiled for, where that matters for profiles. */
  forMain = '';

  constructor(
    readonly data: PackageData,
    standard: boolean,
  ) {
    const { source } = data;
    this.importPath = data.importPath;
    this.folder = data.folder;
    this.root = data.root;
    this.goroot = data.goroot;
    this.standard = standard;
    this.source = source;
    this.name = source.name;
    this.files = source.files;
    this.rawImports = source.main.imports.values;
    this.importPaths = [...this.rawImports];
    this.testImportPaths = [...source.test.imports.values];
    this.externalTestImportPaths = [...source.externalTest.imports.values];
  }

  /** Flags for the C compiler and its relatives. */
  get cgo(): CgoFlags {
    return this.source.cgo;
  }

  /** The first sentence of the package comment. */
  get doc(): string {
    return this.source.doc;
  }

  /** See PackageData; '' for none. */
  get conflict(): string {
    return this.data.conflict ?? '';
  }

  get usesCgo(): boolean {
    return this.files.cgo.length > 0;
  }

  get usesSwig(): boolean {
    return this.files.swig.length > 0 || this.files.swigCxx.length > 0;
  }

  /** The import path, and behind it what sets this one apart from others with it. */
  get description(): string {
    if (this.forTest !== '') return `${this.importPath} [${this.forTest}.test]`;
    return this.forMain === '' ? this.importPath : `${this.importPath} [${this.forMain}]`;
  }

  /** Another package with the same values; lists that change later are its own. */
  copy(): BuiltPackage {
    const copy = new BuiltPackage(this.data, this.standard);
    Object.assign(copy, this);
    copy.importPaths = [...this.importPaths];
    copy.imports = this.imports && [...this.imports];
    return copy;
  }
}

const NO_PART = Object.freeze({
  imports: { values: [], positions: new Map() },
  embeds: { values: [], positions: new Map() },
  directives: [],
});

/** What is known of a package that is nowhere. */
export function noData(importPath: string): PackageData {
  return { importPath, folder: '', root: '', goroot: false, source: noSource() };
}

/** What sources say that cannot be had. */
export function noSource(): SourcePackage {
  return {
    name: '',
    doc: '',
    importComment: '',
    binaryOnly: false,
    files: noFileLists(),
    cgo: noCgoFlags(),
    main: NO_PART,
    test: NO_PART,
    externalTest: NO_PART,
    error: undefined,
  };
}

/** The packages and all they import, each behind those that it imports. */
export function inBuildOrder(roots: readonly BuiltPackage[]): BuiltPackage[] {
  const seen = new Set<BuiltPackage>();
  const all: BuiltPackage[] = [];
  const open: { readonly pkg: BuiltPackage; next: number }[] = [];
  const enter = (pkg: BuiltPackage) => {
    if (seen.has(pkg)) return;
    seen.add(pkg);
    open.push({ pkg, next: 0 });
  };
  for (const root of roots) {
    enter(root);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const next = top.pkg.imports?.[top.next++];
      if (next !== undefined) enter(next);
      else {
        all.push(top.pkg);
        open.pop();
      }
    }
  }
  return all;
}
