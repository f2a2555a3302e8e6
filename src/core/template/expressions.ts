// Pipelines:
//
//   pipeline  = [ variables ( ":=" | "=" ) ] command { "|" command }
//   command   = operand { blank operand }
//   operand   = term { field }
//   term      = constant | function | "." | field | variable | "(" pipeline ")"
//
// Functions and variables must be known. Defined by text/template/parse.

import { quote } from '../quote.js';
import { unquote } from '../strconv/index.js';
import { type CommandNode, type Operand, type PipeNode, show } from './nodes.js';
import { readNumber } from './number.js';
import type { Token, TokenKind } from './token.js';
import type { TokenStream } from './token-stream.js';

/**
 * Parentheses within parentheses. Go stops at ten thousand; here each level takes from a stack that is smaller, when
 * parsing and again when executing.
 */
const MOST_PARENS = 500;

/** What a command may begin with. */
const OPERANDS: ReadonlySet<TokenKind> = new Set([
  'bool',
  'charConstant',
  'complex',
  'dot',
  'field',
  'identifier',
  'leftParen',
  'nil',
  'number',
  'rawString',
  'string',
  'variable',
]);

/** Reads pipelines from the tokens. */
export class ExpressionParser {
  constructor(
    private readonly tokens: TokenStream,
    private readonly isFunction: (name: string) => boolean,
  ) {}

  /** A pipeline up to a token of kind `end`, which is read, too. `context` names it in messages. */
  pipeline(context: string, end: 'rightDelim' | 'rightParen'): PipeNode {
    const { tokens } = this;
    const { at } = tokens.peekNonSpace();
    const pipe: PipeNode = { kind: 'pipe', at, variables: [], assigns: false, commands: [] };
    this.#variables(pipe, context);
    for (;;) {
      const token = tokens.nextNonSpace();
      if (token.kind === end) break;
      if (!OPERANDS.has(token.kind)) tokens.unexpected(token, context);
      tokens.putBack(token);
      pipe.commands.push(this.#command());
    }
    this.#check(pipe, context);
    return pipe;
  }

  #check({ commands }: PipeNode, context: string): void {
    if (commands.length === 0) this.tokens.fail(`missing value for ${context}`);
    // Only the first one may be a constant: the others have an argument.
    const constants = ['bool', 'dot', 'nil', 'number', 'string'];
    const stage = commands.findIndex(
      ({ args }, index) => index > 0 && constants.includes(args[0]?.kind ?? ''),
    );
    if (stage > 0) this.tokens.fail(`non executable command in pipeline stage ${stage + 1}`);
  }

  /** The variables that take the result. A variable without `:=`, `=` or `,` behind it is an operand. */
  #variables(pipe: PipeNode, context: string): void {
    const { tokens } = this;
    while (tokens.peekNonSpace().kind === 'variable') {
      const variable = tokens.next();
      const behind = tokens.peek();
      const mark = tokens.peekNonSpace();
      const sets = mark.kind === 'assign' || mark.kind === 'declare';
      if (!sets && !isComma(mark)) {
        if (behind.kind === 'space') tokens.putBack(behind);
        tokens.putBack(variable);
        return;
      }
      tokens.nextNonSpace();
      pipe.variables.push({ kind: 'variable', at: variable.at, names: [variable.text] });
      tokens.scope.variables.push(variable.text);
      if (sets) {
        pipe.assigns = mark.kind === 'assign';
        return;
      }
      this.#moreVariables(pipe, context);
    }
  }

  /** A range may have two variables. */
  #moreVariables({ variables }: PipeNode, context: string): void {
    const { tokens } = this;
    if (context !== 'range' || variables.length > 1) tokens.fail(`too many declarations in ${context}`);
    if (!['variable', 'rightDelim', 'rightParen'].includes(tokens.peekNonSpace().kind)) {
      tokens.fail('range can only initialize variables');
    }
  }

  #command(): CommandNode {
    const { tokens } = this;
    const command: CommandNode = { kind: 'command', at: tokens.peekNonSpace().at, args: [] };
    for (;;) {
      tokens.peekNonSpace();
      const operand = this.#operand();
      if (operand !== undefined) command.args.push(operand);
      const token = tokens.next();
      if (token.kind === 'space') continue;
      if (token.kind === 'rightDelim' || token.kind === 'rightParen') tokens.putBack(token);
      else if (token.kind !== 'pipe') tokens.unexpected(token, 'operand');
      break;
    }
    if (command.args.length === 0) tokens.fail('empty command');
    return command;
  }

  #operand(): Operand | undefined {
    const { tokens } = this;
    const node = this.#term();
    if (node === undefined || tokens.peek().kind !== 'field') return node;
    // Messages about fields of fields name the place of the second one.
    const { at } = tokens.peek();
    const names: string[] = [];
    while (tokens.peek().kind === 'field') names.push(tokens.next().text.slice(1));
    switch (node.kind) {
      case 'field':
      case 'variable':
        return { kind: node.kind, at, names: [...node.names, ...names] };
      case 'chain':
      case 'identifier':
      case 'pipe':
        return { kind: 'chain', at, node, names };
      default:
        return tokens.fail(`unexpected . after term ${quote(show(node))}`);
    }
  }

  #term(): Operand | undefined {
    const { tokens } = this;
    const token = tokens.nextNonSpace();
    const { at, text } = token;
    switch (token.kind) {
      case 'identifier':
        if (!this.isFunction(text)) tokens.fail(`function ${quote(text)} not defined`);
        return { kind: 'identifier', at, name: text };
      case 'dot':
      case 'nil':
        return { kind: token.kind, at };
      case 'variable':
        return this.#variable(token);
      case 'field':
        return { kind: 'field', at, names: [text.slice(1)] };
      case 'bool':
        return { kind: 'bool', at, value: text === 'true' };
      case 'charConstant':
      case 'complex':
      case 'number':
        return this.#number(token, token.kind);
      case 'leftParen':
        return this.#parenthesized();
      case 'string':
      case 'rawString':
        return { kind: 'string', at, quoted: text, text: this.stringValue(token) };
      default:
        tokens.putBack(token);
        return undefined;
    }
  }

  /** The text that a string literal stands for. */
  stringValue(token: Token): string {
    return unquote(token.text) ?? this.tokens.fail('invalid syntax');
  }

  #variable({ at, text }: Token): Operand {
    const { scope } = this.tokens;
    if (!scope.variables.includes(text)) this.tokens.fail(`undefined variable ${quote(text)}`);
    return { kind: 'variable', at, names: [text] };
  }

  #number({ at, text }: Token, kind: 'charConstant' | 'complex' | 'number'): Operand {
    const value = readNumber(text, kind);
    if (typeof value === 'string') this.tokens.fail(value);
    return { kind: 'number', at, text, value };
  }

  #parenthesized(): Operand {
    const { scope } = this.tokens;
    if (scope.parens >= MOST_PARENS) this.tokens.fail('max expression depth exceeded');
    scope.parens++;
    const pipe = this.pipeline('parenthesized pipeline', 'rightParen');
    scope.parens--;
    return pipe;
  }
}

function isComma({ kind, text }: Token): boolean {
  return kind === 'char' && text === ',';
}
