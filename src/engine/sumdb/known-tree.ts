// `$GOPATH/pkg/sumdb/<name>/latest`: the newest signed tree that this user has seen, shared with the go command.
//
// Read and compared-and-replaced under the flock that the go command takes on the very file. It is written in
// place, as the go command does, and not by renaming: a go command that waits for the lock on the old file
// would go on to write to a file that has lost its name. One write of some 200 bytes, and only then a cut: whoever
// is killed in between leaves the new note with at most the end of a longer old one, and as trees only
// grow, so do notes.
// Rules: cmd/go/internal/modfetch/sumdb.go (ReadConfig, WriteConfig), cmd/go/internal/lockedfile.

import { delimiter, dirname, join } from 'node:path';
import { EngineError } from '../error.js';
import { errnoCode, type FileSystem, fileError, mkdirAll, readLockedFile, readStep } from '../io/index.js';
import type { Session } from '../session.js';

/** The `latest` file of one database. */
export class KnownTree {
  constructor(
    private readonly session: Session,
    /** `<name>/latest`. */
    private readonly file: string,
  ) {}

  /** The note; empty when there is none yet. Rejects with an error in Go's words. */
  async read(): Promise<Uint8Array> {
    const path = this.#path();
    try {
      return await readLockedFile(this.session, path);
    } catch (error) {
      if (errnoCode(error) === 'ENOENT') return new Uint8Array(0);
      throw fileError(error, { op: readStep(error), path });
    }
  }

  /** Replaces the note if it is still `old`, or none. Resolves false when it is something else by now. */
  async replace(old: Uint8Array, updated: Uint8Array): Promise<boolean> {
    const path = this.#path();
    const { fs, locker, signal } = this.session;
    makeFolder(fs, dirname(path));
    try {
      const lock = await locker.lock(path, 'exclusive', signal);
      try {
        const present = fs.readFileSync(lock.fd);
        if (present.length > 0 && !present.equals(old)) return false;
        write(fs, lock.fd, updated);
        return true;
      } finally {
        lock.unlock();
      }
    } catch (error) {
      throw fileError(error, { path });
    }
  }

  #path(): string {
    const { env } = this.session;
    const gopath = env.get('GOPATH').split(delimiter)[0] ?? '';
    if (gopath === '') {
      const reason = whyNoGopath(env.process.HOME ?? '', env.get('GOROOT'));
      throw new EngineError('bad-environment', `could not locate sumdb file: missing $GOPATH: ${reason}`);
    }
    return join(gopath, 'pkg', 'sumdb', this.file);
  }
}

function whyNoGopath(home: string, goroot: string): string {
  if (home === '') return 'HOME is not set';
  return join(home, 'go') === goroot ? 'cannot set GOROOT as GOPATH' : '';
}

/** As in go, a folder that cannot be made shows when the file is opened. */
function makeFolder(fs: FileSystem, folder: string): void {
  try {
    mkdirAll(fs, folder);
  } catch (error) {
    if (errnoCode(error) === undefined) throw error;
  }
}

function write(fs: FileSystem, fd: number, data: Uint8Array): void {
  for (let at = 0; at < data.length; ) at += fs.writeSync(fd, data, at, data.length - at, at);
  fs.ftruncateSync(fd, data.length);
}
