// Sessions against a proxy and a checksum database on loopback: on the machine's file system, and on one that is handed
// in together with the network.

import * as nodeFs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FixtureModule } from '../../conformance/fixtures/module.js';
import { proxyFiles } from '../../conformance/fixtures/module.js';
import { type FixtureProxy, startProxy } from '../../conformance/fixtures/proxy.js';
import { makeDatabase } from '../../conformance/fixtures/sumdb.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import {
  createSession,
  EngineError,
  type FileSystem,
  GomodError,
  isNotExist,
  type Session,
  type SessionEvent,
} from './index.js';

const MODULES: readonly FixtureModule[] = [
  {
    path: 'a.test/a',
    version: 'v1.0.0',
    files: { 'go.mod': 'module a.test/a\n\ngo 1.21\n\nrequire b.test/b v1.1.0\n' },
  },
  { path: 'b.test/b', version: 'v1.0.0' },
  { path: 'b.test/b', version: 'v1.1.0', files: { 'b.go': 'package b\n' } },
  { path: 'b.test/b', version: 'v1.2.0', mod: 'module b.test/b\n\nretract v1.1.0 // loses data\n' },
];

const GO_MOD = `module main.test/m

go 1.21

// a is why we are here
require a.test/a v1.0.0 // pinned

require b.test/b v1.1.0 // indirect
`;

let home = '';
let proxy: FixtureProxy;
let env: Record<string, string>;

beforeEach(async () => {
  home = nodeFs.realpathSync(nodeFs.mkdtempSync(join(tmpdir(), 'gomod-session-')));
  nodeFs.mkdirSync(join(home, 'project'));
  nodeFs.writeFileSync(join(home, 'project', 'go.mod'), GO_MOD);
  const files = proxyFiles(MODULES);
  proxy = await startProxy({ files, sumdb: makeDatabase(files) });
  env = variables(home);
});

afterEach(async () => {
  await proxy.close();
  removeScratch(home);
});

const variables = (folder: string): Record<string, string> => ({
  GOENV: 'off',
  GOMODCACHE: `${folder}/cache`,
  GOPATH: `${folder}/gopath`,
  GOPROXY: proxy.url,
  GOSUMDB: proxy.gosumdb,
  HOME: folder,
  PATH: '',
});

const project = () => join(home, 'project');
const session = (options = {}) => createSession({ dir: project(), env, ...options });

