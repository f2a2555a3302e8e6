// Runs about packages are answered from memory after edits that change nothing they depend on, and only then.

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mutate } from '../../tools/testing/mutate.js';
import { runOurs } from '../../tools/testing/run-program.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import { seeded } from '../../tools/testing/seeded.js';
import { decodeRecord, encodeRecord } from '../engine/recall/record.js';

const FILES = {
  'go.mod': 'module main.test/m\n\ngo 1.24\n',
  'm.go':
    '// Package m.\npackage m\n\nimport (\n\t"fmt"\n\t"main.test/m/sub"\n)\n\nfunc F() { fmt.Println(sub.X) }\n',
  'm_test.go': 'package m\n\nimport "testing"\n\nfunc TestF(t *testing.T) { F() }\n',
  'sub/s.go': '//go:build linux\n\npackage sub\n\nvar X int\n',
  'sub/asm.s': '// +build amd64\n\nTEXT f(SB), 4, $0-0\n',
  'sub/only.go': 'package sub\n\nimport _ "os"\n\nfunc only() {}\n',
  'data/d.go': 'package data\n\nimport _ "embed"\n\n//go:embed a.txt\nvar s string\n',
  'data/a.txt': 'a\n',
  'data/b.txt': 'b\n',
  'wrong/w.go': 'package wrong\n\nimport "fmt\n\nvar x int\n',
} as const;

const COMMANDS = [
  'list -e -json ./...',
  'list -e -deps -test -json=ImportPath,GoFiles,Imports,EmbedFiles,TestImports,Error ./...',
  'mod tidy -e',
  'mod why os',
  'list -f {{.Doc}} m.go',
];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gomod-remembered-sources-'));
  mkdirSync(join(folder, 'cache', 'cache'), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  }
});
afterEach(() => removeScratch(folder));

const at = (name: string) => join(folder, 'm', name);
const textOf = (name: string) => readFileSync(at(name), 'utf8');
/** Longer than changes take to settle. */
const settle = () => new Promise((done) => setTimeout(done, 80));

async function run(words: string, recall = 'on'): Promise<string> {
  const environment = {
    GOMODCACHE: join(folder, 'cache'),
    GOCACHE: join(folder, 'build'),
    GOENV: 'off',
    GOPROXY: 'off',
    PATH: '/nowhere',
    HOME: folder,
    GOMOD_GOVERSION: '1.26.8',
    GOMOD_RECALL: recall,
  };
  const place = { cwd: join(folder, 'm'), environment, build: 'b' };
  const { status, stdout, stderr } = await runOurs(place, words.split(' '));
  return `${status}\n${stdout}${stderr}`;
}

/** Runs it until it is remembered, and makes the memory show. */
async function remember(words: string): Promise<string> {
  let first = '';
  for (let time = 0; time < 2; time++) {
    await settle();
    first = await run(words);
  }
  const runs = join(folder, 'cache/cache/gomod/runs');
  for (const name of readdirSync(runs)) {
    const record = decodeRecord(readFileSync(join(runs, name)));
    if (record === undefined) throw new Error('no record');
    writeFileSync(join(runs, name), encodeRecord({ ...record, stdout: 'recalled\n', stderr: '' }));
  }
  expect(await run(words)).toBe('0\nrecalled\n');
  return first;
}

const append = (name: string, text: string) => writeFileSync(at(name), textOf(name) + text);
const replace = (name: string, from: string, to: string) =>
  writeFileSync(at(name), textOf(name).replace(from, to));

