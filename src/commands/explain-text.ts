// What `gomod explain` prints for people.

import { formatModule } from '../core/module/index.js';
import type { Change, Explanation, Move, Requiring } from '../engine/graph/index.js';

function section(head: string, lines: readonly string[]): string {
  return `${head}:\n${lines.map((line) => `\t${line}\n`).join('')}`;
}

/** So many of the lower versions are listed. */
const MOST_VERSIONS = 6;

/** See the head of this file. */
export function explanationText(explanation: Explanation): string {
  const { path, version, replacement, requiredBy, lower, change } = explanation;
  if (version === '') return `${path} is a main module.\n`;
  const parts: string[] = [];
  if (version === 'none') {
    parts.push(`${path} is not in the module graph.\n`);
  } else {
    const used = replacement === undefined ? '' : ` (=> ${spaced(replacement)})`;
    parts.push(section(`${path} ${version}${used} is required by`, requiredBy.map(chainOf)));
  }
  const others = lower.reduce((sum, { requirers }) => sum + requirers, 0);
  if (others > 0) {
    const shown = lower.slice(0, MOST_VERSIONS);
    const versions = shown.map((each) => each.version + (each.requirers > 1 ? ` (${each.requirers})` : ''));
    const rest = lower.length - shown.length;
    if (rest > 0) versions.push(`and ${rest} more`);
    const who = others === 1 ? '1 other' : `${others} others`;
    parts.push(`Lower versions are required by ${who}: ${versions.join(', ')}.\n`);
  }
  if (change !== undefined) parts.push(`\n${changeText(change)}`);
  return parts.join('');
}

function spaced({ path, version }: { path: string; version: string }): string {
  return version === '' ? path : `${path} ${version}`;
}

/** `main -> a@v1.0.0 -> b@v1.0.0 (v1.1.0 is selected)`. */
function chainOf({ chain, selected, indirect }: Requiring): string {
  const note = selected === '' ? '' : ` (${selected} is selected)`;
  return chain.map(formatModule).join(' -> ') + note + (indirect ? ' (// indirect)' : '');
}

function changeText({ version, kind, file, blockers, moves, exclude, replace }: Change): string {
  if (kind === 'none') return `${version} is the version that is selected.\n`;
  if (kind === 'higher') {
    return section(`For ${version}, ${file} has to require it, which changes`, (moves ?? []).map(moveOf));
  }
  const block = ({ module, requires }: Requiring) => `${formatModule(module)} requires ${requires}`;
  const parts = [section(`For ${version}, these must not require more`, blockers.map(block))];
  if (moves !== undefined) parts.push(section('These requirements of go.mod lead there', moves.map(moveOf)));
  if (exclude.length > 0) parts.push(section('By exclusion, these lines of go.mod', exclude));
  if (replace !== '') parts.push(section('By replacement, this line of go.mod', [replace]));
  return parts.join('');
}

function moveOf({ path, from, to }: Move): string {
  return `${path} ${from} => ${to}`;
}
