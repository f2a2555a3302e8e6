// Which -mod is in force: the flag, or what the command and the vendor folder imply.
//
// Rules: modload.setDefaultBuildMod.

import { dirname, join } from 'node:path';
import { compare } from '../../core/gover/index.js';
import { FatalError } from '../error.js';
import { describeError, errnoCode } from '../io/index.js';
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

/** From this go line on, a vendor folder is used without being asked for. */
const AUTO_VENDOR_VERSION = '1.14';

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
  if (flag !== '') {
    if (location.workFile !== '' && flag === 'mod') {
      throw new FatalError(
        'bad-argument',
        `-mod may only be set to readonly or vendor when in workspace mode, but it is set to "${flag}"` +
          '\n\tRemove the -mod flag to use the default readonly value, ' +
          '\n\tor set GOWORK=off to disable workspace mode.',
      );
    }
    return { mod: flag, explicit: true, reason: '' };
  }
  if (policy.buildMod !== 'by-vendor') return { mod: policy.buildMod, explicit: false, reason: '' };
  const root = location.workFile === '' ? location.moduleRoot : dirname(location.workFile);
  if (root === '' || goVersion === undefined || !overlay.isDirectory(join(root, 'vendor'))) {
    return { mod: 'readonly', explicit: false, reason: '' };
  }
  return vendorMode(session, overlay, location.workFile !== '', join(root, 'vendor'), goVersion);
}

function vendorMode(
  session: Session,
  overlay: Overlay,
  inWorkspace: boolean,
  vendor: string,
  goVersion: string,
): BuildMode {
  const source = inWorkspace ? 'go.work' : 'go.mod';
  const readonly = (reason: string): BuildMode => ({ mod: 'readonly', explicit: false, reason });
  if (goVersion === '') {
    return readonly(`Go version in ${source} is unspecified, so vendor directory was not used.`);
  }
  if (compare(goVersion, AUTO_VENDOR_VERSION) < 0) {
    return readonly(`Go version in ${source} is ${goVersion}, so vendor directory was not used.`);
  }
  const forWorkspace = isForWorkspace(session, overlay, join(vendor, 'modules.txt'));
  if (forWorkspace === inWorkspace) {
    const reason = `Go version in ${source} is at least 1.14 and vendor directory exists.`;
    return { mod: 'vendor', explicit: false, reason };
  }
  return readonly(
    forWorkspace
      ? 'Outside workspace mode, but vendor directory is for a workspace.'
      : 'In workspace mode, but vendor directory is not for a workspace',
  );
}

/** Whether a vendor folder was made by `go work vendor`: its modules.txt begins with a line that says so. */
function isForWorkspace(session: Session, overlay: Overlay, file: string): boolean {
  const actual = overlay.actual(file);
  if (actual === undefined) return false;
  let text: string;
  try {
    text = session.fs.readFileSync(actual, 'latin1');
  } catch (error) {
    if (errnoCode(error) === 'ENOENT') return false;
    const op = errnoCode(error) === 'EISDIR' ? 'read' : 'open';
    const reason = describeError(error, { op, name: actual });
    throw new FatalError('io', `reading modules.txt for vendor directory: ${reason}`, { cause: error });
  }
  const [line = ''] = text.slice(0, 512).split('\n', 1);
  if (!line.startsWith('## ')) return false;
  return line
    .slice(3)
    .split(';')
    .some((entry) => entry.trim() === 'workspace');
}
