// A module path with a version, and the order of such pairs.
//
// The pair is stored unescaped. `version` is a canonical semantic version, but for: '' of a main module and of
// a directory that replaces one, `none` while versions are selected, Go versions of the modules `go` and
// `toolchain`. Nothing is checked by the type: see check in path.ts.

import * as semver from '../semver/index.js';
import { compareText } from '../text.js';

/**
 * A module at a version. The version is a canonical semantic version, but for: '' of a main module and of a directory
 * that replaces one, Go versions of the modules `go` and `toolchain`. Nothing is checked by the type: see `check`.
 */
export interface ModuleVersion {
  readonly path: string;
  readonly version: string;
}

/** `path@version`, or the path alone where the version is ''. */
export function formatModule(m: ModuleVersion): string {
  return m.version === '' ? m.path : `${m.path}@${m.version}`;
}

/** A key for maps by path and version. Unlike {@link formatModule} it tells a path that has an @ from one at a version. */
export function moduleKey(m: ModuleVersion): string {
  return `${m.path} ${m.version}`;
}

/** Whether the two are the same path and version. */
export function sameModule(a: ModuleVersion, b: ModuleVersion): boolean {
  return a.path === b.path && a.version === b.version;
}

/**
 * The order of go.sum: by path, then by semantic version, then by what follows a slash in the version
 * (`v1.0.0` before `v1.0.0/go.mod`). Versions that differ and yet are equal to semver give 0.
 */
export function compareModules(a: ModuleVersion, b: ModuleVersion): -1 | 0 | 1 {
  if (a.path !== b.path) return compareText(a.path, b.path);
  if (a.version === b.version) return 0;
  const aSlash = a.version.indexOf('/');
  const bSlash = b.version.indexOf('/');
  const aVersion = aSlash < 0 ? a.version : a.version.slice(0, aSlash);
  const bVersion = bSlash < 0 ? b.version : b.version.slice(0, bSlash);
  if (aVersion !== bVersion) return semver.compare(aVersion, bVersion);
  return compareText(a.version.slice(aVersion.length), b.version.slice(bVersion.length));
}

/** Sorts in place by {@link compareModules}. */
export function sort(list: ModuleVersion[]): void {
  list.sort(compareModules);
}
