// What can be done without the network: GOPROXY=off, and a cache that serves as a proxy, after a good run.

import type { Case, Step } from '../case.js';
import { nothing, onMade } from './common.js';

const queries: readonly (readonly string[])[] = [
  [],
  ['all'],
  ['fixture.test/...'],
  ['fixture.test/web'],
  ['fixture.test/web@v1.1.0'],
  ['fixture.test/web@v1.0.0'],
  ['fixture.test/web@latest'],
  ['fixture.test/web@upgrade'],
  ['fixture.test/web@patch'],
  ['fixture.test/web@v1'],
  ['fixture.test/web@v1.1'],
  ['fixture.test/web@<v1.1.0'],
  ['fixture.test/web@>=v1.0.0'],
  ['fixture.test/alpha@main'],
  ['fixture.test/alpha@aaaaaaaaaaaa'],
  ['fixture.test/alpha@v1.10.1-0.20240203040506-aaaaaaaaaaaa'],
  ['fixture.test/untagged@latest'],
  ['fixture.test/nosuch'],
  ['fixture.test/nosuch@latest'],
  ['fixture.test/nosuch@v1.0.0'],
  ['fixture.test/alpha@v1.0.0', 'fixture.test/web'],
  ['go@latest'],
  ['toolchain@latest'],
];

const nameOf = (args: readonly string[]) =>
  args
    .join('_')
    .replaceAll('fixture.test/', '')
    .replaceAll(/[^\w=.@-]/g, '.') || 'nothing';

const any = (env: Readonly<Record<string, string>>, ...run: string[]): Step => ({ run, env, expect: 'any' });

const ways: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  off: { GOPROXY: 'off' },
  cache: { GOPROXY: 'file://$MODCACHE/cache/download', GOMODCACHE: '$HOME/second' },
  'cache-then-off': { GOPROXY: 'file://$MODCACHE/cache/download,off' },
  'off-first': { GOPROXY: 'off,$PROXY' },
};

/** What fills the cache: what the project needs, or answers to queries, too. */
const fills: Readonly<Record<string, readonly Step[]>> = {
  needed: [{ run: ['mod', 'download', 'all'] }],
  asked: [
    { run: ['mod', 'download', 'all'] },
    {
      run: [
        'mod',
        'download',
        'fixture.test/web@latest',
        'fixture.test/web@v1.0.0',
        'fixture.test/alpha@main',
        'fixture.test/untagged@latest',
      ],
    },
    { run: ['list', '-m', '-versions', 'fixture.test/web', 'fixture.test/alpha'] },
  ],
};

/** The cases. */
export function offlineCases(): Case[] {
  return Object.entries(ways).flatMap(([way, env]) =>
    Object.entries(fills)
      .flatMap(([fill, steps]) =>
        queries.map((args) =>
          onMade(`offline/${way}/${fill}/${nameOf(args)}`, {
            steps: [
              ...steps,
              any(env, 'mod', 'download', '-json', ...args),
              any(env, 'mod', 'download', ...args),
              any(env, 'list', '-m', '-json', ...(args.length > 0 ? args : ['all'])),
              any(env, 'list', '-m', '-mod=mod', '-versions', ...(args.length > 0 ? args : ['all'])),
            ],
          }),
        ),
      )
      .concat(
        onMade(`offline/${way}/outside`, {
          project: nothing,
          steps: [
            { run: ['mod', 'download', 'fixture.test/web@latest', 'fixture.test/log@v1.0.0'] },
            any(env, 'mod', 'download', '-json', 'fixture.test/web@latest', 'fixture.test/web@v1.1.0'),
            any(env, 'mod', 'download', '-x', 'fixture.test/log@v1'),
            any(env, 'list', '-m', '-versions', 'fixture.test/web'),
          ],
        }),
      ),
  );
}
