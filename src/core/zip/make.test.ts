import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync, crc32 as nodeCrc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as yauzl from 'yauzl';
import * as yazl from 'yazl';
import { needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { buildZipOracle, type ZipOracle } from '../../../tools/testing/zip-oracle.js';
import { writeFiles } from '../../../tools/write-files.js';
import {
  bytesSource,
  checkFiles,
  checkModuleZip,
  crc32,
  createModuleZip,
  hashZip,
  isVendoredPackage,
  listModuleFiles,
  MAX_GO_MOD,
  MAX_ZIP_FILE,
  readDirectory,
  readEntry,
  type SourceFile,
  type SourceTree,
  ZipWriter,
} from './index.js';

const m = { path: 'example.com/m', version: 'v1.2.3' };
const sha256 = (data: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(data).digest());
const tools = { deflateRaw: (data: Uint8Array) => new Uint8Array(deflateRawSync(data)) };
const inflate = {
  inflateRaw: (data: Uint8Array, max: number) =>
    new Uint8Array(inflateRawSync(data, { maxOutputLength: max })),
};

/** Enough of a go.mod parser for these tests. */
const hasFixedVendorRule = (goMod: Uint8Array): boolean =>
  /^go 1\.(?:2[4-9]|[3-9]\d)/m.test(Buffer.from(goMod).toString());

function file(path: string, data: string | Uint8Array = path, more: Partial<SourceFile> = {}): SourceFile {
  const content = Buffer.from(data);
  return { path, kind: 'file', size: content.length, read: () => content, ...more };
}

/** Trees to be packed, by what they are about. */
const TREES: Record<string, SourceFile[]> = {
  plain: [file('go.mod', 'module example.com/m\n'), file('a.go'), file('b/c.go'), file('LICENSE')],
  'other modules': [
    file('a.go'),
    file('sub/go.mod'),
    file('sub/b.go'),
    file('sub/deep/c.go'),
    file('upper/GO.MOD'),
    file('upper/d.go'),
    file('folder/go.mod', '', { kind: 'folder' }),
    file('folder/e.go'),
    file('link/go.mod', '', { kind: 'symlink' }),
    file('link/f.go'),
  ],
  'vendored, before 1.24': vendored('1.23'),
  'vendored, since 1.24': vendored('1.24'),
  'vendored, without go line': vendored(''),
  'vendored, release candidate': vendored('1.24rc1'),
  irregular: [
    file('.hg_archival.txt'),
    file('sub/.hg_archival.txt'),
    file('link', '', { kind: 'symlink' }),
    file('pipe', '', { kind: 'other' }),
    file('folder', '', { kind: 'folder' }),
    file('folder/a.go'),
  ],
  'bad names': [
    file('a//b'),
    file('/etc/passwd'),
    file('../a'),
    file('a/../b'),
    file('a\\b'),
    file('aux'),
    file('Go.Mod'),
    file('README'),
    file('readme'),
    file('x'),
    file('x'),
    file('x/y'),
    file('a//b'),
  ],
  'too large': [
    file('a', '', { size: MAX_ZIP_FILE }),
    file('b', '', { size: 1 }),
    file('go.mod', '', { size: MAX_GO_MOD + 1 }),
    file('LICENSE', '', { size: MAX_GO_MOD + 1 }),
  ],
  'larger than it was': [file('a', 'content', { size: 3 })],
  'smaller than it was': [file('a', 'content', { size: 30 })],
};

function vendored(go: string): SourceFile[] {
  return [
    file('go.mod', go === '' ? 'module example.com/m\n' : `module example.com/m\ngo ${go}\n`),
    ...['vendor/modules.txt', 'vendor/a.go', 'vendor/x/a.go', 'pkg/vendor/a.go', 'pkg/vendor/x/a.go'].map(
      (path) => file(path),
    ),
    ...['a/vendor/a.go', 'long/name/here/vendor/a.go', 'sub/vendor/modules.txt', 'vendored/x/a.go'].map(
      (path) => file(path),
    ),
  ];
}

function make(files: readonly SourceFile[]): { bytes: Uint8Array; error: '' } | { error: string } {
  try {
    return { bytes: createModuleZip(m, files, { ...tools, hasFixedVendorRule }), error: '' };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

describe('making module zips', () => {
  it('makes what it accepts, and hashes it to the sum of its parts', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'ü', '-', '1'),
      minLength: 1,
      maxLength: 6,
    });
    const paths = fc.array(letters, { minLength: 1, maxLength: 4 }).map((parts) => `d/${parts.join('/')}.x`);
    const trees = fc.uniqueArray(fc.tuple(paths, fc.uint8Array({ maxLength: 3000 })), {
      selector: ([path]) => path,
      maxLength: 20,
    });
    let accepted = 0;
    fc.assert(
      fc.property(trees, (tree) => {
        const made = make(tree.map(([path, data]) => file(path, data)));
        if (!('bytes' in made)) return;
        accepted++;
        const source = bytesSource(made.bytes);
        const read = checkModuleZip(m, made.bytes).map(({ path, entry }) => {
          return [path, Buffer.from(readEntry(source, entry, inflate)).toString('hex')];
        });
        expect(read).toEqual(tree.map(([path, data]) => [path, Buffer.from(data).toString('hex')]));
        expect(hashZip(made.bytes, sha256)).toBe(hashZip(made.bytes, sha256, inflate));
      }),
      { numRuns: 200, seed: 1 },
    );
    // Others have a file and a folder of one name, or names that differ in case only.
    expect(accepted).toBeGreaterThan(100);
  });

  it('makes the same bytes of the same files, which other readers read', async () => {
    const files = [file('ü.go', 'x'.repeat(5000)), file('b.go', ''), file('c.bin', Buffer.of(1, 2, 3))];
    const made = make(files);
    expect(make(files)).toEqual(made);
    if (!('bytes' in made)) throw new Error(made.error);
    expect(await readWithYauzl(Buffer.from(made.bytes))).toEqual({
      'example.com/m@v1.2.3/ü.go': 'x'.repeat(5000),
      'example.com/m@v1.2.3/b.go': '',
      'example.com/m@v1.2.3/c.bin': '\x01\x02\x03',
    });
  });

  it('reads what yazl makes', async () => {
    const zip = new yazl.ZipFile();
    const contents: Record<string, string> = { a: 'a'.repeat(3000), 'ü/b': '', c: 'stored' };
    zip.addEmptyDirectory('ü/');
    for (const [name, text] of Object.entries(contents)) {
      zip.addBuffer(Buffer.from(text), name, { compress: name !== 'c' });
    }
    zip.end({ forceZip64Format: true });
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    const source = bytesSource(new Uint8Array(Buffer.concat(chunks)));
    const read = readDirectory(source).entries.map((entry) => [
      entry.name,
      Buffer.from(readEntry(source, entry)).toString(),
    ]);
    expect(read).toEqual([['ü/', ''], ...Object.entries(contents)]);
  });

  it('writes more files than fit into 16 bits', () => {
    const writer = new ZipWriter(tools);
    for (let i = 0; i < 70_000; i++) writer.add(`${i}`, new Uint8Array(0));
    const made = writer.finish();
    expect(readDirectory(made).entries.length).toBe(70_000);
  });

  it('has the checksum of zlib', () => {
    const data = Buffer.from(Array.from({ length: 1003 }, (_, i) => (i * 31) & 255));
    for (const length of [0, 1, 3, 4, 5, 1003]) {
      expect(crc32(data.subarray(0, length))).toBe(nodeCrc32(data.subarray(0, length)));
    }
    expect(crc32(data.subarray(500), crc32(data.subarray(0, 500)))).toBe(nodeCrc32(data));
  });

  it('knows vendored packages by both rules', () => {
    const rules = (path: string) => [isVendoredPackage(path, false), isVendoredPackage(path, true)];
    expect(rules('vendor/modules.txt')).toEqual([false, true]);
    expect(rules('vendor/x/y.go')).toEqual([true, true]);
    expect(rules('pkg/vendor/vendor.go')).toEqual([true, false]);
    expect(rules('pkg/vendor/foo/foo.go')).toEqual([true, true]);
    expect(rules('vendored/x/y.go')).toEqual([false, false]);
  });

  it('says what became of each file', () => {
    const { valid, omitted, invalid } = checkFiles(TREES.irregular!);
    expect(valid.map(({ path }) => path)).toEqual(['sub/.hg_archival.txt', 'folder/a.go']);
    expect(invalid).toEqual([]);
    expect(omitted).toEqual([
      { path: '.hg_archival.txt', reason: "file is inserted by 'hg archive' and is always omitted" },
      { path: 'link', reason: 'file is a symbolic link' },
      { path: 'pipe', reason: 'not a regular file' },
      { path: 'folder', reason: 'not a regular file' },
    ]);
  });
});

