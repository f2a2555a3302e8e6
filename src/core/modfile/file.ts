// A go.mod file: what it says, and the edits that keep everything else as it is.

import type {
  Exclude,
  Godebug,
  GoStmt,
  Ignore,
  ModuleStmt,
  Replace,
  Require,
  Retract,
  Tool,
  ToolchainStmt,
} from './entries.js';
import { format } from './print.js';
import { FileSyntax } from './syntax.js';

/** See the head of this file. Made by `parse` and `parseLax`, or empty. */
export class ModFile {
  module: ModuleStmt | undefined;
  go: GoStmt | undefined;
  toolchain: ToolchainStmt | undefined;
  godebug: Godebug[] = [];
  require: Require[] = [];
  exclude: Exclude[] = [];
  replace: Replace[] = [];
  retract: Retract[] = [];
  tool: Tool[] = [];
  ignore: Ignore[] = [];
  readonly syntax: FileSyntax;

  constructor(syntax: FileSyntax = new FileSyntax('')) {
    this.syntax = syntax;
  }

  /** The file's text in standard form. */
  format(): Uint8Array {
    return format(this.syntax);
  }
}
