// The first sentence of a package comment, as `go list` prints it in Doc.
//
// A sentence ends at a period with white space behind it, unless one single capital letter stands before it, or
// at an ideographic full stop. What begins like a copyright notice is none, and so is what begins with a list, code
// or a heading. The sentence stands on one line, its links without brackets; where it has definitions of links that
// it uses, these stand below. Defined by go/doc.

import { fields, trimSpace } from '../text.js';
import { docBlocks, type LinkDefinition } from './doc-blocks.js';
import { linkedText } from './doc-links.js';

const NOTICES = ['copyright', 'all rights', 'author'];
const UPPER = /^\p{Lu}$/u;
const IDEOGRAPHIC = '。．';

/** The text up to the end of its first sentence. */
function firstSentence(text: string): string {
  let [third, second, last] = ['', '', ''];
  let at = 0;
  for (const char of text) {
    const blank = char === ' ' || char === '\n' || char === '\r' || char === '\t';
    if (blank && last === '.' && (!UPPER.test(second) || UPPER.test(third))) return text.slice(0, at);
    if (last !== '' && IDEOGRAPHIC.includes(last)) return text.slice(0, at);
    [third, second, last] = [second, last, blank ? ' ' : char];
    at += char.length;
  }
  return text;
}

/** The synopsis of a comment's text; '' where it has none. */
export function synopsis(text: string): string {
  const sentence = firstSentence(text);
  const lower = sentence.slice(0, 32).toLowerCase();
  if (NOTICES.some((notice) => lower.startsWith(notice))) return '';
  const { first, others, links } = docBlocks(sentence);
  if (first === undefined) return '';
  // Of two definitions of one text the first counts.
  const byText = new Map(links.toReversed().map((link) => [link.text, link]));
  const used = new Set<LinkDefinition>();
  const isDefined = (label: string): boolean => {
    const link = byText.get(label);
    if (link !== undefined) used.add(link);
    return link !== undefined;
  };
  const line = fields(linkedText(first, isDefined)).join(' ');
  for (const paragraph of others) linkedText(paragraph, isDefined);
  // Go prints the definitions of links that were used anywhere behind the sentence.
  const definitions = links.filter((link) => used.has(link)).map((link) => `[${link.text}]: ${link.url}\n`);
  return trimSpace(definitions.length === 0 ? line : `${line}\n\n${definitions.join('')}`);
}
