// The two output streams of the process.
//
// Standard output is collected and written once, at the end: one system call, and nothing of it when a run
// fails before it has something to say. A reader that has gone away (EPIPE) ends the run quietly, with the
// status that a shell shows for a program that SIGPIPE killed, as it kills go. Any other failure to write does not
// matter to go; on the standard output it is told to the caller. Text may hold bytes that are no UTF-8
// (core/text.ts); they come out as they came in.

import { writeSync } from 'node:fs';
import { encodeText } from '../core/text.js';
import { describeError } from '../engine/io/errno.js';
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
  /** Adds to the standard output. */
  out(text: string | Uint8Array): void;
  /** Writes to the standard error at once. */
  err(text: string): void;
  /**
   * Writes the standard output. Answers the exit status that writing asks for: 0 when all went well, what `failed` makes of
   * the node:fs error of a write otherwise.
   */
  flush(failed: (error: unknown) => number): number;
}

/** The streams of this process. */
export function processStreams(): Streams {
  const chunks: Uint8Array[] = [];
  return {
    out: (text) => {
      chunks.push(typeof text === 'string' ? encodeText(text) : text);
    },
    err: (text) => {
      try {
        writeAll(2, encodeText(text));
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
        return failed(error);
      }
    },
  };
}

/** The status of a run whose standard output cannot be written, which is told. Go ends well whatever becomes of it. */
export function outputLost(face: Face, streams: Pick<Streams, 'err'>): (error: unknown) => number {
  return (error) => {
    if (face === 'go') return 0;
    const why = describeError(error, { op: 'write', path: 'stdout' });
    streams.err(`gomod: the output cannot be written: ${why}\n`);
    return 1;
  };
}
