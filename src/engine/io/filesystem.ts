// The file system as the engine sees it: the synchronous calls of node:fs that it uses, and nothing else.
//
// Being a subset of node:fs, the real module is an implementation as it stands; tests wrap it to inject
// faults before and after each step, and library users may hand in an in-memory one. Errors are those of
// node:fs (`code`, `syscall`, `path`); `errno.ts` turns them into Go's words.

import type { Stats } from 'node:fs';
import * as fs from 'node:fs';

/** Every file-system call the engine may make. All are synchronous; see node:fs for arguments and errors. */
export type FileSystem = Pick<
  typeof fs,
  | 'chmodSync'
  | 'closeSync'
  | 'existsSync'
  | 'fchmodSync'
  | 'fchownSync'
  | 'fstatSync'
  | 'fsyncSync'
  | 'ftruncateSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readFileSync'
  | 'readSync'
  | 'readdirSync'
  | 'readlinkSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmdirSync'
  | 'statSync'
  | 'symlinkSync'
  | 'unlinkSync'
  | 'utimesSync'
  | 'writeFileSync'
  | 'writeSync'
>;

/** The machine's own file system. */
export const realFileSystem: FileSystem = fs;

/** Those that are the machine's own, seen through something that passes every call on. */
const passingOn = new WeakSet<FileSystem>();

/** States that every call of `fs` reaches `under` as it is. Returns `fs`. */
export function passesOn(fs: FileSystem, under: FileSystem): FileSystem {
  if (isMachine(under)) passingOn.add(fs);
  return fs;
}

/** Whether a path means the same file here and for other threads and processes of this machine. */
export function isMachine(fs: FileSystem): boolean {
  return fs === realFileSystem || passingOn.has(fs);
}

/** What stands at `path`, links followed; undefined also where it cannot be looked at. */
export function lookAt(fs: Pick<FileSystem, 'statSync'>, path: string): Stats | undefined {
  try {
    return fs.statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/**
 * Whether another file can be put in its place without anybody noticing: it is a regular file (a device would be one no
 * more) and has one name (the others would keep the old content).
 */
export function hasPlaceOfItsOwn(file: Stats): boolean {
  return file.isFile() && file.nlink <= 1;
}
