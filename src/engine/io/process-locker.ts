// Locks on a file system that no other process sees, such as one in memory: they hold among the users of one locker.
//
// Whoever asks first gets first; readers that stand together in the queue hold together. A file is opened when its
// lock is had, so that it is the one that has the name then.

import { constants } from 'node:fs';
import { onAbort } from '../abort.js';
import type { FileSystem } from './filesystem.js';
import type { HeldLock, Locker, LockKind } from './locker.js';

const CREATE_READ_WRITE = constants.O_RDWR | constants.O_CREAT;

interface Waiting {
  readonly kind: LockKind;
  readonly grant: () => void;
}

/** The locks on one path. */
class Queue {
  readonly #waiting: Waiting[] = [];
  #holders = 0;
  #exclusive = false;

  get idle(): boolean {
    return this.#holders === 0 && this.#waiting.length === 0;
  }

  #free(kind: LockKind): boolean {
    return this.#holders === 0 || (kind === 'shared' && !this.#exclusive);
  }

  /** Takes the lock if nobody has to be waited for. */
  tryTake(kind: LockKind): boolean {
    if (this.#waiting.length > 0 || !this.#free(kind)) return false;
    this.#take(kind);
    return true;
  }

  #take(kind: LockKind): void {
    this.#holders++;
    this.#exclusive = kind === 'exclusive';
  }

  release(): void {
    this.#holders--;
    for (let next = this.#waiting[0]; next !== undefined && this.#free(next.kind); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#take(next.kind);
      next.grant();
    }
  }

  wait(kind: LockKind, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        kind,
        grant: () => {
          stop();
          resolve();
        },
      };
      const stop = onAbort(signal, () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(signal?.reason);
      });
      this.#waiting.push(waiting);
    });
  }
}

/** See the head of this file. */
export function createProcessLocker(options: { readonly fs: FileSystem }): Locker {
  const { fs } = options;
  const queues = new Map<string, Queue>();

  const queueOf = (path: string): Queue => {
    const known = queues.get(path) ?? new Queue();
    queues.set(path, known);
    return known;
  };
  const release = (path: string, queue: Queue): void => {
    queue.release();
    if (queue.idle) queues.delete(path);
  };
  const open = (path: string, kind: LockKind, queue: Queue): HeldLock => {
    try {
      const fd = fs.openSync(path, kind === 'shared' ? 'r' : CREATE_READ_WRITE, 0o666);
      return {
        fd,
        unlock: () => {
          fs.closeSync(fd);
          release(path, queue);
        },
      };
    } catch (error) {
      release(path, queue);
      throw error;
    }
  };

  return {
    async lock(path, kind, signal) {
      signal?.throwIfAborted();
      const queue = queueOf(path);
      if (!queue.tryTake(kind)) await queue.wait(kind, signal);
      return open(path, kind, queue);
    },
    async tryLock(path, kind) {
      const queue = queueOf(path);
      return queue.tryTake(kind) ? open(path, kind, queue) : undefined;
    },
  };
}
