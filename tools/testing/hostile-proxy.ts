// A module proxy that misbehaves in every way we could think of, byte by byte as written here.
//
// A module path chooses how its files are answered: all of `example.com/x/<behaviour>` misbehave, of
// `example.com/mod/<behaviour>` go.mod alone, of `example.com/zip/<behaviour>` the zip alone, and
// `example.com/info/<name>` answers `.info` requests with a text of the table of infos, and `example.com/list/<name>`
// has one of the lists. What go 1.26 prints for each is what our client has to print: the tests run both against the same server.

import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

/** One request as the server saw it. */
export interface SeenRequest {
  readonly path: string;
  readonly head: string;
}

/** A running proxy. */
export interface HostileProxy {
  readonly port: number;
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  /** How often a path that contains `part` was asked for. */
  count(part: string): number;
  close(): Promise<void>;
}

interface Ask {
  readonly socket: Socket;
  readonly path: string;
  readonly port: number;
  /** How often this path was asked for before. */
  readonly before: number;
}

type Behaviour = (ask: Ask) => void;

/** A whole answer. */
export function answer(
  body: string | Buffer,
  status = '200 OK',
  type = 'text/plain; charset=utf-8',
  more = '',
): Buffer {
  const bytes = Buffer.from(body);
  const head = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${bytes.length}\r\n${more}\r\n`;
  return Buffer.concat([Buffer.from(head), bytes]);
}

const list = 'v1.0.0\n';

function redirect(status: string, location: (ask: Ask) => string): Behaviour {
  return (ask) => {
    ask.socket.write(`HTTP/1.1 ${status}\r\nLocation: ${location(ask)}\r\nContent-Length: 0\r\n\r\n`);
  };
}

function say(text: string | Buffer): Behaviour {
  return ({ socket }) => void socket.write(text);
}

function sayAndEnd(text: string | Buffer): Behaviour {
  return ({ socket }) => void socket.end(text);
}

function zipped(change: (bytes: Buffer) => Buffer): Behaviour {
  return ({ socket }) => {
    const bytes = change(gzipSync(list));
    socket.write(`HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${bytes.length}\r\n\r\n`);
    socket.write(bytes);
  };
}

/** Fails `times` times like `bad`, then answers. */
function after(times: number, bad: Behaviour): Behaviour {
  return (ask) => (ask.before < times ? bad(ask) : void ask.socket.write(answer(list)));
}

function status(code: string, body = '', type = 'text/plain'): Behaviour {
  return say(answer(body, code, type));
}

const reset: Behaviour = ({ socket }) => void socket.resetAndDestroy();
const closed = sayAndEnd('');
const cut = sayAndEnd('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nv1.0.0\n');

/** By name; the names are what tests and module paths use. */
export const behaviours: Readonly<Record<string, Behaviour>> = {
  ok: say(answer(list)),
  // Errors with and without words.
  n404: status('404 Not Found', 'not found: module x: nope\n'),
  n404html: status('404 Not Found', '<html>', 'text/html'),
  n410: status('410 Gone', 'gone'),
  n403: status('403 Forbidden', 'forbidden by policy\nsecond line\n\nfourth'),
  n500: status('500 Internal Server Error', 'oops'),
  n500many: status('500 Oops', Array.from({ length: 12 }, (_, i) => `line ${i}`).join('\n')),
  n500long: status('500 Oops', 'x'.repeat(900)),
  n500long2: status('500 Oops', `${'y'.repeat(600)}\n${'x'.repeat(100)}`),
  n500bin: status('500 Bad Thing', '\uffff\u0001'),
  n500raw: say(answer(Buffer.from([0xff, 0xfe, 65]), '500 Bad Thing', 'text/plain')),
  n500esc: status('500 Oops', 'a\x1b[31mred'),
  n500latin: status('500 Oops', 'abc', 'text/plain; charset=iso-8859-1'),
  n500ascii: status('500 Oops', 'abc', 'Text/Plain; charset="US-ASCII"'),
  n500badtype: status('500 Oops', 'abc', 'text/plain; charset'),
  n500space: status('500 Oops', 'a\tb\r\nc\u00a0d\u2028e'),
  n500blank: status('500 Oops', '\nabc'),
  noreason: say('HTTP/1.1 404\r\nContent-Length: 0\r\n\r\n'),
  noreason2: say('HTTP/1.1 404 \r\nContent-Length: 0\r\n\r\n'),
  cut404: sayAndEnd('HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf'),
  gzip404: ({ socket }) => {
    const bytes = gzipSync('nothing here\n');
    const head = `HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nContent-Encoding: gzip\r\n`;
    socket.write(`${head}Content-Length: ${bytes.length}\r\n\r\n`);
    socket.write(bytes);
  },
  auth: say(answer('need login', '401 Unauthorized', 'text/plain', 'WWW-Authenticate: Basic realm="x"\r\n')),
  n204: say('HTTP/1.1 204 No Content\r\n\r\n'),
  n206: status('206 Partial Content', 'v1.0.0'),
  n304: say('HTTP/1.1 304 Not Modified\r\n\r\n'),
  n101: sayAndEnd('HTTP/1.1 101 Switching Protocols\r\n\r\n'),
  // Redirects.
  loop: redirect('302 Found', ({ path }) => path),
  loopabs: redirect('302 Found', ({ path, port }) => `http://u:p@127.0.0.1:${port}${path}`),
  redir: redirect('301 Moved Permanently', () => '/example.com/x/ok/@v/list'),
  redir307: redirect('307 Temporary Redirect', () => '../../ok/@v/list'),
  redir308: redirect('308 Permanent Redirect', ({ port }) => `//127.0.0.1:${port}/example.com/x/ok/@v/list`),
  redir300: redirect('300 Multiple Choices', () => '/example.com/x/ok/@v/list'),
  redir404: redirect('302 Found', () => '/example.com/x/n404/@v/list?q=1'),
  redirbad: redirect('302 Found', () => 'http://[::1'),
  redirftp: redirect('302 Found', () => 'ftp://a/b'),
  redirdead: redirect('302 Found', () => 'http://u:pw@127.0.0.1:1/x'),
  redirnone: say('HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n'),
  // Bodies.
  chunked: say(
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7;ext=1\r\nv1.0.0\n\r\n0\r\nTrailer: x\r\n\r\n',
  ),
  chunkedlen: say(
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n7\r\nv1.0.0\n\r\n0\r\n\r\n',
  ),
  close10: sayAndEnd('HTTP/1.0 200 OK\r\n\r\nv1.0.0\n'),
  samelen: sayAndEnd('HTTP/1.1 200 OK\r\nContent-Length: 7\r\nContent-Length: 7\r\n\r\nv1.0.0\n'),
  lfonly: say('HTTP/1.1 200 OK\nContent-Length: 7\n\nv1.0.0\n'),
  fold: say('HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 7\r\n\r\nv1.0.0\n'),
  oddname: say('HTTP/1.1 200 OK\r\nbad key: x\r\nContent-Length: 7\r\n\r\nv1.0.0\n'),
  early: say(Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n'), answer(list)])),
  slow: ({ socket }) => {
    const bytes = answer(list);
    for (let i = 0; i < bytes.length; i++) setTimeout(() => socket.write(bytes.subarray(i, i + 1)), 2 * i);
  },
  gzip: zipped((bytes) => bytes),
  gzipcut: zipped((bytes) => bytes.subarray(0, 15)),
  gzipbad: zipped(() => Buffer.from('not gzip at all')),
  gzipsum: zipped((bytes) => Buffer.concat([bytes.subarray(0, -8), Buffer.alloc(4), bytes.subarray(-4)])),
  bighead: say(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(1 << 20)}\r\nContent-Length: 7\r\n\r\nv1.0.0\n`),
  hugehead: say(`HTTP/1.1 200 OK\r\nX: ${'a'.repeat(12 << 20)}\r\nContent-Length: 0\r\n\r\n`),
  // Not HTTP, or not quite.
  garbage: sayAndEnd('SSH-2.0-OpenSSH_9\r\n\r\n'),
  garbage2: sayAndEnd('garbage'),
  badversion: sayAndEnd('HTTP/x.1 200 OK\r\n\r\n'),
  badcode: sayAndEnd('HTTP/1.1 2x0 OK\r\n\r\n'),
  badcode4: sayAndEnd('HTTP/1.1 2000 OK\r\n\r\n'),
  badhead: sayAndEnd('HTTP/1.1 200 OK\r\nno colon here\r\n\r\n'),
  badhead2: sayAndEnd('HTTP/1.1 200 OK\r\n folded: x\r\nContent-Length: 0\r\n\r\n'),
  badhead3: sayAndEnd('HTTP/1.1 200 OK\r\nX: a\x00b\r\nContent-Length: 7\r\n\r\nv1.0.0\n'),
  badlength: sayAndEnd('HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n'),
  neglength: sayAndEnd('HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n'),
  twolengths: sayAndEnd('HTTP/1.1 200 OK\r\nContent-Length: 7\r\nContent-Length: 8\r\n\r\nv1.0.0\n'),
  badencoding: say('HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nxx'),
  badchunk: sayAndEnd('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nv1.0.0\n\r\n'),
  badchunk2: sayAndEnd('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nv1.0.0\n\r\n'),
  badchunk3: sayAndEnd('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\nv1.0.0\n\r\n'),
  parthead: sayAndEnd('HTTP/1.1 200 OK\r\nContent-Le'),
  partstatus: sayAndEnd('HTTP/1.1 2'),
  // Transient failures.
  n502: status('502 Bad Gateway', 'bad gw'),
  n503: status('503 Service Unavailable'),
  n504: status('504 Gateway Timeout', 'late'),
  reset,
  closed,
  cut,
  cutchunk: sayAndEnd('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\nv1.0.0\n\r\n'),
  cuthead: sayAndEnd('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n'),
  resetbody: ({ socket }) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nv1.0.0\n');
    setTimeout(() => socket.resetAndDestroy(), 50);
  },
  hang: () => undefined,
  hangbody: say('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nv1.0.0\n'),
  then503: after(2, status('503 Service Unavailable', 'wait')),
  thenreset: after(3, reset),
  thencut: after(1, cut),
  thenclosed: after(1, closed),
};

/** Answers to `.info` requests. */
export const infos: Readonly<Record<string, string>> = {
  good: '{"Version":"v1.0.0","Time":"2020-01-02T03:04:05Z"}',
  notime: '{"Version":"v1.0.0"}',
  lowercase: '{"version":"v1.0.0","TIME":"2020-01-02T03:04:05+02:00"}',
  origin: '{"Version":"v1.0.0","Time":"2020-01-02T03:04:05Z","Origin":{"VCS":"git","Hash":"abc","Other":1}}',
  other: '{"Version":"v1.2.3","Time":"2020-01-02T03:04:05Z"}',
  empty: '',
  object: '{}',
  null: 'null',
  array: '[]',
  text: 'v1.0.0',
  cut: '{"Version":"v1.0.0",',
  trailing: '{"Version":"v1.0.0"} x',
  number: '{"Version":1}',
  badtime: '{"Version":"v1.0.0","Time":"yesterday"}',
  nulltime: '{"Version":"v1.0.0","Time":null}',
  badorigin: '{"Version":"v1.0.0","Origin":"git"}',
  binary: '\u0001',
  html: '<!DOCTYPE html><html>',
};

/** Version lists. */
export const lists: Readonly<Record<string, string>> = {
  empty: '',
  rubbish: 'hello\n\n\x00\x01\nv1\nv1.0\n<html>\n',
  mixed: 'v1.10.0\nv1.9.0 \n\tv1.2.3-pre.1\r\nv2.0.0+incompatible\nv1.0.0+meta\n 1.0.0\nv1.0.0-\n',
  pseudo: 'v0.0.0-20200101000000-abcdefabcdef\nv0.0.0-20210101000000-abcdefabcdef\n',
  both: 'v1.0.0\nv0.0.0-20210101000000-abcdefabcdef\n',
  timed: 'v1.0.0 2020-01-01T00:00:00Z\nv1.1.0 2019-01-01T00:00:00Z extra\nv1.2.0 yesterday\n',
  nonl: 'v1.0.0',
};

/** What a file that does not misbehave says; undefined for one that does. */
function goodFile(area: string, name: string, path: string): string | undefined {
  if (area === 'list' && path.endsWith('/list')) return lists[name];
  if (path.endsWith('.info')) return area === 'info' ? infos[name] : infos.good;
  if (path.endsWith('.mod') && area !== 'mod') return `module example.com/${area}/${name}\n`;
  return undefined;
}

/** Starts the proxy on a free loopback port. */
export async function startHostileProxy(): Promise<HostileProxy> {
  const seen: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        const head = text.slice(0, end);
        text = text.slice(end + 4);
        serve(head, socket);
      }
    });
  });
  const serve = (head: string, socket: Socket) => {
    const path = (head.split(' ')[1] ?? '').replace(/^http:\/\/[^/]*/, '');
    const before = seen.filter((request) => request.path === path).length;
    seen.push({ path, head });
    const [, area = '', name = ''] = /^\/example\.com\/([a-z]+)\/([a-z0-9]+)/.exec(path) ?? [];
    const good = area === 'x' ? undefined : goodFile(area, name, path);
    const behaviour = behaviours[name];
    if (good !== undefined) socket.write(answer(good));
    else if (behaviour !== undefined) behaviour({ socket, path, port, before });
    else socket.write(answer(`unknown ${path}`, '404 Not Found'));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    seen,
    count: (part) => seen.filter(({ path }) => path.includes(part)).length,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
