// What is wrong with a package, and the chain of imports that leads to it (load.PackageError).

import { formatPosition, ImportsError, type Position } from '../../core/imports/index.js';
import { lastElement } from '../../core/slash-path.js';
import { EngineError, messageOf } from '../error.js';

/** A package in a chain of imports, and where the one before imports it. */
export interface ImportStep {
  readonly path: string;
  readonly position?: Position | undefined;
}

/** What is known of a failure beside its cause. */
export interface FailureDetails {
  readonly stack?: readonly ImportStep[];
  /** `file:line:column`; '' for none. */
  readonly position?: string;
  readonly isCycle?: boolean;
  /** Whether the chain is shown although there is a position. */
  readonly showsStack?: boolean;
}

/** See the head of this file. Later findings may change the chain. */
export class PackageFailure {
  stack: readonly ImportStep[];
  position: string;
  isCycle: boolean;
  readonly #showsStack: boolean;

  constructor(
    readonly cause: unknown,
    { stack = [], position = '', isCycle = false, showsStack = false }: FailureDetails = {},
  ) {
    this.stack = stack;
    this.position = position;
    this.isCycle = isCycle;
    this.#showsStack = showsStack;
  }

  /** The import paths of the chain. */
  get path(): string[] {
    return this.stack.map(({ path }) => path);
  }

  /** The words of the cause alone. */
  get reason(): string {
    return messageOf(this.cause);
  }

  /** All of it, as Go prints it. */
  get text(): string {
    const { position, reason, stack } = this;
    if (position !== '' && (stack.length === 0 || !this.#showsStack)) return `${position}: ${reason}`;
    if (stack.length === 0) return reason;
    const names = this.isCycle
      ? stack.map(({ path, position: at }) =>
          at === undefined ? path : `${path} from ${lastElement(at.file)}`,
        )
      : this.path;
    const at = position === '' ? '' : `\n\t${position}`;
    return `package ${names.join('\n\timports ')}${at}: ${reason}`;
  }
}

/** No file of a package is built. */
export function noGoFilesError(folder: string, ignored: boolean, tests: boolean): EngineError {
  if (ignored) return new EngineError('query', `build constraints exclude all Go files in ${folder}`);
  return new EngineError('query', `no ${tests ? 'non-test ' : ''}Go files in ${folder}`);
}

/** What the first syntax error of a file says, and where; undefined for other errors. */
export function firstProblem(
  error: unknown,
): { readonly position: Position; readonly message: string } | undefined {
  return error instanceof ImportsError && error.code === 'source-syntax' ? error.problems[0] : undefined;
}

/** A position whose file is shown as messages show paths. */
export function shownPosition(position: Position, shorten: (path: string) => string): string {
  return formatPosition({ ...position, file: shorten(position.file) });
}
