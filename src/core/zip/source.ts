// Where the bytes of an archive come from: memory, or a file of which only a window is held.

/** Random access to an archive. Synchronous, and used by one reader at a time. */
export interface ZipSource {
  /** Total size in bytes. */
  readonly size: number;
  /** What Go's file errors would call it; only shown when an archive asks for a negative offset. */
  readonly name: string;
  /**
   * The `length` bytes at `offset`, or fewer where the archive ends. Valid until the next call. `offset` is
   * never negative.
   */
  read(offset: number, length: number): Uint8Array;
}

/** An archive that is wholly in memory. */
export function bytesSource(bytes: Uint8Array, name = ''): ZipSource {
  return {
    size: bytes.length,
    name,
    read: (offset, length) => bytes.subarray(offset, Math.min(bytes.length, offset + length)),
  };
}
