// Packages of made-up modules: a tidy project in each state with each command, and projects with one thing about them, most
// often something wrong.

import { proxyFiles } from '../../fixtures/module.js';
import { goFile, packageUniverse } from '../../fixtures/packages.js';
import { goSums } from '../../fixtures/sumdb.js';
import type { Case, Edit, Project, Source, Step } from '../case.js';
import { packageCases, packageStates, type Questions } from './package-commands.js';

const source: Source = { modules: packageUniverse };

const SOURCES: Readonly<Record<string, string>> = {
  'main.go': `// Command project uses them all.\n${goFile('main', 'net/http', 'pkg.test/embed', 'example.test/project/lib')}`,
  'lib/lib.go': goFile('lib', 'pkg.test/platform', 'pkg.test/cgo', 'pkg.test/old', 'pkg.test/major/v2'),
  'lib/lib_test.go': goFile('lib', 'pkg.test/check', 'testing'),
  'lib/outer_test.go': goFile('lib_test', 'pkg.test/tested', 'example.test/project/lib'),
  'lib/lib_windows.go': goFile('lib', 'pkg.test/leaf/added'),
  'lib/only_js_test.go': goFile('lib', 'pkg.test/mock'),
  'internal/inner/inner.go': goFile('inner', 'pkg.test/outer'),
  'nested/go.mod': 'module example.test/nested\n',
  'nested/nested.go': goFile('nested', 'nosuch.test/nested'),
  '_under/under.go': goFile('under', 'nosuch.test/under'),
  'testdata/data.go': goFile('data', 'nosuch.test/data'),
  'tests/tests_test.go': goFile('tests', 'testing'),
  'docs/readme.md': 'no package\n',
};

/** What tidying makes of it. */
const GO_MOD = `module example.test/project

go 1.21

require (
	pkg.test/cgo v1.2.0
	pkg.test/check v1.0.0
	pkg.test/embed v1.0.0
	pkg.test/leaf v1.1.0
	pkg.test/major/v2 v2.0.0
	pkg.test/mock v1.0.0
	pkg.test/old v2.1.0+incompatible
	pkg.test/outer v1.1.0
	pkg.test/platform v1.0.0
	pkg.test/tested v0.3.0
)

require (
	pkg.test/deep v1.0.0 // indirect
	pkg.test/deeper v1.0.0 // indirect
	pkg.test/major v1.0.0 // indirect
)
`;

/** More than it needs. */
const GO_SUM = [...goSums(proxyFiles(packageUniverse)).values()].join('');

const mod = (text: string): Edit => ({ append: 'project/go.mod', text: `\n${text}\n` });
/** Its go line is that of the state go-1.21. */
const { 'go-1.21': _, ...usualStates } = packageStates;

/** The usual ones, and those of this project's own. */
const states: Readonly<Record<string, readonly Edit[]>> = {
  ...usualStates,
  unused: [mod('require (\n\tpkg.test/gone v1.0.0\n\tpkg.test/wrong v1.0.0 // indirect\n)')],
  'no-go-line': [{ replace: 'project/go.mod', pattern: /^go .*\n/m, by: '' }],
  older: [{ replace: 'project/go.mod', pattern: /outer v1\.1\.0/, by: 'outer v1.0.0' }],
  replaced: [
    mod('replace pkg.test/leaf => ./nested/leaf'),
    { write: 'project/nested/leaf/go.mod', text: 'module pkg.test/leaf\n\nrequire pkg.test/gone v1.0.0\n' },
    { write: 'project/nested/leaf/leaf.go', text: goFile('leaf', 'pkg.test/gone/there') },
    { write: 'project/nested/leaf/win/win.go', text: goFile('win') },
  ],
  'replaced-by-module': [mod('replace pkg.test/leaf v1.1.0 => pkg.test/leaf v1.0.0')],
  excluded: [mod('exclude pkg.test/leaf v1.1.0')],
  'tool-line': [mod('tool pkg.test/tool/cmd/tool')],
  'ignore-line': [mod('ignore ./lib')],
};

