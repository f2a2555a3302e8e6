// The machine in Go's words, and the folders that its operating system gives to a user.
//
// Folders follow os.UserConfigDir, os.UserCacheDir and os.TempDir of Go, not Node's os.homedir: they read
// variables only, so that an empty HOME has the same consequences as with go.

import { isAbsolute } from 'node:path';

/** A machine, as GOOS and GOARCH name it. */
export interface Host {
  readonly os: string;
  readonly arch: string;
}

/** Reads one variable of the process; '' when unset. */
export type ReadVariable = (name: string) => string;

/** A folder, or the reason why there is none, in Go's words. */
export type UserFolder = { readonly path: string } | { readonly missing: string };

const ARCHITECTURES: Readonly<Record<string, string>> = {
  x64: 'amd64',
  ia32: '386',
  mipsel: 'mipsle',
};

const SYSTEMS: Readonly<Record<string, string>> = { win32: 'windows', sunos: 'solaris' };

/** Node's names of a platform and an architecture in Go's words. */
export function hostOf(platform: string, arch: string, littleEndian = true): Host {
  const go = ARCHITECTURES[arch] ?? arch;
  return { os: SYSTEMS[platform] ?? platform, arch: go === 'ppc64' && littleEndian ? 'ppc64le' : go };
}

function unixFolder(read: ReadVariable, xdg: string, fallback: string): UserFolder {
  const given = read(xdg);
  if (given !== '') return isAbsolute(given) ? { path: given } : { missing: `path in $${xdg} is relative` };
  const home = read('HOME');
  return home === '' ? { missing: `neither $${xdg} nor $HOME are defined` } : { path: home + fallback };
}

function folderIn(read: ReadVariable, name: string, shown: string, below: string): UserFolder {
  const parent = read(name);
  return parent === '' ? { missing: `${shown} is not defined` } : { path: parent + below };
}

/** Go's os.UserConfigDir. */
export function userConfigFolder(host: Host, read: ReadVariable): UserFolder {
  switch (host.os) {
    case 'windows':
      return folderIn(read, 'AppData', '%AppData%', '');
    case 'darwin':
    case 'ios':
      return folderIn(read, 'HOME', '$HOME', '/Library/Application Support');
    case 'plan9':
      return folderIn(read, 'home', '$home', '/lib');
    default:
      return unixFolder(read, 'XDG_CONFIG_HOME', '/.config');
  }
}

/** Go's os.UserCacheDir. */
export function userCacheFolder(host: Host, read: ReadVariable): UserFolder {
  switch (host.os) {
    case 'windows':
      return folderIn(read, 'LocalAppData', '%LocalAppData%', '');
    case 'darwin':
    case 'ios':
      return folderIn(read, 'HOME', '$HOME', '/Library/Caches');
    case 'plan9':
      return folderIn(read, 'home', '$home', '/lib/cache');
    default:
      return unixFolder(read, 'XDG_CACHE_HOME', '/.cache');
  }
}

/** Go's os.TempDir. */
export function temporaryFolder(host: Host, read: ReadVariable): string {
  if (host.os !== 'windows') return read('TMPDIR') || '/tmp';
  return read('TMP') || read('TEMP') || read('USERPROFILE') || 'C:\\Windows';
}
