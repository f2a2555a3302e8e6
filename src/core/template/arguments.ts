// Fitting values to the parameters of functions: constants take the type that is wanted, pointers are followed or
// made once. Rules and texts: text/template (exec.go).

import {
  address,
  assignable,
  type Complex,
  deref,
  type GoType,
  goBool,
  goComplex128,
  goFloat64,
  goInt,
  goString,
  goValue,
  isInteger,
  isSigned,
  pointerTo,
  type Value,
  zeroOf,
} from '../gostruct/index.js';
import { type BoolNode, type NumberNode, type Operand, type StringNode, show } from './nodes.js';
import { reflectValue } from './reflect.js';
import type { State } from './state.js';

/** Whether nil can be given for the type. */
function canBeNil(type: GoType): boolean {
  return type === reflectValue || ['func', 'interface', 'map', 'pointer', 'slice'].includes(type.kind);
}

/** `value` as a `type`; undefined stands for any type. Fails where it cannot be one. */
export function fitValue(
  state: State,
  value: Value | undefined,
  type: GoType | undefined,
): Value | undefined {
  if (type === undefined || type === reflectValue) return value;
  if (value === undefined) {
    return canBeNil(type) ? zeroOf(type) : state.fail(`invalid value; expected ${type.name}`);
  }
  if (assignable(value.type, type)) return value;
  const inner = value.type.kind === 'interface' ? (value.data as Value | undefined) : undefined;
  const given = inner ?? value;
  if (assignable(given.type, type)) return given;
  if (given.type.kind === 'pointer' && assignable(given.type.elem(), type)) {
    return deref(given) ?? state.fail(`dereference of nil pointer of type ${type.name}`);
  }
  if (given.addressable && assignable(pointerTo(given.type), type)) return address(given);
  return state.fail(`wrong type for value; expected ${type.name}; got ${given.type.name}`);
}

/** Nil as a `type`. */
export function fitNil(state: State, type: GoType): Value | undefined {
  if (!canBeNil(type)) state.fail(`cannot assign nil to ${type.name}`);
  return type === reflectValue ? undefined : zeroOf(type);
}

/** A constant where nothing says which type it has: its spelling does. */
export function constant(state: State, node: BoolNode | NumberNode | StringNode): Value | undefined {
  state.at(node);
  if (node.kind === 'bool') return goValue(goBool, node.value);
  if (node.kind === 'string') return goValue(goString, node.text);
  const { int, float, complex } = node.value;
  if (complex !== undefined) return goValue(goComplex128, complex);
  if (float !== undefined && looksFloating(node.text)) return goValue(goFloat64, float);
  return int === undefined ? state.fail(`${node.text} overflows int`) : goValue(goInt, int);
}

function looksFloating(text: string): boolean {
  if (text.startsWith("'")) return false;
  return /^0[xX]./.test(text) ? /[pP]/.test(text) : /[.eEpP]/.test(text);
}

/** A constant, or what else stands for one, as a `type`. */
export function fitConstant(state: State, node: Operand, type: GoType): Value | undefined {
  const anything = type === reflectValue || (type.kind === 'interface' && type.requires.length === 0);
  if (anything && (node.kind === 'bool' || node.kind === 'number' || node.kind === 'string')) {
    return constant(state, node);
  }
  const [wanted, data] = wantedConstant(node, type);
  if (wanted === '') return state.fail(`can't handle ${show(node)} for arg of type ${type.name}`);
  state.at(node);
  return data === undefined ? state.fail(`expected ${wanted}; found ${show(node)}`) : goValue(type, data);
}

/** What kind of constant the type takes, and its data if the node is one. */
function wantedConstant(
  node: Operand,
  type: GoType,
): readonly [wanted: string, data: boolean | string | bigint | number | Complex | undefined] {
  const number = node.kind === 'number' ? node.value : undefined;
  if (isInteger(type)) {
    return isSigned(type) ? ['integer', number?.int] : ['unsigned integer', number?.uint];
  }
  switch (type.kind) {
    case 'bool':
      return ['bool', node.kind === 'bool' ? node.value : undefined];
    case 'string':
      return ['string', node.kind === 'string' ? node.text : undefined];
    case 'float32':
    case 'float64':
      return ['float', number?.float];
    case 'complex64':
    case 'complex128':
      return ['complex', number?.complex];
    default:
      return ['', undefined];
  }
}