const questions: Questions = {
  packages: [
    ...['fmt', 'net/http', 'vendor/golang.org/x/net/idna', 'golang.org/x/net/idna', 'example.test/project'],
    ...['example.test/project/lib', 'example.test/project/nosuch', './lib', './...', 'pkg.test/...'],
    ...['pkg.test/leaf/win', 'pkg.test/leaf/added', 'pkg.test/deep', 'pkg.test/deep/sub', 'pkg.test/mock'],
    ...['pkg.test/major', 'pkg.test/check', 'nosuch.test/x', 'nosuch', 'all'],
  ],
  modules: [
    ...['example.test/project', 'pkg.test/leaf', 'pkg.test/deep', 'pkg.test/deeper', 'pkg.test/gone'],
    ...[
      'pkg.test/old',
      'pkg.test/check',
      'pkg.test/mock',
      'pkg.test/major',
      'pkg.test/major/v2',
      'nosuch.test/x',
    ],
  ],
};

/** One thing about a small project. */
interface Oddity {
  readonly files: Readonly<Record<string, string>>;
  /** Behind the module and go lines. */
  readonly mod?: string;
}

const importing = (...paths: readonly string[]): Oddity => ({
  files: { 'x.go': goFile('x', ...paths) },
});

const embeddingNothing = (name: string) =>
  `package ${name}\n\nimport _ "embed"\n\n//go:embed nosuch/*\nvar S string\n`;

