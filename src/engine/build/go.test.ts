// `go list` of packages beside the real go: made-up modules, a project with something of everything, everything compared.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FixtureModule } from '../../../conformance/fixtures/module.js';
import { BesideGo } from '../../../tools/testing/beside-go.js';
import { needs } from '../../../tools/testing/requirements.js';
import { packagePublicType } from './index.js';

const go = needs('go');

const modules: FixtureModule[] = [
  {
    path: 'a.test/a',
    version: 'v1.0.0',
    files: {
      'go.mod': 'module a.test/a\n\ngo 1.21\n\nrequire b.test/b v1.0.0\n',
      'a.go': '// Package a is the first. It has more to say.\npackage a\n\nimport _ "b.test/b"\n',
      'a_test.go': 'package a\n\nimport _ "testing"\n',
      'internal/i.go': 'package internal\n',
      'cmd/tool/main.go': 'package main\n\nfunc main() {}\n',
      'old/old.go': '//go:build ignore\n\npackage old\n',
    },
  },
  {
    path: 'b.test/b',
    version: 'v1.0.0',
    files: { 'go.mod': 'module b.test/b\n\ngo 1.16\n', 'b.go': 'package b\n', 'b_windows.go': 'package b\n' },
  },
];

const goMod =
  'module main.test/m\n\ngo 1.21\n\ngodebug panicnil=1\n\nrequire a.test/a v1.0.0\n\nrequire b.test/b v1.0.0 // indirect\n';

const sources: Readonly<Record<string, string>> = {
  'go.mod': goMod,
  'go.sum': '',
  'main.go':
    '//go:debug http2client=0\n\n// M does it.\npackage main\n\nimport (\n\t_ "a.test/a"\n\t_ "main.test/m/lib"\n)\n\nfunc main() {}\n',
  'lib/lib.go':
    'package lib\n\nimport (\n\t"embed"\n\t_ "os"\n)\n\n//go:embed data all:more\nvar files embed.FS\n',
  'lib/data/x.txt': 'x',
  'lib/data/.hidden': 'x',
  'lib/more/_y': 'y',
  'lib/lib_test.go': 'package lib\n\nimport "testing"\n\nfunc TestX(t *testing.T) {}\n',
  'lib/ext_test.go': 'package lib_test\n\nimport (\n\t_ "main.test/m/lib"\n\t_ "main.test/m/user"\n)\n',
  'user/user.go': 'package user\n\nimport _ "main.test/m/lib"\n',
  'c/c.go': 'package c\n\n// #cgo LDFLAGS: -lm\n// #cgo windows CFLAGS: -DX\nimport "C"\n',
  'c/c.c': 'int x;\n',
  'c/asm.s': '',
  'plain/x.c': 'int x;\n',
  'plain/x.go': 'package plain\n',
  'tags/on.go': '//go:build extra\n\npackage tags\n\nimport _ "net/http"\n',
  'tags/off.go': '//go:build !extra\n\npackage tags\n',
  'tags/t_linux.go': 'package tags\n',
  'tags/t_windows.go': 'package tags\n',
  'none/x.go': '//go:build never\n\npackage none\n',
  'onlytest/x_test.go': 'package onlytest\n',
  'bad/syntax/x.go': 'package syntax\n\nimport "fmt\n',
  'bad/two/x.go': 'package one\n',
  'bad/two/y.go': 'package two\n',
  'bad/missing/x.go': 'package missing\n\nimport _ "nosuch.test/x"\n',
  'bad/std/x.go': 'package std\n\nimport _ "no/such"\n',
  'bad/cycle/a/a.go': 'package a\n\nimport _ "main.test/m/bad/cycle/b"\n',
  'bad/cycle/b/b.go': 'package b\n\nimport _ "main.test/m/bad/cycle/a"\n',
  'bad/internal/x.go': 'package internal\n\nimport _ "a.test/a/internal"\n',
  'bad/program/x.go': 'package program\n\nimport _ "a.test/a/cmd/tool"\n',
  'bad/embed/x.go': 'package embed\n\nimport _ "embed"\n\n//go:embed nothing\nvar s string\n',
  'bad/case/x.go': 'package x\n',
  'bad/case/X.go': 'package x\n',
  'bad/relative/x.go': 'package relative\n\nimport _ "./y"\n',
  'bad/tested/x.go': 'package tested\n',
  'bad/tested/x_test.go': 'package tested\n\nimport _ "main.test/m/bad/imports"\n',
  'bad/imports/x.go': 'package imports\n\nimport _ "main.test/m/bad/tested"\n',
  'other/go.mod': 'module other.test/o\n',
  'other/o.go': 'package o\n',
};

/** Every field but those that a build alone knows. */
const FIELDS = packagePublicType()
  .fields.map(({ name }) => name)
  .filter((name) => !['Stale', 'StaleReason', 'Export', 'BuildID'].includes(name));
const ALL = `-json=${FIELDS.join(',')}`;

