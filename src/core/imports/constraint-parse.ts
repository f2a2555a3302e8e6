// Build constraint lines, new and old, as expressions.
//
//   //go:build (linux && !cgo) || darwin     &&, ||, !, parentheses; ! binds closest, && closer than ||
//   // +build linux,!cgo darwin              blanks for "or", commas for "and", which bind closer
//
// An expression has at most 1000 terms, one of an old line 100 operators. In old lines what is no tag stands for the
// tag `ignore`, and an old line beyond the limit is no constraint at all. Defined by go/build/constraint.

import { encodeText, fields, toWellFormed, trimSpace } from '../text.js';
import type { Constraint } from './constraint.js';
import { ImportsError } from './error.js';

const MOST_TERMS = 1000;
const MOST_OLD_OPERATORS = 100;
const NEW_PREFIX = '//go:build';
const OLD_PREFIX = '+build';
const TOKEN = /[ \t]*(?:(&&|\|\||[()!])|([\p{L}\p{Nd}_.]+)|$|(.))/suy;
const TAG = /^[\p{L}\p{Nd}_.]+$/u;
const IGNORE: Constraint = { kind: 'tag', tag: 'ignore' };
const END_MESSAGE = 'unexpected end of expression';
const OPEN_MESSAGE = 'missing close paren';

/** What follows the prefix of one line; undefined where a letter follows it, or another line. */
function afterPrefix(line: string, prefix: string): string | undefined {
  const rest = trimSpace(line).slice(prefix.length);
  const expression = trimSpace(rest);
  return rest !== '' && rest.length === expression.length ? undefined : expression;
}

/** `line` without the newline that ends it; undefined for more lines than one. */
function oneLine(line: string): string | undefined {
  const text = line.endsWith('\n') ? line.slice(0, -1) : line;
  return text.includes('\n') ? undefined : text;
}

function newExpression(line: string): string | undefined {
  const text = oneLine(line);
  return text?.startsWith(NEW_PREFIX) ? afterPrefix(text, NEW_PREFIX) : undefined;
}

function oldExpression(line: string): string | undefined {
  const text = oneLine(line);
  if (!text?.startsWith('//')) return undefined;
  const comment = trimSpace(text.slice(2));
  return comment.startsWith(OLD_PREFIX) ? afterPrefix(comment, OLD_PREFIX) : undefined;
}

/** Whether the line is a `//go:build` line, whatever follows. */
export function isGoBuildLine(line: string): boolean {
  return newExpression(line) !== undefined;
}

/** Whether the line is a `// +build` line, whatever follows. */
export function isPlusBuildLine(line: string): boolean {
  return oldExpression(line) !== undefined;
}

/**
 * The constraint of a `//go:build` or `// +build` line. Throws an ImportsError `constraint-syntax`, with Go's words
 * and the byte of the expression that it is about.
 */
export function parseConstraint(line: string): Constraint {
  const expression = newExpression(line);
  if (expression !== undefined) return new ExpressionParser(expression).parse();
  const old = oldExpression(line);
  if (old !== undefined) return parseOld(old);
  throw new ImportsError('constraint-syntax', 'not a build constraint');
}

/** A parser by recursive descent; the limit of terms bounds how deep it gets. */
class ExpressionParser {
  readonly #text: string;
  #next = 0;
  /** The token that was read last: '' at the end. */
  #token = '';
  #isTag = false;
  #at = 0;
  #terms = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): Constraint {
    const constraint = this.#alternatives();
    if (this.#token !== '') this.#unexpected();
    return constraint;
  }

  #fail(message: string, at = this.#at): never {
    const offset = encodeText(this.#text.slice(0, at)).length;
    throw new ImportsError('constraint-syntax', toWellFormed(message), { offset });
  }

  #unexpected(): never {
    return this.#fail(this.#token === '' ? END_MESSAGE : `unexpected token ${this.#token}`);
  }

  #read(): void {
    TOKEN.lastIndex = this.#next;
    const [all = '', operator, tag, odd] = TOKEN.exec(this.#text) ?? [];
    const token = operator ?? tag ?? odd ?? '';
    const at = this.#next + all.length - token.length;
    if (odd !== undefined) this.#fail(`invalid syntax at ${odd}`, at);
    this.#isTag = tag !== undefined;
    this.#token = token;
    this.#at = at;
    this.#next = at + token.length;
  }

  #alternatives(): Constraint {
    let left = this.#conjunction();
    while (this.#token === '||') left = { kind: 'or', left, right: this.#conjunction() };
    return left;
  }

  #conjunction(): Constraint {
    let left = this.#term();
    while (this.#token === '&&') left = { kind: 'and', left, right: this.#term() };
    return left;
  }

  /** A term, possibly negated; its first token is still to be read, and what follows it will have been. */
  #term(): Constraint {
    this.#terms++;
    if (this.#terms > MOST_TERMS) this.#fail('build expression too large');
    this.#read();
    if (this.#token !== '!') return this.#atom();
    this.#read();
    if (this.#token === '!') this.#fail('double negation not allowed');
    return { kind: 'not', of: this.#atom() };
  }

  #atom(): Constraint {
    if (this.#token === '(') return this.#group();
    if (!this.#isTag) this.#unexpected();
    const tag = this.#token;
    this.#read();
    return { kind: 'tag', tag };
  }

  #group(): Constraint {
    const open = this.#at;
    const inner = this.#inGroup();
    if (this.#token !== ')') this.#fail(OPEN_MESSAGE, open);
    this.#read();
    return inner;
  }

  /** An expression that ends too early inside of parentheses lacks the one that closes them. */
  #inGroup(): Constraint {
    try {
      return this.#alternatives();
    } catch (error) {
      if (!(error instanceof ImportsError) || error.message !== END_MESSAGE) throw error;
      throw new ImportsError('constraint-syntax', OPEN_MESSAGE, { offset: error.offset ?? 0 });
    }
  }
}

function oldTerm(text: string): Constraint {
  if (text === '!' || text.startsWith('!!')) return IGNORE;
  const negated = text.startsWith('!');
  const name = negated ? text.slice(1) : text;
  const tag: Constraint = TAG.test(name) ? { kind: 'tag', tag: name } : IGNORE;
  return negated ? { kind: 'not', of: tag } : tag;
}

function parseOld(text: string): Constraint {
  const clauses = fields(text).map((clause) => clause.split(',').map(oldTerm));
  const terms = clauses.reduce((sum, clause) => sum + clause.length, 0);
  if (terms > MOST_OLD_OPERATORS + 1) {
    throw new ImportsError('constraint-syntax', 'expression too complex for // +build lines');
  }
  const alternatives = clauses.map((clause) =>
    clause.reduce((left, right) => ({ kind: 'and', left, right })),
  );
  return alternatives.length === 0
    ? IGNORE
    : alternatives.reduce((left, right) => ({ kind: 'or', left, right }));
}
