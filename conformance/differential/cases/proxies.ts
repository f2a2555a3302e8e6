// Ways to a proxy: lists of them, passwords, redirects, and answers as odd servers give them. One module at a time.

import { gzipSync } from 'node:zlib';
import type { FaultAction } from '../../fixtures/fault.js';
import type { Case, Edit, Step } from '../case.js';
import { nothing, onMade } from './common.js';

const COLOR = 'fixture.test/color@v0.2.0';
const any = (...run: string[]): Step => ({ run, expect: 'any' });
const round: readonly Step[] = [any('mod', 'download', '-json', COLOR), any('mod', 'download', '-x', COLOR)];

/** Values of GOPROXY. Those where `direct` comes first are for a later issue. */
const lists: readonly string[] = [
  '',
  ' ',
  ',',
  '|',
  'off',
  'off,',
  'off|off',
  'none',
  'noproxy',
  'OFF',
  '$PROXY,direct',
  '$PROXY|direct',
  '$PROXY, off',
  ' $PROXY ',
  ' , $PROXY , ',
  '|$PROXY',
  '$PROXY|',
  '$PROXY/nosuch|$PROXY',
  '$PROXY/nosuch,$PROXY',
  '$PROXY//',
  '$PROXY/?x=y',
  '$PROXY/#x',
  '$PROXY/%2e',
  '$PROXY/a b',
  '127.0.0.1:1',
  'fixture.test',
  '/nosuch',
  '//nosuch',
  './proxy',
  'https//fixture.test',
  'http:fixture.test',
  'http://',
  'http:///x',
  'https://',
  'HTTP://127.0.0.1:1',
  'file:',
  'file://',
  'file:///',
  'file://host/nosuch',
  'file:///nosuch/folder',
  'file:relative',
  'file:///nosuch%zz',
  '$FILEPROXY/',
  '$FILEPROXY,$PROXY',
  '$FILEPROXY/nosuch,$PROXY',
  '$FILEPROXY/nosuch|$PROXY',
  'http://127.0.0.1:1',
  'http://127.0.0.1:1,$PROXY',
  'http://127.0.0.1:1|$PROXY',
  'http://127.0.0.1:1|http://127.0.0.1:2',
  'http://127.0.0.1:0',
  'http://127.0.0.1:99999',
  'http://127.0.0.1:port',
  'http://[::1',
  'http://nosuch.invalid.',
  'http://a b/',
  'ftp://127.0.0.1/',
  'gopher://127.0.0.1/',
  'mailto:me@fixture.test',
  ':',
  '%',
  'http://user:pass@127.0.0.1:1/',
  'off,$PROXY',
];

