// The index of an archive: what its central directory says, read as archive/zip's NewReader reads it.
//
// The number of entries an archive claims is not believed: headers are read until one is bad or cut, and only
// then the low 16 bits of the count must agree, else the failure of that last header is the archive's. Flags,
// disk numbers, dates and the version needed are ignored; so are extra fields other than the zip64 one, which
// counts only for fields at their largest. Nothing of the files themselves is looked at here.

import { decodeText } from '../text.js';
import { readDirectoryEnd, viewOf } from './end-record.js';
import { eofError, formatError, unexpectedEof, ZipError } from './error.js';
import { MAX_ENTRIES, MAX_NAMES_LENGTH } from './limits.js';

import { bytesSource, type ZipSource } from './source.js';

/** One entry of the central directory. */
export interface ZipEntry {
  /** See core/text for bytes that are not UTF-8. */
  readonly name: string;
  /** General purpose flags. Only bit 3 (a data descriptor follows) has a meaning here, as in Go. */
  readonly flags: number;
  readonly method: number;
  readonly crc32: number;
  /** Bytes; negative when the archive says 2^63 or more, as Go's int64 is. */
  readonly compressedSize: number;
  /** Bytes, inflated, as declared. Not exact past 2^53. */
  readonly uncompressedSize: number;
  /** Offset of the local header in the file; negative in archives that lie. Not exact past 2^53. */
  readonly headerOffset: number;
  /** High byte of "version made by": the system whose attributes follow. */
  readonly creator: number;
  readonly externalAttributes: number;
}

/** An archive's index, in the order of its central directory. */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
}

const HEADER_LENGTH = 46;
const HEADER_SIGNATURE = 0x02014b50;
const ZIP64_EXTRA = 1;
const MAX_UINT32 = 0xffffffff;
const WINDOW = 1 << 18;

/** Reads the directory from the front, a window at a time. */
class HeaderReader {
  private readonly source: ZipSource;
  private bytes: Uint8Array = new Uint8Array(0);
  private view = viewOf(this.bytes);
  private windowStart = 0;
  private at: number;
  /** How long the names read so far are, all together. */
  nameBytes = 0;

  constructor(source: ZipSource, offset: number) {
    this.source = source;
    this.at = offset;
  }

  /** Makes `length` bytes at the current place available and returns their index in the window. */
  private need(length: number): number {
    const index = this.at - this.windowStart;
    if (index + length <= this.bytes.length && this.bytes.length > 0) return index;
    this.bytes = this.source.read(this.at, Math.max(length, WINDOW));
    this.view = viewOf(this.bytes);
    this.windowStart = this.at;
    if (this.bytes.length >= length) return 0;
    // Go reads the fixed part and the rest apart: either of them missing altogether is io.EOF.
    const absent = this.bytes.length === 0 || this.bytes.length === HEADER_LENGTH;
    throw absent ? eofError() : unexpectedEof();
  }

  next(): ZipEntry {
    const start = this.need(HEADER_LENGTH);
    if (this.view.getUint32(start, true) !== HEADER_SIGNATURE) throw formatError();
    const nameLength = this.view.getUint16(start + 28, true);
    const extraLength = this.view.getUint16(start + 30, true);
    const length = HEADER_LENGTH + nameLength + extraLength + this.view.getUint16(start + 32, true);
    const at = this.need(length);
    const entry = parseHeader(this.bytes, this.view, at, nameLength, extraLength);
    this.at += length;
    this.nameBytes += nameLength;
    return entry;
  }
}

/** Sizes and offset as the fixed part of a header has them, or as its zip64 field does. */
interface WideFields {
  uncompressedSize: number;
  compressedSize: number;
  headerOffset: number;
}

function parseHeader(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  nameLength: number,
  extraLength: number,
): ZipEntry {
  const extraStart = at + HEADER_LENGTH + nameLength;
  const wide: WideFields = {
    compressedSize: view.getUint32(at + 20, true),
    uncompressedSize: view.getUint32(at + 24, true),
    headerOffset: view.getUint32(at + 42, true),
  };
  if (
    wide.compressedSize === MAX_UINT32 ||
    wide.uncompressedSize === MAX_UINT32 ||
    wide.headerOffset === MAX_UINT32
  ) {
    widen(view, extraStart, extraStart + extraLength, wide);
  }
  return {
    name: decodeText(bytes.subarray(at + HEADER_LENGTH, extraStart)),
    creator: bytes[at + 5]!,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    externalAttributes: view.getUint32(at + 38, true),
    ...wide,
  };
}

/**
 * Replaces the fields that are at their largest by those of the zip64 extra field. Without that field an
 * uncompressed size of 2^32-1 stands; a compressed size or an offset of 2^32-1 is an error.
 */
function widen(view: DataView, start: number, end: number, wide: WideFields): void {
  const missing = {
    uncompressed: wide.uncompressedSize === MAX_UINT32,
    compressed: wide.compressedSize === MAX_UINT32,
    offset: wide.headerOffset === MAX_UINT32,
  };
  for (let at = start; end - at >= 4; ) {
    const tag = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    let field = at + 4;
    at = field + length;
    if (at > end) break;
    if (tag !== ZIP64_EXTRA) continue;
    const take = (): number => {
      if (at - field < 8) throw formatError();
      field += 8;
      return field - 8;
    };
    if (missing.uncompressed) wide.uncompressedSize = Number(view.getBigUint64(take(), true));
    if (missing.compressed) wide.compressedSize = Number(view.getBigInt64(take(), true));
    if (missing.offset) wide.headerOffset = Number(view.getBigInt64(take(), true));
    missing.uncompressed = missing.compressed = missing.offset = false;
  }
  if (missing.compressed || missing.offset) throw formatError();
}

function isEndOfDirectory(error: unknown): error is ZipError {
  return error instanceof ZipError && (error.code === 'format' || error.code === 'unexpected-eof');
}

/** Whether a whole directory header stands at `offset`. */
function headerAt(source: ZipSource, offset: number): boolean {
  try {
    new HeaderReader(source, offset).next();
    return true;
  } catch (error) {
    if (error instanceof ZipError) return false;
    throw error;
  }
}

/** The offset moved by `base`, in 64 bits as Go adds. */
function move(offset: number, base: bigint): number {
  return base === 0n ? offset : Number(BigInt.asIntN(64, BigInt(offset) + base));
}

/**
 * The index of an archive. Throws {@link ZipError} with the words of archive/zip's NewReader; reads nothing
 * but the end of the archive and its central directory.
 */
export function readDirectory(archive: ZipSource | Uint8Array): ZipDirectory {
  const source = archive instanceof Uint8Array ? bytesSource(archive) : archive;
  const end = readDirectoryEnd(source, (offset) => headerAt(source, offset));
  const reader = new HeaderReader(source, Number(end.base + end.directoryOffset));
  const entries: ZipEntry[] = [];
  for (;;) {
    try {
      const entry = reader.next();
      entries.push(end.base === 0n ? entry : { ...entry, headerOffset: move(entry.headerOffset, end.base) });
    } catch (error) {
      if (!isEndOfDirectory(error)) throw error;
      if ((entries.length & 0xffff) !== Number(end.records & 0xffffn)) throw error;
      return { entries };
    }
    if (entries.length > MAX_ENTRIES) throw new ZipError('entries', `zip: more than ${MAX_ENTRIES} files`);
    if (reader.nameBytes > MAX_NAMES_LENGTH) throw new ZipError('entries', 'zip: file names are too long');
  }
}
