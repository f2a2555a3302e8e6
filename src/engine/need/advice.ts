// What to do about a go.need that is not up to date.

import { relative } from 'node:path';
import { commandLine, type NeedCommand, shellWord } from '../../core/need/index.js';
import { isWithin } from '../load/index.js';

/** How the file, by its absolute path, is made anew. `root`: the folder of go.mod or go.work. */
export function remakingAdvice(command: NeedCommand, root: string, file: string): string {
  const line = `${commandLine(command)} > ${shellWord(seenFrom(root, file))}`;
  return `to make it anew, in the folder of go.mod or go.work:\n\t${line}`;
}

/** The path of a file, absolute, as somebody in the folder `root` names it. */
export function seenFrom(root: string, file: string): string {
  return isWithin(file, root) ? relative(root, file) : file;
}
