// The whole command, with a fault before or after each of its file-system steps.

import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocker, type FileSystem, realFileSystem } from '../../src/engine/io/index.js';
import { runOurs } from '../../tools/testing/command.js';
import { allFaults, faultyFileSystem } from '../../tools/testing/faults.js';
import { makeMemoryFolder } from '../../tools/testing/memory-folder.js';
import { quietHome } from '../../tools/testing/quiet-home.js';
import { goBinary, needs } from '../../tools/testing/requirements.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import { writeFolder } from '../fixtures/folder.js';
import { proxyFiles } from '../fixtures/module.js';
import { checkCache } from './check-cache.js';
import { describeTree, treeDifferences } from './tree.js';

const fixture = {
  path: 'example.com/Dep',
  version: 'v1.1.0',
  files: { 'dep.go': 'package dep\n', 'in/side.go': 'package in\n' },
};
const goMod = `module example.com/main\n\ngo 1.21\n\nrequire ${fixture.path} ${fixture.version}\n`;

let folder = '';
let proxy = '';
beforeAll(() => {
  folder = makeMemoryFolder('gomod-steps-');
  proxy = join(folder, 'proxy');
  writeFolder(proxyFiles([fixture]), proxy);
});
afterAll(() => removeScratch(folder));

interface Place {
  readonly project: string;
  readonly gomodcache: string;
  readonly environment: Record<string, string | undefined>;
}

function makePlace(name: string): Place {
  const project = join(folder, name, 'project');
  const gopath = join(folder, name, 'gopath');
  fs.mkdirSync(project, { recursive: true });
  fs.writeFileSync(join(project, 'go.mod'), goMod);
  const environment = {
    PATH: process.env.PATH,
    HOME: quietHome(join(folder, 'home')),
    GOPATH: gopath,
    GOPROXY: pathToFileURL(proxy).href,
    GOSUMDB: 'off',
    GOENV: 'off',
    GOTOOLCHAIN: 'local',
    GOCACHE: join(folder, 'gocache'),
  };
  return { project, gomodcache: join(gopath, 'pkg', 'mod'), environment };
}

/** `mod download all` in this process, which saves the sum of the zip too. */
async function download(place: Place, system: FileSystem): Promise<{ status: number; stderr: string }> {
  const session = { fs: system, locker: createLocker({ fs: system }) };
  const { project: cwd, environment: env } = place;
  const { status, stderr } = await runOurs(['mod', 'download', 'all'], { cwd, env }, 'go', { session });
  return { status, stderr };
}

function goSum({ project }: Place): string {
  const path = join(project, 'go.sum');
  return fs.existsSync(path) ? fs.readFileSync(path, 'utf8') : '';
}

describe('a fault before or after each step of the command', () => {
  it('is survived', { timeout: 600_000 }, async () => {
    const reference = makePlace('reference');
    const counter = faultyFileSystem();
    expect(await download(reference, counter.fs)).toEqual({ status: 0, stderr: '' });
    const expected = describeTree(reference.gomodcache);
    const sums = goSum(reference);
    expect(sums).toContain(`${fixture.path} ${fixture.version} h1:`);
    expect(counter.steps.length).toBeGreaterThan(120);
    const plans = allFaults(counter.steps.length, ['error', 'death']);
    for (const [i, plan] of plans.entries()) {
      const place = makePlace(`place-${i}`);
      const faulty = faultyFileSystem(plan);
      const { status, stderr } = await download(place, faulty.fs);
      const what = `${plan.kind} ${plan.moment} step ${plan.step}, ${faulty.steps[plan.step]}: ${stderr}`;
      expect(checkCache(place.gomodcache), what).toEqual([]);
      expect(['', sums], what).toContain(goSum(place));
      expect(fs.readFileSync(join(place.project, 'go.mod'), 'utf8'), what).toBe(goMod);
      if (plan.kind === 'error') {
        expect(stderr, what).not.toContain('internal error');
        expect(status === 0 || stderr !== '', what).toBe(true);
      }
      expect(await download(place, realFileSystem), what).toEqual({ status: 0, stderr: '' });
      const differences = treeDifferences(expected, describeTree(place.gomodcache));
      // The side lock is best effort, here as in go, and is not tried again once go.sum is written.
      const harmless = (line: string) =>
        plan.kind === 'error' && line.startsWith('cache/lock: only expected');
      expect(
        differences.filter((line) => !harmless(line)),
        what,
      ).toEqual([]);
      expect(goSum(place), what).toBe(sums);
      removeScratch(join(place.project, '..'));
    }
  });

  const need = needs('go');
  it.skipIf(need.skip)(need.title('ends with the tree of go'), async () => {
    const [ours, gos] = [makePlace('ours'), makePlace('gos')];
    expect(await download(ours, realFileSystem)).toEqual({ status: 0, stderr: '' });
    const { status } = spawnSync(goBinary() ?? '', ['mod', 'download', 'all'], {
      env: gos.environment,
      cwd: gos.project,
    });
    expect(status).toBe(0);
    expect(treeDifferences(describeTree(gos.gomodcache), describeTree(ours.gomodcache))).toEqual([]);
    expect(goSum(ours)).toBe(goSum(gos));
  });
});
