// Two names that change places in one step: renameat2(2) with RENAME_EXCHANGE.
//
// Node has no call for it, so it is taken through koffi (optional, some 5 ms), on Linux only.

import { encodeText } from '../../core/text.js';
import { type FileSystem, isMachine } from './filesystem.js';

/** The folder that relative paths are relative to, as the *at calls name it: ours are absolute. */
const AT_FDCWD = -100;
const RENAME_EXCHANGE = 2;

type Rename = (from: number, a: Uint8Array, to: number, b: Uint8Array, flags: number) => number;

/** What we use of koffi. */
interface Koffi {
  load(library: null): { func(prototype: string): Rename };
}

/**
 * Lets the absolute paths `a` and `b`, both there, change places: at no moment is either name without a file. False where
 * that cannot be done, for whatever reason; then nothing has changed.
 */
export async function exchange(fs: FileSystem, a: string, b: string): Promise<boolean> {
  if (process.platform !== 'linux' || !isMachine(fs)) return false;
  try {
    const koffi = ((await import('koffi')) as unknown as { default: Koffi }).default;
    const rename = koffi
      .load(null)
      .func('int renameat2(int from, const void *a, int to, const void *b, unsigned int flags)');
    return rename(AT_FDCWD, cString(a), AT_FDCWD, cString(b), RENAME_EXCHANGE) === 0;
  } catch {
    // Not installed, or a C library without this call.
    return false;
  }
}

function cString(text: string): Uint8Array {
  const bytes = encodeText(text);
  const all = new Uint8Array(bytes.length + 1);
  all.set(bytes);
  return all;
}
