// Directive comments: `//go:embed` with its patterns, `//go:debug` with its setting.
//
// Words of `//go:embed` are separated by white space; one may be a string in double quotes or backquotes. A line
// that is not well formed has no patterns here: the compiler will complain of it. Defined by go/ast and
// cmd/go/internal/load.

import { unquote } from '../strconv/index.js';
import { isSpace, trimSpace } from '../text.js';
import { ImportsError } from './error.js';

/** A word of a directive: its value, and where it begins in the comment. */
export interface DirectiveWord {
  readonly value: string;
  readonly at: number;
}

const EMBED = '//go:embed';
const DEBUG = '//go:debug';
const QUOTED = /"(?:[^"\\\n]|\\[^\n])*"|`[^`]*`/y;

function isSpaceAt(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at));
}

/** Where the word at `at` ends, as far as white space goes. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isSpaceAt(text, end)) end++;
  return end;
}

/** The patterns of a comment; none when it is another comment, or not well formed. */
export function embedPatterns(comment: string): readonly DirectiveWord[] {
  if (!comment.startsWith(EMBED)) return [];
  let at = EMBED.length;
  if (at < comment.length && !isSpaceAt(comment, at)) return [];
  const words: DirectiveWord[] = [];
  for (;;) {
    while (at < comment.length && isSpaceAt(comment, at)) at++;
    if (at >= comment.length) return words;
    const mark = comment.charAt(at);
    const quoted = mark === '"' || mark === '`';
    const end = quoted ? quotedEnd(comment, at) : wordEnd(comment, at);
    const text = comment.slice(at, end);
    const value = quoted ? unquote(text) : text;
    if (value === undefined) return [];
    words.push({ value, at });
    at = end;
  }
}

/** Where the string at `at` ends; `at` where it does not, or something stands right behind it. */
function quotedEnd(comment: string, at: number): number {
  QUOTED.lastIndex = at;
  const end = at + (QUOTED.exec(comment)?.[0].length ?? 0);
  return end < comment.length && !isSpaceAt(comment, end) ? at : end;
}

/** A setting that a program asks for. */
export interface DebugSetting {
  readonly key: string;
  readonly value: string;
}

/**
 * The setting of a `//go:debug` comment; undefined for another one. Which keys there are is for the caller to check.
 * Throws an ImportsError `debug-directive`.
 */
export function parseDebugDirective(comment: string): DebugSetting | undefined {
  if (!comment.startsWith(DEBUG)) return undefined;
  const blank = comment.search(/[ \t]/);
  if (blank < 0 && trimSpace(comment) !== DEBUG) return undefined;
  const setting = blank < 0 ? '' : trimSpace(comment.slice(blank));
  const equals = setting.indexOf('=');
  if (equals < 0) throw new ImportsError('debug-directive', 'missing key=value');
  return { key: setting.slice(0, equals), value: setting.slice(equals + 1) };
}
