// What is remembered of the sources in a folder, as JSON: see KnownFolders for texts and places.
//
//   imports of any build:   [how many, place..., place of a test's import...]
//   files:                  [file...], a file being
//                           [name, package, head, [place, line, column, ...], more]
//   head:                   0, or [//go:build line or 0, [// +build line...], binary only]
//   more:                   0, or [synopsis, import comment or 0, [[#cgo line...]...],
//                           [pattern, line, column, ...], [directive, line, column, ...]]
//
// Positions are those of the file itself. Files that are wrong somehow, or that say that their lines stand elsewhere, are
// not remembered, and neither is the folder then.

import {
  fileKind,
  type Header,
  type Position,
  type ScannedImports,
  type SourceFile,
  unreadSource,
} from '../../core/imports/index.js';
import type { FolderFact } from '../recall/index.js';

/** Where texts are kept that many facts have. */
export interface Texts {
  text(place: number): string;
  place(text: string): number;
}

/** The imports of a folder as a fact. */
export function factOfImports({ imports, testImports }: ScannedImports, texts: Texts): FolderFact {
  const places = (paths: readonly string[]) => paths.map((path) => texts.place(path));
  return [imports.length, ...places(imports), ...places(testImports)];
}

/** The imports that a fact says. Throws where it says none. */
export function importsOfFact(fact: readonly unknown[], texts: Texts): ScannedImports {
  const places = fact as readonly number[];
  const end = 1 + (places[0] as number);
  const paths = (from: number, to?: number) => places.slice(from, to).map((place) => texts.text(place));
  return { imports: paths(1, end), testImports: paths(end) };
}

/** Whether a fact of either kind shows that the folder has Go files; undefined where it may have some all the same. */
export function showsGoFile(fact: readonly unknown[]): true | undefined {
  const [first] = fact;
  const isOfImports = typeof first === 'number';
  return isOfImports || (fact as readonly StoredFile[]).some(([name]) => name.endsWith('.go')) || undefined;
}

type Places = readonly (string | number)[];
type StoredHeader = readonly [goBuild: string | 0, plusBuild: readonly string[], binaryOnly: 0 | 1];
type StoredMore = readonly [
  synopsis: string,
  importComment: string | 0,
  cgo: readonly (readonly string[])[],
  embeds: Places,
  directives: Places,
];
type StoredFile = readonly [
  name: string,
  packageName: string,
  header: 0 | StoredHeader,
  imports: readonly number[],
  more: 0 | StoredMore,
];

/** The files of a folder as a fact; undefined where they cannot be remembered. */
export function factOfFiles(files: readonly SourceFile[], texts: Texts): FolderFact | undefined {
  return files.every(canBeKept) ? files.map((file) => storedFile(file, texts)) : undefined;
}

function canBeKept(file: SourceFile): boolean {
  const isOwn = ({ position }: { position: Position }) => position.file === file.path;
  return (
    file.failure === undefined &&
    file.syntaxError === undefined &&
    file.imports.every(isOwn) &&
    file.embeds.every(isOwn) &&
    file.directives.every(isOwn)
  );
}

function storedFile(file: SourceFile, texts: Texts): StoredFile {
  const imports = file.imports.flatMap(({ path, position }) => [
    texts.place(path),
    position.line,
    position.column,
  ]);
  return [file.name, file.packageName, storedHeader(file.header), imports, storedMore(file)];
}

function storedHeader({ goBuild, plusBuild, binaryOnly }: Header): 0 | StoredHeader {
  const isBlank = goBuild === undefined && plusBuild.length === 0 && !binaryOnly;
  return isBlank ? 0 : [goBuild ?? 0, plusBuild, binaryOnly ? 1 : 0];
}

function storedMore({ synopsis, importComment, cgo, embeds, directives }: SourceFile): 0 | StoredMore {
  const isBlank =
    synopsis === '' && importComment === undefined && cgo.length + embeds.length + directives.length === 0;
  if (isBlank) return 0;
  const flat = (text: string, { line, column }: Position) => [text, line, column];
  return [
    synopsis,
    importComment ?? 0,
    cgo,
    embeds.flatMap(({ pattern, position }) => flat(pattern, position)),
    directives.flatMap(({ text, position }) => flat(text, position)),
  ];
}

/** The files that a fact says are in a folder. Throws where it says none. */
export function filesOfFact(fact: readonly unknown[], folder: string, texts: Texts): SourceFile[] {
  return (fact as readonly StoredFile[]).map((stored) => fileOf(stored, folder, texts));
}

function fileOf(
  [name, packageName, header, imports, more]: StoredFile,
  folder: string,
  texts: Texts,
): SourceFile {
  const path = `${folder}/${name}`;
  const blank = unreadSource(name, path);
  if (blank === undefined || fileKind(name) === undefined) throw new TypeError('no source file');
  const at = (line: unknown, column: unknown) =>
    ({ file: path, line: line as number, column: column as number }) satisfies Position;
  const file = {
    ...blank,
    packageName,
    imports: triples(imports, (place, line, column) => ({
      path: texts.text(place as number),
      position: at(line, column),
    })),
  };
  const read = header === 0 ? file : { ...file, header: headerOf(header) };
  if (more === 0) return read;
  const [synopsis, importComment, cgo, embeds, directives] = more;
  return {
    ...read,
    synopsis,
    importComment: importComment === 0 ? undefined : importComment,
    cgo,
    embeds: triples(embeds, (pattern, line, column) => ({
      pattern: pattern as string,
      position: at(line, column),
    })),
    directives: triples(directives, (text, line, column) => ({
      text: text as string,
      position: at(line, column),
    })),
  };
}

function headerOf([goBuild, plusBuild, binaryOnly]: StoredHeader): Header {
  return { goBuild: goBuild === 0 ? undefined : goBuild, plusBuild, binaryOnly: binaryOnly === 1 };
}

function triples<T>(
  flat: readonly unknown[],
  make: (first: unknown, second: unknown, third: unknown) => T,
): T[] {
  const made: T[] = [];
  for (let at = 0; at < flat.length; at += 3) made.push(make(flat[at], flat[at + 1], flat[at + 2]));
  return made;
}
