// Go's text/template: templates in its language, carried out on values with Go's types, with its functions and messages.
//
// A template is parsed once and executed on any number of values. Errors are TemplateErrors; what was printed before one
// stays printed, as in Go. Not here: other delimiters, options for missing keys, channels, and templates of several texts.
//
// Where this differs from Go: pointers print as one fixed address; parentheses nest 500 deep, not 10,000; output ends at
// 256 Mi characters.

import type { Value } from '../gostruct/index.js';
import { withinLimits } from './error.js';
import { execute, type Program } from './execute.js';
import { BUILTINS, type TemplateFunction } from './functions.js';
import { parse } from './parse.js';

export { TemplateError, type TemplateErrorCode } from './error.js';
export type { TemplateFunction } from './functions.js';

/** A parsed template. It has no state: executions do not meet. */
export class Template {
  readonly #program: Program;

  constructor(program: Program) {
    this.#program = program;
  }

  get name(): string {
    return this.#program.source.name;
  }

  /**
   * Carries the template out on a value, undefined for nil, and writes what it prints piece by piece. Throws
   * TemplateErrors in Go's words. Whatever functions throw that is no CallError comes through as it is.
   */
  execute(data: Value | undefined, write: (text: string) => void): void {
    withinLimits(this.name, () => execute(this.#program, this.name, data, write));
  }
}

/**
 * Reads a template. `name` is what messages call it; `functions` are there beside those of every template, and before
 * them. Throws TemplateErrors in Go's words.
 */
export function parseTemplate(
  name: string,
  text: string,
  functions: ReadonlyMap<string, TemplateFunction> = new Map(),
): Template {
  const isFunction = (word: string) => functions.has(word) || BUILTINS.has(word);
  const definitions = parse(name, text, isFunction);
  return new Template({ source: { name, text }, definitions, functions });
}
