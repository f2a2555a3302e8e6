// What `vendor -with` copies beside packages: files anywhere in their modules that globs ask for.
//
// `go mod vendor` copies the folders of packages. What cgo includes from elsewhere in a module, and what generators read, is
// left behind. Here globs over paths within each module that has vendored packages bring it along. What a module is not
// made of stays out, whatever the globs say: folders of version control, of vendored packages and of other modules (with a
// go.mod of their own), links and whatever is no regular file. So does go.mod, which would make its folder another module,
// and go.sum. modules.txt does not name these files, and no build asks whether it does.
//
// Where modules have the same path for a file, what a package has wins, then the module with the longest path. A file that
// would need a folder where another file is stays out.

import { join } from 'node:path';
import { childPath } from '../../core/file-tree.js';
import type { ModuleVersion } from '../../core/module/index.js';
import { compareText } from '../../core/text.js';
import type { ExpectedFolder } from './vendor-check.js';
import type { Workbench } from './workbench.js';

/** A glob, and the paths it matches. */
export interface AddedGlob {
  readonly text: string;
  readonly matches: (path: string) => boolean;
}

const NEVER_ENTERED: ReadonlySet<string> = new Set(['.bzr', '.git', '.hg', '.svn', 'vendor']);
const NEVER_COPIED: ReadonlySet<string> = new Set(['.git', 'go.mod', 'go.sum']);

/**
 * Names the files of these modules that globs match, where nothing is yet. Answers the globs that match none. Rejects where a
 * folder cannot be read.
 */
export async function addMatching(
  bench: Workbench,
  modules: readonly ModuleVersion[],
  globs: readonly AddedGlob[],
  expected: ExpectedFolder,
): Promise<AddedGlob[]> {
  const idle = new Set(globs);
  const longestFirst = modules.toSorted(
    (a, b) => b.path.length - a.path.length || compareText(a.path, b.path),
  );
  for (const mod of longestFirst) {
    const { root } = await bench.folders.locate(mod);
    for (const path of filesOf(bench, root)) {
      const matching = globs.filter(({ matches }) => matches(path));
      for (const glob of matching) idle.delete(glob);
      const target = `${mod.path}/${path}`;
      if (matching.length > 0 && expected.isFree(target)) {
        expected.file(target, () => bench.sources.readFile(join(root, path)));
      }
    }
  }
  return [...idle];
}

/** The regular files of a module, those of each folder in the order of their names. */
function* filesOf({ sources }: Workbench, root: string): Generator<string> {
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const entries = sources.entries(join(root, folder)).toSorted((a, b) => compareText(a.name, b.name));
    if (folder !== '' && entries.some(({ name, kind }) => name === 'go.mod' && kind !== 'dir')) continue;
    const folders: string[] = [];
    for (const { name, kind } of entries) {
      const path = childPath(folder, name);
      if (kind === 'dir' && !NEVER_ENTERED.has(name)) folders.push(path);
      if (kind === 'file' && !NEVER_COPIED.has(name.toLowerCase())) yield path;
    }
    pending.push(...folders.reverse());
  }
}
