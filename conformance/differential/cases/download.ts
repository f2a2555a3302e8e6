// `mod download` on made-up modules: what is fetched, saved, printed and refused.

import type { Case, Edit } from '../case.js';
import { goMod, made, nothing, onMade, overBoth, project } from './common.js';

const requireLine = (line: string): Edit => ({ append: 'project/go.mod', text: `\nrequire ${line}\n` });

/** The usual command lines, over both transports. */
function plain(): Case[] {
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ['plain', []],
    ['json', ['-json']],
    ['all', ['all']],
    ['all-json', ['-json', 'all']],
    ['modcacherw', ['-modcacherw']],
    ['pattern', ['-json', 'fixture.test/l...']],
    ['pattern-everything', ['...']],
    ['pattern-nothing', ['fixture.test/nosuch...']],
    ['pattern-two', ['-json', 'fixture.test/c...', 'fixture.test/alpha']],
    ['path', ['fixture.test/web']],
    ['path-json', ['-json', 'fixture.test/web', 'fixture.test/deep']],
    ['path-repeated', ['-json', 'fixture.test/web', 'fixture.test/web']],
    ['known-version', ['-json', 'fixture.test/web@v1.1.0']],
    ['main', ['example.test/project']],
    ['standard', ['std']],
    ['go-itself', ['-json', 'go']],
  ];
  return lines.flatMap(([name, args]) =>
    overBoth({
      name: `download/${name}`,
      project,
      source: made,
      steps: [
        { run: ['mod', 'download', ...args], expect: 'any' },
        { run: ['mod', 'download', ...args], expect: 'any' },
      ],
      swapped: [{ run: ['mod', 'download', ...args], expect: 'any' }],
    }),
  );
}

/** The same with a checksum database. */
function withDatabase(): Case[] {
  return [
    ...overBoth({
      name: 'download/database/json',
      project,
      source: made,
      sumdb: true,
      env: { GOSUMDB: '$SUMDB' },
      steps: [{ run: ['mod', 'download', '-json'] }, { run: ['mod', 'download', '-json', 'all'] }],
      swapped: [{ run: ['mod', 'download', 'all'], offline: true }],
    }),
    ...[
      ['fixture.test/color@v0.2.0'],
      ['-json', 'fixture.test/color@v0.2.0'],
      ['-x', 'fixture.test/color@v0.2.0'],
    ].map((args) =>
      onMade(`download/database/one${args.length > 1 ? args[0] : ''}`, {
        project: nothing,
        sumdb: true,
        steps: [{ run: ['mod', 'download', ...args] }],
      }),
    ),
    onMade('download/database/unknown-module', {
      sumdb: { without: ['fixture.test/color@v0.2.0'] },
      steps: [
        { run: ['mod', 'download', '-json'], expect: 'fail' },
        { run: ['mod', 'download'], expect: 'fail' },
      ],
    }),
    onMade('download/database/other-sum', {
      sumdb: { wrong: ['fixture.test/color@v0.2.0'] },
      steps: [
        { run: ['mod', 'download', 'fixture.test/color'], expect: 'fail' },
        { run: ['mod', 'download', '-json', 'fixture.test/color'], expect: 'fail' },
      ],
    }),
    onMade('download/database/gonosumdb', {
      sumdb: { wrong: ['fixture.test/color@v0.2.0'] },
      env: { GONOSUMDB: 'fixture.test/co*' },
      steps: [{ run: ['mod', 'download', '-json', 'all'] }],
    }),
    onMade('download/database/key-of-another', {
      sumdb: true,
      env: {
        GOSUMDB: 'sum.other.test+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8 $PROXY/sumdb-host',
      },
      steps: [{ run: ['mod', 'download', 'fixture.test/color'], expect: 'fail' }],
    }),
    onMade('download/database/malformed-key', {
      env: { GOSUMDB: 'sum.other.test+xyz' },
      steps: [{ run: ['mod', 'download', 'fixture.test/color'], expect: 'fail' }],
    }),
  ];
}

