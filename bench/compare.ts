// One scenario: ours and go alternating, A B B A, in worlds at the same path, and the check that both did the same.
//
// Comparing two worlds leaves the processor's caches cold, which a short run right after it would feel: runs that leave
// their world as it is have it compared at the beginning and at the end only.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdit } from '../conformance/differential/edits.js';
import { compareResults, type StepResult } from '../conformance/differential/output.js';
import { compareTrees } from '../conformance/differential/tree.js';
import {
  makeWorld,
  type Surroundings,
  worldEnvironment,
  worldTree,
} from '../conformance/differential/world.js';
import { removeScratch } from '../tools/testing/scratch.js';
import { type Cost, measure } from './measure.js';
import { projects, type Scenario } from './scenario.js';

/** The two sides. */
export type Side = 'go' | 'ours';

/** What a comparison needs beside the scenario. */
export interface Bench {
  /** Absolute paths; `ours` is called `go`. */
  readonly commands: Readonly<Record<Side, string>>;
  /** An empty folder of this scenario; emptied at the end. */
  readonly folder: string;
  /** GOPROXY. */
  readonly goproxy: string;
  readonly rounds: number;
  readonly progress: (text: string) => void;
}

/** Costs of each side, in the order of the rounds; `problem` when the two did not do the same. */
export interface Comparison {
  readonly scenario: Scenario;
  readonly costs: Readonly<Record<Side, readonly Cost[]>>;
  /** Costs of `node -e 0`, for scenarios that are held to it. */
  readonly node: readonly Cost[];
  readonly problem: string | undefined;
}

const SIDES = ['ours', 'go'] as const;

/** Runs a scenario. */
export async function compareScenario(scenario: Scenario, bench: Bench): Promise<Comparison> {
  const costs = { go: [] as Cost[], ours: [] as Cost[] };
  const node: Cost[] = [];
  let problem: string | undefined;
  if (!scenario.cold) for (const side of SIDES) await makeSide(scenario, bench, side, 0);
  for (let round = 0; round < bench.rounds && problem === undefined; round++) {
    const results = {} as Record<Side, StepResult>;
    for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) {
      if (scenario.cold) await makeSide(scenario, bench, side, round);
      const world = scenario.cold ? round : 0;
      for (const edit of scenario.each ?? []) applyEdit(worldOf(bench, side, world), edit);
      if (scenario.disk) execFileSync('sync');
      const { cost, result } = await inWorld(bench, side, world, scenario.run, scenario.env);
      costs[side].push(cost);
      results[side] = result;
    }
    if (typeof scenario.limit === 'object' && 'moreThanNode' in scenario.limit)
      node.push(await nodeStart(bench));
    bench.progress(`${Math.round(costs.ours.at(-1)!.wall)}/${Math.round(costs.go.at(-1)!.wall)} `);
    const ends = round === 0 || round === bench.rounds - 1;
    problem = unequalResults(results);
    if (scenario.cold || ends) problem ??= unequalWorlds(bench, scenario.cold ? round : 0, round === 0);
    if (scenario.cold && !scenario.disk) for (const side of SIDES) removeScratch(worldOf(bench, side, round));
  }
  removeScratch(bench.folder);
  return { scenario, costs, node, problem };
}

function worldOf(bench: Bench, side: Side, round: number): string {
  return join(bench.folder, `${side}${round}`);
}

/** Both sides run at this path, one after the other, so that nothing printed differs. */
function stage(bench: Bench): string {
  return join(bench.folder, 'run');
}

function around(bench: Bench): Surroundings {
  const env = { GOPROXY: bench.goproxy, GOSUMDB: 'off', GOFLAGS: '-mod=mod' };
  return { PROXY: '', FILEPROXY: '', SUMDB: 'off', env };
}

async function makeSide(scenario: Scenario, bench: Bench, side: Side, round: number): Promise<void> {
  const project = scenario.project === 'none' ? { files: {} } : { module: projects[scenario.project] };
  mkdirSync(bench.folder, { recursive: true });
  makeWorld(stage(bench), project);
  for (const edit of scenario.start ?? []) applyEdit(stage(bench), edit);
  renameSync(stage(bench), worldOf(bench, side, round));
  for (const args of scenario.setup ?? []) {
    const { result } = await inWorld(bench, side, round, args);
    if (result.exit !== 0)
      throw new Error(`${scenario.name}: setup of ${side} failed: ${result.stderr.slice(0, 500)}`);
  }
}

async function inWorld(
  bench: Bench,
  side: Side,
  round: number,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
) {
  renameSync(worldOf(bench, side, round), stage(bench));
  const cwd = join(stage(bench), 'project');
  const env = { ...worldEnvironment(stage(bench), around(bench)), PWD: cwd, ...more };
  try {
    return await measure(bench.commands[side], args, { cwd, env });
  } finally {
    renameSync(stage(bench), worldOf(bench, side, round));
  }
}

async function nodeStart(bench: Bench): Promise<Cost> {
  const env = { PATH: process.env.PATH ?? '' };
  return (await measure('node', ['-e', '0'], { cwd: bench.folder, env })).cost;
}

/** What differs of what was printed, and of the exit codes. */
function unequalResults({ go, ours }: Record<Side, StepResult>): string | undefined {
  if (go.exit !== 0) return `go failed: ${go.stderr.slice(0, 300)}`;
  return summary(compareResults(go, ours));
}

/** What differs of the two worlds: names, modes and sizes, with `bytes` the contents of files, too. */
function unequalWorlds(bench: Bench, round: number, bytes: boolean): string | undefined {
  const [ours, go] = SIDES.map((side) => worldOf(bench, side, round))
    .filter(existsSync)
    .map((folder) => worldTree(folder, bytes));
  return ours && go && summary(compareTrees(go, ours));
}

function summary(differences: readonly string[]): string | undefined {
  return differences.length > 0 ? differences.slice(0, 5).join('\n') : undefined;
}
