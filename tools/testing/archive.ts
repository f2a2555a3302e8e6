// Archives built field by field, good ones and every kind of bad one.
//
// Whatever is not given is what an honest writer would put there. By default files are deflated and followed by a
// data descriptor, as Go's own writer does it.

import { crc32, deflateRawSync } from 'node:zlib';
import { encodeText } from '../../src/core/text.js';
import type { Chance } from './seeded.js';

/** One entry; every field can be made to lie. */
export interface EntrySpec {
  readonly name: string | Uint8Array;
  readonly content?: string | Uint8Array;
  /** The bytes that stand for the content in the archive; absent: made from it by `method`. */
  readonly body?: Uint8Array;
  readonly method?: number;
  /** Without bit 3, which `descriptor` sets. */
  readonly flags?: number;
  readonly crc?: number;
  readonly compressedSize?: number;
  readonly uncompressedSize?: number;
  readonly extra?: Uint8Array;
  readonly comment?: Uint8Array;
  readonly creator?: number;
  readonly externalAttributes?: number;
  /** Offset of the local header as the directory has it. */
  readonly offset?: number;
  /** The local header: name, extra field, signature. */
  readonly localName?: string | Uint8Array;
  readonly localExtra?: Uint8Array;
  readonly localSignature?: number;
  /** What follows the body: a descriptor with or without signature, these bytes, or nothing. */
  readonly descriptor?: 'signed' | 'plain' | 'none' | Uint8Array;
  /** No local header and body at all: the entry shares those of another by `offset`. */
  readonly directoryOnly?: boolean;
}

/** The end of an archive. */
export interface EndSpec {
  readonly records?: number;
  readonly size?: number;
  readonly offset?: number;
  readonly commentLength?: number;
  readonly comment?: Uint8Array;
}

/** The zip64 end record and its locator. */
export interface End64Spec {
  readonly records?: bigint;
  readonly size?: bigint;
  readonly offset?: bigint;
  readonly signature?: number;
  /** Of the locator. */
  readonly at?: bigint;
  readonly locatorSignature?: number;
  readonly disk?: number;
  readonly disks?: number;
}

/** A whole archive. */
export interface ArchiveSpec {
  readonly entries: readonly EntrySpec[];
  /** Before everything; offsets do not count it unless `offsetsCountPrefix`. */
  readonly prefix?: Uint8Array;
  readonly offsetsCountPrefix?: boolean;
  readonly end?: EndSpec;
  readonly end64?: End64Spec;
  /** Between directory and end record. */
  readonly beforeEnd?: Uint8Array;
  /** After everything. */
  readonly suffix?: Uint8Array;
}

/** Little-endian bytes: pairs of size and value. */
export function fields(
  ...pairs: readonly (readonly [size: 1 | 2 | 4 | 8, value: number | bigint])[]
): Buffer {
  return Buffer.concat(
    pairs.map(([size, value]) => {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
      return bytes.subarray(0, size);
    }),
  );
}

/** An extra field. */
export function extraField(tag: number, data: Uint8Array, length = data.length): Buffer {
  return Buffer.concat([fields([2, tag], [2, length]), data]);
}

function bytesOf(text: string | Uint8Array): Buffer {
  return typeof text === 'string' ? Buffer.from(text) : Buffer.from(text);
}

interface Made {
  readonly local: Uint8Array;
  header(offset: number): Buffer;
}

function makeEntry(spec: EntrySpec): Made {
  const name = bytesOf(spec.name);
  const content = bytesOf(spec.content ?? '');
  const method = spec.method ?? (name.at(-1) === 0x2f ? 0 : 8);
  const body = bytesOf(spec.body ?? (method === 8 ? deflateRawSync(content) : content));
  const descriptor = spec.descriptor ?? (method === 8 ? 'signed' : 'none');
  const flags = (spec.flags ?? 0) | (descriptor === 'none' ? 0 : 8);
  const crc = spec.crc ?? crc32(content);
  const compressed = spec.compressedSize ?? body.length;
  const uncompressed = spec.uncompressedSize ?? content.length;
  const extra = bytesOf(spec.extra ?? '');
  const comment = bytesOf(spec.comment ?? '');
  const late = descriptor !== 'none';
  const localName = bytesOf(spec.localName ?? name);
  const localExtra = bytesOf(spec.localExtra ?? '');
  const sums = fields([4, crc], [4, compressed], [4, uncompressed]);
  let after: Uint8Array = Buffer.alloc(0);
  if (descriptor === 'plain') after = sums;
  else if (descriptor === 'signed') after = Buffer.concat([fields([4, 0x08074b50]), sums]);
  else if (typeof descriptor !== 'string') after = bytesOf(descriptor);
  const local = Buffer.concat([
    fields([4, spec.localSignature ?? 0x04034b50], [2, 20], [2, flags], [2, method], [4, 0]),
    late ? Buffer.alloc(12) : sums,
    fields([2, localName.length], [2, localExtra.length]),
    localName,
    localExtra,
    body,
    after,
  ]);
  const header = (offset: number): Buffer =>
    Buffer.concat([
      fields([4, 0x02014b50], [1, 20], [1, spec.creator ?? 0], [2, 20], [2, flags], [2, method], [4, 0]),
      sums,
      fields([2, name.length], [2, extra.length], [2, comment.length], [2, 0], [2, 0]),
      fields([4, spec.externalAttributes ?? 0], [4, spec.offset ?? offset]),
      name,
      extra,
      comment,
    ]);
  return { local: spec.directoryOnly ? Buffer.alloc(0) : local, header };
}

