// Go values: a type, and data of ours.
//
// How data stands for a value, by kind of its type:
//
//   bool, string    the same; bytes that are no UTF-8 as core/text.ts has them
//   integers        a bigint or a number
//   floats          a number
//   complex         { re, im }
//   struct          an object with the properties that the fields name, or whatever their `get` understands
//   pointer         undefined for nil; the data of a struct it points to, or else { to: data }
//   slice           undefined for nil; an array (bytes: a Uint8Array, too)
//   map             undefined for nil; a Map from data to data
//   interface       undefined for nil; a Value
//   func            undefined for nil; a Call, or for iterators a function that answers an iterable
//
// A property that is missing is the zero value of its field. `undefined` in place of a Value is Go's invalid
// reflect.Value: nothing at all, not even a type.

import { GomodError } from '../error.js';
import { decodeText, encodeText } from '../text.js';
import {
  type Call,
  type Field,
  type FuncType,
  findMethod,
  type GoType,
  goAny,
  goBool,
  goFloat64,
  goInt,
  goString,
  mapOf,
  pointerTo,
  type StructType,
  sliceOf,
} from './types.js';

/** See the head of this file. */
export interface Value {
  readonly type: GoType;
  readonly data: unknown;
  /** Whether Go could take its address: what pointers and slices hold. */
  readonly addressable: boolean;
}

/** A complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** What a call ended with instead of a result: an error, or the text of a panic. */
export class CallError extends GomodError<'call'> {
  constructor(message: string) {
    super('call', message);
  }
}

/** A value of the type. */
export function goValue(type: GoType, data: unknown): Value {
  return { type, data, addressable: false };
}

/** A pointer to a struct. */
export function pointer(type: StructType, data: unknown): Value {
  return goValue(pointerTo(type), data);
}

/** What an interface holds, and any other value itself; undefined for a nil interface. */
export function concrete(value: Value | undefined): Value | undefined {
  let inner = value;
  while (inner?.type.kind === 'interface') inner = inner.data as Value | undefined;
  return inner;
}

/** Data of the zero value of a type. */
function zeroData(type: GoType): unknown {
  switch (type.kind) {
    case 'bool':
      return false;
    case 'string':
      return '';
    case 'struct':
      return {};
    case 'float32':
    case 'float64':
      return 0;
    case 'complex64':
    case 'complex128':
      return { re: 0, im: 0 };
    default:
      return isInteger(type) ? 0n : undefined;
  }
}

/** The zero value of a type. */
export function zeroOf(type: GoType): Value {
  return goValue(type, zeroData(type));
}

/** Whether the type is one of Go's signed or unsigned integers. */
export function isInteger(type: GoType): boolean {
  return isSigned(type) || type.kind.startsWith('uint');
}

/** Whether the type is one of Go's signed integers. */
export function isSigned(type: GoType): boolean {
  return type.kind.startsWith('int') && type.kind !== 'interface';
}

/** The number of an integer. */
export function integerOf(value: Value): bigint {
  return BigInt(value.data as bigint | number);
}

/** Whether the value is nil; values of kinds that have no nil are not. */
export function isNil(value: Value): boolean {
  const nilable = ['pointer', 'slice', 'map', 'interface', 'func'].includes(value.type.kind);
  return nilable && value.data === undefined;
}

/** What a pointer points to; undefined for nil. */
export function deref(value: Value): Value | undefined {
  if (value.type.kind !== 'pointer' || value.data === undefined) return undefined;
  const type = value.type.elem();
  const data = type.kind === 'struct' ? value.data : (value.data as { to: unknown }).to;
  return { type, data, addressable: true };
}

/** A pointer to the value, which must be addressable. */
export function address(value: Value): Value {
  return goValue(pointerTo(value.type), value.type.kind === 'struct' ? value.data : { to: value.data });
}

/** A field's value. */
export function fieldOf(struct: Value, field: Field): Value {
  const data =
    field.get === undefined
      ? (struct.data as Readonly<Record<string, unknown>>)[field.key]
      : field.get(struct.data);
  return { type: field.type, data: data ?? zeroData(field.type), addressable: struct.addressable };
}

/** Length of a string in bytes, or of a list or map. */
export function lengthOf(value: Value): number {
  const { type, data } = value;
  if (type.kind === 'string') return byteLength(data as string);
  if (type.kind === 'map') return (data as ReadonlyMap<unknown, unknown> | undefined)?.size ?? 0;
  return (data as ArrayLike<unknown> | undefined)?.length ?? 0;
}

/** Length of a text in bytes. */
export function byteLength(text: string): number {
  return /^[\x00-\x7f]*$/.test(text) ? text.length : encodeText(text).length;
}

/** An element of a slice. */
export function elementAt(value: Value, index: number): Value {
  const type = value.type.kind === 'slice' ? value.type.elem() : goAny;
  return { type, data: (value.data as ArrayLike<unknown>)[index], addressable: true };
}

/** Bytes `from` to `to` of a text. */
export function sliceText(text: string, from: number, to: number): string {
  return byteLength(text) === text.length
    ? text.slice(from, to)
    : decodeText(encodeText(text).subarray(from, to));
}

/** Texts in a row. Bytes that only together are UTF-8 become characters. */
export function joinTexts(texts: readonly string[], separator = ''): string {
  const joined = texts.join(separator);
  return /[\udc80-\udcff]/.test(joined) ? decodeText(encodeText(joined)) : joined;
}

/** A method bound to a value; undefined where its type has none of that name. */
export function boundMethod(value: Value, name: string): { type: FuncType; call: Call } | undefined {
  const found = findMethod(value.type, name);
  if (found === undefined) return undefined;
  const { method, onPointer } = found;
  const target = value.type.kind === 'pointer' ? value.type.elem() : value.type;
  const call: Call = (args) => {
    if (value.type.kind !== 'pointer' || onPointer) return method.call(value.data, args);
    const pointee = deref(value);
    if (pointee !== undefined) return method.call(pointee.data, args);
    const short = target.name.slice(target.name.lastIndexOf('.') + 1);
    throw new CallError(`value method ${target.name}.${name} called using nil *${short} pointer`);
  };
  return { type: method.type, call };
}

/** The panic of a method that reads through a nil pointer. */
export function nilDereference(): CallError {
  return new CallError('runtime error: invalid memory address or nil pointer dereference');
}

/**
 * A value for plain data: texts, numbers (whole ones are int), bigints (int), booleans, arrays ([]interface {}), maps and
 * objects (map[string]interface {}); null and undefined are nil.
 */
export function fromPlain(data: unknown): Value | undefined {
  switch (typeof data) {
    case 'string':
      return goValue(goString, data);
    case 'boolean':
      return goValue(goBool, data);
    case 'bigint':
      return goValue(goInt, data);
    case 'number':
      return Number.isSafeInteger(data) ? goValue(goInt, BigInt(data)) : goValue(goFloat64, data);
    case 'object':
      return data === null ? undefined : fromObject(data);
    default:
      return undefined;
  }
}

function fromObject(data: object): Value {
  if (Array.isArray(data)) return goValue(sliceOf(goAny), data.map(fromPlain));
  const entries: Iterable<[unknown, unknown]> = data instanceof Map ? data : Object.entries(data);
  const map = new Map([...entries].map(([key, value]) => [String(key), fromPlain(value)]));
  return goValue(mapOf(goString, goAny), map);
}
