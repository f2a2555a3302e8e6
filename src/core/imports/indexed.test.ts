// Against `go list -e` on folders whose files changed long ago, so that go makes and uses an index of each.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { goAlone } from '../../../tools/testing/go-oracle.js';
import { type GoFields, listFields, readFolder } from '../../../tools/testing/imports-package.js';
import { SOURCES } from '../../../tools/testing/imports-samples.js';
import { mutate } from '../../../tools/testing/mutate.js';
import { goBinary, needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { encodeText, toWellFormed } from '../text.js';
import { assemblePackage, formatPosition, listedFiles, releaseTags, type SourcePackage } from './index.js';

const DAMAGED = process.env.GOMOD_ACCEPTANCE === undefined ? 150 : 4000;
const FIELDS = [
  ...[
    'Dir',
    'Name',
    'Doc',
    'Error',
    'GoFiles',
    'CgoFiles',
    'IgnoredGoFiles',
    'InvalidGoFiles',
    'IgnoredOtherFiles',
  ],
  ...['CFiles', 'CXXFiles', 'MFiles', 'HFiles', 'FFiles', 'SFiles', 'SwigFiles', 'SwigCXXFiles', 'SysoFiles'],
  ...['TestGoFiles', 'XTestGoFiles', 'CgoCFLAGS', 'CgoCPPFLAGS', 'CgoCXXFLAGS', 'CgoFFLAGS', 'CgoLDFLAGS'],
  ...['CgoPkgConfig', 'Imports', 'TestImports', 'XTestImports', 'EmbedPatterns', 'TestEmbedPatterns'],
  'XTestEmbedPatterns',
];
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

interface Listed extends GoFields {
  readonly Dir: string;
  readonly Error?: { readonly Pos?: string; readonly Err: string };
}

/** What is wrong, as `go list` shows it. */
function errorOf(found: SourcePackage, root: string): { Pos: string; Err: string } | undefined {
  const { error } = found;
  // For folders without Go files that are built, the go command has words of its own.
  if (error === undefined || error.code === 'no-go-files') return undefined;
  if (error.code === 'source-syntax') {
    const [first] = error.problems;
    if (first === undefined) throw new Error('no problem');
    const { position, message } = first;
    const file = relative(root, position.file);
    const shown = position.file === '' || file.length >= position.file.length ? position.file : file;
    return { Pos: formatPosition({ ...position, file: shown }), Err: toWellFormed(message) };
  }
  return { Pos: '', Err: toWellFormed(error.message) };
}

const need = needs('go');
describe.skipIf(need.skip)(need.title('as go list sees folders with an index'), () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'imports-indexed-')));
  afterAll(() => removeScratch(root));

  const write = (files: Readonly<Record<string, Uint8Array>>, name: string) => {
    const folder = join(root, name);
    mkdirSync(folder);
    for (const [file, data] of Object.entries(files)) {
      writeFileSync(join(folder, file), data);
      utimesSync(join(folder, file), LONG_AGO, LONG_AGO);
    }
    utimesSync(folder, LONG_AGO, LONG_AGO);
  };

  it('as it does', () => {
    writeFileSync(join(root, 'go.mod'), 'module example.com/m\n\ngo 1.26\n');
    // go ends with an error of its own where a line number is too large for its index.
    const samples = SOURCES.filter((files) => !Object.values(files).join('').includes('99999999'));
    const folders = samples.map((files) =>
      Object.fromEntries(Object.entries(files).map(([name, text]) => [name, encodeText(text)])),
    );
    folders.forEach((files, index) => {
      write(files, `s${index}`);
    });
    const chance = seeded(21);
    for (let index = 0; index < DAMAGED; index++) {
      const files = Object.entries(chance.pick(folders));
      write(Object.fromEntries(files.map(([name, data]) => [name, mutate(chance, data)])), `m${index}`);
    }
    const env = goAlone({ GOOS: 'linux', GOARCH: 'amd64', CGO_ENABLED: '1' });
    const go = (...words: string[]) =>
      execFileSync(goBinary() ?? 'go', ['list', ...words], {
        cwd: root,
        env,
        encoding: 'utf8',
        maxBuffer: 2 ** 30,
      });
    const toolTags = go('-f', '{{join context.ToolTags " "}}', 'unsafe').trim().split(' ');
    const names = [...folders.map((_, index) => `./s${index}`)];
    for (let index = 0; index < DAMAGED; index++) names.push(`./m${index}`);
    const output = go('-e', `-json=${FIELDS.join(',')}`, ...names);
    const packages = JSON.parse(`[${output.trim().replaceAll('\n}\n{', '\n},\n{')}]`) as Listed[];
    const context = {
      goos: 'linux',
      goarch: 'amd64',
      compiler: 'gc',
      cgoEnabled: true,
      buildTags: [],
      toolTags,
      releaseTags: releaseTags(26),
    };
    expect(packages.length).toBe(names.length);
    for (const { Dir, Error: error, ...wanted } of packages) {
      // Without any Go file a folder is not looked at.
      if (!readdirSync(Dir).some((name) => name.endsWith('.go'))) continue;
      const built = assemblePackage(readFolder(Dir), { context, folder: Dir, indexed: true });
      const found = listFields({ ...built, files: listedFiles(built.files, true) });
      expect.soft(found, Dir).toEqual(wanted);
      const ourError = errorOf(built, root);
      if (ourError !== undefined)
        expect.soft({ Pos: error?.Pos ?? '', Err: error?.Err }, Dir).toEqual(ourError);
    }
  }, 600_000);
});
