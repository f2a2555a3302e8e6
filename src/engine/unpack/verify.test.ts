import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildArchive, damageArchive, type EntrySpec } from '../../../tools/testing/archive.js';
import { inTime } from '../../../tools/testing/in-time.js';
import { makeMemoryFolder } from '../../../tools/testing/memory-folder.js';
import { goEnvironment, runGo, serveModules } from '../../../tools/testing/module-proxy-folder.js';
import { needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { type FileSystem, realFileSystem, removeAll } from '../io/index.js';
import { runUnpack } from './job.js';
import { createScratch } from './scratch.js';
import { runVerify, type VerifyJob } from './verify.js';

const scratch = createScratch();
const big = Buffer.from(Array.from({ length: 600_000 }, (_, i) => (i * 7919) >> 5));

let root: string;
beforeEach(() => {
  root = makeMemoryFolder('gomod-verify-');
});
afterEach(() => removeScratch(root));

/** What a module consists of in a cache. */
interface InCache {
  readonly path: string;
  readonly zip: string;
  readonly hash: string;
  readonly partial: string;
  readonly dir: string;
  /** What the zip was before it was damaged. */
  readonly record?: { readonly sum: string; readonly sha256: string };
}

function filesOf(prefix: string): EntrySpec[] {
  return [
    { name: `${prefix}go.mod`, content: `module ${prefix.split('@')[0]}\n` },
    { name: `${prefix}a.go`, content: 'package a\n'.repeat(50) },
    { name: `${prefix}b/c/d.go`, content: 'package c\n' },
    { name: `${prefix}b/e.go`, content: 'package c\n' },
    { name: `${prefix}empty`, content: '' },
    { name: `${prefix}large`, content: big },
    { name: `${prefix}stored`, content: 'stored', method: 0 },
  ];
}

function change(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at < 0 ? bytes.length + at : at]! ^= 1;
  writeFileSync(path, bytes);
}

/** Index of the central directory's header for the name that ends in `name`. */
function headerOf(bytes: Buffer, name: string): number {
  return bytes.lastIndexOf('PK\x01\x02', bytes.lastIndexOf(name), 'latin1');
}

/** Index of a byte of the deflated content of the file that ends in `name`. */
function bodyOf(zip: string, name: string): number {
  return readFileSync(zip).indexOf(name) + name.length + 6;
}

