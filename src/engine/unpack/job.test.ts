import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildArchive, damageArchive, type EntrySpec } from '../../../tools/testing/archive.js';
import { inTime } from '../../../tools/testing/in-time.js';
import { makeMemoryFolder } from '../../../tools/testing/memory-folder.js';
import {
  goDownload,
  goEnvironment,
  type ServedModule,
  serveModules,
} from '../../../tools/testing/module-proxy-folder.js';
import { needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { type Chance, seeded } from '../../../tools/testing/seeded.js';
import { GomodError } from '../../core/error.js';
import { toWellFormed } from '../../core/text.js';
import { realFileSystem, removeAll } from '../io/index.js';
import { runUnpack } from './job.js';
import { createScratch } from './scratch.js';

const scratch = createScratch();
let root: string;
beforeAll(() => {
  root = makeMemoryFolder('gomod-unpack-');
});
afterAll(() => removeScratch(root));

/** `path mode content` of all below a folder, modes in octal; content as text. */
function treeOf(folder: string): string[] {
  const lines: string[] = [];
  const visit = (path: string): void => {
    const info = lstatSync(join(folder, path));
    const mode = info.mode.toString(8);
    if (info.isSymbolicLink()) lines.push(`${path} -> ${readlinkSync(join(folder, path))}`);
    else if (!info.isDirectory()) lines.push(`${path} ${mode} ${readFileSync(join(folder, path), 'latin1')}`);
    else {
      lines.push(`${path}/ ${mode}`);
      for (const name of readdirSync(join(folder, path)).sort()) visit(join(path, name));
    }
  };
  visit('');
  return lines;
}

interface Made {
  readonly sum: string;
  /** Go's message; '' when all is well. */
  readonly error: string;
  readonly tree: string[];
}

/** The message without paths by chance, and as JSON has it. */
function shown(error: Error): string {
  return toWellFormed(error.message.replace(/readat \S+:/, 'readat zip:'));
}

/** Unpacks as a download does; the zip's final name is `zip`. */
function unpack(served: ServedModule, folder: string, fromFile: boolean): Made {
  const zipFile = `${folder}.tmp`;
  const module = { path: served.path, version: served.version };
  const source = fromFile
    ? { file: join(root, 'proxy', served.path, '@v', `${served.version}.zip`) }
    : { bytes: served.zip };
  const job = { module, source, zipFile, isNew: true, folder, readOnlyFolders: true };
  try {
    const { sum, refusal } = runUnpack(realFileSystem, job, scratch, () => {});
    expect(readFileSync(zipFile).equals(served.zip)).toBe(true);
    if (refusal !== undefined) return { sum: '', error: `unzip zip: ${shown(refusal)}`, tree: [] };
    return { sum, error: '', tree: treeOf(folder) };
  } catch (error) {
    if (!(error instanceof GomodError)) throw error;
    return { sum: '', error: shown(error), tree: [] };
  }
}

const big = Buffer.from(Array.from({ length: 700_000 }, (_, i) => (i * 7919) >> 5));

function filesOf(prefix: string): EntrySpec[] {
  return [
    { name: `${prefix}go.mod`, content: 'module example.com/m\n' },
    { name: `${prefix}a.go`, content: 'package a\n'.repeat(50) },
    { name: `${prefix}b/c/d.go`, content: 'package c\n' },
    { name: `${prefix}b/empty`, content: '' },
    { name: `${prefix}stored`, content: 'stored', method: 0 },
  ];
}

/** What is done to the files of a module; the archive is made of the result. */
const CASES: Record<string, (files: EntrySpec[], prefix: string) => EntrySpec[]> = {
  'all is well': (files) => files,
  'no files': () => [],
  'large files': (files, p) => [
    ...files,
    { name: `${p}large`, content: big },
    { name: `${p}large-stored`, content: big, method: 0 },
  ],
  folders: (files, p) => [{ name: p }, { name: `${p}b/` }, { name: `${p}empty/` }, ...files],
  'out of order': (files) => files.toReversed(),
  'a name outside': (files) => [...files, { name: 'example.com/other@v1.0.0/x' }],
  traversal: (files, p) => [...files, { name: `${p}../../x` }],
  duplicates: (files, p) => [...files, { name: `${p}a.go`, content: 'another' }],
  'a folder twice': (files, p) => [...files, { name: `${p}b/` }, { name: `${p}b/` }],
  'a folder that is a file': (files, p) => [...files, { name: `${p}a.go/x`, content: '' }],
  'case collision': (files, p) => [...files, { name: `${p}A.go`, content: '' }],
  'a checksum that is wrong': (files, p) => [...files, { name: `${p}x`, content: 'x', crc: 1 }],
  'bad files, the last by name first': (files, p) => [
    { name: `${p}z`, content: 'x', method: 12 },
    ...files,
    { name: `${p}c`, content: 'x', crc: 1 },
  ],
  'a bad file and a bad name': (files, p) => [
    ...files,
    { name: `${p}../x` },
    { name: `${p}c`, content: 'x', crc: 1 },
  ],
  'a newline': (files, p) => [...files, { name: `${p}x\ny`, content: '' }],
  'a bomb that declares little': (files, p) => [
    ...files,
    { name: `${p}x`, content: big, uncompressedSize: 100 },
  ],
  'a name that is too long': (files, p) => [...files, { name: `${p}${'x'.repeat(256)}`, content: '' }],
};

/** Up to two entries that would be written elsewhere by whoever joins paths: often none. */
function escapes(prefix: string, here: string, chance: Chance): EntrySpec[] {
  const names = [
    '../../outside/x',
    `${prefix}../x`,
    `${prefix}../other@v1.0.0/kept`,
    `${prefix}b/../../../../outside/kept`,
    `${prefix}./b/c/../../../x`,
    `${prefix}/${here}/outside/kept`,
    `${here}/outside/kept`,
    `${prefix}..\\..\\x`,
    `${prefix}C:\\x`,
    `${prefix}b/c/d.go/x`,
    `${prefix}..`,
    `${prefix}.`,
    `${prefix}b/..\0/x`,
    `${prefix.slice(0, -1)}`,
    `${prefix.slice(0, -1)}x/y`,
    `${prefix}\u2025/x`,
    'example.com/other@v1.0.0/kept',
  ];
  // A symbolic link by its mode, and a file through it.
  const link = { creator: 3, externalAttributes: 0xa1ff0000 };
  const through = [
    { name: `${prefix}link`, content: join(here, 'outside'), ...link },
    { name: `${prefix}link/kept`, content: 'changed' },
    { name: `${prefix}link2`, content: '../../outside/kept', ...link },
  ];
  const all = [...names.map((name) => ({ name, content: 'changed' })), ...through];
  return Array.from({ length: chance.pick([0, 0, 1, 2]) }, () => chance.pick(all));
}

const p = 'example.com/m';

describe('unpacking', () => {
  it('leaves files and folders as Go does, from memory and from a file', () => {
    const zip = buildArchive({ entries: CASES['large files']!(filesOf(`${p}@v1.0.0/`), `${p}@v1.0.0/`) });
    const served = { path: p, version: 'v1.0.0', zip };
    serveModules(join(root, 'proxy'), [served]);
    const fromMemory = unpack(served, join(root, 'memory'), false);
    const fromFile = unpack(served, join(root, 'file'), true);
    expect(fromFile).toEqual(fromMemory);
    expect(fromFile.tree.filter((line) => !line.startsWith('large'))).toEqual([
      '/ 40555',
      `a.go 100444 ${'package a\n'.repeat(50)}`,
      'b/ 40555',
      'b/c/ 40555',
      'b/c/d.go 100444 package c\n',
      'b/empty 100444 ',
      'go.mod 100444 module example.com/m\n',
      'stored 100444 stored',
    ]);
    expect(fromFile.tree).toContain(`large 100444 ${big.toString('latin1')}`);
    expect(fromFile.tree).toContain(`large-stored 100444 ${big.toString('latin1')}`);
  });

  it('follows the umask, and leaves folders writable when asked to', () => {
    const zip = buildArchive({ entries: filesOf(`${p}@v1.0.0/`) });
    const job = {
      module: { path: p, version: 'v1.0.0' },
      source: { bytes: zip },
      zipFile: undefined,
      isNew: false,
    };
    const modes = (folder: string) => treeOf(folder).map((line) => line.split(' ')[1]);
    const before = process.umask(0o077);
    try {
      runUnpack(
        realFileSystem,
        { ...job, folder: join(root, 'u1'), readOnlyFolders: false },
        scratch,
        () => {},
      );
      runUnpack(
        realFileSystem,
        { ...job, folder: join(root, 'u2'), readOnlyFolders: true },
        scratch,
        () => {},
      );
    } finally {
      process.umask(before);
    }
    expect(new Set(modes(join(root, 'u1')))).toEqual(new Set(['40700', '100400']));
    expect(new Set(modes(join(root, 'u2')))).toEqual(new Set(['40500', '100400']));
  });

  it('does not fill a folder that has something in it', () => {
    const zip = buildArchive({ entries: filesOf(`${p}@v1.0.0/`) });
    const folder = join(root, 'full');
    mkdirSync(join(folder, 'x'), { recursive: true });
    const job = {
      module: { path: p, version: 'v1.0.0' },
      source: { bytes: zip },
      zipFile: undefined,
      isNew: false,
    };
    expect(() =>
      runUnpack(realFileSystem, { ...job, folder, readOnlyFolders: true }, scratch, () => {}),
    ).toThrow(`target directory ${folder} exists and is not empty`);
  });

  it('hashes without writing', () => {
    const zip = buildArchive({ entries: filesOf(`${p}@v1.0.0/`) });
    const job = {
      module: { path: p, version: 'v1.0.0' },
      source: { bytes: zip },
      zipFile: undefined,
      isNew: false,
    };
    const result = runUnpack(
      realFileSystem,
      { ...job, folder: undefined, readOnlyFolders: true },
      scratch,
      () => {},
    );
    expect(result).toEqual({
      sum: 'h1:6yvzvCr4l4oUesSTtIuto4P56eQg3hXIjiTtVUAuZLE=',
      refusal: undefined,
      files: 5,
      bytes: 537,
    });
  });

  it('stops where it is told to', () => {
    const zip = buildArchive({ entries: filesOf(`${p}@v1.0.0/`) });
    const job = {
      module: { path: p, version: 'v1.0.0' },
      source: { bytes: zip },
      zipFile: undefined,
      isNew: false,
    };
    let left = 3;
    const folder = join(root, 'stopped');
    expect(() =>
      runUnpack(realFileSystem, { ...job, folder, readOnlyFolders: true }, scratch, () => {
        if (left-- === 0) throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(treeOf(folder).length).toBe(6);
  });

  it('writes nothing outside of its folder, whatever the zip', () => {
    const here = join(root, 'surroundings');
    const around = ['outside', 'cache/example.com/other@v1.0.0', 'cache/cache/download/example.com/m/@v'];
    for (const folder of around) mkdirSync(join(here, folder), { recursive: true });
    for (const folder of around) writeFileSync(join(here, folder, 'kept'), 'kept');
    symlinkSync(join(here, 'outside'), join(here, 'cache/link'));
    const before = treeOf(here);
    const chance = seeded(20261124);
    const prefix = `${p}@v1.0.0/`;
    const folder = join(here, 'cache', prefix.slice(0, -1));
    const zipFile = join(here, 'cache/cache/download/example.com/m/@v/v1.0.0.zip.tmp');
    let unpacked = 0;
    for (let i = 0; i < 2000; i++) {
      const entries = [...filesOf(prefix), ...escapes(prefix, here, chance)];
      const zip = buildArchive({ entries });
      const bytes = chance.below(3) === 0 ? zip : damageArchive(zip, chance);
      const job = {
        module: { path: p, version: 'v1.0.0' },
        source: { bytes },
        zipFile,
        isNew: chance.below(2) === 0,
      };
      const write = { ...job, folder, readOnlyFolders: false };
      try {
        if (inTime(() => runUnpack(realFileSystem, write, scratch, () => {})).refusal) {
          expect(existsSync(folder)).toBe(false);
        } else {
          unpacked++;
          expect(treeOf(folder).filter((line) => line.includes(' -> '))).toEqual([]);
        }
      } catch (error) {
        // What the file system refuses, like a name that is too long, is told by its own error.
        const { code } = error as NodeJS.ErrnoException;
        if (!(error instanceof GomodError)) expect(code).toMatch(/^E[A-Z]+$/);
      }
      removeAll(realFileSystem, folder);
      rmSync(zipFile, { force: true });
      expect(treeOf(here)).toEqual(before);
    }
    expect(unpacked).toBeGreaterThan(100);
    removeAll(realFileSystem, here);
  });

  it('does not inflate more than a module zip may hold', () => {
    const zeros = Buffer.alloc(1 << 28);
    const entries = ['a', 'b', 'c'].map((name) => ({ name: `${p}@v1.0.0/${name}`, content: zeros }));
    const job = {
      module: { path: p, version: 'v1.0.0' },
      source: { bytes: buildArchive({ entries }) },
      zipFile: join(root, 'bomb'),
      isNew: true,
      folder: undefined,
      readOnlyFolders: true,
    };
    expect(() => runUnpack(realFileSystem, job, scratch, () => {})).toThrow(
      'total uncompressed size of module contents too large (max size is 524288000 bytes)',
    );
  });
});

const need = needs('go');

describe.skipIf(need.skip)(need.title('unpacking, compared with go mod download'), () => {
  /** Unpacks each module as `go mod download` did. */
  function compare(served: readonly ServedModule[], label: string): void {
    const here = join(root, label);
    mkdirSync(here);
    const cache = join(here, 'cache');
    serveModules(join(root, 'proxy'), served);
    const downloads = goDownload(goEnvironment(join(root, 'proxy'), cache), here, served);
    expect(downloads.length).toBe(served.length);
    served.forEach((module, i) => {
      const { Error: message = '', Sum = '', Dir = '' } = downloads[i]!;
      const zip = join(cache, 'cache/download', module.path, '@v', `${module.version}.zip`);
      const theirs: Made = {
        // Go names itself and the module where the error has no place of its own.
        error: message
          .replaceAll(zip, 'zip')
          .replaceAll(join(cache, `${module.path}@${module.version}`), 'folder')
          .replace(/readat \S+:/, 'readat zip:'),
        sum: message === '' ? Sum : '',
        tree: message === '' ? treeOf(Dir) : [],
      };
      const folder = join(here, `${i}`);
      let ours: Made;
      try {
        ours = inTime(() => unpack(module, folder, i % 2 === 0));
      } catch (error) {
        // The file system refused: which file it was is enough here.
        ours = { sum: '', error: `errno ${(error as NodeJS.ErrnoException).code}`, tree: [] };
      }
      if (ours.error.startsWith('errno E')) expect(theirs.error).toMatch(/^unzip zip: (open|mkdir) folder/);
      else expect({ version: module.version, ...ours }).toEqual({ version: module.version, ...theirs });
    });
    removeAll(realFileSystem, here);
    rmSync(join(root, 'proxy'), { recursive: true });
  }

  it('agrees on the cases', () => {
    const served = Object.values(CASES).map((change, i) => {
      const version = `v0.0.${i}`;
      const prefix = `${p}@${version}/`;
      return { path: p, version, zip: buildArchive({ entries: change(filesOf(prefix), prefix) }) };
    });
    compare(served, 'cases');
  }, 120_000);

  it('agrees on damaged zips', () => {
    const count = process.env.GOMOD_ACCEPTANCE ? 2000 : 200;
    const chance = seeded(20260803);
    const changes = ['all is well', 'folders', 'out of order', 'duplicates', 'case collision'] as const;
    const served = Array.from({ length: count }, (_, i) => {
      const version = `v0.0.${i}`;
      const prefix = `${p}@${version}/`;
      const entries = CASES[chance.pick(changes)]!(filesOf(prefix), prefix);
      return { path: p, version, zip: damageArchive(buildArchive({ entries }), chance) };
    });
    for (let from = 0; from < count; from += 500) compare(served.slice(from, from + 500), `damaged${from}`);
  }, 600_000);
});
