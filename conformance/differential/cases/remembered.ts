// The same command again, and again after something has changed that its answer depends on: what a run has remembered (engine/recall)
// must never be told once it is not true any more.

import type { Case, Edit, Step } from '../case.js';
import { onMade } from './common.js';

const files = 'gopath/pkg/mod/cache/download/fixture.test';
const mod = (name: string, version: string) => `${files}/${name}/@v/${version}.mod`;

/** What is changed between the second run and the third. */
const changes: Readonly<Record<string, readonly Edit[]>> = {
  nothing: [],
  'go-mod-other-version': [{ replace: 'project/go.mod', pattern: /alpha v1\.2\.0/, by: 'alpha v1.1.0' }],
  'go-mod-comment': [{ append: 'project/go.mod', text: '// more\n' }],
  'go-mod-go-line': [{ replace: 'project/go.mod', pattern: /go 1\.21/, by: 'go 1.16' }],
  'go-mod-gone': [{ remove: 'project/go.mod' }],
  'go-mod-malformed': [{ append: 'project/go.mod', text: 'require (\n' }],
  'go-mod-link': [
    { copy: 'project/go.mod', to: 'elsewhere.mod' },
    { remove: 'project/go.mod' },
    { link: 'project/go.mod', to: '../elsewhere.mod' },
  ],
  'go-sum-gone': [{ remove: 'project/go.sum' }],
  'go-sum-wrong': [{ replace: 'project/go.sum', pattern: /(log v1\.1\.0\/go\.mod) h1:\S/, by: '$1 h1:?' }],
  'go-sum-wrong-zip': [{ replace: 'project/go.sum', pattern: /(log v1\.1\.0) h1:\S/, by: '$1 h1:?' }],
  'go-sum-malformed': [{ append: 'project/go.sum', text: 'one two\n' }],
  'vendor-folder': [{ write: 'project/vendor/modules.txt', text: '# fixture.test/alpha v1.2.0\n' }],
  'go-work-here': [{ write: 'project/go.work', text: 'go 1.21\n\nuse .\n' }],
  'go-work-above': [{ write: 'go.work', text: 'go 1.21\n\nuse ./project\n' }],
  'go-work-above-malformed': [{ write: 'go.work', text: 'use (\n' }],
  'cached-mod-changed': [{ append: mod('log', 'v1.1.0'), text: '// changed\n' }],
  'cached-mod-gone': [{ remove: mod('log', 'v1.1.0') }],
  'cached-info-gone': [{ remove: `${files}/log/@v/v1.1.0.info` }],
  'cached-info-other': [
    {
      write: `${files}/log/@v/v1.1.0.info`,
      text: '{"Version":"v1.1.0","Time":"2001-01-01T00:00:00Z"}',
    },
  ],
  'cached-zip-gone': [{ remove: `${files}/log/@v/v1.1.0.zip` }],
  'cached-hash-gone': [{ remove: `${files}/log/@v/v1.1.0.ziphash` }],
  'cached-hash-other': [{ write: `${files}/log/@v/v1.1.0.ziphash`, text: `h1:${'A'.repeat(43)}=` }],
  'cached-partial': [{ write: `${files}/log/@v/v1.1.0.partial`, text: '' }],
  'unpacked-gone': [{ remove: 'gopath/pkg/mod/fixture.test/log@v1.1.0' }],
  'unpacked-go-mod-newer': [
    { write: 'gopath/pkg/mod/fixture.test/log@v1.1.0/go.mod', text: 'module x\n\ngo 1.999\n' },
  ],
  'cache-gone': [{ remove: 'gopath/pkg/mod' }],
  'download-gone': [{ remove: 'gopath/pkg/mod/cache/download' }],
  'env-file': [{ write: 'home/.config/go/env', text: 'GOFLAGS=-mod=mod\n' }],
  'env-file-other-cache': [{ write: 'home/.config/go/env', text: 'GOMODCACHE=/proc/nosuch/cache\n' }],
  'env-file-rubbish': [{ write: 'home/.config/go/env', text: 'GOFLAGS=rubbish\n' }],
};

