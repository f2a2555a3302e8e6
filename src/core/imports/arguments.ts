// Arguments on one line, as `#cgo` lines have them: white space separates, both kinds of quotes keep together, a
// backslash takes the next character as it is, within quotes too. Defined by go/build.

import { isSpace } from '../text.js';

/** The arguments; undefined where a quote is not closed, or nothing follows a backslash. */
export function splitArguments(text: string): string[] | undefined {
  const all: string[] = [];
  let argument = '';
  let begun = false;
  let quote = '';
  let escaped = false;
  for (const char of text) {
    if (escaped) {
      escaped = false;
    } else if (char === '\\') {
      escaped = true;
      continue;
    } else if (quote !== '') {
      if (char === quote) {
        quote = '';
        continue;
      }
    } else if (char === '"' || char === "'") {
      begun = true;
      quote = char;
      continue;
    } else if (isSpace(char.charCodeAt(0))) {
      if (begun) all.push(argument);
      argument = '';
      begun = false;
      continue;
    }
    argument += char;
    begun = true;
  }
  if (quote !== '' || escaped) return undefined;
  return begun ? [...all, argument] : all;
}
