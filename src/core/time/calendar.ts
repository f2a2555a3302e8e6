// Date and clock of a time, and arithmetic on times, as Go's time.Time has them.
//
// Durations are nanoseconds in a bigint, as Go's time.Duration. Defined by Go's time package (time.go).

import type { Timestamp } from './index.js';

/** Date and clock as they are told at the time's offset. */
export interface Civil {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** 1 to 366. */
  readonly yearDay: number;
}

const DAY = 86400;
const BILLION = 1_000_000_000n;
const MAX_DURATION = 2n ** 63n - 1n;
const MIN_DURATION = -(2n ** 63n);

/** The calendar repeats after so many years. What is outside of those that Date knows is looked up in one that it does. */
const CYCLE_YEARS = 400;
const CYCLE = 146_097 * DAY;

/** Seconds from 1970 to the start of the date; months and days may lie outside their usual ranges. */
export function dateSeconds(year: number, month: number, day: number): number {
  const whole = year + Math.floor((month - 1) / 12);
  const cycles = Math.floor(whole / CYCLE_YEARS);
  const date = new Date(0);
  date.setUTCFullYear(whole - cycles * CYCLE_YEARS, (((month - 1) % 12) + 12) % 12, 1);
  return date.getTime() / 1000 + cycles * CYCLE + (day - 1) * DAY;
}

/** See {@link Civil}. */
export function civil(time: Timestamp): Civil {
  const local = time.seconds + time.offset;
  const cycles = Math.floor(local / CYCLE);
  const date = new Date((local - cycles * CYCLE) * 1000);
  const year = date.getUTCFullYear() + cycles * CYCLE_YEARS;
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday: date.getUTCDay(),
    yearDay: Math.floor((local - dateSeconds(year, 1, 1)) / DAY) + 1,
  };
}

/** Nanoseconds since 1970. */
export function unixNanoseconds(time: Timestamp): bigint {
  return BigInt(time.seconds) * BILLION + BigInt(time.nanoseconds);
}

/** The time that many nanoseconds later. */
export function addDuration<T extends Timestamp>(time: T, duration: bigint): T {
  const total = unixNanoseconds(time) + duration;
  const nanoseconds = ((total % BILLION) + BILLION) % BILLION;
  return { ...time, seconds: Number((total - nanoseconds) / BILLION), nanoseconds: Number(nanoseconds) };
}

/** From `b` to `a`, held to what a duration can say. */
export function difference(a: Timestamp, b: Timestamp): bigint {
  const exact = unixNanoseconds(a) - unixNanoseconds(b);
  return exact > MAX_DURATION ? MAX_DURATION : exact < MIN_DURATION ? MIN_DURATION : exact;
}

/** The time since Go's zero time, reduced to a multiple of `step`: down, or to the nearest. */
export function toMultiple<T extends Timestamp>(time: T, step: bigint, how: 'truncate' | 'round'): T {
  if (step <= 0n) return time;
  const sinceZero = unixNanoseconds(time) + 62135596800n * BILLION;
  const rest = ((sinceZero % step) + step) % step;
  const up = how === 'round' && rest * 2n >= step;
  return addDuration(time, up ? step - rest : -rest);
}

/** A duration rounded to a multiple of `step`, halves away from zero. */
export function roundDuration(duration: bigint, step: bigint): bigint {
  if (step <= 0n) return duration;
  const size = duration < 0n ? -duration : duration;
  const rest = size % step;
  const rounded = rest * 2n < step ? size - rest : size + step - rest;
  const result = duration < 0n ? -rounded : rounded;
  return result > MAX_DURATION ? MAX_DURATION : result < MIN_DURATION ? MIN_DURATION : result;
}

/** A duration cut to a multiple of `step`. */
export function truncateDuration(duration: bigint, step: bigint): bigint {
  return step <= 0n ? duration : duration - (duration % step);
}

/** How far it is from zero, within what a duration can say. */
export function absoluteDuration(duration: bigint): bigint {
  if (duration >= 0n) return duration;
  return duration === MIN_DURATION ? MAX_DURATION : -duration;
}

/** `whole` with the decimal places of `unit`, without trailing zeros. */
function decimal(value: bigint, places: number): string {
  const unit = 10n ** BigInt(places);
  const fraction = String(value % unit)
    .padStart(places, '0')
    .replace(/0+$/, '');
  return `${value / unit}${places === 0 || fraction === '' ? '' : `.${fraction}`}`;
}

/** `1h2m3.5s`: the unit of the smallest durations is the one that leaves a whole part. */
export function durationText(duration: bigint): string {
  const sign = duration < 0n ? '-' : '';
  const size = duration < 0n ? -duration : duration;
  if (size === 0n) return '0s';
  if (size < 1000n) return `${sign}${size}ns`;
  if (size < 1_000_000n) return `${sign}${decimal(size, 3)}µs`;
  if (size < BILLION) return `${sign}${decimal(size, 6)}ms`;
  const minute = 60n * BILLION;
  const seconds = `${decimal(size % minute, 9)}s`;
  const minutes = size / minute;
  if (minutes === 0n) return sign + seconds;
  const hours = minutes / 60n;
  return `${sign}${hours > 0n ? `${hours}h` : ''}${minutes % 60n}m${seconds}`;
}
