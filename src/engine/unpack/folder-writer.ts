// Filling a new folder with the files of a module, in the fewest system calls: three a file, one a folder.
//
// Files are created with mode 0444, folders with 0777, both before umask, and never replaced. When all are
// there the folders may lose their write permission, the inner ones first, as the go command leaves them.

import { errnoCode, type FileSystem, mkdirAll, withPath } from '../io/index.js';
import type { EntrySink } from './archive-hash.js';
import { UnpackError } from './error.js';

const FILE_MODE = 0o444;
const WRITE_BITS = 0o222;
const MODE_BITS = 0o7777;

/** What a file system answers that knows no modes, or lets only the owner of the disk change them. */
const MODES_FIXED = new Set(['EACCES', 'EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EPERM']);

/** A file of a {@link FolderWriter}. Its methods throw the node:fs error, with a path. */
class NewFile implements EntrySink {
  private fd: number;

  constructor(
    private readonly fs: FileSystem,
    private readonly path: string,
  ) {
    this.fd = fs.openSync(path, 'wx', FILE_MODE);
  }

  add(data: Uint8Array): void {
    try {
      for (let at = 0; at < data.length; ) at += this.fs.writeSync(this.fd, data, at, data.length - at);
    } catch (error) {
      throw withPath(error, this.path);
    }
  }

  restart(): void {
    this.close();
    this.fs.unlinkSync(this.path);
    this.fd = this.fs.openSync(this.path, 'wx', FILE_MODE);
  }

  close(): void {
    try {
      this.fs.closeSync(this.fd);
    } catch (error) {
      throw withPath(error, this.path);
    }
  }
}

/** See the head of this file. Every method throws the node:fs error, with a path. */
export class FolderWriter {
  private readonly made = new Set<string>();

  /** Makes the folder, and those above it where they are missing. Throws {@link UnpackError} when it is not empty. */
  constructor(
    private readonly fs: FileSystem,
    private readonly root: string,
  ) {
    try {
      fs.mkdirSync(root);
    } catch (error) {
      if (errnoCode(error) === 'ENOENT') mkdirAll(fs, root);
      else if (errnoCode(error) !== 'EEXIST') throw error;
      else if (fs.readdirSync(root).length > 0) {
        throw new UnpackError('not-empty', `target directory ${root} exists and is not empty`);
      }
    }
  }

  /** Creates the file at `path`: relative, clean, with slashes. */
  begin(path: string): EntrySink {
    this.makeFolder(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    return new NewFile(this.fs, `${this.root}/${path}`);
  }

  /** Makes a folder and those above it, from the root on: the first that cannot be made ends it. */
  private makeFolder(folder: string): void {
    if (folder === '' || this.made.has(folder)) return;
    for (let slash = folder.indexOf('/'); ; slash = folder.indexOf('/', slash + 1)) {
      const path = slash < 0 ? folder : folder.slice(0, slash);
      if (!this.made.has(path)) {
        this.fs.mkdirSync(`${this.root}/${path}`);
        this.made.add(path);
      }
      if (slash < 0) return;
    }
  }

  /** Takes the write permission from all folders. Where modes cannot be changed at all they stay, as in Go. */
  makeReadOnly(): void {
    // Those within came to be in one way, and have one mode.
    let within: number | undefined;
    for (const folder of [...this.made].reverse()) {
      const path = `${this.root}/${folder}`;
      within ??= this.readOnlyMode(path);
      this.setMode(path, within);
    }
    this.setMode(this.root, this.readOnlyMode(this.root));
  }

  private readOnlyMode(folder: string): number {
    return this.fs.statSync(folder).mode & MODE_BITS & ~WRITE_BITS;
  }

  private setMode(folder: string, mode: number): void {
    try {
      this.fs.chmodSync(folder, mode);
    } catch (error) {
      if (!MODES_FIXED.has(errnoCode(error) ?? '')) throw error;
    }
  }
}
