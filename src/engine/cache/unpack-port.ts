// What the cache needs of whoever takes zips apart (engine/unpack).
//
// One pass over a zip yields its hash, its files in a folder, and its bytes in a file. The cache decides where
// these go, whether they may stay, and when they get their final names; the unpacker knows nothing of locks,
// marks and sums.

import type { ModuleVersion } from '../../core/module/index.js';

/** A module zip: bytes in memory, or a file that nobody writes to. */
export type ZipSource = { readonly bytes: Uint8Array } | { readonly file: string };

/** A zip that was fetched. A file of its own, in the cache's file system, may be moved to its place. */
export type FetchedZip = { readonly bytes: Uint8Array } | { readonly file: string; readonly own: boolean };

/** One zip to take apart. */
export interface UnpackJob {
  readonly module: ModuleVersion;
  readonly source: ZipSource;
  /** Absolute path of a file to create with the zip's bytes; undefined where the zip is in its place already. */
  readonly zipFile: string | undefined;
  /** Whether the zip is new to the cache: then its names are checked before it is hashed. */
  readonly isNew: boolean;
  /**
   * Absolute path of the folder to create and fill; it does not exist, its parent does. Undefined when only the sum
   * is wanted.
   */
  readonly folder: string | undefined;
  /** Whether folders are left without write permission once filled. */
  readonly readOnlyFolders: boolean;
}

/** What became of it. */
export interface UnpackResult {
  /** The sum over all files of the zip, `h1:...`. */
  readonly sum: string;
  /** SHA-256 of the zip's own bytes, in hex; undefined where it was not new. */
  readonly zipSha256?: string | undefined;
  /**
   * Why the zip may not be extracted although its sum is known: a name or a size that modules may not have. The
   * message lacks Go's `unzip PATH: `. The folder is incomplete or missing then.
   */
  readonly refusal: Error | undefined;
}

/**
 * Does one job. Rejects when no sum can be had (not a zip, corrupt, an entry outside the module's prefix) or a
 * file cannot be written. Whatever it wrote, in every case, is the caller's to remove.
 */
export type Unpack = (job: UnpackJob, signal: AbortSignal) => Promise<UnpackResult>;
