// Whether a module in the cache is still what was downloaded: what `go mod verify` says of it.
//
// Go hashes the zip and the folder, each whole. Where it is recorded what the zip was, byte for byte, when its sum was
// made, a zip with the same SHA-256 has that sum, and only the folder is hashed. Otherwise the zip is hashed, and
// while a file of it is in memory the file of the folder is compared with it: equal bytes need no second hash.
// Only when something is not as expected both are hashed as Go does it, to find out whether one is at least what was
// recorded, or Go's error. Every byte is looked at either way. Modes and times are not; a symbolic link counts as
// what it points to.

import { GomodError } from '../../core/error.js';
import type { ModuleVersion } from '../../core/module/index.js';
import { trimSpace } from '../../core/text.js';
import { MAX_ZIP_FILE, readDirectory, ZipError, type ZipSource, zipPrefix } from '../../core/zip/index.js';
import { describeError, errnoCode, type FileSystem } from '../io/index.js';
import { digestArchive } from './archive-digest.js';
import { hashArchive, type SinkFor } from './archive-hash.js';
import { FolderComparison } from './compare.js';
import { openFileSource } from './file-source.js';
import { hashFolder } from './folder-hash.js';
import type { Scratch } from './scratch.js';

/** A module of which something is in the cache. */
export interface VerifyJob {
  readonly module: ModuleVersion;
  /** Absolute path of the zip; that of the recorded sum is the same with `hash` at its end. */
  readonly zip: string;
  /** Whether there is no zip: its sum is not looked at then. */
  readonly zipMissing: boolean;
  /** Absolute path of the folder. */
  readonly folder: string;
  /** Whether there is no folder, or one that is marked as incomplete: it is not looked at then. */
  readonly folderMissing: boolean;
  /** What the zip was when it had its sum, if that is known. */
  readonly record?: KnownZip | undefined;
  /** Whether it is worth the time to say what the zip is. */
  readonly wantsRecord?: boolean;
}

/** A zip by its own bytes. */
export interface KnownZip {
  /** `h1:...`, over what it holds. */
  readonly sum: string;
  /** SHA-256 of its bytes, in hex. */
  readonly sha256: string;
}

/** What came of it. */
export interface Verified {
  /** What `go mod verify` says of the module, a line each; nothing when it is as it was downloaded, or not there. */
  readonly complaints: readonly string[];
  /** What the zip is, where that is wanted, its sum is the recorded one and its bytes are not those of the job's record. */
  readonly record: KnownZip | undefined;
}

/** What a look at the zip yields. */
interface HashedZip {
  readonly sum: string;
  /** Whether the folder is known to have that very sum. */
  readonly folderEqual: boolean;
  /** SHA-256 of its bytes, in hex, where that is not known yet. */
  readonly sha256?: string;
}

/** One verification under way: what all its steps need. */
interface Verification {
  readonly fs: FileSystem;
  readonly job: VerifyJob;
  readonly scratch: Scratch;
  readonly checkpoint: () => void;
}

function hashZip(
  { fs, job, scratch, checkpoint }: Verification,
  source: ZipSource,
  skipChecksums: boolean,
): HashedZip {
  const directory = readDirectory(source);
  if (job.folderMissing) {
    const { sum } = hashArchive(source, directory, scratch, { checkpoint, skipChecksums });
    return { sum, folderEqual: false };
  }
  const comparison = new FolderComparison(fs, job.folder, zipPrefix(job.module), scratch);
  const sinkFor: SinkFor = (entry, count) => comparison.sinkFor(entry, count);
  const { sum } = hashArchive(source, directory, scratch, { checkpoint, sinkFor, skipChecksums });
  return { sum, folderEqual: comparison.result };
}

/** Finds the sum of the zip: by its record; by its files; by its files, with all checks, when that is not `recorded`. */
function lookAtZip(verification: Verification, recorded: string): HashedZip {
  const { fs, job, scratch } = verification;
  const source = openFileSource(fs, job.zip, scratch.window);
  try {
    if (isKnown(verification, source, recorded)) return { sum: recorded, folderEqual: false };
    const quick = quickLook(verification, source);
    if (quick?.sum !== recorded) return hashZip(verification, source, false);
    return job.wantsRecord ? { ...quick, sha256: digestOfZip(verification, source) } : quick;
  } finally {
    source.close();
  }
}

