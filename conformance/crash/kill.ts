// `kill -9`, or another signal, at random moments of a run.
//
// Before anything is run again the cache must be sound (check-cache.ts), and so must the project be (project.ts). Then the
// next run, which every fourth time is one of the stock go followed by one of ours, must end with the tree of the reference.

import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkCache } from './check-cache.js';
import { startCommand } from './process.js';
import { checkProject } from './project.js';
import {
  cacheTree,
  differences,
  type Place,
  removePlace,
  runCommand,
  runGo,
  scratchOf,
  type World,
} from './world.js';

/** What to do. */
export interface KillOptions {
  readonly go: string;
  /** Our command, without arguments. */
  readonly command: readonly string[];
  readonly world: World;
  readonly kills: number;
  /** SIGKILL, or one that the command may answer by cleaning up: then nothing half done may be left at all. */
  readonly signal: NodeJS.Signals;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly report: (line: string) => void;
}

/** What came of it. */
export interface KillResult {
  /** Kills that hit a running command. */
  readonly kills: number;
  /** One text for each thing that was wrong. */
  readonly problems: readonly string[];
}

/** A go run finishes the job after every so many kills. */
const GO_EVERY = 4;

/** Problems of one kill that are told; a tree that is missing altogether has thousands. */
export const MOST = 8;

/** Runs the whole series. */
export async function killSeries(options: KillOptions): Promise<KillResult> {
  const { duration, problems } = await uninterrupted(options);
  if (problems.length > 0) return { kills: 0, problems: problems.slice(0, MOST) };
  options.report(`${options.world.modules} zips, ${duration.toFixed(0)} ms without a kill`);
  let kills = 0;
  // The first run may have been slow by accident: a kill that comes too late makes the next ones come earlier.
  let span = duration;
  for (let attempt = 0; kills < options.kills && attempt < options.kills * 3; attempt++) {
    const after = options.random() * span;
    const place = options.world.place(`kill-${attempt}`);
    const found = await killOnce(options, place, after, kills % GO_EVERY === GO_EVERY - 1);
    if (found.hit) kills++;
    else span *= 0.8;
    const what = `kill ${kills} after ${after.toFixed(0)} ms`;
    problems.push(...found.problems.slice(0, MOST).map((problem) => `${what}: ${problem}`));
    options.report(
      `${what}${found.hit ? '' : ' (too late)'}: ${found.left}, ${found.problems.length} problems`,
    );
    if (found.problems.length === 0) removePlace(place);
  }
  if (kills < options.kills) problems.push(`only ${kills} of ${options.kills} kills hit a running command`);
  return { kills, problems };
}

async function uninterrupted(options: KillOptions): Promise<{ duration: number; problems: string[] }> {
  const place = options.world.place('uninterrupted');
  const start = performance.now();
  const { status, stderr } = await runCommand([...options.command, ...place.words], place);
  const duration = performance.now() - start;
  const problems = status === 0 ? differences(options.world, place) : [`exit ${status}: ${stderr}`];
  if (problems.length === 0) removePlace(place);
  return { duration, problems: problems.map((problem) => `without a kill: ${problem}`) };
}

async function killOnce(options: KillOptions, place: Place, after: number, byGo: boolean) {
  const words = [...options.command, ...place.words];
  const running = startCommand(words, place);
  await sleep(after);
  const hit = running.kill(options.signal);
  const { status } = await running.ended;
  const { reference } = options.world;
  const problems = options.signal === 'SIGKILL' ? [] : untidy(place, hit ? status : 0);
  problems.push(...checkCache(place.gomodcache, { reference: reference.gomodcache }));
  problems.push(...checkPlace(options.world, place));
  const left = describeLeft(place);
  if (byGo) problems.push(...failureOf('go', await runGo(options.go, place)));
  problems.push(...failureOf('the next run', await runCommand(words, place)));
  problems.push(...differences(options.world, place));
  return { hit, problems, left };
}

/** What a command that was asked to end should not leave. It may have been done before it was asked. */
function untidy(place: Place, status: number | null): string[] {
  const names = existsSync(place.gomodcache) ? [...cacheTree(place).keys()] : [];
  return [
    ...names.filter((name) => /\.(partial|tmp)$/.test(name)).map((name) => `${name} is left`),
    ...scratchOf(place),
    ...(status === null || status === 0 || status === 1 || status > 128 ? [] : [`exit status ${status}`]),
  ];
}

export function failureOf(
  who: string,
  { status, stderr }: { status: number | null; stderr: string },
): string[] {
  return status === 0 ? [] : [`${who} ended with ${status}: ${stderr.trim()}`];
}

/** The project, right after a run that did not end well. */
export function checkPlace({ before, reference }: World, { project }: Place): string[] {
  return checkProject({ before, after: reference.project, now: project });
}

/** How far the killed run had come. */
function describeLeft(place: Place): string {
  const names = existsSync(place.gomodcache) ? [...cacheTree(place).keys()] : [];
  const count = (suffix: string) => names.filter((name) => name.endsWith(suffix)).length;
  const beside = readdirSync(place.project).filter((name) => name.endsWith('.gomod'));
  return [`${count('.mod')} go.mod, ${count('.zip')} zips, ${count('.partial')} marks`, ...beside].join(', ');
}
