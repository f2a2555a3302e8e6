// `mod download` on made-up modules: what is fetched, saved and printed, with and without a checksum database.

import type { Case } from '../case.js';
import { made, nothing, onMade, overBoth, project } from './common.js';

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

/** The cases. */
export function downloadCases(): Case[] {
  return [...plain(), ...withDatabase(), ...traced()];
}