function makeEnd64(spec: End64Spec, records: number, size: number, offset: number, at: number): Buffer {
  return Buffer.concat([
    fields([4, spec.signature ?? 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0]),
    fields([8, spec.records ?? records], [8, spec.records ?? records]),
    fields([8, spec.size ?? size], [8, spec.offset ?? offset]),
    fields([4, spec.locatorSignature ?? 0x07064b50], [4, spec.disk ?? 0]),
    fields([8, spec.at ?? at], [4, spec.disks ?? 1]),
  ]);
}

/** The bytes of an archive. */
export function buildArchive(spec: ArchiveSpec): Buffer {
  const prefix = bytesOf(spec.prefix ?? '');
  const start = spec.offsetsCountPrefix ? prefix.length : 0;
  const locals: Uint8Array[] = [];
  const headers: Buffer[] = [];
  let at = start;
  for (const entry of spec.entries) {
    const { local, header } = makeEntry(entry);
    locals.push(local);
    headers.push(header(at));
    at += local.length;
  }
  const directory = Buffer.concat(headers);
  const before = bytesOf(spec.beforeEnd ?? '');
  const end = spec.end ?? {};
  const comment = bytesOf(end.comment ?? '');
  const records = end.records ?? (spec.end64 ? 0xffff : spec.entries.length);
  const end64 = spec.end64
    ? makeEnd64(spec.end64, spec.entries.length, directory.length, at, at + directory.length + before.length)
    : Buffer.alloc(0);
  return Buffer.concat([
    prefix,
    ...locals,
    directory,
    before,
    end64,
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, records], [2, records]),
    fields([4, end.size ?? directory.length], [4, end.offset ?? at]),
    fields([2, end.commentLength ?? comment.length]),
    comment,
    bytesOf(spec.suffix ?? ''),
  ]);
}

/** The bytes of an archive of many empty files, without local headers; a hundred times as fast as {@link buildArchive}. */
export function buildIndex(names: readonly string[]): Buffer {
  const out = Buffer.alloc(names.reduce((sum, name) => sum + 46 + 3 * name.length, 22));
  let at = 0;
  for (const name of names) {
    const bytes = encodeText(name);
    out.writeUInt32LE(0x02014b50, at);
    out.writeUInt16LE(bytes.length, at + 28);
    out.set(bytes, at + 46);
    at += 46 + bytes.length;
  }
  const count = names.length & 0xffff;
  const end = fields([4, 0x06054b50], [4, 0], [2, count], [2, count], [4, at], [4, 0], [2, 0]);
  out.set(end, at);
  return out.subarray(0, at + end.length);
}

type Edit = (bytes: Buffer, chance: Chance) => Buffer;

function place(length: number, chance: Chance): number {
  // The end of an archive is small and decides most: it is aimed at half of the time.
  return length - 1 - chance.below(chance.next() < 0.5 ? Math.min(length, 400) : length);
}

function splice(bytes: Buffer, at: number, removed: number, added: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + removed)]);
}

/** Ways to damage an archive. */
const EDITS: readonly Edit[] = [
  (bytes, chance) => {
    const at = place(bytes.length, chance);
    return splice(bytes, at, 1, Uint8Array.of(bytes[at]! ^ (1 << chance.below(8))));
  },
  (bytes, chance) => {
    const byte = chance.pick([0, 1, 0x7f, 0x80, 0xfe, 0xff, 0x2f, 0x5c, 0x2e]);
    return splice(bytes, place(bytes.length, chance), 1, Uint8Array.of(byte));
  },
  (bytes, chance) => {
    const size = chance.pick([1, 2, 4, 8]);
    return splice(bytes, place(bytes.length, chance), size, Buffer.alloc(size, chance.pick([0, 0xff])));
  },
  (bytes, chance) => bytes.subarray(0, place(bytes.length, chance)),
  (bytes, chance) => splice(bytes, place(bytes.length, chance), 1 + chance.below(40), Buffer.alloc(0)),
  (bytes, chance) => {
    const added = Buffer.from(Array.from({ length: 1 + chance.below(40) }, () => chance.below(256)));
    return splice(bytes, place(bytes.length, chance), 0, added);
  },
  (bytes, chance) => {
    const from = chance.below(bytes.length);
    const piece = bytes.subarray(from, from + 1 + chance.below(100));
    return splice(bytes, place(bytes.length, chance), 0, piece);
  },
];

/** A damaged copy of an archive: one to four edits, most often one. */
export function damageArchive(bytes: Uint8Array, chance: Chance): Buffer {
  let out = Buffer.from(bytes);
  const count = 1 + Math.floor(chance.next() ** 2 * 4);
  for (let i = 0; i < count && out.length > 0; i++) out = Buffer.from(chance.pick(EDITS)(out, chance));
  return out;
}
