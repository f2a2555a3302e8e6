// Who does the jobs: this thread while there is little to do, worker threads when it pays.
//
// A worker costs 19 ms to start, and 35 ms of CPU, so there is one for each 20 MB (inflated) that have come together, done
// or waiting; `expect` says beforehand how much will come. One starts for entries of the cache, before there are zips.
// There are as many as processors at most, and four, with one zip a job, the biggest first, so that no large one is left
// to the end. A file system that is not the machine's own stays in this thread, and so does all work where no worker can
// be started.
//
// A worker that dies fails the job it had, with an error, and another takes its place. An abort gives up a
// running job at its next file and settles only then: whoever cleans up afterwards is alone with the files.

import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { onAbort } from '../abort.js';
import type { WriteJob, Written } from '../entries/index.js';
import { type FileSystem, isMachine } from '../io/index.js';
import { turn } from '../turn.js';
import { UnpackError } from './error.js';
import { runUnpack, type UnpackJob, type UnpackResult } from './job.js';
import { BufferDisposal } from './release.js';
import { createScratch, type Scratch } from './scratch.js';
import { runVerify, type Verified, type VerifyJob } from './verify.js';
import type { Outcome, Task } from './wire.js';
import { WorkerThread } from './worker-thread.js';

/** How a pool works. */
export interface PoolOptions {
  /** Absolute path of the worker's file; absent: beside this one, if it is there. Empty: no workers. */
  readonly workerFile?: string;
  /** At most so many workers; absent: as many as processors, four at most. */
  readonly workers?: number;
  /** Packed bytes, done, waiting or expected, that are worth one worker; at least 1. */
  readonly worthWorkers?: number;
}

/** Of real modules, four bytes inflated for one packed. */
const WORTH_WORKERS = 5 << 20;
const MAX_WORKERS = 4;

interface Waiting {
  readonly task: Task;
  /** Packed bytes. */
  readonly size: number;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: unknown) => void;
  /** To be called at the end, whatever it is. */
  readonly settled: () => void;
}

function workerBeside(): string {
  for (const name of ['./worker.cjs', './worker.js']) {
    const path = fileURLToPath(new URL(name, import.meta.url));
    if (existsSync(path)) return path;
  }
  return '';
}

/** See the head of this file. */
export class UnpackPool {
  private readonly queue: Waiting[] = [];
  private readonly threads = new Set<WorkerThread>();
  private readonly workerFile: string;
  /** Set once it was asked for: most runs never have work for two. */
  private knownMaxWorkers: number | undefined;
  private knownProcessors: number | undefined;
  private readonly worthWorkers: number;
  private readonly disposal = new BufferDisposal();
  private scratch: Scratch | undefined;
  /** Packed bytes that were announced, and that have come. */
  private expected = 0;
  private seen = 0;
  private hasWrites = false;
  private pumping = false;
  private closed = false;

  constructor(
    private readonly fs: FileSystem,
    options: PoolOptions = {},
  ) {
    const file = isMachine(fs) ? (options.workerFile ?? workerBeside()) : '';
    this.workerFile = file;
    this.knownMaxWorkers = file === '' ? 0 : options.workers;
    this.worthWorkers = options.worthWorkers ?? WORTH_WORKERS;
  }

  /**
   * Unpacks a zip; see `runUnpack` for what it rejects with. Bytes given in memory belong to the pool from here on. An
   * aborted job rejects with the signal's reason, after its last file was closed.
   */
  readonly unpack = (job: UnpackJob, signal?: AbortSignal): Promise<UnpackResult> =>
    this.submit({ kind: 'unpack', job }, signal) as Promise<UnpackResult>;

  /** Verifies a module in the cache. */
  readonly verify = (job: VerifyJob, signal?: AbortSignal): Promise<Verified> =>
    this.submit({ kind: 'verify', job }, signal) as Promise<Verified>;

  /**
   * Writes entries of the cache. The bytes belong to the pool from here on. Rejects with UnpackError `worker` where none
   * can start.
   */
  readonly write = (job: WriteJob): Promise<Written> => {
    this.hasWrites = true;
    return this.submit({ kind: 'write', job }, undefined) as Promise<Written>;
  };

  /**
   * Whether there is a thread to write entries while this one goes on. Not once a zip has come or was announced: then all
   * processors have work, and writing takes a worker, whose code for it is cold, longer than this thread.
   */
  get canWrite(): boolean {
    return this.expected + this.seen === 0 && this.maxWorkers > 0 && this.processors > 1;
  }

  /** Says that there will be much to write: a worker can start before there is. */
  prepareToWrite(): void {
    this.hasWrites = true;
    this.startWorkers(1);
  }

  private get maxWorkers(): number {
    this.knownMaxWorkers ??= Math.min(this.processors, MAX_WORKERS);
    return this.knownMaxWorkers;
  }

  /** Processors that this process may use. Each question to the system takes 5 µs, and every entry of the cache asks. */
  private get processors(): number {
    this.knownProcessors ??= availableParallelism();
    return this.knownProcessors;
  }

