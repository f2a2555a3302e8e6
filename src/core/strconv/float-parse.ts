// Floating-point numbers in the spelling of Go's literals (ParseFloat with 64 bits).

import { underscoresFit } from './integer.js';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const HEXADECIMAL = /^([+-]?)0[xX]([\da-fA-F]*)\.?([\da-fA-F]*)[pP]([+-]?\d+)$/;

/** The number; undefined for what is none, an infinity for what a float64 cannot hold. */
export function parseFloat64(text: string): number | undefined {
  if (!underscoresFit(text)) return undefined;
  const plain = text.replaceAll('_', '');
  return DECIMAL.test(plain) ? Number(plain) : parseHexadecimal(plain);
}

function parseHexadecimal(text: string): number | undefined {
  const match = HEXADECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', power = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  const mantissa = BigInt(`0x${whole}${fraction}`);
  const exponent = Number(power) - 4 * fraction.length;
  const value = scale(mantissa, exponent);
  return sign === '-' ? -value : value;
}

/** mantissa * 2**exponent, rounded to the nearest float64, halves to even. */
function scale(mantissa: bigint, exponent: number): number {
  if (mantissa === 0n) return 0;
  const bits = mantissa.toString(2).length;
  if (bits + exponent > 1024) return Number.POSITIVE_INFINITY;
  if (bits + exponent < -1075) return 0;
  // The lowest bit that is kept: 53 in all, fewer where the number is subnormal.
  const lowest = Math.max(bits + exponent - 53, -1074);
  const drop = BigInt(lowest - exponent);
  if (drop <= 0n) return power(Number(mantissa), exponent);
  const kept = mantissa >> drop;
  const rest = mantissa - (kept << drop);
  const half = 1n << (drop - 1n);
  const up = rest > half || (rest === half && (kept & 1n) === 1n);
  return power(Number(up ? kept + 1n : kept), lowest);
}

/** value * 2**exponent without losing bits on the way. */
function power(value: number, exponent: number): number {
  let result = value;
  let left = exponent;
  for (; left > 1000; left -= 1000) result *= 2 ** 1000;
  for (; left < -1000; left += 1000) result *= 2 ** -1000;
  return result * 2 ** left;
}
