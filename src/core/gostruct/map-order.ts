// The order in which Go prints maps and templates walk them: by key (Go's internal/fmtsort).

import { compareText } from '../text.js';
import type { GoType, MapType } from './types.js';
import { type Complex, fieldOf, goValue, isInteger, type Value } from './value.js';

/** One entry of a map. */
export interface MapEntry {
  readonly key: Value;
  readonly value: Value;
}

function order<T extends number | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** NaN comes before all other numbers. */
function orderFloats(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a));
  return order(a, b);
}

/** Which of two values of one type comes first. Values that have no order are equal. */
export function compareValues(a: Value, b: Value): number {
  const { type } = a;
  if (type.name !== b.type.name) return -1;
  if (isInteger(type)) return order(BigInt(a.data as bigint), BigInt(b.data as bigint));
  switch (type.kind) {
    case 'string':
      return compareText(a.data as string, b.data as string);
    case 'bool':
      return Number(a.data) - Number(b.data);
    case 'float32':
    case 'float64':
      return orderFloats(a.data as number, b.data as number);
    case 'complex64':
    case 'complex128': {
      const [x, y] = [a.data as Complex, b.data as Complex];
      return orderFloats(x.re, y.re) || orderFloats(x.im, y.im);
    }
    case 'struct':
      return type.fields.reduce(
        (found, field) => found || compareValues(fieldOf(a, field), fieldOf(b, field)),
        0,
      );
    case 'interface': {
      const [x, y] = [a.data as Value | undefined, b.data as Value | undefined];
      if (x === undefined || y === undefined) return Number(x !== undefined) - Number(y !== undefined);
      return compareValues(x, y);
    }
    default:
      return 0;
  }
}

/** The entries of a map in order. */
export function sortedEntries(map: Value): MapEntry[] {
  const { key, elem } = map.type as MapType;
  const of = (type: GoType, data: unknown) => goValue(type, data);
  const entries = [...((map.data ?? new Map()) as ReadonlyMap<unknown, unknown>)];
  return entries
    .map(([name, data]) => ({ key: of(key(), name), value: of(elem(), data) }))
    .sort((a, b) => compareValues(a.key, b.key));
}
