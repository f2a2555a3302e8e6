// Which -mod is in force: the flag, or what the command and the vendor folder imply.
//
// Rules: modload.setDefaultBuildMod.

import { dirname, join } from 'node:path';
import { checkModFlag, vendorByDefault } from '../../core/vendor/index.js';
import { FatalError, messageOf } from '../error.js';
import { describeError, errnoCode, readStep } from '../io/index.js';
import type { Session } from '../session.js';
import type { Location } from './locate.js';
import type { Overlay } from './overlay.js';
import type { LoadPolicy } from './policy.js';

/** See the head of this file. */
export interface BuildMode {
  readonly mod: 'mod' | 'readonly' | 'vendor';
  /** Whether the flag was given. */
  readonly explicit: boolean;
  /** Why, where that helps in error messages; else ''. */
  readonly reason: string;
}

/**
 * Decides the mode. `goVersion` is the go line of go.work or of the single go.mod, '' without one, undefined while
 * no file has been read. Throws FatalError for a flag that does not fit.
 */
export function buildModeFor(
  session: Session,
  overlay: Overlay,
  policy: LoadPolicy,
  location: Location,
  goVersion: string | undefined,
): BuildMode {
  const flag = session.flags.mod;
  const workspace = location.workFile !== '';
  if (flag !== '') {
    checkFlag(flag, workspace);
    return { mod: flag, explicit: true, reason: '' };
  }
  if (policy.buildMod !== 'by-vendor') return { mod: policy.buildMod, explicit: false, reason: '' };
  const root = workspace ? dirname(location.workFile) : location.moduleRoot;
  if (root === '' || goVersion === undefined) return { mod: 'readonly', explicit: false, reason: '' };
  const folder = join(root, 'vendor');
  const { vendor, reason } = vendorByDefault({
    workspace,
    goVersion,
    hasFolder: overlay.isDirectory(folder),
    modulesTxt: () => readModulesTxt(session, overlay, join(folder, 'modules.txt')),
  });
  return { mod: vendor ? 'vendor' : 'readonly', explicit: false, reason };
}

function checkFlag(flag: string, workspace: boolean): void {
  try {
    checkModFlag(flag, workspace);
  } catch (error) {
    throw new FatalError('bad-argument', messageOf(error), { cause: error });
  }
}

function readModulesTxt(session: Session, overlay: Overlay, file: string): Uint8Array | undefined {
  const actual = overlay.actual(file);
  if (actual === undefined) return undefined;
  try {
    return session.fs.readFileSync(actual);
  } catch (error) {
    if (errnoCode(error) === 'ENOENT') return undefined;
    const reason = describeError(error, { op: readStep(error), name: actual });
    throw new FatalError('io', `reading modules.txt for vendor directory: ${reason}`, { cause: error });
  }
}
