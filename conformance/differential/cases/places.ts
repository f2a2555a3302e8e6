// `mod download` under other settings and in other places: environment, flags, proxies, folders, workspaces.

import type { Case, Edit } from '../case.js';
import { nothing, onMade } from './common.js';

/** Flags, modes and places. */
function settings(): Case[] {
  const one = (name: string, run: readonly string[], more: Partial<Case> = {}) =>
    onMade(`download/setting/${name}`, { ...more, steps: [{ run, expect: 'any' }] });
  const altered = (env: Record<string, string>) => ({ env });
  return [
    one('outside-no-arguments', ['mod', 'download'], { project: nothing }),
    one('outside-all', ['mod', 'download', 'all'], { project: nothing }),
    one('outside-pattern', ['mod', 'download', 'fixture.test/...'], { project: nothing }),
    one('module-mode-off', ['mod', 'download'], altered({ GO111MODULE: 'off' })),
    one('module-mode-auto', ['mod', 'download'], { project: nothing, ...altered({ GO111MODULE: 'auto' }) }),
    one('module-mode-rubbish', ['mod', 'download'], altered({ GO111MODULE: 'maybe' })),
    one('goflags-unknown', ['mod', 'download'], altered({ GOFLAGS: '-nosuchflag' })),
    one('goflags-rubbish', ['mod', 'download'], altered({ GOFLAGS: 'rubbish' })),
    one(
      'goflags-of-others',
      ['mod', 'download', 'fixture.test/color'],
      altered({ GOFLAGS: '-tags=x -race' }),
    ),
    one('goflags-modcacherw', ['mod', 'download', 'fixture.test/color'], altered({ GOFLAGS: '-modcacherw' })),
    one('goflags-readonly', ['mod', 'download'], altered({ GOFLAGS: '-mod=readonly' })),
    one('goflags-vendor', ['mod', 'download'], altered({ GOFLAGS: '-mod=vendor' })),
    one(
      'goflags-quoted',
      ['mod', 'download', 'fixture.test/color'],
      altered({ GOFLAGS: `'-tags=a b' -modcacherw` }),
    ),
    one('proxy-off', ['mod', 'download'], altered({ GOPROXY: 'off' })),
    one(
      'proxy-off-json',
      ['mod', 'download', '-json', 'fixture.test/color@v0.1.0'],
      altered({ GOPROXY: 'off' }),
    ),
    one(
      'proxy-comma',
      ['mod', 'download', '-json', 'fixture.test/color@v0.1.0'],
      altered({ GOPROXY: '$PROXY/none,$PROXY' }),
    ),
    one(
      'proxy-pipe',
      ['mod', 'download', '-json', 'fixture.test/color@v0.1.0'],
      altered({ GOPROXY: 'http://127.0.0.1:1|$PROXY' }),
    ),
    one(
      'proxy-comma-refused',
      ['mod', 'download', '-json', 'fixture.test/color@v0.1.0'],
      altered({ GOPROXY: 'http://127.0.0.1:1,$PROXY' }),
    ),
    one(
      'proxy-then-off',
      ['mod', 'download', '-json', 'fixture.test/nosuch@v0.1.0'],
      altered({ GOPROXY: '$PROXY,off' }),
    ),
    one(
      'proxy-two-missing',
      ['mod', 'download', '-json', 'fixture.test/nosuch@v0.1.0'],
      altered({ GOPROXY: '$PROXY,$PROXY/two' }),
    ),
    one('proxy-empty-entries', ['mod', 'download', 'fixture.test/color'], altered({ GOPROXY: ',,$PROXY,,' })),
    one('proxy-only-commas', ['mod', 'download', 'fixture.test/color'], altered({ GOPROXY: ',,' })),
    one('proxy-bad-url', ['mod', 'download', 'fixture.test/color'], altered({ GOPROXY: 'http://[::1' })),
    one(
      'proxy-bad-scheme',
      ['mod', 'download', 'fixture.test/color'],
      altered({ GOPROXY: 'ftp://fixture.test' }),
    ),
    one(
      'proxy-file-missing',
      ['mod', 'download', 'fixture.test/color'],
      altered({ GOPROXY: 'file:///nosuch/folder' }),
    ),
    one(
      'proxy-file-then-http',
      ['mod', 'download', 'fixture.test/color'],
      altered({ GOPROXY: 'file:///nosuch/folder,$PROXY' }),
    ),
    one('proxy-slash-at-end', ['mod', 'download', 'fixture.test/color'], altered({ GOPROXY: '$PROXY/' })),
    one('modfile', ['mod', 'download', '-modfile=other.mod', '-json'], {
      start: [
        {
          write: 'project/other.mod',
          text: 'module example.test/other\n\ngo 1.21\n\nrequire fixture.test/log v1.0.0\n',
        },
      ],
    }),
    one('modfile-bad-name', ['mod', 'download', '-modfile=other.txt']),
    one('modfile-missing', ['mod', 'download', '-modfile=other.mod']),
    one('overlay', ['mod', 'download', '-overlay=overlay.json', '-json'], {
      start: [
        { write: 'project/overlay.json', text: '{"Replace":{"go.mod":"real.txt"}}' },
        {
          write: 'project/real.txt',
          text: 'module example.test/other\n\ngo 1.21\n\nrequire fixture.test/color v0.1.0\n',
        },
      ],
    }),
    one('overlay-malformed', ['mod', 'download', '-overlay=overlay.json'], {
      start: [{ write: 'project/overlay.json', text: '{' }],
    }),
    one('chdir', ['-C', '../project/sub', 'mod', 'download', '-json', 'fixture.test/color'], {
      start: [{ folder: 'project/sub' }],
    }),
    one('chdir-flag', ['mod', 'download', '-C', 'sub', '-json', 'fixture.test/color'], {
      start: [{ folder: 'project/sub' }],
    }),
    one('chdir-missing', ['-C', 'nosuch', 'mod', 'download']),
    one('chdir-late', ['mod', 'download', '-json', '-C', 'sub']),
    one('subfolder', ['mod', 'download', '-json', 'fixture.test/color'], {
      start: [{ write: 'project/sub/x.txt', text: '' }],
    }),
    one('reuse-inside', ['mod', 'download', '-reuse=old.json', '-json']),
    one('reuse-missing', ['mod', 'download', '-reuse=old.json', '-json', 'fixture.test/color@v0.1.0'], {
      project: nothing,
    }),
    one('reuse', ['mod', 'download', '-reuse=old.json', '-json', 'fixture.test/color@latest'], {
      project: nothing,
      start: [
        {
          write: 'project/old.json',
          text: '{"Path":"fixture.test/color","Version":"v0.2.0","Query":"latest"}\n',
        },
      ],
    }),
    one('flag-unknown', ['mod', 'download', '-nosuch']),
    one('flag-bad-value', ['mod', 'download', '-json=maybe']),
    one('flag-double-dash', ['mod', 'download', '--json', 'fixture.test/color']),
    one('flag-after-argument', ['mod', 'download', 'fixture.test/color', '-json']),
    one('gopath-relative', ['mod', 'download'], altered({ GOPATH: 'relative' })),
    one('gomodcache-relative', ['mod', 'download'], altered({ GOMODCACHE: 'relative' })),
    one(
      'gomodcache-own',
      ['mod', 'download', '-json', 'fixture.test/color'],
      altered({ GOMODCACHE: '$HOME/cache' }),
    ),
    one('no-home', ['mod', 'download', 'fixture.test/color'], altered({ HOME: '' })),
    one('no-home-no-gopath', ['mod', 'download', 'fixture.test/color'], altered({ HOME: '', GOPATH: '' })),
    one(
      'gopath-two',
      ['mod', 'download', '-json', 'fixture.test/color'],
      altered({ GOPATH: '$HOME/one:$HOME/two' }),
    ),
    one('env-file', ['mod', 'download', 'fixture.test/color'], {
      start: [{ write: 'home/.config/go/env', text: 'GOFLAGS=-modcacherw\nGOSUMDB=off\n' }],
      env: { GOSUMDB: '' },
    }),
    one('cache-is-a-file', ['mod', 'download', 'fixture.test/color'], {
      start: [{ write: 'gopath/pkg', text: '' }],
    }),
  ];
}

