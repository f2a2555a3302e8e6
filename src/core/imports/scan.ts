// What the module loader wants of a folder: the paths that its files import, and those that its tests do.
//
// It reads no further than the quick reader (reach.ts) and checks nothing: of a file with a syntax error the imports
// before it count. Files that import "C" count where cgo is on. In the mode for any build, every file counts whose
// constraints may hold somewhere, and names say nothing. Named on a command line, files count whatever their
// constraints. With an index (choose.ts) imports are those of the parser, none in a file that is wrong, and a file
// that cannot be read counts as one without imports. Defined by cmd/go/internal/imports and cmd/go/internal/modindex.

import { unquote } from '../strconv/index.js';
import { decodeText, sortTexts } from '../text.js';
import type { TagTest } from './constraint.js';
import { nameHolds } from './context.js';
import { ImportsError } from './error.js';
import { isTestName } from './file-name.js';
import { type Header, headerHolds, headerMayHold, NO_HEADER, readHeader } from './header.js';
import { nulError, reachOfImports } from './reach.js';
import { isPossibleImport, type SourceFile } from './source.js';

/** What the module loader knows of a Go file. */
export interface ScannedFile {
  readonly name: string;
  readonly imports: readonly string[];
  /** Undefined where there are two `//go:build` lines: such a file is not built. */
  readonly header: Header | undefined;
}

/** What the quick reader has found in a Go file. */
export interface QuickScan extends ScannedFile {
  /** Whether an index has the same of the file. False where only reading it whole can tell: `scannedOf`. */
  readonly certain: boolean;
}

/** What a parser minds in comments: byte order marks, and bytes that are no UTF-8. */
const NO_COMMENT = /[\ufeff\ud800-\udfff]/u;

/** Which files count: those for these tags, or those for any build. */
export type ScanTags = TagTest | 'any';

/** Imports of a folder; each path once, sorted. */
export interface ScannedImports {
  readonly imports: readonly string[];
  readonly testImports: readonly string[];
}

/** Whether the module loader looks at files of this name. */
export function isScanned(name: string, tags: ScanTags): boolean {
  if (!name.endsWith('.go') || name.startsWith('_') || name.startsWith('.')) return false;
  return tags === 'any' || nameHolds(name, tags);
}

/**
 * Reads a Go file as the module loader does. Throws an ImportsError `source-read` for a NUL: before the end of the
 * imports, or anywhere behind a syntax error.
 */
export function scanSource(name: string, path: string, bytes: Uint8Array): QuickScan {
  try {
    const reach = reachOfImports(bytes);
    if (reach.oddAt !== undefined && reach.bytes.includes(0, reach.oddAt)) throw nulError();
    const imports: string[] = [];
    for (let at = 0; at < reach.paths.length; at += 2) {
      const value = unquote(decodeText(reach.bytes.subarray(reach.paths[at], reach.paths[at + 1])));
      if (value !== undefined) imports.push(value);
    }
    const text = decodeText(reach.bytes.subarray(0, reach.end));
    const header = headerOf(text);
    const certain =
      reach.certain && header !== undefined && !NO_COMMENT.test(text) && areCertain(imports, reach.paths);
    return { name, imports, header, certain };
  } catch (cause) {
    if (!(cause instanceof ImportsError)) throw cause;
    throw new ImportsError(cause.code, `reading ${path}: ${cause.message}`, { cause });
  }
}

function areCertain(imports: readonly string[], paths: readonly number[]): boolean {
  return imports.length * 2 === paths.length && imports.every(isPossibleImport);
}

function headerOf(text: string): Header | undefined {
  try {
    return readHeader(text);
  } catch (error) {
    if (error instanceof ImportsError) return undefined;
    throw error;
  }
}

/** The same of a file that was read whole, as an index has it. */
export function scannedOf(file: SourceFile): ScannedFile {
  const header = file.failure === undefined ? file.header : NO_HEADER;
  return { name: file.name, imports: file.imports.map(({ path }) => path), header };
}

function isBuilt({ header }: ScannedFile, tags: ScanTags): boolean {
  if (header === undefined) return false;
  try {
    return tags === 'any' ? headerMayHold(header) : headerHolds(header, tags);
  } catch (error) {
    if (error instanceof ImportsError) return false;
    throw error;
  }
}

function sorted(paths: ReadonlySet<string>): string[] {
  const list = [...paths];
  sortTexts(list);
  return list;
}

/**
 * The imports of files for which `isScanned` holds, or which were named (`explicit`). Throws an ImportsError
 * `no-go-files` where none counts.
 */
export function scanImports(files: readonly ScannedFile[], tags: ScanTags, explicit = false): ScannedImports {
  const imports = new Set<string>();
  const testImports = new Set<string>();
  let count = 0;
  for (const file of files) {
    if (tags !== 'any' && !tags('cgo') && file.imports.includes('C')) continue;
    if (!explicit && !isBuilt(file, tags)) continue;
    count++;
    const paths = isTestName(file.name) ? testImports : imports;
    for (const path of file.imports) paths.add(path);
  }
  if (count === 0) throw new ImportsError('no-go-files', 'no Go source files');
  return { imports: sorted(imports), testImports: sorted(testImports) };
}
