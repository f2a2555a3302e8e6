// Finding a command on PATH, as Go's os/exec.LookPath does.

import { delimiter, join, resolve } from 'node:path';
import { type FileSystem, lookAt } from '../io/filesystem.js';
import type { Host } from './host.js';

function isExecutable(fs: Pick<FileSystem, 'statSync'>, host: Host, path: string): boolean {
  const stat = lookAt(fs, resolve(path));
  return stat !== undefined && !stat.isDirectory() && (host.os === 'windows' || (stat.mode & 0o111) !== 0);
}

/** The file that the command `name` is; undefined when there is none. `path` is the variable PATH. */
export function lookPath(
  fs: Pick<FileSystem, 'statSync'>,
  host: Host,
  path: string,
  name: string,
): string | undefined {
  const file = host.os === 'windows' && !/\.\w+$/.test(name) ? `${name}.exe` : name;
  if (/[\\/]/.test(name)) return isExecutable(fs, host, file) ? file : undefined;
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, file))
    .find((candidate) => isExecutable(fs, host, candidate));
}
