// The folders of packages that a pattern of paths matches. Rules: search.MatchDirs.

import { join, resolve } from 'node:path';
import { FolderPattern, type FolderTree } from '../../core/search/index.js';
import { EngineError } from '../error.js';
import { describeError } from '../io/index.js';
import type { Match } from './match.js';
import type { SourceBench } from './workbench.js';

/** The folders, as the word would write them. What goes wrong is noted with the word. */
export function packageFolders(bench: SourceBench, match: Match, rules: Omit<FolderTree, 'tree'>): string[] {
  const pattern = new FolderPattern(match.pattern);
  const start = resolve(bench.loader.session.cwd, pattern.start);
  const found: string[] = [];
  let name = pattern.start === '' ? './' : pattern.start;
  try {
    for (const below of pattern.foldersIn({ ...rules, tree: bench.sources.tree(start) })) {
      if (below !== '') name = join(pattern.start, below);
      if (isPackage(bench, below === '' ? start : `${start}/${below}`)) found.push(pattern.nameOf(below));
    }
  } catch (thrown) {
    const cause = thrown instanceof EngineError ? thrown.cause : undefined;
    const error = cause ?? thrown;
    // A walk begins with a look at its root, before that is opened.
    const op = bench.sources.lstat(start) === undefined ? 'lstat' : 'open';
    match.fail(new EngineError('io', describeError(error, { op, name }), { cause: error }));
  }
  return found;
}

/** Whether a folder has files of a package: not whether that is without faults. */
function isPackage({ packages }: SourceBench, folder: string): boolean {
  const { error, files } = packages.read(folder, { indexed: false });
  return error?.code !== 'no-go-files' || files.invalidGo.length > 0;
}
