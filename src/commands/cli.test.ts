// The process around a run, as a process of its own.

import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeScratch } from '../../tools/testing/scratch.js';

let folder: string;
let cli: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gomod-cli-'));
  cli = join(folder, 'cli.mjs');
  const entryPoints = [join(import.meta.dirname, 'cli.ts')];
  buildSync({ entryPoints, bundle: true, platform: 'node', format: 'esm', outfile: cli, logLevel: 'silent' });
});
afterAll(() => removeScratch(folder));

function run(pretend: string) {
  const text = `
    import { runProcess } from ${JSON.stringify(cli)};
    runProcess({ words: ['version'], ${pretend} });`;
  const env = { PATH: process.env.PATH, HOME: folder, GOPROXY: 'http://proxy.test', GOSUMDB: 'off' };
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', text], {
    cwd: folder,
    env,
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status: done.status, stdout: done.stdout, stderr: done.stderr };
}

it('ends with the status of the run', () => {
  expect(run('')).toMatchObject({ status: 0, stderr: '' });
  expect(run("words: ['nonsense']")).toMatchObject({ status: 2, stdout: '' });
});

it('does not end well when the run waits for what never comes', () => {
  const waits = `
    words: ['list', '-m', 'example.com/m@latest'],
    session: { transport: () => new Promise(() => {}) },`;
  expect(run(waits)).toEqual({
    status: 2,
    stdout: '',
    stderr: 'go: internal error: nothing is left to wait for before the end of the run\n',
  });
});
