// Patterns over import and module paths, as the go command takes them on its command line.
//
// `...` matches any string, slashes included, the empty one too. A trailing `/...` may be missing: `net/...`
// matches `net`. An element `vendor` inside a path (not the last one) is never matched by a wildcard, only by
// a pattern that names it. A pattern that is no UTF-8 matches nothing. Defined by `go help packages` and
// cmd/internal/pkgpattern.

import { toWellFormed } from './text.js';

/** Stands for an inner element `vendor`, in patterns and names. */
const VENDOR = '\0';

/** The test that `pattern` stands for. Linear in the length of the name. */
export function matchPattern(pattern: string): (name: string) => boolean {
  if (pattern.includes(VENDOR) || toWellFormed(pattern) !== pattern) return () => false;
  const variants = variantsOf(markVendor(pattern)).map((variant) =>
    variant.split(VENDOR).map((part) => part.split('...')),
  );
  return (name) => {
    if (name.includes(VENDOR)) return false;
    // Wildcards cannot stand for a mark, so the marks of both must line up, and what is between them match.
    const parts = markVendor(name).split(VENDOR);
    return variants.some(
      (variant) =>
        variant.length === parts.length && variant.every((pieces, i) => matches(pieces, parts[i] ?? '')),
    );
  };
}

/** Whether a path, or one below it, can match `pattern`: a walk need not enter others. `vendor` is nothing special. */
export function treeCanMatch(pattern: string): (path: string) => boolean {
  const wild = pattern.indexOf('...');
  const plain = wild < 0 ? pattern : pattern.slice(0, wild);
  return (path) =>
    (wild >= 0 && path.startsWith(plain)) ||
    plain === path ||
    plain.startsWith(path.endsWith('/') ? path : `${path}/`);
}

/** The forms of a pattern that follow from a trailing `/...`. */
function variantsOf(pattern: string): string[] {
  if (pattern === `${VENDOR}/...`) return ['/vendor', `/${VENDOR}/...`];
  const ownVendor = `/${VENDOR}/...`;
  if (pattern.endsWith(ownVendor)) return [`${pattern.slice(0, -ownVendor.length)}/vendor`, pattern];
  return pattern.endsWith('/...') ? [pattern.slice(0, -'/...'.length), pattern] : [pattern];
}

function markVendor(path: string): string {
  if (!path.includes('vendor')) return path;
  const elements = path.split('/');
  return elements.map((e, i) => (e === 'vendor' && i < elements.length - 1 ? VENDOR : e)).join('/');
}

/** Whether `text` is the pieces in this order with anything between them. */
function matches(pieces: readonly string[], text: string): boolean {
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return text === first;
  const end = text.length - last.length;
  if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}
