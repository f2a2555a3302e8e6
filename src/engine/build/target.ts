// Where `go install` puts a program (the field Target of `go list`).

import { join } from 'node:path';
import { lastElement, parentPath } from '../../core/slash-path.js';
import type { BuiltPackage } from './package.js';

/** What the places depend on. */
export interface InstallSetting {
  readonly goos: string;
  readonly goarch: string;
  readonly hostOs: string;
  readonly hostArch: string;
  /** GOBIN as it is set; '' where it is not. */
  readonly gobin: string;
  /** The first folder of GOPATH; '' without one. */
  readonly gopath: string;
  readonly goroot: string;
  readonly mode: string;
}

/** The file a program is installed as; '' for what is not installed. */
export function installTarget(pkg: BuiltPackage, setting: InstallSetting): string {
  if (pkg.name !== 'main') return '';
  if (!pkg.standard && ['c-archive', 'c-shared', 'plugin'].includes(setting.mode)) return '';
  const { goos, goarch, gobin, goroot } = setting;
  const name = programName(pkg, setting);
  if (pkg.goroot && pkg.importPath.startsWith('cmd/') && !['cmd/go', 'cmd/gofmt'].includes(pkg.importPath))
    return goroot === '' ? '' : join(goroot, 'pkg', 'tool', `${goos}_${goarch}`, name);
  const isForeign = goos !== setting.hostOs || goarch !== setting.hostArch;
  if (isForeign && !pkg.goroot && gobin !== '') return '';
  const folder = programFolder(pkg, setting);
  if (folder === '') return '';
  return isForeign ? join(folder, `${goos}_${goarch}`, name) : join(folder, name);
}

/** The file that a program of named files is installed as; '' for nowhere. */
export function programFile(pkg: BuiltPackage, setting: InstallSetting): string {
  const folder = programFolder(pkg, setting);
  return folder === '' ? '' : join(folder, programName(pkg, setting));
}

/** The folder for programs. */
function programFolder(pkg: { readonly goroot: boolean }, setting: InstallSetting): string {
  if (pkg.goroot && setting.goroot !== '') return join(setting.goroot, 'bin');
  if (setting.gobin !== '') return setting.gobin;
  return setting.gopath === '' ? '' : join(setting.gopath, 'bin');
}

/** The name of a program's file. */
function programName(pkg: BuiltPackage, { goos }: InstallSetting): string {
  return baseName(pkg) + (goos === 'windows' ? '.exe' : '');
}

/** The name of a program: of its package, or of the first file where files were named. */
function baseName(pkg: BuiltPackage): string {
  if (pkg.ofFiles) return (pkg.files.go[0] ?? pkg.files.cgo[0] ?? '').replace(/\.go$/, '');
  const last = lastElement(pkg.importPath);
  const isMajor = /^v(?!1$)[1-9]\d*$/.test(last) && last !== pkg.importPath;
  return isMajor ? lastElement(parentPath(pkg.importPath)) : last;
}
