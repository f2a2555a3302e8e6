// The lists of files that a package has, in the order of names.

import type { FileKind } from './file-name.js';

/** Names of files; a name is in one list, and may be in `invalidGo` beside it. */
export interface FileLists {
  /** Go files, but for those of the lists below: GoFiles. */
  readonly go: string[];
  /** Go files that import "C": CgoFiles. */
  readonly cgo: string[];
  readonly ignoredGo: string[];
  /** Go files with something wrong. */
  readonly invalidGo: string[];
  readonly ignoredOther: string[];
  readonly c: string[];
  readonly cxx: string[];
  readonly objectiveC: string[];
  readonly header: string[];
  readonly fortran: string[];
  readonly assembly: string[];
  readonly swig: string[];
  readonly swigCxx: string[];
  readonly object: string[];
  /** Tests in the package. */
  readonly test: string[];
  /** Tests beside the package. */
  readonly externalTest: string[];
}

/** Lists with nothing in them. */
export function noFileLists(): FileLists {
  return {
    go: [],
    cgo: [],
    ignoredGo: [],
    invalidGo: [],
    ignoredOther: [],
    c: [],
    cxx: [],
    objectiveC: [],
    header: [],
    fortran: [],
    assembly: [],
    swig: [],
    swigCxx: [],
    object: [],
    test: [],
    externalTest: [],
  };
}

/** The list of files that are not Go and are built. */
export function listFor(lists: FileLists, kind: Exclude<FileKind, 'go'>): string[] {
  switch (kind) {
    case 'c':
      return lists.c;
    case 'cxx':
      return lists.cxx;
    case 'objective-c':
      return lists.objectiveC;
    case 'header':
      return lists.header;
    case 'fortran':
      return lists.fortran;
    case 'assembly':
    case 'c-assembly':
      return lists.assembly;
    case 'swig':
      return lists.swig;
    case 'swigcxx':
      return lists.swigCxx;
    case 'object':
      return lists.object;
  }
}
