// Our words beside those of the real go, on the same misbehaving server: errors and the lines of -x.

import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  behaviours,
  type HostileProxy,
  infos,
  lists,
  startHostileProxy,
} from '../../../tools/testing/hostile-proxy.js';
import { quietHome } from '../../../tools/testing/quiet-home.js';
import { goBinary, needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { createSession } from '../create-session.js';
import { createEnvironment } from '../env/index.js';
import { realFileSystem } from '../io/index.js';
import { createTransport } from '../transport/index.js';
import { createProxyClient, type ModuleRepo, type ProxyClient } from './index.js';

/** What both print. */
interface Outcome {
  readonly trace: string[];
  readonly error: string;
}

const folder = mkdtempSync(join(tmpdir(), 'gomod-go-test-'));

/** Runs go in an empty folder. */
function runGo(
  goproxy: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Outcome & { json: string }> {
  const home = mkdtempSync(join(folder, 'home-'));
  const options = {
    cwd: home,
    timeout: 120_000,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: quietHome(home),
      GOPATH: join(home, 'go'),
      GOFLAGS: '-modcacherw',
      GOSUMDB: 'off',
      GOTOOLCHAIN: 'local',
      GOPROXY: goproxy,
      GO111MODULE: 'on',
      ...env,
    },
  };
  return new Promise((resolve) => {
    execFile(goBinary() ?? 'go', args, options, (_error, stdout, stderr) => {
      const lines = stderr.split('\n');
      const trace = lines.filter((line) => line.startsWith('# '));
      const rest = lines.filter((line) => !/^(# |Unsolicited|(go: )?warning: ignoring go.mod)/.test(line));
      resolve({ trace, error: rest.join('\n').replace(/^go: |\n$/g, ''), json: stdout });
    });
  });
}

async function askOurselves(
  goproxy: string,
  ask: (client: ProxyClient) => Promise<unknown>,
  process: Record<string, string> = {},
): Promise<Outcome> {
  const trace: string[] = [];
  const env = createEnvironment({
    process: { GOPROXY: goproxy, GOENV: 'off', ...process },
    fs: realFileSystem,
  });
  const session = createSession({
    env,
    flags: { trace: true },
    events: (event) => event.kind === 'trace' && trace.push(event.text),
    transport: createTransport({ env }),
  });
  const client = createProxyClient(session, { retries: 0 });
  try {
    await ask(client);
    return { trace, error: '' };
  } catch (error) {
    return { trace, error: (error as Error).message };
  } finally {
    client.close();
  }
}

const through = (path: string, ask: (repo: ModuleRepo) => Promise<unknown>) => (client: ProxyClient) =>
  client.tryProxies(async (proxy) => await ask(client.repo(proxy, path)));

/** Times and our own ports differ from run to run. */
function comparable(text: string): string {
  return text
    .replace(/\(\d+\.\d{3}s\)/g, '(TIME)')
    .replace(/tcp 127\.0\.0\.1:\d+->/g, 'tcp 127.0.0.1:LOCAL->')
    .replace(/lookup (\S+?)(?: on \S+)?: [a-z ]+/g, 'lookup $1: FAILURE');
}

function comparableOutcome({ trace, error }: Outcome): string {
  return comparable([...trace, error].join('\n'));
}

/** Behaviours that go cannot be compared on: it waits for ever, or retries change what is seen. */
const notCompared = new Set(['hang', 'hangbody', 'slow', 'then503', 'thenreset', 'thencut', 'thenclosed']);
/** Behaviours that answer with a good list. */
const good = new Set([
  ...['ok', 'redir', 'redir307', 'redir308', 'redir300', 'chunked', 'chunkedlen', 'close10', 'samelen'],
  ...['lfonly', 'fold', 'oddname', 'early', 'gzip', 'bighead'],
]);
const compared = Object.keys(behaviours).filter((name) => !notCompared.has(name));

const need = needs('go');

describe.skipIf(need.skip)(need.title('beside the real go'), () => {
  let proxy: HostileProxy;
  beforeAll(async () => {
    proxy = await startHostileProxy();
  });
  afterAll(async () => {
    await proxy.close();
    removeScratch(folder);
  });

  describe.concurrent('version lists', () => {
    it.each(compared.filter((name) => !good.has(name) || name === 'redir300'))('%s', async (name) => {
      const path = `example.com/x/${name}`;
      const go = await runGo(proxy.url, ['list', '-m', '-x', '-versions', path]);
      const ours = await askOurselves(
        proxy.url,
        through(path, (repo) => repo.versions('')),
      );
      if (name !== 'redir300') expect(go.error).not.toBe('');
      expect(comparableOutcome(ours)).toBe(comparableOutcome(go));
    });
    it.each([...good].filter((name) => name !== 'redir300'))('%s', async (name) => {
      const path = `example.com/x/${name}`;
      const go = await runGo(proxy.url, ['list', '-m', '-x', '-versions', path]);
      const ours = await askOurselves(
        proxy.url,
        through(path, (repo) => repo.versions('')),
      );
      expect(ours.error).toBe('');
      expect(ours.trace.map(comparable)).toEqual(go.trace.slice(0, 2).map(comparable));
    });
  });

  describe.concurrent('lists', () => {
    it.each(Object.keys(lists))('%s', async (name) => {
      const path = `example.com/list/${name}`;
      const go = await runGo(proxy.url, ['list', '-m', '-x', '-versions', path]);
      const found: string[] = [];
      const ours = await askOurselves(
        proxy.url,
        through(path, async (repo) => void found.push(...(await repo.versions('')).list)),
      );
      // What go asks for after the list and its newest is for retractions.
      expect(ours.trace.map(comparable)).toEqual(go.trace.slice(0, ours.trace.length).map(comparable));
      if (go.json !== '') {
        expect(found.filter((v) => !v.includes('+meta'))).toEqual(go.json.trim().split(' ').slice(1));
      }
    });
  });

  /** `go mod download -json`: its error, and what it traced of one kind of file. */
  async function download(path: string, kind: string): Promise<Outcome> {
    const { trace, json } = await runGo(proxy.url, ['mod', 'download', '-x', '-json', `${path}@v1.0.0`]);
    const { Error: error = '' } = JSON.parse(json || '{}') as { Error?: string };
    return { trace: trace.filter((line) => line.includes(`/v1.0.0.${kind}`)), error };
  }

  describe.concurrent('.info texts', () => {
    it.each(Object.keys(infos))('%s', async (name) => {
      const path = `example.com/info/${name}`;
      const { error } = await download(path, 'info');
      const ours = await askOurselves(
        proxy.url,
        through(path, (repo) => repo.stat('v1.0.0')),
      );
      const zipFails = `${path}@v1.0.0: reading ${proxy.url}/${path}/@v/v1.0.0.zip: 404 Not Found`;
      expect(ours.error).toBe(error.startsWith(zipFails) ? '' : error);
    });
  });

  describe.concurrent('go.mod files', () => {
    it.each(compared.filter((name) => !good.has(name)))('%s', async (name) => {
      const path = `example.com/mod/${name}`;
      const go = await download(path, 'mod');
      const ours = await askOurselves(
        proxy.url,
        through(path, (repo) => repo.goMod('v1.0.0')),
      );
      expect(go.error).not.toBe('');
      expect(comparableOutcome(ours)).toBe(comparableOutcome(go));
    });
  });

  describe.concurrent('zips', () => {
    it.each(compared.filter((name) => !good.has(name)))('%s', async (name) => {
      const path = `example.com/zip/${name}`;
      const go = await download(path, 'zip');
      const ours = await askOurselves(
        proxy.url,
        through(path, (repo) => repo.zip('v1.0.0', () => undefined)),
      );
      expect(go.error).not.toBe('');
      expect(comparableOutcome(ours)).toBe(comparableOutcome(go));
    });
  });

  describe.concurrent('queries', () => {
    it.each([
      'master',
      'v1',
      'v1.0.0-20200102030405-abcdefabcdef',
      'Feature',
      'v1.0.0+meta',
      'a!b',
      'v1.2.3-pre',
    ])('%s', async (rev) => {
      const path = 'example.com/x/n404';
      const go = await runGo(proxy.url, ['mod', 'download', '-x', '-json', `${path}@${rev}`]);
      const ours = await askOurselves(
        proxy.url,
        through(path, (repo) => repo.stat(rev)),
      );
      const { Error: error = '' } = JSON.parse(go.json || '{}') as { Error?: string };
      // v1 is a prefix of versions: go asks for the list.
      if (rev !== 'v1') expect(ours.error).toBe(error === '' ? go.error : error);
    });
    it('encodes paths as go does', async () => {
      const path = 'example.com/BurntSushi/toml';
      const go = await runGo(`${proxy.url}/base//x/../y/`, [
        'mod',
        'download',
        '-x',
        '-json',
        `${path}@v1.0.0-RC1`,
      ]);
      const ours = await askOurselves(
        `${proxy.url}/base//x/../y/`,
        through(path, (r) => r.stat('v1.0.0-RC1')),
      );
      expect(ours.trace.map(comparable)).toEqual(go.trace.map(comparable));
      expect(ours.trace[0]).toContain('/base/y/example.com/%21burnt%21sushi/toml/@v/v1.0.0-%21r%21c1.info');
    });
  });

  describe.concurrent('GOPROXY', () => {
    it.each([
      ...['ftp://x/', 'foo', 'foo,off', 'off', '/abs/x', 'file:///nonexistent', 'file://host/x', 'file:/x'],
      ...[
        'file://localhost/x',
        'file:///x?q',
        'file:///x#f',
        'http://[::1',
        'http://%zz/',
        ',',
        ' | ',
        'noproxy',
      ],
      ...[
        'https://x y',
        'mailto:a@b',
        'http:127.0.0.1',
        '://x',
        'http://u:pw@127.0.0.1:1',
        'http://127.0.0.1:1',
      ],
      ...['HTTP://127.0.0.1:1/', 'https://u:p@127.0.0.1:1/', 'https://u@127.0.0.1:1/', 'nosuch.invalid'],
      ...['http://127.0.0.1:1/a%2Fb/?q=1#f', 'http://127.0.0.1:1|off', 'http://127.0.0.1:1,off', 'off,foo'],
      ...['file:///etc/passwd', 'http://', 'https:///x', 'a:/b', 'http://nosuch.invalid'],
    ])('%s', async (goproxy) => {
      const path = 'example.com/Y';
      const go = await runGo(goproxy, ['list', '-m', '-x', '-versions', path]);
      const ours = await askOurselves(
        goproxy,
        through(path, (repo) => repo.versions('')),
      );
      expect(comparableOutcome(ours)).toBe(comparableOutcome(go));
    });
    it('ranks errors', async () => {
      const path = 'example.com/x/n404';
      for (const list of [
        `${proxy.url},http://127.0.0.1:1`,
        `${proxy.url}|http://127.0.0.1:1|${proxy.url}/other`,
        `http://127.0.0.1:1|${proxy.url}`,
        `http://127.0.0.1:1,${proxy.url}`,
        `${proxy.url},${proxy.url}/other`,
        `${proxy.url},off`,
      ]) {
        const go = await runGo(list, ['list', '-m', '-x', '-versions', path]);
        const ours = await askOurselves(
          list,
          through(path, (repo) => repo.versions('')),
        );
        expect(comparableOutcome(ours), list).toBe(comparableOutcome(go));
      }
    });
    it('gives way to GONOPROXY', async () => {
      const path = 'other.test/y';
      const env = { GONOPROXY: 'example.com' };
      const go = await runGo(`${proxy.url},off`, ['list', '-m', '-x', '-versions', path], env);
      const ours = await askOurselves(
        `${proxy.url},off`,
        through(path, (r) => r.versions('')),
        env,
      );
      expect(comparableOutcome(ours)).toBe(comparableOutcome(go));
    });
  });
});
