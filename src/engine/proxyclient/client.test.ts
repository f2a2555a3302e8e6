import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clientSession } from '../../../tools/testing/client-session.js';
import { type HostileProxy, startHostileProxy } from '../../../tools/testing/hostile-proxy.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { FatalError, isNotExist, messageOf } from '../error.js';
import { transportFromFetch } from '../transport/index.js';
import { createProxyClient, type ModuleRepo, type ProxyClient } from './index.js';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const through = <T>(client: ProxyClient, path: string, ask: (repo: ModuleRepo) => Promise<T>) =>
  client.tryProxies(async (entry) => await ask(client.repo(entry, path)));

let proxy: HostileProxy;
beforeAll(async () => {
  proxy = await startHostileProxy();
});
afterAll(() => proxy.close());
const list = (name: string) => `${proxy.url}/example.com/x/${name}/@v/list`;

describe('retries', () => {
  it.each([
    ['then503', 3, 2],
    ['thenreset', 4, 3],
    ['thencut', 2, 1],
    ['thenclosed', 2, 1],
  ])('%s succeeds at request %i', async (name, requests, waits) => {
    const { session, trace, pauses } = clientSession();
    const before = proxy.count(name);
    expect(text(await createProxyClient(session).getBytes(`${list(name)}?${requests}`))).toBe('v1.0.0\n');
    expect(proxy.count(name) - before).toBe(requests);
    expect(pauses).toEqual([187.5, 375, 750].slice(0, waits));
    expect(trace.filter((line) => line === `# get ${list(name)}?${requests}`)).toHaveLength(requests);
  });

  it.each([
    ['n502', 'reading URL: 502 Bad Gateway\n\tserver response: bad gw'],
    ['n503', 'reading URL: 503 Service Unavailable'],
    ['n504', 'reading URL: 504 Gateway Timeout\n\tserver response: late'],
    ['reset', 'Get "URL": read tcp ADDR->ADDR: read: connection reset by peer'],
    ['closed', 'Get "URL": EOF'],
    ['cut', 'reading URL: unexpected EOF'],
    ['cuthead', 'Get "URL": net/http: HTTP/1.x transport connection broken: unexpected EOF'],
    ['hang', 'Get "URL": net/http: timeout awaiting response headers'],
    [
      'hangbody',
      'reading URL: context deadline exceeded (Client.Timeout or context cancellation while reading body)',
    ],
  ])('%s is tried four times and then told', async (name, want) => {
    const { session } = clientSession({}, {}, name.startsWith('hang') ? 200 : 20_000);
    const before = proxy.count(`/${name}/`);
    const error = await createProxyClient(session)
      .getBytes(list(name))
      .catch((e: unknown) => e);
    const message = (error as Error).message.replace(list(name), 'URL').replace(/127\.0\.0\.1:\d+/g, 'ADDR');
    expect(message).toBe(want);
    expect(error).toMatchObject({ hint: 'gave up after 4 attempts' });
    expect(proxy.count(`/${name}/`) - before).toBe(4);
  });

  it.each(['n404', 'n403', 'n500', 'loop', 'garbage', 'badchunk', 'gzipbad'])(
    '%s is told at once',
    async (name) => {
      const { session, pauses } = clientSession();
      await expect(createProxyClient(session).getBytes(list(name))).rejects.toThrow();
      expect(pauses).toEqual([]);
    },
  );

  it('end when the session does', async () => {
    const controller = new AbortController();
    const { session } = clientSession({}, { signal: controller.signal });
    const reason = new Error('stop');
    const asked = createProxyClient(session).getBytes(list('hang'));
    setTimeout(() => controller.abort(reason), 50);
    await expect(asked).rejects.toBe(reason);
    await expect(createProxyClient(session).getBytes(list('ok'))).rejects.toBe(reason);
  });

  it('leave the last answer to callers who look at statuses themselves', async () => {
    const { session } = clientSession();
    const answer = await createProxyClient(session).get(list('n503'));
    expect([answer.statusCode, answer.status]).toEqual([503, '503 Service Unavailable']);
    await expect(answer.raiseForStatus()).rejects.toThrow('503 Service Unavailable');
  });
});

