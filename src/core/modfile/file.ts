// A go.mod file: what it says, and the edits that keep everything else as it is.

import {
  canonicalVersion,
  checkPathMajor,
  InvalidVersionError,
  matchPathMajor,
  pathMajorPrefix,
  splitPathVersion,
} from '../module/index.js';
import * as semver from '../semver/index.js';
import { DirectiveFile, dropEntries } from './common.js';
import type { Exclude, Ignore, ModuleStmt, Require, Retract, Tool, VersionInterval } from './entries.js';
import { addRequirement, type Requirement, setRequire, setRequireSeparateIndirect } from './requirements.js';
import { removeDuplicates, sortModBlocks } from './sort.js';
import { autoQuote } from './strings.js';
import { CommentBlock, type Line, NO_POSITION } from './syntax.js';
import { addBeside, addLine } from './tree.js';

/** Throws InvalidVersionError unless `version` is canonical and one that `path` ('' for any) may have. */
function checkCanonical(path: string, version: string): void {
  const { ok, pathMajor } = splitPathVersion(path);
  if (version === '' || version !== canonicalVersion(version)) {
    const major = pathMajor === '' ? 'v1' : pathMajorPrefix(pathMajor);
    throw new InvalidVersionError(version, `must be of the form ${major}.2.3`);
  }
  if (!ok || matchPathMajor(version, pathMajor)) return;
  if (pathMajor !== '') checkPathMajor(version, pathMajor);
  const module = `${path}/${semver.major(version)}`;
  throw new InvalidVersionError(version, `should be ${version}+incompatible (or module ${module})`);
}

/** A go.mod file: what it says, and the edits that keep everything else as it is. Made by `parse` and `parseLax`, or empty. */
export class ModFile extends DirectiveFile {
  /** The module line. */
  module: ModuleStmt | undefined;
  /** The require lines, in the order of the file, as all lists here. */
  require: Require[] = [];
  /** The exclude lines. */
  exclude: Exclude[] = [];
  /** The retract lines. */
  retract: Retract[] = [];
  /** The tool lines. */
  tool: Tool[] = [];
  /** The ignore lines. */
  ignore: Ignore[] = [];

  protected override placeGo(words: readonly string[]): Line {
    return addLine(this.syntax, words, this.module?.syntax);
  }

  protected override placeToolchain(words: readonly string[]): Line {
    return addLine(this.syntax, words, this.go?.syntax ?? this.module?.syntax);
  }

  /** Sets the module's path. */
  addModuleStmt(path: string): void {
    const words = ['module', autoQuote(path)];
    const mod = { path, version: '' };
    if (this.module === undefined) {
      this.module = { mod, deprecated: '', syntax: addLine(this.syntax, words) };
    } else {
      this.module.mod = mod;
      this.module.syntax.setWords(words);
    }
  }

  /** Adds a paragraph of one comment at the end; `text` has its slashes. */
  addComment(text: string): void {
    this.syntax.stmt.push(new CommentBlock([{ start: NO_POSITION, token: text, suffix: false }]));
  }

  /** Sets the version in the first line that requires `path` and drops the others; without one, adds one. */
  addRequire(path: string, version: string): void {
    const first = this.require.find((entry) => entry.mod.path === path);
    if (first === undefined) {
      this.addNewRequire(path, version, false);
      return;
    }
    first.mod = { path, version };
    first.syntax.setWords(['require', autoQuote(path), version]);
    this.require = dropEntries(this.require, (entry) => entry.mod.path === path && entry !== first);
  }

  /** Adds a line behind the last requirement, even where `path` is required already. */
  addNewRequire(path: string, version: string, indirect: boolean): void {
    this.require.push(addRequirement(this.syntax, path, version, indirect));
  }

  /** Takes every requirement on `path` away. */
  dropRequire(path: string): void {
    this.require = dropEntries(this.require, (entry) => entry.mod.path === path);
  }

