// A folder tree as a list of lines, to compare what two programs have left on a disk.

import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Our own corner of the module cache, which `go` does not have. */
const OURS = 'cache/gomod';

/**
 * One line for each file and folder below `root`, sorted: kind, mode, name, and what is in it. What only we keep is left out.
 */
export function describeTree(root: string): string[] {
  return walk(root, '').sort();
}

function walk(root: string, below: string): string[] {
  const lines: string[] = [];
  for (const name of readdirSync(join(root, below))) {
    const relative = below === '' ? name : `${below}/${name}`;
    if (relative === OURS) continue;
    const path = join(root, relative);
    const stat = lstatSync(path);
    const mode = (stat.mode & 0o7777).toString(8).padStart(4, '0');
    if (stat.isDirectory()) lines.push(`${relative}/ ${mode}`, ...walk(root, relative));
    else if (stat.isSymbolicLink()) lines.push(`${relative} link to ${readlinkSync(path)}`);
    else lines.push(`${relative} ${mode} ${stat.size} ${digest(path)}`);
  }
  return lines;
}

function digest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
}

/** What differs between two trees: `-` only in the first, `+` only in the second. At most `limit` lines. */
export function treeDifferences(first: readonly string[], second: readonly string[], limit = 20): string[] {
  const inFirst = new Set(first);
  const inSecond = new Set(second);
  const lines = [
    ...first.filter((line) => !inSecond.has(line)).map((line) => `- ${line}`),
    ...second.filter((line) => !inFirst.has(line)).map((line) => `+ ${line}`),
  ];
  return lines.slice(0, limit);
}
