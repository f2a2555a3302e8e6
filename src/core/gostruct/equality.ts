// Go's == on values of any comparable type, and lookups in maps.

import type { MapType } from './types.js';
import { type Complex, concrete, fieldOf, goValue, isInteger, type Value } from './value.js';

/** Whether two interface values are equal: the same type, and equal by its rules. Types must be comparable. */
export function equalValues(left: Value | undefined, right: Value | undefined): boolean {
  const a = concrete(left);
  const b = concrete(right);
  if (a === undefined || b === undefined) return a === b;
  const { type } = a;
  if (type.name !== b.type.name) return false;
  if (isInteger(type)) return BigInt(a.data as bigint) === BigInt(b.data as bigint);
  if (type.kind === 'complex64' || type.kind === 'complex128') {
    const [x, y] = [a.data as Complex, b.data as Complex];
    return x.re === y.re && x.im === y.im;
  }
  if (type.kind === 'struct') {
    return type.fields.every((field) => equalValues(fieldOf(a, field), fieldOf(b, field)));
  }
  return a.data === b.data;
}

/** The value under a key; undefined where the map has none. */
export function lookUp(map: Value, key: Value): Value | undefined {
  const entries = map.data as ReadonlyMap<unknown, unknown> | undefined;
  if (entries === undefined) return undefined;
  const { elem, key: keyType } = map.type as MapType;
  const plain = key.type.kind === 'string' || key.type.kind === 'bool';
  if (plain && keyType().kind !== 'interface') {
    return entries.has(key.data) ? goValue(elem(), entries.get(key.data)) : undefined;
  }
  for (const [data, value] of entries) {
    if (equalValues(goValue(keyType(), data), key)) return goValue(elem(), value);
  }
  return undefined;
}
