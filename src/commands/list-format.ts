// Printing modules or packages through a template (`list -f`).
//
// After each comes a newline, but where the template printed one itself, or nothing at all. The function
// `module` asks the engine, which takes time, and templates do not wait: a template that needs an answer is given up,
// and carried out again once the answer is there. Until all is known nothing is printed, so nobody sees it.

import {
  type Call,
  funcOf,
  goString,
  goValue,
  joinTexts,
  pointer,
  pointerTo,
  type StructType,
  sliceOf,
  type TimeTypes,
  timeTypes,
  type Value,
} from '../core/gostruct/index.js';
import {
  parseTemplate,
  type Template,
  TemplateError,
  type TemplateFunction,
} from '../core/template/index.js';
import type { Location } from '../core/time/index.js';
import { localZone } from '../engine/env/index.js';
import { FatalError } from '../engine/error.js';
import { type ModulePublic, modulePublicDescriptor, modulePublicType } from '../engine/list/index.js';
import type { Invocation } from './command.js';
import type { flags as listFlags } from './list.js';
import { buildContext, contextPointer } from './list-context.js';

/** What a template asks for that is not known yet. */
class Wanted extends Error {
  constructor(readonly module: string) {
    super(module);
  }
}

/** What a template made of one item. */
interface Printed {
  readonly text: string;
  readonly error: TemplateError | undefined;
}

/** See the head of this file. Items are those that `typeOf` describes, whose times have these types. */
export class ListFormat<T> {
  readonly #template: Template;
  readonly #answers = new Map<string, ModulePublic | undefined>();
  readonly #local: () => Location;
  /** The types of what is printed and of modules: new ones for each round, as templates may change times. */
  #type: StructType = modulePublicDescriptor;
  #moduleType: StructType = modulePublicDescriptor;

  /** Throws a FatalError in Go's words where the flag's text is no template. */
  constructor(
    invocation: Invocation<typeof listFlags>,
    private readonly typeOf: (times: TimeTypes) => StructType,
  ) {
    const { f } = invocation.flags;
    let local: Location | undefined;
    this.#local = () => {
      local ??= localZone(invocation.env, invocation.fs);
      return local;
    };
    try {
      this.#template = parseTemplate('main', f, this.#functions(invocation));
    } catch (error) {
      throw bare(error);
    }
  }

  /**
   * Prints the items; `ask` tells about modules, undefined for nil, `write` is told which newlines are no template's.
   * Throws a FatalError where the template fails.
   */
  async print(
    items: readonly T[],
    ask: (name: string) => Promise<ModulePublic | undefined>,
    write: (text: string, addsNewline: boolean) => void,
  ): Promise<void> {
    let lineEnded = true;
    for (const { text, error } of await this.#printAll(items, ask)) {
      if (text !== '') {
        lineEnded = text.endsWith('\n');
        write(text, false);
      }
      if (error !== undefined) throw bare(error);
      if (!lineEnded) write('\n', true);
      lineEnded = true;
    }
  }

  /** What the template makes of each, up to the first that it fails on. */
  async #printAll(
    items: readonly T[],
    ask: (name: string) => Promise<ModulePublic | undefined>,
  ): Promise<Printed[]> {
    const done = new Map<T, Printed>();
    for (;;) {
      const wanted = new Set<string>();
      const times = timeTypes(this.#local);
      this.#type = this.typeOf(times);
      this.#moduleType = modulePublicType(times);
      const printed: Printed[] = [];
      for (const item of items) {
        const result = done.get(item) ?? this.#execute(item);
        if (result instanceof Wanted) {
          wanted.add(result.module);
          continue;
        }
        done.set(item, result);
        printed.push(result);
        if (result.error !== undefined) break;
      }
      if (wanted.size === 0) return printed;
      await this.#learn([...wanted], ask);
    }
  }

  /** Asks for all at once; of several failures the first one counts, as if they had been asked for in order. */
  async #learn(
    names: readonly string[],
    ask: (name: string) => Promise<ModulePublic | undefined>,
  ): Promise<void> {
    const answers = await Promise.allSettled(names.map(ask));
    answers.forEach((answer, index) => {
      if (answer.status === 'rejected') throw answer.reason;
      this.#answers.set(names[index] ?? '', answer.value);
    });
  }

  #execute(item: T): Printed | Wanted {
    const pieces: string[] = [];
    try {
      this.#template.execute(pointer(this.#type, item), (text) => pieces.push(text));
      return { text: pieces.join(''), error: undefined };
    } catch (error) {
      if (error instanceof Wanted) return error;
      if (!(error instanceof TemplateError)) throw error;
      return { text: pieces.join(''), error };
    }
  }

  #functions(invocation: Invocation<typeof listFlags>): Map<string, TemplateFunction> {
    const context: Call = () => goValue(contextPointer, buildContext(invocation));
    const module: Call = ([name]) => {
      const text = name?.data as string;
      if (!this.#answers.has(text)) throw new Wanted(text);
      return pointer(this.#moduleType, this.#answers.get(text));
    };
    return new Map([
      ['context', { type: funcOf([], [contextPointer]), call: context }],
      ['join', { type: funcOf([sliceOf(goString), goString], [goString]), call: join }],
      ['module', { type: funcOf([goString], [pointerTo(modulePublicDescriptor)]), call: module }],
    ]);
  }
}

/** Go's strings.Join. */
function join([parts, separator]: readonly (Value | undefined)[]): Value {
  const list = (parts?.data ?? []) as readonly string[];
  return goValue(goString, joinTexts(list, separator?.data as string));
}

/** Go prints these without "go: ". */
function bare(error: unknown): unknown {
  if (!(error instanceof TemplateError)) return error;
  return new FatalError('bad-argument', error.message, { bare: true });
}
