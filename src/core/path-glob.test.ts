import { describe, expect, it } from 'vitest';
import { matchGlob } from './glob.js';
import { PathGlobError, parsePathGlob } from './path-glob.js';

const table: readonly [glob: string, matching: readonly string[], others: readonly string[]][] = [
  ['a.c', ['a.c'], ['b/a.c', 'a.cc', 'a']],
  ['*.c', ['a.c', '.c'], ['b/a.c', 'a.h']],
  ['**/*.c', ['a.c', 'b/a.c', 'b/c/d/a.c', '.git/a.c'], ['a.h', 'a.c/b']],
  ['**/*.[ch]', ['a.c', 'b/a.h'], ['a.o']],
  ['include/**', ['include/a', 'include/b/c'], ['a/include/b', 'includes/a']],
  ['**/include/**/*.h', ['include/a.h', 'x/include/y/z/a.h'], ['include.h', 'x/a.h', 'include/a.c']],
  ['**', ['a', 'a/b', 'a/b/c'], []],
  ['**/**/a', ['a', 'b/a', 'b/c/a'], ['a/b']],
  ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b', 'a/b/b'], ['a', 'b', 'a/b/c', 'xa/b']],
  ['a?.proto', ['ab.proto'], ['a.proto', 'a/.proto', 'abc.proto']],
  ['\\*.c', ['*.c'], ['a.c']],
  ['\\{a\\}', ['{a}'], ['a']],
  ['ä*/**/ö', ['äx/ö', 'ä/y/ö'], ['a/ö']],
];

describe('a glob over paths', () => {
  it.each(table)('%s', (glob, matching, others) => {
    const test = parsePathGlob(glob);
    expect(matching.filter((path) => !test(path))).toEqual([]);
    expect(others.filter((path) => test(path))).toEqual([]);
  });

  it('without ** means what path.Match means', () => {
    const paths = ['a', 'a/b', 'b/a', 'ab', 'a/b/c', '.a', 'a.c'];
    for (const glob of ['*', 'a*', '*/b', '?', '[ab]', 'a/*/c', '[^a]*', '*.c', '*/*']) {
      for (const path of paths)
        expect(parsePathGlob(glob)(path), `${glob} ${path}`).toBe(matchGlob(glob, path));
    }
  });

  it.each([
    ['', 'empty pattern'],
    ['/a', 'pattern begins with a slash: paths are relative to a module'],
    ['a/', 'pattern ends in a slash'],
    ['a//b', 'two slashes in a row'],
    ['../*.c', 'element .. in pattern'],
    ['./*.c', 'element . in pattern'],
    ['**.c', '** stands for folders: it must be between slashes'],
    ['a/b**/c', '** stands for folders: it must be between slashes'],
    ['*.{c', 'no braces: write a pattern for each of their words'],
    ['h}', 'no braces: write a pattern for each of their words'],
    ['[a', 'syntax error in pattern'],
    ['a/[]', 'syntax error in pattern'],
    ['a\\', 'syntax error in pattern'],
  ])('%j is refused', (glob, message) => {
    expect(() => parsePathGlob(glob)).toThrow(new PathGlobError(message));
  });

  it('takes no more steps than both lengths multiplied', () => {
    const test = parsePathGlob(`${'**/a/'.repeat(50)}b`);
    expect(test(`${'a/'.repeat(500)}c`)).toBe(false);
    expect(test(`${'a/'.repeat(500)}b`)).toBe(true);
  });
});
