// Entries that another thread writes while this one goes on.
//
// A cold run writes a thousand small files, and each takes this thread as long as parsing what is in it. What was handed
// over is in the cache as far as this run can tell: `get` gives it until it is there.
//
// One batch is under way at a time, and whatever comes meanwhile is the next one. Where the other thread fails,
// as opposed to a write, this one writes.

import { onAbort } from '../abort.js';
import { batchOf, type Entry, type WriteJob, type Written } from '../entries/index.js';

/** Another thread that writes. */
export interface WriteElsewhere {
  /** Whether it has the time. */
  readonly canWrite: boolean;
  /** Rejects where there is no other thread, or it died; then anything may have been written. */
  write(job: WriteJob): Promise<Written>;
}

/** What becomes of entries. */
export interface WriteBehindHost {
  readonly elsewhere: WriteElsewhere;
  /** Writes an entry in this thread. */
  readonly here: (entry: Entry) => Promise<void>;
  /** A `.mod` was written, or may have been, that `list` does not name. */
  readonly unlisted: () => void;
}

interface Waiting extends Entry {
  readonly failed: (error: unknown) => void;
}

/** See the head of this file. */
export class WriteBehind {
  readonly #coming = new Map<string, Waiting>();
  #sending: Promise<void> | undefined;
  #queue: Waiting[] = [];

  constructor(private readonly host: WriteBehindHost) {}

  /** Whether an entry would be written soon. */
  get open(): boolean {
    return this.host.elsewhere.canWrite;
  }

  /** The content of an entry that was handed over and is not known to be written. */
  get(path: string): Uint8Array | undefined {
    return this.#coming.get(path)?.data;
  }

  /** Hands an entry over. `failed` is told why it could not be written. */
  add(entry: Entry, scratch: string, failed: (error: unknown) => void): void {
    const waiting = { ...entry, failed };
    this.#coming.set(entry.path, waiting);
    this.#queue.push(waiting);
    this.#sending ??= this.#send(scratch);
  }

  /** Resolves when all is written, or `signal` aborts. */
  async settle(signal: AbortSignal): Promise<void> {
    while (this.#sending !== undefined && !signal.aborted) {
      const sending = this.#sending;
      await new Promise<void>((resolve) => {
        const stop = onAbort(signal, resolve);
        void sending.then(() => {
          stop();
          resolve();
        });
      });
    }
    if (this.#sending !== undefined) this.host.unlisted();
  }

  /** Never rejects. */
  async #send(scratch: string): Promise<void> {
    while (this.#queue.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      const batch = this.#queue;
      this.#queue = [];
      try {
        const { failures, unlisted } = await this.host.elsewhere.write(batchOf(batch, scratch));
        if (unlisted) this.host.unlisted();
        for (const { at, error } of failures) batch[at]?.failed(error);
      } catch {
        await this.#writeHere(batch);
      }
      for (const each of batch) {
        if (this.#coming.get(each.path) === each) this.#coming.delete(each.path);
      }
    }
    this.#sending = undefined;
  }

  async #writeHere(batch: readonly Waiting[]): Promise<void> {
    for (const each of batch) {
      try {
        await this.host.here(each);
      } catch (error) {
        each.failed(error);
      }
    }
  }
}
