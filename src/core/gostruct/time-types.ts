// Go's time.Time, time.Duration and what belongs to them, as types whose methods templates call.
//
// Data of a time is the RFC 3339 text that our values hold, or a ZonedTime once something was computed. Not here: the
// methods that read into a time or write it in binary forms.

import { encodeText } from '../text.js';
import {
  addDate,
  addDuration,
  civil,
  compareTimes,
  difference,
  formatLayout,
  formatTime,
  isZeroTime,
  parseTime,
  STRING_LAYOUT,
  timeExpression,
  toMultiple,
  unixNanoseconds,
  ZERO_TIME,
  type ZonedTime,
} from '../time/index.js';
import { durationType, method, monthType, weekdayType } from './duration-types.js';
import {
  type GoType,
  goBool,
  goError,
  goInt,
  goInt64,
  goString,
  goUint8,
  goUint64,
  type Methods,
  pointerTo,
  type StructType,
  sliceOf,
} from './types.js';
import { CallError, integerOf, type Value } from './value.js';

/** The time that data stands for. */
function timeOf(data: unknown): ZonedTime {
  if (typeof data !== 'string') return 'seconds' in (data as object) ? (data as ZonedTime) : zeroTime;
  if (data === '') return zeroTime;
  const time = parseTime(data);
  return { ...time, zone: data.endsWith('Z') ? 'UTC' : '' };
}

const zeroTime: ZonedTime = { ...ZERO_TIME, zone: 'UTC' };

/** A time as JSON has it, without the quotes. */
export function timeText(data: unknown): string {
  return typeof data === 'string' ? data : formatTime(timeOf(data));
}

/** time.Location, as far as it is known: data is its offset at one time and its name, `19800 IST`. */
export const locationType: StructType = {
  kind: 'struct',
  name: 'time.Location',
  fields: [],
  comparable: false,
  pointerMethods: {
    String: method(
      (data) => data as string | undefined,
      [],
      [goString],
      (zone = '0 UTC') => zone.slice(zone.indexOf(' ') + 1),
    ),
  },
};

const UNSEEN = { omitEmpty: false } as const;

/** time.Time. */
export const timeType: StructType = {
  kind: 'struct',
  name: 'time.Time',
  fields: [
    { ...UNSEEN, name: 'wall', key: '', type: goUint64, get: (data) => BigInt(timeOf(data).nanoseconds) },
    {
      ...UNSEEN,
      name: 'ext',
      key: '',
      type: goInt64,
      get: (data) => BigInt(timeOf(data).seconds + 62135596800),
    },
    { ...UNSEEN, name: 'loc', key: '', type: pointerTo(locationType), get: zoneData },
  ],
  get methods() {
    return timeMethods;
  },
};

/** UTC is Go's nil location. */
function zoneData(data: unknown): string | undefined {
  const time = timeOf(data);
  return time.zone === 'UTC' ? undefined : zoneOf(time);
}

function zoneOf({ offset, zone }: ZonedTime): string {
  return `${offset} ${zone}`;
}

/** Whether it is time.Time. */
export function isTimeType(type: GoType): boolean {
  return type === timeType;
}

/** `*time.Time`. */
export const timePointer = pointerTo(timeType);

const bytesType = sliceOf(goUint8);
const bytesOf = (data: unknown) => [...((data ?? []) as Iterable<number | bigint>)].map(Number);

function appended(prefix: Value | undefined, text: string): number[] {
  return [...bytesOf(prefix?.data), ...encodeText(text)];
}

/** A time as JSON and text have it, where RFC 3339 can say it. */
function marshalled(time: ZonedTime, method: string): string {
  try {
    return formatTime(time);
  } catch (error) {
    throw new CallError(`Time.${method}: ${(error as Error).message}`);
  }
}

const part = (key: 'year' | 'day' | 'hour' | 'minute' | 'second' | 'yearDay') =>
  method(timeOf, [], [goInt], (time) => civil(time)[key]);
const unix = (unit: bigint) =>
  method(timeOf, [], [goInt64], (time) => {
    const total = unixNanoseconds(time);
    const rest = ((total % unit) + unit) % unit;
    return (total - rest) / unit;
  });
const compare = (test: (order: number) => boolean) =>
  method(timeOf, [timeType], [goBool], (time, other) => test(compareTimes(time, timeOf(other?.data))));
