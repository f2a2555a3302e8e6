// Names of Go toolchains: `go1.21.3`, `go1.21.3-bigcorp`. Defined by cmd/go/internal/gover.

import { GomodError } from '../error.js';
import { isValid } from './version.js';

/**
 * The Go version in a toolchain's name: `1.2.3` of `go1.2.3-bigcorp`. What follows the first dash, space or tab
 * is a builder's own. '' where the name does not begin with `go` and a version, or has a path separator.
 */
export function fromToolchain(name: string): string {
  if (!name.startsWith('go') || name.includes('/') || name.includes('\\')) return '';
  let end = 2;
  while (end < name.length && !' \t-'.includes(name.charAt(end))) end++;
  const version = name.slice(2, end);
  return isValid(version) ? version : '';
}

/** Like {@link fromToolchain}, but a bare version stands for itself. */
export function toolchainVersion(name: string): string {
  return isValid(name) ? name : fromToolchain(name);
}

/** What decided which toolchain runs; part of the text of {@link TooNewError}. '' where unset. */
export interface ToolchainChoice {
  /** The setting GOTOOLCHAIN. */
  readonly setting: string;
  /** The go.mod or go.work that was consulted, as shown to the user. */
  readonly file: string;
  /** The `go` line of that file. */
  readonly goLine: string;
  /** The `toolchain` line of that file. */
  readonly toolchainLine: string;
}

/** Something needs a newer Go than the one that runs. */
export class TooNewError extends GomodError<'too-new'> {
  readonly what: string;
  /** The Go version that is needed. */
  readonly goVersion: string;
  /** The toolchain that was asked for; '' where none was. Not printed. */
  readonly toolchain: string;

  /** `running` is the release we claim to be, without "go". */
  constructor(
    need: { readonly what: string; readonly goVersion: string; readonly toolchain?: string },
    running: string,
    choice?: ToolchainChoice,
  ) {
    super(
      'too-new',
      `${need.what} requires go >= ${need.goVersion} (running go ${running}${explain(choice)})`,
    );
    this.what = need.what;
    this.goVersion = need.goVersion;
    this.toolchain = need.toolchain ?? '';
  }
}

function explain(choice: ToolchainChoice | undefined): string {
  if (choice === undefined) return '';
  const setting = choice.setting !== '' && choice.setting !== 'auto' ? `; GOTOOLCHAIN=${choice.setting}` : '';
  if (choice.file === '' || (choice.goLine === '' && choice.toolchainLine === '')) return setting;
  const line = choice.toolchainLine !== '' ? `toolchain ${choice.toolchainLine}` : `go ${choice.goLine}`;
  return `${setting}; ${choice.file} sets ${line}`;
}
