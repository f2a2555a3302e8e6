// Lists of words in one text, as GOFLAGS and several flags hold them (Go's cmd/internal/quoted).
//
// Words are separated by blanks. A word may stand in single or double quotes, within which nothing is
// special; a quote inside a word that does not begin with one is an ordinary character.

const BLANK = ' \t\n\r';

/** The words of `text`, or Go's message when a quote is not closed. */
export function splitQuoted(text: string): string[] | string {
  const words: string[] = [];
  let at = 0;
  while (at < text.length) {
    const first = text.charAt(at);
    if (BLANK.includes(first)) {
      at++;
    } else if (first === '"' || first === "'") {
      const end = text.indexOf(first, at + 1);
      if (end < 0) return `unterminated ${first} string`;
      words.push(text.slice(at + 1, end));
      at = end + 1;
    } else {
      const start = at;
      while (at < text.length && !BLANK.includes(text.charAt(at))) at++;
      words.push(text.slice(start, at));
    }
  }
  return words;
}

/**
 * The text that `splitQuoted` takes apart into `words`; only words with blanks or quotes are quoted. Undefined
 * when a word needs quoting and has both kinds of quotes.
 */
export function joinQuoted(words: readonly string[]): string | undefined {
  const parts: string[] = [];
  for (const word of words) {
    const single = word.includes("'");
    const double = word.includes('"');
    if (!single && !double && ![...BLANK].some((blank) => word.includes(blank))) parts.push(word);
    else if (!single) parts.push(`'${word}'`);
    else if (!double) parts.push(`"${word}"`);
    else return undefined;
  }
  return parts.join(' ');
}
