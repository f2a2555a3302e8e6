// The head of an HTTP/1 response: status line, headers, and how the body is delimited.
//
// What is accepted and refused, and in which words, follows Go's net/http (ReadResponse, readTransfer) and
// net/textproto (ReadMIMEHeader), because the words reach the user: lines may end in LF alone, header lines may
// be folded, a header name may hold blanks, a head may have 10 MiB.

import { quote } from '../../core/quote.js';
import { TransportError } from '../transport.js';

/** How the end of a body is found (RFC 9112, section 6.3). */
export type Framing =
  | { readonly kind: 'empty' }
  /** At least one byte. */
  | { readonly kind: 'length'; readonly length: number }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'close' };

/** A parsed head. */
export interface ResponseHead {
  readonly protocol: string;
  readonly status: number;
  /** `404 Not Found`. */
  readonly statusLine: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly framing: Framing;
  /** Whether the body is compressed with gzip. */
  readonly zipped: boolean;
  /** Whether the server keeps the connection open afterwards. */
  readonly keepAlive: boolean;
}

/** Go's limit on the bytes of a head, informational ones before it included. */
export const maxHeadBytes = 10 << 20;

const BROKEN = 'net/http: HTTP/1.x transport connection broken: ';

/** The refusal of an answer that is not HTTP, in Go's words. */
export function broken(message: string): TransportError {
  return new TransportError('protocol', BROKEN + message);
}

/** An answer that ends within its head. */
export function brokenEnd(): TransportError {
  return new TransportError('closed', `${BROKEN}unexpected EOF`);
}

/** An answer whose head has no end. */
export function headTooLarge(): TransportError {
  return broken(`net/http: server response headers exceeded ${maxHeadBytes} bytes; aborted`);
}

/**
 * Index just past the empty line that ends a head, or -1. `from` is where an earlier search of the same bytes
 * stopped; the search goes back as far as a line end that was cut in two needs.
 */
export function findHeadEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(10, Math.max(from - 2, 0)); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return -1;
}

/**
 * Parses the head in `text`, which ends with its empty line unless the connection ended first: then `complete` is
 * false, and an error follows in any case. Throws a TransportError.
 */
export function parseHead(text: string, method: string, complete: boolean): ResponseHead {
  return (complete && method === 'GET' ? plainHead(text) : undefined) ?? parseLines(text, method, complete);
}

/** A head of HTTP/1.1 with nothing odd in it: printable characters, every name of letters, nothing folded. */
const PLAIN = /^HTTP\/1\.1 ([2-5]\d\d [ -~]*)\r\n(?:[A-Za-z][A-Za-z0-9-]*:[ -~]*\r\n)*\r\n$/;
/** The headers that say how a body ends and whether the connection stays, and the two of them that most heads have. */
const FRAMING =
  /\n(?:connection: (keep-alive)\r|content-length: (\d{1,15})\r|connection|content-length|content-encoding|transfer-encoding)/gi;

/**
 * The head if it is like most; its headers are taken apart when they are asked for, which for small files nobody does.
 * Says what `parseLines` says, in a fifth of the time.
 */
function plainHead(text: string): ResponseHead | undefined {
  const statusLine = PLAIN.exec(text)?.[1];
  if (statusLine === undefined || statusLine.startsWith('204') || statusLine.startsWith('304'))
    return undefined;
  let length: number | undefined;
  for (const [, connection, digits] of text.matchAll(FRAMING)) {
    if (digits !== undefined && length === undefined) length = Number(digits);
    else if (connection === undefined) return undefined;
  }
  if (length === undefined) return undefined;
  return new PlainHead(text, statusLine, length);
}

class PlainHead implements ResponseHead {
  readonly protocol = 'HTTP/1.1';
  readonly status: number;
  readonly framing: Framing;
  readonly zipped = false;
  readonly keepAlive = true;
  readonly #text: string;
  #headers: Readonly<Record<string, string>> | undefined;

  constructor(
    text: string,
    readonly statusLine: string,
    length: number,
  ) {
    this.#text = text;
    this.status = Number(statusLine.slice(0, 3));
    this.framing = lengthFraming(length);
  }

  get headers(): Readonly<Record<string, string>> {
    this.#headers ??= parseHeaders(this.#text.split('\r\n'), false).headers;
    return this.#headers;
  }
}

