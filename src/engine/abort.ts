// Waiting on an AbortSignal that very many wait on.

import { setMaxListeners } from 'node:events';

/**
 * Calls `listener` once when `signal` aborts, unless the returned function was called before. A session hands the
 * same signal to every request: Node is told not to take the eleventh listener for a leak.
 */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal === undefined) return () => undefined;
  setMaxListeners(0, signal);
  signal.addEventListener('abort', listener, { once: true });
  return () => signal.removeEventListener('abort', listener);
}
