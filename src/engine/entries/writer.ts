// Putting one file of the cache into its place.

import { basename, dirname } from 'node:path';
import { errnoCode, type FileSystem, type Locker, writeFileAtomic } from '../io/index.js';
import { Folders } from './folders.js';
import { rewriteVersionList } from './version-list.js';

/** What writing needs of a session. */
export interface WriterHost {
  readonly fs: FileSystem;
  readonly locker: Locker;
  readonly signal: AbortSignal;
  /** Uniform in [0, 1): names of temporary files. */
  readonly random: () => number;
}

/** A file that is to be in the cache. */
export interface Entry {
  /** Absolute. */
  readonly path: string;
  readonly data: Uint8Array;
}

/** See the head of this file. One for each thread of a run. */
export class EntryWriter {
  readonly folders: Folders;

  constructor(private readonly host: WriterHost) {
    this.folders = new Folders(host.fs);
  }

  /**
   * Writes a file, whole or not at all, making the folders above it. `scratch`: a folder for the temporary file. Throws
   * the node:fs error.
   */
  write({ path, data }: Entry, scratch: string | undefined): void {
    const { fs, random } = this.host;
    const folder = dirname(path);
    this.folders.make(folder);
    if (scratch !== undefined) {
      try {
        writeFileAtomic(fs, path, data, { random, scratch });
        return;
      } catch {
        // On another file system, or removed: then beside the target, as go does it. Or all of the cache was removed.
        this.folders.forget();
        this.folders.make(folder);
      }
    }
    writeFileAtomic(fs, path, data, { random });
  }

  /**
   * Brings `list` up to date, after a `.mod` of ours was written to `path`. False where the file system does not let us;
   * rejects with other errors.
   */
  async list(path: string): Promise<boolean> {
    const folder = dirname(path);
    try {
      await rewriteVersionList(this.host, folder, this.folders.note(folder, basename(path, '.mod')));
      return true;
    } catch (error) {
      if (errnoCode(error) === undefined) throw error;
      return false;
    }
  }
}
