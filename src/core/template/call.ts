// `call`: functions that are data.

import {
  type Call,
  CallError,
  concrete,
  type FuncType,
  type SliceType,
  type Value,
} from '../gostruct/index.js';
import { asType } from './functions.js';

/** Calls the first value with the others. `name` is how messages call it. */
export function callValue(name: string, [first, ...args]: readonly (Value | undefined)[]): Value | undefined {
  const callee = concrete(first);
  if (callee === undefined) throw new CallError('call of nil');
  const { type } = callee;
  if (type.kind !== 'func') throw new CallError(`non-function ${name} of type ${type.name}`);
  checkResults(name, type);
  const { params, variadic } = type;
  const least = variadic ? params.length - 1 : params.length;
  if (variadic ? args.length < least : args.length !== least) {
    const want = variadic ? `at least ${least}` : String(least);
    throw new CallError(`wrong number of args for ${name}: got ${args.length} want ${want}`);
  }
  const values = args.map((arg, index) => {
    const wanted = index < least ? params[index]! : (params.at(-1) as SliceType).elem();
    return prepared(concrete(arg), wanted, index);
  });
  if (callee.data === undefined) throw new CallError('reflect.Value.Call: call of nil function');
  return (callee.data as Call)(values);
}

function prepared(arg: Value | undefined, type: Parameters<typeof asType>[1], index: number): Value {
  try {
    return asType(arg, type);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    throw new CallError(`arg ${index}: ${error.message}`);
  }
}

function checkResults(name: string, { results }: FuncType): void {
  if (results.length === 1 || (results.length === 2 && results[1]?.name === 'error')) return;
  throw new CallError(
    results.length === 2
      ? `invalid function signature for ${name}: second return value should be error; is ${results[1]?.name}`
      : `function ${name} has ${results.length} return values; should be 1 or 2`,
  );
}
