// Writing a go.need.

import { commandLine } from './command.js';
import { NeedError } from './error.js';
import { type Need, neededLine } from './need.js';

/** What files of this format begin with; the number is that of the format. */
export const HEAD =
  "// go.need v1: the modules that a build reads, for 'gomod download -need=go.need'. Made by:";

/** The text of a go.need. Throws a NeedError where the command line cannot be written. */
export function print({ command, modules }: Need): string {
  const line = commandLine(command);
  if (line === undefined) {
    const problem = 'the names of the packages or tags cannot be written into a go.need';
    throw new NeedError('malformed', { file: 'go.need', line: 2, column: 1 }, problem);
  }
  return [HEAD, `// ${line}`, ...modules.map(neededLine), ''].join('\n');
}
