import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goBinary } from '../../tools/testing/requirements.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import { seeded } from '../../tools/testing/seeded.js';
import { unifiedDiff } from './diff.js';

describe('a unified diff', () => {
  it('is empty for equal texts', () => {
    expect(unifiedDiff('a', '', 'b', '')).toBe('');
    expect(unifiedDiff('a', 'x\ny', 'b', 'x\ny')).toBe('');
  });

  it.each([
    ['', 'x\n', '@@ -0,0 +1,1 @@\n+x\n'],
    ['x\n', '', '@@ -1,1 +0,0 @@\n-x\n'],
    ['x\n', 'x', '@@ -1,1 +1,1 @@\n-x\n+x\n\\ No newline at end of file\n'],
    ['1\n2\n3\n4\n5\n', '1\n2\n3\nx\n4\n5\n', '@@ -1,5 +1,6 @@\n 1\n 2\n 3\n+x\n 4\n 5\n'],
    // Changes near each other share a hunk, others do not.
    ['a\n1\n2\n3\nb\n', 'A\n1\n2\n3\nB\n', '@@ -1,5 +1,5 @@\n-a\n+A\n 1\n 2\n 3\n-b\n+B\n'],
    [
      'a\n1\n2\n3\n4\n5\n6\n7\nb\n',
      'A\n1\n2\n3\n4\n5\n6\n7\nB\n',
      '@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n',
    ],
  ])('from %j to %j', (old, now, hunks) => {
    expect(unifiedDiff('old', old, 'new', now)).toBe(`diff old new\n--- old\n+++ new\n${hunks}`);
  });

  it('leads from one text to the other', () => {
    const chance = seeded(1);
    for (let round = 0; round < 2000; round++) {
      const line = () => `${chance.below(12)}\n`;
      const old = Array.from({ length: chance.below(30) }, line);
      const now = old.flatMap((each) =>
        chance.below(4) > 0 ? [each] : chance.below(2) === 0 ? [] : [line(), each],
      );
      const end = chance.below(4) === 0 ? 'x' : '';
      const [from, to] = [old.join('') + end, now.join('') + (chance.below(2) === 0 ? end : '')];
      expect(applied(from, unifiedDiff('a', from, 'b', to))).toBe(to);
    }
  });
});

/** What a diff makes of a text. Throws where it does not fit. */
function applied(text: string, diff: string): string {
  const lines = text.split(/(?<=\n)/).filter((line) => line !== '');
  const result: string[] = [];
  let at = 0;
  const body = diff.split(/(?<=\n)/).slice(3);
  for (const [index, line] of body.entries()) {
    const hunk = /^@@ -(\d+),(\d+) /.exec(line);
    if (hunk !== null) {
      const start = Number(hunk[1]) - (hunk[2] === '0' ? 0 : 1);
      result.push(...lines.slice(at, start));
      at = start;
      continue;
    }
    if (line.startsWith('\\')) continue;
    const cut = body[index + 1]?.startsWith('\\') === true;
    const content = cut ? line.slice(1, -1) : line.slice(1);
    if (line.startsWith('+')) result.push(content);
    else {
      expect(lines[at]).toBe(content);
      at++;
      if (line.startsWith(' ')) result.push(content);
    }
  }
  return [...result, ...lines.slice(at)].join('');
}

// gofmt prints its diffs by the same rules.
const gofmt = join(dirname(goBinary() ?? '/nowhere/go'), 'gofmt');
const skip = !existsSync(gofmt);

describe.skipIf(skip)(skip ? 'beside gofmt (skipped: no gofmt here)' : 'beside gofmt', () => {
  it('prints the same', () => {
    const chance = seeded(7);
    const folder = mkdtempSync(join(tmpdir(), 'gomod-diff-'));
    const file = join(folder, 'x.go');
    try {
      let changed = 0;
      for (let round = 0; round < 60; round++) {
        const body = Array.from({ length: chance.below(60) }, (_, i) => {
          const name =
            chance.below(3) === 0 ? `// ${chance.below(4)}` : `_ = ${chance.below(5) === 0 ? 1 : i}`;
          return `${chance.below(4) === 0 ? chance.pick(['', ' ', '\t\t', '  ']) : '\t'}${name}${chance.below(9) === 0 ? ' ' : ''}\n`;
        });
        writeFileSync(file, `package x\n\nfunc f() {\n${body.join('')}}\n`);
        const { stdout } = spawnSync(gofmt, ['-d', file], { encoding: 'utf8' });
        const now = spawnSync(gofmt, [file], { encoding: 'utf8' }).stdout;
        expect(unifiedDiff(`${file}.orig`, readFileSync(file, 'utf8'), file, now)).toBe(stdout);
        if (stdout !== '') changed++;
      }
      expect(changed).toBeGreaterThan(30);
    } finally {
      removeScratch(folder);
    }
  });
});