const oddities: Readonly<Record<string, Oddity>> = {
  ...Object.fromEntries(
    [
      ...['syntax', 'twonames', 'cycle/a', 'command', 'nofiles', 'onlytests', 'excluded', 'internal/secret'],
      ...['noembed', 'relative', 'empty', 'comment', 'missing', 'cfiles', 'badcgo', 'vendored', 'nosuch'],
    ].map((name) => [`of-module/${name}`, importing(`pkg.test/wrong/${name}`)]),
  ),
  'own/syntax': { files: { 'x.go': 'package x\n\nfunc {\n', 'y/y.go': 'package y\n\nimport "fmt\n' } },
  'own/two-names': { files: { 'a.go': goFile('a'), 'b.go': goFile('b', 'fmt') } },
  'own/cycle': {
    files: { 'x.go': goFile('x', 'example.test/odd/y'), 'y/y.go': goFile('y', 'example.test/odd') },
  },
  'own/test-cycle': {
    files: {
      'x.go': goFile('x'),
      'x_test.go': goFile('x', 'example.test/odd/y'),
      'y/y.go': goFile('y', 'example.test/odd'),
    },
  },
  'own/self': importing('example.test/odd'),
  'own/command': { files: { 'x.go': goFile('x', 'example.test/odd/y'), 'y/y.go': goFile('main') } },
  'own/missing': importing('example.test/odd/nosuch', 'nosuch', 'nosuch.test/x', 'pkg.test/leaf/nosuch'),
  'own/bad-paths': {
    files: { 'x.go': goFile('x', './y', '/abs', 'a b', 'x//y', 'pkg.test/leaf@v1.0.0', '.', '..', 'C') },
  },
  'own/no-embed': {
    files: {
      'x.go': 'package x\n\nimport _ "embed"\n\n//go:embed a/* ../up .git\nvar x string\n',
      'y/y.go': goFile('y'),
    },
  },
  'own/embed-of-module': {
    files: {
      'x.go': 'package x\n\nimport "embed"\n\n//go:embed inner\nvar x embed.FS\n',
      'inner/go.mod': 'module inner.test/x\n',
      'inner/a.txt': 'a\n',
    },
  },
  'own/nothing': { files: { 'readme.txt': 'nothing\n' } },
  'own/only-tests': {
    files: { 'x_test.go': goFile('x', 'pkg.test/check'), 'y/y_test.go': goFile('y_test') },
  },
  'own/only-ignored': { files: { 'x.go': `//go:build ignore\n\n${goFile('main', 'pkg.test/leaf')}` } },
  'own/tags': {
    files: {
      'a.go': `//go:build special\n\n${goFile('x', 'pkg.test/leaf')}`,
      'b.go': `//go:build !special && go1.21 && !go1.99\n\n${goFile('x', 'pkg.test/mock')}`,
      'c.go': `// +build linux,!cgo darwin\n\n${goFile('x', 'pkg.test/deep')}`,
    },
  },
  'own/cgo': {
    files: {
      'x.go': 'package x\n\n// #cgo pkg-config: a b\n// #cgo CFLAGS: -O2 -bad;flag\nimport "C"\n',
      'x.cc': '\n',
      'x.f': '\n',
      'x.m': '\n',
      'x.swig': '\n',
      'x.syso': '\n',
      'x_windows.s': '\n',
    },
  },
  'own/internal': {
    files: {
      'x.go': goFile(
        'x',
        'example.test/odd/y/internal/z',
        'pkg.test/tool/internal/work',
        'internal/abi',
        'cmd/go',
      ),
      'y/internal/z/z.go': goFile('z'),
    },
  },
  'own/case': {
    files: {
      'x.go': goFile('x', 'example.test/odd/Y', 'example.test/odd/y'),
      'y/y.go': goFile('y'),
      'Y/y.go': goFile('y'),
    },
  },
  'own/vendor-folder': {
    files: { 'x.go': goFile('x', 'pkg.test/leaf'), 'vendor/pkg.test/leaf/leaf.go': goFile('leaf') },
    mod: 'require pkg.test/leaf v1.0.0',
  },
  'own/vendor-folder-listed': {
    files: {
      'x.go': goFile('x', 'pkg.test/leaf', 'pkg.test/mock'),
      'vendor/modules.txt': '# pkg.test/leaf v1.0.0\n## explicit; go 1.13\npkg.test/leaf\n',
      'vendor/pkg.test/leaf/leaf.go': goFile('leaf'),
    },
    mod: 'require pkg.test/leaf v1.0.0',
  },
  'own/import-comment': { files: { 'x.go': 'package x // import "example.test/other"\n' } },
  'own/godebug': {
    files: { 'main.go': '//go:debug panicnil=1\n//go:debug nosuch=1\n\npackage main\n\nfunc main() {}\n' },
    mod: 'godebug default=go1.21',
  },
  'modules/ambiguous': {
    ...importing('pkg.test/outer/inner'),
    mod: 'require (\n\tpkg.test/outer v1.0.0\n\tpkg.test/outer/inner v0.1.0\n)',
  },
  'modules/moved': importing('pkg.test/outer', 'pkg.test/outer/inner'),
  'modules/moved-required': {
    ...importing('pkg.test/outer', 'pkg.test/outer/inner'),
    mod: 'require pkg.test/outer v1.0.0',
  },
  'modules/gone': importing('pkg.test/gone/there'),
  'modules/gone-required': { ...importing('pkg.test/gone/there'), mod: 'require pkg.test/gone v1.5.0' },
  'modules/renamed': importing('pkg.test/renamed'),
  'modules/renamed-required': { ...importing('pkg.test/renamed'), mod: 'require pkg.test/renamed v1.0.0' },
  'modules/retracted': importing('pkg.test/retracted'),
  'modules/retracted-required': {
    ...importing('pkg.test/retracted'),
    mod: 'require pkg.test/retracted v1.1.0',
  },
  'modules/newer': importing('pkg.test/newer'),
  'modules/newer-required': { ...importing('pkg.test/newer'), mod: 'require pkg.test/newer v1.0.0' },
  'modules/major': importing('pkg.test/major', 'pkg.test/major/v2', 'pkg.test/major/v3'),
  'modules/incompatible': importing('pkg.test/old/sub', 'pkg.test/old/v2'),
  'modules/no-version': { ...importing('pkg.test/leaf'), mod: 'require pkg.test/leaf v9.9.9' },
  'modules/nosuch-required': { ...importing('pkg.test/leaf'), mod: 'require nosuch.test/x v1.0.0' },
  'modules/nosuch-replacement': { ...importing('pkg.test/leaf'), mod: 'replace pkg.test/leaf => ./nosuch' },
  'modules/replacement-unrequired': {
    ...importing('pkg.test/far', 'pkg.test/near/x'),
    mod: 'replace (\n\tpkg.test/far v1.0.0 => pkg.test/leaf v1.0.0\n\tpkg.test/near => pkg.test/leaf v1.1.0\n)',
  },
  'modules/tool': {
    ...importing('pkg.test/leaf'),
    mod: 'tool (\n\tpkg.test/tool/cmd/tool\n\tnosuch.test/tool\n)',
  },
  'modules/embeds': {
    files: {
      'x.go': goFile('x', 'embeds.test/a', 'embeds.test/a/n', 'embeds.test/a/z', 'pkg.test/leaf'),
      'a/go.mod': 'module embeds.test/a\n\ngo 1.21\n',
      'a/a.go': embeddingNothing('a'),
      'a/z/z.go': embeddingNothing('z'),
      'n/go.mod': 'module embeds.test/a/n\n\ngo 1.21\n',
      'n/n.go': embeddingNothing('n'),
    },
    mod: [
      'require (\n\tembeds.test/a v0.0.0\n\tembeds.test/a/n v0.0.0\n\tpkg.test/leaf v1.0.0\n)',
      'replace (\n\tembeds.test/a => ./a\n\tembeds.test/a/n => ./n\n)',
    ].join('\n\n'),
  },
  'modules/indirect-wrongly': {
    ...importing('pkg.test/leaf'),
    mod: 'require (\n\tpkg.test/leaf v1.0.0 // indirect\n\tpkg.test/deep v1.0.0\n)',
  },
  'modules/deeper-newer': { ...importing('pkg.test/deep/sub'), mod: 'require pkg.test/deeper v1.4.0' },
};

