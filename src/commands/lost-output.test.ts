// Output that cannot be written, or that nobody reads: as go takes it. Needs the build.

import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { writeFolder } from '../../conformance/fixtures/folder.js';
import { proxyFiles } from '../../conformance/fixtures/module.js';
import { proxyEnvironment } from '../../tools/testing/proxy-environment.js';
import { goBinary, needs } from '../../tools/testing/requirements.js';
import { removeScratch } from '../../tools/testing/scratch.js';

const FULL = '/dev/full';

/** Folders with so many requirements: `list -m all` prints less than 4 kB, some more, more than 64 kB. */
const SIZES = { few: 20, some: 120, many: 1500 } as const;

const GROWING: readonly (readonly string[])[] = [
  ['list', '-m', 'all'],
  ['list', '-m', '-json', 'all'],
  ['list', '-m', '-e', 'all'],
  ['list', '-m', '-f', '{{.Path}}', 'all'],
  ['list', '-m', '-f', '{{.Nope}}', 'all'],
  ['mod', 'graph'],
  ['mod', 'edit', '-json'],
  ['mod', 'edit', '-print'],
];
const COMMANDS: readonly (readonly string[])[] = [
  ['env'],
  ['env', '-json'],
  ['env', '-json', 'GOPATH'],
  ['env', 'GOPATH'],
  ['version'],
  ['help'],
  ['help', 'mod'],
  ['help', 'mod', 'graph'],
];

const need = needs('go');
describe.skipIf(need.skip || !existsSync(FULL))(need.title('output that is lost'), () => {
  let root = '';
  let ours = '';
  let environment: Record<string, string>;

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'gomod-lost-'));
    ours = join(root, 'go');
    symlinkSync(join(import.meta.dirname, '../../bin/gomod.cjs'), ours);
    mkdirSync(join(root, 'home'));
    const modules = Array.from({ length: SIZES.many }, (_, i) => ({
      path: `some-long-name.test/another-long-name/m${i + 10_000}`,
      version: 'v1.0.0',
    }));
    writeFolder(proxyFiles(modules), join(root, 'proxy'));
    for (const [name, size] of Object.entries(SIZES)) {
      const lines = modules.slice(0, size).map(({ path, version }) => `require ${path} ${version}\n`);
      mkdirSync(join(root, name));
      writeFileSync(join(root, name, 'go.mod'), `module main.test/m\n\ngo 1.17\n\n${lines.join('')}`);
    }
    environment = proxyEnvironment(root);
    const { status } = spawnSync(ours, ['list', '-m', 'all'], { cwd: join(root, 'many'), env: environment });
    expect(status).toBe(0);
  });
  afterAll(() => removeScratch(root));

  const run = (program: string, folder: string, words: readonly string[], stdout: string) => {
    const fd = openSync(stdout, 'w');
    const cwd = join(root, folder);
    const done = spawnSync(program, words, { cwd, env: environment, stdio: ['ignore', fd, 'pipe'] });
    closeSync(fd);
    return { status: done.status, signal: done.signal, stderr: done.stderr.toString() };
  };
  const go = goBinary() ?? 'go';

  describe.each(Object.keys(SIZES))('a full disk, %s modules', (folder) => {
    test.each(folder === 'few' ? [...GROWING, ...COMMANDS] : GROWING)('%s %s %s %s %s', (...words) => {
      const theirs = run(go, folder, words, FULL);
      expect(run(ours, folder, words, FULL)).toEqual(theirs);
      // What is remembered is told like that, too.
      expect(run(ours, folder, words, '/dev/null').status).toBe(words.includes('{{.Nope}}') ? 1 : 0);
      expect(run(ours, folder, words, FULL)).toEqual(theirs);
    });
  });

  test.each([4095, 4096, 4097, 4098])('%d bytes', (size) => {
    const text = `{{printf "%${size}s" .Path}}`;
    for (const format of [
      text,
      `${text}\n`,
      `{{if .Main}}${text}{{end}}`,
      `{{if .Main}}${text}\n{{end}}`,
      `{{if .Main}}${text}{{else}}x{{end}}`,
    ])
      for (const words of [
        ['list', '-m', '-f', format],
        ['list', '-m', '-f', format, 'all'],
      ])
        expect([format, run(ours, 'few', words, FULL)]).toEqual([format, run(go, 'few', words, FULL)]);
  });

  it('is told under our own name, whatever it is', () => {
    const named = join(root, 'gomod');
    symlinkSync(join(import.meta.dirname, '../../bin/gomod.cjs'), named);
    expect(run(named, 'few', ['graph'], FULL)).toEqual({
      status: 1,
      signal: null,
      stderr: 'gomod: the output cannot be written: write stdout: no space left on device\n',
    });
  });

  /** The status, as a shell tells it, of a run of which nobody reads what `redirect` sends to descriptor 4. */
  function statusUnread(redirect: string, program: string, words: readonly string[]): string {
    // The reader is gone before there is anything to read.
    const script = `exec 4> >(:); wait $!; "$0" "$@" ${redirect} 4>&-; echo $?`;
    const surroundings = { cwd: join(root, 'few'), env: environment };
    return spawnSync('bash', ['-c', script, program, ...words], surroundings).stdout.toString();
  }

  it.each([['version'], ['list', '-m', 'all'], ['mod', 'graph']])('nobody reads: %s %s %s', (...words) => {
    for (const program of [go, ours, ours])
      expect([program, statusUnread('2>&1 >&4', program, words)]).toEqual([program, '141\n']);
  });

  it.each([['nope'], ['mod', 'edit', '-nope'], ['list', '-m', 'nope'], ['help', 'nope']])(
    'nobody reads what went wrong: %s %s %s',
    (...words) => {
      for (const program of [go, ours, ours])
        expect([program, statusUnread('2>&4', program, words)]).toEqual([program, '141\n']);
    },
  );
});
