// What can be wrong with a path or a version, in Go's words (golang.org/x/mod/module).
//
// Three classes because callers tell them apart: a path that is malformed, a version that does not fit, and any
// failure pinned to one module. The `cause` of the third may be anything, one of the other two included.

import { GomodError, type GomodErrorOptions, messageOf } from '../error.js';
import { quote } from '../quote.js';
import type { ModuleVersion } from './version.js';

/** Codes of the errors about paths, versions, escaped forms, and failures of one module. */
export type ModuleErrorCode = 'invalid-path' | 'invalid-version' | 'invalid-escape' | 'module';

/** The kind of path that was checked. */
export type PathKind = 'module' | 'import' | 'file';

/** A path breaks a rule of its kind. `problem` is the rule in Go's words. */
export class InvalidPathError extends GomodError<'invalid-path'> {
  /** The kind whose rule is broken. */
  readonly kind: PathKind;
  /** The path as it was given. */
  readonly path: string;
  /** The rule, in Go's words. */
  readonly problem: string;

  constructor(kind: PathKind, path: string, problem: string) {
    super('invalid-path', `malformed ${kind} path ${quote(path)}: ${problem}`);
    this.kind = kind;
    this.path = path;
    this.problem = problem;
  }
}

/** A version is malformed, or no version of its module. */
export class InvalidVersionError extends GomodError<'invalid-version'> {
  /** The version as it was given. */
  readonly version: string;
  /** `version` or `pseudo-version`: what the text calls it. */
  readonly noun: 'version' | 'pseudo-version';
  /** What is wrong with it, in Go's words. */
  readonly problem: string;

  constructor(
    version: string,
    problem: string,
    options: GomodErrorOptions & { readonly pseudo?: boolean } = {},
  ) {
    const noun = options.pseudo === true ? 'pseudo-version' : 'version';
    super('invalid-version', `${noun} ${quote(version)} invalid: ${problem}`, options);
    this.version = version;
    this.noun = noun;
    this.problem = problem;
  }
}

/** A path or version that has no escaped form, or an escaped one that stands for none. */
export class InvalidEscapeError extends GomodError<'invalid-escape'> {
  constructor(message: string) {
    super('invalid-escape', message);
  }
}

function moduleMessage(m: ModuleVersion, error: unknown): string {
  if (error instanceof InvalidVersionError) {
    return `${m.path}@${error.version}: invalid ${error.noun}: ${error.problem}`;
  }
  return m.version === ''
    ? `module ${m.path}: ${messageOf(error)}`
    : `${m.path}@${m.version}: ${messageOf(error)}`;
}

/** A failure of one module: `path@version: what happened`. The failure itself is the `cause`. */
export class ModuleError extends GomodError<'module'> {
  /** The module's path. */
  readonly path: string;
  /** The module's version; '' for one without. */
  readonly version: string;

  constructor(m: ModuleVersion, error: unknown) {
    super('module', moduleMessage(m, error), { cause: error });
    this.path = m.path;
    this.version = m.version;
  }
}

/** The first {@link ModuleError} among `error` and its causes. */
function findModuleError(error: unknown): ModuleError | undefined {
  let at = error;
  for (let depth = 0; at instanceof Error && depth < 100; depth++) {
    if (at instanceof ModuleError) return at;
    at = at.cause;
  }
  return undefined;
}

/** `error` pinned to the module `m`; `error` itself where it already is. */
export function moduleError(m: ModuleVersion, error: unknown): Error {
  const known = findModuleError(error);
  if (known !== undefined && known.path === m.path && known.version === m.version) return error as Error;
  return new ModuleError(m, error);
}

/**
 * What a chain of requirements ends with when loading `m` failed: the error pinned to `m`, and where it is
 * about another module (the replacement) both are named.
 */
export function describeFailure(m: ModuleVersion, error: unknown): string {
  if (!(error instanceof ModuleError)) return moduleError(m, error).message;
  const cause = error.cause;
  const version = cause instanceof InvalidVersionError ? cause.version : error.version;
  if (error.path === m.path && version === m.version) return error.message;
  const name = (path: string, v: string): string => (v === '' ? path : `${path}@${v}`);
  return `${name(m.path, m.version)} (replaced by ${name(error.path, version)}): ${messageOf(cause)}`;
}
