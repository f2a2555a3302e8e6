// A budget that concurrent work draws from: requests under way, bytes in memory.
//
// First come, first served: a large request is not starved by small ones behind it. A request larger than the
// whole budget gets all of it, alone. Rule for callers: whoever waits for a file lock must hold no share of a
// budget, or two processes can wait for each other for ever.

import { setMaxListeners } from 'node:events';

interface Waiting {
  readonly amount: number;
  readonly grant: () => void;
}

/** See the head of this file. */
export class Limit {
  #free: number;
  readonly #waiting: Waiting[] = [];

  /** @param total the whole budget, in the caller's unit; at least 1. */
  constructor(readonly total: number) {
    this.#free = total;
  }

  /** What is not given out. */
  get free(): number {
    return this.#free;
  }

  /** The function that gives `amount` back, like `acquire`; undefined where it would have to be waited for. */
  tryAcquire(amount = 1): (() => void) | undefined {
    const share = this.#shareOf(amount);
    if (this.#waiting.length > 0 || share > this.#free) return undefined;
    this.#free -= share;
    return this.#giver(share);
  }

  /**
   * Waits for `amount` and returns the function that gives it back (calling it again does nothing). Rejects with the
   * reason of `signal` when that aborts first.
   */
  async acquire(amount = 1, signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    const now = this.tryAcquire(amount);
    if (now !== undefined) return now;
    const share = this.#shareOf(amount);
    await this.#wait(share, signal);
    return this.#giver(share);
  }

  #shareOf(amount: number): number {
    return Math.min(Math.max(amount, 0), this.total);
  }

  #giver(share: number): () => void {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#free += share;
      this.#serve();
    };
  }

  /** Runs `work` while holding `amount`. */
  async with<T>(amount: number, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const release = await this.acquire(amount, signal);
    try {
      return await work();
    } finally {
      release();
    }
  }

  #wait(amount: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.#waiting.splice(this.#waiting.indexOf(entry), 1);
        reject(signal?.reason);
        this.#serve();
      };
      const grant = () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const entry: Waiting = { amount, grant };
      this.#waiting.push(entry);
      // Hundreds may wait at once; Node takes more than ten for a leak and says so on stderr.
      if (signal !== undefined) setMaxListeners(0, signal);
      signal?.addEventListener('abort', abort, { once: true });
    });
  }

  #serve(): void {
    for (
      let next = this.#waiting[0];
      next !== undefined && next.amount <= this.#free;
      next = this.#waiting[0]
    ) {
      this.#waiting.shift();
      this.#free -= next.amount;
      next.grant();
    }
  }
}
