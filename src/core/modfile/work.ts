// A go.work file: what it says, and the edits that keep everything else as it is.

import { DirectiveFile, dropEntries } from './common.js';
import type { Use } from './entries.js';
import { removeDuplicates, sortBlocks } from './sort.js';
import { autoQuote } from './strings.js';
import { Line } from './syntax.js';
import { addLine } from './tree.js';

/** A module wanted in the workspace. */
export interface WantedUse {
  /** The directory. */
  readonly path: string;
  readonly modulePath: string;
}

/** A go.work file: what it says, and the edits that keep everything else as it is. Made by `parseWork`, or empty. */
export class WorkFile extends DirectiveFile {
  /** The use lines, in the order of the file. */
  use: Use[] = [];

  /** Before everything but the comments at the head. */
  #placeFirst(words: readonly string[]): Line {
    const line = new Line([...words], false);
    const first = this.syntax.stmt.findIndex((statement) => statement.kind !== 'comments');
    this.syntax.stmt.splice(first < 0 ? this.syntax.stmt.length : first, 0, line);
    return line;
  }

  protected override placeGo(words: readonly string[]): Line {
    return this.#placeFirst(words);
  }

  protected override placeToolchain(words: readonly string[]): Line {
    const { stmt } = this.syntax;
    const go = stmt.findIndex((statement) => statement.kind === 'line' && statement.token[0] === 'go');
    if (go < 0) return this.#placeFirst(words);
    const line = new Line([...words], false);
    stmt.splice(go + 1, 0, line);
    return line;
  }

  /** Uses a directory once: keeps its first line, or adds one. */
  addUse(path: string, modulePath: string): void {
    const first = this.use.find((entry) => entry.path === path);
    if (first === undefined) {
      this.addNewUse(path, modulePath);
      return;
    }
    first.modulePath = modulePath;
    first.syntax.setWords(['use', autoQuote(path)]);
    this.use = dropEntries(this.use, (entry) => entry.path === path && entry !== first);
  }

  /** Adds a line for a directory, even where it is used already. */
  addNewUse(path: string, modulePath: string): void {
    this.use.push({ path, modulePath, syntax: addLine(this.syntax, ['use', autoQuote(path)]) });
  }

  /** Takes every line for a directory away; `path` as the file writes it. */
  dropUse(path: string): void {
    this.use = dropEntries(this.use, (entry) => entry.path === path);
  }

  /** Makes the directories exactly `wanted` and sorts the blocks. `cleanup` has to follow. */
  setUse(wanted: readonly WantedUse[]): void {
    const modulePaths = new Map(wanted.map((use) => [use.path, use.modulePath]));
    const have = new Set<string>();
    this.use = dropEntries(this.use, (entry) => {
      const modulePath = modulePaths.get(entry.path);
      if (modulePath === undefined) return true;
      entry.modulePath = modulePath;
      have.add(entry.path);
      return false;
    });
    for (const [path, modulePath] of modulePaths) if (!have.has(path)) this.addNewUse(path, modulePath);
    this.sortBlocks();
  }

  /** See {@link DirectiveFile.cleanup}. */
  override cleanup(): void {
    this.use = this.use.filter((entry) => entry.path !== '');
    super.cleanup();
  }

  /** Sorts the lines of every block and removes replacements that later ones override. */
  sortBlocks(): void {
    removeDuplicates(this.syntax, this);
    sortBlocks(this.syntax);
  }
}
