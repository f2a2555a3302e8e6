import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { inTime } from '../../../tools/testing/in-time.js';
import { type Archive, format, parse } from './index.js';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** An archive as text, so that failures can be read. */
function shown(archive: Archive): [comment: string, ...files: [string, string][]] {
  const files = archive.files.map(({ name, data }): [string, string] => [name, decoder.decode(data)]);
  return [decoder.decode(archive.comment), ...files];
}

describe('txtar', () => {
  test.each<[string, ReturnType<typeof shown>]>([
    ['', ['']],
    ['only a comment', ['only a comment\n']],
    ['-- a --', ['', ['a', '']]],
    ['-- a --\n', ['', ['a', '']]],
    [
      'note\n-- a/b.txt --\none\ntwo\n-- c --\nno newline',
      ['note\n', ['a/b.txt', 'one\ntwo\n'], ['c', 'no newline\n']],
    ],
    ['--   spaced name\t --\nx\n', ['', ['spaced name', 'x\n']]],
    ['-- a --\n-- a --\n', ['', ['a', ''], ['a', '']]],
    [
      '--  --\n-- --\n--a --\n-- a--\n -- a --\n-- a -- \n-- a --\r\n',
      ['--  --\n-- --\n--a --\n-- a--\n -- a --\n-- a -- \n-- a --\r\n'],
    ],
    ['\n-- a --\n\n', ['\n', ['a', '\n']]],
    ['-- x -- y --\n', ['', ['x -- y', '']]],
    ['-- é --\ncafé\n', ['', ['é', 'café\n']]],
  ])('parses %j', (text, want) => {
    expect(shown(parse(text))).toEqual(want);
    expect(shown(parse(encoder.encode(text)))).toEqual(want);
  });

  it('gives back what was formatted', () => {
    const name = fc.stringMatching(/^[a-z./-]{1,8}$/);
    const line = fc.stringMatching(/^[a-z -]{0,8}$/).filter((text) => !/^-- +\S.* --$/.test(text));
    const data = fc.array(line).map((lines) => encoder.encode(lines.map((text) => `${text}\n`).join('')));
    const archive = fc.record({ comment: data, files: fc.array(fc.record({ name, data })) });
    fc.assert(
      fc.property(archive, (made) => {
        expect(shown(parse(format(made)))).toEqual(shown(made));
      }),
    );
  });

  it('formats every archive to a fixed point, and keeps bytes that are no UTF-8', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('-- ', ' --', 'a', '\n', '\r', 'é', '-')),
        fc.uint8Array(),
        (parts, raw) => {
          const bytes = new Uint8Array([...encoder.encode(parts.join('')), 0x0a, ...raw]);
          const once = format(parse(bytes));
          expect(format(parse(once))).toEqual(once);
        },
      ),
    );
  });

  it('takes linear time', () => {
    inTime(() => {
      expect(parse('-- \n'.repeat(500_000)).files).toEqual([]);
      expect(parse('-- a --\n'.repeat(100_000)).files.length).toBe(100_000);
    });
  });
});
