// Reading the go.mod files of all main modules: that of the module we are in, or those of a workspace's members.
//
// What is wrong with one does not keep the others from being read, so that everything is told at once.
// Rules and texts: modload.loadModFile, errWorkTooOld.

import { dirname } from 'node:path';
import {
  compare,
  defaultGoModVersion,
  defaultGoWorkVersion,
  goStrictVersion,
  TooNewError,
} from '../../core/gover/index.js';
import { checkImportPath, InvalidPathError } from '../../core/module/index.js';
import { EngineError, messageOf, rethrowFatal } from '../error.js';
import type { Session } from '../session.js';
import { godebugProblems } from './godebug.js';
import type { MainModule } from './main-modules.js';
import { indexModFile } from './modfile-index.js';
import type { NewerGo } from './newer-go.js';
import type { Overlay } from './overlay.js';
import { OpenError, type ResolveVersion, readModFile, shortPath } from './read-modfile.js';
import type { Workspace } from './workspace.js';

/** What reading takes. */
export interface MainReader {
  readonly session: Session;
  readonly overlay: Overlay;
  readonly newer: NewerGo;
  readonly workspace: Workspace | undefined;
  /** The path of the go.mod of the module in the folder `root`. */
  goModPath(root: string): string;
  /** Finds what a version that is not canonical stands for. */
  readonly resolve: ResolveVersion;
}

/** The go version of a workspace: its line, or what a missing one means. */
export function workGoVersion(workspace: Workspace | undefined): string {
  return workspace?.file.go?.version ?? defaultGoWorkVersion;
}

/** Reads the modules in the folders `roots`. Rejects with the one error met, or an AggregateError of all. */
export async function readMainModules(host: MainReader, roots: readonly string[]): Promise<MainModule[]> {
  const modules: MainModule[] = [];
  const errors: Error[] = [];
  for (const root of roots) {
    try {
      modules.push(await readOne(host, root));
    } catch (error) {
      rethrowFatal(error);
      errors.push(...(error instanceof AggregateError ? error.errors : [error as Error]));
    }
  }
  if (errors.length > 0) throw joined(errors);
  return modules;
}

async function readOne(host: MainReader, root: string): Promise<MainModule> {
  const { session, overlay, newer, workspace } = host;
  const path = host.goModPath(root);
  const read = readModFile(session, overlay, path, newer, host.resolve);
  const { data, file, fixed } = await read.catch((error) => {
    throw workspace === undefined ? error : memberError(session, workspace, path, error);
  });
  const mod = file.module?.mod ?? { path: '', version: '' };
  const goVersion = file.go?.version ?? '';
  if (workspace !== undefined) {
    checkWorkVersion(session, workspace, path, goVersion);
  } else {
    const shown = shortPath(session, path);
    const problems = godebugProblems(file.godebug, 'go.mod', shown, session.release);
    if (problems.length > 0) throw joined(problems);
  }
  const index = indexModFile(data, file, fixed);
  checkModulePath(mod.path);
  return { mod, root, file, index, goVersion };
}

function joined(errors: readonly Error[]): Error {
  const [first] = errors;
  return first !== undefined && errors.length === 1 ? first : new AggregateError(errors);
}

function checkModulePath(path: string): void {
  try {
    checkImportPath(path);
  } catch (error) {
    if (!(error instanceof InvalidPathError)) throw error;
    throw new InvalidPathError('module', error.path, error.problem);
  }
}

/** The failure to read a member's go.mod, as one of the workspace. */
function memberError(session: Session, workspace: Workspace, path: string, error: unknown): Error {
  // A newer Go would not help: go.work claims that this one will do.
  if (error instanceof TooNewError) return tooOld(session, workspace, path, error.goVersion);
  const reason = error instanceof OpenError ? error.under(shortPath(session, error.path)) : messageOf(error);
  const folder = shortPath(session, dirname(path));
  const text = `cannot load module ${folder} listed in go.work file: ${reason}`;
  return new EngineError('bad-gomod', text, { cause: error });
}

function checkWorkVersion(session: Session, workspace: Workspace, path: string, goVersion: string): void {
  const version = goVersion === '' ? defaultGoModVersion : goVersion;
  if (compare(version, workGoVersion(workspace)) <= 0 || compare(version, goStrictVersion) < 0) return;
  throw tooOld(session, workspace, path, version);
}

function tooOld(session: Session, workspace: Workspace, path: string, goVersion: string): Error {
  const verb = workspace.file.go === undefined ? 'implicitly requires' : 'lists';
  const folder = shortPath(session, dirname(path));
  return new EngineError(
    'bad-gomod',
    `module ${folder} listed in go.work file requires go >= ${goVersion}, but go.work ${verb} go ` +
      `${workGoVersion(workspace)}; to update it:\n\tgo work use`,
  );
}
