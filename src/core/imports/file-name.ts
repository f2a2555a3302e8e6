// What the name of a file alone says: its kind, and the tags without which it is not built.
//
// Names that begin with `_` or `.` and endings that no compiler of Go's takes are not seen at all. The rest of the
// name up to its first dot may end in `_GOOS`, `_GOARCH` or `_GOOS_GOARCH`, each before `_test` too; something has
// to stand before that, so `linux.go` is an ordinary name. Defined by go/build.

import { isKnownArchitecture, isKnownSystem } from './systems.js';

/** Kinds of files, each with a list of its own; `.S` and `.sx` are assembly that a C compiler has to see first. */
export type FileKind =
  | 'go'
  | 'c'
  | 'cxx'
  | 'objective-c'
  | 'header'
  | 'fortran'
  | 'assembly'
  | 'c-assembly'
  | 'swig'
  | 'swigcxx'
  | 'object';

const KINDS: ReadonlyMap<string, FileKind> = new Map<string, FileKind>([
  ['.go', 'go'],
  ['.c', 'c'],
  ...['.cc', '.cpp', '.cxx'].map((ending): [string, FileKind] => [ending, 'cxx']),
  ['.m', 'objective-c'],
  ...['.h', '.hh', '.hpp', '.hxx'].map((ending): [string, FileKind] => [ending, 'header']),
  ...['.f', '.F', '.for', '.f90'].map((ending): [string, FileKind] => [ending, 'fortran']),
  ['.s', 'assembly'],
  ['.S', 'c-assembly'],
  ['.sx', 'c-assembly'],
  ['.swig', 'swig'],
  ['.swigcxx', 'swigcxx'],
  ['.syso', 'object'],
]);

/** The kind of a file by its name; undefined for files that no list of a package has. */
export function fileKind(name: string): FileKind | undefined {
  if (name.startsWith('_') || name.startsWith('.')) return undefined;
  const dot = name.lastIndexOf('.');
  return dot < 0 ? undefined : KINDS.get(name.slice(dot));
}

/** Whether the name is that of a test: it ends in `_test.go`. */
export function isTestName(name: string): boolean {
  return name.endsWith('_test.go');
}

/** The build tags that the name asks for, all of which must hold; most names ask for none. */
export function nameTags(name: string): readonly string[] {
  const dot = name.indexOf('.');
  const stem = dot < 0 ? name : name.slice(0, dot);
  const first = stem.indexOf('_');
  if (first < 0) return [];
  const words = stem.slice(first + 1).split('_');
  if (words.at(-1) === 'test') words.pop();
  const last = words.at(-1) ?? '';
  const before = words.at(-2) ?? '';
  if (isKnownArchitecture(last)) return isKnownSystem(before) ? [before, last] : [last];
  return isKnownSystem(last) ? [last] : [];
}
