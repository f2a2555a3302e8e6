// Times out of the data that stands for them: the RFC 3339 text that our values hold, or a ZonedTime once something was
// computed.

import {
  fixedLocation,
  inLocation,
  type Location,
  parseTime,
  type Timestamp,
  UTC,
  ZERO_TIME,
  type ZonedTime,
} from '../time/index.js';

/** A time that methods can read into. */
type Held = { -readonly [K in keyof ZonedTime]: ZonedTime[K] };

/** Go's zero time. */
export const ZERO: ZonedTime = inLocation(ZERO_TIME, UTC);

/** What reads times, where `local` is Go's Local. It is asked for when it matters. */
export class TimeReader {
  readonly #fixed = new Map<number, Location>();
  readonly #held = new WeakMap<object, Map<string, Held>>();

  constructor(readonly local: () => Location) {}

  /** The time that data stands for. */
  readonly timeOf = (data: unknown): ZonedTime => {
    if (typeof data !== 'string')
      return data !== undefined && 'seconds' in (data as object) ? (data as ZonedTime) : ZERO;
    return data === '' ? ZERO : this.parse(data);
  };

  /** Throws a TimeError in Go's words. */
  parse(text: string): ZonedTime {
    const time = parseTime(text);
    return text.endsWith('Z') ? inLocation(time, UTC) : this.at(time);
  }

  /** A time that is told at an offset is one of here where the clocks show that. */
  at({ seconds, nanoseconds, offset }: Timestamp): ZonedTime {
    const local = this.local();
    const here = local.at(seconds).offset === offset;
    return { seconds, nanoseconds, offset, location: here ? local : this.#fixedAt(offset) };
  }

  #fixedAt(offset: number): Location {
    const location = this.#fixed.get(offset) ?? fixedLocation('', offset);
    this.#fixed.set(offset, location);
    return location;
  }

  /** The time that is the text `owner[key]`: the same object each time. */
  held(owner: object, key: string): Held | undefined {
    const text = (owner as Readonly<Record<string, unknown>>)[key];
    if (typeof text !== 'string') return undefined;
    const times = this.#held.get(owner) ?? new Map<string, Held>();
    this.#held.set(owner, times);
    const held = times.get(key) ?? { ...this.timeOf(text) };
    times.set(key, held);
    return held;
  }
}
