// Handing over, as a process of its own: with koffi, which lets the toolchain take its place, and without.
//
// The toolchain is a script that runs its words, so that `run sh -c '...'` is any program at all.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goBinary, needs } from '../../tools/testing/requirements.js';
import { removeScratch } from '../../tools/testing/scratch.js';

const modules = join(import.meta.dirname, '..', '..', 'node_modules');
const TOOLCHAIN = `#!/bin/sh
case "$1" in
run) shift; exec "$@" ;;
*) for word; do printf '%s\\n' "$word"; done; pwd; env ;;
esac
`;

let folder = '';
/** The command, by the way in which it hands over. */
const ours = { 'in place': '', 'as a child': '' };
let toolchain = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hand-over-')));
  const entry = `import { runProcess } from ${JSON.stringify(join(import.meta.dirname, 'cli.ts'))}; void runProcess();`;
  for (const way of ['in place', 'as a child'] as const) {
    const place = join(folder, way.replaceAll(' ', '-'));
    mkdirSync(place);
    const outfile = join(place, 'gomod.mjs');
    buildSync({
      stdin: { contents: entry, resolveDir: import.meta.dirname, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: ['koffi'],
      banner: { js: `#!${process.execPath}` },
      outfile,
      logLevel: 'silent',
    });
    chmodSync(outfile, 0o755);
    if (way === 'in place') {
      mkdirSync(join(place, 'node_modules'));
      symlinkSync(join(modules, 'koffi'), join(place, 'node_modules', 'koffi'));
    }
    ours[way] = outfile;
  }
  toolchain = script(join(folder, 'goroot', 'bin', 'go'), TOOLCHAIN);
});
afterAll(() => removeScratch(folder));

function script(path: string, text: string): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode: 0o755 });
  return path;
}

function environment(more: Record<string, string> = {}): Record<string, string> {
  return { PATH: '/usr/bin:/bin', HOME: folder, GOROOT: join(folder, 'goroot'), CGO_ENABLED: '0', ...more };
}

