// What comments say: `// indirect`, `// Deprecated: ...`, and why a version was retracted.
//
// Only the first comment behind a line is looked at for "indirect"; more text may follow after "indirect;".
// A deprecation is the paragraph of the module directive's comments that begins with "Deprecated:". A line
// of a block that has no comments of its own has those of the block.

import { isSpace, trimSpace } from '../text.js';
import type { Comment, Comments, Line, LineBlock } from './syntax.js';
import { NO_POSITION } from './syntax.js';

const INDIRECT = 'indirect';

/** The text of a comment, without its slashes and the blanks around it. */
export function commentText(comment: Comment): string {
  return trimSpace(comment.token.startsWith('//') ? comment.token.slice(2) : comment.token);
}

/** Whether the line is marked `// indirect` or `// indirect; ...`. */
export function isIndirect(line: Comments): boolean {
  const first = line.suffix[0];
  if (first === undefined) return false;
  const text = commentText(first);
  if (!text.startsWith(INDIRECT)) return false;
  if (text.length === INDIRECT.length) return true;
  const rest = text.slice(INDIRECT.length);
  return rest.startsWith(';') && rest.length > 1 && isSpace(rest.charCodeAt(1));
}

function withIndirect(first: Comment | undefined): Comment {
  const text = first === undefined ? '' : commentText(first);
  const token = text === '' ? '// indirect' : `// indirect; ${text}`;
  return { start: first?.start ?? NO_POSITION, token, suffix: true };
}

/** Marks the line as indirect or takes the mark away; whatever else its comment says stays. */
export function setIndirect(line: Line, indirect: boolean): void {
  if (isIndirect(line) === indirect) return;
  const [first, ...rest] = line.suffix;
  if (indirect) {
    line.suffix = [withIndirect(first), ...rest];
  } else if (first !== undefined && commentText(first) !== INDIRECT) {
    const mark = `${INDIRECT};`;
    const text = first.token.slice(first.token.indexOf(mark) + mark.length);
    line.suffix = [{ ...first, token: `//${text}` }, ...rest];
  } else {
    line.suffix = [];
  }
}

/** The words of comments, one line each. */
function wordsOf({ before, suffix }: Comments): string {
  if (before.length === 0 && suffix.length === 0) return '';
  return [...before, ...suffix]
    .filter((comment) => comment.token.startsWith('//'))
    .map(commentText)
    .join('\n');
}

/** The words of the comments of blocks, for as long as one file is read: each line of a block may ask for them. */
export class BlockWords {
  readonly #words = new Map<LineBlock, string>();

  of(block: LineBlock): string {
    let words = this.#words.get(block);
    if (words === undefined) {
      words = wordsOf(block);
      this.#words.set(block, words);
    }
    return words;
  }
}

/** The words of the comments above and behind a directive, one line each. */
export function directiveComment(block: LineBlock | undefined, line: Line, blocks: BlockWords): string {
  const own = block === undefined || line.before.length > 0 || line.suffix.length > 0;
  return own ? wordsOf(line) : blocks.of(block);
}

/** The deprecation message in the comments of a module directive; '' when there is none. */
export function deprecation(block: LineBlock | undefined, line: Line, blocks: BlockWords): string {
  const mark = 'Deprecated:';
  const paragraph = '\n\n';
  const text = directiveComment(block, line, blocks);
  let start = 0;
  if (!text.startsWith(mark)) {
    start = text.indexOf(paragraph + mark);
    if (start < 0) return '';
    start += paragraph.length;
  }
  start += mark.length;
  while (text.charAt(start) === ' ') start++;
  const end = text.indexOf(paragraph, start);
  return end < 0 ? text.slice(start) : text.slice(start, end);
}
