// How much of a file decides what is found in it.
//
// What stands behind the imports of a Go file, and behind the blanks and comments at the start of any other, changes nothing
// that `readSource` and `scanSource` find, unless files are embedded. The byte behind them belongs to what decides:
// with another one the imports might go on.

import { decodeText } from '../text.js';
import { ImportsError } from './error.js';
import { fileKind } from './file-name.js';
import { type Reach, reachOfComments, reachOfImports } from './reach.js';

/**
 * How many bytes at the start of a file decide what `readSource` and `scanSource` find in it: in every file that starts with
 * the same they find the same. Undefined where that cannot be said of fewer bytes than there are.
 */
export function headLength(name: string, bytes: Uint8Array): number | undefined {
  const kind = fileKind(name);
  if (kind === undefined || kind === 'object') return undefined;
  const reach = reachOf(kind === 'go' ? reachOfImports : reachOfComments, bytes);
  if (reach === undefined || reach.oddAt !== undefined || mayEmbed(reach)) return undefined;
  const length = bytes.length - reach.bytes.length + reach.end + 1;
  return length <= bytes.length ? length : undefined;
}

function reachOf(quickReader: (bytes: Uint8Array) => Reach, bytes: Uint8Array): Reach | undefined {
  try {
    return quickReader(bytes);
  } catch (error) {
    if (error instanceof ImportsError) return undefined;
    throw error;
  }
}

function mayEmbed({ bytes, paths }: Reach): boolean {
  for (let at = 0; at < paths.length; at += 2) {
    const literal = decodeText(bytes.subarray(paths[at], paths[at + 1]));
    if (literal.slice(1, -1) === 'embed' || literal.includes('\\')) return true;
  }
  return false;
}
