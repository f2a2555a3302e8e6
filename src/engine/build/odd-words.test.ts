// Words of `list` that mean no package, and folders that hold links in place of files, beside the real go.

import { afterAll, describe, expect, it } from 'vitest';
import { BesideGo, type ProjectFiles } from '../../../tools/testing/beside-go.js';
import { needs } from '../../../tools/testing/requirements.js';

const go = needs('go');
const beside = new BesideGo([]);
afterAll(() => beside.close());

const project: ProjectFiles = {
  'go.mod': 'module main.test/m\n\ngo 1.21\n\nrequire dep.test/d v1.0.0\n\nreplace dep.test/d => ./d\n',
  'm.go': 'package m\n\n// int x;\nimport "C"\n',
  'main.go': '//go:build ignore\n\npackage main\n',
  'lib/lib.go': 'package lib\n',
  'd/go.mod': 'module dep.test/d\n',
  'd/d.go': 'package d\n',
};
const lostLink = { ...project, 'lost/x.go': '-> nowhere.go', 'd/lost/x.go': '-> nowhere.go' };
const circle = { ...project, 'lost/x.go': '-> x.go', 'd/lost/x.go': '-> x.go' };
const importer = { 'i/i.go': 'package i\n\nimport (\n\t_ "dep.test/d/lost"\n\t_ "main.test/m/lost"\n)\n' };

const cases: readonly (readonly [line: string, files: ProjectFiles])[] = [
  ...[
    'list C',
    'list -e C .',
    'list -find C',
    'list -deps C',
    'list -e -json=ImportPath,Error,Incomplete C',
  ].map((line) => [line, project] as const),
  ['mod why C unsafe', project],
  ['list -e lib/lib.go .', project],
  ['list -e ./lib main.go', project],
  ['list -e -f [{{.ImportPath}}] lib/lib.go fmt', project],
  ...[
    'list ./...',
    'list -e ./...',
    'list ./lost',
    'list -e ./lost',
    'list dep.test/d/lost',
    'mod tidy',
  ].flatMap((line) => [lostLink, circle].map((files) => [line, files] as const)),
  ...['mod tidy', 'mod tidy -e', 'list -e -deps -json=ImportPath,Error ./i', 'mod why dep.test/d/lost'].map(
    (line) => [line, { ...lostLink, ...importer }] as const,
  ),
  ['list ./lost', { ...lostLink, 'lost/y.go': 'package lost\n' }],
];

describe.skipIf(go.skip)(go.title('as the real go'), () => {
  it.each(cases)('%s', async (line, files) => {
    const wanted = await beside.run('go', line.split(' '), files);
    expect(await beside.run('ours', line.split(' '), files)).toEqual(wanted);
  });
});
