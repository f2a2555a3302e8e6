// Setting all requirements at once, as the go command does after it has chosen versions.
//
// Both ways keep the first line of each module that stays, with its comments; only the version and the
// `// indirect` mark change. Lines of modules that go are dropped.
//
// `setRequire` leaves the blocks as they are. `setRequireSeparateIndirect`, for go 1.17 and later, keeps direct
// and indirect requirements in two blocks: the last direct-only and the last indirect-only block without
// comments receive new lines, and a line whose mark changes moves between the two. Lines elsewhere stay where
// someone put them. A file with a single block without comments is split.

import type { ModuleVersion } from '../module/index.js';
import { commentText, isIndirect, setIndirect } from './comments.js';
import { dropEntries, editError } from './common.js';
import type { Require } from './entries.js';
import { autoQuote } from './strings.js';
import { type Comments, type FileSyntax, Line, LineBlock } from './syntax.js';
import { addLine, toBlock } from './tree.js';

/** A requirement wanted. */
export interface Requirement {
  readonly mod: ModuleVersion;
  readonly indirect: boolean;
}

/** Adds a line for `path` behind the last requirement, whether there is one already or not. */
export function addRequirement(file: FileSyntax, path: string, version: string, indirect: boolean): Require {
  const syntax = addLine(file, ['require', autoQuote(path), version]);
  setIndirect(syntax, indirect);
  return { mod: { path, version }, indirect, syntax };
}

function setVersion(entry: Require, version: string): void {
  entry.mod = { path: entry.mod.path, version };
  const line = entry.syntax;
  const [above] = line.before;
  // A blank line before a changed requirement would stay when sorting moves the line.
  if (line.inBlock && line.before.length === 1 && above?.token === '') line.before = [];
  const index = line.inBlock ? 1 : 2;
  if (line.token.length > index) line.token[index] = version;
}

function update(entry: Require, wanted: Requirement): void {
  setVersion(entry, wanted.mod.version);
  entry.indirect = wanted.indirect;
  setIndirect(entry.syntax, wanted.indirect);
}

/** Updates the first entry of each wanted module and drops all other entries. */
function keepWanted(
  entries: readonly Require[],
  wanted: ReadonlyMap<string, Requirement>,
  kept: (entry: Require, wanted: Requirement) => void,
): Require[] {
  const seen = new Set<string>();
  return dropEntries(entries, (entry) => {
    const { path } = entry.mod;
    const requirement = wanted.get(path);
    if (requirement === undefined || seen.has(path)) return true;
    seen.add(path);
    update(entry, requirement);
    kept(entry, requirement);
    return false;
  });
}

function missing(entries: readonly Require[], wanted: ReadonlyMap<string, Requirement>): Requirement[] {
  const have = new Set(entries.map((entry) => entry.mod.path));
  return [...wanted.values()].filter((requirement) => !have.has(requirement.mod.path));
}

/** The entries after the requirements became exactly `wanted`; see the head of this file. */
export function setRequire(
  file: FileSyntax,
  entries: readonly Require[],
  wanted: readonly Requirement[],
): Require[] {
  const byPath = new Map<string, Requirement>();
  for (const requirement of wanted) {
    const { path, version } = requirement.mod;
    const other = byPath.get(path)?.mod.version ?? version;
    if (other !== version) throw editError(`conflicting versions for path ${path} (${other} and ${version})`);
    byPath.set(path, requirement);
  }
  const kept = keepWanted(entries, byPath, () => {});
  const added = missing(kept, byPath).map(({ mod, indirect }) =>
    addRequirement(file, mod.path, mod.version, indirect),
  );
  return [...kept, ...added];
}

/** Whether there are comments that say more than "indirect". */
function hasComments(node: Comments): boolean {
  const [first, ...others] = node.suffix;
  if (node.before.length > 0 || node.after.length > 0 || others.length > 0) return true;
  return first !== undefined && commentText(first) !== 'indirect';
}

/** Where the requirements of a file stand: indexes of statements, -1 for none. */
interface Survey {
  /** The last line or block without comments that holds direct requirements only. */
  direct: number;
  /** The same for indirect ones. */
  indirect: number;
  /** The last line or block of requirements. */
  last: number;
  count: number;
  /** The block of each line in one. */
  readonly blocks: Map<Line, LineBlock>;
}

function survey(file: FileSyntax): Survey {
  const found: Survey = { direct: -1, indirect: -1, last: -1, count: 0, blocks: new Map() };
  for (const [index, statement] of file.stmt.entries()) {
    if (statement.kind === 'comments' || statement.token[0] !== 'require') continue;
    found.last = index;
    found.count++;
    const lines = statement.kind === 'line' ? [statement] : statement.line;
    if (statement.kind === 'block') for (const line of lines) found.blocks.set(line, statement);
    if (lines.length === 0 || hasComments(statement) || lines.some(hasComments)) continue;
    if (lines.every(isIndirect)) found.indirect = index;
    if (!lines.some(isIndirect)) found.direct = index;
  }
  return found;
}

/** The two blocks that receive lines; made, empty or from single lines, where they are not there. */
function separateBlocks(file: FileSyntax, found: Survey): { direct: LineBlock; indirect: LineBlock } {
  const insert = (index: number): LineBlock => {
    const block = new LineBlock(['require']);
    file.stmt.splice(index, 0, block);
    return block;
  };
  const blockAt = (index: number): LineBlock => {
    const statement = file.stmt[index];
    if (statement?.kind === 'block') return statement;
    if (statement?.kind !== 'line') throw editError('no requirement where one was found');
    return toBlock(file, index, statement);
  };
  if (found.direct >= 0) {
    const direct = blockAt(found.direct);
    return { direct, indirect: found.indirect >= 0 ? blockAt(found.indirect) : insert(found.direct + 1) };
  }
  if (found.indirect >= 0) {
    const direct = insert(found.indirect);
    return { direct, indirect: blockAt(found.indirect + 1) };
  }
  const index = found.last >= 0 ? found.last + 1 : file.stmt.length;
  return { direct: insert(index), indirect: insert(index + 1) };
}

/** Moves the line of `entry`, with its comments, to the end of `block`. */
function move(entry: Require, block: LineBlock): void {
  const old = entry.syntax;
  const line = new Line(old.inBlock ? old.token : old.token.slice(1), true, old.start, old.end);
  line.before = old.before;
  line.suffix = old.suffix;
  line.after = old.after;
  old.drop();
  entry.syntax = line;
  block.line.push(line);
}

function append(block: LineBlock, { mod, indirect }: Requirement): Require {
  const syntax = new Line([autoQuote(mod.path), mod.version], true);
  setIndirect(syntax, indirect);
  block.line.push(syntax);
  return { mod, indirect, syntax };
}

/** The entries after the requirements became exactly `wanted`; see the head of this file. */
export function setRequireSeparateIndirect(
  file: FileSyntax,
  entries: readonly Require[],
  wanted: readonly Requirement[],
): Require[] {
  const found = survey(file);
  const only = file.stmt[found.last];
  const flat = found.count === 1 && only !== undefined && !hasComments(only);
  const { direct, indirect } = separateBlocks(file, found);
  const byPath = new Map(wanted.map((requirement) => [requirement.mod.path, requirement]));
  const kept = keepWanted(entries, byPath, (entry, requirement) => {
    const [from, to] = requirement.indirect ? [direct, indirect] : [indirect, direct];
    if (flat || found.blocks.get(entry.syntax) === from) move(entry, to);
  });
  const added = missing(kept, byPath).map((requirement) =>
    append(requirement.indirect ? indirect : direct, requirement),
  );
  return [...kept, ...added];
}
