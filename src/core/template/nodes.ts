// The parts of a parsed template, and how messages show them.

import { quote } from '../quote.js';
import type { NumberConstant } from './number.js';

interface At {
  /** Index in the template's text that messages name. */
  readonly at: number;
}

export interface BoolNode extends At {
  readonly kind: 'bool';
  readonly value: boolean;
}

/** `(pipe).Field1.Field2`, or a function's result. */
export interface ChainNode extends At {
  readonly kind: 'chain';
  readonly node: Operand;
  readonly names: readonly string[];
}

export interface DotNode extends At {
  readonly kind: 'dot';
}

/** `.Field1.Field2`. */
export interface FieldNode extends At {
  readonly kind: 'field';
  readonly names: readonly string[];
}

/** A function's name. */
export interface IdentifierNode extends At {
  readonly kind: 'identifier';
  readonly name: string;
}

export interface NilNode extends At {
  readonly kind: 'nil';
}

export interface NumberNode extends At {
  readonly kind: 'number';
  readonly text: string;
  readonly value: NumberConstant;
}

export interface StringNode extends At {
  readonly kind: 'string';
  readonly quoted: string;
  readonly text: string;
}

/** `$x.Field1`: the variable's name with its dollar, then fields. */
export interface VariableNode extends At {
  readonly kind: 'variable';
  readonly names: readonly string[];
}

/** Commands, each of which has the result of the one before as its last argument. */
export interface PipeNode extends At {
  readonly kind: 'pipe';
  readonly variables: VariableNode[];
  /** Variables are set, not declared. */
  assigns: boolean;
  readonly commands: CommandNode[];
}

export type Operand =
  | BoolNode
  | ChainNode
  | DotNode
  | FieldNode
  | IdentifierNode
  | NilNode
  | NumberNode
  | PipeNode
  | StringNode
  | VariableNode;

/** An operand and its arguments; never empty. */
export interface CommandNode extends At {
  readonly kind: 'command';
  readonly args: Operand[];
}

export interface TextNode {
  readonly kind: 'text';
  readonly text: string;
}

export interface ActionNode extends At {
  readonly kind: 'action';
  readonly pipe: PipeNode;
}

/** `if`, `range`, `with`. */
export interface BranchNode extends At {
  readonly kind: 'if' | 'range' | 'with';
  readonly pipe: PipeNode;
  readonly list: Node[];
  otherwise: Node[] | undefined;
}

export interface JumpNode {
  readonly kind: 'break' | 'continue';
}

/** A template called by name. */
export interface TemplateNode extends At {
  readonly kind: 'template';
  readonly name: string;
  readonly pipe: PipeNode | undefined;
}

export type Node = TextNode | ActionNode | BranchNode | JumpNode | TemplateNode;

/** What messages may be about. */
export type Shown = Operand | CommandNode | ActionNode | TemplateNode;

/** The node as messages show it: the template's text again, but for its blanks. */
export function show(node: Shown): string {
  switch (node.kind) {
    case 'action':
      return `{{${showPipe(node.pipe)}}}`;
    case 'template':
      return `{{template ${quote(node.name)}${node.pipe === undefined ? '' : ` ${showPipe(node.pipe)}`}}}`;
    case 'bool':
      return String(node.value);
    case 'chain':
      return [showArgument(node.node), ...node.names].join('.');
    case 'command':
      return node.args.map(showArgument).join(' ');
    case 'dot':
      return '.';
    case 'field':
      return node.names.map((name) => `.${name}`).join('');
    case 'identifier':
      return node.name;
    case 'nil':
      return 'nil';
    case 'number':
      return node.text;
    case 'pipe':
      return showPipe(node);
    case 'string':
      return node.quoted;
    case 'variable':
      return node.names.join('.');
  }
}

function showArgument(node: Operand): string {
  return node.kind === 'pipe' ? `(${showPipe(node)})` : show(node);
}

function showPipe({ variables, assigns, commands }: PipeNode): string {
  const names = variables.map(show).join(', ');
  const head = names === '' ? '' : `${names} ${assigns ? '=' : ':='} `;
  return head + commands.map(show).join(' | ');
}
