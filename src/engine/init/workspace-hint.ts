// A new module in the reach of a go.work that does not list it: commands in its folder will not see it.

import { dirname, resolve } from 'node:path';
import { parseWork } from '../../core/modfile/index.js';
import { findWorkspaceFile } from '../env/index.js';
import { type Overlay, shortPath } from '../load/index.js';
import type { Session } from '../session.js';

/** What to tell whoever made a module in the working folder; undefined where all is well, or go.work cannot be read. */
export function workspaceHint(session: Session, overlay: Overlay): string | undefined {
  const { env, fs, cwd } = session;
  try {
    const path = findWorkspaceFile(env, (file) => overlay.isFile(file), cwd);
    if (path === '') return undefined;
    const file = parseWork(path, fs.readFileSync(path));
    if (file.use.some((line) => resolve(dirname(path), line.path) === cwd)) return undefined;
    return `the workspace ${shortPath(session, path)} does not use this module; to add it:\n\tgo work use .`;
  } catch {
    // Whatever is wrong with it, the next command will say so.
    return undefined;
  }
}
