// Whether a build takes a file.
//
// go has two ways of looking at a folder, and which it takes depends on how long ago its files changed. Without an
// index what is wrong with a file matters only if its name is one of the build's, and its Go only if it is built.
// With an index syntax errors count wherever they are, and a `//go:build` line that is wrong ends the reading of the
// folder. Defined by go/build and cmd/go/internal/modindex.

import type { TagTest } from './constraint.js';
import { nameHolds } from './context.js';
import { ImportsError } from './error.js';
import { headerHolds } from './header.js';
import type { SourceFile } from './source.js';

/** What becomes of a file. */
export interface Choice {
  readonly built: boolean;
  /** Whether it is on the list of those that are left out, if it is not built. */
  readonly ignored: boolean;
  /** What is wrong with it. */
  readonly error?: ImportsError;
  /** Whether the error ends the reading of the folder. */
  readonly final?: boolean;
}

const BUILT: Choice = { built: true, ignored: false };
const IGNORED: Choice = { built: false, ignored: true };

/** How files are looked at. */
export interface ChoiceRule {
  /** As with an index of their folder. */
  readonly indexed: boolean;
  /** Without an index: neither names nor constraints keep any out. What is wrong with constraints counts all the same. */
  readonly all: boolean;
}

/** What becomes of a file in a build. */
export function chooseFile(file: SourceFile, test: TagTest, { indexed, all }: ChoiceRule): Choice {
  return indexed ? chooseByIndex(file, test) : chooseByFile(file, test, all);
}

function chooseByFile(file: SourceFile, test: TagTest, all: boolean): Choice {
  if (!all && !nameHolds(file.name, test)) return IGNORED;
  if (file.failure === undefined) {
    const choice = chooseByHeader(file, test);
    if (choice.error !== undefined) return refused(file, choice.error);
    return all ? BUILT : choice;
  }
  // What can be opened and not be read is listed as if nothing were wrong, unless it is Go.
  if (file.kind !== 'go' && file.failure.code === 'source-read') return BUILT;
  return refused(file, file.failure);
}

/** A file whose constraints are not known. Only of Go files anyone hears. */
function refused(file: SourceFile, error: ImportsError): Choice {
  return file.kind === 'go' ? { built: false, ignored: false, error } : IGNORED;
}

function chooseByIndex(file: SourceFile, test: TagTest): Choice {
  if (file.kind === 'go' && file.failure !== undefined) return refused(file, file.failure);
  const choice = nameHolds(file.name, test) ? chooseByHeader(file, test) : IGNORED;
  return choice.error === undefined ? choice : { ...choice, final: true };
}

function chooseByHeader(file: SourceFile, test: TagTest): Choice {
  try {
    return headerHolds(file.header, test) ? BUILT : IGNORED;
  } catch (cause) {
    if (!(cause instanceof ImportsError)) throw cause;
    const message = `${file.name}: parsing //go:build line: ${cause.message}`;
    return { built: false, ignored: false, error: new ImportsError(cause.code, message, { cause }) };
  }
}
