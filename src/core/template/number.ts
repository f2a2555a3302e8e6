// Number constants: one text, and every type of number that can hold it.

import type { Complex } from '../gostruct/index.js';
import { quote } from '../quote.js';
import { parseFloat64, parseInteger, readChar, toInt64, toUint64 } from '../strconv/index.js';

/** A constant. Members are undefined where the type cannot hold it. */
export interface NumberConstant {
  readonly int: bigint | undefined;
  readonly uint: bigint | undefined;
  readonly float: number | undefined;
  readonly complex: Complex | undefined;
}

/** The constant, or a message. `kind` is what the lexer took the text for. */
export function readNumber(
  text: string,
  kind: 'charConstant' | 'complex' | 'number',
): NumberConstant | string {
  if (kind === 'charConstant') return readCharConstant(text);
  if (kind === 'complex') return readComplex(text);
  if (text.endsWith('i')) {
    const im = parseFloat64(text.slice(0, -1));
    if (im !== undefined && Number.isFinite(im)) return ofComplex({ re: 0, im });
  }
  return readReal(text);
}

function readCharConstant(text: string): NumberConstant | string {
  const char = readChar(text, 1, "'");
  if (char === undefined) return 'invalid syntax';
  if (text.slice(char.next) !== "'") return `malformed character constant: ${text}`;
  const int = BigInt(char.value);
  return { int, uint: int, float: char.value, complex: undefined };
}

/** How far Go's fmt scans a number before it is read. */
const SCANNED = /^[-+]?(?:0[xX][\da-fA-F_]*\.?[\da-fA-F_]*|[\d_]*\.?[\d_]*)(?:[eEpP][-+]?[\d_]*)?$/;

function readComplex(text: string): NumberConstant | string {
  // The second sign that belongs to no exponent parts the two.
  const middle = text.slice(1).search(/(?<![eEpP])[-+]/) + 1;
  const parts = [text.slice(0, middle), text.slice(middle, -1)];
  const [re, im] = parts.map(parseFloat64);
  if (!parts.every((part) => SCANNED.test(part)) || /^[-+]$/.test(parts[1] ?? '')) {
    return 'syntax error scanning complex number';
  }
  const problem = (part: string, why: string) => `strconv.ParseFloat: parsing ${quote(part)}: ${why}`;
  for (const part of parts) {
    const number = parseFloat64(part);
    if (number === undefined) return problem(part, 'invalid syntax');
    if (!Number.isFinite(number)) return problem(part, 'value out of range');
  }
  return ofComplex({ re: re ?? 0, im: im ?? 0 });
}

function ofComplex(complex: Complex): NumberConstant {
  if (complex.im !== 0) return { int: undefined, uint: undefined, float: undefined, complex };
  return { ...integersOf(complex.re), float: complex.re, complex };
}

/** The integers that a float64 is equal to. */
function integersOf(float: number): { int: bigint | undefined; uint: bigint | undefined } {
  if (!Number.isInteger(float)) return { int: undefined, uint: undefined };
  return { int: toInt64(BigInt(float)), uint: toUint64(BigInt(float)) };
}

function readReal(text: string): NumberConstant | string {
  const integer = parseInteger(text);
  const int = integer === undefined ? undefined : toInt64(integer.value);
  const unsigned = integer === undefined || integer.signed ? undefined : toUint64(integer.value);
  const uint = int === 0n ? 0n : unsigned;
  const whole = int ?? uint;
  if (whole !== undefined) return { int, uint, float: Number(whole), complex: undefined };
  const float = parseFloat64(text);
  if (float === undefined || !Number.isFinite(float)) return `illegal number syntax: ${quote(text)}`;
  // A float without point and exponent is an integer that nothing holds.
  if (!/[.eEpP]/.test(text)) return `integer overflow: ${quote(text)}`;
  return { ...integersOf(float), float, complex: undefined };
}
