import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allFaults, Died, faultyFileSystem } from '../../../tools/testing/faults.js';
import { mkdirAll, writeFileAtomic } from './atomic.js';
import { describeError } from './errno.js';
import { removeAll } from './removal.js';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'gomod-atomic-'));
});
afterEach(() => removeAll(fs, folder));

const random = () => 0.5;

describe('writeFileAtomic', () => {
  it('uses the temporary names of go, another when one is taken, and the mode asked for', () => {
    const numbers = [0.123456789, 0.123456789, 0.7];
    fs.writeFileSync(join(folder, 'v1.mod123456789.tmp'), 'not mine');
    const { fs: counted, steps } = faultyFileSystem();
    const path = join(folder, 'v1.mod');
    writeFileAtomic(counted, path, Buffer.from('new'), { random: () => numbers.shift() ?? 0, mode: 0o600 });
    expect(fs.readFileSync(path, 'utf8')).toBe('new');
    expect(fs.statSync(path).mode & 0o777).toBe(0o600);
    expect(steps.filter((step) => step.startsWith('openSync')).at(-1)).toMatch(/v1\.mod700000000\.tmp$/);
    expect(fs.readdirSync(folder).sort()).toEqual(['v1.mod', 'v1.mod123456789.tmp']);
  });

  const count = 6;
  for (const plan of allFaults(count, ['error', 'death'])) {
    it(`leaves the old file or the new one: ${plan.kind} ${plan.moment} step ${plan.step}`, () => {
      const path = join(folder, 'file');
      fs.writeFileSync(path, 'old');
      const faulty = faultyFileSystem(plan);
      let failure: unknown;
      try {
        writeFileAtomic(faulty.fs, path, Buffer.from('new'), { random });
      } catch (error) {
        failure = error;
      }
      expect(['old', 'new']).toContain(fs.readFileSync(path, 'utf8'));
      if (!faulty.hit) expect([failure, fs.readFileSync(path, 'utf8')]).toEqual([undefined, 'new']);
      else if (plan.kind === 'death') expect(failure).toBeInstanceOf(Died);
      else expect(describeError(failure)).toMatch(/^(open|write|close|rename) .*: input\/output error$/);
      const left = fs.readdirSync(folder).filter((name) => name !== 'file');
      if (plan.kind === 'error' && !(faulty.steps[plan.step] ?? '').startsWith('openSync')) {
        expect(left).toEqual([]);
      }
    });
  }
});

describe('mkdirAll and removeAll', () => {
  it('make and remove what cannot be written to', () => {
    const deep = join(folder, 'a', 'b', 'c');
    mkdirAll(fs, deep);
    mkdirAll(fs, deep);
    fs.writeFileSync(join(deep, 'file'), 'x', { mode: 0o444 });
    const outside = join(folder, 'outside');
    fs.mkdirSync(outside);
    fs.writeFileSync(join(outside, 'kept'), '');
    fs.symlinkSync(outside, join(deep, 'link'));
    for (const path of [deep, join(folder, 'a', 'b')]) fs.chmodSync(path, 0o555);
    removeAll(fs, join(folder, 'a'));
    removeAll(fs, join(folder, 'a'));
    expect(fs.readdirSync(folder)).toEqual(['outside']);
    expect(fs.readdirSync(outside)).toEqual(['kept']);
  });

  it('say what is in the way', () => {
    fs.writeFileSync(join(folder, 'file'), '');
    const attempt = (step: () => void) => {
      try {
        step();
        return '';
      } catch (error) {
        return describeError(error);
      }
    };
    expect(attempt(() => mkdirAll(fs, join(folder, 'file')))).toBe(`mkdir ${folder}/file: not a directory`);
    expect(attempt(() => mkdirAll(fs, join(folder, 'file', 'x')))).toMatch(/file(\/x)?: not a directory$/);
    fs.mkdirSync(join(folder, 'd'));
    fs.writeFileSync(join(folder, 'd', 'x'), '');
    const { steps, fs: counted } = faultyFileSystem();
    removeAll(counted, join(folder, 'd'));
    const step = steps.indexOf(`unlinkSync ${folder}/d/x`);
    fs.mkdirSync(join(folder, 'd'));
    fs.writeFileSync(join(folder, 'd', 'x'), '');
    const faulty = faultyFileSystem({ step, moment: 'before', kind: 'error', code: 'EPERM' });
    expect(attempt(() => removeAll(faulty.fs, join(folder, 'd')))).toBe(
      `unlinkat ${folder}/d/x: operation not permitted`,
    );
    const first = steps.findIndex((text) => text.startsWith('unlinkSync'));
    const readOnly = faultyFileSystem({ step: first, moment: 'before', kind: 'error', code: 'EROFS' });
    expect(attempt(() => removeAll(readOnly.fs, join(folder, 'd')))).toBe(
      `unlinkat ${folder}/d: read-only file system`,
    );
  });
});
