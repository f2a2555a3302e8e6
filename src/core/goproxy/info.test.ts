// `.info` files that are damaged: read, refused and written again as Go's JSON package does it, and quickly.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTime } from '../../../tools/testing/in-time.js';
import { buildInfoOracle, type InfoAnswer, type InfoOracle } from '../../../tools/testing/info-oracle.js';
import { mutate } from '../../../tools/testing/mutate.js';
import { needs } from '../../../tools/testing/requirements.js';
import { type Chance, seeded } from '../../../tools/testing/seeded.js';
import { GomodError } from '../error.js';
import { formatInfo, parseInfo } from './index.js';

const MUTATIONS = process.env.GOMOD_ACCEPTANCE === undefined ? 2000 : 20_000;

const ORIGIN =
  '"Origin":{"VCS":"git","URL":"https://github.com/rsc/quote","Subdir":"v3","Hash":"0406d7298882f1a1ab4d08f1ae7d2c23d3fdec86",' +
  '"TagPrefix":"v3/","TagSum":"t1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=","Ref":"refs/tags/v3.1.0","RepoSum":"r1:x="}';

/** As proxies and caches have them, and forms that few write. */
const FILES = [
  '{"Version":"v1.5.2","Time":"2018-02-14T15:44:20Z"}',
  `{"Version":"v3.1.0","Time":"2018-10-11T05:29:42Z",${ORIGIN}}`,
  '{"Version":"v0.0.0-20180214154420-0406d7298882","Time":"2018-02-14T15:44:20.123456789-07:00","Origin":{"VCS":"hg"}}\n',
  '{\n\t"Version": "v1.0.0+incompatible",\n\t"Name": "0406d7298882",\n\t"Short": "0406d7298882",\n\t"Time": "2024-02-29T23:59:60Z"\n}\n',
  '{"version":"v1.0.0","TIME":null,"origin":null,"Origin":{"vcs":null,"Url":"a\\u0026b\\ud83d\\ude00\\ud800\\n"},"Extra":[1,-2.5e+3,{"x":[true,false,null]}]}',
  '{"Version":"\u017f\u212aé\u{1f600}<>&\u2028","\u017fhort":"x","Ver\u017fion":"v2.0.0","Time":"0001-01-01T00:00:00Z"}',
];

/** Words that make other JSON of a file, or other times. */
const WORDS = [
  'null',
  'true',
  '{}',
  '[]',
  '[{"a":1}]',
  '"x"',
  '-0',
  '1e5',
  '01',
  '"\\u00e9"',
  '"\\ud800"',
  '\\',
  ',',
  ':',
  '"Version":1,',
  '"Time":"2024-13-01T00:00:00Z",',
  '"Origin":{"VCS":[]},',
  '"Origin":"x",',
  '24:00:00',
  '+24:00',
  '-23:60',
  '.000000000000000001',
  '2023-02-29',
  '\u00a0',
  '\ufeff',
];

/** A damaged file: bytes, or a word in the place of another. */
function damaged(chance: Chance): Uint8Array {
  let text: string = chance.pick(FILES);
  while (chance.below(2) === 0) {
    const words = [...text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]:,]|[\w.+:-]+/g)];
    const { index = 0, 0: word = '' } = words.length === 0 ? {} : chance.pick(words);
    text = text.slice(0, index) + chance.pick(WORDS) + text.slice(index + chance.below(2) * word.length);
  }
  return chance.below(3) === 0 ? Buffer.from(text) : mutate(chance, Buffer.from(text));
}

/** What we make of a file. Whatever is thrown must be our error. */
function ours(bytes: Uint8Array): InfoAnswer {
  const answer = { error: '', written: '', failed: '' };
  let step: 'error' | 'failed' = 'error';
  try {
    const info = parseInfo(bytes);
    step = 'failed';
    answer.written = Buffer.from(formatInfo(info)).toString();
  } catch (error) {
    if (!(error instanceof GomodError)) throw error;
    answer[step] = error.message;
  }
  return answer;
}

function mutations(): Uint8Array[] {
  const chance = seeded(20261121);
  return [
    ...FILES.map((text) => Buffer.from(text)),
    ...Array.from({ length: MUTATIONS }, () => damaged(chance)),
  ];
}

describe('damaged .info files', () => {
  it(`${MUTATIONS} of them end in an answer or in our error, at once`, () => {
    let refused = 0;
    for (const bytes of mutations()) {
      const { error, written } = inTime(() => ours(bytes));
      if (error !== '') refused++;
      else if (written !== '') expect(ours(Buffer.from(written)).written).toBe(written);
    }
    expect(refused).toBeGreaterThan(MUTATIONS / 4);
    expect(refused).toBeLessThan(MUTATIONS * 0.9);
  });

  const megabytes = 4 << 20;
  const repeat = (text: string | Buffer, [head, tail] = ['', '']): Buffer => {
    const part = Buffer.from(text as string);
    const many = Buffer.alloc(Math.floor(megabytes / part.length) * part.length, part);
    return Buffer.concat([Buffer.from(head), many, Buffer.from(tail)]);
  };

  it.each<[string, () => Buffer, string]>([
    ['brackets', () => repeat('['), 'exceeded max depth'],
    ['objects', () => repeat('{"a":'), 'exceeded max depth'],
    ['a long text', () => repeat('a', ['{"Version":"', '"}']), ''],
    ['escapes', () => repeat('\\u00e9', ['{"Version":"', '"}']), ''],
    ['halves of pairs', () => repeat('\\ud800', ['{"Version":"', '"}']), ''],
    ['bytes that are no UTF-8', () => repeat(Buffer.of(0xff), ['{"Version":"', '"}']), ''],
    ['a long number', () => repeat('1', ['{"Version":', '}']), 'json: cannot unmarshal number'],
    ['a long time', () => repeat('0', ['{"Time":"2024-01-01T00:00:00.', 'Z"}']), ''],
    ['a time that is none', () => repeat('9', ['{"Time":"', '"}']), 'parsing time'],
    ['many keys', () => repeat('"a":1,', ['{', '"b":1}']), ''],
    ['many versions', () => repeat('"Version":"v1",', ['{', '"b":1}']), ''],
    [
      'many origins',
      () => repeat('"Origin":{"VCS":1},', ['{', '"b":1}']),
      'cannot unmarshal number into Go struct field Origin.Origin.VCS of type string',
    ],
    ['white space', () => repeat(' '), 'unexpected end of JSON input'],
    ['zeros', () => repeat('\0'), "invalid character '\\x00' looking for beginning of value"],
  ])('4 MiB of %s', (_, make, says) => {
    const bytes = make();
    const { error } = inTime(() => ours(bytes));
    if (says === '') expect(error).toBe('');
    else expect(error).toMatch(says);
  });
});

const need = needs('go');

describe.skipIf(need.skip)(need.title('damaged .info files, compared with Go'), () => {
  let oracle: InfoOracle;
  beforeAll(() => {
    oracle = buildInfoOracle();
  }, 180_000);
  afterAll(() => oracle?.close());

  it('are read, refused and written as Go does it', () => {
    const files = mutations();
    const answers = oracle.ask(files);
    expect(answers.length).toBe(files.length);
    files.forEach((bytes, i) => {
      expect(ours(bytes), Buffer.from(bytes).toString('latin1')).toEqual(answers[i]);
    });
  });
});
