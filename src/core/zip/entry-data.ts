// The bytes of one file of an archive, refused exactly when archive/zip's File.Open or reading to the end
// refuses them.
//
// Of the local header only the signature and the two lengths count. A name that ends in "/" has no bytes,
// whatever its compressed size; its uncompressed size must be 0. The size must be the declared one. The
// checksum is that of the directory, which the data descriptor (where flag bit 3 says there is one) must
// repeat; without a descriptor a checksum of 0 is not checked. The encryption flag is ignored.

import type { InflateRaw } from '../crypto.js';
import { type Crc32, crc32 } from './crc32.js';
import type { ZipEntry } from './directory.js';
import { readAt, viewOf } from './end-record.js';
import { checksumError, contentsTooLarge, formatError, unexpectedEof, ZipError } from './error.js';
import { inflateExactly } from './flate.js';
import { MAX_ZIP_FILE } from './limits.js';
import type { ZipSource } from './source.js';

/** Compression methods that a zip may use. */
export const STORED = 0;
export const DEFLATED = 8;

const LOCAL_LENGTH = 30;
const LOCAL_SIGNATURE = 0x04034b50;
const DESCRIPTOR_SIGNATURE = 0x08074b50;
const HAS_DESCRIPTOR = 8;
const PIECE = 1 << 16;

/** Where the compressed bytes of a file are. The end may lie past the end of the archive. */
export interface BodyRange {
  readonly start: number;
  /** How many bytes there are, never past the end of the archive. */
  readonly length: number;
}

/** Whether the entry is a directory: Go goes by the name alone. */
export function isDirectory(entry: ZipEntry): boolean {
  return entry.name.endsWith('/');
}

/** archive/zip's findBodyOffset, relative to the archive. */
function bodyStart(source: ZipSource, entry: ZipEntry): number {
  const view = viewOf(readAt(source, entry.headerOffset, LOCAL_LENGTH));
  if (view.getUint32(0, true) !== LOCAL_SIGNATURE) throw formatError();
  return entry.headerOffset + LOCAL_LENGTH + view.getUint16(26, true) + view.getUint16(28, true);
}

/**
 * Finds the bytes of a file, or throws as archive/zip's File.Open does. For a directory the range is empty and
 * a declared size is an error, as reading it would be.
 */
export function locateBody(source: ZipSource, entry: ZipEntry): BodyRange {
  const start = bodyStart(source, entry);
  if (isDirectory(entry)) {
    if (entry.uncompressedSize !== 0) throw formatError();
    return { start, length: 0 };
  }
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new ZipError('algorithm', 'zip: unsupported compression algorithm');
  }
  // A size of 2^63 or more is negative in Go, whose section reader then reads to the end.
  const wanted = entry.compressedSize < 0 ? source.size : entry.compressedSize;
  return { start, length: Math.max(0, Math.min(wanted, source.size - start)) };
}

/** The checksum in the data descriptor. Cut ones are io.ErrUnexpectedEOF. */
function descriptorSum(source: ZipSource, offset: number): number {
  if (offset < 0) throw new ZipError('offset', `readat ${source.name}: negative offset`);
  const bytes = offset >= source.size ? new Uint8Array(0) : source.read(offset, 16);
  const signed = bytes.length >= 4 && viewOf(bytes).getUint32(0, true) === DESCRIPTOR_SIGNATURE;
  // The signature may be missing. Only the checksum matters, but Go reads as far as the compressed size.
  const start = signed ? 4 : 0;
  if (bytes.length < start + 12) throw unexpectedEof();
  return viewOf(bytes).getUint32(start, true);
}

/**
 * What archive/zip checks when a file has been read to its end: that `size` bytes came, and that their checksum
 * `sum` is the declared one.
 */
