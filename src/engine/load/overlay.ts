// The -overlay flag: files that are read from elsewhere, as if they were there.
//
// The flag names a JSON file {"Replace": {"path": "path to read instead, or empty for deleted"}}. Paths are
// relative to the working folder. Rules and texts: cmd/go/internal/fsys.

import { isAbsolute, resolve, sep } from 'node:path';
import { FatalError } from '../error.js';
import { describeError, type FileSystem } from '../io/index.js';

/** A view of the file system with replacements in it. */
export interface Overlay {
  /** Whether `path` (or a folder above it) is replaced or deleted. */
  replaced(path: string): boolean;
  /** The file to read for `path`; undefined when it is deleted. */
  actual(path: string): string | undefined;
  /** Whether `path` names something that is a file (not a folder). */
  isFile(path: string): boolean;
  /** Whether `path` names a folder. */
  isDirectory(path: string): boolean;
}

/** Reads the overlay that `-overlay=file` names; without one, the file system as it is. Throws FatalError. */
export function loadOverlay(fs: FileSystem, cwd: string, file: string): Overlay {
  if (file === '') return new FileOverlay(fs, cwd, new Map());
  return new FileOverlay(fs, cwd, readReplacements(fs, cwd, file));
}

function readReplacements(fs: FileSystem, cwd: string, file: string): Map<string, string> {
  let text: string;
  try {
    text = fs.readFileSync(resolve(cwd, file), 'utf8');
  } catch (error) {
    const reason = describeError(error, { op: 'open', name: file });
    throw new FatalError('io', `reading overlay: ${reason}`, { cause: error });
  }
  return checkReplacements(cwd, parseReplace(text));
}

function parseReplace(text: string): Record<string, string> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('not an object');
    const entry = Object.entries(value).find(([key]) => key.toLowerCase() === 'replace');
    const replace: unknown = entry?.[1] ?? {};
    if (typeof replace !== 'object' || replace === null) throw new Error('Replace is not an object');
    if (Object.values(replace).some((to) => typeof to !== 'string'))
      throw new Error('not a string in Replace');
    return replace as Record<string, string>;
  } catch (error) {
    const reason =
      text.trim() === '' || isCut(text) ? 'unexpected end of JSON input' : (error as Error).message;
    throw new FatalError('bad-argument', `parsing overlay JSON: ${reason}`, { cause: error });
  }
}

/** Whether the text stops before its braces and quotes are closed. */
function isCut(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted) {
      if (c === '\\') i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === '{' || c === '[') depth++;
    else if (c === '}' || c === ']') depth--;
  }
  return quoted || depth > 0;
}

function checkReplacements(cwd: string, replace: Record<string, string>): Map<string, string> {
  const bad = (message: string) => new FatalError('bad-argument', message);
  const from = new Map<string, string>();
  const result = new Map<string, string>();
  for (const key of Object.keys(replace).sort()) {
    if (key === '') throw bad('empty string key in overlay map');
    const path = resolve(cwd, key);
    const twin = from.get(path);
    if (twin !== undefined) throw bad(`duplicate paths ${twin} and ${key} in overlay map`);
    from.set(path, key);
    const to = replace[key] as string;
    result.set(path, to === '' ? '' : resolve(cwd, to));
  }
  const present = [...result].filter(([, to]) => to !== '').map(([path]) => path);
  for (const path of present) {
    const child = present.find((other) => other.startsWith(path + sep));
    if (child !== undefined) throw bad(`inconsistent files ${path} and ${child} in overlay map`);
  }
  return result;
}

class FileOverlay implements Overlay {
  constructor(
    private readonly fs: FileSystem,
    private readonly cwd: string,
    private readonly replacements: ReadonlyMap<string, string>,
  ) {}

  replaced(path: string): boolean {
    return this.replacements.size > 0 && this.actual(path) !== path;
  }

  actual(path: string): string | undefined {
    if (this.replacements.size === 0) return path;
    const full = isAbsolute(path) ? resolve(path) : resolve(this.cwd, path);
    const to = this.replacements.get(full);
    if (to !== undefined) return to === '' ? undefined : to;
    for (const [from, target] of this.replacements) {
      if (target !== '' && full.startsWith(from + sep)) return undefined;
    }
    return path;
  }

  isFile(path: string): boolean {
    return this.#kind(path) === 'file';
  }

  isDirectory(path: string): boolean {
    return this.#kind(path) === 'directory';
  }

  #kind(path: string): 'file' | 'directory' | 'none' {
    for (const [from, to] of this.replacements) {
      if (to !== '' && from.startsWith(resolve(this.cwd, path) + sep)) return 'directory';
    }
    const actual = this.actual(path);
    if (actual === undefined) return 'none';
    const stats = this.fs.statSync(resolve(this.cwd, actual), { throwIfNoEntry: false });
    if (stats === undefined) return 'none';
    return stats.isDirectory() ? 'directory' : 'file';
  }
}
