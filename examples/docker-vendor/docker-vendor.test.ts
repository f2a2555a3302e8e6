// The promise behind the Dockerfile: what a stage without Go vendors is all that a stage with Go needs, offline and without
// a module cache.
//
// Carried out line by line without Docker (tools/testing/dockerfile.ts), on a made-up project (tools/testing/containers.ts).

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Containers } from '../../tools/testing/containers.js';
import { type BuiltStage, buildStages, parseDockerfile } from '../../tools/testing/dockerfile.js';
import { needs } from '../../tools/testing/requirements.js';
import { greetingProject, greetings } from '../greetings.js';

const dockerfile = readFileSync(new URL('Dockerfile', import.meta.url), 'utf8');

let containers: Containers;
beforeAll(() => {
  containers = new Containers(greetings);
}, 120_000);
afterAll(() => containers.close());

function build(last?: string, text = dockerfile): ReadonlyMap<string, BuiltStage> {
  const folder = mkdtempSync(join(containers.scratch, 'build-'));
  const context = join(folder, 'context');
  mkdirSync(context);
  for (const [name, content] of Object.entries(greetingProject)) writeFileSync(join(context, name), content);
  mkdirSync(join(folder, 'stages'));
  const image = containers.image.bind(containers);
  const options = { context, folder: join(folder, 'stages'), args: { GOMOD: containers.packed }, image };
  return buildStages(parseDockerfile(text), options, last);
}

const flock = needs('flock');

describe.skipIf(flock.skip)(flock.title('the stage that vendors'), () => {
  it('adds a vendor folder to the project, and nothing else', { timeout: 240_000 }, () => {
    const { root, output } = build('vendor').get('vendor')!;
    expect(readdirSync(join(root, 'src')).sort()).toEqual([...Object.keys(greetingProject), 'vendor'].sort());
    expect(readFileSync(join(root, 'src', 'go.mod'), 'utf8')).toBe(greetingProject['go.mod']);
    expect(readFileSync(join(root, 'src', 'vendor', 'modules.txt'), 'utf8')).toContain(
      '# example.com/words/v2 v2.0.1\n## explicit; go 1.21\nexample.com/words/v2/english\n',
    );
    expect(output.at(-1)).toBe('');
  });
});

const both = needs('go', 'flock');

describe.skipIf(both.skip)(both.title('the whole Dockerfile'), () => {
  it('builds a program from the vendor folder, offline', { timeout: 240_000 }, () => {
    const built = build();
    expect(existsSync(join(built.get('build')!.root, 'modules'))).toBe(false);
    const [command = '', ...args] = [...built.values()].at(-1)?.entrypoint ?? [];
    const { status, stdout } = spawnSync(command, args, { env: {}, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'hello, layer\n' });
  });

  it('does not build without vendoring', { timeout: 240_000 }, () => {
    const line = 'RUN gomod vendor\n';
    expect(dockerfile).toContain(line);
    expect(() => build(undefined, dockerfile.replace(line, ''))).toThrow(
      /RUN go build .*ended with 1[\s\S]*inconsistent vendoring/,
    );
  });
});
