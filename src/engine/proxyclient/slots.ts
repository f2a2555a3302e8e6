// How many requests may be under way, and who goes first.
//
// What the walk asks for goes first, in order. Prefetches take what is left, and never the last few slots: what is
// asked for while large prefetches are under way must not wait for them.

import { onAbort } from '../abort.js';

/** See the head of this file. */
export class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /**
   * @param total requests at once
   * @param reserved how many of them prefetches leave alone
   * @param onFree called when a prefetch may find a free slot
   */
  constructor(
    total: number,
    private readonly reserved: number,
    private readonly onFree: () => void,
  ) {
    this.#free = total;
  }

  /** Waits for a slot; resolves with the function that gives it back. Rejects with the reason of `signal`. */
  async acquire(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#free > 0 && this.#waiting.length === 0) this.#free--;
    else await this.#wait(signal);
    return this.#releaser();
  }

  /** Whether there is a slot for a prefetch. */
  get spare(): boolean {
    return this.#waiting.length === 0 && this.#free > this.reserved;
  }

  /** A slot for a prefetch; to be called where one is to spare only. */
  take(): () => void {
    this.#free--;
    return this.#releaser();
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const unwatch = onAbort(signal, () => {
        this.#waiting.splice(this.#waiting.indexOf(grant), 1);
        reject(signal.reason);
      });
      const grant = () => {
        unwatch();
        resolve();
      };
      this.#waiting.push(grant);
    });
  }

  #releaser(): () => void {
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const next = this.#waiting.shift();
      if (next !== undefined) next();
      else {
        this.#free++;
        this.onFree();
      }
    };
  }
}
