// Paths as Go's path/filepath makes them: node:path keeps a separator at the end, which Go drops.

import { join, normalize } from 'node:path';

/** `path` without `.` elements, doubled separators, and a separator at its end (filepath.Clean). */
export function cleanPath(path: string): string {
  const normal = normalize(path);
  return normal.length > 1 && /[\\/]$/.test(normal) && !/^[A-Za-z]:[\\/]$/.test(normal)
    ? normal.slice(0, -1)
    : normal;
}

/** The elements as one path (filepath.Join). */
export function joinPath(...elements: readonly string[]): string {
  return cleanPath(join(...elements));
}