export function checkBody(
  source: ZipSource,
  entry: ZipEntry,
  range: BodyRange,
  size: number,
  sum: number,
): void {
  if (size > entry.uncompressedSize) throw formatError();
  if (size !== entry.uncompressedSize) throw unexpectedEof();
  if ((entry.flags & HAS_DESCRIPTOR) !== 0) {
    if (descriptorSum(source, range.start + entry.compressedSize) !== entry.crc32) throw checksumError();
    if (sum !== entry.crc32) throw checksumError();
  } else if (entry.crc32 !== 0 && sum !== entry.crc32) {
    throw checksumError();
  }
}

/**
 * As {@link checkBody}, without having made the checksum: whether the archive says it twice, in the directory and
 * beside the file, as damage to one of both would not. Throws where the size or what stands beside the file is bad.
 */
export function repeatsSum(source: ZipSource, entry: ZipEntry, range: BodyRange, size: number): boolean {
  checkBody(source, entry, range, size, entry.crc32);
  if ((entry.flags & HAS_DESCRIPTOR) !== 0 || entry.crc32 === 0) return true;
  return viewOf(readAt(source, entry.headerOffset, LOCAL_LENGTH)).getUint32(14, true) === entry.crc32;
}

/** The bytes of `range`, a piece at a time. */
function pieces(source: ZipSource, range: BodyRange): () => Uint8Array | undefined {
  let at = 0;
  return () => {
    if (at >= range.length) return undefined;
    const piece = source.read(range.start + at, Math.min(PIECE, range.length - at));
    at += piece.length;
    return piece.length === 0 ? undefined : piece;
  };
}

/** The most bytes of the entry that are made: what it declares, but no more than a module zip may hold. */
function mostBytes(entry: ZipEntry): number {
  return Math.min(entry.uncompressedSize, MAX_ZIP_FILE);
}

/** For an entry of which more came than {@link mostBytes}. */
function tooLong(entry: ZipEntry): ZipError {
  return entry.uncompressedSize > MAX_ZIP_FILE ? contentsTooLarge() : formatError();
}

/**
 * What Go makes of compressed bytes that another inflater refused: their content where Go accepts them, else
 * Go's error. `range` is that of a deflated file. Never makes more than the declared size.
 */
export function inflateAsGo(source: ZipSource, entry: ZipEntry, range: BodyRange): Uint8Array {
  const made = inflateExactly(pieces(source, range), mostBytes(entry));
  if (made > entry.uncompressedSize || made > MAX_ZIP_FILE) throw tooLong(entry);
  if (made < entry.uncompressedSize) throw unexpectedEof();
  const out = new Uint8Array(made);
  inflateExactly(pieces(source, range), made, out);
  return out;
}

/** What reading a file needs of the platform. */
export interface BodyTools {
  /** Absent: this package's own, which is slow. */
  readonly inflateRaw?: InflateRaw;
  /** Absent: this package's own. */
  readonly crc32?: Crc32;
}

function inflateBody(source: ZipSource, entry: ZipEntry, range: BodyRange, tools: BodyTools): Uint8Array {
  if (tools.inflateRaw !== undefined) {
    try {
      const max = Math.max(1, mostBytes(entry));
      const out = tools.inflateRaw(source.read(range.start, range.length), max);
      if (out.length === entry.uncompressedSize) return out;
    } catch {
      // Refused, or longer than declared: Go's own words are found below.
    }
  }
  return inflateAsGo(source, entry, range);
}

/**
 * The content of one file; empty for a directory. Throws {@link ZipError} with archive/zip's words. Never makes
 * more bytes than the entry declares, nor, unlike Go, more than a module zip may hold.
 */
export function readEntry(source: ZipSource, entry: ZipEntry, tools: BodyTools = {}): Uint8Array {
  const range = locateBody(source, entry);
  if (isDirectory(entry)) return new Uint8Array(0);
  const stored = entry.method === STORED;
  if (stored && range.length > mostBytes(entry)) throw tooLong(entry);
  const content = stored
    ? source.read(range.start, range.length).slice()
    : inflateBody(source, entry, range, tools);
  checkBody(source, entry, range, content.length, (tools.crc32 ?? crc32)(content));
  return content;
}
