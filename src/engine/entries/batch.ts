// Many entries at once, on their way to another thread: one block of memory that is handed over, not copied.

import type { Entry, EntryWriter } from './writer.js';

/** Entries to write. */
export interface WriteJob {
  /** Existing folder in the cache's file system for temporary files. */
  readonly scratch: string;
  /** The content of all, one after the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Absolute path, and where in `bytes` the content ends. A path that ends in `.mod` is listed. */
  readonly entries: readonly { readonly path: string; readonly end: number }[];
}

/** What became of the entries of a job. */
export interface Written {
  /** Why entries could not be written, by their place in the job: node:fs errors, LockErrors. */
  readonly failures: readonly { readonly at: number; readonly error: unknown }[];
  /** Whether a `.mod` was written that could not be listed. */
  readonly unlisted: boolean;
}

/** The entries as a job. Their bytes are copied. */
export function batchOf(entries: readonly Entry[], scratch: string): WriteJob {
  const bytes = new Uint8Array(entries.reduce((size, { data }) => size + data.length, 0));
  let end = 0;
  const ends = entries.map(({ path, data }) => {
    bytes.set(data, end);
    end += data.length;
    return { path, end };
  });
  return { scratch, bytes, entries: ends };
}

/** Writes all that can be written. Never rejects. */
export async function writeBatch(writer: EntryWriter, job: WriteJob): Promise<Written> {
  const failures: { at: number; error: unknown }[] = [];
  let unlisted = false;
  let start = 0;
  for (const [at, { path, end }] of job.entries.entries()) {
    try {
      writer.write({ path, data: job.bytes.subarray(start, end) }, job.scratch);
      if (path.endsWith('.mod') && !(await writer.list(path))) unlisted = true;
    } catch (error) {
      failures.push({ at, error });
    }
    start = end;
  }
  return { failures, unlisted };
}
