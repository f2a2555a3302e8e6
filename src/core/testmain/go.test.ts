// Against `go list -test`: the texts that go keeps of made-up packages, whole and damaged, and of its own.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goAlone } from '../../../tools/testing/go-oracle.js';
import { mutate } from '../../../tools/testing/mutate.js';
import { goBinary, needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { SAMPLES } from '../../../tools/testing/testmain-samples.js';
import { formatPosition, ImportsError } from '../imports/index.js';
import { decodeText, encodeText } from '../text.js';
import { makeTestMain, type TestMain } from './index.js';

const IN_ACCEPTANCE = process.env.GOMOD_ACCEPTANCE !== undefined;
const DAMAGED = IN_ACCEPTANCE ? 5000 : 300;
/** Packages of Go itself with tests of every kind. */
const STANDARD = IN_ACCEPTANCE ? ['std', 'cmd'] : ['net/...', 'strings', 'go/...', 'cmd/go/internal/...'];
const MODULE = 'odd.test/a~b/c-d';

interface Listed {
  readonly Dir: string;
  readonly ImportPath: string;
  readonly Module?: { readonly Path: string };
  readonly GoFiles?: readonly string[];
  readonly CgoFiles?: readonly string[];
  readonly TestGoFiles?: readonly string[];
  readonly XTestGoFiles?: readonly string[];
  readonly Error?: { readonly Pos: string; readonly Err: string };
}

/** What go has of a package with tests. */
interface Program {
  readonly tested: Listed;
  readonly text: string;
  readonly error: string | undefined;
}

let folder = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-testmain-')));
});
afterAll(() => removeScratch(folder));

const FIELDS = 'Dir,ImportPath,Module,GoFiles,CgoFiles,TestGoFiles,XTestGoFiles,Error';

function programs(cwd: string, patterns: readonly string[]): Program[] {
  const output = execFileSync(goBinary() ?? 'go', ['list', '-e', '-test', `-json=${FIELDS}`, ...patterns], {
    cwd,
    env: goAlone({ GOCACHE: join(folder, 'cache') }),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const all = JSON.parse(`[${output.trim().replaceAll('\n}\n{', '\n},\n{')}]`) as Listed[];
  const byPath = new Map(all.map((each) => [each.ImportPath, each]));
  return all.flatMap((main) => {
    const tested = byPath.get(main.ImportPath.replace(/\.test$/, ''));
    const [file = ''] = main.GoFiles ?? [];
    if (tested === undefined || tested === main || !file.endsWith('-d')) return [];
    const { Pos = '', Err } = main.Error ?? {};
    const error = Err === undefined ? undefined : Pos === '' ? Err : `${Pos}: ${Err}`;
    return [{ tested, text: decodeText(readFileSync(file)), error }];
  });
}

function ours(tested: Listed): TestMain {
  const {
    Dir,
    ImportPath,
    Module,
    GoFiles = [],
    CgoFiles = [],
    TestGoFiles = [],
    XTestGoFiles = [],
  } = tested;
  const sources = (names: readonly string[]) =>
    names.map((name) => ({ path: join(Dir, name), bytes: readFileSync(join(Dir, name)) }));
  return makeTestMain({
    importPath: ImportPath,
    modulePath: Module?.Path ?? '',
    hasFiles: GoFiles.length + CgoFiles.length > 0,
    tests: sources(TestGoFiles),
    externalTests: sources(XTestGoFiles),
  });
}

/** An error as go shows it in `root`. */
function shown(error: TestMain['error'], root: string): string | undefined {
  const [first] = error instanceof ImportsError ? error.problems : [];
  if (first === undefined) return error?.message;
  const file = relative(root, first.position.file);
  const isShorter = file.length < first.position.file.length;
  const position = isShorter ? { ...first.position, file } : first.position;
  return `${formatPosition(position)}: ${first.message}`;
}

function writeModule(
  name: string,
  packages: readonly Readonly<Record<string, string | Uint8Array>>[],
): string {
  const root = join(folder, name);
  for (const [number, files] of packages.entries()) {
    mkdirSync(join(root, `p${number}`), { recursive: true });
    for (const [file, content] of Object.entries(files))
      writeFileSync(join(root, `p${number}`, file), content);
  }
  writeFileSync(join(root, 'go.mod'), `module ${MODULE}\n\ngo 1.21\n`);
  return root;
}

const need = needs('go');
describe.skipIf(need.skip)(need.title('the programs of tests, as go makes them'), () => {
  it('of made-up packages', () => {
    const root = writeModule('samples', SAMPLES);
    const found = programs(root, ['./...']);
    expect(found).toHaveLength(SAMPLES.length);
    for (const { tested, text, error } of found) {
      const made = ours(tested);
      const label = JSON.stringify(SAMPLES[Number(/\d+$/.exec(tested.ImportPath)?.[0])]);
      expect({ text: made.text, error: shown(made.error, root) }, label).toEqual({ text, error });
    }
  }, 120_000);

  it('of damaged ones, where both see the damage or neither does', () => {
    const chance = seeded(20);
    const tests = SAMPLES.flatMap((files) => Object.values(files)).filter((text) => text.length > 80);
    const damaged = Array.from({ length: DAMAGED }, () => ({
      'p_test.go': mutate(
        chance,
        encodeText(chance.pick(tests) + chance.pick(tests).replace(/^.*?\n\n(?:import.*?\n)?/s, '')),
      ),
    }));
    const root = writeModule('damaged', damaged);
    let same = 0;
    for (const { tested, text, error } of programs(root, ['./...'])) {
      const made = ours(tested);
      const label = `${tested.ImportPath} ${error} ${made.error?.message}`;
      if (error !== undefined) if (error === undefined) expect(made.error, label).toBeUndefined();
      // Errors within statements and types are not looked for.
      const isSyntax = made.error instanceof ImportsError;
      if (error !== undefined && !isSyntax && shown(made.error, root) !== error) continue;
      expect(made.text, label).toBe(text);
      same++;
    }
    expect(same).toBeGreaterThan(DAMAGED / 4);
  }, 300_000);

  it('of its own packages', () => {
    const found = programs(folder, STANDARD);
    expect(found.length).toBeGreaterThan(50);
    for (const { tested, text, error } of found) {
      const made = ours(tested);
      expect({ text: made.text, error: made.error }, tested.ImportPath).toEqual({ text, error });
    }
  }, 600_000);
});
