// The table of Go's module scripts: what each is about, whether it needs a compiler, how the stock go fares with it.
//
// `classify.ts` makes the table (scripts.json) from an installed Go tree; it holds names and facts, no text of the scripts.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conformanceFolder } from './harness.js';
import type { Verdict } from './transcript.js';

/** Areas in the order in which they are reported. */
export const areas = [
  'command',
  'download',
  'graph',
  'packages',
  'get',
  'work',
  'vcs',
  'toolchain',
  'build',
] as const;

/** What a script is about. `build` needs a compiler or another tool that we hand over to. */
export type Area = (typeof areas)[number];

/** One script. */
export interface Script {
  readonly name: string;
  readonly area: Area;
  /** Whether it runs a compiler or another tool of the Go distribution. */
  readonly compiler: boolean;
  /** What the stock go of `version` makes of it on the machine where the table was made. */
  readonly stock: Verdict;
  /** Subcommands it uses: `get`, `list -m`, `mod tidy`. */
  readonly commands: readonly string[];
}

/** The table. */
export interface ScriptTable {
  /** The Go release it was made from, with "go". */
  readonly version: string;
  readonly scripts: readonly Script[];
}

const file = () => join(conformanceFolder(), 'testdata', 'scripts.json');

/** Reads the table. */
export function readTable(): ScriptTable {
  return JSON.parse(readFileSync(file(), 'utf8')) as ScriptTable;
}

/** Writes the table, a script a line. */
export function writeTable(table: ScriptTable): void {
  const lines = table.scripts.map((script) => `    ${JSON.stringify(script)}`);
  writeFileSync(
    file(),
    `{\n  "version": ${JSON.stringify(table.version)},\n  "scripts": [\n${lines.join(',\n')}\n  ]\n}\n`,
  );
}

/** Whether a text names an area. */
export function isArea(text: string): text is Area {
  return (areas as readonly string[]).includes(text);
}