/** Whether the zip has the bytes that it had when its sum was the recorded one. */
function isKnown(verification: Verification, source: ZipSource, recorded: string): boolean {
  const { record } = verification.job;
  if (record?.sum !== recorded || source.size > MAX_ZIP_FILE) return false;
  return record.sha256 === digestOfZip(verification, source);
}

function digestOfZip({ scratch, checkpoint }: Verification, source: ZipSource): string {
  return digestArchive(source, scratch.window.length, checkpoint);
}

function quickLook(verification: Verification, source: ZipSource): HashedZip | undefined {
  try {
    return hashZip(verification, source, true);
  } catch (error) {
    if (error instanceof ZipError) return undefined;
    throw error;
  }
}

/** The sum of the folder. Where that is not `recorded`, or cannot be had, each file was read until it had no more to give. */
function sumOfFolder(verification: Verification, recorded: string): string | undefined {
  try {
    if (hashedFolder(verification, true) === recorded) return recorded;
  } catch (error) {
    if (errnoCode(error) === undefined && !(error instanceof GomodError)) throw error;
  }
  return hashedFolder(verification, false);
}

function hashedFolder(verification: Verification, quick: boolean): string | undefined {
  const { fs, job, scratch, checkpoint } = verification;
  return hashFolder(fs, job.folder, zipPrefix(job.module), scratch, { checkpoint, quick });
}

/** What Go says of a folder whose recorded sum is `recorded`. Throws what ends the look at it. */
function compareFolder(verification: Verification, zip: HashedZip | undefined, recorded: string): string[] {
  const { job } = verification;
  if (job.folderMissing) return [];
  const sum = zip?.folderEqual === true ? zip.sum : sumOfFolder(verification, recorded);
  return sum === recorded ? [] : [`dir has been modified (${job.folder})`];
}

/** The recorded sum, or what Go says when it cannot be read. */
function recordedSum({ fs, job }: Verification): { sum: string } | { complaint: string } {
  const path = `${job.zip}hash`;
  try {
    return { sum: trimSpace(fs.readFileSync(path, 'latin1')) };
  } catch (error) {
    if (errnoCode(error) === undefined) throw error;
    return { complaint: `missing ziphash: ${describeError(error, { path })}` };
  }
}

/** What Go says of a module whose recorded sum is `recorded`; what ends the look at it comes last. */
function compareSums(verification: Verification, recorded: string): Verified {
  const { job } = verification;
  const complaints: string[] = [];
  let zip: HashedZip | undefined;
  try {
    zip = job.zipMissing ? undefined : lookAtZip(verification, recorded);
    if (zip !== undefined && zip.sum !== recorded) complaints.push(`zip has been modified (${job.zip})`);
    complaints.push(...compareFolder(verification, zip, recorded));
  } catch (error) {
    if (errnoCode(error) === undefined && !(error instanceof GomodError)) throw error;
    complaints.push(describeError(error));
  }
  const record = zip?.sha256 === undefined ? undefined : { sum: zip.sum, sha256: zip.sha256 };
  return { complaints, record };
}

function look(verification: Verification): Verified {
  const { job } = verification;
  const recorded = recordedSum(verification);
  if ('sum' in recorded) return compareSums(verification, recorded.sum);
  const complaints = job.zipMissing && job.folderMissing ? [] : [recorded.complaint];
  return { complaints, record: undefined };
}

/**
 * Verifies one module. `checkpoint` is called before each file; what it throws, other than a GomodError, ends the
 * verification.
 */
export function runVerify(
  fs: FileSystem,
  job: VerifyJob,
  scratch: Scratch,
  checkpoint: () => void,
): Verified {
  const { path, version } = job.module;
  const { complaints, record } = look({ fs, job, scratch, checkpoint });
  return { complaints: complaints.map((text) => `${path} ${version}: ${text}`), record };
}
