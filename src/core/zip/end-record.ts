// The end of an archive: where the central directory begins.
//
// What archive/zip accepts: the record is the last `PK\5\6` of the last 65 KiB (looked for in the last
// 1024 bytes first) whose comment fits; a zip64 locator just before it counts only when a field of the
// record is at its largest; bytes may stand before the archive proper, and then all offsets move by that
// much, unless a directory header is found where the record says without moving.

import { eofError, formatError, ZipError } from './error.js';
import type { ZipSource } from './source.js';

/** Where the directory is. Offsets may be anything that fits into 64 bits, hence bigint. */
export interface DirectoryEnd {
  /** The number of entries that the archive claims, of which only the low 16 bits count. */
  readonly records: bigint;
  /** Offset of the directory, from the beginning of the archive proper. */
  readonly directoryOffset: bigint;
  /** Where the archive proper begins. Negative in archives that lie. */
  readonly base: bigint;
}

const END_LENGTH = 22;
const LOCATOR_LENGTH = 20;
const END64_LENGTH = 56;
const LOCATOR_SIGNATURE = 0x07064b50;
const END64_SIGNATURE = 0x06064b50;
const MAX_INT64 = (1n << 63n) - 1n;
const TAILS = [1024, 65 * 1024];

/** A little-endian view. Valid as long as `bytes` is. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Reads exactly `length` bytes as Go's ReadAt does: io.EOF when the file ends before. */
export function readAt(source: ZipSource, offset: number, length: number): Uint8Array {
  if (offset < 0) throw new ZipError('offset', `readat ${source.name}: negative offset`);
  const bytes = offset >= source.size ? new Uint8Array(0) : source.read(offset, length);
  if (bytes.length < length) throw eofError();
  return bytes;
}

/** Index of the last end record whose comment fits into `tail`, or -1. A comment that does not fit ends the search. */
function findEndRecord(tail: Uint8Array): number {
  for (let at = tail.length - END_LENGTH; at >= 0; at--) {
    if (tail[at] !== 0x50 || tail[at + 1] !== 0x4b || tail[at + 2] !== 5 || tail[at + 3] !== 6) continue;
    const comment = tail[at + END_LENGTH - 2]! | (tail[at + END_LENGTH - 1]! << 8);
    return at + END_LENGTH + comment > tail.length ? -1 : at;
  }
  return -1;
}

interface RawEnd {
  offset: bigint;
  records: bigint;
  directorySize: bigint;
  directoryOffset: bigint;
}

function readEndRecord(source: ZipSource): RawEnd {
  for (const wanted of TAILS) {
    const length = Math.min(wanted, source.size);
    const start = source.size - length;
    const tail = source.read(start, length);
    const at = findEndRecord(tail);
    if (at >= 0) {
      const view = viewOf(tail);
      return {
        offset: BigInt(start + at),
        records: BigInt(view.getUint16(at + 10, true)),
        directorySize: BigInt(view.getUint32(at + 12, true)),
        directoryOffset: BigInt(view.getUint32(at + 16, true)),
      };
    }
    if (length === source.size) break;
  }
  throw formatError();
}

/** Offset of the zip64 end record, or -1 where the archive has none. */
function findEnd64(source: ZipSource, endOffset: number): bigint {
  const at = endOffset - LOCATOR_LENGTH;
  if (at < 0) return -1n;
  const view = viewOf(readAt(source, at, LOCATOR_LENGTH));
  const ours = view.getUint32(0, true) === LOCATOR_SIGNATURE;
  const oneDisk = view.getUint32(4, true) === 0 && view.getUint32(16, true) === 1;
  return ours && oneDisk ? view.getBigInt64(8, true) : -1n;
}

function readEnd64(source: ZipSource, offset: bigint): RawEnd {
  if (offset >= BigInt(source.size)) throw eofError();
  const view = viewOf(readAt(source, Number(offset), END64_LENGTH));
  if (view.getUint32(0, true) !== END64_SIGNATURE) throw formatError();
  return {
    offset,
    records: view.getBigUint64(32, true),
    directorySize: view.getBigUint64(40, true),
    directoryOffset: view.getBigUint64(48, true),
  };
}

/**
 * Finds the directory of an archive. `headerAt` says whether a whole directory header stands at an offset.
 * Throws {@link ZipError} as archive/zip's NewReader does.
 */
export function readDirectoryEnd(source: ZipSource, headerAt: (offset: number) => boolean): DirectoryEnd {
  let end = readEndRecord(source);
  if (end.records === 0xffffn || end.directorySize === 0xffffn || end.directoryOffset === 0xffffffffn) {
    const offset = findEnd64(source, Number(end.offset));
    if (offset >= 0n) end = readEnd64(source, offset);
  }
  if (end.directorySize > MAX_INT64 || end.directoryOffset > MAX_INT64) throw formatError();
  const start = end.offset - end.directorySize;
  if (start < 0n || start >= BigInt(source.size)) throw formatError();
  const moved = start - end.directoryOffset;
  const base = moved > 0n && headerAt(Number(end.directoryOffset)) ? 0n : moved;
  return { records: end.records, directoryOffset: end.directoryOffset, base };
}
