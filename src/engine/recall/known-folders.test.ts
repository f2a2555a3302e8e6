import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mutate } from '../../../tools/testing/mutate.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { type FileSystem, realFileSystem } from '../io/index.js';
import { KnownFolders } from './known-folders.js';
import { seal } from './seal.js';

/** Long after every change, so that all that was looked at counts as settled. */
const LATER = { now: () => Date.now() + 10_000 };

let modCache = '';
let root = '';
let other = '';
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'gomod-folders-'));
  modCache = join(folder, 'with@mark');
  root = join(modCache, 'a.test/!a@v1.0.0');
  other = join(folder, 'main');
  mkdirSync(join(modCache, 'cache'), { recursive: true });
  mkdirSync(join(root, 'sub'), { recursive: true });
  mkdirSync(other);
  writeFileSync(join(root, 'a.go'), 'package a\n');
  writeFileSync(join(other, 'm.go'), 'package m\n');
});
afterEach(() => removeScratch(join(modCache, '..')));

const open = (more: Partial<ConstructorParameters<typeof KnownFolders>[0]> = {}, file = '/m/go.mod') =>
  new KnownFolders(
    { asideFs: realFileSystem, clock: LATER, random: Math.random, ...more },
    { modCache, kind: 'scans', file },
  );
const look = (known = open()) => known.other(other, ['m.go'], realFileSystem);
const records = () => join(modCache, 'cache/gomod/scans');
const recordFile = () => join(records(), readdirSync(records())[0] ?? '');

/** Remembers something of each kind. */
function remember(known = open()): void {
  known.add(root, [1, known.place('x'), known.place('é "\n')]);
  known.add(join(root, 'sub'), 0);
  look(known).remember([known.place('y')], (name) => [name.length, 'digest']);
  known.save();
}

/** What is known now. */
function recalled(known = open()) {
  const [a, sub] = [known.get(root), known.get(join(root, 'sub'))];
  const { fact } = look(known);
  const texts = (value: unknown) =>
    Array.isArray(value) ? value.map((place) => known.text(place as number)) : value;
  return { a: Array.isArray(a) ? texts(a.slice(1)) : a, sub, other: texts(fact) };
}

const ALL = { a: ['x', 'é "\n'], sub: 0, other: ['y'] };
const NOTHING = { a: undefined, sub: undefined, other: undefined };

