// `mod edit`: flag sets on a rich go.mod, each as it writes, prints, and prints as JSON.

import type { Case } from '../case.js';
import { goMod, nothing, onMade } from './common.js';

const RICH = `// About this module.
//
// Deprecated: use another one.
module example.test/edit // the name

go 1.21

toolchain go1.22.1

godebug default=go1.21

require golang.org/x/net v0.1.0 // pinned because of bug

require (
	fixture.test/alpha v1.2.0
	fixture.test/beta v1.0.0 // indirect; why
	"fixture.test/quoted" v1.0.0
	fixture.test/back v1.1.0
	// A comment above.
	fixture.test/gamma v0.0.0-20240203040506-aaaaaaaaaaaa // indirect
)

exclude (
	fixture.test/alpha v1.1.0
	fixture.test/alpha v1.0.0
)

replace (
	fixture.test/alpha => ../alpha
	fixture.test/beta v1.0.0 => fixture.test/fork v1.9.0
)

replace fixture.test/gamma => /abs/gamma

retract [v1.0.0, v1.2.0] // bad

retract (
	v0.1.0
	// Very bad.
	v0.2.0
)

tool (
	fixture.test/alpha/cmd/one
	fixture.test/beta/cmd/two
)

ignore ./node_modules
`;

/** Flag sets; each is one command line. */
const sets: readonly (readonly string[])[] = [
  ['-fmt'],
  ['-module=example.test/renamed'],
  ['-module', 'bad path'],
  ['-go=1.22'],
  ['-go=1.22.3'],
  ['-go=none'],
  ['-go=bad'],
  ['-toolchain=go1.23.0'],
  ['-toolchain=none'],
  ['-toolchain=local'],
  ['-godebug=default=go1.22'],
  ['-godebug=panicnil=1', '-godebug=madvdontneed=1'],
  ['-dropgodebug=default'],
  ['-godebug=bad'],
  ['-require=fixture.test/alpha@v1.3.0'],
  ['-require=fixture.test/new@v1.0.0', '-require=fixture.test/newer@v1.0.0'],
  ['-require=fixture.test/new@main'],
  ['-require=fixture.test/new'],
  ['-require=fixture.test/new@v2.0.0'],
  ['-require=fixture.test/new/v2@v2.0.0'],
  ['-droprequire=fixture.test/alpha'],
  ['-droprequire=fixture.test/alpha@v1.2.0'],
  ['-droprequire=golang.org/x/net', '-droprequire=fixture.test/quoted', '-droprequire=fixture.test/back'],
  ['-exclude=fixture.test/beta@v1.2.3'],
  ['-exclude=fixture.test/alpha@v0.9.0'],
  ['-exclude=fixture.test/alpha'],
  ['-dropexclude=fixture.test/alpha@v1.1.0', '-dropexclude=fixture.test/alpha@v1.0.0'],
  ['-replace=fixture.test/delta=../delta'],
  ['-replace=fixture.test/delta=fixture.test/other@v1.0.0'],
  ['-replace=fixture.test/alpha@v1.2.0=./local'],
  ['-replace=fixture.test/alpha=fixture.test/alpha@master'],
  ['-replace=fixture.test/alpha=fixture.test/alpha'],
  ['-replace=fixture.test/alpha'],
  ['-replace==x'],
  ['-dropreplace=fixture.test/alpha'],
  ['-dropreplace=fixture.test/beta@v1.0.0', '-dropreplace=fixture.test/gamma'],
  ['-retract=v1.5.0'],
  ['-retract=[v1.5.0,v1.6.0]'],
  ['-retract=[v1.5.0'],
  ['-retract=x'],
  ['-dropretract=v0.1.0', '-dropretract=[v1.0.0,v1.2.0]'],
  ['-tool=fixture.test/new/cmd/three'],
  ['-tool=bad path'],
  ['-droptool=fixture.test/alpha/cmd/one', '-droptool=fixture.test/beta/cmd/two'],
  ['-ignore=./static', '-ignore=dist'],
  ['-dropignore=./node_modules'],
  [
    '-module=example.test/many',
    '-go=1.24',
    '-toolchain=none',
    '-require=fixture.test/alpha@v1.9.0',
    '-droprequire=fixture.test/beta',
    '-exclude=fixture.test/z@v1.0.0',
    '-replace=fixture.test/z=./z',
    '-retract=v3.0.0',
    '-tool=fixture.test/z/cmd',
    '-ignore=./z',
  ],
  ['-require=fixture.test/new@v1.0.0', '-droprequire=fixture.test/new'],
  ['-droprequire=fixture.test/new', '-require=fixture.test/new@v1.0.0'],
  [],
  ['-json', '-print'],
  ['-nosuch'],
];

/** The flag sets, with `path` where they name a module that go.mod requires. */
export function flagSets(path: string): readonly (readonly string[])[] {
  return sets.map((flags) => flags.map((flag) => flag.replaceAll('fixture.test/alpha', path)));
}

function setName(flags: readonly string[], index: number): string {
  const first = flags[0]?.replaceAll(/[^a-z=@.\d]/gi, '') ?? 'none';
  return `${String(index).padStart(2, '0')}${first}`;
}

