// `go list` of packages in GOPATH mode beside the real go: which are found, and what is told of them; everything compared.

import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BesideGopath } from '../../../tools/testing/beside-gopath.js';
import { goBinary, needs } from '../../../tools/testing/requirements.js';
import { packagePublicType } from './index.js';

const go = needs('go');

/** Every field but those that a build alone knows. */
const FIELDS = packagePublicType()
  .fields.map(({ name }) => name)
  .filter((name) => !['Stale', 'StaleReason', 'Export', 'BuildID'].includes(name));
const ALL = `-json=${FIELDS.join(',')}`;

const A = ['-C', 'one/src/a'];
const OUT = ['-C', 'outside'];
const IMPORTS = '{{.ImportPath}}: {{.Imports}} {{.ImportMap}} {{.TestImports}} {{.XTestImports}}';

const commands: readonly (readonly string[])[] = [
  [...A],
  [...A, './...'],
  [...A, '-deps', '-test', ALL, '.', './b'],
  [...A, ALL, 'user', 'prog', 'prog/v2', 'two', 'nested', 'vendor/top', 'link', 'linked', 'a/testdata/t'],
  ['-test', '-deps', '-f', IMPORTS, 'a', 'prog'],
  ['-f', IMPORTS, 'a'],
  ['-f', '{{.DefaultGODEBUG}} {{.Root}} {{.Module}} {{module "a"}}', 'prog', 'prog/v2', 'a', 'fmt'],
  ['all'],
  ['...'],
  ['tool', 'std'],
  ['a/...', 'm.test/...', '.../vendor/...', 'none/...', 'link...', 'lin...'],
  ['-deps', '-f', '{{.ImportPath}} {{.ImportMap}}', 'm.test/new', 'm.test/lib'],
  [...OUT, './...'],
  [...OUT, '-deps', ALL, '.', './q #1'],
  [...OUT, '-deps', ALL, 'o.go'],
  [...A, ALL, 'a.go'],
  [...A, '-deps', '-test', ALL, 'a.go', 'a_test.go', 'x_test.go'],
  ['-C', 'one/src/prog', ALL, 'main.go'],
  ['-C', 'two/src/shared', '-deps', ALL, '.', 'shared'],
  ['-C', 'one/src', ALL, './...', '../src/a'],
  ['-C', 'two/src/linked', ALL, '.', './vendor/rv'],
  [
    'vendor/golang.org/x/net/http/httpguts',
    'vendor/golang.org/x/net/idna',
    'cmd/vendor/golang.org/x/mod/semver',
  ],
  ['-buildmode=shared', '-f', '{{.Target}}', 'a', 'prog', 'fmt'],
  ['-linkshared', '-f', '{{.Target}}', 'a', 'fmt'],
  ['-race', '-installsuffix=x', '-f', '{{.Target}}', 'a', 'prog', 'fmt'],
  ['-pkgdir=/packages', '-f', '{{.Target}}', 'a', 'prog', 'fmt', 'cmd/go', 'cmd/compile'],
  ['-deps', ALL, 'fmt', 'net/http'],
  ['-json=ImportPath,ImportComment,Doc', 'go/version', 'cmd/go'],
];

const states: readonly Readonly<Record<string, string>>[] = [
  { GOFLAGS: '-mod=mod -modcacherw' },
  { GOPATH: 'ROOT/two:ROOT/one' },
  { GOPATH: 'ROOT/nowhere::ROOT/one' },
  { GOPATH: 'ROOT/outside' },
  { GOBIN: '/programs', GOOS: 'windows', GOARCH: 'arm64' },
  { CGO_ENABLED: '0' },
  { GO111MODULE: 'auto' },
];

let beside: BesideGopath;
beforeAll(() => {
  beside = new BesideGopath();
});
afterAll(() => beside.close());

async function expectSame(words: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const { ours, theirs } = await beside.both(words, variables);
  expect(ours).toEqual(theirs);
}

describe.skipIf(go.skip)(go.title('packages of GOPATH as go lists them'), () => {
  it.each(commands.map((words) => [words.join(' ').slice(0, 100), words] as const))(
    '%s',
    async (_, words) => {
      await expectSame(words);
    },
  );

  it.each(states)('where %o', async (env) => {
    for (const words of [
      ['-e', '-deps', ALL, 'user', 'prog', 'shared', 'bad/missing', 'm.test/new'],
      [...A, '-f', '{{.ImportPath}} {{.Root}} {{.Target}} {{.Error}}', '-e', './...', '../../../two/src/...'],
    ])
      await expectSame(words, env);
  });

  it('says of named files where they are, and of Go itself that no module has it', async () => {
    const goroot = dirname(dirname(realpathSync(goBinary() ?? '')));
    const on = { GO111MODULE: 'on' };
    await expectSame(['-C', 'one/src/nested', ALL, 'n.go'], on);
    for (const word of ['.', 'print.go'])
      await expectSame(['-C', join(goroot, 'src', 'fmt'), '-test', ALL, word], on);
  });
});
