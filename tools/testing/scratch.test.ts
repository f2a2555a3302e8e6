import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { removeScratch, removeTree } from './scratch.js';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gomod-scratch-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** A removal that fails `times` times. */
function failing(code: string, times: number): (path: string) => void {
  let left = times;
  return (path) => {
    left--;
    if (left >= 0) throw Object.assign(new Error(`${code}: removing`), { code });
    rmSync(path, { recursive: true });
  };
}

/** Does `work` as somebody for whom the modes of files count. */
function asAnybody(work: () => void): void {
  const root = process.geteuid?.() === 0;
  if (root) process.seteuid?.(65_534);
  try {
    work();
  } finally {
    if (root) process.seteuid?.(0);
  }
}

describe('removing a tree', () => {
  it.each(['ENOTEMPTY', 'EBUSY', 'EPERM', 'EACCES'])('is tried again after %s', (code) => {
    removeTree(folder, 10_000, failing(code, 2));
    expect(existsSync(folder)).toBe(false);
  });

  it('fails with what the last attempt failed with', () => {
    expect(() => removeTree(folder, 150, failing('ENOTEMPTY', Infinity))).toThrow('ENOTEMPTY: removing');
    expect(() => removeTree(folder, 10_000, failing('EIO', 1))).toThrow('EIO: removing');
  });

  it('takes read-only folders, and nothing where links lead', () => {
    asAnybody(() => {
      const own = mkdtempSync(join(tmpdir(), 'gomod-scratch-'));
      const elsewhere = mkdtempSync(join(tmpdir(), 'gomod-scratch-'));
      writeFileSync(join(elsewhere, 'kept'), '');
      chmodSync(elsewhere, 0o555);
      const inner = join(own, 'm@v1.0.0/p');
      mkdirSync(inner, { recursive: true });
      writeFileSync(join(inner, 'p.go'), '', { mode: 0o444 });
      symlinkSync(elsewhere, join(inner, 'link'));
      for (const path of [inner, dirname(inner)]) chmodSync(path, 0o555);
      removeTree(own);
      expect(existsSync(own)).toBe(false);
      expect(existsSync(join(elsewhere, 'kept'))).toBe(true);
      removeTree(elsewhere);
    });
  });

  it('takes a file, and is content with none', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    removeTree(file);
    expect(existsSync(file)).toBe(false);
    removeTree(file);
    removeTree('');
  });
});

describe('clearing up', () => {
  it('outlasts a process that still writes', async () => {
    const script = 'while : >"$0/$((i += 1))" && [ $i -lt 20000 ]; do :; done';
    const writer = spawn('sh', ['-c', script, folder], { stdio: 'ignore' });
    const ended = once(writer, 'exit');
    while (readdirSync(folder).length === 0) await setTimeout(1);
    removeScratch(folder);
    expect(existsSync(folder)).toBe(false);
    await ended;
  });

  it('tells of what stays, and goes on', () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    removeScratch(folder, 0, failing('ENOTEMPTY', Infinity));
    expect(said).toHaveBeenCalledWith(`${folder} is left: ENOTEMPTY: removing\n`);
  });
});
