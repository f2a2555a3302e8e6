// What is asked about packages (tidy, vendor, why, list without -m), and the states of a project in which it is asked.

import type { Case, Edit, Step } from '../case.js';

const MOD = 'project/go.mod';
const replace = (pattern: RegExp, by: string): Edit => ({ replace: MOD, pattern, by });
const goLine = (version: string): readonly Edit[] => [replace(/^go .*$/m, `go ${version}`)];

/** A requirement that says nothing of being indirect. */
const removeDirect = replace(/^\t\S+ v\S+\n/m, '');

/** States of go.mod and go.sum by name. Not every project can be brought into every state. */
export const packageStates: Readonly<Record<string, readonly Edit[]>> = {
  'as-it-is': [],
  'no-sums': [{ remove: 'project/go.sum' }],
  'no-indirect': [replace(/^\t\S+ v\S+ \/\/ indirect\n/gm, '')],
  'three-removed': [removeDirect, removeDirect, removeDirect],
  'all-removed': [replace(/^(require |\t)\S+ v\S+.*\n/gm, '')],
  'go-1.13': goLine('1.13'),
  'go-1.16': goLine('1.16'),
  'go-1.17': goLine('1.17'),
  'go-1.21': goLine('1.21'),
  'go-1.26': goLine('1.26'),
};

/** A step, whatever go makes of it. */
const any = (...run: string[]): Step => ({ run, expect: 'any' });

/** The same, with leave to change go.mod. */
const writing = (...run: string[]): Step => ({ ...any(...run), env: { GOFLAGS: '-mod=mod' } });

/** All fields of a listed package but Export, BuildID, Stale and StaleReason, which only a build can tell. */
const FIELDS = [
  ['Dir', 'ImportPath', 'ImportComment', 'Name', 'Doc', 'Target', 'Shlib', 'Root', 'ConflictDir', 'ForTest'],
  ['Module', 'Match', 'Goroot', 'Standard', 'DepOnly', 'BinaryOnly', 'Incomplete', 'DefaultGODEBUG'],
  [
    'GoFiles',
    'CgoFiles',
    'CompiledGoFiles',
    'IgnoredGoFiles',
    'InvalidGoFiles',
    'IgnoredOtherFiles',
    'CFiles',
  ],
  ['CXXFiles', 'MFiles', 'HFiles', 'FFiles', 'SFiles', 'SwigFiles', 'SwigCXXFiles', 'SysoFiles'],
  ['EmbedPatterns', 'EmbedFiles', 'CgoCFLAGS', 'CgoCPPFLAGS', 'CgoCXXFLAGS', 'CgoFFLAGS', 'CgoLDFLAGS'],
  ['CgoPkgConfig', 'Imports', 'ImportMap', 'Deps', 'Error', 'DepsErrors', 'TestGoFiles', 'TestImports'],
  ['TestEmbedPatterns', 'TestEmbedFiles', 'XTestGoFiles', 'XTestImports', 'XTestEmbedPatterns'],
  ['XTestEmbedFiles'],
].flat();

const JSON_FIELDS = `-json=${FIELDS.join(',')}`;

/** With -test: the GoFiles of a test's main package name a file in the build cache, which only go writes. */
const JSON_TEST_FIELDS = `-json=${FIELDS.filter((name) => name !== 'GoFiles').join(',')}`;

