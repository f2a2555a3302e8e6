// A session for tests of the network: real sockets, a clock that does not wait, and everything said written down.

import { createSession, type SessionOptions } from '../../src/engine/create-session.js';
import { createEnvironment } from '../../src/engine/env/index.js';
import { realFileSystem } from '../../src/engine/io/index.js';
import type { Session } from '../../src/engine/session.js';
import { createTransport } from '../../src/engine/transport/index.js';

/** A session, and what was seen of it. */
export interface ClientSession {
  readonly session: Session;
  /** Lines of -x. */
  readonly trace: string[];
  /** Pauses asked for, in milliseconds. */
  readonly pauses: number[];
}

/** Makes one; `process` is its environment, `patience` how many milliseconds it waits for a silent server. */
export function clientSession(
  process: Record<string, string> = {},
  options: Partial<SessionOptions> = {},
  patience = 20_000,
): ClientSession {
  const trace: string[] = [];
  const pauses: number[] = [];
  const env = createEnvironment({ process: { GOENV: 'off', ...process }, fs: realFileSystem });
  const session = createSession({
    env,
    flags: { trace: true },
    events: (event) => event.kind === 'trace' && trace.push(event.text),
    transport: createTransport({ env, limits: { idle: patience } }),
    random: () => 0.5,
    clock: {
      now: () => 0,
      sleep: async (ms, signal) => {
        pauses.push(ms);
        signal?.throwIfAborted();
      },
    },
    ...options,
  });
  return { session, trace, pauses };
}
