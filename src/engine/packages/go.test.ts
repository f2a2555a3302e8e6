// tidy, why and vendor beside the real go: made-up modules, a project in several states, everything compared.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FixtureModule } from '../../../conformance/fixtures/module.js';
import { BesideGo } from '../../../tools/testing/beside-go.js';
import { needs } from '../../../tools/testing/requirements.js';

const go = needs('go');

const one = (path: string, version: string, files: Record<string, string>): FixtureModule => ({
  path,
  version,
  files,
});

const modules: FixtureModule[] = [
  one('a.test/a', 'v1.0.0', {
    'go.mod': 'module a.test/a\n\ngo 1.21\n\nrequire b.test/b v1.0.0\n',
    'a.go': 'package a\n\nimport _ "b.test/b"\n',
    'a_test.go': 'package a\n\nimport _ "t.test/t"\n',
    'deep/deep.go':
      'package deep\n\nimport (\n\t_ "embed"\n\t_ "fmt"\n)\n\n//go:embed data/*.txt\nvar s string\n',
    'deep/data/x.txt': 'x\n',
    'deep/note.c': 'int x;\n',
    'deep/old.go': '//go:build ignore\n\npackage old\n',
    LICENSE: 'free\n',
  }),
  one('a.test/a', 'v1.1.0', { 'go.mod': 'module a.test/a\n\ngo 1.21\n', 'a.go': 'package a\n' }),
  one('b.test/b', 'v1.0.0', {
    'go.mod': 'module b.test/b\n\ngo 1.16\n\nrequire c.test/c v1.0.0\n',
    'b.go': 'package b\n\nimport _ "c.test/c"\n',
  }),
  one('b.test/b/sub', 'v0.1.0', { 'go.mod': 'module b.test/b/sub\n', 'sub.go': 'package sub\n' }),
  one('c.test/c', 'v1.0.0', { 'go.mod': 'module c.test/c\n', 'c.go': 'package c\n' }),
  one('c.test/c', 'v1.2.0', {
    'go.mod': 'module c.test/c\n',
    'c.go': 'package c\n',
    'win/w_windows.go': 'package win\n',
  }),
  one('t.test/t', 'v1.0.0', { 'go.mod': 'module t.test/t\n\ngo 1.20\n', 't.go': 'package t\n' }),
  one('u.test/u', 'v1.0.0', { 'go.mod': 'module u.test/u\n', 'u.go': 'package u\n' }),
];

const sources: Record<string, string> = {
  'main.go':
    'package main\n\nimport (\n\t_ "a.test/a/deep"\n\t_ "b.test/b/sub"\n\t_ "net/http"\n)\n\nfunc main() {}\n',
  'x/x.go': 'package x\n\nimport _ "a.test/a"\n',
  'x/x_test.go': 'package x_test\n\nimport _ "t.test/t"\n',
  'y/y_windows.go': 'package y\n\nimport _ "c.test/c/win"\n',
  '_z/z.go': 'package z\n\nimport _ "nosuch.test/z"\n',
};

/** The go.mod in several states; versions are those that tidying finds but for what is missing. */
const states: Record<string, string> = {
  empty: 'module main.test/m\n\ngo 1.21\n',
  'empty, go 1.16': 'module main.test/m\n\ngo 1.16\n',
  'empty, go 1.13': 'module main.test/m\n\ngo 1.13\n',
  'no go line': 'module main.test/m\n',
  lower: 'module main.test/m\n\ngo 1.21\n\nrequire a.test/a v1.0.0\n',
  unused:
    'module main.test/m\n\ngo 1.21\n\nrequire (\n\ta.test/a v1.0.0\n\tu.test/u v1.0.0\n\tc.test/c v1.0.0 // indirect\n)\n',
  replaced: 'module main.test/m\n\ngo 1.21\n\nreplace c.test/c => ./y/c\n\nrequire a.test/a v1.0.0\n',
};

const commands = [
  'mod tidy',
  'mod tidy -v -e',
  'mod tidy -diff',
  'mod tidy -go=1.17',
  'mod tidy -compat=1.16',
  'mod why b.test/b c.test/c fmt nosuch.test/x',
  'mod why -m a.test/a t.test/t u.test/u',
  'mod why -vendor t.test/t',
  'mod vendor',
];

let beside: BesideGo;
beforeAll(() => {
  beside = new BesideGo(modules);
});
afterAll(() => beside.close());

function outcome(side: 'go' | 'ours', words: readonly string[], goMod: string) {
  return beside.run(side, words, {
    ...sources,
    'y/c/go.mod': 'module c.test/c\n',
    'y/c/c.go': 'package c\n',
    'y/c/win/w.go': 'package win\n',
    'go.mod': goMod,
  });
}

describe.skipIf(go.skip).each(Object.entries(states))(
  go.title('beside go, a go.mod that is %s'),
  (_, goMod) => {
    it.each(commands)('%s', async (command) => {
      const words = command.split(' ');
      const theirs = await outcome('go', words, goMod);
      expect(await outcome('ours', words, goMod)).toEqual(theirs);
    });
  },
);

describe.skipIf(go.skip)(go.title('laws'), () => {
  it('tidying twice changes nothing', async () => {
    const first = await outcome('ours', ['mod', 'tidy'], states.lower as string);
    expect(first.status).toBe(0);
    const tidy = first.tree['go.mod']?.replace(/^\d+ /, '') ?? '';
    expect(tidy).toContain('t.test/t v1.0.0');
    expect((await outcome('ours', ['mod', 'tidy'], tidy)).tree).toEqual(first.tree);
  });
});
