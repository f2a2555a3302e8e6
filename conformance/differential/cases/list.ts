// `list -m` on made-up modules.

import type { Case } from '../case.js';
import { goMod, made, nothing, onMade, overBoth, project } from './common.js';
import { listFormatCases } from './list-formats.js';

const lines: readonly (readonly string[])[] = [
  [],
  ['all'],
  ['-json'],
  ['-json', 'all'],
  ['-versions', 'fixture.test/alpha'],
  ['-versions', 'all'],
  ['-json', '-versions', 'fixture.test/alpha', 'fixture.test/incompatible'],
  ['-versions', 'fixture.test/nosuch'],
  ['fixture.test/web'],
  ['fixture.test/web', 'fixture.test/deep'],
  ['fixture.test/...'],
  ['fixture.test/nosuch...'],
  ['fixture.test/nosuch'],
  ['fixture.test/web@v1.0.0'],
  ['-json', 'fixture.test/web@v1.0.0'],
  ['fixture.test/web@latest'],
  ['fixture.test/web@upgrade', 'fixture.test/alpha@patch'],
  ['example.test/project'],
  ['example.test/project@latest'],
  ['-json=Path,Version', 'all'],
  ['-json=NoSuch', 'all'],
  ['go', 'toolchain'],
  ['-e', 'fixture.test/nosuch', 'fixture.test/web'],
  ['-json', '-e', 'fixture.test/nosuch@v1.0.0'],
  ['-retracted', '-versions', 'fixture.test/alpha'],
  ['-mod=mod', 'all'],
  ['-mod=readonly', 'all'],
  ['-mod=vendor', 'all'],
  ['-mod=rubbish', 'all'],
  ['-x', 'fixture.test/web@v1.0.0'],
  ['-deps', 'all'],
  ['-test', 'all'],
  ['-find', 'all'],
  ['-compiled', 'all'],
  ['-export', 'all'],
  ['-nosuch'],
];

/** A short name for a command line. */
const nameOf = (args: readonly string[]) =>
  (args.join('_') || 'main').replaceAll('fixture.test/', '').replaceAll('/', '.');

/** The cases. */
export function listCases(): Case[] {
  return [
    ...listFormatCases(),
    ...lines.flatMap((args) => [
      ...overBoth({
        name: `list/cold/${nameOf(args)}`,
        project,
        source: made,
        env: { GOFLAGS: '-mod=mod' },
        steps: [{ run: ['list', '-m', ...args], expect: 'any' }],
      }),
      onMade(`list/warm/${nameOf(args)}`, {
        steps: [
          { run: ['mod', 'download'] },
          { run: ['list', '-m', ...args], expect: 'any' },
          { run: ['list', '-m', ...args], expect: 'any', env: { GOPROXY: 'off' } },
        ],
      }),
      onMade(`list/outside/${nameOf(args)}`, {
        project: nothing,
        steps: [{ run: ['list', '-m', ...args], expect: 'any' }],
      }),
    ]),
    onMade('list/no-gosum', { steps: [{ run: ['list', '-m', 'all'], expect: 'any' }] }),
    onMade('list/old-project', {
      start: [{ replace: 'project/go.mod', pattern: /go 1\.21/, by: 'go 1.12' }],
      env: { GOFLAGS: '-mod=mod' },
      steps: [{ run: ['list', '-m', 'all'] }, { run: ['list', '-m', '-json', 'all'] }],
    }),
    onMade('list/needs-update', {
      start: [{ replace: 'project/go.mod', pattern: /log v1\.1\.0/, by: 'log v1.0.0' }],
      steps: [
        { run: ['list', '-m', 'all'], expect: 'any' },
        { run: ['list', '-m', '-mod=mod', 'all'], expect: 'any' },
        { run: ['list', '-m', 'all'], expect: 'any' },
      ],
    }),
    onMade('list/replaced', {
      start: [{ append: 'project/go.mod', text: '\nreplace fixture.test/log => fixture.test/fork v1.9.0\n' }],
      env: { GOFLAGS: '-mod=mod' },
      steps: [{ run: ['list', '-m', 'all'] }, { run: ['list', '-m', '-json', 'all'] }],
    }),
    onMade('list/replaced-by-folder', {
      start: [
        { append: 'project/go.mod', text: '\nreplace fixture.test/log => ./log\n' },
        { write: 'project/log/go.mod', text: 'module fixture.test/log\n' },
      ],
      env: { GOFLAGS: '-mod=mod' },
      steps: [{ run: ['list', '-m', 'all'] }, { run: ['list', '-m', '-json', 'all'] }],
    }),
    onMade('list/module-mode-off', {
      env: { GO111MODULE: 'off' },
      steps: [{ run: ['list', '-m', 'all'], expect: 'fail' }],
    }),
    onMade('list/malformed', {
      project: goMod('module x y z\n'),
      steps: [{ run: ['list', '-m', 'all'], expect: 'fail' }],
    }),
  ];
}
