// One main module in many states: what its go.mod says, where it lies, which file stands for it. Each state goes through the same
// round of commands, from those that change nothing to those that write.

import type { Case, Edit, Step } from '../case.js';
import { goMod, nothing, onMade, project } from './common.js';

interface State {
  /** go.mod of a project of its own; the usual project when not given. */
  readonly mod?: string;
  readonly start?: readonly Edit[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** No project. */
  readonly outside?: true;
  /** See Case. */
  readonly cacheDiffers?: true;
}

const round: readonly (readonly string[])[] = [
  ['list', '-m'],
  ['list', '-m', '-json'],
  ['mod', 'graph'],
  ['list', '-m', 'all'],
  ['list', '-m', '-json', '-e', 'all'],
  ['mod', 'download', '-json'],
  ['mod', 'download'],
  ['list', '-m', '-json', 'all'],
  ['list', '-m', '-mod=mod', '-json', 'fixture.test/web', 'fixture.test/alpha@v1.0.0'],
  ['mod', 'download', 'fixture.test/log'],
  ['mod', 'download', 'all'],
  ['list', '-m', '-mod=mod', 'all'],
  ['mod', 'graph', '-go=1.16'],
  ['mod', 'verify'],
];

const any = (run: readonly string[], more: Partial<Step> = {}): Step => ({ run, expect: 'any', ...more });
const add = (text: string): Edit => ({ append: 'project/go.mod', text: `\n${text}\n` });
const drop = (pattern: RegExp): Edit => ({ replace: 'project/go.mod', pattern, by: '' });
const goLine = (by: string): Edit => ({ replace: 'project/go.mod', pattern: /go 1\.21\n/, by });
const LOG = { write: 'project/log/go.mod', text: 'module fixture.test/log\n\ngo 1.19\n' };
const WEB = 'module example.test/m\n\ngo 1.21\n\nrequire fixture.test/web v1.0.0\n';

/** What go.mod says. */
const texts: Readonly<Record<string, State>> = {
  usual: {},
  'no-go-line': { start: [goLine('')] },
  'no-go-line-web': { mod: 'module example.test/m\n\nrequire fixture.test/web v1.0.0\n' },
  'no-go-line-two-versions': {
    mod: 'module example.test/m\n\nrequire (\n\tfixture.test/web v1.0.0\n\tfixture.test/web v1.1.0\n)\n',
  },
  'no-go-line-nothing-required': { mod: 'module example.test/m\n' },
  'no-go-line-toolchain': { mod: 'module example.test/m\n\ntoolchain go1.22.0\n' },
  'go-1.13': { start: [goLine('go 1.13\n')] },
  'go-1.16': { start: [goLine('go 1.16\n')] },
  'go-1.17': { start: [goLine('go 1.17\n')] },
  'go-1.20-too-low': { mod: 'module example.test/m\n\ngo 1.20\n\nrequire fixture.test/web v1.0.0\n' },
  'go-1.26': { start: [goLine('go 1.26\n')] },
  'go-1.26.8': { start: [goLine('go 1.26.8\n')] },
  'go-1.27': { start: [goLine('go 1.27\n')] },
  'go-1.22rc1': { start: [goLine('go 1.22rc1\n')] },
  'go-bad': { start: [goLine('go 1.21.x\n')] },
  'go-v': { start: [goLine('go v1.21\n')] },
  'go-twice': { start: [goLine('go 1.21\ngo 1.22\n')] },
  'toolchain-older': { start: [goLine('go 1.21\n\ntoolchain go1.20.1\n')] },
  'toolchain-equal': { start: [goLine('go 1.21.0\n\ntoolchain go1.21.0\n')] },
  'toolchain-default': { start: [goLine('go 1.21\n\ntoolchain default\n')] },
  'toolchain-local': { start: [goLine('go 1.21\n\ntoolchain local\n')] },
  'toolchain-future': { start: [goLine('go 1.21\n\ntoolchain go1.999.1\n')] },
  'toolchain-named': { start: [goLine('go 1.21\n\ntoolchain go1.22.1-mine\n')] },
  'toolchain-and-old-go': { start: [goLine('go 1.16\n\ntoolchain go1.22.1\n')] },
  'excluded-requirement': { start: [add('exclude fixture.test/web v1.1.0')] },
  'excluded-indirect': { start: [add('exclude fixture.test/log v1.1.0')] },
  'excluded-old': { start: [goLine('go 1.16\n'), add('exclude fixture.test/log v1.1.0')] },
  'excluded-everything': {
    mod: 'module example.test/m\n\ngo 1.21\n\nrequire fixture.test/web v1.0.0\n\nexclude fixture.test/web v1.0.0\n',
  },
  'excluded-twice': {
    start: [add('exclude fixture.test/log v1.0.0'), add('exclude fixture.test/log v1.0.0')],
  },
  'missing-roots': { mod: WEB },
  'missing-roots-old': { mod: WEB.replace('1.21', '1.16') },
  'root-too-low': {
    mod: 'module example.test/m\n\ngo 1.21\n\nrequire (\n\tfixture.test/web v1.1.0\n\tfixture.test/alpha v1.0.0\n\tfixture.test/log v1.0.0 // indirect\n)\n',
  },
  'root-too-low-old': {
    mod: 'module example.test/m\n\ngo 1.16\n\nrequire (\n\tfixture.test/web v1.1.0\n\tfixture.test/alpha v1.0.0\n)\n',
  },
  'root-too-low-1.17': {
    mod: 'module example.test/m\n\ngo 1.17\n\nrequire (\n\tfixture.test/web v1.1.0\n\tfixture.test/alpha v1.0.0\n)\n',
  },
  'two-versions': { start: [add('require fixture.test/web v1.0.0')] },
  'two-versions-old': { start: [goLine('go 1.16\n'), add('require fixture.test/web v1.0.0')] },
  'same-line-twice': { start: [add('require fixture.test/web v1.1.0')] },
  'same-line-twice-indirect': { start: [add('require fixture.test/web v1.1.0 // indirect')] },
  'three-blocks': { start: [add('require (\n\tfixture.test/early v0.1.0-alpha\n)')] },
  'commented-blocks': { start: [add('// why\nrequire (\n\tfixture.test/web v1.0.0 // old\n)')] },
  itself: { start: [add('require example.test/project v1.0.0')] },
  'itself-old': { start: [goLine('go 1.16\n'), add('require example.test/project v1.0.0')] },
  'itself-replaced': { start: [add('replace example.test/project => ./log')] },
  'itself-replaced-in-vendor-folder': {
    mod: 'module example.test/m\n\ngo 1.21\n\nreplace example.test/m => ./log\n',
    start: [{ write: 'project/vendor/modules.txt', text: '# example.test/m => ./log\n' }],
  },
  'is-a-dependency': {
    mod: 'module fixture.test/log\n\ngo 1.21\n\nrequire fixture.test/web v1.0.0\n',
  },
  'is-a-dependency-old': {
    mod: 'module fixture.test/log\n\ngo 1.13\n\nrequire fixture.test/web v1.0.0\n',
  },
  'named-go': { mod: 'module go\n\ngo 1.21\n' },
  'named-toolchain': { mod: 'module toolchain\n\ngo 1.21\n' },
  'named-std': { mod: 'module std\n\ngo 1.21\n' },
  'named-without-dot': { mod: 'module m\n\ngo 1.21\n\nrequire fixture.test/web v1.0.0\n' },
  'named-badly': { mod: 'module example.test/m!\n\ngo 1.21\n' },
  'named-like-a-folder': { mod: 'module ./m\n\ngo 1.21\n' },
  'named-v1': { mod: 'module example.test/m/v1\n\ngo 1.21\n' },
  'requires-go': { start: [add('require go v1.21.0')] },
  'requires-std': { start: [add('require std v1.21.0')] },
  'requires-branch-incompatible': {
    mod: 'module example.test/m\n\ngo 1.21\n\nrequire (\n\tfixture.test/upgraded latest\n\tfixture.test/incompatible latest\n)\n',
  },
  'requires-branches': {
    mod: 'module example.test/m\n\ngo 1.21\n\nrequire (\n\tfixture.test/alpha main\n\tfixture.test/untagged main\n)\n',
  },
  'requires-prefix': { mod: 'module example.test/m\n\ngo 1.21\n\nrequire fixture.test/alpha v1\n' },
  'requires-range': { mod: 'module example.test/m\n\ngo 1.21\n\nrequire fixture.test/alpha ">=v1.1.0"\n' },
  'requires-missing-branch': {
    mod: 'module example.test/m\n\ngo 1.21\n\nrequire (\n\tfixture.test/alpha nosuch\n\tfixture.test/web neither\n)\n',
  },
  'requires-branch-of-major': {
    mod: 'module example.test/m\n\ngo 1.21\n\nrequire fixture.test/major/v2 v2\n',
  },
  'requires-wrong-major': {
    mod: 'module example.test/m\n\ngo 1.21\n\nrequire fixture.test/major/v2 v3.0.0\n',
  },
  'requires-gopkgin': {
    mod: 'module example.test/m\n\ngo 1.21\n\nrequire gopkg.in/fixture.v1 v0.0.0-gopkgin-v1.4.0\n',
  },
  'requires-incompatible-suffix': {
    mod: 'module example.test/m\n\ngo 1.21\n\nrequire fixture.test/incompatible v2.0.0\n',
  },
  'requires-deprecated-and-gone': {
    mod: 'module example.test/m\n\ngo 1.21\n\nrequire (\n\tfixture.test/old v1.0.0\n\tfixture.test/allgone v1.0.0\n)\n',
  },
  'tool-lines': { start: [add('tool fixture.test/web/cmd')] },
  'tool-badly-named': { start: [add('tool fixture.test/web/c!md')] },
  'tool-relative': { start: [add('tool ./cmd')] },
  'godebug-lines': { start: [add('godebug default=go1.21')] },
  'godebug-unknown': { start: [add('godebug (\n\tnosuch=1\n\tother=2\n)')] },
  'godebug-too-new': { start: [add('godebug default=go1.999')] },
  malformed: { start: [add('require (')] },
  'malformed-often': { start: [add('require x\nreplace a\nexclude\nfrobnicate\nretract [v1')] },
  'malformed-version': { start: [add('require fixture.test/web v1.x.0')] },
  'malformed-too-new': { start: [goLine('go 1.999\n'), add('frobnicate x')] },
  'malformed-too-new-toolchain': {
    start: [goLine('go 1.999\n\ntoolchain go1.999.1\n'), add('frobnicate x')],
  },
  'byte-order-mark': { start: [{ replace: 'project/go.mod', pattern: /^/, by: '\ufeff' }] },
  crlf: { start: [{ replace: 'project/go.mod', pattern: /\n/g, by: '\r\n' }] },
  'crlf-missing-roots': { mod: WEB.replaceAll('\n', '\r\n') },
  'no-final-newline': { start: [drop(/\n$/)] },
  'no-final-newline-missing-roots': { mod: WEB.trimEnd() },
  'nul-bytes': { start: [add('// \0')] },
  'invalid-utf8': { start: [add('// \\xff')] },
  empty: { mod: '' },
  'only-comment': { mod: '// nothing\n' },
  'no-module-line': { mod: 'go 1.21\n' },
  'two-module-lines': { mod: 'module a.test/a\nmodule b.test/b\n' },
  'retracts-itself': { start: [add('retract (\n\tv1.0.0 // no\n\t[v1.2.0, v1.3.0]\n)')] },
};

/** Replacements. */
const replacements: Readonly<Record<string, State>> = {
  folder: { start: [LOG, add('replace fixture.test/log => ./log')] },
  'folder-with-separator': { start: [LOG, add('replace fixture.test/log => ./log/')] },
  'folder-above': { start: [{ ...LOG, write: 'log/go.mod' }, add('replace fixture.test/log => ../log')] },
  'folder-absolute': { start: [LOG, add('replace fixture.test/log => /nosuch/log')] },
  'folder-missing': { start: [add('replace fixture.test/log => ./log')] },
  'folder-without-gomod': { start: [{ folder: 'project/log' }, add('replace fixture.test/log => ./log')] },
  'folder-is-a-file': {
    start: [{ write: 'project/log', text: '' }, add('replace fixture.test/log => ./log')],
  },
  'folder-with-gomod-folder': {
    start: [{ folder: 'project/log/go.mod' }, add('replace fixture.test/log => ./log')],
  },
  'folder-with-other-path': {
    start: [{ ...LOG, text: 'module example.test/other\n' }, add('replace fixture.test/log => ./log')],
  },
  'folder-without-module-line': {
    start: [{ ...LOG, text: 'go 1.19\n' }, add('replace fixture.test/log => ./log')],
  },
  'folder-malformed': { start: [{ ...LOG, text: 'module (\n' }, add('replace fixture.test/log => ./log')] },
  'folder-too-new': {
    start: [
      { ...LOG, text: 'module fixture.test/log\n\ngo 1.999\n' },
      add('replace fixture.test/log => ./log'),
    ],
  },
  'folder-newer-than-main': {
    start: [
      { ...LOG, text: 'module fixture.test/log\n\ngo 1.25\n' },
      add('replace fixture.test/log => ./log'),
    ],
  },
  'folder-requires-more': {
    start: [
      { ...LOG, text: 'module fixture.test/log\n\ngo 1.19\n\nrequire fixture.test/alpha v1.10.0\n' },
      add('replace fixture.test/log => ./log'),
    ],
  },
  'folder-requires-replaced': {
    start: [
      { ...LOG, text: 'module fixture.test/log\n\ngo 1.16\n\nrequire fixture.test/nowhere v1.0.0\n' },
      { write: 'project/nowhere/go.mod', text: 'module fixture.test/nowhere\n' },
      add('replace fixture.test/log => ./log\nreplace fixture.test/nowhere => ./nowhere'),
    ],
  },
  'folder-of-one-version': { start: [LOG, add('replace fixture.test/log v1.1.0 => ./log')] },
  'folder-of-another-version': { start: [LOG, add('replace fixture.test/log v1.0.0 => ./log')] },
  'folder-unused': { start: [add('replace fixture.test/nosuch => ./nosuch')] },
  fork: { start: [add('replace fixture.test/log => fixture.test/fork v1.9.0')] },
  'fork-missing': { start: [add('replace fixture.test/log => fixture.test/fork v1.99.0')] },
  'fork-of-direct': { start: [add('replace fixture.test/web v1.1.0 => fixture.test/web v1.0.0')] },
  'fork-by-branch': { start: [add('replace fixture.test/log => fixture.test/alpha main')] },
  'fork-by-prefix': { start: [add('replace fixture.test/log => fixture.test/fork v1.9')] },
  'fork-without-version': { start: [add('replace fixture.test/log => fixture.test/fork')] },
  'fork-othername': { start: [add('replace fixture.test/log => fixture.test/othername v1.0.0')] },
  'fork-without-gomod': { start: [add('replace fixture.test/log => fixture.test/incompatible v1.0.0')] },
  'fork-retracted': { start: [add('replace fixture.test/log => fixture.test/alpha v1.2.1')] },
  'fork-in-use-twice': { start: [add('replace fixture.test/log => fixture.test/alpha v1.2.0')] },
  'fork-too-new': { start: [add('replace fixture.test/log => fixture.test/future v1.0.0')] },
  'any-and-one': {
    start: [
      LOG,
      add('replace fixture.test/log => ./log\nreplace fixture.test/log v1.1.0 => fixture.test/fork v1.9.0'),
    ],
  },
  contradiction: {
    start: [add('replace fixture.test/log => ./log\nreplace fixture.test/log => ./log2')],
  },
  repetition: { start: [LOG, add('replace fixture.test/log => ./log\nreplace fixture.test/log => ./log')] },
  'not-required': {
    mod: 'module example.test/m\n\ngo 1.21\n\nreplace fixture.test/log => fixture.test/fork v1.9.0\n',
  },
  'nowhere-else': {
    mod: 'module example.test/m\n\ngo 1.21\n\nrequire nowhere.test/x v1.2.3\n\nreplace nowhere.test/x => fixture.test/fork v1.9.0\n',
  },
  'nowhere-else-badly-named': {
    mod: 'module example.test/m\n\ngo 1.21\n\nrequire x v1.2.3\n\nreplace x => fixture.test/fork v1.9.0\n',
  },
  'of-go': { start: [add('replace go v1.21 => ./log')] },
};

/** Where the module lies, and which file stands for it. */
const places: Readonly<Record<string, State>> = {
  subfolder: { start: [{ folder: 'project/sub/deep' }], cwd: 'project/sub/deep' },
  'no-module': { outside: true },
  'no-module-git': { outside: true, start: [{ write: 'project/.git/config', text: '' }] },
  'no-module-gomod-folder': { outside: true, start: [{ folder: 'project/go.mod' }] },
  'linked-file': {
    start: [
      { copy: 'project/go.mod', to: 'elsewhere.mod' },
      { remove: 'project/go.mod' },
      { link: 'project/go.mod', to: '../elsewhere.mod' },
    ],
  },
  'linked-file-missing-roots': {
    mod: WEB,
    start: [
      { copy: 'project/go.mod', to: 'elsewhere.mod' },
      { remove: 'project/go.mod' },
      { link: 'project/go.mod', to: '../elsewhere.mod' },
    ],
  },
  'broken-link': { outside: true, start: [{ link: 'project/go.mod', to: '../nosuch.mod' }] },
  'linked-folder': { start: [{ link: 'linked', to: 'project' }], cwd: 'linked' },
  'temporary-root': { start: [{ copy: 'project/go.mod', to: 'tmp/go.mod' }], cwd: 'tmp' },
  'below-temporary-root': {
    start: [{ copy: 'project/go.mod', to: 'tmp/go.mod' }, { folder: 'tmp/sub' }],
    cwd: 'tmp/sub',
  },
  'gopath-with-gomod': { start: [{ write: 'gopath/go.mod', text: WEB }] },
  'gopath-with-gomod-outside': { outside: true, start: [{ write: 'gopath/go.mod', text: WEB }] },
  'gopath-with-gomod-auto': {
    outside: true,
    start: [{ write: 'gopath/go.mod', text: WEB }],
    env: { GO111MODULE: 'auto' },
  },
  'gopath-with-gomod-folder': { start: [{ folder: 'gopath/go.mod' }] },
  'in-gopath': { start: [{ write: 'gopath/go.mod', text: WEB }], cwd: 'gopath' },
  'in-gopath-src': { start: [{ write: 'gopath/src/x/go.mod', text: WEB }], cwd: 'gopath/src/x' },
  off: { env: { GO111MODULE: 'off' } },
  auto: { env: { GO111MODULE: 'auto' } },
  'auto-outside': { outside: true, env: { GO111MODULE: 'auto' } },
  'off-outside': { outside: true, env: { GO111MODULE: 'off' } },
  on: { env: { GO111MODULE: 'on' } },
  'on-outside': { outside: true, env: { GO111MODULE: 'on' } },
  'bad-setting': { env: { GO111MODULE: 'ON' } },
  'off-with-mod': { env: { GO111MODULE: 'off', GOFLAGS: '-mod=mod' } },
};

const OTHER = 'module example.test/other\n\ngo 1.21\n\nrequire fixture.test/web v1.0.0\n';
const overlay = (text: string): Edit => ({ write: 'project/overlay.json', text });

/** Flags in GOFLAGS. */
const flags: Readonly<Record<string, State>> = {
  'modfile-relative': {
    env: { GOFLAGS: '-modfile=other.mod' },
    start: [{ write: 'project/other.mod', text: OTHER }],
  },
  'modfile-relative-subfolder': {
    env: { GOFLAGS: '-modfile=other.mod' },
    cwd: 'project/sub',
    start: [{ write: 'project/sub/other.mod', text: OTHER }],
  },
  'modfile-above': {
    env: { GOFLAGS: '-modfile=../other.mod' },
    cwd: 'project/sub',
    start: [{ folder: 'project/sub' }, { write: 'project/other.mod', text: OTHER }],
  },
  'modfile-absolute': {
    env: { GOFLAGS: '-modfile=$HOME/other.mod' },
    start: [{ write: 'home/other.mod', text: OTHER }],
  },
  'modfile-with-sums': {
    cacheDiffers: true,
    env: { GOFLAGS: '-modfile=other.mod' },
    start: [
      { write: 'project/other.mod', text: OTHER },
      { write: 'project/other.sum', text: 'one two\n' },
    ],
  },
  'modfile-missing': { env: { GOFLAGS: '-modfile=nosuch.mod' } },
  'modfile-is-a-folder': { env: { GOFLAGS: '-modfile=sub.mod' }, start: [{ folder: 'project/sub.mod' }] },
  'modfile-other-suffix': { env: { GOFLAGS: '-modfile=other.txt' } },
  'modfile-malformed': {
    env: { GOFLAGS: '-modfile=other.mod' },
    start: [{ write: 'project/other.mod', text: 'module (\n' }],
  },
  'modfile-outside': { outside: true, env: { GOFLAGS: '-modfile=other.mod' } },
  'modfile-replaces-folder': {
    env: { GOFLAGS: '-modfile=sub/other.mod' },
    start: [LOG, { write: 'project/sub/other.mod', text: `${OTHER}\nreplace fixture.test/log => ./log\n` }],
  },
  'modfile-off': { env: { GOFLAGS: '-modfile=other.mod', GO111MODULE: 'off' } },
  'overlay-gomod': {
    env: { GOFLAGS: '-overlay=overlay.json' },
    start: [overlay('{"Replace":{"go.mod":"real.txt"}}'), { copy: 'project/go.mod', to: 'project/real.txt' }],
  },
  'overlay-gomod-missing-roots': {
    env: { GOFLAGS: '-overlay=overlay.json' },
    start: [overlay('{"Replace":{"go.mod":"real.txt"}}'), { write: 'project/real.txt', text: WEB }],
  },
  'overlay-gomod-missing': {
    env: { GOFLAGS: '-overlay=overlay.json' },
    start: [overlay('{"Replace":{"go.mod":"real.txt"}}')],
  },
  'overlay-gomod-deleted': {
    env: { GOFLAGS: '-overlay=overlay.json' },
    start: [overlay('{"Replace":{"go.mod":""}}')],
  },
  'overlay-makes-a-module': {
    outside: true,
    env: { GOFLAGS: '-overlay=$PROJECT/overlay.json' },
    start: [overlay('{"Replace":{"sub/go.mod":"real.txt"}}'), { write: 'project/real.txt', text: WEB }],
  },
  'overlay-gosum': {
    env: { GOFLAGS: '-overlay=overlay.json' },
    start: [overlay('{"Replace":{"go.sum":"sums.txt"}}'), { write: 'project/sums.txt', text: '' }],
  },
  'overlay-gosum-deleted': {
    env: { GOFLAGS: '-overlay=overlay.json' },
    start: [overlay('{"Replace":{"go.sum":""}}'), { write: 'project/go.sum', text: 'one two\n' }],
  },
  'overlay-replacement-folder': {
    env: { GOFLAGS: '-overlay=overlay.json' },
    start: [
      overlay('{"Replace":{"log/go.mod":"real.txt"}}'),
      { write: 'project/real.txt', text: LOG.text },
      add('replace fixture.test/log => ./log'),
    ],
  },
  'overlay-absolute': {
    env: { GOFLAGS: '-overlay=$PROJECT/overlay.json' },
    start: [overlay('{"Replace":{"/nosuch/go.mod":"/nosuch/other"}}')],
  },
  'overlay-of-cache': {
    env: { GOFLAGS: '-overlay=overlay.json' },
    start: [overlay('{"Replace":{"../gopath/pkg/mod/x":"real.txt"}}')],
  },
  'overlay-extra-fields': {
    env: { GOFLAGS: '-overlay=overlay.json' },
    start: [overlay('{"Other":[1,2],"replace":{"x":"y"},"Replace":{"z":"w"}}')],
  },
  'overlay-missing': { env: { GOFLAGS: '-overlay=nosuch.json' } },
  'overlay-is-a-folder': { env: { GOFLAGS: '-overlay=.' } },
  'overlay-empty': { env: { GOFLAGS: '-overlay=overlay.json' }, start: [overlay('')] },
  'overlay-null': { env: { GOFLAGS: '-overlay=overlay.json' }, start: [overlay('null')] },
  'overlay-list': { env: { GOFLAGS: '-overlay=overlay.json' }, start: [overlay('[]')] },
  'overlay-number': { env: { GOFLAGS: '-overlay=overlay.json' }, start: [overlay('{"Replace":{"a":1}}')] },
  'overlay-string': { env: { GOFLAGS: '-overlay=overlay.json' }, start: [overlay('{"Replace":"a"}')] },
  'overlay-garbage': { env: { GOFLAGS: '-overlay=overlay.json' }, start: [overlay('rubbish')] },
  'overlay-more-behind': { env: { GOFLAGS: '-overlay=overlay.json' }, start: [overlay('{} x')] },
  'overlay-comma': { env: { GOFLAGS: '-overlay=overlay.json' }, start: [overlay('{"Replace":{"a":"b",}}')] },
  'overlay-empty-name': {
    env: { GOFLAGS: '-overlay=overlay.json' },
    start: [overlay('{"Replace":{"":"b"}}')],
  },
  'overlay-one-name-twice': {
    env: { GOFLAGS: '-overlay=overlay.json' },
    start: [overlay('{"Replace":{"a":"b","./a":"c"}}')],
  },
  'overlay-file-in-file': {
    env: { GOFLAGS: '-overlay=overlay.json' },
    start: [overlay('{"Replace":{"a":"b","a/c":"d"}}')],
  },
  'overlay-off': { env: { GOFLAGS: '-overlay=nosuch.json', GO111MODULE: 'off' } },
  'mod-mod': { env: { GOFLAGS: '-mod=mod' } },
  'mod-mod-outside': { outside: true, env: { GOFLAGS: '-mod=mod' } },
  'mod-readonly': { env: { GOFLAGS: '-mod=readonly' } },
  'mod-readonly-missing-roots': { mod: WEB, env: { GOFLAGS: '-mod=readonly' } },
  'mod-readonly-no-go-line': {
    mod: 'module example.test/m\n\nrequire fixture.test/web v1.0.0\n',
    env: { GOFLAGS: '-mod=readonly' },
  },
  'mod-vendor': { env: { GOFLAGS: '-mod=vendor' } },
  'mod-vendor-outside': { outside: true, env: { GOFLAGS: '-mod=vendor' } },
  'mod-empty': { env: { GOFLAGS: '-mod=' } },
  'mod-rubbish': { env: { GOFLAGS: '-mod=rubbish' } },
  modcacherw: { env: { GOFLAGS: '-modcacherw' } },
  'modcacherw-false': { env: { GOFLAGS: '-modcacherw=false' } },
  'modcacherw-rubbish': { env: { GOFLAGS: '-modcacherw=maybe' } },
  twice: { env: { GOFLAGS: '-mod=mod -mod=readonly' } },
  'of-others': { env: { GOFLAGS: '-ldflags=-w -count=1 -trimpath' } },
  'double-dash': { env: { GOFLAGS: '--mod=mod' } },
  json: { env: { GOFLAGS: '-json' } },
  e: { env: { GOFLAGS: '-e' } },
  m: { env: { GOFLAGS: '-m' } },
  spaces: { env: { GOFLAGS: '  -mod=mod   ' } },
  'open-quote': { env: { GOFLAGS: "'-mod=mod" } },
  'no-value': { env: { GOFLAGS: '-mod' } },
};

/** Sums that are there at the start. */
const sums: Readonly<Record<string, State>> = {
  malformed: { start: [{ write: 'project/go.sum', text: 'one two\n' }], cacheDiffers: true },
  'malformed-line-3': {
    start: [{ write: 'project/go.sum', text: '\n\na b c d\n' }],
    cacheDiffers: true,
  },
  blank: { start: [{ write: 'project/go.sum', text: '\n  \n\t\n' }] },
  crlf: { start: [{ write: 'project/go.sum', text: 'fixture.test/zzz v1.0.0 h1:xyz=\r\n' }] },
  mark: { start: [{ write: 'project/go.sum', text: '\ufefffixture.test/zzz v1.0.0 h1:xyz=\n' }] },
  'unknown-algorithm': {
    start: [
      {
        write: 'project/go.sum',
        text: 'fixture.test/log v1.1.0/go.mod h7:xyz=\nfixture.test/log v1.1.0 h7:xyz=\n',
      },
    ],
  },
  linked: {
    start: [
      { write: 'elsewhere.sum', text: '' },
      { link: 'project/go.sum', to: '../elsewhere.sum' },
    ],
  },
  'broken-link': { start: [{ link: 'project/go.sum', to: '../nosuch/x.sum' }] },
};

function cases(group: string, table: Readonly<Record<string, State>>): Case[] {
  return Object.entries(table).map(([name, { mod, start = [], env = {}, cwd, outside, cacheDiffers }]) =>
    onMade(`module/${group}/${name}`, {
      project: outside ? nothing : mod === undefined ? project : goMod(mod),
      start,
      env,
      ...(cacheDiffers ? { cacheDiffers } : {}),
      steps: round.map((run) => any(run, cwd === undefined ? {} : { cwd })),
    }),
  );
}

/** The cases. */
export function moduleStateCases(): Case[] {
  return [
    ...cases('gomod', texts),
    ...cases('replace', replacements),
    ...cases('place', places),
    ...cases('flags', flags),
    ...cases('sums', sums),
  ];
}
