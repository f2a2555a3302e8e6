// Texts and bytes under the verbs that take them.

import { quote } from '../quote.js';
import { canBackquote, quoteAscii } from '../strconv/index.js';
import { decodeText, encodeText } from '../text.js';
import { type Flags, pad, padding } from './flags.js';

/** At most as many characters as the precision says. */
function truncate(text: string, { precision }: Flags): string {
  if (precision === undefined || precision >= text.length) return text;
  let end = 0;
  for (let left = precision; left > 0 && end < text.length; left--) {
    end += (text.charCodeAt(end) & 0xfc00) === 0xd800 ? 2 : 1;
  }
  return text.slice(0, end);
}

/** `%s`. */
export function plainText(text: string, flags: Flags): string {
  return pad(truncate(text, flags), flags);
}

/** `%q`; with `#` in backquotes where that can be. */
export function quotedText(text: string, flags: Flags): string {
  const shown = truncate(text, flags);
  if (flags.sharp && canBackquote(shown)) return pad(`\`${shown}\``, flags);
  return pad(flags.plus ? quoteAscii(shown) : quote(shown), flags);
}

/** `%x` and `%X` of bytes. */
export function hexText(bytes: Uint8Array, verb: 'x' | 'X', flags: Flags): string {
  const { space, sharp, width = 0, minus } = flags;
  const shown = [...bytes.subarray(0, flags.precision ?? bytes.length)].map((byte) => {
    const pair = byte.toString(16).padStart(2, '0');
    return verb === 'X' ? pair.toUpperCase() : pair;
  });
  const mark = sharp && shown.length > 0 ? `0${verb}` : '';
  const text = mark + shown.join(space ? ` ${mark}` : '');
  const fill = padding(flags, width - text.length);
  return minus ? text + fill : fill + text;
}

/** `text` under `verb`; undefined for a verb that takes no texts. */
export function formatText(text: string, verb: string, flags: Flags): string | undefined {
  switch (verb) {
    case 'v':
      return flags.sharpV ? quotedText(text, flags) : plainText(text, flags);
    case 's':
      return plainText(text, flags);
    case 'q':
      return quotedText(text, flags);
    case 'x':
    case 'X':
      return hexText(encodeText(text), verb, flags);
    default:
      return undefined;
  }
}

/** Bytes under the verbs that take them for text; undefined for the others. */
export function formatBytes(bytes: Uint8Array, verb: string, flags: Flags): string | undefined {
  if (verb === 's') return plainText(decodeText(bytes), flags);
  if (verb === 'q') return quotedText(decodeText(bytes), flags);
  return verb === 'x' || verb === 'X' ? hexText(bytes, verb, flags) : undefined;
}