  /** How many workers there are. */
  get workers(): number {
    return this.threads.size;
  }

  /** Says that zips of so many bytes, packed, will come: workers can start while the first are on their way. */
  expect(bytes: number): void {
    this.expected += bytes;
    this.startWorkers(this.maxWorkers);
  }

  /** Resolves when all workers that the waiting jobs are worth have one: then they work while this thread is busy. */
  async begun(): Promise<void> {
    await turn();
    await Promise.allSettled([...this.threads].map(({ started }) => started));
    await turn();
  }

  private submit(task: Task, signal: AbortSignal | undefined): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      if (this.closed) throw closedError();
      signal?.throwIfAborted();
      const size = packedSize(this.fs, task);
      const settled = onAbort(signal, () => this.giveUp(waiting));
      const waiting: Waiting = { task, size, signal, resolve, reject, settled };
      this.seen += size;
      this.queue.push(waiting);
      this.pumpSoon();
    });
  }

  /** What is aborted before its turn never has one. */
  private giveUp(waiting: Waiting): void {
    const at = this.queue.indexOf(waiting);
    if (at < 0) return;
    this.queue.splice(at, 1);
    waiting.reject(waiting.signal?.reason);
  }

  private pumpSoon(): void {
    if (this.pumping) return;
    this.pumping = true;
    setImmediate(() => {
      this.pumping = false;
      this.pump();
    });
  }

  /** Gives work to whoever has none. */
  private pump(): void {
    this.startWorkers(this.queue.length);
    for (const thread of this.threads) {
      if (!thread.idle) continue;
      const next = this.takeNext();
      if (next === undefined) return;
      void this.finish(next, thread.run(next.task, next.signal));
    }
    if (this.threads.size > 0) return;
    const next = this.queue.shift();
    if (next === undefined) return;
    void this.finish(next, this.runHere(next.task));
  }

  private async finish(waiting: Waiting, work: Promise<Outcome>): Promise<void> {
    try {
      waiting.resolve(await work);
    } catch (error) {
      waiting.reject(error);
    } finally {
      waiting.settled();
    }
    this.pumpSoon();
  }

  /** What is to be written first, for it is little; then the biggest. */
  private takeNext(): Waiting | undefined {
    let next = this.queue.findIndex(({ task }) => task.kind === 'write');
    if (next < 0) next = indexOfBiggest(this.queue);
    return this.queue.splice(next, 1)[0];
  }

  private async runHere(task: Task): Promise<Outcome> {
    if (task.kind === 'write') throw new UnpackError('worker', 'there is no worker');
    this.scratch ??= createScratch();
    const checkpoint = (): void => {};
    if (task.kind === 'verify') return runVerify(this.fs, task.job, this.scratch, checkpoint);
    try {
      return runUnpack(this.fs, task.job, this.scratch, checkpoint);
    } finally {
      if ('bytes' in task.job.source) this.disposal.releaseLarge(task.job.source.bytes);
    }
  }

  private startWorkers(wanted: number): void {
    if (this.closed) return;
    const worth = Math.floor(Math.max(this.expected, this.seen) / this.worthWorkers);
    const count = Math.min(wanted, this.maxWorkers, Math.max(worth, this.hasWrites ? 1 : 0));
    while (this.threads.size < count) {
      const thread = new WorkerThread(this.workerFile, (dead) => {
        this.threads.delete(dead);
        this.pumpSoon();
      });
      this.threads.add(thread);
      thread.started.then(
        () => this.pumpSoon(),
        // Where one cannot start none can: everything is done here from now on.
        () => {
          this.knownMaxWorkers = 0;
        },
      );
    }
  }

  /** Ends all work, under way or waiting, which rejects; resolves when no thread touches a file any more. */
  async close(): Promise<void> {
    this.closed = true;
    for (const { reject } of this.queue.splice(0)) reject(closedError());
    await Promise.all([...this.threads].map((thread) => thread.terminate()));
  }
}

function indexOfBiggest(queue: readonly Waiting[]): number {
  let biggest = 0;
  queue.forEach(({ size }, at) => {
    if (size > queue[biggest]!.size) biggest = at;
  });
  return biggest;
}

function closedError(): UnpackError {
  return new UnpackError('closed', 'unpacking was ended');
}

/** Packed bytes of a job; what cannot be looked at fails when its turn comes. */
function packedSize(fs: FileSystem, task: Task): number {
  if (task.kind === 'write') return 0;
  if (task.kind === 'unpack' && 'bytes' in task.job.source) return task.job.source.bytes.length;
  const path = task.kind === 'verify' ? task.job.zip : 'file' in task.job.source ? task.job.source.file : '';
  try {
    return fs.statSync(path).size;
  } catch {
    return 0;
  }
}

/** A pool for one session. Costs nothing before its first job. */
export function createUnpackPool(host: { readonly fs: FileSystem }, options: PoolOptions = {}): UnpackPool {
  return new UnpackPool(host.fs, options);
}
