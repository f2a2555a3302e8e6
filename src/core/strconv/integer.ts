// Integers in the spelling of Go's literals (ParseInt and ParseUint with base 0).

/** An integer as it was written. */
export interface Integer {
  readonly value: bigint;
  /** Whether a sign stood before it, which ParseUint does not read. */
  readonly signed: boolean;
}

const DIGITS: Readonly<Record<string, RegExp>> = {
  b: /^[01]+$/,
  o: /^[0-7]+$/,
  x: /^[0-9a-f]+$/,
};

/** Whether every underscore stands between two digits, or between the base prefix and a digit. */
export function underscoresFit(text: string): boolean {
  const number = text.replace(/^[+-]/, '').toLowerCase();
  const prefixed = /^0[box]/.test(number);
  const digit = number.startsWith('0x') ? /[0-9a-f]/ : /[0-9]/;
  const start = prefixed ? 2 : 0;
  for (let at = number.indexOf('_'); at >= 0; at = number.indexOf('_', at + 1)) {
    const follows = at === start ? prefixed : digit.test(number.charAt(at - 1));
    if (!follows || !digit.test(number.charAt(at + 1))) return false;
  }
  return true;
}

/** The integer that `text` spells, of any size: decimal, or with 0b, 0o, 0x or a leading 0. */
export function parseInteger(text: string): Integer | undefined {
  const signed = /^[+-]/.test(text);
  if (!underscoresFit(text)) return undefined;
  const number = (signed ? text.slice(1) : text).replaceAll('_', '').toLowerCase();
  const magnitude = parseMagnitude(number);
  if (magnitude === undefined) return undefined;
  return { value: text.startsWith('-') ? -magnitude : magnitude, signed };
}

function parseMagnitude(number: string): bigint | undefined {
  if (number === '0') return 0n;
  const base = number.charAt(1);
  if (number.startsWith('0') && base in DIGITS) {
    return DIGITS[base]?.test(number.slice(2)) ? BigInt(number) : undefined;
  }
  if (number.startsWith('0')) return /^0[0-7]+$/.test(number) ? BigInt(`0o${number}`) : undefined;
  return /^[0-9]+$/.test(number) ? BigInt(number) : undefined;
}

/** `value` where an int64 holds it. */
export function toInt64(value: bigint): bigint | undefined {
  return BigInt.asIntN(64, value) === value ? value : undefined;
}

/** `value` where a uint64 holds it. */
export function toUint64(value: bigint): bigint | undefined {
  return BigInt.asUintN(64, value) === value ? value : undefined;
}
