// -overlay with what its authors hardly meant, beside the real go: go.mod files that are taken away, names that stand for
// nothing, and for folders.

import { afterAll, describe, expect, it } from 'vitest';
import { BesideGo, type ProjectFiles } from '../../../tools/testing/beside-go.js';
import { needs } from '../../../tools/testing/requirements.js';

const go = needs('go');

const overlaid = (replace: Readonly<Record<string, string>>, files: ProjectFiles): ProjectFiles => ({
  'go.mod': 'module main.test/m\n\ngo 1.24\n',
  'overlay.json': JSON.stringify({ Replace: replace }),
  ...files,
});

const main = { 'm.go': 'package m\n\nimport _ "os"\n' };
const nested = {
  ...main,
  'l/go.mod': 'module main.test/l\n',
  'l/l.go': 'package l\n\nimport _ "os"\n',
  'l/x/x.go': 'package x\n',
};
const folder = { ...main, 'n/n.go': 'package n\n', 's/s.go': 'package s\n' };
const replaced = {
  'go.mod':
    'module main.test/m\n\ngo 1.24\n\nrequire main.test/r v0.0.0\n\nreplace main.test/r v0.0.0 => ./r\n',
  'm.go': 'package m\n\nimport _ "main.test/r"\n',
  'r/go.mod': 'module main.test/r\n\ngo 1.24\n',
  'r/r.go': 'package r\n',
};

const projects: Readonly<Record<string, ProjectFiles>> = {
  "without a nested module's go.mod": overlaid({ 'l/go.mod': '' }, nested),
  'with a go.mod in a folder': overlaid({ 'l/x/go.mod': 'go.mod' }, nested),
  "without a replacement's go.mod": overlaid({ 'r/go.mod': '' }, replaced),
  'with nothing for the only file': overlaid({ 'm.go': 'nothing' }, main),
  'with nothing for one of two files': overlaid({ 'x.go': 'nothing' }, main),
  'with nothing for the only file of a folder': overlaid({ 's/x.go': 'nothing' }, main),
  'with a folder for a folder': overlaid({ q: 'n' }, folder),
  'with a folder for a folder further below': overlaid({ 's/q': 'n' }, folder),
  'with a folder for a Go file': overlaid({ 'm.go': 'n' }, folder),
};

const lines = [
  'list .',
  'list ./...',
  'list ./l',
  'list ./l/...',
  'list all',
  'list main.test/m',
  'list main.test/m/...',
  'list main.test/m/l',
  'list -e ./s',
  'list -e -deps -test -json=ImportPath,Name,Imports,GoFiles,InvalidGoFiles,Error,Match ./...',
  'list m.go',
  'mod tidy',
  'mod tidy -e',
  'mod vendor',
  'mod why os main.test/m/l',
];

const beside = new BesideGo([]);
afterAll(() => beside.close());

describe.skipIf(go.skip)(go.title('as the real go'), () => {
  const flags = { GOFLAGS: '-overlay=overlay.json' };

  describe.each(Object.entries(projects))('%s', (_, files) => {
    it.each(lines)('%s', async (line) => {
      const wanted = await beside.run('go', line.split(' '), files, flags);
      expect(await beside.run('ours', line.split(' '), files, flags)).toEqual(wanted);
    });
  });
});
