// Who may import what: `internal` and `vendor` in import paths.
//
// Rules and texts: cmd/go/internal/load (disallowInternal, disallowVendor).

import { pathBelow } from '../../core/slash-path.js';

/** The start of the last element `internal`; undefined without one. */
function internalIn(path: string): number | undefined {
  if (path === 'internal' || path.endsWith('/internal')) return path.length - 'internal'.length;
  const inside = path.lastIndexOf('/internal/');
  if (inside >= 0) return inside + 1;
  return path.startsWith('internal/') ? 0 : undefined;
}

/** The start of the last element `vendor` that is not at the end; undefined without one. */
function vendorIn(path: string): number | undefined {
  const inside = path.lastIndexOf('/vendor/');
  if (inside >= 0) return inside + 1;
  return path.startsWith('vendor/') ? 0 : undefined;
}

/** Of what an element at `start` is below, without the slash. */
function above(path: string, start: number): string {
  return path.slice(0, Math.max(start - 1, 0));
}

/** Who imports. */
export interface ImportingPackage {
  readonly path: string;
  readonly folder: string;
}

/** What is imported. */
export interface ImportedPackage {
  readonly path: string;
  readonly folder: string;
  readonly ofModule: boolean;
}

/** Where links lead; for folders that are written in two ways. */
type RealPath = (path: string) => string;

function isBelow(path: string, prefix: string): boolean {
  return pathBelow(path, prefix) !== undefined;
}

/** Whether the folder is in `parent`, by name or once links are followed. */
function isIn(folder: string, parent: string, real: RealPath): boolean {
  return isBelow(folder, parent) || isBelow(real(folder), real(parent));
}

/** Whether `importer` may import a package with `internal` in its path. */
export function mayImportInternal(
  importer: ImportingPackage,
  imported: ImportedPackage,
  real: RealPath,
): boolean {
  const start = internalIn(imported.path);
  if (importer.path === '' || start === undefined) return true;
  if (isBelow(imported.path, 'testing/internal') && importer.path === 'testmain') return true;
  const isFips = isBelow(imported.path, 'crypto/internal/fips140');
  if (isBelow(importer.path, 'crypto') && isFips) return true;
  if (isBelow(importer.path, 'crypto/internal/fips140')) return isBelow(imported.path, 'crypto/internal');
  const isBelowParent = isBelow(importer.path, above(imported.path, start));
  if (imported.ofModule) return isBelowParent;
  // The standard library has no folders where Go is not installed; everybody else has.
  if (imported.folder === '') return importer.folder === '' && isBelowParent;
  return isIn(importer.folder, parentFolder(imported, start), real);
}

/** The folder above the element at `start` of the import path, which the folder's path ends with. */
function parentFolder({ path, folder }: ImportedPackage, start: number): string {
  return folder.slice(0, Math.max(start - 1, 0) + folder.length - path.length);
}

/** Why `importer` may not import a vendored package as `word`; undefined where it may. */
export function vendorProblem(
  word: string,
  importer: ImportingPackage,
  imported: ImportedPackage,
  real: RealPath,
): string | undefined {
  if (importer.path === '') return undefined;
  const start = vendorIn(imported.path);
  const room = imported.folder.length - imported.path.length;
  if (start !== undefined && start + room >= 0) {
    if (!isIn(importer.folder, parentFolder(imported, start), real))
      return 'use of vendored package not allowed';
  }
  const written = vendorIn(word);
  if (written === undefined) return undefined;
  return `${word} must be imported as ${word.slice(written + 'vendor/'.length)}`;
}
