import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  ask,
  grow,
  newLog,
  testKey,
  testName,
  testPrimitives,
} from '../../../tools/testing/checksum-world.js';
import { allFaults, faultyFileSystem } from '../../../tools/testing/faults.js';
import { rejection } from '../../../tools/testing/refusal.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { generateKey } from '../../core/note/index.js';
import type { MemoryLog } from '../../core/sumdb/index.js';
import { ModuleCache } from '../cache/index.js';
import { createSession } from '../create-session.js';
import { createEnvironment } from '../env/index.js';
import { EngineError, FatalError, isNotExist } from '../error.js';
import { createLocker, type FileSystem, realFileSystem } from '../io/index.js';
import { tryEach } from '../proxyclient/goproxy.js';
import { type ProxySpec, urlText } from '../proxyclient/index.js';
import type { Session } from '../session.js';
import type { SumDatabaseWeb } from './address.js';
import {
  createSumDatabase,
  explainMismatch,
  parseGoSumDb,
  type SumDatabase,
  SumDatabaseError,
  usesSumDatabase,
  VerificationError,
} from './index.js';

const M = { path: 'example.com/m', version: 'v1.0.0' };
const M_MOD = { path: 'example.com/m', version: 'v1.0.0/go.mod' };
const URL = 'http://127.0.0.1:1/db';
const decode = (data: Uint8Array) => new TextDecoder().decode(data);

let folder: string;
let caches: ModuleCache[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gomod-sumdb-'));
});

afterEach(async () => {
  await closeAll();
  removeScratch(folder);
});

/** A web of one database: what was asked, and how each URL is answered. */
interface FakeWeb extends SumDatabaseWeb {
  readonly requests: string[];
  readonly prefetched: string[];
  answer: (url: string) => Promise<Uint8Array>;
}

function notFound(): never {
  throw new EngineError('not-exist', 'reading: 404 Not Found');
}

function fakeWeb(log: MemoryLog, proxies: readonly ProxySpec[] = [], base = URL): FakeWeb {
  const web: FakeWeb = {
    requests: [],
    prefetched: [],
    answer: (url) => (url.startsWith(`${base}/`) ? ask(log, url.slice(base.length)) : notFound()),
    tryProxies: (attempt) => tryEach(proxies, attempt, isNotExist),
    getBytes: async (url) => {
      web.requests.push(url);
      return web.answer(url);
    },
    prefetch: (url) => {
      web.prefetched.push(url);
    },
  };
  return web;
}

const proxy = (url: string, fallBackOnError = false): ProxySpec => ({ url, fallBackOnError });

function newSession(variables: Record<string, string> = {}, fs: FileSystem = realFileSystem): Session {
  const process = {
    HOME: join(folder, 'home'),
    GOENV: 'off',
    GOPATH: join(folder, 'gopath'),
    GOSUMDB: `${testKey.verifierKey} ${URL}`,
    ...variables,
  };
  return createSession({ env: createEnvironment({ process, fs }), fs, locker: createLocker({ fs }) });
}

function open(web: SumDatabaseWeb, session = newSession()): SumDatabase {
  const cache = new ModuleCache(session);
  caches.push(cache);
  return createSumDatabase(session, { proxies: web, cache });
}

/** Ends all runs, so that nothing of their own is left in the cache. */
async function closeAll(): Promise<void> {
  await Promise.all(caches.map((cache) => cache.close()));
  caches = [];
}

/** Every file below `root`, with its mode. */
function tree(root: string, at = root): string[] {
  if (!existsSync(at)) return [];
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = join(at, entry.name);
    const mode = (statSync(path).mode & 0o777).toString(8);
    return [`${mode} ${relative(root, path)}`, ...(entry.isDirectory() ? tree(root, path) : [])];
  });
}

/** What is kept of the database, by name; the known tree may be empty while it is written for the first time. */
function wholeFiles(): Map<string, string> {
  const root = join(folder, 'gopath');
  const names = [...tree(root, join(root, 'pkg/mod/cache/download')), ...tree(root, join(root, 'pkg/sumdb'))];
  const paths = names.map((line) => join(root, line.slice(line.indexOf(' ') + 1)));
  const files = paths.filter((path) => statSync(path).isFile() && !path.endsWith('.tmp'));
  const contents = files.map((path) => [relative(root, path), readFileSync(path, 'latin1')] as const);
  return new Map(contents.filter(([, data]) => data !== ''));
}

