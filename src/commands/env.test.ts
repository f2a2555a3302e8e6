import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Outcome, runGo, runOurs } from '../../tools/testing/command.js';
import { quietHome } from '../../tools/testing/quiet-home.js';
import { needs } from '../../tools/testing/requirements.js';
import { removeScratch } from '../../tools/testing/scratch.js';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'gomod-env-'));
});
afterAll(() => removeScratch(root));

/** GOGCCFLAGS holds a temporary folder of go and depends on its compiler; we run none. */
function comparable({ status, stdout, stderr }: Outcome): Outcome {
  return {
    status,
    stdout: stdout.replace(/(GOGCCFLAGS[^=:]*[=:]).*/g, '$1'),
    stderr: stderr.replace(/go-build\d+/, 'go-build*'),
  };
}

type Variables = Record<string, string | undefined>;

const compiler = needs('go', 'gcc');
describe.skipIf(compiler.skip)(compiler.title('the flags of C compilers'), () => {
  const compilers = ['gcc', 'cc', '/usr/bin/g++', 'clang', 'other', 'gcc -m32', 'gcc -a -b -c', '', "'open"];
  it.each(compilers)('are those that go passes to %j', async (CC) => {
    for (const GOOS of ['linux', 'windows', 'darwin']) {
      const place = { cwd: root, env: { HOME: quietHome(join(root, 'compiler')), CC, GOOS } };
      const { stdout } = runGo(['env', 'GOGCCFLAGS'], place);
      const go = stdout.replace(/-ffile-prefix-map=\S* /, '');
      expect((await runOurs(['env', 'GOGCCFLAGS'], place)).stdout, GOOS).toBe(go);
    }
  });
});

