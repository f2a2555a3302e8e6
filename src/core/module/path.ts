// Which texts are module paths, import paths and names of files in a module.
//
// All three are slash-separated elements. An element is not empty, not only dots, does not end in a dot, and the
// part before its first dot is no device name of Windows in any case (CON, PRN, AUX, NUL, COM1-9, LPT1-9).
//   file    letters of any script, ASCII digits, space and !#$%&()+,-.=@[]^_{}~
//   import  ASCII letters and digits and -._~+; no leading dash; an element's part before its first dot does
//           not end in a tilde and digits, as the short names of Windows do
//   module  as import but without +; no element begins with a dot; the first element is a lower-case domain
//           name with a dot and no leading dash; a major version suffix is one (path-major.ts)
// The characters are few so that a path is the same in file systems that fold case or normalise, in URLs and on
// command lines. Defined by golang.org/x/mod/module and `go help importpath`; the order of the checks decides
// which message is given.
//
// Every requirement read passes through here: a check walks char codes and allocates only to report.

import { quote, quoteChar } from '../quote.js';
import * as semver from '../semver/index.js';
import { InvalidPathError, InvalidVersionError, ModuleError, type PathKind } from './errors.js';
import { isLetter } from './letter.js';
import { splitPathVersion, versionProblem } from './path-major.js';

const DOT = 0x2e;
const DASH = 0x2d;
const SLASH = 0x2f;

const FIRST = 1;
const MODULE = 2;
const IMPORT = 4;
const FILE = 8;

/** For each ASCII character the kinds of path that may have it. */
const ALLOWED: Uint8Array = (() => {
  const table = new Uint8Array(128);
  const allow = (chars: string, kinds: number): void => {
    for (let i = 0; i < chars.length; i++) table[chars.charCodeAt(i)]! |= kinds;
  };
  allow('abcdefghijklmnopqrstuvwxyz0123456789-.', FIRST | MODULE | IMPORT | FILE);
  allow('ABCDEFGHIJKLMNOPQRSTUVWXYZ_~', MODULE | IMPORT | FILE);
  allow('+', IMPORT | FILE);
  allow('!#$%&(),=@[]^{} ', FILE);
  return table;
})();

const KIND_BIT: Readonly<Record<PathKind, number>> = { module: MODULE, import: IMPORT, file: FILE };

const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[1-9])$/i;

