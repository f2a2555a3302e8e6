// Times as Go reads and writes them: RFC 3339, with the leniency of Go's time.Parse.
//
//   2006-01-02T15:04:05[.fraction](Z|+07:00|-07:00)
//
// Also read: an hour of one digit, a comma before the fraction, an offset of up to 24:60; digits beyond
// nanoseconds are dropped. Written without trailing zeros of the fraction, and with Z for an offset of zero. Years
// are 0000 to 9999. Defined by Go's time package (format.go, format_rfc3339.go); messages are its own.

import { GomodError } from '../error.js';
import { encodeText } from '../text.js';
import { civil, dateSeconds } from './calendar.js';

export {
  absoluteDuration,
  addDuration,
  type Civil,
  civil,
  difference,
  durationText,
  roundDuration,
  toMultiple,
  truncateDuration,
  unixNanoseconds,
} from './calendar.js';
export {
  formatLayout,
  MONTHS,
  STRING_LAYOUT,
  timeExpression,
  WEEKDAYS,
} from './layout.js';
export {
  addDate,
  fixedLocation,
  inLocation,
  type Location,
  UTC,
  type ZonedTime,
  type ZonePeriod,
} from './location.js';
export { parseZoneFile } from './zone-file.js';

/** Codes of this room: a text that is no time; a time that RFC 3339 cannot write. */
export type TimeErrorCode = 'parse' | 'format';

/** What is wrong with a text that is no time, as Go's time.ParseError says it beside its message. */
export interface TimeMismatch {
  readonly text: string;
  /** The piece of the layout that was looked for; '' for none. */
  readonly element: string;
  /** What was left of the text. */
  readonly rest: string;
  /** What is wrong, where it is not that the two do not match. */
  readonly problem: string;
}

/** See {@link TimeErrorCode}. */
export class TimeError extends GomodError<TimeErrorCode> {
  constructor(
    code: TimeErrorCode,
    message: string,
    /** Undefined where there was no text. */
    readonly mismatch?: TimeMismatch,
  ) {
    super(code, message);
  }
}

/** A time, and the offset from UTC that it is told in. */
export interface Timestamp {
  /** Seconds since 1970 in UTC, negative before. */
  readonly seconds: number;
  /** 0 to 999999999. */
  readonly nanoseconds: number;
  /** Seconds east of UTC. What is read or written has whole minutes. */
  readonly offset: number;
}

/** Go's zero time. */
export const ZERO_TIME: Timestamp = { seconds: -62135596800, nanoseconds: 0, offset: 0 };

