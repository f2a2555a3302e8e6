// The -overlay flag: files that are read from elsewhere, as if they were there.
//
// The flag names a JSON file {"Replace": {"path": "path to read instead, or empty for deleted"}}. Paths are
// relative to the working folder. What lies below a replaced file is not there; what lies above a replaced or
// deleted one is a folder. Rules and texts: cmd/go/internal/fsys.

import { resolve, sep } from 'node:path';
import { decodeStruct, type JsonStruct, parseJson } from '../../core/json/index.js';
import { compareText } from '../../core/text.js';
import { FatalError, messageOf } from '../error.js';
import { describeError, type FileSystem, lookAt, readStep } from '../io/index.js';

/** A view of the file system with replacements in it. */
export interface Overlay {
  /** Whether `path` names a file that is replaced or deleted. */
  replaced(path: string): boolean;
  /** The file to read for `path`; undefined when it is deleted. */
  actual(path: string): string | undefined;
  /** Whether `path` names something. */
  exists(path: string): boolean;
  /** Whether `path` names something that is a file (not a folder). */
  isFile(path: string): boolean;
  /** Whether `path` names a folder. */
  isDirectory(path: string): boolean;
  /** What it adds to the names in a folder, or takes from them: names and what stands under them, undefined for nothing. */
  namesIn(folder: string): ReadonlyMap<string, 'file' | 'folder' | undefined>;
  /** The first path that is replaced and is `folder`, below it, or above it; undefined without one. */
  touches(folder: string): string | undefined;
}

const OVERLAY_JSON: JsonStruct = { name: 'fsys.overlayJSON', fields: { Replace: { kind: 'texts' } } };

/** One replacement, by absolute paths; `to` is '' for a deleted file. */
interface Entry {
  readonly from: string;
  readonly to: string;
}

/** Reads the overlay that `-overlay=file` names; without one, the file system as it is. Throws FatalError. */
export function loadOverlay(fs: FileSystem, cwd: string, file: string): Overlay {
  return new FileOverlay(fs, cwd, file === '' ? [] : entriesOf(cwd, readReplacements(fs, cwd, file)));
}

function readReplacements(fs: FileSystem, cwd: string, file: string): ReadonlyMap<string, string> {
  let data: Uint8Array;
  try {
    data = fs.readFileSync(resolve(cwd, file));
  } catch (error) {
    throw new FatalError(
      'io',
      `reading overlay: ${describeError(error, { op: readStep(error), name: file })}`,
      {
        cause: error,
      },
    );
  }
  try {
    const { Replace } = decodeStruct(data, parseJson(data), OVERLAY_JSON);
    return (Replace as ReadonlyMap<string, string> | undefined) ?? new Map();
  } catch (error) {
    throw new FatalError('bad-argument', `parsing overlay JSON: ${messageOf(error)}`, { cause: error });
  }
}

/** The replacements, checked and sorted by {@link order}. */
function entriesOf(cwd: string, replace: ReadonlyMap<string, string>): Entry[] {
  const bad = (message: string) => new FatalError('bad-argument', message);
  const written = new Map<string, string>();
  const entries: Entry[] = [];
  for (const key of [...replace.keys()].sort(compareText)) {
    if (key === '') throw bad('empty string key in overlay map');
    const from = resolve(cwd, key);
    const twin = written.get(from);
    if (twin !== undefined) throw bad(`duplicate paths ${twin} and ${key} in overlay map`);
    written.set(from, key);
    const to = replace.get(key) as string;
    entries.push({ from, to: to === '' ? '' : resolve(cwd, to) });
  }
  entries.sort((a, b) => order(a.from, b.from));
  const clash = firstClash(entries);
  if (clash !== undefined) throw bad(`inconsistent files ${clash.join(' and ')} in overlay map`);
  return entries;
}

/** A file that is there, and one that would be below it. Sorted, what is below an entry follows it. */
function firstClash(entries: readonly Entry[]): readonly [string, string] | undefined {
  let above: Entry | undefined;
  for (const entry of entries) {
    if (above !== undefined && !isWithin(entry.from, above.from)) above = undefined;
    if (entry.to === '') continue;
    if (above !== undefined) return [above.from, entry.from];
    above = entry;
  }
  return undefined;
}