const need = needs('go');
describe.skipIf(need.skip)(need.title('go env shows what go shows'), () => {
  let folder = '';
  beforeAll(() => {
    folder = join(root, 'show');
    mkdirSync(join(folder, 'module', 'below'), { recursive: true });
    quietHome(join(folder, 'home'));
    mkdirSync(join(folder, 'work', 'a'), { recursive: true });
    mkdirSync(join(folder, 'goroot', 'pkg', 'tool'), { recursive: true });
    writeFileSync(join(folder, 'module', 'go.mod'), 'module example.com/m\n');
    writeFileSync(join(folder, 'work', 'go.work'), 'go 1.24\n');
    writeFileSync(join(folder, 'work', 'a', 'go.mod'), 'module example.com/a\n');
    writeFileSync(
      join(folder, 'goroot', 'go.env'),
      '# defaults\nGOPROXY=s\nGOAMD64=v1\nGOSUMDB=\nGONOTE=x\n',
    );
    writeFileSync(
      join(folder, 'home', '.config', 'go', 'env'),
      'GOFLAGS=-mod=mod\n# GOBIN=/x\nGOPRIVATE=a,b\nGOPRIVATE=c\nlower=1\n=2\nGOINSECURE=\nUNKNOWN=u v\r\nCC=gcc -m32',
    );
  });

  async function compare(words: string[], env: Variables, below = '.'): Promise<void> {
    const place = { cwd: join(folder, below), env: { HOME: join(folder, 'home'), ...env } };
    const ours = await runOurs(['env', ...words], place);
    expect(comparable(ours), JSON.stringify([words, env])).toEqual(
      comparable(runGo(['env', ...words], place)),
    );
  }

  const forms: string[][] = [
    [],
    ['-json'],
    ['-changed'],
    ['-changed', '-json'],
    ['GOPROXY', 'GOPATH', 'GOMODCACHE', 'GOENV', 'GOCACHE', 'GOTELEMETRY', 'GOTELEMETRYDIR'],
    ['-json', 'GOPROXY', 'NOPE', 'GOPROXY', 'GOFLAGS', 'HOME', 'UNKNOWN', 'lower'],
    ['NOPE', 'HOME', 'a b', '', 'UNKNOWN', 'GO_EXTLINK_ENABLED', 'FC', 'GOWASM', 'PKG_CONFIG', 'CGO_CFLAGS'],
    ['-changed', 'GOPRIVATE', 'GOSUMDB', 'GOPRIVATE', 'NOPE', 'GOFLAGS'],
    ['-changed', '-json', 'GOPRIVATE', 'GOSUMDB', 'GOPRIVATE', 'NOPE'],
    ['-changed', 'NOPE'],
    ['-changed', '-json', 'NOPE'],
    ['A=b'],
    ['GOOS', '-json'],
    ['-json', '-u'],
    ['-json', '-w'],
    ['-w', '-u'],
    ['-w'],
    ['-u'],
    ['-json=maybe'],
    ['-changed=false', '-json=false', 'GOOS'],
  ];

  it.each(forms.map((words) => [words.join(' '), words]))('go env %s', (_, words) => compare(words, {}));

  const settings: Variables[] = [
    { GOENV: 'off' },
    { GOENV: 'relative-file' },
    { HOME: '' },
    { HOME: undefined },
    { HOME: '/' },
    { HOME: 'relative' },
    { HOME: undefined, XDG_CONFIG_HOME: '/xdg', XDG_CACHE_HOME: '/cache/' },
    { XDG_CONFIG_HOME: 'relative', XDG_CACHE_HOME: 'relative' },
    { GOPATH: '/a/:/b', GOBIN: '/bin/x' },
    { GOPATH: ':/b' },
    { GOCACHE: 'relative' },
    { GOCACHE: 'off', GOMODCACHE: 'relative', GOTMPDIR: 'relative' },
    { GOCACHE: '/c', GOMODCACHE: '/m' },
    { GOPROXY: undefined, GOSUMDB: undefined, GOTOOLCHAIN: undefined },
    { GOPROXY: 'https://a<b>&c', GOFLAGS: `$(echo 'cc"'; echo 'x')`, GOVCS: 'line\nbreak\ttab \\ "q"' },
    { GONOPROXY: 'none', GONOSUMDB: 'a', GOPRIVATE: 'b', GOINSECURE: 'i', GOAUTH: 'off' },
    { GOOS: 'windows', GOARCH: 'arm64' },
    { GOOS: 'js', GOARCH: 'wasm' },
    { GOOS: 'darwin', GOARCH: 'amd64', CC: 'x' },
    { GOARCH: 'arm', GOARM: '6' },
    { GOARCH: 'riscv64' },
    { GOARCH: 'ppc64le', GOPPC64: 'power9' },
    { GOARCH: 'loong64' },
    { GOOS: 'linux', GOARCH: 'mips', CGO_ENABLED: '1' },
    { GOOS: 'bados' },
    { GOOS: 'linux', GOARCH: 'sparc64' },
    { CGO_ENABLED: '0' },
    { CGO_ENABLED: 'yes' },
    { CC: 'clang', CXX: "'c++ x' -y", AR: 'ar', PKG_CONFIG: 'pkg -x' },
    { CC: './cc' },
    { GOTMPDIR: '/proc/no/such' },
    { TMPDIR: '/proc/no/such' },
    { TMPDIR: 'no-such' },
    { GOTMPDIR: '/etc/passwd' },
    { GOTMPDIR: '/etc/passwd/below/' },
    { GOTMPDIR: '/proc/' },
    { GOTMPDIR: '/proc/no/such', GOCACHE: 'off' },
    { GOTMPDIR: '/proc/no/such', CC: './cc' },
    { GOTMPDIR: '/proc/no/such', GOOS: 'bados' },
    { CXX: "'open" },
    { PATH: '/no/such/folder', GOROOT: undefined, CC: 'gcc' },
    { CGO_CFLAGS: '-O2  -g', CGO_CPPFLAGS: "-D 'a b'", CGO_LDFLAGS: '-g', CGO_FFLAGS: '-O2 -g' },
    { GO111MODULE: 'auto' },
    { GO111MODULE: 'off' },
    { GO111MODULE: 'on' },
    { GO111MODULE: 'bad' },
    { GOWORK: 'off' },
    { GOWORK: 'auto' },
    { GOWORK: '/some/go.work' },
    { GOWORK: 'relative' },
    { GOFIPS140: 'latest', GOEXPERIMENT: 'arenas,nogreenteagc', GODEBUG: 'x=1' },
    {
      GOVERSION: 'x',
      GOTOOLDIR: 'y',
      GOHOSTOS: 'z',
      GOEXE: 'q',
      GOTELEMETRY: 'on',
      GOGCCFLAGS: 'w',
      GOMOD: 'm',
    },
    { GCCGO: 'sh' },
    { GCCGO: 'no-such-gccgo' },
  ];
  const ordinary = settings.filter(({ PATH }) => PATH === undefined);
  it.each(ordinary.map((env) => [JSON.stringify(env), env]))('with %s', async (_, env) => {
    for (const words of [[], ['-json'], ['-changed'], ['GOMOD', 'GOWORK', 'GOPATH', 'CGO_ENABLED']]) {
      await compare(words, env);
    }
  });

  it.each([
    'GOOS=plan9',
    'GOOS=plan9\nCGO_ENABLED=1',
    'GOARCH=arm64\nCGO_ENABLED=0',
    'GOARCH=arm64\nCGO_ENABLED=1',
    'CGO_ENABLED=0',
    'CGO_ENABLED=1',
  ])('with the file %j', async (text) => {
    const GOENV = join(folder, 'user-file');
    writeFileSync(GOENV, `${text}\n`);
    for (const env of [{ GOENV }, { GOENV, CGO_ENABLED: '1' }, { GOENV, GOOS: 'linux', GOARCH: 'amd64' }])
      await compare(['-changed'], env);
  });

  it('finds go.mod and go.work from where it is', async () => {
    for (const below of ['.', 'module', 'module/below', 'work', 'work/a']) {
      for (const modules of ['', 'off', 'auto']) {
        await compare(['GOMOD', 'GOWORK'], { GO111MODULE: modules }, below);
      }
    }
  });

  it('ignores a go.mod in the temporary folder and in GOPATH, and says so', async () => {
    for (const env of [{ TMPDIR: join(folder, 'module') }, { GOPATH: join(folder, 'module') }]) {
      for (const modules of ['', 'off', 'auto']) {
        await compare(['GOMOD'], { ...env, GO111MODULE: modules }, 'module/below');
        await compare(['GOMOD'], { ...env, GO111MODULE: modules });
      }
    }
  });

  it('reads go.env of another GOROOT', async () => {
    const GOROOT = join(folder, 'goroot');
    const words = ['-changed', 'GOPROXY', 'GOSUMDB', 'GOAMD64', 'GOTOOLCHAIN'];
    for (const env of [
      { GOPROXY: 's' },
      { GOPROXY: 't' },
      { GOAMD64: 'v3', GOSUMDB: 'x' },
      { GOPROXY: undefined },
    ]) {
      await compare(words, { GOROOT, ...env });
      await compare(['GOPROXY', 'GOSUMDB', 'GONOTE', 'GOROOT', 'GOTOOLDIR'], {
        GOROOT: `${GOROOT}/`,
        ...env,
      });
    }
  });

  it('shows the folder by the name that the shell has for it', async () => {
    const real = realFolder();
    await compare(['GOMOD'], { PWD: real }, 'module');
  });

  function realFolder(): string {
    return join(folder, 'module');
  }
});

