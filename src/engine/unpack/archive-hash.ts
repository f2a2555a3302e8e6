// Hashing all files of an archive, while something else is done with the bytes of each.

import { hash1 } from '../../core/dirhash/index.js';
import {
  entriesByName,
  isDirectory,
  requireHashableName,
  type ZipDirectory,
  type ZipEntry,
  type ZipSource,
} from '../../core/zip/index.js';
import { type ContentSink, EntryReader } from './entry-reader.js';
import { digestOf, FileDigest, type Scratch } from './scratch.js';

/** Receives the content of one file beside the hash. `close` is called once, whether all went well or not. */
export interface EntrySink extends ContentSink {
  close(): void;
}

/** Gives the sink for an entry, of which the archive has `count` with the same name; undefined where only the hash is wanted. */
export type SinkFor = (entry: ZipEntry, count: number) => EntrySink | undefined;

/** An archive whose files were all good. */
export interface HashedArchive {
  /** `h1:...` */
  readonly sum: string;
  /** How many files and bytes were inflated. */
  readonly files: number;
  readonly bytes: number;
}

class HashingSink implements ContentSink {
  digest: string | undefined;
  private hasher = new FileDigest();

  constructor(private readonly also: ContentSink | undefined) {}

  add(piece: Uint8Array, last: boolean): void {
    this.digest = this.hasher.add(piece, last);
    this.also?.add(piece, last);
  }

  restart(): void {
    this.hasher = new FileDigest();
    this.also?.restart();
  }
}

function digestEntry(reader: EntryReader, entry: ZipEntry, also: EntrySink | undefined): string {
  const sink = new HashingSink(also);
  try {
    reader.read(entry, sink);
  } finally {
    also?.close();
  }
  if (sink.digest === undefined) throw new Error(`no digest of ${entry.name}`);
  return sink.digest;
}

/** How an archive is hashed. */
export interface HashOptions {
  /** Called before each file; may throw. */
  readonly checkpoint: () => void;
  /** Absent: only the hash is wanted. */
  readonly sinkFor?: SinkFor;
  /**
   * Leaves out the files' checksums as long as the archive says each of them twice (8 % of the time). For archives
   * whose sum is compared with one known beforehand: theirs were right once.
   */
  readonly skipChecksums?: boolean;
}

/**
 * Hashes an archive, file by file in the order of names. Throws ZipError for the first bad file, and what the sinks
 * throw. Unlike Go it stops when more has been inflated than a module zip may hold.
 */
export function hashArchive(
  source: ZipSource,
  directory: ZipDirectory,
  scratch: Scratch,
  options: HashOptions,
): HashedArchive {
  const { checkpoint, sinkFor } = options;
  const reader = new EntryReader(source, scratch, options.skipChecksums !== true);
  const digests: { name: string; sha256: string }[] = [];
  let files = 0;
  for (const { entry, count } of entriesByName(directory)) {
    checkpoint();
    requireHashableName(entry.name);
    if (!isDirectory(entry)) files++;
    const digest = { name: entry.name, sha256: digestEntry(reader, entry, sinkFor?.(entry, count)) };
    for (let i = 0; i < count; i++) digests.push(digest);
  }
  return { sum: hash1(digests, digestOf), files, bytes: reader.total };
}