/** Templates with the arguments they are run with. */
const templates: readonly (readonly [format: string, ...args: string[]])[] = [
  ['{{.ImportPath}} {{.Name}} {{.Dir}}', './...'],
  ['{{.ImportPath}}: {{join .Imports " "}}; {{join .TestImports " "}}; {{join .XTestImports " "}}', 'all'],
  ['{{.ImportPath}}: {{join .Deps ","}}', '-deps', './...'],
  [
    '{{.ImportPath}}{{with .Module}} {{.Path}} {{.Version}} {{.GoVersion}}{{with .Replace}} => {{.Path}}{{end}}{{end}}',
    '-deps',
    '-test',
    './...',
  ],
  [
    '{{if not .Standard}}{{.ImportPath}} {{.DepOnly}} {{.Match}} {{.ForTest}}{{end}}',
    '-deps',
    '-test',
    'all',
  ],
  [
    '{{.GoFiles}} {{.CgoFiles}} {{.IgnoredGoFiles}} {{.IgnoredOtherFiles}} {{.TestGoFiles}} {{.XTestGoFiles}}',
    '-deps',
    './...',
  ],
  ['{{.Name}}|{{.Doc}}|{{.Target}}|{{.Root}}|{{.Goroot}}|{{.DefaultGODEBUG}}', '-deps', './...'],
  ['{{range .EmbedFiles}}{{$.ImportPath}}/{{.}}\n{{end}}{{.EmbedPatterns}}', 'all'],
  [
    '{{.ImportPath}}{{with .Error}}: {{.}}|{{.Pos}}|{{.ImportStack}}{{end}}{{if eq 1 (len .DepsErrors)}} {{.DepsErrors}}{{end}}',
    '-e',
    '-deps',
    '-test',
    'all',
  ],
  [
    '{{printf "%q %d %v" .ImportPath (len .Deps) .ImportMap}} {{context.GOOS}} {{.CgoCFLAGS}} {{.CgoLDFLAGS}} {{.CgoPkgConfig}}',
    '-deps',
    'cmd/go',
    './...',
  ],
];

const platforms: readonly Readonly<Record<string, string>>[] = [
  { GOOS: 'windows', GOARCH: 'amd64' },
  { GOOS: 'darwin', GOARCH: 'arm64' },
  { GOOS: 'js', GOARCH: 'wasm' },
  { GOOS: 'linux', GOARCH: '386' },
  { CGO_ENABLED: '0' },
];

/** What `why` is asked about. */
export interface Questions {
  readonly packages: readonly string[];
  readonly modules: readonly string[];
}

/** The command lines by name; those of one name are run in one world, one after the other. */
function commands({ packages, modules }: Questions): Readonly<Record<string, readonly Step[]>> {
  return {
    tidy: [any('mod', 'tidy')],
    'tidy-v': [any('mod', 'tidy', '-v')],
    'tidy-diff': [any('mod', 'tidy', '-diff')],
    'tidy-e': [any('mod', 'tidy', '-e')],
    'tidy-compat': [any('mod', 'tidy', '-compat=1.17')],
    'tidy-go': [any('mod', 'tidy', '-go=1.17')],
    vendor: [
      any('mod', 'vendor'),
      any('list', '-mod=vendor', JSON_TEST_FIELDS, '-deps', '-test', '-e', './...'),
      any('mod', 'vendor', '-v', '-o', 'other'),
    ],
    'vendor-e': [any('mod', 'vendor', '-e'), any('mod', 'vendor', '-v', '-e', '-o', 'other')],
    why: [
      any('mod', 'why', ...packages),
      any('mod', 'why', '-vendor', ...packages),
      any('mod', 'why', '-m', ...modules),
    ],
    list: [any('list', './...'), any('list', 'all'), any('list', '-deps', '-test', './...')],
    'list-mod': [
      writing('list', './...'),
      writing('list', 'all'),
      writing('list', '-deps', '-test', './...'),
      writing('list', '-deps', '-test', 'all'),
    ],
    'list-json': [writing('list', JSON_FIELDS, './...'), any('list', JSON_FIELDS, '-deps', 'all')],
    'list-json-e': [
      any('list', JSON_TEST_FIELDS, '-deps', '-test', '-e', './...'),
      writing('list', JSON_TEST_FIELDS, '-deps', '-test', '-e', 'all'),
    ],
    templates: templates.map(([format, ...args]) => writing('list', '-f', format, ...args)),
    platforms: platforms.map((env) => {
      const step = writing('list', JSON_FIELDS, '-deps', '-e', './...');
      return { ...step, env: { ...step.env, ...env } };
    }),
  };
}

/** Every command in one state: a case for each name. */
export function packageCases(name: string, questions: Questions, one: Omit<Case, 'name' | 'steps'>): Case[] {
  return Object.entries(commands(questions)).map(([command, steps]) => ({
    ...one,
    name: `packages/${name}/${command}`,
    steps,
  }));
}
