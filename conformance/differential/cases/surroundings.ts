// Where and by whom the command is run: places of the caches, folders and files that may not be read or written, umask, closed
// and full streams, folders that are gone.

import type { Case, Edit, Step } from '../case.js';
import { nothing, onMade } from './common.js';

const any = (run: readonly string[], more: Partial<Step> = {}): Step => ({ run, expect: 'any', ...more });
const COLOR = 'fixture.test/color@v0.2.0';
const cache = 'gopath/pkg/mod/cache/download';

/** The usual commands, from those that only read. */
const round: readonly (readonly string[])[] = [
  ['list', '-m', 'all'],
  ['mod', 'download', '-json'],
  ['mod', 'download', 'all'],
  ['mod', 'verify'],
  ['mod', 'edit', '-require=fixture.test/new@v1.0.0'],
  ['list', '-m', '-mod=mod', '-versions', 'fixture.test/alpha'],
  ['env', 'GOMODCACHE', 'GOPATH', 'GOMOD'],
  ['clean', '-modcache'],
];
const all = (more: Partial<Step> = {}): Step[] => round.map((run) => any(run, more));

/** Places of the module cache. */
const places: Readonly<Record<string, Partial<Case>>> = {
  link: { start: [{ folder: 'elsewhere' }, { link: 'gopath/pkg/mod', to: '../../elsewhere' }] },
  'link-by-variable': {
    start: [{ folder: 'elsewhere' }, { link: 'home/cache', to: '../elsewhere' }],
    env: { GOMODCACHE: '$HOME/cache' },
  },
  'link-to-nowhere': { start: [{ link: 'gopath/pkg/mod', to: '../../nosuch' }] },
  'link-of-download': {
    start: [{ folder: 'elsewhere' }, { link: cache, to: '../../../../elsewhere' }],
  },
  'gopath-link': {
    start: [{ folder: 'elsewhere' }, { remove: 'gopath' }, { link: 'gopath', to: 'elsewhere' }],
  },
  spaces: { env: { GOMODCACHE: '$HOME/a cache "of" mine' } },
  'not-ascii': { env: { GOMODCACHE: '$HOME/câché' } },
  'not-clean': { env: { GOMODCACHE: '$HOME/../home//./cache/' } },
  'with-at': { env: { GOMODCACHE: '$HOME/a@b' } },
  'with-colon': { env: { GOMODCACHE: '$HOME/a:b' } },
  'in-the-project': { env: { GOMODCACHE: '$PROJECT/.cache' } },
  'is-the-project': { env: { GOMODCACHE: '$PROJECT' } },
  'is-a-file': { start: [{ write: 'gopath/pkg/mod', text: '' }] },
  'download-is-a-file': { start: [{ write: cache, text: '' }] },
  'lock-is-a-folder': { start: [{ folder: 'gopath/pkg/mod/cache/lock' }] },
  'module-folder-is-a-file': { start: [{ write: `${cache}/fixture.test/color`, text: '' }] },
  'unpacked-parent-is-a-file': { start: [{ write: 'gopath/pkg/mod/fixture.test', text: '' }] },
  'gopath-list': { env: { GOPATH: '$HOME/one:$GOPATH' } },
  'gopath-empty-entry': { env: { GOPATH: ':$GOPATH' } },
  'gopath-empty': { env: { GOPATH: '' } },
  'gopath-empty-no-home': { env: { GOPATH: '', HOME: '' } },
  'gopath-is-home-go': { env: { GOPATH: '$HOME/go' } },
  'gopath-tilde': { env: { GOPATH: '~/go' } },
  'gomodcache-by-env-file': {
    start: [{ write: 'home/.config/go/env', text: 'GOMODCACHE=/proc/nosuch\n' }],
    env: { GOMODCACHE: '$HOME/cache' },
  },
  'tmpdir-missing': { env: { TMPDIR: '/proc/nosuch' } },
  'gotmpdir-missing': { env: { GOTMPDIR: '/proc/nosuch' } },
  'gocache-off': { env: { GOCACHE: 'off' } },
  'gocache-relative': { env: { GOCACHE: 'relative' } },
  'no-gocache-no-home': { env: { GOCACHE: '', HOME: '', XDG_CACHE_HOME: '' } },
  'project-link': { start: [{ link: 'linked', to: 'project' }] },
};

/**
 * What the user may not do. An unreadable go.sum is not here: go takes it for empty and verifies nothing, we refuse it
 * (engine/fetch/sum-ledger.ts). Each change is made after a run that filled the cache.
 */
