// Sums: wrong and missing lines of go.sum, `verify`, damaged caches, `clean -modcache`.

import type { Case, Edit, Step } from '../case.js';
import { onMade } from './common.js';

const download: Step = { run: ['mod', 'download', 'all'] };
const cache = 'gopath/pkg/mod/cache/download/fixture.test/log/@v';
const folder = 'gopath/pkg/mod/fixture.test/log@v1.1.0';
const WRONG = 'h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';

/** Changes that end in a mismatch, which ends go in the middle of what it does. */
const MISMATCHES: ReadonlySet<string> = new Set(['zip', 'gomod']);

function refusedCold(name: string, run: readonly string[]): Partial<Case> {
  const files =
    name === 'zip' ? [`${cache}/v1.1.0.zip`, `${cache}/v1.1.0.ziphash`, folder] : [`${cache}/v1.1.0.mod`];
  return run[1] === 'download' || name === 'gomod' ? { cacheDiffers: true, absent: files } : {};
}

/** go.sum is changed after a good download; then with a warm and with an empty cache. */
function wrongLines(): Case[] {
  const changes: readonly (readonly [string, Edit])[] = [
    ['zip', { replace: 'project/go.sum', pattern: /(log v1\.1\.0) h1:\S+/, by: `$1 ${WRONG}` }],
    ['gomod', { replace: 'project/go.sum', pattern: /(log v1\.1\.0\/go\.mod) h1:\S+/, by: `$1 ${WRONG}` }],
    ['other-algorithm', { replace: 'project/go.sum', pattern: /(log v1\.1\.0) h1:/, by: '$1 h9:' }],
    ['second-line', { append: 'project/go.sum', text: `fixture.test/log v1.1.0 ${WRONG}\n` }],
    ['zip-missing', { replace: 'project/go.sum', pattern: /fixture\.test\/log v1\.1\.0 h1:.*\n/, by: '' }],
    [
      'gomod-missing',
      { replace: 'project/go.sum', pattern: /fixture\.test\/log v1\.1\.0\/go\.mod.*\n/, by: '' },
    ],
    ['empty', { write: 'project/go.sum', text: '' }],
    ['gone', { remove: 'project/go.sum' }],
    ['four-fields', { append: 'project/go.sum', text: 'fixture.test/log v1.1.0 h1:a b\n' }],
    ['unsorted', { replace: 'project/go.sum', pattern: /^/, by: `fixture.test/zzz v1.0.0 ${WRONG}\n` }],
    ['crlf', { replace: 'project/go.sum', pattern: /\n/g, by: '\r\n' }],
  ];
  const commands: readonly (readonly string[])[] = [
    ['mod', 'download'],
    ['mod', 'download', '-json'],
    ['mod', 'download', 'all'],
    ['mod', 'download', '-json', 'all'],
    ['mod', 'download', '-json', 'fixture.test/log', 'fixture.test/color'],
    ['mod', 'verify'],
    ['list', '-m', 'all'],
  ];
  return changes.flatMap(([name, edit]) =>
    commands.flatMap((run) =>
      (['warm', 'cold'] as const).map((state) =>
        onMade(`sums/${name}/${state}/${run.join('-').replaceAll('/', '_')}`, {
          ...(state === 'cold' && MISMATCHES.has(name) ? refusedCold(name, run) : {}),
          steps: [
            download,
            {
              run,
              expect: 'any',
              before: [edit, ...(state === 'cold' ? [{ remove: 'gopath/pkg/mod' }] : [])],
            },
            { run, expect: 'any' },
          ],
        }),
      ),
    ),
  );
}

const cut: Edit = { write: `${cache}/v1.1.0.zip`, text: 'PK' };
const flipped: Edit = { flip: `${cache}/v1.1.0.zip`, at: 62 };
const noHash: Edit = { remove: `${cache}/v1.1.0.ziphash` };
const noFolder: Edit = { remove: folder };
const noSums: Edit = { remove: 'project/go.sum' };
const partial: Edit = { write: `${cache}/v1.1.0.partial`, text: '' };
const hashEmpty: Edit = { write: `${cache}/v1.1.0.ziphash`, text: '' };

/** A folder where the cache has a file. */
function isFolder(name: string): Edit[] {
  return [{ remove: `${cache}/${name}` }, { folder: `${cache}/${name}` }];
}

/** Damage at which go leaves a temporary file, of another name each time. */
const LITTERED: ReadonlySet<string> = new Set(['mod-is-a-folder', 'info-is-a-folder']);

