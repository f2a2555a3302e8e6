// Whether a text can be the import path of a package at all, and what Go says of one that cannot.
//
// Defined by cmd/go/internal/modload (importFromModules) and cmd/go/internal/load (loadPackageData, SafeArg).

import { checkImportPath } from '../module/index.js';
import { quote } from '../quote.js';
import { isLocalImport, isMetaPackage, type PathStyle, SLASH_PATHS } from './command-line.js';
import { SearchError } from './errors.js';

/**
 * Throws unless a module could have a package of that path: a {@link SearchError}, or the `InvalidPathError` of
 * checkImportPath. `C` passes.
 */
export function checkPackagePath(path: string, style: PathStyle = SLASH_PATHS): void {
  const refuse = (text: string): never => {
    throw new SearchError('bad-import-path', text);
  };
  const name = quote(path);
  if (path.includes('@')) refuse(`import path ${name} should not have @version`);
  if (isLocalImport(path)) {
    refuse(`${name} is relative, but relative import paths are not supported in module mode`);
  }
  if (style.isAbsolute(path)) refuse(`${name} is not a package path; see 'go help packages'`);
  if (isMetaPackage(path)) refuse(`${name} is not an importable package; see 'go help packages'`);
  if (path !== 'C') checkImportPath(path);
}

/** Throws a {@link SearchError} for a word of a command line with a version, where the command takes none. */
export function checkNoVersion(path: string): void {
  if (!path.includes('@')) return;
  const text = "can only use path@version syntax with 'go get' and 'go install' in module-aware mode";
  throw new SearchError('bad-import-path', text);
}

/** Whether a name can be handed to other programs without being taken for a flag. */
export function isSafeArgument(name: string): boolean {
  return /^[0-9A-Za-z._/\u0080-\uffff]/.test(name);
}

/** Throws a {@link SearchError} unless the path can be handed to other programs without being taken for a flag. */
export function checkSafePath(path: string): void {
  if (isSafeArgument(path)) return;
  throw new SearchError('bad-import-path', `invalid import path ${quote(path)}`);
}
