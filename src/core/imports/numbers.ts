// Number literals of Go source text, and what may be wrong with them. Defined by go/scanner.

/** Tells where something is wrong, and how far the text had been looked at by then. */
export type PartReport = (seen: number, offset: number, message: string) => void;

/** A number: which kind it is, and where it ends. */
export interface NumberLiteral {
  readonly kind: 'INT' | 'FLOAT' | 'IMAG';
  readonly end: number;
}

const DECIMAL_DIGITS = /[0-9_]*/y;
const HEXADECIMAL_DIGITS = /[0-9a-fA-F_]*/y;

const NAMES: Readonly<Record<string, string>> = {
  x: 'hexadecimal literal',
  o: 'octal literal',
  0: 'octal literal',
  b: 'binary literal',
  '': 'decimal literal',
};

function digitsAt(source: string, at: number, base: number): string {
  const pattern = base === 16 ? HEXADECIMAL_DIGITS : DECIMAL_DIGITS;
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? '';
}

/** Whether these are digits and not underscores alone. */
function hasDigit(digits: string): boolean {
  return /[^_]/.test(digits);
}

/** What a number begins with: `x`, `o`, `b`, `0` for a leading zero, or nothing. */
function prefixAt(source: string, start: number): string {
  if (source.charAt(start) !== '0') return '';
  const letter = source.charAt(start + 1).toLowerCase();
  return letter !== '' && 'xob'.includes(letter) ? letter : '0';
}

function baseOf(prefix: string): number {
  return { x: 16, o: 8, b: 2, 0: 8 }[prefix] ?? 10;
}

/** Reads the number at `start`, where a digit stands, or a point with a digit behind it. */
export function scanNumber(source: string, start: number, report: PartReport): NumberLiteral {
  const prefix = prefixAt(source, start);
  const name = NAMES[prefix] ?? '';
  const base = baseOf(prefix);
  const wholeAt = start + (prefix === '' ? 0 : prefix === '0' ? 1 : 2);
  const whole = digitsAt(source, wholeAt, base);
  let at = wholeAt + whole.length;
  let fraction = '';
  const isFraction = source.charAt(at) === '.';
  if (isFraction) {
    if (prefix === 'o' || prefix === 'b') report(at, at, `invalid radix point in ${name}`);
    fraction = digitsAt(source, at + 1, base);
    at += 1 + fraction.length;
  }
  // A leading zero is a digit.
  if (prefix !== '0' && !hasDigit(whole + fraction)) report(at, at, `${name} has no digits`);
  const exponentEnd = scanExponent(source, at, prefix, report);
  if (exponentEnd === at && prefix === 'x' && isFraction) {
    report(at, at, "hexadecimal mantissa requires a 'p' exponent");
  }
  const isInteger = !isFraction && exponentEnd === at;
  at = exponentEnd;
  const imaginary = source.charAt(at) === 'i';
  if (imaginary) at++;
  const wrong = isInteger && !imaginary ? wrongDigit(whole, base) : -1;
  if (wrong >= 0) report(at, wholeAt + wrong, `invalid digit '${whole.charAt(wrong)}' in ${name}`);
  const separator = misplacedSeparator(source.slice(start, at));
  if (separator >= 0) report(at, start + separator, "'_' must separate successive digits");
  return { kind: imaginary ? 'IMAG' : isInteger ? 'INT' : 'FLOAT', end: at };
}

/** Where the exponent at `at` ends; `at` where there is none. */
function scanExponent(source: string, at: number, prefix: string, report: PartReport): number {
  const letter = source.charAt(at);
  if (!/[ep]/i.test(letter)) return at;
  reportExponent(letter, prefix, (message) => report(at, at, message));
  const from = at + (/[+-]/.test(source.charAt(at + 1)) ? 2 : 1);
  const digits = digitsAt(source, from, 10);
  const end = from + digits.length;
  if (!hasDigit(digits)) report(end, end, 'exponent has no digits');
  return end;
}

function reportExponent(letter: string, prefix: string, report: (message: string) => void): void {
  if (/e/i.test(letter) && prefix !== '' && prefix !== '0') {
    report(`'${letter}' exponent requires decimal mantissa`);
  } else if (/p/i.test(letter) && prefix !== 'x') {
    report(`'${letter}' exponent requires hexadecimal mantissa`);
  }
}

/** The index of the first decimal digit that the base has not; -1 for none. */
function wrongDigit(digits: string, base: number): number {
  if (base >= 10) return -1;
  return [...digits].findIndex((digit) => digit !== '_' && Number(digit) >= base);
}

/** The index of the first underscore that does not stand between digits; a prefix counts as one. -1 for none. */
function misplacedSeparator(literal: string): number {
  if (!literal.includes('_')) return -1;
  const prefix = /^0[xob]/i.test(literal) ? literal.charAt(1).toLowerCase() : '';
  const digit = prefix === 'x' ? /[0-9a-f]/i : /[0-9]/;
  let before = prefix === '' ? '.' : '0';
  for (let at = prefix === '' ? 0 : 2; at < literal.length; at++) {
    const char = literal.charAt(at);
    const kind = char === '_' ? '_' : digit.test(char) ? '0' : '.';
    if (kind === '_' && before !== '0') return at;
    if (kind === '.' && before === '_') return at - 1;
    before = kind;
  }
  return before === '_' ? literal.length - 1 : -1;
}
