// The value of a string literal. Most have no escapes, and then nothing needs to be put together.

import { unquote } from '../strconv/index.js';
import { toWellFormed } from '../text.js';

/** The value of a literal in double quotes or backquotes; undefined for what is none. */
export function literalValue(literal: string): string | undefined {
  const plain = literal.length >= 2 && literal.startsWith('"') && literal.endsWith('"');
  if (!plain || /[\\\n]/.test(literal)) return unquote(literal);
  const body = literal.slice(1, -1);
  return body.includes('"') ? undefined : toWellFormed(body);
}
