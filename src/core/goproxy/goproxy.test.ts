import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { GomodError } from '../error.js';
import { encodeText } from '../text.js';
import {
  escapeUrlPath,
  fileRequest,
  formatInfo,
  formatList,
  listedVersions,
  newestListed,
  type ProxyRequest,
  parseInfo,
  parseList,
  parseRequestPath,
  type RevInfo,
  requestPath,
  versionFile,
} from './index.js';

const bytes = encodeText;
const text = (data: Uint8Array): string => new TextDecoder().decode(data);

describe('.info', () => {
  test.each<[string, RevInfo, string?]>([
    [
      '{"Version":"v1.0.0","Time":"2018-01-02T15:04:05Z"}',
      { version: 'v1.0.0', time: '2018-01-02T15:04:05Z', origin: undefined },
    ],
    [
      ' {"version":"v1.0.0","TIME":"2018-01-02T15:04:05.50+01:00","Name":"x","Short":"y"}\n',
      { version: 'v1.0.0', time: '2018-01-02T15:04:05.5+01:00', origin: undefined },
      '{"Version":"v1.0.0","Time":"2018-01-02T15:04:05.5+01:00"}',
    ],
    ['{}', { version: '', time: '', origin: undefined }, '{"Version":"","Time":"0001-01-01T00:00:00Z"}'],
    [
      '{"Version":"v1.0.0","Time":null,"Origin":{"RepoSum":"r","Hash":"h","VCS":"git","URL":"https://a.b/?x=1&y","Ref":""}}',
      {
        version: 'v1.0.0',
        time: '',
        origin: { RepoSum: 'r', Hash: 'h', VCS: 'git', URL: 'https://a.b/?x=1&y' },
      },
      '{"Version":"v1.0.0","Time":"0001-01-01T00:00:00Z","Origin":' +
        '{"VCS":"git","URL":"https://a.b/?x=1\\u0026y","Hash":"h","RepoSum":"r"}}',
    ],
    [
      '{"Version":"v1.0.0","Origin":{}}',
      { version: 'v1.0.0', time: '', origin: {} },
      '{"Version":"v1.0.0","Time":"0001-01-01T00:00:00Z","Origin":{}}',
    ],
    [
      '{"Origin":null}',
      { version: '', time: '', origin: undefined },
      '{"Version":"","Time":"0001-01-01T00:00:00Z"}',
    ],
    [
      '{"Time":"0001-01-01T01:00:00+01:00"}',
      { version: '', time: '0001-01-01T01:00:00+01:00', origin: undefined },
      '{"Version":"","Time":"0001-01-01T01:00:00+01:00"}',
    ],
  ])('%s', (given, want, written = given) => {
    const info = parseInfo(bytes(given));
    expect(info).toEqual(want);
    expect(text(formatInfo(info))).toBe(written);
    expect(parseInfo(formatInfo(info))).toEqual(want);
  });

  test.each([
    ['<html>', "invalid character '<' looking for beginning of value"],
    ['', 'unexpected end of JSON input'],
    ['"v1.0.0"', 'json: cannot unmarshal string into Go value of type modfetch.RevInfo'],
    ['{"Version":1}', 'json: cannot unmarshal number into Go struct field RevInfo.Version of type string'],
    [
      '{"Origin":[]}',
      'json: cannot unmarshal array into Go struct field RevInfo.Origin of type codehost.Origin',
    ],
    [
      '{"Origin":{"VCS":1}}',
      'json: cannot unmarshal number into Go struct field Origin.Origin.VCS of type string',
    ],
    ['{"Time":5}', 'Time.UnmarshalJSON: input is not a JSON string'],
    ['{"Time":"now"}', 'parsing time "now" as "2006-01-02T15:04:05Z07:00": cannot parse "now" as "2006"'],
  ])('%j is refused', (given, want) => {
    expect(() => parseInfo(bytes(given))).toThrow(GomodError);
    expect(() => parseInfo(bytes(given))).toThrow(want);
  });

  it('reads an offset of a day, and cannot write it', () => {
    const info = parseInfo(bytes('{"Time":"2018-01-02T15:04:05+24:00"}'));
    expect(info.time).toBe('2018-01-02T15:04:05+24:00');
    expect(() => formatInfo(info)).toThrow(
      'json: error calling MarshalJSON for type time.Time: Time.MarshalJSON: timezone hour outside of range [0,23]',
    );
  });

  it('means the same however plainly it is written', () => {
    /** What a text says, or in which words it is refused. A blank in front makes it one that is not plain. */
    const outcome = (given: string) => {
      try {
        const info = parseInfo(bytes(given));
        return { info, text: text(formatInfo(info)) };
      } catch (error) {
        return (error as GomodError).message.replace(/\d+/g, 'N');
      }
    };
    const name = fc.constantFrom('VCS', 'URL', 'Subdir', 'Hash', 'Ref', 'RepoSum', 'vcs', 'Other');
    const value = fc.constantFrom(
      'git',
      '',
      'https://a.b/?x=1&y',
      '<a>',
      'é',
      '\\u0041',
      'a":"b',
      'x y~',
      ':',
      '{}',
    );
    const origin = fc.array(fc.tuple(name, value), { maxLength: 4 }).map((pairs) => {
      return `,"Origin":{${pairs.map(([n, v]) => `"${n}":"${v}"`).join(',')}}`;
    });
    const time = fc.constantFrom(
      ...['2018-01-02T15:04:05Z', '0001-01-01T00:00:00Z', '0000-02-28T23:59:59Z', '2018-02-29T00:00:00Z'],
      ...['2020-02-29T00:00:00Z', '2018-01-02T24:04:05Z', '2018-01-02T15:04:05.5Z', '2018-1-2T15:04:05Z', ''],
    );
    const info = fc.tuple(fc.constantFrom('v1.0.0', '', 'v1"', 'é'), time, fc.option(origin, { nil: '' }));
    const given = info.map(([v, t, o]) => `{"Version":"${v}","Time":"${t}"${o}}`);
    fc.assert(
      fc.property(given, fc.constantFrom('', '\n', ',', ' '), (each, end) => {
        expect(outcome(each + end)).toEqual(outcome(` ${each}${end}`));
      }),
      { numRuns: 5000 },
    );
  });

  it('ends in our error for any bytes', () => {
    const seed = '{"Version":"v1.0.0","Time":"2018-01-02T15:04:05Z","Origin":{"VCS":"git","Hash":"abc"}}';
    fc.assert(
      fc.property(fc.nat(seed.length - 1), fc.uint8Array({ maxLength: 4 }), fc.nat(4), (at, insert, drop) => {
        const raw = bytes(seed);
        const mutated = new Uint8Array([...raw.subarray(0, at), ...insert, ...raw.subarray(at + drop)]);
        try {
          formatInfo(parseInfo(mutated));
        } catch (error) {
          expect(error).toBeInstanceOf(GomodError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('lists', () => {
  const LIST = [
    'v1.10.0',
    'v1.9.0 2019-01-02T15:04:05Z',
    'nonsense',
    '',
    'v1.9.1-pre',
    'v0.0.0-20180102150405-abcdef123456',
    '  v2.0.0+incompatible\r',
    'v1.2 extra fields here',
  ].join('\n');

  it('have the tagged versions in order', () => {
    const entries = parseList(bytes(LIST));
    expect(listedVersions(entries)).toEqual([
      'v1.2',
      'v1.9.0',
      'v1.9.1-pre',
      'v1.10.0',
      'v2.0.0+incompatible',
    ]);
    expect(listedVersions(entries, 'v1.9.')).toEqual(['v1.9.0', 'v1.9.1-pre']);
    expect(listedVersions(parseList(bytes('')))).toEqual([]);
  });

  test.each([
    ['', undefined],
    ['v1.0.0\nv2.0.0\n', undefined],
    [
      'v0.0.0-20180102150405-aaaaaaaaaaaa\nv0.0.0-20190102150405-bbbbbbbbbbbb\nv1.0.0\n',
      'v0.0.0-20190102150405-bbbbbbbbbbbb',
    ],
    ['v1.0.0 2020-01-02T15:04:05Z\nv0.0.0-20190102150405-bbbbbbbbbbbb\n', 'v1.0.0'],
    ['v1.0.0 not-a-time\n', undefined],
    ['v1.0.0 2020-01-02T15:04:05+05:00\nv1.0.1 2020-01-02T15:04:05Z\n', 'v1.0.1'],
    ['v0.0.0-20189902150405-aaaaaaaaaaaa\n', undefined],
    ['v1.0.0 2020-01-02T15:04:05Z\nv1.0.1 2020-01-02T15:04:05Z\n', 'v1.0.0'],
  ])('the newest of %j', (list, want) => {
    expect(newestListed(parseList(bytes(list)))).toBe(want);
  });

  it('are written a version a line', () => {
    expect(text(formatList(['v1.0.0', 'v1.1.0']))).toBe('v1.0.0\nv1.1.0\n');
    expect(formatList([]).length).toBe(0);
  });
});

describe('URLs', () => {
  test.each<[ProxyRequest, string]>([
    [{ kind: 'list', path: 'github.com/Azure/x' }, 'github.com/!azure/x/@v/list'],
    [{ kind: 'latest', path: 'a.b/c/v2' }, 'a.b/c/v2/@latest'],
    [{ kind: 'info', path: 'a.b/c', version: 'v1.0.0-RC1' }, 'a.b/c/@v/v1.0.0-!r!c1.info'],
    [{ kind: 'info', path: 'a.b/c', version: 'my-branch.info' }, 'a.b/c/@v/my-branch.info.info'],
    [
      fileRequest({ path: 'a.b/c', version: 'v2.0.0+incompatible' }, 'mod'),
      'a.b/c/@v/v2.0.0+incompatible.mod',
    ],
    [{ kind: 'zip', path: 'a.b/c', version: 'v1.0.0' }, 'a.b/c/@v/v1.0.0.zip'],
  ])('%j is %s', (request, want) => {
    expect(requestPath(request)).toBe(want);
    expect(parseRequestPath(want)).toEqual(request);
  });

  test.each([
    '',
    'a.b/c',
    'a.b/c/@v/',
    'a.b/c/@v/v1.0.0',
    'a.b/c/@v/v1.0.0.txt',
    'a.b/c/@v/v1.mod',
    'a.b/c/@v/master.zip',
    'a.b/c/@v/v1.0.0+meta.mod',
  ])('%j asks for nothing', (path) => {
    expect(parseRequestPath(path)).toBeUndefined();
  });

  test.each([
    'github.com/Azure/x/@v/list',
    '/@v/list',
    'a/@latest',
    'a.b/c/@v/../x.info',
    'a.b/c/@v/V1.info',
  ])('%j is not escaped as it must be', (path) => {
    expect(() => parseRequestPath(path)).toThrow(GomodError);
  });

  it('have versions that are file names only', () => {
    expect(versionFile('v1.0.0', 'info')).toBe('@v/v1.0.0.info');
    expect(() => versionFile('feature/x', 'info')).toThrow(
      'version "feature/x" invalid: disallowed version string',
    );
  });

  it('are percent-encoded as Go does', () => {
    expect(escapeUrlPath('a/B-_.~$&+=:@')).toBe('a/B-_.~$&+=:@');
    expect(escapeUrlPath(' !"#%\'()*,;<>?[\\]^`{|}')).toBe(
      '%20%21%22%23%25%27%28%29%2A%2C%3B%3C%3E%3F%5B%5C%5D%5E%60%7B%7C%7D',
    );
    expect(escapeUrlPath('é\udcff')).toBe('%C3%A9%FF');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        fc.pre(!/\p{Surrogate}/u.test(path));
        expect(decodeURIComponent(escapeUrlPath(path))).toBe(path);
      }),
    );
  });
});
