// Goldens are answers of encoding/json (go 1.26.8), read through.

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { inTime } from '../../../tools/testing/in-time.js';
import { encodeText } from '../text.js';
import {
  decodeStruct,
  JsonError,
  type JsonStruct,
  parseJson,
  parseJsonSequence,
  quoteJson,
} from './index.js';

const bytes = (text: string): Uint8Array => encodeText(text);

describe('syntax', () => {
  test.each([
    ['', 'unexpected end of JSON input'],
    [' \n', 'unexpected end of JSON input'],
    ['{', 'unexpected end of JSON input'],
    ['{"a"', 'unexpected end of JSON input'],
    ['"abc', 'unexpected end of JSON input'],
    ['[1,', 'unexpected end of JSON input'],
    ['{} x', "invalid character 'x' after top-level value"],
    ['01', "invalid character '1' after top-level value"],
    ['<html>', "invalid character '<' looking for beginning of value"],
    ['not found', "invalid character 'o' in literal null (expecting 'u')"],
    ['tru', "invalid character ' ' in literal true (expecting 'e')"],
    ['falze', "invalid character 'z' in literal false (expecting 's')"],
    ['[1,]', "invalid character ']' looking for beginning of value"],
    ['[1 2]', "invalid character '2' after array element"],
    ['{a:1}', "invalid character 'a' looking for beginning of object key string"],
    ['{"a":1,}', "invalid character '}' looking for beginning of object key string"],
    ['{"a" 1}', "invalid character '1' after object key"],
    ['{"a":1 "b":2}', `invalid character '"' after object key:value pair`],
    ['"a\nb"', "invalid character '\\n' in string literal"],
    ['"\\x"', "invalid character 'x' in string escape code"],
    ['"\\', "invalid character ' ' in string escape code"],
    ['"\\u12g4"', "invalid character 'g' in \\u hexadecimal character escape"],
    ['-', "invalid character ' ' in numeric literal"],
    ['1.', "invalid character ' ' after decimal point in numeric literal"],
    ['1e+', "invalid character ' ' in exponent of numeric literal"],
    ["'", "invalid character '\\'' looking for beginning of value"],
    ['\u00e9', "invalid character 'Ã' looking for beginning of value"],
    ['\x00', "invalid character '\\x00' looking for beginning of value"],
    ['\ufeff{}', "invalid character 'ï' looking for beginning of value"],
  ])('%j is refused', (text, want) => {
    expect(() => parseJson(bytes(text))).toThrow(new JsonError('syntax', want));
  });

  test.each(['null', ' true ', '-0', '1.5e-7', '1E5', '""', '[]', '{}', '[[],{"a":[{}]}]', '{"a":1,"a":2}'])(
    '%s is accepted',
    (text) => {
      parseJson(bytes(text));
    },
  );

  test.each([
    ['"plain"', 'plain'],
    ['"\\"\\\\\\/\\b\\f\\n\\r\\t"', '"\\/\b\f\n\r\t'],
    ['"\\u0041\\ud83d\\ude00"', 'A\u{1f600}'],
    ['"\\ud800x\\udc00"', '\ufffdx\ufffd'],
    ['"\\ud800\\ud83d\\ude00"', '\ufffd\u{1f600}'],
    ['"a\udcffb\udcc3"', 'a\ufffdb\ufffd'],
    ['"\\\\u0041"', '\\u0041'],
  ])('the text of %j', (text, want) => {
    expect(parseJson(bytes(text))).toMatchObject({ kind: 'string', text: want });
  });

  it('accepts and refuses what JSON.parse does, and reads the same', () => {
    const value = (node: ReturnType<typeof parseJson>, raw: string): unknown => {
      if (node.kind === 'string') return node.text;
      if (node.kind === 'array') return node.items.map((item) => value(item, raw));
      if (node.kind === 'object') {
        return Object.fromEntries(node.members.map((member) => [member.key, value(member.value, raw)]));
      }
      return JSON.parse(raw.slice(node.start, node.end));
    };
    const ascii = fc.string({ unit: 'grapheme-ascii' });
    const broken = fc
      .tuple(fc.json({ stringUnit: 'grapheme-ascii' }), fc.nat(), ascii)
      .map(([text, at, insert]) => {
        const i = at % (text.length + 1);
        return text.slice(0, i) + insert + text.slice(i + (at % 2));
      });
    fc.assert(
      fc.property(fc.oneof(fc.json({ stringUnit: 'grapheme-ascii' }), broken, ascii), (text) => {
        let want: unknown;
        let wanted = true;
        try {
          want = JSON.parse(text);
        } catch {
          wanted = false;
        }
        if (wanted) expect(value(parseJson(bytes(text)), text)).toEqual(want);
        else expect(() => parseJson(bytes(text))).toThrow(JsonError);
      }),
    );
  });

  it('bounds the depth, not the call stack', () => {
    expect(parseJson(bytes('['.repeat(10_000) + ']'.repeat(10_000))).kind).toBe('array');
    const message = "invalid character '[' exceeded max depth";
    expect(() => parseJson(bytes('['.repeat(10_001)))).toThrow(message);
    expect(() => parseJson(bytes('{"a":'.repeat(20_000)))).toThrow(
      "invalid character '{' exceeded max depth",
    );
  });

  it('takes linear time', () => {
    inTime(() => {
      parseJson(bytes(`[${'{"a":"\\u0041"},'.repeat(100_000)}0]`));
      expect(() => parseJson(bytes(`"${'\\"'.repeat(1_000_000)}`))).toThrow(JsonError);
      expect(() => parseJson(bytes(' '.repeat(5_000_000)))).toThrow(JsonError);
    });
  });
});

