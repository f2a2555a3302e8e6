// The object behind a zlib stream, for those who inflate many small pieces: it can be reset and used again, and
// writes into a buffer of the caller's. It is not a documented part of Node, so whoever uses it tries it on known
// streams first, and does without it where it is missing or behaves differently.

import { createInflateRaw } from 'node:zlib';

/** What we use of it. `writeSync` reports failures by calling `onerror`. */
export interface ZlibHandle {
  onerror: (message: string, errno: number, code: string) => void;
  writeSync(
    flush: number,
    input: Uint8Array,
    inputAt: number,
    inputLength: number,
    output: Uint8Array,
    outputAt: number,
    outputLength: number,
  ): void;
  reset(): void;
}

/** A handle for raw DEFLATE streams; undefined where Node has none of this kind. */
export function inflateRawHandle():
  | {
      readonly handle: ZlibHandle;
      /** After each `writeSync`: the room left in the output, the bytes left in the input. */
      readonly state: Uint32Array;
    }
  | undefined {
  const stream = createInflateRaw() as unknown as { _handle?: ZlibHandle; _writeState?: Uint32Array };
  const { _handle: handle, _writeState: state } = stream;
  if (typeof handle?.writeSync !== 'function' || typeof handle.reset !== 'function') return undefined;
  return state instanceof Uint32Array ? { handle, state } : undefined;
}
