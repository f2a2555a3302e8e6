// The promise behind the Dockerfile: from go.mod and go.sum alone comes a layer of modules that the go command then
// builds with, offline.
//
// The Dockerfile is carried out line by line without Docker (tools/testing/dockerfile.ts), on a made-up project
// (examples/greetings.ts) whose modules are in a folder (tools/testing/containers.ts).

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Containers } from '../../tools/testing/containers.js';
import { type BuiltStage, buildStages, parseDockerfile } from '../../tools/testing/dockerfile.js';
import { goBinary, needs } from '../../tools/testing/requirements.js';
import { greetingProject, greetings } from '../greetings.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dockerfile = readFileSync(new URL('Dockerfile', import.meta.url), 'utf8');

const { 'go.mod': GO_MOD, 'go.sum': GO_SUM, 'main.go': MAIN } = greetingProject;

let containers: Containers;

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** Carries out a Dockerfile on the made-up project, with `files` instead of its own where given. */
function build(
  last?: string,
  files: Readonly<Record<string, string>> = {},
  text = dockerfile,
): ReadonlyMap<string, BuiltStage> {
  const folder = mkdtempSync(join(containers.scratch, 'build-'));
  const context = join(folder, 'context');
  writeFiles(context, { 'go.mod': GO_MOD, 'go.sum': GO_SUM, 'main.go': MAIN, ...files });
  mkdirSync(join(folder, 'stages'));
  const image = containers.image.bind(containers);
  const options = { context, folder: join(folder, 'stages'), args: { GOMOD: containers.packed }, image };
  return buildStages(parseDockerfile(text), options, last);
}

beforeAll(() => {
  containers = new Containers(greetings);
}, 120_000);

afterAll(() => containers.close());

const files = (folder: string): string[] => readdirSync(folder).sort();

// Locks are taken by koffi, which an offline install leaves out, or by flock.
const flock = needs('flock');

describe.skipIf(flock.skip)(flock.title('the stage with the modules'), () => {
  it('fills the cache from go.mod and go.sum, and leaves both as they are', { timeout: 240_000 }, () => {
    const stage = build('modules').get('modules')!;
    expect(files(join(stage.root, 'src'))).toEqual(['go.mod', 'go.sum']);
    expect(readFileSync(join(stage.root, 'src', 'go.mod'), 'utf8')).toBe(GO_MOD);
    expect(readFileSync(join(stage.root, 'src', 'go.sum'), 'utf8')).toBe(GO_SUM);
    expect(stage.output.at(-1)).toBe('');
    expect(files(join(stage.root, 'modules', 'example.com', '!greetings@v1.2.0'))).toEqual([
      'go.mod',
      'greetings.go',
    ]);
    expect(files(join(stage.root, 'modules', 'example.com', 'words', 'v2@v2.0.1'))).toEqual([
      'english',
      'go.mod',
    ]);
  });

  it('fails when a module is not what go.sum says', { timeout: 240_000 }, () => {
    const wrong = GO_SUM.replace('h1:ZEnB', 'h1:AAAA');
    expect(() => build('modules', { 'go.sum': wrong })).toThrow(
      /RUN gomod download: ended with 1[\s\S]*SECURITY/,
    );
  });
});

const both = needs('go', 'flock');

describe.skipIf(both.skip)(both.title('the whole Dockerfile'), () => {
  it('builds a program from the layer, offline', { timeout: 240_000 }, () => {
    const built = build();
    const [command = '', ...args] = [...built.values()].at(-1)?.entrypoint ?? [];
    const { status, stdout } = spawnSync(command, args, { env: {}, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'hello, layer\n' });
    expect(files([...built.values()].at(-1)!.root)).toEqual(['hello']);
  });

  it('does not build without the layer', { timeout: 240_000 }, () => {
    const copy = 'COPY --from=modules /modules /modules\n';
    expect(dockerfile).toContain(copy);
    expect(() => build(undefined, {}, dockerfile.replace(copy, ''))).toThrow(
      /RUN go build .*ended with 1[\s\S]*module lookup disabled by GOPROXY=off/,
    );
  });
});

const go = needs('go');

describe.skipIf(go.skip)(go.title('a folder with go.mod and go.sum alone'), () => {
  const run = (program: string, words: readonly string[], cwd: string, settings: Record<string, string>) =>
    spawnSync(program, words, {
      cwd,
      env: {
        ...containers.go(join(containers.scratch, 'home')),
        GOMODCACHE: join(cwd, '../modules'),
        ...settings,
      },
      encoding: 'utf8',
    });
  const gomod = join(root, 'bin', 'gomod.cjs');
  const offline = { GOPROXY: 'off', GOFLAGS: '-mod=readonly' };
  const sources = { 'main.go': MAIN, 'main_test.go': 'package main\n' };

  it('is enough for a later build offline', { timeout: 240_000 }, () => {
    const folder = join(containers.scratch, 'layer', 'src');
    writeFiles(folder, { 'go.mod': GO_MOD, 'go.sum': GO_SUM });
    const downloaded = run(process.execPath, [gomod, 'download'], folder, {});
    expect(downloaded).toMatchObject({ status: 0, stdout: '', stderr: '' });
    writeFiles(folder, sources);
    expect(run(goBinary()!, ['build', './...'], folder, offline)).toMatchObject({ status: 0, stderr: '' });
    expect(run(goBinary()!, ['mod', 'verify'], folder, offline)).toMatchObject({
      status: 0,
      stdout: 'all modules verified\n',
    });
    expect(readFileSync(join(folder, 'go.sum'), 'utf8')).toBe(GO_SUM);
  });

  it('is not, where nothing was downloaded', { timeout: 240_000 }, () => {
    const folder = join(containers.scratch, 'no-layer', 'src');
    writeFiles(folder, { 'go.mod': GO_MOD, 'go.sum': GO_SUM, ...sources });
    expect(run(goBinary()!, ['build', './...'], folder, offline).status).toBe(1);
  });
});
