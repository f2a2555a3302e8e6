// Packages under the names that Go's build.Package and `go list -json` have for what is in them.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Declarations,
  fileKind,
  type Position,
  readSource,
  type SourceFile,
  type SourcePackage,
  unreadSource,
} from '../../src/core/imports/index.js';
import { toWellFormed } from '../../src/core/text.js';

/** Fields by Go's names; lists that are empty are left out. */
export type GoFields = Record<string, unknown>;

function lists({ files, cgo, main, test, externalTest }: SourcePackage): Record<string, readonly string[]> {
  return {
    GoFiles: files.go,
    CgoFiles: files.cgo,
    IgnoredGoFiles: files.ignoredGo,
    InvalidGoFiles: files.invalidGo,
    IgnoredOtherFiles: files.ignoredOther,
    CFiles: files.c,
    CXXFiles: files.cxx,
    MFiles: files.objectiveC,
    HFiles: files.header,
    FFiles: files.fortran,
    SFiles: files.assembly,
    SwigFiles: files.swig,
    SwigCXXFiles: files.swigCxx,
    SysoFiles: files.object,
    TestGoFiles: files.test,
    XTestGoFiles: files.externalTest,
    CgoCFLAGS: cgo.cflags,
    CgoCPPFLAGS: cgo.cppflags,
    CgoCXXFLAGS: cgo.cxxflags,
    CgoFFLAGS: cgo.fflags,
    CgoLDFLAGS: cgo.ldflags,
    CgoPkgConfig: cgo.pkgConfig,
    Imports: main.imports.values,
    TestImports: test.imports.values,
    XTestImports: externalTest.imports.values,
    EmbedPatterns: main.embeds.values,
    TestEmbedPatterns: test.embeds.values,
    XTestEmbedPatterns: externalTest.embeds.values,
  };
}

/** Of numbers that are none only that much counts. */
function number(value: number): string {
  return value < 0 ? 'none' : String(value);
}

function place({ file, line, column }: Position): string {
  return `${toWellFormed(file)}:${number(line)}:${number(column)}`;
}

function placesOf({ values, positions }: Declarations): GoFields {
  return Object.fromEntries(
    values.map((value) => [toWellFormed(value), (positions.get(value) ?? []).map(place)]),
  );
}

function directivesOf({ directives }: SourcePackage['main']): string[] {
  return directives.map(({ text, position }) => `${place(position)} ${toWellFormed(text)}`);
}

/** The fields that `go list` prints. */
export function listFields(found: SourcePackage): GoFields {
  const filled = Object.entries(lists(found)).filter(([, list]) => list.length > 0);
  const fields: GoFields = {};
  for (const [name, list] of filled) fields[name] = list.map(toWellFormed);
  if (found.name !== '') fields.Name = toWellFormed(found.name);
  if (found.doc !== '') fields.Doc = toWellFormed(found.doc);
  return fields;
}

/** All fields of build.Package that a package's files fill, with positions as text. */
export function packageFields(found: SourcePackage): GoFields {
  const { main, test, externalTest } = found;
  return {
    ...listFields(found),
    ImportComment: found.importComment,
    BinaryOnly: found.binaryOnly,
    ImportPos: placesOf(main.imports),
    TestImportPos: placesOf(test.imports),
    XTestImportPos: placesOf(externalTest.imports),
    EmbedPatternPos: placesOf(main.embeds),
    TestEmbedPatternPos: placesOf(test.embeds),
    XTestEmbedPatternPos: placesOf(externalTest.embeds),
    Directives: directivesOf(main),
    TestDirectives: directivesOf(test),
    XTestDirectives: directivesOf(externalTest),
  };
}

interface GoPosition {
  readonly Filename: string;
  readonly Line: number;
  readonly Column: number;
}

interface GoDirective {
  readonly Text: string;
  readonly Pos: GoPosition;
}

const LISTS = /^(?:.*Files|Cgo.*|(?:X?Test)?(?:Imports|EmbedPatterns))$/;

function goPlace({ Filename, Line, Column }: GoPosition): string {
  return `${Filename}:${number(Line)}:${number(Column)}`;
}

/** The same fields of a build.Package of Go's. */
export function fieldsOfGo(found: Readonly<Record<string, unknown>>): GoFields {
  const fields: GoFields = {};
  for (const [name, value] of Object.entries(found)) {
    if (LISTS.test(name)) {
      if (Array.isArray(value) && value.length > 0) fields[name] = value;
    } else if (name === 'Name' || name === 'Doc') {
      if (value !== '') fields[name] = value;
    } else if (name.endsWith('Pos')) {
      const places = Object.entries((value ?? {}) as Record<string, GoPosition[]>);
      fields[name] = Object.fromEntries(places.map(([key, list]) => [key, list.map(goPlace)]));
    } else if (name.endsWith('Directives')) {
      const directives = (value ?? []) as GoDirective[];
      fields[name] = directives.map(({ Text, Pos }) => `${goPlace(Pos)} ${Text}`);
    } else if (name === 'ImportComment' || name === 'BinaryOnly') {
      fields[name] = value;
    }
  }
  return fields;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The sources of a real folder. */
export function readFolder(folder: string): SourceFile[] {
  const names = readdirSync(folder).filter((name) => fileKind(name) !== undefined);
  return names.flatMap((name) => {
    const path = join(folder, name);
    if (!isFile(path)) return [];
    const file = name.endsWith('.syso')
      ? unreadSource(name, path)
      : readSource(name, path, readFileSync(path));
    return file ?? [];
  });
}
