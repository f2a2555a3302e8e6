// A small zip writer: the same files in the same order always give the same bytes.
//
// No dates (1 January 1980), no modes, no descriptors: sizes and checksums stand in the local headers. Deflated
// where that is smaller, else stored. More than 65,534 files need a zip64 end record; offsets and sizes past
// 4 GiB cannot occur in module zips and are refused.

import type { DeflateRaw } from '../crypto.js';
import { encodeText } from '../text.js';
import { type Crc32, crc32 } from './crc32.js';
import { DEFLATED, STORED } from './entry-data.js';
import { ZipError } from './error.js';

/** What writing needs of the platform. */
export interface WriterTools {
  readonly deflateRaw: DeflateRaw;
  /** Absent: this package's own. */
  readonly crc32?: Crc32;
}

const VERSION = 20;
const VERSION_ZIP64 = 45;
const UTF8 = 0x800;
const DOS_DATE = 0x21;
const MAX_COUNT = 0xffff;
const MAX_OFFSET = 0xffffffff;

/** Little-endian fields one after the other. */
function record(...fields: readonly (readonly [size: 2 | 4 | 8, value: number])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else if (size === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += size;
  }
  return bytes;
}

/** Collects files, then gives the archive. */
export class ZipWriter {
  private readonly tools: WriterTools;
  private readonly parts: Uint8Array[] = [];
  private readonly headers: Uint8Array[] = [];
  private count = 0;
  private offset = 0;

  constructor(tools: WriterTools) {
    this.tools = tools;
  }

  /** Appends a file. `content` must not be changed before {@link finish}. */
  add(name: string, content: Uint8Array): void {
    const nameBytes = encodeText(name);
    const deflated = content.length === 0 ? content : this.tools.deflateRaw(content);
    const smaller = deflated.length < content.length;
    const body = smaller ? deflated : content;
    const common = record(
      [2, VERSION],
      [2, nameBytes.length === name.length ? 0 : UTF8],
      [2, smaller ? DEFLATED : STORED],
      [2, 0],
      [2, DOS_DATE],
      [4, (this.tools.crc32 ?? crc32)(content)],
      [4, body.length],
      [4, content.length],
      [2, nameBytes.length],
      [2, 0],
    );
    const place = record([2, 0], [2, 0], [2, 0], [4, 0], [4, this.offset]);
    this.headers.push(record([4, 0x02014b50], [2, VERSION]), common, place, nameBytes);
    this.push(record([4, 0x04034b50]), common, nameBytes, body);
    this.count++;
  }

  private push(...parts: Uint8Array[]): void {
    for (const part of parts) {
      this.parts.push(part);
      this.offset += part.length;
    }
    if (this.offset > MAX_OFFSET) throw new ZipError('size', 'zip: archive is too large');
  }

  /** The whole archive. The writer must not be used afterwards. */
  finish(): Uint8Array {
    const start = this.offset;
    for (const header of this.headers) this.push(header);
    this.pushEnd(start, this.offset - start);
    const out = new Uint8Array(this.offset);
    let at = 0;
    for (const part of this.parts) {
      out.set(part, at);
      at += part.length;
    }
    return out;
  }

  private pushEnd(start: number, size: number): void {
    const end = this.offset;
    const wide = this.count >= MAX_COUNT;
    if (wide) {
      this.push(
        record([4, 0x06064b50], [8, 44], [2, VERSION_ZIP64], [2, VERSION_ZIP64], [4, 0], [4, 0]),
        record([8, this.count], [8, this.count], [8, size], [8, start]),
        record([4, 0x07064b50], [4, 0], [8, end], [4, 1]),
      );
    }
    const count = wide ? MAX_COUNT : this.count;
    this.push(record([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, start], [2, 0]));
  }
}
