// `env`, `version`, and command lines that are refused before anything is looked at. Help is not compared: its prose is ours, and
// the list of commands is shorter.

import type { Case, Edit } from '../case.js';
import { nothing, onMade } from './common.js';

const lines: readonly (readonly string[])[] = [
  ['env'],
  ['env', '-json'],
  ['env', 'GOPROXY'],
  ['env', 'GOPROXY', 'GOSUMDB', 'GONOPROXY', 'GOMODCACHE', 'GOMOD', 'GOWORK'],
  ['env', '-json', 'GOPROXY', 'GOFLAGS', 'GOVERSION', 'GOROOT'],
  ['env', '-changed'],
  ['env', '-json', '-changed'],
  ['env', 'NOSUCH'],
  ['env', '-json', 'NOSUCH'],
  ['env', 'HOME'],
  [
    'env',
    'GOVERSION',
    'GOOS',
    'GOARCH',
    'GOHOSTOS',
    'GOEXE',
    'GOTOOLDIR',
    'GOTOOLCHAIN',
    'GOAMD64',
    'CGO_ENABLED',
    'CC',
  ],
  ['env', '-w', 'GOPRIVATE=*.corp.test'],
  ['env', '-w', 'GOPROXY=https://a.test,direct', 'GOFLAGS=-modcacherw'],
  ['env', '-w', 'GOPROXY='],
  ['env', '-w', 'NOSUCH=1'],
  ['env', '-w', 'GOMOD=x'],
  ['env', '-w', 'GOENV=x'],
  ['env', '-w', 'GOPRIVATE'],
  ['env', '-w'],
  ['env', '-w', 'GOOS=plan10'],
  ['env', '-w', 'GOPATH=relative'],
  ['env', '-w', 'GO111MODULE=maybe'],
  ['env', '-w', 'GOPRIVATE=a', 'GOPRIVATE=b'],
  ['env', '-w', 'GOPRIVATE=a\nb'],
  ['env', '-w', 'GOMODCACHE=relative'],
  ['env', '-w', 'GOTMPDIR=relative'],
  ['env', '-w', 'CC=gcc'],
  ['env', '-w', 'CC=./gcc'],
  ['env', '-u', 'GOPRIVATE'],
  ['env', '-u', 'NOSUCH'],
  ['env', '-u'],
  ['env', '-u', 'GOPRIVATE=x'],
  ['env', '-w', '-u', 'GOPRIVATE'],
  ['env', '-json', '-w', 'GOPRIVATE=x'],
  ['env', '-changed', 'GOPRIVATE'],
  ['env', '-nosuch'],
  ['version'],
  ['version', '-nosuch'],
  ['nosuch'],
  ['mod', 'nosuch'],
  ['mod', 'download', '-h'],
  ['mod', 'verify', '-nosuch'],
  ['mod', 'edit', '-nosuch'],
  ['clean', '-nosuch'],
  ['list', '-nosuch'],
  ['help', 'nosuch'],
  ['help', 'mod', 'nosuch'],
  ['mod', 'help', 'nosuch'],
  ['tidy'],
  ['download'],
  ['-C', 'nosuch', 'version'],
];

const states: readonly (readonly [string, readonly Edit[], Readonly<Record<string, string>>])[] = [
  ['plain', [], {}],
  [
    'env-file',
    [
      {
        write: 'home/.config/go/env',
        text: '# mine\nGOPRIVATE=*.corp.test\n\nGOFLAGS=-modcacherw\nrubbish\nGONOSUCH=1\n',
      },
    ],
    {},
  ],
  ['private', [], { GOPRIVATE: '*.corp.test,github.com/me', GOFLAGS: '-mod=mod -tags=a,b' }],
  ['goenv-off', [], { GOENV: 'off' }],
  ['goenv-other', [{ write: 'home/other', text: 'GOPROXY=https://other.test\n' }], { GOENV: '$HOME/other' }],
];

/** The cases. */
export function settingsCases(): Case[] {
  return [
    ...lines.map((run, index) =>
      onMade(
        `settings/line/${String(index).padStart(2, '0')}-${run
          .join('_')
          .replaceAll(/[^\w=.-]/g, '.')
          .slice(0, 50)}`,
        {
          steps: [
            { run, expect: 'any' },
            { run: ['env', 'GOPRIVATE', 'GOPROXY', 'GOFLAGS'], env: { GOPROXY: '' } },
          ],
        },
      ),
    ),
    ...states.flatMap(([name, start, env]) =>
      [
        ['env'],
        ['env', '-json'],
        ['env', '-changed'],
        ['env', '-w', 'GOSUMDB=off'],
        ['env', '-u', 'GOPRIVATE'],
      ].map((run) =>
        onMade(`settings/state/${name}/${run.slice(0, 2).join('')}`, {
          project: nothing,
          start,
          env,
          steps: [
            { run, expect: 'any' },
            { run: ['env'], expect: 'any' },
          ],
        }),
      ),
    ),
  ];
}