const commands = [
  ['list'],
  ['list', './...'],
  ['list', '-e', './...'],
  ['list', '-e', ALL, './...'],
  ['list', '-e', '-deps', '-f', '{{.ImportPath}} {{.DepOnly}} {{.Error}}', './...'],
  ['list', '-e', '-deps', '-test', ALL, './...'],
  ['list', '-e', '-test', './...'],
  ['list', '-test', './lib'],
  ['list', '-deps', '-test', ALL, './lib', '.'],
  ['list', '-test', './bad/tested'],
  ['list', 'all'],
  ['list', '-e', 'all'],
  ['list', '-find', ALL, '.', './c', './bad/missing'],
  ['list', '-tags=extra', '-f', '{{.GoFiles}} {{.IgnoredGoFiles}} {{.Imports}}', './tags'],
  ['list', 'a.test/...', 'b.test/b'],
  ['list', 'main.test/m/...', 'fmt'],
  ['list', '-e', ALL, 'nosuch.test/y', './nowhere', './other', '..', 'b.test/b/nothing', 'none/such'],
  ['list', './nowhere'],
  ['list', '/'],
  ['list', '/nowhere/...'],
  ['list', '-e', '-json=Error,Match,ImportPath', 'bad/...@v1', 'x@v1', 'mod/x', ''],
  ['list', ALL, 'main.go'],
  ['list', '-deps', 'lib/lib.go'],
  ['list', 'main.go', 'lib/lib.go'],
  ['list', '-e', '-json=Name,Error,Incomplete', 'main.go', 'c/c.c'],
  ['list', 'nowhere.go'],
  ['list', '-f', '{{.ImportPath}}: {{join .Deps ", "}}', '.'],
  ['list', '-f', '{{.Dir}} {{.Root}} {{.Target}} {{.Module}} {{.DefaultGODEBUG}}', '.', 'a.test/a', 'errors'],
  [
    'list',
    '-f',
    '{{with .Module}}{{.Path}} {{.Version}} {{.GoVersion}} {{.Indirect}}{{end}}',
    'b.test/b',
    'a.test/a',
  ],
  ['list', '-e', '-f', '{{with .Error}}{{.Pos}}|{{.ImportStack}}|{{.Err}}{{end}}', './bad/...'],
  ['list', '-f', '{{.NoSuch}}', '.'],
  ['list', '-f', '{{', '.'],
  ['list', '-json', '-f', 'x'],
  ['list', '-find', '-deps'],
  ['list', '-u', '.'],
  ['list', '-versions'],
  ['list', '-reuse=x'],
  ['list', '-mod=vendor', './...'],
  ['list', 'nothing/...'],
  ['list', 'tool'],
  ['list', 'work'],
  ['list', '-retracted', './lib'],
  ['list', 'std'],
  ['list', '-json=ImportPath,Imports,ImportMap,GoFiles,Standard,Goroot', 'net/http', 'crypto/...'],
  ['list', '-deps', '-json=ImportPath,Dir,Root,Doc,Name', 'net/http'],
];

const ports: readonly Readonly<Record<string, string>>[] = [
  { CGO_ENABLED: '1' },
  { CGO_ENABLED: '0' },
  { GOOS: 'windows', GOARCH: 'amd64', CGO_ENABLED: '0' },
  { GOOS: 'js', GOARCH: 'wasm', CGO_ENABLED: '0' },
  { GOOS: 'android', GOARCH: 'arm', CGO_ENABLED: '0' },
];

let beside: BesideGo;
beforeAll(() => {
  beside = new BesideGo(modules);
});
afterAll(() => beside.close());

async function expectSame(words: readonly string[], files = sources, env = {}): Promise<void> {
  const variables = { GOFLAGS: '-mod=mod', ...env };
  const theirs = await beside.run('go', words, files, variables);
  expect(await beside.run('ours', words, files, variables)).toEqual(theirs);
}

describe.skipIf(go.skip)(go.title('packages as go lists them'), () => {
  it.each(commands.map((words) => [words.join(' ').slice(0, 60), words] as const))('%s', async (_, words) => {
    await expectSame(words);
  });

  it.each(ports)('for %o', async (env) => {
    await expectSame(['list', '-e', '-deps', ALL, './...'], sources, env);
  });

  it.each([
    ['go.mod has to change', { 'go.mod': 'module main.test/m\n\ngo 1.21\n' }],
    ['go.sum lacks sums', { 'go.sum': '' }],
    ['there is no module', { 'go.mod': undefined }],
  ])('where %s', async (_, changes) => {
    const files = Object.fromEntries(
      Object.entries({ ...sources, ...changes }).filter(([, text]) => text !== undefined),
    ) as Record<string, string>;
    for (const words of [
      ['list', './lib'],
      ['list', '-deps', '.'],
      ['list', '-e', ALL, '.', 'fmt'],
      ['list', 'all'],
    ])
      await expectSame(words, files, { GOFLAGS: '' });
  });

  it('from a vendor folder', async () => {
    const vendored = {
      ...sources,
      'vendor/modules.txt':
        '# a.test/a v1.0.0\n## explicit; go 1.21\na.test/a\n# b.test/b v1.0.0\n## explicit; go 1.16\nb.test/b\n',
      'vendor/a.test/a/a.go': 'package a\n\nimport _ "b.test/b"\n',
      'vendor/b.test/b/b.go': 'package b\n',
      'vendor/stray.test/s/s.go': 'package s\n',
    };
    for (const words of [
      ['list', '-deps', ALL, '.'],
      ['list', 'all'],
      ['list', './...'],
      ['list', '-e', ALL, 'stray.test/s', './vendor/a.test/a', './vendor/stray.test/s'],
      ['list', 'a.test/...'],
    ])
      await expectSame(words, vendored, { GOFLAGS: '' });
  });

  it('from a vendor folder with a package that the standard library has vendored, too', async () => {
    const vendored = {
      'go.mod': 'module main.test/m\n\ngo 1.21\n\nrequire golang.org/x/text v0.14.0\n',
      'main.go': 'package m\n\nimport (\n\t_ "golang.org/x/text/transform"\n\t_ "net/http"\n)\n',
      'vendor/modules.txt':
        '# golang.org/x/text v0.14.0\n## explicit; go 1.18\ngolang.org/x/text/transform\n',
      'vendor/golang.org/x/text/transform/t.go': 'package transform\n',
    };
    await expectSame(['list', '-deps', '-json=ImportPath,Root', '.'], vendored, { GOFLAGS: '' });
  });
});
