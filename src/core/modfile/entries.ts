// What go.mod and go.work say, directive by directive, each with the line that says it.
//
// Values are as the go command understands them: unquoted paths, canonical versions. Changing a value here
// does not change the line: that is what the methods of ModFile and WorkFile are for.

import type { ModuleVersion } from '../module/index.js';
import type { Line } from './syntax.js';

/** `module path`. */
export interface ModuleStmt {
  /** The version is always ''. */
  mod: ModuleVersion;
  /** The message of a `// Deprecated:` paragraph; '' when there is none. */
  deprecated: string;
  readonly syntax: Line;
}

/** `go 1.23`. */
export interface GoStmt {
  version: string;
  readonly syntax: Line;
}

/** `toolchain go1.23.1`. */
export interface ToolchainStmt {
  name: string;
  readonly syntax: Line;
}

/** `godebug key=value`. */
export interface Godebug {
  readonly key: string;
  value: string;
  readonly syntax: Line;
}

/** `require path version`. */
export interface Require {
  mod: ModuleVersion;
  /** Whether the line is marked `// indirect`. */
  indirect: boolean;
  syntax: Line;
}

/** `exclude path version`. */
export interface Exclude {
  readonly mod: ModuleVersion;
  readonly syntax: Line;
}

/** `replace old [version] => new [version]`. A directory is a path without version. */
export interface Replace {
  readonly old: ModuleVersion;
  new: ModuleVersion;
  readonly syntax: Line;
}

/** Versions from `low` to `high`, both included. */
export interface VersionInterval {
  readonly low: string;
  readonly high: string;
}

/** `retract version` or `retract [low, high]`. */
export interface Retract extends VersionInterval {
  /** The comments of the line, or of its block; '' when there are none. */
  readonly rationale: string;
  readonly syntax: Line;
}

/** `tool path`. */
export interface Tool {
  readonly path: string;
  readonly syntax: Line;
}

/** `ignore path`. */
export interface Ignore {
  readonly path: string;
  readonly syntax: Line;
}

/** `use directory` of a go.work file. */
export interface Use {
  /** The directory as written. */
  readonly path: string;
  /** The path of the module there, where someone said it; never read from the file. */
  modulePath: string;
  readonly syntax: Line;
}

/**
 * Makes a version canonical: `version` is as written, `path` that of its module ('' for a file without one).
 * Throws a GomodError to refuse it; of a ModuleError only the cause is told.
 */
export type FixVersion = (path: string, version: string) => string;
