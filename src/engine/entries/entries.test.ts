import * as nodeFs from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { faultyFileSystem } from '../../../tools/testing/faults.js';
import { makeMemoryFolder } from '../../../tools/testing/memory-folder.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { createLocker, type FileSystem, realFileSystem, removeAll } from '../io/index.js';
import { batchOf, EntryWriter, type WriteJob, writeBatch } from './index.js';

let folder = '';
let scratch = '';
beforeEach(() => {
  folder = makeMemoryFolder('gomod-entries-');
  scratch = join(folder, 'scratch');
  nodeFs.mkdirSync(scratch);
});
afterEach(() => removeScratch(folder));

function writerOn(fs: FileSystem): EntryWriter {
  const { signal } = new AbortController();
  return new EntryWriter({ fs, locker: createLocker({ fs }), signal, random: Math.random });
}

const at = (name: string) => join(folder, 'mod', name);
const text = (name: string) => nodeFs.readFileSync(at(name), 'utf8');

/** Entries `name: content` as they reach another thread. */
function batch(entries: Readonly<Record<string, string>>): WriteJob {
  const list = Object.entries(entries).map(([name, data]) => ({ path: at(name), data: Buffer.from(data) }));
  return structuredClone(batchOf(list, scratch));
}

describe('a batch of entries', () => {
  it('is written, with its lists, and leaves no temporary file', async () => {
    const job = batch({
      'a/@v/v1.1.0.mod': 'module a\n',
      'a/@v/v1.0.0.mod': 'module a // old\n',
      'a/@v/v1.2.0.info': '{}',
      'b/@v/v2.0.0.mod': '',
    });
    expect(await writeBatch(writerOn(realFileSystem), job)).toEqual({ failures: [], unlisted: false });
    expect(text('a/@v/v1.0.0.mod')).toBe('module a // old\n');
    expect(text('a/@v/v1.1.0.mod')).toBe('module a\n');
    expect(text('a/@v/v1.2.0.info')).toBe('{}');
    expect(text('a/@v/list')).toBe('v1.0.0\nv1.1.0\n');
    expect(text('b/@v/v2.0.0.mod')).toBe('');
    expect(text('b/@v/list')).toBe('v2.0.0\n');
    expect(nodeFs.readdirSync(at('a/@v')).sort()).toEqual([
      'list',
      'v1.0.0.mod',
      'v1.1.0.mod',
      'v1.2.0.info',
    ]);
    expect(nodeFs.readdirSync(scratch)).toEqual([]);
  });

  it('lists what another writer put into a folder of its making', async () => {
    const [one, other] = [writerOn(realFileSystem), writerOn(realFileSystem)];
    for (const [writer, version] of [
      [one, 'v1.0.0'],
      [other, 'v1.1.0'],
      [one, 'v1.2.0'],
    ] as const) {
      await writeBatch(writer, batch({ [`m/@v/${version}.mod`]: 'module m\n' }));
    }
    expect(text('m/@v/list')).toBe('v1.0.0\nv1.1.0\nv1.2.0\n');
  });

  it('says which entries failed and writes the others', async () => {
    nodeFs.mkdirSync(at('x'), { recursive: true });
    nodeFs.writeFileSync(at('x/@v'), 'a file where a folder should be');
    const job = batch({ 'x/@v/v1.0.0.mod': 'x', 'y/@v/v1.0.0.mod': 'y', 'x/@v/v1.0.0.info': '{}' });
    const { failures, unlisted } = await writeBatch(writerOn(realFileSystem), job);
    expect(failures.map((each) => each.at)).toEqual([0, 2]);
    for (const { error } of failures) expect((error as NodeJS.ErrnoException).code).toBe('ENOTDIR');
    expect([unlisted, text('y/@v/v1.0.0.mod'), text('y/@v/list')]).toEqual([false, 'y', 'v1.0.0\n']);
  });

  it('says when a list could not be written', async () => {
    nodeFs.mkdirSync(at('m/@v/list'), { recursive: true });
    const job = batch({ 'm/@v/v1.0.0.mod': 'module m\n', 'n/@v/v1.0.0.mod': 'module n\n' });
    expect(await writeBatch(writerOn(realFileSystem), job)).toEqual({ failures: [], unlisted: true });
    expect(text('m/@v/v1.0.0.mod')).toBe('module m\n');
    expect(text('n/@v/list')).toBe('v1.0.0\n');
  });

  it('needs no scratch folder that is still there', async () => {
    removeAll(realFileSystem, scratch);
    const job = batch({ 'm/@v/v1.0.0.mod': 'module m\n' });
    expect(await writeBatch(writerOn(realFileSystem), job)).toEqual({ failures: [], unlisted: false });
    expect(text('m/@v/v1.0.0.mod')).toBe('module m\n');
  });

  it('looks at no folder twice', async () => {
    const { fs, steps } = faultyFileSystem();
    const names = Array.from({ length: 5 }, (_, i) => [`m/@v/v1.${i}.0.info`, '{}'] as const);
    await writeBatch(writerOn(fs), batch(Object.fromEntries(names)));
    const looks = steps.filter((step) => /^(mkdir|stat)Sync/.test(step));
    expect(looks.filter((step) => step.startsWith('mkdirSync'))).toHaveLength(3);
    expect(looks.length).toBeLessThan(10);
  });
});
