// Putting JSON into the shape of a Go struct, as encoding/json does.
//
// Keys match field names exactly or, failing that, in any case; other keys are skipped. Of a repeated key the last
// value counts, but a struct that came twice is filled in twice. `null` leaves strings and booleans as they are and
// empties the rest. A value of the wrong kind is an error, which is told after the rest was looked at; a bad time is
// told at once. Messages: encoding/json/decode.go.

import { decodeText } from '../text.js';
import { parseTime, TimeError, type Timestamp } from '../time/index.js';
import { JsonError, type JsonNode } from './scan.js';

/** The type of a field. `texts` is Go's map[string]string. */
export type JsonType =
  | { readonly kind: 'string' | 'bool' | 'strings' | 'texts' | 'time' }
  /** `text`: the field that a bare string stands for, where the type says so (a json.Unmarshaler). */
  | { readonly kind: 'struct'; readonly type: JsonStruct; readonly text?: string };

/** A Go struct: its type's full name, as messages give it, and its fields by their JSON names. */
export interface JsonStruct {
  /** `modfetch.RevInfo`. */
  readonly name: string;
  readonly fields: Readonly<Record<string, JsonType>>;
}

/** What was decoded, by field name. Fields that did not come, and those emptied by null, are not there. */
export type JsonRecord = { [field: string]: JsonValue };

/** The value of a field. */
export type JsonValue =
  | string
  | boolean
  | readonly string[]
  | ReadonlyMap<string, string>
  | Timestamp
  | JsonRecord;

const GO_NAMES: Readonly<Record<string, string>> = { string: 'string', bool: 'bool', strings: '[]string' };

/** Simple case folding as far as ASCII names need it: the long s and the Kelvin sign fold to ASCII letters. */
function fold(name: string): string {
  return name.replace(/[a-z\u017f\u212a]/g, (c) =>
    c === '\u017f' ? 'S' : c === '\u212a' ? 'K' : c.toUpperCase(),
  );
}

function fieldFor(struct: JsonStruct, key: string): string | undefined {
  if (Object.hasOwn(struct.fields, key)) return key;
  const folded = fold(key);
  return Object.keys(struct.fields).find((name) => fold(name) === folded);
}

class Decoder {
  readonly #bytes: Uint8Array;
  /** The first wrong kind met. */
  problem: JsonError | undefined;
  /** Where we are: the innermost struct, and the fields that lead there. */
  #struct = '';
  #path: string[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  #mismatch(node: JsonNode, goType: string): undefined {
    const place = this.#path.length === 0 ? 'value' : `struct field ${this.#struct}.${this.#path.join('.')}`;
    this.problem ??= new JsonError(
      'type',
      `json: cannot unmarshal ${node.kind} into Go ${place} of type ${goType}`,
    );
    return undefined;
  }

  #time(node: JsonNode): Timestamp | undefined {
    if (node.kind === 'null') return undefined;
    if (node.kind !== 'string') throw new JsonError('type', 'Time.UnmarshalJSON: input is not a JSON string');
    try {
      return parseTime(decodeText(this.#bytes.subarray(node.start + 1, node.end - 1)));
    } catch (error) {
      if (!(error instanceof TimeError)) throw error;
      throw new JsonError('type', error.message, { cause: error });
    }
  }

  #strings(node: JsonNode): readonly string[] | undefined {
    if (node.kind !== 'array') return node.kind === 'null' ? undefined : this.#mismatch(node, '[]string');
    return node.items.map((item) => {
      if (item.kind === 'string') return item.text;
      if (item.kind !== 'null') this.#mismatch(item, 'string');
      return '';
    });
  }

  /** A map that came twice is filled in twice. */
  #texts(node: JsonNode, old: JsonValue | undefined): ReadonlyMap<string, string> | undefined {
    if (node.kind === 'null') return undefined;
    const known = old instanceof Map ? (old as ReadonlyMap<string, string>) : undefined;
    if (node.kind !== 'object') return this.#mismatch(node, 'map[string]string') ?? known;
    const texts = new Map(known);
    for (const { key, value } of node.members) {
      if (value.kind === 'string') texts.set(key, value.text);
      else {
        if (value.kind !== 'null') this.#mismatch(value, 'string');
        texts.set(key, '');
      }
    }
    return texts;
  }

  /** The value of a field that had the value `old`. Undefined empties it. */
  #field(node: JsonNode, type: JsonType, old: JsonValue | undefined): JsonValue | undefined {
    if (type.kind === 'time') return this.#time(node) ?? old;
    if (type.kind === 'strings') return this.#strings(node);
    if (type.kind === 'texts') return this.#texts(node, old);
    if (type.kind === 'struct') {
      if (type.text !== undefined && node.kind === 'string') return { [type.text]: node.text };
      return node.kind === 'null' ? undefined : this.struct(node, type.type, (old ?? {}) as JsonRecord);
    }
    if (node.kind === 'null') return old;
    if (node.kind === 'string' && type.kind === 'string') return node.text;
    if (node.kind === 'bool' && type.kind === 'bool') return this.#bytes[node.start] === 0x74;
    this.#mismatch(node, GO_NAMES[type.kind]!);
    return old;
  }

  struct(node: JsonNode, struct: JsonStruct, into: JsonRecord): JsonRecord {
    if (node.kind !== 'object') {
      if (node.kind !== 'null') this.#mismatch(node, struct.name);
      return into;
    }
    const [outerStruct, outerPath] = [this.#struct, this.#path];
    for (const { key, value } of node.members) {
      const name = fieldFor(struct, key);
      if (name === undefined) continue;
      this.#struct = struct.name.slice(struct.name.indexOf('.') + 1);
      this.#path = [...outerPath, name];
      const decoded = this.#field(value, struct.fields[name]!, into[name]);
      if (decoded === undefined) delete into[name];
      else into[name] = decoded;
    }
    [this.#struct, this.#path] = [outerStruct, outerPath];
    return into;
  }
}

/** The struct in `node`, which was parsed from `bytes`. Throws {@link JsonError}. */
export function decodeStruct(bytes: Uint8Array, node: JsonNode, struct: JsonStruct): JsonRecord {
  const decoder = new Decoder(bytes);
  const record = decoder.struct(node, struct, {});
  if (decoder.problem !== undefined) throw decoder.problem;
  return record;
}
