// Writing go.mod and go.sum when a command has settled the requirements.
//
// go.mod is written when its meaning changed, never for its looks. Where it may not be written, a change of
// meaning is the error that says so. go.sum follows the kept sums. In a workspace only go.work.sum is written.
// Rules: modload.UpdateGoModFromReqs, commitRequirements.

import {
  compare,
  defaultGoModVersion,
  fromToolchain,
  goStrictVersion,
  separateIndirectVersion,
} from '../../core/gover/index.js';
import type { ModFile } from '../../core/modfile/index.js';
import { hasSideLock, withSideLock } from '../cache/index.js';
import { EngineError, FatalError } from '../error.js';
import { describeError, transformLockedFile } from '../io/index.js';
import type { Session } from '../session.js';
import type { MainModule } from './main-modules.js';
import { indexModFile, isDirty } from './modfile-index.js';
import type { NewerGo } from './newer-go.js';
import type { Overlay } from './overlay.js';
import type { Roots } from './update-roots.js';

/** What the command allows. */
export interface CommitOptions {
  readonly session: Session;
  readonly overlay: Overlay;
  readonly newer: NewerGo;
  readonly main: MainModule;
  /** Absolute path of go.mod, or of the file that -modfile names. */
  readonly path: string;
  readonly mod: 'mod' | 'readonly' | 'vendor';
  /** Whether a missing go line is added as a matter of course. */
  readonly updatesGoMod: boolean;
  /** Whether the file is written for its looks, too. */
  readonly reformats: boolean;
  dirty(): Error;
}

/** Brings the go.mod of the main module in line with `rs`. Rejects when it may not be written and would have to be. */
export async function commitGoMod(rs: Roots, options: CommitOptions): Promise<void> {
  const { session, main, path, overlay } = options;
  const { file, index } = main;
  if (file === undefined || index === undefined) return;
  applyRequirements(rs, file, options);
  const ignoreIndirect = options.mod === 'readonly';
  const dirty = isDirty(index, file, ignoreIndirect);
  if (!dirty && !options.reformats) return;
  if (dirty && options.mod !== 'mod') throw options.dirty();
  if (overlay.replaced(path)) {
    if (!dirty) return;
    const text = 'updates to go.mod needed, but go.mod is part of the overlay specified with -overlay';
    throw new EngineError('dirty', text);
  }
  const data = file.format();
  const change = (old: Uint8Array) => {
    if (Buffer.compare(old, data) === 0) return undefined;
    if (Buffer.compare(old, index.data) === 0) return data;
    throw new EngineError('dirty', 'existing contents have changed since last read');
  };
  try {
    if (!isWritten(session, path, data))
      await withSideLock(session, () => transformLockedFile(session, path, change));
  } catch (error) {
    throw new EngineError('io', `updating go.mod: ${describeError(error)}`, { cause: error });
  }
  main.index = indexModFile(data, file, false);
  main.goVersion = file.go?.version ?? '';
}

/**
 * Whether there is nothing to write, and nothing that locks would leave behind. A file that could not be written is left to
 * who tells that.
 */
function isWritten(session: Session, path: string, data: Uint8Array): boolean {
  const { fs, asideFs } = session;
  try {
    if (!hasSideLock(session) || Buffer.compare(fs.readFileSync(path), data) !== 0) return false;
    asideFs.closeSync(asideFs.openSync(path, 'r+'));
    return true;
  } catch {
    return false;
  }
}

/** What go.mod says now, and what it would say with `rs`, both as they are printed. Changes the file in memory. */
export function goModChange(
  rs: Roots,
  file: ModFile,
  options: CommitOptions,
): { readonly before: string; readonly after: string } {
  const text = () => new TextDecoder().decode(file.format());
  const before = text();
  applyRequirements(rs, file, options);
  return { before, after: text() };
}

function applyRequirements(rs: Roots, file: ModFile, options: CommitOptions): void {
  const goVersion = rs.goVersion;
  // A file of a newer language cannot be updated by who does not know its rules.
  options.newer.check({ what: 'updating go.mod', goVersion });
  if (file.go?.version !== goVersion) {
    const implied = file.go === undefined && goVersion === defaultGoModVersion;
    if (!implied || options.mod === 'mod' || options.updatesGoMod) file.addGoStmt(goVersion);
  }
  applyToolchain(rs, file);
  const require = rs.roots
    .filter((m) => m.path !== 'go' && m.path !== 'toolchain')
    .map((mod) => ({ mod, indirect: !rs.direct.has(mod.path) }));
  if (compare(goVersion, separateIndirectVersion) < 0) file.setRequire(require);
  else file.setRequireSeparateIndirect(require);
  file.cleanup();
}

/** A toolchain line that the go line implies, or that older releases would not understand, goes. */
function applyToolchain(rs: Roots, file: ModFile): void {
  const implied = `go${rs.goVersion}`;
  const toolchain = rs.selected('toolchain') ?? implied;
  if (toolchain === implied || compare(fromToolchain(toolchain), goStrictVersion) < 0)
    file.dropToolchainStmt();
  else file.addToolchainStmt(toolchain);
}

/** The error that go.mod would have to change, with what forbids it. */
export function goModDirty(mode: { mod: string; explicit: boolean; reason: string }): FatalError {
  const advice = 'to update it:\n\tgo mod tidy';
  if (mode.explicit) {
    return new FatalError('dirty', `updates to go.mod needed, disabled by -mod=${mode.mod}; ${advice}`);
  }
  if (mode.reason !== '') {
    const text = `updates to go.mod needed, disabled by -mod=${mode.mod}\n\t(${mode.reason})\n\t${advice}`;
    return new FatalError('dirty', text);
  }
  return new FatalError('dirty', `updates to go.mod needed; ${advice}`);
}
