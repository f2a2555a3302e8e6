// The files below a folder that patterns of `//go:embed` lines stand for (package embed).
//
// A pattern is one of path.Match, element by element. A file that it matches is taken as it is; of a folder, all files
// below it are, without what begins with `.` or `_`, unless the pattern begins with `all:`.

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const WILD = /[*?[\\]/;

/** One element of a pattern as an expression. */
function expressionOf(element: string): RegExp {
  const source = element.replace(/\\(.)|\[\^?[^\]]+\]|[*?]|[^\w]/gs, (part: string, escaped?: string) => {
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (part.startsWith('[')) return part;
    return (escaped ?? part).replace(/\W/, '\\$&');
  });
  return new RegExp(`^${source}$`, 'su');
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function matches(folder: string, elements: readonly string[], prefix = ''): string[] {
  const [element = '', ...rest] = elements;
  const test = WILD.test(element) ? expressionOf(element) : undefined;
  const found = isFolder(join(folder, prefix))
    ? readdirSync(join(folder, prefix)).filter((name) => test?.test(name) ?? name === element)
    : [];
  const paths = found.map((name) => (prefix === '' ? name : `${prefix}/${name}`));
  return rest.length === 0 ? paths : paths.flatMap((path) => matches(folder, rest, path));
}

function filesBelow(folder: string, path: string, hidden: boolean): string[] {
  if (!isFolder(join(folder, path))) return [path];
  const names = readdirSync(join(folder, path)).filter((name) => hidden || !/^[._]/.test(name));
  return names.flatMap((name) => filesBelow(folder, `${path}/${name}`, hidden));
}

/** The files that a pattern stands for, with slashes, sorted by bytes. */
export function embeddedFiles(folder: string, pattern: string): string[] {
  const all = pattern.startsWith('all:');
  const elements = (all ? pattern.slice(4) : pattern).split('/');
  return matches(folder, elements)
    .flatMap((path) => filesBelow(folder, path, all))
    .sort();
}
