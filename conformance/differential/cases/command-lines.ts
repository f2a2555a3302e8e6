// Command lines and variables of the process that are odd each in its own way, in the usual project and outside.
//
// Traces of several modules are not here: go prints them in another order each time.

import type { Case, Step } from '../case.js';
import { nothing, onMade } from './common.js';

const any = (run: readonly string[]): Step => ({ run, expect: 'any' });

const lines: readonly (readonly string[])[] = [
  ['version', '-json', 'go.mod'],
  ['version', '-m'],
  ['-C=.', 'version'],
  ['-C', '', 'version'],
  ['-C=', 'version'],
  ['--C', '.', 'env', 'GOMOD'],
  ['-C', 'main.go', 'version'],
  ['mod', '-C', '.', 'verify'],
  ['mod', 'verify', '-C', '.'],
  ['mod', 'verify', '-C=nosuch'],
  ['mod', 'verify', '-x', '-C', '.'],
  ['list', '-C', '.', '-m'],
  ['list', '-m', '-C', '.'],
  ['env', '-C', '/', 'GOMOD'],
  ['env', 'GOMOD', '-C', '/'],
  ['clean', '-C', '.', '-modcache', '-n'],
  ['clean', '-modcache', '-cache', '-n'],
  ['clean', '-modcache', 'x', '-n'],
  ['clean', '-n', '-modcache', '-i'],

  ['mod', 'download', '-json=false', 'fixture.test/web'],
  ['mod', 'download', '-json=1', 'fixture.test/web'],
  ['mod', 'download', '-json', '-x=false', 'fixture.test/web'],
  ['mod', 'download', '-modcacherw=false', 'fixture.test/web'],
  ['mod', 'download', '-modfile=', 'fixture.test/web'],
  ['mod', 'download', '--', 'fixture.test/web'],
  ['mod', 'download', '-', 'x'],
  ['mod', 'download', '--', '-x'],
  ['mod', 'edit', '-json', '-fmt'],
  ['mod', 'edit', '-print', '-json', '-go=1.22'],
  ['mod', 'edit', '-x', '-go=1.22'],
  ['mod', 'edit', '-n', '-go=1.22'],
  ['mod', 'edit', '-modfile=x', '-go=1.22'],
  ['mod', 'edit', '-go=1.99'],
  ['mod', 'edit', '-go=1.21', '-toolchain=go1.99'],
  ['mod', 'edit', '-go', '1.22', 'go.mod', '-print'],
  ['mod', 'edit', '-C', '.', '-print'],
  ['mod', 'edit', '-require', 'a.test/b@v1.0.0', '-require=a.test/b@v1.1.0', '-print'],
  ['mod', 'edit', '-exclude=a.test/b@v1', '-print'],
  ['mod', 'edit', '-retract=[v1.1.0,v1.0.0]', '-print'],
  ['mod', 'edit', '-tool=a.test/b@v1.0.0', '-print'],
  ['mod', 'edit', '-replace=a.test/b@v1.0.0=../x@v1', '-print'],
  ['mod', 'edit', '-replace=a.test/b=C:\\x', '-print'],
  ['env', '-json', '-u', 'GOFLAGS'],
  ['env', '-w', 'GOFLAGS=-x', 'GOFLAGS=-v'],
  ['env', '-w', 'GODEBUG=x'],
  ['env', '-w', 'GOEXPERIMENT=nosuch'],
  ['env', '-w', 'GOOS=linux', 'GOARCH=nosuch'],
  ['env', '-w', 'GOTOOLCHAIN=rubbish'],
  ['env', '-w', 'GOPROXY=a b'],
  ['env', '-w', 'GOCACHEPROG=x'],
  ['env', '-w', 'GOAUTH=rubbish x'],
  ['env', '-w', 'PKG_CONFIG=x'],
  ['env', '-w', 'CGO_CFLAGS=-O2'],
  ['env', '-w', 'GOTELEMETRY=off'],
  ['env', '-w', 'GOVERSION=1'],
  ['env', '-w', 'GOROOT=/x'],
  ['env', '-w', 'GOAMD64=v9'],
  [
    'env',
    'GOTELEMETRY',
    'GOTELEMETRYDIR',
    'GOFIPS140',
    'GOCACHEPROG',
    'GOAUTH',
    'GODEBUG',
    'GOEXPERIMENT',
    'AR',
    'CXX',
    'GOARM',
    'GOGCCFLAGS2',
    'PWD',
  ],
  ['list', '-m', '-versions', '-json=Versions', 'fixture.test/alpha'],
  ['list', '-m', '-f', '{{.Path}}', 'all'],
  ['list', '-m', '-e', '-json', 'fixture.test/web@v9'],
  ['list', '-m', '--', 'all'],
  ['list', '-m', '-mod=vendor', 'all'],
  ['list', '-m', '-modfile=x.mod', 'all'],
  ['list', '-m', '-test', 'all'],
  ['list', '-m', '-deps', 'all'],
  ['list', '-m', '-export', 'all'],
  ['list', '-m', '-find', 'all'],
  ['list', '-m', '-compiled', 'all'],
  [
    'mod',
    'download',
    'fixture.test/web@v1.1.0',
    'fixture.test/web@v1.0.0',
    'fixture.test/alpha@v1.0.0',
    'fixture.test/alpha@v1.1.0',
  ],
];