describe('prefetch', () => {
  /** Waits for so many requests of this name, and then for those that should not come. */
  const settle = async (part = '', count = 0) => {
    while (proxy.count(part) < count) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 300));
  };

  it('is invisible until the walk asks, and then looks like its own request', async () => {
    const { session, trace } = clientSession();
    const client = createProxyClient(session);
    client.prefetch(`${list('ok')}?a`, 'list');
    client.prefetch(`${list('ok')}?a`, 'list');
    await settle('ok/@v/list?a', 1);
    expect(proxy.count('ok/@v/list?a')).toBe(1);
    expect(trace).toEqual([]);
    expect(text(await client.getBytes(`${list('ok')}?a`))).toBe('v1.0.0\n');
    expect(trace).toEqual([`# get ${list('ok')}?a`, `# get ${list('ok')}?a: 200 OK (0.000s)`]);
    expect(proxy.count('ok/@v/list?a')).toBe(1);
    // Asked for again, it is fetched again, and prefetching it has no sense any more.
    client.prefetch(`${list('ok')}?a`, 'list');
    await client.getBytes(`${list('ok')}?a`);
    expect(proxy.count('ok/@v/list?a')).toBe(2);
    client.close();
  });

  it('is joined while under way', async () => {
    const { session, trace } = clientSession();
    const client = createProxyClient(session);
    client.prefetch(`${list('slow')}?b`, 'mod');
    expect(text(await client.getBytes(`${list('slow')}?b`))).toBe('v1.0.0\n');
    expect(proxy.count('slow/@v/list?b')).toBe(1);
    expect(trace).toHaveLength(2);
    client.close();
  });

  it('hands over what a server refused', async () => {
    const { session, trace } = clientSession();
    const client = createProxyClient(session);
    client.prefetch(`${list('n404')}?c`, 'mod');
    await settle('n404/@v/list?c', 1);
    const error = await client.getBytes(`${list('n404')}?c`).catch((e: unknown) => e);
    expect(isNotExist(error)).toBe(true);
    expect(proxy.count('n404/@v/list?c')).toBe(1);
    expect(trace).toHaveLength(2);
    client.close();
  });

  it('that failed by accident never was', async () => {
    const { session, trace } = clientSession();
    const client = createProxyClient(session);
    client.prefetch(`${list('thencut')}?d`, 'mod');
    await settle('thencut/@v/list?d', 1);
    expect(text(await client.getBytes(`${list('thencut')}?d`))).toBe('v1.0.0\n');
    expect(trace).toEqual([`# get ${list('thencut')}?d`, `# get ${list('thencut')}?d: 200 OK (0.000s)`]);
    client.close();
  });

  it('leaves the walk its slots, and drops what it has not started', async () => {
    const { session } = clientSession();
    const client = createProxyClient(session, { maxInFlight: 3 });
    for (let i = 0; i < 10; i++) client.prefetch(`${list('hang')}?e${i}`, 'zip');
    await settle('hang/@v/list?e', 1);
    expect(proxy.count('hang/@v/list?e')).toBe(1);
    expect(text(await client.getBytes(list('ok')))).toBe('v1.0.0\n');
    client.close();
    await settle();
    expect(proxy.count('hang/@v/list?e')).toBe(1);
  });

  it('waits with bodies that do not fit, and hands them over when asked', async () => {
    const { session, trace } = clientSession();
    const client = createProxyClient(session, { bodyBudget: 10 });
    for (const i of [0, 1, 2, 3]) client.prefetch(`${list('ok')}?f${i}`, 'zip');
    await settle('ok/@v/list?f', 1);
    for (const i of [3, 2, 1, 0]) expect(text(await client.getBytes(`${list('ok')}?f${i}`))).toBe('v1.0.0\n');
    expect(trace).toHaveLength(8);
    expect(proxy.count('ok/@v/list?f')).toBe(4);
    client.close();
  });

  it('lets small files pass by zips that wait, and tells the sizes of zips', async () => {
    const sizes: number[] = [];
    const { session } = clientSession();
    const client = createProxyClient(session, { bodyBudget: 10, zipComes: (bytes) => sizes.push(bytes) });
    for (const i of [0, 1, 2, 3]) client.prefetch(`${list('ok')}?g${i}`, 'zip');
    await settle('ok/@v/list?g', 1);
    client.prefetch(`${list('ok')}?h`, 'mod');
    await settle('ok/@v/list?h', 1);
    expect(proxy.count('ok/@v/list?h')).toBe(1);
    expect(new Set(sizes)).toEqual(new Set(['v1.0.0\n'.length]));
    expect(sizes.length).toBe(proxy.count('ok/@v/list?g'));
    client.close();
  });

  it('tells the sizes of zips in a folder, and nothing of other files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gomod-client-'));
    const sizes: number[] = [];
    const { session } = clientSession({ GOPROXY: `file://${folder}` });
    const client = createProxyClient(session, { zipComes: (bytes) => sizes.push(bytes) });
    mkdirSync(join(folder, 'example.com/!m/@v'), { recursive: true });
    for (const suffix of ['zip', 'mod', 'info']) {
      writeFileSync(join(folder, 'example.com/!m/@v', `v1.0.0.${suffix}`), suffix);
    }
    for (const kind of ['zip', 'mod', 'info'] as const)
      client.prefetchModules(kind, [{ path: 'example.com/M', version: 'v1.0.0' }]);
    client.prefetchModules('zip', [{ path: 'example.com/M', version: 'v1.1.0' }]);
    expect(sizes).toEqual(['zip'.length]);
    client.close();
    rmSync(folder, { recursive: true });
  });

  it('has so many requests under way at most, and so many zips', async () => {
    for (const [GOPROXY, rest] of [
      ['https://a.example', 32],
      ['http://a.example', 64],
    ] as const) {
      const before = [proxy.count('hang/@v/list?i'), proxy.count('hang/@v/list?j')];
      const client = createProxyClient(clientSession({ GOPROXY }).session);
      for (let i = 0; i < 90; i++) client.prefetch(`${list('hang')}?i${i}`, 'zip');
      for (let i = 0; i < 90; i++) client.prefetch(`${list('hang')}?j${i}`, 'mod');
      await settle('hang/@v/list?i', before[0]! + 24);
      await settle('hang/@v/list?j', before[1]! + rest);
      expect(proxy.count('hang/@v/list?i') - before[0]!).toBe(24);
      expect(proxy.count('hang/@v/list?j') - before[1]!).toBe(rest);
      client.close();
    }
  });

  it('does not look like a leak, however much of it waits', async () => {
    const warnings: string[] = [];
    const listen = (warning: Error) => warnings.push(warning.name);
    process.on('warning', listen);
    const client = createProxyClient(clientSession().session, { bodyBudget: 8 });
    for (let i = 0; i < 40; i++) client.prefetch(`${list('ok')}?w${i}`, 'zip');
    await settle();
    client.close();
    process.off('warning', listen);
    expect(warnings).toEqual([]);
  });

  it('of modules follows GOPROXY and GONOPROXY', async () => {
    const before = proxy.seen.length;
    const asking = (env: Record<string, string>) => {
      const client = createProxyClient(clientSession(env).session);
      client.prefetchModules('mod', [{ path: 'example.com/x/ok', version: 'v1.0.0' }]);
      client.prefetchList('example.com/x/ok');
      client.prefetchModules('mod', [{ path: 'bad path', version: 'v1.0.0' }]);
      return client;
    };
    for (const GOPROXY of ['off', 'direct', 'foo', 'file:///x']) asking({ GOPROXY }).close();
    asking({ GOPROXY: proxy.url, GONOPROXY: 'example.com' }).close();
    await settle();
    expect(proxy.seen.length).toBe(before);
    const client = asking({ GOPROXY: `${proxy.url},direct`, GONOPROXY: 'other.com' });
    await settle('', before + 2);
    expect(proxy.seen.slice(before).map(({ path }) => path)).toEqual([
      '/example.com/x/ok/@v/v1.0.0.mod',
      '/example.com/x/ok/@v/list',
    ]);
    client.close();
  });
});

