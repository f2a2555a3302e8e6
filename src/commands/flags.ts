// Flags as Go's flag package reads them.
//
// `-x` and `--x` are the same, `-x=v` and `-x v` too, but for flags that take no argument (`-x`, `-x=false`).
// Reading stops at the first word that is no flag, and after `--`. Flags may be repeated; the last one wins
// unless the flag collects. A command's flags are a table of `Flag` values, from which parsing, usage and
// docs follow. Texts of errors are those of Go's flag package and of cmd/go/internal/base (SetFromGOFLAGS).

import { GomodError } from '../core/error.js';
import { quote } from '../core/quote.js';
import { splitFlag } from '../engine/env/index.js';

/** What a flag's value may depend on beside its text. */
export interface FlagContext {
  /** The Go release that we claim to be: `1.26.8`. */
  readonly release: string;
}

/** One flag of a command. `T` is the type of its value. */
export interface Flag<T> {
  /** One sentence for the documentation. */
  readonly help: string;
  /** What the argument is, in one word (`file`); undefined for flags that take none. */
  readonly argument?: string;
  /** Whether the flag stands without an argument, as Go's IsBoolFlag says. */
  readonly boolean: boolean;
  /** The value when the flag is not given. */
  readonly initial: T;
  /** Only ours, not Go's: refused in GOFLAGS and unknown under the name `go`. */
  readonly own?: boolean;
  /** Left out of the documentation (undocumented in Go as well). */
  readonly hidden?: boolean;
  /**
   * The value after `text` was given; `previous` is the one before. Throws a FlagValueError when the text is
   * no value of this flag, and any other error to end the run at once with that error.
   */
  set(text: string, previous: T, context: FlagContext): T;
}

/** Names (without dash) and flags. */
export type FlagTable = Readonly<Record<string, Flag<unknown>>>;

/** The values of a table's flags. */
export type FlagValues<F extends FlagTable> = {
  readonly [K in keyof F]: F[K] extends Flag<infer T> ? T : never;
};

/** What a flag's `set` throws: the words after `invalid value "v" for flag -x: `. */
export class FlagValueError extends GomodError<'flag-value'> {
  constructor(message: string) {
    super('flag-value', message);
  }
}

/**
 * The command line cannot be understood: `message` (nothing when empty) and then the usage is printed, and the
 * exit status is 2.
 */
export class UsageError extends GomodError<'usage'> {
  constructor(message = '') {
    super('usage', message);
  }
}

/** What was read. */
export interface ParsedFlags<F extends FlagTable> {
  readonly values: FlagValues<F>;
  /** Names of the flags that were given, in GOFLAGS or on the command line. */
  readonly given: ReadonlySet<string>;
  /** Every flag given, in order (GOFLAGS first), with its text: for commands whose flags act in order. */
  readonly sequence: readonly { readonly name: string; readonly text: string }[];
  /** The words after the flags. */
  readonly args: readonly string[];
}

