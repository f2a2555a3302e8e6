// What is read of sources: tables checked by eye. Whole trees are compared with `go` in go.test.ts.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { embeddedFiles } from './embedded.js';
import { constraintOf, scanSource } from './scan-source.js';

describe('a source', () => {
  it('has a package, imports, directives of cgo and of embed', () => {
    const source = `\uFEFF// Copyright notice.

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
    expect(scanSource(source)).toEqual({
      package: 'p',
      imports: ['C', 'embed', 'fmt', 'os', 'strings'],
      cgo: ['linux LDFLAGS: -ldl -lm'],
      embeds: ['a/*.txt', 'b c', 'd'],
    });
    expect(constraintOf(source)).toBe('unix');
  });

  it.each(['', 'func f() {}', 'package p\nimport x', 'package p\nimport ("a"'])('%j is refused', (source) => {
    expect(() => scanSource(source)).toThrow();
  });
});

describe('a constraint', () => {
  it.each([
    ['//go:build a && b\n\npackage p', 'a && b'],
    ['// x\n/* y */\n//go:build\ta\n', 'a'],
    ['package p\n//go:build a\n', ''],
    ['#include "x.h"\n//go:build a\n', ''],
  ])('of %j is %j', (source, expected) => {
    expect(constraintOf(source)).toBe(expected);
  });

  it('in the old form alone is refused', () => {
    expect(() => constraintOf('// +build a\n\npackage p')).toThrow('+build');
  });
});

describe('embedded files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gomod-embedded-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  for (const name of ['a.txt', 'b.txt', 'd/.hidden', 'd/_x/y', 'd/e/f.txt', 'd/g']) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '');
  }

  it.each([
    ['a.txt', ['a.txt']],
    ['*.txt', ['a.txt', 'b.txt']],
    ['[^a].tx?', ['b.txt']],
    ['d', ['d/e/f.txt', 'd/g']],
    ['all:d', ['d/.hidden', 'd/_x/y', 'd/e/f.txt', 'd/g']],
    ['*/e/*', ['d/e/f.txt']],
    ['none', []],
  ])('of %s are %j', (pattern, files) => {
    expect(embeddedFiles(folder, pattern)).toEqual(files);
  });
});
