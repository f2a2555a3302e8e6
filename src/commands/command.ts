// What a command is: one declaration, from which its flags, usage, help and documentation follow.
//
// A declaration is data. Its file imports this module, flags.js and common-flags.js only (a test says so);
// the work is imported inside `run`, so that listing all commands loads none of it:
//
//   export const flags = { ...chdirFlag, ...modCommonFlags, go: string('...', 'version'), x: bool('...') };
//   export const graph = defineCommand({
//     name: 'mod graph', usage: 'go mod graph [-go=version] [-x]', short: '...', long: '...', flags,
//     run: async (invocation) => (await import('./graph-run.js')).run(invocation),
//   });
//
// and in graph-run.ts: `export async function run(invocation: Invocation<typeof flags>): Promise<number>`.
//
// A handler returns the exit status. It neither prints by itself nor ends the process: texts go to
// `invocation.stdout` and `invocation.stderr`, a failure is thrown (exit 1, printed behind "go: "), a wrong
// command line is a UsageError (exit 2).

import type { Environment } from '../engine/env/environment.js';
import type { EventSink } from '../engine/events.js';
import type { FileSystem } from '../engine/io/filesystem.js';
import type { Loss } from '../engine/recall/recall.js';
import type { ModuleFlags, Session } from '../engine/session.js';
import type { FlagTable, FlagValues, ParsedFlags } from './flags.js';

/** The name we were called by, and with it the surface we show: see "two faces" in ARCHITECTURE.md. */
export type Face = 'go' | 'gomod';

/** One run of one command. */
export interface Invocation<F extends FlagTable = FlagTable> {
  /** The words that named the command, as Go names it: `mod download`. */
  readonly name: string;
  readonly face: Face;
  readonly flags: FlagValues<F>;
  /** Names of the flags given in GOFLAGS or on the command line. */
  readonly given: ParsedFlags<F>['given'];
  /** Every flag given, in order, with its text. */
  readonly sequence: ParsedFlags<F>['sequence'];
  /** The words after the flags. */
  readonly args: readonly string[];
  /** The words of GOFLAGS, for commands that treat a flag from there in another way. */
  readonly goflags: readonly string[];
  /** Absolute path of the folder we work in (after -C). */
  readonly cwd: string;
  readonly env: Environment;
  /** The files of this run, for what is looked at without a session. */
  readonly fs: FileSystem;
  /** Aborted by SIGINT and SIGTERM. */
  readonly signal: AbortSignal;
  /** Where a handler's own messages, failures that it survives, and hints go; `error` makes the status 1. */
  readonly events: EventSink;
  /** Whether an `error` event was sent, by whomever: then Go prints no results. */
  failed(): boolean;
  /** Tells a hint behind what the run prints: what that comes to. */
  conclude(hint: string): void;
  /**
   * Adds to the standard output, which is written when the handler has ended. `loss` says how Go's command tells that it
   * could not be written; most do not.
   */
  stdout(text: string | Uint8Array, loss?: Loss): void;
  /** Writes to the standard error at once; `text` has its final newline. */
  stderr(text: string): void;
  /**
   * The session of this run; `flags` override what was read from -mod, -modfile, -modcacherw, -overlay, -x.
   * A new one each time.
   */
  openSession(flags?: Partial<ModuleFlags>): Promise<Session>;
}

/** A declaration. See the head of this file. */
export interface Command<F extends FlagTable = FlagTable> {
  /** Words after "go": `mod download`, `list`. */
  readonly name: string;
  /** Go's usage line, byte for byte: `go mod download [-x] [modules]`. */
  readonly usage: string;
  /** The same with flags that Go has not, where there are any. */
  readonly ownUsage?: string;
  /** One line without capital and full stop, for the list of commands; Go's words. */
  readonly short: string;
  /** Help in our own words, without the usage line. */
  readonly long: string;
  /** Every flag that Go's command accepts, and ours. */
  readonly flags: F;
  /** The faces that have it; both when left out. */
  readonly faces?: readonly Face[];
  /** Works, and is left out of lists. */
  readonly hidden?: boolean;
  /** A Go toolchain carries it out, before anything of the declaration is looked at. */
  readonly handedOver?: true;
  /** Is done before it pays to prepare for a long run. */
  readonly quick?: true;
  /**
   * Whether a run with these flags that ended well, and did nothing but look, is remembered (engine/recall). Not for
   * commands whose purpose is to look at everything again.
   */
  remembered?(flags: FlagValues<F>): boolean;
  /** Does the work; answers the exit status. */
  run(invocation: Invocation<F>): number | Promise<number>;
}

/** A command that only has subcommands: `go mod`. */
export interface CommandGroup {
  readonly name: string;
  readonly usage: string;
  readonly short: string;
  readonly long: string;
}

/** A page of `go help` that is no command. */
export interface Topic {
  readonly name: string;
  readonly short: string;
  readonly long: string;
}

/** Fixes the type of a declaration's flags. */
export function defineCommand<F extends FlagTable>(command: Command<F>): Command<F> {
  return command;
}

/** The usage line as the face shows it: `gomod download ...` instead of `go mod download ...`. */
export function usageLine(
  { usage, ownUsage = usage }: { readonly usage: string; readonly ownUsage?: string },
  face: Face,
): string {
  if (face === 'go') return usage;
  return ownUsage.replace(/^go mod (?=[a-z])/, 'gomod ').replace(/^go\b/, 'gomod');
}
