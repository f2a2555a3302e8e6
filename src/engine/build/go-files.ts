// The package of Go files that the command line names (load.GoFilesPackage).

import { dirname, resolve } from 'node:path';
import { assemblePackage, readSource, type SourceFile } from '../../core/imports/index.js';
import { folderOfGoFiles, notGoFile, SearchError, type WordKind } from '../../core/search/index.js';
import { lastElement } from '../../core/slash-path.js';
import { FatalError } from '../error.js';
import { describeError } from '../io/index.js';
import type { Loader } from '../load/index.js';
import type { SourceBench, SourceTree } from '../packages/index.js';
import { PackageFailure } from './failure.js';
import { Gopath, installOf } from './gopath.js';
import { BuiltPackage, noData, type PackageData } from './package.js';

/** What is under a word; undefined for nothing. Throws a FatalError for what cannot be looked at. */
export function wordKindOf({ overlay, session }: Loader): WordKind {
  return (word) => {
    const path = resolve(session.cwd, word);
    try {
      if (overlay.isDirectory(path)) return 'dir';
      return overlay.exists(path) ? 'file' : undefined;
    } catch (error) {
      const text = describeError(error, { op: 'stat', name: word });
      throw new FatalError('io', text, { bare: true, cause: error });
    }
  };
}

/** The package that stands for words of which one is no Go file; undefined where all are. */
export function refusedFiles(words: readonly string[]): BuiltPackage | undefined {
  const problem = notGoFile(words);
  if (problem === undefined) return undefined;
  const pkg = new BuiltPackage(noData(''), false);
  pkg.ofFiles = true;
  pkg.name = words.find((word) => !word.endsWith('.go')) ?? '';
  pkg.error = new PackageFailure(problem);
  pkg.incomplete = true;
  return pkg;
}

/** Throws a FatalError where words are not all files of one folder. */
export function checkGoFiles(loader: Loader, words: readonly string[]): void {
  folderOf(words, wordKindOf(loader));
}

/** What the files say, as the files of one folder. Throws a FatalError where they are none, or of several. */
export function packageOfFiles(bench: SourceBench, words: readonly string[]): PackageData {
  const { sources, loader } = bench;
  const { context } = bench.packages;
  const { cwd } = loader.session;
  const folder = resolve(cwd, folderOf(words, wordKindOf(loader)));
  const files = words.flatMap((word) => read(sources, resolve(cwd, word)) ?? []);
  const source = assemblePackage(files, { context, folder, all: true });
  // The folder's place in GOPATH counts in modules, too.
  const place = new Gopath(bench).placeOf(folder);
  return { ...place, ...installOf(place), importPath: place.importPath || '.', source };
}

function folderOf(words: readonly string[], kind: WordKind): string {
  try {
    return folderOfGoFiles(words, kind, dirname);
  } catch (error) {
    if (!(error instanceof SearchError)) throw error;
    throw new FatalError('bad-argument', error.message, { bare: true, cause: error });
  }
}

function read(sources: SourceTree, path: string): SourceFile | undefined {
  return readSource(lastElement(path), path, sources.readSource(path));
}
