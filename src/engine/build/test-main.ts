// The source of the program of a test: made of the test files, and kept in the build cache, where `go list` finds it.
//
// Rules: load.TestPackagesAndErrors, cmd/go/internal/list (runList).

import { ImportsError } from '../../core/imports/index.js';
import { makeTestMain, type TestSource } from '../../core/testmain/index.js';
import { encodeText } from '../../core/text.js';
import { EngineError } from '../error.js';
import { fileError } from '../io/index.js';
import type { BuildCache } from './build-cache.js';
import { firstProblem, PackageFailure, shownPosition } from './failure.js';
import type { BuildHost } from './host.js';
import type { BuiltPackage } from './package.js';

/** The program's text, and what is wrong with the test files. */
export interface TestMainSource {
  readonly text: string;
  readonly failure: PackageFailure | undefined;
}

/** The source of the program that runs the tests of `pkg`, which is `test` when its own tests are in it. */
export function testMainSource(host: BuildHost, pkg: BuiltPackage, test: BuiltPackage): TestMainSource {
  const read = (names: readonly string[]) => readSources(host, pkg.folder, names);
  const [tests, externalTests] = [read(pkg.files.test), read(pkg.files.externalTest)];
  const { text, error } = makeTestMain({
    importPath: pkg.importPath,
    modulePath: pkg.module?.path ?? '',
    hasFiles: test.files.go.length + test.files.cgo.length > 0,
    tests: tests.sources,
    externalTests: externalTests.sources,
  });
  const failed = tests.error ?? externalTests.error ?? error;
  return { text, failure: failed && failureOf(failed, pkg, host) };
}

interface ReadSources {
  readonly sources: readonly TestSource[];
  /** Why the first of those that are not among the sources cannot be read. */
  readonly error: Error | undefined;
}

function readSources(host: BuildHost, folder: string, names: readonly string[]): ReadSources {
  const sources: TestSource[] = [];
  let failed: Error | undefined;
  for (const name of names) {
    const path = `${folder}/${name}`;
    try {
      sources.push({ path, bytes: host.readFile(path) });
    } catch (error) {
      failed ??= fileError(error, { op: 'open', name: path });
    }
  }
  return { sources, error: failed };
}

function failureOf(error: Error, pkg: BuiltPackage, host: BuildHost): PackageFailure {
  const problem = error instanceof ImportsError ? firstProblem(error) : undefined;
  if (problem === undefined) return new PackageFailure(error);
  const position = shownPosition(problem.position, host.shorten);
  const stack = [{ path: pkg.importPath }];
  return new PackageFailure(new EngineError('query', problem.message), { stack, position });
}

/** Keeps the text in the cache; the path of the file that has it. Throws the cache's FatalError. */
export function keepTestMain(cache: BuildCache, text: string): string {
  const content = encodeText(text);
  return cache.put(Buffer.concat([Buffer.from('testmain\n'), content]), content);
}
