// What kind of file an entry says it is (archive/zip's FileHeader.Mode). Extracting a module ignores it; it
// matters where an archive of version control is made into a module zip, which leaves out symbolic links.

import type { ZipEntry } from './directory.js';
import { isDirectory } from './entry-data.js';
import type { SourceFile } from './files.js';

/** Systems whose attributes are Unix modes in the high half, and those with MS-DOS attributes. */
const UNIX: ReadonlySet<number> = new Set([3, 19]);
const DOS: ReadonlySet<number> = new Set([0, 11, 14]);

const TYPE_MASK = 0xf000;
const UNIX_TYPES: ReadonlyMap<number, SourceFile['kind']> = new Map([
  [0x1000, 'other'],
  [0x2000, 'other'],
  [0x4000, 'folder'],
  [0x6000, 'other'],
  [0xa000, 'symlink'],
  [0xc000, 'other'],
]);
const DOS_FOLDER = 0x10;

/** See the head of this file. */
export function entryKind(entry: ZipEntry): SourceFile['kind'] {
  if (isDirectory(entry)) return 'folder';
  if (UNIX.has(entry.creator)) {
    return UNIX_TYPES.get((entry.externalAttributes >>> 16) & TYPE_MASK) ?? 'file';
  }
  return DOS.has(entry.creator) && (entry.externalAttributes & DOS_FOLDER) !== 0 ? 'folder' : 'file';
}
