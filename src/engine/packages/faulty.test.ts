// Files that are wrong somehow, beside the real go, which takes them otherwise where it has an index of the folder: always in
// the module cache, and elsewhere unless a file was written just now.

import { afterAll, describe, expect, it } from 'vitest';
import { BesideGo, type ProjectFiles } from '../../../tools/testing/beside-go.js';
import { needs } from '../../../tools/testing/requirements.js';

const go = needs('go');

const u = 'import _ "used.test/u"\n';
const w = { 'w.go': 'package x\n\nimport _ "used.test/w"\n' };
const latin1 = (text: string) => Buffer.from(text, 'latin1');

/** Packages by names, each with something that is wrong. */
const faults: Readonly<Record<string, ProjectFiles>> = {
  behind: { 'x.go': `package x\n\n${u}\nfunc { broken\n` },
  nulbehind: { 'x.go': `package x\n\n${u}\nvar x = "\0"\n` },
  nulafter: { 'x.go': `package x\n\n${u}import 5\n\nvar x = "\0"\n` },
  nulwithin: { 'x.go': `package x\n\0\n${u}`, ...w },
  nulcomment: { 'x.go': `// \0\npackage x\n\n${u}`, ...w },
  nultest: { 'x_test.go': `package x\n\0\n${u}`, ...w },
  nulelsewhere: { 'x_windows.go': `package x\n\0\n${u}`, ...w },
  clause: { 'x.go': `pakage x\n\n${u}`, ...w },
  keyword: { 'x.go': `package func\n\n${u}` },
  blank: { 'x.go': `package _\n\n${u}` },
  nothing: { 'x.go': '', ...w },
  within: { 'x.go': `package x\n\n${u}import 5\n`, ...w },
  group: { 'x.go': `package x\n\nimport (\n\t_ "used.test/u"\n\t"used.test/w" "used.test/v"\n)\n` },
  unclosed: { 'x.go': `package x\n\nimport (\n\t_ "used.test/u"\n` },
  emptypath: { 'x.go': `package x\n\n${u}import _ ""\n` },
  badpath: { 'x.go': `package x\n\n${u}import _ "a b"\n` },
  badescape: { 'x.go': `package x\n\n${u}import _ "\\q"\n` },
  marks: { 'x.go': `\ufeff\ufeffpackage x\n\n${u}` },
  mark: { 'x.go': `package x // \ufeff\n\n${u}` },
  latin1: { 'x.go': latin1(`package x // \xff\n\n${u}`) },
  latin1name: { 'x.go': latin1(`package x\xff\n\n${u}`) },
  latin1path: { 'x.go': latin1(`package x\n\nimport _ "used.test/\xff"\n`) },
  oneline: { 'x.go': `package x import _ "used.test/u"\n` },
  newline: { 'x.go': `package x\n\nimport _\n"used.test/u"\n` },
  comment: { 'x.go': `package x /* */ ${u}` },
  formfeed: { 'x.go': `package x\n\f\n${u}` },
  twolines: { 'x.go': `//go:build linux\n//go:build amd64\n\npackage x\n\n${u}` },
  badline: { 'x.go': `//go:build linux ||\n\npackage x\n\n${u}`, ...w },
  ignored: { 'x.go': `//go:build ignore\n\npackage x\n\nimport 5\n${u}`, ...w },
  elsewhere: { 'x_windows.go': `package x\n\n${u}import 5\n`, ...w },
  test: { 'x_test.go': `package x\n\n${u}import 5\n`, ...w },
  hidden: { '_x.go': 'package x\n', '.x.go': 'package x\n' },
  cgoverb: { 'x.go': `package x\n\n// #cgo NOSUCH: -x\nimport "C"\n${u}` },
  cgotest: { 'x_test.go': `package x\n\n// #cgo NOSUCH: -x\nimport "C"\n${u}`, ...w },
};

const prefixed = (folder: string, files: ProjectFiles) =>
  Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text] as const);
const everyFault = Object.fromEntries(
  Object.entries(faults).flatMap(([name, files]) => prefixed(name, files)),
);
const importing = (path: string) =>
  `package m\n\nimport (\n${Object.keys(faults)
    .map((name) => `\t_ "${path}/${name}"\n`)
    .join('')})\n`;

const requires = ['u', 'v', 'w'].map((name) => `require used.test/${name} v1.0.0\n`).join('');
const modules = [
  ...['u', 'v', 'w'].map((name) => ({
    path: `used.test/${name}`,
    version: 'v1.0.0',
    files: { 'a.go': `package ${name}\n` },
  })),
  {
    path: 'dep.test/d',
    version: 'v1.0.0',
    files: { 'go.mod': `module dep.test/d\n\ngo 1.21\n\n${requires}` },
    zipEntries: [
      ...prefixed('dep.test/d@v1.0.0', everyFault),
      ['dep.test/d@v1.0.0/go.mod', `module dep.test/d\n\ngo 1.21\n\n${requires}`] as const,
    ].map(([name, data]) => ({ name, data })),
  },
];

const head = `module main.test/m\n\ngo 1.21\n\n${requires}`;
const dependency = { 'go.mod': `${head}require dep.test/d v1.0.0\n`, 'm.go': importing('dep.test/d') };
const places: Readonly<Record<string, ProjectFiles>> = {
  'the main module': { ...everyFault, 'go.mod': head, 'm.go': importing('main.test/m') },
  'the module cache': dependency,
  'a replacement': {
    ...dependency,
    'go.mod': `${dependency['go.mod']}replace dep.test/d => ./d\n`,
    'd/go.mod': 'module dep.test/d\n',
    ...Object.fromEntries(prefixed('d', everyFault)),
  },
};

const lines = [
  'mod tidy -e',
  'mod why used.test/u used.test/w',
  'list -mod=mod -e -deps -test -json=ImportPath,Name,Imports,GoFiles,InvalidGoFiles,Error,Match ./...',
];

describe.skipIf(go.skip).each(['long ago', 'just now'] as const)(go.title('written %s'), (written) => {
  const beside = new BesideGo(modules, written);
  afterAll(() => beside.close());

  describe.each(Object.entries(places))('%s', (_, files) => {
    it.each(lines)('%s', async (line) => {
      const wanted = await beside.run('go', line.split(' '), files);
      expect(await beside.run('ours', line.split(' '), files)).toEqual(wanted);
    });
  });
});
