// An answer before the program is loaded: only what the whole program would have said.

import { spawnSync } from 'node:child_process';
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runOurs } from '../../tools/testing/run-program.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import { realFileSystem } from '../engine/io/index.js';
import { decodeRecord, encodeRecord } from '../engine/recall/record.js';
import { answerEarly } from './early.js';

let home = '';
let project = '';
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'gomod-early-'));
  project = join(home, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'go.mod'), 'module example.com/m\n\ngo 1.24\n');
  for (const cache of ['go/pkg/mod', 'a/pkg/mod', 'c'])
    mkdirSync(join(home, cache, 'cache'), { recursive: true });
  // Longer than changes take to settle.
  await new Promise((done) => setTimeout(done, 80));
});
afterEach(() => removeScratch(home));

type Variables = Readonly<Record<string, string>>;

const variables = (more: Variables = {}): Variables => ({
  HOME: home,
  GOENV: 'off',
  GOPROXY: 'off',
  PATH: '/nowhere',
  GOMOD_GOVERSION: '1.26.8',
  ...more,
});

/** What is said early, and the status; undefined where the program has to be loaded. */
function early(words = ['list', '-m'], more: Variables = {}, build = 'b') {
  const said = { stdout: '', stderr: '' };
  const streams = {
    out: (text: string | Uint8Array) => {
      said.stdout += String(text);
    },
    err: (text: string) => {
      said.stderr += text;
    },
    flush: () => 0,
  };
  const asked = { build, face: 'gomod', cwd: () => project, words } as const;
  const status = answerEarly({ ...asked, environment: variables(more), fs: realFileSystem, streams });
  return status === undefined ? undefined : { status, ...said };
}

const whole = (words = ['list', '-m'], more: Variables = {}) =>
  runOurs({ cwd: project, environment: variables(more), build: 'b' }, words, 'gomod');

describe('an early answer', () => {
  it.each<[string, Variables]>([
    ['the folder below HOME', {}],
    ['the first folder of GOPATH', { GOPATH: 'a:b' }],
    ['GOMODCACHE', { GOMODCACHE: 'c', GOPATH: 'a' }],
  ])('is what the program said, out of %s', async (_, given) => {
    const more = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        value.replace(/\b[abc]\b/g, (folder) => join(home, folder)),
      ]),
    );
    expect(early(undefined, more)).toBeUndefined();
    const said = await whole(undefined, more);
    expect(said).toEqual({ status: 0, stdout: 'example.com/m\n', stderr: '' });
    expect(early(undefined, more)).toEqual(said);
  });

  it('is not given when something differs', async () => {
    await whole();
    expect(early()?.stdout).toBe('example.com/m\n');
    expect(early(['list', '-m', 'all'])).toBeUndefined();
    expect(early([])).toBeUndefined();
    expect(early(undefined, {}, 'another build')).toBeUndefined();
    expect(early(undefined, { GOMOD_RECALL: 'off' })).toBeUndefined();
    expect(early(undefined, { GOFLAGS: '-mod=mod' })).toBeUndefined();
    expect(early(undefined, { GOENV: join(home, 'env') })).toBeUndefined();
    utimesSync(join(project, 'go.mod'), 1, 1);
    expect(early()).toBeUndefined();
  });

  it('is not given when GOROOT is gone', async () => {
    const GOROOT = join(home, 'goroot');
    mkdirSync(GOROOT);
    await whole(undefined, { GOROOT });
    expect(early(undefined, { GOROOT })?.stdout).toBe('example.com/m\n');
    rmSync(GOROOT, { recursive: true });
    expect(early(undefined, { GOROOT })).toBeUndefined();
    expect((await whole(undefined, { GOROOT })).stderr).toMatch('cannot find GOROOT directory');
  });

  it('is not taken from what another user has made, nor from what is no file', async () => {
    await whole();
    const runs = join(home, 'go/pkg/mod/cache/gomod/runs');
    const [name = ''] = readdirSync(runs);
    const record = join(runs, name);
    expect(early()).toBeDefined();
    if (process.geteuid?.() === 0) {
      chownSync(record, 65534, 65534);
      expect(early()).toBeUndefined();
      chownSync(record, 0, 0);
      expect(early()).toBeDefined();
    }
    truncateSync(record, 17 << 20);
    expect(early()).toBeUndefined();
    rmSync(record);
    spawnSync('mkfifo', [record]);
    expect(early()).toBeUndefined();
  });

  it('holds for settings in files, too: what led to the cache was looked at', async () => {
    const file = join(home, 'env');
    writeFileSync(file, `GOMODCACHE=${join(home, 'c')}\n`);
    await new Promise((done) => setTimeout(done, 80));
    await whole(undefined, { GOENV: file });
    // It is in another cache than the variables alone would say, so the program has to look.
    expect(early(undefined, { GOENV: file })).toBeUndefined();
    const runs = (cache: string) => join(home, cache, 'cache', 'gomod', 'runs');
    const [name = ''] = readdirSync(runs('c'));
    mkdirSync(runs('go/pkg/mod'), { recursive: true });
    writeFileSync(join(runs('go/pkg/mod'), name), readFileSync(join(runs('c'), name)));
    expect(early(undefined, { GOENV: file })?.stdout).toBe('example.com/m\n');
    writeFileSync(file, `GOMODCACHE=${join(home, 'd')}\n`);
    expect(early(undefined, { GOENV: file })).toBeUndefined();
  });

  it('has all that the program says, also before it knows its cache; which says nothing twice', async () => {
    const words = ['list', '-m'];
    await whole(words);
    const runs = join(home, 'go/pkg/mod/cache/gomod/runs');
    const [name = ''] = readdirSync(runs);
    const record = decodeRecord(readFileSync(join(runs, name)));
    if (record === undefined) throw new Error('no record');
    const replace = (stderr: string) =>
      writeFileSync(join(runs, name), encodeRecord({ ...record, stderr, stdout: 'recalled\n' }));
    replace('a warning\n');
    expect(early(words)).toEqual({ status: 0, stdout: 'recalled\n', stderr: 'a warning\n' });
    expect(await whole(words)).toEqual({ status: 0, stdout: 'recalled\n', stderr: 'a warning\n' });
  });
});