const latestFile = () => join(folder, 'gopath/pkg/sumdb', testName, 'latest');

describe('GOSUMDB', () => {
  const parse = (value: string) => parseGoSumDb(value, testPrimitives);

  it('names a database, its key, and perhaps its address', () => {
    const shown = (value: string) => {
      const { name, key, url, direct } = parse(value);
      return { name, key, url: url === undefined ? undefined : urlText(url), direct: urlText(direct) };
    };
    const known = {
      name: 'sum.golang.org',
      key: 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8',
      url: undefined,
      direct: 'https://sum.golang.org',
    };
    expect(shown('sum.golang.org')).toEqual(known);
    expect(shown('sum.golang.google.cn')).toEqual({ ...known, url: 'https://sum.golang.google.cn' });
    expect(shown(`  ${testKey.verifierKey}\thttp://x/y `)).toEqual({
      name: testName,
      key: testKey.verifierKey,
      url: 'http://x/y',
      direct: `https://${testName}`,
    });
  });

  it.each([
    ['off', 'checksum database disabled by GOSUMDB=off'],
    ['', 'missing GOSUMDB'],
    [' \t', 'missing GOSUMDB'],
    ['sum.golang.org a b', 'invalid GOSUMDB: too many fields'],
    ['sum.example.com', 'invalid GOSUMDB: malformed verifier id'],
    [
      'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn9',
      'invalid GOSUMDB: invalid verifier hash',
    ],
    ['sum.golang.org http://[', `invalid GOSUMDB URL: parse "http://[": missing ']' in host`],
    ['sum.golang.org ::', 'invalid GOSUMDB URL: parse "::": missing protocol scheme'],
    ['__proto__', 'invalid GOSUMDB: malformed verifier id'],
  ])('%j is refused: %s', (value, message) => {
    expect(() => parse(value)).toThrow(new SumDatabaseError('gosumdb', message));
  });

  it.each([
    ['example.com/', ' Host:example.com Path:/ '],
    ['example.com/a?b=c#d', ' Host:example.com Path:/a Fragment:d RawQuery:b=c '],
    ['u:p@example.com', ' User:u:p Host:example.com Path: '],
    ['/x', ' Host: Path:/x '],
    ['example.com/a!b', ' Path:/a!b Fragment: RawQuery: RawPath:/a!b '],
    ['example.com?', ' ForceQuery:true '],
    ['example.com/a/../b', ' Path:/a/../b '],
    ['..', ' Host:.. Path: '],
  ])('refuses the name %j', (name, part) => {
    const { verifierKey } = generateKey(name, new Uint8Array(32), testPrimitives);
    expect(() => parse(verifierKey)).toThrow(
      `invalid sumdb name (must be host[/path]): ${name} {Scheme:https Opaque: User:`,
    );
    expect(() => parse(verifierKey)).toThrow(part);
  });
});

describe('the policy', () => {
  const uses = (path: string, variables: Record<string, string>) =>
    usesSumDatabase(newSession({ GOSUMDB: 'sum.golang.org', ...variables }).env, path);

  it('asks about all but what GONOSUMDB names', () => {
    expect(uses('example.com/m', {})).toBe(true);
    expect(uses('example.com/m', { GONOSUMDB: 'example.com' })).toBe(false);
    expect(uses('example.com/m', { GONOSUMDB: '*.net,example.com/?' })).toBe(false);
    expect(uses('example.com/m', { GOPRIVATE: 'example.com' })).toBe(false);
    expect(uses('example.com/m', { GOPRIVATE: 'example.com', GONOSUMDB: 'none' })).toBe(true);
    expect(uses('example.com/m', { GOSUMDB: 'off' })).toBe(false);
  });

  it('always asks about toolchains, but for two cases', () => {
    const toolchain = 'golang.org/toolchain';
    expect(uses(toolchain, { GOSUMDB: 'off', GONOSUMDB: '*' })).toBe(true);
    expect(uses(toolchain, { GOSUMDB: 'off', GOPROXY: 'file:///x' })).toBe(false);
    expect(uses(toolchain, { GOPROXY: 'file:///x' })).toBe(true);
    expect(uses(toolchain, { GOSUMDB: 'off', GOPROXY: 'file:///x,direct' })).toBe(true);
    expect(uses(toolchain, { GOSUMDB: 'off', GIT_HTTP_USER_AGENT: 'x proxy.golang.org y' })).toBe(false);
  });
});

