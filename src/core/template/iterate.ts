// What `range` goes through: numbers from 0, lists, maps by key, and functions that yield.

import {
  elementAt,
  goInt,
  goValue,
  integerOf,
  isInteger,
  lengthOf,
  sortedEntries,
  type Value,
} from '../gostruct/index.js';

/** One round of a loop. */
export interface Step {
  readonly index: Value | undefined;
  readonly element: Value | undefined;
}

/** The rounds for a value and that many variables; or the message, with %v for the value. */
export function iterate(value: Value | undefined, variables: number): Iterator<Step> | string {
  if (value === undefined) return [].values();
  if (isInteger(value.type)) {
    if (variables > 1) return "can't use %v to iterate over more than one variable";
    return numbers(value);
  }
  switch (value.type.kind) {
    case 'slice':
      return elements(value);
    case 'map':
      return sortedEntries(value)
        .map((entry): Step => ({ index: entry.key, element: entry.value }))
        .values();
    case 'func':
      return yielded(value, variables);
    default:
      return "range can't iterate over %v";
  }
}

function* numbers(value: Value): Generator<Step> {
  const end = integerOf(value);
  for (let at = 0n; at < end; at++) yield { index: undefined, element: goValue(value.type, at) };
}

function* elements(value: Value): Generator<Step> {
  const length = lengthOf(value);
  for (let at = 0; at < length; at++) {
    yield { index: goValue(goInt, BigInt(at)), element: elementAt(value, at) };
  }
}

function yielded({ type, data }: Value, variables: number): Iterator<Step> | string {
  const [first, second] = (type.kind === 'func' ? type.yields : undefined) ?? [];
  if (first === undefined) return "range can't iterate over %v";
  const source = data as () => Iterable<unknown>;
  if (second === undefined) {
    if (variables > 1) return "can't use %v iterate over more than one variable";
    return map(source(), (item) => ({ index: undefined, element: goValue(first, item) }));
  }
  return map(source() as Iterable<readonly [unknown, unknown]>, ([key, item]) => {
    const index = goValue(first, key);
    return variables > 1 ? { index, element: goValue(second, item) } : { index: undefined, element: index };
  });
}

function* map<T>(items: Iterable<T>, step: (item: T) => Step): Generator<Step> {
  for (const item of items) yield step(item);
}
