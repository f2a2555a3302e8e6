// Comparing the files of a folder with those of a zip while these are inflated one by one.

import type { ZipEntry } from '../../core/zip/index.js';
import { errnoCode, type FileSystem } from '../io/index.js';
import type { EntrySink } from './archive-hash.js';
import { FolderFile, folderFiles } from './folder-hash.js';
import type { Scratch } from './scratch.js';

/** Gives up for good at the first difference, and at whatever cannot be read: then the folder is hashed. */
export class FolderComparison {
  private readonly files: ReadonlySet<string>;
  private seen = 0;
  private equal = true;

  constructor(
    private readonly fs: FileSystem,
    private readonly root: string,
    private readonly prefix: string,
    private readonly scratch: Scratch,
  ) {
    this.files = new Set(this.attempt(() => folderFiles(fs, root)));
  }

  /** Whether the folder has exactly the files that were compared, with exactly their bytes. */
  get result(): boolean {
    return this.equal && this.seen === this.files.size;
  }

  /** What compares the content of an entry that the archive has `count` times. */
  sinkFor(entry: ZipEntry, count: number): FileComparison | undefined {
    const path = entry.name.slice(this.prefix.length);
    this.equal &&= count === 1 && entry.name.startsWith(this.prefix) && this.files.has(path);
    if (!this.equal) return undefined;
    this.seen++;
    const file = this.attempt(() => new FolderFile(this.fs, `${this.root}/${path}`));
    return file === undefined ? undefined : new FileComparison(this, file, this.scratch.compared());
  }

  /** Does a step; a failed system call is a difference. */
  attempt<T>(step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      this.equal = false;
      if (errnoCode(error) === undefined && !(error instanceof Error && error.name === 'EngineError'))
        throw error;
      return undefined;
    }
  }

  differs(): void {
    this.equal = false;
  }
}

/** Compares one file. */
export class FileComparison implements EntrySink {
  private over = false;

  constructor(
    private readonly folder: FolderComparison,
    private readonly file: FolderFile,
    private readonly buffer: Buffer,
  ) {}

  add(piece: Uint8Array, last: boolean): void {
    const step = this.buffer.length - 1;
    for (let at = 0; !this.over; at += step) {
      const length = Math.min(step, piece.length - at);
      const ends = at + length === piece.length;
      this.compare(piece, at, length, last && ends);
      if (ends) return;
    }
  }

  /** Compares a part of a piece. With the last part one byte more is asked for, which must not be there. */
  private compare(piece: Uint8Array, at: number, length: number, last: boolean): void {
    const got = this.folder.attempt(() => this.file.read(this.buffer, last ? length + 1 : length, length));
    if (got !== length || this.buffer.compare(piece, at, at + length, 0, length) !== 0) this.end();
  }

  /** Happens only for streams that zlib refuses and Go takes: not worth more. */
  restart(): void {
    this.end();
  }

  private end(): void {
    this.over = true;
    this.folder.differs();
  }

  close(): void {
    this.file.close();
  }
}
