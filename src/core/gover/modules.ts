// Questions about the version of a module, whichever of three syntaxes its path implies: the modules `go` and
// `toolchain` of the version graph have Go versions and toolchain names, every other module has semantic
// versions. Defined by cmd/go/internal/gover/mod.go.

import * as semver from '../semver/index.js';
import { fromToolchain, toolchainVersion } from './toolchain.js';
import { compare, isLang, isPrerelease, isValid, lang, type Order } from './version.js';

/** A module path and version. */
export interface PathVersion {
  readonly path: string;
  readonly version: string;
}

/** Whether `path` is one of the two modules that stand for the Go release; golang.org/toolchain is not. */
export function isToolchain(path: string): boolean {
  return path === 'go' || path === 'toolchain';
}

/** Compares two versions of the module `path`. Malformed ones are equal and come first. */
export function modCompare(path: string, x: string, y: string): Order {
  if (path === 'go') return compare(x, y);
  if (path === 'toolchain') return compare(toolchainVersion(x), toolchainVersion(y));
  return semver.compare(x, y);
}

/** Whether `version` has the syntax of versions of `path`. */
export function modIsValid(path: string, version: string): boolean {
  if (path === 'go') return isValid(version);
  if (path === 'toolchain') return isValid(fromToolchain(version));
  return semver.isValid(version);
}

/** Whether the valid `version` is a shorthand that stands for a range: `v1.2`, `1.21`, `go1.21`. */
export function modIsPrefix(path: string, version: string): boolean {
  if (path === 'go') return isLang(version);
  if (path === 'toolchain') return isLang(fromToolchain(version));
  if (version.includes('-') || version.includes('+')) return false;
  const dot = version.indexOf('.');
  return dot < 0 || version.indexOf('.', dot + 1) < 0;
}

/** Whether the valid `version` is a prerelease. */
export function modIsPrerelease(path: string, version: string): boolean {
  if (path === 'go') return isPrerelease(version);
  if (path === 'toolchain') return isPrerelease(fromToolchain(version));
  return semver.prerelease(version) !== '';
}

/** The prefix that `@patch` queries stay within: `v1.2`, `1.21`, `go1.21`. */
export function modMajorMinor(path: string, version: string): string {
  if (path === 'go') return lang(version);
  if (path === 'toolchain') return `go${lang(fromToolchain(version))}`;
  return semver.majorMinor(version);
}

/** The version up to its first slash, and the rest: go.sum has keys like `v1.0.0/go.mod`. */
function splitFile(version: string): [string, string] {
  const slash = version.indexOf('/');
  return slash < 0 ? [version, ''] : [version.slice(0, slash), version.slice(slash)];
}

/** Sorts in place by path, then version, then what follows a slash in the version. */
export function modSort(list: PathVersion[]): void {
  list.sort((a, b) => {
    if (a.path !== b.path) return a.path < b.path ? -1 : 1;
    if (a.version === b.version) return 0;
    const [av, af] = splitFile(a.version);
    const [bv, bf] = splitFile(b.version);
    if (av !== bv) return modCompare(a.path, av, bv);
    return af < bf ? -1 : af > bf ? 1 : 0;
  });
}