/** Damage to one module of a full cache. */
const damages: readonly (readonly [string, ...Edit[]])[] = [
  ['intact', { folder: 'tmp' }],
  ['zip-flipped', { flip: `${cache}/v1.1.0.zip`, at: 60 }],
  ['zip-cut', cut],
  ['zip-gone', { remove: `${cache}/v1.1.0.zip` }],
  ['ziphash-gone', noHash],
  ['ziphash-wrong', { write: `${cache}/v1.1.0.ziphash`, text: WRONG }],
  ['ziphash-other-algorithm', { write: `${cache}/v1.1.0.ziphash`, text: `h9:${'A'.repeat(43)}=` }],
  ['ziphash-empty', hashEmpty],
  ['zip-and-hash-gone', { remove: `${cache}/v1.1.0.zip*` }],
  ['file-changed', { append: `${folder}/log.go`, text: '// changed\n' }],
  ['file-gone', { remove: `${folder}/log.go` }],
  ['file-added', { write: `${folder}/new.go`, text: 'package log\n' }],
  ['folder-added', { folder: `${folder}/sub` }],
  ['folder-gone', noFolder],
  ['folder-is-a-file', { write: `${folder}.x`, text: '' }],
  ['partial', partial],
  ['mod-changed', { append: `${cache}/v1.1.0.mod`, text: '// changed\n' }],
  ['mod-gone', { remove: `${cache}/v1.1.0.mod` }],
  ['mod-empty', { write: `${cache}/v1.1.0.mod`, text: '' }],
  ['info-rubbish', { write: `${cache}/v1.1.0.info`, text: 'rubbish' }],
  ['info-gone', { remove: `${cache}/v1.1.0.info` }],
  ['info-other', { write: `${cache}/v1.1.0.info`, text: '{"Version":"v1.0.0"}' }],
  ['list-gone', { remove: `${cache}/list` }],
  ['list-rubbish', { write: `${cache}/list`, text: 'rubbish\n' }],
  ['all-of-module-gone', { remove: cache }],
  ['cache-gone', { remove: 'gopath/pkg/mod' }],
  ['temporary-files', { write: `${cache}/v1.1.0.zip12345.tmp`, text: 'left by a killed process' }],
  ['zip-cut/folder', cut, noFolder],
  ['zip-cut/folder/sums', cut, noFolder, noSums],
  ['zip-cut/hash', cut, noHash],
  ['zip-cut/hash/folder', cut, noHash, noFolder],
  ['zip-cut/hash/partial', cut, noHash, partial],
  ['zip-cut/hash-empty', cut, hashEmpty],
  ['zip-cut/hash-empty/folder', cut, hashEmpty, noFolder],
  ['zip-cut/hash-empty/folder/sums', cut, hashEmpty, noFolder, noSums],
  ['zip-flipped/folder/sums', flipped, noFolder, noSums],
  ['zip-flipped/hash/folder', flipped, noHash, noFolder],
  ['zip-flipped/hash/partial', flipped, noHash, partial],
  ['zip-is-a-folder', ...isFolder('v1.1.0.zip')],
  ['zip-is-a-folder/folder', ...isFolder('v1.1.0.zip'), noFolder],
  ['ziphash-is-a-folder', ...isFolder('v1.1.0.ziphash')],
  ['ziphash-is-a-folder/zip', ...isFolder('v1.1.0.ziphash'), { remove: `${cache}/v1.1.0.zip` }, noFolder],
  ['mod-is-a-folder', ...isFolder('v1.1.0.mod')],
  ['info-is-a-folder', ...isFolder('v1.1.0.info')],
  ['list-is-a-folder', ...isFolder('list')],
  ['lock-is-a-folder', ...isFolder('v1.1.0.lock'), noFolder],
  ['mode-changed', { chmod: `${folder}/log.go`, mode: 0o644 }],
];

function damaged(): Case[] {
  const commands: readonly (readonly string[])[] = [
    ['mod', 'verify'],
    ['mod', 'download'],
    ['mod', 'download', '-json'],
    ['mod', 'download', 'all'],
    ['mod', 'download', '-json', 'fixture.test/log'],
    ['list', '-m', 'all'],
  ];
  return damages.flatMap(([name, ...edits]) =>
    commands.map((run) =>
      onMade(`damage/${name}/${run.join('-').replaceAll('/', '_')}`, {
        ...(LITTERED.has(name) ? { cacheDiffers: true } : {}),
        steps: [
          download,
          { run, expect: 'any', before: edits.flatMap(expandStar) },
          { run: ['mod', 'verify'], expect: 'any' },
        ],
      }),
    ),
  );
}

/** The one edit that stands for two. */
function expandStar(edit: Edit): Edit[] {
  if (!('remove' in edit) || !edit.remove.endsWith('*')) return [edit];
  const base = edit.remove.slice(0, -1);
  return [{ remove: base }, { remove: `${base}hash` }];
}

function cleaned(): Case[] {
  const clean = (name: string, run: readonly string[], more: Partial<Case> = {}) =>
    onMade(`clean/${name}`, { ...more, steps: [download, { run, expect: 'any' }, { run, expect: 'any' }] });
  return [
    clean('modcache', ['clean', '-modcache']),
    clean('modcache-n', ['clean', '-modcache', '-n']),
    clean('modcache-x', ['clean', '-modcache', '-x']),
    clean('modcache-arguments', ['clean', '-modcache', './...']),
    clean('modcache-with-own-folder', ['clean', '-modcache'], { env: { GOMODCACHE: '$HOME/cache' } }),
    onMade('clean/modcache-off', {
      steps: [download, { run: ['clean', '-modcache'], env: { GO111MODULE: 'off' }, expect: 'any' }],
    }),
    onMade('clean/verify-after', {
      steps: [download, { run: ['clean', '-modcache'] }, { run: ['mod', 'verify'], expect: 'any' }],
    }),
    onMade('verify/arguments', { steps: [{ run: ['mod', 'verify', 'x'], expect: 'fail' }] }),
    onMade('verify/empty-cache', { steps: [{ run: ['mod', 'verify'], expect: 'any' }] }),
  ];
}

/** The cases. */
export function sumCases(): Case[] {
  return [...wrongLines(), ...damaged(), ...cleaned()];
}
