// The `h1:` hash of a folder (dirhash.HashDir): the files below it, symbolic links read as what they point to.

import { constants } from 'node:fs';
import { hash1 } from '../../core/dirhash/index.js';
import { compareText } from '../../core/text.js';
import { MAX_ZIP_FILE, requireHashableName } from '../../core/zip/index.js';
import { EngineError } from '../error.js';
import { type FileSystem, withPath } from '../io/index.js';
import { digestOf, FileDigest, type Scratch } from './scratch.js';

/** Opening a pipe that nobody writes to must not wait. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function byName(a: { name: string }, b: { name: string }): number {
  return compareText(a.name, b.name);
}

/**
 * The paths, relative and with slashes, of all that is no folder below `root`, in the order of Go's filepath.Walk.
 * Throws the node:fs error, or an EngineError when `root` is no folder.
 */
export function folderFiles(fs: FileSystem, root: string): string[] {
  if (!fs.lstatSync(root).isDirectory()) throw new EngineError('io', `${root} is not a directory`);
  const files: string[] = [];
  const walk = (prefix: string): void => {
    const entries = fs.readdirSync(prefix === '' ? root : `${root}/${prefix}`, { withFileTypes: true });
    for (const entry of entries.sort(byName)) {
      if (entry.isDirectory()) walk(`${prefix}${entry.name}/`);
      else files.push(prefix + entry.name);
    }
  };
  walk('');
  return files;
}

/** A file of a folder, read from its beginning on. Errors are those of node:fs, with a path. */
export class FolderFile {
  private readonly fd: number;

  constructor(
    private readonly fs: FileSystem,
    private readonly path: string,
  ) {
    this.fd = fs.openSync(path, READ);
  }

  /**
   * Reads up to `length` bytes into `buffer`, as many as there are; fewer only at the end. Where `expected` bytes came
   * at once although more were asked for, that is the end: file systems give of a file what there is.
   */
  read(buffer: Buffer, length: number, expected = -1): number {
    let have = 0;
    while (have < length) {
      const got = this.readOnce(buffer, have, length - have);
      have += got;
      if (got === 0 || got === expected) break;
    }
    return have;
  }

  /** One read: as many bytes as the file system gives at once, which is nearly always all that there are. */
  readOnce(buffer: Buffer, at = 0, length = buffer.length): number {
    try {
      return this.fs.readSync(this.fd, buffer, at, length, null);
    } catch (error) {
      throw withPath(error, this.path);
    }
  }

  close(): void {
    this.fs.closeSync(this.fd);
  }
}

/** How a folder is hashed. */
export interface FolderHashOptions {
  /** Called before each file; may throw. */
  readonly checkpoint: () => void;
  /**
   * Takes a read that gives less than was asked for as a file's last, which saves a system call for each file. For
   * folders whose sum is compared with one known beforehand, and which are read again when it differs.
   */
  readonly quick: boolean;
}

/** The digest of a file; undefined when it has more than `limit` bytes. `buffer` is used to read it. */
function digestFile(
  fs: FileSystem,
  path: string,
  buffer: Buffer,
  limit: number,
  quick: boolean,
): { sha256: string; size: number } | undefined {
  const file = new FolderFile(fs, path);
  const digest = new FileDigest();
  try {
    for (let size = 0; ; ) {
      const got = quick ? file.readOnce(buffer) : file.read(buffer, buffer.length);
      size += got;
      if (size > limit) return undefined;
      const sha256 = digest.add(buffer.subarray(0, got), got < buffer.length);
      if (sha256 !== undefined) return { sha256, size };
    }
  } finally {
    file.close();
  }
}

/**
 * The hash of the folder's files under the names `prefix` + path; undefined when they are more than a module may
 * have, which no recorded sum can be of. Throws the node:fs error of the first file, by name, that cannot be read.
 */
export function hashFolder(
  fs: FileSystem,
  root: string,
  prefix: string,
  scratch: Scratch,
  { checkpoint, quick }: FolderHashOptions,
): string | undefined {
  const digests: { name: string; sha256: string }[] = [];
  let left = MAX_ZIP_FILE;
  for (const path of folderFiles(fs, root).sort(compareText)) {
    checkpoint();
    requireHashableName(path);
    const file = digestFile(fs, `${root}/${path}`, scratch.compared(), left, quick);
    if (file === undefined) return undefined;
    left -= file.size;
    digests.push({ name: prefix + path, sha256: file.sha256 });
  }
  return hash1(digests, digestOf);
}
