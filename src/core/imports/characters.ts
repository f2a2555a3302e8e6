// Characters as the scanner's messages show them.

import { isPrint } from '../quote.js';

/** A character as Go's %#U shows it; what stands for a byte that is no UTF-8 as U+FFFD. */
export function describeCharacter(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const known = code >= 0xd800 && code <= 0xdfff ? 0xfffd : code;
  const name = `U+${known.toString(16).toUpperCase().padStart(4, '0')}`;
  const shown = String.fromCodePoint(known);
  return isPrint(shown) ? `${name} '${shown}'` : name;
}
