// `list -m -u` as go lists it: updates, retractions and deprecations, in modules that exclude, replace and lag behind.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFolder } from '../../../conformance/fixtures/folder.js';
import { type FixtureModule, proxyFiles } from '../../../conformance/fixtures/module.js';
import { proxyEnvironment, withoutCache } from '../../../tools/testing/proxy-environment.js';
import { needs } from '../../../tools/testing/requirements.js';
import { runGo, runOurs } from '../../../tools/testing/run-program.js';
import { removeScratch } from '../../../tools/testing/scratch.js';

const versions = (path: string, list: readonly string[], newest = ''): FixtureModule[] =>
  list.map((version, i) => ({
    path,
    version,
    time: `2024-01-0${i + 1}T00:00:00Z`,
    mod: i === list.length - 1 && newest !== '' ? newest : `module ${path}\n\ngo 1.17\n`,
  }));

const MODULES: readonly FixtureModule[] = [
  ...versions('x.test/plain', ['v1.0.0', 'v1.1.0', 'v1.2.0-rc.1']),
  ...versions('x.test/last', ['v1.0.0']),
  ...versions('x.test/pre', ['v1.0.0-alpha', 'v1.0.0-beta']),
  ...versions('x.test/untagged', [
    'v0.0.0-20240101000000-aaaaaaaaaaaa',
    'v0.0.0-20240201000000-bbbbbbbbbbbb',
  ]),
  ...versions('x.test/excluded', ['v1.0.0', 'v1.1.0']),
  ...versions('x.test/old', ['v1.0.0', 'v1.1.0'], '// Deprecated: use x.test/new.\nmodule x.test/old\n'),
  ...versions(
    'x.test/taken',
    ['v1.0.0', 'v1.1.0', 'v1.2.0'],
    'module x.test/taken\n\nretract v1.2.0 // wrong tag\n\nretract v1.0.0\n',
  ),
  ...versions('x.test/all', ['v1.0.0', 'v1.1.0'], 'module x.test/all\n\nretract [v1.0.0, v1.1.0] // gone\n'),
  ...versions('x.test/fork', ['v1.0.0', 'v1.5.0']),
  ...versions('x.test/plus', ['v2.0.0+incompatible', 'v3.0.0+incompatible']),
];

const GO_MOD = `module main.test/m

go 1.17

require (
	x.test/all v1.0.0
	x.test/excluded v1.0.0
	x.test/last v1.0.0
	x.test/old v1.0.0
	x.test/plain v1.0.0
	x.test/plus v2.0.0+incompatible
	x.test/pre v1.0.0-alpha
	x.test/replaced v1.0.0
	x.test/taken v1.0.0
	x.test/untagged v0.0.0-20240101000000-aaaaaaaaaaaa
	x.test/here v1.0.0
)

exclude x.test/excluded v1.1.0

replace x.test/replaced => x.test/fork v1.0.0

replace x.test/here => ./here
`;

const CASES: readonly (readonly string[])[] = [
  ['-u', 'all'],
  ['-u', '-json', 'all'],
  ['-u', '-versions', 'all'],
  ['-u', '-retracted', '-versions', '-json', 'all'],
  ['-u'],
  ['-u', '-json', 'x.test/plain', 'x.test/plain@v1.0.0', 'x.test/taken@latest', 'x.test/taken@v1.2.0'],
  ['-u', '-e', '-json', 'x.test/none@latest', 'x.test/old'],
  ['-u', '-json=Path,Update,Deprecated', 'x.test/...'],
];

const need = needs('go');

describe.skipIf(need.skip)(need.title('list -m -u, as go lists'), () => {
  let home = '';
  beforeAll(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-updates-')));
    writeFolder(proxyFiles(MODULES), join(home, 'proxy'));
    mkdirSync(join(home, 'main', 'here'), { recursive: true });
    writeFileSync(join(home, 'main', 'here', 'go.mod'), 'module x.test/here\n');
    writeFileSync(join(home, 'main', 'go.mod'), GO_MOD);
  });
  afterAll(() => removeScratch(home));

  const surroundings = (who: string, mod: string) => ({
    cwd: join(home, 'main'),
    environment: { ...proxyEnvironment(home), GOFLAGS: `-mod=${mod}`, GOMODCACHE: join(home, who) },
  });
  const told = (who: string, run: { stdout: string }) => withoutCache(run, join(home, who));

  test.each(CASES.map((words) => [words.join(' '), words] as const))('%s', async (_, words) => {
    const theirs = runGo(surroundings('theirs', 'mod'), ['list', '-m', ...words]);
    const ours = await runOurs(surroundings('ours', 'mod'), ['list', '-m', ...words]);
    expect(told('ours', ours)).toEqual(told('theirs', theirs));
    expect(readdirSync(join(home, 'main'))).toEqual(['go.mod', 'here']);
    expect(readFileSync(join(home, 'main', 'go.mod'), 'utf8')).toBe(GO_MOD);
  });

  test('not from a vendor folder', async () => {
    mkdirSync(join(home, 'main', 'vendor'));
    const words = ['list', '-m', '-u', 'x.test/plain'];
    const ours = await runOurs(surroundings('ours', 'vendor'), words);
    expect(ours).toEqual(runGo(surroundings('theirs', 'vendor'), words));
    expect(ours.status).toBe(1);
  });
});
