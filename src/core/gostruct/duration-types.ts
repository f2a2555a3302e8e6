// Go's time.Duration, time.Month and time.Weekday, as types whose methods templates call.

import {
  absoluteDuration,
  durationText,
  MONTHS,
  roundDuration,
  truncateDuration,
  WEEKDAYS,
} from '../time/index.js';
import {
  type BasicType,
  funcOf,
  type GoType,
  goFloat64,
  goInt64,
  goString,
  type Method,
  type Methods,
} from './types.js';
import { goValue, integerOf, type Value } from './value.js';

/** The method `name(params) results`, for one of several receivers. */
export function method<T>(
  read: (data: unknown) => T,
  params: readonly GoType[],
  results: readonly GoType[],
  work: (self: T, ...args: Value[]) => unknown,
): Method {
  return {
    type: funcOf(params, results),
    call: (receiver, args) => {
      const data = work(read(receiver), ...(args as Value[]));
      return goValue(results[0] as GoType, data);
    },
  };
}

const number = (data: unknown) => BigInt(data as bigint | number);

const named = (kind: 'int' | 'int64', name: string, methods: () => Methods): BasicType => ({
  kind,
  name,
  methods: methods(),
});

/** time.Month. */
export const monthType = named('int', 'time.Month', () => ({
  String: method(number, [], [goString], (month) => MONTHS[Number(month) - 1] ?? `%!Month(${month})`),
}));

/** time.Weekday. */
export const weekdayType = named('int', 'time.Weekday', () => ({
  String: method(number, [], [goString], (day) => WEEKDAYS[Number(day)] ?? `%!Weekday(${day})`),
}));

/** time.Duration. */
export const durationType: BasicType = {
  kind: 'int64',
  name: 'time.Duration',
  get methods() {
    return durationMethods;
  },
};

/** Whole units and the rest apart, as Go adds them, so that rounding comes out the same. */
function inUnits(duration: bigint, unit: bigint): number {
  return Number(duration / unit) + Number(duration % unit) / Number(unit);
}

const durationMethods: Methods = {
  String: method(number, [], [goString], durationText),
  Nanoseconds: method(number, [], [goInt64], (duration) => duration),
  Microseconds: method(number, [], [goInt64], (duration) => duration / 1000n),
  Milliseconds: method(number, [], [goInt64], (duration) => duration / 1_000_000n),
  Seconds: method(number, [], [goFloat64], (duration) => inUnits(duration, 1_000_000_000n)),
  Minutes: method(number, [], [goFloat64], (duration) => inUnits(duration, 60_000_000_000n)),
  Hours: method(number, [], [goFloat64], (duration) => inUnits(duration, 3_600_000_000_000n)),
  Abs: method(number, [], [durationType], absoluteDuration),
  Round: method(number, [durationType], [durationType], (duration, step) =>
    roundDuration(duration, integerOf(step as Value)),
  ),
  Truncate: method(number, [durationType], [durationType], (duration, step) =>
    truncateDuration(duration, integerOf(step as Value)),
  ),
};
