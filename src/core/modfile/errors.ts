// Errors of go.mod and go.work files, in Go's words.
//
//   go.mod:5:2: require example.com/m: version "x" invalid: must be of the form v1.2.3
//   ^file ^line ^code point (left out when 1)   ^what is wrong
//
// A file is read to its end, so one reading can report many: they come together in a ModFileErrorList. An
// error of the lexer or of the grammar ends the reading and comes alone.

import { GomodError } from '../error.js';
import { NO_POSITION, type Position } from './syntax.js';

/** What is wrong: the text cannot be read, a directive says nothing valid, an edit was refused. */
export type ModFileErrorCode = 'modfile-syntax' | 'modfile-directive' | 'modfile-edit';

/** What is known of an error beside its words. */
export interface ModFileErrorDetails {
  readonly code?: ModFileErrorCode;
  readonly file?: string;
  readonly position?: Position;
  /** The directive, where the words are about its module. */
  readonly verb?: string;
  /** The module that the directive names. */
  readonly modPath?: string;
  readonly cause?: unknown;
}

function prefix(file: string, position: Position): string {
  if (position.lineRune > 1) return `${file}:${position.line}:${position.lineRune}: `;
  if (position.line > 0) return `${file}:${position.line}: `;
  return file === '' ? '' : `${file}: `;
}

function subject(verb: string, modPath: string): string {
  if (modPath !== '') return `${verb} ${modPath}: `;
  return verb === '' ? '' : `${verb}: `;
}

/** One error of a file. */
export class ModFileError extends GomodError<ModFileErrorCode> {
  /** The file, as it was named to the parser; '' for errors of edits. */
  readonly file: string;
  /** Where it is wrong. */
  readonly position: Position;
  /** The directive, where the words are about its module; else ''. */
  readonly verb: string;
  /** The module that the directive names; else ''. */
  readonly modPath: string;
  /** The words alone, without file, position and directive. */
  readonly reason: string;

  constructor(reason: string, details: ModFileErrorDetails = {}) {
    const {
      code = 'modfile-directive',
      file = '',
      position = NO_POSITION,
      verb = '',
      modPath = '',
    } = details;
    super(code, prefix(file, position) + subject(verb, modPath) + reason, { cause: details.cause });
    this.file = file;
    this.position = position;
    this.verb = verb;
    this.modPath = modPath;
    this.reason = reason;
  }
}

/** Everything that is wrong with a file; the message has a line for each. Never empty. */
export class ModFileErrorList extends GomodError<ModFileErrorCode> {
  /** The errors, in the order of the file. */
  readonly errors: readonly ModFileError[];

  constructor(errors: readonly ModFileError[]) {
    super(errors[0]?.code ?? 'modfile-directive', errors.map((error) => error.message).join('\n'), {
      cause: errors[0],
    });
    this.errors = errors;
  }
}
