// Module zips: reading archives as Go reads them, the rules for what they may hold, making and hashing them.

export {
  checkModuleZip,
  checkPrefix,
  checkZipModule,
  checkZipNames,
  checkZipSize,
  isCleanPath,
  type ModuleZipFile,
  zipPrefix,
} from './check.js';
export { type Crc32, crc32 } from './crc32.js';
export { type CreateOptions, createModuleZip } from './create.js';
export { readDirectory, type ZipDirectory, type ZipEntry } from './directory.js';
export {
  type BodyRange,
  type BodyTools,
  checkBody,
  inflateAsGo,
  isDirectory,
  locateBody,
  readEntry,
  repeatsSum,
  STORED,
} from './entry-data.js';
export {
  checksumError,
  contentsTooLarge,
  formatError,
  unexpectedEof,
  ZipError,
  type ZipErrorCode,
} from './error.js';
export {
  type CheckedFiles,
  checkFiles,
  type FileComplaint,
  type HasFixedVendorRule,
  isVendoredPackage,
  requireValid,
  type SourceFile,
} from './files.js';
export { fold } from './fold.js';
export { entriesByName, hashZip, requireHashableName } from './hash.js';
export { entryKind } from './kind.js';
export { MAX_ENTRIES, MAX_GO_MOD, MAX_LICENSE, MAX_ZIP_FILE } from './limits.js';
export { type ListedEntry, type Listing, listModuleFiles, type SourceTree } from './listing.js';
export { bytesSource, type ZipSource } from './source.js';
export { type WriterTools, ZipWriter } from './writer.js';
