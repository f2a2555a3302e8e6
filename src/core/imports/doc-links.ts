// The text of a paragraph as it is printed: links without their brackets, `` and '' as the quotes they stand for.
//
// In brackets may stand a text that is defined as a link, or the name of a package, alone or with an exported name
// or two behind it: [math], [math.Sin], [example.com/x.Type.Method]; then white space or punctuation has to stand
// around it. Web addresses are left as they are. Defined by go/doc/comment.

import { decodeText, encodeText } from '../text.js';

/** Packages of one element that a comment may name without more. */
const STANDARD: ReadonlySet<string> = new Set(
  (
    'bufio bytes cmp context crypto embed encoding errors expvar flag fmt hash html image io iter log maps math mime ' +
    'net os path plugin reflect regexp runtime slices sort strconv strings structs sync syscall testing time ' +
    'unicode unique unsafe weak'
  ).split(' '),
);
const EXPORTED = /^\p{Lu}[\p{L}_0-9]*$/u;
const PATH_ELEMENT = /^(?!\.)[A-Za-z0-9\-.~_+]+(?<!\.)$/;
const BEFORE = /(?:^|[\p{P} \t\n])$/u;
const AFTER = /^(?:$|[\p{P} \t\n])/u;
const NAME = /[\p{L}_][\p{L}_0-9]*/uy;
const ADDRESS = /(?:file|ftp|gopher|https?|mailto|nntp):\/\//y;
const HOST = /[A-Za-z0-9_@\-[\]](?:[A-Za-z0-9_@\-.[\]:]*[A-Za-z0-9_@\-[\]])?/y;
const PATH_BYTE = /[A-Za-z0-9$'()*+&#=@~_/\-[\]{}%]/;
const PUNCTUATION = '.,:;?!';
const CLOSING = ')}]';
/** Length of a text from which on backquotes are counted by characters. */
const LONG = 2000;
const BACKQUOTE = 0x60;
const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

function isPathByte(char: string): boolean {
  return PATH_BYTE.test(char) || PUNCTUATION.includes(char);
}

/** Takes an exported name and the dot before it off; undefined where the text ends in none. */
function withoutName(text: string): string | undefined {
  const dot = text.lastIndexOf('.');
  return EXPORTED.test(text.slice(dot + 1)) ? text.slice(0, Math.max(dot, 0)) : undefined;
}

function isDocLink(text: string, before: string, after: string): boolean {
  if (!BEFORE.test(before) || !AFTER.test(after)) return false;
  const name = text.startsWith('*') ? text.slice(1) : text;
  const owner = withoutName(name) ?? name;
  const path = owner === name ? name : (withoutName(owner) ?? owner);
  if (!path.includes('/')) return STANDARD.has(path);
  return !path.startsWith('-') && path.split('/').every((element) => PATH_ELEMENT.test(element));
}

/** The text of a paragraph, printed; `isDefined` is asked for texts in brackets, whether they are defined as links. */
export function linkedText(text: string, isDefined: (label: string) => boolean): string {
  let out = '';
  let written = 0;
  let start = -1;
  let label = '';
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '[') {
      start = at;
    } else if (char === ']') {
      if (start >= 0 && (isDefined(label) || isLinkAt(text, start, at))) {
        out += quotesOf(text.slice(written, start), true) + quotesOf(text.slice(start + 1, at), false);
        written = at + 1;
      }
      start = -1;
      label = '';
    }
    if (start >= 0 && at !== start) label += char === '\n' || char === '\t' ? ' ' : char;
  }
  return out + quotesOf(text.slice(written), true);
}

function isLinkAt(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return isDocLink(text.slice(start + 1, end), before, text.slice(end + 1, end + 3));
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/**
 * For each bracket of a text where the other one is, as addresses have them: what stands between are bytes of a path
 * and pairs of brackets. 0 where there is none. From the end on, so that every byte is looked at once.
 */
function closersOf(text: string): Int32Array {
  const closers = new Int32Array(text.length);
  for (let start = text.length - 1; start >= 0; start--) {
    const closer = CLOSERS[text.charAt(start)];
    if (closer === undefined) continue;
    for (let at = start + 1; at < text.length; at++) {
      const char = text.charAt(at);
      if (char === closer) closers[start] = at;
      if (!isPathByte(char) || CLOSING.includes(char)) break;
      if (CLOSERS[char] === undefined) continue;
      at = closers[at] ?? 0;
      if (at === 0) break;
    }
  }
  return closers;
}

/** How long the web address at `at` is; 0 where none stands there. `closersOf` is asked for that of the text. */
function addressLength(text: string, at: number, closersOf: () => Int32Array): number {
  const scheme = lengthAt(ADDRESS, text, at);
  const host = scheme === 0 ? 0 : lengthAt(HOST, text, at + scheme);
  if (host === 0) return 0;
  const closers = closersOf();
  let end = at + scheme + host;
  for (let next = end; next < text.length; next++) {
    const char = text.charAt(next);
    if (PUNCTUATION.includes(char)) continue;
    if (!isPathByte(char) || CLOSING.includes(char)) break;
    if (CLOSERS[char] !== undefined) {
      next = closers[next] ?? 0;
      // A bracket that stays open is not part of the address, and nothing behind it is.
      if (next === 0) break;
    }
    end = next + 1;
  }
  return end - at;
}

/**
 * How many of three or more backquotes at `at` stay what they are: three, and as many as stand at twice the distance
 * from the start. Go means all of them and counts from the wrong place. It counts bytes, which costs too much here
 * in a long text.
 */
function backquotesLength(text: string, at: number): number {
  const before = text.length > LONG ? at : encodeText(text.slice(0, at)).length;
  const rest = text.length > LONG ? undefined : encodeText(text.slice(at));
  let end = before + 3;
  while (rest === undefined ? text.charAt(at + end) === '`' : rest[end] === BACKQUOTE) end++;
  const skipped = end - before;
  return rest === undefined ? skipped : decodeText(rest.subarray(0, skipped)).length;
}

/** Text with its quotes; `withNames` where names and web addresses are passed as wholes. */
function quotesOf(text: string, withNames: boolean): string {
  if (!text.includes('``') && !text.includes("''")) return text;
  let out = '';
  let closers: Int32Array | undefined;
  const allClosers = (): Int32Array => {
    closers ??= closersOf(text);
    return closers;
  };
  for (let at = 0; at < text.length; ) {
    const whole = withNames ? addressLength(text, at, allClosers) || lengthAt(NAME, text, at) : 0;
    const pair = whole === 0 ? text.slice(at, at + 2) : '';
    if (pair === '``' && text.charAt(at + 2) !== '`') {
      out += '“';
      at += 2;
    } else if (pair === "''") {
      out += '”';
      at += 2;
    } else {
      const length = whole || (pair === '``' ? backquotesLength(text, at) : 1);
      out += text.slice(at, at + length);
      at += length;
    }
  }
  return out;
}
