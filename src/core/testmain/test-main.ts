// The program that runs the tests of a package, made of its test files. Defined by cmd/go/internal/load.

import type { ImportsError } from '../imports/index.js';
import { TestMainError } from './error.js';
import { type CalledFunctions, formatProgram } from './program.js';
import { readTestFile, type TestExample, type TestFile, type TestFunction } from './test-file.js';

/** A test file: its path in messages, and what is in it. */
export interface TestSource {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The package whose tests are to be run. */
export interface TestedSources {
  readonly importPath: string;
  /** '' where it is of no module. */
  readonly modulePath: string;
  /** Whether the package with its tests has Go files. */
  readonly hasFiles: boolean;
  readonly tests: readonly TestSource[];
  /** Those of the package beside it. */
  readonly externalTests: readonly TestSource[];
}

/** See the head of this file. */
export interface TestMain {
  readonly text: string;
  /** The first thing that is wrong with the files; the text then has what was found nonetheless. */
  readonly error: ImportsError | TestMainError | undefined;
}

/** Makes the program. Never throws for what the files say. */
export function makeTestMain(sources: TestedSources): TestMain {
  const { importPath, modulePath, hasFiles, tests, externalTests } = sources;
  const collected = new Collector();
  const inside = collected.collect(tests);
  const outside = collected.collect(externalTests);
  const text = formatProgram({
    importPath,
    modulePath,
    inside: hasFiles || tests.length > 0 ? inside : undefined,
    outside: externalTests.length > 0 ? outside : undefined,
  });
  return { text, error: collected.error };
}

/** Files of both packages, which have one TestMain together. */
class Collector {
  error: TestMain['error'];
  #hasMain = false;

  collect(sources: readonly TestSource[]): CalledFunctions {
    const files = sources.map(({ path, bytes }) => this.#checked(readTestFile(path, bytes)));
    return {
      functions: files.flatMap(({ functions }): readonly TestFunction[] => functions),
      examples: files.flatMap(({ examples }): readonly TestExample[] => examples),
    };
  }

  /** The file without what follows a second TestMain. */
  #checked(file: TestFile): TestFile {
    const second = file.functions.findIndex(({ kind }) => {
      if (kind !== 'main') return false;
      const isSecond = this.#hasMain;
      this.#hasMain = true;
      return isSecond;
    });
    if (second < 0) {
      this.error ??= file.error;
      return file;
    }
    this.error ??= new TestMainError('multiple-mains', 'multiple definitions of TestMain');
    return { ...file, functions: file.functions.slice(0, second), examples: [] };
  }
}
