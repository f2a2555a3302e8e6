// A dependency that requires the module that is worked on, as of some earlier version, beside the real go.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FixtureModule } from '../../../conformance/fixtures/module.js';
import { BesideGo } from '../../../tools/testing/beside-go.js';
import { needs } from '../../../tools/testing/requirements.js';

const modules: readonly FixtureModule[] = [
  {
    path: 'back.test/b',
    version: 'v1.0.0',
    files: {
      'go.mod': 'module back.test/b\n\ngo 1.21\n\nrequire main.test/m v1.0.0\n',
      'b.go': 'package b\n\nimport _ "main.test/m/sub"\n',
      'b_test.go': 'package b\n\nimport _ "main.test/m/old"\n',
    },
  },
  {
    path: 'main.test/m',
    version: 'v1.0.0',
    files: {
      'go.mod': 'module main.test/m\n\ngo 1.21\n\nrequire q.test/q v1.0.0\n',
      'm.go': 'package m\n',
      'sub/s.go': 'package sub\n\nimport _ "q.test/q"\n',
      'old/o.go': 'package old\n',
    },
  },
  {
    path: 'q.test/q',
    version: 'v1.0.0',
    files: { 'go.mod': 'module q.test/q\n\ngo 1.20\n', 'q.go': 'package q\n' },
  },
];

let beside: BesideGo;
beforeAll(() => {
  beside = new BesideGo(modules);
});
afterAll(() => beside.close());

const states: Readonly<Record<string, string>> = {
  'that needs nothing else': 'require back.test/b v1.0.0\n',
  'that needs what its earlier version needed': 'require (\n\tback.test/b v1.0.0\n\tq.test/q v1.0.0\n)\n',
  'that names itself': 'require (\n\tback.test/b v1.0.0\n\tmain.test/m v1.0.0\n)\n',
  'whose earlier version is replaced':
    'require back.test/b v1.0.0\n\nreplace main.test/m v1.0.0 => ./other\n',
};

const commands = [
  'mod tidy',
  'mod tidy -e',
  'mod vendor -v',
  'mod why -m q.test/q back.test/b main.test/m',
  'mod why -vendor main.test/m/sub q.test/q',
  'mod graph',
  'list ./...',
  'list -deps ./...',
  'list -m all',
];

const need = needs('go');
describe.skipIf(need.skip).each(Object.entries(states))(need.title('in a main module %s'), (_, requires) => {
  it.each(commands)('%s', async (command) => {
    for (const goVersion of ['1.16', '1.21']) {
      const files = {
        'go.mod': `module main.test/m\n\ngo ${goVersion}\n\n${requires}`,
        'm.go': 'package m\n\nimport _ "back.test/b"\n',
        'sub/s.go': 'package sub\n',
        'old/o.go': 'package old\n',
        'other/go.mod': 'module main.test/m\n',
      };
      const variables = { GOFLAGS: '-mod=mod' };
      const words = command.split(' ');
      const theirs = await beside.run('go', words, files, variables);
      expect(await beside.run('ours', words, files, variables), goVersion).toEqual(theirs);
    }
  });
});
