// Two names that one folder cannot hold: equal when case is ignored, listed twice, or file and folder at once.
//
// The words and their order are those of golang.org/x/mod/zip: a name is looked at before the folders it
// implies, from the innermost outwards.

import { quote } from '../quote.js';
import { ZipError } from './error.js';
import { fold } from './fold.js';

interface Known {
  readonly path: string;
  readonly isFolder: boolean;
  /** What the check of the folders above said: '' when nothing. Undefined until it is done. */
  above: string | undefined;
}

/** Characters of names that may be hashed. A hundred times what the largest real module needs; see {@link Collisions}. */
const MAX_WORK = 1 << 29;

/**
 * The names seen so far. A path of n characters can imply n/2 folders and thus n^2/4 characters of names: the
 * total is bounded, so that an archive of such paths is refused and not worked through.
 */
export class Collisions {
  private readonly known = new Map<string, Known>();
  private work = 0;

  /** Adds a name (without a slash at its end). Returns Go's complaint, or '' when there is none. */
  add(path: string, isFolder: boolean): string {
    this.work += path.length;
    if (this.work > MAX_WORK) throw new ZipError('entries', 'zip: file names are too long');
    const key = fold(path);
    const other = this.known.get(key);
    if (other !== undefined) {
      const complaint = compare(other, path, isFolder);
      return complaint === '' ? this.checkAbove(other) : complaint;
    }
    const added: Known = { path, isFolder, above: undefined };
    this.known.set(key, added);
    return this.checkAbove(added);
  }

  private checkAbove(name: Known): string {
    if (name.above === undefined) {
      const slash = name.path.lastIndexOf('/');
      name.above = slash < 0 ? '' : this.add(name.path.slice(0, slash), true);
    }
    return name.above;
  }
}

function compare(other: Known, path: string, isFolder: boolean): string {
  if (path !== other.path) {
    return `case-insensitive file name collision: ${quote(other.path)} and ${quote(path)}`;
  }
  if (isFolder !== other.isFolder) return `entry ${quote(path)} is both a file and a directory`;
  return isFolder ? '' : `multiple entries for file ${quote(path)}`;
}