/** Workspaces. */
function workspaces(): Case[] {
  const start: readonly Edit[] = [
    { write: 'project/go.work', text: 'go 1.21\n\nuse (\n\t./one\n\t./two\n)\n' },
    {
      write: 'project/one/go.mod',
      text: 'module example.test/one\n\ngo 1.21\n\nrequire fixture.test/web v1.0.0\n',
    },
    {
      write: 'project/two/go.mod',
      text: 'module example.test/two\n\ngo 1.20\n\nrequire fixture.test/log v1.1.0\n',
    },
  ];
  const one = (name: string, run: readonly string[], edits: readonly Edit[] = [], more: Partial<Case> = {}) =>
    onMade(`download/workspace/${name}`, {
      project: nothing,
      start: [...start, ...edits],
      ...more,
      steps: [
        { run, expect: 'any' },
        { run, expect: 'any', cwd: 'project/two' },
      ],
    });
  return [
    one('plain', ['mod', 'download']),
    one('json', ['mod', 'download', '-json']),
    one('path', ['mod', 'download', '-json', 'fixture.test/color']),
    one('all', ['mod', 'download', 'all']),
    one('query', ['mod', 'download', '-json', 'fixture.test/alpha@latest']),
    one('member', ['mod', 'download', 'example.test/one', 'example.test/two@upgrade']),
    one('verify', ['mod', 'verify']),
    one('list', ['list', '-m', 'all']),
    one('list-members', ['list', '-m']),
    one('list-json', ['list', '-m', '-json', 'all']),
    one('off', ['mod', 'download', '-json'], [], { env: { GOWORK: 'off' } }),
    one('missing-member', ['mod', 'download'], [{ remove: 'project/two/go.mod' }]),
    one(
      'replace',
      ['mod', 'download', '-json'],
      [{ append: 'project/go.work', text: '\nreplace fixture.test/log => fixture.test/fork v1.9.0\n' }],
    ),
    one('malformed', ['mod', 'download'], [{ append: 'project/go.work', text: '\nuse (\n' }]),
    one(
      'go-too-old',
      ['mod', 'download'],
      [{ replace: 'project/go.work', pattern: /go 1\.21/, by: 'go 1.18' }],
    ),
    one('env', ['env', 'GOWORK', 'GOMOD']),
  ];
}

/** The cases. */
export function placeCases(): Case[] {
  return [...settings(), ...workspaces()];
}
