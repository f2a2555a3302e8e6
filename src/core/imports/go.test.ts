// Against Go's own packages: folders made up, damaged and real.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goAlone } from '../../../tools/testing/go-oracle.js';
import {
  type Answer,
  buildImportsOracle,
  type Folder,
  type ImportsOracle,
  type Question,
} from '../../../tools/testing/imports-oracle.js';
import { fieldsOfGo, packageFields, readFolder } from '../../../tools/testing/imports-package.js';
import {
  CONSTRAINT_PARTS,
  HEAD_PARTS,
  SOURCES,
  SYNOPSIS_PARTS,
} from '../../../tools/testing/imports-samples.js';
import { mutate } from '../../../tools/testing/mutate.js';
import { goBinary, needs } from '../../../tools/testing/requirements.js';
import { type Chance, seeded } from '../../../tools/testing/seeded.js';
import { encodeText, toWellFormed } from '../text.js';
import { commentText } from './comments.js';
import {
  assemblePackage,
  type BuildContext,
  formatConstraint,
  ImportsError,
  isScanned,
  mayHold,
  moduleTagTest,
  parseConstraint,
  readSource,
  releaseTags,
  type SourceFile,
  scanImports,
  scanSource,
  synopsis,
} from './index.js';

const FULL = process.env.GOMOD_ACCEPTANCE !== undefined;
/** A folder of many sources, such as a module cache, to be read instead of Go's own. */
const TREE = process.env.GOMOD_IMPORTS_TREE;
const FOLDER = '/dir/sub';

/** Sources with constraints, cgo, embedded files, directives. */
const REAL = [
  ...['net/cgo_unix_cgo_res.go', 'net/cgo_linux.go', 'os/user/cgo_lookup_cgo.go', 'runtime/cgo/cgo.go'],
  ...[
    'time/tzdata/tzdata.go',
    'embed/internal/embedtest/embed_test.go',
    'crypto/internal/fips140/nistec/p256_asm.go',
  ],
  ...[
    'go/build/build.go',
    'cmd/go/main.go',
    'cmd/go/go_test.go',
    'cmd/cgo/doc.go',
    'fmt/doc.go',
    'net/http/server.go',
  ],
  ...[
    'runtime/runtime2.go',
    'syscall/zerrors_linux_amd64.go',
    'internal/goos/zgoos_android.go',
    'cmd/cgo/internal/test/test.go',
  ],
];

function goSources(): string {
  return join(
    execFileSync(goBinary() ?? 'go', ['env', 'GOROOT'], { env: goAlone(), encoding: 'utf8' }).trim(),
    'src',
  );
}

function context(goos: string, goarch: string, cgoEnabled: boolean): BuildContext {
  return {
    goos,
    goarch,
    cgoEnabled,
    compiler: 'gc',
    buildTags: ['extra', 'boringcrypto'],
    toolTags: ['goexperiment.aliastypeparams', `${goarch}.v1`],
    releaseTags: releaseTags(26),
  };
}

const CONTEXTS = [
  context('linux', 'amd64', true),
  context('linux', '386', false),
  context('windows', 'amd64', false),
  context('darwin', 'arm64', true),
  context('js', 'wasm', false),
  context('android', 'arm64', true),
  context('illumos', 'amd64', false),
  context('ios', 'arm64', false),
  context('plan9', 'arm', false),
  { ...context('freebsd', 'riscv64', false), buildTags: ['android', 'cgo', 'ios', 'ignore'] },
];

function foldersBelow(folder: string): string[] {
  const inner = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...inner.flatMap((entry) => foldersBelow(join(folder, entry.name)))];
}

function sourcesOf(files: Folder): SourceFile[] {
  return Object.entries(files).flatMap(([name, data]) => readSource(name, `${FOLDER}/${name}`, data) ?? []);
}

