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
const MAX_WORK = 1 << 28;

/**
 * The names seen so far. A path of n characters can imply n/2 folders and thus n^2/4 characters of names: the
 * total is bounded, so that an archive of such paths is refused and not worked through.
 */
export class Collisions {
  private readonly known = new Map<string, Known>();
  private work = 0;

  /** Adds a name (without a slash at its end). Returns Go's complaint, or '' when there is none. */
  add(name: string, isFolder: boolean): string {
    const below: Known[] = [];
    const complaint = this.addUpwards(name, isFolder, below);
    for (const known of below) known.above = complaint;
    return complaint;
  }

  /** Adds a name and the folders above it, up to one that is known to be good or to collide. */
  private addUpwards(name: string, isFolder: boolean, below: Known[]): string {
    for (let path = name; ; ) {
      this.work += path.length;
      if (this.work > MAX_WORK) throw new ZipError('entries', 'zip: file names are too long');
      const added = { path, isFolder: isFolder || path !== name, above: undefined };
      const known = this.put(added);
      const complaint = compare(known, added);
      if (complaint !== '') return complaint;
      if (known.above !== undefined) return known.above;
      below.push(known);
      const slash = path.lastIndexOf('/');
      if (slash < 0) return '';
      path = path.slice(0, slash);
    }
  }

  /** What was known under the name; what is added, where nothing was. */
  private put(added: Known): Known {
    const key = fold(added.path);
    const known = this.known.get(key);
    if (known === undefined) this.known.set(key, added);
    return known ?? added;
  }
}

/** Go's complaint about `added`, when `known` was there before; '' also when both are the same. */
function compare(known: Known, added: Known): string {
  if (known === added) return '';
  const { path, isFolder } = added;
  if (path !== known.path) {
    return `case-insensitive file name collision: ${quote(known.path)} and ${quote(path)}`;
  }
  if (isFolder !== known.isFolder) return `entry ${quote(path)} is both a file and a directory`;
  return isFolder ? '' : `multiple entries for file ${quote(path)}`;
}
