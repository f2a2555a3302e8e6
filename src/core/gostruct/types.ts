// Go types, as far as printing, templates and JSON tell them apart.
//
// Types are values. Two types are the same when they have the same kind and name, as the names carry packages.
// Types may refer to themselves, so what a type is made of is a function. Rules: Go's reflect package.

import type { Value } from './value.js';

/** Kinds of numbers; Go's `byte` is uint8 and its `rune` int32. */
export type IntKind = 'int' | 'int8' | 'int16' | 'int32' | 'int64';
export type UintKind = 'uint' | 'uint8' | 'uint16' | 'uint32' | 'uint64' | 'uintptr';
export type FloatKind = 'float32' | 'float64';
export type ComplexKind = 'complex64' | 'complex128';
export type BasicKind = 'bool' | 'string' | IntKind | UintKind | FloatKind | ComplexKind;

interface Named {
  /** As reflect prints it: with its package, `*` and `[]` written out. */
  readonly name: string;
  /** Those that are declared on the type itself, which pointers to it have, too. */
  readonly methods?: Methods;
}

export interface BasicType extends Named {
  readonly kind: BasicKind;
}

/** A struct: what we call the descriptor of a printed value. */
export interface StructType extends Named {
  readonly kind: 'struct';
  readonly fields: readonly Field[];
  /** Those that only pointers to the struct have. */
  readonly pointerMethods?: Methods;
  /** Values of the type can be compared with ==. */
  readonly comparable?: boolean;
}

export interface PointerType extends Named {
  readonly kind: 'pointer';
  readonly elem: () => GoType;
}

export interface SliceType extends Named {
  readonly kind: 'slice';
  readonly elem: () => GoType;
}

export interface MapType extends Named {
  readonly kind: 'map';
  readonly key: () => GoType;
  readonly elem: () => GoType;
}

/** An interface: its values have any type with these methods. */
export interface InterfaceType extends Named {
  readonly kind: 'interface';
  readonly requires: readonly string[];
}

export interface FuncType extends Named {
  readonly kind: 'func';
  /** The last one is a slice where the function is variadic. */
  readonly params: readonly GoType[];
  readonly variadic: boolean;
  readonly results: readonly GoType[];
  /** A function that yields values to a loop: how many at a time, and of what types. */
  readonly yields?: readonly GoType[];
}

/** See the head of this file. */
export type GoType = BasicType | StructType | PointerType | SliceType | MapType | InterfaceType | FuncType;

/** One field of a struct. */
export interface Field {
  /** Go's name, which is also that in JSON. Only names with a capital are seen from outside. */
  readonly name: string;
  /** The property of our value. */
  readonly key: string;
  readonly type: GoType;
  /** Whether JSON leaves the field out while it has its zero value. */
  readonly omitEmpty: boolean;
  /** Takes the place of `key` where the value is no plain object. */
  readonly get?: (data: unknown) => unknown;
}

/** A function that can be called. Where Go would panic or answer an error, it throws a {@link CallError}. */
export type Call = (args: readonly (Value | undefined)[]) => Value | undefined;

/** A method. `receiver` is the data of the value, or of what the pointer points to (undefined for a nil pointer). */
export interface Method {
  readonly type: FuncType;
  readonly call: (receiver: unknown, args: readonly (Value | undefined)[]) => Value | undefined;
}

export type Methods = Readonly<Record<string, Method>>;

function basic(kind: BasicKind): BasicType {
  return { kind, name: kind };
}

/** Go's predeclared types. */
export const goBool = basic('bool');
export const goString = basic('string');
export const goInt = basic('int');
export const goInt64 = basic('int64');
export const goUint8 = basic('uint8');
export const goUint64 = basic('uint64');
export const goFloat64 = basic('float64');
export const goComplex128 = basic('complex128');
export const goAny: InterfaceType = { kind: 'interface', name: 'interface {}', requires: [] };
export const goError: InterfaceType = { kind: 'interface', name: 'error', requires: ['Error'] };

/** `*elem`. */
export function pointerTo(elem: GoType | (() => GoType)): PointerType {
  const get = typeof elem === 'function' ? elem : () => elem;
  return {
    kind: 'pointer',
    elem: get,
    get name() {
      return `*${get().name}`;
    },
  };
}

/** `[]elem`. */
export function sliceOf(elem: GoType | (() => GoType)): SliceType {
  const get = typeof elem === 'function' ? elem : () => elem;
  return {
    kind: 'slice',
    elem: get,
    get name() {
      return `[]${get().name}`;
    },
  };
}

/** `map[key]elem`. */
export function mapOf(key: GoType, elem: GoType): MapType {
  return { kind: 'map', key: () => key, elem: () => elem, name: `map[${key.name}]${elem.name}` };
}

function list(types: readonly GoType[]): string {
  return types.map(({ name }) => name).join(', ');
}

/** `func(params) results`. */
export function funcOf(
  params: readonly GoType[],
  results: readonly GoType[],
  variadic: 'variadic' | '' = '',
): FuncType {
  const shown = params.map(({ name }, index) =>
    variadic !== '' && index === params.length - 1 ? `...${name.slice(2)}` : name,
  );
  const answer = results.length > 1 ? ` (${list(results)})` : results.length === 1 ? ` ${list(results)}` : '';
  const name = `func(${shown.join(', ')})${answer}`;
  return { kind: 'func', name, params, results, variadic: variadic !== '' };
}

/** `iter.Seq[T]` or `iter.Seq2[K, V]` without its name: the data is a function that answers an iterable of data. */
export function iteratorOf(...yields: readonly GoType[]): FuncType {
  const name = `func(func(${list(yields)}) bool)`;
  return { kind: 'func', name, params: [], results: [], variadic: false, yields };
}

/** Whether the two are the same type. */
export function sameType(a: GoType, b: GoType): boolean {
  return a === b || (a.kind === b.kind && a.name === b.name);
}

/** The method of that name that values of the type have, and whether it takes a pointer. */
export function findMethod(type: GoType, name: string): { method: Method; onPointer: boolean } | undefined {
  const target = type.kind === 'pointer' ? type.elem() : type;
  const own = methodOf(target.methods, name);
  if (own !== undefined) return { method: own, onPointer: false };
  if (type.kind !== 'pointer' || target.kind !== 'struct') return undefined;
  const more = methodOf(target.pointerMethods, name);
  return more === undefined ? undefined : { method: more, onPointer: true };
}

function methodOf(methods: Methods | undefined, name: string): Method | undefined {
  return methods !== undefined && Object.hasOwn(methods, name) ? methods[name] : undefined;
}

/** Whether a value of type `from` can be given where `to` is wanted. */
export function assignable(from: GoType, to: GoType): boolean {
  if (to.kind !== 'interface') return sameType(from, to);
  return sameType(from, to) || to.requires.every((name) => findMethod(from, name) !== undefined);
}

/** Whether == is defined for values of the type. */
export function isComparable(type: GoType): boolean {
  if (type.kind === 'struct')
    return type.comparable ?? type.fields.every((field) => isComparable(field.type));
  return type.kind !== 'slice' && type.kind !== 'map' && type.kind !== 'func';
}
