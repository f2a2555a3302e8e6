// Reading go.mod and go.work files.
//
// `parse` is for the main module: whatever is not understood is an error. `parseLax` is for dependencies: of
// their directives only module, go, require, retract and ignore count, unknown ones are skipped, so that
// today's commands can use modules that were written for later ones.
//
// A directive ends at its first error; the others are read all the same, and all errors are thrown together.

import { encodeText } from '../text.js';
import { BlockWords } from './comments.js';
import { Directive, type Reading } from './directive.js';
import { MOD_RULES, type Rule, WORK_RULES } from './directives.js';
import type { FixVersion } from './entries.js';
import { ModFileError, ModFileErrorList } from './errors.js';
import { ModFile } from './file.js';
import { readSyntax } from './read.js';
import type { FileSyntax, Line, LineBlock, Statement } from './syntax.js';
import { WorkFile } from './work.js';

/** A file with more errors is no go.mod, and need not be read further. */
const MOST_ERRORS = 10_000;

/** Throws the errors when there are enough of them. */
function addError(errors: ModFileError[], error: ModFileError): void {
  errors.push(error);
  if (errors.length >= MOST_ERRORS) throw new ModFileErrorList(errors);
}

/** Reads the directives of a tree into `file`; see `readStatement`. */
class DirectiveReader<F> {
  readonly errors: ModFileError[] = [];
  readonly #reading: Reading;
  readonly #rules: ReadonlyMap<string, Rule<F>>;
  readonly #file: F;

  constructor(reading: Reading, rules: ReadonlyMap<string, Rule<F>>, file: F) {
    this.#reading = reading;
    this.#rules = rules;
    this.#file = file;
  }

  statement(statement: Statement): void {
    if (statement.kind === 'line') this.#directive(statement.token[0] ?? '', statement);
    else if (statement.kind === 'block') this.#block(statement);
  }

  #block(block: LineBlock): void {
    const verb = block.token[0] ?? '';
    if (block.token.length > 1 || this.#rules.get(verb)?.block !== true) {
      if (!this.#reading.strict) return;
      const reason = `unknown block type: ${block.token.join(' ')}`;
      addError(this.errors, new ModFileError(reason, { file: this.#reading.file, position: block.start }));
      return;
    }
    for (const line of block.line) this.#directive(verb, line, block);
  }

  #directive(verb: string, line: Line, block?: LineBlock): void {
    const rule = this.#rules.get(verb);
    const { strict } = this.#reading;
    if (!strict && rule?.dependency !== true) return;
    const directive = new Directive(this.#reading, verb, line, block);
    try {
      if (rule === undefined) throw directive.error(`unknown directive: ${verb}`);
      rule.read(this.#file, directive);
    } catch (error) {
      if (!(error instanceof ModFileError)) throw error;
      // Dependencies may retract in ways that are yet to be invented.
      if (strict || verb !== 'retract') addError(this.errors, error);
    }
  }
}

/**
 * Makes the versions of retractions canonical. They are versions of the file's own module, whose line may
 * stand behind them.
 */
function fixRetractions(file: ModFile, reading: Reading, fix: FixVersion, errors: ModFileError[]): void {
  const path = file.module?.mod.path ?? '';
  for (const [index, retract] of file.retract.entries()) {
    const line = retract.syntax;
    // As in Go, the word is skipped even where it stands in a block and so was read as a version.
    const directive = new Directive(reading, 'retract', line, undefined, line.token[0] === 'retract' ? 1 : 0);
    if (path === '') {
      errors.push(directive.error('no module directive found, so retract cannot be used'));
      return;
    }
    try {
      file.retract[index] = { ...retract, ...directive.interval(path, fix).interval };
    } catch (error) {
      if (!(error instanceof ModFileError)) throw error;
      addError(errors, error);
    }
  }
}

function readStatements<F extends { readonly syntax: FileSyntax }>(
  file: F,
  reading: Reading,
  rules: ReadonlyMap<string, Rule<F>>,
): ModFileError[] {
  const reader = new DirectiveReader(reading, rules, file);
  for (const statement of file.syntax.stmt) reader.statement(statement);
  return reader.errors;
}

function syntaxOf(file: string, data: Uint8Array | string): FileSyntax {
  return readSyntax(file, typeof data === 'string' ? encodeText(data) : data);
}

function parseMod(data: Uint8Array | string, reading: Reading): ModFile {
  const file = new ModFile(syntaxOf(reading.file, data));
  const errors = readStatements<ModFile>(file, reading, MOD_RULES);
  if (reading.fixVersion !== undefined) fixRetractions(file, reading, reading.fixVersion, errors);
  if (errors.length > 0) throw new ModFileErrorList(errors);
  return file;
}

/**
 * The main module's go.mod. `file` is its name in errors. Without `fixVersion` every version must be canonical
 * as it stands, but for those of retractions. Throws a ModFileErrorList.
 */
export function parse(file: string, data: Uint8Array | string, fixVersion?: FixVersion): ModFile {
  return parseMod(data, { file, fixVersion, strict: true, blockWords: new BlockWords() });
}

/**
 * A dependency's go.mod. Of its directives only module, go, require, retract and ignore count, and unknown ones are
 * skipped: it may have been written for a later release. Throws a ModFileErrorList.
 */
export function parseLax(file: string, data: Uint8Array | string, fixVersion?: FixVersion): ModFile {
  return parseMod(data, { file, fixVersion, strict: false, blockWords: new BlockWords() });
}

/** A go.work file. Throws a ModFileErrorList. */
export function parseWork(file: string, data: Uint8Array | string, fixVersion?: FixVersion): WorkFile {
  const reading = { file, fixVersion, strict: true, blockWords: new BlockWords() };
  const work = new WorkFile(syntaxOf(file, data));
  const errors = readStatements<WorkFile>(work, reading, WORK_RULES);
  if (errors.length > 0) throw new ModFileErrorList(errors);
  return work;
}
