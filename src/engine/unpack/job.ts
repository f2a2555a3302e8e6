// One zip, one pass: each file is inflated once, into a buffer that is used again, hashed, and written.
//
// The go command hashes a zip, compares the sum, and inflates everything a second time to extract it. Here the
// files are in their folder before their sum is compared, so whoever starts a job marks the folder as
// incomplete before, and removes it when the sum is wrong. Failures come in Go's order: what is wrong with the
// archive; for a new zip a name outside `path@version/`; the first bad file by name. What only forbids to
// extract (names, sizes) is a `refusal` beside the sum, as Go knows the sum by then.

import { GomodError } from '../../core/error.js';
import type { ModuleVersion } from '../../core/module/index.js';
import {
  bytesSource,
  checkPrefix,
  checkZipModule,
  checkZipNames,
  checkZipSize,
  readDirectory,
  type ZipDirectory,
  type ZipSource,
  zipPrefix,
} from '../../core/zip/index.js';
import { type FileSystem, withPath, writeAll } from '../io/index.js';
import { digestArchive } from './archive-digest.js';
import { type HashedArchive, hashArchive, type SinkFor } from './archive-hash.js';
import { type FileSource, openFileSource } from './file-source.js';
import { FolderWriter } from './folder-writer.js';
import type { Scratch } from './scratch.js';

/** One zip to take apart. */
export interface UnpackJob {
  readonly module: ModuleVersion;
  /** The zip: bytes in memory, or the path of a file that nobody writes to. */
  readonly source: { readonly bytes: Uint8Array } | { readonly file: string };
  /** Absolute path of a file to create, or overwrite, with the zip's bytes; undefined where the zip is in its place. */
  readonly zipFile: string | undefined;
  /** Whether the zip is new: its names are checked before it is hashed. */
  readonly isNew: boolean;
  /** Absolute path of the folder to create and fill; undefined when only the sum is wanted. */
  readonly folder: string | undefined;
  /** Whether folders are left without write permission once filled. */
  readonly readOnlyFolders: boolean;
}

/** What became of a zip. */
export interface UnpackResult extends HashedArchive {
  /** Why the zip may not be extracted although it has a sum; without Go's `unzip PATH: `. The folder was not made then. */
  readonly refusal: Error | undefined;
  /** SHA-256 of the zip's own bytes, in hex, of a new zip. */
  readonly zipSha256?: string | undefined;
}

/** Why Go would not extract the archive, though it hashes it. */
function refusalOf(m: ModuleVersion, source: ZipSource, directory: ZipDirectory): Error | undefined {
  try {
    checkZipModule(m);
    checkZipSize(source.size);
    checkZipNames(m, directory);
    return undefined;
  } catch (error) {
    if (error instanceof GomodError) return error;
    throw error;
  }
}

/** Writes the archive's bytes to `path`, in pieces; answers their SHA-256. */
function saveZip(fs: FileSystem, source: ZipSource, path: string, step: number): string {
  const fd = fs.openSync(path, 'w', 0o666);
  try {
    return digestArchive(source, step, (piece) => writeAll(fs, fd, piece));
  } catch (error) {
    throw withPath(error, path);
  } finally {
    fs.closeSync(fd);
  }
}

function unpackFrom(
  fs: FileSystem,
  source: ZipSource,
  job: UnpackJob,
  scratch: Scratch,
  checkpoint: () => void,
): UnpackResult {
  const { module: m, zipFile, isNew } = job;
  const step = scratch.window.length;
  const saved = zipFile === undefined ? undefined : saveZip(fs, source, zipFile, step);
  const zipSha256 = saved ?? (isNew ? digestArchive(source, step, checkpoint) : undefined);
  const directory = readDirectory(source);
  if (isNew) checkPrefix(m, directory);
  const refusal = refusalOf(m, source, directory);
  if (job.folder === undefined || refusal !== undefined) {
    return { ...hashArchive(source, directory, scratch, { checkpoint }), refusal, zipSha256 };
  }
  const folder = new FolderWriter(fs, job.folder);
  const prefixLength = zipPrefix(m).length;
  const sinkFor: SinkFor = ({ name }) =>
    name.endsWith('/') ? undefined : folder.begin(name.slice(prefixLength));
  const hashed = hashArchive(source, directory, scratch, { checkpoint, sinkFor });
  if (job.readOnlyFolders) folder.makeReadOnly();
  return { ...hashed, refusal, zipSha256 };
}

function open(fs: FileSystem, job: UnpackJob, scratch: Scratch): ZipSource & Partial<FileSource> {
  if ('bytes' in job.source) return bytesSource(job.source.bytes, job.zipFile);
  return openFileSource(fs, job.source.file, scratch.window);
}

/**
 * Does one job. `checkpoint` is called before each file and may throw to end it. Throws when no sum can be had:
 * ZipError with Go's words, or the node:fs error of a file that could not be read or written. Whatever it wrote, in
 * every case, is the caller's to remove. Unlike Go it does not hash what holds more than a module zip may.
 */
export function runUnpack(
  fs: FileSystem,
  job: UnpackJob,
  scratch: Scratch,
  checkpoint: () => void,
): UnpackResult {
  const source = open(fs, job, scratch);
  try {
    return unpackFrom(fs, source, job, scratch, checkpoint);
  } finally {
    source.close?.();
  }
}
