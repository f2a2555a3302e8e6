// The real go command and this room beside it, on the same database over loopback: same verdict, same words,
// same files left behind.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFolder } from '../../../conformance/fixtures/folder.js';
import {
  type FixtureModule,
  fixtureGoMod,
  fixtureZip,
  proxyFiles,
} from '../../../conformance/fixtures/module.js';
import {
  grow,
  missing,
  newLog,
  testKey,
  testName,
  testPrimitives,
} from '../../../tools/testing/checksum-world.js';
import { quietHome } from '../../../tools/testing/quiet-home.js';
import { goBinary, needs } from '../../../tools/testing/requirements.js';
import { removeScratch, removeTree } from '../../../tools/testing/scratch.js';
import { hashGoMod } from '../../core/dirhash/index.js';
import type { ModuleVersion } from '../../core/module/index.js';
import { generateKey, newSigner, sign } from '../../core/note/index.js';
import { type MemoryLog, serve } from '../../core/sumdb/index.js';
import { formatRecord, formatTree, parseRecord, treeHash, treeHasher } from '../../core/tlog/index.js';
import { hashZip } from '../../core/zip/index.js';
import { ModuleCache } from '../cache/index.js';
import { createSession } from '../create-session.js';
import { createEnvironment } from '../env/index.js';
import { EngineError } from '../error.js';
import { realFileSystem } from '../io/index.js';
import { createProxyClient } from '../proxyclient/index.js';
import { createSumDatabase } from './index.js';

const need = needs('go');

const fixture: FixtureModule = {
  path: 'example.com/Mod',
  version: 'v1.2.3',
  files: { 'go.mod': 'module example.com/Mod\n\ngo 1.20\n', 'm.go': 'package m\n' },
};
const { sha256 } = testPrimitives;
const hasher = treeHasher(sha256);
const zipSum = hashZip(fixtureZip(fixture), sha256);
const modSum = hashGoMod(Buffer.from(fixtureGoMod(fixture)), sha256);
const record = '/lookup/example.com/!mod@v1.2.3';
const encode = (text: string) => new TextEncoder().encode(text);
const decode = (data: Uint8Array) => new TextDecoder().decode(data);

/** Answers a path of the database: a body, or a status and a body. */
type Answer = (path: string) => Promise<Uint8Array | [number, string]>;

function sums({ path, version }: ModuleVersion): string {
  if (path !== fixture.path) throw missing(`not found: ${path}@${version}: no such module`);
  return `${path} ${version} ${zipSum}\n${path} ${version}/go.mod ${modSum}\n`;
}

/** A log in which the fixture has record 150, with `size` records. */
async function logWith(size = 300, goSum = sums): Promise<MemoryLog> {
  const log = newLog(goSum);
  grow(log, Math.min(150, size));
  await log.lookup(fixture).catch(() => undefined);
  grow(log, size - log.size);
  return log;
}

const honest =
  (log: MemoryLog): Answer =>
  async (path) => {
    const { status, body } = await serve(log, path);
    return status === 200 ? body : [status, decode(body)];
  };

/** The honest answers, but for paths that `change` knows better. */
function tampered(
  log: MemoryLog,
  change: (path: string, body: Uint8Array) => Uint8Array | [number, string],
): Answer {
  return async (path) => {
    const body = await honest(log)(path);
    return Array.isArray(body) ? body : change(path, body);
  };
}

const only =
  (wanted: string, change: (body: Uint8Array) => Uint8Array | [number, string]) =>
  (path: string, body: Uint8Array) =>
    path === wanted ? change(body) : body;

