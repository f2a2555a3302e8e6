// Print, Println, and single values under a verb.

import { concrete, type Value } from '../gostruct/index.js';
import { Printer } from './printer.js';

/** Go's fmt.Sprint: blanks between operands where neither is a text. */
export function sprint(args: readonly (Value | undefined)[]): string {
  const printer = new Printer();
  let afterText = true;
  args.forEach((arg, index) => {
    const isText = concrete(arg)?.type.kind === 'string';
    if (index > 0 && !isText && !afterText) printer.write(' ');
    printer.argument(arg, 'v');
    afterText = isText;
  });
  return printer.text;
}

/** Go's fmt.Sprintln: blanks between all operands, and a newline at the end. */
export function sprintln(args: readonly (Value | undefined)[]): string {
  const printer = new Printer();
  args.forEach((arg, index) => {
    if (index > 0) printer.write(' ');
    printer.argument(arg, 'v');
  });
  printer.write('\n');
  return printer.text;
}

/** How Go prints a reflect.Value under a plain verb. */
export function formatValue(value: Value | undefined, verb: 'v' | 's'): string {
  const printer = new Printer();
  if (value === undefined) printer.value(undefined, verb, 0);
  else printer.argument(value, verb);
  return printer.text;
}