describe('a database', () => {
  it('is not asked where go.sum alone decides', async () => {
    const web = fakeWeb(newLog());
    await open(web, newSession({ GONOSUMDB: 'example.com' })).verify(M, 'h1:anything');
    await open(web, newSession({ GOSUMDB: 'off' })).verify(M, 'h1:anything');
    expect(web.requests).toEqual([]);
  });

  it('confirms what it recorded', async () => {
    const database = open(fakeWeb(newLog()));
    await database.verify(M, 'h1:zip-of-v1.0.0');
    await database.verify(M_MOD, 'h1:mod-of-v1.0.0');
    expect(await database.lookup(M)).toEqual({
      database: testName,
      lines: ['example.com/m v1.0.0 h1:zip-of-v1.0.0'],
    });
  });

  it('keeps what was proven, with the modes of go', async () => {
    const log = newLog();
    grow(log, 300);
    const web = fakeWeb(log);
    await open(web).verify(M, 'h1:zip-of-v1.0.0');
    await closeAll();
    const mask = process.umask();
    const [file, dir] = [(0o666 & ~mask).toString(8), (0o777 & ~mask).toString(8)];
    const names = tree(join(folder, 'gopath')).filter((line) => line.startsWith(file));
    expect(names.sort()).toEqual([
      `${file} pkg/mod/cache/download/sumdb/${testName}/lookup/example.com/m@v1.0.0`,
      `${file} pkg/mod/cache/download/sumdb/${testName}/tile/8/0/001.p/45`,
      `${file} pkg/mod/cache/download/sumdb/${testName}/tile/8/1/000.p/1`,
      `${file} pkg/sumdb/${testName}/latest`,
    ]);
    expect(tree(join(folder, 'gopath')).every((line) => line.startsWith(file) || line.startsWith(dir))).toBe(
      true,
    );
    expect(readFileSync(latestFile())).toEqual(Buffer.from(await log.signed()));
    web.requests.length = 0;
    await open(web).verify(M_MOD, 'h1:mod-of-v1.0.0');
    expect(web.requests).toEqual([]);
  });

  it("refuses another sum in Go's words", async () => {
    const error = await rejection(open(fakeWeb(newLog())).verify(M, 'h1:other', 'network'));
    expect(error).toBeInstanceOf(VerificationError);
    expect(error.message).toBe(
      'example.com/m@v1.0.0: verifying module: checksum mismatch\n' +
        '\tdownloaded: h1:other\n' +
        `\t${testName}: h1:zip-of-v1.0.0\n` +
        '\nSECURITY ERROR\n' +
        'This download does NOT match the one reported by the checksum server.\n' +
        'The bits may have been replaced on the origin server, or an attacker may\n' +
        'have intercepted the download attempt.\n' +
        "\nFor more information, see 'go help module-auth'.\n",
    );
    expect((error as VerificationError).hint).toContain(
      'tagged anew upstream, or the proxy has a copy of its own\n',
    );
    const mod = await rejection(open(fakeWeb(newLog())).verify(M_MOD, 'h1:other'));
    expect(mod.message).toMatch(
      /^example\.com\/m@v1\.0\.0: verifying go\.mod: checksum mismatch\n\tdownloaded: h1:other\n/,
    );
  });

  it('that has no line of that kind does not confirm', async () => {
    const log = newLog(({ path, version }) => `${path} ${version}/go.mod h1:x\n`);
    const error = await rejection(open(fakeWeb(log)).verify(M, 'h1:x'));
    expect(error.message).toMatch(
      /^example\.com\/m@v1\.0\.0: verifying module: checksum missing from sumdb response\n\nSECURITY ERROR\n/,
    );
    // A line with another algorithm is none that contradicts.
    const other = newLog(({ path, version }) => `${path} ${version} h2:x\n${path} ${version} h1:y\n`);
    await open(fakeWeb(other), newSession({ GOPATH: join(folder, 'other') })).verify(M, 'h1:y');
  });

  it('that does not answer says so, which does not mean that the module is not there', async () => {
    const web = fakeWeb(newLog());
    web.answer = async () => notFound();
    const error = await rejection(open(web).verify(M_MOD, 'h1:x'));
    expect(error.message).toBe(
      'example.com/m@v1.0.0: verifying go.mod: example.com/m@v1.0.0/go.mod: reading: 404 Not Found',
    );
    expect(isNotExist(error)).toBe(false);
  });

  it('that GOSUMDB does not name rightly fails every lookup', async () => {
    const database = open(fakeWeb(newLog()), newSession({ GOSUMDB: 'nonsense' }));
    for (const m of [M, M_MOD]) {
      const noun = m === M ? 'module' : 'go.mod';
      expect((await rejection(database.verify(m, 'h1:x'))).message).toBe(
        `example.com/m@v1.0.0: verifying ${noun}: invalid GOSUMDB: malformed verifier id`,
      );
    }
    const off = open(fakeWeb(newLog()), newSession({ GOSUMDB: 'off' }));
    const toolchain = { path: 'golang.org/toolchain', version: 'v0.0.1-go1.30.0.linux-amd64' };
    expect((await rejection(off.verify(toolchain, 'h1:x'))).message).toBe(
      'golang.org/toolchain@v0.0.1-go1.30.0.linux-amd64: verifying module: checksum database disabled by GOSUMDB=off',
    );
  });

  it('that is caught with two histories ends the run, for everyone', async () => {
    const log = newLog();
    grow(log, 5);
    await open(fakeWeb(log)).verify(M, 'h1:zip-of-v1.0.0');
    rmSync(join(folder, 'gopath/pkg/mod'), { recursive: true });
    const forged = newLog();
    grow(forged, 9, 'forged');
    const web = fakeWeb(forged);
    const { answer } = web;
    web.answer = (url) => (url.endsWith('.p/6') ? ask(log, url.slice(URL.length)) : answer(url));
    const database = open(web);
    const known = readFileSync(latestFile());
    for (const m of [M, M_MOD, M]) {
      const error = await rejection(database.verify(m, 'h1:zip-of-v1.0.0'));
      expect(error).toBeInstanceOf(FatalError);
      expect((error as FatalError).bare).toBe(true);
      expect(error.message).toMatch(
        /^SECURITY ERROR\ngo\.sum database server misbehavior detected!\n\nold database:\n\t/,
      );
    }
    expect(readFileSync(latestFile())).toEqual(known);
  });

  it('is given up on with the reason of an abort', async () => {
    const controller = new AbortController();
    const session = { ...newSession(), signal: controller.signal };
    const web = fakeWeb(newLog());
    web.answer = async () => {
      controller.abort(new Error('interrupted'));
      throw new Error('socket closed');
    };
    expect((await rejection(open(web, session).verify(M, 'h1:x'))).message).toBe('interrupted');
  });
});

