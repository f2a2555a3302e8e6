// Very many waiters on one AbortSignal.
//
// A session hands the same signal to every request. AbortSignal looks through all of its listeners for each one that
// is added, and Node takes the eleventh for a leak; so a signal gets one listener, and its waiters a set. What is
// kept here hangs on the signal and goes with it: sessions with signals of their own share nothing.

const waiters = new WeakMap<AbortSignal, Set<() => void>>();

/** Calls `listener` once when `signal` aborts, unless the returned function was called before. */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal === undefined) return () => undefined;
  const listeners = waiters.get(signal) ?? watch(signal);
  // A function of its own, so that adding the same listener twice counts twice.
  const own = () => listener();
  listeners.add(own);
  return () => listeners.delete(own);
}

function watch(signal: AbortSignal): Set<() => void> {
  const listeners = new Set<() => void>();
  waiters.set(signal, listeners);
  const run = () => {
    const waiting = [...listeners];
    listeners.clear();
    for (const listener of waiting) listener();
  };
  signal.addEventListener('abort', run, { once: true });
  return listeners;
}

/** Settles as `promise` does, unless `signal` aborts first: then it rejects with its reason, whatever comes later. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const forget = onAbort(signal, () => reject(signal.reason));
    promise.then(resolve, reject).finally(forget);
    if (signal.aborted) reject(signal.reason);
  });
}
