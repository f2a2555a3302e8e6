import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corpus, mutate } from '../../../tools/testing/modfile-corpus.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { encodeText } from '../text.js';
import { parseLax, readPlain } from './index.js';

/** What parseLax reads of what readPlain may read; undefined where it refuses the file. */
function fully(data: Uint8Array) {
  try {
    const file = parseLax('go.mod', data);
    return {
      modulePath: file.module?.mod.path ?? '',
      goVersion: file.go?.version ?? '',
      require: file.require.map((line) => line.mod),
      retract: file.retract,
      deprecated: file.module?.deprecated ?? '',
    };
  } catch {
    return undefined;
  }
}

function expectSame(data: Uint8Array): boolean {
  const plain = readPlain(data);
  if (plain === undefined) return false;
  expect({ ...plain, retract: [], deprecated: '' }).toEqual(fully(data));
  return true;
}

describe('a plain go.mod', () => {
  it('is read as parseLax reads it', () => {
    const text = `module example.com/m // Module

go 1.21

toolchain go1.22.0
require example.com/a v1.0.0//x
require (
\texample.com/b/v2 v2.3.0 // indirect
\t// a comment
  gopkg.in/yaml.v3 v3.0.1

\texample.com/c v2.0.0+incompatible
)
replace example.com/a => ../a
exclude ( // why
\texample.com/d v1.0.0
)
tool example.com/t`;
    expect(readPlain(encodeText(text))).toEqual({
      modulePath: 'example.com/m',
      goVersion: '1.21',
      require: [
        { path: 'example.com/a', version: 'v1.0.0' },
        { path: 'example.com/b/v2', version: 'v2.3.0' },
        { path: 'gopkg.in/yaml.v3', version: 'v3.0.1' },
        { path: 'example.com/c', version: 'v2.0.0+incompatible' },
      ],
    });
    expect(expectSame(encodeText(text))).toBe(true);
  });

  it.each([
    'module "m"',
    'module m\nretract v1.0.0',
    '// Deprecated: no\nmodule m',
    'module m\nmodule m',
    'go 1.21\ngo 1.21',
    'go 1.21x',
    'require m/v2 v1.0.0',
    'require m master',
    'require m v1.0.0 v1.0.0',
    'require (\n\tm v1.0.0',
    'require ()',
    'require(\n)',
    ')',
    'module (\n\tm\n)',
    'ignore a',
    'unknown',
    'module m /* x */',
    'module m\r\n',
    'module é',
    'require (\n(\n)',
  ])('is not %j', (text) => {
    expect(readPlain(encodeText(text))).toBeUndefined();
  });

  it('is nothing that parseLax reads otherwise, or refuses', () => {
    const chance = seeded(26);
    const files = corpus();
    let plain = 0;
    for (const { data } of files) if (expectSame(data)) plain++;
    for (let i = 0; i < 4000; i++)
      if (expectSame(mutate(Buffer.from(chance.pick(files).data), chance))) plain++;
    expect(plain).toBeGreaterThan(100);
  });

  it('however its words are put together', () => {
    const word = fc.constantFrom(
      ...[
        'module',
        'go',
        'require',
        'replace',
        'ignore',
        'tool',
        '(',
        ')',
        '(',
        ')',
        '//',
        '=>',
        '\n',
        '\n',
        '\n',
      ],
      ...[
        'm',
        'a.b/c/v2',
        'v1.0.0',
        'v2.0.0',
        'v2',
        '1.21',
        '1.2.3.4',
        ' ',
        '\t',
        '1',
        'gopkg.in/x.v2',
        'v2.0.0-1',
      ],
    );
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (each) => {
        expectSame(encodeText(each));
      }),
      { numRuns: 5000, seed: 7 },
    );
  });
});
