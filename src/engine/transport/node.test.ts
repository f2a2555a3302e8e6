import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HostileProxy, startHostileProxy } from '../../../tools/testing/hostile-proxy.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { type Transport, TransportError } from '../transport.js';
import { createTransport } from './index.js';

const max = 1 << 20;

/** Patient, unless a test waits for the end of its patience. */
function transport(env: Record<string, string> = {}, patience = 20_000): Transport {
  return createTransport({ env: { process: env }, limits: { idle: patience, handshake: patience } });
}

async function text(t: Transport, url: string): Promise<string> {
  const response = await t({ url });
  return `${response.statusLine}|${Buffer.from(await response.bytes(max)).toString()}`;
}

/** Code and message of the failure of a whole exchange, ports made equal. */
async function failure(t: Transport, url: string): Promise<string> {
  try {
    const answered = await text(t, url);
    return `no failure: ${answered}`;
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    return `${error.code}: ${error.message.replace(/127\.0\.0\.1:\d{2,}/g, '127.0.0.1:PORT')}`;
  }
}

describe('a connection that is used again', () => {
  it('reads on after a body that came whole before anyone asked for it', async () => {
    const sockets = new Set<unknown>();
    const server = createHttpServer((request, response) => {
      sockets.add(request.socket);
      response.writeHead(200, { 'content-length': 5 });
      response.flushHeaders();
      // The head alone in the first piece, the whole body in the second, while nobody reads.
      setTimeout(() => response.end('body\n'), 20);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const t = transport();
    for (let round = 0; round < 3; round++) {
      const response = await t({ url });
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(Buffer.from(await response.bytes(max)).toString()).toBe('body\n');
    }
    expect(sockets.size).toBe(1);
    server.closeAllConnections();
    server.close();
  });
});

describe('one exchange', () => {
  let proxy: HostileProxy;
  beforeAll(async () => {
    proxy = await startHostileProxy();
  });
  afterAll(() => proxy.close());
  const list = (name: string) => `${proxy.url}/example.com/x/${name}/@v/list`;

  for (const name of [
    'ok',
    'chunked',
    'chunkedlen',
    'close10',
    'samelen',
    'lfonly',
    'fold',
    'oddname',
    'early',
    'gzip',
    'bighead',
  ]) {
    it(`reads the list of a server that answers with ${name}`, async () => {
      expect(await text(transport(), list(name))).toBe('200 OK|v1.0.0\n');
    });
  }

  it('reads an answer that drips in byte by byte', async () => {
    expect(await text(transport(), list('slow'))).toBe('200 OK|v1.0.0\n');
  });

  it('keeps the reason of a status as the server wrote it', async () => {
    expect(await text(transport(), list('noreason'))).toBe('404|');
    expect(await text(transport(), list('noreason2'))).toBe('404 |');
    expect(await text(transport(), list('n204'))).toBe('204 No Content|');
    expect(await text(transport(), list('n304'))).toBe('304 Not Modified|');
  });

  const broken = 'net/http: HTTP/1.x transport connection broken: ';
  it.each([
    ['closed', 'closed: EOF'],
    ['reset', 'reset: read tcp 127.0.0.1:PORT->127.0.0.1:PORT: read: connection reset by peer'],
    ['resetbody', 'reset: read tcp 127.0.0.1:PORT->127.0.0.1:PORT: read: connection reset by peer'],
    ['cut', 'cut: unexpected EOF'],
    ['cutchunk', 'cut: unexpected EOF'],
    ['cuthead', `closed: ${broken}unexpected EOF`],
    ['hang', 'timeout: net/http: timeout awaiting response headers'],
    [
      'hangbody',
      'timeout: context deadline exceeded (Client.Timeout or context cancellation while reading body)',
    ],
    ['garbage', `protocol: ${broken}malformed HTTP response "SSH-2.0-OpenSSH_9"`],
    ['garbage2', `protocol: ${broken}malformed HTTP response "garbage"`],
    ['badversion', `protocol: ${broken}malformed HTTP version "HTTP/x.1"`],
    ['badcode', `protocol: ${broken}malformed HTTP status code "2x0"`],
    ['badcode4', `protocol: ${broken}malformed HTTP status code "2000"`],
    ['badhead', `protocol: ${broken}malformed MIME header: missing colon: "no colon here"`],
    ['badhead2', `protocol: ${broken}malformed MIME header initial line: " folded: x"`],
    ['badhead3', `protocol: ${broken}malformed MIME header line: "X: a\\x00b"`],
    ['parthead', `protocol: ${broken}malformed MIME header: missing colon: "Content-Le"`],
    ['partstatus', `protocol: ${broken}malformed HTTP status code "2"`],
    ['badlength', `protocol: ${broken}bad Content-Length "abc"`],
    ['neglength', `protocol: ${broken}bad Content-Length "-1"`],
    [
      'twolengths',
      `protocol: ${broken}http: message cannot contain multiple Content-Length headers; got ["7" "8"]`,
    ],
    ['badencoding', `protocol: ${broken}unsupported transfer encoding: "gzip"`],
    ['badchunk', 'protocol: invalid byte in chunk length'],
    ['badchunk2', 'protocol: malformed chunked encoding'],
    ['badchunk3', 'protocol: chunked line ends with bare LF'],
    ['gzipcut', 'cut: unexpected EOF'],
    ['gzipbad', 'protocol: gzip: invalid header'],
    ['gzipsum', 'protocol: gzip: invalid checksum'],
    ['hugehead', `protocol: ${broken}net/http: server response headers exceeded 10485760 bytes; aborted`],
  ])('fails in Go’s words when the server does %s', async (name, want) => {
    const patience = name.startsWith('hang') ? 200 : 20_000;
    expect(await failure(transport({}, patience), list(name))).toBe(want);
  });

  it('fails in Go’s words where nobody listens', async () => {
    expect(await failure(transport(), 'http://127.0.0.1:1/')).toBe(
      'dial: dial tcp 127.0.0.1:1: connect: connection refused',
    );
    expect(await failure(transport(), 'http://nosuch.invalid/')).toMatch(
      /^dns: dial tcp: lookup nosuch\.invalid( on \S+:53)?: (no such host|server misbehaving)$/,
    );
  });

  it('refuses bodies beyond the limit, announced or not', async () => {
    for (const name of ['ok', 'chunked', 'close10', 'gzip']) {
      const response = await transport()({ url: list(name) });
      await expect(response.bytes(5)).rejects.toMatchObject({ code: 'too-large' });
    }
  });

  it('waits with the body until it is asked for, and then tells how the connection ended', async () => {
    const t = transport();
    const held = await t({ url: list('ok') });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(Buffer.from(await held.bytes(max)).toString()).toBe('v1.0.0\n');
    const cutOff = await t({ url: list('cut') });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect(cutOff.bytes(max)).rejects.toMatchObject({ code: 'cut' });
  });

  it('gives the beginning of an error body, however it ends', async () => {
    const prefix = async (name: string, size: number, patience?: number) =>
      Buffer.from(await (await transport({}, patience)({ url: list(name) })).prefix(size)).toString();
    expect(await prefix('cut404', 100)).toBe('half');
    expect(await prefix('n500long', 10)).toBe('xxxxxxxxxx');
    expect(await prefix('gzip404', 100)).toBe('nothing here\n');
    expect(await prefix('hangbody', 100, 500)).toBe('v1.0.0\n');
  });

  it('ends at once when it is aborted: before, while waiting, while reading', async () => {
    const t = transport();
    const reason = new Error('stop');
    await expect(t({ url: list('ok'), signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    for (const name of ['hang', 'hangbody']) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), 50);
      const exchange = t({ url: list(name), signal: controller.signal }).then((r) => r.bytes(max));
      await expect(exchange).rejects.toBe(reason);
    }
  });

  it('sends the path as it is spelled, and no header that could carry another one', async () => {
    const t = transport();
    await text(t, `${proxy.url}/example.com/x/ok/a%2Fb/../!c?q=1#fragment`);
    expect(proxy.seen.at(-1)?.path).toBe('/example.com/x/ok/a%2Fb/../!c?q=1');
    await expect(t({ url: `${proxy.url}/a b` })).rejects.toBeInstanceOf(TransportError);
    await expect(t({ url: `${proxy.url}/`, headers: { x: 'a\r\nb: c' } })).rejects.toBeInstanceOf(
      TransportError,
    );
    await expect(t({ url: `${proxy.url}/`, headers: { 'x y': 'a' } })).rejects.toBeInstanceOf(TransportError);
  });
});

describe('connections', () => {
  let server: Server;
  let base: string;
  let connections = 0;
  let answers: string[] = [];
  beforeAll(async () => {
    server = createServer((socket) => {
      connections++;
      socket.on('error', () => undefined);
      socket.on('data', () => {
        const next = answers.shift() ?? '';
        if (next === 'end') socket.end();
        else socket.write(next);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => server.close());
  const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

  async function run(...script: string[]): Promise<number> {
    const before = connections;
    answers = script;
    const t = transport();
    while (answers.length > 0) await text(t, base);
    t.close?.();
    return connections - before;
  }

  it('are used again', async () => {
    expect(await run(ok, ok, ok)).toBe(1);
  });
  it('are not used again when the server says so, or speaks HTTP/1.0', async () => {
    expect(await run(ok.replace('OK\r\n', 'OK\r\nConnection: close\r\n'), ok)).toBe(2);
    expect(await run(ok.replace('HTTP/1.1', 'HTTP/1.0'), ok)).toBe(2);
  });
  it('are not used again when more came than the body', async () => {
    expect(await run(`${ok}more`, ok)).toBe(2);
  });
  it('that were closed while idle cost no failure', async () => {
    expect(await run(ok, 'end', ok)).toBe(2);
  });
});

describe('proxies', () => {
  let hostile: HostileProxy;
  const log: string[] = [];
  const forward = createHttpServer((request, response) => {
    log.push(`${request.method} ${request.url} ${request.headers['proxy-authorization'] ?? ''}`);
    response.end('through');
  });
  forward.on('connect', (request, socket, head) => {
    log.push(`CONNECT ${request.url} ${request.headers['proxy-authorization'] ?? ''}`);
    if (request.url?.startsWith('refused')) {
      socket.end('HTTP/1.1 403 No Way\r\n\r\n');
      return;
    }
    const [host, port] = request.url!.split(':');
    const under = connect(Number(port), host === 'secure.test' ? '127.0.0.1' : host, () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      under.write(head);
      under.pipe(socket).pipe(under);
    });
    under.on('error', () => socket.destroy());
    socket.on('error', () => under.destroy());
  });
  let port: number;
  beforeAll(async () => {
    hostile = await startHostileProxy();
    await new Promise<void>((resolve) => forward.listen(0, '127.0.0.1', resolve));
    port = (forward.address() as AddressInfo).port;
  });
  afterAll(async () => {
    forward.close();
    await hostile.close();
  });

  it('are asked for the whole URL over http', async () => {
    log.length = 0;
    const t = transport({ HTTP_PROXY: `http://us%20er:p@127.0.0.1:${port}` });
    expect(await text(t, 'http://nosuch.invalid/a?b')).toBe('200 OK|through');
    expect(log).toEqual(['GET http://nosuch.invalid/a?b Basic dXMgZXI6cA==']);
  });

  it('are not used for loopback', async () => {
    const t = transport({ HTTP_PROXY: 'http://127.0.0.1:1' });
    expect(await text(t, `${hostile.url}/example.com/x/ok/@v/list`)).toBe('200 OK|v1.0.0\n');
  });

  it('fail in Go’s words', async () => {
    const refused = { HTTP_PROXY: 'http://127.0.0.1:1', HTTPS_PROXY: `127.0.0.1:${port}` };
    expect(await failure(transport(refused), 'http://nosuch.invalid/')).toBe(
      'dial: proxyconnect tcp: dial tcp 127.0.0.1:1: connect: connection refused',
    );
    expect(await failure(transport(refused), 'https://refused.invalid/')).toBe('proxy: No Way');
    expect(await failure(transport({ ...refused, REQUEST_METHOD: 'GET' }), 'http://nosuch.invalid/')).toBe(
      'proxy: refusing to use HTTP_PROXY value in CGI environment; see golang.org/s/cgihttpproxy',
    );
  });
});

/** A SOCKS5 server that knows one user and lets every connection through to `port`. */
function startSocks(port: number, log: string[]): Server {
  return createServer((socket) => {
    let step = 0;
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      step++;
      if (step === 1) socket.write(Buffer.from([5, data.includes(2) ? 2 : 0]));
      else if (step === 2 && data[0] === 1) {
        log.push(data.toString('latin1').replace(/[^ -~]/g, '.'));
        socket.write(Buffer.from([1, 0]));
      } else {
        log.push(`connect type ${data[3]} ${data.subarray(5, -2).toString('latin1')}`);
        socket.removeAllListeners('data');
        const under = connect(port, '127.0.0.1', () => {
          socket.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 80]));
          under.pipe(socket).pipe(under);
        });
      }
    });
  });
}

describe('socks5', () => {
  it('tunnels, the proxy resolving the name', async () => {
    const hostile = await startHostileProxy();
    const log: string[] = [];
    const socks = startSocks(hostile.port, log);
    await new Promise<void>((resolve) => socks.listen(0, '127.0.0.1', resolve));
    const { port } = socks.address() as AddressInfo;
    const t = transport({ HTTP_PROXY: `socks5://me:secret@127.0.0.1:${port}` });
    expect(await text(t, 'http://nosuch.invalid/example.com/x/ok/@v/list')).toBe('200 OK|v1.0.0\n');
    expect(log).toEqual(['..me.secret', 'connect type 3 nosuch.invalid']);
    t.close?.();
    socks.close();
    await hostile.close();
  });
});

const certificates = fileURLToPath(new URL('../../../testdata/tls', import.meta.url));

describe('TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gomod-tls-'));
  const servers: { close(): void }[] = [];
  const ports: Record<string, number> = {};

  beforeAll(async () => {
    const junk = '-----BEGIN CERTIFICATE-----\nbm90IGEgY2VydA==\n-----END CERTIFICATE-----\n';
    writeFileSync(
      join(folder, 'all.pem'),
      `junk\n${junk}${readFileSync(join(certificates, 'ca.pem'), 'utf8')}`,
    );
    for (const name of ['good', 'other', 'old', 'nosan']) {
      const pem = readFileSync(join(certificates, `${name}.pem`));
      const server = createHttpsServer({ key: pem, cert: pem }, (_, response) =>
        response.end(`from ${name}`),
      );
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      ports[name] = (server.address() as AddressInfo).port;
      servers.push(server);
    }
  });
  afterAll(() => {
    for (const server of servers) server.close();
    removeScratch(folder);
  });
  const trusting = (more: Record<string, string> = {}, patience = 20_000) =>
    transport({ SSL_CERT_FILE: join(folder, 'all.pem'), SSL_CERT_DIR: '/nonexistent', ...more }, patience);
  const unknown = 'certificate: tls: failed to verify certificate: x509: ';

  it('trusts SSL_CERT_FILE, past blocks that are no certificates', async () => {
    expect(await text(trusting(), `https://localhost:${ports.good}/`)).toBe('200 OK|from good');
    expect(await text(trusting(), `https://127.0.0.1:${ports.good}/`)).toBe('200 OK|from good');
  });
  it('trusts the files of SSL_CERT_DIR', async () => {
    const t = transport({ SSL_CERT_FILE: '/nonexistent', SSL_CERT_DIR: `/nonexistent:${folder}` });
    expect(await text(t, `https://localhost:${ports.good}/`)).toBe('200 OK|from good');
  });
  it('does not trust what neither names', async () => {
    const t = transport({ NODE_EXTRA_CA_CERTS: join(certificates, 'ca.pem') });
    expect(await failure(t, `https://localhost:${ports.good}/`)).toBe(
      `${unknown}certificate signed by unknown authority`,
    );
  });
  it('refuses certificates of other names, old ones, and names in CN alone', async () => {
    expect(await failure(trusting(), `https://localhost:${ports.other}/`)).toBe(
      `${unknown}certificate is valid for a.test, b.test, not localhost`,
    );
    expect(await failure(trusting(), `https://127.0.0.1:${ports.other}/`)).toBe(
      `${unknown}cannot validate certificate for 127.0.0.1 because it doesn't contain any IP SANs`,
    );
    expect(await failure(trusting(), `https://localhost:${ports.nosan}/`)).toBe(
      `${unknown}certificate relies on legacy Common Name field, use SANs instead`,
    );
    expect(await failure(trusting(), `https://localhost:${ports.old}/`)).toMatch(
      /^certificate: .*x509: certificate has expired or is not yet valid: current time \S+Z is after 2020-02-01T00:00:00Z$/,
    );
  });
  it('accepts anything when told not to look', async () => {
    const response = await transport()({ url: `https://localhost:${ports.old}/`, insecure: true });
    expect(Buffer.from(await response.bytes(max)).toString()).toBe('from old');
  });
  it('does not let a request that looks share the connection of one that did not', async () => {
    const t = transport();
    await (await t({ url: `https://localhost:${ports.good}/`, insecure: true })).bytes(max);
    expect(await failure(t, `https://localhost:${ports.good}/`)).toContain('unknown authority');
  });
  it('tunnels through CONNECT', async () => {
    const proxy = createHttpServer();
    const asked: string[] = [];
    proxy.on('connect', (request, socket) => {
      asked.push(request.url!);
      const under = connect(ports.other!, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connected\r\nX: y\r\n\r\n');
        under.pipe(socket).pipe(under);
      });
      socket.on('error', () => under.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const t = trusting({ https_proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` });
    expect(await text(t, 'https://a.test/')).toBe('200 OK|from other');
    expect(await text(t, 'https://a.test/again')).toBe('200 OK|from other');
    expect(asked).toEqual(['a.test:443']);
    t.close?.();
    proxy.close();
  });
  it('says so when the server does not speak TLS, and when the client does not', async () => {
    const plain = createHttpServer((_request, response) => response.end('x'));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo;
    expect(await failure(trusting(), `https://localhost:${port}/`)).toBe(
      'tls: http: server gave HTTP response to HTTPS client',
    );
    plain.close();
  });
  it('survives connections that break at any moment', async () => {
    const raw = createServer((socket) =>
      socket.on('error', () => undefined).once('data', () => socket.resetAndDestroy()),
    );
    const mute = createServer((socket) => socket.end());
    const pem = readFileSync(join(certificates, 'good.pem'));
    const breaking = createTlsServer({ key: pem, cert: pem }, (socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc');
        setTimeout(() => socket.destroy(), 20);
      });
    });
    const results: string[] = [];
    for (const server of [raw, mute, breaking]) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      results.push(await failure(trusting(), `https://localhost:${(server.address() as AddressInfo).port}/`));
      server.close();
    }
    expect(results).toEqual([
      'reset: read tcp 127.0.0.1:PORT->127.0.0.1:PORT: read: connection reset by peer',
      'closed: EOF',
      'cut: unexpected EOF',
    ]);
  });
  it('gives up on a handshake that hangs', async () => {
    const mute = createServer(() => undefined);
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    expect(await failure(trusting({}, 200), `https://localhost:${port}/`)).toBe(
      'timeout: net/http: TLS handshake timeout',
    );
    mute.close();
  });
});
