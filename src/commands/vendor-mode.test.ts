// Runs that are told to use the vendor folder alone, beside the real go: nobody is asked, and the module cache, which may be
// out of order, is not looked into.

import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runGo, runOurs } from '../../tools/testing/command.js';
import { quietHome } from '../../tools/testing/quiet-home.js';
import { needs } from '../../tools/testing/requirements.js';
import { type FileSystem, realFileSystem } from '../engine/io/index.js';
import type { Transport } from '../engine/transport.js';

const PROJECT: Readonly<Record<string, string>> = {
  'go.mod': 'module m.test/m\n\ngo 1.21\n\nrequire a.test/a v1.0.0\n\nrequire b.test/b v1.1.0 // indirect\n',
  'm.go': 'package m\n\nimport _ "a.test/a"\n',
  'sub/s.go': 'package sub\n\nimport _ "nowhere.test/n"\n',
  'vendor/modules.txt':
    '# a.test/a v1.0.0\n## explicit; go 1.21\na.test/a\n# b.test/b v1.1.0\n## explicit; go 1.21\nb.test/b\n',
  'vendor/a.test/a/a.go': 'package a\n\nimport _ "b.test/b"\n',
  'vendor/b.test/b/b.go': 'package b\n',
};

const commands = [
  'list ./...',
  'list -e ./...',
  'list -e -deps -test ./...',
  'list -e all',
  'list a.test/a',
  'list -e a.test/... nosuch.test/x',
  'list -deps -f {{.ImportPath}}{{with.Module}}={{.}}{{end}} .',
  'list -u -e ./...',
  'list -m',
  'list -m all',
  'list -m -e all',
  'list -m -json a.test/a b.test/b',
  'list -m -u a.test/a',
  'list -m -versions a.test/a',
  'list -m -retracted a.test/a',
  'list -m a.test/a@latest',
  'list -m a.test/a@v1.0.0',
  'list -m nosuch.test/x',
  'list -m -e nosuch.test/x',
  'list -e -m tool',
];

let folder = '';
let project = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-vendor-mode-')));
  project = join(folder, 'm');
  for (const [name, text] of Object.entries(PROJECT)) {
    mkdirSync(dirname(join(project, name)), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  writeFileSync(join(folder, 'file'), '');
  quietHome(join(folder, 'home'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));

/** A file system that notes which paths below `root` are looked at. */
function watched(root: string, seen: string[]): FileSystem {
  const calls = Object.entries(realFileSystem).map(([name, call]) => {
    const noting = (...args: unknown[]): unknown => {
      for (const each of args.slice(0, 2)) {
        if (typeof each === 'string' && each.startsWith(root)) seen.push(`${name} ${each}`);
      }
      return (call as (...args: unknown[]) => unknown)(...args);
    };
    return [name, noting];
  });
  return Object.fromEntries(calls) as FileSystem;
}

/** What go says, what we say, and whom and what we asked for that. */
async function both(words: readonly string[], modCache: string, proxy: string) {
  const env = {
    HOME: join(folder, 'home'),
    GOCACHE: join(folder, 'gocache'),
    GOMODCACHE: modCache,
    GOPROXY: proxy,
    GOFLAGS: '-mod=vendor',
    GOMOD_RECALL: 'off',
  };
  const place = { cwd: project, env };
  const theirs = runGo(words, place);
  const seen: string[] = [];
  const fs = watched(modCache, seen);
  const transport: Transport = (request) => {
    seen.push(request.url);
    return Promise.reject(new Error('nobody answers'));
  };
  const ours = await runOurs(words, place, 'go', { session: { fs, asideFs: fs, transport } });
  return { theirs, ours, seen };
}

const need = needs('go');
describe.skipIf(need.skip)(need.title('with -mod=vendor'), () => {
  it.each(commands)('%s', async (command) => {
    for (const cache of ['none', 'file']) {
      for (const proxy of ['http://127.0.0.1:1', ',']) {
        const { theirs, ours, seen } = await both(command.split(' '), join(folder, cache), proxy);
        expect(ours).toEqual(theirs);
        expect(seen).toEqual([]);
      }
    }
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it.each(['mod why a.test/a', 'mod why -vendor all', 'mod tidy', 'mod vendor'])(
    '%s, which does not heed it, ends where there can be no module cache',
    async (command) => {
      for (const cache of [join(folder, 'file'), 'relative']) {
        const { theirs, ours } = await both(command.split(' '), cache, 'off');
        expect(theirs.status).toBe(1);
        expect(ours).toEqual(theirs);
      }
    },
  );
});
