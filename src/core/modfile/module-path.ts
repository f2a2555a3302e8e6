// The module path of a go.mod file that need not be valid otherwise.

import { decodeText, encodeText, trimSpace } from '../text.js';
import { StringError, unquote } from './strings.js';

const VERB = 'module';

function unquoted(word: string): string {
  if (word.startsWith('"')) {
    try {
      return unquote(word);
    } catch (error) {
      if (error instanceof StringError) return '';
      throw error;
    }
  }
  // A raw string: ends at the next back quote, which must be the last character.
  const end = word.indexOf('`', 1);
  return end === word.length - 1 && end > 0 ? word.slice(1, -1).replaceAll('\r', '') : '';
}

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
    return word.startsWith('"') || word.startsWith('`') ? unquoted(word) : word;
  }
  return '';
}
