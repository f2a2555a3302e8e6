// The editing flags of `go mod edit`: the text of one into a change of the file.
//
// A text is checked when its flag is read, before any file is, and the change may be refused again when it is
// made. Both errors name the flag and its text. Texts: cmd/go/internal/modcmd/edit.go.

import { GomodError } from '../../core/error.js';
import {
  isDirectoryPath,
  Line,
  type ModFile,
  mustQuote,
  type VersionInterval,
} from '../../core/modfile/index.js';
import { checkImportPath, type ModuleVersion } from '../../core/module/index.js';
import { quote } from '../../core/quote.js';
import { trimSpace } from '../../core/text.js';

/** What `go mod edit` refuses. */
export class EditError extends GomodError<'mod-edit'> {
  constructor(message: string) {
    super('mod-edit', message);
  }
}

/** A change of a file. Throws GomodError. */
export type Edit = (file: ModFile) => void;

function cut(text: string, separator: string): readonly [before: string, after: string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** `path@version` taken apart, both without blanks around them; undefined version where there is no `@`. */
function splitVersion(text: string): readonly [path: string, version: string | undefined] {
  const [path, version] = cut(text, '@');
  if (version === undefined) return [text, undefined];
  if (version.startsWith('-') || version.startsWith('/')) {
    throw new EditError(`invalid module version ${quote(version)}`);
  }
  return [trimSpace(path), trimSpace(version)];
}

function checkPath(path: string, what: string): void {
  try {
    checkImportPath(path);
  } catch (error) {
    throw new EditError(`invalid ${what}: ${(error as Error).message}`);
  }
}

/** Branches and commits are versions too here: the go command resolves them when it reads the file. */
function isVersionWord(text: string): boolean {
  return !mustQuote(text);
}

function readModuleVersion(text: string): ModuleVersion {
  const [path, version] = splitVersion(text);
  if (version === undefined) throw new EditError('need path@version');
  checkPath(path, 'path');
  if (!isVersionWord(version)) throw new EditError(`invalid version ${quote(version)}`);
  return { path, version };
}

function readPath(text: string): string {
  if (text.includes('@')) throw new EditError('need just path, not path@version');
  checkPath(text, 'path');
  return text;
}

/** `path[@version]`, or a directory where that is allowed. */
function readSide(side: 'old' | 'new', text: string, directory: boolean): ModuleVersion {
  if (directory && isDirectoryPath(text)) return { path: text, version: '' };
  const [path, version] = splitVersion(text);
  checkPath(path, `${side} path`);
  if (version !== undefined && !isVersionWord(version)) {
    throw new EditError(`invalid ${side} version: ${quote(version)}`);
  }
  return { path, version: version ?? '' };
}

function readReplacement(text: string): readonly [old: ModuleVersion, by: ModuleVersion] {
  const [left, right] = cut(text, '=');
  if (right === undefined) throw new EditError('need old[@v]=new[@w] (missing =)');
  const by = trimSpace(right);
  if (by.startsWith('>')) throw new EditError('separator between old and new is =, not =>');
  const old = readSide('old', trimSpace(left), false);
  const replacement = readSide('new', by, true);
  if (replacement.path === by && !isDirectoryPath(by)) {
    throw new EditError('unversioned new path must be local directory');
  }
  return [old, replacement];
}

function readInterval(text: string): VersionInterval {
  if (!text.startsWith('[')) {
    if (!isVersionWord(text)) throw new EditError(`invalid version: ${quote(text)}`);
    return { low: text, high: text };
  }
  const [low, high] = cut(text.slice(1, -1), ',');
  if (text.endsWith(']') && high !== undefined) {
    const interval = { low: trimSpace(low), high: trimSpace(high) };
    if (isVersionWord(interval.low) && isVersionWord(interval.high)) return interval;
  }
  throw new EditError(`invalid version interval: ${quote(text)}`);
}

function readSetting(text: string): readonly [key: string, value: string] {
  const [key, value] = cut(text, '=');
  if (value === undefined || /["`',]/.test(text)) throw new EditError('need key=value');
  return [key, value];
}

/** A retraction added by a flag is not seen by -json nor by -dropretract of the same run, as in Go. */
function retract(file: ModFile, interval: VersionInterval): void {
  const added = file.addRetract(interval, '');
  file.retract = file.retract.filter((entry) => entry !== added);
}

/** Stands for the line of what was dropped. */
const NO_LINE = new Line([], false);

/**
 * The entries after those with `path` were dropped, as Go leaves them: -json shows an empty one in the place of
 * the only one that was dropped, and none where there were more.
 */
function dropShown<E extends { readonly path: string; readonly syntax: Line }>(
  entries: readonly E[],
  path: string,
): (E | { readonly path: ''; readonly syntax: Line })[] {
  return entries.map((entry) => {
    if (entry.path !== path || entry.syntax === NO_LINE) return entry;
    entry.syntax.drop();
    return { path: '', syntax: NO_LINE };
  });
}

function dropTool(file: ModFile, path: string): void {
  file.tool = dropShown(file.tool, path);
}

function dropIgnore(file: ModFile, path: string): void {
  file.ignore = dropShown(file.ignore, path);
}

/** A flag that reads its text with `read` and then changes the file with `apply`. */
function flag<T>(
  read: (text: string) => T,
  apply: (file: ModFile, value: T) => void,
): (text: string) => Edit {
  return (text) => {
    const value = read(text);
    return (file) => apply(file, value);
  };
}

const asWritten = (text: string) => text;

const FLAGS: ReadonlyMap<string, (text: string) => Edit> = new Map([
  ['godebug', flag(readSetting, (file, [key, value]) => file.addGodebug(key, value))],
  ['dropgodebug', flag(asWritten, (file, key) => file.dropGodebug(key))],
  ['require', flag(readModuleVersion, (file, { path, version }) => file.addRequire(path, version))],
  ['droprequire', flag(readPath, (file, path) => file.dropRequire(path))],
  ['exclude', flag(readModuleVersion, (file, { path, version }) => file.addExclude(path, version))],
  ['dropexclude', flag(readModuleVersion, (file, { path, version }) => file.dropExclude(path, version))],
  ['replace', flag(readReplacement, (file, [old, by]) => file.addReplace(old, by))],
  [
    'dropreplace',
    flag(
      (text) => readSide('old', text, true),
      (file, old) => file.dropReplace(old),
    ),
  ],
  ['retract', flag(readInterval, retract)],
  ['dropretract', flag(readInterval, (file, interval) => file.dropRetract(interval))],
  ['tool', flag(readPath, (file, path) => file.addTool(path))],
  ['droptool', flag(readPath, dropTool)],
  ['ignore', flag(asWritten, (file, path) => file.addIgnore(path))],
  ['dropignore', flag(asWritten, dropIgnore)],
]);

function naming<T>(flag: string, text: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof GomodError)) throw error;
    throw new EditError(`-${flag}=${text}: ${error.message}`);
  }
}

/**
 * The changes that the flags given ask for, in their order; flags that are not for editing are passed over.
 * Throws an EditError for the first text that says nothing valid; so may each change.
 */
export function editsOf(sequence: readonly { readonly name: string; readonly text: string }[]): Edit[] {
  return sequence.flatMap(({ name, text }) => {
    const reader = FLAGS.get(name);
    if (reader === undefined) return [];
    const edit = naming(name, text, () => reader(text));
    return [(file: ModFile) => naming(name, text, () => edit(file))];
  });
}
