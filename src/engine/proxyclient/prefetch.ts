// Requests that nobody has asked for yet.
//
// A prefetch is invisible: its trace lines are kept back, its failure counts for nothing, and what is never asked for
// is dropped. When the walk asks for the same URL it claims the prefetch, at whatever stage that is: not started (it
// is forgotten, and the walk makes the request itself), head awaited or body not yet begun (the walk gets the
// answer and reads the body), body being read or there (the walk gets the bytes). Only then the lines appear.
//
// Bodies held for nobody are bounded by a budget: where a body does not fit, its answer waits unread in the socket,
// and no further prefetch starts while one waits.

import { onAbort } from '../abort.js';
import { isFatal } from '../error.js';
import { Limit } from '../io/index.js';
import type { PrefetchKind } from './client.js';
import { HttpError, isTransientStatus } from './errors.js';
import type { Slots } from './slots.js';
import { type GoUrl, urlText } from './url.js';
import { raiseForStatus, type WebAnswer, type WebContext, webGet } from './web.js';

/** What a claim gives. */
export type Claimed =
  /** The whole body; `release` returns its share of the budget. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly release: () => void }
  /** An answer that the claimant reads; `release` returns the slot of the request. */
  | { readonly kind: 'answer'; readonly answer: WebAnswer; readonly release: () => void };

interface Entry {
  readonly url: GoUrl;
  readonly kind: PrefetchKind;
  readonly lines: string[];
  /** Set when the walk has claimed the entry: lines go there directly. */
  emit: ((line: string) => void) | undefined;
  /** Undefined while the entry waits for a slot. */
  result: Promise<Claimed> | undefined;
  /** Set once the request has failed by an accident: as if it had not been made. */
  failed: boolean;
  /** Wakes an answer that waits for the budget. */
  wake: (() => void) | undefined;
}

/** What starts first: large bodies take longest. */
const order: readonly PrefetchKind[] = ['zip', 'mod', 'info', 'list', 'sumdb'];

/** Largest body that is prefetched at all. */
const maxBody = 500 << 20;
/** What a body of unknown length counts. */
const guess = 64 * 1024;

/** See the head of this file. */
export class Prefetcher {
  readonly #entries = new Map<string, Entry>();
  readonly #queues = new Map<PrefetchKind, Entry[]>(order.map((kind) => [kind, []]));
  readonly #asked = new Set<string>();
  readonly #budget: Limit;
  readonly #controller = new AbortController();
  #waiting = 0;

  constructor(
    private readonly context: WebContext,
    private readonly slots: () => Slots,
    budget: number,
  ) {
    this.#budget = new Limit(budget);
  }

  /** Asks for `url` beforehand, unless that was done already. */
  add(url: GoUrl, kind: PrefetchKind): void {
    const key = urlText(url);
    if (this.#asked.has(key) || this.#entries.has(key) || this.#controller.signal.aborted) return;
    const entry: Entry = {
      url,
      kind,
      lines: [],
      emit: undefined,
      result: undefined,
      failed: false,
      wake: undefined,
    };
    this.#entries.set(key, entry);
    this.#queues.get(kind)!.push(entry);
    this.pump();
  }

  /** Starts what may start. */
  pump(): void {
    while (this.#waiting === 0 && this.#budget.free > 0) {
      const queue = order.map((kind) => this.#queues.get(kind)!).find((entries) => entries.length > 0);
      const release = queue === undefined ? undefined : this.slots().tryAcquire();
      if (queue === undefined || release === undefined) return;
      const entry = queue.shift()!;
      entry.result = this.#run(entry, release);
      entry.result.catch((error) => {
        entry.failed = !isAnswer(error);
      });
    }
  }

  /**
   * Takes over the prefetch of `url`; undefined where there is none worth having. The promise rejects as a request of
   * the claimant's own would.
   */
  claim(url: GoUrl, emit: (line: string) => void): Promise<Claimed> | undefined {
    const key = urlText(url);
    this.#asked.add(key);
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    if (entry.result === undefined) {
      const queue = this.#queues.get(entry.kind)!;
      queue.splice(queue.indexOf(entry), 1);
      return undefined;
    }
    if (entry.failed) return undefined;
    entry.emit = emit;
    for (const line of entry.lines.splice(0)) emit(line);
    entry.wake?.();
    return entry.result;
  }

  /** Drops everything that was not claimed. */
  close(reason: unknown): void {
    for (const queue of this.#queues.values()) queue.length = 0;
    this.#entries.clear();
    this.#controller.abort(reason);
  }

  async #run(entry: Entry, release: () => void): Promise<Claimed> {
    try {
      const answer = await webGet(this.context, {
        url: entry.url,
        security: 'default',
        signal: this.#controller.signal,
        emit: (line) => (entry.emit === undefined ? entry.lines.push(line) : entry.emit(line)),
      });
      if (entry.emit !== undefined) return { kind: 'answer', answer, release };
      return await this.#readAnswer(entry, answer, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  async #readAnswer(entry: Entry, answer: WebAnswer, release: () => void): Promise<Claimed> {
    const { response } = answer;
    await raiseForStatus(answer);
    const share = await this.#share(entry, response.length ?? guess, release);
    if (share === undefined) return { kind: 'answer', answer, release };
    try {
      const bytes = await response.bytes(maxBody);
      release();
      return { kind: 'bytes', bytes, release: share };
    } catch (error) {
      share();
      throw error;
    }
  }

  /** Waits for room in the budget; undefined when the entry was claimed meanwhile. The slot is not held that long. */
  async #share(entry: Entry, size: number, release: () => void): Promise<(() => void) | undefined> {
    const waiting = new AbortController();
    const done = () => waiting.abort();
    const unwatch = onAbort(this.#controller.signal, done);
    entry.wake = done;
    this.#waiting++;
    try {
      if (size > this.#budget.free) release();
      const give = await this.#budget.acquire(size, waiting.signal);
      return () => {
        give();
        this.pump();
      };
    } catch {
      this.#controller.signal.throwIfAborted();
      return undefined;
    } finally {
      unwatch();
      entry.wake = undefined;
      this.#waiting--;
      this.pump();
    }
  }
}

/** Whether a failed prefetch is what the walk would have got: an answer, not an accident. */
function isAnswer(error: unknown): boolean {
  return isFatal(error) || (error instanceof HttpError && !isTransientStatus(error.statusCode));
}