describe('sequences', () => {
  const read = (text: string): [number, string] => {
    let count = 0;
    try {
      for (const _ of parseJsonSequence(bytes(text))) count++;
      return [count, ''];
    } catch (error) {
      expect(error).toBeInstanceOf(JsonError);
      return [count, (error as Error).message];
    }
  };

  test.each<[string, [number, string]]>([
    ['', [0, '']],
    [' {} \n{}[]1 2"a" ', [6, '']],
    ['truefalse', [2, '']],
    ['{}{', [1, 'unexpected EOF']],
    ['{} tru', [1, 'unexpected EOF']],
    ['"a', [0, 'unexpected EOF']],
    ['{} x', [1, "invalid character 'x' looking for beginning of value"]],
  ])('%j', (text, want) => {
    expect(read(text)).toEqual(want);
  });
});

const INNER: JsonStruct = {
  name: 'pkg.Inner',
  fields: { Name: { kind: 'string' }, Kick: { kind: 'string' } },
};
const OUTER: JsonStruct = {
  name: 'pkg.Outer',
  fields: {
    Text: { kind: 'string' },
    Flag: { kind: 'bool' },
    List: { kind: 'strings' },
    When: { kind: 'time' },
    In: { kind: 'struct', type: INNER },
  },
};

describe('structs', () => {
  const decode = (text: string) => decodeStruct(bytes(text), parseJson(bytes(text)), OUTER);
  const place = 'Go struct field Outer.';

  test.each<[string, object]>([
    ['{}', {}],
    ['null', {}],
    [
      '{"Text":"a","Flag":true,"List":["x",null,"y"],"Other":[{}]}',
      { Text: 'a', Flag: true, List: ['x', '', 'y'] },
    ],
    ['{"TEXT":"a","fLAG":true}', { Text: 'a', Flag: true }],
    ['{"in":{"\u212aic\u212a":"kelvin"}}', { In: { Kick: 'kelvin' } }],
    ['{"Text":"a","text":"b"}', { Text: 'b' }],
    ['{"Text":"a","Text":null}', { Text: 'a' }],
    ['{"List":["a"],"List":null}', {}],
    ['{"In":{"Name":"a"},"In":{"Kick":"b"}}', { In: { Name: 'a', Kick: 'b' } }],
    ['{"In":{"Name":"a"},"In":null,"In":{"Kick":"b"}}', { In: { Kick: 'b' } }],
    ['{"__proto__":"x","constructor":"y"}', {}],
    ['{"When":"1970-01-01T00:00:01Z"}', { When: { seconds: 1, nanoseconds: 0, offset: 0 } }],
  ])('%s', (text, want) => {
    expect(decode(text)).toEqual(want);
  });

  test.each([
    ['[]', 'json: cannot unmarshal array into Go value of type pkg.Outer'],
    ['"x"', 'json: cannot unmarshal string into Go value of type pkg.Outer'],
    ['{"Text":1}', `json: cannot unmarshal number into ${place}Text of type string`],
    ['{"text":{}}', `json: cannot unmarshal object into ${place}Text of type string`],
    ['{"Flag":"x"}', `json: cannot unmarshal string into ${place}Flag of type bool`],
    ['{"List":"x"}', `json: cannot unmarshal string into ${place}List of type []string`],
    ['{"List":["a",true]}', `json: cannot unmarshal bool into ${place}List of type string`],
    ['{"In":1}', `json: cannot unmarshal number into ${place}In of type pkg.Inner`],
    ['{"In":{"Name":[]}}', 'json: cannot unmarshal array into Go struct field Inner.In.Name of type string'],
    ['{"Text":1,"Flag":2}', `json: cannot unmarshal number into ${place}Text of type string`],
    ['{"Text":1,"When":3}', 'Time.UnmarshalJSON: input is not a JSON string'],
    ['{"When":"\\u0032018-01-02T15:04:05Z"}', /^parsing time "\\\\u0032018/],
    ['{"When":[]}', 'Time.UnmarshalJSON: input is not a JSON string'],
  ])('%s does not fit', (text, want) => {
    expect(() => decode(text)).toThrow(JsonError);
    expect(() => decode(text)).toThrow(want);
  });
});

describe('strings', () => {
  test.each([
    ['plain é \u{1f600}', '"plain é \u{1f600}"'],
    ['"\\\b\f\n\r\t', '"\\"\\\\\\b\\f\\n\\r\\t"'],
    ['\x00\x1f\x7f', '"\\u0000\\u001f\x7f"'],
    ['<&>', '"\\u003c\\u0026\\u003e"'],
    ['\u2028\u2029', '"\\u2028\\u2029"'],
    ['\udcff\ud800', '"\\ufffd\\ufffd"'],
  ])('%j is written as %s', (text, want) => {
    expect(quoteJson(text)).toBe(want);
  });

  it('are read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const node = parseJson(bytes(quoteJson(text)));
        expect(node).toMatchObject({ text: text.replace(/\p{Surrogate}/gu, '\ufffd') });
      }),
    );
  });
});
