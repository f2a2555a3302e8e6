// Printf: reading the format.
//
//   % flags [n] width .precision [n] verb
//
// Width and precision are numbers or `*`, which takes an operand. `[n]` says which operand is next. What cannot be read
// is told of in the text: `%!(NOVERB)`, `%!d(BADINDEX)`, `%!d(MISSING)`, `%!(EXTRA type=value)`.

import { concrete, integerOf, isInteger, type Value } from '../gostruct/index.js';
import { noFlags } from './flags.js';
import { Printer } from './printer.js';

/** Larger widths and precisions are taken for mistakes. */
const LARGEST = 1_000_000;

const FLAGS: Readonly<Record<string, 'sharp' | 'zero' | 'plus' | 'minus' | 'space'>> = {
  '#': 'sharp',
  '0': 'zero',
  '+': 'plus',
  '-': 'minus',
  ' ': 'space',
};

/** Go's fmt.Sprintf. */
export function sprintf(format: string, args: readonly (Value | undefined)[]): string {
  return new Reader(format, args).run();
}

class Reader {
  readonly #printer = new Printer();
  #at = 0;
  /** The next operand. */
  #next = 0;
  #reordered = false;
  #indexGood = true;
  /** Whether the last thing read was an operand's number. */
  #afterIndex = false;

  constructor(
    private readonly format: string,
    private readonly args: readonly (Value | undefined)[],
  ) {}

  run(): string {
    const { format } = this;
    while (this.#at < format.length) {
      const percent = format.indexOf('%', this.#at);
      const end = percent < 0 ? format.length : percent;
      if (end > this.#at) this.#printer.write(format.slice(this.#at, end));
      this.#at = end + 1;
      if (percent >= 0) this.#directive();
    }
    if (!this.#reordered && this.#next < this.args.length) this.#extra();
    return this.#printer.text;
  }

  #directive(): void {
    this.#printer.flags = noFlags();
    this.#indexGood = true;
    this.#readFlags();
    this.#readIndex();
    this.#readWidth();
    if (this.format.charAt(this.#at) === '.' && this.#at + 1 < this.format.length) this.#readPrecision();
    if (!this.#afterIndex) this.#readIndex();
    if (this.#at >= this.format.length) {
      this.#printer.write('%!(NOVERB)');
      return;
    }
    const code = this.format.codePointAt(this.#at) ?? 0;
    this.#at += code > 0xffff ? 2 : 1;
    this.#print(code >= 0xd800 && code <= 0xdfff ? '\ufffd' : String.fromCodePoint(code));
  }

  #print(verb: string): void {
    const printer = this.#printer;
    if (verb === '%') printer.write('%');
    else if (!this.#indexGood) printer.write(`%!${verb}(BADINDEX)`);
    else if (this.#next >= this.args.length) printer.write(`%!${verb}(MISSING)`);
    else {
      if (verb === 'v' || verb === 'w') {
        const { sharp, plus } = printer.flags;
        Object.assign(printer.flags, { sharpV: sharp, plusV: plus, sharp: false, plus: false });
      }
      printer.argument(this.args[this.#next++], verb);
    }
  }

  #readFlags(): void {
    for (; this.#at < this.format.length; this.#at++) {
      const flag = FLAGS[this.format.charAt(this.#at)];
      if (flag === undefined) return;
      this.#printer.flags[flag] = true;
    }
  }

  /** `[n]`, if there is one. */
  #readIndex(): void {
    this.#afterIndex = false;
    if (this.format.charAt(this.#at) !== '[') return;
    this.#reordered = true;
    const close = this.format.indexOf(']', this.#at);
    // Go wants three bytes to look at, bracket and all.
    const digits = close < 0 ? '' : this.format.slice(this.#at + 1, close);
    const number = /^\d{1,8}$/.test(digits) && Number(digits) <= LARGEST * 10 ? Number(digits) : undefined;
    this.#at = close < 0 || this.format.length - this.#at < 3 ? this.#at + 1 : close + 1;
    this.#afterIndex = number !== undefined;
    if (number !== undefined && number >= 1 && number <= this.args.length) this.#next = number - 1;
    else this.#indexGood = false;
  }

  /** Digits; undefined where there are none. A number that is too large swallows the rest of the format. */
  #readNumber(): number | undefined {
    const start = this.#at;
    let value = 0;
    for (; /\d/.test(this.format.charAt(this.#at)); this.#at++) {
      if (value > LARGEST) {
        this.#at = this.format.length;
        return undefined;
      }
      value = value * 10 + Number(this.format.charAt(this.#at));
    }
    return this.#at > start ? value : undefined;
  }

  /** The operand for a `*`; undefined where it is no integer of a sensible size. */
  #operand(): number | undefined {
    if (this.#next >= this.args.length) return undefined;
    const value = concrete(this.args[this.#next++]);
    if (value === undefined || !isInteger(value.type)) return undefined;
    const number = integerOf(value);
    return number > LARGEST || number < -LARGEST ? undefined : Number(number);
  }

  #readWidth(): void {
    const { flags } = this.#printer;
    if (this.format.charAt(this.#at) !== '*') {
      flags.width = this.#readNumber();
      if (this.#afterIndex && flags.width !== undefined) this.#indexGood = false;
      return;
    }
    this.#at++;
    flags.width = this.#operand();
    if (flags.width === undefined) this.#printer.write('%!(BADWIDTH)');
    else if (flags.width < 0) {
      flags.width = -flags.width;
      flags.minus = true;
      flags.zero = false;
    }
    this.#afterIndex = false;
  }

  #readPrecision(): void {
    const { flags } = this.#printer;
    this.#at++;
    if (this.#afterIndex) this.#indexGood = false;
    this.#readIndex();
    if (this.format.charAt(this.#at) !== '*') {
      flags.precision = this.#readNumber() ?? 0;
      return;
    }
    this.#at++;
    const given = this.#operand();
    flags.precision = given !== undefined && given >= 0 ? given : undefined;
    if (flags.precision === undefined) this.#printer.write('%!(BADPREC)');
    this.#afterIndex = false;
  }

  /** Tells of operands that no verb took. */
  #extra(): void {
    const printer = this.#printer;
    printer.flags = noFlags();
    printer.write('%!(EXTRA ');
    this.args.slice(this.#next).forEach((arg, index) => {
      if (index > 0) printer.write(', ');
      const value = concrete(arg);
      if (value !== undefined) printer.write(`${value.type.name}=`);
      printer.argument(value, 'v');
    });
    printer.write(')');
  }
}
