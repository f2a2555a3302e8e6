import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Outcome, runGo, runOurs } from '../../tools/testing/command.js';
import { needs } from '../../tools/testing/requirements.js';
import { removeScratch } from '../../tools/testing/scratch.js';
import { commands } from './index.js';
import { ownVersion } from './own-version.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gomod-main-'));
  mkdirSync(join(folder, 'module', 'below'), { recursive: true });
  writeFileSync(join(folder, 'module', 'go.mod'), 'module example.com/m\n\ngo 1.24\n');
});
afterAll(() => removeScratch(folder));

type Case = { words: string[]; env?: Record<string, string | undefined> };

async function both({ words, env = {} }: Case): Promise<{ ours: Outcome; go: Outcome }> {
  const place = { cwd: folder, env };
  return { ours: await runOurs(words, place), go: runGo(words, place) };
}

/** Help prose is ours; what must agree is where it goes, the status, and its first line. */
function outline({ status, stdout, stderr }: Outcome): unknown {
  const head = (text: string): string => text.split('\n')[0] ?? '';
  return { status, stdout: head(stdout), stderr: head(stderr), out: stdout !== '', err: stderr !== '' };
}

const need = needs('go');
describe.skipIf(need.skip)(need.title('the frame answers as go does'), () => {
  const same: string[][] = [
    ['bogus'],
    ['mod', 'bogus'],
    ['mod', '-x'],
    ['mod', '--help'],
    ['help', 'bogus'],
    ['help', 'mod', 'bogus'],
    ['help', 'mod', 'download', 'bogus'],
    ['help', 'env', 'bogus'],
    ['help', 'goproxy', 'bogus'],
    ['mod', 'help', 'bogus'],
    ['help', '-h'],
    ['version'],
    ['--', 'version'],
    ['version', '-C'],
    ['version', '-C', 'nowhere'],
    ['-C', 'nowhere', 'version'],
    ['-C=', 'version'],
    ['version', '-m'],
    ['version', '-v'],
    ['version', '-json'],
    ['version', '-x', '-C', '.'],
    ['env', '-C', 'module/below', 'GOMOD'],
    ['-C', 'module', 'env', 'GOMOD'],
    ['-C=module', 'env', 'GOMOD'],
    ['mod', '-C', 'module', 'bogus'],
    ['env', 'GOMOD', '-C', 'module'],
    ['env', '-json', '-C', 'module', 'GOMOD'],
  ];
  it.each(same.map((words) => [words.join(' '), words]))('go %s', async (_, words) => {
    const { ours, go } = await both({ words });
    expect(ours).toEqual(go);
  });

  const outlined: string[][] = [
    [],
    ['-x'],
    ['-h'],
    ['--version'],
    ['-C'],
    ['help'],
    ['help', 'env'],
    ['help', 'get'],
    ['help', 'version'],
    ['mod', 'help', 'download'],
  ];
  it.each(outlined.map((words) => [words.join(' '), words]))('go %s, but for the prose', async (_, words) => {
    const { ours, go } = await both({ words });
    expect(outline(ours)).toEqual(outline(go));
  });

  it('prints usage for a bare group, a wrong flag and -h of every command', async () => {
    const { ours, go } = await both({ words: ['mod'] });
    expect([ours.status, ours.stdout]).toEqual([go.status, go.stdout]);
    // What a toolchain carries out gets its flags, too: see hand-over.test.ts.
    for (const command of commands.filter(({ name, handedOver }) => !handedOver && name !== 'clean')) {
      for (const flag of ['-h', '-help', '-no-such-flag', '---x', '-=x', '-C=x', '-modfile']) {
        const words = [...command.name.split(' '), '-C', folder, flag];
        const result = await both({ words });
        expect(result.ours, words.join(' ')).toEqual(result.go);
      }
    }
  });

  it('lists what it has as go lists it', async () => {
    const { stdout } = runGo(['help'], { cwd: folder });
    const { stdout: ours } = await runOurs(['help'], { cwd: folder });
    const lines = new Set(ours.split('\n'));
    expect(ours).toBe(
      stdout
        .split('\n')
        .filter((line) => lines.has(line))
        .join('\n'),
    );
  });

  it('has the short descriptions and usage lines of go', async () => {
    const { stdout: overview } = runGo(['help'], { cwd: folder });
    const { stdout: group } = runGo(['help', 'mod'], { cwd: folder });
    for (const { name, short, usage, faces = ['go'] } of commands) {
      if (!faces.includes('go')) continue;
      const word = name.slice(name.lastIndexOf(' ') + 1);
      expect(name.startsWith('mod ') ? group : overview).toContain(`\t${word.padEnd(11)} ${short}\n`);
      const { stdout } = runGo(['help', ...name.split(' ')], { cwd: folder });
      expect(stdout.split('\n')[0]).toBe(`usage: ${usage}`);
    }
  });

  const goflags = [
    '',
    '-',
    '--',
    '---oops',
    '-=noname',
    '--=noname',
    '-typoflag',
    '-typoflag=1',
    'rubbish',
    '"-x',
    "'-x y' z",
    '-toString',
    '-__proto__',
    "''",
  ];
  it.each(goflags)('GOFLAGS=%s', async (text) => {
    for (const words of [['version'], ['help'], ['bogus'], ['version', '-foo']]) {
      const { ours, go } = await both({ words, env: { GOFLAGS: text } });
      expect(outline(ours)).toEqual(outline(go));
    }
  });

  it.each([['-m'], ['-v'], ['-m=maybe'], ['-json'], ['-m -v=false -json=true']])(
    'go version with GOFLAGS=%s',
    async (text) => {
      const { ours, go } = await both({ words: ['version'], env: { GOFLAGS: text } });
      expect(ours).toEqual(go);
    },
  );

  const settings: Record<string, string | undefined>[] = [
    { GOROOT: '/no/such/folder' },
    { GOPATH: 'relative' },
    { GOPATH: '~/go' },
    { GOPATH: ':/x::/y' },
    { GOPATH: '/a:b' },
    { GOMIPS: 'x' },
    { GOARM64: 'v7' },
    { GOARM64: 'v9.0,crypto,lse' },
    { GOARM64: 'v8.0,bad' },
    { GOAMD64: 'v9' },
    { GOAMD64: 'v9', GOPPC64: 'power7' },
    { GORISCV64: 'x', GOMIPS64: 'y' },
    { GOWASM: 'satconv,foo,bar' },
    { GOFIPS140: 'bad' },
    { GOFIPS140: 'v1.0' },
    { GOEXPERIMENT: 'bad' },
    { GOEXPERIMENT: 'none,noregabi,,regabiargs' },
    { GOEXPERIMENT: 'noregabiwrappers', GOARCH: 's390x' },
    { GOEXPERIMENT: 'no', GOMIPS: 'x' },
  ];
  it.each(settings.map((env) => [JSON.stringify(env), env]))('with %s', async (_, env) => {
    for (const words of [['version'], ['bogus'], ['env', 'GOARCH']]) {
      const { ours, go } = await both({ words, env });
      expect(ours).toEqual(go);
    }
  });
});

