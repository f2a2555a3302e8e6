// The bench must refuse what is not equal, and its arithmetic must be right.

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeScratch } from '../tools/testing/scratch.js';
import { type Comparison, compareScenario } from './compare.js';
import { measure, median } from './measure.js';
import { judge, rowText } from './report.js';
import { type Scenario, scenarios } from './scenario.js';

const cost = (wall: number, memory = 100) => ({ wall, cpu: wall, memory });
const scenario: Scenario = {
  name: 'x',
  project: 'none',
  proxy: 'file',
  run: ['version'],
  limit: { ratio: 0.5 },
  memory: 300,
  rounds: 3,
};

function comparison(more: Partial<Comparison> = {}): Comparison {
  const costs = { ours: [cost(40), cost(45), cost(90)], go: [cost(100), cost(90), cost(110)] };
  return { scenario, costs, node: [], problem: undefined, ...more };
}

test('the median', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
});

test('ratios are of medians, and are held to the limit', () => {
  expect(judge(comparison())).toMatchObject({ ratio: 0.45, holds: true });
  expect(judge(comparison({ scenario: { ...scenario, limit: { ratio: 0.44 } } })).holds).toBe(false);
});

test('too much memory does not hold', () => {
  const costs = { ours: [cost(10, 301)], go: [cost(100)] };
  expect(judge(comparison({ costs })).holds).toBe(false);
});

test('where go is short, a few milliseconds more than it will do as well as the ratio', () => {
  const short = { ratio: 0.1, moreThanGo: 25 };
  const judged = (ours: number, go: number) =>
    judge(
      comparison({ scenario: { ...scenario, limit: short }, costs: { ours: [cost(ours)], go: [cost(go)] } }),
    );
  expect(judged(75, 50)).toMatchObject({ holds: true, limit: '<= 0.1, or <= go + 25 ms, <= 300 MB' });
  expect(judged(76, 50).holds).toBe(false);
  expect(judged(75, 60)).toMatchObject({ holds: false, limit: '<= 0.1, <= 300 MB' });
});

test('no ratio where the results are not equal', () => {
  const row = judge(comparison({ problem: 'x: bytes differ' }));
  expect(row.holds).toBe(false);
  expect(rowText(row)).toContain('NOT EQUAL');
  expect(rowText(row)).not.toContain('0.45');
});

test('short commands are held to a difference', () => {
  const limited = (more: number) => ({ ...scenario, limit: { moreThanGo: more } });
  const costs = { ours: [cost(35)], go: [cost(10)] };
  expect(judge(comparison({ costs, scenario: limited(25) })).holds).toBe(true);
  expect(judge(comparison({ costs, scenario: limited(24) })).holds).toBe(false);
  const node = { ...scenario, limit: { moreThanNode: 10 } };
  expect(judge(comparison({ costs, scenario: node, node: [cost(26)] })).holds).toBe(true);
  expect(judge(comparison({ costs, scenario: node, node: [cost(24)] })).holds).toBe(false);
});

test('of unpruned graphs one project is held to limits', () => {
  const limited = scenarios.filter(({ name }) => name.startsWith('unpruned'));
  expect(limited.map(({ name, project, limit }) => [name, project, limit !== 'none'])).toEqual([
    ['unpruned: list -m all, warm', 'unpruned', true],
    ['unpruned: graph, warm', 'unpruned', true],
    ['unpruned, kops: list -m all, warm', 'kops', false],
    ['unpruned, kops: graph, warm', 'kops', false],
  ]);
});

test('vendor is measured where it writes all of the folder, too', () => {
  const written = scenarios.find(({ name }) => name === 'vendor, warm, with no folder there');
  expect(written).toMatchObject({ limit: 'none', each: [{ remove: 'project/vendor' }] });
});

test.skipIf(process.platform !== 'linux')(
  'what earlier runs wrote is on the disk before one is measured there',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    const log = join(folder, 'log');
    const path = process.env.PATH;
    try {
      for (const name of ['sync', 'run']) {
        writeFileSync(join(folder, name), `#!/bin/sh\necho ${name} >>'${log}'\n`, { mode: 0o755 });
      }
      process.env.PATH = `${folder}:${path}`;
      const run = join(folder, 'run');
      const bench = {
        commands: { go: run, ours: run },
        folder: join(folder, 'worlds'),
        goproxy: 'off',
        rounds: 2,
        progress: () => {},
      };
      const found = await compareScenario({ ...scenario, cold: true, disk: true }, bench);
      expect(found.problem).toBeUndefined();
    } finally {
      process.env.PATH = path;
    }
    const order = readFileSync(log, 'utf8');
    removeScratch(folder);
    expect(order).toBe('sync\nrun\n'.repeat(4));
  },
);

test('scenario names are unique', () => {
  expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
});

const linux = process.platform === 'linux';
test.skipIf(!linux)(
  `a process is measured with its threads${linux ? '' : ' (skipped: not Linux)'}`,
  async () => {
    const work = `
    const { Worker, isMainThread } = require('node:worker_threads');
    const end = Date.now() + 300;
    if (isMainThread) new Worker(__filename, { eval: false });
    while (Date.now() < end);
    console.log('done');`;
    const folder = mkdtempSync(join(tmpdir(), 'measure-'));
    writeFileSync(join(folder, 'work.cjs'), work);
    const run = await measure(process.execPath, [join(folder, 'work.cjs')], { cwd: folder, env: {} });
    removeScratch(folder);
    expect(run.result).toMatchObject({ stdout: 'done\ndone\n', exit: 0 });
    expect(run.cost.wall).toBeGreaterThan(300);
    expect(run.cost.memory).toBeGreaterThan(20);
    expect(run.cost.cpu).toBeGreaterThan(100);
  },
);
