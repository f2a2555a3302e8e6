// Workspaces in which not everything can be read, or something stands twice, beside the real go.

import { afterAll, describe, expect, it } from 'vitest';
import { BesideGo, type ProjectFiles } from '../../../tools/testing/beside-go.js';
import { needs } from '../../../tools/testing/requirements.js';

const go = needs('go');
const beside = new BesideGo([]);
afterAll(() => beside.close());

/** A member that requires a module which no proxy has. */
const unread = {
  'go.work': 'go 1.24\n\nuse ./a\n',
  'a/go.mod': 'module main.test/a\n\ngo 1.24\n\nrequire missing.test/x v1.0.0\n',
  'a/a.go': 'package a\n\nimport _ "fmt"\n',
};

const workspaces: Readonly<Record<string, ProjectFiles>> = {
  'a requirement that nothing imports': unread,
  'a requirement that is imported': {
    ...unread,
    'a/b.go': 'package a\n\nimport _ "missing.test/x"\n',
  },
  'an import beside it that nothing provides': {
    ...unread,
    'a/b.go': 'package a\n\nimport _ "other.test/y"\n',
  },
  'two members of one path': {
    'go.work': 'go 1.24\n\nuse (\n\t./a\n\t./b\n)\n',
    'a/go.mod': 'module main.test/a\n\ngo 1.24\n',
    'a/a.go': 'package a\n\nimport _ "fmt"\n',
    'b/go.mod': 'module main.test/a\n\ngo 1.24\n',
    'b/b.go': 'package b\n',
  },
};

const lines = [
  'list ./a',
  'list ./...',
  'list all',
  'list fmt',
  'list -deps ./a',
  'list -e ./a',
  'list -e all',
  'list -e -test -json=ImportPath,Imports,Module,Error,DepsErrors ./a',
  'list -f {{(module "missing.test/x").Version}} ./a',
  'list a/a.go',
  'mod why fmt',
  'mod why -m main.test/a fmt',
  'mod why -vendor all',
];

describe.skipIf(go.skip)(go.title('as the real go'), () => {
  describe.each(Object.entries(workspaces))('%s', (_, files) => {
    it.each(lines)('%s', async (line) => {
      const wanted = await beside.run('go', line.split(' '), files);
      expect(await beside.run('ours', line.split(' '), files)).toEqual(wanted);
    });
  });
});
