// The examples as a user runs them: in a project that has the package installed, as they are and as CommonJS, against a
// proxy on loopback.

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { writeFolder } from '../../conformance/fixtures/folder.js';
import { type FixtureModule, proxyFiles } from '../../conformance/fixtures/module.js';
import { type FixtureProxy, startProxy } from '../../conformance/fixtures/proxy.js';
import { makeDatabase } from '../../conformance/fixtures/sumdb.js';
import { createSession } from '../../src/library/index.js';
import { commonJs, consumerNode, makeConsumer, type Run, run } from '../../tools/testing/consumer.js';
import { removeScratch } from '../../tools/testing/scratch.js';

const goMod = (path: string, ...lines: string[]) => ({
  'go.mod': `module ${path}\n\ngo 1.21\n\n${lines.join('\n')}\n`,
});

const MODULES: readonly FixtureModule[] = [
  {
    path: 'example.com/Web',
    version: 'v1.0.0',
    files: goMod('example.com/Web', 'require example.com/net v1.2.0'),
  },
  {
    path: 'example.com/Web',
    version: 'v1.1.0',
    files: goMod('example.com/Web', 'require example.com/net v1.2.0'),
  },
  { path: 'example.com/net', version: 'v1.0.0', files: goMod('example.com/net') },
  {
    path: 'example.com/net',
    version: 'v1.2.0',
    files: goMod('example.com/net', 'require example.com/sys v0.5.0'),
  },
  { path: 'example.com/sys', version: 'v0.4.0', files: goMod('example.com/sys') },
  { path: 'example.com/sys', version: 'v0.5.0', files: goMod('example.com/sys') },
  {
    path: 'example.com/sys',
    version: 'v0.6.0',
    files: goMod('example.com/sys', 'retract v0.5.0 // breaks on big-endian machines'),
  },
];

const README_MODULES: readonly FixtureModule[] = ['v0.30.0', 'v0.31.0'].map((version) => ({
  path: 'golang.org/x/text',
  version,
  files: goMod('golang.org/x/text'),
}));

const GO_MOD = `module example.com/app // the shop

go 1.21

require (
	// the framework; see ADR 7
	example.com/Web v1.0.0

	example.com/net v1.0.0 // pinned: #12
)

require example.com/sys v0.4.0 // indirect; for net
`;

let home = '';
let proxy: FixtureProxy;

beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-examples-')));
  makeConsumer(home);
  const folder = fileURLToPath(new URL('.', import.meta.url));
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.mjs'))) {
    const source = readFileSync(join(folder, name), 'utf8');
    writeFileSync(join(home, name), source);
    writeFileSync(join(home, name.replace('.mjs', '.cjs')), commonJs(source));
  }
  const files = proxyFiles([...MODULES, ...README_MODULES]);
  writeFolder(files, join(home, 'mods'));
  proxy = await startProxy({ files, sumdb: makeDatabase(files) });
}, 240_000);

afterAll(async () => {
  await proxy?.close();
  removeScratch(home);
});

/** A project of its own for each run, consistent and with a go.sum unless said otherwise. */
async function project(text: string, sums = true): Promise<{ folder: string; env: Record<string, string> }> {
  const folder = mkdtempSync(join(home, 'project-'));
  writeFileSync(join(folder, 'go.mod'), text);
  const env = {
    GOENV: 'off',
    GOFLAGS: '',
    GOMODCACHE: join(folder, '..', 'cache'),
    GONOPROXY: 'none',
    GOPROXY: proxy.url,
    GOSUMDB: proxy.gosumdb,
  };
  if (sums) await createSession({ dir: folder, env: { ...env, PATH: '', HOME: folder } }).download('all');
  return { folder, env };
}

const forms = ['mjs', 'cjs'] as const;

function example(
  name: string,
  form: string,
  args: readonly string[],
  at: Awaited<ReturnType<typeof project>>,
): Promise<Run> {
  return run(consumerNode, [join(home, `${name}.${form}`), ...args], at.folder, at.env);
}

const CONSISTENT = GO_MOD.replace('net v1.0.0', 'net v1.2.0').replace('sys v0.4.0', 'sys v0.5.0');