const DAY = 86400;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days in the month (1 to 12). */
export function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** What stands for itself in messages. */
const PLAIN = /^[ !#-[\]-\x7f]*$/;

/** Go's own quoting in these messages: bytes that are no printable ASCII as \x. */
function quoteTime(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  let out = '"';
  for (const byte of encodeText(text)) {
    const char = String.fromCharCode(byte);
    if (byte >= 0x80 || byte < 0x20) out += `\\x${byte.toString(16).padStart(2, '0')}`;
    else out += char === '"' || char === '\\' ? `\\${char}` : char;
  }
  return `${out}"`;
}

/** The layout by which times are read: Go's time.RFC3339. */
export const LAYOUT = '2006-01-02T15:04:05Z07:00';

/** Reads a time piece by piece. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get rest(): string {
    return this.#text.slice(this.#at);
  }

  /** What is left at `from` cannot be read as the piece `element` of the layout. */
  mismatch(element: string, from = this.#at): TimeError {
    const value = quoteTime(this.#text);
    const rest = this.#text.slice(from);
    return new TimeError(
      'parse',
      `parsing time ${value} as ${quoteTime(LAYOUT)}: cannot parse ${quoteTime(rest)} as ${quoteTime(element)}`,
      { text: this.#text, element, rest, problem: '' },
    );
  }

  /** Something else is wrong, at or after the piece `element`. */
  problem(problem: string, element = ''): TimeError {
    const { rest } = this;
    const message = `parsing time ${quoteTime(this.#text)}: ${problem}`;
    return new TimeError('parse', message, { text: this.#text, element, rest, problem: `: ${problem}` });
  }

  #isDigit(index: number): boolean {
    const code = this.#text.charCodeAt(index);
    return code >= 0x30 && code <= 0x39;
  }

  literal(char: string): void {
    if (this.#text.charAt(this.#at) !== char) throw this.mismatch(char);
    this.#at++;
  }

  /** A number of `min` to `max` digits; `element` names it in the layout. */
  number(min: number, max: number, element: string): number {
    const start = this.#at;
    let end = start;
    while (end < start + max && this.#isDigit(end)) end++;
    if (end < start + min) throw this.mismatch(element);
    this.#at = end;
    return Number(this.#text.slice(start, end));
  }

  /** The fraction in nanoseconds; 0 where there is none. */
  fraction(): number {
    const mark = this.#text.charAt(this.#at);
    if ((mark !== '.' && mark !== ',') || !this.#isDigit(this.#at + 1)) return 0;
    const start = this.#at + 1;
    let end = start;
    while (this.#isDigit(end)) end++;
    this.#at = end;
    return Number(this.#text.slice(start, Math.min(end, start + 9)).padEnd(9, '0'));
  }

  /** The offset in seconds. */
  offset(): number {
    const element = 'Z07:00';
    const rest = this.rest;
    if (rest.startsWith('Z')) {
      this.#at++;
      return 0;
    }
    const start = this.#at;
    if (rest.length < 6 || rest[3] !== ':') throw this.mismatch(element);
    const hours = this.#pair(start + 1);
    const minutes = hours === undefined ? undefined : this.#pair(start + 4);
    this.#at = start + 6;
    if (hours !== undefined && hours > 24) throw this.problem('time zone offset hour out of range', element);
    if (minutes !== undefined && minutes > 60)
      throw this.problem('time zone offset minute out of range', element);
    const sign = rest[0] === '+' ? 1 : rest[0] === '-' ? -1 : 0;
    if (hours === undefined || minutes === undefined || sign === 0) throw this.mismatch(element, start);
    return sign * (hours * 3600 + minutes * 60) || 0;
  }

  #pair(at: number): number | undefined {
    return this.#isDigit(at) && this.#isDigit(at + 1) ? Number(this.#text.slice(at, at + 2)) : undefined;
  }
}

/** The time that `text` tells. Throws {@link TimeError} in Go's words. */
export function parseTime(text: string): Timestamp {
  const reader = new Reader(text);
  const inRange = (value: number, low: number, high: number, name: string, element = ''): number => {
    if (value < low || value > high) throw reader.problem(`${name} out of range`, element);
    return value;
  };
  const year = reader.number(4, 4, '2006');
  reader.literal('-');
  const month = inRange(reader.number(2, 2, '01'), 1, 12, 'month', '01');
  reader.literal('-');
  const day = reader.number(2, 2, '02');
  reader.literal('T');
  const hour = inRange(reader.number(1, 2, '15'), 0, 23, 'hour', '15');
  reader.literal(':');
  const minute = inRange(reader.number(2, 2, '04'), 0, 59, 'minute', '04');
  reader.literal(':');
  const second = inRange(reader.number(2, 2, '05'), 0, 59, 'second', '05');
  const nanoseconds = reader.fraction();
  const offset = reader.offset();
  if (reader.rest !== '') throw reader.problem(`extra text: ${quoteTime(reader.rest)}`);
  inRange(day, 1, daysIn(year, month), 'day');
  const clock = hour * 3600 + minute * 60 + second;
  return { seconds: dateSeconds(year, month, day) + clock - offset, nanoseconds, offset };
}

/** The time of Unix seconds, told in UTC. */
export function fromUnix(seconds: number): Timestamp {
  return { seconds, nanoseconds: 0, offset: 0 };
}

/** Whether the two are the same moment, or which is earlier. */
export function compareTimes(a: Timestamp, b: Timestamp): -1 | 0 | 1 {
  const difference = a.seconds - b.seconds || a.nanoseconds - b.nanoseconds;
  return difference === 0 ? 0 : difference < 0 ? -1 : 1;
}

/** Whether it is Go's zero time, whatever its offset. */
export function isZeroTime(time: Timestamp): boolean {
  return compareTimes(time, ZERO_TIME) === 0;
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Date and clock at the offset, as the digits of year, month, day, hour, minute, second. */
function parts(time: Timestamp): [string, string, string, string, string, string] {
  const { year, month, day, hour, minute, second } = civil(time);
  return [
    (year < 0 ? '-' : '') + digits(Math.abs(year), 4),
    digits(month, 2),
    digits(day, 2),
    digits(hour, 2),
    digits(minute, 2),
    digits(second, 2),
  ];
}

/** The time as Go's RFC3339Nano layout prints it. Offsets of a day or more do not conform to RFC 3339. */
export function printTime(time: Timestamp): string {
  const [year, month, day, hour, minute, second] = parts(time);
  const fraction = digits(time.nanoseconds, 9).replace(/0+$/, '');
  const text = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction === '' ? '' : `.${fraction}`}`;
  if (time.offset === 0) return `${text}Z`;
  const minutes = Math.trunc(Math.abs(time.offset) / 60);
  return `${text}${time.offset <= -60 ? '-' : '+'}${digits(Math.floor(minutes / 60), 2)}:${digits(minutes % 60, 2)}`;
}

/**
 * The time as Go's JSON has it: as {@link printTime}, but throws {@link TimeError} for offsets of a day and for
 * years of more than four digits.
 */
export function formatTime(time: Timestamp): string {
  if (parts(time)[0].length !== 4) throw new TimeError('format', 'year outside of range [0,9999]');
  if (Math.abs(time.offset) >= DAY) throw new TimeError('format', 'timezone hour outside of range [0,23]');
  return printTime(time);
}

/** The time in UTC as the 14 digits of pseudo-versions. */
export function pseudoTimestamp(time: Timestamp): string {
  return parts({ ...time, offset: 0 }).join('');
}
