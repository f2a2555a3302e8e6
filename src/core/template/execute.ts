// Carrying out a template on data.
//
// What encloses the node that is being carried out (lists, loops, called templates) is kept on a stack of our own, so
// that templates may call each other to the depth that Go allows. Each frame knows how many variables there were
// before it. Rules and texts: text/template (exec.go).

import { formatValue, sprint } from '../fmt/index.js';
import type { Value } from '../gostruct/index.js';
import { TemplateError } from './error.js';
import { Evaluator } from './evaluate.js';
import type { TemplateFunction } from './functions.js';
import { iterate, type Step } from './iterate.js';
import { type BranchNode, type Node, show, type TemplateNode } from './nodes.js';
import type { Definitions } from './parse.js';
import { indirect, isTrue, printable } from './reflect.js';
import { State, type Variable } from './state.js';

/** Templates within templates; Go's own limit. */
const MOST_DEPTH = 100_000;
/** More than this is no text that anybody wants, and strings end somewhere. */
const MOST_OUTPUT = 2 ** 28;

/** What a template depends on. */
export interface Program {
  /** Name and text of the whole. */
  readonly source: { readonly name: string; readonly text: string };
  readonly definitions: Definitions;
  readonly functions: ReadonlyMap<string, TemplateFunction>;
}

/** Nodes that are carried out one after the other. */
interface ListFrame {
  readonly kind: 'list';
  readonly nodes: readonly Node[];
  next: number;
  readonly dot: Value | undefined;
  /** How many variables there are afterwards. */
  readonly variables: number;
}

/** A loop. */
interface RangeFrame {
  readonly kind: 'range';
  readonly node: BranchNode;
  readonly steps: Iterator<Step>;
  /** How many variables there are before each round, and afterwards. */
  readonly inner: number;
  readonly variables: number;
}

/** The caller of a template. */
interface CallFrame {
  readonly kind: 'call';
  readonly template: string;
  readonly saved: Variable[];
}

type Frame = ListFrame | RangeFrame | CallFrame;

/** Carries out the template named `name`. See Template.execute. */
export function execute(
  program: Program,
  name: string,
  data: Value | undefined,
  write: (text: string) => void,
): void {
  new Execution(program, name, data, write).run(name, data);
}

class Execution {
  readonly #state: State;
  readonly #evaluator: Evaluator;
  readonly #frames: Frame[] = [];
  #depth = 0;
  #written = 0;

  constructor(
    private readonly program: Program,
    name: string,
    data: Value | undefined,
    private readonly write: (text: string) => void,
  ) {
    this.#state = new State(program.source, name, data);
    this.#evaluator = new Evaluator(this.#state, program.functions);
  }

  run(name: string, data: Value | undefined): void {
    const nodes = this.program.definitions.get(name);
    if (nodes === undefined) this.#state.fail(`"${name}" is an incomplete or empty template`);
    this.#enter(nodes ?? [], data);
    for (let frame = this.#frames.at(-1); frame !== undefined; frame = this.#frames.at(-1)) {
      if (frame.kind === 'list') this.#goOn(frame);
      else if (frame.kind === 'range') this.#round(frame);
      else this.#return(frame);
    }
  }

