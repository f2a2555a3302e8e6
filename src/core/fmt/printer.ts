// Any value under any verb.
//
// A value's own methods come first: GoString for `%#v`, Error and String for the verbs that take text. Then its kind
// decides, and what it is made of follows by the same rules, but for pointers: only the outermost is followed.
// A verb that a value does not take is told of in the text: `%!d(string=hi)`.

import {
  boundMethod,
  CallError,
  type Complex,
  concrete,
  deref,
  elementAt,
  type Field,
  fieldOf,
  integerOf,
  isInteger,
  isSigned,
  joinTexts,
  lengthOf,
  type SliceType,
  type StructType,
  sortedEntries,
  type Value,
} from '../gostruct/index.js';
import { type Flags, noFlags, pad } from './flags.js';
import { formatFloating, formatInteger, isFloatVerb } from './numbers.js';
import { formatBytes, formatText, plainText } from './strings.js';

/** What stands for an address. */
const ADDRESS = 0xc000010000n;

function isBytes({ type }: Value): boolean {
  return type.kind === 'slice' && type.elem().kind === 'uint8';
}

/** See the head of this file. One printer makes one text. */
export class Printer {
  readonly #out: string[] = [];
  /** While a complaint is printed no methods are asked. */
  #complaining = false;
  flags: Flags = noFlags();

