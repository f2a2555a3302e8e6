// A project of GOPATH mode for tests: two folders of GOPATH with something of everything, and one outside of both.

import { join } from 'node:path';
import { BesideGo, type Outcome } from './beside-go.js';

/** Its files: `one` and `two` are the folders of GOPATH. */
const sources: Readonly<Record<string, string>> = {
  'one/src/a/a.go': '// Package a is the first.\npackage a\n\nimport (\n\t_ "a/b"\n\t_ "v"\n\t_ "fmt"\n)\n',
  'one/src/a/a_test.go': 'package a\n\nimport (\n\t_ "testing"\n\t_ "v/w"\n)\n',
  'one/src/a/x_test.go': 'package a_test\n\nimport (\n\t_ "a"\n\t_ "user"\n)\n',
  'one/src/a/b/b.go': 'package b\n\nimport _ "v/w"\n',
  'one/src/a/vendor/v/v.go': 'package v\n\nimport _ "u"\n',
  'one/src/a/vendor/v/w/w.go': 'package w\n',
  'one/src/a/vendor/u/vendor/deep/d.go': 'package deep\n',
  'one/src/a/vendor/u/u.go': 'package u\n\nimport _ "deep"\n',
  'one/src/a/vendor/nogo/x.txt': '',
  'one/src/a/b/vendor/v/readme': 'no Go here',
  'one/src/vendor/top/t.go': 'package top\n',
  'one/src/vendor/golang.org/x/net/http/httpguts/x.go': 'package httpguts\n',
  'one/src/user/u.go': 'package user\n\nimport (\n\t_ "a"\n\t_ "top"\n)\n',
  'one/src/v/v.go': 'package v\n',
  'one/src/prog/main.go': 'package main\n\nimport _ "two"\n\nfunc main() {}\n',
  'one/src/prog/v2/main.go': '//go:debug panicnil=1\n\npackage main\n\nfunc main() {}\n',
  'one/src/prog/main_test.go': 'package main\n',
  'one/src/internal/x.go': 'package internal\n',
  'one/src/math/m.go': 'package math\n',
  'one/src/shared/s.go': 'package shared\n',
  'one/src/.hidden/h.go': 'package hidden\n',
  'one/src/testdata/t.go': 'package testdata\n\nimport _ "v"\n',
  'one/src/a/testdata/t/t.go': 'package t\n\nimport _ "v/w"\n',
  'one/src/link': '-> a',
  'one/src/nested/go.mod': 'module nested.test/n\n',
  'one/src/nested/n.go': 'package nested\n',
  'two/src/two/two.go': 'package two\n',
  'two/src/shared/s.go': 'package shared\n\nimport _ "sv"\n',
  'two/src/shared/vendor/sv/s.go': 'package sv\n',
  'two/src/linked': '-> ../../outside/real',
  // Minimal module compatibility.
  'two/src/m.test/lib/go.mod': 'module m.test/lib/v2\r\n',
  'two/src/m.test/lib/l.go': 'package lib\n\nimport _ "m.test/lib/v2/sub"\n',
  'two/src/m.test/lib/sub/s.go': 'package sub\n',
  'two/src/m.test/quoted/go.mod': '// x\nmodule "m.test/quoted/v3"\n',
  'two/src/m.test/quoted/q.go': 'package quoted\n',
  'two/src/m.test/other/go.mod': 'module m.test/other\n',
  'two/src/m.test/other/o.go': 'package other\n',
  'two/src/m.test/new/go.mod': 'module m.test/new\n',
  'two/src/m.test/new/n.go':
    'package new\n\nimport (\n\t_ "m.test/lib/v2"\n\t_ "m.test/quoted/v3"\n\t_ "math/rand/v2"\n)\n',
  'two/src/m.test/new/bad/b.go':
    'package bad\n\nimport (\n\t_ "m.test/other/v2"\n\t_ "m.test/none/v2/api/v1"\n)\n',
  'two/src/m.test/old/o.go': 'package old\n\nimport _ "m.test/lib/v2"\n',
  // Import comments.
  'two/src/comment/right/c.go': 'package right // import "comment/right"\n',
  'two/src/comment/wrong/c.go': 'package wrong /* import "elsewhere.test/x" */\n',
  'two/src/comment/both/c.go': 'package both // import "x"\n',
  'two/src/comment/both/d.go': 'package both // import "y"\n',
  'two/src/comment/bad/c.go': 'package bad // import x\n',
  'two/src/comment/vendor/renamed/c.go': 'package renamed // import "renamed"\n',
  'two/src/comment/user/c.go': 'package user\n\nimport (\n\t_ "comment/wrong"\n\t_ "renamed"\n)\n',
  // What may not be imported.
  'two/src/bad/missing/x.go': 'package missing\n\nimport (\n\t_ "nosuch/x"\n\t_ "two"\n)\n',
  'two/src/bad/missing/vendor/other/o.go': 'package other\n',
  'two/src/bad/vendored/x.go': 'package vendored\n\nimport _ "a/vendor/v"\n',
  'two/src/bad/written/x.go': 'package written\n\nimport _ "bad/written/vendor/y"\n',
  'two/src/bad/written/vendor/y/y.go': 'package y\n',
  'two/src/bad/internal/x.go': 'package internal\n\nimport (\n\t_ "keep/internal/i"\n\t_ "internal/abi"\n)\n',
  'two/src/keep/internal/i/i.go': 'package i\n',
  'two/src/keep/k.go': 'package keep\n\nimport _ "keep/internal/i"\n',
  'two/src/bad/program/x.go': 'package program\n\nimport _ "prog"\n',
  'two/src/bad/local/x.go': 'package local\n\nimport _ "./y"\n',
  'two/src/bad/local/y/y.go': 'package y\n',
  'two/src/bad/self/x.go': 'package self\n\nimport _ "."\n',
  'two/src/bad/far/x.go': 'package far\n\nimport _ "../nowhere"\n',
  'two/src/bad/roundabout/x.go': 'package roundabout\n\nimport (\n\t_ "keep/../two"\n\t_ "v//w"\n)\n',
  'two/src/bad/absolute/x.go': 'package absolute\n\nimport _ "/two"\n',
  'two/src/bad/cycle/a/a.go': 'package a\n\nimport _ "bad/cycle/b"\n',
  'two/src/bad/cycle/b/b.go': 'package b\n\nimport _ "bad/cycle/a"\n',
  'two/src/bad/syntax/x.go': 'package syntax\n\nimport "fmt\n',
  'two/src/bad/two/x.go': 'package one\n',
  'two/src/bad/two/y.go': 'package two\n',
  'two/src/bad/none/x.go': '//go:build never\n\npackage none\n',
  'two/src/bad/empty/x.txt': '',
  'two/src/bad/tested/x_test.go': 'package tested\n\nimport _ "nosuch/y"\n',
  'two/src/bad/mod/x.go': 'package mod\n\nimport _ "mod/x"\n',
  'two/src/bad/version/x.go': 'package version\n\nimport _ "x@v1"\n',
  'outside/o.go': 'package o\n\nimport (\n\t_ "./p"\n\t_ "two"\n)\n',
  'outside/p/p.go': 'package p\n\nimport _ "../q"\n',
  'outside/q/q.go': 'package main\n\nfunc main() {}\n',
  'outside/q #1/q.go': 'package strange\n',
  'outside/c/c.go': 'package c // import "c.test/c"\n',
  'outside/real/r.go': 'package real\n\nimport _ "rv"\n',
  'outside/real/vendor/rv/rv.go': 'package rv\n',
};

