// Graphs and build lists compared with those of a real go command: random universes of modules through a file:// proxy,
// our command beside go, everything printed and every file of the project compared.

import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Outcome, type Place, runGo, runOurs } from '../../../tools/testing/command.js';
import { quietHome } from '../../../tools/testing/quiet-home.js';
import {
  type RandomUniverse,
  randomUniverse,
  writeProject,
  writeUniverse,
} from '../../../tools/testing/random-modules.js';
import { needs } from '../../../tools/testing/requirements.js';
import { removeScratch, removeTree } from '../../../tools/testing/scratch.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { formatGraph, readProjectGraph } from '../../core/graph/index.js';
import { parse, parseWork } from '../../core/modfile/index.js';
import { formatModule } from '../../core/module/index.js';

/** Seeds that once differed. */
const REMEMBERED = [148, 284, 461];

/** In CI a sample; the whole for acceptance. GOMOD_SEEDS names a range (`100-200`) to look at. */
function seeds(): number[] {
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const [from = 0, to = from] = (process.env.GOMOD_SEEDS ?? '').split('-').map(Number);
  if (from > 0) return range(from, to);
  return process.env.GOMOD_ACCEPTANCE === undefined ? [...range(1, 6), ...REMEMBERED] : range(1, 2000);
}

/** Files of the project by name. */
function files(project: string): Record<string, string> {
  const names = readdirSync(project, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    names
      .filter((name) => /\.(?:mod|sum|work)$/.test(name))
      .map((name) => [name, readFileSync(join(project, name), 'utf8')]),
  );
}

/** Names of the files in a module cache. */
function cached(cache: string): string[] {
  const download = join(cache, 'cache/download');
  return existsSync(download) ? readdirSync(download, { recursive: true, encoding: 'utf8' }).sort() : [];
}

/** The graph as the library reads it, from the texts alone; '' where that fails. */
async function libraryGraph({ modules, project }: RandomUniverse): Promise<string> {
  const goMods = new Map(modules.map((m) => [formatModule(m), m.goMod]));
  const work = project['go.work'];
  const goWork = work === undefined ? undefined : parseWork('go.work', work);
  const members = goWork?.use.map((line) => posix.join(line.path, 'go.mod')) ?? ['go.mod'];
  const { graph, error } = await readProjectGraph({
    goMod: members.map((name) => parse(name, project[name] ?? '')),
    ...(goWork && { goWork }),
    readGoMod: (m, file) => {
      if (m.version !== '') return goMods.get(formatModule(m));
      return project[posix.join(posix.dirname(file?.syntax.name ?? ''), m.path, 'go.mod')];
    },
  });
  return error === undefined ? formatGraph(graph) : '';
}

interface Step {
  readonly words: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What is run in each universe. Later steps see what earlier ones wrote. */
function stepsOf(seed: number, { workspace, paths }: RandomUniverse): Step[] {
  const chance = seeded(seed + 1_000_000);
  const writes: Pick<Step, 'env'> = workspace ? {} : { env: { GOFLAGS: '-mod=mod' } };
  const go = chance.pick(['1.16', '1.17', '1.20', '1.21', '1.26']);
  const graph: Step = { words: ['mod', 'graph'] };
  // Where nothing was read before, what go.mod itself answers shows.
  const lazy: Step[] = [{ words: ['list', '-m', chance.pick(paths)] }, { words: ['list', '-m'] }];
  return [
    ...(seed % 2 === 0 ? [graph, ...lazy] : [...lazy, graph]),
    // The command of 1.26 crashes where a workspace is read by older rules.
    ...(workspace ? [] : [{ words: ['mod', 'graph', `-go=${go}`] }]),
    { words: ['list', '-m', chance.pick(paths), chance.pick(paths)] },
    { words: ['list', '-m', chance.pick(paths)], ...writes },
    { words: ['list', '-m', 'all'], ...writes },
    graph,
    { words: ['list', '-m', 'all'] },
    { words: ['list', '-m', '-u', 'all'], ...writes },
    { words: ['list', '-m', '-u', '-json', 'all'], ...writes },
    {
      words: ['list', '-m', '-u', '-retracted', '-versions', chance.pick(paths), 'mod.test/m...'],
      ...writes,
    },
  ];
}

const need = needs('go');
describe.skipIf(need.skip)(need.title('random graphs as go reads them'), () => {
  let top = '';
  beforeAll(() => {
    top = mkdtempSync(join(tmpdir(), 'gomod-random-'));
  });
  afterAll(() => removeScratch(top));

  test.each(seeds())('seed %d', async (seed) => {
    const folder = join(top, String(seed));
    const universe = randomUniverse(seed);
    writeUniverse(folder, universe);
    const place = ({ env }: Step): Place => ({
      cwd: join(folder, 'project'),
      env: {
        HOME: quietHome(join(top, 'home')),
        GOMODCACHE: join(folder, 'cache'),
        GOPROXY: pathToFileURL(join(folder, 'proxy')).href,
        ...env,
      },
    });
    const steps = stepsOf(seed, universe);
    // What is in the cache after each step tells which go.mod files it read.
    const told = (step: Step, outcome: Outcome) => {
      return { words: step.words.join(' '), ...outcome, cache: cached(join(folder, 'cache')) };
    };
    const theirs = steps.map((step) => told(step, runGo(step.words, place(step))));
    const first = theirs.find(({ words }) => words === 'mod graph');
    // Newer go lines, and members that contradict each other, the library takes as they are.
    if (first?.status === 0) expect(await libraryGraph(universe)).toBe(first.stdout);
    const left = files(join(folder, 'project'));
    for (const name of ['project', 'cache']) removeTree(join(folder, name));
    writeProject(folder, universe);
    const ours = [];
    for (const step of steps) ours.push(told(step, await runOurs(step.words, place(step))));
    expect(ours).toEqual(theirs);
    expect(files(join(folder, 'project'))).toEqual(left);
    removeScratch(folder);
  });
});
