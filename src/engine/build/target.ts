// Where `go install` puts a program (the field Target of `go list`).

import { join } from 'node:path';
import { isMajorElement } from '../../core/module/index.js';
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
  readonly goroot: string;
  readonly mode: string;
  readonly linkshared: boolean;
  /** What distinguishes the folder of compiled packages from those of other builds; '' for nothing. */
  readonly suffix: string;
  /** The folder that takes the place of that one (-pkgdir); '' for none. */
  readonly packageFolder: string;
  readonly programs: ProgramRules;
}

/** Where programs are put that are not of GOROOT, and how they are called. */
export interface ProgramRules {
  /** Their folder without GOBIN; '' where it is that of their folder of GOPATH. */
  readonly folder: string;
  /** Whether a major version at the end of the import path is no name. */
  readonly skipsMajor: boolean;
}

/** The file a package is installed as; '' for what is not installed. */
export function installTarget(pkg: BuiltPackage, setting: InstallSetting): string {
  const isLibrary = !pkg.standard && ['c-archive', 'c-shared', 'plugin'].includes(setting.mode);
  return pkg.name === 'main' && !isLibrary ? programTarget(pkg, setting) : archiveTarget(pkg, setting);
}

function programTarget(pkg: BuiltPackage, setting: InstallSetting): string {
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

/** Where the compiled package is put: those of GOROOT are only for shared libraries. */
function archiveTarget(pkg: BuiltPackage, setting: InstallSetting): string {
  const { goos, goarch, suffix, packageFolder } = setting;
  const { install } = pkg.data;
  if (install === undefined || pkg.isLocal) return '';
  const isShared = setting.mode === 'shared' || setting.linkshared;
  if (pkg.goroot && !isShared) return '';
  const name = `${goos}_${goarch}${suffix === '' ? '' : `_${suffix}`}`;
  const path = isShared ? pkg.importPath : install.path;
  return join(packageFolder || join(install.root, 'pkg', name), `${path}.a`);
}

/** The file that a program of named files is installed as; '' for nowhere. */
export function programFile(pkg: BuiltPackage, setting: InstallSetting): string {
  const folder = setting.gobin || setting.programs.folder;
  return folder === '' ? '' : join(folder, programName(pkg, setting));
}

/** The folder for programs. */
function programFolder(pkg: BuiltPackage, { gobin, goroot, programs }: InstallSetting): string {
  if (pkg.goroot && goroot !== '') return join(goroot, 'bin');
  const folder = gobin || programs.folder;
  const { install } = pkg.data;
  return folder !== '' || install === undefined ? folder : join(install.root, 'bin');
}

/** The name of a program's file. */
function programName(pkg: BuiltPackage, { goos, programs }: InstallSetting): string {
  return baseName(pkg, programs) + (goos === 'windows' ? '.exe' : '');
}

/** The name of a program: of its package, or of the first file where files were named. */
function baseName(pkg: BuiltPackage, { skipsMajor }: ProgramRules): string {
  if (pkg.ofFiles) return (pkg.files.go[0] ?? pkg.files.cgo[0] ?? '').replace(/\.go$/, '');
  const last = lastElement(pkg.importPath);
  const isMajor = skipsMajor && isMajorElement(last) && last !== pkg.importPath;
  return isMajor ? lastElement(parentPath(pkg.importPath)) : last;
}