/** Whether the UTF-16 text is one: lone surrogates stand for bytes that are no UTF-8. */
function isWellFormed(path: string): boolean {
  for (let i = 0; i < path.length; i++) {
    const code = path.charCodeAt(i);
    if (code < 0xd800 || code > 0xdfff) continue;
    const next = path.charCodeAt(i + 1);
    if (code > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return false;
    i++;
  }
  return true;
}

/** The character of `text` at `index`, both halves of a pair. */
function charAt(text: string, index: number): string {
  return String.fromCodePoint(text.codePointAt(index) ?? 0);
}

/** Index of the first character in [start, end) that `bit` does not allow, or -1. */
function disallowedIndex(path: string, start: number, end: number, bit: number): number {
  for (let i = start; i < end; i++) {
    const code = path.charCodeAt(i);
    if (code < 128) {
      if ((ALLOWED[code]! & bit) === 0) return i;
    } else {
      const rune = code < 0xd800 || code > 0xdbff ? code : (path.codePointAt(i) ?? 0);
      if (bit !== FILE || !isLetter(rune)) return i;
      if (rune > 0xffff) i++;
    }
  }
  return -1;
}

function isOnlyDots(path: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (path.charCodeAt(i) !== DOT) return false;
  return true;
}

/** Whether [start, end) ends in a tilde and one digit or more. */
function hasShortNameTail(path: string, start: number, end: number): boolean {
  let i = end;
  while (i > start && path.charCodeAt(i - 1) >= 0x30 && path.charCodeAt(i - 1) <= 0x39) i--;
  return i < end && i > start && path.charAt(i - 1) === '~';
}

/** What is wrong with the element path[start, end), in Go's words; undefined where nothing is. */
function elementProblem(path: string, start: number, end: number, kind: PathKind): string | undefined {
  if (start === end) return 'empty path element';
  const first = path.charCodeAt(start);
  if (first === DOT && isOnlyDots(path, start, end)) {
    return `invalid path element ${quote(path.slice(start, end))}`;
  }
  if (first === DOT && kind === 'module') return 'leading dot in path element';
  if (path.charCodeAt(end - 1) === DOT) return 'trailing dot in path element';
  const bad = disallowedIndex(path, start, end, KIND_BIT[kind]);
  if (bad >= 0) return `invalid char ${quoteChar(charAt(path, bad))}`;
  let dot = start;
  while (dot < end && path.charCodeAt(dot) !== DOT) dot++;
  if (dot - start <= 4 && dot - start >= 3 && DEVICE.test(path.slice(start, dot))) {
    return `${quote(path.slice(start, dot))} disallowed as path element component on Windows`;
  }
  if (kind !== 'file' && hasShortNameTail(path, start, dot)) {
    return 'trailing tilde and digits in path element';
  }
  return undefined;
}

/** What is wrong with one element as a name of a file: see the head of this file. */
export function fileElementProblem(element: string): string | undefined {
  return elementProblem(element, 0, element.length, 'file');
}

function pathProblem(path: string, kind: PathKind): string | undefined {
  const problem = formProblem(path, kind);
  // What is no UTF-8 is told first, but no kind of path may have it: good paths need not be asked.
  return problem !== undefined && !isWellFormed(path) ? 'invalid UTF-8' : problem;
}

function formProblem(path: string, kind: PathKind): string | undefined {
  if (path === '') return 'empty string';
  if (path.charCodeAt(0) === DASH && kind !== 'file') return 'leading dash';
  if (path.includes('//')) return 'double slash';
  if (path.charCodeAt(path.length - 1) === SLASH) return 'trailing slash';
  for (let start = 0; ; ) {
    const slash = path.indexOf('/', start);
    const end = slash < 0 ? path.length : slash;
    const problem = elementProblem(path, start, end, kind);
    if (problem !== undefined || slash < 0) return problem;
    start = slash + 1;
  }
}

function modulePathProblem(path: string): string | undefined {
  const problem = pathProblem(path, 'module');
  if (problem !== undefined) return problem;
  const slash = path.indexOf('/');
  const end = slash < 0 ? path.length : slash;
  const dot = path.indexOf('.');
  if (dot < 0 || dot >= end) return 'missing dot in first path element';
  const bad = disallowedIndex(path, 0, end, FIRST);
  if (bad >= 0) return `invalid char ${quoteChar(path.charAt(bad))} in first path element`;
  return splitPathVersion(path).ok ? undefined : 'invalid version';
}

/** Whether a module could be fetched by that path: whether {@link checkPath} passes. */
export function isModulePath(path: string): boolean {
  return modulePathProblem(path) === undefined;
}

/** Whether a package could be imported by that path: whether {@link checkImportPath} passes. */
export function isImportPath(path: string): boolean {
  return pathProblem(path, 'import') === undefined;
}

/** Throws {@link InvalidPathError} unless `path` is a module path. */
export function checkPath(path: string): void {
  const problem = modulePathProblem(path);
  if (problem !== undefined) throw new InvalidPathError('module', path, problem);
}

/** Throws {@link InvalidPathError} unless `path` is an import path. */
export function checkImportPath(path: string): void {
  const problem = pathProblem(path, 'import');
  if (problem !== undefined) throw new InvalidPathError('import', path, problem);
}

/** Throws {@link InvalidPathError} unless `path` may be the name of a file in a module. */
export function checkFilePath(path: string): void {
  const problem = pathProblem(path, 'file');
  if (problem !== undefined) throw new InvalidPathError('file', path, problem);
}

/**
 * Throws unless `path` is a module path, `version` a semantic version, and its major version that of the path:
 * {@link InvalidPathError} for the first, {@link ModuleError} for the others.
 */
export function check(path: string, version: string): void {
  checkPath(path);
  const m = { path, version: '' };
  if (!semver.isValid(version)) {
    throw new ModuleError(m, new InvalidVersionError(version, 'not a semantic version'));
  }
  const problem = versionProblem(version, splitPathVersion(path).pathMajor);
  if (problem !== undefined) throw new ModuleError(m, new InvalidVersionError(version, problem));
}