const denials: Readonly<Record<string, readonly Edit[]>> = {
  nothing: [],
  'cache-not-writable': [{ chmod: 'gopath/pkg/mod', mode: 0o555 }],
  'cache-not-readable': [{ chmod: 'gopath/pkg/mod', mode: 0o000 }],
  'download-not-writable': [{ chmod: cache, mode: 0o555 }],
  'versions-not-writable': [{ chmod: `${cache}/fixture.test/color/@v`, mode: 0o555 }],
  'versions-not-readable': [{ chmod: `${cache}/fixture.test/color/@v`, mode: 0o000 }],
  'mod-not-readable': [{ chmod: `${cache}/fixture.test/color/@v/v0.2.0.mod`, mode: 0o000 }],
  'zip-not-readable': [{ chmod: `${cache}/fixture.test/color/@v/v0.2.0.zip`, mode: 0o000 }],
  'hash-not-readable': [{ chmod: `${cache}/fixture.test/color/@v/v0.2.0.ziphash`, mode: 0o000 }],
  'info-not-readable': [{ chmod: `${cache}/fixture.test/color/@v/v0.2.0.info`, mode: 0o000 }],
  'lock-not-writable': [{ chmod: `${cache}/fixture.test/color/@v/v0.2.0.lock`, mode: 0o444 }],
  'cache-lock-not-writable': [{ chmod: 'gopath/pkg/mod/cache/lock', mode: 0o444 }],
  'unpacked-not-readable': [{ chmod: 'gopath/pkg/mod/fixture.test/color@v0.2.0', mode: 0o000 }],
  'unpacked-file-not-readable': [{ chmod: 'gopath/pkg/mod/fixture.test/color@v0.2.0/color.go', mode: 0o000 }],
  'unpacked-parent-not-readable': [{ chmod: 'gopath/pkg/mod/fixture.test', mode: 0o000 }],
  'unpacked-parent-not-writable': [{ chmod: 'gopath/pkg/mod/fixture.test', mode: 0o555 }],
  'gomod-not-readable': [{ chmod: 'project/go.mod', mode: 0o000 }],
  'gomod-not-writable': [{ chmod: 'project/go.mod', mode: 0o444 }],
  'gosum-not-writable': [{ chmod: 'project/go.sum', mode: 0o444 }],
  'project-not-writable': [{ chmod: 'project', mode: 0o555 }],
  'project-not-readable': [{ chmod: 'project', mode: 0o111 }],
  'project-not-enterable': [{ chmod: 'project', mode: 0o444 }],
  'home-not-readable': [{ chmod: 'home', mode: 0o000 }],
  'env-file-not-readable': [{ write: 'home/.config/go/env', text: 'GOFLAGS=-x\n', mode: 0o000 }],
  'tmp-not-writable': [{ chmod: 'tmp', mode: 0o555 }],
};
const usual: readonly Step[] = [
  { run: ['mod', 'download', 'all'] },
  { run: ['mod', 'download', '-json', COLOR] },
];
/** Changes of the project make it necessary to write. */
const stale: Edit = { replace: 'project/go.mod', pattern: /alpha v1\.2\.0/, by: 'alpha v1.1.0' };
const noSums: Edit = { write: 'project/go.sum', text: '' };

function denied(): Case[] {
  const steps = (edits: readonly Edit[], ...first: Edit[]) => {
    const [head = [], ...rest] = round;
    return [any(head, { before: [...first, ...edits] }), ...rest.map((run) => any(run))];
  };
  return Object.entries(denials).flatMap(([name, edits]) => [
    onMade(`around/denied/${name}/warm`, { unprivileged: true, steps: [...usual, ...steps(edits)] }),
    onMade(`around/denied/${name}/stale`, { unprivileged: true, steps: [...usual, ...steps(edits, stale)] }),
    onMade(`around/denied/${name}/no-sums`, {
      unprivileged: true,
      steps: [...usual, ...steps(edits, noSums)],
    }),
  ]);
}

/** Lines for the shell before the command. */
const shells: Readonly<Record<string, string>> = {
  'umask-077': 'umask 077',
  'umask-000': 'umask 000',
  'umask-027': 'umask 027',
  'umask-777': 'umask 777',
  'no-stdout': 'exec >&-',
  'no-stderr': 'exec 2>&-',
  'no-stdin': 'exec <&-',
  'full-stdout': 'exec >/dev/full',
  'full-stderr': 'exec 2>/dev/full',
  'read-only-stdout': 'exec 1</dev/null',
  'folder-gone': 'mkdir ../gone && cd ../gone && rmdir ../gone',
  'folder-not-pwd': 'cd ../tmp && PWD=/nosuch && export PWD',
  'pwd-relative': 'PWD=. && export PWD',
  'pwd-unset': 'unset PWD',
  'few-files': 'ulimit -n 256',
};

/** The cases. */
export function surroundingsCases(): Case[] {
  return [
    ...Object.entries(places).flatMap(([name, more]) => [
      onMade(`around/place/${name}`, {
        ...more,
        steps: [any(['env', '-changed']), ...all(name === 'project-link' ? { cwd: 'linked' } : {})],
      }),
      onMade(`around/place/${name}-outside`, {
        ...more,
        project: nothing,
        steps: [any(['mod', 'download', '-json', COLOR]), any(['mod', 'download', COLOR])],
      }),
    ]),
    ...denied(),
    ...Object.entries(shells).map(([name, shell]) =>
      onMade(`around/shell/${name}`, { steps: [...all({ shell }), ...all()] }),
    ),
  ];
}
