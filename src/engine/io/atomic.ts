// Files that appear whole or not at all.
//
// The content goes to a temporary file that is then renamed over the target. As in the go command
// (cmd/go/internal/modfetch, writeDiskCache), nothing is synced to the disk: what has to survive is the death
// of a process at any moment, not that of the machine, after which a cache entry that is empty or
// cut is found by its hash. Temporary names are those of the go command: `<name><number below 10^9>.tmp`.

import { dirname } from 'node:path';
import { errnoCode } from './errno.js';
import { type FileSystem, lookAt } from './filesystem.js';

/** How often another name is tried when a temporary name is taken. */
const TEMPORARY_TRIES = 10_000;

/** A name that nobody else is likely to choose; `random` is uniform in [0, 1). */
export function scratchName(random: () => number): string {
  return Math.floor(random() * 2 ** 40).toString(36);
}

/** Options of {@link writeFileAtomic}. */
export interface AtomicOptions {
  /** Permission bits before umask; 0o666 when not given. */
  readonly mode?: number;
  /** Uniform in [0, 1): the number in the temporary name. */
  readonly random: () => number;
  /** Existing folder on the same file system that takes the temporary file; the target's own when not given. */
  readonly scratch?: string;
}

/** An open temporary file. The caller closes it, and removes or renames it. */
export interface Temporary {
  readonly fd: number;
  readonly path: string;
}

/** Creates a file that nobody else has, opened read-write. Throws the node:fs error. */
export function createTemporary(
  fs: FileSystem,
  folder: string,
  prefix: string,
  options: AtomicOptions,
): Temporary {
  for (let tries = 1; ; tries++) {
    const path = `${folder}/${prefix}${Math.floor(options.random() * 1e9)}.tmp`;
    try {
      return { fd: fs.openSync(path, 'wx+', options.mode ?? 0o666), path };
    } catch (error) {
      if (errnoCode(error) !== 'EEXIST' || tries >= TEMPORARY_TRIES) throw error;
    }
  }
}

/**
 * Writes all of `data`, at `position` or where the descriptor stands. Throws the node:fs error, which names no path.
 */
export function writeAll(fs: FileSystem, fd: number, data: Uint8Array, position?: number): void {
  for (let at = 0; at < data.length; ) {
    at += fs.writeSync(fd, data, at, data.length - at, position === undefined ? null : position + at);
  }
}

/**
 * Replaces or creates `path` with `data`. Its folder must exist. At every moment the old file or the new one is
 * there, whole; after a failure, which is the node:fs error with a path, the old one.
 */
export function writeFileAtomic(
  fs: FileSystem,
  path: string,
  data: Uint8Array,
  options: AtomicOptions,
): void {
  const slash = path.lastIndexOf('/');
  const temporary = createTemporary(fs, options.scratch ?? dirname(path), path.slice(slash + 1), options);
  try {
    try {
      writeAll(fs, temporary.fd, data);
    } finally {
      fs.closeSync(temporary.fd);
    }
    fs.renameSync(temporary.path, path);
  } catch (error) {
    discard(fs, temporary.path);
    throw withPath(error, temporary.path);
  }
}

/**
 * Calls `write`, which writes over the content of an open file. Where that fails the file gets its old content back, whose
 * blocks are there however full the disk is, and the failure is thrown.
 */
export function orRestore(fs: FileSystem, fd: number, old: Uint8Array, write: () => void): void {
  try {
    write();
  } catch (error) {
    try {
      writeAll(fs, fd, old, 0);
      fs.ftruncateSync(fd, old.length);
    } catch {
      // The first failure says more.
    }
    throw error;
  }
}

/** Removes a file if it can be removed. */
export function discard(fs: FileSystem, path: string): void {
  try {
    fs.unlinkSync(path);
  } catch {
    // Best effort: the failure that led here says more.
  }
}

/**
 * Creates `path` and the folders above it, with mode 0777 before umask. Throws the node:fs error of the folder
 * that could not be made.
 */
export function mkdirAll(fs: FileSystem, path: string): void {
  // Where it cannot be looked at, the folder above it tells why.
  const present = lookAt(fs, path);
  if (present?.isDirectory()) return;
  if (present !== undefined) throw notDirectory(path);
  const parent = dirname(path);
  if (parent !== path) mkdirAll(fs, parent);
  makeFolder(fs, path);
}

/**
 * Creates the folder `path`, `mode` before umask; false when another was first. Throws the node:fs error where it cannot
 * be made.
 */
export function makeFolder(fs: FileSystem, path: string, mode = 0o777): boolean {
  try {
    fs.mkdirSync(path, mode);
    return true;
  } catch (error) {
    if (errnoCode(error) !== 'EEXIST') throw error;
    const present = fs.statSync(path, { throwIfNoEntry: false });
    if (present?.isDirectory()) return false;
    throw present === undefined ? error : notDirectory(path);
  }
}

function notDirectory(path: string): NodeJS.ErrnoException {
  const error: NodeJS.ErrnoException = new Error(`ENOTDIR: not a directory, mkdir '${path}'`);
  return Object.assign(error, { code: 'ENOTDIR', syscall: 'mkdir', path });
}

/** The error with a path: node:fs names none for calls on descriptors. */
export function withPath(error: unknown, path: string): unknown {
  if (errnoCode(error) !== undefined) (error as NodeJS.ErrnoException).path ??= path;
  return error;
}
