// Removing the whole module cache.
//
// Nothing is spared and no lock is taken: as with `go clean -modcache`, whoever works with the cache meanwhile
// finds it empty. GOMODCACHE is taken as it stands, relative to the working folder when it is relative, as go does.

import { basename, isAbsolute, resolve } from 'node:path';
import { EngineError } from '../error.js';
import { describeError, removeSteps } from '../io/index.js';
import type { Session } from '../session.js';
import { turn } from '../turn.js';

/** Folders removed between two looks at the signal. */
const FOLDERS_A_TURN = 200;

/** What removing needs of a session. */
export type CleanHost = Pick<Session, 'cwd' | 'fs' | 'signal'>;

/**
 * Removes the folder GOMODCACHE names, which is not ''. Rejects with an EngineError in Go's words when something could
 * not be removed, and with the reason of the signal.
 */
export async function removeModuleCache(host: CleanHost, gomodcache: string): Promise<void> {
  if (basename(`x/${gomodcache}`) === '.') {
    throw new EngineError('io', `RemoveAll ${gomodcache}: invalid argument`);
  }
  const path = resolve(host.cwd, gomodcache);
  try {
    let folders = 0;
    for (const _ of removeSteps(host.fs, path)) {
      if (++folders % FOLDERS_A_TURN !== 0) continue;
      await turn();
      host.signal.throwIfAborted();
    }
  } catch (error) {
    host.signal.throwIfAborted();
    const text = describeError(error);
    throw new EngineError('io', isAbsolute(gomodcache) ? text : text.replace(path, gomodcache), {
      cause: error,
    });
  }
}
