// `mod download` in projects whose go.mod is unusual, inconsistent or malformed, or requires modules that a correct client refuses.

import type { Case, Edit } from '../case.js';
import { goMod, nothing, onMade, overBoth } from './common.js';

const requireLine = (line: string): Edit => ({ append: 'project/go.mod', text: `\nrequire ${line}\n` });

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

/** The cases. */
export function stateCases(): Case[] {
  return [...states(), ...partly()].flatMap(({ name, transport: _, ...one }) => overBoth({ name, ...one }));
}
