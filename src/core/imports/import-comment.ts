// Import comments, `package x // import "example.com/x"`, which only GOPATH mode looks at.
//
// The comment stands on the line of the package name, before anything else. Defined by go/build.

import { trimSpace } from '../text.js';

const WORD = /[\p{L}0-9_]*/uy;
const BLANKS = /[ \t\r]*/y;

/** Behind blanks, newlines and comments from `at` on; the end of the text where a comment is not closed. */
function behindBlanks(text: string, from: number): number {
  for (let at = from; ; ) {
    const char = text.charAt(at);
    const mark = text.slice(at, at + 2);
    if (char !== '' && ' \t\r\n'.includes(char)) at++;
    else if (mark === '//') at = behind(text, '\n', at);
    else if (mark === '/*') at = behind(text, '*/', at + 2);
    else return at;
  }
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** A word behind blanks and comments, and where it ends. */
function wordAt(text: string, from: number): { word: string; end: number } {
  const at = behindBlanks(text, from);
  const word = matchAt(WORD, text, at);
  return { word, end: at + word.length };
}

/** The comment at `at` that stands on one line, without its marks. */
function commentAt(text: string, at: number): string {
  const mark = text.slice(at, at + 2);
  if (mark === '//') return text.slice(at + 2).split('\n', 1)[0] ?? '';
  const end = mark === '/*' ? text.indexOf('*/', at + 2) : -1;
  const comment = end < 0 ? '' : text.slice(at + 2, end);
  return comment.includes('\n') ? '' : comment;
}

/** What stands behind `import` in the import comment, quotes included; undefined where there is none. */
export function findImportComment(text: string): string | undefined {
  const keyword = wordAt(text, 0);
  if (keyword.word !== 'package') return undefined;
  const name = wordAt(text, keyword.end);
  if (name.word === '') return undefined;
  const start = name.end + matchAt(BLANKS, text, name.end).length;
  const comment = trimSpace(commentAt(text, start));
  const verb = wordAt(comment, 0);
  return verb.word === 'import' ? trimSpace(comment.slice(verb.end)) : undefined;
}
