// Which modules a command works in: the module around the working folder, a workspace, or none.
//
// Rules: modload.Init and InitWorkfile.

import { delimiter, join } from 'node:path';
import { asTemporaryRoot, findModuleRoot, findWorkspaceFile } from '../env/index.js';
import { FatalError } from '../error.js';
import type { Session } from '../session.js';
import type { Overlay } from './overlay.js';
import type { LoadPolicy } from './policy.js';

/** Where the main modules are. */
export interface Location {
  /** False in GOPATH mode (GO111MODULE=off, or auto without a module). */
  readonly enabled: boolean;
  /** Absolute path of go.work; '' outside of workspaces. */
  readonly workFile: string;
  /** Absolute folder of the module; '' without one, and in workspaces, whose file lists them. */
  readonly moduleRoot: string;
}

/** What `go` says where a main module is needed and there is none. */
export function noMainModule(inWorkspace: boolean): FatalError {
  const text = inWorkspace
    ? "no modules were found in the current workspace; see 'go help work'"
    : "go.mod file not found in current directory or any parent directory; see 'go help modules'";
  return new FatalError('no-main-module', text);
}

function workFileOf(session: Session, overlay: Overlay, policy: LoadPolicy): string {
  if (policy.root === 'none' || !policy.workspace) return '';
  return findWorkspaceFile(session.env, (path) => overlay.isFile(path), session.cwd);
}

/** Whether modules are in use at all, by GO111MODULE. */
function moduleMode(session: Session, policy: LoadPolicy): 'always' | 'if-found' | 'never' {
  const setting = session.env.get('GO111MODULE');
  if (setting === 'on' || setting === '') return 'always';
  if (setting === 'auto') return policy.forceModules ? 'always' : 'if-found';
  if (setting !== 'off') {
    throw new FatalError('bad-environment', `unknown environment setting GO111MODULE=${setting}`);
  }
  if (policy.forceModules) throw modulesDisabled();
  return 'never';
}

/** The refusal under GO111MODULE=off. */
export function modulesDisabled(): FatalError {
  return new FatalError('disabled', "modules disabled by GO111MODULE=off; see 'go help modules'");
}

/** Finds the main modules. Sends the warnings about go.mod files that are ignored; throws FatalError. */
export function locate(session: Session, overlay: Overlay, policy: LoadPolicy): Location {
  const workFile = workFileOf(session, overlay, policy);
  const mode = moduleMode(session, policy);
  if (mode === 'never') return { enabled: false, workFile: '', moduleRoot: '' };
  const { modfile } = session.flags;
  const moduleRoot = workFile === '' ? singleRoot(session, overlay, policy) : '';
  if (workFile !== '' && modfile !== '') throw usage('-modfile cannot be used in workspace mode');
  checkModfileName(modfile);
  const enabled = workFile !== '' || moduleRoot !== '' || mode === 'always' || policy.root === 'none';
  if (enabled) warnOfGoPath(session, overlay, policy);
  return { enabled, workFile, moduleRoot };
}

/**
 * For a command that makes a module in the working folder: what `locate` would refuse or warn of, but for what
 * concerns go.mod and go.work files that are there. Throws FatalError.
 */
export function checkNewModule(session: Session, overlay: Overlay, policy: LoadPolicy): void {
  moduleMode(session, policy);
  checkModfileName(session.flags.modfile);
  warnOfGoPath(session, overlay, policy);
}

function checkModfileName(modfile: string): void {
  if (modfile === '' || modfile.endsWith('.mod')) return;
  throw usage(`-modfile=${modfile}: file does not have .mod extension`);
}

function usage(text: string): FatalError {
  return new FatalError('bad-argument', text);
}

function singleRoot(session: Session, overlay: Overlay, policy: LoadPolicy): string {
  const { modfile } = session.flags;
  if (policy.root === 'none') {
    if (modfile !== '') throw usage('-modfile cannot be used with commands that ignore the current module');
    return '';
  }
  const root = findModuleRoot((path) => overlay.isFile(path), session.cwd);
  if (root === '') {
    if (modfile !== '') {
      throw usage(
        'cannot find main module, but -modfile was set.\n\t-modfile cannot be used to set the module root directory.',
      );
    }
    if (policy.root === 'need') throw noMainModule(false);
    return '';
  }
  const temporary = asTemporaryRoot(session.env, session.fs, root);
  if (temporary === undefined) return root;
  // A stray go.mod there would capture every test that works in a temporary folder.
  const text = `go: warning: ignoring go.mod in system temp root ${temporary}`;
  session.events({ kind: 'message', text });
  if (policy.root === 'need') throw noMainModule(false);
  return '';
}

function warnOfGoPath(session: Session, overlay: Overlay, policy: LoadPolicy): void {
  const gopath = session.env.get('GOPATH').split(delimiter)[0] ?? '';
  if (gopath === '' || !overlay.exists(join(gopath, 'go.mod'))) return;
  session.events({ kind: 'message', text: `go: warning: ignoring go.mod in $GOPATH ${gopath}` });
  if (policy.root === 'need') throw noMainModule(false);
}
