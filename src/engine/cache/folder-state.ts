// Whether a module's folder can be used.
//
// A folder is complete only while three things hold: it is there, no `.partial` mark says that its extraction
// is under way or was cut off, and a `.ziphash` says what it was made from. Defined by DownloadDir of
// cmd/go/internal/modfetch/cache.go.

import type { ModuleVersion } from '../../core/module/index.js';
import { EngineError } from '../error.js';
import { describeError, type FileSystem, fileError } from '../io/index.js';
import { CacheError } from './errors.js';
import type { CacheLayout } from './layout.js';

/** The state of the folder of one module version. */
export type FolderState =
  | { readonly kind: 'complete'; readonly folder: string }
  | {
      readonly kind: 'incomplete';
      readonly folder: string;
      readonly reason: IncompleteReason;
      /** What Go reports for it. */
      readonly error: Error;
    };

/** `unusable`: no folder, or one that cannot be looked at. `marked`: extraction under way or cut off. */
export type IncompleteReason = 'absent' | 'unusable' | 'marked' | 'no-zip-hash';

/** Unpacked from a file of GOROOT instead of a download, so it has no `.ziphash`. */
const WITHOUT_ZIP_HASH = 'golang.org/fips140';

/**
 * Looks at the folder of `m`. The error of an incomplete one says "does not exist", whatever the reason.
 * Throws a CacheError for versions that the cache does not hold, and an EngineError when a mark cannot be looked
 * at.
 */
export function folderState(fs: FileSystem, layout: CacheLayout, m: ModuleVersion): FolderState {
  const folder = layout.folder(m);
  const incomplete = (reason: IncompleteReason, why: string): FolderState => ({
    kind: 'incomplete',
    folder,
    reason,
    error: new CacheError('partial', `${folder}: ${why}`, { notExist: true }),
  });
  try {
    const found = fs.statSync(folder, { throwIfNoEntry: false });
    if (found === undefined) return { kind: 'incomplete', folder, reason: 'absent', error: absent(folder) };
    if (!found.isDirectory()) return incomplete('unusable', 'not a directory');
  } catch (error) {
    return incomplete('unusable', describeError(error));
  }
  if (isThere(fs, layout.entry(m, 'partial'))) return incomplete('marked', 'not completely extracted');
  if (m.path !== WITHOUT_ZIP_HASH && !isThere(fs, layout.entry(m, 'ziphash'))) {
    return incomplete('no-zip-hash', 'ziphash file is missing');
  }
  return { kind: 'complete', folder };
}

function isThere(fs: FileSystem, path: string): boolean {
  try {
    return fs.statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw fileError(error);
  }
}

function absent(folder: string): EngineError {
  return new EngineError('not-exist', `stat ${folder}: no such file or directory`);
}
