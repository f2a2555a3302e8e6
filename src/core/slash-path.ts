// Paths with slashes as Go's path package cleans, joins and splits them, and as path/filepath relates them on
// systems with slashes.

/** The shortest path that names the same by its elements alone; `.` for the empty one. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const kept: string[] = [];
  for (const element of path.split('/')) {
    if (element === '' || element === '.') continue;
    if (element !== '..') kept.push(element);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!rooted) kept.push(element);
  }
  const joined = kept.join('/');
  return rooted ? `/${joined}` : joined || '.';
}

/** The parts that are not empty, joined and cleaned; '' where all are empty. */
export function joinPath(...parts: readonly string[]): string {
  const joined = parts.filter((part) => part !== '').join('/');
  return joined === '' ? '' : cleanPath(joined);
}

/** What is before the last slash, cleaned. */
export function parentPath(path: string): string {
  return cleanPath(folderPart(path));
}

/** What is before the last element, the slash included. */
export function folderPart(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** What is behind the last slash. */
export function lastElement(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `path` seen from `base`, both cleaned; undefined where that cannot be told without knowing where they are. */
export function relativePath(base: string, path: string): string | undefined {
  if (base === path) return '.';
  if (base.startsWith('/') !== path.startsWith('/')) return undefined;
  const elements = (of: string): string[] => of.split('/').filter((e) => e !== '' && e !== '.');
  const [from, to] = [elements(base), elements(path)];
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same++;
  const up = from.slice(same);
  return up.includes('..') ? undefined : [...up.map(() => '..'), ...to.slice(same)].join('/');
}

/** A path without a slash at its ends and everything above it, longest first: `a/b` and `a`. */
export function prefixesOf(path: string): string[] {
  const prefixes: string[] = [];
  for (let at = path; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('/'), 0))) prefixes.push(at);
  return prefixes;
}

/** What is left of `path` below `prefix`, both of whole elements: '' for the same; undefined where it is not below. */
export function pathBelow(path: string, prefix: string): string | undefined {
  if (path === prefix) return '';
  if (prefix === '') return path;
  const folder = prefix.endsWith('/') ? prefix : `${prefix}/`;
  return path.startsWith(folder) ? path.slice(folder.length) : undefined;
}