  /**
   * Makes the requirements exactly `wanted` and sorts the blocks; see requirements.ts. Throws a ModFileError
   * when a path is wanted in two versions. `cleanup` has to follow.
   */
  setRequire(wanted: readonly Requirement[]): void {
    this.require = setRequire(this.syntax, this.require, wanted);
    this.sortBlocks();
  }

  /** As `setRequire`, with direct and indirect requirements in blocks of their own. `cleanup` has to follow. */
  setRequireSeparateIndirect(wanted: readonly Requirement[]): void {
    this.require = setRequireSeparateIndirect(this.syntax, this.require, wanted);
    this.sortBlocks();
  }

  /** Excludes a version, beside the others of its module or at the end of the file. Throws InvalidVersionError for what is no version of it. */
  addExclude(path: string, version: string): void {
    checkCanonical(path, version);
    const others = this.exclude.filter((entry) => entry.mod.path === path);
    if (others.some((entry) => entry.mod.version === version)) return;
    const syntax = addBeside(this.syntax, ['exclude', autoQuote(path), version], others.at(-1)?.syntax);
    this.exclude.push({ mod: { path, version }, syntax });
  }

  /** Takes the exclusions of this very version away. */
  dropExclude(path: string, version: string): void {
    this.exclude = dropEntries(
      this.exclude,
      (entry) => entry.mod.path === path && entry.mod.version === version,
    );
  }

  /**
   * Retracts versions of this module; `rationale` becomes comments above, a line each. Throws
   * InvalidVersionError for what is no version of it.
   */
  addRetract(interval: VersionInterval, rationale: string): Retract {
    const { low, high } = interval;
    const path = this.module?.mod.path ?? '';
    checkCanonical(path, high);
    checkCanonical(path, low);
    const versions = low === high ? [autoQuote(low)] : ['[', autoQuote(low), ',', autoQuote(high), ']'];
    const syntax = addLine(this.syntax, ['retract', ...versions]);
    if (rationale !== '') {
      const comments = rationale.split('\n').map((text) => `// ${text}`);
      syntax.before = comments.map((token) => ({ start: NO_POSITION, token, suffix: false }));
    }
    const entry = { low, high, rationale, syntax };
    this.retract.push(entry);
    return entry;
  }

  /** Takes the retractions of exactly these versions away; a single version has it as low and as high. */
  dropRetract(interval: VersionInterval): void {
    const { low, high } = interval;
    this.retract = dropEntries(this.retract, (entry) => entry.low === low && entry.high === high);
  }

  /** Adds a tool, unless it is there, and sorts the blocks. */
  addTool(path: string): void {
    if (this.tool.some((entry) => entry.path === path)) return;
    this.tool.push({ path, syntax: addLine(this.syntax, ['tool', path]) });
    this.sortBlocks();
  }

  /** Takes a tool away. */
  dropTool(path: string): void {
    this.tool = dropEntries(this.tool, (entry) => entry.path === path);
  }

  /** Adds an ignored path, unless it is there, and sorts the blocks. */
  addIgnore(path: string): void {
    if (this.ignore.some((entry) => entry.path === path)) return;
    this.ignore.push({ path, syntax: addLine(this.syntax, ['ignore', path]) });
    this.sortBlocks();
  }

  /** Takes an ignored path away. */
  dropIgnore(path: string): void {
    this.ignore = dropEntries(this.ignore, (entry) => entry.path === path);
  }

  /** See {@link DirectiveFile.cleanup}. */
  override cleanup(): void {
    this.godebug = this.godebug.filter((entry) => entry.key !== '');
    this.require = this.require.filter((entry) => entry.mod.path !== '');
    this.exclude = this.exclude.filter((entry) => entry.mod.path !== '');
    this.retract = this.retract.filter((entry) => entry.low !== '' || entry.high !== '');
    super.cleanup();
  }

  /** Sorts the lines of every block and removes what is said twice; see sort.ts. */
  sortBlocks(): void {
    removeDuplicates(this.syntax, this);
    sortModBlocks(this.syntax, this.go?.version);
  }
}
