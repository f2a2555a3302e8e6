import { execFileSync, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runOurs } from '../../tools/testing/run-program.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import { decodeRecord, encodeRecord } from '../engine/recall/record.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gomod-recollection-'));
  mkdirSync(join(folder, 'cache', 'cache'), { recursive: true });
  mkdirSync(join(folder, 'm'));
  writeFileSync(join(folder, 'm', 'go.mod'), 'module example.com/m\n\ngo 1.24\n');
});
afterEach(() => removeScratch(folder));

const runs = (): string => join(folder, 'cache', 'cache', 'gomod', 'runs');
const records = (): string[] => {
  try {
    return readdirSync(runs()).map((name) => join(runs(), name));
  } catch {
    return [];
  }
};

/** A moment longer than changes take to settle. */
const settle = () => new Promise((done) => setTimeout(done, 80));

async function list(
  words: readonly string[] = ['list', '-m'],
  more: Record<string, string> = {},
  build: string | undefined = 'b1',
) {
  const environment = {
    GOMODCACHE: join(folder, 'cache'),
    GOENV: 'off',
    GOPROXY: 'off',
    PATH: '/nowhere',
    HOME: folder,
    GOMOD_GOVERSION: '1.26.8',
    ...more,
  };
  const place = { cwd: join(folder, 'm'), environment, ...(build === undefined ? {} : { build }) };
  return (await runOurs(place, words)).stdout;
}

/** Makes every remembered run say something else, so that it shows when it is recalled. */
function mark(): void {
  for (const file of records()) {
    const record = decodeRecord(readFileSync(file));
    if (record !== undefined) writeFileSync(file, encodeRecord({ ...record, stdout: 'recalled\n' }));
  }
}

describe('a run that only looked', () => {
  it('is answered from memory the next time', async () => {
    await settle();
    expect(await list()).toBe('example.com/m\n');
    expect(records()).toHaveLength(1);
    expect(await list()).toBe('example.com/m\n');
    mark();
    expect(await list()).toBe('recalled\n');
  });

  it('is done again when something else is asked, or by another build', async () => {
    await settle();
    await list();
    mark();
    expect(await list(['list', '-m', 'all'])).toBe('example.com/m\n');
    expect(await list(['list', '-m'], { GOFLAGS: '-mod=mod' })).toBe('example.com/m\n');
    expect(await list(['list', '-m'], {}, 'b2')).toBe('example.com/m\n');
    expect(await list(['list', '-m'], {}, undefined)).toBe('example.com/m\n');
    expect(await list(['list', '-m'], { GOMOD_RECALL: 'off' })).toBe('example.com/m\n');
  });

  it('is done again when a file it read has changed', async () => {
    await settle();
    await list();
    mark();
    const file = join(folder, 'm', 'go.mod');
    writeFileSync(file, 'module example.com/n\n\ngo 1.24\n');
    utimesSync(file, 1, 1);
    expect(await list()).toBe('example.com/n\n');
  });

  it('is not remembered with settings from a pipe, which are read once', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    await settle();
    const writer = spawn('sh', ['-c', `echo GOPRIVATE=x > ${pipe}`]);
    const written = new Promise((resolve) => writer.once('exit', resolve));
    expect(await list(['env', 'GOPRIVATE'], { GOENV: pipe })).toBe('x\n');
    expect(await written).toBe(0);
    expect(records()).toEqual([]);
  });

  it('is done again when a go.work has appeared above', async () => {
    await settle();
    await list();
    mark();
    writeFileSync(join(folder, 'go.work'), 'go 1.24\n\nuse ./m\n');
    expect(await list()).toBe('example.com/m\n');
  });

  it.each([['env', 'GOFLAGS', 'GOMOD', 'CGO_ENABLED'], ['env', '-json'], ['version']])(
    'is remembered for %s, until the settings change',
    async (...words) => {
      const file = join(folder, 'env');
      const bin = join(folder, 'bin');
      writeFileSync(file, 'GOFLAGS=-mod=mod\n');
      mkdirSync(bin);
      const more = { GOENV: file, PATH: bin };
      await settle();
      const first = await list(words, more);
      mark();
      expect(await list(words, more)).toBe('recalled\n');
      expect(await list(words, { ...more, GOFLAGS: '-mod=vendor' })).not.toBe('recalled\n');
      if (words[0] === 'version') return;
      writeFileSync(join(bin, 'gcc'), '', { mode: 0o755 });
      const second = await list(words, more);
      expect(second).not.toBe('recalled\n');
      expect(second).not.toBe(first);
      await settle();
      await list(words, more);
      mark();
      expect(await list(words, more)).toBe('recalled\n');
      writeFileSync(file, 'GOFLAGS=-mod=readonly\n');
      expect(await list(words, more)).toContain('-mod=readonly');
    },
  );

  it.each([
    ['mod', 'tidy'],
    ['list', '-deps', '-test', '.'],
  ])('is one of %s %s that had nothing to write', async (...words) => {
    const more = { GOCACHE: join(folder, 'build') };
    const inModule = (name: string) => join(folder, 'm', name);
    writeFileSync(inModule('x.go'), 'package m\n');
    writeFileSync(inModule('x_test.go'), 'package m\n\nimport "testing"\n\nfunc TestX(t *testing.T) {}\n');
    utimesSync(inModule('go.mod'), 1_600_000_000, 1_600_000_000);
    await settle();
    const first = await list(words, more);
    // What it left behind is there now: a lock, the program of the test.
    await settle();
    expect(await list(words, more)).toBe(first);
    mark();
    expect(await list(words, more)).toBe('recalled\n');
    writeFileSync(inModule('x.go'), 'package m\n\nimport _ "strings"\n');
    expect(await list(words, more)).toEqual(
      words[0] === 'mod' ? first : expect.stringContaining('\nstrings\n'),
    );
    if (words[0] === 'mod') return;
    await settle();
    await list(words, more);
    mark();
    rmSync(join(folder, 'build'), { recursive: true });
    expect(await list(words, more)).not.toBe('recalled\n');
  });

  it('is not remembered when it tells credentials', async () => {
    const file = join(folder, 'env');
    writeFileSync(file, 'GOPROXY=https://user:word@example.com\n');
    await settle();
    expect(await list(['env', 'GOPROXY'], { GOENV: file, GOPROXY: '' })).toContain('user:word');
    expect(records()).toEqual([]);
  });

  it('is not remembered when it failed, or when nobody asked for that', async () => {
    await settle();
    await list(['list', '-m', 'example.com/none']);
    await list(['mod', 'verify']);
    await list(['env', '-u', 'GOFLAGS'], { GOENV: join(folder, 'env') });
    expect(records()).toEqual([]);
  });
});
