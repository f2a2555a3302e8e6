// Paths with slashes, taken apart and joined by names alone, as Go's path and Unix filepath do.

/** The shortest path that means the same: no empty, `.` or inner `..` elements. `''` becomes `.`. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const kept: string[] = [];
  for (const element of path.split('/')) {
    if (element === '' || element === '.') continue;
    if (element !== '..') kept.push(element);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!rooted) kept.push('..');
  }
  const clean = kept.join('/');
  return rooted ? `/${clean}` : clean || '.';
}

/** The path below `folder`, cleaned; empty parts count for nothing, and only these give `''`. */
export function joinPath(folder: string, path: string): string {
  if (folder === '') return path === '' ? '' : cleanPath(path);
  return cleanPath(path === '' ? folder : `${folder}/${path}`);
}

/** What stands before the last element, the slash included. */
export function folderPart(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
