// The texts of core/modfile/testdata/corpus.txtar, forms of them that a text file cannot hold well, and seeded
// mutations.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from './seeded.js';

/** One text. Names that begin with `work` are go.work files. */
export interface CorpusText {
  readonly name: string;
  readonly data: Buffer;
}

const FILE = join(import.meta.dirname, '../../src/core/modfile/testdata/corpus.txtar');

const BYTES: Readonly<Record<string, string>> = {
  'bad-byte-order-mark': '\xef\xbb\xbfmodule example.com/m\n',
  'bad-control': 'module example.com/m\x00\n',
  'bad-delete': 'module\x7fx\n',
  'ok-not-utf8': 'module example.com/\xff\xfe\nrequire "a\xffb c" v1.0.0 // \xe4\xb8\n',
  'bad-not-utf8': 'module m\nrequire \xff v1.0.0\xff\nrequire a "v1\xff"\nfoo\xff\n',
  'bad-cut-rune': 'module m // \xc3\n\x20\xc3(\n',
  'bad-carriage-return': 'module example.com/m\rgo 1.20\n',
  'ok-carriage-returns':
    'module\rexample.com/m\r\r\ngo 1.20\r\n\r\n// x\r\nrequire a v1.0.0 // y\r\n// end\r',
  'bad-form-feed': 'module m\f\n',
  'bad-vertical-tab': 'module m\n\v\n',
  'bad-next-line': 'module m\xc2\x85\n',
  'bad-surrogates': 'module m\xed\xa0\x80\n\xed\xb0\x80\n',
  'bad-overlong': 'module m\xc0\x80\n\xf8\xf9\n',
};

/** Every text, and each with the line ends of Windows and without its last newline. */
export function corpus(): CorpusText[] {
  const parts = readFileSync(FILE, 'utf8').split(/^-- (.*) --\n/m);
  const texts: CorpusText[] = [];
  for (let i = 1; i < parts.length; i += 2) {
    const [name = '', text = ''] = parts.slice(i, i + 2);
    texts.push({ name, data: Buffer.from(text) });
    texts.push({ name: `${name}-crlf`, data: Buffer.from(text.replaceAll('\n', '\r\n')) });
    texts.push({ name: `${name}-cut`, data: Buffer.from(text.replace(/\n$/, '')) });
  }
  for (const [name, text] of Object.entries(BYTES)) texts.push({ name, data: Buffer.from(text, 'latin1') });
  return texts;
}

const SNIPPETS = [
  '\n',
  '\r',
  '\t',
  ' ',
  '(',
  ')',
  '()',
  '[',
  ']',
  ',',
  '{',
  '"',
  '`',
  "'",
  '\\',
  '\\\n',
  '//',
  '/*',
  '// x\n',
  '=>',
  '@',
  'v1.0.0',
  'v2.0.0',
  'v1',
  'require ',
  'require (\n',
  '\n)\n',
  'replace ',
  'exclude ',
  'retract ',
  'module ',
  'go 1.20\n',
  'tool ',
  'ignore ',
  'use ',
  'foo ',
  '"a b"',
  '// indirect',
  ' // indirect; ',
  '// Deprecated: x\n',
  '\xc3\xa9',
  '\xff',
  '\xc2\xa0',
  '\xe2\x80\xa8',
  '\x00',
  '\xef\xbb\xbf',
  '\xf0\x9f\x98\x80',
  '\xed\xa0\x80',
];

/** `data` with one to four small changes. */
export function mutate(data: Buffer, chance: Chance): Buffer {
  let bytes = data;
  for (let n = 1 + chance.below(4); n > 0; n--) {
    const at = chance.below(bytes.length + 1);
    const end = Math.min(bytes.length, at + 1 + chance.below(12));
    const head = bytes.subarray(0, at);
    const kind = chance.below(7);
    if (kind === 0) bytes = Buffer.concat([head, Buffer.from([chance.below(256)]), bytes.subarray(at + 1)]);
    else if (kind === 1) bytes = Buffer.concat([head, bytes.subarray(end)]);
    else if (kind <= 4)
      bytes = Buffer.concat([head, Buffer.from(chance.pick(SNIPPETS), 'latin1'), bytes.subarray(at)]);
    else if (kind === 5) bytes = Buffer.concat([head, bytes.subarray(at, end), bytes.subarray(at)]);
    else bytes = moveLine(bytes, chance);
  }
  return bytes;
}

function moveLine(bytes: Buffer, chance: Chance): Buffer {
  const lines = bytes.toString('latin1').split('\n');
  const [line = ''] = lines.splice(chance.below(lines.length), chance.below(2));
  lines.splice(chance.below(lines.length + 1), 0, line);
  return Buffer.from(lines.join('\n'), 'latin1');
}
