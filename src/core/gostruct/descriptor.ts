// See index.ts.

/** The type of a field, as far as printing depends on it. */
export type FieldType =
  | 'string'
  | 'bool'
  | 'int'
  /** RFC 3339 text; undefined for a nil pointer. */
  | 'time'
  /** A pointer to a struct, undefined for nil, or an embedded struct. A function, so that types may recur. */
  | { readonly struct: () => Descriptor }
  /** A slice; undefined prints as null, an empty one as []. */
  | { readonly list: FieldType };

/** One field. */
export interface Field {
  /** Go's name, which is also that in JSON. */
  readonly name: string;
  /** The property of our value. */
  readonly key: string;
  readonly type: FieldType;
  /** Whether JSON leaves the field out while it has its zero value. */
  readonly omitEmpty: boolean;
}

/** One struct type. */
export interface Descriptor {
  /** Go's name with its package: `modinfo.ModulePublic`. */
  readonly name: string;
  readonly fields: readonly Field[];
}

/** Fields from `Name: type`; the property has the same name with a small first letter. */
export function fieldsOf(types: Readonly<Record<string, FieldType>>, omitEmpty: boolean): Field[] {
  return Object.entries(types).map(([name, type]) => ({
    name,
    key: name.charAt(0).toLowerCase() + name.slice(1),
    type,
    omitEmpty,
  }));
}