/** Trace lines: one module at a time, so that their order is fixed. */
function traced(): Case[] {
  return [
    onMade('download/x/one', {
      project: nothing,
      steps: [{ run: ['mod', 'download', '-x', 'fixture.test/color@v0.2.0'] }],
    }),
    onMade('download/x/query', {
      project: nothing,
      steps: [{ run: ['mod', 'download', '-x', '-json', 'fixture.test/color@latest'] }],
    }),
    onMade('download/x/missing', {
      project: nothing,
      steps: [{ run: ['mod', 'download', '-x', 'fixture.test/color@v9.9.9'], expect: 'fail' }],
    }),
    onMade('download/x/file', {
      project: nothing,
      transport: 'file',
      steps: [{ run: ['mod', 'download', '-x', 'fixture.test/color@v0.2.0'] }],
    }),
  ];
}

/** Projects in unusual states. */
function states(): Case[] {
  const both = [
    { run: ['mod', 'download'], expect: 'any' as const },
    { run: ['mod', 'download', '-json'], expect: 'any' as const },
  ];
  const start = (name: string, ...edits: Edit[]) =>
    onMade(`download/state/${name}`, { start: edits, steps: both });
  const text = (name: string, content: string) =>
    onMade(`download/state/${name}`, { project: goMod(content), steps: both });
  return [
    start('no-indirect', {
      replace: 'project/go.mod',
      pattern: /require \(\n\tfixture\.test\/color[^)]*\)\n/,
      by: '',
    }),
    start('indirect-too-low', { replace: 'project/go.mod', pattern: /log v1\.1\.0/, by: 'log v1.0.0' }),
    start('direct-too-low', { replace: 'project/go.mod', pattern: /alpha v1\.2\.0/, by: 'alpha v1.0.0' }),
    start('unused', requireLine('fixture.test/old v1.0.0')),
    start('unused-branch', requireLine('fixture.test/alpha main')),
    start('query-in-gomod', requireLine('fixture.test/early latest')),
    start('two-versions', requireLine('fixture.test/alpha v1.1.0')),
    start('missing-module', requireLine('fixture.test/nosuch v1.0.0')),
    start('missing-version', requireLine('fixture.test/alpha v1.77.0')),
    start('duplicate', requireLine('fixture.test/web v1.1.0')),
    start('exclude', { append: 'project/go.mod', text: '\nexclude fixture.test/log v1.1.0\n' }),
    start('replace-remote', {
      append: 'project/go.mod',
      text: '\nreplace fixture.test/log => fixture.test/fork v1.9.0\n',
    }),
    start('replace-version', {
      append: 'project/go.mod',
      text: '\nreplace fixture.test/alpha v1.2.0 => fixture.test/alpha v1.1.0\n',
    }),
    start('replace-name', {
      append: 'project/go.mod',
      text: '\nreplace fixture.test/log => fixture.test/fork master\n',
    }),
    start('replace-missing-folder', {
      append: 'project/go.mod',
      text: '\nreplace fixture.test/log => ./log\n',
    }),
    start(
      'replace-folder',
      { append: 'project/go.mod', text: '\nreplace fixture.test/log => ./log\n' },
      { write: 'project/log/go.mod', text: 'module fixture.test/log\n\nrequire fixture.test/color v0.2.0\n' },
    ),
    start(
      'replace-folder-without-gomod',
      { append: 'project/go.mod', text: '\nreplace fixture.test/log => ./log\n' },
      { folder: 'project/log' },
    ),
    start('unpruned-project', { replace: 'project/go.mod', pattern: /go 1\.21/, by: 'go 1.16' }),
    start('old-project', { replace: 'project/go.mod', pattern: /go 1\.21/, by: 'go 1.12' }),
    start('no-go-line', { replace: 'project/go.mod', pattern: /go 1\.21\n/, by: '' }),
    start('newer-go', { replace: 'project/go.mod', pattern: /go 1\.21/, by: 'go 1.999' }),
    start('toolchain-line', {
      replace: 'project/go.mod',
      pattern: /go 1\.21/,
      by: 'go 1.21\n\ntoolchain go1.22.3',
    }),
    start('tool-line', { append: 'project/go.mod', text: '\ntool fixture.test/alpha/cmd\n' }),
    start('ignore-line', { append: 'project/go.mod', text: '\nignore ./static\n' }),
    start('crlf', { replace: 'project/go.mod', pattern: /go 1\.21\n/, by: 'go 1.21\r\n' }),
    start('unformatted', {
      replace: 'project/go.mod',
      pattern: /\tfixture\.test\/alpha v1\.2\.0/,
      by: '  fixture.test/alpha   v1.2.0',
    }),
    start('vendor', { write: 'project/vendor/modules.txt', text: '# fixture.test/alpha v1.2.0\n' }),
    start('needs-future', requireLine('fixture.test/future v1.0.0')),
    start('needs-othername', requireLine('fixture.test/othername v1.0.0')),
    start('needs-badmod', requireLine('fixture.test/badmod v1.0.0')),
    start('no-gomod', { remove: 'project/go.mod' }),
    start('empty-gomod', { write: 'project/go.mod', text: '' }),
    start('retract', { append: 'project/go.mod', text: '\nretract v1.0.0 // because\n' }),
    start('malformed', { append: 'project/go.mod', text: '\nrequire (\n' }),
    start('malformed-twice', { append: 'project/go.mod', text: '\nrequire x\nreplace a b c\n' }),
    start('unknown-verb', { append: 'project/go.mod', text: '\nfrobnicate x\n' }),
    start('bad-version', requireLine('fixture.test/alpha v1.x')),
    start('bad-path', requireLine('fixture.test/al!pha v1.0.0')),
    start('major-mismatch', requireLine('fixture.test/major v2.0.0')),
    start('malformed-gosum', { write: 'project/go.sum', text: 'one two\n' }),
    start('gosum-blank-lines', { write: 'project/go.sum', text: '\n\n' }),
    start('gomod-is-a-folder', { remove: 'project/go.mod' }, { folder: 'project/go.mod' }),
    text('nothing-required', 'module example.test/empty\n\ngo 1.21\n'),
    text('only-module', 'module example.test/empty\n'),
    text('std-name', 'module example.test/empty\n\ngo 1.21\n\nrequire fmt v1.0.0\n'),
  ];
}

