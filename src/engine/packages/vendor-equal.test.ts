// A vendor folder that is as it would be written is left alone, such a run is remembered, and whatever else was done to the
// folder: after a run it is what go writes.

import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compareTrees, readTree, type Tree } from '../../../conformance/differential/tree.js';
import { writeFolder } from '../../../conformance/fixtures/folder.js';
import { type FixtureModule, proxyFiles } from '../../../conformance/fixtures/module.js';
import { proxyEnvironment } from '../../../tools/testing/proxy-environment.js';
import { needs } from '../../../tools/testing/requirements.js';
import { runGo, runOurs } from '../../../tools/testing/run-program.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { realFileSystem, removeAll } from '../io/index.js';
import { decodeRecord, encodeRecord } from '../recall/record.js';

const modules: FixtureModule[] = [
  {
    path: 'c.test/c',
    version: 'v1.0.0',
    files: {
      'go.mod': 'module c.test/c\n\ngo 1.21\n',
      LICENSE: 'free\n',
      'c.go': 'package c\n',
      'c.h': 'of the package\n',
      'deep/er/d.go': 'package er\n\nimport _ "embed"\n\n//go:embed data\nvar D string\n',
      'deep/er/data': 'data\n',
      'include/i.h': 'int i;\n',
    },
  },
];

const PROJECT: Readonly<Record<string, string>> = {
  'go.mod':
    'module main.test/m\n\ngo 1.21\n\nrequire c.test/c v1.0.0\n\nrequire l.test/l v0.0.0\n\nreplace l.test/l => ./local\n',
  'm.go': 'package m\n\nimport (\n\t_ "c.test/c"\n\t_ "c.test/c/deep/er"\n\t_ "l.test/l"\n)\n',
  'local/go.mod': 'module l.test/l\n',
  'local/l.go': 'package l\n',
};

let folder = '';
let project = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'gomod-vendor-equal-')));
  project = join(folder, 'm');
  writeFolder(proxyFiles(modules), join(folder, 'proxy'));
});
afterAll(() => removeScratch(folder));

/** `cache`: the module cache; what one side downloads is of no use to the other. */
function environment(cache: string): Record<string, string> {
  return { ...proxyEnvironment(folder), GOMODCACHE: join(folder, cache), GOFLAGS: '-modcacherw' };
}

function put(name: string, text: string): void {
  mkdirSync(dirname(join(project, name)), { recursive: true });
  writeFileSync(join(project, name), text);
}

beforeEach(async () => {
  removeAll(realFileSystem, project);
  removeAll(realFileSystem, join(folder, 'cache'));
  for (const [name, text] of Object.entries(PROJECT)) put(name, text);
  const first = { cwd: project, environment: environment('cache') };
  expect(await runOurs(first, ['tidy'], 'gomod')).toMatchObject({ status: 0 });
  expect(await vendor()).toMatchObject({ status: 0 });
  await settle();
});

/** A moment longer than changes take to settle. */
const settle = () => new Promise((done) => setTimeout(done, 80));
const vendor = (...words: string[]) =>
  runOurs({ cwd: project, environment: environment('cache'), build: 'b1' }, ['vendor', ...words], 'gomod');
const vendored = () => readTree(join(project, 'vendor'));

/** What tells whether something was written: inodes and times of all that is there. */
function stamps(): string[] {
  const names = readdirSync(project, { recursive: true, encoding: 'utf8' });
  return ['', ...names].map((name) => {
    const { ino, mtimeMs, ctimeMs } = lstatSync(join(project, name));
    return `${name} ${ino} ${mtimeMs} ${ctimeMs}`;
  });
}

/** Makes every remembered run say so. */
function mark(): number {
  const runs = join(folder, 'cache', 'cache', 'gomod', 'runs');
  const files = readdirSync(join(folder, 'cache', 'cache', 'gomod')).includes('runs')
    ? readdirSync(runs)
    : [];
  for (const name of files) {
    const record = decodeRecord(readFileSync(join(runs, name)));
    if (record === undefined) throw new Error(`no record: ${name}`);
    writeFileSync(join(runs, name), encodeRecord({ ...record, stdout: 'recalled\n' }));
  }
  return files.length;
}

