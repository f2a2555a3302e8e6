// The content of one file of a zip, in pieces that fit into a buffer that is used again.
//
// Accepts and refuses what core's readEntry does; this is the form for large downloads.

import {
  type BodyRange,
  checkBody,
  checksumError,
  contentsTooLarge,
  formatError,
  inflateAsGo,
  isDirectory,
  locateBody,
  MAX_ZIP_FILE,
  repeatsSum,
  STORED,
  type ZipEntry,
  type ZipSource,
} from '../../core/zip/index.js';
import type { Compressed } from './inflater.js';
import type { Scratch } from './scratch.js';

/** Receives the content of a file. */
export interface ContentSink {
  /** The next bytes, valid during the call. `last` says that they complete the file, if all is well with it. */
  add(piece: Uint8Array, last: boolean): void;
  /** What was added does not count: all of it comes again. */
  restart(): void;
}

/** Reads the files of one archive. Stops an archive that holds more than a module zip may. */
export class EntryReader {
  /** Bytes made so far. */
  total = 0;
  private sum = 0;
  private made = 0;

  /** @param makesSums whether checksums are made; else it must do that the archive says them twice. */
  constructor(
    private readonly source: ZipSource,
    private readonly scratch: Scratch,
    private readonly makesSums: boolean,
  ) {}

  /** Gives the content of `entry`, nothing for a directory. Throws ZipError in Go's words, or what `sink` throws. */
  read(entry: ZipEntry, sink: ContentSink): void {
    const range = locateBody(this.source, entry);
    this.sum = 0;
    this.made = 0;
    if (isDirectory(entry) || entry.uncompressedSize === 0) sink.add(new Uint8Array(0), true);
    if (isDirectory(entry)) return;
    if (entry.method === STORED) this.readStored(entry, range, sink);
    else if (!this.inflate(entry, range, sink)) this.inflateSlowly(entry, range, sink);
    if (this.makesSums) checkBody(this.source, entry, range, this.made, this.sum);
    else if (!repeatsSum(this.source, entry, range, this.made)) throw checksumError();
  }

  private add(piece: Uint8Array, entry: ZipEntry, sink: ContentSink): void {
    this.made += piece.length;
    this.total += piece.length;
    if (this.made > entry.uncompressedSize) throw formatError();
    if (this.total > MAX_ZIP_FILE) throw contentsTooLarge();
    if (this.makesSums) this.sum = this.scratch.crc32(piece, this.sum);
    sink.add(piece, this.made === entry.uncompressedSize);
  }

  private readStored(entry: ZipEntry, range: BodyRange, sink: ContentSink): void {
    if (range.length > entry.uncompressedSize) throw formatError();
    for (const piece of this.pieces(range)) this.add(piece, entry, sink);
  }

  /** The bytes of `range` in pieces that fit into the window. */
  private *pieces(range: BodyRange): Generator<Uint8Array, undefined> {
    const step = this.scratch.window.length;
    for (let at = 0; at < range.length; at += step) {
      yield this.source.read(range.start + at, Math.min(step, range.length - at));
    }
    return undefined;
  }

  private compressed(range: BodyRange): Compressed {
    if (range.length <= this.scratch.window.length) {
      return { first: this.source.read(range.start, range.length), more: undefined };
    }
    const pieces = this.pieces(range);
    const next = (): Uint8Array | undefined => pieces.next().value;
    return { first: next() ?? new Uint8Array(0), more: next };
  }

  private inflate(entry: ZipEntry, range: BodyRange, sink: ContentSink): boolean {
    const { inflater, out } = this.scratch;
    const take = (length: number): boolean => {
      this.add(out.subarray(0, length), entry, sink);
      return true;
    };
    const max = Math.min(entry.uncompressedSize, MAX_ZIP_FILE);
    return inflater.inflate(this.compressed(range), out, take, max);
  }

  /** After a refusal by zlib: finds Go's error, or the content where Go accepts it after all. */
  private inflateSlowly(entry: ZipEntry, range: BodyRange, sink: ContentSink): void {
    const content = inflateAsGo(this.source, entry, range);
    this.total -= this.made;
    this.made = 0;
    this.sum = 0;
    sink.restart();
    this.add(content, entry, sink);
  }
}
