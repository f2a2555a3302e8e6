// A go.work file: what it says, and the edits that keep everything else as it is.

import type { Godebug, GoStmt, Replace, ToolchainStmt, Use } from './entries.js';
import { format } from './print.js';
import { FileSyntax } from './syntax.js';

/** See the head of this file. Made by `parseWork`, or empty. */
export class WorkFile {
  go: GoStmt | undefined;
  toolchain: ToolchainStmt | undefined;
  godebug: Godebug[] = [];
  use: Use[] = [];
  replace: Replace[] = [];
  readonly syntax: FileSyntax;

  constructor(syntax: FileSyntax = new FileSyntax('')) {
    this.syntax = syntax;
  }

  /** The file's text in standard form. */
  format(): Uint8Array {
    return format(this.syntax);
  }
}
