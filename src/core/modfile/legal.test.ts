// Legal go.mod text that tools other than go often get wrong: what it means, and that go means the same. And what looks
// legal, but is not.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goAlone } from '../../../tools/testing/go-oracle.js';
import { goBinary, needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { goModJson } from '../../commands/mod/edit-json.js';
import { decodeText, encodeText } from '../text.js';
import { type ModFile, parse } from './index.js';

interface Legal {
  readonly name: string;
  readonly text: string;
  readonly means: (file: ModFile) => unknown;
  readonly meaning: unknown;
}

const required = ({ require }: ModFile) =>
  require.map(({ mod, indirect }) => `${mod.path} ${mod.version}${indirect ? ' indirect' : ''}`);

const replaced = ({ replace }: ModFile) =>
  replace.map(({ old, new: to }) => `${old.path} ${old.version} => ${to.path} ${to.version}`);

const LEGAL: readonly Legal[] = [
  {
    name: 'a comment that says why, which marks nothing',
    text: 'module m\nrequire golang.org/x/net v0.1.0 // pinned because of bug\n',
    means: required,
    meaning: ['golang.org/x/net v0.1.0'],
  },
  {
    name: 'a reason behind the mark of an indirect requirement',
    text: 'module m\nrequire golang.org/x/net v0.1.0 // indirect; why\n',
    means: required,
    meaning: ['golang.org/x/net v0.1.0 indirect'],
  },
  {
    name: 'a comment that only begins like the mark',
    text: 'module m\nrequire golang.org/x/net v0.1.0 // indirectly\n',
    means: required,
    meaning: ['golang.org/x/net v0.1.0'],
  },
  {
    name: 'lines of a block that are not indented',
    text: 'module m\nrequire (\na.test/a v1.0.0\n  b.test/b v1.1.0\n)\n',
    means: required,
    meaning: ['a.test/a v1.0.0', 'b.test/b v1.1.0'],
  },
  {
    name: 'paths and versions in double quotes',
    text: 'module "m"\nrequire "a.test/a" "v1.0.0"\nrequire (\n\t"b.test/b" v1.0.0\n)\n',
    means: required,
    meaning: ['a.test/a v1.0.0', 'b.test/b v1.0.0'],
  },
  {
    name: 'a range of retracted versions with a rationale behind it',
    text: 'module m\nretract [v1.0.0, v1.2.0] // bad\n',
    means: ({ retract }) => retract.map(({ low, high, rationale }) => [low, high, rationale]),
    meaning: [['v1.0.0', 'v1.2.0', 'bad']],
  },
  {
    name: 'a replacement by a folder',
    text: 'module m\nreplace a => ../b\n',
    means: replaced,
    meaning: ['a  => ../b '],
  },
  {
    name: 'a replacement of one version by another module',
    text: 'module m\nreplace a v1 => c/d v2\n',
    means: replaced,
    meaning: ['a v1.0.0 => c/d v2.0.0'],
  },
  {
    name: 'a parenthesis in a comment',
    text: 'module m\nrequire (\n\ta.test/a v1.0.0 // see b)\n\t// ) not the end\n\tb.test/b v1.0.0\n)\n',
    means: required,
    meaning: ['a.test/a v1.0.0', 'b.test/b v1.0.0'],
  },
  {
    name: 'a path that ends in a word of the language',
    text: 'module m\nrequire (\n\ta.test/tool v1.0.0\n\ta.test/require v1.0.0\n)\ntool a.test/tool\n',
    means: (file) => [...required(file), ...file.tool.map(({ path }) => path)],
    meaning: ['a.test/tool v1.0.0', 'a.test/require v1.0.0', 'a.test/tool'],
  },
  {
    name: 'a block of exclusions',
    text: 'module m\nexclude (\n\ta.test/a v1.0.0\n\ta.test/a v1.1.0\n)\n',
    means: ({ exclude }) => exclude.map(({ mod }) => mod.version),
    meaning: ['v1.0.0', 'v1.1.0'],
  },
  {
    name: 'a setting of the run time',
    text: 'module m\ngo 1.23\ngodebug default=go1.21\n',
    means: ({ godebug }) => godebug.map(({ key, value }) => `${key}=${value}`),
    meaning: ['default=go1.21'],
  },
  {
    name: 'a folder that is ignored',
    text: 'module m\nignore ./node_modules\n',
    means: ({ ignore }) => ignore.map(({ path }) => path),
    meaning: ['./node_modules'],
  },
  {
    name: 'line ends with a carriage return',
    text: 'module m\r\n\r\nrequire (\r\n\ta.test/a v1.0.0 // indirect\r\n)\r\n',
    means: required,
    meaning: ['a.test/a v1.0.0 indirect'],
  },
  {
    name: 'no newline at the end',
    text: 'module m\nrequire a.test/a v1.0.0',
    means: required,
    meaning: ['a.test/a v1.0.0'],
  },
];

const ILLEGAL: readonly (readonly [name: string, text: string, words: string])[] = [
  ['a byte-order mark', '\ufeffmodule m\n', "go.mod:1: unexpected input character '\\ufeff'"],
  [
    'a path in back quotes',
    'module m\nrequire `a.test/a` v1.0.0\n',
    'go.mod:2: invalid quoted string: unquoted string cannot contain quote',
  ],
];

describe('legal text', () => {
  test.each(LEGAL)('$name', ({ text, means, meaning }) => {
    const file = parse('go.mod', text);
    expect(means(file)).toEqual(meaning);
    // What is printed means the same, and stays as it is.
    const printed = file.format();
    expect(means(parse('go.mod', printed))).toEqual(meaning);
    expect(decodeText(parse('go.mod', printed).format())).toBe(decodeText(printed));
  });
});

describe('what only looks legal', () => {
  test.each(ILLEGAL)('%s', (_, text, words) => {
    expect(() => parse('go.mod', text)).toThrow(words);
  });
});

const need = needs('go');

describe.skipIf(need.skip)(need.title('go means the same'), () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gomod-legal-'));
  });
  afterAll(() => removeScratch(folder));

  const go = (flag: string, text: string) => {
    writeFileSync(join(folder, 'go.mod'), encodeText(text));
    return spawnSync(goBinary() ?? 'go', ['mod', 'edit', flag, 'go.mod'], {
      cwd: folder,
      env: goAlone(),
      encoding: 'utf8',
    });
  };

  test.each(LEGAL)('$name', ({ text }) => {
    const file = parse('go.mod', text);
    expect(goModJson(file)).toBe(go('-json', text).stdout);
    file.sortBlocks();
    file.cleanup();
    expect(decodeText(file.format())).toBe(go('-print', text).stdout);
  });

  test.each(ILLEGAL)('%s', (_, text, words) => {
    const { status, stderr } = go('-json', text);
    expect(status).toBe(1);
    expect(stderr).toBe(`go: errors parsing go.mod:\n${words}\n`);
  });
});
