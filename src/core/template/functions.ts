// The functions that every template has, but for `and`, `or` and `call`, whose arguments need the evaluator.
// Defined by text/template (funcs.go).

import { sprint, sprintf, sprintln } from '../fmt/index.js';
import {
  byteLength,
  type Call,
  CallError,
  concrete,
  elementAt,
  type FuncType,
  funcOf,
  type GoType,
  goAny,
  goBool,
  goError,
  goInt,
  goString,
  goUint8,
  goValue,
  integerOf,
  isInteger,
  lengthOf,
  lookUp,
  type MapType,
  sameType,
  sliceOf,
  sliceText,
  type Value,
  zeroOf,
} from '../gostruct/index.js';
import { encodeText } from '../text.js';
import { equal, greater, greaterOrEqual, less, lessOrEqual } from './compare.js';
import { escapeHtml, escapeJs, escapeQuery } from './escape.js';
import { indirect, isTrue, printable, reflectValue } from './reflect.js';

/** A function that templates can call by name. */
export interface TemplateFunction {
  readonly type: FuncType;
  readonly call: Call;
}

type Arg = Value | undefined;

const values = sliceOf(reflectValue);
const anything = sliceOf(goAny);

function define(
  params: readonly GoType[],
  result: GoType,
  work: (...args: Arg[]) => unknown,
  variadic: 'variadic' | '' = '',
): TemplateFunction {
  return {
    type: funcOf(params, [result, goError], variadic),
    call: (args) => goValue(result, work(...args)),
  };
}

/** As {@link define}, but what is answered is a value already. */
function defineAny(params: readonly GoType[], work: (...args: Arg[]) => Arg): TemplateFunction {
  return { type: funcOf(params, [reflectValue, goError], 'variadic'), call: (args) => work(...args) };
}

/** The arguments as one text, as actions print them. */
function textOf(args: readonly Arg[]): string {
  const [only] = args;
  if (args.length === 1 && concrete(only)?.type === goString) return concrete(only)?.data as string;
  return sprint(args.map((arg) => printable(concrete(arg)) ?? arg));
}

/** A value as `index` and `slice` start from: whatever an interface holds, pointers followed. */
function subject(item: Arg, what: string): Value {
  const value = concrete(item);
  if (value === undefined) throw new CallError(`${what} of untyped nil`);
  return followed(value, what);
}

function followed(value: Value, what: string): Value {
  const { value: end, isNil } = indirect(value);
  if (isNil) throw new CallError(`${what} of nil pointer`);
  return end;
}

/** An index as a number from 0 to `most`. */
function position(index: Arg, most: number): number {
  if (index === undefined) throw new CallError('cannot index slice/array with nil');
  if (!isInteger(index.type)) throw new CallError(`cannot index slice/array with type ${index.type.name}`);
  const at = integerOf(index);
  if (at < 0n || at > BigInt(most)) throw new CallError(`index out of range: ${BigInt.asIntN(64, at)}`);
  return Number(at);
}

/** The key of a map, as the type that the map's keys have. */
export function asType(given: Arg, type: GoType): Value {
  if (given === undefined) {
    const nilable = ['func', 'interface', 'map', 'pointer', 'slice'].includes(type.kind);
    if (nilable) return zeroOf(type);
    throw new CallError(`value is nil; should be of type ${type.name}`);
  }
  if (sameType(given.type, type) || type.kind === 'interface') return given;
  if (isInteger(given.type) && isInteger(type)) return goValue(type, given.data);
  throw new CallError(`value has type ${given.type.name}; should be ${type.name}`);
}

function step(item: Value, index: Arg): Value {
  const { type } = item;
  if (type.kind === 'string' || type.kind === 'slice') {
    const length = lengthOf(item);
    const at = position(concrete(index), length);
    if (at === length) throw new CallError(outOfRange(type.kind));
    return type.kind === 'slice'
      ? elementAt(item, at)
      : goValue(goUint8, encodeText(item.data as string)[at]);
  }
  if (type.kind !== 'map') throw new CallError(`can't index item of type ${type.name}`);
  const { key, elem } = type as MapType;
  return lookUp(item, asType(concrete(index), key())) ?? zeroOf(elem());
}

