// Workspaces: members and their contradictions, go.work.sum, the ways to name the file, vendor folders of workspaces.

import type { Case, Edit, Step } from '../case.js';
import { nothing, onMade } from './common.js';

/** go.work of the usual workspace. */
const WORK = 'go 1.21\n\nuse (\n\t./one\n\t./two\n)\n';

const ONE = 'module example.test/one\n\ngo 1.21\n\nrequire fixture.test/web v1.0.0\n';
const TWO = 'module example.test/two\n\ngo 1.20\n\nrequire fixture.test/log v1.1.0\n';

const usual: readonly Edit[] = [
  { write: 'project/go.work', text: WORK },
  { write: 'project/one/go.mod', text: ONE },
  { write: 'project/two/go.mod', text: TWO },
];

const work = (text: string): Edit => ({ append: 'project/go.work', text: `\n${text}\n` });
const one = (text: string): Edit => ({ append: 'project/one/go.mod', text: `\n${text}\n` });
const two = (text: string): Edit => ({ append: 'project/two/go.mod', text: `\n${text}\n` });
const noWork: Edit = { remove: 'project/go.work' };
const fork = 'fixture.test/fork v1.9.0';

/** What is run in each state, in this order. */
const round: readonly (readonly string[])[] = [
  ['list', '-m'],
  ['list', '-m', '-json'],
  ['mod', 'graph'],
  ['list', '-m', 'all'],
  ['mod', 'download', '-json'],
  ['mod', 'download'],
  ['list', '-m', '-json', 'all'],
  ['mod', 'verify'],
];

const any = (run: readonly string[], more: Partial<Step> = {}): Step => ({ run, expect: 'any', ...more });

