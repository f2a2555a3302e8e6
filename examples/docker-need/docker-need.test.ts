// The promise behind the Dockerfile: from go.mod, go.sum and go.need alone comes a layer that the go command then builds with,
// offline, and nothing is in it that the build does not read.
//
// The Dockerfile is carried out line by line without Docker (tools/testing/dockerfile.ts), on a made-up project whose modules
// are in a folder. go.sum is made by the package's own tidy, go.need by the line that README.md shows.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Containers } from '../../tools/testing/containers.js';
import { type BuiltStage, buildStages, parseDockerfile } from '../../tools/testing/dockerfile.js';
import { needs } from '../../tools/testing/requirements.js';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const dockerfile = read('Dockerfile');
const gomod = fileURLToPath(new URL('../../bin/gomod.cjs', import.meta.url));

const MODULES = [
  {
    path: 'example.com/greetings',
    version: 'v1.2.0',
    files: {
      'go.mod': 'module example.com/greetings\n\ngo 1.21\n\nrequire example.com/testing v1.0.0\n',
      'greetings.go': 'package greetings\n\nconst Hello = "hello"\n',
      'greetings_test.go': 'package greetings\n\nimport _ "example.com/testing"\n',
    },
  },
  {
    path: 'example.com/testing',
    version: 'v1.0.0',
    files: { 'go.mod': 'module example.com/testing\n\ngo 1.21\n', 'testing.go': 'package testing\n' },
  },
];

const SOURCES = {
  'go.mod': `module example.com/app

go 1.21

require (
	example.com/beside v0.0.0
	example.com/greetings v1.2.0
	example.com/testing v1.0.0
)

replace example.com/beside => ./beside
`,
  'main.go': `package main

import (
	"os"

	"example.com/beside"
	"example.com/greetings"
)

func main() { os.Stdout.WriteString(greetings.Hello + beside.Mark + "\\n") }
`,
  'main_test.go': 'package main\n\nimport _ "example.com/testing"\n',
  'beside/go.mod': 'module example.com/beside\n\ngo 1.21\n',
  'beside/beside.go': 'package beside\n\nconst Mark = "!"\n',
};

let containers: Containers;
let context = '';

/** Runs a line for the shell in the project, with gomod on PATH. */
function shell(line: string) {
  const { scratch } = containers;
  const { PATH = '', ...env } = containers.go(join(scratch, 'home'));
  const bin = join(scratch, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'gomod'), `#!/bin/sh\nexec '${process.execPath}' '${gomod}' "$@"\n`, {
    mode: 0o755,
  });
  return spawnSync('sh', ['-c', line], {
    cwd: context,
    env: { ...env, PATH: `${bin}:${PATH}`, GOMODCACHE: join(scratch, 'full'), GOFLAGS: '-modcacherw' },
    encoding: 'utf8',
  });
}

/** The lines for the shell that README.md shows, in order. */
const LINES = [...read('README.md').matchAll(/```sh\n([^`]*)\n```/g)].map((match) => match[1] ?? '');

function build(last?: string, text = dockerfile): ReadonlyMap<string, BuiltStage> {
  const folder = mkdtempSync(join(containers.scratch, 'build-'));
  const image = containers.image.bind(containers);
  return buildStages(
    parseDockerfile(text),
    { context, folder, args: { GOMOD: containers.packed }, image },
    last,
  );
}

const both = needs('go', 'flock');

describe.skipIf(both.skip)(both.title('the Dockerfile with go.need'), () => {
  beforeAll(() => {
    containers = new Containers(MODULES);
    context = join(containers.scratch, 'context');
    for (const [name, text] of Object.entries(SOURCES)) {
      mkdirSync(dirname(join(context, name)), { recursive: true });
      writeFileSync(join(context, name), text);
    }
    expect(shell('gomod tidy')).toMatchObject({ status: 0 });
    const [make = ''] = LINES;
    expect(make).toMatch(/gomod need .*> go\.need$/);
    expect(shell(make)).toMatchObject({ status: 0, stdout: '' });
  }, 120_000);
  afterAll(() => containers.close());

  it('makes a layer of what the build reads, without sources', { timeout: 240_000 }, () => {
    const { root } = build('modules').get('modules')!;
    expect(existsSync(join(root, 'src/beside'))).toBe(false);
    expect(existsSync(join(root, 'modules/example.com/greetings@v1.2.0'))).toBe(true);
    expect(existsSync(join(root, 'modules/cache/download/example.com/testing'))).toBe(false);
  });

  it('builds a program from the layer, offline', { timeout: 240_000 }, () => {
    const [command = '', ...args] = [...build().values()].at(-1)?.entrypoint ?? [];
    const { status, stdout } = spawnSync(command, args, { env: {}, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'hello!\n' });
  });

  it('notices in CI that the file is out of date', { timeout: 240_000 }, () => {
    const [, check = ''] = LINES;
    expect(shell(check)).toMatchObject({ status: 0, stdout: '', stderr: '' });
    writeFileSync(
      join(context, 'main.go'),
      'package main\n\nimport _ "example.com/testing"\n\nfunc main() {}\n',
    );
    expect(shell(check)).toMatchObject({
      status: 1,
      stdout:
        'missing: example.com/testing v1.0.0\n' +
        'superfluous: example.com/beside v0.0.0 => ./beside\nsuperfluous: example.com/greetings v1.2.0\n',
    });
  });
});
