// `list -m` with several arguments about the same modules, where go.sum does not allow to read their go.mod files for the
// go line, or that line is too new: what an argument has read all the same, those after it tell.

import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFolder } from '../../../conformance/fixtures/folder.js';
import { type FixtureModule, proxyFiles } from '../../../conformance/fixtures/module.js';
import { proxyEnvironment, withoutCache } from '../../../tools/testing/proxy-environment.js';
import { needs } from '../../../tools/testing/requirements.js';
import { runGo, runOurs } from '../../../tools/testing/run-program.js';
import { removeScratch } from '../../../tools/testing/scratch.js';

const versions = (path: string, goVersions: Readonly<Record<string, string>>): FixtureModule[] =>
  Object.entries(goVersions).map(([version, goVersion]) => ({
    path,
    version,
    time: '2024-01-01T00:00:00Z',
    mod: `module ${path}\n\ngo ${goVersion}\n`,
  }));

const MODULES: readonly FixtureModule[] = [
  ...versions('x.test/plain', { 'v1.0.0': '1.17', 'v1.1.0': '1.18' }),
  ...versions('x.test/replaced', { 'v1.0.0': '1.19' }),
  ...versions('x.test/fork', { 'v0.9.0': '1.20', 'v1.0.0': '1.99' }),
];

const GO_MOD = `module main.test/m

go 1.21

require (
	x.test/fork v1.0.0
	x.test/plain v1.0.0
	x.test/replaced v1.0.0
)

replace x.test/replaced => x.test/fork v0.9.0
`;

const CASES: readonly (readonly string[])[] = [
  // The newest version of the replacement is asked for retractions, and is the second argument.
  ['-u', 'x.test/replaced', 'x.test/fork'],
  ['-u', 'x.test/fork', 'x.test/replaced'],
  ['-retracted', 'x.test/replaced', 'x.test/fork', 'x.test/plain'],
  ['-u', 'x.test/fork', 'x.test/...'],
  ['x.test/fork@v1.0.0', 'x.test/fork'],
  ['x.test/fork@v1.0.0', 'x.test/fork@v1.0.0'],
  ['x.test/fork@v0.9.0', 'x.test/fork@v1.0.0', 'x.test/fork@v1.0.0', 'x.test/fork'],
  ['x.test/fork@latest', 'x.test/fork'],
  ['x.test/fork', 'x.test/fork@v1.0.0'],
  // What is shown of a replacement is what is known of the module that it replaces.
  ['x.test/replaced@v1.0.0', 'x.test/replaced'],
  ['x.test/replaced', 'x.test/replaced@v1.0.0'],
  ['x.test/plain@v1.0.0', 'x.test/plain'],
  ['x.test/plain@v1.0.0', 'all', 'x.test/plain'],
  ['x.test/plain@v1.1.0', 'all'],
];

const need = needs('go');
describe.skipIf(need.skip)(need.title('list -m of several arguments, as go lists'), () => {
  let home = '';
  beforeAll(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-arguments-')));
    writeFolder(proxyFiles(MODULES), join(home, 'proxy'));
    mkdirSync(join(home, 'main'));
    writeFileSync(join(home, 'main', 'go.mod'), GO_MOD);
  });
  afterAll(() => removeScratch(home));

  const surroundings = (who: string) => ({
    cwd: join(home, 'main'),
    environment: { ...proxyEnvironment(home), GOFLAGS: '-mod=readonly', GOMODCACHE: join(home, who) },
  });
  const told = (who: string, run: { stdout: string }) => withoutCache(run, join(home, who));

  test.each(CASES.map((words) => [words.join(' '), words] as const))('%s', async (_, words) => {
    const line = ['list', '-m', '-e', '-json=Path,Version,Replace,GoVersion,Error', ...words];
    const theirs = runGo(surroundings('theirs'), line);
    const ours = await runOurs(surroundings('ours'), line);
    expect(told('ours', ours)).toEqual(told('theirs', theirs));
  });
});
