// Comments as blocks: paragraphs, lists, code, headings, definitions of links.
//
// Lines that are indented are a list when the first of them begins with a marker, else code. Lines that are not
// are a heading, definitions of links, or a paragraph; the last of them belong to what is indented behind them when
// they look like list items, or end in `{` or `\`. Only the first block and the links matter here. Defined by
// go/doc/comment.

import { trimSpace } from '../text.js';

/** A line that makes a text in brackets a link. */
export interface LinkDefinition {
  readonly text: string;
  readonly url: string;
}

/** What a synopsis needs of a comment. */
export interface DocBlocks {
  /** The first block, where it is a paragraph. */
  readonly first: string | undefined;
  /** All other paragraphs, those of lists too. */
  readonly others: readonly string[];
  readonly links: readonly LinkDefinition[];
}

type SpanKind = 'list' | 'code' | 'heading' | 'paragraph';

interface Span {
  readonly kind: SpanKind;
  readonly start: number;
  readonly end: number;
}

const MARKER = /^(?:[\u2022*+-]|([0-9]+)[.)])(?=[ \t])/u;
const SCHEME = /^(?:file|ftp|gopher|https?|mailto|nntp)$/;
const HEADING_SIGNS = /[;:!?+*/=[\]{}_^\u00b0&\u00a7~%#@<">\\]/u;

function isIndented(line: string | undefined): boolean {
  return line !== undefined && /^[ \t]/.test(line);
}

function leadingBlanks(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a.charAt(length) === b.charAt(length)) length++;
  return a.slice(0, length);
}

function trimEmpty(lines: readonly string[]): string[] {
  const from = lines.findIndex((line) => line !== '');
  return from < 0 ? [] : lines.slice(from, lines.findLastIndex((line) => line !== '') + 1);
}

/** The lines without what all of them are indented by, blank ones as ''. */
function unindent(text: string): string[] {
  const lines = trimEmpty(text.split('\n'));
  let prefix = leadingBlanks(lines[0] ?? '');
  for (const line of lines) if (line !== '') prefix = commonPrefix(prefix, leadingBlanks(line));
  return trimEmpty(
    lines.map((line) => {
      const rest = line.startsWith(prefix) ? line.slice(prefix.length) : line;
      return trimSpace(rest) === '' ? '' : rest;
    }),
  );
}

/** The marker that a list item begins with, without its blanks; undefined for another line. */
function markerOf(line: string | undefined): string | undefined {
  const text = trimSpace(line ?? '');
  const marker = MARKER.exec(text)?.[0];
  return marker !== undefined && trimSpace(text.slice(marker.length)) !== '' ? marker : undefined;
}

function isListItem(line: string | undefined): boolean {
  return markerOf(line) !== undefined;
}

function isHeading(line: string): boolean {
  return /^#[ \t]/.test(line) && trimSpace(line) !== '#';
}

/** A heading of the old kind: a line like a title, blank lines around it, a paragraph behind it. */
function isOldHeading(lines: readonly string[], at: number): boolean {
  const after = lines[at + 2];
  if (at === 0 || lines[at - 1] !== '' || lines[at + 1] !== '' || after === undefined || isIndented(after)) {
    return false;
  }
  const line = trimSpace(lines[at] ?? '');
  if (!/^\p{Lu}/u.test(line) || !/[\p{L}\p{Nd}]$/u.test(line) || HEADING_SIGNS.test(line)) return false;
  return !/'(?!s(?: |$))/.test(line) && !/\.(?: |$)/.test(line);
}

