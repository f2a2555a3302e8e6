// The small parts of this room, each alone.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNotExist } from '../error.js';
import { realFileSystem } from '../io/index.js';
import { parseGitAuth, parseUserAuth } from './auth-command.js';
import { Credentials } from './credentials.js';
import { formatDetail, isShowable, maxDetailBytes } from './detail.js';
import { ProxyClientError } from './errors.js';
import { urlToFilePath } from './file-url.js';
import { parseProxyList, tryEach, UseProxyError } from './goproxy.js';
import { netrcPath, parseNetrc } from './netrc.js';
import { Slots } from './slots.js';
import { joinUrl, parseUrl, redacted, resolveUrl, stripped, urlText } from './url.js';

describe('URLs', () => {
  // 160,000 seeded pairs gave the same as net/url of go 1.26; these are some of them.
  it.each([
    ['http://u:p@example.com/a%2Fb?q#f', 'http://u:p@example.com/a%2Fb?q#f'],
    ['HTTP://h/a b', 'http://h/a%20b'],
    ['http://h/!a[x]', 'http://h/!a[x]'],
    ['http://h/"q"', 'http://h/%22q%22'],
    ['file:/x', 'file:/x'],
    ['mailto:a@b', 'mailto:a@b'],
    ['//h/x', '//h/x'],
    ['http://[fe80::1%25eth0]:80/', 'http://[fe80::1%25eth0]:80/'],
    ['http://h?', 'http://h?'],
    ['./a:b', './a:b'],
    ['*', '*'],
  ])('%s prints as %s', (text, want) => {
    expect(urlText(parseUrl(text))).toBe(want);
  });
  it.each([
    [':x', 'missing protocol scheme'],
    ['a:b/c:d\x01', 'net/url: invalid control character in URL'],
    ['1a:b', 'first path segment in URL cannot contain colon'],
    ['http://h:x', 'invalid port ":x" after host'],
    ['http://a:1:2', 'invalid port ":1:2" after host'],
    ['http://a b/', 'invalid character " " in host name'],
    ['http://%41/', 'invalid URL escape "%41"'],
    ['http://h/%zz', 'invalid URL escape "%zz"'],
    ['http://u p@h/', 'net/url: invalid userinfo'],
    ['http://[::1', "missing ']' in host"],
    ['http://[1.2.3.4]/', 'invalid IP-literal'],
  ])('%j is refused', (text, want) => {
    expect(() => parseUrl(text)).toThrow(`: ${want}`);
  });
  it('hide passwords in the two ways of Go', () => {
    const url = parseUrl('https://us%40er:p%2Fw@h/x');
    expect([redacted(url), stripped(url)]).toEqual(['https://us%40er:xxxxx@h/x', 'https://us@er:***@h/x']);
  });
  it.each([
    ['http://h/a/b', '../c?x', 'http://h/c?x'],
    ['http://h/a/b', '//i/../d', 'http://i/d'],
    ['http://u:p@h/a', '/b', 'http://u:p@h/b'],
    ['http://h/a?q#f', '', 'http://h/a?q#f'],
    ['http://h', 'x', 'http://h/x'],
  ])('%s then %s is %s', (base, ref, want) => {
    expect(urlText(resolveUrl(parseUrl(base), ref))).toBe(want);
  });
  it('join', () => {
    expect(urlText(joinUrl(parseUrl('http://h/a%2Fb/?q'), '/c/d'))).toBe('http://h/a%2Fb/c/d?q');
    expect(urlText(joinUrl(parseUrl('http://h'), 'c'))).toBe('http://h/c');
  });
  it('that parse print as what parses to the same', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (text) => {
        const once = urlText(parseUrl(text));
        expect(urlText(parseUrl(once))).toBe(once);
      }),
    );
  });
  it('never fail otherwise than with an error of ours', () => {
    const part = fc.constantFrom(
      'http',
      ':',
      '//',
      '[',
      ']',
      '@',
      '%',
      '%41',
      '%zz',
      '?',
      '#',
      ' ',
      'ä',
      '/',
      '..',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 8 }), (parts) => {
        try {
          parseUrl(parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(ProxyClientError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('GOPROXY', () => {
  const shown = (goproxy: string, gonoproxy = '') =>
    parseProxyList(goproxy, gonoproxy).map(({ url, fallBackOnError }) => url + (fallBackOnError ? '|' : ','));
  it('is a list', () => {
    expect(shown('https://a,http://b|c.test, direct ,d.test')).toEqual([
      'https://a,',
      'http://b|',
      'https://c.test,',
      'direct,',
    ]);
    expect(shown('off|https://a')).toEqual(['off,']);
    expect(shown('https://a', 'x.test')).toEqual(['noproxy,', 'https://a,']);
    expect(shown('direct', 'x.test')).toEqual(['direct,']);
  });
  it.each(['', ',', ' | ,'])('%j has no entries', (text) => {
    for (const gonoproxy of ['', 'x.test']) {
      expect(() => parseProxyList(text, gonoproxy)).toThrow(
        'GOPROXY list is not the empty string, but contains no entries',
      );
    }
  });
  it('is a malformed list only if an entry before off and direct is malformed', () => {
    const word = fc.constantFrom('https://a', 'b.test', 'direct', 'off', '', ' ', 'foo', 'ftp://x');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.constantFrom(',', '|')), { minLength: 1 }), (parts) => {
        const words = parts.map(([text]) => text.trim());
        const end = words.findIndex((text) => text === 'direct' || text === 'off');
        const used = words.slice(0, end < 0 ? words.length : end + 1).filter((text) => text !== '');
        const text = parts.map(([entry, separator]) => entry + separator).join('');
        if (used.length === 0 || used.some((entry) => entry === 'foo' || entry === 'ftp://x')) {
          expect(() => parseProxyList(text, '')).toThrow(ProxyClientError);
        } else {
          const list = parseProxyList(text, '');
          expect(list.map(({ url }) => url.replace('https://b', 'b'))).toEqual(used);
          for (const { url, fallBackOnError } of list) {
            if (url === 'direct' || url === 'off') expect(fallBackOnError).toBe(false);
          }
        }
      }),
    );
  });

  const absent = new ProxyClientError('not-exist', 'absent');
  const broken = new ProxyClientError('status', 'broken');
  /** Walks `goproxy`, each entry failing as its host says. */
  async function walk(goproxy: string, gonoproxy = ''): Promise<string> {
    const asked: string[] = [];
    const attempt = async (proxy: string): Promise<string> => {
      asked.push(proxy.replace('https://', ''));
      if (proxy === 'noproxy') throw new UseProxyError();
      if (proxy.includes('good')) return 'found';
      if (proxy.includes('broken')) throw broken;
      if (proxy === 'direct') throw new ProxyClientError('not-exist', 'no repository');
      throw absent;
    };
    const result = await tryEach(parseProxyList(goproxy, gonoproxy), attempt, isNotExist).catch(
      (e) => e.message,
    );
    return `${asked.join(' ')}: ${result}`;
  }
  it.each([
    ['absent.test,good.test', '', 'absent.test good.test: found'],
    ['broken.test,good.test', '', 'broken.test: broken'],
    ['broken.test|good.test', '', 'broken.test good.test: found'],
    ['absent.test,broken.test', '', 'absent.test broken.test: broken'],
    ['broken.test|absent.test', '', 'broken.test absent.test: broken'],
    ['absent.test,direct', '', 'absent.test direct: no repository'],
    ['broken.test|direct', '', 'broken.test direct: no repository'],
    ['absent.test', 'x', 'noproxy absent.test: absent'],
    ['absent.test,off', '', 'absent.test off: absent'],
  ])('%s with GONOPROXY=%j', async (goproxy, gonoproxy, want) => {
    expect(await walk(goproxy, gonoproxy)).toBe(want);
  });
});

describe('error details', () => {
  it.each([
    ['text/plain', true],
    ['text/plain; charset=utf-8', true],
    ['Text/Plain; Charset="US-ASCII"', true],
    ['text/plain; charset=latin1', false],
    ['text/html', false],
    ['', false],
  ])('of %j: %s', (type, want) => {
    expect(isShowable(type)).toBe(want);
  });
  it('end within a long text where a character does', () => {
    const body = Buffer.from(`ok\n\n${'ä'.repeat(maxDetailBytes)}`).subarray(0, maxDetailBytes);
    expect(formatDetail(body)).toBe('ok');
    expect(formatDetail(Buffer.concat([Buffer.from('ok'), Buffer.from([0xc3])]))).toBe('');
  });
  it('never hold what a terminal obeys', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(formatDetail(bytes)).not.toMatch(/[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/);
      }),
    );
  });
});

