// The two output streams of the process.
//
// Standard output is collected and written once, at the end: one system call, and nothing of it when a run
// fails before it has something to say. A reader of either stream that has gone away (EPIPE) ends the run quietly, with
// the signal SIGPIPE, as it ends go. Any other failure to write does not matter to most commands of go; some tell it, if
// more was lost than they hold back to the end. Text may hold bytes that are no UTF-8
// (core/text.ts); they come out as they came in.

import { writeSync } from 'node:fs';
import { encodeText } from '../core/text.js';
import { describeError } from '../engine/io/errno.js';
import type { Loss } from '../engine/recall/recall.js';
import type { Face } from './command.js';

/** Exit status of a process that SIGPIPE ended, as shells show it. */
const BROKEN_PIPE_STATUS = 141;

/** Writes all bytes. Answers false when nobody reads any more. Throws the node:fs error of any other failure. */
function writeAll(fd: number, data: Uint8Array): boolean {
  for (let at = 0; at < data.length; ) {
    try {
      at += writeSync(fd, data, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return false;
      if (code !== 'EAGAIN') throw error;
      // A pipe that someone made non-blocking and that is full: look again in a millisecond.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
  return true;
}

/** Where a run writes. */
export interface Streams {
  /** Adds to the standard output. `loss` says how go tells that all up to here is lost, where it does. */
  out(text: string | Uint8Array, loss?: Loss): void;
  /** Writes to the standard error at once. Where nobody reads it any more, the process ends. */
  err(text: string): void;
  /**
   * Writes the standard output. Answers the exit status that writing asks for: 0 when all went well, what `failed` makes of
   * the node:fs error of a write otherwise; it is told how go tells of the loss, undefined where it does not.
   */
  flush(failed: (error: unknown, loss: Loss | undefined) => number): number;
}

/** The streams of this process. */
export function processStreams(): Streams {
  const chunks: Uint8Array[] = [];
  let told: Loss | undefined;
  return {
    out: (text, loss) => {
      told = loss ?? told;
      chunks.push(typeof text === 'string' ? encodeText(text) : text);
    },
    err: (text) => {
      try {
        if (!writeAll(2, encodeText(text))) endByBrokenPipe();
      } catch {
        // There is nobody left to tell.
      }
    },
    flush: (failed) => {
      const [only] = chunks;
      if (only === undefined) return 0;
      const data = chunks.length === 1 ? only : Buffer.concat(chunks);
      chunks.length = 0;
      try {
        return writeAll(1, data) ? 0 : BROKEN_PIPE_STATUS;
      } catch (error) {
        return failed(error, told !== undefined && data.length > told.held ? told : undefined);
      }
    },
  };
}

/** The status of a run whose standard output cannot be written. Go's command often ends well all the same. */
export function outputLost(face: Face, streams: Pick<Streams, 'err'>): Parameters<Streams['flush']>[0] {
  return (error, loss) => {
    const why = (path: string) => describeError(error, { op: 'write', path });
    if (face === 'gomod') streams.err(`gomod: the output cannot be written: ${why('stdout')}\n`);
    else if (loss === undefined) return 0;
    else streams.err(`${loss.said}${why('/dev/stdout')}\n`);
    return 1;
  };
}

/** How long a signal may take to end the process, in milliseconds. */
const SIGNAL_WITHIN = 1000;

/** Ends the process by SIGPIPE; where there is no such signal, with its status. */
function endByBrokenPipe(): void {
  if (process.platform === 'win32') process.exit(BROKEN_PIPE_STATUS);
  // Node ignores the signal, until somebody has listened to it and does not any more.
  process.on('SIGPIPE', () => {}).removeAllListeners('SIGPIPE');
  process.kill(process.pid, 'SIGPIPE');
  setTimeout(() => process.exit(BROKEN_PIPE_STATUS), SIGNAL_WITHIN);
}

/** Ends the process with the status of a run: by SIGPIPE, where that is what the status says. */
export function leave(status: number): void {
  if (status === BROKEN_PIPE_STATUS) endByBrokenPipe();
  else process.exit(status);
}