describe('small files', () => {
  const fetchSpaces = (length: number) => async () => new Response(Buffer.alloc(length, ' '));

  it.each(['info', 'mod'] as const)(
    'of kind %s are refused where they are large, prefetched or not',
    async (kind) => {
      const most = { info: 4 << 20, mod: 16 << 20 }[kind];
      const outcomes: string[] = [];
      for (const length of [most, most + 1]) {
        for (const prefetched of [false, true]) {
          const transport = transportFromFetch(fetchSpaces(length));
          const client = createProxyClient(clientSession({ GOPROXY: 'https://a.b' }, { transport }).session);
          if (prefetched) client.prefetchModules(kind, [{ path: 'c.d/e', version: 'v1.0.0' }]);
          const ask = (repo: ModuleRepo): Promise<unknown> =>
            kind === 'info' ? repo.stat('v1.0.0') : repo.goMod('v1.0.0');
          outcomes.push(await through(client, 'c.d/e', ask).then(() => '', messageOf));
          client.close();
        }
      }
      const url = `"https://a.b/c.d/e/@v/v1.0.0.${kind}"`;
      const good =
        kind === 'mod' ? '' : 'invalid response from proxy "https://a.b": unexpected end of JSON input';
      const large = `read ${url}: http: response body larger than ${most} bytes`;
      expect(outcomes.map((text) => text.replace('c.d/e@v1.0.0: ', ''))).toEqual([good, good, large, large]);
    },
  );
});