describe('the way to the database', () => {
  const viaProxy = `https://proxy.test/sumdb/${testName}`;
  const gosumdb = { GOSUMDB: testKey.verifierKey };

  it.each<[string, readonly ProxySpec[], string, readonly string[]]>([
    ['no proxy list entry but direct', [proxy('direct')], `https://${testName}`, []],
    ['off', [proxy('off')], `https://${testName}`, []],
    ['noproxy only in front', [proxy('noproxy'), proxy('off')], `https://${testName}`, []],
    [
      'a proxy that has it',
      [proxy('noproxy'), proxy('https://proxy.test/')],
      viaProxy,
      [`${viaProxy}/supported`],
    ],
    [
      'a proxy without it',
      [proxy('https://old.test/p'), proxy('direct')],
      `https://${testName}`,
      [`https://old.test/p/sumdb/${testName}/supported`],
    ],
    [
      'the second proxy',
      [proxy('https://old.test'), proxy('https://proxy.test')],
      viaProxy,
      [`https://old.test/sumdb/${testName}/supported`, `${viaProxy}/supported`],
    ],
    [
      'a broken proxy that may be passed by',
      [proxy('https://broken.test', true), proxy('https://proxy.test')],
      viaProxy,
      [`https://broken.test/sumdb/${testName}/supported`, `${viaProxy}/supported`],
    ],
    [
      'a broken proxy that may be passed by, then direct',
      [proxy('https://broken.test', true), proxy('direct')],
      `https://${testName}`,
      [`https://broken.test/sumdb/${testName}/supported`],
    ],
  ])('leads past %s', async (_, proxies, base, probes) => {
    const web = fakeWeb(newLog(), proxies, base);
    const { answer } = web;
    web.answer = async (url) => {
      if (url.startsWith('https://broken.test')) throw new Error('500');
      return url === `${viaProxy}/supported` ? new Uint8Array(0) : answer(url);
    };
    await open(web, newSession(gosumdb)).verify(M, 'h1:zip-of-v1.0.0');
    expect(web.requests.filter((url) => url.endsWith('/supported'))).toEqual(probes);
    expect(web.requests).toContain(`${base}/lookup/example.com/m@v1.0.0`);
  });

  it.each<[string, readonly ProxySpec[]]>([
    ['first', [proxy('https://broken.test'), proxy('https://proxy.test')]],
    ['last', [proxy('https://broken.test', true)]],
    ['before one without it', [proxy('https://broken.test', true), proxy('https://old.test')]],
    ['before off', [proxy('https://broken.test', true), proxy('off')]],
  ])('ends at a broken proxy that comes %s', async (_, proxies) => {
    const web = fakeWeb(newLog(), proxies);
    web.answer = async (url) => {
      if (url.startsWith('https://broken.test')) throw new Error('500 broken');
      return notFound();
    };
    const database = open(web, newSession(gosumdb));
    for (const m of [M, M_MOD]) {
      expect((await rejection(database.verify(m, 'h1:x'))).message).toMatch(/: 500 broken$/);
    }
    expect(web.requests.filter((url) => url.includes('broken'))).toHaveLength(1);
  });

  it('is not looked for while the cache has everything', async () => {
    await open(fakeWeb(newLog())).verify(M, 'h1:zip-of-v1.0.0');
    const web = fakeWeb(newLog(), [proxy('https://proxy.test')]);
    await open(web, newSession(gosumdb)).verify(M, 'h1:zip-of-v1.0.0');
    expect(web.requests).toEqual([]);
  });
});