function flip(body: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(body);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

interface Scenario {
  readonly name: string;
  /** Answers of one run after the other on one GOPATH; made anew for go and for us. */
  readonly runs: () => Promise<readonly Answer[]>;
  readonly variables?: Readonly<Record<string, string>>;
}

const one = (name: string, answer: () => Promise<Answer>): Scenario => ({
  name,
  runs: async () => [await answer()],
});
const signed = (log: MemoryLog, size: number) =>
  sign(
    { text: formatTree({ size, hash: treeHash(size, log.reader, hasher) }) },
    newSigner(testKey.signerKey, testPrimitives),
  );

function badName(name: string): string {
  return generateKey(name, new Uint8Array(32), testPrimitives).verifierKey;
}

const scenarios: Scenario[] = [
  one('an honest database', async () => honest(await logWith())),
  one('a database of one record', async () => honest(await logWith(1))),
  one('a database that is empty before', async () => honest(newLog(sums))),
  one('a large database', async () => honest(await logWith(70_000))),
  one('another sum of the zip', async () =>
    honest(
      await logWith(300, (m) => sums(m).replace(zipSum, 'h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=')),
    ),
  ),
  one('another sum of go.mod', async () =>
    honest(
      await logWith(300, (m) => sums(m).replace(modSum, 'h1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=')),
    ),
  ),
  one('no sum of the zip', async () =>
    honest(await logWith(300, (m) => sums(m).split('\n').slice(1).join('\n'))),
  ),
  one('no sum at all', async () => honest(await logWith(300, () => 'something else\n'))),
  one('a sum of another algorithm', async () =>
    honest(await logWith(300, (m) => sums(m).replace(zipSum, 'h2:x'))),
  ),
  one('two sums of the zip, the wrong one first', async () =>
    honest(await logWith(300, (m) => `example.com/Mod v1.2.3 h1:x\n${sums(m)}`)),
  ),
  one('a module that it does not know', async () =>
    honest(
      await logWith(300, (m) => {
        throw missing(`not found: ${m.path}@${m.version}: invalid version: unknown revision`);
      }),
    ),
  ),
  one('a long answer of several lines', async () =>
    tampered(
      await logWith(),
      only(record, () => [404, 'not found:\n\tfirst\n\tsecond\n']),
    ),
  ),
  one('an answer 410 without a body', async () =>
    tampered(
      await logWith(),
      only(record, () => [410, '']),
    ),
  ),
  one('a record that is rubbish', async () =>
    tampered(
      await logWith(),
      only(record, () => encode('rubbish')),
    ),
  ),
  one('a record whose text is another', async () =>
    tampered(
      await logWith(),
      only(record, (body) => flip(body, 12)),
    ),
  ),
  one('a record whose signature is another', async () =>
    tampered(
      await logWith(),
      only(record, (body) => flip(body, body.length - 12)),
    ),
  ),
  one('a record signed by a stranger', async () => {
    const stranger = generateKey('stranger.example', new Uint8Array(32).fill(3), testPrimitives);
    const log = await logWith();
    return tampered(
      log,
      only(record, (body) =>
        Uint8Array.from([
          ...formatRecord(150, parseRecord(body).text),
          ...sign(
            { text: formatTree({ size: 300, hash: treeHash(300, log.reader, hasher) }) },
            newSigner(stranger.signerKey, testPrimitives),
          ),
        ]),
      ),
    );
  }),
  one('a signed text that is no tree', async () =>
    tampered(
      await logWith(),
      only(record, (body) =>
        Uint8Array.from([
          ...formatRecord(150, parseRecord(body).text),
          ...sign({ text: 'go.sum database tree v2\n' }, newSigner(testKey.signerKey, testPrimitives)),
        ]),
      ),
    ),
  ),
  one('a record past the tree', async () => {
    const log = await logWith();
    return tampered(
      log,
      only(record, (body) =>
        Uint8Array.from([...formatRecord(150, parseRecord(body).text), ...signed(log, 100)]),
      ),
    );
  }),
  ...['/tile/8/0/000', '/tile/8/0/001.p/44', '/tile/8/1/000.p/1'].flatMap((tile) => [
    one(`another byte in ${tile}`, async () =>
      tampered(
        await logWith(),
        only(tile, (body) => flip(body, 3)),
      ),
    ),
    one(`${tile} cut`, async () =>
      tampered(
        await logWith(),
        only(tile, (body) => body.subarray(32)),
      ),
    ),
    one(`${tile} widened`, async () =>
      tampered(
        await logWith(),
        only(tile, (body) => Uint8Array.from([...body, ...body.subarray(0, 32)])),
      ),
    ),
    one(`${tile} gone`, async () =>
      tampered(
        await logWith(),
        only(tile, () => [404, 'no tile\n']),
      ),
    ),
  ]),
  one('a partial tile gone and the full one in its place', async () => {
    const log = await logWith();
    const note = await log.signed();
    grow(log, 300);
    return tampered(log, (path, body) => {
      if (path === record) return Uint8Array.from([...formatRecord(150, parseRecord(body).text), ...note]);
      return path === '/tile/8/0/001.p/44' ? [404, 'gone\n'] : body;
    });
  }),
  {
    name: 'a database that has grown',
    runs: async () => {
      const log = await logWith();
      const before = await honest(log)('/tile/8/0/001.p/44');
      const note = await log.signed();
      const old: Answer = async (path) => {
        const body = await honest(log)(path);
        if (path === record && !Array.isArray(body)) {
          return Uint8Array.from([...formatRecord(150, parseRecord(body).text), ...note]);
        }
        return path === '/tile/8/0/001.p/44' ? before : body;
      };
      grow(log, 500);
      return [old, honest(log)];
    },
  },
  {
    name: 'a database that is rolled back',
    runs: async () => {
      const log = await logWith(900);
      const back = tampered(
        log,
        only(record, (body) =>
          Uint8Array.from([...formatRecord(150, parseRecord(body).text), ...signed(log, 400)]),
        ),
      );
      return [honest(log), back];
    },
  },
  {
    name: 'a database with a second history',
    runs: async () => {
      const first = await logWith(260);
      const second = newLog(sums);
      grow(second, 100, 'forged');
      await second.lookup(fixture);
      grow(second, 500);
      const both: Answer = async (path) => {
        const body = await honest(second)(path);
        return path.endsWith('.p/4') || path === '/tile/8/1/000.p/1' ? honest(first)(path) : body;
      };
      return [honest(first), both];
    },
  },
  ...(
    [
      ['off', 'off'],
      ['a malformed key', 'sum.example.com'],
      ['a wrong hash', testKey.verifierKey.replace(/\+(.)/, (_, digit) => `+${digit === '0' ? '1' : '0'}`)],
      ['a URL that is none', `${testKey.verifierKey} http://[::1`],
      ['a URL of another scheme', `${testKey.verifierKey} ftp://localhost/`],
      ['a URL of a folder that is not there', `${testKey.verifierKey} file:///nonexistent/sumdb`],
      ['too many words', `${testKey.verifierKey} a b`],
      ['a name with a slash at its end', badName('example.com/')],
      ['a name with a query', badName('example.com/a?b=c#d')],
      ['a name with a user', badName('u:p@example.com/x/')],
      ['a name without a host', badName('/x')],
      ['a name with an escape', badName('example.com/a!b')],
    ] as const
  ).map(([name, gosumdb]) => ({
    ...one(`GOSUMDB: ${name}`, async () => honest(await logWith())),
    variables: { GOSUMDB: gosumdb },
  })),
  {
    ...one('a private module', async () => tampered(await logWith(), () => [500, 'not to be asked\n'])),
    variables: { GONOSUMDB: 'example.com' },
  },
];

/** What a run did. */
interface Result {
  /** '' when all was verified. */
  readonly error: string;
  /** Whether the run ended at once. */
  readonly fatal: boolean;
}

const proxyFolder = mkdtempSync(join(tmpdir(), 'gomod-sumdb-proxy-'));
let server: Server;
let answer: Answer = async () => [500, 'nothing set\n'];
let base = '';

beforeAll(async () => {
  writeFolder(proxyFiles([fixture]), proxyFolder);
  server = createServer((request, response) => {
    answer(decodeURIComponent((request.url ?? '').slice('/db'.length))).then((result) => {
      const [status, body] = Array.isArray(result) ? result : ([200, result] as const);
      response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(body);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/db`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  removeScratch(proxyFolder);
});

function variables(gopath: string, scenario: Scenario): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: quietHome(join(gopath, '..', 'home')),
    GOPATH: gopath,
    GOENV: 'off',
    GOTOOLCHAIN: 'local',
    GOFLAGS: '-modcacherw',
    GOPROXY: `file://${proxyFolder}`,
    GOSUMDB: `${testKey.verifierKey} ${base}`,
    NO_PROXY: '127.0.0.1',
    ...scenario.variables,
  };
}

/** `go mod download` of the fixture: the sums of its go.mod, then of its zip, asked of the database. */
async function runGo(gopath: string, scenario: Scenario): Promise<Result> {
  const words = ['mod', 'download', '-json', `${fixture.path}@${fixture.version}`];
  const child = spawn(goBinary() ?? 'go', words, { cwd: gopath, env: variables(gopath, scenario) });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  await new Promise((done) => child.on('close', done));
  // Said where someone has left a go.mod in the temporary folder.
  stderr = stderr.replace(/^go: warning: ignoring go\.mod in system temp root .*\n/, '');
  if (stdout === '') return { error: stderr, fatal: true };
  return { error: (JSON.parse(stdout) as { Error?: string }).Error ?? '', fatal: false };
}

async function runOurs(gopath: string, scenario: Scenario): Promise<Result> {
  const env = createEnvironment({ process: variables(gopath, scenario), fs: realFileSystem });
  const session = createSession({ env, cwd: gopath });
  const cache = new ModuleCache(session);
  const proxies = createProxyClient(session);
  const database = createSumDatabase(session, { proxies, cache });
  try {
    await database.verify({ path: fixture.path, version: `${fixture.version}/go.mod` }, modSum);
    await database.verify(fixture, zipSum);
    return { error: '', fatal: false };
  } catch (error) {
    const fatal = error instanceof EngineError && error.code === 'checksum';
    return { error: (error as Error).message + (fatal ? '\n' : ''), fatal };
  } finally {
    proxies.close();
    await cache.close();
  }
}

/** Files, folders, modes and contents of what is kept of the database. */
function kept(gopath: string): Record<string, string> {
  const entries: Record<string, string> = {};
  const walk = (path: string) => {
    const { mode } = statSync(path);
    const name = relative(gopath, path);
    const isFolder = statSync(path).isDirectory();
    entries[name] = `${(mode & 0o777).toString(8)} ${isFolder ? '' : readFileSync(path, 'latin1')}`;
    if (isFolder) for (const entry of readdirSync(path)) walk(join(path, entry));
  };
  for (const root of ['pkg/mod/cache/download/sumdb', 'pkg/sumdb']) {
    if (existsSync(join(gopath, root))) walk(join(gopath, root));
  }
  return entries;
}

describe.skipIf(need.skip)(need.title('beside the go command'), () => {
  it.each(scenarios)('$name', async (scenario) => {
    const folder = mkdtempSync(join(tmpdir(), 'gomod-sumdb-go-'));
    const runs = { go: runGo, ours: runOurs };
    const outcomes: Record<string, [Result[], Record<string, string>]> = {};
    try {
      for (const [who, run] of Object.entries(runs)) {
        const gopath = join(folder, who);
        mkdirSync(gopath);
        const results: Result[] = [];
        for (const given of await scenario.runs()) {
          answer = given;
          results.push(await run(gopath, scenario));
          // The module itself is forgotten, so that it is verified again; so is the record, so that it is asked for.
          removeTree(join(gopath, 'pkg/mod/cache/download/example.com'));
          removeTree(join(gopath, 'pkg/mod/example.com'));
          const records = join(gopath, 'pkg/mod/cache/download/sumdb', testName, 'lookup');
          if (results.length === 1) removeTree(records);
        }
        outcomes[who] = [results, kept(gopath)];
      }
      expect(outcomes.ours).toEqual(outcomes.go);
    } finally {
      removeScratch(folder);
    }
  });

  it('runs scenarios that are verified, refused, and fatal', async () => {
    expect(scenarios.length).toBeGreaterThan(40);
    const folder = mkdtempSync(join(tmpdir(), 'gomod-sumdb-go-'));
    try {
      answer = honest(await logWith());
      const plain = one('plain', async () => answer);
      expect(await runGo(folder, plain)).toEqual({ error: '', fatal: false });
      expect(Object.keys(kept(folder)).length).toBeGreaterThan(8);
    } finally {
      removeScratch(folder);
    }
  });
});
