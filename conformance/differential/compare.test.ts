// The comparer itself must be able to fail: each of these pairs differs in one thing, and that must be reported.

import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeScratch } from '../../tools/testing/scratch.js';
import { compareResults, inOrder, normalise, type StepResult } from './output.js';
import { compareTrees, readTree } from './tree.js';

describe('trees', () => {
  let base = '';
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'compare-'));
    for (const side of ['a', 'b']) {
      mkdirSync(join(base, side, 'sub'), { recursive: true });
      writeFileSync(join(base, side, 'sub', 'file'), 'contents');
      symlinkSync('file', join(base, side, 'sub', 'link'));
    }
  });
  afterEach(() => removeScratch(base));
  const compare = (leaveOut?: (path: string) => boolean) =>
    compareTrees(readTree(join(base, 'a'), leaveOut), readTree(join(base, 'b'), leaveOut));

  test('equal trees have no differences', () => {
    expect(compare()).toEqual([]);
  });
  test('one changed byte', () => {
    writeFileSync(join(base, 'b', 'sub', 'file'), 'Contents');
    expect(compare()).toEqual(['sub/file: bytes differ (go 8, ours 8)']);
  });
  test('one changed mode, of a file and of a folder', () => {
    chmodSync(join(base, 'b', 'sub', 'file'), 0o444);
    chmodSync(join(base, 'b', 'sub'), 0o555);
    expect(compare()).toEqual(['sub: mode go 0755, ours 0555', 'sub/file: mode go 0644, ours 0444']);
    chmodSync(join(base, 'b', 'sub'), 0o755);
  });
  test('one more name, one name less, another name', () => {
    writeFileSync(join(base, 'b', 'more'), '');
    rmSync(join(base, 'b', 'sub', 'link'));
    expect(compare()).toEqual(['more: only ours has it (file)', 'sub/link: only go has it (link)']);
  });
  test('another link target, another kind', () => {
    rmSync(join(base, 'b', 'sub', 'link'));
    symlinkSync('other', join(base, 'b', 'sub', 'link'));
    expect(compare()).toEqual(['sub/link: bytes differ (go 0, ours 0)']);
    rmSync(join(base, 'b', 'sub', 'link'));
    mkdirSync(join(base, 'b', 'sub', 'link'));
    expect(compare()).toEqual(['sub/link: go link, ours folder']);
  });
  test('what is left out is not looked at, and nothing else', () => {
    writeFileSync(join(base, 'b', 'sub', 'file'), 'Contents');
    writeFileSync(join(base, 'b', 'top'), '');
    expect(compare((path) => path === 'sub')).toEqual(['top: only ours has it (file)']);
  });
  test('an empty folder counts', () => {
    mkdirSync(join(base, 'b', 'empty'));
    expect(compare()).toEqual(['empty: only ours has it (folder)']);
  });
});

describe('outputs', () => {
  const result = (more: Partial<StepResult>): StepResult => ({
    command: 'go x',
    stdout: 'one\ntwo\n',
    stderr: 'go: a\ngo: b\n',
    exit: 0,
    ...more,
  });
  const compare = (more: Partial<StepResult>, base: Partial<StepResult> = {}) =>
    compareResults(result(base), result(more));

  test('equal results have no differences', () => {
    expect(compare({})).toEqual([]);
  });
  test('another exit code', () => {
    expect(compare({ exit: 1 })).toEqual(['exit code: go 0, ours 1']);
    expect(compare({ exit: 'SIGKILL' })).toHaveLength(1);
  });
  test('one changed byte in either stream', () => {
    expect(compare({ stdout: 'one\ntwO\n' })[0]).toMatch(/^stdout, line 2:/);
    expect(compare({ stderr: 'go: a\ngo: B\n' })[0]).toMatch(/^stderr, line 2:/);
  });
  test('another order of lines', () => {
    expect(compare({ stdout: 'two\none\n' })).toHaveLength(1);
    expect(compare({ stderr: 'go: b\ngo: a\n' })).toHaveLength(1);
  });
  test('another order of lines where it is free, which hides no other difference', () => {
    const ordered = (more: Partial<StepResult>) => compareResults(inOrder(result({})), inOrder(result(more)));
    expect(ordered({ stdout: 'two\none\n', stderr: 'go: b\ngo: a\n' })).toEqual([]);
    expect(ordered({ stdout: 'two\none' })).toHaveLength(1);
    expect(ordered({ stderr: 'go: b\ngo: a\ngo: a\n' })).toHaveLength(1);
    expect(ordered({ exit: 1 })).toHaveLength(1);
  });
  test('a missing last newline, an empty line more', () => {
    expect(compare({ stdout: 'one\ntwo' })).toHaveLength(1);
    expect(compare({ stderr: 'go: a\ngo: b\n\n' })).toHaveLength(1);
  });
  test('downloading lines may come in another order, but not be missing, doubled or changed', () => {
    const lines = 'go: downloading a v1\ngo: downloading b v1\ngo: end\n';
    const base = { stderr: lines };
    expect(compare({ stderr: 'go: downloading b v1\ngo: end\ngo: downloading a v1\n' }, base)).toEqual([]);
    expect(compare({ stderr: 'go: downloading a v1\ngo: end\n' }, base)).toHaveLength(1);
    expect(compare({ stderr: `go: downloading a v1\n${lines}` }, base)).toHaveLength(1);
    expect(compare({ stderr: lines.replace('b v1', 'b v2') }, base)).toHaveLength(1);
  });
  test('times of -x lines and GOGCCFLAGS do not count; anything else in these lines does', () => {
    const line = (text: string) => ({ stderr: `# get http://h/p: 200 OK (${text})\n` });
    expect(compare(line('0.014s'), line('1.002s'))).toEqual([]);
    expect(compare(line('0.01s'), line('1.002s'))).toHaveLength(1);
    expect(compare({ stderr: '# get http://h/q: 200 OK (0.014s)\n' }, line('1.002s'))).toHaveLength(1);
    const env = (flags: string) => ({ stdout: `GOGCCFLAGS='${flags}'\nGOX='1'\n` });
    expect(compare(env('a'), env('b'))).toEqual([]);
    expect(compare({ stdout: env('a').stdout.replace("'1'", "'2'") }, env('b'))).toHaveLength(1);
  });
});

test('the order of DepsErrors is free', () => {
  const list = (...items: string[]) =>
    `{\n\t"DepsErrors": [\n${items.map((item) => `\t\t{\n\t\t\t"Err": "${item}"\n\t\t}`).join(',\n')}\n\t],\n\t"Name": "x"\n}\n`;
  expect(normalise(list('a', 'b', 'c'))).toBe(normalise(list('c', 'a', 'b')));
  expect(normalise(list('a', 'b'))).not.toBe(normalise(list('a', 'c')));
});