describe('a request made ahead', () => {
  it('is made only where it is known that it will be', async () => {
    const web = fakeWeb(newLog());
    const database = open(web);
    database.prefetch(M);
    expect(web.prefetched).toEqual([]);
    await database.verify({ path: 'example.com/other', version: 'v1.0.0' }, 'h1:zip-of-v1.0.0');
    database.prefetch({ path: 'example.com/Up', version: 'v1.0.0/go.mod' });
    database.prefetch({ path: 'example.com/other', version: 'v1.0.0' });
    database.prefetch({ path: 'bad path', version: 'v1.0.0' });
    // As Go spells it below a URL with a path.
    expect(web.prefetched).toEqual([`${URL}/lookup/example.com/%21up@v1.0.0`]);
  });
});

describe('the known tree', () => {
  it('is merged by many at once, each with a view of its own', async () => {
    const log = newLog();
    const databases = Array.from({ length: 8 }, () => open(fakeWeb(log)));
    const versions = Array.from({ length: 6 }, (_, i) => `v1.${i}.0`);
    await Promise.all(
      databases.flatMap((database, i) =>
        versions.map((version) =>
          database.verify({ path: `example.com/m${i}`, version }, `h1:zip-of-${version}`),
        ),
      ),
    );
    expect(readFileSync(latestFile(), 'utf8')).toContain(`go.sum database tree\n${log.size}\n`);
    expect(log.size).toBe(48);
  });

  it('without a place is an error', async () => {
    const session = newSession({ HOME: '', GOPATH: '', GOMODCACHE: join(folder, 'cache') });
    expect((await rejection(open(fakeWeb(newLog()), session).verify(M, 'h1:x'))).message).toBe(
      'example.com/m@v1.0.0: verifying module: example.com/m@v1.0.0: initializing sumdb.Client: ' +
        'could not locate sumdb file: missing $GOPATH: HOME is not set',
    );
  });

  it('that cannot be written fails the lookup', async () => {
    mkdirSync(join(folder, 'gopath/pkg'), { recursive: true });
    writeFileSync(join(folder, 'gopath/pkg/sumdb'), '');
    expect((await rejection(open(fakeWeb(newLog())).verify(M, 'h1:zip-of-v1.0.0'))).message).toBe(
      'example.com/m@v1.0.0: verifying module: example.com/m@v1.0.0: initializing sumdb.Client: ' +
        `open ${latestFile()}: not a directory`,
    );
  });

  it('is replaced by a longer or a shorter one, whole', async () => {
    const log = newLog();
    mkdirSync(join(latestFile(), '..'), { recursive: true });
    const web = fakeWeb(log);
    await open(web).verify(M, 'h1:zip-of-v1.0.0');
    const note = readFileSync(latestFile(), 'utf8');
    // A second signature of a key that we do not know makes it longer than the next note will be.
    writeFileSync(latestFile(), `${note}— somebody AAAAAAAA\n`);
    await open(web).verify({ ...M, version: 'v1.1.0' }, 'h1:zip-of-v1.1.0');
    expect(readFileSync(latestFile(), 'utf8')).toBe(decode(await log.signed()));
  });
});