describe('known folders', () => {
  it('are known again', () => {
    expect(recalled()).toEqual(NOTHING);
    remember();
    expect(recalled()).toEqual(ALL);
    expect(recalled(open({}, '/other/go.mod'))).toEqual(NOTHING);
    expect(statSync(recordFile()).mode & 0o777).toBe(0o600);
  });

  it('are those of modules', () => {
    const known = open();
    for (const folder of [modCache, join(modCache, 'a.test'), other, `${modCache}x/a@v1`]) {
      expect([folder, known.isCached(folder)]).toEqual([folder, false]);
      known.add(folder, 1);
      expect(known.get(folder)).toBeUndefined();
    }
    known.save();
    expect(existsSync(records())).toBe(false);
  });

  it('stay known when more is learned', () => {
    remember();
    const more = open();
    more.add(join(root, 'more'), [more.place('z'), more.place('x')]);
    more.save();
    expect(recalled()).toEqual(ALL);
    const known = open();
    expect((known.get(join(root, 'more')) as number[]).map((place) => known.text(place))).toEqual(['z', 'x']);
    const { mtimeMs } = statSync(recordFile());
    known.save();
    expect(statSync(recordFile()).mtimeMs).toBe(mtimeMs);
  });

  it.each<[string, () => void, Partial<typeof ALL> | typeof NOTHING]>([
    ['another folder of the module', () => again(root), { ...ALL, a: undefined, sub: undefined } as never],
    [
      'a new file in it',
      () => writeFileSync(join(root, 'b.go'), ''),
      { ...ALL, a: undefined, sub: undefined } as never,
    ],
    ['no module', () => rmSync(root, { recursive: true }), { ...ALL, a: undefined, sub: undefined } as never],
    // As with go, whose index knows nothing of the folder but where it is.
    ['other bytes in the module', () => writeFileSync(join(root, 'a.go'), 'package b\n'), ALL],
    ['a new file further below', () => writeFileSync(join(root, 'sub/b.go'), ''), ALL],
    ['other bytes in another folder', () => sameTime('package n\n'), { ...ALL, other: undefined } as never],
    [
      'a source file that is gone',
      () => unlinkSync(join(other, 'm.go')),
      { ...ALL, other: undefined } as never,
    ],
    ['a file of another kind', () => writeFileSync(join(other, 'README'), ''), ALL],
  ])('after a change: %s', (_, change, left) => {
    remember();
    change();
    expect(recalled()).toEqual(left);
  });

  it('have the heads of their files', () => {
    remember();
    expect(look().heads).toEqual([['m.go', [4, 'digest']]]);
    const known = open();
    writeFileSync(join(other, 'm.go'), 'package m // new\n');
    expect(look(known).heads).toEqual([]);
    look(known).remember([1], () => undefined);
    known.save();
    expect([look().fact, look().heads]).toEqual([[1], []]);
  });

  it('asks for files by their names', () => {
    remember();
    writeFileSync(join(other, 'n.go'), '');
    expect(open().other(other, ['m.go', 'n.go'], realFileSystem).fact).toBeUndefined();
    expect(open().other(other, [], realFileSystem).fact).toBeUndefined();
  });

  it('are not remembered when they have just changed', () => {
    // By a clock that stands still at the first change: how long the test takes may not count.
    const now = statSync(root).ctimeMs;
    remember(open({ clock: { now: () => now } }));
    expect(recalled()).toEqual(NOTHING);
  });

  it('are written by two at once, one of whom is heard', () => {
    const [one, two] = [open(), open()];
    one.add(root, [0]);
    two.add(root, [1, two.place('x'), two.place('é "\n')]);
    two.add(join(root, 'sub'), 0);
    look(two).remember([two.place('y')], (name) => [name.length, 'digest']);
    one.save();
    two.save();
    expect(recalled()).toEqual(ALL);
  });

  it.each(['EROFS', 'ENOSPC', 'EACCES'])('are no trouble where nothing can be written: %s', (code) => {
    const fail = () => {
      throw Object.assign(new Error(code), { code });
    };
    const asideFs = {
      ...realFileSystem,
      openSync: fail,
      mkdirSync: fail,
      writeSync: fail,
    } as unknown as FileSystem;
    remember(open({ asideFs }));
    expect(recalled()).toEqual(NOTHING);
  });

  it('survive any damage, and records of others', () => {
    remember();
    const whole = readFileSync(recordFile());
    const chance = seeded(20261123);
    let refused = 0;
    for (let i = 0; i < 300; i++) {
      writeFileSync(recordFile(), i === 0 ? whole.subarray(0, whole.length >> 1) : mutate(chance, whole));
      const found = recalled();
      if (found.a === undefined) refused++;
      expect([ALL, NOTHING]).toContainEqual(found);
    }
    expect(refused).toBeGreaterThan(270);
    const format = whole.toString('latin1').slice(0, whole.indexOf('\n') - 8);
    expect(format).toBe('gomod folders 2 sources ');
    const body: unknown = JSON.parse(whole.toString('utf8').slice(whole.indexOf('\n') + 1));
    writeFileSync(recordFile(), seal(format, body));
    expect(recalled()).toEqual(ALL);
    for (const another of ['gomod folders 2 0123456789 ', 'gomod folders 1 sources ', 'gomod graph 1 ']) {
      writeFileSync(recordFile(), seal(another, body));
      expect(recalled()).toEqual(NOTHING);
    }
    for (const odd of [
      null,
      [],
      {},
      { modules: 1, texts: [], others: [] },
      { modules: [], texts: [], others: [1] },
    ]) {
      writeFileSync(recordFile(), seal(format, odd));
      expect(recalled()).toEqual(NOTHING);
    }
  });
});

/** The same files in a folder that was made anew. */
function again(folder: string): void {
  renameSync(folder, `${folder}.old`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.go'), 'package a\n');
}

/** Other bytes of the same length and time. */
function sameTime(text: string): void {
  const file = join(other, 'm.go');
  const { atime, mtime } = statSync(file);
  writeFileSync(file, text);
  utimesSync(file, atime, mtime);
}
