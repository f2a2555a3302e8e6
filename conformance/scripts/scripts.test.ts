// The runner of Go's scripts: reading transcripts, telling what a script is about, and the ratchet.

import { describe, expect, test } from 'vitest';
import { areaOf, readScript } from './classify.js';
import { compatibilityPage, lost, summary } from './report.js';
import { readTable, type ScriptTable } from './table.js';
import { readTranscript } from './transcript.js';

const TRANSCRIPT = `=== RUN   TestScript
=== RUN   TestScript/one
--- FAIL: TestScript (0.00s)
    --- PASS: TestScript/one (0.01s)
    --- FAIL: TestScript/two (0.02s)
        > go mod download
        FAIL: two.txt:3: exit status 2
    --- SKIP: TestScript/three (0.00s)
        three.txt:1: no git
FAIL
`;

describe('transcripts', () => {
  test('verdicts and what failing scripts say', () => {
    const outcomes = readTranscript(TRANSCRIPT);
    expect(outcomes.map(({ script, verdict }) => [script, verdict])).toEqual([
      ['one', 'pass'],
      ['two', 'fail'],
      ['three', 'skip'],
    ]);
    expect(outcomes[1]?.text).toContain('two.txt:3');
  });
});

describe('areas', () => {
  const area = (name: string, text: string) => areaOf(readScript(name, text));
  test.each([
    ['mod_download_x', 'go mod download\n! go mod download -json bad\n', 'download'],
    ['mod_graph_x', 'go mod graph\ngo mod download\n', 'graph'],
    ['mod_x', 'go list -m all\n! go build ./...\n', 'graph'],
    ['mod_x', 'go build ./...\n', 'build'],
    ['mod_x', 'env GO111MODULE=on\n[short] skip\ngo get x@v1\ngo list all\n', 'get'],
    ['mod_x', '[!git] skip\ngo get x@v1\n', 'vcs'],
    ['work_x', 'go work use ./a\ngo list -m\n', 'work'],
    ['env_x', 'go env GOPATH\n', 'command'],
    ['gotoolchain_x', 'go version\n', 'toolchain'],
    ['x', '-C dir mod tidy\n[cond] ! go -C dir mod tidy\n-- a --\ngo build\n', 'packages'],
  ])('%s', (name, text, want) => {
    expect(area(name, text)).toBe(want);
  });
  test('a script of another subject has none', () => {
    expect(area('cgo_x', 'go build\n')).toBeUndefined();
  });
});

describe('the record', () => {
  const table: ScriptTable = {
    version: 'go1.26.8',
    scripts: ['one', 'two', 'three'].map((name) => ({
      name,
      area: 'download',
      compiler: false,
      stock: 'pass',
      commands: ['mod download'],
    })),
  };
  const outcomes = readTranscript(TRANSCRIPT);

  test('the summary ends with the counts and names what failed', () => {
    expect(summary(table, outcomes)).toBe(
      'download   1 of 3\n  failed: two\n1 passed, 1 failed, 1 skipped\n',
    );
  });
  test('the ratchet names what passed before, and only that', () => {
    const record = { version: 'go1.26.8', passed: ['one', 'two', 'four', 'notasked'] };
    expect(lost(record, ['one', 'two', 'four'], outcomes)).toEqual(['two', 'four']);
    expect(lost({ version: '', passed: ['one'] }, ['one', 'two'], outcomes)).toEqual([]);
  });
  test('the page counts by area and gives a reason for each script that does not pass', () => {
    const page = compatibilityPage(table, { version: 'go1.26.8', passed: ['one'] });
    expect(page).toContain('| download | 1 | 3 |');
    expect(page).toContain('Passed: one');
    expect(page).toMatch(/Not passed, .+: two, three/);
    expect(page).toContain('macOS and Windows');
  });
});

test('the table in the repository is complete', () => {
  const { scripts } = readTable();
  expect(scripts.length).toBeGreaterThan(400);
  expect(new Set(scripts.map((script) => script.name)).size).toBe(scripts.length);
});
