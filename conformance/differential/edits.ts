// Makes the changes that cases ask for.
//
// A `*` in the name of something stands for any run of characters but slashes: the first name there is.

import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { removeTree } from '../../tools/testing/scratch.js';
import { globMatcher } from '../fixtures/fault.js';
import type { Edit } from './case.js';

/** Makes one change below `root`. Read-only files are written all the same, and keep their mode. */
export function applyEdit(root: string, edit: Edit): void {
  const at = (path: string) => findFirst(root, path);
  if ('write' in edit) write(at(edit.write), edit.text, edit.mode);
  else if ('append' in edit) writable(at(edit.append), (file) => appendFileSync(file, edit.text));
  else if ('remove' in edit) removeTree(at(edit.remove));
  else if ('replace' in edit) writable(at(edit.replace), (file) => replaceText(file, edit.pattern, edit.by));
  else if ('flip' in edit) writable(at(edit.flip), (file) => flipBit(file, edit.at));
  else if ('chmod' in edit) chmodSync(at(edit.chmod), edit.mode);
  else if ('folder' in edit) mkdirSync(at(edit.folder), { recursive: true });
  else if ('copy' in edit) cpSync(at(edit.copy), join(root, edit.to), { recursive: true });
  else linkTo(join(root, edit.link), edit.to);
}

/** The path with the first names that its patterns match. */
function findFirst(root: string, path: string): string {
  let folder = root;
  for (const part of path.split('/')) {
    const names = part.includes('*') ? readdirSync(folder).filter(globMatcher(part)).sort() : [part];
    if (names[0] === undefined) throw new Error(`${folder}: no name matches ${part}`);
    folder = join(folder, names[0]);
  }
  return folder;
}

function write(file: string, text: string, mode: number | undefined): void {
  mkdirSync(dirname(file), { recursive: true });
  const there = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  if (there) writable(file, () => writeFileSync(file, text));
  else writeFileSync(file, text);
  if (mode !== undefined) chmodSync(file, mode);
}

function linkTo(file: string, target: string): void {
  mkdirSync(dirname(file), { recursive: true });
  symlinkSync(target, file);
}

function writable(file: string, change: (file: string) => void): void {
  const { mode } = statSync(file);
  chmodSync(file, mode | 0o200);
  change(file);
  chmodSync(file, mode & 0o7777);
}

function replaceText(file: string, pattern: RegExp, by: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(pattern, by);
  if (after === before) throw new Error(`${file}: nothing matches ${pattern}`);
  writeFileSync(file, after);
}

function flipBit(file: string, at: number): void {
  const bytes = readFileSync(file);
  const index = at < 0 ? bytes.length + at : at;
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