describe('crash order', () => {
  it('a record or tile that was cut while it was written is fetched again', async () => {
    const log = newLog();
    grow(log, 300);
    const web = fakeWeb(log);
    await open(web).verify(M, 'h1:zip-of-v1.0.0');
    await closeAll();
    const files = tree(join(folder, 'gopath/pkg/mod'))
      .map((line) => join(folder, 'gopath/pkg/mod', line.slice(line.indexOf(' ') + 1)))
      .filter((path) => statSync(path).isFile());
    expect(files).toHaveLength(3);
    for (const file of files) {
      const whole = readFileSync(file);
      for (let length = 0; length < whole.length; length += Math.ceil(whole.length / 15)) {
        writeFileSync(file, whole.subarray(0, length));
        web.requests.length = 0;
        await open(web).verify(M, 'h1:zip-of-v1.0.0');
        expect(web.requests).toHaveLength(1);
        expect(readFileSync(file)).toEqual(whole);
      }
    }
  });

  it('whatever step fails or is the last one, no half file stays, and the next run confirms', async () => {
    const log = newLog();
    grow(log, 300);
    await ask(log, '/lookup/example.com/m@v1.0.0');
    const run = async (fs: FileSystem) => {
      const work = open(fakeWeb(log), newSession({}, fs)).verify(M, 'h1:zip-of-v1.0.0');
      const outcome = await work.then(
        () => 'fine',
        (error: Error) => error.constructor.name,
      );
      await closeAll().catch(() => undefined);
      return outcome;
    };
    const counting = faultyFileSystem();
    expect(await run(counting.fs)).toBe('fine');
    const expected = wholeFiles();
    expect(expected.size).toBe(4);

    const outcomes = new Set<string>();
    for (const plan of allFaults(counting.steps.length, ['error', 'death'])) {
      // A close that fails without closing would hold its lock against the next run in this process. That reads may
      // fail is seen above.
      const harmless = /^(close|exists|stat|fstat|lstat|read|readFile|realpath)Sync/.test(
        counting.steps[plan.step] ?? '',
      );
      if (plan.kind === 'error' && harmless) continue;
      rmSync(join(folder, 'gopath'), { recursive: true, force: true });
      outcomes.add(await run(faultyFileSystem(plan).fs));
      for (const [name, data] of wholeFiles())
        expect([plan, name, data]).toEqual([plan, name, expected.get(name)]);
      expect(await run(realFileSystem)).toBe('fine');
      expect(wholeFiles()).toEqual(expected);
    }
    expect([...outcomes].sort()).toEqual(['VerificationError', 'fine']);
  });

  it('a cache that cannot be written does not keep modules from being verified', async () => {
    writeFileSync(join(folder, 'file'), '');
    const session = newSession({ GOMODCACHE: join(folder, 'file', 'below') });
    const log = newLog();
    const web = fakeWeb(log);
    await open(web, session).verify(M, 'h1:zip-of-v1.0.0');
    expect(web.requests.filter((url) => url.includes('/lookup/'))).toHaveLength(1);
    const again = open(fakeWeb(log), session);
    expect((await rejection(again.verify(M, 'h1:other', 'network'))).message).toContain('SECURITY ERROR');
  });
});

