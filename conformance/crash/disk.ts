// A disk that fills up under a cold download, or under vendoring.
//
// GOPATH, or what the project is in, is a small tmpfs with a ballast file of random size on it, so that it is full at
// another moment each time. The command must fail with Go's words for that, and leave the cache sound; with space made, the next run must
// end with the tree of the reference. Mounting needs root and a mount namespace of its own: see `insideNamespace`.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCache } from './check-cache.js';
import { checkPlace, failureOf, type KillOptions, type KillResult } from './kill.js';
import { differences, type Place, removePlace, runCommand } from './world.js';

/** What to do: `kills` is how often. */
export interface DiskOptions extends KillOptions {
  readonly mebibytes: number;
}

const MEBIBYTE = 2 ** 20;

/** Set in the process that has a mount namespace of its own. */
const MARK = 'GOMOD_CRASH_NAMESPACE';

/** Whether mounts made here are seen by no one else. */
export function insideNamespace(): boolean {
  return process.env[MARK] !== undefined;
}

/** Runs this very program again in a mount namespace. Answers its exit status. */
export function rerunInNamespace(): number {
  const words = ['-m', process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const { status } = spawnSync('unshare', words, { stdio: 'inherit', env: { ...process.env, [MARK]: '1' } });
  return status ?? 1;
}

/** Runs the whole series. */
export async function fillDisks(options: DiskOptions): Promise<KillResult> {
  const problems: string[] = [];
  for (let i = 0; i < options.kills; i++) {
    const place = options.world.place(`disk-${i}`);
    // The first time without ballast, as the disk was asked for.
    const found = await fillOnce(options, place, i === 0 ? 0 : options.random());
    const free = (found.free / MEBIBYTE).toFixed(1);
    options.report(`disk with ${free} MiB free: ${found.said}, ${found.problems.length} problems`);
    problems.push(...found.problems.map((problem) => `disk with ${free} MiB free: ${problem}`));
    spawnSync('umount', [place.filled]);
    if (found.problems.length === 0) removePlace(place);
  }
  return { kills: options.kills, problems };
}

/** `share` of what is free, from 0 to 1, is ballast. */
async function fillOnce(options: DiskOptions, place: Place, share: number) {
  const { filled } = place;
  mountOver(filled, `size=${options.mebibytes}m`);
  const room = freeBytes(filled);
  const ballast = join(filled, 'ballast');
  writeBallast(ballast, Math.floor(share * room));
  const free = freeBytes(filled);
  const words = [...options.command, ...place.words];
  const problems: string[] = [];
  const { status, stderr } = await runCommand(words, place);
  if (status !== 1) problems.push(`ended with ${status}: ${stderr}`);
  if (!stderr.includes('no space left on device')) problems.push(`does not say why: ${stderr}`);
  if (/internal error|at .*\.[cm]?js:/.test(stderr)) problems.push(`fails without grace: ${stderr}`);
  problems.push(...checkCache(place.gomodcache, { reference: options.world.reference.gomodcache }));
  problems.push(...checkPlace(options.world, place));
  rmSync(ballast);
  mount(filled, `remount,size=${options.mebibytes * 100}m`);
  problems.push(...failureOf('the next run', await runCommand(words, place)));
  problems.push(...differences(options.world, place));
  const said = stderr.split('\n').find((line) => line.includes('no space')) ?? stderr;
  return { problems, said: said.trim(), free };
}

/** Mounts a disk in the place of a folder, with what is in it. */
function mountOver(folder: string, options: string): void {
  const aside = `${folder}.aside`;
  mkdirSync(folder, { recursive: true });
  cpSync(folder, aside, { recursive: true });
  mount(folder, options);
  cpSync(aside, folder, { recursive: true });
  rmSync(aside, { recursive: true });
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function mount(folder: string, options: string): void {
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  if (status !== 0) throw new Error(`mount: ${stderr}`);
}

function writeBallast(path: string, size: number): void {
  const chunk = Buffer.alloc(MEBIBYTE, 1);
  writeFileSync(path, '');
  for (let left = size; left > 0; left -= chunk.length) {
    writeFileSync(path, chunk.subarray(0, Math.min(left, chunk.length)), { flag: 'a' });
  }
  truncateSync(path, size);
}