/** Go lets the length through as an index, and then reflect panics. */
function outOfRange(kind: 'string' | 'slice'): string {
  return `reflect: ${kind} index out of range`;
}

function indexed(first: Arg, ...indexes: readonly Arg[]): Arg {
  const start = concrete(first);
  if (start === undefined) throw new CallError('index of untyped nil');
  let item = start;
  for (const index of indexes) item = step(followed(item, 'index'), index);
  return item;
}

function sliced(first: Arg, ...indexes: readonly Arg[]): Arg {
  const item = subject(first, 'slice');
  const { type } = item;
  if (indexes.length > 3) throw new CallError(`too many slice indexes: ${indexes.length}`);
  if (type.kind === 'string' && indexes.length === 3) throw new CallError('cannot 3-index slice a string');
  if (type.kind !== 'string' && type.kind !== 'slice') {
    throw new CallError(`can't slice item of type ${type.name}`);
  }
  const length = type.kind === 'string' ? byteLength(item.data as string) : lengthOf(item);
  // Unlike index, slice does not look into interfaces for its numbers.
  const [from = 0, to = length, most = length] = indexes.map((index) => position(index, length));
  if (from > to) throw new CallError(`invalid slice index: ${from} > ${to}`);
  if (to > most) throw new CallError(`invalid slice index: ${to} > ${most}`);
  if (type.kind === 'string') return goValue(type, sliceText(item.data as string, from, to));
  const list = item.data as readonly unknown[] | undefined;
  return goValue(type, list?.slice(from, to));
}

function measured(given: Arg): bigint {
  if (given === undefined) throw new CallError('reflect: call of reflect.Value.Type on zero Value');
  const { value, isNil } = indirect(given);
  if (isNil) throw new CallError('len of nil pointer');
  if (!['string', 'slice', 'map'].includes(value.type.kind)) {
    throw new CallError(`len of type ${value.type.name}`);
  }
  return BigInt(lengthOf(value));
}

const compare = (work: (a: Arg, b: Arg) => boolean) =>
  define([reflectValue, reflectValue], goBool, (a, b) => work(a, b));
const texts = (work: (...args: Arg[]) => string) => define([anything], goString, work, 'variadic');

/** See the head of this file. */
export const BUILTINS: ReadonlyMap<string, TemplateFunction> = new Map([
  ['eq', define([reflectValue, values], goBool, (first, ...rest) => equal(first, rest), 'variadic')],
  ['ge', compare(greaterOrEqual)],
  ['gt', compare(greater)],
  ['html', texts((...args) => escapeHtml(textOf(args)))],
  ['index', defineAny([reflectValue, values], indexed)],
  ['js', texts((...args) => escapeJs(textOf(args)))],
  ['le', compare(lessOrEqual)],
  ['len', define([reflectValue], goInt, measured)],
  ['lt', compare(less)],
  ['ne', compare((a, b) => !equal(a, [b]))],
  ['not', define([reflectValue], goBool, (arg) => !isTrue(arg))],
  ['print', texts((...args) => sprint(args))],
  [
    'printf',
    define(
      [goString, anything],
      goString,
      (format, ...args) => sprintf(format?.data as string, args),
      'variadic',
    ),
  ],
  ['println', texts((...args) => sprintln(args))],
  ['slice', defineAny([reflectValue, values], sliced)],
  ['urlquery', texts((...args) => escapeQuery(textOf(args)))],
  // Never called: the evaluator knows these.
  ['and', defineAny([reflectValue, values], (first) => first)],
  ['call', defineAny([reflectValue, values], (first) => first)],
  ['or', defineAny([reflectValue, values], (first) => first)],
]);
