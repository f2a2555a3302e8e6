// `//go:embed` comments of a whole file, found without parsing it.
//
// Only what can hide a comment is told apart: strings, characters, other comments. Comments above the imports count
// too: the compiler refuses them. Defined by go/build.

import { embedPatterns } from './directive.js';
import { interpretLineComment, readComment, withoutReturns } from './line-comment.js';
import { Lines, type Position } from './lines.js';
import { scanRawString, scanRune, scanString } from './strings.js';

/** A pattern, and where it stands. */
export interface Embed {
  readonly pattern: string;
  readonly position: Position;
}

const TELLING = /["'`]|\/[/*]/g;

function nothing(): void {}

/** The patterns of `text`, the whole of a file that is called `file`, in its order. */
export function findEmbeds(file: string, text: string): Embed[] {
  if (!text.includes('//go:embed')) return [];
  const lines = new Lines(file, text);
  const embeds: Embed[] = [];
  for (let at = 0; ; ) {
    TELLING.lastIndex = at;
    const start = TELLING.exec(text)?.index;
    if (start === undefined) return embeds;
    switch (text.charAt(start)) {
      case '"':
        at = scanString(text, start, nothing);
        break;
      case "'":
        at = scanRune(text, start, nothing);
        break;
      case '`':
        at = scanRawString(text, start, nothing);
        break;
      default: {
        const comment = readComment(text, start);
        at = comment.end;
        if (!comment.closed) break;
        interpretLineComment(comment.text, { start, end: at, lines, report: nothing });
        for (const word of embedPatterns(withoutReturns(comment.text))) {
          embeds.push({ pattern: word.value, position: lines.at(start + word.at) });
        }
      }
    }
  }
}
