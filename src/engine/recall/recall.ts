// Recalling what a run said before: the part of the memory that is loaded before anything else (commands/early.ts).
//
// A record is used only while every variable and every path that its run looked at is as it was, by size, times and inode. What
// is not may be as it was all the same, as far as it matters: a source file whose head is the same, a folder with the same
// names. That is looked into for a few; after more changes the work is done anew, and the next run finds all as it is.
// So it does not matter where it was found: what led the run to that cache is among these.

import { join } from 'node:path';
import type { FileSystem } from '../io/filesystem.js';
import { hasHead, hasNames } from './digest.js';
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

type ReaderEyes = Eyes & Pick<FileSystem, 'readFileSync' | 'readdirSync'>;

/** How many files and folders are looked into that are not as they were. */
const MOST_CHANGED = 64;

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
  fs: ReaderEyes,
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
  fs: ReaderEyes,
  environment: Readonly<Record<string, string | undefined>>,
  record: RunRecord,
): boolean {
  const { files, fileStamps, heads, listings, listingStamps, names } = record;
  let changed = 0;
  const isSame =
    <K extends readonly [place: number, ...unknown[]]>(
      kind: 'file' | 'listing',
      stamps: readonly number[],
      known: readonly K[],
      isStill: (path: string, known: K) => boolean,
    ) =>
    (path: string, place: number): boolean => {
      if (hasStamp(fs, path, kind, stamps, STAMP_LENGTH * place)) return true;
      const found = known.find(([each]) => each === place);
      return found !== undefined && ++changed <= MOST_CHANGED && isStill(path, found);
    };
  return (
    record.variables.every(([name, value]) => (environment[name] ?? null) === value) &&
    files.every(isSame('file', fileStamps, heads, (path, [, ...head]) => hasHead(fs, path, head))) &&
    listings.every(
      isSame('listing', listingStamps, names, (path, [, digest]) => hasNames(fs, path, digest)),
    ) &&
    record.absent.every((path) => fs.statSync(path, { throwIfNoEntry: false }) === undefined) &&
    record.folders.every((path) => fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) &&
    record.targets.every(([path, target]) => fs.realpathSync(path) === target)
  );
}
