// Tables of what was measured: one line a scenario on the terminal, and BENCHMARKS.md with the facts of the machine.

import { readFileSync, statfsSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import type { Comparison } from './compare.js';
import { type Cost, median } from './measure.js';
import { type Limit, projects } from './scenario.js';

/** Below this, in milliseconds, node's own start decides, and a difference is asked for instead of a ratio. */
const SHORT = 60;

/** A scenario's figures and whether they hold. */
export interface Row {
  readonly name: string;
  readonly ours: Cost;
  readonly go: Cost;
  /** Our wall time against go's. */
  readonly ratio: number;
  readonly limit: string;
  readonly holds: boolean;
  readonly problem: string | undefined;
}

function medians(costs: readonly Cost[]): Cost {
  return {
    wall: median(costs.map((cost) => cost.wall)),
    cpu: median(costs.map((cost) => cost.cpu)),
    memory: Math.max(0, ...costs.map((cost) => cost.memory)),
  };
}

/** Judges a comparison by its limits. */
export function judge(comparison: Comparison): Row {
  const ours = medians(comparison.costs.ours);
  const go = medians(comparison.costs.go);
  const node = medians(comparison.node).wall;
  const { limit, memory } = comparison.scenario;
  const holds =
    comparison.problem === undefined &&
    withinLimit(limit, ours.wall, go.wall, node) &&
    (memory === undefined || ours.memory <= memory);
  const memoryText = memory === undefined ? '' : `, <= ${memory} MB`;
  return {
    name: comparison.scenario.name,
    ours,
    go,
    ratio: ours.wall / go.wall,
    limit: `${limitText(limit, go.wall, node)}${memoryText}`,
    holds,
    problem: comparison.problem,
  };
}

function withinLimit(limit: Limit, ours: number, go: number, node: number): boolean {
  if (limit === 'none') return true;
  if ('ratio' in limit)
    return ours / go <= limit.ratio || (go < SHORT && ours - go <= (limit.moreThanGo ?? 0));
  if ('moreThanNode' in limit) return ours - node <= limit.moreThanNode;
  return ours - go <= limit.moreThanGo;
}

function limitText(limit: Limit, go: number, node: number): string {
  if (limit === 'none') return '-';
  if ('ratio' in limit) return ratioText(limit, go);
  if ('moreThanNode' in limit) return `<= node -e 0 (${node.toFixed(0)} ms) + ${limit.moreThanNode} ms`;
  return `<= go + ${limit.moreThanGo} ms${go > SHORT ? ' (go needs more than 60 ms here)' : ''}`;
}

function ratioText(limit: Extract<Limit, { readonly ratio: number }>, go: number): string {
  const { ratio, wished, moreThanGo } = limit;
  const wish = wished === undefined ? '' : ` (wished ${wished})`;
  return `<= ${ratio}${wish}${moreThanGo === undefined || go >= SHORT ? '' : `, or <= go + ${moreThanGo} ms`}`;
}

const ms = (value: number) => (value < 1000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(2)} s`);
const mb = (value: number) => (value === 0 ? '-' : `${value.toFixed(0)} MB`);

/** One line for the terminal. */
export function rowText(row: Row): string {
  if (row.problem !== undefined)
    return `NOT EQUAL  ${row.name}: no ratio\n  ${row.problem.replaceAll('\n', '\n  ')}`;
  const figures = `ours ${ms(row.ours.wall)} (cpu ${ms(row.ours.cpu)}, ${mb(row.ours.memory)}), go ${ms(row.go.wall)} (cpu ${ms(row.go.cpu)}, ${mb(row.go.memory)})`;
  return `${row.holds ? 'holds     ' : 'DOES NOT HOLD'} ${row.name}: ${row.ratio.toFixed(3)} ${row.limit}; ${figures}`;
}

/** Facts about where it was measured. */
export interface Facts {
  readonly goVersion: string;
  readonly memoryFolder: string;
  readonly diskFolder: string;
}

const FILE_SYSTEMS: Readonly<Record<number, string>> = {
  16914836: 'tmpfs',
  61267: 'ext4',
  1481003842: 'xfs',
  2435016766: 'btrfs',
  2035054128: 'overlayfs',
};

/** Name of the file system a folder is on. */
export function fileSystemOf(folder: string): string {
  const { type } = statfsSync(folder);
  return FILE_SYSTEMS[type] ?? `type 0x${type.toString(16)}`;
}

/** The text of BENCHMARKS.md. */
export function benchmarksPage(rows: readonly Row[], facts: Facts): string {
  const kernel = release();
  const model = cpus()[0]?.model ?? 'unknown';
  return `# Benchmarks

Written by \`npm run bench -- --write\`. Ours against the stock \`go\`, alternating in one run; wall time and CPU time (all threads)
are medians, memory is the highest VmHWM seen. A ratio is printed only when both printed the same and left the same module cache:
names, modes and bytes. A warm run is one of many of the same command line, which ours answers from memory; with "go.mod
edited" that file has had another line since the last run, with "a function edited" or "an import added" a source file has, and "for the first time" nothing is known
(GOMOD_RECALL=off; of commands about packages what we keep beside go's files is removed before each run, and written anew). The proxy is a process of its own on the same machine, over the real modules, and waits so long before
each answer as the scenario says. A fresh folder for each cold run; NODE_EXTRA_CA_CERTS is not set.

| | |
|---|---|
| CPU | ${cpus().length} x ${model} |
| memory | ${(totalmem() / 2 ** 30).toFixed(0)} GB |
| kernel | ${kernel} |
| Node | ${process.version} |
| Go | ${facts.goVersion} |
| folders | ${fileSystemOf(facts.memoryFolder)}; "on disk": ${fileSystemOf(facts.diskFolder)} |
| large | ${projects.large} (358 modules downloaded, 879 in its build list) |
| small | ${projects.small} |
| measured | ${new Date().toISOString().slice(0, 10)} |

| scenario | ours/go | limit | holds | ours | go | ours CPU | go CPU | ours memory | go memory |
|---|---|---|---|---|---|---|---|---|---|
${rows.map(pageRow).join('\n')}
`;
}

function pageRow(row: Row): string {
  const ratio = row.problem === undefined ? row.ratio.toFixed(3) : 'not equal';
  const cells = [
    row.name,
    ratio,
    row.limit,
    row.holds ? 'yes' : 'no',
    ms(row.ours.wall),
    ms(row.go.wall),
    ms(row.ours.cpu),
    ms(row.go.cpu),
    mb(row.ours.memory),
    mb(row.go.memory),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** What the kernel says of the processor's load in the last minute; a busy machine measures nothing. */
export function load(): number {
  return Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]);
}
