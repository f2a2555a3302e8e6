// Vendoring packages in which something is odd, beside the real go.

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BesideGo } from '../../../tools/testing/beside-go.js';
import { needs } from '../../../tools/testing/requirements.js';

let beside: BesideGo;
beforeAll(() => {
  beside = new BesideGo([]);
});
afterAll(() => beside.close());

/** A project that needs one package, of these files. */
function project(files: Readonly<Record<string, string>>): Record<string, string> {
  const goMod = 'module m.test/m\n\ngo 1.22\n\nrequire d.test/d v0.0.0\n\nreplace d.test/d => ./d\n';
  const theirs = Object.entries(files).map(([name, text]) => [`d/${name}`, text]);
  return {
    'go.mod': goMod,
    'm.go': 'package m\n\nimport _ "d.test/d"\n',
    'd/go.mod': 'module d.test/d\n\ngo 1.22\n',
    ...Object.fromEntries(theirs),
  };
}

/** What a run came to; of one that failed not what it left, since go leaves half of a folder and we the old one. */
async function ends(
  side: 'go' | 'ours',
  words: readonly string[],
  files: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>>,
) {
  const { tree, ...said } = await beside.run(side, words, project(files), variables);
  return said.status === 0 ? { ...said, tree } : said;
}

async function expectSame(
  words: readonly string[],
  files: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {},
) {
  const theirs = await ends('go', words, files, variables);
  expect(await ends('ours', words, files, variables)).toEqual(theirs);
  return theirs;
}

const PLAIN = { 'd.go': 'package d\n' };
const cgo = (line: string, name = 'd') => `package ${name}\n\n// ${line}\nimport "C"\n`;
const WRONG = '#cgo LDFLAGS -lfoo';
const EMBEDDING = 'package d\n\nimport "C"\nimport _ "embed"\n\n//go:embed sub/text\nvar text string\n';

const fails: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a #cgo line that is none': { ...PLAIN, 'c.go': cgo(WRONG) },
  'a #cgo line with an unknown word': { ...PLAIN, 'c.go': cgo('#cgo XFLAGS: -lfoo') },
  'a #cgo line with an argument that is not safe': { ...PLAIN, 'c.go': cgo('#cgo LDFLAGS: $(x)') },
  'a #cgo line with an open quote': { ...PLAIN, 'c.go': cgo('#cgo LDFLAGS: "x') },
  'a wrong #cgo line in a file of another system': { ...PLAIN, 'c_plan9.go': cgo(WRONG) },
  'a wrong #cgo line in a file that no build has': { ...PLAIN, 'c.go': `//go:build ignore\n\n${cgo(WRONG)}` },
  'a wrong #cgo line before a file of another package': {
    ...PLAIN,
    'c.go': cgo(WRONG),
    'z.go': 'package z\n',
  },
  'cgo in a test': { ...PLAIN, 'd_test.go': 'package d\n\nimport "C"\n' },
  'cgo in a test beside the package': { ...PLAIN, 'd_test.go': 'package d_test\n\nimport "C"\n' },
  'cgo in a test, wrong': { ...PLAIN, 'd_test.go': cgo(WRONG) },
  'a constraint with a parenthesis too few': { ...PLAIN, 'x.go': '//go:build (\n\npackage d\n' },
  'two constraints': { ...PLAIN, 'x.go': '//go:build linux\n//go:build darwin\n\npackage d\n' },
  'a wrong constraint in a test': { ...PLAIN, 'x_test.go': '//go:build (\n\npackage d\n' },
  'a wrong constraint in a file of another system': { ...PLAIN, 'x_plan9.go': '//go:build (\n\npackage d\n' },
  'a wrong constraint in the only file': { 'x.go': '//go:build (\n\npackage d\n' },
  'a file that is empty': { ...PLAIN, 'e.go': '' },
  'a test that is no Go': { ...PLAIN, 'e_test.go': 'packag e\n' },
  'a link that leads nowhere': { ...PLAIN, 'x.go': '-> nowhere.go' },
  'a test that is a link that leads nowhere': { ...PLAIN, 'x_test.go': '-> nowhere.go' },
  'a link that leads nowhere, and nothing else': { 'x.go': '-> nowhere.go', 'y.go': '-> none.go' },
  'a link to itself, and nothing else': { 'x.go': '-> x.go' },
  'patterns that match nothing': {
    'd.go': 'package d\n\nimport _ "embed"\n\n//go:embed none\nvar x string\n',
  },
};

