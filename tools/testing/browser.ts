// A page in a browser: headless Chromium loads it from loopback, and what it posts back is the result.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { removeScratch } from './scratch.js';

/** What a page may load: contents by path, and a folder behind `/files/`. */
export interface Site {
  /** The script of the page, an ES module. It calls `report(value)` once. */
  readonly script: string;
  readonly files: Readonly<Record<string, Uint8Array | string>>;
  readonly folder: string;
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const PATIENCE = 150_000;

function pageOf(script: string): string {
  return `<!doctype html><title>gomod</title><script type="module">
const report = (value) => fetch('/report', { method: 'POST', body: JSON.stringify(value) });
const fail = (error) => report({ failure: String(error?.stack ?? error) });
addEventListener('error', (event) => fail(event.error ?? event.message));
addEventListener('unhandledrejection', (event) => fail(event.reason));
${script}
</script>`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** The answer to a GET, and its type. */
function lookUp(site: Site, path: string): readonly [Uint8Array | string, string] | undefined {
  if (path === '/') return [pageOf(site.script), 'text/html'];
  const known = site.files[path];
  if (known !== undefined) return [known, 'application/octet-stream'];
  if (!path.startsWith('/files/')) return undefined;
  const file = join(site.folder, normalize(path.slice('/files'.length)));
  return existsSync(file) ? [readFileSync(file), 'text/javascript'] : undefined;
}

/** Opens the site in Chromium. Resolves to what its script reports; rejects when that takes too long. */
export async function runInBrowser(site: Site): Promise<unknown> {
  const profile = mkdtempSync(join(tmpdir(), 'gomod-chromium-'));
  let settle: (value: unknown) => void = () => {};
  const reported = new Promise((resolve) => {
    settle = resolve;
  });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (request.method === 'POST') {
      void bodyOf(request).then((text) => settle(JSON.parse(text)));
      response.end();
      return;
    }
    const [body, type] = lookUp(site, path) ?? [];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type ?? 'text/plain' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  // A process group of its own: Chromium is many processes.
  const child = spawn(
    'chromium',
    [...FLAGS, `--user-data-dir=${profile}`, '--remote-debugging-port=0', url],
    {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let words = '';
  child.stderr.on('data', (text: Buffer) => {
    words = (words + text.toString('utf8')).slice(-4000);
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(() => settle({ failure: `no report after ${PATIENCE} ms\n${words}` }), PATIENCE);
  void ended.then(() => settle({ failure: `chromium ended\n${words}` }));
  try {
    return await reported;
  } finally {
    clearTimeout(timer);
    if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await ended;
    server.closeAllConnections();
    server.close();
    removeScratch(profile);
  }
}
