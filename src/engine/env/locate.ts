// Where the main module and the workspace are: the nearest go.mod and go.work at or above a folder.
//
// GOWORK decides about the workspace: `off` none, a path that file, '' or `auto` the nearest go.work, which is
// not looked for above GOROOT. A go.mod that lies in the system's temporary folder itself does not count
// (go.dev/issue/26708). Sources: cmd/go/internal/modload/init.go (Init, FindGoWork, findModuleRoot).

import { dirname, isAbsolute, join, resolve } from 'node:path';
import { type FileSystem, lookAt } from '../io/filesystem.js';
import type { Environment } from './environment.js';
import { EnvironmentError } from './errors.js';
import { temporaryFolder } from './host.js';

type Reader = Pick<FileSystem, 'realpathSync' | 'statSync'>;

/** Whether `path` is there and no folder. An overlay may answer instead of the disk. */
export type IsFile = (path: string) => boolean;

/** The disk's answer to {@link IsFile}. */
export function isFileOn(fs: Pick<FileSystem, 'statSync'>): IsFile {
  return (path) => lookAt(fs, path)?.isDirectory() === false;
}

/** The nearest folder at or above `folder` with a go.mod; '' when there is none. */
export function findModuleRoot(isFile: IsFile, folder: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (isFile(join(at, 'go.mod'))) return at;
    if (dirname(at) === at) return '';
  }
}

/** The nearest go.work at or above `folder`, not crossing GOROOT from below; '' when there is none. */
export function findNearestWorkspace(isFile: IsFile, folder: string, goroot: string): string {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, 'go.work');
    if (isFile(file)) return file;
    const above = dirname(at);
    if (above === at || above === goroot) return '';
  }
}

/** The go.work that the settings choose; '' for none. Throws an EnvironmentError when GOWORK is a relative path. */
export function findWorkspaceFile(env: Environment, isFile: IsFile, folder: string): string {
  const gowork = env.get('GOWORK');
  if (gowork === 'off') return '';
  if (gowork === '' || gowork === 'auto') return findNearestWorkspace(isFile, folder, env.get('GOROOT'));
  const problem = workspaceProblem(env);
  if (problem !== undefined) throw new EnvironmentError(problem);
  return gowork;
}

/**
 * What is wrong with GOWORK, in Go's words without "go: "; undefined when nothing is. Every command of go looks at it
 * (cmd/go/internal/telemetrystats).
 */
export function workspaceProblem(env: Environment): string | undefined {
  const setting = env.get('GOWORK');
  const fine = ['', 'auto', 'off'].includes(setting) || isAbsolute(setting);
  return fine ? undefined : 'invalid GOWORK: not an absolute path';
}

function realPath(fs: Reader, path: string): string {
  try {
    return fs.realpathSync(path);
  } catch {
    return path;
  }
}

/**
 * The system's temporary folder, as Go prints it, if `folder` is that very folder: a go.mod in it is ignored,
 * with the warning `go: warning: ignoring go.mod in system temp root DIR`. Undefined otherwise.
 */
export function asTemporaryRoot(env: Environment, fs: Reader, folder: string): string | undefined {
  const temporary = temporaryFolder(env.host, (name) => env.process[name] ?? '');
  return realPath(fs, resolve(temporary)) === realPath(fs, folder) ? temporary : undefined;
}
