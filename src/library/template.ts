// `gomod/template`: Go's text/template, carried out on plain data.
//
// The whole language is there: pipelines, variables, `if`, `else`, `with`, `range`, `break`, `continue`, `define`,
// `template`, `block`, comments, trim markers, and every function of Go's, with Go's messages. Data is what JSON can hold, and
// Maps: texts, numbers (whole ones are int, others float64), booleans, lists, and objects as maps, whose keys `.key` reads.
// Defined by https://pkg.go.dev/text/template.

import { messageOf } from '../core/error.js';
import {
  CallError,
  concrete,
  fromPlain,
  funcOf,
  goAny,
  goError,
  goValue,
  sliceOf,
  type Value,
} from '../core/gostruct/index.js';
import { parseTemplate, TemplateError, type TemplateFunction } from '../core/template/index.js';

export { GomodError } from '../core/error.js';
export { TemplateError, type TemplateErrorCode } from '../core/template/index.js';

/**
 * A function that templates can call by its name. Gets its arguments as plain data and answers such. The message of what
 * it throws is that of Go's error: `error calling NAME: ...`.
 */
export type PlainFunction = (...args: readonly unknown[]) => unknown;

/** How {@link parse} reads. */
export interface TemplateOptions {
  /** What messages call the template; `template` when not given. */
  readonly name?: string;
  /** Functions by name, beside those of every template, and before them. */
  readonly functions?: Readonly<Record<string, PlainFunction>>;
}

/** A parsed template. It has no state: executions do not meet. */
export interface Template {
  /** What messages call it. */
  readonly name: string;

  /**
   * What the template prints for `data`. Throws a {@link TemplateError} in Go's words; `write`, where it is given, has by
   * then got all that was printed before, piece by piece.
   */
  execute(data: unknown, write?: (text: string) => void): string;
}

/** Reads a template. Throws a {@link TemplateError} of code `parse`. */
export function parse(text: string, options: TemplateOptions = {}): Template {
  const { name = 'template', functions = {} } = options;
  const known = new Map(Object.entries(functions).map(([word, work]) => [word, functionOf(work)]));
  const template = parseTemplate(name, text, known);
  return {
    name,
    execute(data, write) {
      let printed = '';
      template.execute(valueFrom(name, data), (piece) => {
        printed += piece;
        write?.(piece);
      });
      return printed;
    },
  };
}

function valueFrom(name: string, data: unknown): Value | undefined {
  try {
    return fromPlain(data);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new TemplateError('limit', `template: ${name}: data that holds itself`, { cause: error });
  }
}

function functionOf(work: PlainFunction): TemplateFunction {
  return {
    type: funcOf([sliceOf(goAny)], [goAny, goError], 'variadic'),
    call: (args) => goValue(goAny, answerOf(work, args)),
  };
}

function answerOf(work: PlainFunction, args: readonly (Value | undefined)[]): Value | undefined {
  let answer: unknown;
  try {
    answer = work(...args.map(plainOf));
  } catch (error) {
    throw new CallError(messageOf(error));
  }
  return fromPlain(answer);
}

/** The inverse of fromPlain; integers that a number can hold are numbers. */
function plainOf(value: Value | undefined): unknown {
  const inner = concrete(value);
  if (inner === undefined || inner.data === undefined) return undefined;
  const { type, data } = inner;
  if (type.kind === 'slice')
    return Array.from(data as Iterable<unknown>, (each) => plainOf(goValue(type.elem(), each)));
  if (type.kind === 'map') {
    const entries = [...(data as ReadonlyMap<unknown, unknown>)];
    return Object.fromEntries(
      entries.map(([key, each]) => [String(key), plainOf(goValue(type.elem(), each))]),
    );
  }
  return typeof data === 'bigint' && Number.isSafeInteger(Number(data)) ? Number(data) : data;
}
