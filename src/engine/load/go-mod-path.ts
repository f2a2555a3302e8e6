// The go.mod file of the main module, for commands that change that file alone and load nothing.
//
// Workspaces play no part: the file is that of the module around the working folder. Rules and texts:
// modload.ModFilePath, die.

import { dirname, join, relative, resolve } from 'node:path';
import { FatalError } from '../error.js';
import type { Session } from '../session.js';
import { locate, noMainModule } from './locate.js';
import { isWithin, loadOverlay, type Overlay } from './overlay.js';
import type { LoadPolicy } from './policy.js';

/** What betrays the root of a project that is no module yet. */
const PROJECT_MARK = join('.git', 'config');

/** The folder around the working folder that could become a module; '' when there is none. */
function projectRoot(session: Session, overlay: Overlay): string {
  const goroot = session.env.get('GOROOT');
  if (goroot !== '' && isWithin(session.cwd, goroot)) return '';
  for (let at = resolve(session.cwd); ; at = dirname(at)) {
    if (overlay.isFile(join(at, PROJECT_MARK))) return at;
    if (dirname(at) === at) return '';
  }
}

/** Why there is no main module, and how to make one. */
export function withoutModule(session: Session, overlay: Overlay): FatalError {
  const root = projectRoot(session, overlay);
  if (root === '') return noMainModule(false);
  const way = relative(session.cwd, root);
  const steps = `${way === '' ? '' : `cd ${way} && `}go mod init`;
  const text = `cannot find main module, but found ${PROJECT_MARK} in ${root}\n\tto create a module there, run:\n\t${steps}`;
  return new FatalError('no-main-module', text);
}

const policy: LoadPolicy = {
  root: 'auto',
  forceModules: false,
  buildMod: 'by-vendor',
  workspace: false,
  addsGoLine: false,
  announcesDownloads: false,
  updatesGoMod: false,
  mendsSums: false,
  needsSources: false,
};

/** Path of the main module's go.mod; that of -modfile as it was given. Throws a FatalError without one. */
export function mainGoModPath(session: Session): string {
  const overlay = loadOverlay(session.fs, session.cwd, session.flags.overlay);
  const { moduleRoot } = locate(session, overlay, policy);
  if (moduleRoot !== '') return session.flags.modfile || join(moduleRoot, 'go.mod');
  if (session.env.get('GO111MODULE') === 'off') {
    throw new FatalError('disabled', "modules disabled by GO111MODULE=off; see 'go help modules'");
  }
  throw withoutModule(session, overlay);
}