/** `go list` in that project, by the real go and by ours. */
export class BesideGopath {
  readonly #beside = new BesideGo([]);

  /** Removes everything. */
  close(): void {
    this.#beside.close();
  }

  /** What the words come to on both sides. */
  async both(
    words: readonly string[],
    variables: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly ours: Outcome; readonly theirs: Outcome }> {
    const theirs = await this.#list('go', words, variables);
    return { ours: await this.#list('ours', words, variables), theirs };
  }

  /** What the words come to; `ROOT` in words and variables stands for the folder of the project. */
  async #list(
    side: 'go' | 'ours',
    words: readonly string[],
    variables: Readonly<Record<string, string>>,
  ): Promise<Outcome> {
    const { root } = this.#beside;
    const inRoot = (text: string) => text.replaceAll('ROOT', root);
    const own = Object.entries(variables).map(([name, value]) => [name, inRoot(value)]);
    const env = {
      GO111MODULE: 'off',
      GOPATH: ['one', 'two'].map((name) => join(root, name)).join(':'),
      ...Object.fromEntries(own),
    };
    const outcome = await this.#beside.run(side, ['list', ...words.map(inRoot)], sources, env);
    return { ...outcome, stdout: withSortedErrors(outcome.stdout) };
  }
}

/** DepsErrors in one order: several of one package come in that of a map. */
function withSortedErrors(json: string): string {
  return json.replaceAll(/(?<=^\t"DepsErrors": \[\n).*?(?=\n\t\])/gms, (entries) =>
    entries
      .split(/,\n(?=\t\t\{)/)
      .sort()
      .join(',\n'),
  );
}