describe('an equal vendor folder', () => {
  it('is left alone, and the run that saw so is remembered', async () => {
    const before = stamps();
    expect(await vendor()).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(stamps()).toEqual(before);
    expect(mark()).toBe(1);
    expect(await vendor()).toEqual({ status: 0, stdout: 'recalled\n', stderr: '' });
    expect(stamps()).toEqual(before);
  });

  it('is left alone where it is another one than vendor, with what -with adds', async () => {
    const words = ['-o', 'other/deep', '-with=**/*.h'];
    await vendor(...words);
    expect([...readTree(join(project, 'other/deep')).keys()]).toContain('c.test/c/include/i.h');
    const before = stamps();
    await settle();
    expect(await vendor(...words)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(stamps()).toEqual(before);
    mark();
    expect(await vendor(...words)).toMatchObject({ stdout: 'recalled\n' });
    expect(await vendor('-o', 'other/deep')).toMatchObject({ stdout: '' });
    expect([...readTree(join(project, 'other/deep')).keys()]).not.toContain('c.test/c/include/i.h');
  });

  it('has -v say the same each time', async () => {
    const { stderr } = await vendor('-v');
    expect(stderr).toContain('# c.test/c v1.0.0\n');
    expect(await vendor('-v')).toEqual({ status: 0, stdout: '', stderr });
    mark();
    expect(await vendor('-v')).toEqual({ status: 0, stdout: 'recalled\n', stderr });
  });

  it('is left alone by -e, which tells what it could not load each time', async () => {
    put('m.go', `${PROJECT['m.go']}\nimport _ "nowhere.test/x"\n`);
    const told = await vendor('-e');
    expect(told).toMatchObject({ status: 0, stdout: '' });
    expect(told.stderr).toContain('nowhere.test/x');
    const before = stamps();
    await settle();
    expect(await vendor('-e')).toEqual(told);
    expect(stamps()).toEqual(before);
    mark();
    put('vendor/c.test/c/c.go', 'package c // edited\n');
    expect(await vendor('-e')).toEqual(told);
    expect(readFileSync(at('c.test/c/c.go'), 'utf8')).toBe('package c\n');
    expect(await vendor()).toMatchObject({ status: 1 });
  });

  it('is none where nothing is to be vendored', async () => {
    put('go.mod', 'module main.test/m\n\ngo 1.21\n');
    put('m.go', 'package m\n');
    const nothing = { status: 0, stdout: '', stderr: 'go: no dependencies to vendor\n' };
    expect(await vendor()).toEqual(nothing);
    expect(readdirSync(project)).not.toContain('vendor');
    await settle();
    expect(await vendor()).toEqual(nothing);
    mark();
    expect(await vendor()).toMatchObject({ stdout: 'recalled\n' });
    mkdirSync(join(project, 'vendor'));
    expect(await vendor()).toEqual(nothing);
    expect(readdirSync(project)).not.toContain('vendor');
  });
});

/** A text of the same length, and the times it had. */
function editKeepingTimes(name: string): void {
  const path = join(project, name);
  const { atime, mtime } = lstatSync(path);
  const text = readFileSync(path, 'latin1');
  writeFileSync(path, text.replace(/\n$/, ' '));
  utimesSync(path, atime, mtime);
}

const at = (name: string) => join(project, 'vendor', name);

const need = needs('go');
describe.skipIf(need.skip)(
  need.title('after a run the folder is as go writes it, whatever was done to it:'),
  () => {
    let expected: Tree = new Map();
    const asGo = () => {
      const done = runGo({ cwd: project, environment: environment('cache-go') }, ['mod', 'vendor']);
      expect(done.status, done.stderr).toBe(0);
      return vendored();
    };
    beforeEach(async () => {
      if (expected.size > 0) return;
      const ours = vendored();
      expected = asGo();
      expect(compareTrees(expected, ours)).toEqual([]);
      await settle();
    });

    it.each<[string, () => void]>([
      ['a file was edited', () => put('vendor/c.test/c/c.go', 'package c // edited\n')],
      ['a file was edited keeping size and times', () => editKeepingTimes('vendor/c.test/c/c.go')],
      ['modules.txt was edited', () => editKeepingTimes('vendor/modules.txt')],
      ['a file was added', () => put('vendor/c.test/c/deep/er/new.go', 'package er\n')],
      ['a file was added far from all packages', () => put('vendor/x/y/z', '')],
      ['a file was removed', () => rmSync(at('c.test/c/LICENSE'))],
      ['an embedded file was removed', () => rmSync(at('c.test/c/deep/er/data'))],
      ['modules.txt was removed', () => rmSync(at('modules.txt'))],
      ['a folder was removed', () => rmSync(at('c.test/c/deep'), { recursive: true })],
      ['an empty folder was added', () => mkdirSync(at('c.test/empty'))],
      ['a file may be executed', () => chmodSync(at('c.test/c/c.go'), 0o755)],
      ['a file may be written by nobody', () => chmodSync(at('modules.txt'), 0o444)],
      ['a folder has another mode', () => chmodSync(at('c.test/c/deep'), 0o700)],
      ['a folder gives its group on', () => chmodSync(at('c.test'), 0o2755)],
      ['the whole folder has another mode', () => chmodSync(at(''), 0o700)],
      ['the whole folder is gone', () => removeAll(realFileSystem, at(''))],
      [
        'the whole folder is a link to one that is equal',
        () => {
          renameSync(at(''), join(project, 'elsewhere'));
          symlinkSync('elsewhere', at('').replace(/\/$/, ''));
        },
      ],
      [
        'the whole folder is a file',
        () => {
          removeAll(realFileSystem, at(''));
          writeFileSync(at('').replace(/\/$/, ''), '');
        },
      ],
      [
        'a file is a link to one that is equal',
        () => {
          rmSync(at('l.test/l/l.go'));
          symlinkSync('../../../local/l.go', at('l.test/l/l.go'));
        },
      ],
      [
        'a folder is a link to one that is equal',
        () => {
          renameSync(at('c.test'), join(project, 'elsewhere'));
          symlinkSync('../elsewhere', at('c.test'));
        },
      ],
      ['a link was added', () => symlinkSync('modules.txt', at('link'))],
      ['a link that leads nowhere was added', () => symlinkSync('nowhere', at('c.test/c/link.go'))],
      [
        'a file is a folder',
        () => {
          rmSync(at('c.test/c/c.h'));
          mkdirSync(at('c.test/c/c.h'));
        },
      ],
      [
        'a folder is a file',
        () => {
          removeAll(realFileSystem, at('c.test/c/deep/er'));
          writeFileSync(at('c.test/c/deep/er'), '');
        },
      ],
      [
        'a folder is gone, and another in its place with the same files',
        () => {
          renameSync(at('c.test/c/deep'), at('c.test/c/shallow'));
          mkdirSync(at('c.test/c/deep'));
        },
      ],
    ])('%s', async (_, change) => {
      await vendor();
      expect(mark()).toBe(1);
      change();
      expect(await vendor()).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(compareTrees(expected, vendored())).toEqual([]);
      expect(readdirSync(project)).not.toContain('.vendor.gomod');
      await settle();
      expect(await vendor()).toEqual({ status: 0, stdout: '', stderr: '' });
      mark();
      expect(await vendor()).toMatchObject({ stdout: 'recalled\n' });
      expect(compareTrees(expected, vendored())).toEqual([]);
    });

    it.each<[string, () => void]>([
      ['a source was edited', () => put('local/l.go', 'package l // edited\n')],
      ['a source was edited keeping size and times', () => editKeepingTimes('local/l.go')],
      ['a source was added', () => put('local/l2.go', 'package l\n')],
      ['a licence was added', () => put('local/LICENSE', 'free\n')],
      [
        'go.mod was edited',
        () => put('go.mod', `${PROJECT['go.mod']}exclude x.test/x v1.0.0\n\ngodebug panicnil=1\n`),
      ],
      ['fewer packages are needed', () => put('m.go', 'package m\n\nimport _ "l.test/l"\n')],
      ['the folder above gives its group on', () => chmodSync(project, 0o2755)],
    ])('of another content: %s', async (_, change) => {
      await vendor();
      expect(mark()).toBe(1);
      change();
      expect(await vendor()).toEqual({ status: 0, stdout: '', stderr: '' });
      const ours = vendored();
      expect(compareTrees(asGo(), ours)).toEqual([]);
    });

    it('of another content: a file of the module cache was edited', async () => {
      await vendor();
      expect(mark()).toBe(1);
      for (const cache of ['cache', 'cache-go']) {
        const file = join(folder, cache, 'c.test/c@v1.0.0/c.h');
        chmodSync(file, 0o644);
        writeFileSync(file, 'OF THE PACKAGE\n');
        writeFileSync(join(folder, cache, 'c.test/c@v1.0.0/added.h'), '');
      }
      expect(await vendor()).toEqual({ status: 0, stdout: '', stderr: '' });
      const ours = vendored();
      expect(compareTrees(asGo(), ours)).toEqual([]);
      expect([...ours.keys()]).toContain('c.test/c/added.h');
      removeAll(realFileSystem, join(folder, 'cache-go'));
    });

    it('of other modes: under another umask', async () => {
      await vendor();
      expect(mark()).toBe(1);
      const before = process.umask(0o027);
      try {
        expect(await vendor()).toEqual({ status: 0, stdout: '', stderr: '' });
        const ours = vendored();
        expect(compareTrees(asGo(), ours)).toEqual([]);
      } finally {
        process.umask(before);
      }
      expect(await vendor()).toEqual({ status: 0, stdout: '', stderr: '' });
      expect(compareTrees(expected, vendored())).toEqual([]);
    });

    it('of modes that follow the folder above, which gives its group on, from the first', async () => {
      removeAll(realFileSystem, at(''));
      chmodSync(project, 0o2755);
      expect(await vendor()).toMatchObject({ status: 0 });
      const ours = vendored();
      await settle();
      const before = stamps();
      expect(await vendor()).toMatchObject({ status: 0 });
      expect(stamps()).toEqual(before);
      expect(compareTrees(asGo(), ours)).toEqual([]);
    });
  },
);
