// The promise behind the workflow: it passes for a project that is in order, and fails at the step that is to find what is not.
//
// Its `run` steps are carried out by sh, in the environment of a container with Node (tools/testing/containers.ts), on a
// made-up project (examples/greetings.ts).

import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTree } from '../../conformance/differential/tree.js';
import { Containers } from '../../tools/testing/containers.js';
import { needs } from '../../tools/testing/requirements.js';
import { greetingProject, greetings } from '../greetings.js';

const workflow = readFileSync(new URL('modules.yml', import.meta.url), 'utf8');
const page = readFileSync(new URL('README.md', import.meta.url), 'utf8');

/** The lines of the steps that run something, in order. The first is carried out once. */
const [install = '', ...checks] = [...workflow.matchAll(/^ +(?:- )?run: (.*)$/gm)].map(
  ([, line = '']) => line,
);
/** How the page says that all is mended. */
const [, mend = ''] = /```sh\n([\s\S]*?)```/.exec(page) ?? [];

interface Ended {
  /** The step that failed; undefined where none did. */
  readonly failed: string | undefined;
  /** What it printed. */
  readonly stdout: string;
}

let containers: Containers;
let home = '';
beforeAll(() => {
  containers = new Containers(greetings);
  home = join(containers.scratch, 'home');
  expect(run(containers.scratch, [install])).toMatchObject({ failed: undefined });
}, 120_000);
afterAll(() => containers.close());

function run(project: string, lines: readonly string[]): Ended {
  const env = { ...containers.node(home), GOMOD: containers.packed };
  for (const line of lines) {
    const { status, stdout } = spawnSync('sh', ['-e', '-c', line], { cwd: project, env, encoding: 'utf8' });
    if (status !== 0) return { failed: line, stdout };
  }
  return { failed: undefined, stdout: '' };
}

/** A project in which all is in order but for what `spoil` does to it. */
function projectWith(spoil: (project: string) => void): string {
  const project = mkdtempSync(join(containers.scratch, 'project-'));
  for (const [name, text] of Object.entries(greetingProject)) writeFileSync(join(project, name), text);
  expect(run(project, [mend])).toEqual({ failed: undefined, stdout: '' });
  spoil(project);
  return project;
}

const need = needs('flock');

describe.skipIf(need.skip)(need.title('the workflow'), () => {
  it('has the steps that are promised', () => {
    expect([install, ...checks]).toEqual([
      'npm install --global "$GOMOD"',
      'gomod tidy -diff',
      'gomod vendor -check',
    ]);
    expect(mend).toBe('gomod tidy && gomod vendor\n');
  });

  it('passes where all is in order', { timeout: 120_000 }, () => {
    expect(
      run(
        projectWith(() => {}),
        checks,
      ),
    ).toEqual({ failed: undefined, stdout: '' });
  });

  const stale: readonly [what: string, spoil: (project: string) => void, step: string, said: string][] = [
    [
      'a go.mod with a requirement that nothing needs',
      (project) => appendFileSync(join(project, 'go.mod'), '\nrequire example.com/unused v1.0.0\n'),
      'gomod tidy -diff',
      '-require example.com/unused v1.0.0\n',
    ],
    [
      'a go.sum that lacks sums',
      (project) => writeFileSync(join(project, 'go.sum'), ''),
      'gomod tidy -diff',
      '+example.com/Greetings v1.2.0 h1:',
    ],
    [
      'a vendored file that was edited',
      (project) => appendFileSync(join(project, 'vendor/example.com/words/v2/english/english.go'), '// x\n'),
      'gomod vendor -check',
      'changed vendor/example.com/words/v2/english/english.go\n',
    ],
    [
      'a vendored file that is left over',
      (project) => {
        mkdirSync(join(project, 'vendor/example.com/old'));
        writeFileSync(join(project, 'vendor/example.com/old/old.go'), 'package old\n');
      },
      'gomod vendor -check',
      'superfluous vendor/example.com/old/old.go\n',
    ],
    [
      'no vendor folder',
      (project) => rmSync(join(project, 'vendor'), { recursive: true }),
      'gomod vendor -check',
      'missing vendor/modules.txt\n',
    ],
  ];

  it.each(stale)('fails for %s, and changes nothing', { timeout: 120_000 }, (_, spoil, step, said) => {
    const project = projectWith(spoil);
    const before = readTree(project);
    const { failed, stdout } = run(project, checks);
    expect({ failed, stdout }).toEqual({ failed: step, stdout: expect.stringContaining(said) });
    expect(readTree(project)).toEqual(before);
    // A requirement of what no proxy has is not mended by tidying.
    if (said.includes('unused')) writeFileSync(join(project, 'go.mod'), greetingProject['go.mod']);
    expect(run(project, [mend, ...checks])).toEqual({ failed: undefined, stdout: '' });
  });
});
