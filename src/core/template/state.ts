// Where an execution is: the template and node for messages, and the variables.

import type { Value } from '../gostruct/index.js';
import { byteLength } from '../gostruct/index.js';
import { quote } from '../quote.js';
import { TemplateError } from './error.js';
import { type Shown, show } from './nodes.js';

/** A variable and its value; the stack of them holds those of enclosing actions, too. */
export interface Variable {
  readonly name: string;
  value: Value | undefined;
}

/** See the head of this file. */
export class State {
  #node: Shown | undefined;
  /** Those that the template which is being executed can see. */
  variables: Variable[];

  constructor(
    /** Name and text of the whole. */
    private readonly source: { readonly name: string; readonly text: string },
    /** Name of the template that is being executed. */
    public template: string,
    data: Value | undefined,
  ) {
    this.variables = [{ name: '$', value: data }];
  }

  /** Messages are about this node from now on. */
  at(node: Shown): void {
    this.#node = node;
  }

  /** Ends the execution. */
  fail(text: string): never {
    const node = this.#node;
    const where = node === undefined ? this.template : `${this.#place(node)} <${show(node)}>`;
    throw new TemplateError('execute', `template: ${where}: ${text}`);
  }

  #place({ at }: Shown): string {
    const before = this.source.text.slice(0, at);
    const lineStart = before.lastIndexOf('\n') + 1;
    const line = before.split('\n').length;
    const column = byteLength(before.slice(lineStart));
    return `${this.source.name}:${line}:${column}: executing ${quote(this.template)} at`;
  }

  variable(name: string): Variable {
    const found = this.variables.findLast((variable) => variable.name === name);
    return found ?? this.fail(`undefined variable: ${name}`);
  }

  declare(name: string, value: Value | undefined): void {
    this.variables.push({ name, value });
  }
}