/** Credentials for a proxy that wants them. */
const NETRC = 'machine 127.0.0.1\nlogin me\npassword secret\n';
const homeNetrc = (text: string): Edit => ({ write: 'home/.netrc', text });
const secrets: Readonly<Record<string, Partial<Case>>> = {
  none: {},
  netrc: { start: [homeNetrc(NETRC)] },
  'netrc-one-line': { start: [homeNetrc('machine 127.0.0.1 login me password secret')] },
  'netrc-wrong': { start: [homeNetrc(NETRC.replace('secret', 'other'))] },
  'netrc-other-machine': { start: [homeNetrc(NETRC.replace('127.0.0.1', 'localhost'))] },
  'netrc-default': { start: [homeNetrc('default login me password secret\n')] },
  'netrc-two': { start: [homeNetrc(`machine 127.0.0.1 login you password x\n${NETRC}`)] },
  'netrc-macro': { start: [homeNetrc(`macdef init\nmachine 127.0.0.1 login a password b\n\n${NETRC}`)] },
  'netrc-no-password': { start: [homeNetrc('machine 127.0.0.1 login me\n')] },
  'netrc-with-port': { start: [homeNetrc(NETRC.replace('127.0.0.1', '127.0.0.1:80'))] },
  'netrc-rubbish': { start: [homeNetrc('rubbish \0 more\n')] },
  'netrc-is-a-folder': { start: [{ folder: 'home/.netrc' }] },
  'netrc-by-variable': { start: [{ write: 'home/other', text: NETRC }], env: { NETRC: '$HOME/other' } },
  'netrc-by-variable-missing': { start: [homeNetrc(NETRC)], env: { NETRC: '$HOME/nosuch' } },
  'no-home': { start: [homeNetrc(NETRC)], env: { HOME: '' } },
  'goauth-off': { start: [homeNetrc(NETRC)], env: { GOAUTH: 'off' } },
  'goauth-netrc': { start: [homeNetrc(NETRC)], env: { GOAUTH: 'netrc' } },
  'goauth-empty': { start: [homeNetrc(NETRC)], env: { GOAUTH: '' } },
  'goauth-twice': { start: [homeNetrc(NETRC)], env: { GOAUTH: 'netrc; netrc' } },
  'goauth-off-and-more': { start: [homeNetrc(NETRC)], env: { GOAUTH: 'netrc;off' } },
  'goauth-missing-command': { start: [homeNetrc(NETRC)], env: { GOAUTH: 'nosuchcommand' } },
  'goauth-git-no-folder': { env: { GOAUTH: 'git' } },
  'goauth-git-relative': { env: { GOAUTH: 'git folder' } },
};

/** Answers to the .info request. */
const TIME = '2024-01-02T03:04:05Z';
const INFO = `{"Version":"v0.2.0","Time":"${TIME}"}`;
const moved = (status: number, location?: string, text = ''): FaultAction => ({
  status,
  text,
  headers: location === undefined ? {} : { location },
});
const answers: Readonly<Record<string, FaultAction>> = {
  '301': moved(301, '/fixture.test/color/@v/v0.1.0.info'),
  '302-relative': moved(302, 'v0.1.0.info'),
  '303': moved(303, '/fixture.test/color/@v/v0.1.0.info'),
  '307': moved(307, '/fixture.test/color/@v/v0.1.0.info', 'see there'),
  '308': moved(308, '/fixture.test/color/@v/v0.1.0.info'),
  '300': moved(300, '/fixture.test/color/@v/v0.1.0.info', 'choose\n'),
  '304': moved(304),
  '305': moved(305, '/x', 'use a proxy\n'),
  '302-nowhere': moved(302, undefined, 'nowhere\n'),
  '302-empty': moved(302, '', 'nowhere\n'),
  '302-missing': moved(302, '/nosuch'),
  '302-ftp': moved(302, 'ftp://fixture.test/x'),
  '302-file': moved(302, 'file:///etc/hostname'),
  '302-bad': moved(302, 'http://[::1', 'x'),
  '302-refused': moved(302, 'http://127.0.0.1:1/x'),
  '302-user': moved(302, 'http://user:pass@127.0.0.1:1/x'),
  '302-fragment': moved(302, '/fixture.test/color/@v/v0.2.0.info#here'),
  '302-query': moved(302, '/fixture.test/color/@v/v0.2.0.info?x=y'),
  '201': { status: 201, text: INFO },
  '206': { status: 206, text: INFO },
  '202': { status: 202, text: INFO },
  '203': { status: 203, text: INFO },
  '402': { status: 402, text: 'pay\n' },
  '405': { status: 405, text: '' },
  '407': { status: 407, text: 'proxy\n' },
  '418': { status: 418, text: 'short and stout\n' },
  '451': { status: 451, text: 'no\n' },
  '499': { status: 499, text: 'no\n' },
  '501': { status: 501, text: 'no\n' },
  '505': { status: 505, text: 'no\n' },
  '599': { status: 599, text: 'no\n' },
  '999': { status: 999, text: 'no\n' },
  '404-html': { status: 404, text: '<p>no</p>', type: 'text/html' },
  '404-no-type': { status: 404, text: 'no', type: '' },
  '404-charset': { status: 404, text: 'no\n', type: 'TEXT/plain;charset=latin1' },
  '404-latin1': { status: 404, text: Buffer.from('caf\xe9\n', 'latin1') },
  '404-empty': { status: 404, text: '' },
  '404-spaces': { status: 404, text: '  \n ' },
  '404-lines': { status: 404, text: 'one\n\ntwo' },
  '404-long-line': { status: 404, text: 'x'.repeat(2000) },
  '404-many-lines': { status: 404, text: 'line\n'.repeat(50) },
  gzip: { status: 200, text: gzipSync(INFO), headers: { 'content-encoding': 'gzip' } },
  'gzip-rubbish': { status: 200, text: INFO, headers: { 'content-encoding': 'gzip' } },
  deflate: { status: 200, text: INFO, headers: { 'content-encoding': 'deflate' } },
  'gzip-404': {
    status: 404,
    text: gzipSync('packed\n'),
    headers: { 'content-encoding': 'gzip' },
  },
  cookies: { status: 200, text: INFO, headers: { 'set-cookie': 'a=b' } },
  'more-than-json': { status: 200, text: `${INFO} x` },
  'json-list': { status: 200, text: '[]' },
  'json-string': { status: 200, text: '"v0.2.0"' },
  'json-number-version': { status: 200, text: '{"Version":2}' },
  'json-bad-time': { status: 200, text: '{"Version":"v0.2.0","Time":"yesterday"}' },
  'json-time-zone': {
    status: 200,
    text: '{"Version":"v0.2.0","Time":"2024-01-02T03:04:05.123456789+02:00"}',
  },
  'json-more-fields': {
    status: 200,
    text: `{"Version":"v0.2.0","Time":"${TIME}","Name":"n","Short":"s","X":1}`,
  },
  'json-origin': {
    status: 200,
    text: `{"Version":"v0.2.0","Time":"${TIME}","Origin":{"VCS":"git","URL":"https://x.test/y","Hash":"abc","Ref":"refs/tags/v0.2.0"}}`,
  },
  'json-lower-case': { status: 200, text: `{"version":"v0.2.0","time":"${TIME}"}` },
  'json-mark': { status: 200, text: `\uFEFF${INFO}` },
  'json-twice': { status: 200, text: `{"Version":"v9.9.9","Version":"v0.2.0"}` },
  'json-no-time': { status: 200, text: '{"Version":"v0.2.0"}' },
  'json-null-fields': { status: 200, text: '{"Version":null,"Time":null}' },
};

