import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quietHome } from '../../tools/testing/quiet-home.js';
import { goBinary, needs } from '../../tools/testing/requirements.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import { runProgram } from './main.js';

let folder = '';
const home = quietHome(fs.mkdtempSync(join(tmpdir(), 'gomod-home-')));
afterAll(() => removeScratch(home));
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'gomod-clean-'));
  for (const name of ['empty', 'module', 'workspace']) fs.mkdirSync(join(folder, name));
  fs.writeFileSync(join(folder, 'module', 'go.mod'), 'module example.com/m\n');
  fs.writeFileSync(join(folder, 'workspace', 'go.work'), 'junk\n');
});
afterEach(() => removeScratch(folder));

/** A cache with read-only folders, as downloads leave it. */
function fill(root: string): void {
  const deep = join(root, 'example.com', 'm@v1.0.0', 'a');
  fs.mkdirSync(deep, { recursive: true });
  fs.writeFileSync(join(deep, 'a.go'), 'package a\n', { mode: 0o444 });
  fs.mkdirSync(join(root, 'cache', 'download'), { recursive: true });
  for (const path of [deep, join(deep, '..')]) fs.chmodSync(path, 0o555);
}

interface Case {
  readonly words: readonly string[];
  readonly cwd?: string;
  readonly environment?: Record<string, string>;
}

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether the cache is still there. */
  readonly left: boolean;
}

function environmentOf({ environment }: Case): Record<string, string | undefined> {
  return {
    PATH: process.env.PATH,
    HOME: home,
    GOCACHE: join(folder, 'gocache'),
    GOMODCACHE: join(folder, 'mod'),
    GOENV: 'off',
    GOFLAGS: '',
    GOTOOLCHAIN: 'local',
    ...environment,
  };
}

async function ours(each: Case): Promise<Outcome> {
  fill(join(folder, 'mod'));
  let stdout = '';
  let stderr = '';
  const status = await runProgram({
    words: each.words,
    face: 'go',
    environment: environmentOf(each),
    cwd: join(folder, each.cwd ?? 'empty'),
    chdir: () => {
      throw new Error('no -C here');
    },
    streams: {
      out: (text: string | Uint8Array) => {
        stdout += text;
      },
      err: (text: string) => {
        stderr += text;
      },
      flush: () => 0,
    },
    signal: () => new AbortController().signal,
  });
  return { status, stdout, stderr, left: fs.existsSync(join(folder, 'mod')) };
}

function gos(each: Case): Outcome {
  fill(join(folder, 'mod'));
  const { status, stdout, stderr } = spawnSync(goBinary() ?? '', [...each.words], {
    env: environmentOf(each),
    cwd: join(folder, each.cwd ?? 'empty'),
    encoding: 'utf8',
  });
  return { status, stdout, stderr, left: fs.existsSync(join(folder, 'mod')) };
}

const CASES: readonly Case[] = [
  { words: ['clean', '-modcache'] },
  { words: ['clean', '-modcache'], cwd: 'module' },
  { words: ['clean', '-modcache'], cwd: 'workspace' },
  { words: ['clean', '-n', '-modcache'] },
  { words: ['clean', '-x', '-modcache'] },
  { words: ['clean', '-modcache', '-modcacherw', '-p', '3', '-tags', 'x'] },
  { words: ['clean', '-modcache', './...'] },
  { words: ['clean', '-modcache', '-cache', 'x'] },
  { words: ['clean', '-fuzzcache', '-modcache', 'x'] },
  { words: ['clean', '-modcache', '-bogus'] },
  { words: ['clean', '-modcache', '-json'] },
  { words: ['clean', '-modcache'], environment: { GOMODCACHE: 'relative' } },
  { words: ['clean', '-n', '-modcache'], environment: { GOMODCACHE: 'relative' } },
  { words: ['clean', '-modcache'], environment: { GOMODCACHE: '/nowhere/.' } },
  { words: ['clean', '-modcache'], environment: { GOMODCACHE: '', HOME: '' } },
  { words: ['clean', '-modcache'], environment: { GOWORK: 'relative' } },
  { words: ['clean', '-modcache'], environment: { GO111MODULE: 'bad' } },
  { words: ['clean', '-modcache'], environment: { GO111MODULE: 'off' } },
  { words: ['clean', '-modcache'], environment: { GOFLAGS: '-x' } },
];

const need = needs('go');
describe.skipIf(need.skip)(need.title('go clean -modcache, against go'), () => {
  it.each(CASES)('$words $cwd $environment', async (each) => {
    const expected = gos(each);
    expect(await ours(each)).toEqual(expected);
  });
});

describe('go clean', () => {
  it('removes what is read-only', async () => {
    expect(await ours({ words: ['clean', '-modcache'] })).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
      left: false,
    });
  });

  it.each([[['clean']], [['clean', '-i']], [['clean', '-cache', '-modcache']], [['clean', 'x']]])(
    'says that a toolchain is needed for what belongs to a build, and removes nothing: %s',
    async (words) => {
      const environment = { PATH: '' };
      const outcome = await ours({ words, cwd: 'module', environment });
      expect(outcome).toMatchObject({ status: 1, stdout: '', left: true });
      expect(outcome.stderr).toBe("go: 'go clean' needs a Go toolchain, and none was found\n");
    },
  );

  const bin = join(import.meta.dirname, '..', '..', 'bin', 'gomod.cjs');
  const built = fs.existsSync(join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.cjs'));
  it.skipIf(!built)(
    `hands nothing over to itself${built ? '' : ' (skipped: the command is not built)'}`,
    () => {
      const goroot = join(folder, 'goroot');
      fs.mkdirSync(join(goroot, 'bin'), { recursive: true });
      fs.symlinkSync(bin, join(goroot, 'bin', 'go'));
      // Nothing but what the command itself is started by: another go would be found.
      const path = join(folder, 'path');
      fs.mkdirSync(path);
      fs.symlinkSync(process.execPath, join(path, 'node'));
      const env = { PATH: path, HOME: home, GOROOT: goroot, GOMODCACHE: join(folder, 'cache') };
      const options = { cwd: join(folder, 'empty'), env, encoding: 'utf8', timeout: 120_000 } as const;
      const { status, stderr } = spawnSync(join(goroot, 'bin', 'go'), ['clean', '-cache'], options);
      expect([status, stderr]).toEqual([1, "go: 'go clean' needs a Go toolchain, and none was found\n"]);
    },
  );
});

describe.skipIf(need.skip)(need.title('go clean with a toolchain'), () => {
  it('leaves what packages left behind to it, and removes the module cache', async () => {
    fs.writeFileSync(join(folder, 'module', 'm.go'), 'package m\n');
    fs.writeFileSync(join(folder, 'module', 'test.out'), '');
    const outcome = await ours({ words: ['clean', '-r', '-modcache'], cwd: 'module' });
    expect(outcome).toEqual({ status: 0, stdout: '', stderr: '', left: false });
    expect(fs.existsSync(join(folder, 'module', 'test.out'))).toBe(false);
  });
});
