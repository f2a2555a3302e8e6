// Time zones: what clocks in a place show at any moment, and times that are told there.
//
// Defined by Go's time package (zoneinfo.go, and Date in time.go).

import { civil, dateSeconds } from './calendar.js';
import type { Timestamp } from './index.js';

/** What holds in a place for a while. */
export interface ZonePeriod {
  /** The abbreviation: `CET`, or '' where nobody has given it one. */
  readonly name: string;
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly isDST: boolean;
  /** Seconds since 1970 from which, and up to which, it holds; may be infinite, and narrower than it really is. */
  readonly start: number;
  readonly end: number;
}

/** A place, in Go's sense: time.Location. The same place is the same object. */
export interface Location {
  /** `UTC`, `Local`, `Europe/Berlin`; '' where only an offset is known. */
  readonly name: string;
  /** What Go code calls it. */
  readonly expression: string;
  /** What holds at a moment, in seconds since 1970. */
  at(seconds: number): ZonePeriod;
}

/** A time, told in a place. */
export interface ZonedTime extends Timestamp {
  readonly location: Location;
}

/** The place that always has this offset. */
export function fixedLocation(name: string, offset: number): Location {
  const period: ZonePeriod = { name, offset, isDST: false, start: -Infinity, end: Infinity };
  return {
    name,
    expression: name === 'UTC' ? 'time.UTC' : `time.Location("${name}")`,
    at: () => period,
  };
}

export const UTC: Location = fixedLocation('UTC', 0);

/** The moment, told in a place. */
export function inLocation<T extends Timestamp>(time: T, location: Location): T & ZonedTime {
  return { ...time, offset: location.at(time.seconds).offset, location };
}

/**
 * Years, months and days later, the clock kept; what overflows a month runs into the next. Of a clock that is shown
 * twice, or never, one of the offsets around that change is taken.
 */
export function addDate<T extends ZonedTime>(time: T, years: number, months: number, days: number): T {
  const { year, month, day, hour, minute, second } = civil(time);
  const clock = hour * 3600 + minute * 60 + second;
  const shown = dateSeconds(year + years, month + months, day + days) + clock;
  const guess = time.location.at(shown);
  const seconds = shown - guess.offset;
  const fits = guess.offset === 0 || (seconds >= guess.start && seconds < guess.end);
  const found = fits ? seconds : shown - time.location.at(seconds).offset;
  return inLocation({ ...time, seconds: found }, time.location);
}