/** The cases. */
export function proxyCases(): Case[] {
  return [
    ...lists.map((list, index) =>
      onMade(
        `proxy/list/${String(index).padStart(2, '0')}${list.replaceAll(/[^\w=.@-]/g, '.').slice(0, 40)}`,
        {
          project: nothing,
          env: { GOPROXY: list },
          steps: [...round, any('mod', 'download', '-json', 'fixture.test/color@latest')],
        },
      ),
    ),
    ...Object.entries(secrets).flatMap(([name, more]) => [
      onMade(`proxy/secret/${name}`, {
        project: nothing,
        credentials: 'me:secret',
        ...more,
        steps: [...round, any('mod', 'download', 'fixture.test/log@v1.0.0')],
      }),
    ]),
    ...Object.entries(answers).map(([name, action]) =>
      onMade(`proxy/answer/info-${name}`, {
        project: nothing,
        faults: [{ path: 'fixture.test/color/@v/v0.2.0.info', action }],
        steps: [...round],
      }),
    ),
    ...Object.entries(answers)
      .filter(([name]) => !name.startsWith('json'))
      .map(([name, action]) =>
        onMade(`proxy/answer/list-${name}`, {
          project: nothing,
          faults: [{ path: 'fixture.test/color/@v/list', action }],
          steps: [
            any('mod', 'download', '-json', 'fixture.test/color@latest'),
            any('list', '-m', '-versions', 'fixture.test/color'),
          ],
        }),
      ),
  ];
}
