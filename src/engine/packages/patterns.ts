// Loading the packages that the command line names, and what they import.
//
// Rules: modload.LoadPackages, ImportFromFiles.

import { ImportsError, scanImports, scanSource } from '../../core/imports/index.js';
import { cleanPatterns, unmatchedWarning } from '../../core/search/index.js';
import { lastElement } from '../../core/slash-path.js';
import { EngineError } from '../error.js';
import { describeError } from '../io/index.js';
import type { Loader, Roots } from '../load/index.js';
import { PackageLoad, type PackageOptions } from './load.js';
import { Match } from './match.js';
import { Matcher } from './matcher.js';
import { packageSums } from './sums.js';
import { openWorkbench, type Workbench } from './workbench.js';

/** What was loaded, with what. */
export interface LoadedPackages {
  readonly bench: Workbench;
  readonly load: PackageLoad;
}

/** The same, for words of the command line. */
export interface LoadedPatterns extends LoadedPackages {
  /** The words and their packages, in order. */
  readonly matches: readonly Match[];
}

/** How to load. */
export interface PatternOptions {
  /** Whether tests of what is named are loaded. */
  readonly tests: boolean;
  /** The -tags. */
  readonly tags: readonly string[];
}

/**
 * Loads, and writes go.mod and go.sum where that is needed and allowed. Failures of packages and of words stay with them;
 * rejects where nothing can be loaded.
 */
export async function loadPatterns(
  loader: Loader,
  words: readonly string[],
  { tests, tags }: PatternOptions,
): Promise<LoadedPatterns> {
  const start = await loader.load();
  const bench = await openWorkbench(loader, tags);
  const options = { anyTags: false, tests, resolveMissing: true, vendorAll: false };
  const { load, matches } = await loadMatches(bench, start, words, options);
  await commit(loader, load);
  return { bench, load, matches };
}

/** Loads, and writes nothing. Failures as in {@link loadPatterns}; words that nothing matches are told. */
export async function loadMatches(
  bench: Workbench,
  start: Roots,
  words: readonly string[],
  options: Pick<PackageOptions, 'anyTags' | 'tests' | 'resolveMissing' | 'vendorAll'>,
): Promise<Pick<LoadedPatterns, 'load' | 'matches'>> {
  const matcher = new Matcher(bench);
  const matches = cleanPatterns(words).map((word) => new Match(word));
  const load = await PackageLoad.run(
    bench,
    {
      ...options,
      ...quietly,
      all: matches.some(({ pattern }) => pattern === 'all'),
      roots: async (rs) => {
        for (const match of matches) await matcher.match(match, rs);
        return matches.flatMap((match) => match.packages);
      },
    },
    start,
  );
  for (const match of matches) await matcher.match(match, load.requirements, load);
  load.endIfFailed();
  for (const match of matches) tellUnmatched(bench.loader, match);
  return { load, matches };
}

/** Tells that a word has matched nothing, which is no error. */
export function tellUnmatched(loader: Loader, { pattern, packages, errors }: Match): void {
  if (packages.length === 0 && errors.length === 0)
    loader.session.events({ kind: 'message', text: `go: ${unmatchedWarning(pattern)}` });
}

/** Loads what Go files import, whatever they are built for. Rejects where one of them cannot be read. */
export async function loadGoFiles(
  loader: Loader,
  files: readonly string[],
  tags: readonly string[],
): Promise<LoadedPackages> {
  const start = await loader.load();
  const bench = await openWorkbench(loader, tags);
  const { imports, testImports } = scanImports(
    files.map((file) => scanFile(bench, file)),
    bench.scanner.tags,
    true,
  );
  const load = await PackageLoad.run(
    bench,
    {
      ...quietly,
      anyTags: false,
      tests: false,
      resolveMissing: true,
      vendorAll: false,
      all: false,
      roots: async () => [...imports, ...testImports],
    },
    start,
  );
  await commit(loader, load);
  return { bench, load };
}

/** Failures of packages are for whoever looks at the packages. */
const quietly = {
  allowErrors: false,
  silence: { packageErrors: true, missingStandard: false },
} as const;

function scanFile({ sources, loader }: Workbench, file: string) {
  const path = file.startsWith('/') ? file : `${loader.session.cwd}/${file}`;
  let data: Uint8Array;
  try {
    data = sources.readSource(path);
  } catch (error) {
    const text = `reading ${file}: ${describeError(error, { op: 'open', name: file })}`;
    throw new EngineError('io', text, { cause: error });
  }
  try {
    return scanSource(lastElement(file), file, data);
  } catch (error) {
    if (error instanceof ImportsError) throw new EngineError('query', error.message, { cause: error });
    throw error;
  }
}

async function commit(loader: Loader, load: PackageLoad): Promise<void> {
  loader.requirements = load.requirements;
  if (!loader.inWorkspace) await loader.writeGoMod(load.requirements, false);
  await loader.writeSums(await packageSums(load, load.requirements, true));
}
