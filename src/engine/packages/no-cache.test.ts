// A module cache that cannot be made: whoever needs sources of a module ends at once, with go.mod and go.sum as they were.

import { afterAll, describe, expect, it } from 'vitest';
import { BesideGo } from '../../../tools/testing/beside-go.js';
import { needs } from '../../../tools/testing/requirements.js';

const go = needs('go');
const module = { path: 'dep.test/a', version: 'v1.0.0', files: { 'a.go': 'package a\n' } };
const beside = new BesideGo([module]);
afterAll(() => beside.close());

const goMod = 'module main.test/m\n\ngo 1.21\n';
const states = {
  unrequired: { 'go.mod': goMod },
  required: { 'go.mod': `${goMod}\nrequire dep.test/a v1.0.0\n` },
  replaced: {
    'go.mod': `${goMod}\nrequire dep.test/a v1.0.0\n\nreplace dep.test/a => ./a\n`,
    'a/go.mod': 'module dep.test/a\n',
    'a/a.go': 'package a\n',
  },
};

const lines = [
  'mod tidy',
  'mod tidy -e',
  'mod why dep.test/a',
  'mod vendor -e',
  'list -e -deps ./...',
  'list -mod=mod -e ./...',
];

describe.skipIf(go.skip)(go.title('as the real go'), () => {
  describe.each(Object.entries(states))('%s', (_, files) => {
    it.each(lines)('%s', async (line) => {
      const project = { ...files, 'm.go': 'package m\n\nimport _ "dep.test/a"\n' };
      const variables = { GOMODCACHE: '/dev/null/x' };
      const wanted = await beside.run('go', line.split(' '), project, variables);
      expect(await beside.run('ours', line.split(' '), project, variables)).toEqual(wanted);
    });
  });
});
