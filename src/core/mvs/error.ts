// Errors of version selection.

import { GomodError, messageOf } from '../error.js';
import type { Version } from './version.js';

/** Codes of this room: a module's requirements could not be had; the caller broke a rule of the interface. */
export type MvsErrorCode = 'build-list' | 'misuse';

/** The caller broke a rule that the called function states. A bug, never the user's fault. */
export class MvsMisuseError extends GomodError<'misuse'> {
  constructor(message: string) {
    super('misuse', `internal error: ${message}`);
  }
}

/** How a {@link BuildListError} is told. */
export interface BuildListErrorOptions {
  /** Whether the step is an upgrade or downgrade asked for, rather than a requirement of `from`. */
  readonly isVersionChange?: (from: Version, to: Version) => boolean;
  /** The text for the last module of the path: its name and what happened to it. */
  readonly describe?: (m: Version, error: unknown) => string;
}

/** `path@version`, or the path alone where the version is ''. */
export function formatVersion(m: Version): string {
  return m.version === '' ? m.path : `${m.path}@${m.version}`;
}

function describePlainly(m: Version, error: unknown): string {
  return `${m.version === '' ? `module ${m.path}` : formatVersion(m)}: ${messageOf(error)}`;
}

function message(error: unknown, path: readonly Version[], options: BuildListErrorOptions): string {
  // Main modules have no version, and users need not be told where their own build starts.
  const start = path.findIndex((m) => m.version !== '');
  if (start < 0) return messageOf(error);
  let text = '';
  for (let i = start; i + 1 < path.length; i++) {
    const [from, to] = [path[i]!, path[i + 1]!];
    const reason = options.isVersionChange?.(from, to) ? 'updating to' : 'requires';
    text += `${formatVersion(from)} ${reason}\n\t`;
  }
  return text + (options.describe ?? describePlainly)(path[path.length - 1]!, error);
}

/**
 * The requirements of a module could not be had. The message tells the chain of requirements that leads there:
 * `a@v1 requires\n\tb@v2: what happened`. What happened is the `cause`. Texts: cmd/go/internal/mvs/errors.go.
 */
export class BuildListError extends GomodError<'build-list'> {
  /** From a root to the module that failed; not empty. */
  readonly path: readonly Version[];

  constructor(cause: unknown, path: readonly Version[], options: BuildListErrorOptions = {}) {
    super('build-list', message(cause, path, options), { cause });
    this.path = path;
  }

  /** The module that failed. */
  get module(): Version | undefined {
    return this.path[this.path.length - 1];
  }
}
