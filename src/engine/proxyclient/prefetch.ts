// Requests that nobody has asked for yet.
//
// A prefetch is invisible: its trace lines are kept back, its failure counts for nothing, and what is never asked for
// is dropped. When the walk asks for the same URL it claims the prefetch, at whatever stage that is: not started (then
// it never is, and the walk makes the request itself), head awaited or body not yet begun (the walk gets the
// answer and reads the body), body being read or there (the walk gets the bytes). Only then the lines appear.
//
// Zips take longest, so they start first; but at most so many at once, for before anybody consumes them the walk has
// to get through the small files. Their bodies, held for nobody, are bounded by a budget: where one does not fit, its
// answer waits unread in the socket, and no further zip starts while one waits. Small files have a budget of their own,
// so that they do not wait behind zips.

import { MAX_ZIP_FILE } from '../../core/zip/index.js';
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

/** A request that was made beforehand. */
class Entry {
  readonly lines: string[] = [];
  /** Set when the walk has claimed the entry: lines go there directly. */
  emit: ((line: string) => void) | undefined;
  result: Promise<Claimed> | undefined;
  /** Set once the request has failed by an accident: as if it had not been made. */
  failed = false;
  /** Wakes an answer that waits for the budget. */
  wake: (() => void) | undefined;

  constructor(
    readonly url: GoUrl,
    readonly kind: PrefetchKind,
  ) {}
}

/** What starts first. */
const order: readonly PrefetchKind[] = ['zip', 'mod', 'info', 'list', 'sumdb'];
/** How many zips may be under way. */
const maxZips = 24;

/** Largest of the files other than zips that is prefetched. */
const maxText = 64 << 20;
/** What a body of unknown length counts. */
const guess = 64 * 1024;
/** Bytes of small files that are held for nobody. */
const smallBudget = 16 << 20;

/** Entries of one size class: what they wait for, and how many. */
class Lane {
  readonly budget: Limit;
  /** Answers that wait for the budget. */
  waiting = 0;
  underWay = 0;

  constructor(
    budget: number,
    private readonly most: number,
  ) {
    this.budget = new Limit(budget);
  }

  get open(): boolean {
    return this.waiting === 0 && this.budget.free > 0 && this.underWay < this.most;
  }
}

/** See the head of this file. */
export class Prefetcher {
  readonly #entries = new Map<string, Entry>();
  /** Lists that are not read to their ends. */
  readonly #queues = new Map<PrefetchKind, Iterator<GoUrl>[]>(order.map((kind) => [kind, []]));
  readonly #asked = new Set<string>();
  readonly #zips: Lane;
  readonly #small = new Lane(smallBudget, Number.POSITIVE_INFINITY);
  readonly #controller = new AbortController();

  constructor(
    private readonly context: WebContext,
    private readonly slots: () => Slots,
    budget: number,
    private readonly zipComes: (bytes: number) => void = () => {},
  ) {
    this.#zips = new Lane(budget, maxZips);
  }

  /** Asks for each of `urls` beforehand, unless that was done already. They are taken one by one as there are slots. */
  addAll(kind: PrefetchKind, urls: Iterable<GoUrl>): void {
    if (this.#controller.signal.aborted) return;
    this.#queues.get(kind)!.push(urls[Symbol.iterator]());
    this.pump();
  }

  /** Starts what may start. */
  pump(): void {
    for (const kind of order) {
      while (this.#lane(kind).open) {
        const slots = this.slots();
        if (!slots.spare) return;
        const url = this.#next(kind);
        if (url === undefined) break;
        this.#start(url, kind, slots.take());
      }
    }
  }

  /** The next URL that nobody has asked for. */
  #next(kind: PrefetchKind): GoUrl | undefined {
    const queue = this.#queues.get(kind)!;
    for (let urls = queue[0]; urls !== undefined; urls = queue[0]) {
      const { done, value } = urls.next();
      if (done === true) queue.shift();
      else if (!this.#asked.has(urlText(value)) && !this.#entries.has(urlText(value))) return value;
    }
    return undefined;
  }

  #start(url: GoUrl, kind: PrefetchKind, release: () => void): void {
    const entry = new Entry(url, kind);
    this.#entries.set(urlText(url), entry);
    entry.result = this.#run(entry, release);
    entry.result.catch((error) => {
      entry.failed = !isAnswer(error);
    });
  }

  #lane(kind: PrefetchKind): Lane {
    return kind === 'zip' ? this.#zips : this.#small;
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

  async #run(entry: Entry, releaseSlot: () => void): Promise<Claimed> {
    const lane = this.#lane(entry.kind);
    lane.underWay++;
    const release = () => {
      if (!held) return;
      held = false;
      lane.underWay--;
      releaseSlot();
    };
    let held = true;
    try {
      const answer = await webGet(this.context, {
        url: entry.url,
        security: 'default',
        signal: this.#controller.signal,
        emit: (line) => (entry.emit === undefined ? entry.lines.push(line) : entry.emit(line)),
      });
      const { status, length } = answer.response;
      if (entry.kind === 'zip' && status === 200 && length !== undefined) this.zipComes(length);
      if (entry.emit !== undefined) return { kind: 'answer', answer, release };
      return await this.#readAnswer(entry, answer, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  async #readAnswer(entry: Entry, answer: WebAnswer, release: () => void): Promise<Claimed> {
    const { response } = answer;
    if (response.status !== 200) await raiseForStatus(answer);
    const { budget } = this.#lane(entry.kind);
    const size = response.length ?? guess;
    const give = budget.tryAcquire(size) ?? (await this.#roomFor(entry, size, release));
    if (give === undefined) return { kind: 'answer', answer, release };
    const share = () => {
      give();
      this.pump();
    };
    try {
      const bytes = await response.bytes(entry.kind === 'zip' ? MAX_ZIP_FILE : maxText);
      release();
      return { kind: 'bytes', bytes, release: share };
    } catch (error) {
      share();
      throw error;
    }
  }

  /** Waits for room in the budget; undefined when the entry was claimed meanwhile. The slot is not held that long. */
  async #roomFor(entry: Entry, size: number, release: () => void): Promise<(() => void) | undefined> {
    const lane = this.#lane(entry.kind);
    const waiting = new AbortController();
    const done = () => waiting.abort();
    const unwatch = onAbort(this.#controller.signal, done);
    entry.wake = done;
    lane.waiting++;
    try {
      release();
      return await lane.budget.acquire(size, waiting.signal);
    } catch {
      this.#controller.signal.throwIfAborted();
      return undefined;
    } finally {
      unwatch();
      entry.wake = undefined;
      lane.waiting--;
      this.pump();
    }
  }
}

/** Whether a failed prefetch is what the walk would have got: an answer, not an accident. */
function isAnswer(error: unknown): boolean {
  return isFatal(error) || (error instanceof HttpError && !isTransientStatus(error.statusCode));
}
