// tidy and vendor, with a fault before or after each of their steps that changes something.
//
// The file system is not the machine's own here, so that folders cannot change places in one step: what platforms without
// such a call do is what is tried.

import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocker, type FileSystem, realFileSystem } from '../../src/engine/io/index.js';
import { runOurs } from '../../tools/testing/command.js';
import { allFaults, type FaultPlan, faultyFileSystem } from '../../tools/testing/faults.js';
import { makeMemoryFolder } from '../../tools/testing/memory-folder.js';
import { quietHome } from '../../tools/testing/quiet-home.js';
import { removeScratch, removeTree } from '../../tools/testing/scratch.js';
import { writeFolder } from '../fixtures/folder.js';
import { type FixtureModule, proxyFiles } from '../fixtures/module.js';
import { checkProject } from './project.js';
import { describeTree, treeDifferences } from './tree.js';

const modules: FixtureModule[] = ['a', 'b', 'c'].map((name) => ({
  path: `example.com/${name}`,
  version: 'v1.0.0',
  files: {
    'go.mod': `module example.com/${name}\n\ngo 1.21\n`,
    'x.go': `package ${name}\n`,
    'in/y.go': 'package in\n',
    'in/z.c': 'int z;\n',
    LICENSE: `of ${name}\n`,
  },
}));

const goMod = (...names: string[]) =>
  `module example.test/m\n\ngo 1.21\n\nrequire (\n${names.map((name) => `\texample.com/${name} v1.0.0\n`).join('')})\n`;

const importing = (...names: string[]) =>
  `package m\n\nimport (\n${names.map((name) => `\t_ "example.com/${name}"\n`).join('')})\n`;

const OLD_VENDOR = { 'vendor/modules.txt': '# example.com/old v1.0.0\n', 'vendor/mine/notes.txt': 'mine\n' };

/** What is tidied has a sum too many and one too few, and a go.mod likewise. */
const cases: readonly [words: string, start: Readonly<Record<string, string>>, first: readonly string[]][] = [
  [
    'mod tidy',
    { 'go.mod': goMod('b', 'c'), 'm.go': importing('b', 'c') },
    ['mod tidy', 'm.go', importing('a', 'b')],
  ],
  ['mod vendor', { 'go.mod': goMod('a', 'b'), 'm.go': importing('a', 'b', 'b/in') }, ['mod tidy']],
];

let folder = '';
let proxy = '';
beforeAll(() => {
  folder = makeMemoryFolder('gomod-package-steps-');
  proxy = join(folder, 'proxy');
  writeFolder(proxyFiles(modules), proxy);
});
afterAll(() => removeScratch(folder));

function write(project: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(dirname(join(project, name)), { recursive: true });
    fs.writeFileSync(join(project, name), text);
  }
}

/** A command in this process, without a Go installation, so that its steps are few. */
async function run(words: string, project: string, system: FileSystem) {
  const env = {
    PATH: '/nowhere',
    HOME: quietHome(join(folder, 'home')),
    GOPATH: join(folder, 'gopath'),
    GOPROXY: pathToFileURL(proxy).href,
    GOENV: 'off',
  };
  const session = { fs: system, locker: createLocker({ fs: system }) };
  const { status, stderr } = await runOurs(words.split(' '), { cwd: project, env }, 'go', { session });
  return { status, stderr };
}

const CHANGES =
  /^(chmod|close|fchmod|fchown|fsync|ftruncate|mkdir|open|rename|rmdir|unlink|write|writeFile)Sync /;

/** The file system with the fault, in which a file whose closing fails is closed all the same, as the kernel has it. */
function faultOf(plan: FaultPlan) {
  const faulty = faultyFileSystem(plan);
  const closeSync = (fd: number) => {
    try {
      faulty.fs.closeSync(fd);
    } catch (error) {
      if (plan.kind === 'error' && plan.moment === 'before') fs.closeSync(fd);
      throw error;
    }
  };
  return { steps: faulty.steps, fs: { ...faulty.fs, closeSync } };
}

describe('a fault before or after each step', () => {
  it.each(cases)(
    'of %s is survived',
    { timeout: 240_000 },
    async (words, start, [first = '', name, text = '']) => {
      const [before, after, now] = ['before', 'after', 'now'].map((each) => join(folder, words, each)) as [
        string,
        string,
        string,
      ];
      write(before, { ...start, ...OLD_VENDOR });
      expect(await run(first, before, realFileSystem)).toMatchObject({ status: 0 });
      if (name !== undefined) write(before, { [name]: text });
      const reset = (project: string) => {
        removeTree(project);
        fs.cpSync(before, project, { recursive: true });
      };
      reset(after);
      expect(await run(words, after, realFileSystem)).toMatchObject({ status: 0 });
      expect(treeDifferences(describeTree(before), describeTree(after))).not.toEqual([]);
      reset(now);
      const counter = faultyFileSystem();
      expect(await run(words, now, counter.fs)).toMatchObject({ status: 0 });
      const plans = allFaults(counter.steps.length, ['error', 'death']).filter(({ step }) =>
        CHANGES.test(counter.steps[step] ?? ''),
      );
      expect(plans.length).toBeGreaterThan(80);
      const seen = new Set<string>();
      for (const plan of plans) {
        reset(now);
        const faulty = faultOf(plan);
        const { status, stderr } = await run(words, now, faulty.fs);
        const what = `${plan.kind} ${plan.moment} step ${plan.step}, ${faulty.steps[plan.step]}: ${stderr}`;
        expect(checkProject({ before, after, now, twoSteps: plan.kind === 'death' }), what).toEqual([]);
        if (plan.kind === 'error') {
          expect(stderr, what).not.toContain('internal error');
          expect(status === 0 || stderr !== '', what).toBe(true);
        }
        seen.add(treeDifferences(describeTree(after), describeTree(now)).join());
        const next = await run(words, now, realFileSystem);
        expect(next.status, `${what}, then ${next.stderr}`).toBe(0);
        expect(treeDifferences(describeTree(after), describeTree(now)), what).toEqual([]);
      }
      // The old state, the new one, and such as lie between.
      expect(seen.size).toBeGreaterThan(4);
    },
  );
});
