// Short forms for descriptors, the struct types of what the go command prints.

import { type Field, type GoType, goBool, goInt, goString, type Methods, type StructType } from './types.js';

/** The type of a field: `string`, `bool`, `int` by name. */
export type FieldType = 'string' | 'bool' | 'int' | GoType;

const BASIC = { string: goString, bool: goBool, int: goInt } as const;

/** Fields from `Name: type`; the property has the same name with a small first letter. */
export function fieldsOf(types: Readonly<Record<string, FieldType>>, omitEmpty: boolean): Field[] {
  return Object.entries(types).map(([name, type]) => ({
    name,
    key: name.charAt(0).toLowerCase() + name.slice(1),
    type: typeof type === 'string' ? BASIC[type] : type,
    omitEmpty,
  }));
}

/** A struct type. `pointerMethods` are those that only pointers to it have. */
export function structOf(name: string, fields: readonly Field[], pointerMethods: Methods = {}): StructType {
  return { kind: 'struct', name, fields, pointerMethods };
}
