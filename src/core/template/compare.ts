// eq, ne, lt, le, gt, ge. Values are compared where they have basic types of one kind, signed and unsigned integers
// among each other; eq also takes what Go's == takes.

import { formatValue } from '../fmt/index.js';
import {
  CallError,
  type Complex,
  concrete,
  equalValues,
  integerOf,
  isComparable,
  isInteger,
  isNil,
  isSigned,
  type Value,
} from '../gostruct/index.js';
import { compareText } from '../text.js';

type Arg = Value | undefined;
type BasicKind = 'bool' | 'complex' | 'int' | 'uint' | 'float' | 'string';

function basicKind(value: Arg): BasicKind | undefined {
  if (value === undefined) return undefined;
  const { type } = value;
  if (isInteger(type)) return isSigned(type) ? 'int' : 'uint';
  if (type.kind.startsWith('float')) return 'float';
  if (type.kind.startsWith('complex')) return 'complex';
  return type.kind === 'bool' || type.kind === 'string' ? type.kind : undefined;
}

function incompatible(a: Value, b: Value): CallError {
  return new CallError(`incompatible types for comparison: ${a.type.name} and ${b.type.name}`);
}

/** Whether `first` is equal to one of the others. */
export function equal(first: Arg, others: readonly Arg[]): boolean {
  if (others.length === 0) throw new CallError('missing argument for comparison');
  return others.some((other) => equalPair(concrete(first), concrete(other)));
}

function equalPair(a: Arg, b: Arg): boolean {
  const kind = basicKind(a);
  const other = basicKind(b);
  if (kind === undefined && other === undefined) return equalComposite(a, b);
  if (a === undefined || b === undefined) return false;
  if (isInteger(a.type) && isInteger(b.type)) return integerOf(a) === integerOf(b);
  if (kind !== other) throw incompatible(a, b);
  if (kind !== 'complex') return a.data === b.data;
  const [x, y] = [a.data as Complex, b.data as Complex];
  return x.re === y.re && x.im === y.im;
}

/** What has no basic type: nil, pointers, structs; lists with nil only. */
function equalComposite(a: Arg, b: Arg): boolean {
  if (a === undefined || b === undefined) {
    const value = a ?? b;
    return value === undefined || isNil(value);
  }
  if (a.type.kind !== b.type.kind) {
    const [text, other] = [formatValue(a, 's'), formatValue(b, 'v')];
    throw new CallError(`non-comparable types ${text}: ${a.type.name}, ${b.type.name}: ${other}`);
  }
  if (isNil(a) || isNil(b)) return isNil(a) === isNil(b);
  if (!isComparable(b.type)) {
    throw new CallError(`non-comparable type ${formatValue(b, 's')}: ${b.type.name}`);
  }
  return equalValues(a, b);
}

export function less(first: Arg, second: Arg): boolean {
  const a = concrete(first);
  const b = concrete(second);
  const kind = basicKind(a);
  const other = basicKind(b);
  if (a === undefined || b === undefined || kind === undefined || other === undefined) {
    throw new CallError('invalid type for comparison');
  }
  if (isInteger(a.type) && isInteger(b.type)) return integerOf(a) < integerOf(b);
  if (kind !== other) throw incompatible(a, b);
  if (kind === 'bool' || kind === 'complex') throw new CallError('invalid type for comparison');
  if (kind === 'float') return (a.data as number) < (b.data as number);
  return compareText(a.data as string, b.data as string) < 0;
}

export function lessOrEqual(a: Arg, b: Arg): boolean {
  return less(a, b) || equal(a, [b]);
}

export function greater(a: Arg, b: Arg): boolean {
  return !lessOrEqual(a, b);
}

export function greaterOrEqual(a: Arg, b: Arg): boolean {
  return !less(a, b);
}
