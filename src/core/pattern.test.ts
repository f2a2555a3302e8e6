import { describe, expect, it } from 'vitest';
import { inTime } from '../../tools/testing/in-time.js';
import { matchPattern } from './pattern.js';

// pattern: names that match / names that do not. Checked against `go help packages` and go list's behaviour.
const table: [string, string[], string[]][] = [
  ['...', ['', 'a', 'a/b', 'vendor'], ['a/vendor/b', 'vendor/x']],
  ['net', ['net'], ['net/http', 'ne']],
  ['net/...', ['net', 'net/http', 'net/'], ['network', 'not/http']],
  ['net...', ['net', 'net/http', 'network'], ['ne']],
  ['.../x', ['a/x', 'a/b/x', '/x'], ['x', 'a/xx']],
  ['a.../b.../c', ['a/b/c', 'axx/byy/c', 'a/b/x/c'], ['a/c', 'a/b/cc']],
  ['a...a', ['aa', 'aba'], ['a']],
  ['x/vendor/...', ['x/vendor', 'x/vendor/y', 'x/vendor/y/z'], ['x/y', 'x/vendor/y/vendor/z']],
  ['x/...', ['x/vendor', 'x/y'], ['x/vendor/y']],
  ['.../vendor/y', ['x/vendor/y'], ['x/y', 'vendor/y']],
];

describe('matchPattern', () => {
  it.each(table)('%s', (pattern, yes, no) => {
    const match = matchPattern(pattern);
    expect(yes.filter((name) => !match(name))).toEqual([]);
    expect(no.filter((name) => match(name))).toEqual([]);
  });

  it('stays linear on hostile patterns', () => {
    const match = matchPattern('a...'.repeat(2000));
    inTime(() => {
      match(`${'a'.repeat(100_000)}b`);
    });
  });
});
