// Dependencies that require the main module, at versions that have other packages than it has, beside the real go.

import { afterAll, describe, expect, it } from 'vitest';
import { BesideGo, type ProjectFiles } from '../../../tools/testing/beside-go.js';
import { needs } from '../../../tools/testing/requirements.js';

const go = needs('go');
const version = (path: string, version: string, files: Record<string, string>) => ({ path, version, files });
const goMod = (path: string, rest: string) => `module ${path}\n\ngo 1.21\n\n${rest}\n`;
const beside = new BesideGo([
  version('used.test/u', 'v1.0.0', { 'a.go': 'package u\n' }),
  version('dep.test/d', 'v1.0.0', {
    'go.mod': goMod('dep.test/d', 'require main.test/m v1.5.0'),
    'd.go': 'package d\n\nimport _ "main.test/m/gone"\n',
  }),
  version('main.test/m', 'v1.5.0', {
    'go.mod': goMod('main.test/m', 'require used.test/u v1.0.0'),
    'gone/gone.go': 'package gone\n\nimport _ "used.test/u"\n',
  }),
]);
afterAll(() => beside.close());

const main = 'package m\n\nimport _ "dep.test/d"\n';
const required = goMod('main.test/m', 'require dep.test/d v1.0.0');
const states: Readonly<Record<string, ProjectFiles>> = {
  required: { 'go.mod': required, 'm.go': main },
  unrequired: { 'go.mod': goMod('main.test/m', ''), 'm.go': main },
  excluded: { 'go.mod': `${required}exclude main.test/m v1.5.0\n`, 'm.go': main },
  'there again': { 'go.mod': required, 'm.go': main, 'gone/gone.go': 'package gone\n' },
};

const lines = [
  'mod tidy',
  'mod tidy -e',
  'list -m -mod=mod -u all',
  'list -mod=mod -e -deps ./...',
  'list -mod=mod main.test/m/gone',
  'mod why -m main.test/m used.test/u',
  'mod why main.test/m/gone',
  'mod graph',
];

describe.skipIf(go.skip)(go.title('as the real go'), () => {
  describe.each(Object.entries(states))('%s', (_, files) => {
    it.each(lines)('%s', async (line) => {
      const wanted = await beside.run('go', line.split(' '), files);
      expect(await beside.run('ours', line.split(' '), files)).toEqual(wanted);
    });
  });
});