interface State {
  readonly start?: readonly Edit[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** States of a workspace, by name. */
const states: Readonly<Record<string, State>> = {
  usual: {},
  'inside-a-member': { cwd: 'project/one' },
  'below-a-member': { cwd: 'project/one/sub', start: [{ folder: 'project/one/sub' }] },
  'beside-the-members': { cwd: 'project/three', start: [{ write: 'project/three/go.mod', text: TWO }] },
  'no-members': { start: [{ write: 'project/go.work', text: 'go 1.21\n' }] },
  'empty-file': { start: [{ write: 'project/go.work', text: '' }] },
  'no-go-line': { start: [{ write: 'project/go.work', text: 'use ./two\n' }] },
  'no-go-line-member-newer': { start: [{ write: 'project/go.work', text: 'use ./one\n' }] },
  'no-go-line-member-1.22': {
    start: [
      { write: 'project/go.work', text: 'use ./two\n' },
      { replace: 'project/two/go.mod', pattern: /go 1\.20/, by: 'go 1.22.1' },
    ],
  },
  'older-than-member': { start: [{ write: 'project/go.work', text: `go 1.18\n\nuse ./one\n` }] },
  'older-than-both': {
    start: [
      { replace: 'project/go.work', pattern: /1\.21/, by: '1.20' },
      { replace: 'project/two/go.mod', pattern: /go 1\.20/, by: 'go 1.22.1' },
    ],
  },
  'go-line-too-new': { start: [{ replace: 'project/go.work', pattern: /1\.21/, by: '1.999' }] },
  'member-too-new': { start: [{ replace: 'project/two/go.mod', pattern: /1\.20/, by: '1.999' }] },
  'member-without-go-line': { start: [{ replace: 'project/two/go.mod', pattern: /go 1\.20\n/, by: '' }] },
  'toolchain-line': { start: [work('toolchain go1.22.0')] },
  'toolchain-in-member': { start: [one('toolchain go1.25.0')] },
  'missing-members': { start: [{ remove: 'project/one/go.mod' }, { remove: 'project/two' }] },
  'missing-member': { start: [{ remove: 'project/two/go.mod' }] },
  'malformed-members': { start: [one('require ('), two('frobnicate')] },
  'member-malformed-and-missing': { start: [one('require ('), { remove: 'project/two' }] },
  'member-without-module-line': { start: [{ write: 'project/two/go.mod', text: 'go 1.20\n' }] },
  'member-named-go': { start: [{ write: 'project/two/go.mod', text: 'module go\n' }] },
  'member-with-bad-path': { start: [{ write: 'project/two/go.mod', text: 'module example.test/two!\n' }] },
  'members-of-one-name': { start: [{ write: 'project/two/go.mod', text: ONE }] },
  'members-of-one-name-that-differ': {
    start: [
      {
        write: 'project/two/go.mod',
        text: 'module example.test/one\n\ngo 1.20\n\nrequire fixture.test/log v1.1.0\n',
      },
    ],
  },
  'members-with-separators-at-the-end': {
    start: [{ replace: 'project/go.work', pattern: /\.\/one\n\t\.\/two/, by: './one/\n\t./x/../two/' }],
  },
  'member-twice-with-and-without-separator': { start: [work('use ./one/')] },
  'member-twice': { start: [work('use ./one')] },
  'member-twice-by-other-names': { start: [work('use one/../two')] },
  'member-with-space': {
    start: [work('use "./with space"'), { write: 'project/with space/go.mod', text: 'module (\n' }],
  },
  'missing-member-with-space': { start: [work('use "./with space"')] },
  'member-by-absolute-path': {
    start: [{ write: 'project/go.work', text: 'go 1.21\n\nuse /nosuch/folder\n' }],
  },
  'member-is-here': {
    start: [
      { write: 'project/go.work', text: 'go 1.21\n\nuse .\n' },
      { write: 'project/go.mod', text: ONE },
    ],
  },
  'member-above': {
    cwd: 'project/deep/er',
    start: [noWork, { write: 'project/deep/er/go.work', text: 'go 1.21\n\nuse ../../one\nuse ../../two\n' }],
  },
  'member-requires-member': {
    start: [one('require example.test/two v1.2.3')],
  },
  'member-replaces-member': {
    start: [one('require example.test/two v1.2.3\nreplace example.test/two => ../nosuch')],
  },
  'members-agree-on-replacement': {
    start: [one(`replace fixture.test/log => ${fork}`), two(`replace fixture.test/log => ${fork}`)],
  },
  'members-differ-the-later-names-no-version': {
    start: [one(`replace fixture.test/log v1.1.0 => ${fork}`), two('replace fixture.test/log => ../log')],
  },
  'members-differ-on-replacement': {
    start: [one(`replace fixture.test/log => ${fork}`), two('replace fixture.test/log => ../log')],
  },
  'members-differ-on-versions': {
    start: [one(`replace fixture.test/log => ${fork}`), two('replace fixture.test/log v1.1.0 => ../log')],
  },
  'members-differ-but-the-file-decides': {
    start: [
      one(`replace fixture.test/log => ${fork}`),
      two('replace fixture.test/log => ../log'),
      work('replace fixture.test/log => fixture.test/log v1.0.0'),
    ],
  },
  'same-folder-by-two-names': {
    start: [
      one('replace fixture.test/log => ../log'),
      two('replace fixture.test/log => ../one/../log'),
      { write: 'project/log/go.mod', text: 'module fixture.test/log\n' },
    ],
  },
  'same-folder-with-and-without-separator': {
    start: [
      one('replace fixture.test/log => ../log/'),
      two('replace fixture.test/log => ../log'),
      { write: 'project/log/go.mod', text: 'module fixture.test/log\n' },
    ],
  },
  'same-folder-by-two-names-in-vendor-folder': {
    start: [
      one('replace fixture.test/log v1.1.0 => ../log'),
      two('replace fixture.test/log v1.1.0 => ../one/../log'),
      { write: 'project/log/go.mod', text: 'module fixture.test/log\n' },
      { write: 'project/vendor/modules.txt', text: '## workspace\n# fixture.test/log v1.1.0 => ./log\n' },
    ],
  },
  'folder-of-the-workspace': {
    start: [
      one('replace fixture.test/log => ../'),
      { write: 'project/go.mod', text: 'module fixture.test/log\n' },
    ],
  },
  'folder-of-the-file-with-separator': {
    start: [
      work('replace fixture.test/log => ./log/'),
      { write: 'project/log/go.mod', text: 'module fixture.test/log\n' },
    ],
  },
  'folder-of-member': {
    start: [
      one('replace fixture.test/log => ./log'),
      { write: 'project/one/log/go.mod', text: 'module fixture.test/log\n\ngo 1.19\n' },
    ],
    cwd: 'project/two',
  },
  'missing-folder-of-member': { start: [one('replace fixture.test/log => ./log')] },
  'folder-of-the-file': {
    start: [
      work('replace fixture.test/log => ./log'),
      { write: 'project/log/go.mod', text: 'module fixture.test/log\n' },
    ],
  },
  'replaced-member': { start: [work('replace example.test/two => ./log')] },
  'replaced-member-version': { start: [work('replace example.test/two v1.0.0 => ./log')] },
  'replaced-twice': {
    start: [work(`replace fixture.test/log => ${fork}\nreplace fixture.test/log => ./log`)],
  },
  'excluded-by-member': { start: [one('exclude fixture.test/log v1.1.0')] },
  'excluded-own-requirement': { start: [two('exclude fixture.test/log v1.1.0')] },
  'redundant-requirements': { start: [two('require fixture.test/log v1.0.0')] },
  'version-that-is-a-branch': { start: [one('require fixture.test/alpha main')] },
  'missing-module': { start: [one('require fixture.test/nosuch v1.0.0')] },
  'unknown-godebug': { start: [work('godebug nosuch=1\ngodebug another=2')] },
  'unknown-godebug-in-member': { start: [one('godebug nosuch=1')] },
  malformed: { start: [work('use (')] },
  'unknown-verb': { start: [work('frobnicate x')] },
  'require-line': { start: [work('require fixture.test/log v1.0.0')] },
  'crlf-and-mark': {
    start: [{ write: 'project/go.work', text: '\ufeffgo 1.21\r\n\r\nuse ./one\r\n' }],
  },
  crlf: { start: [{ replace: 'project/go.work', pattern: /\n/g, by: '\r\n' }] },
  'is-a-folder': { start: [noWork, { folder: 'project/go.work' }] },
  'named-by-variable': {
    start: [{ copy: 'project/go.work', to: 'project/other.work' }, noWork],
    env: { GOWORK: '$PROJECT/other.work' },
  },
  'named-without-suffix': {
    start: [{ copy: 'project/go.work', to: 'project/other' }, noWork],
    env: { GOWORK: '$PROJECT/other' },
  },
  'named-and-missing': { env: { GOWORK: '$PROJECT/nosuch.work' } },
  'named-and-relative': { env: { GOWORK: 'go.work' } },
  'named-and-a-folder': { env: { GOWORK: '$PROJECT/one' } },
  'off-in-member': { env: { GOWORK: 'off' }, cwd: 'project/one' },
  'off-beside-members': { env: { GOWORK: 'off' } },
  auto: { env: { GOWORK: 'auto' } },
  'mod-mode': { env: { GOFLAGS: '-mod=mod' } },
  'mod-mode-and-malformed': { env: { GOFLAGS: '-mod=mod' }, start: [work('use (')] },
  'readonly-mode': { env: { GOFLAGS: '-mod=readonly' } },
  'vendor-mode': { env: { GOFLAGS: '-mod=vendor' } },
  'modfile-flag': { env: { GOFLAGS: '-modfile=other.mod' } },
  'module-mode-off': { env: { GO111MODULE: 'off' } },
  'module-mode-auto': { env: { GO111MODULE: 'auto' } },
  overlay: {
    env: { GOFLAGS: '-overlay=$PROJECT/overlay.json' },
    start: [
      { write: 'project/overlay.json', text: '{"Replace":{"go.work":"real.txt","two/go.mod":"real2.txt"}}' },
      { write: 'project/real.txt', text: 'go 1.22\n\nuse ./two\n' },
      { write: 'project/real2.txt', text: 'module example.test/real\n\ngo 1.22\n' },
    ],
  },
  'malformed-sums-in-member': { start: [{ write: 'project/one/go.sum', text: 'one two\n' }] },
  'malformed-sums': { start: [{ write: 'project/go.work.sum', text: 'one two\n' }] },
  'vendor-folder-of-a-module': {
    start: [{ write: 'project/vendor/modules.txt', text: '# fixture.test/web v1.0.0\n## explicit\n' }],
  },
  'vendor-folder-of-a-workspace': {
    start: [
      {
        write: 'project/vendor/modules.txt',
        text: '## workspace\n# fixture.test/log v1.1.0\n## explicit; go 1.20\nfixture.test/log\n# fixture.test/web v1.0.0\n## explicit; go 1.20\nfixture.test/web\n',
      },
    ],
  },
  'inconsistent-vendor-folder': {
    start: [
      {
        write: 'project/vendor/modules.txt',
        text: '## workspace\n# fixture.test/log v1.0.0\n## explicit; go 1.20\nfixture.test/log\n# fixture.test/x v1.0.0 => ./x\n',
      },
    ],
  },
};

const specials: readonly Case[] = [
  onMade('workspace/special/reuse-in-list', {
    project: nothing,
    start: [...usual, { write: 'project/old.json', text: '' }],
    steps: [
      any(['list', '-m', '-reuse=old.json']),
      any(['list', '-m', '-reuse=old.json', 'fixture.test/alpha@latest']),
      any(['mod', 'download', '-reuse=old.json', 'fixture.test/alpha@latest']),
    ],
  }),
  onMade('workspace/special/sums-of-members-are-not-repeated', {
    project: nothing,
    start: usual,
    steps: [
      any(['mod', 'download', 'all'], { cwd: 'project/two', env: { GOWORK: 'off' } }),
      any(['mod', 'download', 'all']),
      any(['mod', 'download', 'fixture.test/alpha@v1.0.0']),
      any(['mod', 'download', 'fixture.test/alpha@v1.0.0'], { cwd: 'project/one' }),
    ],
  }),
  onMade('workspace/special/wrong-sum-in-member', {
    project: nothing,
    start: [
      ...usual,
      {
        write: 'project/one/go.sum',
        text: 'fixture.test/log v1.1.0 h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n',
      },
    ],
    steps: [any(['mod', 'download', '-json']), any(['mod', 'download', 'fixture.test/log'])],
    cacheDiffers: true,
  }),
  onMade('workspace/special/arguments', {
    project: nothing,
    start: usual,
    steps: [
      any(['list', '-m', 'example.test/one', 'fixture.test/log']),
      any(['list', '-m', 'fixture.test/log@upgrade', 'fixture.test/web@patch', 'example.test/one@upgrade']),
      any(['list', '-m', '-versions', 'fixture.test/log', 'fixture.test/nosuch']),
      any(['list', '-m', 'go', 'toolchain']),
      any(['list', '-m', 'example.test/...']),
      any(['list', '-m', '-json', 'example.test/two@v1.0.0']),
      any(['mod', 'download', '-json', 'example.test/two@v1.0.0', 'fixture.test/color']),
    ],
  }),
];

/** The cases. */
export function workspaceCases(): Case[] {
  return [
    ...Object.entries(states).map(([name, { start = [], env = {}, cwd }]) =>
      onMade(`workspace/state/${name}`, {
        project: nothing,
        start: [...usual, ...start],
        env,
        steps: round.map((run) => any(run, cwd === undefined ? {} : { cwd })),
      }),
    ),
    ...specials,
  ];
}
