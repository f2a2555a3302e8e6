// Reading a go.need.

import { messageOf } from '../error.js';
import { isDirectoryPath, parseString, StringError } from '../modfile/index.js';
import { canonicalVersion, check, type ModuleVersion } from '../module/index.js';
import { quote } from '../quote.js';
import { compareText, decodeText } from '../text.js';
import { type NeedCommand, parseCommandLine } from './command.js';
import { NeedError, type NeedErrorCode } from './error.js';
import { type Need, type NeededModule, neededLine } from './need.js';
import { HEAD } from './print.js';

/** Longer files are refused: this would be some hundred thousand modules. */
export const MOST_BYTES = 16 << 20;

/** What the file says. `file` is its name for messages. Throws a NeedError. */
export function parse(file: string, data: Uint8Array): Need {
  const fail = (problem: string) => new NeedError('malformed', { file, line: 1, column: 1 }, problem);
  if (data.length > MOST_BYTES) throw tooLarge(file);
  if (data.length === 0) throw fail('the file is empty: gomod need failed, or has not ended yet');
  if ((data[0] === 0xff && data[1] === 0xfe) || (data[0] === 0xfe && data[1] === 0xff))
    throw fail('the text is UTF-16, not UTF-8');
  return new Reader(file, decodeText(data)).read();
}

function tooLarge(file: string): NeedError {
  const at = { file, line: 1, column: 1 };
  return new NeedError('malformed', at, 'the file is too large to be a go.need');
}

class Reader {
  readonly #lines: readonly string[];
  /** The line that is read, from 0. */
  #at = 0;

  constructor(
    private readonly file: string,
    text: string,
  ) {
    this.#lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  }

  read(): Need {
    this.#head();
    const command = this.#command();
    const modules: NeededModule[] = [];
    for (this.#at = 2; this.#at < this.#lines.length - 1; this.#at++) {
      const module = this.#module();
      const last = modules.at(-1);
      if (last !== undefined) this.#inOrder(last, module);
      modules.push(module);
    }
    if (this.#line !== '') throw this.#fail(this.#line.length, 'the last line is cut off: it has no end');
    return { command, modules };
  }

  get #line(): string {
    return this.#lines[this.#at] ?? '';
  }

  #fail(index: number, problem: string, code: NeedErrorCode = 'malformed', cause?: unknown): NeedError {
    const at = { file: this.file, line: this.#at + 1, column: index + 1 };
    return new NeedError(code, at, problem, cause === undefined ? {} : { cause });
  }

  #head(): void {
    if (this.#line === HEAD) return;
    const version = /^\/\/ go\.need v(\d{1,9}):/.exec(this.#line)?.[1];
    if (version === undefined || version === '1')
      throw this.#fail(0, `this is no go.need: it does not begin with ${quote(HEAD)}`);
    throw this.#fail(0, `version ${version} of the format is not known to this gomod`, 'version');
  }

  #command(): NeedCommand {
    this.#at = 1;
    const line = /^\/\/ (.*)$/.exec(this.#line)?.[1] ?? '';
    const command = parseCommandLine(line);
    if (typeof command === 'string') throw this.#fail(0, command);
    return command;
  }

  #module(): NeededModule {
    const line = this.#line;
    if (line === '') throw this.#fail(0, 'a blank line');
    if (line.startsWith('//'))
      throw this.#fail(0, 'a comment, which would be lost when the file is made again');
    const arrow = line.indexOf(' => ');
    const mod = this.#version(arrow < 0 ? line : line.slice(0, arrow), 0);
    const replacement =
      arrow < 0 ? undefined : this.#replacement(line.slice(arrow + ' => '.length), arrow + ' => '.length);
    const module = { mod, replacement };
    if (neededLine(module) !== line) throw this.#fail(0, `expected ${quote(neededLine(module))}`);
    return module;
  }

  /** `path version`, which begins at `index` of the line. */
  #version(text: string, index: number): ModuleVersion {
    const blank = text.indexOf(' ');
    if (blank < 0) throw this.#fail(index, `expected path and version, found ${shown(text)}`);
    const [path, version] = [text.slice(0, blank), text.slice(blank + 1)];
    try {
      check(path, version);
    } catch (error) {
      throw this.#fail(index, messageOf(error), 'malformed', error);
    }
    if (canonicalVersion(version) !== version)
      throw this.#fail(index + blank + 1, `expected a canonical version, found ${shown(version)}`);
    return { path, version };
  }

  #replacement(text: string, index: number): ModuleVersion {
    if (!text.startsWith('"') && text.includes(' ')) return this.#version(text, index);
    let path: string;
    try {
      path = parseString(text);
    } catch (error) {
      if (!(error instanceof StringError)) throw error;
      throw this.#fail(index, error.message, 'malformed', error);
    }
    if (!isDirectoryPath(path))
      throw this.#fail(index, `expected path and version, or a folder, found ${shown(text)}`);
    return { path, version: '' };
  }

  #inOrder(last: NeededModule, { mod: { path } }: NeededModule): void {
    const order = compareText(last.mod.path, path);
    if (order === 0) throw this.#fail(0, `${path} is here twice`);
    if (order > 0) throw this.#fail(0, `${path} belongs before ${last.mod.path}`);
  }
}

/** A part of a line, quoted, no longer than is helpful. */
function shown(text: string): string {
  return quote(text.length > 100 ? `${text.slice(0, 100)}...` : text);
}
