// `list -m -f` as go prints it, on modules of a made-up proxy.

import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { writeFolder } from '../../conformance/fixtures/folder.js';
import { type FixtureModule, proxyFiles } from '../../conformance/fixtures/module.js';
import { proxyEnvironment } from '../../tools/testing/proxy-environment.js';
import { needs } from '../../tools/testing/requirements.js';
import { runGo, runOurs } from '../../tools/testing/run-program.js';
import { removeScratch } from '../../tools/testing/scratch.js';

const versions = (path: string, list: readonly string[], newest = ''): FixtureModule[] =>
  list.map((version, i) => ({
    path,
    version,
    time: `2024-01-0${i + 1}T02:03:04Z`,
    mod: i === list.length - 1 && newest !== '' ? newest : `module ${path}\n\ngo 1.17\n`,
  }));

const MODULES: readonly FixtureModule[] = [
  ...versions('x.test/a', ['v1.0.0', 'v1.1.0', 'v1.2.0']),
  ...versions(
    'x.test/old',
    ['v1.0.0', 'v1.1.0'],
    '// Deprecated: use x.test/a.\nmodule x.test/old\n\nretract v1.0.0 // broken\n',
  ),
  ...versions('x.test/fork', ['v1.5.0']),
];

const GO_MOD = `module main.test/m

go 1.17

require (
	x.test/a v1.0.0
	x.test/here v1.0.0
	x.test/old v1.0.0 // indirect
	x.test/replaced v1.0.0
)

replace x.test/replaced => x.test/fork v1.5.0

replace x.test/here => ./here
`;

const FORMATS: readonly string[] = [
  '{{.Path}}',
  '{{.Path}} {{.Version}}{{if .Indirect}} // indirect{{end}}',
  '{{.}}',
  '{{.String}}',
  '',
  '{{/* nothing */}}',
  '{{if .Main}}{{.Path}}{{end}}',
  '{{.Path}}\n',
  '{{.Path}}\n\n',
  '{{if .Replace}}{{.Replace}}: {{.Replace.Path}} {{.Replace.Version}} {{.Replace.Dir}}{{end}}',
  '{{with .Replace}}{{.Path}}{{else}}{{.Path}}@{{.Version}}{{end}}',
  '{{.Replace.Path}}',
  '{{.Replace}} {{.Update}} {{.Error}} {{.Origin}} {{.Time}} {{.Versions}} {{.Retracted}} {{.Deprecated}}',
  '{{.Path}} {{if .Time}}{{.Time.Format "2006-01-02"}} {{.Time.Unix}}{{end}}',
  '{{.Time.Year}}',
  '{{.Dir}} {{.GoMod}} {{.GoVersion}} {{.Sum}} {{.GoModSum}} {{.Query}} {{.Reuse}}',
  '{{printf "%-20s|%q|%t" .Path .Version .Main}}',
  '{{printf "%v %+v %d" .Error .Versions .Main}}',
  '{{join .Versions ","}}',
  '{{join .Path ","}}',
  '{{.Foo}}',
  '{{.Path.Foo}}',
  'a{{.Path | len}}{{.Nope}}',
  '{{.Path | slice}}',
  '{{slice .Path 0 6}} {{len .Path}} {{index .Path 0}}',
  '{{eq .Path "x.test/a"}} {{and .Version .Indirect}} {{not .Main}} {{or .Version "none"}}',
  '{{range .Versions}}{{.}} {{else}}none{{end}}',
  '{{define "x"}}<{{.}}>{{end}}{{template "x" .Path}}',
  '{{$v := .Version}}{{with .Path}}{{.}}@{{$v}}{{end}}',
  '{{.Path',
  '{{',
  '{{.Path}} {{nosuch}}',
  '{{if .Path}}',
  '{{html .Path}} {{js .Path}} {{urlquery .Path}}',
  '{{context.GOOS}} {{context.GOARCH}} {{context.Compiler}} {{context.CgoEnabled}} {{context.GOPATH}}',
  '{{context}}',
  '{{join context.ReleaseTags " "}} {{join context.ToolTags " "}} {{context.BuildTags}} {{context.InstallSuffix}}|',
  '{{printf "%#v" context}}',
  '{{(module "x.test/a").Version}} {{(module "x.test/old").Indirect}} {{(module "main.test/m").Main}}',
  '{{(module "x.test/a@latest").Version}} {{(module "x.test/a@v1.1.0").Time}}',
  '{{(module "nosuch").Error}} {{(module "x.test/a@v9.9.9").Error}} {{(module "x.test/a@-x").Error}}',
  '{{.Path}} {{if .Version}}{{(module (printf "%s@upgrade" .Path)).Version}}{{end}}',
  '{{with module "x.test/replaced"}}{{.Replace.GoMod}}{{end}} {{module "x.test/here"}}',
  '{{module .Path}}{{with (module .Path).Replace}}{{module .Path}}{{end}}',
  '{{module}}',
  '{{module 1}}',
  '{{call .Path}}',
  '{{range .}}{{end}}',
  '{{template "nosuch"}}',
  '{{break}}',
];