const multiple = (how: 'round' | 'truncate') =>
  method(timeOf, [durationType], [timeType], (time, step) => toMultiple(time, integerOf(step as Value), how));
const int = (value: Value | undefined) => Number(value?.data ?? 0);
/** Templates refuse these before they are called: they have too many results. */
const refused = (results: readonly GoType[]) => method(timeOf, [], results, () => undefined);

const timeMethods: Methods = {
  Add: method(timeOf, [durationType], [timeType], (time, d) => addDuration(time, integerOf(d as Value))),
  AddDate: method(timeOf, [goInt, goInt, goInt], [timeType], (time, y, m, d) =>
    addDate(time, int(y), int(m), int(d)),
  ),
  After: compare((order) => order > 0),
  AppendFormat: method(timeOf, [bytesType, goString], [bytesType], (time, prefix, layout) =>
    appended(prefix, formatLayout(time, layout?.data as string)),
  ),
  AppendText: method(timeOf, [bytesType], [bytesType, goError], (time, prefix) =>
    appended(prefix, marshalled(time, 'AppendText')),
  ),
  Before: compare((order) => order < 0),
  Clock: refused([goInt, goInt, goInt]),
  Compare: method(timeOf, [timeType], [goInt], (time, other) => compareTimes(time, timeOf(other?.data))),
  Date: refused([goInt, monthType, goInt]),
  Day: part('day'),
  Equal: compare((order) => order === 0),
  Format: method(timeOf, [goString], [goString], (time, layout) =>
    formatLayout(time, layout?.data as string),
  ),
  GoString: method(timeOf, [], [goString], timeExpression),
  Hour: part('hour'),
  ISOWeek: refused([goInt, goInt]),
  In: method(timeOf, [pointerTo(locationType)], [timeType], (time, zone) => inZone(time, zone)),
  IsDST: method(timeOf, [], [goBool], () => false),
  IsZero: method(timeOf, [], [goBool], isZeroTime),
  Local: method(timeOf, [], [timeType], toLocal),
  Location: method(timeOf, [], [pointerTo(locationType)], zoneOf),
  MarshalJSON: method(timeOf, [], [bytesType, goError], (time) =>
    appended(undefined, `"${marshalled(time, 'MarshalJSON')}"`),
  ),
  MarshalText: method(timeOf, [], [bytesType, goError], (time) =>
    appended(undefined, marshalled(time, 'MarshalText')),
  ),
  Minute: part('minute'),
  Month: method(timeOf, [], [monthType], (time) => civil(time).month),
  Nanosecond: method(timeOf, [], [goInt], ({ nanoseconds }) => nanoseconds),
  Round: multiple('round'),
  Second: part('second'),
  String: method(timeOf, [], [goString], (time) => formatLayout(time, STRING_LAYOUT)),
  Sub: method(timeOf, [timeType], [durationType], (time, other) => difference(time, timeOf(other?.data))),
  Truncate: multiple('truncate'),
  UTC: method(timeOf, [], [timeType], (time) => ({ ...time, offset: 0, zone: 'UTC' })),
  Unix: unix(1_000_000_000n),
  UnixMicro: unix(1000n),
  UnixMilli: unix(1_000_000n),
  UnixNano: method(timeOf, [], [goInt64], (time) => BigInt.asIntN(64, unixNanoseconds(time))),
  Weekday: method(timeOf, [], [weekdayType], (time) => civil(time).weekday),
  Year: part('year'),
  YearDay: part('yearDay'),
  Zone: refused([goString, goInt]),
  ZoneBounds: refused([timeType, timeType]),
};

/** A zone is known by one offset: summer time is not. */
function inZone(time: ZonedTime, zone: Value | undefined): ZonedTime {
  if (zone?.data === undefined) throw new CallError('time: missing Location in call to Time.In');
  const [offset = '', name = ''] = (zone.data as string).split(' ');
  return { ...time, offset: Number(offset), zone: name };
}

/** As the machine's clock tells it, where the language knows its zone. */
function toLocal(time: ZonedTime): ZonedTime {
  const date = new Date(time.seconds * 1000);
  const offset = -date.getTimezoneOffset() * 60;
  const parts = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' }).formatToParts(date);
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return { ...time, offset, zone: /^[A-Z]+$/.test(zone) ? zone : '' };
}
