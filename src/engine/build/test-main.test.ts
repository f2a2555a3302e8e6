// `go list -test` beside the real go: what is printed, and what is kept in the build cache.

import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Outcome, runGo, runOurs } from '../../../tools/testing/command.js';
import { quietHome } from '../../../tools/testing/quiet-home.js';
import { needs } from '../../../tools/testing/requirements.js';
import { removeScratch, removeTree } from '../../../tools/testing/scratch.js';
import { SAMPLES } from '../../../tools/testing/testmain-samples.js';

/** A blank, and nanoseconds in twenty columns. */
const TIME_WIDTH = 21;
const PATTERNS = SAMPLES.map((_, number) => `./p${number}`);

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-build-')));
  write('m/go.mod', 'module m.test/m\n\ngo 1.21\n');
  for (const [number, files] of SAMPLES.entries()) {
    for (const [name, text] of Object.entries(files)) write(`m/p${number}/${name}`, text);
  }
  write('m/good/g.go', 'package good\n');
  write('m/good/g_test.go', 'package good\n\nimport "testing"\n\nfunc TestG(t *testing.T) {}\n');
  quietHome(join(folder, 'm/home'));
});
afterAll(() => removeScratch(folder));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

type Side = 'go' | 'ours';

/** What a side says with a GOCACHE of its own, called CACHE. */
async function outcome(side: Side, words: readonly string[], GOCACHE = join(folder, side)): Promise<Outcome> {
  const place = { cwd: join(folder, 'm'), env: { GOCACHE } };
  const { status, stdout, stderr } = side === 'go' ? runGo(words, place) : await runOurs(words, place);
  const named = (text: string) => text.replaceAll(GOCACHE, 'CACHE');
  return { status, stdout: named(stdout), stderr: named(stderr) };
}

async function compare(words: readonly string[], cache?: string): Promise<Outcome> {
  const wanted = await outcome('go', words, cache);
  expect(await outcome('ours', words, cache), words.join(' ')).toEqual(wanted);
  return wanted;
}

/** The files of a cache: mode and content, of actions without their time. */
function kept(side: Side): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(join(folder, side), { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, side, name);
    const { mode } = statSync(path);
    if (statSync(path).isDirectory()) continue;
    const text = readFileSync(path, 'utf8');
    const content = name.endsWith('-a') ? `${text.slice(0, -TIME_WIDTH)} ${text.length}` : text;
    found.set(name, `${mode.toString(8)} ${content}`);
  }
  return found;
}

const need = needs('go');
describe.skipIf(need.skip)(need.title('go list -test'), () => {
  it('prints the same, errors too', async () => {
    const fields = '-json=ImportPath,GoFiles,Imports,Error,Incomplete,ForTest';
    await compare(['list', '-e', '-test', fields, ...PATTERNS]);
    await compare(['list', '-test', '-f', '{{.ImportPath}} {{.GoFiles}}', './good', 'strings']);
    await compare(['list', '-test', '-deps', fields, './good']);
    const overlay = { Replace: { [join(folder, 'm/good/g_test.go')]: join(folder, 'm/overlaid.go') } };
    write('overlay.json', JSON.stringify(overlay));
    write('m/overlaid.go', 'package good_test\n\nfunc FuzzOverlaid(f *testing.F) {}\n');
    await compare(['list', `-overlay=${join(folder, 'overlay.json')}`, '-test', fields, './good']);
  }, 120_000);

  it('fails on what go fails on', async () => {
    write('m/cut/c_test.go', 'package cut\n\nfunc TestA(t *testing.T) {\n');
    write('m/wrong/w_test.go', 'package wrong\n\nfunc TestA(t testing.T) {}\n');
    write('m/twice/t_test.go', 'package twice\n\nfunc TestMain(*M) {}\nfunc TestMain(*M) {}\n');
    for (const name of ['cut', 'wrong', 'twice']) {
      const { status } = await compare(['list', '-test', './good', `./${name}`]);
      expect(status, name).toBe(1);
    }
  }, 120_000);

  it('keeps the same in the build cache, and keeps it again', async () => {
    const words = ['list', '-test', './good', './p0', 'strings'];
    removeTree(join(folder, 'ours'));
    await compare(words);
    const [go, ours] = [kept('go'), kept('ours')];
    // Three outputs, three actions, and the README; go keeps more than that.
    expect(ours.size).toBe(7);
    for (const [name, file] of ours) expect(file, name).toBe(go.get(name));
    for (const name of ours.keys())
      if (name.endsWith('-d')) writeFileSync(join(folder, 'ours', name), 'damaged');
    await compare(words);
    expect(kept('ours')).toEqual(ours);
    expect(readdirSync(join(folder, 'ours'))).toHaveLength(257);
  }, 120_000);

  it('needs a build cache', async () => {
    write('file', '');
    for (const cache of ['off', 'relative', join(folder, 'file'), join(folder, 'file/x'), '/proc/none']) {
      const { status } = await compare(['list', '-test', './good'], cache);
      expect(status, cache).toBe(1);
    }
    await compare(['list', '-test', 'no/such'], 'off');
    await compare(['list', '-e', '-test', './good'], 'off');
    await compare(['list', './good'], 'off');
  }, 120_000);

  it('tells what in the build cache is in the way', async () => {
    const { stdout } = await outcome('go', ['list', '-test', '-f', '{{join .GoFiles ""}}', './good']);
    const output = stdout.split('\n').find((line) => line.endsWith('-d')) ?? '';
    for (const side of ['go', 'ours'] as const) {
      const path = output.replace('CACHE', join(folder, side));
      removeTree(path);
      mkdirSync(path, { recursive: true });
    }
    const { stderr } = await compare(['list', '-test', './good']);
    expect(stderr).toContain('is a directory');
    for (const side of ['go', 'ours'] as const) {
      const path = dirname(output.replace('CACHE', join(folder, side)));
      removeTree(path);
      writeFileSync(path, '');
    }
    expect((await compare(['list', '-test', './good'])).stderr).toContain('failed to initialize build cache');
  }, 120_000);
});
