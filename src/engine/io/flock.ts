// The Locker of this machine: flock(2).
//
// Node has no flock. It is taken through koffi (an optional dependency, loaded on the first lock: some 5 ms),
// else by the `flock` command run on the inherited descriptor: the lock belongs to the open file
// description, so it stays with us when that command has ended. A held lock is waited for by polling with a
// jittered back-off rather than in a blocked native call, because those occupy the very threads that file
// reads run on.

import { constants } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { GomodError } from '../../core/error.js';
import { errnoText } from './errno.js';
import { type FileSystem, isMachine, realFileSystem } from './filesystem.js';
import type { HeldLock, Locker, LockKind } from './locker.js';

const LOCK_SH = 1;
const LOCK_EX = 2;
const LOCK_NB = 4;

/** Read-write, created when absent, and not appending as `a+` would be. */
const CREATE_READ_WRITE = constants.O_RDWR | constants.O_CREAT;

/** The shortest and the longest pause between two attempts, in milliseconds. */
const FIRST_PAUSE = 1;
const LONGEST_PAUSE = 40;

/** `unsupported`: there is no flock to be had. `failed`: there is, and it refused. */
export type LockErrorCode = 'unsupported' | 'failed';

/** A lock that cannot be taken. */
export class LockError extends GomodError<LockErrorCode> {}

/** What {@link createLocker} may be told. */
export interface LockerOptions {
  readonly fs?: FileSystem;
  /** Uniform in [0, 1): jitter. */
  readonly random?: () => number;
  /** Which ways to take a lock are tried, in this order; the default is both. */
  readonly ways?: readonly ('native' | 'command')[];
}

/** Tries once to take the lock. False: someone else has it. Throws a LockError. */
type Attempt = (fd: number, kind: LockKind, path: string) => boolean | Promise<boolean>;

const ofMachine = new WeakSet<Locker>();

/** Whether another locker of this machine, in another thread, takes the very same locks. */
export function isMachineLocker(locker: Locker): boolean {
  return ofMachine.has(locker);
}

/** The locker of this machine. Native code is loaded when the first lock is asked for. */
export function createLocker(options: LockerOptions = {}): Locker {
  const fs = options.fs ?? realFileSystem;
  const random = options.random ?? Math.random;
  let attempt: Promise<Attempt> | undefined;

  async function take(path: string, kind: LockKind, wait: boolean, signal: AbortSignal | undefined) {
    attempt ??= findAttempt(options.ways ?? ['native', 'command']);
    const tryOnce = await attempt;
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 1.6, LONGEST_PAUSE)) {
      signal?.throwIfAborted();
      const held = await openAndTry(fs, path, kind, tryOnce);
      if (held !== 'busy' || !wait) return held === 'busy' ? undefined : held;
      // Without the signal, which would get a listener for each lock waited for: the pauses are short.
      await sleep(pause * (0.5 + random()));
    }
  }

  const locker: Locker = {
    lock: async (path, kind, signal) => (await take(path, kind, true, signal)) as HeldLock,
    tryLock: (path, kind) => take(path, kind, false, undefined),
  };
  if (isMachine(fs)) ofMachine.add(locker);
  return locker;
}

/**
 * Opens the file anew for each attempt: while we waited, it may have been replaced or removed, and a lock on
 * a file that has lost its name keeps nobody out.
 */
async function openAndTry(
  fs: FileSystem,
  path: string,
  kind: LockKind,
  tryOnce: Attempt,
): Promise<HeldLock | 'busy'> {
  const fd = fs.openSync(path, kind === 'shared' ? 'r' : CREATE_READ_WRITE, 0o666);
  let kept = false;
  try {
    if (!(await tryOnce(fd, kind, path))) return 'busy';
    const named = fs.statSync(path, { throwIfNoEntry: false });
    const locked = fs.fstatSync(fd);
    if (named?.ino !== locked.ino || named.dev !== locked.dev) return 'busy';
    kept = true;
    return { fd, unlock: () => fs.closeSync(fd) };
  } finally {
    if (!kept) fs.closeSync(fd);
  }
}

async function findAttempt(ways: readonly ('native' | 'command')[]): Promise<Attempt> {
  for (const way of ways) {
    const found = way === 'native' ? await nativeAttempt() : await commandAttempt();
    if (found !== undefined) return found;
  }
  throw new LockError('unsupported', 'platform has no flock', {
    hint: 'locks need the optional package koffi or a flock command on PATH; reinstall without --omit=optional',
  });
}

/** What we use of koffi. */
interface Koffi {
  load(library: null): { func(prototype: string): (fd: number, operation: number) => number };
  errno(): number;
  readonly os: { readonly errno: Readonly<Record<string, number>> };
}

async function nativeAttempt(): Promise<Attempt | undefined> {
  try {
    const koffi = ((await import('koffi')) as unknown as { default: Koffi }).default;
    const flock = koffi.load(null).func('int flock(int fd, int operation)');
    return (fd, kind, path) => nativeFlock(koffi, flock, fd, kind, path);
  } catch {
    // Not installed, no binary for this platform, or a C library without flock.
    return undefined;
  }
}

function nativeFlock(
  koffi: Koffi,
  flock: (fd: number, operation: number) => number,
  fd: number,
  kind: LockKind,
  path: string,
): boolean {
  const operation = (kind === 'shared' ? LOCK_SH : LOCK_EX) | LOCK_NB;
  for (;;) {
    if (flock(fd, operation) === 0) return true;
    const { errno } = koffi.os;
    const code = koffi.errno();
    if (code === errno.EWOULDBLOCK || code === errno.EAGAIN) return false;
    if (code !== errno.EINTR) throw refused(kind, path, nameOf(errno, code));
  }
}

function nameOf(errno: Readonly<Record<string, number>>, code: number): string {
  return Object.keys(errno).find((name) => errno[name] === code) ?? `errno ${code}`;
}

function refused(kind: LockKind, path: string, name: string): LockError {
  const reason = errnoText(name) ?? name;
  return new LockError('failed', `${kind === 'shared' ? 'RLock' : 'Lock'} ${path}: ${reason}`);
}

async function commandAttempt(): Promise<Attempt | undefined> {
  try {
    await runFlock(['--version'], 'ignore');
  } catch {
    return undefined;
  }
  return async (fd, kind, path) => {
    const status = await runFlock([kind === 'shared' ? '-s' : '-x', '-n', '3'], fd);
    if (status > 1) throw refused(kind, path, `flock exited with status ${status}`);
    return status === 0;
  };
}

/** Exit status of `flock`, which finds `third` as descriptor 3: 0 locked, 1 busy. Rejects when there is no such command. */
async function runFlock(words: readonly string[], third: number | 'ignore'): Promise<number> {
  const { spawn } = await import('node:child_process');
  return new Promise((resolve, reject) => {
    const child = spawn('flock', words, { stdio: ['ignore', 'ignore', 'ignore', third] });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 2));
  });
}
