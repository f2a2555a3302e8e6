// Work that is done once for each key, however often and however concurrently it is asked for.
//
// Results and failures are both kept (Go's par.ErrCache): a module that could not be fetched is not asked for
// again in the same run, and every asker gets the very same error.

/** See the head of this file. */
export class OnceCache<V> {
  readonly #results = new Map<string, Promise<V>>();

  /** The result of the first `work` that was given for `key`. `work` starts in this call. */
  do(key: string, work: () => Promise<V>): Promise<V> {
    const known = this.#results.get(key);
    if (known !== undefined) return known;
    const result = start(work);
    this.#results.set(key, result);
    // Whoever asked handles the failure; an entry that nobody awaits any more must not end the process.
    result.catch(() => undefined);
    return result;
  }

  /** What is known or under way for `key`. */
  get(key: string): Promise<V> | undefined {
    return this.#results.get(key);
  }

  /** Makes a result known without work. A key that is known already keeps what it has. */
  put(key: string, value: V): void {
    if (!this.#results.has(key)) this.#results.set(key, Promise.resolve(value));
  }
}

async function start<V>(work: () => Promise<V>): Promise<V> {
  return await work();
}
