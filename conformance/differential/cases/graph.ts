// `mod graph`, with and without -go, cold and warm. What go.mod may say is in module-states.ts and workspaces.ts, whose rounds have it
// as well.

import type { Case, Edit, Step } from '../case.js';
import { goMod, made, nothing, onMade, overBoth, project } from './common.js';

const graph = (...flags: string[]): Step => ({ run: ['mod', 'graph', ...flags], expect: 'any' });
const goLine = (by: string): Edit => ({
  replace: 'project/go.mod',
  pattern: /go 1\.21\n/,
  by: by && `${by}\n`,
});
const add = (text: string): Edit => ({ append: 'project/go.mod', text: `\n${text}\n` });

const versions = [
  '1.16',
  '1.17',
  '1.20',
  '1.21',
  '1.22',
  '1.26',
  '1.26.8',
  '1.27',
  '',
  'x',
  '1.21rc1',
  'v1.21',
];

/** go lines, as they stand in the file; '' for none. */
const goLines = ['', '1.12', '1.16', '1.17', '1.20', '1.21.0', '1.24.3', '1.27'];

const states: Readonly<Record<string, readonly Edit[]>> = {
  usual: [],
  'too-low': [{ replace: 'project/go.mod', pattern: /log v1\.1\.0/, by: 'log v1.0.0' }],
  'no-indirect': [
    { replace: 'project/go.mod', pattern: /require \(\n\tfixture\.test\/color[^)]*\)\n/, by: '' },
  ],
  'no-go-line-no-indirect': [
    goLine(''),
    { replace: 'project/go.mod', pattern: /require \(\n\tfixture\.test\/color[^)]*\)\n/, by: '' },
  ],
  excluded: [add('exclude fixture.test/log v1.1.0')],
  'excluded-requirement': [add('exclude fixture.test/web v1.1.0')],
  replaced: [add('replace fixture.test/log => fixture.test/fork v1.9.0')],
  'replaced-version': [add('replace fixture.test/alpha v1.2.0 => fixture.test/alpha v1.1.0')],
  'replaced-by-branch': [add('replace fixture.test/log => fixture.test/fork master')],
  'replaced-by-folder': [
    add('replace fixture.test/log => ./log'),
    {
      write: 'project/log/go.mod',
      text: 'module fixture.test/log\n\ngo 1.25\n\nrequire fixture.test/color v0.2.0\n',
    },
  ],
  'replaced-by-missing-folder': [add('replace fixture.test/log => ./log')],
  'missing-module': [add('require fixture.test/nosuch v1.0.0')],
  'missing-version': [add('require fixture.test/alpha v1.77.0')],
  branch: [add('require fixture.test/alpha main')],
  future: [add('require fixture.test/future v1.0.0')],
  othername: [add('require fixture.test/othername v1.0.0')],
  badmod: [add('require fixture.test/badmod v1.0.0')],
  retracted: [add('require fixture.test/alpha v1.2.1')],
  incompatible: [add('require fixture.test/incompatible v2.0.0+incompatible')],
  toolchain: [goLine('go 1.21\n\ntoolchain go1.24.2')],
  tool: [add('tool fixture.test/alpha/cmd\n\ngodebug default=go1.21\n\nignore ./x\n\nretract v1.0.0 // bad')],
  vendor: [{ write: 'project/vendor/modules.txt', text: '# fixture.test/alpha v1.2.0\n' }],
};

/** States in which go ends in the middle of its parallel work. */
const sums: Readonly<Record<string, Edit>> = {
  wrong: { write: 'project/go.sum', text: `fixture.test/log v1.1.0/go.mod h1:${'A'.repeat(43)}=\n` },
  malformed: { write: 'project/go.sum', text: 'one two\n' },
};

function stateCases(): Case[] {
  const usual = { project, source: made };
  return [
    ...Object.entries(states).flatMap(([name, start]) =>
      overBoth({
        ...usual,
        name: `graph/state/${name}`,
        start,
        sumdb: true,
        steps: [graph(), graph('-go=1.16'), graph('-go=1.17'), { ...graph(), env: { GOPROXY: 'off' } }],
      }),
    ),
    ...Object.entries(sums).flatMap(([name, edit]) =>
      overBoth({
        ...usual,
        name: `graph/sums/${name}`,
        start: [edit],
        cacheDiffers: true,
        steps: [graph(), graph('-go=1.16')],
      }),
    ),
  ];
}

function versionCases(): Case[] {
  return goLines.map((line) =>
    onMade(`graph/go/${line === '' ? 'none' : line}`, {
      start: [goLine(line && `go ${line}`)],
      steps: versions.map((version) => graph(`-go=${version}`)),
    }),
  );
}

const SINGLE = goMod('module example.test/single\n\ngo 1.21\n\nrequire fixture.test/color v0.1.0\n');

/** The cases. */
export function graphCases(): Case[] {
  return [
    ...stateCases(),
    ...versionCases(),
    onMade('graph/x', { project: SINGLE, steps: [graph('-x'), graph('-x')] }),
    onMade('graph/arguments', {
      steps: [graph('all'), graph('-go=1.20', '.'), graph('-mod=mod'), graph('-m')],
    }),
    onMade('graph/outside', { project: nothing, steps: [graph(), graph('-go=1.20')] }),
    onMade('graph/modfile', {
      start: [
        { copy: 'project/go.mod', to: 'project/other.mod' },
        { remove: 'project/go.mod' },
        { write: 'project/go.mod', text: 'module m\n' },
      ],
      steps: [graph(), graph('-modfile=other.mod'), graph('-modfile=nosuch.mod')],
    }),
    onMade('graph/goflags', {
      steps: ['-mod=vendor', '-mod=readonly', '-go=1.16', '-x=false', '-go=1.99'].map((GOFLAGS) => ({
        ...graph(),
        env: { GOFLAGS },
      })),
    }),
    onMade('graph/readonly-cache', {
      steps: [graph(), { ...graph(), before: [{ chmod: 'gopath/pkg/mod/cache/download', mode: 0o555 }] }],
    }),
    onMade('graph/sums-are-not-saved', {
      steps: [graph(), { run: ['list', '-m', 'all'], expect: 'any' }, { run: ['mod', 'download'] }, graph()],
    }),
  ];
}
