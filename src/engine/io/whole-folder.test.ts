// A folder that is replaced while everything goes wrong: a fault before or after each step, several at once, a file system
// that renames no folder.

import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allFaults, Died, type FaultPlan, faultyFileSystem } from '../../../tools/testing/faults.js';
import { makeMemoryFolder } from '../../../tools/testing/memory-folder.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { exchange } from './exchange.js';
import {
  createLocker,
  dropFolder,
  type FileSystem,
  mendFolder,
  realFileSystem,
  removeAll,
  replaceFolder,
} from './index.js';

let folder = '';
beforeAll(() => {
  folder = makeMemoryFolder('gomod-whole-');
});
afterAll(() => removeScratch(folder));

type Files = Readonly<Record<string, string>>;

const OLD: Files = { first: 'old', 'a/x': 'old', 'a/mine': 'mine', 'z/y': 'old' };
const NEW: Files = { first: 'new', 'a/x': 'new', 'b/c/d': 'new' };

/** Names and contents below a folder; undefined where there is none. */
function contents(root: string): Files | undefined {
  if (!fs.existsSync(root)) return undefined;
  const names = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => fs.statSync(join(root, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, fs.readFileSync(join(root, name), 'utf8')]));
}

function write(under: FileSystem, root: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    under.mkdirSync(join(root, name, '..'), { recursive: true });
    under.writeFileSync(join(root, name), text);
  }
}

const target = () => ({ path: join(folder, 'place', 'f'), first: 'first' });

function start(old: Files | undefined): void {
  removeAll(realFileSystem, join(folder, 'place'));
  fs.mkdirSync(join(folder, 'place'));
  if (old !== undefined) write(fs, target().path, old);
}

const hostOn = (under: FileSystem) => ({
  fs: under,
  locker: createLocker({ fs: under }),
  signal: new AbortController().signal,
});

async function replace(under: FileSystem, files = NEW): Promise<unknown> {
  try {
    await replaceFolder(hostOn(under), target(), (made) => write(under, made, files));
    return undefined;
  } catch (error) {
    return error;
  }
}

/** As file systems that cannot rename folders which were there before: F becomes nothing else. */
function withoutRename(under: FileSystem): FileSystem {
  const renameSync: FileSystem['renameSync'] = (from, to) => {
    const code = 'EXDEV';
    if (from === target().path)
      throw Object.assign(new Error(code), { code, syscall: 'rename', path: from, dest: to });
    under.renameSync(from, to);
  };
  return { ...under, renameSync };
}

const worlds: readonly [name: string, old: Files | undefined, wrap: (under: FileSystem) => FileSystem][] = [
  ['where nothing was', undefined, (under) => under],
  ['by renaming', OLD, (under) => under],
  ['where nothing can be renamed', OLD, withoutRename],
];

/** What may be seen at F when a run has died. */
function checkDead(old: Files | undefined, now: Files | undefined, removed: boolean, what: string): void {
  // Without its first file nobody takes it for what it is.
  if (now === undefined || (removed && now.first === undefined)) return;
  expect([old, NEW], what).toContainEqual(now);
}

describe.each(worlds)('a folder is replaced %s', (_, old, wrap) => {
  it('leaves nothing behind where it is interrupted, before it begins or in the middle', async () => {
    for (const early of [true, false]) {
      start(OLD);
      const interruption = new AbortController();
      const reason = new Error('interrupted');
      const { signal } = interruption;
      if (early) interruption.abort(reason);
      const fill = (made: string) => {
        write(fs, made, NEW);
        interruption.abort(reason);
        signal.throwIfAborted();
      };
      await expect(replaceFolder({ ...hostOn(realFileSystem), signal }, target(), fill)).rejects.toBe(reason);
      expect(contents(target().path)).toEqual(OLD);
      expect(fs.readdirSync(join(folder, 'place'))).toEqual(['f']);
    }
  });

  it('and nothing is left beside it', async () => {
    start(old);
    expect(await replace(wrap({ ...realFileSystem }))).toBeUndefined();
    expect(contents(join(folder, 'place'))).toEqual(prefixed(NEW));
    expect(fs.readdirSync(join(folder, 'place'))).toEqual(['f']);
  });

  it('or not at all, whatever step fails', async () => {
    start(old);
    const counter = faultyFileSystem();
    await replace(wrap(counter.fs));
    for (const plan of allFaults(counter.steps.length, ['error'])) {
      start(old);
      const faulty = faultyFileSystem(plan);
      const error = await replace(wrap(faulty.fs));
      const what = `${told(plan)} ${faulty.steps[plan.step]}: ${error}`;
      const now = contents(target().path);
      expect(error === undefined ? [NEW] : [old, NEW], what).toContainEqual(now);
      expect(await replace({ ...realFileSystem }), what).toBeUndefined();
      expect(contents(join(folder, 'place')), what).toEqual(prefixed(NEW));
      expect(fs.readdirSync(join(folder, 'place')), what).toEqual(['f']);
    }
  });

  it('or mended by who comes next, whenever a run dies', async () => {
    start(old);
    const counter = faultyFileSystem();
    await replace(wrap(counter.fs));
    let absent = 0;
    for (const plan of allFaults(counter.steps.length, ['death'])) {
      start(old);
      const faulty = faultyFileSystem(plan);
      const error = await replace(wrap(faulty.fs));
      const what = `${told(plan)} ${faulty.steps[plan.step]}: ${error}`;
      expect(error === undefined || error instanceof Died, what).toBe(true);
      const dead = contents(target().path);
      checkDead(old, dead, wrap === withoutRename, what);
      if (dead === undefined && old !== undefined) absent++;
      await mendFolder(hostOn({ ...realFileSystem }), target());
      expect([old, NEW], what).toContainEqual(contents(target().path));
      expect(
        fs.readdirSync(join(folder, 'place')).filter((name) => name !== 'f'),
        what,
      ).toEqual([]);
    }
    // A death between the two renames, before the second or after the first.
    if (wrap !== withoutRename && old !== undefined) expect(absent).toBeGreaterThan(0);
  });
});