const works: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'a wrong #cgo line of another system': { ...PLAIN, 'c.go': cgo('#cgo plan9 LDFLAGS: $(x)') },
  'a wrong #cgo line behind a file of another package': {
    'a.go': 'package a\n',
    ...PLAIN,
    'z.go': cgo(WRONG),
  },
  'a wrong #cgo line in a file of documentation': { ...PLAIN, 'c.go': cgo(WRONG, 'documentation') },
  'a wrong #cgo line in a file that go does not see': { ...PLAIN, '_c.go': cgo(WRONG) },
  'a wrong constraint of the old kind': { ...PLAIN, 'x.go': '// +build !!x\n\npackage d\n' },
  'a wrong constraint in C': { ...PLAIN, 'x.c': '//go:build (\n\nint x;\n' },
  'a link to a file': { 'd.txt': 'package d\n', 'x.go': '-> d.txt' },
  'a link that leads nowhere, of C': { ...PLAIN, 'x.c': '-> nowhere.c' },
};

const need = needs('go');
describe.skipIf(need.skip)(need.title('go ends without a vendor folder, and so do we:'), () => {
  it.each(Object.entries(fails))('%s', async (_, files) => {
    expect(await expectSame(['mod', 'vendor'], files)).toMatchObject({ status: 1 });
    await expectSame(['mod', 'vendor', '-e'], files);
  });

  it('a wrong #cgo line, cgo being off', async () => {
    const files = { ...PLAIN, 'c.go': cgo(WRONG) };
    expect(await expectSame(['mod', 'vendor'], files, { CGO_ENABLED: '0' })).toMatchObject({ status: 1 });
  });
});

describe.skipIf(need.skip)(need.title('go vendors, and so do we:'), () => {
  it.each(Object.entries(works))('%s', async (_, files) => {
    expect(await expectSame(['mod', 'vendor'], files)).toMatchObject({ status: 0 });
  });

  it.each<[string, boolean, Record<string, string>]>([
    ['on', true, { CGO_ENABLED: '1' }],
    ['off', false, { CGO_ENABLED: '0' }],
    ['off in the file of settings, where vendoring does not look', true, { GOENV: 'd/env' }],
    ['on because nobody says otherwise, though there is no C compiler', true, { CC: '/nowhere/cc' }],
    ['off for another machine', false, { GOOS: 'plan9', GOARCH: '386' }],
    ['on for another machine', true, { GOOS: 'windows', GOARCH: 'amd64', CGO_ENABLED: '1' }],
  ])('what a file with cgo embeds, cgo being %s', async (_, has, variables) => {
    const files = { ...PLAIN, 'c.go': EMBEDDING, 'sub/text': 'text\n', env: 'CGO_ENABLED=0\n' };
    const GOENV = variables.GOENV === undefined ? 'off' : join(beside.root, variables.GOENV);
    const found = await expectSame(['mod', 'vendor'], files, { ...variables, GOENV });
    expect(found).toMatchObject({ status: 0 });
    const { tree = {} } = found as { tree?: Record<string, string> };
    expect('vendor/d.test/d/sub/text' in tree).toBe(has);
  });
});

describe.skipIf(need.skip)(need.title('a package of which only links are left that lead nowhere'), () => {
  const files = { 'x.go': '-> nowhere.go' };

  it.each([
    ['mod', 'tidy'],
    ['mod', 'tidy', '-e'],
    ['mod', 'why', 'd.test/d'],
    ['list', '-e', 'd.test/d'],
    ['list', '-deps', './...'],
  ])('%s %s %s', async (...words) => {
    await expectSame(words, files);
  });

  it.each([
    ['mod', 'tidy'],
    ['mod', 'vendor'],
    ['list', './...'],
    ['list', '-e', '-deps', './...'],
  ])('in the main module: %s %s %s', async (...words) => {
    const importing = { 'go.mod': 'module m.test/m\n\ngo 1.22\n', 'sub/x.go': '-> nowhere.go' };
    for (const text of ['package m\n', 'package m\n\nimport _ "m.test/m/sub"\n']) {
      const theirs = await beside.run('go', words, { ...importing, 'm.go': text });
      expect(await beside.run('ours', words, { ...importing, 'm.go': text })).toEqual(theirs);
    }
  });
});
