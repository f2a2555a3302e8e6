// The table was made with go 1.26 (net/http.ProxyFromEnvironment), 126,000 seeded questions besides, all alike.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TransportError } from '../transport.js';
import { noProxyMatcher, parseProxy, proxySelector } from './proxy-environment.js';
import { parseTarget } from './target.js';

function chosen(env: Record<string, string>, url: string): string {
  const proxy = proxySelector(env)(parseTarget(url));
  return proxy === undefined ? 'direct' : `${proxy.scheme} ${proxy.host}:${proxy.port}`;
}

describe('HTTP_PROXY and HTTPS_PROXY', () => {
  it('are chosen by the scheme of the request, upper case first', () => {
    const env = { HTTP_PROXY: 'a:1', http_proxy: 'b:1', https_proxy: 'https://c' };
    expect(chosen(env, 'http://x.test/')).toBe('http a:1');
    expect(chosen(env, 'https://x.test/')).toBe('https c:443');
    expect(chosen({ HTTP_PROXY: 'a:1' }, 'https://x.test/')).toBe('direct');
  });
  it.each([
    ['p', 'http', 'p', 80],
    ['p:8080', 'http', 'p', 8080],
    ['http://u:p@q:3/path', 'http', 'q', 3],
    ['HTTPS://q', 'https', 'q', 443],
    ['socks5://q', 'socks5', 'q', 1080],
    ['foo://q:2', 'http', 'q', 2],
    ['http://[::1]:5', 'http', '::1', 5],
  ])('reads %s', (text, scheme, host, port) => {
    expect(parseProxy(text)).toMatchObject({ scheme, host, port });
  });
  it.each(['', 'http://%zz', 'q:80:x'])('ignores %j', (text) => {
    expect(parseProxy(text)).toBeUndefined();
  });
  it('are not trusted in a CGI program', () => {
    const env = { HTTP_PROXY: 'a:1', HTTPS_PROXY: 'a:1', REQUEST_METHOD: 'GET' };
    expect(() => chosen(env, 'http://x.test/')).toThrow(TransportError);
    expect(chosen(env, 'https://x.test/')).toBe('http a:1');
  });
});

const bypassed: [string, string, string][] = [
  ['foo.com', 'foo.com bar.foo.com foo.com:8080 FOO.com', 'xfoo.com foo.org'],
  ['.foo.com', 'bar.foo.com', 'foo.com'],
  ['*.foo.com', 'bar.foo.com a.b.foo.com', 'foo.com'],
  ['foo.com:8080', 'foo.com:8080 bar.foo.com:8080', 'foo.com foo.com:80'],
  ['10.0.0.1', '10.0.0.1 10.0.0.1:8080 [::ffff:10.0.0.1]', '10.0.0.2'],
  ['10.0.0.1:80', '10.0.0.1', '10.0.0.1:8080'],
  ['10.0.0.0/8', '10.1.2.3', '11.0.0.1 10.example.org'],
  ['10.0.0.0/08', '10.1.2.3', '11.0.0.1'],
  ['10.0.0.0/33', '', '10.0.0.1'],
  ['2001:db8::/32', '[2001:db8::1]', '[2001:db9::1]'],
  ['[2001:db8::1]:80', '[2001:db8::1]', '[2001:db8::1]:8080'],
  ['*', 'anything 1.2.3.4', ''],
  [' a.test , b.test', 'a.test b.test', 'c.test'],
  ['com', 'foo.com com', 'foo.org'],
  ['münchen.de', 'xn--mnchen-3ya.de münchen.de', 'munchen.de'],
  ['', 'localhost 127.0.0.1 127.9.9.9 [::1] [::ffff:127.0.0.1]', 'foo.com 128.0.0.1'],
];

describe('NO_PROXY', () => {
  it.each(bypassed)('%j', (noProxy, inside, outside) => {
    const env = { HTTP_PROXY: 'p:1', NO_PROXY: noProxy };
    const results = (hosts: string) =>
      hosts.split(' ').flatMap((host) => (host === '' ? [] : [`${host}: ${chosen(env, `http://${host}/`)}`]));
    expect(results(inside)).toEqual(results(inside).map((line) => line.replace(/: \S+( p:1)?$/, ': direct')));
    expect(results(outside)).toEqual(results(outside).map((line) => line.replace(/direct$/, 'http p:1')));
  });

  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
  const name = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => `${labels.join('.')}.test`);
  it('matches a name and what is below it, whatever stands beside it in the list', () => {
    fc.assert(
      fc.property(name, label, fc.array(fc.string(), { maxLength: 3 }), (host, sub, others) => {
        const list = [...others.map((other) => other.replace(/[,*]/g, '')), host].join(',');
        const matches = noProxyMatcher(list);
        return matches(host, 80) && matches(`${sub}.${host}`, 443);
      }),
    );
  });
  it('never fails, whatever the list holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string(), (list, host) => {
        expect(typeof noProxyMatcher(list)(host, 80)).toBe('boolean');
      }),
    );
  });
});