const DAMAGES: Record<string, (m: InCache) => void> = {
  intact: () => {},
  'no folder': (m) => rmSync(m.dir, { recursive: true }),
  'a partial mark': (m) => writeFileSync(m.partial, ''),
  'a folder that is a file': (m) => {
    rmSync(m.dir, { recursive: true });
    writeFileSync(m.dir, '');
  },
  'an extra file': (m) => writeFileSync(join(m.dir, 'b/extra'), ''),
  'an extra folder': (m) => mkdirSync(join(m.dir, 'b/extra')),
  'a missing file': (m) => unlinkSync(join(m.dir, 'b/e.go')),
  'a renamed file': (m) => renameSync(join(m.dir, 'b/e.go'), join(m.dir, 'b/f.go')),
  'a changed byte': (m) => change(join(m.dir, 'a.go'), 7),
  'a changed byte at the end of a large file': (m) => change(join(m.dir, 'large'), -1),
  'a longer file': (m) => appendFileSync(join(m.dir, 'a.go'), 'x'),
  'a longer empty file': (m) => appendFileSync(join(m.dir, 'empty'), 'x'),
  'a longer large file': (m) => appendFileSync(join(m.dir, 'large'), 'x'),
  'a shorter file': (m) => truncateSync(join(m.dir, 'a.go'), 100),
  'another mode': (m) => chmodSync(join(m.dir, 'a.go'), 0o755),
  'a link to the same bytes': (m) => {
    renameSync(join(m.dir, 'a.go'), `${m.dir}.a`);
    symlinkSync(`${m.dir}.a`, join(m.dir, 'a.go'));
  },
  'a link to nothing': (m) => {
    unlinkSync(join(m.dir, 'a.go'));
    symlinkSync('/nowhere/at/all', join(m.dir, 'a.go'));
  },
  'a link in place of a folder': (m) => {
    renameSync(join(m.dir, 'b'), `${m.dir}.b`);
    symlinkSync(`${m.dir}.b`, join(m.dir, 'b'));
  },
  'a link in place of the whole folder': (m) => {
    renameSync(m.dir, `${m.dir}.all`);
    symlinkSync(`${m.dir}.all`, m.dir);
  },
  'a newline in a name': (m) => writeFileSync(join(m.dir, 'x\ny'), ''),
  'no zip': (m) => unlinkSync(m.zip),
  'no zip, and a changed byte': (m) => {
    unlinkSync(m.zip);
    change(join(m.dir, 'a.go'), 7);
  },
  'no hash': (m) => unlinkSync(m.hash),
  'no hash and no zip': (m) => {
    unlinkSync(m.hash);
    unlinkSync(m.zip);
  },
  'no hash, zip or folder': (m) => {
    unlinkSync(m.hash);
    unlinkSync(m.zip);
    rmSync(m.dir, { recursive: true });
  },
  'another hash': (m) => writeFileSync(m.hash, 'h1:AAAA'),
  'an empty hash': (m) => writeFileSync(m.hash, ''),
  'a hash with space around it': (m) => writeFileSync(m.hash, `\n ${readFileSync(m.hash, 'latin1')}\r\n`),
  'a hash that is a folder': (m) => {
    unlinkSync(m.hash);
    mkdirSync(m.hash);
  },
  'a zip that is a folder': (m) => {
    unlinkSync(m.zip);
    mkdirSync(m.zip);
  },
  'an empty zip': (m) => truncateSync(m.zip, 0),
  'a cut zip': (m) => truncateSync(m.zip, statSync(m.zip).size - 30),
  'a zip with a changed byte of a file': (m) => change(m.zip, bodyOf(m.zip, 'a.go')),
  'a zip with a changed byte of a stored file': (m) => {
    change(m.zip, readFileSync(m.zip).indexOf('storedstored') + 8);
  },
  'a zip with another checksum in its directory': (m) => {
    change(m.zip, headerOf(readFileSync(m.zip), 'a.go') + 16);
  },
  'a zip with another checksum in its directory, stored': (m) => {
    change(m.zip, headerOf(readFileSync(m.zip), 'stored') + 16);
  },
  'a zip with other bytes before a file, which nobody reads': (m) => change(m.zip, 10),
  'a zip of other files': (m) => {
    const prefix = `${m.path}@v1.0.0/`;
    writeFileSync(m.zip, buildArchive({ entries: filesOf(prefix).slice(1) }));
  },
  'a zip with a folder in it': (m) => {
    const prefix = `${m.path}@v1.0.0/`;
    writeFileSync(m.zip, buildArchive({ entries: [{ name: `${prefix}b/` }, ...filesOf(prefix)] }));
  },
  'a zip with a file twice': (m) => {
    const files = filesOf(`${m.path}@v1.0.0/`);
    writeFileSync(m.zip, buildArchive({ entries: [...files, files[1]!] }));
  },
  'all changed': (m) => {
    change(m.zip, bodyOf(m.zip, 'a.go'));
    change(join(m.dir, 'a.go'), 7);
    writeFileSync(m.hash, 'h1:AAAA');
  },
};

