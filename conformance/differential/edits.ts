// Makes the changes that cases ask for.

import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Edit } from './case.js';

/** Makes one change below `root`. Read-only files are written all the same, and keep their mode. */
export function applyEdit(root: string, edit: Edit): void {
  if ('write' in edit) write(join(root, edit.write), edit.text, edit.mode);
  else if ('append' in edit) writable(join(root, edit.append), (file) => appendFileSync(file, edit.text));
  else if ('remove' in edit) removeTree(join(root, edit.remove));
  else if ('replace' in edit)
    writable(join(root, edit.replace), (file) => replaceText(file, edit.pattern, edit.by));
  else if ('flip' in edit) writable(join(root, edit.flip), (file) => flipBit(file, edit.at));
  else if ('chmod' in edit) chmodSync(join(root, edit.chmod), edit.mode);
  else if ('folder' in edit) mkdirSync(join(root, edit.folder), { recursive: true });
  else if ('copy' in edit) cpSync(join(root, edit.copy), join(root, edit.to), { recursive: true });
  else linkTo(join(root, edit.link), edit.to);
}

function write(file: string, text: string, mode: number | undefined): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
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

/** Removes a tree with its read-only folders. */
export function removeTree(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    makeWritable(path);
    rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  }
}

function makeWritable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) makeWritable(join(folder, entry.name));
  }
}
