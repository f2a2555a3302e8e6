// Tunnels through a proxy: CONNECT (RFC 9110, section 9.3.6) and SOCKS version 5 (RFC 1928, 1929).
//
// Both read a few bytes from a socket that belongs to nobody else yet and leave the rest to TLS.

import { isIP, isIPv4, type Socket } from 'node:net';
import { onAbort } from '../abort.js';
import { TransportError } from '../transport.js';
import type { DialContext, Dialed } from './dial.js';
import { broken, findHeadEnd, parseHead } from './head.js';
import { type HttpProxy, proxyAuthorization } from './proxy-environment.js';
import { joinHostPort } from './target.js';
import { brokenConnection } from './words.js';

/** Largest answer of a proxy to CONNECT that is read. */
const maxAnswer = 64 * 1024;

/** Asks an HTTP proxy to connect to `host:port`. Rejects with a TransportError (`proxy`). */
export async function connectTunnel(
  dialed: Dialed,
  proxy: HttpProxy,
  host: string,
  port: number,
  context: DialContext,
): Promise<void> {
  const address = joinHostPort(host, port);
  const authorization = proxyAuthorization(proxy);
  const lines = [`CONNECT ${address} HTTP/1.1`, `Host: ${address}`, 'User-Agent: gomod'];
  if (authorization !== undefined) lines.push(`Proxy-Authorization: ${authorization}`);
  dialed.socket.write(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  const bytes = await readUntil(dialed, context, (seen) => findHeadEnd(seen, 0));
  const head = parseHead(bytes.toString(), 'HEAD', true);
  if (head.status === 200) return;
  const blank = head.statusLine.indexOf(' ');
  const reason = blank < 0 ? 'unknown status code' : head.statusLine.slice(blank + 1);
  throw new TransportError('proxy', reason);
}

/** Asks a SOCKS5 proxy to connect to `host:port`; the proxy resolves the name. Rejects with a TransportError. */
export async function socksTunnel(
  dialed: Dialed,
  proxy: HttpProxy,
  host: string,
  port: number,
  context: DialContext,
): Promise<void> {
  const { socket } = dialed;
  const named = proxy.username !== '' || proxy.password !== '';
  socket.write(named ? Buffer.from([5, 2, 0, 2]) : Buffer.from([5, 1, 0]));
  const method = await readExactly(dialed, context, 2);
  if (method[0] !== 5) throw socksError(proxy, `unexpected protocol version ${method[0]}`);
  if (method[1] === 2 && named) await socksLogin(dialed, proxy, context);
  else if (method[1] !== 0) throw socksError(proxy, 'no acceptable authentication methods');
  socket.write(Buffer.concat([Buffer.from([5, 1, 0]), socksAddress(proxy, host), uint16(port)]));
  const reply = await readExactly(dialed, context, 5);
  if (reply[1] !== 0) throw socksError(proxy, socksReplies[reply[1]!] ?? `unknown code: ${reply[1]}`);
  const rest = reply[3] === 1 ? 3 : reply[3] === 4 ? 15 : reply[4]!;
  await readExactly(dialed, context, rest + 2);
}

async function socksLogin(dialed: Dialed, proxy: HttpProxy, context: DialContext): Promise<void> {
  const name = Buffer.from(proxy.username);
  const password = Buffer.from(proxy.password);
  if (name.length === 0 || name.length > 255 || password.length > 255) {
    throw socksError(proxy, 'invalid username/password');
  }
  const parts = [Buffer.from([1, name.length]), name, Buffer.from([password.length]), password];
  dialed.socket.write(Buffer.concat(parts));
  const answer = await readExactly(dialed, context, 2);
  if (answer[1] !== 0) throw socksError(proxy, 'username/password authentication failed');
}

const socksReplies: Readonly<Record<number, string>> = {
  1: 'general SOCKS server failure',
  2: 'connection not allowed by ruleset',
  3: 'network unreachable',
  4: 'host unreachable',
  5: 'connection refused',
  6: 'TTL expired',
  7: 'command not supported',
  8: 'address type not supported',
};

function socksError(proxy: HttpProxy, words: string): TransportError {
  const address = joinHostPort(proxy.host, proxy.port);
  return new TransportError('proxy', `socks connect tcp ${address}: ${words}`);
}

function socksAddress(proxy: HttpProxy, host: string): Buffer {
  if (isIPv4(host)) return Buffer.from([1, ...host.split('.').map(Number)]);
  if (isIP(host) === 6) return Buffer.concat([Buffer.from([4]), ipv6Bytes(host)]);
  const name = Buffer.from(host);
  if (name.length > 255) throw socksError(proxy, 'FQDN too long');
  return Buffer.concat([Buffer.from([3, name.length]), name]);
}

/** The 16 bytes of a valid IPv6 address; URL writes out nothing but hexadecimal groups and one `::`. */
function ipv6Bytes(host: string): Buffer {
  const canonical = new URL(`http://[${host}]`).hostname.slice(1, -1);
  const [front = '', back = ''] = canonical.split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const head = groups(front);
  const tail = groups(back);
  const zeros = new Array<string>(8 - head.length - tail.length).fill('0');
  return Buffer.concat([...head, ...zeros, ...tail].map((group) => uint16(Number.parseInt(group, 16))));
}

function uint16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff]);
}

function readExactly(dialed: Dialed, context: DialContext, size: number): Promise<Buffer> {
  return readUntil(dialed, context, (seen) => (seen.length >= size ? size : -1));
}

/** Reads up to the index that `find` gives (-1: more is needed); the rest goes back to the socket. */
function readUntil(dialed: Dialed, context: DialContext, find: (seen: Buffer) => number): Promise<Buffer> {
  const { socket, ends } = dialed;
  return new Promise((resolve, reject) => {
    let seen = Buffer.alloc(0);
    const limit = context.limits.idle;
    const timeout = () => new TransportError('timeout', 'net/http: timeout awaiting response headers');
    const timer = limit > 0 ? setTimeout(() => settle(timeout()), limit) : undefined;
    const unwatch = onAbort(context.signal, () => settle(context.signal?.reason));
    const settle = (error: unknown) => {
      clearTimeout(timer);
      unwatch();
      stopListening(socket);
      if (error !== undefined) socket.on('error', () => undefined).destroy();
      if (error !== undefined) reject(error);
    };
    const look = () => {
      const chunk = socket.read() as Buffer | null;
      if (chunk === null) return;
      seen = Buffer.concat([seen, chunk]);
      const end = find(seen);
      if (end < 0) {
        if (seen.length > maxAnswer) settle(broken('proxy answer too long'));
        return;
      }
      settle(undefined);
      if (end < seen.length) socket.unshift(seen.subarray(end));
      resolve(seen.subarray(0, end));
    };
    socket.on('readable', look);
    socket.on('error', (error) => settle(brokenConnection(error, ends)));
    socket.on('end', () => settle(new TransportError('closed', 'unexpected EOF')));
    look();
  });
}

function stopListening(socket: Socket): void {
  socket.removeAllListeners('readable').removeAllListeners('error').removeAllListeners('end');
}
