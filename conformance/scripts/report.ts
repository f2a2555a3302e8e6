// What a run of the scripts amounts to: the summary that is printed, COMPATIBILITY.md, and the ratchet.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { conformanceFolder } from './harness.js';
import { areas, type Script, type ScriptTable } from './table.js';
import type { Outcome } from './transcript.js';

/** Failing names by area, the counts of each area, and last `N passed, N failed, N skipped`. */
export function summary(table: ScriptTable, outcomes: readonly Outcome[]): string {
  const verdict = new Map(outcomes.map((outcome) => [outcome.script, outcome.verdict]));
  const known = new Set(table.scripts.map((script) => script.name));
  const groups = [
    ...areas.map((area) => ({ area: area as string, scripts: namesOf(table, area) })),
    { area: 'other', scripts: outcomes.map((outcome) => outcome.script).filter((name) => !known.has(name)) },
  ];
  const lines: string[] = [];
  for (const { area, scripts } of groups) {
    const run = scripts.filter((name) => verdict.has(name));
    if (run.length === 0) continue;
    lines.push(
      `${area.padEnd(10)} ${run.filter((name) => verdict.get(name) === 'pass').length} of ${run.length}`,
    );
    const failed = run.filter((name) => verdict.get(name) === 'fail');
    if (failed.length > 0) lines.push(`  failed: ${failed.join(' ')}`);
  }
  const count = (want: string) => outcomes.filter((outcome) => outcome.verdict === want).length;
  lines.push(`${count('pass')} passed, ${count('fail')} failed, ${count('skip')} skipped`);
  return `${lines.join('\n')}\n`;
}

function namesOf(table: ScriptTable, area: string): string[] {
  return table.scripts.filter((script) => script.area === area).map((script) => script.name);
}

/** The last known result: names of passing scripts, the Go release, and when the whole was measured with which areas. */
export interface Record {
  readonly version: string;
  readonly passed: readonly string[];
}

const recordFile = () => join(conformanceFolder(), 'testdata', 'passed.json');

/** The record kept in the repository; empty before the first. */
export function readRecord(): Record {
  if (!existsSync(recordFile())) return { version: '', passed: [] };
  return JSON.parse(readFileSync(recordFile(), 'utf8')) as Record;
}

/** Replaces the verdicts of the scripts that were run and keeps the others. */
export function updateRecord(version: string, outcomes: readonly Outcome[]): Record {
  const passed = new Set(readRecord().passed);
  for (const { script, verdict } of outcomes) {
    if (verdict === 'pass') passed.add(script);
    else passed.delete(script);
  }
  const record = { version, passed: [...passed].sort() };
  writeFileSync(recordFile(), `${JSON.stringify(record, undefined, 2)}\n`);
  return record;
}

/** Scripts of the record that were asked for and did not pass this time; one without a verdict counts as lost. */
export function lost(record: Record, wanted: readonly string[], outcomes: readonly Outcome[]): string[] {
  const passes = new Set(outcomes.filter((o) => o.verdict === 'pass').map((o) => o.script));
  const asked = new Set(wanted);
  return record.passed.filter((name) => asked.has(name) && !passes.has(name));
}

/** Why scripts do not pass: by name, else by the first subcommand listed that they use, else by area. */
interface Reasons {
  readonly scripts: { readonly [name: string]: string };
  readonly commands: { readonly [command: string]: string };
  readonly areas: { readonly [area: string]: string };
  /** What could not be tried at all, one line each. */
  readonly untried: readonly string[];
}

function readReasons(): Reasons {
  return JSON.parse(readFileSync(join(conformanceFolder(), 'testdata', 'reasons.json'), 'utf8')) as Reasons;
}

function reasonFor(script: Script, reasons: Reasons): string {
  const named = reasons.scripts[script.name];
  if (named) return named;
  if (script.stock !== 'pass') return `the stock go does not pass it here either (${script.stock})`;
  const command = Object.keys(reasons.commands).find((name) => script.commands.includes(name));
  if (command) return reasons.commands[command]!;
  return reasons.areas[script.area] ?? 'not looked into yet';
}

/** The text of COMPATIBILITY.md. */
export function compatibilityPage(table: ScriptTable, record: Record): string {
  const reasons = readReasons();
  const passed = new Set(record.passed);
  const parts = [
    '# Compatibility',
    '',
    `Written by \`npm run conformance -- --write\`: Go's own script tests (\`cmd/go/testdata/script\` of ${table.version}),`,
    'run with this command in the place of `go`. "of" counts the scripts that the stock go passes on the same machine.',
    '',
    '| area | passed | of |',
    '|---|---|---|',
    ...areas.map((area) => areaRow(table, passed, area)),
    '',
    '## What could not be tried',
    '',
    ...reasons.untried.map((line) => `- ${line}`),
  ];
  for (const area of areas) parts.push('', ...areaSection(table, passed, reasons, area));
  return `${parts.join('\n')}\n`;
}

function areaRow(table: ScriptTable, passed: ReadonlySet<string>, area: string): string {
  const scripts = table.scripts.filter((script) => script.area === area);
  const stock = scripts.filter((script) => script.stock === 'pass').length;
  return `| ${area} | ${scripts.filter((script) => passed.has(script.name)).length} | ${stock} |`;
}

function areaSection(
  table: ScriptTable,
  passed: ReadonlySet<string>,
  reasons: Reasons,
  area: string,
): string[] {
  const scripts = table.scripts.filter((script) => script.area === area);
  const good = scripts.filter((script) => passed.has(script.name)).map((script) => script.name);
  const byReason = new Map<string, string[]>();
  for (const script of scripts.filter((candidate) => !passed.has(candidate.name))) {
    const reason = reasonFor(script, reasons);
    byReason.set(reason, [...(byReason.get(reason) ?? []), script.name]);
  }
  const lines = [`## ${area}`, ''];
  if (good.length > 0) lines.push(`Passed: ${good.join(', ')}`);
  for (const [reason, names] of byReason) lines.push('', `Not passed, ${reason}: ${names.join(', ')}`);
  return lines;
}