function parseLines(text: string, method: string, complete: boolean): ResponseHead {
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++)
    if (lines[at]!.endsWith('\r')) lines[at] = lines[at]!.slice(0, -1);
  const status = parseStatusLine(lines[0] ?? '');
  const { headers, lengths, encodings } = parseHeaders(lines, STRANGE.test(text));
  if (!complete) throw brokenEnd();
  const old = status.protocol === 'HTTP/1.0';
  const framing = bodyFraming(method, status.status, old ? [] : encodings, lengths);
  const connection = (headers.connection ?? '').toLowerCase();
  const keepAlive = old ? connection.includes('keep-alive') : !connection.includes('close');
  const zipped = headers['content-encoding']?.toLowerCase() === 'gzip';
  return { ...status, headers, framing, zipped, keepAlive: keepAlive && framing.kind !== 'close' };
}

function parseStatusLine(line: string): Pick<ResponseHead, 'protocol' | 'status' | 'statusLine'> {
  const blank = line.indexOf(' ');
  if (blank < 0) throw broken(`malformed HTTP response ${quote(line)}`);
  const protocol = line.slice(0, blank);
  const statusLine = line.slice(blank + 1).replace(/^ +/, '');
  const code = statusLine.split(' ', 1)[0]!;
  if (!/^\d{3}$/.test(code)) throw broken(`malformed HTTP status code ${quote(code)}`);
  if (!/^HTTP\/\d\.\d$/.test(protocol)) throw broken(`malformed HTTP version ${quote(protocol)}`);
  return { protocol, status: Number(code), statusLine };
}

interface ParsedHeaders {
  readonly headers: Record<string, string>;
  readonly lengths: string[];
  readonly encodings: string[];
}

/** Characters that are in no good head; where there are none, its lines need not be looked through one by one. */
const STRANGE = /[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)/;

/** Parses the lines behind the first. `strange`: the lines may hold control characters. */
function parseHeaders(lines: readonly string[], strange: boolean): ParsedHeaders {
  const parsed: ParsedHeaders = { headers: Object.create(null), lengths: [], encodings: [] };
  if (beginsBlank(lines[1])) throw broken(`malformed MIME header initial line: ${quote(lines[1]!)}`);
  for (let at = 1; at < lines.length; ) {
    let line = trimBlanks(lines[at++]!);
    if (line === '') break;
    for (; beginsBlank(lines[at]); at++) line += ` ${trimBlanks(lines[at]!)}`;
    addHeader(parsed, line, strange);
  }
  return parsed;
}

function beginsBlank(line: string | undefined): boolean {
  return line !== undefined && isBlank(line.charCodeAt(0));
}

function addHeader({ headers, lengths, encodings }: ParsedHeaders, line: string, strange: boolean): void {
  const colon = line.indexOf(':');
  if (colon < 0) throw broken(`malformed MIME header: missing colon: ${quote(line)}`);
  const name = line.slice(0, colon).toLowerCase();
  const value = trimBlanks(line.slice(colon + 1));
  if (strange && (/[\x00-\x1f\x7f]/.test(name) || /[\x00-\x08\x0a-\x1f\x7f]/.test(value))) {
    throw broken(`malformed MIME header line: ${quote(line)}`);
  }
  if (name === '') return;
  if (name === 'content-length') lengths.push(value);
  else if (name === 'transfer-encoding') encodings.push(value);
  headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
}

function bodyFraming(method: string, status: number, encodings: string[], lengths: string[]): Framing {
  if (encodings.length > 1) throw broken(`too many transfer encodings: ${quoteList(encodings)}`);
  const encoding = encodings[0];
  if (encoding !== undefined && encoding.toLowerCase() !== 'chunked') {
    throw broken(`unsupported transfer encoding: ${quote(encoding)}`);
  }
  const length = encoding === undefined ? contentLength(lengths) : undefined;
  if (method === 'HEAD' || status < 200 || status === 204 || status === 304) return { kind: 'empty' };
  if (encoding !== undefined) return { kind: 'chunked' };
  if (length === undefined) return { kind: 'close' };
  return lengthFraming(length);
}

function lengthFraming(length: number): Framing {
  return length === 0 ? { kind: 'empty' } : { kind: 'length', length };
}

function contentLength(lengths: readonly string[]): number | undefined {
  const first = lengths[0];
  if (first === undefined) return undefined;
  if (lengths.some((length) => length !== first)) {
    throw broken(`http: message cannot contain multiple Content-Length headers; got ${quoteList(lengths)}`);
  }
  const length = Number(first);
  if (!/^\d+$/.test(first) || length > Number.MAX_SAFE_INTEGER) {
    throw broken(`bad Content-Length ${quote(first)}`);
  }
  return length;
}

/** A list of strings as Go's %q prints it. */
function quoteList(values: readonly string[]): string {
  return `[${values.map(quote).join(' ')}]`;
}

function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
