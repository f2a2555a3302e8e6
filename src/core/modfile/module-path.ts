// The module path of a go.mod file that need not be valid otherwise.

import { unquote } from '../strconv/index.js';
import { decodeText, encodeText, trimSpace } from '../text.js';

const VERB = 'module';

/**
 * The path behind the first `module` line, or '' when there is none or it cannot be read. Nothing else in the
 * file matters; a comment begins at the first `//` of a line, even inside quotes.
 */
export function modulePath(goMod: Uint8Array | string): string {
  const mod = typeof goMod === 'string' ? encodeText(goMod) : goMod;
  for (let start = 0; start < mod.length; ) {
    const newline = mod.indexOf(0x0a, start);
    const end = newline < 0 ? mod.length : newline;
    const [text = ''] = decodeText(mod.subarray(start, end)).split('//', 1);
    start = end + 1;
    const line = trimSpace(text);
    if (!line.startsWith(VERB)) continue;
    const rest = line.slice(VERB.length);
    const word = trimSpace(rest);
    if (word.length === rest.length || word === '') continue;
    return word.startsWith('"') || word.startsWith('`') ? (unquote(word) ?? '') : word;
  }
  return '';
}