describe('what a mismatch means', () => {
  const recorded = { file: 'go.sum', sum: 'h1:recorded' };
  const mismatch = { module: M, downloaded: 'h1:downloaded', recorded };
  const says = (sums: readonly string[] | undefined) => ({ name: 'sum.test', sums });

  it.each([
    [
      { ...mismatch, origin: 'network' as const },
      says(['h1:recorded']),
      /^go\.sum and sum\.test agree, so the download stands alone; the version was tagged anew upstream, or the proxy has/,
    ],
    [
      { ...mismatch, origin: 'cache' as const },
      says(['h1:recorded']),
      /agree, so the download stands alone; the copy in the module cache was damaged or changed\n"gomod clean -modcache"/,
    ],
    [
      mismatch,
      says(['h1:downloaded']),
      /^sum\.test has the sum of this download, so the line in go\.sum stands alone: it was edited/,
    ],
    [mismatch, says(['h1:third']), /^sum\.test has a third sum/],
    [
      mismatch,
      says(undefined),
      /\nthe sum that everyone else gets is at https:\/\/sum\.test\/lookup\/example\.com\/m@v1\.0\.0$/,
    ],
    [mismatch, says([]), /^go\.sum recorded another download; [^\n]*\n[^\n]*$/],
    [
      { ...mismatch, module: M_MOD },
      undefined,
      /^go\.sum recorded another download; .*"gomod verify" checks the cache$/s,
    ],
    [
      { module: M, downloaded: 'h1:x', origin: 'cache' as const },
      says(['h1:y']),
      /^sum\.test has another sum than this download; the copy in the module cache/,
    ],
  ])('case %#', (what, database, hint) => {
    expect(explainMismatch(what, database)).toMatch(hint);
  });

  it('is told with the cached answer of the database, without a request', async () => {
    await open(fakeWeb(newLog())).verify(M, 'h1:zip-of-v1.0.0');
    await closeAll();
    const before = tree(join(folder, 'gopath'));
    const web = fakeWeb(newLog());
    const told = { module: M, downloaded: 'h1:x', recorded: { file: 'go.sum', sum: 'h1:zip-of-v1.0.0' } };
    expect(await open(web).explain(told, false)).toMatch(/^go\.sum and localhost\.localdev\/sumdb agree/);
    expect(web.requests).toEqual([]);
    expect(tree(join(folder, 'gopath'))).toEqual(before);
  });

  it('is told with a fresh answer only if that is wanted, and without one if none comes', async () => {
    const told = { module: M, downloaded: 'h1:zip-of-v1.0.0', recorded };
    const web = fakeWeb(newLog());
    expect(await open(web).explain(told, false)).toMatch(/^go\.sum recorded another download/);
    expect(web.requests).toEqual([]);
    expect(await open(web).explain(told, true)).toMatch(/has the sum of this download/);
    const silent = fakeWeb(newLog());
    silent.answer = () => new Promise(() => {});
    const session = newSession({ GOPATH: join(folder, 'empty') });
    const hasty = { ...session, clock: { ...session.clock, sleep: async () => {} } };
    expect(await open(silent, hasty).explain(told, true)).toMatch(/^go\.sum recorded another download/);
    const off = open(web, newSession({ GOSUMDB: 'off' }));
    expect(await off.explain(told, true)).not.toContain('everyone else');
  });
});