const WORDS: readonly (readonly string[])[] = [
  ['-f', '{{.Path}}', '-json', 'all'],
  ['-json', '-f', '{{.Path}}'],
  ['-f', '{{.Path', '-json'],
  ['-f', '{{.Path', '-deps'],
  ['-f', '{{.Path}}', '-find'],
  ['-versions', '-f', '{{.Path}} {{join .Versions ","}}', 'x.test/a'],
  ['-versions', '-f', '{{.Nope}}', 'x.test/a'],
  [
    '-u',
    '-f',
    '{{.Path}} {{with .Update}}{{.Version}} {{.Time}} {{.Path}}{{end}} {{.Retracted}} {{.Deprecated}}',
    'all',
  ],
  ['-u', '-f', '{{.}}', 'all'],
  ['-retracted', '-f', '{{.Path}} {{join .Retracted "; "}}', 'all'],
  ['-e', '-f', '{{.Path}} {{.Error}}', 'x.test/nosuch', 'x.test/a@v7.0.0', 'x.test/a'],
  ['-f', '{{.Path}} {{.Error}}', 'x.test/nosuch', 'x.test/a'],
  ['-f', '{{.Path}} {{.Query}} {{.Version}}', 'x.test/a@latest', 'x.test/a@<v1.2.0', 'x.test/old@v1.1.0'],
  [
    '-tags=a,b',
    '-race',
    '-installsuffix=x',
    '-f',
    '{{context.BuildTags}}{{context.InstallSuffix}} {{context.ToolTags}}',
  ],
  ['-json=Path,Version', 'all'],
  ['-json=Path,,Nope', 'x.test/a'],
  ['-json=Replace,Time', 'all'],
];

const need = needs('go');
describe.skipIf(need.skip)(need.title('list -m -f, as go prints it'), () => {
  let root = '';
  let place: { cwd: string; environment: Record<string, string> };

  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-format-')));
    for (const name of ['p', 'p/here', 'home']) mkdirSync(join(root, name));
    writeFolder(proxyFiles(MODULES), join(root, 'proxy'));
    writeFileSync(join(root, 'p', 'go.mod'), GO_MOD);
    writeFileSync(join(root, 'p', 'here', 'go.mod'), 'module x.test/here\n');
    const environment = proxyEnvironment(root);
    place = { cwd: join(root, 'p'), environment };
    runGo(place, ['list', '-m', '-versions', '-u', 'all']);
  });
  afterAll(async () => {
    removeScratch(root);
  });

  const compare = async (words: readonly string[], more: Record<string, string> = {}) => {
    const there = { ...place, environment: { ...place.environment, ...more } };
    expect(await runOurs(there, words)).toEqual(runGo(there, words));
  };

  test.each(FORMATS)('%j', async (format) => {
    await compare(['list', '-m', '-f', format, 'all']);
  });

  test.each(WORDS)('%j %j %j %j', async (...words) => {
    await compare(['list', '-m', ...words]);
  });

  it.each([
    { GOARCH: 'arm64', GOOS: 'darwin' },
    { GOARCH: 'arm', GOARM: '7' },
    { GOARCH: '386' },
    { GOARCH: 'riscv64', GORISCV64: 'rva22u64' },
    { GOARCH: 'ppc64le', GOPPC64: 'power10' },
    { GOARCH: 'wasm', GOOS: 'js' },
    { GOARCH: 'mips64le' },
    { GOARCH: 's390x' },
    { GOARCH: 'arm64', GOARM64: 'v9.2' },
    { GOAMD64: 'v3', CGO_ENABLED: '0' },
    { GOEXPERIMENT: 'nogreenteagc,arenas,simd,noregabi' },
    { GOEXPERIMENT: 'none,jsonv2' },
  ])('the context for %j', async (more) => {
    await compare(['list', '-m', '-f', '{{context.ToolTags}} {{context.CgoEnabled}} {{context.GOOS}}'], more);
  });

  it('outside a module', async () => {
    const outside = { ...place, cwd: root };
    for (const words of [
      ['-f', '{{.Path}}'],
      ['-f', '{{.Path}} {{.Version}}', 'x.test/a@latest'],
      ['-f', '{{.Path', 'all'],
    ]) {
      const line = ['list', '-m', ...words];
      expect(await runOurs(outside, line)).toEqual(runGo(outside, line));
    }
  });
});
