// What zips were, byte for byte, from one run to the next.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTime } from '../../../tools/testing/in-time.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { realFileSystem } from '../io/index.js';
import { type ZipRecord, ZipRecords } from './zip-records.js';

const MEBI = 1 << 20;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gomod-records-'));
});
afterEach(() => removeScratch(folder));

const ours = () => join(folder, 'gomod');
const file = () => join(ours(), 'zips');
const records = (kept = true) => new ZipRecords(realFileSystem, ours(), kept);
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

  it('are none where a line is not as we write it', () => {
    const { sum, sha256 } = record('a');
    const line = `example.com/M@v1.0.0 ${sum} ${sha256}`;
    const odd = [`${line} `, `${line} x`, ` ${line}`, `${line}a`, line.slice(1, -1), line.toUpperCase()];
    odd.push(line.replace('h1:', 'h2:'), line.replaceAll(' ', '  '), line.replaceAll(' ', '\t'), `${line}\r`);
    mkdirSync(ours());
    for (const each of odd) {
      writeFileSync(file(), `${each}\n`);
      expect(records().get(m('v1.0.0')), each).toBeUndefined();
    }
    writeFileSync(file(), `${odd.join('\n')}\n${line}\n${odd.join('\n')}`);
    expect(records().get(m('v1.0.0'))).toEqual(record('a'));
  });

  it('keep nobody waiting, whatever the file is', () => {
    mkdirSync(ours());
    for (const part of ['@', ' ', 'a@', '\n', 'a@b h1:', '\xff']) {
      writeFileSync(file(), part.repeat(MEBI / part.length), 'latin1');
      expect(inTime(() => records().get(m('v1.0.0')), part)).toBeUndefined();
    }
    rmSync(file());
    spawnSync('mkfifo', [file()]);
    expect(records().get(m('v1.0.0'))).toBeUndefined();
  });

  it('are neither read nor written where none are kept', () => {
    save(['v1.0.0', 'a']);
    const before = readFileSync(file());
    const run = records(false);
    run.add(m('v1.1.0'), record('b'));
    run.save();
    expect(run.get(m('v1.0.0'))).toBeUndefined();
    expect(readFileSync(file())).toEqual(before);
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

  it('are forgotten when they are too many', () => {
    mkdirSync(ours());
    const { sum, sha256 } = record('d');
    const old = (count: number) =>
      Array.from({ length: count }, (_, i) => `example.com/M@v0.0.${i} ${sum} ${sha256}\n`).join('');
    const known = (version: string) => records().get(m(version)) !== undefined;
    writeFileSync(file(), old(100_000));
    save(['v1.0.0', 'a']);
    expect(['v0.0.0', 'v0.0.99999', 'v1.0.0'].map(known)).toEqual([true, true, true]);
    writeFileSync(file(), old(130_000));
    save(['v1.0.0', 'a']);
    expect(['v0.0.129999', 'v1.0.0'].map(known)).toEqual([false, false]);
    save(['v1.0.0', 'a']);
    expect(known('v1.0.0')).toBe(true);
  });
});
