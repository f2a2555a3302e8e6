// Tokens with a few of look-ahead, and the place that messages name.

import { TemplateError } from './error.js';
import { Lexer } from './lexer.js';
import { describeToken, type Token } from './token.js';

/** What belongs to the template, of several in one text, that is being read. */
export interface Scope {
  readonly name: string;
  /** Line of the last token that was read for it: what messages name. */
  line: number;
  /** Line of the `{{` that is being read; 0 outside. */
  actionLine: number;
  /** Names of the variables that are known, with their dollars. */
  readonly variables: string[];
  /** How many ranges are open. */
  ranges: number;
  /** How many parentheses are open. */
  parens: number;
}

/** A scope in which nothing was read yet. */
export function newScope(name: string): Scope {
  return { name, line: 0, actionLine: 0, variables: ['$'], ranges: 0, parens: 0 };
}

/** See the head of this file. */
export class TokenStream {
  readonly #lexer: Lexer;
  /** Tokens that were put back, the next one last. */
  readonly #pending: Token[] = [];
  scope: Scope;

  /** `name` is that of the whole text. */
  constructor(
    readonly name: string,
    text: string,
  ) {
    this.#lexer = new Lexer(text);
    this.scope = newScope(name);
  }

  next(): Token {
    const pending = this.#pending.pop();
    if (pending !== undefined) return pending;
    const token = this.#lexer.next();
    this.scope.line = token.line;
    return token;
  }

  putBack(token: Token): void {
    this.#pending.push(token);
  }

  peek(): Token {
    const token = this.next();
    this.putBack(token);
    return token;
  }

  /** The next token that is no blank; blanks are gone. */
  nextNonSpace(): Token {
    let token = this.next();
    while (token.kind === 'space') token = this.next();
    return token;
  }

  /** As {@link nextNonSpace}, and the token stays. */
  peekNonSpace(): Token {
    const token = this.nextNonSpace();
    this.putBack(token);
    return token;
  }

  /** The next token, of one of these kinds. */
  expect(context: string, ...kinds: readonly Token['kind'][]): Token {
    const token = this.nextNonSpace();
    if (!kinds.includes(token.kind)) this.unexpected(token, context);
    return token;
  }

  /** Ends parsing. */
  fail(text: string): never {
    throw new TemplateError('parse', `template: ${this.name}:${this.scope.line}: ${text}`);
  }

  /** Ends parsing for a token that cannot stand here, or is an error itself. */
  unexpected(token: Token, context: string): never {
    if (token.kind !== 'error') this.fail(`unexpected ${describeToken(token)} in ${context}`);
    const { actionLine } = this.scope;
    if (actionLine === 0 || actionLine === token.line) this.fail(token.text);
    const where = ` started at ${this.name}:${actionLine}`;
    this.fail(token.text + (token.text.endsWith(' action') ? '' : ' in action') + where);
  }
}
