// Groups of comments, and the text that they are.
//
// Comments with nothing else and no blank line between them are a group. Its text has no marks, no directives
// (`//go:noinline`, `//line`, `//export`), no blanks at the ends of lines, and single blank lines, none at the ends.
// Defined by go/ast.

/** One comment: where it begins, and its text with its marks. */
export interface SourceComment {
  readonly start: number;
  readonly text: string;
}

/** Comments that stand together; never none. */
export type CommentGroup = readonly SourceComment[];

const DIRECTIVE = /^(?:(?:line|extern|export) |[a-z0-9]+:[a-z0-9])/;
const BLANKS = ' \t\n\r';

/** A loop, for a pattern at the end of a text looks again from every blank. */
function withoutEndingBlanks(line: string): string {
  let end = line.length;
  while (end > 0 && BLANKS.includes(line.charAt(end - 1))) end--;
  return line.slice(0, end);
}

/** The lines of a comment without its marks; a directive has none. */
function linesOf(text: string): string[] {
  if (text.startsWith('/*')) return text.slice(2, -2).split('\n');
  const line = text.slice(2);
  if (line.startsWith(' ')) return [line.slice(1)];
  return DIRECTIVE.test(line) ? [] : [line];
}

/** The text of a group: lines, each ended by a newline. */
export function commentText(group: CommentGroup): string {
  const lines: string[] = [];
  for (const { text } of group) {
    for (const line of linesOf(text)) {
      const trimmed = withoutEndingBlanks(line);
      if (trimmed !== '' || (lines.length > 0 && lines.at(-1) !== '')) lines.push(trimmed);
    }
  }
  if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
  return lines.join('\n');
}
