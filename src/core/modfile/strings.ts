// Strings as go.mod spells them: bare, or in double quotes with Go's escapes.
//
// A token that begins with `"` is a Go string literal. Any other token stands for itself and must not hold
// a quote of any kind (they are reserved). The module directive alone is also read leniently elsewhere: see
// module-path.ts. Defined by golang.org/x/mod/modfile and Go's strconv.

import { GomodError } from '../error.js';
import { isPrint, quote } from '../quote.js';
import { unquote } from '../strconv/index.js';

/** A token that is no valid string: the message is Go's. */
export class StringError extends GomodError<'modfile-string'> {
  constructor(message: string) {
    super('modfile-string', message);
  }
}

/** Whether `text` needs quotes to be one token of a go.mod line. */
export function mustQuote(text: string): boolean {
  if (/^[\w.~/@+:-]+$/.test(text)) return text.includes('//');
  for (const char of text) {
    if (' "\'`'.includes(char)) return true;
    if ('()[]{},'.includes(char)) {
      if (text.length > 1) return true;
      continue;
    }
    // Bytes that are no UTF-8 (see core/text.ts) need no quotes.
    if (!isPrint(char) && !/[\ud800-\udfff]/u.test(char)) return true;
  }
  return text === '' || text.includes('//') || text.includes('/*');
}

/** `text` as a go.mod token: itself, or in quotes where it needs them. */
export function autoQuote(text: string): string {
  return mustQuote(text) ? quote(text) : text;
}

/** The string that a token stands for. Throws a StringError. */
export function parseString(token: string): string {
  if (token.startsWith('"')) {
    const value = unquote(token);
    if (value === undefined) throw new StringError('invalid syntax');
    return value;
  }
  if (token.includes('"') || token.includes("'") || token.includes('`'))
    throw new StringError('unquoted string cannot contain quote');
  return token;
}
