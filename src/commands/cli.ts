// The process around a run: the streams, signals, and the exit status.
//
// SIGINT and SIGTERM abort a run that opened a session, or asked to be told; when everything has come to rest the same
// signal ends the process, so that whoever started us sees what he sees of go. A second signal ends it at once, and so
// does a run that does not come to rest. Any other run they end as they end any process.

import { writeSync } from 'node:fs';
import { tuneForShortRuns } from './compiler.js';
import { type Program, runProgram } from './main.js';
import { leave, processStreams } from './streams.js';
import { faceOf, whereWeAre, workingFolder } from './surroundings.js';

/** How long an aborted run may take to come to rest, in milliseconds. */
const REST_WITHIN = 3000;

/** Ends the process by a signal that nobody handles any more. */
function endBySignal(signal: NodeJS.Signals): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

/** The same for any signal: what Node does with it, like ignoring SIGPIPE, is over when somebody has listened for it. */
function endByAnySignal(signal: NodeJS.Signals): void {
  try {
    process.on(signal, () => {});
  } catch {
    // SIGKILL, which needs none.
  }
  endBySignal(signal);
}

/** A run that waits for something that will never come must not look like one that ended well. */
function refuseToEndEarly(received: () => NodeJS.Signals | undefined): void {
  process.once('beforeExit', () => {
    const signal = received();
    if (signal !== undefined) endBySignal(signal);
    else {
      writeSync(2, 'go: internal error: nothing is left to wait for before the end of the run\n');
      process.exit(2);
    }
  });
}

/** The signals that abort a run. They are handled from the moment when something is there to be aborted. */
class Interruption {
  readonly #controller = new AbortController();
  received: NodeJS.Signals | undefined;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, (name) => this.#abort(name));
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  #abort(signal: NodeJS.Signals): void {
    if (this.received !== undefined) {
      endBySignal(signal);
      return;
    }
    this.received = signal;
    this.#controller.abort(new DOMException(`ended by ${signal}`, 'AbortError'));
    setTimeout(endBySignal, REST_WITHIN, signal).unref();
  }
}

/** Runs the program as this process. `pretend` replaces parts of what the process says about itself. */
export async function runProcess(pretend: Partial<Program> = {}): Promise<void> {
  let interruption: Interruption | undefined;
  refuseToEndEarly(() => interruption?.received);
  const [, self = '', ...words] = process.argv;
  const face = faceOf(self);
  const status = await runProgram({
    words,
    face,
    ...(face === 'go' ? { self } : {}),
    environment: process.env,
    ...whereWeAre(process.env),
    chdir: (folder) => {
      process.chdir(folder);
      return workingFolder(process.env);
    },
    streams: processStreams(),
    signal: () => {
      interruption ??= new Interruption();
      return interruption.signal;
    },
    workBegins: tuneForShortRuns,
    endBySignal: endByAnySignal,
    ...pretend,
  });
  if (interruption?.received !== undefined) endBySignal(interruption.received);
  else leave(status);
}