describe.skipIf(need.skip)(need.title('go env -w and -u write what go writes'), () => {
  let count = 0;
  let folders: readonly [string, string];
  beforeEach(() => {
    count++;
    folders = [join(root, `ours-${count}`), join(root, `go-${count}`)];
    for (const folder of folders) mkdirSync(folder, { recursive: true });
  });

  /** Runs both, each in its own folder, and compares what they say and the file they leave. */
  async function compare(words: string[], env: Variables = {}, file = 'env'): Promise<Outcome> {
    const place = (folder: string) => ({ cwd: folder, env: { GOENV: join(folder, file), ...env } });
    const [mine, theirs] = folders;
    const ours = await runOurs(['env', ...words], place(mine));
    const go = runGo(['env', ...words], place(theirs));
    const plain = (text: string): string => text.replaceAll(mine, '@').replaceAll(theirs, '@');
    expect({ ...ours, stderr: plain(ours.stderr) }, words.join(' ')).toEqual({
      ...go,
      stderr: plain(go.stderr),
    });
    expect(content(mine, file)).toEqual(content(theirs, file));
    return ours;
  }

  function content(folder: string, file: string): string | undefined {
    try {
      return readFileSync(join(folder, file), 'latin1');
    } catch {
      return undefined;
    }
  }

  function prepare(text: string): void {
    for (const folder of folders) writeFileSync(join(folder, 'env'), Buffer.from(text, 'latin1'));
  }

  it('makes the file and its folders, sorted', async () => {
    await compare(['-w', 'GOSUMDB=off', 'GOPROXY=off', 'AR=x'], {}, 'a/b/env');
    await compare(['-w', 'GOPRIVATE=p', 'AR='], {}, 'a/b/env');
    await compare(['-u', 'GOPRIVATE', 'AR', 'GOBIN'], {}, 'a/b/env');
  });

  it('keeps the other name of a file that has two, its mode and its owner', async () => {
    prepare('GOPROXY=a\n');
    for (const folder of folders) {
      const file = join(folder, 'env');
      linkSync(file, join(folder, 'other'));
      if (process.getuid?.() === 0) chownSync(file, 1234, 4321);
      chmodSync(file, 0o640);
    }
    await compare(['-w', 'GOSUMDB=off']);
    const [mine, theirs] = folders.map((folder) => {
      const { uid, gid, mode, nlink } = statSync(join(folder, 'env'));
      return { uid, gid, mode, nlink, other: content(folder, 'other') };
    });
    expect(mine).toEqual(theirs);
    expect(mine).toMatchObject({ nlink: 2, other: content(folders[0], 'env') });
  });

  it('keeps comments, odd lines, bytes that are no text, and drops repeated names', async () => {
    prepare('# c\nZZ=1\nGOPROXY=a\n\nGOSUMDB=x\nAR=q\nGOPROXY=b\nfoo\xff\n#A=1\nA=\nB#=2\r\nCC=\xfe');
    await compare(['-w', 'GOSUMDB=y', 'CXX=z', 'GOBIN=/b\u00e9']);
    await compare(['-u', 'GOPROXY', 'CXX']);
    await compare(['-w', 'ZZ=2', 'A=3']);
    await compare(['-u', 'ZZ', 'A', 'foo']);
  });

  const refused: string[][] = [
    ['-w', 'GOGC=off'],
    ['-w', 'GOEXE=.bat'],
    ['-w', 'GOVERSION=x'],
    ['-w', 'GOENV=/env'],
    ['-w', 'GODEBUG=x'],
    ['-w', 'GOWORK=off'],
    ['-w', 'GOMOD=x'],
    ['-w', 'GOOS'],
    ['-w', '=x'],
    ['-w', ''],
    ['-w', 'GOBIN=/a', 'GOBIN=/a'],
    ['-w', 'GO111MODULE=maybe'],
    ['-w', 'GOPATH=~/go'],
    ['-w', 'GOPATH=./go'],
    ['-w', 'GOMODCACHE=./x'],
    ['-w', 'GOTMPDIR=x'],
    ['-w', 'CC=./clang'],
    ['-w', 'CXX=bin/clang -x'],
    ['-w', "CC='open"],
    ['-w', 'CC= '],
    ['-w', 'GOFLAGS=a\nb'],
    ['-w', 'GOFLAGS=a\rb'],
    ['-w', 'GOFLAGS=a\vb'],
    ['-w', 'GOOS=linuxx'],
    ['-w', 'GOARCH=amd644'],
    ['-w', 'GOOS=android', 'GOARCH=s390x'],
    ['-w', 'GOEXPERIMENT=badexp'],
    ['-w', 'GOARCH=s390x', 'GOEXPERIMENT=noregabiwrappers'],
    ['-u', 'GOGC'],
    ['-u', 'GOVERSION'],
    ['-u', 'GOENV'],
    ['-u', 'GOOS=x'],
    ['-u', ''],
  ];
  it.each(refused.map((words) => [words.join(' '), words]))('refuses %s', async (_, words) => {
    prepare('GOBIN=/x\n');
    expect((await compare(words)).status).toBe(1);
  });

  it('keeps what fits together', async () => {
    await compare(['-w', 'GOOS=linux', 'GOARCH=mips']);
    await compare(['-u', 'GOOS'], { GOOS: 'windows' });
    await compare(['-w', 'GOEXPERIMENT=fieldtrack', 'GOTMPDIR=/x/y', 'CC=clang', 'GOPATH=/p', 'GOMODCACHE=']);
    await compare(['-w', 'GOARCH=amd64'], { GOARCH: 'arm64' });
    await compare(['-u', 'GOOS', 'GOARCH', 'GOEXPERIMENT']);
  });

  it('recovers from settings that no other command accepts', async () => {
    prepare('GOOS=bados\nGOARCH=badarch\nGOEXPERIMENT=badexp\n');
    const all = { GOOS: '', GOARCH: '', GOEXPERIMENT: '' };
    await compare([], all);
    await compare(['GOOS'], all);
    await compare(['-u', 'GOEXPERIMENT'], all);
    await compare(['-u', 'GOOS'], all);
    await compare(['-u', 'GOARCH'], all);
    await compare(['-u', 'GOOS', 'GOARCH'], all);
  });

  it('warns where the environment overrides what is kept', async () => {
    const { stderr } = await compare(['-w', 'GOPROXY=direct', 'GOBIN=/b'], { GOPROXY: 'off', GOBIN: '/b' });
    expect(stderr).toContain('warning: go env -w GOPROXY=...');
  });

  it('says what is wrong with the file', async () => {
    await compare(['-u', 'GOPROXY']);
    for (const folder of folders) mkdirSync(join(folder, 'folder'));
    await compare(['-w', 'GOPROXY=x'], {}, 'folder');
    await compare(['-u', 'GOPROXY'], {}, 'folder');
    prepare('');
    await compare(['-w', 'GOPROXY=x'], {}, 'env/below');
    await compare(['-w', 'GOPROXY=x'], { GOENV: '', HOME: undefined });
  });

  it('writes the usual file under GOENV=off, as go does', async () => {
    await compare(['-w', 'GOBIN=/x'], { GOENV: 'off' }, 'home/.config/go/env');
  });

  it('leaves nothing beside the file, and its mode as it was', async () => {
    prepare('GOBIN=/x\n');
    const [mine] = folders;
    await compare(['-w', 'GOBIN=/y']);
    expect(readdirSync(mine).filter((name) => name !== 'home')).toEqual(['env']);
    expect(statSync(join(mine, 'env')).mode & 0o777).toBe(0o644);
  });

  const devices = needs('go', 'root');
  it.skipIf(devices.skip)(devices.title('writes into a device, which stays one'), async () => {
    for (const folder of folders) execFileSync('mknod', [join(folder, 'null'), 'c', '1', '3']);
    await compare(['-w', 'GOBIN=/x'], {}, 'null');
    await compare(['-u', 'GOBIN'], {}, 'null');
    for (const folder of folders)
      expect(statSync(join(folder, 'null')).isCharacterDevice(), folder).toBe(true);
  });
});
