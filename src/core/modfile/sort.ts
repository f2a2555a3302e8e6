// The order of lines in blocks, and the removal of lines that say the same twice.
//
// Lines are sorted word by word by their bytes, but for retract blocks (later versions first, by semantic
// version) and, in files with go 1.21 or later, exclude blocks (by path, then by semantic version). Lines that
// are equal keep their order. Of equal excludes, tools and ignores the first stays, of replacements of the
// same module the last. Requirements and retractions may be there twice: version selection and comments make
// them different.

import type { ModuleVersion } from '../module/index.js';
import * as semver from '../semver/index.js';
import { compareText } from '../text.js';
import type { Exclude, Ignore, Replace, Tool } from './entries.js';
import type { FileSyntax, Line } from './syntax.js';

/** From this version of Go on, exclude blocks are sorted by semantic version. */
const SEMANTIC_EXCLUDES = 'v1.21';

/** The comparison of two lines of a block. */
export type CompareLines = (a: Line, b: Line) => number;

const compareWords: CompareLines = (a, b) => {
  const length = Math.min(a.token.length, b.token.length);
  for (let i = 0; i < length; i++) {
    const order = compareText(a.token[i] ?? '', b.token[i] ?? '');
    if (order !== 0) return order;
  }
  return a.token.length - b.token.length;
};

const compareExcludes: CompareLines = (a, b) => {
  const [aPath = '', aVersion = ''] = a.token;
  const [bPath = '', bVersion = ''] = b.token;
  if (a.token.length !== 2 || b.token.length !== 2 || aPath !== bPath) return compareWords(a, b);
  return semver.compare(aVersion, bVersion);
};

function retracted(line: Line): readonly [low: string, high: string] {
  const [first = '', low = '', comma, high = '', last] = line.token;
  if (line.token.length === 1) return [first, first];
  const interval = line.token.length === 5 && first === '[' && comma === ',' && last === ']';
  return interval ? [low, high] : ['', ''];
}

const compareRetractions: CompareLines = (a, b) => {
  const [aLow, aHigh] = retracted(a);
  const [bLow, bHigh] = retracted(b);
  return semver.compare(bLow, aLow) || semver.compare(bHigh, aHigh);
};

/** Sorts every block of a go.mod file. `goVersion` is that of its go line. */
export function sortModBlocks(file: FileSyntax, goVersion: string | undefined): void {
  const semantic = goVersion !== undefined && semver.compare(`v${goVersion}`, SEMANTIC_EXCLUDES) >= 0;
  sortBlocks(file, (verb) => {
    if (verb === 'exclude' && semantic) return compareExcludes;
    return verb === 'retract' ? compareRetractions : compareWords;
  });
}

/** Sorts every block by the comparison for its directive; word by word where none is given. */
export function sortBlocks(
  file: FileSyntax,
  comparison: (verb: string) => CompareLines = () => compareWords,
): void {
  for (const statement of file.stmt) {
    if (statement.kind === 'block') statement.line.sort(comparison(statement.token[0] ?? ''));
  }
}

/** The lists in which one entry is enough. */
export interface Repeatable {
  exclude?: Exclude[];
  replace: Replace[];
  tool?: Tool[];
  ignore?: Ignore[];
}

/** The first entry of each key; the lines of the others are added to `dropped`. */
function firsts<E extends { readonly syntax: Line }>(
  entries: readonly E[],
  key: (entry: E) => string,
  dropped: Set<Line>,
): E[] {
  const seen = new Set<string>();
  for (const entry of entries) {
    const name = key(entry);
    if (seen.has(name)) dropped.add(entry.syntax);
    else seen.add(name);
  }
  return entries.filter((entry) => !dropped.has(entry.syntax));
}

/** Removes what is said twice from the lists and from the tree, and with it every block without lines. */
export function removeDuplicates(file: FileSyntax, entries: Repeatable): void {
  const dropped = new Set<Line>();
  const name = (mod: ModuleVersion) => JSON.stringify([mod.path, mod.version]);
  const path = (entry: { path: string }) => entry.path;
  if (entries.exclude) entries.exclude = firsts(entries.exclude, (entry) => name(entry.mod), dropped);
  const latest = firsts(entries.replace.toReversed(), (entry) => name(entry.old), dropped);
  entries.replace = latest.reverse();
  if (entries.tool) entries.tool = firsts(entries.tool, path, dropped);
  if (entries.ignore) entries.ignore = firsts(entries.ignore, path, dropped);
  for (const statement of file.stmt) {
    if (statement.kind === 'block') statement.line = statement.line.filter((line) => !dropped.has(line));
  }
  file.stmt = file.stmt.filter((statement) => {
    if (statement.kind === 'block') return statement.line.length > 0;
    return statement.kind === 'comments' || !dropped.has(statement);
  });
}
