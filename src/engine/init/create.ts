// A new module in the working folder.
//
// Its go.mod has a module line and the go line of the release that we claim to be. Order of checks, and texts:
// modload.CreateModFile, findModulePath. Beyond Go, the repository's remote may tell the path: origin.ts.

import { join, resolve } from 'node:path';
import { ModFile } from '../../core/modfile/index.js';
import { withSideLock } from '../cache/index.js';
import { EngineError, FatalError } from '../error.js';
import { describeError, transformLockedFile } from '../io/index.js';
import { checkNewModule, initPolicy, loadOverlay, type Overlay } from '../load/index.js';
import type { Session } from '../session.js';
import { checkGivenPath, checkReserved } from './given-path.js';
import { guessModulePath } from './guess-path.js';
import { originModulePath } from './origin.js';
import { workspaceHint } from './workspace-hint.js';

/** What a new module is to be. */
export interface CreateOptions {
  /** The module's path; '' to find one. */
  readonly path: string;
  /** Whether the repository's remote "origin" is asked where the folder does not tell the path. */
  readonly fromOrigin: boolean;
}

/** Makes the go.mod, and sends the lines that Go prints about it. Answers the path. Rejects in Go's words. */
export async function createGoMod(session: Session, options: CreateOptions): Promise<string> {
  const overlay = loadOverlay(session.fs, session.cwd, session.flags.overlay);
  checkNewModule(session, overlay, initPolicy);
  const file = session.flags.modfile || join(session.cwd, 'go.mod');
  if (overlay.exists(file)) throw new FatalError('bad-argument', `${file} already exists`);
  if (options.path !== '') checkGivenPath(options.path);
  const path = options.path || findPath(session, options.fromOrigin);
  const say = (text: string) => session.events({ kind: 'message', text });
  say(`go: creating new go.mod: module ${path}`);
  checkReserved(path);
  await write(session, overlay, file, path);
  if (!isEmpty(session)) say('go: to add module requirements and sums:\n\tgo mod tidy');
  const hint = workspaceHint(session, overlay);
  if (hint !== undefined) session.events({ kind: 'hint', text: hint });
  return path;
}

function findPath(session: Session, fromOrigin: boolean): string {
  const guess = guessModulePath(session, session.cwd);
  if ('path' in guess) return guess.path;
  const reason = guess.problem || 'outside GOPATH, module path must be specified';
  const text = `cannot determine module path for source directory ${session.cwd} (${reason})

Example usage:
	'go mod init example.com/m' to initialize a v0 or v1 module
	'go mod init example.com/m/v2' to initialize a v2 module

Run 'go help mod init' for more information.
`;
  if (!fromOrigin) throw new FatalError('bad-argument', text);
  const origin = originModulePath(session.fs, session.cwd);
  if ('path' in origin) {
    const hint = `module path taken from the repository's remote "origin": ${origin.url}`;
    session.events({ kind: 'hint', text: hint });
    return origin.path;
  }
  const hint = origin.unclear;
  throw new FatalError('bad-argument', text, hint === '' ? {} : { hint });
}

async function write(session: Session, overlay: Overlay, file: string, path: string): Promise<void> {
  const content = new ModFile();
  content.addModuleStmt(path);
  content.addGoStmt(session.release);
  content.cleanup();
  const data = content.format();
  if (overlay.replaced(file)) {
    const text = 'updates to go.mod needed, but go.mod is part of the overlay specified with -overlay';
    throw new EngineError('dirty', text);
  }
  try {
    await withSideLock(session, () => transformLockedFile(session, resolve(session.cwd, file), () => data));
  } catch (error) {
    throw new EngineError('io', `updating go.mod: ${describeError(error, { name: file })}`, { cause: error });
  }
}

/** Whether the folder holds neither Go files nor folders, hidden ones left aside: then there is nothing to tidy. */
function isEmpty({ fs, cwd }: Session): boolean {
  try {
    const entries = fs.readdirSync(cwd, { withFileTypes: true });
    return !entries.some((entry) => {
      return !/^[._]/.test(entry.name) && (entry.name.endsWith('.go') || entry.isDirectory());
    });
  } catch {
    return true;
  }
}
