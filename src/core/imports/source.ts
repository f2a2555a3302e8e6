// One file of a package: what it says, whatever it is built for.
//
// Nothing here depends on a build, so it can be kept. Files that are not Go have constraints alone. Errors are part
// of the answer: which of them matter depends on whether the file is built (package.ts). Defined by go/build and
// cmd/go/internal/modindex.

import { unquote } from '../strconv/index.js';
import { decodeText, isSpace } from '../text.js';
import { cgoLines } from './cgo.js';
import { type Embed, findEmbeds } from './embeds.js';
import { ImportsError } from './error.js';
import { type FileKind, fileKind, isTestName } from './file-name.js';
import { type Header, NO_HEADER, readHeader } from './header.js';
import { findImportComment } from './import-comment.js';
import type { Position } from './lines.js';
import { importPathError, type ParsedFile, parseHead } from './parser.js';
import { type Reach, reachOfComments, reachOfImports } from './reach.js';
import { synopsis } from './synopsis.js';

/** An import, and where it stands. */
export interface SourceImport {
  readonly path: string;
  readonly position: Position;
}

/** A `//go:` comment above the package clause. */
export interface Directive {
  /** The comment, its slashes included. */
  readonly text: string;
  readonly position: Position;
}

/** See the head of this file. */
export interface SourceFile {
  /** The name in its folder. */
  readonly name: string;
  /** The name that messages and positions have, with the folder. */
  readonly path: string;
  readonly kind: FileKind;
  /** Why nothing more is known: it cannot be opened, not be read, or has two `//go:build` lines. */
  readonly failure: ImportsError | undefined;
  readonly header: Header;
  /** What is wrong with its Go; then it has no imports here. */
  readonly syntaxError: ImportsError | undefined;
  /** The name in the package clause; '' where that is wrong. */
  readonly packageName: string;
  /** The first sentence of the package comment. */
  readonly synopsis: string;
  readonly imports: readonly SourceImport[];
  /** For each import of "C", the `#cgo` lines above it. */
  readonly cgo: readonly (readonly string[])[];
  readonly embeds: readonly Embed[];
  readonly directives: readonly Directive[];
  /** What stands in the import comment, quotes included; undefined where there is none. */
  readonly importComment: string | undefined;
}

const ILLEGAL_IN_PATHS = /["!#$%&'()*,:;<=>?[\\\]^{|}`\ufffd]/;
const GRAPHIC_ONLY = /^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]+$/u;

/** Whether a package could have this path, as far as its characters tell. */
export function isPossibleImport(path: string): boolean {
  if (!GRAPHIC_ONLY.test(path) || ILLEGAL_IN_PATHS.test(path)) return false;
  for (let at = 0; at < path.length; at++) if (isSpace(path.charCodeAt(at))) return false;
  return true;
}

function blank(name: string, path: string, kind: FileKind): SourceFile {
  return {
    name,
    path,
    kind,
    failure: undefined,
    header: NO_HEADER,
    syntaxError: undefined,
    packageName: '',
    synopsis: '',
    imports: [],
    cgo: [],
    embeds: [],
    directives: [],
    importComment: undefined,
  };
}

/** A file whose bytes are not at hand: because its name shuts it out, it is an object, or reading it failed. */
export function unreadSource(name: string, path: string, failure?: ImportsError): SourceFile | undefined {
  const kind = fileKind(name);
  return kind && { ...blank(name, path, kind), failure };
}

/**
 * Reads a file; `path` is its name in messages and positions. Undefined for files that packages do not see. Never
 * throws for what the bytes say.
 */
export function readSource(name: string, path: string, bytes: Uint8Array): SourceFile | undefined {
  const kind = fileKind(name);
  if (kind === undefined) return undefined;
  const file = blank(name, path, kind);
  if (kind === 'object') return file;
  try {
    return kind === 'go' ? readGo(file, bytes) : readOther(file, bytes);
  } catch (error) {
    if (!(error instanceof ImportsError)) throw error;
    return { ...file, failure: failureOf(error, file) };
  }
}

function failureOf(error: ImportsError, { name, path }: SourceFile): ImportsError {
  const isHeader = error.code === 'constraint-multiple';
  const message = isHeader ? `${name}: ${error.message}` : `read ${path}: ${error.message}`;
  return new ImportsError(error.code, message, { cause: error });
}

function headText({ bytes, end }: Reach): string {
  return decodeText(bytes.subarray(0, end));
}

function readOther(file: SourceFile, bytes: Uint8Array): SourceFile {
  return { ...file, header: readHeader(headText(reachOfComments(bytes))) };
}

function readGo(file: SourceFile, bytes: Uint8Array): SourceFile {
  const reach = reachOfImports(bytes);
  const text = headText(reach);
  const parsed = parseHead(file.path, text);
  const isTest = isTestName(file.name);
  const known: SourceFile = {
    ...file,
    header: readHeader(text),
    packageName: parsed.packageName,
    synopsis: isTest || parsed.doc === '' ? '' : synopsis(parsed.doc),
    syntaxError: parsed.error,
    importComment: text.includes('import') ? findImportComment(text) : undefined,
  };
  if (parsed.error !== undefined) return known;
  const imports = importsOf(parsed);
  if (imports instanceof ImportsError) return { ...known, syntaxError: imports };
  const embeds = imports.some(({ path }) => path === 'embed')
    ? findEmbeds(file.path, decodeText(reach.bytes))
    : [];
  const cgo = parsed.imports
    .filter((_, index) => imports[index]?.path === 'C')
    .map(({ doc = '' }) => cgoLines(doc));
  return { ...known, imports, embeds, cgo, directives: directivesOf(parsed) };
}

function importsOf(parsed: ParsedFile): SourceImport[] | ImportsError {
  const imports: SourceImport[] = [];
  for (const { literal, start } of parsed.imports) {
    const path = unquote(literal);
    const position = parsed.lines.at(start);
    if (path === undefined) {
      throw new ImportsError('source-read', `parser returned invalid quoted string: <${literal}>`);
    }
    if (!isPossibleImport(path)) return importPathError(path, position);
    imports.push({ path, position });
  }
  return imports;
}

function directivesOf({ comments, packageStart, lines }: ParsedFile): Directive[] {
  const found: Directive[] = [];
  for (const group of comments) {
    if ((group[0]?.start ?? 0) >= packageStart) break;
    for (const { start, text } of group) {
      if (text.startsWith('//go:')) found.push({ text, position: lines.at(start) });
    }
  }
  return found;
}
