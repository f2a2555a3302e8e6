// Two names that one folder cannot hold: equal when case is ignored, listed twice, or file and folder at once.
//
// The words and their order are those of golang.org/x/mod/zip: a name is looked at before the folders it
// implies, from the innermost outwards, up to the first complaint; what was not looked at is not known to later names.

import { quote } from '../quote.js';
import { fold } from './fold.js';
import { NameTree } from './name-tree.js';

/**
 * What is known of a node: the number of the name that was first looked at there, and of what the check of the
 * folders above it said; 0 as long as nothing is known.
 */
const NAME = 0;
const ABOVE = 1;
const STRIDE = 2;

/** Beside the number of a name that ends at its node and is that of a file. */
const FILE = 1 << 30;
/** The number of '' among the complaints. */
const NONE = 1;

/** The names seen so far. */
export class Collisions {
  private readonly tree = new NameTree();
  private readonly names: string[] = [''];
  private readonly complaints: string[] = ['', ''];
  /** By node; numbers, since there can be two million. */
  private known = new Int32Array(STRIDE);

  /**
   * Adds a name (without a slash at its end). Returns Go's complaint, or '' when there is none. Throws ZipError
   * `entries` as {@link NameTree.walk} does.
   */
  add(name: string, isFolder: boolean): string {
    const path = this.tree.walk(fold(name));
    this.makeRoom();
    this.names.push(name);
    let said = 0;
    let level = path.length - 1;
    for (let end = name.length; level >= 0; level--) {
      const at = path[level]! * STRIDE;
      const complaint = this.look(at, name, end, !isFolder && end === name.length);
      said = complaint === '' ? this.known[at + ABOVE]! : this.complaints.push(complaint) - 1;
      if (said !== 0) break;
      end = name.lastIndexOf('/', end - 1);
    }
    said ||= NONE;
    for (level++; level < path.length; level++) this.known[path[level]! * STRIDE + ABOVE] = said;
    return this.complaints[said]!;
  }

  private makeRoom(): void {
    const { known } = this;
    if (this.tree.size * STRIDE <= known.length) return;
    this.known = new Int32Array(Math.max(this.tree.size * STRIDE, known.length * 2));
    this.known.set(known);
  }

  /** Go's complaint about the first `end` characters of `name`, the last of `names`; '' where nothing was known. */
  private look(at: number, name: string, end: number, isFile: boolean): string {
    const known = this.known[at + NAME]!;
    if (known === 0) {
      this.known[at + NAME] = (this.names.length - 1) | (isFile ? FILE : 0);
      return '';
    }
    const path = name.slice(0, end);
    const other = this.names[known & ~FILE]!.slice(0, end);
    if (path !== other) return `case-insensitive file name collision: ${quote(other)} and ${quote(path)}`;
    if (isFile !== known >= FILE) return `entry ${quote(path)} is both a file and a directory`;
    return isFile ? `multiple entries for file ${quote(path)}` : '';
  }
}
