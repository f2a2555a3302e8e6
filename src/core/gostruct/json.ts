// JSON as encoding/json prints it: fields in the order of the struct, a tab for each level, and the characters
// that HTML cares about escaped.

import { quoteJson } from '../json/index.js';
import type { Descriptor, Field, FieldType } from './descriptor.js';

/**
 * `value` as json.MarshalIndent(value, "", "\t") prints it, without a final newline. `only` names the fields to
 * show; all, if it is not given.
 */
export function marshalIndent(descriptor: Descriptor, value: object, only?: ReadonlySet<string>): string {
  return struct(descriptor, value, '', only);
}

function struct(descriptor: Descriptor, value: object, indent: string, only?: ReadonlySet<string>): string {
  const inner = `${indent}\t`;
  const lines: string[] = [];
  for (const field of descriptor.fields) {
    const shown = only === undefined || only.has(field.name);
    const member: unknown = shown ? (value as Record<string, unknown>)[field.key] : zero(field);
    if (field.omitEmpty && isEmpty(member)) continue;
    lines.push(`${inner}${quoteJson(field.name)}: ${encode(field.type, member, inner)}`);
  }
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}

function zero({ type }: Field): unknown {
  if (type === 'string') return '';
  if (type === 'bool') return false;
  return type === 'int' ? 0 : undefined;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '' || value === false || value === 0) return true;
  return Array.isArray(value) && value.length === 0;
}

function encode(type: FieldType, value: unknown, indent: string): string {
  if (type === 'string') return quoteJson((value as string | undefined) ?? '');
  if (type === 'bool') return String((value as boolean | undefined) ?? false);
  if (type === 'int') return String((value as number | undefined) ?? 0);
  if (value === undefined) return 'null';
  if (type === 'time') return quoteJson(value as string);
  if ('struct' in type) return struct(type.struct(), value as object, indent);
  const items = (value as readonly unknown[]).map(
    (item) => `${indent}\t${encode(type.list, item, `${indent}\t`)}`,
  );
  return items.length === 0 ? '[]' : `[\n${items.join(',\n')}\n${indent}]`;
}
