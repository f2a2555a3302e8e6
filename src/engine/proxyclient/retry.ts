// Trying again what failed by accident: a broken connection, a body cut short, a silent server, 502, 503, 504.
//
// go itself never does; half of its users wrap it in a shell loop for that. Pauses double and are half random, so that
// many clients of one tired server do not come back at the same moment.

import { GomodError } from '../../core/error.js';
import type { Session } from '../session.js';
import { isTransient } from './errors.js';

/** How often, and how soon. */
export interface RetryPolicy {
  readonly retries: number;
  /** Milliseconds before the first retry. */
  readonly backoff: number;
}

/** Runs `attempt` until it succeeds, fails for good, or has failed `retries` + 1 times. */
export async function retrying<T>(
  session: Session,
  { retries, backoff }: RetryPolicy,
  attempt: (last: boolean) => Promise<T>,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    try {
      return await attempt(failures === retries);
    } catch (error) {
      session.signal.throwIfAborted();
      if (!isTransient(error)) throw error;
      if (failures === retries) throw withHint(error, retries + 1);
      const pause = backoff * 2 ** failures;
      await session.clock.sleep(pause / 2 + (pause / 2) * session.random(), session.signal);
    }
  }
}

function withHint(error: unknown, attempts: number): unknown {
  if (attempts < 2 || !(error instanceof GomodError) || error.hint !== undefined) return error;
  return Object.assign(error, { hint: `gave up after ${attempts} attempts` });
}
