// What holds after the last change that a zone file lists: a rule like `CET-1CEST,M3.5.0,M10.5.0/3`.
//
//   NAME OFFSET [NAME [OFFSET] [, RULE , RULE]]
//
// Names are three characters or more that are neither digits, signs nor commas, or anything in <>. Offsets count west of
// UTC. A rule is Jn (1 to 365, February 29 never counted), n (0 to 365), or Mmonth.week.day, with /time after it. Defined
// by POSIX (TZ) and RFC 9636, with the leniency of Go's time package (zoneinfo.go).

import { civil, dateSeconds } from './calendar.js';
import type { ZonePeriod } from './location.js';

const DAY = 86400;

/** When in a year clocks change. */
interface Change {
  readonly kind: 'J' | 'M' | '';
  readonly month: number;
  readonly week: number;
  readonly day: number;
  /** Seconds after midnight of the day. */
  readonly time: number;
}

/** What `text` says. */
export interface ZoneRule {
  readonly standard: { readonly name: string; readonly offset: number };
  /** Undefined where clocks do not change. */
  readonly summer:
    | { readonly name: string; readonly offset: number; readonly start: Change; readonly end: Change }
    | undefined;
}

const NAME = String.raw`<([^>]*)>|([^<\d,+-][^\d,+-]{2,})`;
const OFFSET = String.raw`([+-]?)(\d+)(?::(\d+)(?::(\d+))?)?`;
const DATE = String.raw`(?:(J)(\d+)|(M)(\d+)\.(\d+)\.(\d+)|(\d+))(?:/${OFFSET})?`;
const RULE = new RegExp(`^(?:${NAME})${OFFSET}(?:(?:${NAME})(?:${OFFSET})?(?:[,;]${DATE},${DATE})?)?$`, 'u');
/** After the name of a standard time without a name for summer there may be anything, if it begins with a comma. */
const NO_SUMMER = new RegExp(`^((?:${NAME})${OFFSET}),`, 'u');
const DEFAULT_CHANGES = ',M3.2.0,M11.1.0';
/** Where the groups of one DATE begin after another. */
const DATE_GROUPS = 11;

type Words = readonly (string | undefined)[];

function inRange(text: string | undefined, low: number, high: number): number {
  const value = Number(text);
  return value >= low && value <= high ? value : Number.NaN;
}

/** Seconds; NaN where a part is out of its range. */
function offsetOf([sign, hours, minutes = '0', seconds = '0']: Words): number {
  const size = inRange(hours, 0, 24 * 7) * 3600 + inRange(minutes, 0, 59) * 60 + inRange(seconds, 0, 59);
  return sign === '-' ? 0 - size : size;
}

function changeOf([julian, julianDay, monthly, month, week, weekday, yearDay, ...time]: Words): Change {
  const at = time[1] === undefined ? 7200 : offsetOf(time);
  const plain = { month: 0, week: 0, time: at };
  if (julian !== undefined) return { ...plain, kind: 'J', day: inRange(julianDay, 1, 365) };
  if (monthly === undefined) return { ...plain, kind: '', day: inRange(yearDay, 0, 365) };
  return {
    kind: 'M',
    month: inRange(month, 1, 12),
    week: inRange(week, 1, 5),
    day: inRange(weekday, 0, 6),
    time: at,
  };
}

/** The rule; undefined where `text` is none. */
export function parseZoneRule(text: string): ZoneRule | undefined {
  const words = RULE.exec(text) ?? RULE.exec(NO_SUMMER.exec(text)?.[1] ?? '');
  if (words === null) return undefined;
  const standard = { name: words[1] ?? words[2] ?? '', offset: 0 - offsetOf(words.slice(3, 7)) };
  if (Number.isNaN(standard.offset)) return undefined;
  const name = words[7] ?? words[8];
  if (name === undefined) return { standard, summer: undefined };
  if (words[13] === undefined && words[15] === undefined && words[19] === undefined)
    return parseZoneRule(text + DEFAULT_CHANGES);
  const offset = words[10] === undefined ? standard.offset + 3600 : 0 - offsetOf(words.slice(9, 13));
  const start = changeOf(words.slice(13, 13 + DATE_GROUPS));
  const end = changeOf(words.slice(13 + DATE_GROUPS));
  const numbers = [offset, ...Object.values(start), ...Object.values(end)];
  return numbers.some(Number.isNaN) ? undefined : { standard, summer: { name, offset, start, end } };
}

/** Seconds from the start of the year to the change, by clocks that show `offset`. */
function changeSeconds(year: number, { kind, month, week, day, time }: Change, offset: number): number {
  const start = dateSeconds(year, 1, 1);
  const leap = dateSeconds(year, 3, 0) - dateSeconds(year, 2, 28) > 0;
  if (kind === 'J') return (day - 1 + (leap && day >= 60 ? 1 : 0)) * DAY + time - offset;
  if (kind === '') return day * DAY + time - offset;
  const first = dateSeconds(year, month, 1);
  const next = dateSeconds(year, month + 1, 1);
  const { weekday } = civil({ seconds: first, nanoseconds: 0, offset: 0 });
  let at = first + ((day - weekday + 7) % 7) * DAY;
  for (let n = 1; n < week && at + 7 * DAY < next; n++) at += 7 * DAY;
  return at - start + time - offset;
}

/** What holds at a moment by the rule; `since` is the last change before it. */
export function periodByRule(rule: ZoneRule, since: number, seconds: number): ZonePeriod {
  const { standard, summer } = rule;
  if (summer === undefined) return { ...standard, isDST: false, start: since, end: Infinity };
  const { year, yearDay } = civil({ seconds, nanoseconds: 0, offset: 0 });
  // The rest of a division, as Go takes it: before 1970 that is a day off.
  const within = (yearDay - 1) * DAY + (seconds % DAY);
  const yearStart = seconds - within;
  const changes = [
    { at: changeSeconds(year, summer.start, standard.offset), to: summer, isDST: true },
    { at: changeSeconds(year, summer.end, summer.offset), to: standard, isDST: false },
  ].sort((a, b) => a.at - b.at);
  const [first, second] = changes as [(typeof changes)[0], (typeof changes)[0]];
  const period = ({ to, isDST }: (typeof changes)[0], start: number, end: number): ZonePeriod => ({
    name: to.name,
    offset: to.offset,
    isDST,
    start: yearStart + start,
    end: yearStart + end,
  });
  if (within < first.at) return period(second, 0, first.at);
  if (within >= second.at) return period(second, second.at, 365 * DAY);
  return period(first, first.at, second.at);
}
