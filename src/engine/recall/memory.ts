// Runs that only looked, remembered: the same question in a world that looks the same has the same answer.
//
// Records are files in `cache/gomod/runs` of the module cache, so that `clean -modcache` removes them, one for each
// question; the oldest go when there are many. A record is used only while every variable and every path that
// its run looked at is as it was, by size, times and inode. Nothing here ever fails a run: what cannot be read is
// not remembered, what cannot be written is forgotten.

import { dirname, join } from 'node:path';
import { errnoCode, type FileSystem, writeFileAtomic } from '../io/index.js';
import type { Observer } from './observer.js';
import { decodeRecord, encodeRecord, groupSights, type RunRecord } from './record.js';
import { type Eyes, hasStamp, STAMP_LENGTH } from './sight.js';

/** How many runs are remembered; a record takes some 100 bytes for each file that the run looked at. */
const MOST_RECORDS = 128;
/** How many bytes they may take together. */
const MOST_BYTES = 32 << 20;

/** A user name and a password in a URL: such settings are not written anywhere. */
const CREDENTIALS = /:\/\/[^/\s]*@/;

/** What a run said. */
export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
}

/** Where runs of one module cache are remembered. */
export class RunMemory {
  readonly #folder: string;
  readonly #file: string;

  /**
   * @param modCache absolute path of GOMODCACHE
   * @param question everything that tells this run from others, but for what it looks at
   */
  constructor(
    private readonly fs: FileSystem,
    modCache: string,
    private readonly question: string,
  ) {
    this.#folder = join(modCache, 'cache', 'gomod', 'runs');
    this.#file = join(this.#folder, nameFor(question));
  }

  /** What the same run said before, if it would say it again; undefined otherwise. */
  recall(environment: Readonly<Record<string, string | undefined>>): Answer | undefined {
    try {
      const record = decodeRecord(this.fs.readFileSync(this.#file));
      if (record?.question !== this.question) return undefined;
      return isUnchanged(this.fs, environment, record) ? record : undefined;
    } catch {
      return undefined;
    }
  }

  /** Remembers what a run said that ended well, unless it did more than look. */
  remember(observer: Observer, answer: Answer, random: () => number): void {
    if (observer.spoiled) return;
    const { question } = this;
    const variables = [...observer.variables].map(([name, value]) => [name, value ?? null] as const);
    if (variables.some(([, value]) => value !== null && CREDENTIALS.test(value))) return;
    const targets = [...observer.targets];
    const record = { question, ...answer, variables, targets, ...groupSights(observer.sights) };
    try {
      // In a folder that go has made, which is not made anew where somebody is just removing it.
      this.#makeFolder(dirname(this.#folder));
      this.#makeFolder(this.#folder, 0o700);
      writeFileAtomic(this.fs, this.#file, encodeRecord(record), { random, mode: 0o600 });
      this.#forgetOldest();
    } catch {
      // A cache that cannot be written, or a full disk: next time we do the work again.
    }
  }

  #makeFolder(path: string, mode = 0o777): void {
    try {
      this.fs.mkdirSync(path, mode);
    } catch (error) {
      if (errnoCode(error) !== 'EEXIST') throw error;
    }
  }

  /** Keeps the newest, half of what is allowed, once there are too many. */
  #forgetOldest(): void {
    const records = this.fs
      .readdirSync(this.#folder)
      .map((name) => join(this.#folder, name))
      .map((path) => ({ path, found: this.fs.statSync(path, { throwIfNoEntry: false }) }))
      .map(({ path, found }) => ({ path, size: found?.size ?? 0, changed: found?.mtimeMs ?? 0 }))
      .sort((a, b) => b.changed - a.changed);
    const bytes = records.reduce((sum, { size }) => sum + size, 0);
    if (records.length <= MOST_RECORDS && bytes <= MOST_BYTES) return;
    let kept = 0;
    for (const [at, { path, size }] of records.entries()) {
      kept += size;
      if (at < MOST_RECORDS / 2 && kept <= MOST_BYTES / 2) continue;
      try {
        this.fs.unlinkSync(path);
      } catch {
        // Another process was first, or it is not ours.
      }
    }
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
