// Events and errors as lines on stderr, and the exit status that follows from them.
//
// Go's own words stand behind "go: " under both names; what we add beside them stands on lines that begin
// with "gomod: ", which the name `go` leaves out.

import { GomodError } from '../core/error.js';
import { hintOf } from '../engine/error.js';
import type { EventSink, SessionEvent } from '../engine/events.js';
import { describeError, errnoCode } from '../engine/io/errno.js';
import type { Face } from './command.js';
import type { Progress } from './progress.js';

/** What a reporter writes to. */
export interface ReporterOptions {
  readonly face: Face;
  /** Writes to stderr at once. */
  readonly err: (text: string) => void;
  readonly progress: Progress;
}

/** Prints what a run has to say. */
export interface Reporter {
  readonly sink: EventSink;
  /** Prints an error that ended the run. Answers the exit status. */
  fail(error: unknown): number;
  /** 1 once an error was seen, else 0. */
  status(): number;
  /** Keeps a hint for the end of the run. */
  conclude(hint: string): void;
  /** Tells these hints: call when the standard output has been written. */
  end(): void;
}

/** Lines behind a prefix; a message of several lines keeps its own after the first, as Go prints it. */
function hintLines(text: string): string {
  return text
    .split('\n')
    .map((line) => `gomod: ${line}\n`)
    .join('');
}

/** A defect of ours: everything that helps to find it. */
function internalError(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `gomod: internal error: ${detail}\n`;
}

/** Makes the one place where a run's events and errors become text. */
export function createReporter(options: ReporterOptions): Reporter {
  const { face, progress } = options;
  let status = 0;
  const conclusions: string[] = [];

  function print(text: string): void {
    progress.hide();
    options.err(text);
  }

  function printError(error: unknown): void {
    if (error instanceof AggregateError) {
      for (const each of error.errors) printError(each);
      return;
    }
    if (!(error instanceof GomodError) && errnoCode(error) === undefined) {
      print(internalError(error));
      status = Math.max(status, 2);
      return;
    }
    const prefix = prefixOf(error);
    const text = prefix + describeError(error);
    print(text.endsWith('\n') ? text : `${text}\n`);
    const hint = hintOf(error);
    if (hint !== undefined && face === 'gomod') print(hintLines(hint));
    status = Math.max(status, 1);
  }

  /** What only we say, that something is not there yet, is not told as Go's words. */
  function prefixOf(error: unknown): string {
    const { bare, code } = error as { bare?: boolean; code?: string };
    if (face === 'gomod' && code === 'unsupported') return 'gomod: ';
    return bare === true ? '' : 'go: ';
  }

  function sink(event: SessionEvent): void {
    if (event.kind === 'progress') progress.show(event);
    else if (event.kind === 'error') printError(event.error);
    else if (event.kind !== 'hint') print(`${event.text}\n`);
    else if (face === 'gomod') print(hintLines(event.text));
  }

  return {
    sink,
    fail: (error) => {
      printError(error);
      // One whose parts were told before says nothing more, and has failed all the same.
      status = Math.max(status, 1);
      return status;
    },
    status: () => status,
    conclude: (hint) => conclusions.push(hint),
    end: () => {
      for (const text of conclusions) sink({ kind: 'hint', text });
    },
  };
}