/** Edits that no result of a command depends on but those that are named. */
const HARMLESS: Readonly<Record<string, readonly [edit: () => void, noticing?: RegExp]>> = {
  'a line more': [() => append('m.go', 'var y = 1\n')],
  'another body': [() => replace('m.go', 'sub.X', '"other"')],
  'an error in a body': [() => replace('m.go', 'F() {', 'F() }}}')],
  'another file of the same content': [
    () => {
      writeFileSync(at('new'), textOf('m.go'));
      renameSync(at('new'), at('m.go'));
    },
  ],
  'a file that is there for a moment': [
    () => {
      writeFileSync(at('sub/.s.go.swp'), '');
      rmSync(at('sub/.s.go.swp'));
    },
  ],
  'other assembly': [() => append('sub/asm.s', 'RET\n')],
  'a test more': [() => append('m_test.go', 'func TestG(t *testing.T) {}\n'), /-test/],
};

/** Edits that matter to some command: each says at least what it is without a memory. */
const MATTERING: Readonly<Record<string, () => void>> = {
  'an import more': () => replace('m.go', '"fmt"', '"fmt"\n\t_ "os"'),
  'an import that follows': () => replace('m.go', 'func F() { fmt', 'import _ "os"\nfunc F() { fmt'),
  'another constraint': () => replace('sub/s.go', 'linux', 'windows'),
  'another constraint of assembly': () => replace('sub/asm.s', 'amd64', 'arm64'),
  'another package comment': () => replace('m.go', 'Package m.', 'Package m does much.'),
  'another embedded file': () => replace('data/d.go', 'a.txt', '*.txt'),
  'another file': () => writeFileSync(at('sub/z.go'), 'package sub\n\nimport _ "net"\n'),
  'a file less': () => rmSync(at('sub/only.go')),
  'a file by another name': () => renameSync(at('sub/only.go'), at('sub/only_windows.go')),
  'a folder in the place of a file': () => {
    rmSync(at('sub/only.go'));
    mkdirSync(at('sub/only.go'));
  },
  'an error less': () => replace('wrong/w.go', '"fmt\n', '"fmt"\n'),
  'nothing left': () => writeFileSync(at('m.go'), ''),
  'imports alone': () => writeFileSync(at('m.go'), textOf('m.go').split('func')[0] ?? ''),
};

describe.each(COMMANDS)('%s', (words) => {
  it.each(Object.entries(HARMLESS))(
    'is answered from memory after an edit: %s',
    async (_, [edit, noticing]) => {
      await remember(words);
      edit();
      expect((await run(words)) === '0\nrecalled\n').toBe(noticing?.test(words) !== true);
    },
  );

  it.each(Object.entries(MATTERING))('says what is there after an edit: %s', async (_, edit) => {
    const before = await remember(words);
    edit();
    const truth = await run(words, 'off');
    const answer = await run(words);
    expect(answer).toBe(truth === before && answer === '0\nrecalled\n' ? answer : truth);
  });

  it('is answered by what was found in folders before', async () => {
    await remember(words);
    replace('m.go', '"fmt"', '"fmt"\n\t_ "strings"');
    await remember(words);
    append('sub/only.go', 'var z int\n');
    append('m.go', 'var z int\n');
    expect(await run(words)).toBe('0\nrecalled\n');
  });
});

describe('whatever is edited', () => {
  it.each(COMMANDS)('%s', async (words) => {
    const chance = seeded(20261123);
    const names = Object.keys(FILES).filter((name) => name.endsWith('.go') || name.endsWith('.s'));
    // Most edits are far from the imports.
    for (const name of ['m.go', 'm_test.go', 'sub/s.go', 'sub/only.go'])
      append(name, `var (\n${'\t_ = 1\n'.repeat(99)})\n`);
    const before = await remember(words);
    let recalled = 0;
    for (let round = 0; round < 24; round++) {
      const name = chance.pick(names);
      const text = textOf(name);
      writeFileSync(at(name), mutate(chance, Buffer.from(text)));
      const answer = await run(words);
      if (answer === '0\nrecalled\n') {
        recalled++;
        expect(await run(words, 'off')).toBe(before);
      }
      writeFileSync(at(name), text);
      if ((await run(words)) !== '0\nrecalled\n') await remember(words);
    }
    expect(recalled).toBeGreaterThan(2);
  });
});
