// Whether a module in the cache is still what was downloaded: what `go mod verify` says of it.
//
// Go hashes the zip and the folder, each whole. Here the zip is hashed, and while a file of it is in memory the
// file of the folder is compared with it: equal bytes need no second hash. Only when something is not as
// expected the folder is hashed as Go does it, to find out whether it is at least what was recorded, or Go's error.
// Modes and times are not looked at; a symbolic link counts as what it points to. Nothing is trusted that an
// earlier run has left, but for the recorded sum itself.

import { GomodError } from '../../core/error.js';
import type { ModuleVersion } from '../../core/module/index.js';
import { trimSpace } from '../../core/text.js';
import { readDirectory, ZipError, type ZipSource, zipPrefix } from '../../core/zip/index.js';
import { describeError, errnoCode, type FileSystem } from '../io/index.js';
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
}

/** What a look at the zip yields. */
interface HashedZip {
  readonly sum: string;
  /** Whether the folder is known to have that very sum. */
  readonly folderEqual: boolean;
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

/** Hashes the zip; a second time, with all checks, when something about it is not as recorded. */
function lookAtZip(verification: Verification, recorded: string): HashedZip {
  const { fs, job, scratch } = verification;
  const source = openFileSource(fs, job.zip, scratch.window);
  try {
    const quick = quickLook(verification, source);
    return quick?.sum === recorded ? quick : hashZip(verification, source, false);
  } finally {
    source.close();
  }
}

function quickLook(verification: Verification, source: ZipSource): HashedZip | undefined {
  try {
    return hashZip(verification, source, true);
  } catch (error) {
    if (error instanceof ZipError) return undefined;
    throw error;
  }
}

function sumOfFolder({ fs, job, scratch, checkpoint }: Verification): string | undefined {
  return hashFolder(fs, job.folder, zipPrefix(job.module), scratch, checkpoint);
}

/** Adds what Go says of a module whose recorded sum is `recorded`. Throws what ends the look at it. */
function compareSums(verification: Verification, recorded: string, complaints: string[]): void {
  const { job } = verification;
  const zip = job.zipMissing ? undefined : lookAtZip(verification, recorded);
  if (zip !== undefined && zip.sum !== recorded) complaints.push(`zip has been modified (${job.zip})`);
  if (job.folderMissing) return;
  const folderSum = zip?.folderEqual === true ? zip.sum : sumOfFolder(verification);
  if (folderSum !== recorded) complaints.push(`dir has been modified (${job.folder})`);
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

function complaintsOf(verification: Verification): string[] {
  const { job } = verification;
  const recorded = recordedSum(verification);
  if ('complaint' in recorded) return job.zipMissing && job.folderMissing ? [] : [recorded.complaint];
  const complaints: string[] = [];
  try {
    compareSums(verification, recorded.sum, complaints);
  } catch (error) {
    if (errnoCode(error) === undefined && !(error instanceof GomodError)) throw error;
    complaints.push(describeError(error));
  }
  return complaints;
}

/**
 * What `go mod verify` says of a module, a line each; nothing when it is as it was downloaded, or not there.
 * `checkpoint` is called before each file; what it throws, other than a GomodError, ends the verification.
 */
export function runVerify(
  fs: FileSystem,
  job: VerifyJob,
  scratch: Scratch,
  checkpoint: () => void,
): string[] {
  const { path, version } = job.module;
  return complaintsOf({ fs, job, scratch, checkpoint }).map((text) => `${path} ${version}: ${text}`);
}
