// The body of an HTTP/1 response: where it ends, and its bytes in one array.
//
// A body of known length goes straight into one array of that length: joining chunks was seen to cost a fifth
// of the time of a large download. Chunked bodies follow RFC 9112, section 7.1, with the refusals and words of
// Go's net/http/internal.

import { bodyTooLarge, TransportError } from '../transport.js';
import type { Framing } from './head.js';

/** Takes the decoded bytes of a body. The view is valid during the call only. */
export type Sink = (bytes: Uint8Array) => void;

/** Follows the framing of one body. */
export interface BodyReader {
  /** Reads `chunk` from `at`; returns the index just past the last byte that belongs to the body. */
  push(chunk: Uint8Array, at: number): number;
  readonly done: boolean;
  /** The connection ended. Throws a TransportError (`cut`) unless that ends the body. */
  end(): void;
}

/** The reader of a body framed like `framing`, writing to `sink`. */
export function createBodyReader(framing: Framing, sink: Sink): BodyReader {
  switch (framing.kind) {
    case 'empty':
      return new LengthReader(0, sink);
    case 'length':
      return new LengthReader(framing.length, sink);
    case 'chunked':
      return new ChunkedReader(sink);
    case 'close':
      return new CloseReader(sink);
  }
}

function cut(): TransportError {
  return new TransportError('cut', 'unexpected EOF');
}

class LengthReader implements BodyReader {
  #left: number;

  constructor(
    length: number,
    private readonly sink: Sink,
  ) {
    this.#left = length;
  }

  get done(): boolean {
    return this.#left === 0;
  }

  push(chunk: Uint8Array, at: number): number {
    const end = Math.min(chunk.length, at + this.#left);
    if (end > at) this.sink(at === 0 && end === chunk.length ? chunk : chunk.subarray(at, end));
    this.#left -= end - at;
    return end;
  }

  end(): void {
    if (this.#left > 0) throw cut();
  }
}

class CloseReader implements BodyReader {
  done = false;

  constructor(private readonly sink: Sink) {}

  push(chunk: Uint8Array, at: number): number {
    if (at < chunk.length) this.sink(chunk.subarray(at));
    return chunk.length;
  }

  end(): void {
    this.done = true;
  }
}

const CR = 13;
const LF = 10;
/** Longest line between chunks (Go: maxLineLength). */
const maxLine = 4096;
/** What chunk overhead may exceed the data by (Go: excess). */
const maxExcess = 16 * 1024;

/** Between chunks: reading a size line, the data, the line end after it, or the trailer. */
type ChunkState = 'size' | 'data' | 'after-data' | 'trailer' | 'done';

class ChunkedReader implements BodyReader {
  #state: ChunkState = 'size';
  #line: number[] = [];
  #left = 0;
  #excess = 0;
  #trailer = 0;

  constructor(private readonly sink: Sink) {}

  get done(): boolean {
    return this.#state === 'done';
  }

  push(chunk: Uint8Array, at: number): number {
    let i = at;
    while (i < chunk.length && this.#state !== 'done') {
      if (this.#state === 'data') i = this.#data(chunk, i);
      else this.#byte(chunk[i++]!);
    }
    return i;
  }

  end(): void {
    if (this.#state === 'trailer') throw new TransportError('cut', 'http: unexpected EOF reading trailer');
    if (!this.done) throw cut();
  }

  #data(chunk: Uint8Array, at: number): number {
    const end = Math.min(chunk.length, at + this.#left);
    this.sink(chunk.subarray(at, end));
    this.#left -= end - at;
    if (this.#left === 0) this.#state = 'after-data';
    return end;
  }

  #byte(byte: number): void {
    this.#line.push(byte);
    if (this.#state === 'after-data') this.#afterData();
    else if (byte === LF) this.#endLine();
    else if (this.#line.length > maxLine) throw malformed('header line too long');
  }

  #afterData(): void {
    if (this.#line.length < 2) return;
    if (this.#line[0] !== CR || this.#line[1] !== LF) throw malformed('malformed chunked encoding');
    this.#line = [];
    this.#state = 'size';
  }

  #endLine(): void {
    const line = this.#line;
    this.#line = [];
    if (this.#state === 'size') this.#size(line);
    else this.#trailerLine(line);
  }

  #size(line: number[]): void {
    const cr = line.indexOf(CR);
    if (cr < 0) throw malformed('chunked line ends with bare LF');
    if (cr !== line.length - 2) throw malformed('invalid CR in chunked line');
    const text = String.fromCharCode(...line.slice(0, cr));
    this.#left = parseChunkSize(text.split(';', 1)[0]!.replace(/[ \t]{1,64}$/, ''));
    this.#excess = Math.max(this.#excess + text.length + 2 - 16 - 2 * this.#left, 0);
    if (this.#excess > maxExcess) throw malformed('chunked encoding contains too much non-data');
    this.#state = this.#left === 0 ? 'trailer' : 'data';
  }

  #trailerLine(line: number[]): void {
    const empty = line.length === 1 || (line.length === 2 && line[0] === CR);
    this.#trailer += line.length;
    if (this.#trailer > maxExcess) throw malformed('http: suspiciously long trailer after chunked body');
    if (empty) this.#state = 'done';
  }
}

function parseChunkSize(text: string): number {
  if (text === '') throw malformed('empty hex number for chunk length');
  if (!/^[0-9a-fA-F]+$/.test(text)) throw malformed('invalid byte in chunk length');
  const size = Number.parseInt(text, 16);
  if (text.length > 16 || size > Number.MAX_SAFE_INTEGER) throw malformed('http chunk length too large');
  return size;
}

function malformed(message: string): TransportError {
  return new TransportError('protocol', message);
}

/** First size of the array of a body whose length is not known. */
const firstRoom = 16 * 1024;

/** Collects a body in one array. */
export class Collector {
  #room: Uint8Array;
  #size = 0;

  /** @param length announced bytes, if known. Throws a TransportError (`too-large`) when they exceed `max`. */
  constructor(
    length: number | undefined,
    private readonly max: number,
  ) {
    if (length !== undefined && length > max) throw bodyTooLarge(max);
    this.#room = allocate(length ?? Math.min(firstRoom, max));
  }

  /** Throws a TransportError (`too-large`) past the limit. */
  add(bytes: Uint8Array): void {
    const size = this.#size + bytes.length;
    if (size > this.max) throw bodyTooLarge(this.max);
    if (size > this.#room.length) this.#grow(size);
    this.#room.set(bytes, this.#size);
    this.#size = size;
  }

  /** What was added so far: the very array when it is full, else a copy of the right size. */
  result(): Uint8Array {
    return this.#size === this.#room.length ? this.#room : this.#room.slice(0, this.#size);
  }

  #grow(size: number): void {
    const room = allocate(Math.min(Math.max(size, 2 * this.#room.length), this.max));
    room.set(this.#room.subarray(0, this.#size));
    this.#room = room;
  }
}

/** An array of its own (so that it can be handed to a worker) that is not cleared first. */
function allocate(length: number): Uint8Array {
  const buffer = Buffer.allocUnsafeSlow(length);
  return new Uint8Array(buffer.buffer, buffer.byteOffset, length);
}
