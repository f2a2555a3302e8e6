// What is taken from a tree of sources: tables checked by eye. The installed tree is compared with `go` in go.test.ts.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeScratch } from '../testing/scratch.js';
import { writeFiles } from '../write-files.js';
import { readTree } from './read-tree.js';

const folder = mkdtempSync(join(tmpdir(), 'gomod-read-tree-'));
afterAll(() => removeScratch(folder));

let trees = 0;

/** What is read of a tree with these files below src. */
function read(files: Readonly<Record<string, string>>) {
  const goroot = join(folder, String(trees++));
  writeFiles(join(goroot, 'src'), Object.entries(files));
  return readTree(goroot);
}

const SOURCE = `\uFEFF// Copyright notice.

//go:build unix

// Package p does
// things.
//
//go:generate x
package p // import "elsewhere"

import (
  "fmt"; . "os"
  _ \`embed\`
  é "strings"
)

/*
#cgo linux LDFLAGS: -ldl -lm
#cgo noescape f
#include <x.h>
*/
import "C"

import "fmt"

//go:embed a/*.txt "b c" \`d\`
var files embed.FS // "C"

const s = "//go:embed not"
const r = \`
//go:embed neither
\`
`;
const EMBEDDED = { 'p/a/x.txt': '', 'p/b c': '', 'p/d/e': '' };

describe('a source', () => {
  it('has a package, imports, directives of cgo and of embed', () => {
    expect(read({ 'p/p.go': SOURCE, ...EMBEDDED })[0]?.files).toEqual([
      {
        name: 'p.go',
        constraint: 'unix',
        package: 'p',
        imports: ['C', 'embed', 'fmt', 'os', 'strings'],
        cgo: ['linux LDFLAGS: -ldl -lm'],
        embeds: ['a/*.txt', 'b c', 'd'],
      },
    ]);
  });

  it.each([
    '',
    'func f() {}',
    'package p\nimport x',
    'package p\nimport ("a"',
    '//go:debug x=1\npackage p',
    '//go:binary-only-package\n\npackage p',
  ])('%j is refused', (source) => {
    expect(() => read({ 'p/p.go': source })).toThrow('p/p.go: ');
  });
});

describe('a constraint', () => {
  it.each([
    ['x.go', '//go:build a && b\n\npackage p', 'a && b'],
    ['x.go', '// x\n/* y */\n//go:build\ta\n\npackage p', 'a'],
    ['x.go', 'package p\n//go:build a\n', ''],
    ['x.c', '#include "x.h"\n//go:build a\n', ''],
    ['x.s', '//go:build a\n\nTEXT', 'a'],
  ])('of %s: %j is %j', (name, source, expected) => {
    const [found] = read({ [`p/${name}`]: source, 'p/p.go': 'package p' });
    expect(found?.files.find((file) => file.name === name)?.constraint).toBe(expected);
  });

  it('in the old form alone is refused', () => {
    expect(() => read({ 'p/p.go': '// +build a\n\npackage p' })).toThrow('+build');
  });
});

describe('embedded files', () => {
  const names = ['a.txt', 'b.txt', 'd/.hidden', 'd/_x/y', 'd/e/f.txt', 'd/g'];
  const files = Object.fromEntries(names.map((name) => [`p/${name}`, '']));

  it.each([
    ['a.txt', ['a.txt']],
    ['*.txt', ['a.txt', 'b.txt']],
    ['[^a].tx?', ['b.txt']],
    ['d', ['d/e/f.txt', 'd/g']],
    ['all:d', ['d/.hidden', 'd/_x/y', 'd/e/f.txt', 'd/g']],
    ['*/e/*', ['d/e/f.txt']],
  ])('of %s are %j', (pattern, expected) => {
    const source = `package p\n\nimport _ "embed"\n\n//go:embed ${pattern}\nvar x string\n`;
    expect([...(read({ ...files, 'p/p.go': source })[0]?.embedded ?? [])]).toEqual([[pattern, expected]]);
  });

  it('are wanted', () => {
    const source = 'package p\n\nimport _ "embed"\n\n//go:embed none\nvar x string\n';
    expect(() => read({ 'p/p.go': source })).toThrow('no matching files found');
  });
});

describe('a tree', () => {
  it('has packages where Go files are, but for what patterns leave out', () => {
    const found = read({
      'b/b.go': 'package b',
      'b/testdata/x.go': 'package x',
      'b/_x/x.go': 'package x',
      'b/.x/x.go': 'package x',
      'b/c.txt': '',
      'a/doc.md': '',
      'a/b/x_test.go': 'package b_test',
      'a/b/default.pgo': '\0',
      'a/b/x.syso': '\0',
      'cmd/go.mod': 'module cmd',
      'cmd/x/x.go': 'package main',
      'm/go.mod': 'module m',
      'm/x.go': 'package m',
    });
    expect(found.map(({ path, files }) => [path, ...files.map(({ name }) => name)])).toEqual([
      ['a/b', 'default.pgo', 'x.syso', 'x_test.go'],
      ['b', 'b.go'],
      ['cmd/x', 'x.go'],
    ]);
  });
});
