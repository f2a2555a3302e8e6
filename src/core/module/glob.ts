// Comma-separated globs of path prefixes: GOPRIVATE, GONOPROXY, GONOSUMDB, GOINSECURE, GOVCS.
//
// A glob of N elements (glob.ts of core) is matched against the first N elements of the path. Malformed globs
// match nothing, empty ones are skipped, trailing slashes do not count. Defined by `go help module-private`.

import { matchGlob } from '../glob.js';

/** The first `count` elements of the path; undefined where it has fewer. */
function leadingElements(path: string, count: number): string | undefined {
  let end = -1;
  for (let i = 0; i < count; i++) {
    if (end === path.length) return undefined;
    const slash = path.indexOf('/', end + 1);
    end = slash < 0 ? path.length : slash;
  }
  return path.slice(0, end);
}

/** Whether one of the comma-separated `globs` matches the leading elements of `target`. */
export function matchPrefixPatterns(globs: string, target: string): boolean {
  for (const item of globs.split(',')) {
    const glob = item.endsWith('/') ? item.slice(0, -1) : item;
    if (glob === '') continue;
    const prefix = leadingElements(target, glob.split('/').length);
    if (prefix !== undefined && matchGlob(glob, prefix)) return true;
  }
  return false;
}