const MADE_FIELDS =
  '-json=ImportPath,Name,Dir,Match,DepOnly,Incomplete,Imports,ImportMap,Deps,Error,DepsErrors,Module,CgoFiles,IgnoredGoFiles,InvalidGoFiles,IgnoredOtherFiles,CFiles,EmbedFiles,TestImports,XTestImports';

const any = (...run: string[]): Step => ({ run, expect: 'any' });
const writing = (...run: string[]): Step => ({ ...any(...run), env: { GOFLAGS: '-mod=mod' } });

/** What each oddity goes through: first what changes nothing, then what does, with go.mod as it was for each. */
const restored: Step['before'] = [
  { copy: 'go.mod', to: 'project/go.mod' },
  { write: 'project/go.sum', text: '' },
];
const rounds: Readonly<Record<string, readonly Step[]>> = {
  readonly: [
    any('list', './...'),
    any('list', '-e', MADE_FIELDS, './...'),
    any('list', '-deps', '-test', 'all'),
    any('mod', 'why', 'pkg.test/leaf', 'example.test/odd/y'),
    any('mod', 'why', '-m', 'pkg.test/leaf', 'pkg.test/deep'),
    any('mod', 'tidy', '-diff'),
  ],
  tidy: [
    any('mod', 'tidy', '-v'),
    { ...any('mod', 'tidy', '-e'), before: restored },
    any('list', '-e', '-deps', '-test', MADE_FIELDS, 'all'),
    { ...any('mod', 'tidy', '-go=1.18'), before: restored },
    { ...any('mod', 'tidy', '-compat=1.16', '-e'), before: restored },
  ],
  list: [
    writing('list', './...', 'pkg.test/...'),
    { ...writing('list', '-e', '-deps', '-test', MADE_FIELDS, './...'), before: restored },
    writing(
      'list',
      '-e',
      '-f',
      '{{.ImportPath}}: {{.Error}}{{if eq 1 (len .DepsErrors)}} {{.DepsErrors}}{{end}}',
      '-deps',
      'all',
    ),
    writing('list', '-find', '-e', MADE_FIELDS, './...'),
    writing('list', '-tags=special,other', '-deps', './...'),
  ],
  vendor: [
    any('mod', 'vendor'),
    { ...any('mod', 'vendor', '-v', '-e'), before: restored },
    any('list', '-mod=vendor', '-e', '-deps', MADE_FIELDS, './...'),
    { ...any('mod', 'tidy', '-e'), before: [{ copy: 'go.mod', to: 'project/go.mod' }] },
    any('mod', 'vendor', '-v'),
    any('list', '-mod=vendor', 'all'),
    any('mod', 'why', '-vendor', 'pkg.test/leaf'),
  ],
};

function oddityCases(): Case[] {
  return Object.entries(oddities).flatMap(([name, { files, mod = '' }]) => {
    const text = `module example.test/odd\n\ngo 1.21\n${mod === '' ? '' : `\n${mod}\n`}`;
    const project: Project = { files: { ...files, 'go.mod': text } };
    return Object.entries(rounds).map(
      ([round, steps]): Case => ({
        name: `packages/odd/${name}/${round}`,
        project,
        source,
        transport: 'http',
        start: [{ write: 'go.mod', text }],
        steps,
      }),
    );
  });
}