describe('file: URLs', () => {
  it.each([
    ['file:///a/b%20c', '/a/b c'],
    ['file://localhost/a', '/a'],
  ])('%s is %s', (url, want) => {
    expect(urlToFilePath(parseUrl(url), 'linux')).toBe(want);
  });
  it('with other hosts are refused', () => {
    expect(() => urlToFilePath(parseUrl('file://h/a'), 'linux')).toThrow('file URL specifies non-local host');
    expect(() => urlToFilePath(parseUrl('file:a'), 'linux')).toThrow('path is not absolute');
  });
  it('have drives and shares on Windows', () => {
    expect(urlToFilePath(parseUrl('file:///C:/a/b'), 'win32')).toBe('C:\\a\\b');
    expect(urlToFilePath(parseUrl('file://h/share/a'), 'win32')).toBe('\\\\h\\share\\a');
    expect(() => urlToFilePath(parseUrl('file:///a'), 'win32')).toThrow('file URL missing drive letter');
  });
});

describe('netrc', () => {
  it('lists machines with login and password, in any order, over lines, past macros', () => {
    const text = `machine incomplete login a
machine one login user password pass
machine two
  password p2
  login u2
macdef skip
machine macro login x password y

default login anonymous password secret
machine three login u3 password p3 account ignored
default`;
    expect(parseNetrc(text)).toEqual([
      { machine: 'one', login: 'user', password: 'pass' },
      { machine: 'two', login: 'u2', password: 'p2' },
      { machine: 'three', login: 'u3', password: 'p3' },
    ]);
  });
  it('is where NETRC or the home folder says', () => {
    expect(netrcPath(realFileSystem, { NETRC: '/n', HOME: '/h' }, 'linux')).toBe('/n');
    expect(netrcPath(realFileSystem, { HOME: '/h' }, 'linux')).toBe('/h/.netrc');
    expect(netrcPath(realFileSystem, {}, 'linux')).toBeUndefined();
  });
});