function inCache(cache: string, path: string): InCache {
  const base = join(cache, 'cache/download', path, '@v/v1.0.0');
  const dir = join(cache, `${path}@v1.0.0`);
  return { path, zip: `${base}.zip`, hash: `${base}.ziphash`, partial: `${base}.partial`, dir };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** What the cache room says of a module, as far as verification asks. */
function jobOf(m: InCache): VerifyJob {
  const usable = isFolder(m.dir) && !existsSync(m.partial) && existsSync(m.hash);
  return {
    module: { path: m.path, version: 'v1.0.0' },
    zip: m.zip,
    zipMissing: !existsSync(m.zip),
    folder: m.dir,
    folderMissing: !usable,
  };
}

/** What is said with nothing known of the zip, and with what was recorded of it: both must say the same. */
function verify(m: InCache): string[] {
  const { complaints } = runVerify(realFileSystem, jobOf(m), scratch, () => {});
  const again = runVerify(realFileSystem, { ...jobOf(m), record: m.record }, scratch, () => {});
  expect(again.complaints).toEqual(complaints);
  return [...complaints];
}

/** Puts a module into a cache. */
function fill(cache: string, path: string): InCache {
  const m = inCache(cache, path);
  mkdirSync(join(m.zip, '..'), { recursive: true });
  mkdirSync(join(m.dir, '..'), { recursive: true });
  const bytes = buildArchive({ entries: filesOf(`${path}@v1.0.0/`) });
  const job = {
    module: { path, version: 'v1.0.0' },
    source: { bytes },
    zipFile: m.zip,
    isNew: true,
    folder: m.dir,
  };
  const { sum, zipSha256 } = runUnpack(realFileSystem, { ...job, readOnlyFolders: false }, scratch, () => {});
  writeFileSync(m.hash, sum);
  return { ...m, record: { sum, sha256: zipSha256 ?? '' } };
}

function damaged(name: keyof typeof DAMAGES): { m: InCache; said: string[] } {
  const m = fill(root, 'example.com/m');
  DAMAGES[name]!(m);
  return { m, said: verify(m) };
}

describe('verification', () => {
  it('says nothing of what is intact, or not there', () => {
    for (const name of ['intact', 'another mode', 'no folder', 'no zip', 'no hash, zip or folder']) {
      expect(damaged(name).said, name).toEqual([]);
      removeAll(realFileSystem, join(root, 'cache'));
      removeAll(realFileSystem, join(root, 'example.com'));
    }
  });

  it('says what has been modified', () => {
    const { m, said } = damaged('all changed');
    expect(said).toEqual(['example.com/m v1.0.0: zip: checksum error']);
    writeFileSync(m.zip, buildArchive({ entries: [] }));
    expect(verify(m)).toEqual([
      `example.com/m v1.0.0: zip has been modified (${m.zip})`,
      `example.com/m v1.0.0: dir has been modified (${m.dir})`,
    ]);
  });

  it('says that the hash is missing', () => {
    const { m, said } = damaged('no hash');
    expect(said).toEqual([
      `example.com/m v1.0.0: missing ziphash: open ${m.hash}: no such file or directory`,
    ]);
  });

  it('does not wait for a pipe, nor read without end', () => {
    const { m } = damaged('intact');
    unlinkSync(join(m.dir, 'a.go'));
    symlinkSync('/dev/zero', join(m.dir, 'a.go'));
    expect(verify(m)).toEqual([`example.com/m v1.0.0: dir has been modified (${m.dir})`]);
  });

  it('says what the zip is when nothing is known of it', () => {
    const m = fill(root, 'example.com/m');
    const look = (record: InCache['record']) =>
      runVerify(realFileSystem, { ...jobOf(m), record, wantsRecord: true }, scratch, () => {});
    expect(look(undefined)).toEqual({ complaints: [], record: m.record });
    expect(m.record?.sha256).toBe(createHash('sha256').update(readFileSync(m.zip)).digest('hex'));
    expect(look(m.record)).toEqual({ complaints: [], record: undefined });
    const { record } = runVerify(realFileSystem, jobOf(m), scratch, () => {});
    expect(record).toBeUndefined();
  });

  it('does not read a zip that is larger than any before it looks into it', () => {
    const m = fill(root, 'example.com/m');
    truncateSync(m.zip, 4e9);
    const lines = inTime(() => verify(m));
    expect(lines).toEqual(['example.com/m v1.0.0: zip: not a valid zip file']);
  });

  it('believes no record of another sum, and no sum of other bytes', () => {
    const m = fill(root, 'example.com/m');
    const { sum, sha256 } = m.record ?? { sum: '', sha256: '' };
    const other = `h1:${'A'.repeat(43)}=`;
    const look = (record: InCache['record']) =>
      runVerify(realFileSystem, { ...jobOf(m), record, wantsRecord: true }, scratch, () => {});
    expect(look({ sum: other, sha256 })).toEqual({ complaints: [], record: { sum, sha256 } });
    expect(look({ sum, sha256: '0'.repeat(64) })).toEqual({ complaints: [], record: { sum, sha256 } });
    writeFileSync(m.hash, other);
    const modified = [`zip has been modified (${m.zip})`, `dir has been modified (${m.dir})`];
    const complaints = modified.map((text) => `example.com/m v1.0.0: ${text}`);
    expect(look({ sum, sha256 })).toEqual({ complaints, record: undefined });
  });

  it('reads files to their end that give their bytes in pieces', () => {
    const m = fill(root, 'example.com/m');
    const readSync = (fd: number, buffer: Buffer, offset: number, length: number, position: number) =>
      realFileSystem.readSync(fd, buffer, offset, Math.min(length, 7), position);
    const fs = { ...realFileSystem, readSync: readSync as FileSystem['readSync'] };
    expect(runVerify(fs, { ...jobOf(m), record: m.record }, scratch, () => {}).complaints).toEqual([]);
  });

  it('hashes the zip even where the folder has what was recorded', () => {
    const { m } = damaged('intact');
    const other = filesOf('example.com/m@v1.0.0/').slice(1);
    writeFileSync(m.zip, buildArchive({ entries: other }));
    expect(verify(m)).toEqual([`example.com/m v1.0.0: zip has been modified (${m.zip})`]);
  });
});

const need = needs('go');

describe.skipIf(need.skip)(need.title('verification, compared with go mod verify'), () => {
  it('says what go mod verify says', () => {
    const random = Array.from({ length: 60 }, (_, i): [string, (m: InCache) => void] => [
      `damage by chance ${i}`,
      (m) => {
        const chance = seeded(i);
        writeFileSync(m.zip, damageArchive(readFileSync(m.zip), chance));
      },
    ]);
    const damages = [...Object.entries(DAMAGES), ...random];
    const proxy = join(root, 'proxy');
    const project = join(root, 'project');
    const cache = join(root, 'cache');
    const env = goEnvironment(proxy, cache);
    const paths = damages.map((_, i) => `example.com/m${String(i).padStart(3, '0')}`);
    serveModules(
      proxy,
      paths.map((path) => {
        const zip = buildArchive({ entries: filesOf(`${path}@v1.0.0/`) });
        return { path, version: 'v1.0.0', zip };
      }),
    );
    mkdirSync(project);
    const requires = paths.map((path) => `require ${path} v1.0.0\n`).join('');
    writeFileSync(join(project, 'go.mod'), `module main\n\ngo 1.24\n\n${requires}`);
    runGo({ ...env, GOFLAGS: '-mod=mod -modcacherw' }, project, 'mod', 'download');
    const modules = paths.map((path) => {
      const m = inCache(cache, path);
      const job = { ...jobOf(m), wantsRecord: true };
      const { record } = runVerify(realFileSystem, job, scratch, () => {});
      return { ...m, ...(record && { record }) };
    });
    for (const [i, m] of modules.entries()) damages[i]![1](m);
    const said = runGo(env, project, 'mod', 'verify').err;
    const ours = modules.map((m) => verify(m));
    modules.forEach((m, i) => {
      const theirs = said.split('\n').filter((line) => line.startsWith(`${m.path} `));
      expect(ours[i], damages[i]![0]).toEqual(theirs);
    });
    expect(said).toBe(
      ours
        .flat()
        .map((line) => `${line}\n`)
        .join(''),
    );
  }, 120_000);
});