/** Arguments of `list` and what they mean, in the usual project. */
const patterns: readonly (readonly string[])[] = [
  [],
  ['.', './lib', './internal/...'],
  ['./nosuch'],
  ['./docs'],
  ['./nested'],
  ['./nested/...'],
  ['./_under', './testdata'],
  ['lib'],
  ['...'],
  ['std'],
  ['cmd'],
  ['tool'],
  ['work'],
  ['main'],
  ['example.test/...'],
  ['example.test/project/...', './lib'],
  ['pkg.test/...'],
  ['pkg.test/leaf/...', 'pkg.test/deep/sub'],
  ['pkg.test/nosuch'],
  ['nosuch.test/...'],
  ['main.go'],
  ['lib/lib.go', 'lib/lib_windows.go'],
  ['main.go', 'lib/lib.go'],
  ['lib/lib.go', '.'],
  ['./lib', 'main.go'],
  ['nosuch.go'],
  ['..'],
  ['../...'],
  ['/'],
  ['$PROJECT/lib'],
  ['$PROJECT/lib/...'],
  ['$MODCACHE/pkg.test/leaf@v1.1.0/win'],
  ['pkg.test/leaf@v1.0.0'],
  ['pkg.test/leaf@latest'],
  ['fmt', 'unsafe', 'C'],
  ['vendor/golang.org/x/net/idna'],
  ['golang.org/x/net/idna'],
  ['fm...', 'net/...p'],
  ['./li...', './...b'],
  [''],
  ['-'],
  ['a b'],
];

/** Flags of `list` beside what is asked. */
const flags: readonly (readonly string[])[] = [
  ['-u', './...'],
  ['-versions', './...'],
  ['-find', '-deps', './...'],
  ['-find', '-test', './...'],
  ['-find', './...'],
  ['-deps', '-e', './nosuch', './lib'],
  ['-test', './lib'],
  ['-test', '-f', '{{.ImportPath}} {{.ForTest}} {{.Imports}} {{.ImportMap}}', './lib'],
  ['-test', '-deps', '-f', '{{.ImportPath}} {{.Deps}}', './lib'],
  ['-f', '{{.Nope}}', './...'],
  ['-f', '{{.Module.Path}}', 'fmt'],
  ['-f', '{{.Module}}', './...', 'fmt'],
  ['-f', '{{.}}', './internal/...'],
  ['-f', '{{.Error.Err}}', '-e', './nosuch'],
  ['-json=ImportPath,Nope', './...'],
  ['-json=ImportPath', '-f', 'x', './...'],
  ['-json=Name', '-e', 'pkg.test/nosuch', './nosuch'],
  ['-tags=a,b', './...'],
  ['-tags', 'special', '-deps', './...'],
  ['-pgo=off', '-f', '{{.ImportPath}}', './...'],
  ['-compiled=false', './...'],
  ['-export=false', './...'],
  ['-reuse=x', './...'],
  ['-retracted', './...'],
  ['-mod=vendor', './...'],
  ['-mod=rubbish', './...'],
  ['-x', './...'],
  ['-modfile=other.mod', './...'],
  ['-C', 'lib', '.'],
  ['-nosuch', './...'],
];

function lineCases(project: Project): Case[] {
  const named = (args: readonly string[]) =>
    args.length === 0 ? 'nothing' : args.join('_').replaceAll(/[^\w@.,=-]/g, '.');
  return [...patterns, ...flags].map(
    (args): Case => ({
      name: `packages/line/${named(args) || 'empty'}`,
      project,
      source,
      transport: 'http',
      steps: [
        any('list', ...args),
        any('list', '-e', ...args),
        writing('list', ...args),
        { ...any('list', '-e', '-deps', ...args), cwd: 'project/lib' },
      ],
    }),
  );
}

/** The cases. */
export function packageMadeCases(): Case[] {
  const project: Project = {
    files: { ...SOURCES, 'go.mod': GO_MOD, 'go.sum': GO_SUM },
  };
  const one = { project, source, transport: 'http' } as const;
  return [
    ...Object.entries(states).flatMap(([state, start]) =>
      packageCases(`made/${state}`, questions, { ...one, start }),
    ),
    ...oddityCases(),
    ...lineCases(project),
  ];
}
