// Inflating some 100,000 files without a new zlib stream, and a new buffer, for each.
//
// `inflateRawSync` makes a stream, chunks and a result for every file: 750 ms for 33,700 files where one handle
// that is reset needs 520 ms (io/zlib-handle.ts). It is tried on known streams first, and where it is missing or behaves
// differently the documented call does the work.

import { constants, deflateRawSync, inflateRawSync } from 'node:zlib';
import { inflateRawHandle, type ZlibHandle } from '../io/index.js';

const NOTHING = new Uint8Array(0);

/** A compressed stream: its first piece, and where there are more the function that gives them, then undefined. */
export interface Compressed {
  readonly first: Uint8Array;
  /** A piece is valid until the next call. */
  readonly more: (() => Uint8Array | undefined) | undefined;
}

/** Receives `length` bytes at the beginning of the output buffer. Returns false when no more are wanted. */
export type Take = (length: number) => boolean;

/** Inflates raw DEFLATE streams into a buffer of the caller's. Used by one caller at a time. */
export interface Inflater {
  /**
   * Inflates a stream; `take` is called each time `out` is full, and at the end. Returns whether the stream was whole,
   * good, and wanted to its end. Bytes after its end are ignored. `max` is the most that `take` will want.
   */
  inflate(input: Compressed, out: Uint8Array, take: Take, max: number): boolean;
}

class ReusedInflater implements Inflater {
  private failed = false;

  constructor(
    private readonly handle: ZlibHandle,
    /** Room left in the output, bytes left in the input, after each `writeSync`. */
    private readonly state: Uint32Array,
  ) {
    handle.onerror = () => {
      this.failed = true;
    };
  }

  inflate({ first, more }: Compressed, out: Uint8Array, take: Take): boolean {
    this.failed = false;
    this.handle.reset();
    let piece: Uint8Array | undefined = first;
    while (more !== undefined && piece !== undefined) {
      const end = this.feed(piece, constants.Z_NO_FLUSH, out, take);
      if (end !== 'fed') return end === 'ended';
      piece = more();
    }
    // A stream that is cut shows only in a call that says nothing follows.
    return this.feed(piece ?? NOTHING, constants.Z_FINISH, out, take) !== 'stop';
  }

  /** Gives all of a piece to zlib. `ended`: the stream was over before the piece was. */
  private feed(piece: Uint8Array, flush: number, out: Uint8Array, take: Take): 'fed' | 'ended' | 'stop' {
    for (let at = 0; ; ) {
      this.handle.writeSync(flush, piece, at, piece.length - at, out, 0, out.length);
      const room = this.state[0] ?? 0;
      const left = this.state[1] ?? 0;
      at = piece.length - left;
      if (this.failed) return 'stop';
      if (room < out.length && !take(out.length - room)) return 'stop';
      if (room > 0) return left > 0 ? 'ended' : 'fed';
    }
  }
}

class DocumentedInflater implements Inflater {
  inflate({ first, more }: Compressed, out: Uint8Array, take: Take, max: number): boolean {
    const parts = more === undefined ? [first] : [first.slice()];
    for (let piece = more?.(); piece !== undefined; piece = more?.()) parts.push(piece.slice());
    let made: Uint8Array;
    try {
      made = inflateRawSync(Buffer.concat(parts), { maxOutputLength: max + 1 });
    } catch {
      return false;
    }
    for (let at = 0; at < made.length; at += out.length) {
      const part = made.subarray(at, at + out.length);
      out.set(part);
      if (!take(part.length)) return false;
    }
    return true;
  }
}

/** What an inflater makes of `data`, up to 100 bytes; undefined when it refuses. Tried whole and byte by byte. */
function tryOut(
  inflater: Inflater,
  data: Uint8Array,
  outSize: number,
  inPieces: boolean,
): string | undefined {
  const out = new Uint8Array(outSize);
  let at = 1;
  const input: Compressed = inPieces
    ? { first: data.subarray(0, 1), more: () => (at < data.length ? data.subarray(at, ++at) : undefined) }
    : { first: data, more: undefined };
  let made = '';
  const take: Take = (length) => {
    made += Buffer.from(out.subarray(0, length)).toString('latin1');
    return made.length <= 100;
  };
  return inflater.inflate(input, out, take, 100) ? made : undefined;
}

/** Whether the inflater tells whole, long, cut and corrupt streams apart, one after the other. */
function behaves(inflater: Inflater): boolean {
  const text = 'gomod'.repeat(20);
  const whole = deflateRawSync(text);
  const good = [whole, Buffer.concat([whole, Buffer.from('rest')])];
  const bad = [deflateRawSync(`${text}!`), whole.subarray(0, -1), NOTHING, Buffer.of(0xff, 0xff)];
  const refuses = (data: Uint8Array, size: number, inPieces: boolean): boolean =>
    tryOut(inflater, data, size, inPieces) === undefined;
  try {
    for (const [size, inPieces] of [
      [7, false],
      [100, true],
      [100, false],
      [1000, true],
    ] as const) {
      if (!bad.every((data) => refuses(data, size, inPieces))) return false;
      if (!good.every((data) => tryOut(inflater, data, size, inPieces) === text)) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** The fastest inflater that works here. Keeps a zlib stream until it is collected. */
export function createInflater(documented = false): Inflater {
  const found = documented ? undefined : inflateRawHandle();
  const reused = found && new ReusedInflater(found.handle, found.state);
  return reused && behaves(reused) ? reused : new DocumentedInflater();
}
