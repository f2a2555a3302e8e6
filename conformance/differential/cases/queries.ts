// Every form of a version query (surface: `path@query`), as `download -json`, outside and inside a module, over http and file://.

import type { Case } from '../case.js';
import { goMod, made, nothing, onMade, overBoth, project } from './common.js';

/** Queries that are answered. */
const answered: readonly string[] = [
  'fixture.test/alpha',
  'fixture.test/alpha@latest',
  'fixture.test/alpha@upgrade',
  'fixture.test/alpha@v1.2.0',
  'fixture.test/alpha@v1.2.1',
  'fixture.test/alpha@v1.2.0+meta',
  'fixture.test/alpha@v1.2.0-pre',
  'fixture.test/alpha@v1',
  'fixture.test/alpha@v1.2',
  'fixture.test/alpha@v0',
  'fixture.test/alpha@<v1.2.0',
  'fixture.test/alpha@<=v1.2.0',
  'fixture.test/alpha@>v1.0.0',
  'fixture.test/alpha@>=v1.1.0',
  'fixture.test/alpha@<v1.2',
  'fixture.test/alpha@>=v1.2',
  'fixture.test/alpha@main',
  'fixture.test/alpha@release',
  `fixture.test/alpha@${'a'.repeat(40)}`,
  'fixture.test/alpha@aaaaaaaaaaaa',
  'fixture.test/alpha@aaaaaaa',
  `fixture.test/alpha@${'b'.repeat(40)}`,
  'fixture.test/alpha@v1.10.1-0.20240203040506-aaaaaaaaaaaa',
  'fixture.test/untagged@latest',
  'fixture.test/untagged@main',
  'fixture.test/untagged',
  'fixture.test/early@latest',
  'fixture.test/early@v0.1.0-alpha',
  'fixture.test/incompatible@latest',
  'fixture.test/incompatible@v2',
  'fixture.test/incompatible@v2.0.0',
  'fixture.test/incompatible@v2.0.0+incompatible',
  'fixture.test/incompatible@v3',
  'fixture.test/incompatible@>v1.0.0',
  'fixture.test/upgraded@latest',
  'fixture.test/upgraded@v2',
  'fixture.test/upgraded@<v3',
  'fixture.test/major@latest',
  'fixture.test/major/v2@latest',
  'fixture.test/major/v2@v2.0',
  'fixture.test/major/v3@latest',
  'gopkg.in/fixture.v1@latest',
  'fixture.test/Capital/Letters@latest',
  'fixture.test/Capital/Letters@v1.1.0-RC1',
  'fixture.test/Capital/Letters@Main',
  'fixture.test/old@latest',
  'fixture.test/allgone@v1.0.0',
];

/** Queries that are refused. */
const refused: readonly string[] = [
  'fixture.test/alpha@v1.9',
  'fixture.test/alpha@v7.0.0',
  'fixture.test/alpha@v2',
  'fixture.test/alpha@<=v1.2',
  'fixture.test/alpha@>v1.2',
  'fixture.test/alpha@<v0.0.1',
  'fixture.test/alpha@>v9',
  'fixture.test/alpha@nosuchbranch',
  'fixture.test/alpha@dev/topic',
  'fixture.test/alpha@none',
  'fixture.test/alpha@',
  'fixture.test/alpha@v1.2.3-0.20240203040506-aaaaaaaaaaaa',
  'fixture.test/alpha@v0.0.0-20240203040506-aaaaaaaaaaab',
  'fixture.test/alpha@a@b',
  'fixture.test/allgone@latest',
  'fixture.test/incompatible@v1.9.0+incompatible',
  'fixture.test/major/v2@v1.0.0',
  'fixture.test/major/v2@v1',
  'fixture.test/major@v2.0.0',
  'fixture.test/nosuch@latest',
  'fixture.test/nosuch@v1.0.0',
  'fixture.test/alpha/sub@latest',
  'fixture.test/alpha@<',
  'fixture.test/alpha@>=',
  'fixture.test/alpha@../up',
  'fixture.test/al pha@latest',
  'nodot/alpha@latest',
  'fixture.test/alpha@patch',
];

/** Queries in one command, so that their order in the list shows. */
const together = [
  'fixture.test/major/v2@latest',
  'fixture.test/alpha@v1.2.0',
  'fixture.test/alpha@latest',
  'fixture.test/alpha@v1.2.0',
  'fixture.test/log@v1.0.0',
];

/** Text of a query that can be part of a name. */
function nameOf(query: string): string {
  return query.replace('fixture.test/', '').replaceAll('<', 'lt').replaceAll('>', 'gt').replaceAll('/', '_');
}

/** The cases. */
export function queryCases(): Case[] {
  return [
    ...answered.flatMap((query) =>
      overBoth({
        name: `query/outside/${nameOf(query)}`,
        project: nothing,
        source: made,
        steps: [{ run: ['mod', 'download', '-json', query], expect: 'any' }],
      }),
    ),
    ...refused.flatMap((query) =>
      overBoth({
        name: `query/refused/${nameOf(query)}`,
        project: nothing,
        source: made,
        steps: [
          { run: ['mod', 'download', '-json', query], expect: 'fail' },
          { run: ['mod', 'download', query], expect: 'fail' },
        ],
      }),
    ),
    ...[...answered, ...refused].map((query) =>
      onMade(`query/inside/${nameOf(query)}`, {
        steps: [
          { run: ['mod', 'download'], expect: 'any' },
          { run: ['mod', 'download', '-json', query], expect: 'any' },
          { run: ['mod', 'download', query], expect: 'any' },
        ],
      }),
    ),
    ...[...answered, ...refused].map((query) =>
      onMade(`query/list/${nameOf(query)}`, {
        project: goMod('module example.test/other\n\ngo 1.21\n\nrequire fixture.test/alpha v1.1.0\n'),
        env: { GOFLAGS: '-mod=mod' },
        steps: [
          { run: ['list', '-m', query], expect: 'any' },
          { run: ['list', '-m', '-json', query], expect: 'any' },
        ],
      }),
    ),
    ...overBoth({
      name: 'query/together',
      project: nothing,
      source: made,
      steps: [
        { run: ['mod', 'download', '-json', ...together] },
        { run: ['mod', 'download', '-json', ...together] },
      ],
    }),
    ...['alpha@upgrade', 'alpha@patch', 'alpha@latest', 'alpha@main', 'alpha@v1', 'alpha'].map((query) =>
      onMade(`query/current-is-newer/${query}`, {
        project: goMod(
          'module example.test/other\n\ngo 1.21\n\nrequire fixture.test/alpha v1.10.1-0.20240203040506-aaaaaaaaaaaa\n',
        ),
        steps: [{ run: ['mod', 'download', '-json', `fixture.test/${query}`], expect: 'any' }],
      }),
    ),
    ...[
      'project',
      'project@upgrade',
      'project@patch',
      'project@latest',
      'project@v1.0.0',
      'project/sub@latest',
    ].map((query) =>
      onMade(`query/main-module/${nameOf(query)}`, {
        project,
        steps: [{ run: ['mod', 'download', '-json', `example.test/${query}`], expect: 'any' }],
      }),
    ),
  ];
}
