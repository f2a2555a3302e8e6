// Projects in which something is not what it seems, beside the real go.

import { afterAll, describe, expect, it } from 'vitest';
import { BesideGo, type ProjectFiles } from '../../../tools/testing/beside-go.js';
import { needs } from '../../../tools/testing/requirements.js';

const go = needs('go');
const beside = new BesideGo([]);
afterAll(() => beside.close());

const goMod = 'module main.test/m\n\ngo 1.25\n';
const sanitized = {
  'go.mod': goMod,
  'm.go': 'package main\n\nfunc main() {}\n',
  't_race.go': '//go:build race\n\npackage main\n\nimport _ "os"\n',
  't_msan.go': '//go:build msan || asan\n\npackage main\n\nimport _ "io"\n',
};
const belowFile = (imported: string) => ({
  'go.mod': goMod,
  README: 'a file\n',
  'a/a.go': `package a\n\nimport _ "${imported}"\n`,
});
const ignoring = (...paths: string[]) => ({
  'go.mod': `${goMod}\n${paths.map((path) => `ignore ${path}\n`).join('')}`,
  'm.go': 'package m\n',
  'a/a.go': 'package a\n',
  'a/b/b.go': 'package b\n',
});

const projects: readonly (readonly [name: string, files: ProjectFiles, lines: readonly string[]])[] = [
  [
    'files for sanitizers',
    sanitized,
    [
      'list -race -f {{.GoFiles}}{{.Imports}} .',
      'list -race -deps .',
      'list -msan -f {{.GoFiles}}{{.Imports}} .',
      'list -msan -deps .',
      'list -asan -deps .',
      'list -race -f {{.GoFiles}}{{.Imports}} internal/race',
      'list -race -test ./...',
    ],
  ],
  [
    'external tests of packages that cannot be loaded',
    {
      'go.mod': goMod,
      'p/p.go': 'package p\n\nimport _ "main.test/m/nosuch"\n',
      'p/x_test.go': 'package p_test\n\nimport (\n\t_ "errors"\n\t_ "main.test/m/nosuch2"\n)\n',
      'q/q.go': 'package q\n\nimport _ "main.test/m/p"\n',
      'q/x_test.go': 'package q_test\n\nimport _ "errors"\n',
      'r/r.go': 'package r\n',
      'r/x_test.go': 'package r_test\n\nimport _ "main.test/m/nosuch"\n',
      's/s.go': 'package s\n',
      's/s_test.go': 'package s\n\nimport _ "main.test/m/nosuch"\n',
      's/x_test.go': 'package s_test\n\nimport _ "main.test/m/nosuch2"\n',
    },
    ['./...', './p', './q', './r', './s'].flatMap((words) => [
      `list -test ${words}`,
      `list -e -test ${words}`,
    ]),
  ],
  [
    'an import below a file',
    belowFile('main.test/m/README/x'),
    [
      'mod tidy',
      'mod vendor',
      'list main.test/m/README/x',
      'list -deps ./a',
      'list -e -json=ImportPath,Error,DepsErrors ./...',
      'mod why main.test/m/README/x',
    ],
  ],
  [
    'an import below a file of a replaced folder',
    {
      ...belowFile('dir.test/d/README/x'),
      'go.mod': `${goMod}\nrequire dir.test/d v0.0.0\n\nreplace dir.test/d => ./d\n`,
      'd/go.mod': 'module dir.test/d\n',
      'd/README': 'a file\n',
    },
    ['mod tidy', 'list -deps ./a', 'list dir.test/d/README/x'],
  ],
  [
    'a go.sum that is none, and nothing required',
    { 'go.mod': goMod, 'go.sum': 'bad\n', 'm.go': 'package m\n', 'a/a.go': 'package a\n' },
    [
      'list main.test/m/...',
      'list -m all',
      'list ./...',
      'list all',
      'mod graph',
      'mod tidy',
      'mod vendor',
      'list -deps ./a',
    ],
  ],
  [
    'named files in any order',
    {
      'go.mod': goMod,
      'b/main.go': 'package main\n\nfunc main() {}\n',
      'b/b2.go': 'package main\n',
      'b/c.go': 'package c\n',
      'b/a_test.go': 'package main\n',
      'b/b_test.go': 'package main\n',
      'b/d.s': '\n',
    },
    [
      'list -f {{.GoFiles}} b/main.go b/b2.go',
      'list -f {{.GoFiles}} b/b2.go b/main.go',
      'list -f {{.GoFiles}}{{.TestGoFiles}} b/main.go b/b_test.go b/a_test.go b/b2.go',
      'list -e -json=GoFiles,Error b/main.go b/c.go b/b2.go',
      'list -e -json=GoFiles,Error b/c.go b/main.go',
    ],
  ],
  [
    'ignore with nothing behind the dot',
    ignoring('./'),
    ['list ./...', 'list main.test/m/...', 'list all', 'list -test ./...'],
  ],
  ['ignore with nothing', ignoring('""'), ['list ./...', 'list main.test/m/...', 'list all']],
  ['ignore of all and more', ignoring('./', 'a'), ['list ./...', 'list main.test/m/...']],
  [
    'a tool of its own',
    { 'go.mod': `${goMod}\ntool main.test/m/x\n`, 'm.go': 'package m\n', 'x/x.go': 'package main\n' },
    [
      'list -json=ImportPath,Match tool',
      'list -e -json=ImportPath,Match tool ./...',
      'list -json=ImportPath,Match tool tool',
    ],
  ],
  [
    'a go.work of the overlay',
    {
      'go.mod': goMod,
      'm.go': 'package m\n',
      'o.json': '{"Replace":{"go.work":"empty"}}',
      empty: 'go 1.25\n',
    },
    ['mod vendor -overlay=o.json', 'list -overlay=o.json ./...', 'mod tidy -overlay=o.json'],
  ],
  [
    'arguments that are files',
    { 'go.mod': goMod, 'm.go': 'package m\n', README: 'a file\n', 'c/x.go': 'package c\n' },
    [
      'list ./README',
      'list ./go.mod',
      'list ./c/x.go/',
      'list -e -json=ImportPath,Error ./README',
      'list ./README/...',
      'list ./m.go/...',
      'list ./nosuch/...',
    ],
  ],
  [
    'a replaced folder that is not there, and an older go line',
    {
      'go.mod':
        'module main.test/m\n\ngo 1.24\n\nrequire a.test/a v1.0.0\n\nreplace a.test/a => ./a\n\nreplace b.test/b => ../nosuch\n',
      'm.go': 'package m\n\nimport _ "a.test/a"\n',
      'a/go.mod': 'module a.test/a\n\ngo 1.16\n\nrequire b.test/b v1.0.0\n',
      'a/a.go': 'package a\n',
    },
    ['mod tidy -go=1.16', 'mod tidy', 'mod tidy -e -go=1.16', 'list -m all'],
  ],
  [
    'vendored packages whose embedded files are not there',
    {
      'go.mod': `${goMod}\nrequire (\n\tk.test/k v0.0.0\n\tl.test/l v0.0.0\n)\n\nreplace (\n\tk.test/k => ./k\n\tl.test/l => ./l\n)\n`,
      'm.go': 'package m\n\nimport (\n\t_ "k.test/k"\n\t_ "l.test/l"\n\t_ "l.test/l/sub"\n)\n',
      'k/go.mod': 'module k.test/k\n',
      'k/k.go': 'package k\n',
      'l/go.mod': 'module l.test/l\n\ngo 1.25\n',
      'l/l.go': 'package l\n\nimport _ "embed"\n\n//go:embed nosuch.txt\nvar x string\n',
      'l/sub/s.go': 'package sub\n',
    },
    ['mod vendor -v', 'mod vendor -e -v', 'mod vendor'],
  ],
];

describe.skipIf(go.skip)(go.title('as the real go'), () => {
  describe.each(projects)('%s', (_, files, lines) => {
    it.each(lines)('%s', async (line) => {
      const wanted = await beside.run('go', line.split(' '), files);
      expect(await beside.run('ours', line.split(' '), files)).toEqual(wanted);
    });
  });
});