describe.each(forms)('as .%s', (form) => {
  it('set-requirement changes one version and keeps the rest to the byte', async () => {
    const at = await project(GO_MOD, false);
    expect(await example('set-requirement', form, ['example.com/net', 'v1.2.0'], at)).toEqual({
      status: 0,
      stdout: 'example.com/net: v1.0.0 -> v1.2.0\n',
      stderr: '',
    });
    expect(readFileSync(join(at.folder, 'go.mod'), 'utf8')).toBe(GO_MOD.replace('net v1.0.0', 'net v1.2.0'));
  });

  it('build-list needs nothing but .mod files', async () => {
    const at = await project(GO_MOD, false);
    const { requests } = proxy;
    const before = requests.length;
    expect(await example('build-list', form, [join(home, 'mods')], at)).toEqual({
      status: 0,
      stdout: 'example.com/app\nexample.com/Web@v1.0.0\nexample.com/net@v1.2.0\nexample.com/sys@v0.5.0\n',
      stderr: '',
    });
    expect(requests.length).toBe(before);
  });

  it('updates tells updates and retractions', async () => {
    const { status, stdout, stderr } = await example('updates', form, [], await project(CONSISTENT));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual([
      {
        path: 'example.com/Web',
        version: 'v1.0.0',
        indirect: false,
        update: 'v1.1.0',
        published: '2024-01-02T03:04:05Z',
      },
      {
        path: 'example.com/sys',
        version: 'v0.5.0',
        indirect: true,
        update: 'v0.6.0',
        published: '2024-01-02T03:04:05Z',
        retracted: ['breaks on big-endian machines'],
      },
    ]);
  });

  it('verify-sums finds a hash that is not that of the file', async () => {
    const at = await project(CONSISTENT);
    expect(await example('verify-sums', form, [], at)).toEqual({
      status: 0,
      stdout: 'all hashes are right\n',
      stderr: '',
    });
    const goSum = join(at.folder, 'go.sum');
    const wrong = `h1:${'A'.repeat(43)}=`;
    const text = readFileSync(goSum, 'utf8').replace(/^(example\.com\/Web v1\.0\.0) \S+/m, `$1 ${wrong}`);
    writeFileSync(goSum, text);
    const { status, stdout } = await example('verify-sums', form, [], at);
    expect(status).toBe(1);
    expect(stdout).toContain(`example.com/Web@v1.0.0: go.sum has ${wrong}, but this is h1:`);
    expect(stdout).toContain('1 hashes are wrong\n');
  });

  it('why-version tells every requirement that forces the version', async () => {
    const at = await project(CONSISTENT);
    expect(await example('why-version', form, ['example.com/sys'], at)).toEqual({
      status: 0,
      stdout: [
        'example.com/sys@v0.5.0 is required by',
        '  example.com/app',
        '  example.com/app > example.com/net@v1.2.0',
        '',
      ].join('\n'),
      stderr: '',
    });
    expect((await example('why-version', form, ['example.com/none'], at)).stdout).toBe(
      'example.com/none is not needed\n',
    );
  });
});

test('the README shows programs that run', async () => {
  const text = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
  const shown = [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);
  const at = await project(
    'module example.com/app\n\ngo 1.21\n\nrequire golang.org/x/text v0.30.0 // pinned, see #12\n',
    false,
  );
  mkdirSync(join(at.folder, 'cmd/app'), { recursive: true });
  writeFileSync(join(at.folder, 'cmd/app/main.go'), 'package main\n\nfunc main() {}\n');
  const outputs: string[] = [];
  for (const [index, code] of shown.entries()) {
    for (const form of forms) {
      const file = join(home, `readme${index}.${form}`);
      writeFileSync(file, form === 'cjs' ? commonJs(code) : code);
      const { status, stdout, stderr } = await run(consumerNode, [file], at.folder, at.env);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      outputs.push(stdout);
    }
  }
  const edited =
    'require (\n\tgolang.org/x/text v0.30.0 // pinned, see #12\n\tgolang.org/x/sync v0.24.0\n)\n';
  expect(text).toContain(edited);
  expect(outputs.length).toBe(4);
  expect(outputs[0]).toMatch(/^golang\.org\/x\/text v0\.30\.0 -> v0\.31\.0\n\[/);
  expect(outputs[2]).toContain(edited);
  expect([outputs[1], outputs[3]]).toEqual([outputs[0], outputs[2]]);
});

test('each is short, and has its place in the README', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const names = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  expect(names.length).toBe(5);
  for (const name of names) {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    expect({ name, short: lines.length <= 40, told: readme.includes(`[${name}](${name})`) }).toEqual({
      name,
      short: true,
      told: true,
    });
  }
});
