// What a project may look like after a run that did not end well.
//
// go.mod is the old one or the new one. go.sum is the old one, the new one or both together, and has the sums of the go.mod
// that is there. The vendor folder is the old one or the new one, whole. Beside them stands nothing else but what the next
// run removes.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeTree, treeDifferences } from './tree.js';

/** Folders: the project before the run, as the run would have left it, and as it is. */
export interface Projects {
  readonly before: string;
  readonly after: string;
  readonly now: string;
  /** Whether the vendor folder may be on its way, since the platform cannot let two folders change places in one step. */
  readonly twoSteps?: boolean;
}

/** What a run that was killed may leave: a file that is being written, a folder that is being made. */
const LEFTOVERS: ReadonlySet<string> = new Set(['.go.mod.gomod', '.go.sum.gomod', '.vendor.gomod']);

/** Everything that is wrong; empty for a project that any run can go on from. */
export function checkProject(projects: Projects): string[] {
  return [
    ...checkGoMod(projects),
    ...checkGoSum(projects),
    ...checkVendor(projects),
    ...checkNames(projects),
  ];
}

/** The text of a file; '' when there is none. */
export function contentOf(folder: string, file: string): string {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function checkGoMod({ before, after, now }: Projects): string[] {
  const text = contentOf(now, 'go.mod');
  const good = [before, after].some((folder) => contentOf(folder, 'go.mod') === text);
  return good ? [] : ['go.mod is neither the old one nor the new one'];
}

function checkGoSum({ before, after, now }: Projects): string[] {
  const [old, next, found] = [before, after, now].map((folder) =>
    contentOf(folder, 'go.sum').split('\n').sort(),
  );
  const both = [...new Set([...(old ?? []), ...(next ?? [])])].sort();
  const same = (lines: readonly string[] | undefined) => lines?.join('\n') === found?.join('\n');
  if (same(both)) return [];
  const [oldMod, newMod, mod] = [before, after, now].map((folder) => contentOf(folder, 'go.mod'));
  if ((mod === oldMod && same(old)) || (mod === newMod && same(next))) return [];
  return same(old) || same(next) ? ['go.sum is not that of go.mod'] : ['go.sum is neither old nor new'];
}

function checkVendor({ before, after, now, twoSteps = false }: Projects): string[] {
  const onItsWay = !existsSync(join(now, 'vendor')) && existsSync(join(now, '.vendor.gomod', 'old'));
  if (twoSteps && onItsWay) return [];
  const tree = describeTree(join(now, 'vendor'));
  const differences = [before, after].map((folder) =>
    treeDifferences(describeTree(join(folder, 'vendor')), tree),
  );
  if (differences.some((lines) => lines.length === 0)) return [];
  return [
    `vendor is neither the old one nor the new one: ${differences.map((lines) => lines[0]).join('; ')}`,
  ];
}

function checkNames({ before, after, now }: Projects): string[] {
  const known = new Set([...readdirSync(before), ...readdirSync(after), ...LEFTOVERS]);
  return readdirSync(now)
    .filter((name) => !known.has(name))
    .map((name) => `${name} is left`);
}
