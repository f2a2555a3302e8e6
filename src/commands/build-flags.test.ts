import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runGo, runOurs } from '../../tools/testing/command.js';
import { quietHome } from '../../tools/testing/quiet-home.js';
import { needs } from '../../tools/testing/requirements.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import { isPort } from '../engine/env/ports.js';

const SYSTEMS =
  'aix android darwin dragonfly freebsd illumos ios js linux netbsd openbsd plan9 solaris wasip1 windows'.split(
    ' ',
  );
const ARCHITECTURES =
  '386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x sparc64 wasm'.split(
    ' ',
  );
const PORTS = SYSTEMS.flatMap((goos) =>
  ARCHITECTURES.filter((goarch) => isPort(goos, goarch)).map((goarch) => [goos, goarch] as const),
);

const ALL_PORTS = process.env.GOMOD_ACCEPTANCE !== undefined;

const FLAGS: readonly (readonly string[])[] = [
  ['-race'],
  ['-msan'],
  ['-buildmode=archive'],
  ['-buildmode=c-archive'],
  ['-buildmode=c-shared'],
  ['-buildmode=exe', '-installsuffix=own'],
  ['-buildmode=pie'],
  ['-buildmode=pie', '-race'],
  ['-buildmode=shared'],
  ['-buildmode=plugin', '-installsuffix=own'],
  ['-linkshared'],
];

const need = needs('go');
describe.skipIf(need.skip)(need.title('build flags that a port may not have'), () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gomod-build-flags-'));
    quietHome(join(folder, 'home'));
    writeFileSync(join(folder, 'go.mod'), 'module example.com/m\n\ngo 1.24\n');
  });
  afterAll(() => removeScratch(folder));

  async function compare(words: readonly string[], variables: Record<string, string>): Promise<string> {
    const place = { cwd: folder, env: { HOME: join(folder, 'home'), ...variables } };
    const all = ['list', '-m', ...words, '-f', '{{context.InstallSuffix}} {{context.ToolTags}}'];
    const go = runGo(all, place);
    expect(await runOurs(all, place), JSON.stringify([words, variables])).toEqual(go);
    return go.stderr;
  }

  it.each(FLAGS.map((words) => [words.join(' '), words]))(
    'are refused where go refuses %s',
    async (_, words) => {
      const said: string[] = [];
      const third = FLAGS.indexOf(words) % 3;
      // One port can all of it.
      const ports = PORTS.filter(
        ([goos, goarch], i) => i % 3 === third || (goos === 'linux' && goarch === 'amd64') || ALL_PORTS,
      );
      for (const [GOOS, GOARCH] of ports) {
        said.push(await compare(words, { GOOS, GOARCH, CGO_ENABLED: '1', CC: 'cc', CXX: 'c++' }));
      }
      // Some ports can, and others cannot.
      const refused = said.filter((text) => text !== '').length;
      if (!/archive$|exe/.test(words[0] ?? '')) expect(refused).toBeGreaterThan(0);
      if (words.length === 1) expect(refused).toBeLessThan(ports.length);
    },
  );

  it('are refused without cgo only after the port was looked at', async () => {
    for (const [GOOS, GOARCH] of [
      ['linux', '386'],
      ['linux', 'amd64'],
      ['linux', 'arm64'],
      ['darwin', 'arm64'],
    ] as const) {
      for (const flag of ['-race', '-msan']) await compare([flag], { GOOS, GOARCH, CGO_ENABLED: '0' });
    }
    for (const GOARCH of ['386', 's390x']) {
      await compare(['-asan'], { GOOS: 'linux', GOARCH, CGO_ENABLED: '1', CC: 'cc' });
    }
  });

  it('are left to gccgo', async () => {
    for (const words of FLAGS) {
      await compare(['-compiler=gccgo', ...words], {
        GOOS: 'plan9',
        GOARCH: 'amd64',
        CGO_ENABLED: '1',
        CC: 'cc',
      });
    }
  });
});
