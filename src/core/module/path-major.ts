// The major version in a module path: `/v2` and up, or `.v0` and up in gopkg.in, and the versions it allows.
//
// Without a suffix, v0 and v1 are allowed, and any major version marked `+incompatible`. gopkg.in paths always
// have one and may add `-unstable`. One old bug is allowed: pseudo-versions v0.0.0- of gopkg.in paths in .v1.
// Defined by golang.org/x/mod/module and https://go.dev/ref/mod#major-version-suffixes.

import * as semver from '../semver/index.js';
import { InvalidVersionError } from './errors.js';

/** A path taken apart: `prefix + pathMajor` is the path. */
export interface SplitPath {
  readonly prefix: string;
  /** '', `/vN`, `.vN` or `.vN-unstable`. */
  readonly pathMajor: string;
  /** False where the end of the path looks like a major version suffix and is none; then `pathMajor` is ''. */
  readonly ok: boolean;
}

const UNSTABLE = '-unstable';

/** Index of the first of the digits (and dots, where allowed) that the text before `end` ends with. */
function digitsStart(path: string, end: number, dots: boolean): number {
  let i = end;
  while (i > 0) {
    const code = path.charCodeAt(i - 1);
    if (!(code >= 0x30 && code <= 0x39) && !(dots && code === 0x2e)) break;
    i--;
  }
  return i;
}

/** Splits `path` at its major version suffix. See {@link SplitPath}. */
export function splitPathVersion(path: string): SplitPath {
  if (path.startsWith('gopkg.in/')) return splitGopkg(path);
  const start = digitsStart(path, path.length, true);
  if (start <= 1 || start === path.length || !path.endsWith('/v', start)) {
    return { prefix: path, pathMajor: '', ok: true };
  }
  const number = path.slice(start);
  if (number.includes('.') || number.startsWith('0') || number === '1') {
    return { prefix: path, pathMajor: '', ok: false };
  }
  return { prefix: path.slice(0, start - 2), pathMajor: path.slice(start - 2), ok: true };
}

function splitGopkg(path: string): SplitPath {
  const end = path.endsWith(UNSTABLE) ? path.length - UNSTABLE.length : path.length;
  const start = digitsStart(path, end, false);
  const pathMajor = path.slice(start - 2);
  const numbered = start > 1 && path.endsWith('.v', start) && pathMajor.length > 2;
  if (!numbered || (pathMajor[2] === '0' && pathMajor !== '.v0')) {
    return { prefix: path, pathMajor: '', ok: false };
  }
  return { prefix: path.slice(0, start - 2), pathMajor, ok: true };
}

function withoutUnstable(pathMajor: string): string {
  return pathMajor.startsWith('.v') && pathMajor.endsWith(UNSTABLE)
    ? pathMajor.slice(0, -UNSTABLE.length)
    : pathMajor;
}

/** Why `v` is no version of a path that ends in `pathMajor`, in Go's words; undefined where it may be one. */
export function versionProblem(v: string, pathMajor: string): string | undefined {
  const suffix = withoutUnstable(pathMajor);
  if (suffix === '.v1' && v.startsWith('v0.0.0-')) return undefined;
  const major = semver.major(v);
  if (suffix === '') {
    if (major === 'v0' || major === 'v1' || semver.build(v) === '+incompatible') return undefined;
    return `should be v0 or v1, not ${major}`;
  }
  const separated = suffix.startsWith('/') || suffix.startsWith('.');
  const wanted = separated ? suffix.slice(1) : suffix;
  return separated && major === wanted ? undefined : `should be ${wanted}, not ${major}`;
}

/** Whether `v` may be a version of a path that ends in `pathMajor`. */
export function matchPathMajor(v: string, pathMajor: string): boolean {
  return versionProblem(v, pathMajor) === undefined;
}

/** Throws {@link InvalidVersionError} unless `v` may be a version of a path that ends in `pathMajor`. */
export function checkPathMajor(v: string, pathMajor: string): void {
  const problem = versionProblem(v, pathMajor);
  if (problem !== undefined) throw new InvalidVersionError(v, problem);
}

/** The major version that tags of such a path begin with: `v2` of `/v2`; '' of '', which allows v0 and v1. */
export function pathMajorPrefix(pathMajor: string): string {
  return withoutUnstable(pathMajor).slice(1);
}

/** Like semver's canonical form, but the build suffix `+incompatible` is kept. '' of what is no version. */
export function canonicalVersion(v: string): string {
  const canonical = semver.canonical(v);
  return semver.build(v) === '+incompatible' ? `${canonical}+incompatible` : canonical;
}

/** Whether an element of an import path is a major version such as v2; v0 and v1 are none. */
export function isMajorElement(element: string): boolean {
  return /^v(?!1$)[1-9]\d*$/.test(element);
}
