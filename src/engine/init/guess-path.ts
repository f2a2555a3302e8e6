// Which path a module in a folder should have, from what the folder itself says.
//
// An import comment behind a package clause names the import path of its package: in the folder that is the module's
// path, one level down its parent. Else the place in GOPATH tells. Rules: modload.findModulePath.

import type { Dirent } from 'node:fs';
import { delimiter, join, posix, sep } from 'node:path';
import { parseString, StringError } from '../../core/modfile/index.js';
import { checkImportPath, InvalidPathError } from '../../core/module/index.js';
import { compareText, decodeText } from '../../core/text.js';
import type { FileSystem } from '../io/index.js';
import type { Session } from '../session.js';

/** A path, or why there is none: '' where no folder of GOPATH has the one looked at. */
export type Guess = { readonly path: string } | { readonly problem: string };

/** See the head of this file. */
export function guessModulePath(session: Session, folder: string): Guess {
  const commented = pathOfComments(session.fs, folder);
  return commented === undefined ? pathInGoPath(session, folder) : { path: commented };
}

/** The entries of a folder, in the order of their names' bytes; none where it cannot be read. */
function entriesOf(fs: FileSystem, folder: string): Dirent[] {
  try {
    const entries = fs.readdirSync(folder, { withFileTypes: true });
    return entries.sort((a, b) => compareText(a.name, b.name));
  } catch {
    return [];
  }
}

function pathOfComments(fs: FileSystem, folder: string): string | undefined {
  const entries = entriesOf(fs, folder);
  const here = firstComment(fs, folder, entries);
  if (here !== undefined) return here;
  for (const below of entries.filter((entry) => entry.isDirectory())) {
    const path = join(folder, below.name);
    const there = firstComment(fs, path, entriesOf(fs, path));
    if (there !== undefined) return posix.dirname(posix.normalize(there));
  }
  return undefined;
}

function firstComment(fs: FileSystem, folder: string, entries: readonly Dirent[]): string | undefined {
  for (const entry of entries) {
    if (!entry.isFile() || !entry.name.endsWith('.go')) continue;
    const path = importComment(fs, join(folder, entry.name));
    if (path !== undefined) return path;
  }
  return undefined;
}

const COMMENT = /(?:^|\n)package[ \t]+[^ \t\r\n/]+[ \t]+\/\/[ \t]+import[ \t]+("[^"]+")[ \t]*\r?\n/;

/** The path in the first import comment of a Go file; undefined without one. */
function importComment(fs: FileSystem, file: string): string | undefined {
  let text: string;
  try {
    text = decodeText(fs.readFileSync(file));
  } catch {
    return undefined;
  }
  const literal = COMMENT.exec(text)?.[1];
  if (literal === undefined) return undefined;
  try {
    return parseString(literal) || undefined;
  } catch (error) {
    if (error instanceof StringError) return undefined;
    throw error;
  }
}

function pathInGoPath({ env, fs }: Session, folder: string): Guess {
  for (const entry of env.get('GOPATH').split(delimiter)) {
    if (entry === '') continue;
    const below = within(fs, folder, join(entry, 'src'));
    if (below === undefined || below === '') continue;
    const path = below.split(sep).join('/');
    try {
      checkImportPath(path);
      return { path };
    } catch (error) {
      if (!(error instanceof InvalidPathError)) throw error;
      return { problem: `bad module path inferred from directory in GOPATH: ${error.message}` };
    }
  }
  return { problem: '' };
}

/** The way from `folder` down to `path`, by name or by where links lead; undefined where there is none. */
function within(fs: FileSystem, path: string, folder: string): string | undefined {
  const real = (name: string): string => {
    try {
      return fs.realpathSync(name);
    } catch {
      return name;
    }
  };
  const [realPath, realFolder] = [real(path), real(folder)];
  for (const [a, b] of [
    [path, folder],
    [realPath, folder],
    [path, realFolder],
    [realPath, realFolder],
  ] as const) {
    if (a === b) return '';
    if (a.startsWith(b.endsWith(sep) ? b : b + sep)) return a.slice(b.length).replace(/^[/\\]/, '');
  }
  return undefined;
}
