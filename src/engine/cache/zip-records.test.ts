// What zips were, byte for byte, from one run to the next.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mutate } from '../../../tools/testing/mutate.js';
import { seeded } from '../../../tools/testing/seeded.js';
import { type FileSystem, realFileSystem } from '../io/index.js';
import { type ZipRecord, ZipRecords } from './zip-records.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gomod-records-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ours = () => join(folder, 'gomod');
const file = () => join(ours(), 'zips');
const records = (fs: FileSystem = realFileSystem) => new ZipRecords({ fs, random: Math.random }, ours());
const m = (version: string) => ({ path: 'example.com/M', version });
const record = (digit: string): ZipRecord => ({
  sum: `h1:${digit.repeat(43)}=`,
  sha256: digit.repeat(64),
});

function save(...pairs: readonly (readonly [version: string, digit: string])[]): void {
  const run = records();
  for (const [version, digit] of pairs) run.add(m(version), record(digit));
  run.save();
}

describe('records', () => {
  it('are there for the next run, the last of a module', () => {
    save(['v1.0.0', 'a'], ['v1.1.0', 'b']);
    save(['v1.0.0', 'c']);
    const run = records();
    expect([run.get(m('v1.0.0')), run.get(m('v1.1.0')), run.get(m('v1.2.0'))]).toEqual([
      record('c'),
      record('b'),
      undefined,
    ]);
    const line = (version: string, digit: string) =>
      `\nexample.com/M@${version} ${record(digit).sum} ${record(digit).sha256}`;
    expect(readFileSync(file(), 'utf8')).toBe(
      `${line('v1.0.0', 'a')}${line('v1.1.0', 'b')}\n${line('v1.0.0', 'c')}\n`,
    );
  });

  it('are not written where there is nothing to write', () => {
    records().save();
    expect(() => readFileSync(file())).toThrow('ENOENT');
  });

  it('survive a line that was cut', () => {
    save(['v1.0.0', 'a']);
    const whole = readFileSync(file());
    for (let length = 0; length <= whole.length; length++) {
      writeFileSync(file(), whole.subarray(0, length));
      save(['v1.1.0', 'b']);
      const run = records();
      expect(run.get(m('v1.1.0'))).toEqual(record('b'));
      expect([undefined, record('a')]).toContainEqual(run.get(m('v1.0.0')));
      expect(run.get(m('v1.0.'))).toBeUndefined();
    }
  });

  it('are none where the file is rubbish', () => {
    save(['v1.0.0', 'a']);
    const whole = readFileSync(file());
    const chance = seeded(20261121);
    for (let i = 0; i < 500; i++) {
      writeFileSync(file(), mutate(chance, whole));
      const found = records().get(m('v1.0.0'));
      if (found !== undefined) expect([found.sum.length, found.sha256.length]).toEqual([47, 64]);
    }
  });

  it('never fail a run', () => {
    writeFileSync(ours(), 'in the way');
    save(['v1.0.0', 'a']);
    expect(records().get(m('v1.0.0'))).toBeUndefined();
    rmSync(ours());
    // The cache itself was removed: it is not made anew.
    rmSync(folder, { recursive: true });
    save(['v1.0.0', 'a']);
    expect(() => readFileSync(folder)).toThrow('ENOENT');
  });

  it('forget the older half when they are too many', () => {
    mkdirSync(ours());
    const old = Array.from({ length: 130_000 }, (_, i) => {
      const { sum, sha256 } = record('d');
      return `example.com/M@v0.0.${i} ${sum} ${sha256}\n`;
    });
    writeFileSync(file(), old.join(''));
    save(['v1.0.0', 'a']);
    const run = records();
    const known = (version: string) => run.get(m(version)) !== undefined;
    expect(['v0.0.0', 'v0.0.64999', 'v0.0.65001', 'v0.0.129999', 'v1.0.0'].map(known)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });
});
