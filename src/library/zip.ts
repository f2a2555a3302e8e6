// `gomod/zip`: module zips, as golang.org/x/mod/zip makes, checks and unpacks them, and their `h1:` hashes.
//
// Every name in a module zip begins with `path@version/`. Archives are read as Go's archive/zip reads them, so what
// is refused here is what the go command refuses, in the same words. No function touches a disk: archives are bytes, or a
// `ZipSource` that reads them piece by piece.

import { compare } from '../core/gover/index.js';
import { parseLax } from '../core/modfile/index.js';
import type { ModuleVersion } from '../core/module/index.js';
import {
  bytesSource,
  type CheckedFiles,
  checkFiles as checkFilesBy,
  checkModuleZip,
  createModuleZip,
  hashZip as hashZipBy,
  type Listing,
  listModuleFiles,
  type ModuleZipFile,
  readEntry,
  type SourceFile,
  type SourceTree,
  type ZipEntry,
  type ZipSource,
} from '../core/zip/index.js';
import { type PrimitivesOptions, primitivesOf } from './primitives.js';

export type {
  DeflateRaw,
  Ed25519PublicKey,
  Ed25519Sign,
  Ed25519Verify,
  InflateRaw,
  Sha256,
} from '../core/crypto.js';
export { GomodError } from '../core/error.js';
export type { ModuleVersion } from '../core/module/index.js';
export {
  bytesSource,
  type CheckedFiles,
  type FileComplaint,
  type ListedEntry,
  type Listing,
  MAX_GO_MOD,
  MAX_LICENSE,
  MAX_ZIP_FILE,
  type ModuleZipFile,
  readDirectory,
  type SourceFile,
  type SourceTree,
  type ZipDirectory,
  type ZipEntry,
  ZipError,
  type ZipErrorCode,
  type ZipSource,
} from '../core/zip/index.js';
export type { Primitives, PrimitivesOptions } from './primitives.js';

/** A file of a module, unpacked. */
export interface UnzippedFile {
  /** Path in the module, with slashes; clean, and valid as a file path. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** The release whose go line brought the present rule for vendored packages. */
const FIXED_VENDOR_RULE = '1.24';

function hasFixedVendorRule(goMod: Uint8Array): boolean {
  try {
    return compare(parseLax('go.mod', goMod).go?.version ?? '', FIXED_VENDOR_RULE) >= 0;
  } catch {
    return false;
  }
}

/**
 * The hash of an archive's contents, as go.sum has it for a module (dirhash.HashZip): how they are packed does not count.
 * Throws a {@link ZipError} for what archive/zip refuses, and for contents above {@link MAX_ZIP_FILE}.
 */
export function hashZip(archive: ZipSource | Uint8Array, options: PrimitivesOptions = {}): string {
  const { sha256, inflateRaw } = primitivesOf(options);
  return hashZipBy(archive, sha256, { inflateRaw });
}

/**
 * The files of the zip of the module `m`, in the order of the archive, after every check of names and sizes
 * (zip.CheckZip). Contents are not read. Throws a {@link ZipError} that names all bad files, or a ModuleError of
 * gomod/module for a path or version that is none.
 */
export function checkZip(m: ModuleVersion, archive: ZipSource | Uint8Array): readonly ModuleZipFile[] {
  return checkModuleZip(m, archive);
}

/** The content of one entry. Throws a {@link ZipError} where it is cut, corrupt or longer than declared. */
export function readFile(
  archive: ZipSource | Uint8Array,
  entry: ZipEntry,
  options: PrimitivesOptions = {},
): Uint8Array {
  const source = archive instanceof Uint8Array ? bytesSource(archive) : archive;
  return readEntry(source, entry, { inflateRaw: primitivesOf(options).inflateRaw });
}

/**
 * The files of the zip of the module `m` with their contents, one at a time (zip.Unzip). Throws as {@link checkZip}
 * before the first, and as {@link readFile} at a bad one. The hash is not checked: that is {@link hashZip}.
 */
export function* unzip(
  m: ModuleVersion,
  archive: ZipSource | Uint8Array,
  options: PrimitivesOptions = {},
): Generator<UnzippedFile, void, undefined> {
  for (const { path, entry } of checkZip(m, archive)) {
    yield { path, content: readFile(archive, entry, options) };
  }
}

/**
 * Which of a tree's files go into the zip of its module, and why the others do not (zip.CheckFiles). The rule for vendored
 * packages is that of the go line in the root's go.mod. Throws what `read` of that file throws.
 */
export function checkFiles(files: readonly SourceFile[]): CheckedFiles {
  return checkFilesBy(files, hasFixedVendorRule);
}

/**
 * The files of a folder that may go into the zip of its module (zip.CreateFromDir): neither folders of version
 * control nor other modules are entered. Throws what `tree` throws.
 */
export function listFiles(tree: SourceTree): Listing {
  return listModuleFiles(tree, hasFixedVendorRule);
}

/**
 * The zip of the module `m` with these files in their order, without those that do not belong in it (zip.Create).
 * The same files always give the same bytes. Throws a {@link ZipError} whose message begins with `create zip: `.
 */
export function createZip(
  m: ModuleVersion,
  files: readonly SourceFile[],
  options: PrimitivesOptions = {},
): Uint8Array {
  const { deflateRaw } = primitivesOf(options);
  return createModuleZip(m, files, { deflateRaw, hasFixedVendorRule });
}
