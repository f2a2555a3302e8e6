// What templates need to know of values beyond their types: Go's reflect.Value as a parameter type, truth, following
// pointers, what a value prints as.

import {
  address,
  assignable,
  type Complex,
  concrete,
  deref,
  type GoType,
  goError,
  goString,
  goValue,
  type InterfaceType,
  integerOf,
  isInteger,
  lengthOf,
  pointerTo,
  type Value,
} from '../gostruct/index.js';

/** A parameter that takes anything as it is, nothing at all included. */
export const reflectValue: GoType = { kind: 'struct', name: 'reflect.Value', fields: [] };

const stringer: InterfaceType = { kind: 'interface', name: 'fmt.Stringer', requires: ['String'] };

/** Whether values of the type are printed in their own words. */
function hasWords(type: GoType): boolean {
  return assignable(type, goError) || assignable(type, stringer);
}

/** The end of a chain of pointers and interfaces; `isNil` where the chain ends in nil, which is the value then. */
export function indirect(value: Value): { value: Value; isNil: boolean } {
  let at = value;
  for (;;) {
    const { kind } = at.type;
    if (kind !== 'pointer' && kind !== 'interface') return { value: at, isNil: false };
    const next = kind === 'pointer' ? deref(at) : (at.data as Value | undefined);
    if (next === undefined) return { value: at, isNil: true };
    at = next;
  }
}

/** Whether `if` takes the value for true: it is not the zero of its type, and no empty list or text. */
export function isTrue(given: Value | undefined): boolean {
  const value = concrete(given);
  if (value === undefined) return false;
  const { type, data } = value;
  if (isInteger(type)) return integerOf(value) !== 0n;
  switch (type.kind) {
    case 'string':
    case 'slice':
    case 'map':
      return lengthOf(value) > 0;
    case 'float32':
    case 'float64':
      // NaN is not zero.
      return data !== 0;
    case 'complex64':
    case 'complex128':
      return (data as Complex).re !== 0 || (data as Complex).im !== 0;
    case 'bool':
      return data === true;
    default:
      return type.kind === 'struct' || data !== undefined;
  }
}

/** What is printed for a value: pointers are followed where it has no words of its own. Undefined: it cannot be printed. */
export function printable(given: Value | undefined): Value | undefined {
  const value = given?.type.kind === 'pointer' ? indirect(given).value : given;
  if (value === undefined) return goValue(goString, '<no value>');
  if (hasWords(value.type)) return value;
  if (value.addressable && hasWords(pointerTo(value.type))) return address(value);
  return value.type.kind === 'func' ? undefined : value;
}