const variables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'goflags-C': { GOFLAGS: '-C=.' },
  'goflags-modfile': { GOFLAGS: '-modfile=nosuch.mod' },
  'goflags-dup': { GOFLAGS: '-x -x=false' },
  goos: { GOOS: 'windows' },
  'goos-bad': { GOOS: 'nosuch' },
  'goarch-bad': { GOARCH: 'nosuch' },
  goamd64: { GOAMD64: 'v9' },
  goexperiment: { GOEXPERIMENT: 'nosuch' },
  godebug: { GODEBUG: 'nosuch=1' },
  'gotoolchain-path': { GOTOOLCHAIN: 'path' },
  'gotoolchain-rubbish': { GOTOOLCHAIN: 'rubbish' },
  'gotoolchain-auto': { GOTOOLCHAIN: 'auto' },
  'goroot-bad': { GOROOT: '/proc/nosuch' },
  'gobin-relative': { GOBIN: 'x' },
  goauth: { GOAUTH: 'x y z' },
  govcs: { GOVCS: 'rubbish' },
  goinsecure: { GOINSECURE: '*' },
  gofips: { GOFIPS140: 'x' },
  nofips: { GOFIPS140: 'latest' },
  'gowork-rel': { GOWORK: 'x.work' },
  'goenv-rel': { GOENV: 'x' },
  lang: { LANG: 'de_DE.UTF-8', LC_ALL: 'C' },
  cgi: { REQUEST_METHOD: 'GET', HTTP_PROXY: 'http://127.0.0.1:1' },
  'http-proxy-local': { HTTP_PROXY: 'http://127.0.0.1:1', NO_PROXY: '' },
  timezone: { TZ: 'Asia/Tokyo' },
  ci: { CI: '1' },
  'no-color': { NO_COLOR: '1' },
  term: { TERM: 'xterm' },
  'goflags-lines': { GOFLAGS: '-mod=mod\n-modcacherw' },
  'goflags-tabs': { GOFLAGS: '-mod=mod\t-modcacherw' },
  'gotoolchain-suffix': { GOTOOLCHAIN: 'local+x' },
  'gotoolchain-least': { GOTOOLCHAIN: 'x+auto' },
  'gotoolchain-local-auto': { GOTOOLCHAIN: 'local+auto' },
  'gotoolchain-off': { GOTOOLCHAIN: 'rubbish', GO111MODULE: 'off' },
  'gowork-off': { GOWORK: 'x', GO111MODULE: 'off' },
};

const round: readonly (readonly string[])[] = [
  ['mod', 'download', '-json'],
  ['list', '-m', '-json', 'all'],
  ['mod', 'verify'],
  ['env', 'GOFLAGS', 'GOMOD'],
  ['env', 'GOTOOLCHAIN'],
  ['env', '-changed'],
  ['version'],
  ['mod', 'edit', '-go=1.22'],
  ['nosuch'],
  ['env', '-w', 'GOTOOLCHAIN=auto'],
];

const nameOf = (run: readonly string[], index: number) =>
  `${String(index).padStart(2, '0')}-${run
    .join('_')
    .replaceAll(/[^\w=.@-]/g, '.')
    .slice(0, 60)}`;

/** The cases. */
export function commandLineCases(): Case[] {
  return [
    ...lines.flatMap((run, index) => [
      onMade(`line/inside/${nameOf(run, index)}`, {
        steps: [{ run: ['mod', 'download', 'fixture.test/color'] }, any(run), any(run)],
      }),
      onMade(`line/outside/${nameOf(run, index)}`, { project: nothing, steps: [any(run)] }),
    ]),
    ...Object.entries(variables).map(([name, env]) =>
      onMade(`line/variable/${name}`, { env, steps: round.map(any) }),
    ),
  ];
}
