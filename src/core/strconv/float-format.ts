// Floating-point numbers as text (FormatFloat), exact to any number of digits.

/** Which type the number has. */
export type FloatBits = 32 | 64;
/** Go's format letters. */
export type FloatVerb = 'b' | 'e' | 'E' | 'f' | 'g' | 'G' | 'x' | 'X';

/** Decimal digits without leading and trailing zeros, and where the point stands: 0.digits * 10**point. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/** A finite number as mantissa * 2**exponent. */
interface Binary {
  readonly mantissa: bigint;
  readonly exponent: number;
}

const MANTISSA_BITS = { 32: 23, 64: 52 } as const;
const LEAST_EXPONENT = { 32: -149, 64: -1074 } as const;

function split(value: number, bits: FloatBits): Binary {
  const least = LEAST_EXPONENT[bits];
  let exponent: number = least;
  let scaled = value;
  // Two steps: 2**1074 is no float64.
  if (value >= 2 ** (MANTISSA_BITS[bits] + least + 1)) {
    exponent = Math.floor(Math.log2(value)) - MANTISSA_BITS[bits];
    while (value / 2 ** exponent >= 2 ** (MANTISSA_BITS[bits] + 1)) exponent++;
    while (value / 2 ** exponent < 2 ** MANTISSA_BITS[bits]) exponent--;
    exponent = Math.max(exponent, least);
  }
  for (let left = -exponent; left !== 0; ) {
    const step = Math.max(-1000, Math.min(1000, left));
    scaled *= 2 ** step;
    left -= step;
  }
  return { mantissa: BigInt(scaled), exponent };
}

function trimmed(digits: string, point: number): Decimal {
  const start = digits.search(/[1-9]/);
  if (start < 0) return { digits: '', point: 0 };
  return { digits: digits.slice(start).replace(/0+$/, ''), point: point - start };
}

/** All digits of the number. */
function exact({ mantissa, exponent }: Binary): Decimal {
  if (exponent >= 0) {
    const digits = String(mantissa << BigInt(exponent));
    return trimmed(digits, digits.length);
  }
  const digits = String(mantissa * 5n ** BigInt(-exponent));
  return trimmed(digits, digits.length + exponent);
}

/** The fewest digits that name this number and no other. */
function shortest(value: number, bits: FloatBits): Decimal {
  let text = value.toExponential();
  if (bits === 32) {
    for (let places = 0; places < 9; places++) {
      text = value.toExponential(places);
      if (Math.fround(Number(text)) === value) break;
    }
  }
  const [mantissa = '', power = '0'] = text.split('e');
  return trimmed(mantissa.replace('.', ''), Number(power) + 1);
}

/** Rounds to `count` digits, halves to even. */
function rounded(decimal: Decimal, count: number): Decimal {
  const { digits, point } = decimal;
  if (count < 0) return { digits: '', point: 0 };
  if (digits.length <= count) return decimal;
  const next = digits.charCodeAt(count) - 0x30;
  const last = count === 0 ? 0 : digits.charCodeAt(count - 1) - 0x30;
  const up = next > 5 || (next === 5 && (digits.length > count + 1 || last % 2 === 1));
  if (!up) return trimmed(digits.slice(0, count), point);
  const raised = String(BigInt(digits.slice(0, count) || '0') + 1n).padStart(count, '0');
  return trimmed(raised, point + raised.length - count);
}

function exponentText(exponent: number, letter: string, width: number): string {
  return `${letter}${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(width, '0')}`;
}

function scientific({ digits, point }: Decimal, places: number, letter: string): string {
  const fraction = digits.slice(1).padEnd(places, '0');
  const exponent = digits === '' ? 0 : point - 1;
  const dot = fraction === '' ? '' : `.${fraction}`;
  return `${digits.charAt(0) || '0'}${dot}${exponentText(exponent, letter, 2)}`;
}

function plain({ digits, point }: Decimal, places: number): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const fraction = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0').slice(0, places)}`;
}

function general(decimal: Decimal, precision: number, letter: string): string {
  const { digits, point } = decimal;
  const short = precision < 0;
  const wanted = short ? 6 : precision > digits.length && digits.length >= point ? digits.length : precision;
  const exponent = point - 1;
  if (digits !== '' && (exponent < -4 || exponent >= wanted)) {
    return scientific(decimal, digits.length - 1, letter);
  }
  return plain(decimal, Math.max(digits.length - point, 0));
}

/** Binary exponent form: the mantissa as a decimal integer, `p`, the exponent. */
function binary(value: number, bits: FloatBits): string {
  const { mantissa, exponent } = split(value, bits);
  return `${mantissa}p${exponent < 0 ? '' : '+'}${exponent}`;
}

/** Hexadecimal with one digit, 0 or 1, before the point. */
function hexadecimal(value: number, precision: number): string {
  if (value === 0) return `0x0${precision > 0 ? `.${'0'.repeat(precision)}` : ''}p+00`;
  const { mantissa, exponent } = split(value, 64);
  const length = mantissa.toString(2).length;
  // 1 bit before the point, 60 behind it: 15 whole digits.
  let fixed = mantissa << BigInt(61 - length);
  let power = exponent + length - 1;
  if (precision >= 0 && precision < 15) {
    const drop = BigInt(60 - 4 * precision);
    const kept = fixed >> drop;
    const rest = fixed - (kept << drop);
    const half = 1n << (drop - 1n);
    fixed = (rest > half || (rest === half && (kept & 1n) === 1n) ? kept + 1n : kept) << drop;
    if (fixed >> 61n !== 0n) {
      fixed >>= 1n;
      power++;
    }
  }
  const [first = '1', ...rest] = fixed.toString(16);
  const all = rest.join('');
  const fraction = precision < 0 ? all.replace(/0+$/, '') : all.slice(0, precision).padEnd(precision, '0');
  return `0x${first}${fraction === '' ? '' : `.${fraction}`}${exponentText(power, 'p', 2)}`;
}

function magnitude(value: number, verb: FloatVerb, precision: number, bits: FloatBits): string {
  if (verb === 'b') return binary(value, bits);
  if (verb === 'x') return hexadecimal(value, precision);
  if (verb === 'X') return hexadecimal(value, precision).toUpperCase();
  if (verb === 'g' || verb === 'G') {
    const letter = verb === 'g' ? 'e' : 'E';
    if (precision < 0) return general(shortest(value, bits), precision, letter);
    const count = precision === 0 ? 1 : precision;
    return general(rounded(exact(split(value, bits)), count), count, letter);
  }
  const decimal = precision < 0 ? shortest(value, bits) : exact(split(value, bits));
  if (verb === 'f') {
    const places = precision < 0 ? Math.max(decimal.digits.length - decimal.point, 0) : precision;
    return plain(rounded(decimal, decimal.point + places), places);
  }
  const places = precision < 0 ? Math.max(decimal.digits.length - 1, 0) : precision;
  return scientific(rounded(decimal, places + 1), places, verb);
}

/**
 * The number as Go's strconv.FormatFloat writes it. A precision of -1 asks for the fewest digits that tell it from
 * others of its type; otherwise it counts digits behind the point, or all digits for `g`.
 */
export function formatFloat(value: number, verb: FloatVerb, precision: number, bits: FloatBits): string {
  if (Number.isNaN(value)) return 'NaN';
  const negative = value < 0 || Object.is(value, -0);
  const size = Math.abs(value);
  if (size === Number.POSITIVE_INFINITY) return negative ? '-Inf' : '+Inf';
  return (negative ? '-' : '') + magnitude(size, verb, precision, bits);
}
