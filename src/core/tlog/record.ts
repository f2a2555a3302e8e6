// Records as a checksum database sends them.
//
//   <number of the record, decimal>
//   <text of the record>
//   <empty line>
//
// The text is valid UTF-8 without control characters below U+0020 but the newline, ends in a newline and has no
// empty line. In data tiles the texts follow each other without the line of the number.

import { TlogError } from './error.js';

const NEWLINE = 10;
const NUMBER = /^[+-]?[0-9]{1,15}$/;
/** Longest line that can be a number: Go reads signs and leading zeros. */
const MAX_NUMBER_LINE = 32;

/** A record taken apart. */
export interface ParsedRecord {
  readonly id: number;
  /** The text with its final newline: what the log's hash is made of. */
  readonly text: Uint8Array;
  /** What follows the empty line. */
  readonly rest: Uint8Array;
}

function malformed(): TlogError {
  return new TlogError('malformed', 'malformed record data');
}

/** Whether `text` may be that of a record. */
export function isValidRecordText(text: Uint8Array): boolean {
  for (let i = 0; i < text.length; i++) {
    const byte = text[i] as number;
    if (byte < 0x20 && byte !== NEWLINE) return false;
    if (byte === NEWLINE && text[i - 1] === NEWLINE) return false;
  }
  if (text.at(-1) !== NEWLINE) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(text);
    return true;
  } catch {
    return false;
  }
}

/** The record as it is sent. Throws a TlogError for a text that may not be one. */
export function formatRecord(id: number, text: Uint8Array): Uint8Array {
  if (!isValidRecordText(text)) throw malformed();
  const head = new TextEncoder().encode(`${id}\n`);
  const message = new Uint8Array(head.length + text.length + 1);
  message.set(head);
  message.set(text, head.length);
  message[message.length - 1] = NEWLINE;
  return message;
}

/** Takes the record at the beginning of `message` off. Throws a TlogError, also for negative numbers. */
export function parseRecord(message: Uint8Array): ParsedRecord {
  const lineEnd = message.subarray(0, MAX_NUMBER_LINE).indexOf(NEWLINE);
  const line = String.fromCharCode(...message.subarray(0, Math.max(lineEnd, 0)));
  if (!NUMBER.test(line) || Number(line) < 0) throw malformed();
  const body = message.subarray(lineEnd + 1);
  const end = emptyLine(body);
  if (end < 0 || !isValidRecordText(body.subarray(0, end))) throw malformed();
  // Number('-0') is a zero that would print as -0.
  return { id: Number(line) + 0, text: body.subarray(0, end), rest: body.subarray(end + 1) };
}

/** Where the first empty line begins; -1 when there is none. */
function emptyLine(body: Uint8Array): number {
  for (let at = body.indexOf(NEWLINE); at >= 0; at = body.indexOf(NEWLINE, at + 1)) {
    if (body[at + 1] === NEWLINE) return at + 1;
  }
  return -1;
}
