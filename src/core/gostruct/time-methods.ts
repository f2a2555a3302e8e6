// The methods of Go's time.Time that leave the time as it is.

import { encodeText } from '../text.js';
import {
  addDate,
  addDuration,
  civil,
  compareTimes,
  difference,
  formatLayout,
  formatTime,
  inLocation,
  isZeroTime,
  type Location,
  STRING_LAYOUT,
  timeExpression,
  toMultiple,
  UTC,
  unixNanoseconds,
  type ZonedTime,
} from '../time/index.js';
import { durationType, method, monthType, weekdayType } from './duration-types.js';
import { marshalBinary } from './time-binary.js';
import type { TimeReader } from './time-reader.js';
import {
  type GoType,
  goBool,
  goError,
  goInt,
  goInt64,
  goString,
  goUint8,
  type Methods,
  pointerTo,
  type StructType,
  sliceOf,
} from './types.js';
import { CallError, integerOf, type Value } from './value.js';

/** Go's []byte. */
export const bytesType = sliceOf(goUint8);

/** The bytes of a []byte. */
export function bytesOf(value: Value | undefined): Uint8Array {
  return Uint8Array.from([...((value?.data ?? []) as Iterable<number | bigint>)].map(Number));
}

/** time.Location. */
const locationType: StructType = {
  kind: 'struct',
  name: 'time.Location',
  fields: [],
  comparable: false,
  pointerMethods: {
    String: method(
      (data) => (data ?? UTC) as Location,
      [],
      [goString],
      ({ name }) => name,
    ),
  },
};
/** `*time.Location`. */
export const locationPointer = pointerTo(locationType);

/** A time as JSON and text have it, where RFC 3339 can say it. */
function marshalled(time: ZonedTime, name: string): string {
  try {
    return formatTime(time);
  } catch (error) {
    throw new CallError(`Time.${name}: ${(error as Error).message}`);
  }
}

/** Methods that templates refuse before they call them: they have too many results. */
const refused = (results: readonly GoType[]) =>
  method(
    () => undefined,
    [],
    results,
    () => undefined,
  );

const int = (value: Value | undefined) => Number(value?.data ?? 0);

function calendarMethods({ timeOf }: TimeReader): Methods {
  const part = (key: 'year' | 'day' | 'hour' | 'minute' | 'second' | 'yearDay') =>
    method(timeOf, [], [goInt], (time) => civil(time)[key]);
  const unix = (unit: bigint) =>
    method(timeOf, [], [goInt64], (time) => {
      const total = unixNanoseconds(time);
      const rest = ((total % unit) + unit) % unit;
      return (total - rest) / unit;
    });
  return {
    Clock: refused([goInt, goInt, goInt]),
    Date: refused([goInt, monthType, goInt]),
    Day: part('day'),
    Hour: part('hour'),
    ISOWeek: refused([goInt, goInt]),
    Minute: part('minute'),
    Month: method(timeOf, [], [monthType], (time) => civil(time).month),
    Nanosecond: method(timeOf, [], [goInt], ({ nanoseconds }) => nanoseconds),
    Second: part('second'),
    Unix: unix(1_000_000_000n),
    UnixMicro: unix(1000n),
    UnixMilli: unix(1_000_000n),
    UnixNano: method(timeOf, [], [goInt64], (time) => BigInt.asIntN(64, unixNanoseconds(time))),
    Weekday: method(timeOf, [], [weekdayType], (time) => civil(time).weekday),
    Year: part('year'),
    YearDay: part('yearDay'),
  };
}

function arithmeticMethods({ timeOf }: TimeReader, time: StructType): Methods {
  const compare = (test: (order: number) => boolean) =>
    method(timeOf, [time], [goBool], (self, other) => test(compareTimes(self, timeOf(other?.data))));
  const moved = (work: (self: ZonedTime, step: bigint) => ZonedTime) =>
    method(timeOf, [durationType], [time], (self, step) =>
      inLocation(work(self, integerOf(step as Value)), self.location),
    );
  return {
    Add: moved(addDuration),
    AddDate: method(timeOf, [goInt, goInt, goInt], [time], (self, y, m, d) =>
      addDate(self, int(y), int(m), int(d)),
    ),
    After: compare((order) => order > 0),
    Before: compare((order) => order < 0),
    Compare: method(timeOf, [time], [goInt], (self, other) => compareTimes(self, timeOf(other?.data))),
    Equal: compare((order) => order === 0),
    IsZero: method(timeOf, [], [goBool], isZeroTime),
    Round: moved((self, step) => toMultiple(self, step, 'round')),
    Sub: method(timeOf, [time], [durationType], (self, other) => difference(self, timeOf(other?.data))),
    Truncate: moved((self, step) => toMultiple(self, step, 'truncate')),
  };
}

function zoneMethods({ timeOf, local }: TimeReader, time: StructType): Methods {
  const inZone = (self: ZonedTime, zone: Value | undefined) => {
    if (zone?.data === undefined) throw new CallError('time: missing Location in call to Time.In');
    return inLocation(self, zone.data as Location);
  };
  return {
    In: method(timeOf, [locationPointer], [time], inZone),
    IsDST: method(timeOf, [], [goBool], ({ location, seconds }) => location.at(seconds).isDST),
    Local: method(timeOf, [], [time], (self) => inLocation(self, local())),
    Location: method(timeOf, [], [locationPointer], ({ location }) => location),
    UTC: method(timeOf, [], [time], (self) => inLocation(self, UTC)),
    Zone: refused([goString, goInt]),
    ZoneBounds: refused([time, time]),
  };
}

function writingMethods({ timeOf }: TimeReader): Methods {
  const text = (work: (self: ZonedTime, layout: string) => string) =>
    method(timeOf, [goString], [goString], (self, layout) => work(self, layout?.data as string));
  const appending = (work: (self: ZonedTime) => Iterable<number>) =>
    method(timeOf, [bytesType], [bytesType, goError], (self, prefix) => [...bytesOf(prefix), ...work(self)]);
  const bytes = (work: (self: ZonedTime) => Iterable<number>) =>
    method(timeOf, [], [bytesType, goError], (self) => [...work(self)]);
  return {
    AppendBinary: appending(marshalBinary),
    AppendFormat: method(timeOf, [bytesType, goString], [bytesType], (self, prefix, layout) => [
      ...bytesOf(prefix),
      ...encodeText(formatLayout(self, layout?.data as string)),
    ]),
    AppendText: appending((self) => encodeText(marshalled(self, 'AppendText'))),
    Format: text(formatLayout),
    GoString: method(timeOf, [], [goString], timeExpression),
    GobEncode: bytes(marshalBinary),
    MarshalBinary: bytes(marshalBinary),
    MarshalJSON: bytes((self) => encodeText(`"${marshalled(self, 'MarshalJSON')}"`)),
    MarshalText: bytes((self) => encodeText(marshalled(self, 'MarshalText'))),
    String: method(timeOf, [], [goString], (self) => formatLayout(self, STRING_LAYOUT)),
  };
}

/** All of them, for the type `time`. */
export function timeMethods(reader: TimeReader, time: StructType): Methods {
  return {
    ...calendarMethods(reader),
    ...arithmeticMethods(reader, time),
    ...zoneMethods(reader, time),
    ...writingMethods(reader),
  };
}
