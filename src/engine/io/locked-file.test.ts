import { execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allFaults, faultyFileSystem } from '../../../tools/testing/faults.js';
import { needs } from '../../../tools/testing/requirements.js';
import { removeScratch } from '../../../tools/testing/scratch.js';
import { createLocker } from './flock.js';
import { type LockedFileHost, readLockedFile, transformLockedFile } from './locked-file.js';

const OLD = 'module example.com/old\n';
const NEW = 'module example.com/new\n\ngo 1.21\n';

let folder = '';
let path = '';
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), 'gomod-locked-'));
  path = join(folder, 'go.mod');
  fs.writeFileSync(path, OLD);
});
afterEach(() => removeScratch(folder));

function host(using: typeof fs | ReturnType<typeof faultyFileSystem>['fs'] = fs): LockedFileHost {
  return {
    fs: using,
    locker: createLocker(),
    signal: new AbortController().signal,
    clock: { now: () => Date.now() },
  };
}

const bytes = (text: string) => () => Buffer.from(text);
const content = () => fs.readFileSync(path, 'utf8');

const need = needs('flock');
describe.skipIf(need.skip)(need.title('a locked file'), () => {
  it('is read, and replaced by what is made of it', async () => {
    await transformLockedFile(host(), path, (old) => Buffer.from(`${Buffer.from(old)}x`));
    expect(Buffer.from(await readLockedFile(host(), path)).toString()).toBe(`${OLD}x`);
    expect(fs.readdirSync(folder)).toEqual(['go.mod']);
  });

  it('is read once where that empties it', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const writer = spawn('sh', ['-c', `printf x > ${pipe}`]);
    const written = new Promise((resolve) => writer.once('exit', resolve));
    expect(Buffer.from(await readLockedFile(host(), pipe)).toString()).toBe('x');
    expect(await written).toBe(0);
  });

  it('is made when absent, with what is made of nothing', async () => {
    fs.unlinkSync(path);
    await transformLockedFile(host(), path, (old) => Buffer.from(`${old.length}`));
    expect(content()).toBe('0');
  });

  it('stays when nothing changes or the change is refused', async () => {
    const { ino } = fs.statSync(path);
    await transformLockedFile(host(), path, bytes(OLD));
    await transformLockedFile(host(), path, () => undefined);
    const refused = transformLockedFile(host(), path, () => {
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
    expect([content(), fs.statSync(path).ino]).toEqual([OLD, ino]);
  });

  it('keeps mode, owner and a symbolic link to it', async () => {
    const link = join(folder, 'link');
    fs.symlinkSync('go.mod', link);
    if (process.getuid?.() === 0) fs.chownSync(path, 1234, 4321);
    fs.chmodSync(path, 0o4640);
    const { mode, uid, gid } = fs.statSync(path);
    await transformLockedFile(host(), link, bytes(NEW));
    expect(fs.readlinkSync(link)).toBe('go.mod');
    expect(content()).toBe(NEW);
    expect(fs.statSync(path)).toMatchObject({ mode, uid, gid });
  });

  it('shows its change to whoever opened it before and waited', async () => {
    const reader = spawn('sh', ['-c', `exec 9<>"$1"; echo ready; read _; flock 9; cat <&9`, 'sh', path]);
    let output = '';
    reader.stdout.on('data', (data) => {
      output += data;
    });
    await new Promise((resolve) => reader.stdout.once('data', resolve));
    await transformLockedFile(host(), path, bytes(NEW));
    reader.stdin.end('\n');
    await new Promise((resolve) => reader.once('exit', resolve));
    expect(output).toBe(`ready\n${NEW}`);
  });

  it('is written in place where it is no regular file', async () => {
    const device = (stats: fs.Stats) => Object.assign(stats, { isFile: () => false });
    const { ino } = fs.statSync(path);
    const using = { ...fs, fstatSync: (fd: number) => device(fs.fstatSync(fd)) } as typeof fs;
    await transformLockedFile(host(using), path, bytes(NEW));
    expect([content(), fs.statSync(path).ino, fs.readdirSync(folder)]).toEqual([NEW, ino, ['go.mod']]);
  });

  it('is written in place where it has another name', async () => {
    const other = join(folder, 'other');
    fs.linkSync(path, other);
    for (const text of [NEW, 'short\n', OLD]) {
      await transformLockedFile(host(), path, bytes(text));
      expect([content(), fs.readFileSync(other, 'utf8'), fs.statSync(path).nlink]).toEqual([text, text, 2]);
    }
    expect(fs.readdirSync(folder)).toEqual(['go.mod', 'other']);
  });

  it('is written in place where it cannot be replaced', async () => {
    for (const text of [NEW, 'short\n', `${NEW}longer\n`]) {
      for (const code of ['EACCES', 'EROFS', 'EPERM', 'EBUSY']) {
        fs.writeFileSync(path, OLD);
        const counting = faultyFileSystem();
        await transformLockedFile(host(counting.fs), path, bytes(text));
        fs.writeFileSync(path, OLD);
        const call = code === 'EBUSY' ? 'renameSync' : 'openSync';
        const step = counting.steps.findIndex(
          (each) => each.startsWith(call) && /\/\.[^/]*\.gomod$/.test(each),
        );
        const { ino } = fs.statSync(path);
        const faulty = faultyFileSystem({ step, moment: 'before', kind: 'error', code });
        await transformLockedFile(host(faulty.fs), path, bytes(text));
        expect([content(), fs.statSync(path).ino, fs.readdirSync(folder)]).toEqual([text, ino, ['go.mod']]);
      }
    }
  });

  it('is the old or the new one, whole, whenever the writer dies', async () => {
    const counting = faultyFileSystem();
    await transformLockedFile(host(counting.fs), path, bytes(NEW));
    const seen = new Set<string>();
    for (const plan of allFaults(counting.steps.length, ['death', 'error'])) {
      fs.writeFileSync(path, OLD);
      const faulty = faultyFileSystem(plan);
      await transformLockedFile(host(faulty.fs), path, bytes(NEW)).catch(() => {});
      expect([OLD, NEW], `${plan.kind} ${plan.moment} ${counting.steps[plan.step]}`).toContain(content());
      seen.add(content());
      await transformLockedFile(host(fs), path, bytes('next\n'));
      expect(fs.readdirSync(folder)).toEqual(['go.mod']);
    }
    expect([...seen].sort()).toEqual([NEW, OLD]);
  });
});