describe('zips', () => {
  it('hold their share of the budget until they are consumed', async () => {
    const { session } = clientSession({ GOPROXY: proxy.url });
    const client = createProxyClient(session, { bodyBudget: 8 });
    const order: string[] = [];
    const one = (name: string) =>
      through(client, 'example.com/x/ok', (repo) =>
        repo.zip('v1.0.0', async (zip) => {
          order.push(`${name} in ${'bytes' in zip ? zip.bytes.length : zip.file}`);
          // A consumer may need the network itself.
          await client.getBytes(list('ok'));
          order.push(`${name} out`);
          return name;
        }),
      );
    expect(await Promise.all(['a', 'b', 'c'].map(one))).toEqual(['a', 'b', 'c']);
    expect(order.filter((_, i) => i % 2 === 0).map((line) => line.slice(2))).toEqual([
      'in 7',
      'in 7',
      'in 7',
    ]);
    expect(order[1]).toBe(`${order[0]![0]} out`);
    client.close();
  });

  it('give their share back when the consumer fails', async () => {
    const { session } = clientSession({ GOPROXY: proxy.url });
    const client = createProxyClient(session, { bodyBudget: 8 });
    const failing = () =>
      through(client, 'example.com/x/ok', (repo) =>
        repo.zip('v1.0.0', () => {
          throw new Error('consumer');
        }),
      );
    await expect(failing()).rejects.toThrow('consumer');
    await expect(failing()).rejects.toThrow('consumer');
    client.close();
  });

  it('do not wait for each other for ever, however many and however small the limits', async () => {
    const { session } = clientSession({ GOPROXY: proxy.url });
    const client = createProxyClient(session, { bodyBudget: 10, maxInFlight: 2 });
    for (let i = 0; i < 20; i++) client.prefetch(`${list('ok')}?z${i}`, 'zip');
    const zips = Array.from({ length: 20 }, () =>
      through(client, 'example.com/x/ok', (repo) =>
        repo.zip('v1.0.0', async () => text(await client.getBytes(list('ok')))),
      ),
    );
    expect(new Set(await Promise.all(zips))).toEqual(new Set(['v1.0.0\n']));
    client.close();
  });
});

