// The output that an example says it has: the last comment of its body, where that begins so. Defined by go/doc.

import { type CommentGroup, commentText } from '../imports/index.js';

/** What an example prints. */
export interface ExampleOutput {
  readonly text: string;
  /** Whether its lines may come in any order. */
  readonly unordered: boolean;
}

const PREFIX = /^[\t\n\v\f\r ]*(unordered )?output: *\n?/i;

/** The output that is told in `comment`; undefined where none is. */
export function exampleOutput(comment: CommentGroup | undefined): ExampleOutput | undefined {
  if (comment === undefined) return undefined;
  const text = commentText(comment);
  const found = PREFIX.exec(text);
  if (found === null) return undefined;
  return { text: text.slice(found[0].length), unordered: found[1] !== undefined };
}
