// Integers and floating-point numbers under the verbs that take them. A verb that does not is answered by undefined.

import { isPrint, quoteChar } from '../quote.js';
import { type FloatBits, type FloatVerb, formatFloat, quoteCharAscii } from '../strconv/index.js';
import { type Flags, pad, padBlank, padding } from './flags.js';

const BASES: Readonly<Record<string, number>> = { d: 10, v: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };

/** `value` under `verb`. Unsigned integers show as hexadecimal in Go syntax. */
export function formatInteger(
  value: bigint,
  signed: boolean,
  verb: string,
  flags: Flags,
): string | undefined {
  if (verb === 'v' && flags.sharpV && !signed) return digits(value, 'x', { ...flags, sharp: true });
  if (verb in BASES) return digits(value, verb, flags);
  // What has no code point: a negative number is a large one without a sign.
  const point = value >= 0n && value <= 0x10ffffn ? Number(value) : undefined;
  const valid = point !== undefined && !(point >= 0xd800 && point <= 0xdfff);
  const char = valid ? String.fromCodePoint(point) : '\ufffd';
  if (verb === 'c') return pad(char, flags);
  if (verb === 'q') return pad(flags.plus ? quoteCharAscii(char) : quoteChar(char), flags);
  return verb === 'U' ? unicode(value, valid ? char : '', flags) : undefined;
}

function prefixOf(verb: string, number: string, sharp: boolean): string {
  const octal = sharp && !number.startsWith('0') ? '0' : '';
  if (verb === 'O') return `0o${octal}`;
  if (verb === 'o') return octal;
  if (!sharp) return '';
  return { b: '0b', x: '0x', X: '0X' }[verb] ?? '';
}

function digits(value: bigint, verb: string, flags: Flags): string {
  const { width = 0, precision } = flags;
  const negative = value < 0n;
  if (precision === 0 && value === 0n) return ' '.repeat(width);
  const sign = negative ? '-' : flags.plus ? '+' : flags.space ? ' ' : '';
  let least = precision ?? 0;
  if (precision === undefined && flags.zero && !flags.minus) least = width - sign.length;
  const plain = (negative ? -value : value).toString(BASES[verb]);
  const number = (verb === 'X' ? plain.toUpperCase() : plain).padStart(least, '0');
  return padBlank(sign + prefixOf(verb, number, flags.sharp) + number, flags);
}

function unicode(value: bigint, char: string, flags: Flags): string {
  const number = BigInt.asUintN(64, value).toString(16).toUpperCase();
  const shown = flags.sharp && char !== '' && isPrint(char) ? ` '${char}'` : '';
  return padBlank(`U+${number.padStart(Math.max(flags.precision ?? 0, 4), '0')}${shown}`, flags);
}

const FLOAT_VERBS: Readonly<Record<string, readonly [verb: FloatVerb, precision: number]>> = {
  v: ['g', -1],
  b: ['b', -1],
  g: ['g', -1],
  G: ['G', -1],
  x: ['x', -1],
  X: ['X', -1],
  f: ['f', 6],
  F: ['f', 6],
  e: ['e', 6],
  E: ['E', 6],
};

/** Whether the verb takes floating-point and complex numbers. */
export function isFloatVerb(verb: string): boolean {
  return verb in FLOAT_VERBS;
}

/** `value` under `verb`. */
export function formatFloating(
  value: number,
  bits: FloatBits,
  verb: string,
  flags: Flags,
): string | undefined {
  const known = FLOAT_VERBS[verb];
  if (known === undefined) return undefined;
  const [letter, usual] = known;
  const precision = flags.precision ?? usual;
  const plain = formatFloat(value, letter, precision, bits);
  const signed = /^[+-]/.test(plain) ? plain : `+${plain}`;
  const text = flags.space && !flags.plus ? signed.replace(/^\+/, ' ') : signed;
  if (!Number.isFinite(value)) return padBlank(hidesSign(text, flags) ? text.slice(1) : text, flags);
  const full = flags.sharp && letter !== 'b' ? withPoint(text, letter, precision) : text;
  if (!flags.plus && full.startsWith('+')) return pad(full.slice(1), flags);
  if (flags.zero && !flags.minus && flags.width !== undefined) {
    return full.charAt(0) + padding(flags, flags.width - full.length) + full.slice(1);
  }
  return pad(full, flags);
}

/** Infinity always has a sign; NaN when a flag asks. */
function hidesSign(text: string, { plus, space }: Flags): boolean {
  return text.endsWith('NaN') && !plus && !space;
}

/** Adds the decimal point, and the zeros that `g` leaves out, as the flag `#` wants. */
function withPoint(text: string, letter: FloatVerb, precision: number): string {
  const at = text.search(/^.0[xX]/.test(text) ? /[pP]/ : /[eE]/);
  const head = at < 0 ? text : text.slice(0, at);
  const counts = letter === 'g' || letter === 'G' || letter === 'x';
  let missing = counts ? (precision < 0 ? 6 : precision) : 0;
  const shown = head.slice(1).replace('.', '').replace(/^0+/, '');
  missing -= shown.length;
  const point = head.includes('.') ? '' : '.';
  if (point !== '' && head.slice(1) === '0') missing--;
  return head + point + '0'.repeat(Math.max(missing, 0)) + (at < 0 ? '' : text.slice(at));
}
