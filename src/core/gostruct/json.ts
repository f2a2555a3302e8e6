// JSON as encoding/json prints it: fields in the order of the struct, a tab for each level, and the characters
// that HTML cares about escaped.

import { quoteJson } from '../json/index.js';
import { sortedEntries } from './map-order.js';
import { isTimeType, timeText } from './time-types.js';
import type { Field, GoType, StructType } from './types.js';
import { deref, elementAt, fieldOf, goValue, lengthOf, type Value, zeroOf } from './value.js';

/**
 * `data` of the struct as json.MarshalIndent(data, "", "\t") prints it, without a final newline. `only` names the fields to
 * show; all, if it is not given.
 */
export function marshalIndent(type: StructType, data: object, only?: ReadonlySet<string>): string {
  return struct(type, goValue(type, data), '', only);
}

function struct(type: StructType, value: Value, indent: string, only?: ReadonlySet<string>): string {
  const inner = `${indent}\t`;
  const lines: string[] = [];
  for (const field of type.fields) {
    const shown = only === undefined || only.has(field.name);
    const member = shown ? fieldOf(value, field) : zeroOf(field.type);
    if (omits(field, member)) continue;
    lines.push(`${inner}${quoteJson(field.name)}: ${encode(member, inner)}`);
  }
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}

/** Structs are never empty. */
function omits(field: Field, { type, data }: Value): boolean {
  if (!field.omitEmpty) return false;
  if (type.kind === 'slice') return data === undefined || (data as ArrayLike<unknown>).length === 0;
  return data === undefined || data === '' || data === false || data === 0 || data === 0n;
}

function encode(value: Value, indent: string): string {
  const type: GoType = value.type;
  switch (type.kind) {
    case 'string':
      return quoteJson(value.data as string);
    case 'struct':
      return isTimeType(type) ? quoteJson(timeText(value.data)) : struct(type, value, indent);
    case 'pointer': {
      const target = deref(value);
      return target === undefined ? 'null' : encode(target, indent);
    }
    case 'map':
      return value.data === undefined ? 'null' : entries(value, indent);
    case 'slice':
      return value.data === undefined ? 'null' : list(value, indent);
    default:
      return String(value.data);
  }
}

/** Maps of texts, in the order of their keys. */
function entries(value: Value, indent: string): string {
  const inner = `${indent}\t`;
  const lines = sortedEntries(value).map(
    ({ key, value: each }) => `${inner}${quoteJson(key.data as string)}: ${encode(each, inner)}`,
  );
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}

function list(value: Value, indent: string): string {
  const inner = `${indent}\t`;
  const items = Array.from(
    { length: lengthOf(value) },
    (_, index) => inner + encode(elementAt(value, index), inner),
  );
  return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n${indent}]`;
}
