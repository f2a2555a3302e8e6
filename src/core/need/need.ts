// What a go.need says, as a value.

import { autoQuote } from '../modfile/index.js';
import type { ModuleVersion } from '../module/index.js';
import type { NeedCommand } from './command.js';

/** A module that a build reads. */
export interface NeededModule {
  /** Path and selected version. */
  readonly mod: ModuleVersion;
  /** What replaces it, a folder with '' for its version; undefined where nothing does. */
  readonly replacement: ModuleVersion | undefined;
}

/** What a go.need says. */
export interface Need {
  readonly command: NeedCommand;
  /** Sorted by path, each path once. */
  readonly modules: readonly NeededModule[];
}

/** The line of a module, without its end. */
export function neededLine({ mod, replacement }: NeededModule): string {
  const line = `${mod.path} ${mod.version}`;
  if (replacement === undefined) return line;
  const { path, version } = replacement;
  return version === '' ? `${line} => ${autoQuote(path)}` : `${line} => ${path} ${version}`;
}
