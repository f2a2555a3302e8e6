import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goAlone } from '../../../tools/testing/go-oracle.js';
import { goBinary, needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { isNotExist } from '../error.js';
import { describeError, errnoCode, errnoText, fileError, isReadOnly } from './errno.js';

let folder = '';
beforeAll(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'gomod-errno-'));
  fs.mkdirSync(join(folder, 'full', 'below'), { recursive: true });
  fs.mkdirSync(join(folder, 'empty'));
  fs.writeFileSync(join(folder, 'file'), '');
  fs.symlinkSync('loop', join(folder, 'loop'));
});
afterAll(() => removeScratch(folder));

function failure(step: () => unknown): unknown {
  try {
    step();
  } catch (error) {
    return error;
  }
  throw new Error('did not fail');
}

/** The same mistakes, made through node:fs and through Go's package os. */
const MISTAKES: readonly { readonly node: (at: string) => unknown; readonly go: string }[] = [
  { node: (at) => fs.readFileSync(`${at}/none`), go: 'os.ReadFile(at + "/none")' },
  { node: (at) => fs.openSync(`${at}/file/x`, 'r'), go: 'os.Open(at + "/file/x")' },
  { node: (at) => fs.openSync(`${at}/loop`, 'r'), go: 'os.Open(at + "/loop")' },
  {
    node: (at) => fs.openSync(`${at}/file`, 'wx'),
    go: 'os.OpenFile(at + "/file", os.O_CREATE|os.O_EXCL, 0)',
  },
  { node: (at) => fs.writeFileSync(`${at}/full`, 'x'), go: 'os.WriteFile(at + "/full", nil, 0o666)' },
  { node: (at) => fs.mkdirSync(`${at}/full`), go: 'os.Mkdir(at + "/full", 0o777)' },
  { node: (at) => fs.mkdirSync(`${at}/file/x`), go: 'os.Mkdir(at + "/file/x", 0o777)' },
  { node: (at) => fs.rmdirSync(`${at}/full`), go: 'os.Remove(at + "/full")' },
  { node: (at) => fs.unlinkSync(`${at}/none`), go: 'os.Remove(at + "/none")' },
  { node: (at) => fs.readdirSync(`${at}/none`), go: 'os.ReadDir(at + "/none")' },
  { node: (at) => fs.renameSync(`${at}/none`, `${at}/b`), go: 'os.Rename(at + "/none", at + "/b")' },
  { node: (at) => fs.renameSync(`${at}/file`, `${at}/full`), go: 'os.Rename(at + "/file", at + "/full")' },
  {
    node: (at) => fs.renameSync(`${at}/empty`, `${at}/full`),
    go: 'os.Rename(at + "/empty", at + "/full")',
  },
  {
    node: (at) => fs.renameSync(`${at}/file`, `${at}/full/below`),
    go: 'os.Rename(at + "/file", at + "/full/below")',
  },
  { node: (at) => fs.renameSync(`${at}/full`, `${at}/file`), go: 'os.Rename(at + "/full", at + "/file")' },
  { node: (at) => fs.symlinkSync('x', `${at}/file`), go: 'os.Symlink("x", at + "/file")' },
  { node: (at) => fs.statSync(`${at}/none`), go: 'os.Stat(at + "/none")' },
  { node: (at) => fs.lstatSync(`${at}/file/x`), go: 'os.Lstat(at + "/file/x")' },
  { node: (at) => fs.readlinkSync(`${at}/file`), go: 'os.Readlink(at + "/file")' },
  { node: (at) => fs.chmodSync(`${at}/none`, 0), go: 'os.Chmod(at + "/none", 0)' },
  {
    node: (at) => fs.statSync(`${at}/${'n'.repeat(300)}`),
    go: 'os.Stat(at + "/" + strings.Repeat("n", 300))',
  },
];

describe('errors in Go words', () => {
  it('names operation, paths and reason', () => {
    expect(describeError(failure(() => fs.readFileSync('/no/such')))).toBe(
      'open /no/such: no such file or directory',
    );
    const rename = failure(() => fs.renameSync('/no/a', '/no/b'));
    expect(describeError(rename)).toBe('rename /no/a /no/b: no such file or directory');
    expect(
      describeError(
        failure(() => fs.writeSync(9999, 'x')),
        { path: '/x' },
      ),
    ).toBe('write /x: bad file descriptor');
    expect(describeError({ code: 'EROFS' })).toBe('read-only file system');
    expect(describeError(new Error('as it is'))).toBe('as it is');
    expect(describeError('text')).toBe('text');
  });

  it('tells kinds apart', () => {
    const missing = fileError(failure(() => fs.statSync('/no/such')));
    expect(isNotExist(missing)).toBe(true);
    expect(missing.message).toBe('stat /no/such: no such file or directory');
    expect(isReadOnly({ code: 'EROFS' })).toBe(true);
    expect(errnoCode({ code: 'ERR_INVALID_ARG_TYPE' })).toBeUndefined();
    const own = new Error('ours');
    expect(fileError(own)).toBe(own);
  });

  it('knows nothing by the names of Object.prototype', () => {
    expect(errnoText('constructor')).toBeUndefined();
  });
});

const need = needs('go');
describe.skipIf(need.skip)(need.title('errors against Go'), () => {
  function runGo(body: string, imports: readonly string[], ...words: string[]): string[] {
    const main = join(folder, 'main.go');
    const list = ['fmt', 'os', ...imports].map((name) => `import "${name}"\n`).join('');
    fs.writeFileSync(
      main,
      `package main\n${list}var _ = fmt.Sprint\nvar _ = os.Args\nfunc main() {\n${body}\n}\n`,
    );
    const go = goBinary() ?? '';
    const env = goAlone({ GO111MODULE: 'off' });
    const out = execFileSync(go, ['run', main, ...words], { env, encoding: 'utf8' });
    return out.split('\n').slice(0, -1);
  }

  it('describes the same mistakes in the same words', () => {
    const lines = MISTAKES.map(({ go }) => `show(${go})`).join('\n');
    const body = `at := os.Args[1]
      _ = strings.Repeat
      show := func(results ...any) { fmt.Println(results[len(results)-1]) }
      ${lines}`;
    const expected = runGo(body, ['strings'], folder);
    expect(MISTAKES.map(({ node }) => describeError(failure(() => node(folder))))).toEqual(expected);
  });

  it('has the reason of every error name that node knows', () => {
    const names = Object.entries(constants.errno).filter(([name]) => errnoText(name) !== undefined);
    expect(names.length).toBeGreaterThan(50);
    const body = names.map(([, number]) => `fmt.Println(syscall.Errno(${number}).Error())`).join('\n');
    expect(names.map(([name]) => errnoText(name))).toEqual(runGo(body, ['syscall']));
  });
});
