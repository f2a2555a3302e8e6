// What was found in folders before is used instead of reading them, and changes no result.

import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFolder } from '../../conformance/fixtures/folder.js';
import { type FixtureModule, proxyFiles } from '../../conformance/fixtures/module.js';
import { type Outcome, runOurs } from '../../tools/testing/command.js';
import { SOURCES } from '../../tools/testing/imports-samples.js';
import { mutate } from '../../tools/testing/mutate.js';
import { quietHome } from '../../tools/testing/quiet-home.js';
import { removeScratch, removeTree } from '../../tools/testing/scratch.js';
import { seeded } from '../../tools/testing/seeded.js';
import { systemClock } from '../engine/create-session.js';
import { type FileSystem, realFileSystem, removeAll } from '../engine/io/index.js';

/** All samples of sources as packages of one module, faults and all, and one with packages as they are mostly. */
const modules: FixtureModule[] = [
  {
    path: 's.test/S',
    version: 'v1.0.0',
    files: {
      'go.mod': 'module s.test/S\n\ngo 1.21\n',
      ...Object.fromEntries(
        SOURCES.flatMap((sample, at) =>
          Object.entries(sample).map(([name, text]) => [`p${at}/${name}`, text] as const),
        ),
      ),
    },
  },
  {
    path: 'a.test/a',
    version: 'v1.0.0',
    files: {
      'go.mod': 'module a.test/a\n\ngo 1.21\n',
      'a.go':
        '// Package a does much. And more.\npackage a\n\nimport (\n\t_ "a.test/a/deep"\n\t_ "fmt"\n\t_ "t.test/t"\n)\n',
      'a_test.go': 'package a_test\n\nimport _ "testing"\n',
      'a_windows.go': 'package a\n\nimport _ "a.test/a/win"\n',
      'win/w.go': '//go:build windows\n\npackage win\n',
      'deep/d.go': 'package deep\n\nimport _ "embed"\n\n//go:embed data/*.txt\nvar s string\n',
      'deep/data/x.txt': 'x\n',
      'deep/c.go': 'package deep\n\n// #cgo LDFLAGS: -lm\n// int x;\nimport "C"\n',
      'deep/x.c': '// +build linux\n\nint x;\n',
    },
  },
  {
    path: 't.test/t',
    version: 'v1.0.0',
    files: { 'go.mod': 'module t.test/t\n', 't.go': 'package t\n\nimport _ "nowhere.test/x"\n' },
  },
];

const COMMANDS = [
  'list -e -deps -test -json=ImportPath,Name,Doc,Imports,GoFiles,CgoFiles,IgnoredGoFiles,InvalidGoFiles,EmbedFiles,CgoLDFLAGS,TestImports,XTestImports,Error,DepsErrors,Incomplete,Module ./... s.test/S/...',
  'list -deps ./good',
  'list -e -find -tags=other -json ./...',
  'mod tidy -e -diff',
  'mod why nowhere.test/x a.test/a/win fmt nothing.test/y',
  'mod why -m t.test/t s.test/S',
  'mod vendor -e',
];

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gomod-known-folders-'));
  writeFolder(proxyFiles(modules), join(folder, 'proxy'));
  mkdirSync(join(folder, 'm/good'), { recursive: true });
  mkdirSync(join(folder, 'm/bad'));
  const GO_MOD =
    'module main.test/m\n\ngo 1.21\n\nrequire (\n\ta.test/a v1.0.0\n\ts.test/S v1.0.0\n\tt.test/t v1.0.0 // indirect\n)\n';
  writeFileSync(join(folder, 'm/go.mod'), GO_MOD);
  writeFileSync(join(folder, 'm/good/g.go'), 'package good\n\nimport _ "a.test/a/deep"\n');
  writeFileSync(
    join(folder, 'm/bad/b_test.go'),
    'package bad\n\nimport "testing"\n\nfunc TestX(t *testing.T) {}\n',
  );
  const imports = SOURCES.map((_, at) => `\t_ "s.test/S/p${at}"\n`).join('');
  writeFileSync(join(folder, 'm/bad/b.go'), `package bad\n\nimport (\n\t_ "a.test/a"\n${imports})\n`);
  writeFileSync(join(folder, 'm/bad/c.go'), 'package bad\n\nimport "wrong\n');
  expect(await run('mod download', 'off')).toMatchObject({ status: 0 });
});
afterAll(() => removeScratch(folder));

/** Long after every change, so that whatever was looked at counts as settled. */
const clock = { ...systemClock, now: () => Date.now() + 10_000 };
const ours = () => join(folder, 'cache/cache/gomod');
const recordFiles = () =>
  ['scans', 'sources'].flatMap((kind) => {
    const at = join(ours(), kind);
    return readdirSync(at).map((name) => join(at, name));
  });

/** A file system that notes which sources of modules are read. */
function watched(read: string[]): FileSystem {
  const readFileSync = ((path: string, ...rest: []) => {
    if (/\.(?:go|c|s|h)$/.test(path)) read.push(path.slice(folder.length));
    return realFileSystem.readFileSync(path, ...rest);
  }) as FileSystem['readFileSync'];
  return { ...realFileSystem, readFileSync };
}

