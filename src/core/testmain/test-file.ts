// What a test program calls of one test file. Defined by cmd/go/internal/load and go/doc.

import type { ImportsError } from '../imports/index.js';
import { decodeText } from '../text.js';
import { TestMainError } from './error.js';
import { type ExampleOutput, exampleOutput } from './examples.js';
import { type DeclaredFunction, readFunctions } from './functions.js';
import { isExample, type TestKind, testKind } from './signature.js';

/** A test, a benchmark, a fuzz target, or the TestMain. */
export interface TestFunction {
  readonly kind: TestKind;
  readonly name: string;
}

/** An example that is run. */
export interface TestExample {
  readonly name: string;
  readonly output: ExampleOutput;
}

/** See the head of this file. All in the order of the file. */
export interface TestFile {
  /** Those before the error, where there is one. */
  readonly functions: readonly TestFunction[];
  /** Those with an output; none where there is an error. */
  readonly examples: readonly TestExample[];
  /** The first thing that is wrong with the file. */
  readonly error: ImportsError | TestMainError | undefined;
}

/** Reads a test file, which messages call `path`. Never throws for what the bytes say. */
export function readTestFile(path: string, bytes: Uint8Array): TestFile {
  const { functions: declared, error } = readFunctions(path, decodeText(bytes));
  const functions: TestFunction[] = [];
  if (error !== undefined) return { functions, examples: [], error };
  try {
    for (const each of declared) {
      const kind = testKind(each);
      if (kind !== undefined) functions.push({ kind, name: each.name });
    }
  } catch (failure) {
    if (!(failure instanceof TestMainError)) throw failure;
    return { functions, examples: [], error: failure };
  }
  return { functions, examples: declared.filter(isExample).flatMap(runExample), error: undefined };
}

/** The example; nothing where it is only compiled. */
function runExample({ name, lastComment }: DeclaredFunction): TestExample[] {
  const output = exampleOutput(lastComment);
  return output === undefined ? [] : [{ name, output }];
}
