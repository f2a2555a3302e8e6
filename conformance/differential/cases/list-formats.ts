// `list -m` with updates and with templates, on made-up modules.

import type { Case, Step } from '../case.js';
import { made, nothing, onMade, overBoth, project } from './common.js';

/** Templates of every kind: fields, nil, methods, functions, text without a newline, nothing, and what cannot be. */
const formats: Readonly<Record<string, string>> = {
  fields: '{{.Path}} {{.Version}}{{if .Indirect}} // indirect{{end}}',
  string: '{{.}} {{.String}}',
  'only-some': '{{if .Indirect}}{{.Path}}{{end}}',
  newlines: '{{.Path}}\n{{.GoMod}}\n',
  nil: '{{.Replace}} {{.Update}} {{.Error}} {{.Origin}} {{.Versions}} {{.Retracted}}',
  'through-nil': '{{.Path}}: {{.Replace.Path}}',
  time: '{{.Path}} {{with .Time}}{{.Format "02 Jan 06 15:04 MST"}} {{.Unix}} {{.Weekday}}{{end}}',
  'far-away':
    '{{with .Time}}{{.AddDate 280000 0 0}} {{.AddDate -280000 1 1}} {{.AddDate 0 100000000 0}} {{(.AddDate 0 0 100000000).Weekday}} {{(.AddDate 300000 0 0).YearDay}} {{.AddDate -2023 -14 -40}}{{end}}',
  sums: '{{.Sum}} {{.GoModSum}} {{.Dir}} {{.GoVersion}}',
  define:
    '{{define "m"}}<{{.Path | printf "%-30s"}}>{{end}}{{range $i, $x := .Versions}}{{$i}}{{end}}{{template "m" .}}',
  compare: '{{if and (eq .Main false) (ne .Version "v1.0.0")}}{{len .Path}} {{slice .Path 0 7}}{{end}}',
  module:
    '{{(module "fixture.test/alpha@latest").Version}} {{(module .Path).Version}} {{(module "no.such/m").Error}}',
  context:
    '{{context.GOOS}}/{{context.GOARCH}} {{join context.ToolTags ","}} {{join context.ReleaseTags ","}}',
  'no-field': 'text {{.Nope}}',
  'no-function': '{{nope .Path}}',
  unclosed: '{{if .Main}}{{.Path}}',
};

const updates: readonly (readonly string[])[] = [
  ['-u', 'all'],
  ['-u', '-json', 'all'],
  ['-u'],
  ['-u', '-versions', 'all'],
  ['-u', '-retracted', 'all'],
  ['-u', '-json=Path,Version,Update,Retracted,Deprecated', 'all'],
  ['-u', '-f', '{{.Path}} {{with .Update}}{{.Version}}{{end}} {{.Retracted}} {{.Deprecated}}', 'all'],
  ['-u', 'fixture.test/alpha@v1.2.1', 'fixture.test/alpha@v1.0.0', 'fixture.test/untagged@latest'],
  [
    '-u',
    '-json',
    'fixture.test/incompatible@v1.0.0',
    'fixture.test/upgraded@v1.5.0',
    'fixture.test/early@latest',
  ],
  ['-u', 'fixture.test/nosuch'],
  ['-u', '-e', 'fixture.test/nosuch@latest', 'fixture.test/alpha@v1.0.0'],
  ['-retracted', '-json', 'all'],
  ['-retracted', '-versions', '-json', 'fixture.test/alpha'],
  ['-f', '{{.Path}}', '-json', 'all'],
  ['-e', '-versions', '@v1.0.0'],
  ['-e', '-versions', '@v1.0.0', 'fixture.test/alpha@v1.0.0'],
];

/** The cases. */
export function listFormatCases(): Case[] {
  const list = (...args: readonly string[]): Step => ({ run: ['list', '-m', ...args], expect: 'any' });
  const nameOf = (args: readonly string[]) =>
    args
      .join('_')
      .replaceAll('fixture.test/', '')
      .replaceAll(/[^\w@.,=-]/g, '.');
  const withModules = { source: made, project, env: { GOFLAGS: '-mod=mod' } };
  return [
    ...Object.entries(formats).flatMap(([name, format]) => [
      ...overBoth({
        ...withModules,
        name: `list/format/${name}`,
        steps: [
          list('-f', format, 'all'),
          list('-f', format, 'fixture.test/web', 'fixture.test/alpha@v1.1.0'),
        ],
      }),
      onMade(`list/format-outside/${name}`, {
        project: nothing,
        steps: [list('-f', format, 'fixture.test/alpha@latest'), list('-f', format)],
      }),
    ]),
    ...updates.flatMap((args) =>
      overBoth({
        ...withModules,
        name: `list/update/${nameOf(args)}`,
        steps: [list(...args), { ...list(...args), env: { GOFLAGS: '' } }],
      }),
    ),
  ];
}
