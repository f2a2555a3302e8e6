// `go list` of packages in GOPATH mode beside the real go: what is wrong with packages, words and flags.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BesideGopath } from '../../../tools/testing/beside-gopath.js';
import { needs } from '../../../tools/testing/requirements.js';
import { packagePublicType } from './index.js';

const go = needs('go');

/** Every field but those that a build alone knows. */
const FIELDS = packagePublicType()
  .fields.map(({ name }) => name)
  .filter((name) => !['Stale', 'StaleReason', 'Export', 'BuildID'].includes(name));
const ALL = `-json=${FIELDS.join(',')}`;

const BAD = ['-C', 'two/src/bad'];
const OUT = ['-C', 'outside'];

const commands: readonly (readonly string[])[] = [
  ['-e', ALL, 'm.test/...', 'comment/...', 'comment/vendor/renamed', 'm.test/lib/v2'],
  ['-deps', 'm.test/old'],
  ['-e', '-deps', ALL, 'm.test/new/bad'],
  [...BAD, '-e', ALL, './...'],
  [...BAD, '-e', '-deps', '-test', '-f', '{{.ImportPath}} {{.DepOnly}} {{.Error}}', './...'],
  [...BAD, './missing'],
  [...BAD, '-deps', './missing'],
  [...BAD, '-deps', './...'],
  [...BAD, '-test', './tested'],
  [...BAD, './empty', './none', './nowhere', './syntax', 'bad/nowhere', 'two'],
  [...BAD, '-find', ALL, './missing', './cycle/...'],
  [...BAD, '-find', '-e', ALL, './empty', './none', './two', 'nosuch'],
  [...OUT, '-e', ALL, '.', './c', './nowhere', '..', '/'],
  ['-C', 'two/src/bad/local', '-e', '-deps', ALL, 'x.go'],
  ['-C', 'two/src/shared', '-e', '-deps', ALL, '.'],
  ['-C', 'one/src/math', '-e', ALL, '.', '../internal', 'math', 'internal'],
  ['-C', 'one/src', '-e', ALL, '.', './testdata', './a/testdata/t', './.hidden', './a/vendor/nogo'],
  ['-e', ALL, 'mod/x', 'x@v1', 'a//b', './one/src//a', 'a/b/..', '/nowhere', 'C', 'unsafe'],
  ['-e', ALL, 'golang.org/x/net/http/httpguts', './nowhere/...', 'none/...'],
  ['a', 'one/src/a/a.go'],
  ['-m'],
  ['-m', 'all'],
  ['-mod=mod', 'a'],
  ['-modcacherw', 'a'],
  ['-modfile=go.mod', 'a'],
  ['-retracted', 'a'],
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

describe.skipIf(go.skip)(go.title('what is wrong in GOPATH as go tells it'), () => {
  it.each(commands.map((words) => [words.join(' ').slice(0, 100), words] as const))(
    '%s',
    async (_, words) => {
      await expectSame(words);
    },
  );
});