describe('credentials', () => {
  it('are those of the longest prefix', () => {
    const known = new Credentials();
    known.store('https://h.test/', [['A', '1']]);
    known.store('h.test/a/b', [['A', '2']]);
    expect(known.load('https://h.test/a/b/c')).toEqual([['A', '2']]);
    expect(known.load('https://h.test/a/bc')).toEqual([['A', '1']]);
    expect(known.load('https://g.test/')).toBeUndefined();
    known.store('h.test/a/b', []);
    expect(known.load('https://h.test/a/b/c')).toEqual([['A', '1']]);
  });
  it('are read from what commands print', () => {
    expect(parseUserAuth('https://a/x\nhttps://b\n\nA: 1\nA: 2\n\nhttps://c\n\n\n')).toEqual([
      [
        'https://a/x',
        [
          ['A', '1'],
          ['A', '2'],
        ],
      ],
      [
        'https://b',
        [
          ['A', '1'],
          ['A', '2'],
        ],
      ],
      ['https://c', []],
    ]);
    expect(parseUserAuth('')).toEqual([]);
  });
  it.each([
    ['https://a', 'invalid format: missing empty line after URLs'],
    ['https://a\n\nA: 1\n', 'invalid format: missing empty line after headers'],
    ['https://a\n\nA 1\n\n', 'invalid format: invalid header line'],
    ['a\n\n\n', 'could not parse URL a: parse "a": invalid URI for request'],
  ])('are refused in %j', (text, want) => {
    expect(() => parseUserAuth(text)).toThrow(want);
  });
  it('are read from what git prints', () => {
    expect(parseGitAuth('protocol=https\nhost=h.test\npath=a/b\nusername=u\npassword=p=q\n')).toEqual({
      prefix: 'https://h.test/a/b',
      name: 'u',
      password: 'p=q',
    });
    expect(parseGitAuth('url=https://h.test/x\nusername=u\n')).toMatchObject({ prefix: 'https://h.test/x' });
    expect(parseGitAuth('rubbish')).toEqual({ prefix: '', name: '', password: '' });
  });
});

describe('slots', () => {
  it('go to the walk first, and never all to prefetches', async () => {
    const { signal } = new AbortController();
    let freed = 0;
    const slots = new Slots(3, 1, () => freed++);
    const first = slots.take();
    const second = slots.take();
    expect(slots.spare).toBe(false);
    const third = await slots.acquire(signal);
    let got = false;
    const waiting = slots.acquire(signal).then((release) => {
      got = true;
      return release;
    });
    first();
    first();
    const fourth = await waiting;
    expect([got, freed]).toEqual([true, 0]);
    for (const release of [second, third, fourth]) release();
    expect(freed).toBe(3);
  });
  it('are not lost by those who stop waiting', async () => {
    const controller = new AbortController();
    const slots = new Slots(1, 0, () => undefined);
    const held = await slots.acquire(controller.signal);
    const waiting = slots.acquire(controller.signal);
    controller.abort(new Error('stop'));
    await expect(waiting).rejects.toThrow('stop');
    held();
    expect(slots.spare).toBe(true);
  });
});
