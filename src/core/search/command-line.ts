// Words of a command line that name packages: what kind of pattern each is, and its canonical form.
//
//   literal    no `...`, no reserved name: one package at most
//   meta       the reserved names all, std, cmd, tool, work
//   local      begins with ./ or ../, or is . or .., or is absolute: folders; otherwise import paths
//
// Patterns are made canonical before anything else looks at them: cleaned, but for a leading `./` which tells folders
// from import paths, and what follows an @, which is a version. Backslashes of patterns that are not absolute become
// slashes on every system. Defined by cmd/go/internal/search and `go help packages`.

import { quote } from '../quote.js';
import { cleanPath } from '../slash-path.js';

/** What a system's file names are like. */
export interface PathStyle {
  isAbsolute(path: string): boolean;
  /** The shortest form of an absolute path. */
  clean(path: string): string;
}

/** Systems with slashes. */
export const SLASH_PATHS: PathStyle = Object.freeze({
  isAbsolute: (path: string) => path.startsWith('/'),
  clean: cleanPath,
});

const META: ReadonlySet<string> = new Set(['std', 'cmd', 'tool', 'work', 'all']);

/** Whether `name` is reserved: it stands for several packages and is no import path. */
export function isMetaPackage(name: string): boolean {
  return META.has(name);
}

/** Whether `path` begins as relative folders do. */
export function isLocalImport(path: string): boolean {
  return path === '.' || path === '..' || path.startsWith('./') || path.startsWith('../');
}

/** Whether `pattern` names one package at most. */
export function isLiteral(pattern: string): boolean {
  return !pattern.includes('...') && !isMetaPackage(pattern);
}

/** Whether `pattern` is about folders. */
export function isLocal(pattern: string, style: PathStyle = SLASH_PATHS): boolean {
  return isLocalImport(pattern) || style.isAbsolute(pattern);
}

/** Whether a package of GOROOT/src with this path belongs to Go: its first element has no dot. */
export function isStandardImportPath(path: string): boolean {
  const slash = path.indexOf('/');
  return !path.slice(0, slash < 0 ? path.length : slash).includes('.');
}

/** The canonical form of the words; `.` where there are none. */
export function cleanPatterns(words: readonly string[], style: PathStyle = SLASH_PATHS): string[] {
  return words.length === 0 ? ['.'] : words.map((word) => cleanPattern(word, style));
}

function cleanPattern(word: string, style: PathStyle): string {
  if (style.isAbsolute(word)) return style.clean(word);
  const at = isLocalImport(word) ? -1 : word.indexOf('@');
  const path = (at < 0 ? word : word.slice(0, at)).replaceAll('\\', '/');
  const version = at < 0 ? '' : word.slice(at);
  const clean = cleanPath(path);
  return (path.startsWith('./') && clean !== '.' ? `./${clean}` : clean) + version;
}

/**
 * What went wrong in resolving a pattern, with the pattern before it. Where it becomes the error of a package (`list`),
 * Go leaves a literal pattern out.
 */
export function describeMatchError(pattern: string, message: string): string {
  return isLiteral(pattern) ? `${pattern}: ${message}` : `pattern ${pattern}: ${message}`;
}

/** Go's warning (behind `go: `) about a pattern that gave neither packages nor errors. */
export function unmatchedWarning(pattern: string): string {
  return `warning: ${quote(pattern)} matched no packages`;
}

/** Go's warning (behind `go: `) about a pattern whose packages are no programs, where programs are wanted. */
export function onlyLibrariesWarning(pattern: string): string {
  return `warning: ${quote(pattern)} matched only non-main packages`;
}
