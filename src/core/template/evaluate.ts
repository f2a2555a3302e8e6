// The value of a pipeline.
//
// Results are values, or undefined for what Go calls an invalid one: a missing entry of a map, nil without a type.
// Which node messages are about is part of the behaviour, so every step says so. Rules and texts: text/template
// (exec.go).

import {
  address,
  boundMethod,
  type Call,
  CallError,
  concrete,
  type FuncType,
  fieldOf,
  type GoType,
  goString,
  goValue,
  lookUp,
  type SliceType,
  type Value,
} from '../gostruct/index.js';
import { constant, fitConstant, fitNil, fitValue } from './arguments.js';
import { callValue } from './call.js';
import { BUILTINS, type TemplateFunction } from './functions.js';
import { type ChainNode, type CommandNode, type Operand, type PipeNode, type Shown, show } from './nodes.js';
import { indirect, isTrue, reflectValue } from './reflect.js';
import type { State } from './state.js';

/** The first command of a pipeline has no result before it. */
const MISSING = Symbol('no value before');
type Final = Value | undefined | typeof MISSING;

/** What is called, and under which name. */
interface Callee {
  readonly name: string;
  readonly type: FuncType;
  readonly call: Call;
  readonly builtin: boolean;
}

/** See the head of this file. */
export class Evaluator {
  constructor(
    private readonly state: State,
    private readonly functions: ReadonlyMap<string, TemplateFunction>,
  ) {}

  /** The pipeline's value, which its variables have afterwards. Without a pipeline there is none. */
  pipeline(dot: Value | undefined, pipe: PipeNode | undefined): Value | undefined {
    if (pipe === undefined) return undefined;
    const { state } = this;
    state.at(pipe);
    let value: Final = MISSING;
    for (const command of pipe.commands) {
      value = this.#command(dot, command, value);
      const type = value?.type;
      if (type?.kind === 'interface' && type.requires.length === 0) value = value?.data as Value | undefined;
    }
    const result = value === MISSING ? undefined : value;
    for (const { names } of pipe.variables) {
      const [name = ''] = names;
      if (pipe.assigns) state.variable(name).value = result;
      else state.declare(name, result);
    }
    return result;
  }

