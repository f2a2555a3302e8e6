// Entries that another thread writes while this one goes on.
//
// A cold run writes a thousand small files, and each takes this thread as long as parsing what is in it. What was handed
// over is in the cache as far as this run can tell: `get` gives it until it is there.
//
// One batch is under way at a time, and what comes meanwhile is in the next ones. Where the other thread fails,
// as opposed to a write, this one writes; at the end of the run, when it has nothing else to do, it takes its share.

import { orAborted } from '../abort.js';
import { batchOf, type Entry, type WriteJob, type Written } from '../entries/index.js';
import { turn } from '../turn.js';

/** Another thread that writes. */
export interface WriteElsewhere {
  /** Whether it has the time. */
  readonly canWrite: boolean;
  /** Says that there will be something to write soon. */
  prepareToWrite(): void;
  /** Rejects where there is no other thread, or it died; then anything may have been written. */
  write(job: WriteJob): Promise<Written>;
}

/** What becomes of entries. */
export interface WriteBehindHost {
  readonly elsewhere: WriteElsewhere;
  /** Of the run. */
  readonly signal: AbortSignal;
  /** Writes an entry in this thread. */
  readonly here: (entry: Entry) => Promise<void>;
  /** A `.mod` was written, or may have been, that `list` does not name. */
  readonly unlisted: () => void;
}

interface Waiting extends Entry {
  readonly failed: (error: unknown) => void;
}

/** Entries in a batch: whoever ends the run waits for one. */
const MOST_AT_ONCE = 64;
/** So many this thread writes at the end before it sees whether the other one is free again. */
const BETWEEN_TURNS = 8;
/** A batch takes a hundredth of that, and on a slow disk a third. */
const PATIENCE_MS = 1000;

type Failures = Written['failures'];

/** See the head of this file. */
export class WriteBehind {
  readonly #coming = new Map<string, Waiting>();
  #sending: Promise<void> | undefined;
  readonly #queue: Waiting[] = [];
  #underWay: readonly Waiting[] = [];
  /** What a `failed` threw. */
  #thrown: { readonly error: unknown } | undefined;

  constructor(private readonly host: WriteBehindHost) {}

  /** Whether an entry would be written soon. */
  get open(): boolean {
    return this.host.elsewhere.canWrite;
  }

  /** States that many entries will come. */
  expectMany(): void {
    if (this.open) this.host.elsewhere.prepareToWrite();
  }

  /** The content of an entry that was handed over and is not known to be written. */
  get(path: string): Uint8Array | undefined {
    return this.#coming.get(path)?.data;
  }

  /** Hands an entry over. `failed` is told why it could not be written; what it throws, `settle` throws. */
  add(entry: Entry, scratch: string, failed: (error: unknown) => void): void {
    const waiting = { ...entry, failed };
    this.#giveUp(this.#coming.get(entry.path));
    this.#coming.set(entry.path, waiting);
    this.#queue.push(waiting);
    this.#sending ??= this.#send(scratch);
  }

  /** What has a successor before its turn has come is not written. */
  #giveUp(earlier: Waiting | undefined): void {
    const at = earlier === undefined ? -1 : this.#queue.indexOf(earlier);
    if (at >= 0) this.#queue.splice(at, 1);
  }

  /**
   * Resolves when all is written, or the run is aborted: then nothing more is handed over, and what is being written is
   * waited for as long as it takes unless somebody else holds a lock.
   */
  async settle(): Promise<void> {
    const { signal, unlisted } = this.host;
    await this.#drain();
    if (this.#sending !== undefined) await orAborted(this.#sending, signal).catch(() => undefined);
    if (this.#sending !== undefined && signal.aborted) {
      await settledWithin(this.#sending, PATIENCE_MS);
      if (this.#sending !== undefined) unlisted();
    }
    if (this.#thrown !== undefined) throw this.#thrown.error;
  }

  /** Writes what waits, last first: the other thread takes it from the front, and is given more of it in between. */
  async #drain(): Promise<void> {
    for (let written = 0; ; written++) {
      if (written % BETWEEN_TURNS === 0) await turn();
      if (this.host.signal.aborted) return;
      const last = this.#queue.at(-1);
      // What is under way has to be there before its successor.
      if (last === undefined || this.#underWay.some(({ path }) => path === last.path)) return;
      this.#queue.pop();
      const failures = await this.#writeHere([last]);
      if (this.host.signal.aborted) return;
      this.#done([last], failures);
    }
  }

  #done(entries: readonly Waiting[], failures: Failures): void {
    for (const each of entries) {
      if (this.#coming.get(each.path) === each) this.#coming.delete(each.path);
    }
    for (const { at, error } of failures) this.#tell(entries[at], error);
  }

  /** Never rejects. */
  async #send(scratch: string): Promise<void> {
    while (this.#queue.length > 0) {
      await turn();
      if (this.host.signal.aborted) break;
      const batch = this.#queue.splice(0, MOST_AT_ONCE);
      this.#underWay = batch;
      const failures = await this.#write(batch, scratch);
      if (this.host.signal.aborted) break;
      this.#done(batch, failures);
    }
    this.#underWay = [];
    this.#sending = undefined;
  }

  async #write(batch: readonly Waiting[], scratch: string): Promise<Failures> {
    try {
      const { failures, unlisted } = await this.host.elsewhere.write(batchOf(batch, scratch));
      if (unlisted) this.host.unlisted();
      return failures;
    } catch {
      return await this.#writeHere(batch);
    }
  }

  async #writeHere(batch: readonly Waiting[]): Promise<Failures> {
    const failures: { at: number; error: unknown }[] = [];
    for (const [at, each] of batch.entries()) {
      // Whoever ended the other thread waits for nobody.
      if (this.host.signal.aborted) break;
      try {
        await this.host.here(each);
      } catch (error) {
        failures.push({ at, error });
      }
    }
    return failures;
  }

  #tell(waiting: Waiting | undefined, error: unknown): void {
    try {
      waiting?.failed(error);
    } catch (thrown) {
      this.#thrown ??= { error: thrown };
    }
  }
}

/** Resolves with `work`, which never rejects, after `ms` at the latest. */
async function settledWithin(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
