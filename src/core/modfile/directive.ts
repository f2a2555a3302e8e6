// One directive being read: its words as strings and versions, and errors that say where it stands.
//
// Reading puts the words into standard form in place: quotes only where needed, versions canonical.

import { GomodError, messageOf } from '../error.js';
import { canonicalVersion, InvalidVersionError, ModuleError } from '../module/index.js';
import type { BlockWords } from './comments.js';
import type { FixVersion, VersionInterval } from './entries.js';
import { ModFileError } from './errors.js';
import { autoQuote, parseString, StringError } from './strings.js';
import type { Line, LineBlock } from './syntax.js';

/** How a file is read. */
export interface Reading {
  /** The file's name in errors. */
  readonly file: string;
  readonly fixVersion: FixVersion | undefined;
  /** False for dependencies: what they say that we do not understand is none of our business. */
  readonly strict: boolean;
  readonly blockWords: BlockWords;
}

/** See the head of this file. Every method that reads throws a ModFileError. */
export class Directive {
  readonly verb: string;
  readonly line: Line;
  readonly block: LineBlock | undefined;
  readonly strict: boolean;
  readonly blockWords: BlockWords;
  readonly #reading: Reading;
  readonly #first: number;

  /** `first` is the index of the first word after the directive's own. */
  constructor(reading: Reading, verb: string, line: Line, block?: LineBlock, first = line.inBlock ? 0 : 1) {
    this.verb = verb;
    this.line = line;
    this.block = block;
    this.strict = reading.strict;
    this.blockWords = reading.blockWords;
    this.#reading = reading;
    this.#first = first;
  }

  /** How many words follow the verb. */
  get count(): number {
    return this.line.token.length - this.#first;
  }

  /** A word as written; '' when there are not so many. */
  word(index: number): string {
    return this.line.token[this.#first + index] ?? '';
  }

  setWord(index: number, word: string): void {
    this.line.token[this.#first + index] = word;
  }

  /** An error at this directive; with `modPath`, one about that module. */
  error(reason: string, modPath?: string, cause?: unknown): ModFileError {
    const about = modPath === undefined ? {} : { verb: this.verb, modPath };
    return new ModFileError(reason, { file: this.#reading.file, position: this.line.start, cause, ...about });
  }

  fail(reason: string, modPath?: string, cause?: unknown): never {
    throw this.error(reason, modPath, cause);
  }

  /** Runs a check of another room; what it throws becomes an error about the module. */
  check(modPath: string, run: () => void): void {
    try {
      run();
    } catch (error) {
      if (!(error instanceof GomodError)) throw error;
      this.fail(error.message, modPath, error);
    }
  }

  /** The only word; `usage` is the error when there is none or more. */
  only(usage: string): string {
    if (this.count !== 1) this.fail(usage);
    return this.word(0);
  }

  /** A word as the string it stands for. */
  string(index: number): string {
    const word = this.word(index);
    try {
      const value = parseString(word);
      if (value !== word) this.setWord(index, autoQuote(value));
      return value;
    } catch (error) {
      if (!(error instanceof StringError)) throw error;
      return this.fail(`invalid quoted string: ${error.message}`, undefined, error);
    }
  }

  /** A word as a version of the module `path`, made canonical by `fix`. */
  version(index: number, path: string, fix = this.#reading.fixVersion): string {
    const written = this.#versionText(index, path);
    const version = fix === undefined ? this.#canonical(path, written) : this.#fixed(path, written, fix);
    this.setWord(index, version);
    return version;
  }

  #versionText(index: number, path: string): string {
    const word = this.word(index);
    try {
      const text = parseString(word);
      if (text !== word) this.setWord(index, autoQuote(text));
      return text;
    } catch (error) {
      if (!(error instanceof StringError)) throw error;
      const cause = new InvalidVersionError(word, error.message);
      return this.fail(cause.message, path, cause);
    }
  }

  #canonical(path: string, written: string): string {
    const version = canonicalVersion(written);
    if (version !== '') return version;
    const cause = new InvalidVersionError(written, 'must be of the form v1.2.3');
    return this.fail(cause.message, path, cause);
  }

  #fixed(path: string, written: string, fix: FixVersion): string {
    try {
      return fix(path, written);
    } catch (error) {
      if (!(error instanceof GomodError)) throw error;
      if (error instanceof ModuleError) return this.fail(messageOf(error.cause), path, error);
      return this.fail(error.message, undefined, error);
    }
  }

  /**
   * The version or `[low, high]` that the words begin with, and the number of words it takes. `path` is the
   * module they are versions of.
   */
  interval(path: string, fix: FixVersion): { readonly interval: VersionInterval; readonly words: number } {
    if (this.count === 0 || this.word(0) === '(') this.fail("expected '[' or version");
    if (this.word(0) !== '[') {
      const version = this.version(0, path, fix);
      return { interval: { low: version, high: version }, words: 1 };
    }
    if (this.count === 1) this.fail("expected version after '['");
    const low = this.version(1, path, fix);
    if (this.word(2) !== ',') this.fail("expected ',' after version");
    if (this.count === 3) this.fail("expected version after ','");
    const high = this.version(3, path, fix);
    if (this.word(4) !== ']') this.fail("expected ']' after version");
    return { interval: { low, high }, words: 5 };
  }
}