  get text(): string {
    return joinTexts(this.#out);
  }

  write(text: string): void {
    this.#out.push(text);
  }

  /** Prints what an interface value holds. */
  argument(given: Value | undefined, verb: string): void {
    const value = concrete(given);
    if (value === undefined) {
      if (verb === 'T' || verb === 'v') this.write(pad('<nil>', this.flags));
      else this.complain(undefined, verb);
    } else if (verb === 'T') {
      this.write(plainText(value.type.name, this.flags));
    } else if (verb === 'p') {
      this.#address(value, verb);
    } else if (isBytes(value)) {
      if (!this.#bytes(value, verb, '[]byte')) this.value(value, verb, 0);
    } else if (!this.#byMethod(value, verb)) {
      this.value(value, verb, 0);
    }
  }

  /** Prints a value as its kind demands; `depth` counts what it is part of. Go's "reflect.Value" when `depth` is 0. */
  value(value: Value | undefined, verb: string, depth: number, seen = true): void {
    if (value === undefined) {
      if (depth === 0) this.write('<invalid reflect.Value>');
      else if (verb === 'v') this.write('<nil>');
      else this.complain(undefined, verb);
      return;
    }
    if (depth > 0 && seen && this.#byMethod(value, verb)) return;
    const simple = this.#simple(value, verb);
    if (simple === undefined) this.#composite(value, verb, depth);
    else if (simple === false) this.complain(value, verb);
    else this.write(simple);
  }

  /** Tells that the value does not take the verb. */
  complain(value: Value | undefined, verb: string): void {
    this.#complaining = true;
    this.write(`%!${verb}(`);
    if (value === undefined) {
      this.write('<nil>');
    } else {
      this.write(`${value.type.name}=`);
      this.argument(value, 'v');
    }
    this.write(')');
    this.#complaining = false;
  }

  /** The text of a basic value; false where the verb does not fit; undefined for what is no basic value. */
  #simple(value: Value, verb: string): string | false | undefined {
    const { type, data } = value;
    const { flags } = this;
    if (isInteger(type)) return formatInteger(integerOf(value), isSigned(type), verb, flags) ?? false;
    switch (type.kind) {
      case 'bool':
        return verb === 't' || verb === 'v' ? pad(String(data), flags) : false;
      case 'string':
        return formatText(data as string, verb, flags) ?? false;
      case 'float32':
      case 'float64':
        return formatFloating(data as number, type.kind === 'float32' ? 32 : 64, verb, flags) ?? false;
      case 'complex64':
      case 'complex128':
        return isFloatVerb(verb) ? this.#complex(data as Complex, type.kind === 'complex64', verb) : false;
      default:
        return undefined;
    }
  }

  #complex({ re, im }: Complex, small: boolean, verb: string): string {
    const bits = small ? 32 : 64;
    const real = formatFloating(re, bits, verb, this.flags);
    return `(${real}${formatFloating(im, bits, verb, { ...this.flags, plus: true })}i)`;
  }

  #composite(value: Value, verb: string, depth: number): void {
    switch (value.type.kind) {
      case 'struct':
        this.#struct(value, value.type, verb, depth);
        break;
      case 'map':
        this.#map(value, verb, depth);
        break;
      case 'slice':
        if (!/[sqxX]/.test(verb) || !this.#bytes(value, verb, value.type.name))
          this.#list(value, verb, depth);
        break;
      case 'interface':
        this.#interface(value, verb, depth);
        break;
      default:
        this.#pointer(value, verb, depth);
    }
  }

  /** Prints a value in words of its own methods. Answers whether it has any for this verb. */
  #byMethod(value: Value, verb: string): boolean {
    if (this.#complaining) return false;
    if (verb === 'w') {
      this.complain(value, verb);
      return true;
    }
    const { sharpV } = this.flags;
    const names = sharpV ? ['GoString'] : /[vsxXq]/.test(verb) ? ['Error', 'String'] : [];
    for (const name of names) {
      const method = boundMethod(value, name);
      if (method === undefined) continue;
      const { params, results } = method.type;
      if (params.length > 0 || results.length !== 1 || results[0]?.kind !== 'string') continue;
      this.#wording(value, verb, name, () => {
        const text = method.call([])?.data as string;
        return sharpV ? plainText(text, this.flags) : (formatText(text, verb, this.flags) ?? '');
      });
      return true;
    }
    return false;
  }

  /** A method of a nil pointer may fail: that prints as nil. */
  #wording(value: Value, verb: string, name: string, work: () => string): void {
    try {
      this.write(work());
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      const isNil = value.type.kind === 'pointer' && value.data === undefined;
      this.write(isNil ? '<nil>' : `%!${verb}(PANIC=${name} method: ${error.message})`);
    }
  }

  /** Prints bytes as text, or in Go syntax. Answers whether the value is bytes and the verb asks for that. */
  #bytes(value: Value, verb: string, typeName: string): boolean {
    const { data } = value;
    if (!isBytes(value)) return false;
    if (verb === 'v' && this.flags.sharpV) {
      if (data === undefined) this.write(`${typeName}(nil)`);
      else this.#listOf(value, verb, 1, `${typeName}{`, ', ', '}');
      return true;
    }
    const bytes = Uint8Array.from([...((data ?? []) as Iterable<bigint | number>)].map(Number));
    const text = formatBytes(bytes, verb, this.flags);
    if (text !== undefined) this.write(text);
    return text !== undefined;
  }

  #list(value: Value, verb: string, depth: number): void {
    if (!this.flags.sharpV) this.#listOf(value, verb, depth + 1, '[', ' ', ']');
    else if (value.data === undefined) this.write(`${value.type.name}(nil)`);
    else this.#listOf(value, verb, depth + 1, `${(value.type as SliceType).name}{`, ', ', '}');
  }

  #listOf(value: Value, verb: string, depth: number, open: string, separator: string, close: string): void {
    this.write(open);
    const length = lengthOf(value);
    for (let at = 0; at < length; at++) {
      if (at > 0) this.write(separator);
      this.value(elementAt(value, at), verb, depth);
    }
    this.write(close);
  }

  #struct(value: Value, type: StructType, verb: string, depth: number): void {
    const { sharpV, plusV } = this.flags;
    this.write(sharpV ? `${type.name}{` : '{');
    type.fields.forEach((field: Field, at) => {
      if (at > 0) this.write(sharpV ? ', ' : ' ');
      if (sharpV || plusV) this.write(`${field.name}:`);
      const member = fieldOf(value, field);
      const inner = member.type.kind === 'interface' ? (concrete(member) ?? member) : member;
      this.value(inner, verb, depth + 1, /^\p{Lu}/u.test(field.name));
    });
    this.write('}');
  }

  #map(value: Value, verb: string, depth: number): void {
    const { sharpV } = this.flags;
    if (sharpV && value.data === undefined) {
      this.write(`${value.type.name}(nil)`);
      return;
    }
    this.write(sharpV ? `${value.type.name}{` : 'map[');
    sortedEntries(value).forEach((entry, at) => {
      if (at > 0) this.write(sharpV ? ', ' : ' ');
      this.value(entry.key, verb, depth + 1);
      this.write(':');
      this.value(entry.value, verb, depth + 1);
    });
    this.write(sharpV ? '}' : ']');
  }

  #interface(value: Value, verb: string, depth: number): void {
    const inner = concrete(value);
    if (inner !== undefined) this.value(inner, verb, depth + 1);
    else this.write(this.flags.sharpV ? `${value.type.name}(nil)` : '<nil>');
  }

  /** Only at the top is it followed, so that nothing goes in circles. */
  #pointer(value: Value, verb: string, depth: number): void {
    const target = depth === 0 ? deref(value) : undefined;
    if (target !== undefined && ['slice', 'struct', 'map'].includes(target.type.kind)) {
      this.write('&');
      this.value(target, verb, depth + 1);
    } else {
      this.#address(value, verb);
    }
  }

  #address(value: Value, verb: string): void {
    const { flags } = this;
    const known = ['pointer', 'func', 'map', 'slice'].includes(value.type.kind);
    const address = value.data === undefined ? 0n : ADDRESS;
    const hex = (sharp: boolean) => formatInteger(address, false, 'x', { ...flags, sharp }) ?? '';
    if (known && verb === 'v' && flags.sharpV) {
      this.write(`(${value.type.name})(${address === 0n ? 'nil' : hex(true)})`);
    } else if (known && verb === 'v') {
      this.write(address === 0n ? pad('<nil>', flags) : hex(!flags.sharp));
    } else if (known && verb === 'p') {
      this.write(hex(!flags.sharp));
    } else if (known && /[bodxX]/.test(verb)) {
      this.write(formatInteger(address, false, verb, flags) ?? '');
    } else {
      this.complain(value, verb);
    }
  }
}
