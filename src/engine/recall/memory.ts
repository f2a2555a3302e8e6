// Runs that only looked, remembered: the same question in a world that looks the same has the same answer.
//
// Records are files in `cache/gomod/runs` of the module cache, so that `clean -modcache` removes them, one for each
// question; the oldest go when there are many. A record is used only while every variable and every path that
// its run looked at is as it was, by size, times and inode. Nothing here ever fails a run: what cannot be read is
// not remembered, what cannot be written is forgotten.

import { dirname, join } from 'node:path';
import { type FileSystem, makeFolder, writeFileAtomic } from '../io/index.js';
import type { Observer } from './observer.js';
import { type Answer, recall, recordFile } from './recall.js';
import { encodeRecord, groupSights } from './record.js';

/** How many runs are remembered; a record takes some 100 bytes for each file that the run looked at. */
const MOST_RECORDS = 128;
/** How many bytes they may take together. */
const MOST_BYTES = 32 << 20;

/** A user name and a password in a URL: neither such settings nor a run that told one are written anywhere. */
const CREDENTIALS = /:\/\/[^/\s]*@/;

/** Where runs of one module cache are remembered. */
export class RunMemory {
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
    this.#file = recordFile(modCache, question);
  }

  /** What the same run said before: see `recall`. */
  recall(environment: Readonly<Record<string, string | undefined>>): Answer | undefined {
    return recall(this.fs, this.#file, this.question, environment);
  }

  /** Remembers what a run said that ended well, unless it did more than look. */
  remember(observer: Observer, answer: Answer, random: () => number): void {
    if (observer.spoiled) return;
    const { question } = this;
    const variables = [...observer.variables].map(([name, value]) => [name, value ?? null] as const);
    const texts = [answer.stdout, answer.stderr, ...variables.map(([, value]) => value ?? '')];
    if (texts.some((text) => CREDENTIALS.test(text))) return;
    const targets = [...observer.targets];
    const record = { question, ...answer, variables, targets, ...groupSights(observer.sights) };
    try {
      // In a folder that go has made, which is not made anew where somebody is just removing it.
      const folder = dirname(this.#file);
      makeFolder(this.fs, dirname(folder));
      makeFolder(this.fs, folder, 0o700);
      writeFileAtomic(this.fs, this.#file, encodeRecord(record), { random, mode: 0o600 });
      this.#forgetOldest(folder);
    } catch {
      // A cache that cannot be written, or a full disk: next time we do the work again.
    }
  }

  /** Keeps the newest, half of what is allowed, once there are too many. */
  #forgetOldest(folder: string): void {
    const records = this.fs
      .readdirSync(folder)
      .map((name) => join(folder, name))
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
