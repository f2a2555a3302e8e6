// Tokens of a template.

import { quote } from '../quote.js';

/** Words that are no function names. */
export const KEYWORDS = [
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'nil',
  'range',
  'template',
  'with',
] as const;

/** Kinds of tokens. `char` is a character that means something in some places only, such as a comma. */
export type TokenKind =
  | (typeof KEYWORDS)[number]
  | 'assign'
  | 'bool'
  | 'char'
  | 'charConstant'
  | 'complex'
  | 'declare'
  | 'dot'
  | 'eof'
  | 'error'
  | 'field'
  | 'identifier'
  | 'leftDelim'
  | 'leftParen'
  | 'number'
  | 'pipe'
  | 'rawString'
  | 'rightDelim'
  | 'rightParen'
  | 'space'
  | 'string'
  | 'text'
  | 'variable';

/** One token. */
export interface Token {
  readonly kind: TokenKind;
  /** As it stands in the template; the message of an error. */
  readonly text: string;
  /** Index of its first character. */
  readonly at: number;
  /** The line it begins on, from 1. */
  readonly line: number;
}

const LONGEST_SHOWN = 10;

/** The token in an error message. */
export function describeToken({ kind, text }: Token): string {
  if (kind === 'eof') return 'EOF';
  if (kind === 'error') return text;
  if (kind === 'dot' || (KEYWORDS as readonly string[]).includes(kind)) return `<${text}>`;
  const characters = [...text];
  if (new TextEncoder().encode(text).length <= LONGEST_SHOWN) return quote(text);
  return `${quote(characters.slice(0, LONGEST_SHOWN).join(''))}...`;
}
