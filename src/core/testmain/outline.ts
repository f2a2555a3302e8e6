// A Go file without what is in its braces, for a reader who only counts it: test files are mostly bodies, and to read
// each of their tokens takes more than twice as long.
//
// Blanks stand in place of what was left out, so nothing moves. Braces keep what may be wrong, or may be wanted: what
// the scanner has an error for, brackets that do not match, functions with names, comments that may tell the output
// of an example. Whoever reads on finds the same as in the whole file. Defined by go/scanner.

import { type PartReport, scanNumber, scanRune, scanString } from '../imports/index.js';

/** Kinds of characters, by what begins with them. */
const OTHER = 0;
const PLAIN = 1;
const LETTER = 2;
const DIGIT = 3;
const QUOTE = 4;
const TICK = 5;
const BACKQUOTE = 6;
const SLASH = 7;
const OPEN = 8;
const CLOSE = 9;
const POINT = 10;

/** The kind of each ASCII character; all else is OTHER. */
function kindTable(): Uint8Array {
  const kinds = new Uint8Array(128);
  const fill = (chars: string, kind: number) => {
    for (let at = 0; at < chars.length; at++) kinds[chars.charCodeAt(at)] = kind;
  };
  fill(' \t\r\n+-*%&|^<>=!:,;~', PLAIN);
  fill('.', POINT);
  fill('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_', LETTER);
  fill('0123456789', DIGIT);
  fill('"', QUOTE);
  fill("'", TICK);
  fill('`', BACKQUOTE);
  fill('/', SLASH);
  fill('([{', OPEN);
  fill(')]}', CLOSE);
  return kinds;
}

const KINDS = kindTable();
/** As the scanner has names that begin or go on beyond ASCII. */
const NAME = /[\p{L}_][\p{L}_\p{Nd}]*/uy;
/** Characters that are wrong everywhere, and comments that change what positions are. */
const SPECIAL = /[\0\ufeff\ud800-\udfff]|\/[/*]line /u;
/** What keeps braces as they are; it may stand in texts, too. */
const WANTED = /\bfunc(?!\w|\s*\()|output:/i;

/** Where what `scan` reads ends; -1 where it reports anything. */
function soundEnd(scan: (report: PartReport) => number): number {
  let isSound = true;
  const end = scan(() => {
    isSound = false;
  });
  return isSound ? end : -1;
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

function nameEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    const kind = KINDS[code];
    if (code >= KINDS.length) return wideNameEnd(text, start);
    if (kind !== LETTER && kind !== DIGIT) return at;
    at++;
  }
}

/** The same for names that are not ASCII alone. */
function wideNameEnd(text: string, start: number): number {
  NAME.lastIndex = start;
  return NAME.test(text) ? NAME.lastIndex : -1;
}

function numberEnd(text: string, start: number): number {
  return soundEnd((report) => scanNumber(text, start, report).end);
}

function pointEnd(text: string, start: number): number {
  if (text.startsWith('...', start)) return start + 3;
  return KINDS[text.charCodeAt(start + 1)] === DIGIT ? numberEnd(text, start) : start + 1;
}

function slashEnd(text: string, start: number): number {
  switch (text.charAt(start + 1)) {
    case '/':
      return behind(text, '\n', start);
    case '*':
      return behind(text, '*/', start + 2);
    default:
      return start + 1;
  }
}

/** Where the token, or a part of it, ends that begins at `at`; -1 where that takes a scanner. */
function tokenEnd(text: string, at: number, kind: number): number {
  switch (kind) {
    case LETTER:
      return nameEnd(text, at);
    case DIGIT:
      return numberEnd(text, at);
    case POINT:
      return pointEnd(text, at);
    case QUOTE:
      return soundEnd((report) => scanString(text, at, report));
    case TICK:
      return soundEnd((report) => scanRune(text, at, report));
    case BACKQUOTE:
      return behind(text, '`', at + 1);
    case SLASH:
      return slashEnd(text, at);
    case OTHER:
      return wideNameEnd(text, at);
    default:
      return at + 1;
  }
}

function kindAt(text: string, at: number): number {
  return KINDS[text.charCodeAt(at)] ?? OTHER;
}

/** Where the bracket stands that closes the one at `start`; -1 where that takes a scanner. */
function closingOf(text: string, start: number): number {
  const open: number[] = [];
  for (let at = start; at >= 0 && at < text.length; ) {
    const kind = kindAt(text, at);
    const code = text.charCodeAt(at);
    // Brackets stand one or two places before those that close them.
    if (kind === OPEN) open.push(code);
    else if (kind === CLOSE) {
      const distance = code - (open.pop() ?? 0);
      if (distance !== 1 && distance !== 2) return -1;
      if (open.length === 0) return at;
    }
    at = tokenEnd(text, at, kind);
  }
  return -1;
}

/** See the head of this file. */
export function outlineOf(text: string): string {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  if (SPECIAL.test(text.slice(start))) return text;
  const pieces: string[] = [];
  let kept = 0;
  for (let at = start; at >= 0 && at < text.length; ) {
    if (text.charAt(at) !== '{') {
      at = tokenEnd(text, at, kindAt(text, at));
      continue;
    }
    const end = closingOf(text, at);
    if (end < 0) break;
    if (!WANTED.test(text.slice(at, end))) {
      pieces.push(text.slice(kept, at + 1), ' '.repeat(end - at - 1));
      kept = end;
    }
    at = end + 1;
  }
  return pieces.join('') + text.slice(kept);
}
