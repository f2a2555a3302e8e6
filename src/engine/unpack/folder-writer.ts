// Filling a new folder with the files of a module, in the fewest system calls: three a file, one a folder.
//
// Files are created with mode 0444, folders with 0777, both before umask, and never replaced. When all are
// there the folders may lose their write permission, the inner ones first, as the go command leaves them.

import { errnoCode, type FileSystem, mkdirAll } from '../io/index.js';
import { UnpackError } from './error.js';

const FILE_MODE = 0o444;
const WRITE_BITS = 0o222;
const MODE_BITS = 0o7777;

/** Writes one file after the other. Every method throws the node:fs error, with a path. */
export class FolderWriter {
  private readonly made = new Set<string>();
  private fd: number | undefined;
  private path = '';

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

  /** Begins the file at `path`: relative, clean, with slashes. */
  begin(path: string): void {
    this.makeFolder(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    this.path = `${this.root}/${path}`;
    this.fd = this.fs.openSync(this.path, 'wx', FILE_MODE);
  }

  private makeFolder(folder: string): void {
    if (folder === '' || this.made.has(folder)) return;
    this.makeFolder(folder.slice(0, Math.max(0, folder.lastIndexOf('/'))));
    this.fs.mkdirSync(`${this.root}/${folder}`);
    this.made.add(folder);
  }

  /** Appends to the file that was begun. */
  write(data: Uint8Array): void {
    const { fd } = this;
    if (fd === undefined) return;
    this.withPath(() => {
      for (let at = 0; at < data.length; ) at += this.fs.writeSync(fd, data, at, data.length - at);
    });
  }

  /** Forgets what was written to the file that was begun. */
  restart(): void {
    this.end();
    this.fs.unlinkSync(this.path);
    this.fd = this.fs.openSync(this.path, 'wx', FILE_MODE);
  }

  /** Ends the file that was begun, if one was. */
  end(): void {
    const { fd } = this;
    if (fd === undefined) return;
    this.fd = undefined;
    this.withPath(() => this.fs.closeSync(fd));
  }

  /** node:fs names no path for calls on descriptors. */
  private withPath(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (errnoCode(error) !== undefined) (error as NodeJS.ErrnoException).path ??= this.path;
      throw error;
    }
  }

  /** Takes the write permission from all folders. As in Go, what cannot be changed stays as it is. */
  makeReadOnly(): void {
    const folders = [this.root, ...[...this.made].map((folder) => `${this.root}/${folder}`)];
    for (const folder of folders.reverse()) {
      try {
        this.fs.chmodSync(folder, this.fs.statSync(folder).mode & MODE_BITS & ~WRITE_BITS);
      } catch (error) {
        if (errnoCode(error) === undefined) throw error;
      }
    }
  }
}