/** Whether `path` is `folder` or below it. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The order of paths in which the separator comes before all else, so that a folder is followed by what is in it. */
function order(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a[i] as string, b[i] as string];
    if (x === y) continue;
    if (x === sep) return -1;
    return y === sep || x > y ? 1 : -1;
  }
  return a.length - b.length;
}

/** What the overlay makes of a path: nothing, a file elsewhere, a folder that is there because of what is in it. */
type Found =
  | { readonly kind: 'as-is' | 'deleted' | 'folder' }
  | { readonly kind: 'file'; readonly to: string };

const NO_NAMES: ReadonlyMap<string, 'file' | 'folder' | undefined> = new Map();

class FileOverlay implements Overlay {
  constructor(
    private readonly fs: FileSystem,
    private readonly cwd: string,
    private readonly entries: readonly Entry[],
  ) {}

  replaced(path: string): boolean {
    const { kind } = this.#find(path);
    return kind === 'file' || kind === 'deleted';
  }

  actual(path: string): string | undefined {
    const found = this.#find(path);
    if (found.kind === 'deleted') return undefined;
    return found.kind === 'file' ? found.to : path;
  }

  exists(path: string): boolean {
    return this.#kind(path) !== 'none';
  }

  isFile(path: string): boolean {
    return this.#kind(path) === 'file';
  }

  isDirectory(path: string): boolean {
    return this.#kind(path) === 'directory';
  }

  touches(folder: string): string | undefined {
    const { entry, above } = this.#around(resolve(this.cwd, folder));
    return (entry ?? above)?.from;
  }

  namesIn(folder: string): ReadonlyMap<string, 'file' | 'folder' | undefined> {
    if (this.entries.length === 0) return NO_NAMES;
    const full = resolve(this.cwd, folder);
    const names = new Map<string, 'file' | 'folder' | undefined>();
    for (let at = this.#firstIn(full); at < this.entries.length; at++) {
      const { from, to } = this.entries[at] as Entry;
      if (!isWithin(from, full)) break;
      if (from === full) continue;
      const [name = '', ...below] = from.slice(full.endsWith(sep) ? full.length : full.length + 1).split(sep);
      names.set(name, below.length > 0 ? 'folder' : to === '' ? undefined : 'file');
    }
    return names;
  }

  /** The entry that is `path` or the first below it, and the one that comes before, if that is above `path`. */
  #around(path: string): { entry: Entry | undefined; above: Entry | undefined } {
    const low = this.#firstIn(path);
    const [next, previous] = [this.entries[low], this.entries[low - 1]];
    return {
      entry: next !== undefined && isWithin(next.from, path) ? next : undefined,
      above: previous !== undefined && isWithin(path, previous.from) ? previous : undefined,
    };
  }

  /** Where the entry is, or would be, that is `path` or the first below it. */
  #firstIn(path: string): number {
    let [low, high] = [0, this.entries.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (order((this.entries[middle] as Entry).from, path) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #find(path: string): Found {
    if (this.entries.length === 0) return { kind: 'as-is' };
    const full = resolve(this.cwd, path);
    const { entry, above } = this.#around(full);
    if (entry?.from === full) return entry.to === '' ? { kind: 'deleted' } : { kind: 'file', to: entry.to };
    if (entry !== undefined) return { kind: 'folder' };
    return { kind: above === undefined ? 'as-is' : 'deleted' };
  }

  #kind(path: string): 'file' | 'directory' | 'none' {
    const found = this.#find(path);
    if (found.kind === 'deleted') return 'none';
    if (found.kind === 'folder') return 'directory';
    const stats = lookAt(this.fs, resolve(this.cwd, found.kind === 'file' ? found.to : path));
    if (stats === undefined) return 'none';
    if (!stats.isDirectory()) return 'file';
    // A folder cannot stand in for a file.
    return found.kind === 'file' ? 'none' : 'directory';
  }
}
