// go.work: which modules are worked on together.
//
// Rules and texts: modload.LoadWorkFile, ReadWorkFile.

import { dirname, isAbsolute } from 'node:path';
import { parseWork, type WorkFile } from '../../core/modfile/index.js';
import { FatalError, messageOf } from '../error.js';
import { joinPath } from '../io/index.js';
import type { Session } from '../session.js';
import { godebugProblems } from './godebug.js';
import type { NewerGo } from './newer-go.js';
import type { Overlay } from './overlay.js';
import { OpenError, readFileBytes, shortPath } from './read-modfile.js';

/** A workspace file, where it is, and the folders that it lists. */
export interface Workspace {
  /** Absolute. */
  readonly path: string;
  readonly file: WorkFile;
  /** Absolute folders of the members, in the order of the file. */
  readonly members: readonly string[];
}

/** What reading go.work takes. */
export interface WorkspaceHost {
  readonly session: Session;
  readonly overlay: Overlay;
  readonly newer: NewerGo;
}

/** Reads the workspace file at `path`. Rejects with a FatalError in Go's words, or the refusal of its go line. */
export async function readWorkspace(host: WorkspaceHost, path: string): Promise<Workspace> {
  const { session, newer } = host;
  const shown = shortPath(session, path);
  const data = await readWorkData(host, path, shown);
  let file: WorkFile;
  try {
    file = parseWork(shown, data);
  } catch (error) {
    throw new FatalError('bad-gomod', `errors parsing go.work:\n${messageOf(error)}`, { cause: error });
  }
  newer.check({ what: shown, goVersion: file.go?.version ?? '' });
  const members = memberFolders(file, path, shown);
  // Unlike those of go.mod, of these lines only the first bad one is told.
  const [problem] = godebugProblems(file.godebug, 'go.work', shown, session.release);
  if (problem !== undefined) throw problem;
  return { path, file, members };
}

async function readWorkData(host: WorkspaceHost, path: string, shown: string): Promise<Uint8Array> {
  const { session, overlay } = host;
  if (overlay.actual(path) === undefined) {
    throw new FatalError('io', `reading go.work: Open ${shown}: deleted in overlay`);
  }
  try {
    return await readFileBytes(session, overlay, path);
  } catch (error) {
    const reason = error instanceof OpenError && error.path === path ? error.under(shown) : messageOf(error);
    throw new FatalError('io', `reading go.work: ${reason}`, { cause: error });
  }
}

function memberFolders(file: WorkFile, path: string, shown: string): string[] {
  const folders: string[] = [];
  for (const { path: written, syntax } of file.use) {
    const folder = isAbsolute(written) ? written : joinPath(dirname(path), written);
    if (folders.includes(folder)) {
      const text = `error loading go.work:\n${shown}:${syntax.start.line}: path ${folder} appears multiple times in workspace`;
      throw new FatalError('bad-gomod', text);
    }
    folders.push(folder);
  }
  return folders;
}