/** Failing modules among good ones. */
function partly(): Case[] {
  const names = [
    'wrongprefix',
    'otherinfo',
    'badinfo',
    'badmod',
    'othername',
    'traversal',
    'twice',
    'caseclash',
    'bomb',
    'liar',
    'future',
  ];
  return names.flatMap((name) => [
    onMade(`download/failing/${name}/outside`, {
      project: nothing,
      steps: [
        {
          run: ['mod', 'download', '-json', 'fixture.test/color@v0.1.0', `fixture.test/${name}@v1.0.0`],
          expect: 'any',
        },
        { run: ['mod', 'download', `fixture.test/${name}@v1.0.0`], expect: 'any' },
      ],
    }),
    onMade(`download/failing/${name}/inside`, {
      steps: [
        { run: ['mod', 'download', `fixture.test/${name}@v1.0.0`, 'fixture.test/color'], expect: 'any' },
        {
          run: ['mod', 'download', '-json', `fixture.test/${name}@v1.0.0`, 'fixture.test/color'],
          expect: 'any',
        },
      ],
    }),
    onMade(`download/failing/${name}/required`, {
      start: [requireLine(`fixture.test/${name} v1.0.0`)],
      steps: [
        { run: ['mod', 'download'], expect: 'any' },
        { run: ['mod', 'download', '-json'], expect: 'any' },
        { run: ['mod', 'download', 'fixture.test/color', 'fixture.test/alpha'], expect: 'any' },
      ],
    }),
  ]);
}

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
export function downloadCases(): Case[] {
  return [
    ...plain(),
    ...withDatabase(),
    ...traced(),
    ...states(),
    ...partly(),
    ...settings(),
    ...workspaces(),
  ];
}
