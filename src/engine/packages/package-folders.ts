// The folders of packages that a pattern of paths matches. Rules: search.MatchDirs.

import { join, resolve } from 'node:path';
import type { SourcePackage } from '../../core/imports/index.js';
import { FolderPattern, type FolderTree } from '../../core/search/index.js';
import { EngineError } from '../error.js';
import { describeError } from '../io/index.js';
import type { Match } from './match.js';
import { attempt, OverlayFolderError } from './source-tree.js';
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
  } catch (error) {
    match.fail(walkError(bench, error, start, name));
  }
  return found;
}

/** What is wrong with a folder, named as given, that a walk from `start` could not read. */
export function walkError({ sources }: SourceBench, error: unknown, start: string, name: string): Error {
  if (error instanceof OverlayFolderError) return error.under(name);
  // A walk begins with a look at its root, behind whose name a slash stands, before that is opened.
  const found = attempt(() => sources.stat(start));
  const op = found === undefined || found === 'file' || found === 'irregular' ? 'lstat' : 'open';
  return new EngineError('io', describeError(error, { op, name }), { cause: error });
}

/** Whether a folder has files of a package: not whether that is without faults. One that cannot be read might have. */
function isPackage({ packages }: SourceBench, folder: string): boolean {
  let found: SourcePackage;
  try {
    found = packages.read(folder, { indexed: false });
  } catch {
    return true;
  }
  const { error, files } = found;
  return error?.code !== 'no-go-files' || files.invalidGo.length > 0;
}