describe('repositories', () => {
  it('fall back to the list where a proxy has no @latest', async () => {
    const { session, trace } = clientSession({ GOPROXY: proxy.url });
    const client = createProxyClient(session);
    const error = await through(client, 'example.com/info/good', (r) => r.latest()).catch((e: unknown) => e);
    expect(isNotExist(error)).toBe(true);
    expect(trace.map((line) => line.replace(/^# get \S+\/@/, '@'))).toEqual([
      '@latest',
      '@latest: 404 Not Found (0.000s)',
      '@v/list',
      '@v/list: 404 Not Found (0.000s)',
    ]);
    client.close();
  });

  it('never support reuse', async () => {
    const client = createProxyClient(clientSession({ GOPROXY: proxy.url }).session);
    await expect(through(client, 'example.com/x/ok', (r) => r.checkReuse({}))).rejects.toThrow(
      'proxy does not support CheckReuse',
    );
  });

  it('say which host direct access would ask, and what the proxies said before', async () => {
    const ask = async (env: Record<string, string>) => {
      const client = createProxyClient(clientSession(env).session);
      return await through(client, 'example.com/x/n404', (r) => r.versions('')).catch((e: unknown) => e);
    };
    const words =
      'module example.com/x/n404: direct access is not supported yet: example.com would have been asked';
    const error = await ask({ GOPROXY: `${proxy.url},direct` });
    expect(error).toMatchObject({ message: words, hint: expect.stringContaining('404 Not Found') });
    expect(isNotExist(error)).toBe(false);
    expect(await ask({ GOPROXY: 'direct' })).toMatchObject({ message: words });
    expect(await ask({ GOPROXY: proxy.url, GOPRIVATE: 'example.com/*' })).toMatchObject({ message: words });
  });

  it('work over any fetch', async () => {
    const transport = transportFromFetch((url, init) => fetch(url, init));
    const { session } = clientSession({ GOPROXY: proxy.url }, { transport });
    const client = createProxyClient(session);
    expect((await through(client, 'example.com/info/good', (r) => r.stat('v1.0.0'))).version).toBe('v1.0.0');
    await expect(through(client, 'example.com/x/loop', (r) => r.versions(''))).rejects.toThrow(
      'module example.com/x/loop: Get "/example.com/x/loop/@v/list": stopped after 10 redirects',
    );
  });
});

describe('file: proxies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gomod-file-proxy-'));
  afterAll(() => removeScratch(folder));
  const files = join(folder, 'example.com', 'm', '@v');
  mkdirSync(join(files, 'v2.0.0.info'), { recursive: true });
  writeFileSync(join(files, 'list'), 'v1.1.0\nv1.0.0\nnot a version\nv1.0.1-pre 2020-01-01T00:00:00Z\n');
  writeFileSync(join(files, 'v1.0.0.zip'), 'zip bytes');

  it('are read without a trace', async () => {
    const { session, trace } = clientSession({ GOPROXY: `file://${folder}` });
    const client = createProxyClient(session);
    const { list } = await through(client, 'example.com/m', (r) => r.versions('v1'));
    expect(list).toEqual(['v1.0.0', 'v1.0.1-pre', 'v1.1.0']);
    expect(await through(client, 'example.com/m', (r) => r.zip('v1.0.0', (zip) => zip))).toEqual({
      file: join(files, 'v1.0.0.zip'),
      own: false,
    });
    expect(trace).toEqual([]);
  });

  it('fail as files do', async () => {
    const client = createProxyClient(clientSession({ GOPROXY: `file://${folder}` }).session);
    const error = await through(client, 'example.com/m', (r) => r.goMod('v1.0.0')).catch((e: unknown) => e);
    const url = `file://${files}/v1.0.0.mod`;
    expect((error as Error).message).toBe(`example.com/m@v1.0.0: reading ${url}: no such file or directory`);
    expect(isNotExist(error)).toBe(true);
    await expect(through(client, 'example.com/m', (r) => r.stat('v2.0.0'))).rejects.toThrow(
      `read "file://${files}/v2.0.0.info": read ${files}/v2.0.0.info: is a directory`,
    );
  });
});