/** Texts that other tools get wrong. */
const texts: readonly (readonly [string, string])[] = [
  ['crlf', 'module example.test/a\r\n\r\ngo 1.21\r\n\r\nrequire (\r\n\tfixture.test/alpha v1.2.0\r\n)\r\n'],
  ['byte-order-mark', '\uFEFFmodule example.test/a\n'],
  ['no-final-newline', 'module example.test/a\n\ngo 1.21\nrequire fixture.test/alpha v1.2.0'],
  [
    'unindented',
    'module example.test/a\nrequire (\nfixture.test/alpha v1.2.0\n   fixture.test/beta v1.0.0\n)\n',
  ],
  ['paren-in-comment', 'module example.test/a\nrequire (\n\tfixture.test/alpha v1.2.0 // :)\n)\n'],
  ['module-block', 'module (\n\texample.test/a\n)\n'],
  ['empty-blocks', 'module example.test/a\n\nrequire (\n)\n\nexclude ()\n'],
  ['path-ends-in-tool', 'module example.test/tool\n\nrequire fixture.test/tool v1.0.0\n'],
  [
    'indirect-variants',
    'module example.test/a\n\nrequire (\n\tf.test/a v1.0.0 //indirect\n\tf.test/b v1.0.0 // indirect;x\n\tf.test/c v1.0.0 // direct\n)\n',
  ],
  ['duplicate-requirement', 'module example.test/a\n\nrequire f.test/a v1.0.0\nrequire f.test/a v1.1.0\n'],
  [
    'comments-everywhere',
    '// top\n\nmodule example.test/a // m\n\n// above\nrequire ( // open\n\t// in\n\tf.test/a v1.0.0 // a\n\t// last\n) // close\n// end\n',
  ],
  [
    'blank-lines-in-block',
    'module example.test/a\n\nrequire (\n\n\tf.test/b v1.0.0\n\n\n\tf.test/a v1.0.0\n\n)\n',
  ],
  ['empty', ''],
  ['no-module', 'go 1.21\n'],
  ['two-modules', 'module a.test/a\nmodule b.test/b\n'],
  ['back-quotes', 'module example.test/a\n\nrequire `f.test/a` v1.0.0\n'],
  ['bad-quotes', 'module "example.test/a\n'],
  ['c-comment', 'module example.test/a /* x */\n'],
  ['rubbish', '\u0000\u0001\u0002\n'],
  ['bad-go', 'module example.test/a\n\ngo 1.2.3.4\n'],
  ['short-version', 'module example.test/a\n\nrequire f.test/a v1\n'],
  ['meta-version', 'module example.test/a\n\nrequire f.test/a v1.0.0+meta\n'],
  ['incompatible', 'module example.test/a\n\nrequire f.test/a v2.0.0+incompatible\n'],
  ['wrong-major', 'module example.test/a\n\nrequire f.test/a v2.0.0\n'],
  ['many-errors', `module example.test/a\n${'require x\n'.repeat(30)}`],
];

/** The cases. */
export function editCases(): Case[] {
  return [
    ...sets.map((flags, index) =>
      onMade(`edit/flags/${setName(flags, index)}`, {
        project: goMod(RICH),
        steps: [
          { run: ['mod', 'edit', '-print', ...flags], expect: 'any' },
          { run: ['mod', 'edit', '-json', ...flags], expect: 'any' },
          { run: ['mod', 'edit', ...flags], expect: 'any' },
          { run: ['mod', 'edit', '-json'], expect: 'any' },
        ],
      }),
    ),
    ...sets.slice(0, 40).map((flags, index) =>
      onMade(`edit/small/${setName(flags, index)}`, {
        project: goMod('module example.test/small\n'),
        steps: [
          { run: ['mod', 'edit', ...flags], expect: 'any' },
          { run: ['mod', 'edit', '-json'], expect: 'any' },
        ],
      }),
    ),
    ...texts.map(([name, text]) =>
      onMade(`edit/text/${name}`, {
        project: goMod(text),
        steps: [
          { run: ['mod', 'edit', '-json'], expect: 'any' },
          { run: ['mod', 'edit', '-print'], expect: 'any' },
          { run: ['mod', 'edit', '-require=fixture.test/new@v1.0.0', '-print'], expect: 'any' },
          { run: ['mod', 'edit', '-fmt'], expect: 'any' },
          { run: ['mod', 'edit', '-module=example.test/b'], expect: 'any' },
        ],
      }),
    ),
    onMade('edit/file-argument', {
      project: { files: { 'sub/other.mod': RICH } },
      steps: [
        { run: ['mod', 'edit', '-go=1.23', 'sub/other.mod'] },
        { run: ['mod', 'edit', '-json', 'sub/other.mod'] },
      ],
    }),
    onMade('edit/file-missing', {
      steps: [{ run: ['mod', 'edit', '-go=1.23', 'nosuch.mod'], expect: 'fail' }],
    }),
    onMade('edit/two-files', {
      steps: [{ run: ['mod', 'edit', '-go=1.23', 'a.mod', 'b.mod'], expect: 'fail' }],
    }),
    onMade('edit/no-module', {
      project: nothing,
      steps: [{ run: ['mod', 'edit', '-go=1.23'], expect: 'fail' }],
    }),
    onMade('edit/module-mode-off', {
      env: { GO111MODULE: 'off' },
      steps: [{ run: ['mod', 'edit', '-go=1.23'], expect: 'any' }],
    }),
    onMade('edit/read-only', {
      start: [{ chmod: 'project/go.mod', mode: 0o444 }],
      steps: [{ run: ['mod', 'edit', '-go=1.23'], expect: 'any' }],
    }),
    onMade('edit/link', {
      project: { files: { 'real.mod': RICH } },
      start: [{ link: 'project/go.mod', to: 'real.mod' }],
      steps: [{ run: ['mod', 'edit', '-go=1.23'], expect: 'any' }],
    }),
  ];
}
