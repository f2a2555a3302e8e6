// Go's time.Time and time.Location, as types whose methods templates call.
//
// Which place is Go's Local differs from run to run, so the types are made for one.

import { formatTime, type Location, UTC, type ZonedTime } from '../time/index.js';
import { locationPointer, timeMethods } from './time-methods.js';
import { TimeReader, ZERO } from './time-reader.js';
import { readingMethods } from './time-reading.js';
import {
  type GoType,
  goInt64,
  goUint64,
  type Methods,
  type PointerType,
  pointerTo,
  type StructType,
} from './types.js';

/** Go's types around times. */
export interface TimeTypes {
  /** time.Time. */
  readonly time: StructType;
  /** `*time.Time`. */
  readonly pointer: PointerType;
  /**
   * The time that is the text `owner[key]`, the same object each time, so that what was read into it is seen; undefined
   * where there is none.
   */
  held(owner: object, key: string): object | undefined;
}

/** A time as JSON has it, without the quotes. */
export function timeText(data: unknown): string {
  return typeof data === 'string' ? data : formatTime((data ?? ZERO) as ZonedTime);
}

/** Whether it is time.Time. */
export function isTimeType(type: GoType): boolean {
  return type.kind === 'struct' && type.name === 'time.Time';
}

const UNSEEN = { omitEmpty: false, key: '' } as const;

/** See {@link TimeTypes}. `local` is Go's Local; it is asked for when that matters. */
export function timeTypes(local: () => Location): TimeTypes {
  const reader = new TimeReader(local);
  const { timeOf } = reader;
  let methods: Methods | undefined;
  let pointerMethods: Methods | undefined;
  const time: StructType = {
    kind: 'struct',
    name: 'time.Time',
    fields: [
      { ...UNSEEN, name: 'wall', type: goUint64, get: (data) => BigInt(timeOf(data).nanoseconds) },
      { ...UNSEEN, name: 'ext', type: goInt64, get: (data) => BigInt(timeOf(data).seconds + 62135596800) },
      { ...UNSEEN, name: 'loc', type: locationPointer, get: (data) => pointed(timeOf(data)) },
    ],
    get methods() {
      methods ??= timeMethods(reader, time);
      return methods;
    },
    get pointerMethods() {
      pointerMethods ??= readingMethods(reader);
      return pointerMethods;
    },
  };
  return { time, pointer: pointerTo(time), held: (owner, key) => reader.held(owner, key) };
}

/** UTC is Go's nil location. */
function pointed({ location }: ZonedTime): Location | undefined {
  return location === UTC ? undefined : location;
}
