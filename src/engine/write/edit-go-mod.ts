// One go.mod file, read, changed and written back beside other programs that do the same.
//
// The file is read under a shared lock and written under an exclusive one; when it is another file by then,
// nothing is written. Rules and texts: cmd/go/internal/modcmd/edit.go, lockedfile.Transform.

import { isAbsolute, resolve } from 'node:path';
import { type ModFile, ModFileErrorList, parse } from '../../core/modfile/index.js';
import { withSideLock } from '../cache/side-lock.js';
import { EngineError } from '../error.js';
import { fileError, readLockedFile, transformLockedFile } from '../io/index.js';
import { shortPath } from '../load/read-modfile.js';
import type { Session } from '../session.js';

/** A go.mod file as it was read. */
export interface OpenedGoMod {
  /** As it was given: absolute, or relative to the session's folder. */
  readonly path: string;
  readonly data: Uint8Array;
  /** May be changed. */
  readonly file: ModFile;
}

/** A failed call on `path`, named as it was given. Where we look before we open, go only opens. */
function failure(error: unknown, path: string): Error {
  const { syscall = '' } = error as NodeJS.ErrnoException;
  return fileError(error, { name: path, ...(/stat|realpath/.test(syscall) ? { op: 'open' } : {}) });
}

async function read(session: Session, path: string): Promise<Uint8Array> {
  // No name is no file, not the session's folder.
  if (path === '') throw new EngineError('not-exist', 'open : no such file or directory');
  try {
    return await readLockedFile(session, resolve(session.cwd, path));
  } catch (error) {
    throw failure(error, path);
  }
}

/** Reads the file at `path`. Rejects in Go's words; versions have to be canonical. */
export async function openGoMod(session: Session, path: string): Promise<OpenedGoMod> {
  const data = await read(session, path);
  try {
    return { path, data, file: parse(path, data) };
  } catch (error) {
    if (!(error instanceof ModFileErrorList)) throw error;
    const shown = isAbsolute(path) ? shortPath(session, path) : path;
    throw new EngineError('bad-gomod', `errors parsing ${shown}:\n${error.message}`, { cause: error });
  }
}

/** Writes `text` over the file, unless that has changed since it was read. Rejects in Go's words. */
export async function writeGoMod(session: Session, opened: OpenedGoMod, text: Uint8Array): Promise<void> {
  const { path, data } = opened;
  const change = (now: Uint8Array) => {
    if (Buffer.compare(now, data) === 0) return text;
    throw new EngineError('dirty', 'go.mod changed during editing; not overwriting');
  };
  try {
    await withSideLock(session, () => transformLockedFile(session, resolve(session.cwd, path), change));
  } catch (error) {
    throw failure(error, path);
  }
}
