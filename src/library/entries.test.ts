// What the entries add to core: defaults, and options that replace them.

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fixtureZip } from '../../conformance/fixtures/module.js';
import * as gosum from './gosum.js';
import * as graph from './graph.js';
import * as modfile from './modfile.js';
import * as sumdb from './sumdb.js';
import * as template from './template.js';
import * as zip from './zip.js';

const text = (data: Uint8Array): string => new TextDecoder().decode(data);
const bytes = (data: string): Uint8Array => new TextEncoder().encode(data);
const M = { path: 'example.com/m', version: 'v1.0.0' };

describe('gomod/gosum', () => {
  it('hashes a go.mod and a tree', () => {
    // The sum that the go command records for a go.mod without a line.
    const empty = 'h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=';
    expect(gosum.hashGoMod('')).toBe(empty);
    expect(gosum.hash1([{ name: 'go.mod', content: new Uint8Array(0) }])).toBe(empty);
    const archive = fixtureZip({ ...M, files: { 'm.go': 'package m\n' } });
    const files = ['m.go', 'go.mod'].map((name) => ({
      name: `example.com/m@v1.0.0/${name}`,
      content: bytes(name === 'm.go' ? 'package m\n' : 'module example.com/m\n'),
    }));
    expect(gosum.hash1(files)).toBe(zip.hashZip(archive));
    expect(() => gosum.hash1([{ name: 'a\nb', content: bytes('') }])).toThrow(gosum.GomodError);
  });

  it('hashes by what it is given', () => {
    let calls = 0;
    const sha256 = (data: Uint8Array): Uint8Array => {
      calls++;
      return new Uint8Array(createHash('sha256').update(data).digest());
    };
    gosum.hashGoMod('module m\n', { primitives: { sha256 } });
    zip.hashZip(fixtureZip(M), { primitives: { sha256 } });
    expect(calls).toBe(4);
  });
});

describe('gomod/zip', () => {
  const file = (path: string, content: string): zip.SourceFile => ({
    path,
    kind: 'file',
    size: content.length,
    read: () => bytes(content),
  });

  it('makes, checks and unpacks a zip', () => {
    const files = [file('go.mod', 'module example.com/m\n'), file('a/a.go', 'package a\n')];
    const archive = zip.createZip(M, [...files, file('vendor/x/x.go', 'package x\n')]);
    expect(zip.checkZip(M, archive).map(({ path }) => path)).toEqual(['go.mod', 'a/a.go']);
    const unpacked = [...zip.unzip(M, archive)].map(({ path, content }) => [path, text(content)]);
    expect(unpacked).toEqual([
      ['go.mod', 'module example.com/m\n'],
      ['a/a.go', 'package a\n'],
    ]);
    expect(() => zip.checkZip({ ...M, version: 'v1.0.1' }, archive)).toThrow('path does not have prefix');
    expect(() => [...zip.unzip(M, bytes('no zip'))]).toThrow(zip.ZipError);
  });

  it('knows from the go line which rule there is for vendored packages', () => {
    const kept = (goMod: string) =>
      zip
        .checkFiles([file('go.mod', goMod), file('vendor/modules.txt', '#\n')])
        .valid.map(({ path }) => path);
    expect(kept('module example.com/m\ngo 1.23\n')).toEqual(['go.mod', 'vendor/modules.txt']);
    expect(kept('module example.com/m\ngo 1.24\n')).toEqual(['go.mod']);
    expect(kept('not a go.mod (\n')).toEqual(['go.mod', 'vendor/modules.txt']);
  });

  it('walks a tree', () => {
    const tree: zip.SourceTree = {
      list: (folder) =>
        folder === ''
          ? [
              { name: 'go.mod', kind: 'file', size: 0 },
              { name: '.git', kind: 'folder', size: 0 },
              { name: 'sub', kind: 'folder', size: 0 },
            ]
          : [{ name: 'go.mod', kind: 'file', size: 0 }],
      read: () => bytes('module example.com/m\n'),
    };
    const { files, omitted } = zip.listFiles(tree);
    expect(files.map(({ path }) => path)).toEqual(['go.mod']);
    expect(omitted.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      '.git: directory is a version control repository',
      'sub: directory is in another module',
    ]);
  });
});