/** What we make of a question, in the form of Go's answer. */
function ours(question: Question): unknown {
  switch (question.kind) {
    case 'package': {
      const { context } = question;
      const sources = 'dir' in question ? readFolder(question.dir) : sourcesOf(question.files);
      const folder = 'dir' in question ? question.dir : FOLDER;
      const importComments = 'importComments' in question && question.importComments === true;
      const found = assemblePackage(sources, { context, folder, importComments });
      return { ...packageFields(found), Error: found.error?.message ?? '' };
    }
    case 'scan':
      return scanned(question);
    case 'constraint':
      return constraint(question.text);
    case 'synopsis':
      return synopsis(commentText([{ start: 0, text: `/*${question.text}*/` }]));
  }
}

/** The Go files of a real folder, but for links. */
function goFilesOf(dir: string): Folder {
  const files = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ name }) => name).filter((name) => name.endsWith('.go'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(dir, name))]));
}

function scanned(question: Extract<Question, { kind: 'scan' }>): unknown {
  const tags = question.any ? 'any' : moduleTagTest(question.context);
  const [files, folder] =
    'dir' in question ? [goFilesOf(question.dir), question.dir] : [question.files, FOLDER];
  try {
    const explicit = 'explicit' in question && question.explicit === true;
    const isNamed = (name: string) => (explicit ? name.endsWith('.go') : isScanned(name, tags));
    const names = Object.keys(files).filter(isNamed);
    const sources = names
      .sort()
      .map((name) => scanSource(name, `${folder}/${name}`, files[name] ?? new Uint8Array()));
    return { ...scanImports(sources, tags, explicit), error: '' };
  } catch (error) {
    if (!(error instanceof ImportsError)) throw error;
    return { imports: [], testImports: [], error: error.message };
  }
}

function constraint(text: string): unknown {
  try {
    const parsed = parseConstraint(text);
    return { text: formatConstraint(parsed), any: mayHold(parsed), error: '' };
  } catch (error) {
    if (!(error instanceof ImportsError)) throw error;
    return { error: error.message, offset: error.offset ?? -1 };
  }
}

/** Go's answer in the form of ours. */
function theirs(question: Question, answer: Answer): unknown {
  switch (question.kind) {
    case 'package':
      return { ...fieldsOfGo(answer.Package ?? {}), Error: answer.Error };
    case 'scan':
      return { imports: answer.Imports, testImports: answer.TestImports, error: answer.Error };
    case 'constraint':
      return answer.Error === ''
        ? { text: answer.Text, any: answer.Any, error: '' }
        : { error: toWellFormed(answer.Error), offset: answer.Offset };
    case 'synopsis':
      return answer.Text;
  }
}

function shown(question: Question): string {
  if ('text' in question) return JSON.stringify(question.text);
  if ('dir' in question) return question.dir;
  const files = Object.entries(question.files).map(([name, data]) => [name, Buffer.from(data).toString()]);
  return JSON.stringify({ goos: question.context.goos, files });
}