function readWithYauzl(bytes: Buffer): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      const found: Record<string, string> = {};
      zip.on('error', reject);
      zip.on('end', () => resolve(found));
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            found[entry.fileName] = Buffer.concat(chunks).toString();
            zip.readEntry();
          });
        });
      });
      zip.readEntry();
    });
  });
}

/** A folder of this machine as a tree. */
function treeOf(root: string): SourceTree {
  const kind = (entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }) =>
    entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'symlink' : 'other';
  return {
    list: (folder) =>
      readdirSync(join(root, folder), { withFileTypes: true }).map((entry) => {
        const size = entry.isFile() ? statSync(join(root, folder, entry.name)).size : 0;
        return { name: entry.name, kind: kind(entry), size };
      }),
    read: (path) => readFileSync(join(root, path)),
  };
}

const need = needs('go');

describe.skipIf(need.skip)(need.title('making module zips, compared with Go'), () => {
  let oracle: ZipOracle;
  let folder: string;
  beforeAll(() => {
    oracle = buildZipOracle();
    folder = mkdtempSync(join(tmpdir(), 'gomod-make-'));
  }, 180_000);
  afterAll(() => {
    oracle?.close();
    if (folder) removeScratch(folder);
  });

  it.each(Object.entries(TREES))('%s', (_, files) => {
    const File = join(folder, 'theirs.zip');
    const [theirs] = oracle.ask([
      {
        Kind: 'files',
        Path: m.path,
        Version: m.version,
        File,
        Files: files.map(({ path, kind, size, read }) => ({
          Path: path,
          Kind: kind,
          Size: size,
          Data: Buffer.from(read()).toString('base64'),
        })),
      },
    ]);
    const checked = checkFiles(files, hasFixedVendorRule);
    const listed = (list: readonly { path: string; reason: string }[]) =>
      list.map(({ path, reason }) => ({ Path: path, Reason: reason }));
    expect(checked.valid.map(({ path }) => path)).toEqual(theirs!.Valid ?? []);
    expect(listed(checked.omitted)).toEqual(theirs!.Omitted ?? []);
    expect(listed(checked.invalid)).toEqual(theirs!.Invalid ?? []);
    const made = make(files);
    expect(made.error).toBe(theirs!.Create);
    if (!('bytes' in made)) return;
    expect(hashZip(made.bytes, sha256, inflate)).toBe(theirs!.Sum);
    expect(hashZip(readFileSync(File), sha256, inflate)).toBe(theirs!.Sum);
  });

  it('packs a folder as Go does', () => {
    const root = join(folder, 'tree');
    const files = [
      ...vendored('1.24').map(({ path }) => path),
      ...['a-b/x.go', 'a/x.go', 'a.go', '.git/config', 'sub/.svn/x', 'nested/go.mod', 'nested/x.go'],
      ...['mod-folder/go.mod/x.go', 'mod-folder/y.go', 'vendor/x/nested/go.mod', '.hg_archival.txt'],
    ];
    const content = (path: string) => (path === 'go.mod' ? 'module example.com/m\ngo 1.24\n' : path);
    writeFiles(
      root,
      files.map((path) => [path, content(path)]),
    );
    symlinkSync('a.go', join(root, 'link.go'));
    const File = join(folder, 'folder.zip');
    const question = { Path: m.path, Version: m.version, File, Dir: root };
    const [theirs] = oracle.ask([{ Kind: 'folder', ...question }]);
    const listing = listModuleFiles(treeOf(root), hasFixedVendorRule);
    const made = make(listing.files);
    expect(made.error).toBe(theirs!.Create);
    if (!('bytes' in made)) return;
    expect(hashZip(made.bytes, sha256, inflate)).toBe(theirs!.Sum);
    const names = (bytes: Uint8Array) => readDirectory(bytes).entries.map(({ name }) => name);
    expect(names(made.bytes)).toEqual(names(readFileSync(File)));
  });
});