/** Divides lines into spans. Lines before `#forced` are taken for indented. */
class SpanReader {
  readonly #lines: readonly string[];
  readonly #spans: Span[] = [];
  #at = 0;
  #forced = 0;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  read(): Span[] {
    for (;;) {
      while (this.#lines[this.#at] === '') this.#at++;
      if (this.#at >= this.#lines.length) return this.#spans;
      if (this.#at < this.#forced || isIndented(this.#lines[this.#at])) this.#indented();
      else this.#plain();
    }
  }

  #indented(): void {
    const lines = this.#lines;
    const start = this.#at;
    const isList = isListItem(lines[start]);
    let plainItems = isList && start < this.#forced;
    let at = start + 1;
    for (; at < lines.length; at++) {
      const line = lines[at];
      const belongs =
        line === '' || at < this.#forced || isIndented(line) || (plainItems && isListItem(line));
      if (!belongs) break;
      if (line === '') plainItems = false;
    }
    let end = at;
    while (end > start && lines[end - 1] === '') end--;
    // Code that was pasted in, and its last brace.
    if (lines[end]?.startsWith('}')) end++;
    this.#push(isList ? 'list' : 'code', start, end);
  }

  #plain(): void {
    const lines = this.#lines;
    const start = this.#at;
    let end = start + 1;
    while (end < lines.length && lines[end] !== '' && !isIndented(lines[end])) end++;
    const next = lines[end] ?? '';
    const last = lines[end - 1] ?? '';
    if (next !== '' && !isListItem(next)) {
      if (isListItem(last)) {
        this.#forced = end;
        end--;
        while (end > start && isListItem(lines[end - 1])) end--;
      } else if (last.endsWith('{') || last.endsWith('\\')) {
        this.#forced = end;
        end--;
      }
      if (start === end) return;
    }
    const single = end - start === 1;
    const heading = single && (isHeading(lines[start] ?? '') || isOldHeading(lines, start));
    this.#push(heading ? 'heading' : 'paragraph', start, end);
  }

  #push(kind: SpanKind, start: number, end: number): void {
    this.#spans.push({ kind, start, end });
    this.#at = end;
  }
}

/** The link that a line defines; undefined for another line. */
function definedLink(line: string): LinkDefinition | undefined {
  const end = line.startsWith('[') ? line.indexOf(']:') : -1;
  if (end < 0 || !/^[ \t]./u.test(line.slice(end + 2))) return undefined;
  const url = trimSpace(line.slice(end + 3));
  const colon = url.indexOf('://');
  return colon >= 0 && SCHEME.test(url.slice(0, colon)) ? { text: line.slice(1, end), url } : undefined;
}

/** The links that lines define, when all of them do. */
function definitionsOf(lines: readonly string[]): LinkDefinition[] | undefined {
  const links = lines.map(definedLink);
  return links.every((link) => link !== undefined) ? links : undefined;
}

/** The paragraphs of a list, as lines. */
function listParagraphs(lines: readonly string[]): string[][] {
  const numbered = /^[0-9]/.test(markerOf(lines[0]) ?? '');
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    const marker = markerOf(line);
    const isItem = marker !== undefined && /^[0-9]/.test(marker) === numbered;
    const text = trimSpace(isItem ? trimSpace(line).slice(marker.length) : line);
    if (isItem || text === '') paragraphs.push([]);
    if (text !== '') paragraphs.at(-1)?.push(text);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** Takes the text of a comment apart. */
export function docBlocks(text: string): DocBlocks {
  const lines = unindent(text);
  const links: LinkDefinition[] = [];
  const others: string[] = [];
  const blocks: (string | undefined)[] = [];
  const addParagraph = (paragraph: readonly string[]): string | undefined => {
    const definitions = definitionsOf(paragraph);
    if (definitions === undefined) return paragraph.join('\n');
    for (const link of definitions) links.push(link);
    return undefined;
  };
  for (const { kind, start, end } of new SpanReader(lines).read()) {
    const own = lines.slice(start, end);
    const paragraphs = kind === 'list' ? listParagraphs(own) : kind === 'paragraph' ? [own] : [];
    const texts = paragraphs.map(addParagraph).filter((paragraph) => paragraph !== undefined);
    const isFirst = blocks.length === 0 && kind === 'paragraph';
    if (!isFirst) for (const paragraph of texts) others.push(paragraph);
    // Definitions are no block.
    if (kind !== 'paragraph' || texts.length > 0) blocks.push(isFirst ? texts[0] : undefined);
  }
  return { first: blocks[0], others, links };
}
