// A checksum database that answers badly, at each of its paths, behind the proxy and at its own host; and GOSUMDB in its forms.
// One module at a time, so that what is asked first is always the same.

import type { FaultAction } from '../../fixtures/fault.js';
import type { Case, Step } from '../case.js';
import { nothing, onMade } from './common.js';

const actions: Readonly<Record<string, FaultAction>> = {
  404: { status: 404, text: 'not here\n' },
  410: { status: 410, text: 'gone\n' },
  403: { status: 403, text: 'not for you\n' },
  500: { status: 500, text: 'it broke\n' },
  empty: { body: '' },
  rubbish: { body: 'rubbish\n' },
  'rubbish-lines': { body: 'one\ntwo\n\nthree\n' },
  flipped: { flip: 3 },
  'flipped-at-end': { flip: -3 },
  redirect: { redirect: 'forever' },
};

/** Where the database is asked; `supported` only behind a proxy. */
const paths = ['supported', 'latest', 'lookup/*', 'tile/*'];

const COLOR = 'fixture.test/color@v0.2.0';
const any = (...run: string[]): Step => ({ run, expect: 'any' });

/** Faults at each path. */
function faulty(): Case[] {
  const bases = ['sumdb/sum.fixture.test', 'sumdb-host'] as const;
  // Asked at its own host: the proxy does not know the database.
  const unknown = { path: 'sumdb/*', action: { status: 404, text: 'not found\n' } };
  return bases.flatMap((base) =>
    paths
      .filter((path) => path !== 'supported' || base !== 'sumdb-host')
      .flatMap((path) =>
        Object.entries(actions).map(([name, action]) =>
          onMade(`database/fault/${base.split('/')[0]}/${path.replace('/*', '')}/${name}`, {
            project: nothing,
            sumdb: true,
            faults: [{ path: `${base}/${path}`, action }, ...(base === 'sumdb-host' ? [unknown] : [])],
            env: { GOSUMDB: '$SUMDB' },
            steps: [any('mod', 'download', '-json', COLOR), any('mod', 'download', COLOR)],
          }),
        ),
      ),
  );
}

/** Forms of GOSUMDB and what goes round it. */
const settings: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  usual: { GOSUMDB: '$SUMDB' },
  off: { GOSUMDB: 'off' },
  empty: { GOSUMDB: '' },
  'key-only': { GOSUMDB: 'sum.fixture.test+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8' },
  'unknown-name': { GOSUMDB: 'sum.nosuch.test' },
  'three-words': { GOSUMDB: 'a b c' },
  'bad-url': { GOSUMDB: 'sum.golang.org http://[::1' },
  'url-without-scheme': { GOSUMDB: 'sum.golang.org fixture.test' },
  'name-and-own-url': { GOSUMDB: 'sum.golang.org $PROXY/sumdb-host' },
  spaces: { GOSUMDB: '  $SUMDB  ' },
  'bad-key-hash': {
    GOSUMDB: 'sum.fixture.test+00000000+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8 $PROXY/sumdb-host',
  },
  gonosumdb: { GOSUMDB: '$SUMDB', GONOSUMDB: 'fixture.test' },
  'gonosumdb-glob': { GOSUMDB: '$SUMDB', GONOSUMDB: '*.test/col*' },
  'gonosumdb-other': { GOSUMDB: '$SUMDB', GONOSUMDB: 'other.test,fixture.test/web' },
  'gonosumdb-bad-glob': { GOSUMDB: '$SUMDB', GONOSUMDB: 'fixture.test/[,fixture.test/color' },
  'goprivate-none': { GOSUMDB: '$SUMDB', GOPRIVATE: 'fixture.test', GONOPROXY: 'none' },
  'goprivate-both': { GOSUMDB: '$SUMDB', GOPRIVATE: 'fixture.test', GONOPROXY: 'none', GONOSUMDB: 'none' },
  gonosumcheck: { GOSUMDB: '$SUMDB', GONOSUMCHECK: '1' },
  'goflags-insecure': { GOSUMDB: '$SUMDB', GOFLAGS: '-insecure' },
  goinsecure: { GOSUMDB: '$SUMDB', GOINSECURE: 'fixture.test' },
};

/** What is in the module cache and in $GOPATH/pkg/sumdb from before. */
function leftovers(): Case[] {
  const latest = 'gopath/pkg/sumdb/sum.fixture.test/latest';
  const one = (name: string, ...before: NonNullable<Step['before']>) =>
    onMade(`database/left/${name}`, {
      project: nothing,
      sumdb: true,
      env: { GOSUMDB: '$SUMDB' },
      steps: [
        { run: ['mod', 'download', COLOR] },
        { ...any('mod', 'download', '-json', 'fixture.test/log@v1.1.0'), before },
        any('mod', 'download', '-x', 'fixture.test/web@v1.1.0'),
      ],
    });
  return [
    one('nothing-changed'),
    one('latest-gone', { remove: 'gopath/pkg/sumdb' }),
    one('latest-empty', { write: latest, text: '' }),
    one('latest-rubbish', { write: latest, text: 'rubbish\n' }),
    one('latest-unsigned', {
      write: latest,
      text: 'go.sum database tree\n5\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n',
    }),
    one('latest-flipped', { flip: latest, at: 30 }),
    one('latest-is-a-folder', { remove: latest }, { folder: latest }),
    one('cached-lookups-gone', { remove: 'gopath/pkg/mod/cache/download/sumdb' }),
    // Cut files are another matter: we ask again, go stumbles over them for ever (engine/sumdb/operations.ts).
    one('cached-lookup-flipped', {
      flip: 'gopath/pkg/mod/cache/download/sumdb/sum.fixture.test/lookup/fixture.test/color@v0.2.0',
      at: 40,
    }),
    one(
      'cached-lookup-of-another',
      { folder: 'gopath/pkg/mod/cache/download/sumdb/sum.fixture.test/lookup/fixture.test' },
      {
        copy: 'gopath/pkg/mod/cache/download/sumdb/sum.fixture.test/lookup/fixture.test/color@v0.2.0',
        to: 'gopath/pkg/mod/cache/download/sumdb/sum.fixture.test/lookup/fixture.test/log@v1.1.0',
      },
    ),
    one('module-cache-gone', { remove: 'gopath/pkg/mod' }),
    one('sumdb-folder-is-a-file', { remove: 'gopath/pkg/sumdb' }, { write: 'gopath/pkg/sumdb', text: '' }),
  ];
}

/** The cases. */
export function databaseCases(): Case[] {
  return [
    ...faulty(),
    ...leftovers(),
    ...Object.entries(settings).map(([name, env]) =>
      onMade(`database/setting/${name}`, {
        project: nothing,
        sumdb: true,
        env,
        steps: [
          any('mod', 'download', '-json', COLOR),
          any('mod', 'download', '-x', 'fixture.test/log@v1.1.0'),
          any('env', 'GOSUMDB', 'GONOSUMDB', 'GONOPROXY'),
        ],
      }),
    ),
  ];
}
