// Recalling what a run said before: the part of the memory that is loaded before anything else (commands/early.ts).
//
// A record is used only while every variable and every path that its run looked at is as it was, by size, times and inode.
// So it does not matter where it was found: what led the run to that cache is among these.

import { join } from 'node:path';
import type { FileSystem } from '../io/filesystem.js';
import { decodeRecord, type Loss, type RunRecord } from './record.js';
import { type Eyes, hasStamp, STAMP_LENGTH } from './sight.js';

/** What a run said. */
export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  /** How it is told that stdout could not be written. */
  readonly loss?: Loss;
}

export type { Loss } from './record.js';

/**
 * What is remembered in files of its own: what runs said, what the go.mod files of a graph say, and what was found in the
 * folders of modules.
 */
export type RecordKind = 'graphs' | 'runs' | 'scans' | 'sources';

/** Where the records of a kind are. `modCache`: absolute path of GOMODCACHE. */
export function recordFolder(modCache: string, kind: RecordKind): string {
  return join(modCache, 'cache', 'gomod', kind);
}

/** Where the record is that answers a question; others may have the same. `modCache`: absolute path of GOMODCACHE. */
export function recordFile(modCache: string, kind: RecordKind, question: string): string {
  return join(recordFolder(modCache, kind), nameFor(question));
}

/** Far more than a record takes that is worth it. */
const MOST_BYTES = 16 << 20;

/**
 * The bytes of a record; undefined where there is none. A file that another user has made, or that is no ordinary file, is
 * not read: whoever looks into a folder that the settings may not mean must not take somebody else's word. Throws what
 * node:fs throws.
 */
export function readRecord(
  fs: Pick<FileSystem, 'readFileSync' | 'statSync'>,
  file: string,
): Uint8Array | undefined {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile() || found.size > MOST_BYTES) return undefined;
  if (process.geteuid !== undefined && found.uid !== process.geteuid()) return undefined;
  return fs.readFileSync(file);
}

/**
 * What the run of this question said before, if it would say it again; undefined otherwise. `environment`: the variables
 * of the process.
 */
export function recall(
  fs: Eyes & Pick<FileSystem, 'readFileSync'>,
  file: string,
  question: string,
  environment: Readonly<Record<string, string | undefined>>,
): Answer | undefined {
  try {
    const data = readRecord(fs, file);
    const record = data && decodeRecord(data);
    if (record?.question !== question) return undefined;
    return isUnchanged(fs, environment, record) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** A file name for a question; others may have the same. */
function nameFor(question: string): string {
  let [high, low] = [0x811c9dc5, 0x1b873593];
  for (let i = 0; i < question.length; i++) {
    const unit = question.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b) ^ (low >>> 15);
  }
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}

/** Whether everything that the run looked at is as it was. Throws where something cannot be seen. */
function isUnchanged(
  fs: Eyes,
  environment: Readonly<Record<string, string | undefined>>,
  record: RunRecord,
): boolean {
  const { files, fileStamps, listings, listingStamps } = record;
  return (
    record.variables.every(([name, value]) => (environment[name] ?? null) === value) &&
    files.every((path, i) => hasStamp(fs, path, 'file', fileStamps, STAMP_LENGTH * i)) &&
    listings.every((path, i) => hasStamp(fs, path, 'listing', listingStamps, STAMP_LENGTH * i)) &&
    record.absent.every((path) => fs.statSync(path, { throwIfNoEntry: false }) === undefined) &&
    record.folders.every((path) => fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) &&
    record.targets.every(([path, target]) => fs.realpathSync(path) === target)
  );
}
