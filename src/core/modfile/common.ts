// What go.mod and go.work files have in common: go, toolchain, godebug and replace lines.

import type { ModuleVersion } from '../module/index.js';
import { quote } from '../quote.js';
import type { Godebug, GoStmt, Replace, ToolchainStmt } from './entries.js';
import { ModFileError } from './errors.js';
import { isGoVersion, isToolchainName } from './go-version.js';
import { format } from './print.js';
import { autoQuote } from './strings.js';
import { FileSyntax, type Line } from './syntax.js';
import { addBeside, addLine, cleanTree } from './tree.js';

/** An edit that cannot be made. */
export function editError(reason: string): ModFileError {
  return new ModFileError(reason, { code: 'modfile-edit' });
}

/** The entries without those that `drop` names, whose lines are dropped from the tree. */
export function dropEntries<E extends { readonly syntax: Line }>(
  entries: readonly E[],
  drop: (entry: E) => boolean,
): E[] {
  return entries.filter((entry) => {
    if (!drop(entry)) return true;
    entry.syntax.drop();
    return false;
  });
}

function replaceWords(old: ModuleVersion, by: ModuleVersion): string[] {
  const words = ['replace', autoQuote(old.path)];
  if (old.version !== '') words.push(old.version);
  words.push('=>', autoQuote(by.path));
  if (by.version !== '') words.push(by.version);
  return words;
}

/**
 * Base of ModFile and WorkFile. Edits change the entries and the tree alike and leave comments where they are.
 * After edits that drop or sort, call `cleanup` once before the file is printed.
 */
export abstract class DirectiveFile {
  /** The go line. */
  go: GoStmt | undefined;
  /** The toolchain line. */
  toolchain: ToolchainStmt | undefined;
  /** The godebug lines, in the order of the file. */
  godebug: Godebug[] = [];
  /** The replace lines, in the order of the file. */
  replace: Replace[] = [];
  /** The tree that the file is printed from. */
  readonly syntax: FileSyntax;

  constructor(syntax: FileSyntax = new FileSyntax('')) {
    this.syntax = syntax;
  }

  /** The file's text in standard form. */
  format(): Uint8Array {
    return format(this.syntax);
  }

  /**
   * Removes from the tree what edits dropped; a block that is left with one line becomes that line. As in Go,
   * entries with an empty path (or key, or interval) are forgotten too, though their lines stay.
   */
  cleanup(): void {
    this.replace = this.replace.filter((entry) => entry.old.path !== '');
    cleanTree(this.syntax);
  }

  /** Puts a go line where files of this kind have it. */
  protected abstract placeGo(words: readonly string[]): Line;

  /** Puts a toolchain line where files of this kind have it. */
  protected abstract placeToolchain(words: readonly string[]): Line;

  /** Sets the go line. Throws a ModFileError for what is no Go version. */
  addGoStmt(version: string): void {
    if (!isGoVersion(version)) throw editError(`invalid language version ${quote(version)}`);
    const words = ['go', version];
    if (this.go === undefined) {
      this.go = { version, syntax: this.placeGo(words) };
    } else {
      this.go.version = version;
      this.go.syntax.setWords(words);
    }
  }

  /** Takes the go line away, if there is one. The line itself goes with `cleanup`, as with all that is dropped. */
  dropGoStmt(): void {
    this.go?.syntax.drop();
    this.go = undefined;
  }

  /** Sets the toolchain line. Throws a ModFileError for what is no name of a toolchain. */
  addToolchainStmt(name: string): void {
    if (!isToolchainName(name)) throw editError(`invalid toolchain name ${quote(name)}`);
    const words = ['toolchain', name];
    if (this.toolchain === undefined) {
      this.toolchain = { name, syntax: this.placeToolchain(words) };
    } else {
      this.toolchain.name = name;
      this.toolchain.syntax.setWords(words);
    }
  }

  /** Takes the toolchain line away, if there is one. */
  dropToolchainStmt(): void {
    this.toolchain?.syntax.drop();
    this.toolchain = undefined;
  }

  /** Sets `key` in its first line and drops its others; without a line, adds one. */
  addGodebug(key: string, value: string): void {
    const words = ['godebug', `${key}=${value}`];
    const first = this.godebug.find((entry) => entry.key === key);
    if (first === undefined) {
      this.godebug.push({ key, value, syntax: addLine(this.syntax, words) });
      return;
    }
    first.value = value;
    first.syntax.setWords(words);
    this.godebug = dropEntries(this.godebug, (entry) => entry.key === key && entry !== first);
  }

  /** Takes every line of `key` away. */
  dropGodebug(key: string): void {
    this.godebug = dropEntries(this.godebug, (entry) => entry.key === key);
  }

  /**
   * Replaces `old` by `by`, in the first line that replaces it; drops the others that do. Without one, the line goes beside
   * others for the module, or to the end of the file. A version of '' on
   * the left means every version: lines for single versions are redundant then. As in Go, the entry of a line
   * that is changed so keeps its old version until the file is read again.
   */
  addReplace(old: ModuleVersion, by: ModuleVersion): void {
    const words = replaceWords(old, by);
    const same = (entry: Replace) =>
      entry.old.path === old.path && (old.version === '' || entry.old.version === old.version);
    const first = this.replace.find(same);
    if (first === undefined) {
      const near = this.replace.findLast((entry) => entry.old.path === old.path)?.syntax;
      this.replace.push({ old, new: by, syntax: addBeside(this.syntax, words, near) });
      return;
    }
    first.new = by;
    first.syntax.setWords(words);
    this.replace = dropEntries(this.replace, (entry) => entry !== first && same(entry));
  }

  /** Drops the replacement of exactly this path and version ('' stands for none). */
  dropReplace(old: ModuleVersion): void {
    const { path, version } = old;
    this.replace = dropEntries(
      this.replace,
      (entry) => entry.old.path === path && entry.old.version === version,
    );
  }
}