describe('a session', () => {
  it('lists, with versions and retractions', async () => {
    expect((await session().list()).map((m) => [m.path, m.main])).toEqual([['main.test/m', true]]);
    await session().download();
    const [main, a, b] = await session().list('all', { versions: true, retracted: true });
    expect([main?.path, a?.path, a?.version, b?.path]).toEqual([
      'main.test/m',
      'a.test/a',
      'v1.0.0',
      'b.test/b',
    ]);
    expect(b?.retracted).toEqual(['loses data']);
    expect(b?.versions).toEqual(['v1.0.0', 'v1.1.0', 'v1.2.0']);
    expect(b?.indirect).toBe(true);
    const [latest, gone] = await session().list(['b.test/b@latest', 'c.test/c@latest']);
    expect(latest?.version).toBe('v1.2.0');
    expect(gone?.error?.err).toContain('c.test/c');
  });

  it('knows what a build reads, and downloads that alone', async () => {
    nodeFs.writeFileSync(join(project(), 'm.go'), 'package m\n\nimport _ "b.test/b"\n');
    await session().download(['a.test/a', 'b.test/b']);
    const { modules, text } = await session().need('.', { platforms: ['linux/amd64', 'js/wasm'] });
    expect(modules).toEqual([{ mod: { path: 'b.test/b', version: 'v1.1.0' }, replacement: undefined }]);
    expect(text.split('\n').slice(1)).toEqual([
      '// gomod need -platforms=linux/amd64,js/wasm .',
      'b.test/b v1.1.0',
      '',
    ]);
    nodeFs.rmSync(join(project(), 'm.go'));
    const other = session({ env: { ...env, GOMODCACHE: join(home, 'other') } });
    const downloaded = await other.download([], { need: text });
    expect(downloaded.map((m) => [m.path, m.version, m.error])).toEqual([['b.test/b', 'v1.1.0', undefined]]);
    expect(nodeFs.existsSync(join(home, 'other/cache/download/a.test'))).toBe(false);
    await expect(other.download([], { need: text.replace('v1.1.0', 'v1.0.0') })).rejects.toThrow(
      'go.need:3:1: b.test/b v1.0.0: v1.1.0 is selected',
    );
    await expect(other.download([], { need: '' })).rejects.toThrow('go.need:1:1: the file is empty');
    await expect(other.download(['b.test/b'], { need: text })).rejects.toThrow(
      'options.need excludes modules',
    );
    await expect(other.need('./nope')).rejects.toThrow('directory not found');
    await expect(other.need([], { platforms: ['linux'] })).rejects.toThrow('unknown platform "linux"');
  });

  it('downloads what go.mod requires, verified, and says where it is', async () => {
    const downloaded = await session().download();
    expect(downloaded.map((m) => [m.path, m.version, m.error])).toEqual([
      ['a.test/a', 'v1.0.0', undefined],
      ['b.test/b', 'v1.1.0', undefined],
    ]);
    expect(nodeFs.readFileSync(join(downloaded[1]?.dir ?? '', 'b.go'), 'utf8')).toBe('package b\n');
    expect(proxy.requests.some(({ path }) => path.includes('/lookup/'))).toBe(true);
    expect(await session().verify()).toEqual([]);
    const zip = downloaded[1]?.zip ?? '';
    nodeFs.chmodSync(zip, 0o644);
    nodeFs.writeFileSync(zip, 'changed');
    expect(await session().verify()).toEqual(['b.test/b v1.1.0: zip: not a valid zip file']);
  });

  it('refuses what the checksum database knows otherwise', async () => {
    await proxy.close();
    const files = proxyFiles(MODULES);
    const sumdb = makeDatabase(files, { wrong: ['b.test/b@v1.1.0'] });
    proxy = await startProxy({ files, sumdb });
    env = variables(home);
    const [, b] = await session().download();
    expect(b?.error).toContain('SECURITY ERROR');
    expect(b?.cause).toBeInstanceOf(GomodError);
    nodeFs.writeFileSync(join(project(), 'go.sum'), `b.test/b v1.1.0 h1:${'A'.repeat(43)}=\n`);
    await expect(session().download()).rejects.toThrow('SECURITY ERROR');
    expect(nodeFs.existsSync(join(home, 'cache', 'b.test', 'b@v1.1.0'))).toBe(false);
  });

  it('reads the graph', async () => {
    const graph = await session().graph();
    expect(graph.buildList()).toEqual([
      { path: 'main.test/m', version: '' },
      { path: 'a.test/a', version: 'v1.0.0' },
      { path: 'b.test/b', version: 'v1.1.0' },
    ]);
    expect(graph.selected('b.test/b')).toBe('v1.1.0');
    expect(graph.selected('c.test/c')).toBeUndefined();
    expect(graph.edges()).toContainEqual({
      from: { path: 'a.test/a', version: 'v1.0.0' },
      to: { path: 'b.test/b', version: 'v1.1.0' },
    });
    expect(graph.why('b.test/b')?.chains.map((chain) => chain.map((m) => m.path))).toEqual([
      ['main.test/m', 'b.test/b'],
      ['main.test/m', 'a.test/a', 'b.test/b'],
    ]);
  });

  it('edits go.mod and keeps the comments', async () => {
    const file = await session().edit((goMod) => goMod.addRequire('b.test/b', 'v1.2.0'));
    expect(file.require.map(({ mod }) => mod.version)).toEqual(['v1.0.0', 'v1.2.0']);
    const text = nodeFs.readFileSync(join(project(), 'go.mod'), 'utf8');
    expect(text).toBe(GO_MOD.replace('v1.1.0', 'v1.2.0'));
  });

  it('writes nothing where an edit changes nothing, or where someone else was faster', async () => {
    const path = join(project(), 'go.mod');
    nodeFs.chmodSync(path, 0o444);
    const before = nodeFs.statSync(path).mtimeMs;
    await session().edit(() => {});
    expect(nodeFs.statSync(path).mtimeMs).toBe(before);
    nodeFs.chmodSync(path, 0o644);
    const losing = session().edit((file) => {
      file.addGoStmt('1.22');
      nodeFs.appendFileSync(path, '// mine\n');
    });
    await expect(losing).rejects.toThrow('go.mod changed during editing');
  });

  it('sends the lines of the go command, and settings have their values', async () => {
    const events: SessionEvent[] = [];
    await session().download();
    const own = session({ onEvent: (event: SessionEvent) => events.push(event) });
    await own.list('b.test/...');
    expect(events.filter(({ kind }) => kind === 'message')).toEqual([]);
    await own.list('z.test/...');
    expect(events).toContainEqual({
      kind: 'message',
      text: 'warning: pattern "z.test/..." matched no module dependencies',
    });
    expect(own.getenv('GOPROXY')).toBe(proxy.url);
    expect(own.getenv('GONOSUMDB')).toBe('');
  });

  it('ends with the reason of a signal, its own or that of the call', async () => {
    proxy.setFaults([{ path: '*', action: { hang: true } }]);
    const stop = new AbortController();
    const listing = session({ signal: stop.signal }).list('b.test/b@latest');
    setTimeout(() => stop.abort(new Error('no more')), 50);
    await expect(listing).rejects.toThrow('no more');
    const call = AbortSignal.timeout(50);
    await expect(session().list('b.test/b@latest', { signal: call })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    await expect(session().graph({ signal: call })).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('ends with the reason of a signal that a fetch does not heed', async () => {
    const never = (): Promise<never> => new Promise(() => {});
    const stop = AbortSignal.timeout(50);
    const asked = session({ fetch: never, signal: stop }).list('b.test/b@latest');
    await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
    const endless = async () => new Response(new ReadableStream({ pull: never }));
    const read = session({ fetch: endless, signal: AbortSignal.timeout(50) }).list('b.test/b@latest');
    await expect(read).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('waits for a change that takes its time', async () => {
    const changed = await session().edit(async (file) => {
      await new Promise((done) => setTimeout(done, 5));
      file.addRequire('late.test/l', 'v1.0.0');
    });
    expect(changed.require.map(({ mod }) => mod.path)).toContain('late.test/l');
    expect(nodeFs.readFileSync(join(project(), 'go.mod'), 'utf8')).toContain('late.test/l v1.0.0');
  });

  it('heeds GOFLAGS as the go command does, its own flags first', async () => {
    const other = join(home, 'other.mod');
    nodeFs.writeFileSync(other, GO_MOD.replace('main.test/m', 'main.test/other'));
    const named = session({ env: { ...env, GOFLAGS: `-modfile=${other} -tags=x` } });
    expect((await named.list())[0]?.path).toBe('main.test/other');
    const own = session({
      env: { ...env, GOFLAGS: `-modfile=${other}` },
      flags: { modfile: join(project(), 'go.mod') },
    });
    expect((await own.list())[0]?.path).toBe('main.test/m');
    const rejects = async (GOFLAGS: string, words: string) =>
      expect(session({ env: { ...env, GOFLAGS } }).list()).rejects.toThrow(words);
    await rejects('-zzz', 'parsing $GOFLAGS: unknown flag -zzz');
    await rejects('mod', 'parsing $GOFLAGS: non-flag "mod"');
    await rejects('-mod=foo', "-mod=foo not supported (can be '', 'mod', 'readonly', or 'vendor')");
  });

  it('refuses what makes no sense', async () => {
    await expect(session().graph({ go: 'foo' })).rejects.toThrow('invalid value "foo" for flag -go');
    await expect(session().graph({ go: '1.999' })).rejects.toThrow('maximum supported Go version is');
    expect(() => createSession({ dir: 'relative' })).toThrow('not absolute');
    await expect(createSession({ dir: join(home, 'nope'), env }).list()).rejects.toThrow(
      `chdir ${join(home, 'nope')}: no such file or directory`,
    );
  });

  it('rejects with errors that have codes', async () => {
    const outside = createSession({ dir: home, env });
    await expect(outside.graph()).rejects.toMatchObject({ code: 'no-main-module' });
    await expect(session().list('./x')).rejects.toMatchObject({ code: 'bad-argument' });
    const missing = await session()
      .edit(() => {}, { path: 'nowhere/go.mod' })
      .catch((error: unknown) => error);
    expect(isNotExist(missing)).toBe(true);
  });
});

describe('edits of one session', () => {
  const goMod = () => nodeFs.readFileSync(join(project(), 'go.mod'), 'utf8');
  const pause = () => new Promise<void>((done) => setTimeout(done, 5));

  it('are made one after the other, each of what the former left', async () => {
    const own = session();
    const seen = await Promise.all(
      Array.from({ length: 20 }, async (_, i) => {
        let before = 0;
        await own.edit(async (file) => {
          before = file.require.length;
          await pause();
          file.addRequire(`e.test/e${i}`, 'v1.0.0');
        });
        return before;
      }),
    );
    expect(seen).toEqual(Array.from({ length: 20 }, (_, i) => i + 2));
    expect(goMod().match(/e\.test/g)).toHaveLength(20);
  });

  it('go on after one that failed, and after one that was given up', async () => {
    const own = session();
    const stop = new AbortController();
    const edits = [
      own.edit(pause),
      own.edit(() => Promise.reject(new Error('no'))),
      own.edit((file) => file.addGoStmt('1.20'), { signal: stop.signal }),
      own.edit((file) => file.addGoStmt('1.22')),
    ];
    stop.abort(new Error('enough'));
    const ended = await Promise.allSettled(edits);
    expect(ended.map((each) => (each.status === 'rejected' ? each.reason.message : each.status))).toEqual([
      'fulfilled',
      'no',
      'enough',
      'fulfilled',
    ]);
    expect(goMod()).toBe(GO_MOD.replace('1.21', '1.22'));
  });

  it('end by a signal while the change goes on, and write nothing', async () => {
    const own = session();
    const never = own.edit(() => new Promise<void>(() => {}), { signal: AbortSignal.timeout(20) });
    await expect(never).rejects.toMatchObject({ name: 'TimeoutError' });
    await own.edit((file) => file.addGoStmt('1.22'));
    expect(goMod()).toBe(GO_MOD.replace('1.21', '1.22'));
  });

  it('do not wait for edits of other files, and never for themselves', async () => {
    nodeFs.writeFileSync(join(home, 'other.mod'), 'module other.test/o\n');
    const own = session();
    await own.edit(async (file) => {
      await own.edit((other) => other.addGoStmt('1.21'), { path: '../other.mod' });
      file.addGoStmt('1.22');
    });
    expect(nodeFs.readFileSync(join(home, 'other.mod'), 'utf8')).toContain('go 1.21');
    const inner = own.edit(async () => {
      await own.edit(() => {}, { path: './go.mod' });
    });
    await expect(inner).rejects.toMatchObject({ code: 'bad-argument' });
    await own.edit(() => {
      setTimeout(() => own.edit((file) => file.addGoStmt('1.23')), 1);
    });
    await pause();
    await own.edit(() => {});
    expect(goMod()).toBe(GO_MOD.replace('1.21', '1.23'));
  });
});

describe('arguments of the wrong type', () => {
  const calls: [string, (own: Session) => unknown, string][] = [
    ['getenv(5)', (own) => own.getenv(5 as never), 'name should be a string, not a number'],
    [
      'list(5)',
      (own) => own.list(5 as never),
      'modules should be a string or an array of strings, not a number',
    ],
    [
      'list(null)',
      (own) => own.list(null as never),
      'modules should be a string or an array of strings, not null',
    ],
    [
      'list([5])',
      (own) => own.list([5] as never),
      'modules should be a string or an array of strings, not this array',
    ],
    [
      'list([,])',
      (own) => own.list(new Array(1)),
      'modules should be a string or an array of strings, not this array',
    ],
    ['list, options', (own) => own.list('all', 'x' as never), 'options should be an object, not a string'],
    ...['versions', 'retracted', 'updates', 'partial'].map(
      (name): [string, (own: Session) => unknown, string] => [
        `list, ${name}`,
        (own) => own.list('all', { [name]: 1 }),
        `options.${name} should be a boolean, not a number`,
      ],
    ),
    [
      'download({})',
      (own) => own.download({} as never),
      'modules should be a string or an array of strings, not this object',
    ],
    [
      'download, signal',
      (own) => own.download([], { signal: {} as never }),
      'options.signal should be an AbortSignal, not this object',
    ],
    ['graph, go', (own) => own.graph({ go: 1.21 as never }), 'options.go should be a string, not a number'],
    ['graph(null)', (own) => own.graph(null as never), 'options should be an object, not null'],
    ['edit()', (own) => own.edit(undefined as never), 'change should be a function, not undefined'],
    [
      'edit, path',
      (own) => own.edit(() => {}, { path: true as never }),
      'options.path should be a string, not a boolean',
    ],
    ['verify([])', (own) => own.verify([] as never), 'options should be an object, not this array'],
  ];

  it.each(calls)('%s', async (_name, call, message) => {
    const error = await (async () => call(session()))().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ code: 'bad-argument', message });
  });

  it.each([
    ['', 5, 'options should be an object, not a number'],
    ['dir', 5, 'options.dir should be a string, not a number'],
    ['env', 'A=b', 'options.env should be an object whose values are strings, not a string'],
    ['env', { A: 1 }, 'options.env should be an object whose values are strings, not this object'],
    ['flags', '-x', 'options.flags should be an object, not a string'],
    ['flags', { mod: true }, 'options.flags.mod should be a string, not a boolean'],
    ['flags', { modcacherw: 'yes' }, 'options.flags.modcacherw should be a boolean, not a string'],
    ['onEvent', 'log', 'options.onEvent should be a function, not a string'],
    ['fetch', {}, 'options.fetch should be a function, not this object'],
    ['fs', { statSync: nodeFs.statSync }, 'options.fs should be a FileSystem, not this object'],
    ['locker', 7n, 'options.locker should be a Locker, not a bigint'],
    ['signal', new AbortController(), 'options.signal should be an AbortSignal, not this object'],
  ])('createSession: %s %o', (name, value, message) => {
    const make = () => createSession((name === '' ? value : { [name]: value }) as never);
    expect(make).toThrow(EngineError);
    expect(make).toThrow(message);
  });

  it('are none where an option is undefined, or unknown', async () => {
    const own = createSession({
      dir: project(),
      env: { ...env, X: undefined },
      signal: undefined,
      x: 1,
    } as never);
    expect((await own.list(undefined, { updates: undefined, y: 2 } as never)).length).toBe(1);
  });
});

/** A file system in which everything is below /virtual, and nothing else is there. */
function virtualFs(folder: string): FileSystem {
  const real = (path: unknown): unknown => {
    if (typeof path !== 'string') return path;
    if (path === '/virtual' || path.startsWith('/virtual/')) return folder + path.slice('/virtual'.length);
    return `${folder}/nothing`;
  };
  const mapped = (name: string, call: (...words: unknown[]) => unknown) => {
    const paths = name === 'renameSync' ? 2 : 1;
    return (...words: unknown[]) => {
      const result = call(...words.map((word, i) => (i < paths ? real(word) : word)));
      return name === 'realpathSync' ? `/virtual${String(result).slice(folder.length)}` : result;
    };
  };
  const calls = Object.entries(nodeFs).filter(([name]) => name.endsWith('Sync'));
  return Object.fromEntries(calls.map(([name, call]) => [name, mapped(name, call as never)])) as never;
}

describe('a session whose network and file system are handed in', () => {
  it('touches nothing else', async () => {
    const urls: string[] = [];
    const world = createSession({
      dir: '/virtual/project',
      env: { ...variables('/virtual'), GOPROXY: 'https://proxy.invalid' },
      fs: virtualFs(home),
      fetch: (url, init) => {
        urls.push(url);
        return fetch(url.replace('https://proxy.invalid', proxy.url), init);
      },
    });
    const downloaded = await world.download();
    expect(downloaded.map((m) => m.dir)).toEqual([
      '/virtual/cache/a.test/a@v1.0.0',
      '/virtual/cache/b.test/b@v1.1.0',
    ]);
    expect(nodeFs.existsSync(join(home, 'cache', 'b.test', 'b@v1.1.0', 'b.go'))).toBe(true);
    expect(nodeFs.existsSync(join(home, 'nothing'))).toBe(false);
    expect(nodeFs.existsSync('/virtual')).toBe(false);
    expect(urls).toContain('https://proxy.invalid/b.test/b/@v/v1.1.0.zip');
    expect(await world.verify()).toEqual([]);
    await Promise.all([
      world.edit((file) => file.addGoStmt('1.22')),
      world.edit((file) => file.addExclude('b.test/b', 'v1.0.0')),
    ]);
    expect(nodeFs.readFileSync(join(project(), 'go.mod'), 'utf8')).toMatch(/^go 1\.22$(?:.|\n)*^exclude b/m);
  });

  it('does not meet another in the same process', async () => {
    nodeFs.mkdirSync(join(home, 'other'));
    nodeFs.writeFileSync(join(home, 'other', 'go.mod'), 'module other.test/o\n\ngo 1.21\n');
    const other = createSession({ dir: join(home, 'other'), env: variables(join(home, 'other')) });
    await session().download();
    const [mine, others] = await Promise.all([session().list('all'), other.list('all')]);
    expect([mine.length, others.map((m) => m.path)]).toEqual([3, ['other.test/o']]);
    expect(nodeFs.existsSync(join(home, 'other', 'cache'))).toBe(false);
  });
});
