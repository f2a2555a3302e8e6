// Sources in other languages, as the go command takes them over from go/build.
//
// Where cgo is off, C, C++, Objective-C and SWIG files are forgotten; they are on no list then. What is left of them,
// and Fortran, needs cgo or SWIG. Defined by cmd/go/internal/load.

import { ImportsError } from './error.js';
import type { FileLists } from './file-lists.js';

/** The lists as `go list` shows them. */
export function listedFiles(files: FileLists, cgoEnabled: boolean): FileLists {
  if (cgoEnabled) return files;
  return { ...files, c: [], cxx: [], objectiveC: [], swig: [], swigCxx: [] };
}

/** The error of a package with sources that need cgo and do not get it; `files` are those listed. */
export function foreignSourceError(files: FileLists, compiler: string): ImportsError | undefined {
  if (files.cgo.length + files.swig.length + files.swigCxx.length > 0) return undefined;
  const refused: readonly (readonly [string, readonly string[]])[] = [
    // gccgo compiles C beside Go.
    ['C', compiler === 'gc' ? files.c : []],
    ['C++', files.cxx],
    ['Objective-C', files.objectiveC],
    ['Fortran', files.fortran],
  ];
  const [language, names] = refused.find(([, list]) => list.length > 0) ?? [];
  if (names === undefined) return undefined;
  const message = `${language} source files not allowed when not using cgo or SWIG: ${names.join(' ')}`;
  return new ImportsError('foreign-source', message);
}