function told({ kind, moment, step }: FaultPlan): string {
  return `${kind} ${moment} step ${step}`;
}

function prefixed(files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`f/${name}`, text]));
}

describe('what stands in the place', () => {
  it.each([
    ['a file', (path: string) => fs.writeFileSync(path, 'x')],
    ['a link', (path: string) => fs.symlinkSync('elsewhere', path)],
  ])('is replaced where it is %s', async (_, make) => {
    start(undefined);
    make(target().path);
    expect(await replace(realFileSystem)).toBeUndefined();
    expect(contents(join(folder, 'place'))).toEqual(prefixed(NEW));
  });

  it('is not half removed, whatever step fails', async () => {
    start(OLD);
    const counter = faultyFileSystem();
    await dropFolder(hostOn(counter.fs), target());
    expect(fs.readdirSync(join(folder, 'place'))).toEqual([]);
    for (const plan of allFaults(counter.steps.length, ['error', 'death'])) {
      start(OLD);
      const faulty = faultyFileSystem(plan);
      await dropFolder(hostOn(faulty.fs), target()).catch(() => {});
      const what = `${told(plan)} ${faulty.steps[plan.step]}`;
      expect([undefined, OLD], what).toContainEqual(contents(target().path));
      await mendFolder(hostOn(realFileSystem), target());
      expect([undefined, OLD], what).toContainEqual(contents(target().path));
      expect(
        fs.readdirSync(join(folder, 'place')).filter((name) => name !== 'f'),
        what,
      ).toEqual([]);
    }
  });

  it('stays when filling fails', async () => {
    start(OLD);
    const failure = new Error('no');
    const fill = () => {
      throw failure;
    };
    await expect(replaceFolder(hostOn(realFileSystem), target(), fill)).rejects.toBe(failure);
    expect(contents(join(folder, 'place'))).toEqual(prefixed(OLD));
  });

  it('is what failures name', async () => {
    start(OLD);
    const { path } = target();
    const fill = (made: string) => fs.mkdirSync(join(made, 'a', 'b'));
    const named = { code: 'ENOENT', path: join(path, 'a', 'b') };
    await expect(replaceFolder(hostOn(realFileSystem), target(), fill)).rejects.toMatchObject(named);
    fs.writeFileSync(join(folder, 'place', '.f.gomod'), '');
    expect(await replace(realFileSystem)).toMatchObject({
      code: 'ENOTDIR',
      path: join(folder, 'place', '.f.gomod'),
    });
  });
});

describe('several at once', () => {
  it('replace it one after the other', async () => {
    start(OLD);
    const runs = Array.from({ length: 8 }, (_, i) => replace(realFileSystem, { first: `${i}`, x: `${i}` }));
    expect(await Promise.all(runs)).toEqual(Array(8).fill(undefined));
    const { first, ...rest } = contents(target().path) ?? {};
    expect(rest).toEqual({ x: first });
    expect(fs.readdirSync(join(folder, 'place'))).toEqual(['f']);
  });

  it('leave alone what another is at', async () => {
    start(OLD);
    await replaceFolder(hostOn(realFileSystem), target(), async (made) => {
      write(fs, made, NEW);
      await mendFolder(hostOn(realFileSystem), target());
      expect(contents(made)).toEqual(NEW);
    });
    expect(contents(target().path)).toEqual(NEW);
  });
});

/** Looks for a file until one named `stop` is there; prints how often it looked, and how often in vain. */
const WATCH = `const fs = require('node:fs');
const [file, stop] = process.argv.slice(1);
let [looks, misses] = [0, 0];
process.stdout.write('ready\\n');
while (looks % 1000 !== 0 || !fs.existsSync(stop)) {
  looks++;
  if (!fs.existsSync(file)) misses++;
}
process.stdout.write(JSON.stringify({ looks, misses }) + '\\n');`;

describe('where names can change places', () => {
  it('there is no moment without the folder', async (context) => {
    start(OLD);
    fs.mkdirSync(join(folder, 'other'), { recursive: true });
    if (!(await exchange(realFileSystem, target().path, join(folder, 'other')))) {
      context.skip('no renameat2 here');
    }
    await exchange(realFileSystem, target().path, join(folder, 'other'));
    expect(contents(target().path)).toEqual(OLD);
    const words = ['-e', WATCH, join(target().path, 'first'), join(folder, 'stop')];
    const watcher = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    const ended = new Promise((resolve) => watcher.once('close', resolve));
    await new Promise<void>((resolve) =>
      watcher.stdout.on('data', (chunk) => {
        said += chunk;
        resolve();
      }),
    );
    for (let i = 0; i < 100; i++) expect(await replace(realFileSystem)).toBeUndefined();
    fs.writeFileSync(join(folder, 'stop'), '');
    await ended;
    const { looks, misses } = JSON.parse(said.split('\n')[1] ?? '') as { looks: number; misses: number };
    expect(looks).toBeGreaterThan(0);
    expect(misses).toBe(0);
  });
});