async function run(words: string, recall: 'on' | 'off', read: string[] = [], more: Partial<FileSystem> = {}) {
  removeTree(join(folder, 'm/vendor'));
  const env = {
    HOME: quietHome(join(folder, 'home')),
    GOMODCACHE: join(folder, 'cache'),
    GOPROXY: pathToFileURL(join(folder, 'proxy')).href,
    GOFLAGS: '-mod=mod',
    GOMOD_RECALL: recall,
    CGO_ENABLED: '1',
  };
  const fs = { ...watched(read), ...more };
  const place = { cwd: join(folder, 'm'), env };
  const outcome: Outcome = await runOurs(words.split(' '), place, 'go', {
    session: { fs, asideFs: fs, clock },
  });
  return { ...outcome, vendored: words.startsWith('mod vendor') ? treeOf(join(folder, 'm/vendor')) : [] };
}

function treeOf(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
}

describe.each(COMMANDS)('%s', (words) => {
  it('says the same with and without what was found before', async () => {
    const without = await run(words, 'off');
    rmSync(ours(), { recursive: true, force: true });
    expect(await run(words, 'on')).toEqual(without);
    const read: string[] = [];
    expect(await run(words, 'on', read)).toEqual(without);
    const sound = read.filter((path) => /\/a@v1\.0\.0\/|\/good\//.test(path));
    expect(sound.filter((path) => !words.startsWith('mod vendor') || path.includes('good'))).toEqual([]);
    for (const other of COMMANDS) if (other !== words) await run(other, 'on');
    expect(await run(words, 'on')).toEqual(without);
  });

  it('says the same whatever the records are', async () => {
    const without = await run(words, 'off');
    await run(words, 'on');
    const wholes = new Map(recordFiles().map((file) => [file, readFileSync(file)]));
    expect(wholes.size).toBeGreaterThan(0);
    const chance = seeded(20261124);
    for (let i = 0; i < 4; i++) {
      for (const [file, whole] of wholes) {
        writeFileSync(file, i === 1 ? whole : mutate(chance, whole));
        if (i === 0) truncateSync(file, whole.length >> 1);
        if (i === 1)
          writeFileSync(
            file,
            whole.toString('latin1').replace('gomod folders 2', 'gomod folders 1'),
            'latin1',
          );
      }
      expect(await run(words, 'on')).toEqual(without);
    }
  });

  it('says the same where nothing can be written', async () => {
    const without = await run(words, 'off');
    rmSync(ours(), { recursive: true, force: true });
    const refuse =
      (name: 'mkdirSync' | 'openSync') =>
      (path: string, ...rest: unknown[]) => {
        if (
          path.startsWith(join(folder, 'cache')) &&
          (name === 'mkdirSync' || String(rest[0]).startsWith('w'))
        )
          throw Object.assign(new Error('EROFS'), { code: 'EROFS', path, syscall: name });
        return (realFileSystem[name] as (...args: unknown[]) => unknown)(path, ...rest);
      };
    const readOnly = { mkdirSync: refuse('mkdirSync'), openSync: refuse('openSync') } as Partial<FileSystem>;
    expect(await run(words, 'on', [], readOnly)).toEqual(without);
  });

  it('says the same in two runs at once', async () => {
    const without = await run(words, 'off');
    if (words.startsWith('mod vendor')) return;
    rmSync(ours(), { recursive: true, force: true });
    expect(await Promise.all([run(words, 'on'), run(words, 'on')])).toEqual([without, without]);
    expect(await run(words, 'on')).toEqual(without);
  });
});

describe('changes show', () => {
  it('in a module that was unpacked anew', async () => {
    const words = COMMANDS[1] as string;
    await run(words, 'on');
    const root = join(folder, 'cache/a.test/a@v1.0.0');
    const deep = join(root, 'deep/d.go');
    cpSync(root, join(folder, 'copy'), { recursive: true });
    removeAll(realFileSystem, root);
    cpSync(join(folder, 'copy'), root, { recursive: true });
    chmodSync(deep, 0o644);
    writeFileSync(deep, 'package deep\n\nimport _ "strings"\n');
    const after = await run(words, 'on');
    expect(after).toEqual(await run(words, 'off'));
    expect(after.stdout).toContain('\nstrings\n');
  });

  it('in the main module', async () => {
    const words = COMMANDS[1] as string;
    await run(words, 'on');
    writeFileSync(join(folder, 'm/good/h.go'), 'package good\n\nimport _ "encoding/json"\n');
    const more = await run(words, 'on');
    expect(more).toEqual(await run(words, 'off'));
    expect(more.stdout).toContain('\nencoding/json\n');
    rmSync(join(folder, 'm/good/h.go'));
    expect((await run(words, 'on')).stdout).not.toContain('\nencoding/json\n');
    writeFileSync(join(folder, 'm/good/g.go'), 'package good\n');
    expect((await run(words, 'on')).stdout).toBe('main.test/m/good\n');
  });
});