  #enter(nodes: readonly Node[], dot: Value | undefined, variables = this.#state.variables.length): void {
    this.#frames.push({ kind: 'list', nodes, next: 0, dot, variables });
  }

  #goOn(frame: ListFrame): void {
    const node = frame.nodes[frame.next++];
    if (node !== undefined) {
      this.#node(node, frame.dot);
      return;
    }
    this.#frames.pop();
    this.#state.variables.length = frame.variables;
  }

  #node(node: Node, dot: Value | undefined): void {
    switch (node.kind) {
      case 'text':
        this.#print(node.text);
        break;
      case 'action': {
        this.#state.at(node);
        const value = this.#evaluator.pipeline(dot, node.pipe);
        if (node.pipe.variables.length > 0) return;
        this.#state.at(node);
        const shown = printable(value);
        if (shown === undefined) this.#state.fail(`can't print ${show(node)} of type ${value?.type.name}`);
        this.#print(sprint([shown]));
        break;
      }
      case 'if':
      case 'with':
        this.#branch(node, dot);
        break;
      case 'range':
        this.#range(node, dot);
        break;
      case 'break':
      case 'continue':
        this.#jump(node.kind);
        break;
      case 'template':
        this.#call(node, dot);
    }
  }

  #print(text: string): void {
    this.#written += text.length;
    if (this.#written > MOST_OUTPUT) {
      throw new TemplateError('limit', `template: ${this.program.source.name}: output is too long`);
    }
    this.write(text);
  }

  /** Variables of the pipeline are known in both branches. */
  #branch({ kind, pipe, list, otherwise }: BranchNode, dot: Value | undefined): void {
    const before = this.#state.variables.length;
    const value = this.#evaluator.pipeline(dot, pipe);
    if (isTrue(value)) this.#enter(list, kind === 'with' ? value : dot, before);
    else this.#enter(otherwise ?? [], dot, before);
  }

  #range(node: BranchNode, dot: Value | undefined): void {
    const state: State = this.#state;
    const variables = state.variables.length;
    const given = this.#evaluator.pipeline(dot, node.pipe);
    const value = given === undefined ? undefined : indirect(given).value;
    const steps = iterate(value, node.pipe.variables.length);
    if (typeof steps === 'string') state.fail(steps.replace('%v', () => formatValue(value, 'v')));
    const first = steps.next();
    if (first.done === true) {
      this.#enter(node.otherwise ?? [], dot, variables);
      return;
    }
    this.#frames.push({ kind: 'range', node, steps, inner: state.variables.length, variables });
    this.#bind(node, first.value);
  }

  #round(frame: RangeFrame): void {
    const step = frame.steps.next();
    this.#state.variables.length = frame.inner;
    if (step.done !== true) {
      this.#bind(frame.node, step.value);
      return;
    }
    this.#state.variables.length = frame.variables;
    this.#frames.pop();
  }

  /** Starts a round: the variables of the range take index and element, and the body has the element for its dot. */
  #bind({ pipe, list }: BranchNode, { index, element }: Step): void {
    const { variables } = this.#state;
    const names = pipe.variables.map((variable) => variable.names[0] ?? '');
    const values = names.length > 1 ? [index, element] : [element];
    names.forEach((name, at) => {
      const place = pipe.assigns ? this.#state.variable(name) : variables.at(at - names.length);
      if (place !== undefined) place.value = values[at];
    });
    this.#enter(list, element);
  }

  #jump(kind: 'break' | 'continue'): void {
    for (;;) {
      const frame = this.#frames.at(-1);
      if (frame?.kind === 'range') {
        this.#state.variables.length = kind === 'break' ? frame.variables : frame.inner;
        if (kind === 'break') this.#frames.pop();
        return;
      }
      this.#frames.pop();
    }
  }

  #call(node: TemplateNode, dot: Value | undefined): void {
    const state: State = this.#state;
    state.at(node);
    const nodes = this.program.definitions.get(node.name);
    if (nodes === undefined) state.fail(`template "${node.name}" not defined`);
    if (this.#depth === MOST_DEPTH) state.fail(`exceeded maximum template depth (${MOST_DEPTH})`);
    const value = this.#evaluator.pipeline(dot, node.pipe);
    this.#depth++;
    this.#frames.push({ kind: 'call', template: state.template, saved: state.variables });
    state.template = node.name;
    state.variables = [{ name: '$', value }];
    this.#enter(nodes, value);
  }

  #return(frame: CallFrame): void {
    this.#frames.pop();
    this.#depth--;
    this.#state.template = frame.template;
    this.#state.variables = frame.saved;
  }
}