describe('credentials', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gomod-auth-'));
  const certificates = fileURLToPath(new URL('../../../testdata/tls', import.meta.url));
  const pem = readFileSync(join(certificates, 'good.pem'));
  const seen: string[] = [];
  const server = createHttpsServer({ key: pem, cert: pem }, (request, response) => {
    seen.push(`${request.url} ${request.headers.authorization ?? '-'} ${request.headers['x-token'] ?? '-'}`);
    if (request.url?.startsWith('/away')) {
      response.writeHead(302, { location: `https://a.test.invalid:${port}/x` }).end();
    } else if (request.url?.startsWith('/down')) {
      response.writeHead(302, { location: list('ok') }).end();
    } else if (request.url?.startsWith('/near')) {
      response.writeHead(302, { location: '/open' }).end();
    } else if (request.url?.startsWith('/private') && request.headers.authorization !== `Basic ${secret}`) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end('no');
    } else response.end('yes');
  });
  const secret = Buffer.from('me:pw').toString('base64');
  let port: number;
  let base: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
    base = `https://localhost:${port}`;
  });
  afterAll(() => {
    server.close();
    removeScratch(folder);
  });
  beforeEach(() => {
    seen.length = 0;
  });
  const client = (env: Record<string, string>) => {
    const made = clientSession({
      SSL_CERT_FILE: join(certificates, 'ca.pem'),
      SSL_CERT_DIR: '/x',
      HOME: folder,
      ...env,
    });
    return { ...made, client: createProxyClient(made.session, { retries: 0 }) };
  };
  const script = (name: string, lines: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
    return join(folder, name);
  };

  it('come from .netrc by default', async () => {
    writeFileSync(
      join(folder, '.netrc'),
      `machine localhost:${port} login me password pw\nmachine x login y password z\n`,
    );
    expect(text(await client({}).client.getBytes(`${base}/private`))).toBe('yes');
    expect(seen).toEqual([`/private Basic ${secret} -`]);
    writeFileSync(join(folder, 'other'), '');
    await expect(client({ NETRC: join(folder, 'other') }).client.getBytes(`${base}/private`)).rejects.toThrow(
      `reading ${base}/private: 401 Unauthorized`,
    );
    expect(seen).toHaveLength(2);
    await expect(client({ GOAUTH: 'off' }).client.getBytes(`${base}/private`)).rejects.toThrow('401');
  });

  it('come from the URL, which is shown without its password', async () => {
    const { client: c, trace } = client({ GOAUTH: 'off' });
    expect(text(await c.getBytes(`https://me:pw@localhost:${port}/private`))).toBe('yes');
    expect(trace[0]).toBe(`# get https://me:xxxxx@localhost:${port}/private`);
    await expect(c.getBytes(`http://me:pw@localhost:${port}/private`)).rejects.toThrow(
      `refusing to pass credentials to insecure URL: http://me:xxxxx@localhost:${port}/private`,
    );
  });

  it('come from a command, asked again with the URL and the refusal', async () => {
    const log = join(folder, 'log');
    const command = script(
      'auth',
      `printf '%s|' "$*" >> ${log}; cat >> ${log}
if [ $# -gt 1 ]; then printf '${base}/private\\n\\nAuthorization: Basic ${secret}\\nX-Token: t\\n\\n'; fi`,
    );
    expect(text(await client({ GOAUTH: `'${command}' a` }).client.getBytes(`${base}/private/x`))).toBe('yes');
    expect(seen).toEqual(['/private/x - -', `/private/x Basic ${secret} t`]);
    const asked = readFileSync(log, 'utf8').replace(/Date: .*\n/, '');
    expect(asked).toMatch(/^a\|a https:\S+\/private\/x\|HTTP\/1\.1 401 Unauthorized\n/);
    expect(asked).toContain('Www-Authenticate: Basic realm="x"\n');
  });

  it('say what is wrong with commands, under -x alone', async () => {
    const bad = script('bad', 'echo problem >&2; exit 3');
    const { client: c, trace } = client({ GOAUTH: `${bad}; /nonexistent/x; nosuchcommand` });
    await expect(c.getBytes(`${base}/private`)).rejects.toThrow('401');
    expect(trace.slice(1, -1)).toEqual([
      `GOAUTH encountered errors for ${base}/private:`,
      '  GOAUTH=nosuchcommand: could not run command nosuchcommand: exec: "nosuchcommand": executable file not found in $PATH',
      '  GOAUTH=/nonexistent/x: could not run command /nonexistent/x: fork/exec /nonexistent/x: no such file or directory',
      `  GOAUTH=${bad}: could not run command ${bad}: exit status 3\nproblem`,
    ]);
  });

  it.each([
    [';', 'GOAUTH encountered an empty command (GOAUTH=;)'],
    ['off;netrc', 'GOAUTH=off cannot be combined with other authentication commands (GOAUTH=off;netrc)'],
    ['git', 'GOAUTH=git dir method requires an absolute path to the git working directory'],
    [
      'git x',
      'GOAUTH=git dir method requires an absolute path to the git working directory, dir is not absolute',
    ],
    [
      'git /nonexistent',
      'GOAUTH=git encountered an error; cannot stat /nonexistent: stat /nonexistent: no such file or directory',
    ],
  ])('end the run for GOAUTH=%s', async (GOAUTH, words) => {
    const error = await client({ GOAUTH })
      .client.getBytes(`${base}/open`)
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(FatalError);
    expect((error as Error).message).toBe(words);
  });

  it('stay with the host they are for', async () => {
    const { client: c } = client({ GOAUTH: 'off' });
    await c.getBytes(`https://me:pw@localhost:${port}/near`);
    expect(seen).toEqual([`/near Basic ${secret} -`, `/open Basic ${secret} -`]);
    const command = script('given', `printf '${base}\\n\\nAuthorization: a\\n\\n'`);
    seen.length = 0;
    await client({ GOAUTH: command }).client.getBytes(`${base}/near`);
    expect(seen).toEqual(['/near a -', '/open a -']);
    await expect(client({ GOAUTH: command }).client.getBytes(`${base}/down`)).rejects.toThrow(
      `Get "${list('ok')}": redirected from secure URL ${base}/down to insecure URL ${list('ok')}`,
    );
  });
});
