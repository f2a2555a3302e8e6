// An archive on disk of which a window is in memory.
//
// Entries mostly stand in the order in which they are read, so one large read serves many of them. A zip may
// have 500 MiB; a process that works on several at once must not hold them.

import type { ZipSource } from '../../core/zip/index.js';
import { type FileSystem, withPath } from '../io/index.js';

/** Bytes read at once, where more than that is not asked for. */
export const WINDOW = 1 << 20;

/** An archive whose entries are out of order must not cost a whole window for each of them. */
const JUMP = 1 << 16;
const AFTER_JUMP = 1 << 12;

/** A {@link ZipSource} that is closed by whoever opened it. */
export interface FileSource extends ZipSource {
  close(): void;
}

class WindowedFile implements FileSource {
  private start = 0;
  private end = 0;

  constructor(
    private readonly fs: FileSystem,
    private readonly fd: number,
    readonly name: string,
    readonly size: number,
    private window: Buffer,
  ) {}

  read(offset: number, length: number): Uint8Array {
    const end = Math.min(offset + length, this.size);
    if (offset >= end) return this.window.subarray(0, 0);
    if (offset < this.start || end > this.end) this.fill(offset, end - offset);
    return this.window.subarray(offset - this.start, Math.min(end, this.end) - this.start);
  }

  private fill(offset: number, length: number): void {
    // What is larger than the window gets a buffer of its own: the window serves other archives too.
    if (length > this.window.length) this.window = Buffer.allocUnsafeSlow(length);
    const goesOn = offset >= this.start && offset <= this.end + JUMP;
    const wanted = goesOn ? this.window.length : Math.max(length, AFTER_JUMP);
    this.start = this.end = offset;
    const limit = Math.min(offset + wanted, this.size);
    try {
      while (this.end < limit) {
        const got = this.fs.readSync(this.fd, this.window, this.end - offset, limit - this.end, this.end);
        if (got === 0) break;
        this.end += got;
      }
    } catch (error) {
      throw withPath(error, this.name);
    }
  }

  close(): void {
    this.fs.closeSync(this.fd);
  }
}

/**
 * Opens an archive. `window` is used to hold parts of it, and may serve several archives, one after the other. Throws
 * the node:fs error.
 */
export function openFileSource(fs: FileSystem, path: string, window: Buffer): FileSource {
  const fd = fs.openSync(path, 'r');
  try {
    return new WindowedFile(fs, fd, path, fs.fstatSync(fd).size, window);
  } catch (error) {
    fs.closeSync(fd);
    throw error;
  }
}