/** strconv.ParseBool; undefined for any other word. */
export function parseBool(text: string): boolean | undefined {
  if (['1', 't', 'T', 'true', 'TRUE', 'True'].includes(text)) return true;
  if (['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(text)) return false;
  return undefined;
}

interface Reading {
  readonly face: 'go' | 'gomod';
  readonly context: FlagContext;
  readonly table: FlagTable;
  readonly values: Record<string, unknown>;
  readonly given: Set<string>;
  readonly sequence: { name: string; text: string }[];
}

/** The flag `name`; our own ones are not there under the name `go`. */
function lookup({ face, table }: Reading, name: string): Flag<unknown> | undefined {
  const flag = Object.hasOwn(table, name) ? table[name] : undefined;
  return flag?.own === true && face === 'go' ? undefined : flag;
}

/** Sets one flag; a FlagValueError becomes a UsageError with the words that `describe` puts before it. */
function assign(reading: Reading, name: string, text: string, describe: () => string): void {
  const flag = lookup(reading, name);
  if (flag === undefined) return;
  try {
    reading.values[name] = flag.set(text, reading.values[name], reading.context);
  } catch (error) {
    if (error instanceof FlagValueError) throw new UsageError(`${describe()}: ${error.message}`);
    throw error;
  }
  reading.given.add(name);
  reading.sequence.push({ name, text });
}

/** Takes the flags of GOFLAGS that the command knows; `words` were checked by the engine before. */
function readGoflags(reading: Reading, words: readonly string[]): void {
  const where = process.platform === 'win32' ? '%GOFLAGS%' : '$GOFLAGS';
  for (const word of words) {
    if (word.startsWith('=')) continue;
    const { name, text } = splitFlag(word);
    const flag = lookup(reading, name);
    if (flag === undefined || flag.own === true) continue;
    const shown = `-${name}`;
    if (flag.boolean && text !== undefined) {
      assign(
        reading,
        name,
        text,
        () => `go: invalid boolean value ${quote(text)} for flag ${shown} (from ${where})`,
      );
    } else if (flag.boolean) {
      assign(reading, name, 'true', () => `go: invalid boolean flag ${shown} (from ${where})`);
    } else if (text === undefined) {
      throw new UsageError(`go: flag needs an argument: ${shown} (from ${where})`);
    } else {
      assign(reading, name, text, () => `go: invalid value ${quote(text)} for flag ${shown} (from ${where})`);
    }
  }
}

/** Reads the flag at the head of `words`. Answers how many words it took; 0 when there is no flag. */
function readOne(reading: Reading, words: readonly string[], at: number): number {
  const word = words[at];
  if (word === undefined || word.length < 2 || !word.startsWith('-') || word === '--') return 0;
  const { name, text } = splitFlag(word);
  if (name === '' || name.startsWith('-') || name.startsWith('=')) {
    throw new UsageError(`bad flag syntax: ${word}`);
  }
  const flag = lookup(reading, name);
  if (flag === undefined) {
    throw new UsageError(name === 'help' || name === 'h' ? '' : `flag provided but not defined: -${name}`);
  }
  if (flag.boolean) {
    assign(reading, name, text ?? 'true', () =>
      text === undefined
        ? `invalid boolean flag ${name}`
        : `invalid boolean value ${quote(text)} for -${name}`,
    );
    return 1;
  }
  const value = text ?? words[at + 1];
  if (value === undefined) throw new UsageError(`flag needs an argument: -${name}`);
  assign(reading, name, value, () => `invalid value ${quote(value)} for flag -${name}`);
  return text === undefined ? 2 : 1;
}

/**
 * Reads `words` (the command line after the command's name) by `table`, after the flags of GOFLAGS, as the face
 * knows them. Throws a UsageError for what Go's flag package refuses, and whatever a flag's `set` throws.
 */
export function parseFlags<F extends FlagTable>(
  table: F,
  words: readonly string[],
  goflags: readonly string[] = [],
  face: 'go' | 'gomod' = 'gomod',
  context: FlagContext = { release: '' },
): ParsedFlags<F> {
  const values = Object.fromEntries(Object.entries(table).map(([name, flag]) => [name, flag.initial]));
  const reading: Reading = { face, context, table, values, given: new Set(), sequence: [] };
  readGoflags(reading, goflags);
  let at = 0;
  for (let taken = readOne(reading, words, at); taken > 0; taken = readOne(reading, words, at)) at += taken;
  if (words[at] === '--') at++;
  return {
    values: reading.values as FlagValues<F>,
    given: reading.given,
    sequence: reading.sequence,
    args: words.slice(at),
  };
}

/** The part of a flag that a maker below takes beside its help. */
export type FlagOptions = { readonly own?: boolean; readonly hidden?: boolean };

/** A flag that is on or off. */
export function bool(help: string, options: FlagOptions = {}): Flag<boolean> {
  const set = (text: string): boolean => {
    const value = parseBool(text);
    if (value === undefined) throw new FlagValueError('parse error');
    return value;
  };
  return { help, boolean: true, initial: false, set, ...options };
}

/** A flag with a text; '' (or `initial`) when not given. */
export function string(
  help: string,
  argument: string,
  options: FlagOptions & { initial?: string } = {},
): Flag<string> {
  return { help, argument, boolean: false, initial: '', set: (text) => text, ...options };
}

/** A flag with a whole number, written as Go reads it in base 0 (12, 0x1f, 0b1, 0o7, 017, 1_000). */
export function int(
  help: string,
  argument: string,
  options: FlagOptions & { initial?: number } = {},
): Flag<number> {
  const set = (text: string): number => {
    const match =
      /^([+-]?)(0[xX]_?[\da-fA-F](?:_?[\da-fA-F])*|0[bB]_?[01](?:_?[01])*|0[oO]_?[0-7](?:_?[0-7])*|0(?:_?[0-7])*|[1-9](?:_?\d)*)$/.exec(
        text,
      );
    if (match === null) throw new FlagValueError('parse error');
    const digits = (match[2] ?? '').replaceAll('_', '').replace(/^0(?=\d)/, '0o');
    const magnitude = BigInt(digits);
    const value = match[1] === '-' ? -magnitude : magnitude;
    if (BigInt.asIntN(64, value) !== value) throw new FlagValueError('value out of range');
    return Number(value);
  };
  return { help, argument, boolean: false, initial: 0, set, ...options };
}

/**
 * A flag that may be repeated and keeps every value. `read` turns one text into a value; it throws a
 * FlagValueError for the usage message, any other error to end the run at once.
 */
export function list<T>(
  help: string,
  argument: string,
  read: (text: string) => T,
  options: FlagOptions = {},
): Flag<readonly T[]> {
  const set = (text: string, previous: readonly T[]): readonly T[] => [...previous, read(text)];
  return { help, argument, boolean: false, initial: [], set, ...options };
}

/** The value of a `-json[=fields]` flag. No field named means all. */
export interface JsonFlag {
  readonly enabled: boolean;
  readonly fields: readonly string[];
}

/** The `-json` of `go list`: on, off, or the names of the fields wanted; repeated ones add up. */
export function jsonFields(help: string): Flag<JsonFlag> {
  const set = (text: string, previous: JsonFlag): JsonFlag => {
    const value = parseBool(text);
    if (value !== undefined) return { ...previous, enabled: value };
    return { enabled: true, fields: [...new Set([...previous.fields, ...text.split(',')])] };
  };
  return { help, argument: 'fields', boolean: true, initial: { enabled: false, fields: [] }, set };
}