interface Done {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

function run(
  command: string,
  words: readonly string[],
  more: { input?: Buffer; env?: Record<string, string>; cwd?: string } = {},
): Done {
  const { status, signal, stdout, stderr } = spawnSync(command, words, {
    cwd: folder,
    timeout: 120_000,
    maxBuffer: 1 << 24,
    ...more,
    env: environment(more.env),
  });
  return { status, signal, stdout, stderr: stderr.toString() };
}

const begun: ChildProcess[] = [];
afterAll(() => {
  for (const { pid, exitCode, signalCode } of begun) {
    if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
  }
});

/** Starts a command in a session of its own. */
function start(command: string, words: readonly string[]): ChildProcess {
  const child = spawn(command, words, {
    cwd: folder,
    env: environment(),
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  begun.push(child);
  return child;
}

/** Starts a run; resolves when it has printed something. */
async function started(command: string, text: string): Promise<ChildProcess> {
  const child = start(command, ['run', 'sh', '-c', text]);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return child;
}

function ending(child: ChildProcess): Promise<[number | null, NodeJS.Signals | null]> {
  return new Promise((resolve) => {
    child.once('exit', (status, signal) => resolve([status, signal]));
  });
}

/** The state letter that /proc has for a process; '' when it has gone. */
function stateOf(pid: number): string {
  const file = `/proc/${pid}/stat`;
  return existsSync(file) ? (/\) (\S)/.exec(readFileSync(file, 'utf8'))?.[1] ?? '') : '';
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries++) {
    if (tries > 5000) throw new Error('it does not come to that');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const linux = process.platform === 'linux';
const LOOP = 'while :; do sleep 0.05; done';

describe.skipIf(process.platform === 'win32').each(['in place', 'as a child'] as const)('%s', (way) => {
  it('is what it says', () => {
    const { stdout } = run(ours[way], ['run', 'sh', '-c', 'echo $PPID']);
    expect(Number(stdout.toString()) === process.pid).toBe(way === 'in place');
  });

  it('passes on words, folder and environment as they are, -C included', () => {
    symlinkSync(folder, join(folder, `link ${way}`));
    const env = { PWD: join(folder, `link ${way}`), EMPTY: '', 'ODD-NAME': 'a\nb' };
    for (const words of [
      ['build', '', '-C', '/', 'a b', '$x', 'ü', '\u{10ffff}'],
      ['-C', '/usr', 'vet', './...'],
      ['--C=/usr', '--', 'fmt'],
      ['clean', '-cache'],
      ['test', '-bogus', '-args', '-h'],
    ]) {
      const sorted = (done: Done) => ({ ...done, stdout: done.stdout.toString().split('\n').sort() });
      expect(sorted(run(ours[way], words, { env }))).toEqual(sorted(run(toolchain, words, { env })));
    }
  });

  it('passes 1 MB through unharmed', () => {
    const input = Buffer.alloc(1 << 20, 'all sorts of bytes \xff\0', 'latin1');
    const { status, stdout } = run(ours[way], ['run', 'cat'], { input });
    expect(status).toBe(0);
    expect(stdout.equals(input)).toBe(true);
  });

  it.each([0, 1, 3, 255])('ends with status %i', (status) => {
    expect(run(ours[way], ['run', 'sh', '-c', `exit ${status}`])).toMatchObject({ status, signal: null });
  });

  it.each(['SIGTERM', 'SIGKILL', 'SIGINT', 'SIGHUP', 'SIGPIPE', 'SIGUSR1'])('ends by %s', (signal) => {
    const text = `ulimit -c 0; kill -${signal.slice(3)} $$`;
    expect(run(ours[way], ['run', 'sh', '-c', text])).toMatchObject({ status: null, signal, stderr: '' });
  });

  it.each(['SIGINT', 'SIGQUIT', 'SIGTERM', 'SIGHUP'] as const)(
    'leaves %s to the toolchain, sent to the group or to us alone',
    async (signal) => {
      const name = signal.slice(3);
      for (const sign of [-1, 1]) {
        const child = await started(ours[way], `trap 'exit 7' ${name}; echo ready; ${LOOP}`);
        const ended = ending(child);
        process.kill(sign * (child.pid ?? 0), signal);
        expect(await ended).toEqual([7, null]);
      }
      const child = await started(ours[way], `ulimit -c 0; echo ready; ${LOOP}`);
      const ended = ending(child);
      process.kill(-(child.pid ?? 0), signal);
      expect(await ended).toEqual([null, signal]);
    },
  );

  it.skipIf(!linux)('is stopped, and goes on', async () => {
    for (const sign of [-1, 1]) {
      // A shell that controls jobs: groups without one are not stopped by a terminal.
      const text = 'echo $$; exec sleep 60';
      const child = start('bash', [
        '-c',
        'set -m; "$0" run sh -c "$1" & echo $!; read -r line; wait $!',
        ours[way],
        text,
      ]);
      const ended = ending(child);
      let told = '';
      child.stdout?.on('data', (data) => {
        told += data;
      });
      await until(() => told.split('\n').length === 3);
      const pids = told.trim().split('\n').map(Number);
      const [pid = 0] = pids;
      process.kill(sign * pid, 'SIGTSTP');
      await until(() => pids.every((each) => stateOf(each) === 'T'));
      process.kill(sign * pid, 'SIGCONT');
      await until(() => pids.every((each) => stateOf(each) !== 'T'));
      process.kill(pid, 'SIGTERM');
      await until(() => pids.every((each) => ['', 'Z'].includes(stateOf(each))));
      child.stdin?.end();
      expect(await ended).toEqual([128 + 15, null]);
    }
  });

  it('lets SIGPIPE end a program whose reader has gone', () => {
    const { stdout } = run('bash', ['-c', `'${ours[way]}' run yes | head -n 1; echo \${PIPESTATUS[0]}`]);
    expect(stdout.toString()).toBe('y\n141\n');
  });

  it('runs with closed streams', () => {
    const { stdout } = run('sh', ['-c', `'${ours[way]}' run sh -c 'exit 5' <&- >&- 2>&-; echo $?`]);
    expect(stdout.toString()).toBe('5\n');
  });

  it('says that a toolchain cannot be started', () => {
    const GOROOT = join(folder, 'broken');
    const command = script(join(GOROOT, 'bin', 'go'), '#!/no/such/interpreter\n');
    const { status, stderr } = run(ours[way], ['build'], { env: { GOROOT } });
    expect([status, stderr]).toEqual([1, `go: fork/exec ${command}: no such file or directory\n`]);
  });
});

describe.skipIf(!linux)('in place', () => {
  it('leaves neither descriptors, blocked or ignored signals, nor modes of streams', () => {
    const looks = [
      "grep -E 'SigBlk|SigIgn|SigCgt|Threads' /proc/self/status",
      'for fd in 0 1 2 3 4 7; do grep flags: /proc/self/fdinfo/$fd; done',
      'ls /proc/self/fd; cat <&3; echo written >&4',
    ];
    for (const look of looks) {
      const answers = [ours['in place'], toolchain].map((command) => {
        const text = `exec 3</etc/passwd 4>/dev/null 7<>/dev/zero; '${command}' run sh -c "$LOOK"; echo $?`;
        return run('sh', ['-c', text], { env: { LOOK: look } }).stdout.toString();
      });
      expect(answers[0]).toBe(answers[1]);
      expect(answers[0]).not.toBe('');
    }
  });

  it('passes on words that are no UTF-8', () => {
    const text = `'${ours['in place']}' run printf '%s|' "$(printf 'a\\377b')" "$(printf '\\357\\277\\275')"`;
    expect(run('sh', ['-c', text]).stdout.toString('latin1')).toBe('a\xffb|\xef\xbf\xbd|');
  });
});

describe('without a toolchain', () => {
  const none = 'needs a Go toolchain, and none was found\n';
  const advice =
    'gomod: install Go (https://go.dev/dl/), and put its bin folder on PATH or set GOROOT to where it is\n';
  const bare = { GOROOT: '', PATH: '/bin-of-nobody' };

  it('says so, and how to get one', () => {
    const { status, stdout, stderr } = run(ours['in place'], ['-C', '/', 'build', '-bogus'], { env: bare });
    expect({ status, stdout: stdout.toString(), stderr }).toEqual({
      status: 1,
      stdout: '',
      stderr: `gomod: 'go build' ${none}${advice}`,
    });
    const GOROOT = join(folder, 'nothing');
    mkdirSync(GOROOT, { recursive: true });
    expect(run(ours['in place'], ['test'], { env: { ...bare, GOROOT } }).stderr).toBe(
      `gomod: 'go test' ${none}gomod: there is none in GOROOT, which is ${GOROOT}\n${advice}`,
    );
  });

  it('has help of its own', () => {
    const env = bare;
    const page = run(ours['in place'], ['help', 'fmt'], { env });
    expect([page.status, page.stdout.toString().split('\n')[0]]).toEqual([
      0,
      'usage: gomod fmt [-n] [-x] [packages]',
    ]);
    expect(run(ours['in place'], ['fmt', '-h'], { env })).toMatchObject({
      status: 2,
      stderr: "usage: gomod fmt [-n] [-x] [packages]\nRun 'gomod help fmt' for details.\n",
    });
  });

  it('reads no files', () => {
    const { status, stderr } = run(ours['in place'], ['version', '-m', 'file'], { env: bare });
    const needed = 'gomod: reading the build information of files needs a Go toolchain, and none was found\n';
    expect([status, stderr]).toEqual([1, needed + advice]);
  });

  it('never takes itself for one', () => {
    const self = join(folder, 'self', 'bin', 'go');
    mkdirSync(dirname(self), { recursive: true });
    mkdirSync(join(folder, 'self', 'pkg', 'tool'), { recursive: true });
    const [command = ''] = [ours['in place']];
    const makers: (() => void)[] = [
      () => symlinkSync(command, self),
      () => linkSync(command, self),
      () => script(self, `#!/bin/sh\nexec '${command}' "$@"\n`),
      () => script(self, readFileSync(join(import.meta.dirname, '..', '..', 'bin', 'gomod.cjs'), 'utf8')),
    ];
    for (const make of makers) {
      rmSync(self, { force: true });
      make();
      const env = { GOROOT: '', PATH: dirname(self) };
      for (const GOROOT of ['', join(folder, 'self')]) {
        expect(run(command, ['vet'], { env: { ...env, GOROOT } }).stderr).toContain(none);
      }
      // A link that was called by its name is the same file.
      if (make === makers[0]) expect(run(self, ['vet'], { env }).stderr).toBe(`go: 'go vet' ${none}`);
    }
    // What comes behind is found, be it somebody's script.
    const other = script(join(folder, 'other', 'go'), '#!/bin/sh\necho another\n');
    const PATH = ['relative', dirname(self), dirname(other), '/bin'].join(':');
    expect(run(command, ['vet'], { env: { GOROOT: join(folder, 'self'), PATH } }).stdout.toString()).toBe(
      'another\n',
    );
  });
});

describe('cgo without its compiler', () => {
  const env = { CGO_ENABLED: '1', CC: '"no such cc" -m64' };
  const advice =
    'gomod: cgo is on, and its C compiler no such cc is not there: packages that use cgo do not build\n' +
    'gomod: install a C compiler, or set CC to one; CGO_ENABLED=0 builds without cgo\n';

  it.each(['in place', 'as a child'] as const)('is told when the toolchain failed (%s)', (way) => {
    const fails = ['run', 'sh', '-c', 'exit 1'];
    expect(run(ours[way], fails, { env })).toMatchObject({ status: 1, stderr: advice });
    const misused = ['run', 'sh', '-c', 'exit 2'];
    expect(run(ours[way], misused, { env })).toMatchObject({ status: 2, stderr: '' });
    expect(run(ours[way], ['run', 'true'], { env })).toMatchObject({ status: 0, stderr: '' });
    expect(run(ours[way], ['run', 'sh', '-c', 'kill -TERM $$'], { env })).toMatchObject({
      signal: 'SIGTERM',
      stderr: '',
    });
    expect(run(ours[way], fails, { env: { ...env, CC: 'sh' } })).toMatchObject({ status: 1, stderr: '' });
    expect(run(ours[way], fails, { env: { ...env, CGO_ENABLED: '0' } })).toMatchObject({
      status: 1,
      stderr: '',
    });
  });

  it('is not told of what a signal has ended', () => {
    const text = `trap 'exit 3' TERM; kill -TERM $PPID; ${LOOP}`;
    expect(run(ours['as a child'], ['run', 'sh', '-c', text], { env })).toMatchObject({
      status: 3,
      stderr: '',
    });
  });

  it('is not told under the name go', () => {
    const go = join(folder, 'as-go', 'go');
    mkdirSync(dirname(go));
    symlinkSync(ours['in place'], go);
    expect(run(go, ['run', 'sh', '-c', 'exit 3'], { env })).toMatchObject({ status: 3, stderr: '' });
  });
});

const need = needs('go');
describe.skipIf(need.skip)(need.title('to the real go'), () => {
  const cases = [
    ['build', '-C', 'not-there'],
    ['vet', '-bogus'],
    ['help', 'build'],
    ['tool', '-n', 'vet'],
    ['fmt', '-x', './...'],
    ['clean', '-bogus'],
    ['telemetry', 'bogus'],
    ['doc', '-h'],
    ['version', '-json', 'file'],
    ['version', '-C', '.', '-m', '--', 'not-there'],
    ['version', '-'],
  ];
  it.each(cases.map((words) => [words.join(' '), words] as const))('%s', (_, words) => {
    const go = goBinary() ?? '';
    // Found on PATH: no GOROOT, and what lies in front is ourselves.
    const front = join(folder, 'front');
    if (!existsSync(front)) {
      mkdirSync(front);
      symlinkSync(ours['in place'], join(front, 'go'));
    }
    const env = { GOROOT: '', PATH: [front, dirname(go), '/usr/bin', '/bin'].join(':') };
    const expected = run(go, words, { env });
    expect(run(join(front, 'go'), words, { env })).toEqual(expected);
    expect(run(ours['as a child'], words, { env })).toEqual(expected);
  });
});