  #command(dot: Value | undefined, command: CommandNode, final: Final): Value | undefined {
    const { state } = this;
    const { args } = command;
    const first = args[0]!;
    switch (first.kind) {
      case 'field':
        state.at(first);
        return this.#fields(dot, dot, first, first.names, args, final);
      case 'chain':
        return this.#chain(dot, first, args, final);
      case 'identifier':
        return this.#function(dot, first, command, args, final);
      case 'pipe':
        this.#takesNothing(args, final);
        return this.pipeline(dot, first);
      case 'variable':
        return this.#variable(dot, first, args, final);
    }
    state.at(first);
    this.#takesNothing(args, final);
    if (first.kind === 'dot') return dot;
    return first.kind === 'nil' ? state.fail('nil is not a command') : constant(state, first);
  }

  #takesNothing(args: readonly Operand[], final: Final): void {
    if (args.length > 1 || final !== MISSING) {
      this.state.fail(`can't give argument to non-function ${show(args[0]!)}`);
    }
  }

  #chain(dot: Value | undefined, node: ChainNode, args: readonly Operand[], final: Final): Value | undefined {
    this.state.at(node);
    const start = this.#argument(dot, undefined, node.node);
    return this.#fields(dot, start, node, node.names, args, final);
  }

  #variable(
    dot: Value | undefined,
    node: Operand & { kind: 'variable' },
    args: readonly Operand[],
    final: Final,
  ): Value | undefined {
    this.state.at(node);
    const [name = '', ...names] = node.names;
    const { value } = this.state.variable(name);
    if (names.length > 0) return this.#fields(dot, value, node, names, args, final);
    this.#takesNothing(args, final);
    return value;
  }

  #function(
    dot: Value | undefined,
    node: Operand & { kind: 'identifier' },
    whole: Shown,
    args: readonly Operand[],
    final: Final,
  ): Value | undefined {
    this.state.at(node);
    const { name } = node;
    const own = this.functions.get(name);
    const found = own ?? BUILTINS.get(name) ?? this.state.fail(`"${name}" is not a defined function`);
    return this.#call(dot, { name, ...found, builtin: own === undefined }, whole, args, final);
  }

  /** `.A.B.C`: only the last one has the arguments. */
  #fields(
    dot: Value | undefined,
    start: Value | undefined,
    node: Shown,
    names: readonly string[],
    args: readonly Operand[],
    final: Final,
  ): Value | undefined {
    let value = start;
    for (const name of names.slice(0, -1)) value = this.#field(dot, name, node, [], MISSING, value);
    return this.#field(dot, names.at(-1) ?? '', node, args, final, value);
  }

  /** A method, a field of a struct, or an entry of a map. */
  #field(
    dot: Value | undefined,
    name: string,
    node: Shown,
    args: readonly Operand[],
    final: Final,
    receiver: Value | undefined,
  ): Value | undefined {
    if (receiver === undefined) return undefined;
    const { state } = this;
    const typeName = receiver.type.name;
    const { value, isNil } = indirect(receiver);
    const { type } = value;
    const nilPointer = `nil pointer evaluating ${typeName}.${name}`;
    if (type.kind === 'interface') return state.fail(nilPointer);
    const method = boundMethod(type.kind !== 'pointer' && value.addressable ? address(value) : value, name);
    if (method !== undefined) return this.#call(dot, { name, ...method, builtin: false }, node, args, final);
    const hasArgs = args.length > 1 || final !== MISSING;
    if (type.kind === 'struct') {
      const field = type.fields.find((known) => known.name === name);
      if (field !== undefined) {
        if (!/^\p{Lu}/u.test(name)) state.fail(`${name} is an unexported field of struct type ${typeName}`);
        if (hasArgs) state.fail(`${name} has arguments but cannot be invoked as function`);
        return fieldOf(value, field);
      }
    } else if (type.kind === 'map' && (type.key().name === 'string' || type.key().kind === 'interface')) {
      if (hasArgs) state.fail(`${name} is not a method but has arguments`);
      return lookUp(value, goValue(goString, name));
    } else if (type.kind === 'pointer' && isNil) {
      const target = type.elem();
      const known = target.kind !== 'struct' || target.fields.some((field) => field.name === name);
      if (known) state.fail(nilPointer);
    }
    return state.fail(`can't evaluate field ${name} in type ${typeName}`);
  }

  /** Calls with arguments and the result of the command before. `args` begins with the function itself. */
  #call(
    dot: Value | undefined,
    callee: Callee,
    node: Shown,
    args: readonly Operand[],
    final: Final,
  ): Value | undefined {
    const given = args.slice(1);
    this.#checkCall(callee, given.length, final);
    if (callee.builtin && (callee.name === 'and' || callee.name === 'or')) {
      return this.#logic(dot, callee.name, given, final);
    }
    const { params, variadic } = callee.type;
    const typeAt = (index: number): GoType | undefined =>
      variadic && index >= params.length - 1 ? (params.at(-1) as SliceType).elem() : params[index];
    const values = given.map((arg, index) => this.#argument(dot, typeAt(index), arg));
    if (final !== MISSING) values.push(fitValue(this.state, final, typeAt(values.length)));
    try {
      if (callee.builtin && callee.name === 'call') return callValue(calleeName(given, final), values);
      return callee.call(values);
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      this.state.at(node);
      return this.state.fail(`error calling ${callee.name}: ${error.message}`);
    }
  }

  /** The number of arguments, and that there is one result. */
  #checkCall({ name, type }: Callee, given: number, final: Final): void {
    const { params, variadic, results } = type;
    const { state } = this;
    const count = given + Number(final !== MISSING);
    const least = params.length - 1;
    if (variadic && count < least) {
      state.fail(`wrong number of args for ${name}: want at least ${least} got ${given}`);
    }
    if (!variadic && count !== params.length) {
      state.fail(`wrong number of args for ${name}: want ${params.length} got ${count}`);
    }
    if (results.length === 1 || (results.length === 2 && results[1]?.name === 'error')) return;
    if (results.length !== 2) {
      state.fail(`function ${name} has ${results.length} return values; should be 1 or 2`);
    }
    const second = results[1]?.name;
    state.fail(`invalid function signature for ${name}: second return value should be error; is ${second}`);
  }

  /** Arguments behind the one that decides are not looked at. */
  #logic(
    dot: Value | undefined,
    name: 'and' | 'or',
    given: readonly Operand[],
    final: Final,
  ): Value | undefined {
    let value: Value | undefined;
    for (const arg of given) {
      value = this.#argument(dot, reflectValue, arg);
      if (isTrue(value) === (name === 'or')) return value;
    }
    return final === MISSING ? value : final;
  }

  /** An argument as a `type`; undefined stands for any. */
  #argument(dot: Value | undefined, type: GoType | undefined, node: Operand): Value | undefined {
    const { state } = this;
    state.at(node);
    switch (node.kind) {
      case 'dot':
        return fitValue(state, dot, type);
      case 'nil':
        return fitNil(state, type ?? reflectValue);
      case 'field':
        return fitValue(state, this.#fields(dot, dot, node, node.names, [node], MISSING), type);
      case 'variable':
        return fitValue(state, this.#variable(dot, node, [], MISSING), type);
      case 'pipe':
        return fitValue(state, this.pipeline(dot, node), type);
      case 'identifier':
        return fitValue(state, this.#function(dot, node, node, [], MISSING), type);
      case 'chain':
        return fitValue(state, this.#chain(dot, node, [], MISSING), type);
      default:
        return fitConstant(state, node, type ?? reflectValue);
    }
  }
}

/** How messages call the function that `call` is given. */
function calleeName(given: readonly Operand[], final: Final): string {
  if (given[0] !== undefined) return show(given[0]);
  const value = final === MISSING ? undefined : concrete(final);
  if (value === undefined) return '<invalid Value>';
  return value.type.kind === 'string' ? String(value.data) : `<${value.type.name} Value>`;
}