describe('the face gomod', () => {
  const place = (): { cwd: string } => ({ cwd: folder });

  it('has flat names and the names of go', async () => {
    const flat = await runOurs(['download', '-h'], place(), 'gomod');
    expect(flat.status).toBe(2);
    expect(flat.stderr).toBe(
      "usage: gomod download [-x] [-json] [-reuse=old.json] [-need=file] [modules]\nRun 'gomod help download' for details.\n",
    );
    expect(await runOurs(['mod', 'download', '-h'], place(), 'gomod')).toEqual(flat);
    expect((await runOurs(['help', 'download'], place(), 'gomod')).stdout).toContain('usage: gomod download');
    expect((await runOurs(['download'], place(), 'go')).stderr).toContain('go download: unknown command');
  });

  it('says its own version, and what it does not know in its own name', async () => {
    expect((await runOurs(['--version'], place(), 'gomod')).stdout).toBe(`gomod ${ownVersion}\n`);
    expect(await runOurs(['bogus'], place(), 'gomod')).toEqual({
      status: 2,
      stdout: '',
      stderr: "gomod bogus: unknown command\nRun 'gomod help' for usage.\n",
    });
    expect((await runOurs(['--help'], place(), 'gomod')).status).toBe(0);
    for (const words of [['work'], ['work', 'sync']]) {
      const { stderr } = await runOurs(words, place(), 'gomod');
      expect(stderr).toMatch(/unknown command\n.*\ngomod: 'go work' is not part of this release of gomod\n$/);
    }
  });

  it('carries the version of the package', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(ownVersion).toBe(manifest.version);
  });
});

describe('without a Go installation', () => {
  const bare = {
    PATH: '/no/such/folder',
    GOROOT: '',
    GOPROXY: undefined,
    GOSUMDB: undefined,
    GOTOOLCHAIN: undefined,
  };

  it('claims the newest release it knows and has the stock settings', async () => {
    const place = { cwd: folder, env: bare };
    expect((await runOurs(['version'], place)).stdout).toMatch(/^go version go1\.\d+\.\d+ \w+\/\w+\n$/);
    const { stdout } = await runOurs(
      ['env', 'GOROOT', 'GOPROXY', 'GOSUMDB', 'GOTOOLCHAIN', 'GOTOOLDIR'],
      place,
    );
    expect(stdout).toBe('\nhttps://proxy.golang.org,direct\nsum.golang.org\nauto\n\n');
  });

  it('claims the release of GOMOD_GOVERSION', async () => {
    for (const version of ['1.24.3', 'go1.24.3']) {
      const place = { cwd: folder, env: { ...bare, GOMOD_GOVERSION: version } };
      expect((await runOurs(['env', 'GOVERSION'], place)).stdout).toBe('go1.24.3\n');
    }
  });
});
