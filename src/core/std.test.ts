// Core's idea of Go's standard library, compared with a real one on seeded random input.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildOracle, type Oracle } from '../../tools/testing/go-oracle.js';
import { needs } from '../../tools/testing/requirements.js';
import { GomodError } from './error.js';
import { escapeUrlPath, formatInfo, parseInfo } from './goproxy/index.js';
import * as gover from './gover/index.js';
import { parseJsonSequence, quoteJson } from './json/index.js';
import { matchGlob } from './module/index.js';
import { quote } from './quote.js';
import { cleanPath, joinPath, lastElement, parentPath, relativePath } from './slash-path.js';
import { compareText, decodeText, encodeText, fields, trimSpace } from './text.js';

const SAMPLES = 3000;
const SEED = 20260101;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const raw = (text: string): string => base64(encodeText(text));

/** The message of what `run` throws, which must be an error of ours. */
function caught<T>(run: () => T): { value: T } | { message: string } {
  try {
    return { value: run() };
  } catch (error) {
    if (!(error instanceof GomodError)) throw error;
    return { message: error.message };
  }
}

const pieces = (...list: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...list), { maxLength: 9 }).map((parts) => parts.join(''));

/** Bytes that often are white space, quotes, parts of UTF-8 sequences. Assigned characters only: Unicode grows. */
const BYTES = [
  0x00, 0x09, 0x0a, 0x20, 0x22, 0x25, 0x27, 0x2b, 0x2f, 0x3c, 0x40, 0x5c, 0x61, 0x7f, 0x80, 0x85, 0xa0, 0xa8,
  0xc2, 0xc3, 0xe2, 0xe3, 0xed, 0xf0, 0x9f, 0x98, 0xff,
];
const text = fc
  .array(fc.constantFrom(...BYTES), { maxLength: 9 })
  .map((bytes) => decodeText(Uint8Array.from(bytes)));

const scalar = fc.constantFrom(
  ...[
    '"x"',
    '"v1.0.0"',
    '""',
    'null',
    'true',
    '1',
    '-1.5e3',
    '"2018-01-02T15:04:05Z"',
    '"\\u0032018-01-02T15:04:05Z"',
  ],
  ...[
    '"2018-01-02T5:04:05,50+23:59"',
    '"2018-01-02T15:04:05+24:00"',
    '"2019-02-29T00:00:00Z"',
    '"\\ud800"',
    '"<&>"',
  ],
);
const key = fc.constantFrom(
  ...[
    'Version',
    'version',
    'TIME',
    'Time',
    'Origin',
    'oRIGIN',
    'VCS',
    'url',
    'Ref',
    'Ha\u017fh',
    'Name',
    'x',
  ],
);
const { value: json } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(' ,')}]`),
    fc
      .array(fc.tuple(key, tie('value')), { maxLength: 4 })
      .map((members) => `{${members.map(([name, value]) => `"${name}":${value}`).join(',')}}`),
  ),
}));
const token = fc.constantFrom(...'{}[],:"\\-1.eEtfnu \n\u0001é', '\udcff', 'tru', '"a"');
const brokenJson = fc
  .tuple(json, fc.nat(), fc.array(token, { maxLength: 2 }), fc.nat(2))
  .map(([whole, at, add, drop]) => {
    const i = at % (whole.length + 1);
    return whole.slice(0, i) + add.join('') + whole.slice(i + drop);
  });
const anyJson = fc.oneof(json, brokenJson);

const glob = pieces(
  'a',
  'b',
  '*',
  '?',
  '[a-c]',
  '[^a]',
  '/',
  '\\*',
  '\\',
  '[',
  ']',
  '[]',
  '[a',
  '[a-',
  '[\\]]',
  '[/]',
  '.',
  'é',
  '[^é]',
  '[\ufffd]',
);
const name = pieces('a', 'b', 'c', '/', '*', ']', '.', 'é', '\udcff');
const slashPath = pieces('/', '/', '.', '..', 'a', 'b', '/a', 'é', '...');
const goVersion = fc
  .tuple(
    fc.constantFrom('1', '1.', '1.9', '1.20', '1.21', '1.22', '01.2', '', '2', '1.021'),
    fc.constantFrom('', '', '.0', '.1', 'rc1', 'rc2', 'beta1', 'rc', 'alpha01', '.1rc1', 'RC1', '.', '.01'),
  )
  .map((parts) => parts.join(''));

function ourInfo(given: string): unknown[] {
  const parsed = caught(() => parseInfo(encodeText(given)));
  if ('message' in parsed) return [raw(parsed.message.replace(/(modfetch|codehost)\./g, 'main.'))];
  const { version, origin } = parsed.value;
  const written = caught(() => formatInfo(parsed.value));
  const [out, message] = 'value' in written ? [base64(written.value), ''] : ['', written.message];
  return [raw(version), origin !== undefined, out, raw(message)];
}

function ourSequence(given: string): unknown[] {
  let count = 0;
  const end = caught(() => {
    for (const _ of parseJsonSequence(encodeText(given))) count++;
  });
  return [count, 'message' in end ? raw(end.message) : ''];
}

type Question = readonly [
  op: string,
  args: fc.Arbitrary<readonly string[]>,
  ours: (...args: string[]) => unknown[],
];

const QUESTIONS: readonly Question[] = [
  ['quote', fc.tuple(text), (a) => [raw(quote(a))]],
  ['fields', fc.tuple(text), (a) => [raw(fields(a).join('|')), raw(trimSpace(a))]],
  ['compare', fc.tuple(text, text), (a, b) => [compareText(a, b)]],
  ['json-string', fc.tuple(text), (a) => [raw(quoteJson(a))]],
  ['path-escape', fc.tuple(text), (a) => [raw(escapeUrlPath(a))]],
  ['glob', fc.tuple(glob, name), (a, b) => [matchGlob(a, b)]],
  [
    'slash-path',
    fc.tuple(slashPath, slashPath),
    (a, b) => {
      const below = relativePath(cleanPath(a), cleanPath(b));
      const parts = [cleanPath(a), joinPath(a, b), parentPath(a), lastElement(a)];
      return [...parts.map(raw), below !== undefined, raw(below ?? '')];
    },
  ],
  [
    'go-version',
    fc.tuple(goVersion, goVersion),
    (a, b) => [gover.isValid(a), gover.compare(a, b), gover.lang(a)],
  ],
  ['info', fc.tuple(anyJson), ourInfo],
  ['sequence', fc.tuple(fc.array(anyJson, { maxLength: 3 }).map((list) => list.join(' '))), ourSequence],
];

interface StdQuestion {
  readonly op: string;
  readonly args: readonly string[];
}

const need = needs('go');

describe.skipIf(need.skip)(need.title('core compared with the standard library of go'), () => {
  let oracle: Oracle<StdQuestion, unknown>;

  beforeAll(() => {
    oracle = buildOracle<StdQuestion, unknown>({
      source: 'testdata/oracle.go',
      encode: ({ op, args }) => JSON.stringify({ Op: op, Args: args.map(raw) }),
      decode: (line) => JSON.parse(line),
    });
  }, 300_000);

  afterAll(() => oracle?.close());

  test.each(QUESTIONS)('%s', (op, args, ours) => {
    const questions = fc.sample(args, { seed: SEED, numRuns: SAMPLES });
    const answers = oracle.ask(questions.map((list) => ({ op, args: list })));
    expect(answers.length).toBe(questions.length);
    for (const [i, question] of questions.entries()) {
      expect(ours(...question), JSON.stringify(question)).toEqual(answers[i]);
    }
  });
});