/** Variables of the third run. */
const variables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'GOPROXY-off': { GOPROXY: 'off' },
  'GOFLAGS-mod': { GOFLAGS: '-mod=mod' },
  'GOFLAGS-vendor': { GOFLAGS: '-mod=vendor' },
  'GOFLAGS-rubbish': { GOFLAGS: 'rubbish' },
  'GOFLAGS-modfile': { GOFLAGS: '-modfile=nosuch.mod' },
  'GO111MODULE-off': { GO111MODULE: 'off' },
  'GOWORK-named': { GOWORK: '$PROJECT/nosuch.work' },
  'GOMODCACHE-other': { GOMODCACHE: '$HOME/cache' },
  'GOPATH-other': { GOPATH: '$HOME/gopath' },
  'GOSUMDB-rubbish': { GOSUMDB: 'rubbish' },
  'GOENV-other': { GOENV: '/proc/nosuch' },
  'GOTOOLCHAIN-auto': { GOTOOLCHAIN: 'auto' },
  'HOME-other': { HOME: '$HOME/other' },
};

const commands: readonly (readonly string[])[] = [
  ['list', '-m', 'all'],
  ['list', '-m', '-json', 'all'],
  ['list', '-m', '-json', 'fixture.test/log'],
  ['mod', 'download'],
  ['mod', 'download', '-json'],
  ['mod', 'verify'],
  ['mod', 'graph'],
  ['env', '-changed'],
  ['env', 'GOMOD', 'GOWORK', 'GOFLAGS', 'GOMODCACHE', 'GOPROXY', 'CGO_ENABLED'],
  ['version'],
];

const nameOf = (run: readonly string[]) => run.join('_').replaceAll('/', '.');

function again(name: string, run: readonly string[], last: Partial<Step>): Case {
  const step: Step = { run, expect: 'any' };
  return onMade(`remembered/${name}/${nameOf(run)}`, {
    // The stock go counts its runs where nobody tells it not to.
    start: [{ write: 'home/other/.config/go/telemetry/mode', text: 'off' }],
    steps: [{ run: ['mod', 'download', 'all'] }, step, step, { ...step, ...last }, step],
  });
}

/** An edit of go.mod that says nothing: what a run has said is no answer any more, what its graph said still is. */
const EDIT: Edit = { append: 'project/go.mod', text: '// edited\n' };
const GRAPH_CHANGES = /^(?:nothing|go-sum-|cached-|cache-|download-|go-mod-(?:other-version|go-line))/;

/** After such an edit, and after something of the graph has changed as well: the graph's files are known from before. */
function edited(name: string, run: readonly string[], before: readonly Edit[]): Case {
  const step: Step = { run, before: [EDIT], expect: 'any' };
  return onMade(`edited/${name}/${nameOf(run)}`, {
    start: [],
    steps: [{ run: ['mod', 'download', 'all'] }, step, step, { ...step, before: [...before, EDIT] }, step],
  });
}

const graphCommands: readonly (readonly string[])[] = [
  ['list', '-m', 'all'],
  ['list', '-m', '-u', '-json', 'all'],
  ['mod', 'graph'],
  ['mod', 'download', '-json'],
];

/** The cases. */
export function rememberedCases(): Case[] {
  return [...ofRuns(), ...ofGraphs()];
}

function ofGraphs(): Case[] {
  const relevant = Object.entries(changes).filter(([name]) => GRAPH_CHANGES.test(name));
  return graphCommands.flatMap((run) => relevant.map(([name, before]) => edited(name, run, before)));
}

function ofRuns(): Case[] {
  return commands.flatMap((run) => [
    ...Object.entries(changes).map(([name, before]) => again(name, run, { before })),
    ...Object.entries(variables).map(([name, env]) => again(name, run, { env })),
    again('subfolder', run, { cwd: 'project/sub', before: [{ folder: 'project/sub' }] }),
    again('module-in-subfolder', run, {
      cwd: 'project/sub',
      before: [{ write: 'project/sub/go.mod', text: 'module example.test/sub\n\ngo 1.21\n' }],
    }),
  ]);
}