describe('gomod/sumdb', () => {
  const { signerKey, verifierKey } = sumdb.generateKey('sum.test', new Uint8Array(32).fill(3));
  const lines = (m: { path: string; version: string }) =>
    `${m.path} ${m.version} h1:zip=\n${m.path} ${m.version}/go.mod h1:mod=\n`;
  const serving = (log: sumdb.ServerOps, asked: string[] = []): sumdb.Fetch => {
    return async (url) => {
      asked.push(url);
      const { status, body } = await sumdb.serve(log, decodeURIComponent(new URL(url).pathname));
      return { status, arrayBuffer: async () => body.slice().buffer as ArrayBuffer };
    };
  };

  it('proves what a database says, and remembers the tree', async () => {
    const asked: string[] = [];
    const ops = sumdb.newFetchOps({
      key: verifierKey,
      fetch: serving(sumdb.newMemoryLog(signerKey, lines), asked),
    });
    const client = sumdb.newClient(ops);
    expect(await client.lookup(M.path, M.version)).toEqual(['example.com/m v1.0.0 h1:zip=']);
    expect(await client.lookup(M.path, `${M.version}/go.mod`)).toEqual([
      'example.com/m v1.0.0/go.mod h1:mod=',
    ]);
    expect(asked.filter((url) => url.includes('/lookup/'))).toEqual([
      'https://sum.test/lookup/example.com/m@v1.0.0',
    ]);
    expect(text(ops.latest)).toMatch(/^go\.sum database tree\n1\n/);
  });

  it('catches a database with another history', async () => {
    const proofs: string[] = [];
    const forged = sumdb.newMemoryLog(signerKey, () => 'other\n');
    let server = serving(sumdb.newMemoryLog(signerKey, lines));
    const ops = sumdb.newFetchOps({
      key: verifierKey,
      fetch: (url, init) => server(url, init),
      securityError: (message) => proofs.push(message),
    });
    await sumdb.newClient(ops).lookup(M.path, M.version);
    await forged.lookup(M);
    server = serving(forged);
    const lookup = sumdb.newClient(ops).lookup('example.com/n', 'v1.0.0');
    await expect(lookup).rejects.toMatchObject({ code: 'security' });
    expect(proofs[0]).toContain('SECURITY ERROR');
  });

  it('fails with what the server, the signal or the key says', async () => {
    const refuse: sumdb.Fetch = async () => ({ status: 404, arrayBuffer: async () => new ArrayBuffer(0) });
    const ops = sumdb.newFetchOps({ key: verifierKey, url: 'https://elsewhere.test/db', fetch: refuse });
    await expect(sumdb.newClient(ops).lookup(M.path, M.version)).rejects.toThrow(
      'reading https://elsewhere.test/db/lookup/example.com/m@v1.0.0: status 404',
    );
    const bad = sumdb.newFetchOps({ key: 'none', fetch: refuse });
    await expect(sumdb.newClient(bad).lookup(M.path, M.version)).rejects.toMatchObject({
      code: 'lookup',
      failure: { code: 'initialize' },
    });
    expect(() => sumdb.newMemoryLog('none', lines)).toThrow(sumdb.NoteError);
  });
});

describe('gomod/graph', () => {
  const goMod = modfile.parse('go.mod', 'module main.test\ngo 1.21\nrequire a.test v1.0.0\n');
  const files: Record<string, string> = {
    'a.test': 'module a.test\ngo 1.21\nrequire b.test v1.2.0\n',
    'b.test': 'module b.test\n',
  };

  it('shows build list, edges and reasons', async () => {
    const read = await graph.readGraph({ goMod, readGoMod: ({ path }) => files[path] });
    expect(read.buildList().map((m) => m.path)).toEqual(['main.test', 'a.test', 'b.test']);
    expect(read.edges().map(({ from, to }) => `${from.path} ${to.path}`)).toContain('a.test b.test');
    expect(read.requiredBy({ path: 'a.test', version: 'v1.0.0' })?.map((m) => m.path)).toEqual([
      'b.test',
      'go',
    ]);
    expect(read.why('b.test')?.chains[0]?.map((m) => m.path)).toEqual(['main.test', 'a.test', 'b.test']);
    expect([read.selected('b.test'), read.selected('c.test')]).toEqual(['v1.2.0', undefined]);
  });

  it('rejects where a go.mod is missing, unless a part is enough', async () => {
    const readGoMod = ({ path }: { path: string }) => (path === 'a.test' ? undefined : files[path]);
    await expect(graph.readGraph({ goMod, readGoMod })).rejects.toBeInstanceOf(graph.BuildListError);
    const part = await graph.readGraph({ goMod, readGoMod, partial: true });
    expect(part.buildList().map((m) => m.path)).toEqual(['main.test', 'a.test']);
  });

  it('ends with the reason of the signal', async () => {
    const stop = new AbortController();
    const readGoMod = ({ path }: { path: string }) => {
      if (path === 'a.test') stop.abort(new Error('no more'));
      return files[path];
    };
    await expect(graph.readGraph({ goMod, readGoMod, signal: stop.signal })).rejects.toThrow('no more');
  });
});

describe('gomod/template', () => {
  const modules = [
    { path: 'a.test/a', version: 'v1.2.0', indirect: false, tags: ['x', 'y'] },
    { path: 'b.test/b', version: 'v0.1.0', indirect: true, tags: [] },
  ];

  it('prints plain data', () => {
    const text =
      '{{range .}}{{if not .indirect}}{{printf "%-10s" .path}}|{{len .tags}}{{else}}-{{end}}\n{{end}}';
    expect(template.parse(text).execute(modules)).toBe('a.test/a  |2\n-\n');
    expect(template.parse('{{.}} {{index . 0}}').execute([1, 2.5, true, 'x', null])).toBe(
      '[1 2.5 true x <nil>] 1',
    );
    expect(template.parse('{{.a.b}}').execute(new Map([['a', { b: 1n }]]))).toBe('1');
  });

  it('calls functions with plain data', () => {
    const seen: unknown[] = [];
    const functions = {
      note: (...args: readonly unknown[]) => {
        seen.push(args);
        return { count: args.length };
      },
      fail: () => {
        throw new Error('no such thing');
      },
    };
    const read = (text: string) => template.parse(text, { name: 'list', functions });
    expect(read('{{(note 1 "x" . nil).count}}').execute(modules[0])).toBe('4');
    expect(seen).toEqual([[1, 'x', modules[0], undefined]]);
    expect(() => read('{{fail}}').execute(1)).toThrow(
      'template: list:1:2: executing "list" at <fail>: error calling fail: no such thing',
    );
  });

  it("fails in Go's words, after what was printed before", () => {
    expect(() => template.parse('{{.path')).toThrow(template.TemplateError);
    expect(() => template.parse('{{x}}')).toThrow('template: template:1: function "x" not defined');
    const pieces: string[] = [];
    const broken = template.parse('before {{index . 5}}');
    expect(() => broken.execute([1], (piece) => pieces.push(piece))).toThrow('index out of range: 5');
    expect(pieces.join('')).toBe('before ');
    const round: { self?: unknown } = {};
    round.self = round;
    expect(() => template.parse('{{.}}').execute(round)).toThrow('data that holds itself');
  });
});
