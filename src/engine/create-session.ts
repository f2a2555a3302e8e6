// Making a session: every part may be handed in, and has the machine's own as its default.
//
// Nothing heavy is loaded here: the HTTP client comes with the first request, native locks with the first
// lock. Two sessions share nothing but the machine.

import { isAbsolute } from 'node:path';
import { onAbort } from './abort.js';
import { createEnvironment, type Environment } from './env/index.js';
import { EngineError } from './error.js';
import type { EventSink } from './events.js';
import { createLocker, type FileSystem, type Locker, realFileSystem } from './io/index.js';
import { nodePrimitives } from './primitives.js';
import type { Clock, ModuleFlags, Primitives, Session } from './session.js';
import { type HttpRequest, type HttpResponse, type Transport, TransportError } from './transport.js';

/** The parts of a session; see {@link Session} for what each is. */
export interface SessionOptions {
  /** Absolute; the process's own when not given. */
  readonly cwd?: string;
  /** Resolved settings; those of `process.env` when not given. */
  readonly env?: Environment;
  readonly fs?: FileSystem;
  /** `fs` when not given. */
  readonly asideFs?: FileSystem;
  readonly locker?: Locker;
  readonly transport?: Transport;
  /** Where events go; nowhere when not given. */
  readonly events?: EventSink;
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  readonly random?: () => number;
  readonly primitives?: Primitives;
  readonly flags?: Partial<ModuleFlags>;
  /** True when not given. */
  readonly advice?: boolean;
}

const noFlags: ModuleFlags = {
  mod: '',
  modfile: '',
  modcacherw: false,
  overlay: '',
  trace: false,
  offline: false,
};

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      // Not node:timers/promises: many may sleep at once, and Node warns of the eleventh listener.
      const timer = setTimeout(() => {
        forget();
        resolve();
      }, ms);
      const forget = onAbort(signal, () => {
        clearTimeout(timer);
        reject(signal?.reason);
      });
    }),
};

/** Node's own transport, loaded when the first request is made. */
function lazyTransport(env: Environment): Transport {
  let made: Promise<Transport> | undefined;
  const transport = async (request: HttpRequest): Promise<HttpResponse> => {
    made ??= import('./transport/index.js').then(({ createTransport }) => createTransport({ env }));
    return (await made)(request);
  };
  const close = (): void => {
    void made?.then((each) => each.close?.());
  };
  return Object.assign(transport, { close });
}

/** No network at all. */
async function noTransport(): Promise<never> {
  throw new TransportError('dial', 'the network is disabled by -offline');
}

/** Makes a session. Neither reads nor writes anything before it is used. */
export function createSession(options: SessionOptions = {}): Session {
  const fs = options.fs ?? realFileSystem;
  const env = options.env ?? createEnvironment({ process: process.env, fs });
  const random = options.random ?? Math.random;
  const cwd = options.cwd ?? process.cwd();
  if (cwd !== '' && !isAbsolute(cwd)) {
    throw new EngineError('bad-argument', `the folder of a session is not absolute: ${cwd}`);
  }
  const flags = { ...noFlags, ...options.flags };
  return {
    cwd,
    env,
    fs,
    asideFs: options.asideFs ?? fs,
    locker: options.locker ?? createLocker({ fs, random }),
    transport: flags.offline ? noTransport : (options.transport ?? lazyTransport(env)),
    events: options.events ?? (() => {}),
    signal: options.signal ?? new AbortController().signal,
    clock: options.clock ?? systemClock,
    random,
    primitives: options.primitives ?? nodePrimitives(),
    release: env.release,
    flags,
    advice: options.advice ?? true,
  };
}