const need = needs('go');
describe.skipIf(need.skip)(need.title('as Go reads sources'), () => {
  let oracle: ImportsOracle;
  beforeAll(() => {
    oracle = buildImportsOracle();
  }, 240_000);
  afterAll(() => oracle.close());

  const compare = (questions: readonly Question[]) => {
    const answers = oracle.ask(questions);
    expect(answers).toHaveLength(questions.length);
    const different = questions.flatMap((question, index) => {
      const [found, wanted] = [ours(question), theirs(question, answers[index] ?? { Error: 'none' })];
      return isDeepStrictEqual(found, wanted) ? [] : [{ question, found, wanted }];
    });
    for (const { question, found, wanted } of different.slice(0, 5)) {
      expect.soft(found, `${different.length} differ; ${shown(question)}`).toEqual(wanted);
    }
    expect(different.length).toBe(0);
  };

  const folders = (): Folder[] =>
    SOURCES.map((files) =>
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encodeText(text)])),
    );

  it('in folders by hand', () => {
    compare(
      folders().flatMap((files) =>
        CONTEXTS.flatMap((context): Question[] => [
          { kind: 'package', files, context },
          { kind: 'package', files, context, importComments: true },
          { kind: 'scan', files, context, any: false },
          { kind: 'scan', files, context, any: true },
          { kind: 'scan', files, context, any: false, explicit: true },
        ]),
      ),
    );
  }, 240_000);

  it('in damaged folders', () => {
    const chance = seeded(11);
    const all = folders();
    const questions: Question[] = [];
    for (let count = FULL ? 20_000 : 2000; count > 0; count--) {
      const files = Object.fromEntries(
        Object.entries(chance.pick(all)).map(([name, data]) => [name, mutate(chance, data)]),
      );
      const context = chance.pick(CONTEXTS);
      questions.push({ kind: 'package', files, context, importComments: count % 2 === 0 });
      questions.push({ kind: 'scan', files, context, any: count % 3 === 0, explicit: count % 5 === 0 });
    }
    compare(questions);
  }, 600_000);

  it('in damaged sources of Go itself', () => {
    const chance = seeded(12);
    const real = REAL.map((name) => readFileSync(join(goSources(), name)));
    const questions: Question[] = [];
    for (let count = FULL ? 10_000 : 2000; count > 0; count--) {
      const whole = chance.pick(real);
      const data = mutate(chance, whole.subarray(0, chance.pick([400, 2000, 20_000])));
      const files = { [chance.pick(['a.go', 'a_test.go', 'b.go'])]: data };
      const context = chance.pick(CONTEXTS);
      questions.push({ kind: 'package', files, context });
      questions.push({ kind: 'scan', files, context, any: count % 2 === 0 });
    }
    compare(questions);
  }, 600_000);

  const words = (chance: Chance, parts: readonly string[], most: number): string =>
    Array.from({ length: 1 + chance.below(most) }, () => chance.pick(parts)).join('');

  it('in heads made of anything', () => {
    const chance = seeded(13);
    const questions: Question[] = [];
    for (let count = FULL ? 40_000 : 3000; count > 0; count--) {
      const start = chance.pick(['', 'package p\n', 'package p\nimport (\n', 'package p; import ']);
      const data = encodeText(start + words(chance, HEAD_PARTS, 25));
      const context = chance.pick(CONTEXTS);
      questions.push({
        kind: 'package',
        files: { 'a.go': data, 'b.c': data },
        context,
        importComments: true,
      });
      questions.push({ kind: 'scan', files: { 'a.go': data }, context, any: count % 2 === 0 });
    }
    compare(questions);
  }, 600_000);

  it('in constraints', () => {
    const chance = seeded(5);
    const deep = (count: number) => `//go:build ${'('.repeat(count)}a${')'.repeat(count)}`;
    const long = (count: number, by: string) => Array.from({ length: count }, () => 'a').join(by);
    const texts = [deep(999), deep(1000), deep(1001), `//go:build ${long(1000, '||')}`];
    texts.push(
      `//go:build ${long(1001, '&&')}`,
      `// +build ${long(101, ',')}`,
      `// +build ${long(102, ' ')}`,
    );
    for (let count = FULL ? 30_000 : 3000; count > 0; count--) {
      const prefix = chance.pick([
        '//go:build ',
        '// +build ',
        '//go:build',
        '//+build\t',
        '//  +build ',
        '',
      ]);
      texts.push(prefix + words(chance, CONSTRAINT_PARTS, 12));
    }
    compare(texts.map((text) => ({ kind: 'constraint', text })));
  }, 120_000);

  it('in package comments', () => {
    const chance = seeded(6);
    const texts = Array.from({ length: FULL ? 40_000 : 4000 }, () => words(chance, SYNOPSIS_PARTS, 30));
    compare(texts.map((text) => ({ kind: 'synopsis', text })));
  }, 120_000);

  it('in real folders', () => {
    const folders = foldersBelow(TREE ?? join(goSources(), FULL ? '' : 'cmd/cgo'));
    expect(folders.length).toBeGreaterThan(0);
    for (let at = 0; at < folders.length; at += 500) {
      const some = folders.slice(at, at + 500);
      compare(
        CONTEXTS.slice(0, 5).flatMap((context) =>
          some.flatMap((dir): Question[] => [
            { kind: 'package', dir, context },
            { kind: 'scan', dir, context, any: context.goos === 'js' },
          ]),
        ),
      );
    }
  }, 3_600_000);
});
