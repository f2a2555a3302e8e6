// Go's %q: the double-quoted form in which Go's messages show text that a user handed in.
//
// Rules of strconv.Quote: `"` and `\` are escaped, the seven control letters have their own escapes, every
// other rune that Go does not call printable (letters, marks, numbers, punctuation, symbols and the ASCII
// space are) is written as \x, \u or \U.

const LETTERS: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

const PLAIN = /^[ !#-[\]-~]*$/;
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

function escapeRune(rune: string): string {
  const letter = LETTERS[rune];
  if (letter !== undefined) return letter;
  const code = rune.codePointAt(0) ?? 0;
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  if (PRINTABLE.test(rune)) return rune;
  if (code < 0x80) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

/** `text` as strconv.Quote writes it. A lone surrogate, which Go has not, becomes U+FFFD. */
export function quote(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  let out = '"';
  for (const rune of text) out += escapeRune(rune);
  return `${out}"`;
}
