// Globs over whole paths: those of path.Match for each element, and `**` for any folders.
//
//   **       as an element of its own: any number of folders, none included; at the end all that is below
//   * ? [ ]  within one element, as in glob.ts
//
// Braces are refused, since elsewhere they stand for a choice; behind a backslash they are themselves.
//
// A path has slashes between its elements and none at its ends; nothing is special about names that begin with a dot. All
// of the path must match. Elements are matched once each at every place, so that matching is at worst the product of the
// number of elements on both sides.

import { GomodError } from './error.js';
import { parseGlob } from './glob.js';

/** A glob that means nothing; the message says why. */
export class PathGlobError extends GomodError<'bad-glob'> {
  constructor(message: string) {
    super('bad-glob', message);
  }
}

/** A test for one element; undefined for `**`. */
type Element = ((name: string) => boolean) | undefined;

/** The test that `glob` stands for. Throws a PathGlobError. */
export function parsePathGlob(glob: string): (path: string) => boolean {
  if (glob === '') throw new PathGlobError('empty pattern');
  if (glob.startsWith('/'))
    throw new PathGlobError('pattern begins with a slash: paths are relative to a module');
  const elements = glob.split('/').map((text) => elementOf(text, glob));
  return (path) => matches(elements, path.split('/'));
}

function elementOf(text: string, glob: string): Element {
  if (text === '**') return undefined;
  if (text === '') {
    throw new PathGlobError(glob.endsWith('/') ? 'pattern ends in a slash' : 'two slashes in a row');
  }
  if (text === '.' || text === '..') throw new PathGlobError(`element ${text} in pattern`);
  if (text.includes('**')) throw new PathGlobError('** stands for folders: it must be between slashes');
  if (/(?<!\\)[{}]/.test(text)) throw new PathGlobError('no braces: write a pattern for each of their words');
  const matchesName = parseGlob(text);
  if (matchesName === undefined) throw new PathGlobError('syntax error in pattern');
  return matchesName;
}

/** Whether the elements match all the names. Keeps, name by name, which beginnings of the glob match so far. */
function matches(elements: readonly Element[], names: readonly string[]): boolean {
  let reached = past(elements, new Set([0]));
  for (const name of names) {
    const next = new Set<number>();
    for (const at of reached) {
      if (at === elements.length) continue;
      const element = elements[at];
      if (element === undefined) next.add(at);
      else if (element(name)) next.add(at + 1);
    }
    reached = past(elements, next);
  }
  return reached.has(elements.length);
}

/** Adds what is reached by letting a `**` stand for no more folders. */
function past(elements: readonly Element[], reached: Set<number>): Set<number> {
  // A set is walked in the order of insertion, what is added on the way included.
  for (const at of reached) if (at < elements.length && elements[at] === undefined) reached.add(at + 1);
  return reached;
}
