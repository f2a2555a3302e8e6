// Runs that only looked, remembered: the same question in a world that looks the same has the same answer.
//
// Records are files in `cache/gomod/runs` of the module cache, so that `clean -modcache` removes them, one for each
// question; the oldest go when there are many. A record is used only while every variable and every path that
// its run looked at is as it was, by size, times and inode, or else by the head of a source file or the names in a folder. Nothing here ever fails a run: what cannot be read is
// not remembered, what cannot be written is forgotten.

import type { FileSystem } from '../io/index.js';
import { keepRecord } from './keep.js';
import type { Observer } from './observer.js';
import { type Answer, recall, recordFile } from './recall.js';
import { encodeRecord, groupSights } from './record.js';

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
    this.#file = recordFile(modCache, 'runs', question);
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
    const record = { question, ...answer, variables, targets, ...groupSights(observer) };
    keepRecord(this.fs, this.#file, encodeRecord(record), random);
  }
}
