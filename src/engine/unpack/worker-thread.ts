// One worker thread, as the pool sees it: it has started or not, it has a job or not, it is alive or not.

import { Worker } from 'node:worker_threads';
import { messageOf } from '../error.js';
import { UnpackError } from './error.js';
import { fromWire, type Order, type Outcome, type Reply, type Task, type WorkerStart } from './wire.js';

/** A module's names and an index of 100,000 files fit many times; an archive made to eat memory does not. */
const OLD_GENERATION_MB = 512;
/** Little lives long here. With 8 MB a thread looks for garbage so often that it takes 3 % more time. */
const YOUNG_GENERATION_MB = 24;
const LARGEST_ID = 0x7fffffff;

interface Running {
  readonly id: number;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: unknown) => void;
}

/** See the head of this file. Has at most one job at a time. */
export class WorkerThread {
  /** Resolves when the worker has started; rejects when it could not. */
  readonly started: Promise<void>;
  private readonly worker: Worker;
  private readonly cancelled = new Int32Array(new SharedArrayBuffer(4));
  private readonly whenDead: (reason: UnpackError) => void;
  private running: Running | undefined;
  private lastId = 0;
  private ready = false;
  private dead = false;

  /** Starts a worker. `died` is called once, when it has ended for whatever reason. */
  constructor(file: string, died: (thread: WorkerThread) => void) {
    const workerData: WorkerStart = { cancelled: this.cancelled.buffer };
    this.worker = new Worker(file, {
      workerData,
      resourceLimits: {
        maxOldGenerationSizeMb: OLD_GENERATION_MB,
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MB,
      },
    });
    const { promise, resolve, reject } = promiseParts();
    this.started = promise;
    this.whenDead = (reason) => {
      if (this.dead) return;
      this.dead = true;
      reject(reason);
      this.running?.reject(reason);
      this.running = undefined;
      died(this);
    };
    this.worker.on('message', (reply: Reply) => this.receive(reply, resolve));
    this.worker.on('messageerror', (error) => this.whenDead(lost(error)));
    this.worker.on('error', (error) => this.whenDead(lost(error)));
    this.worker.on('exit', (code) => this.whenDead(lost(new Error(`exit code ${code}`))));
  }

  /** Whether it can be given a job. */
  get idle(): boolean {
    return this.ready && this.running === undefined;
  }

  private receive(reply: Reply, started: () => void): void {
    // What it said before its end does not count, and the end itself must keep the process alive until it has come.
    if (this.dead) return;
    if (reply.id === 0) {
      this.ready = true;
      // From here on it keeps the process alive only while it has a job.
      this.worker.unref();
      started();
      return;
    }
    const { running } = this;
    if (running === undefined || running.id !== reply.id) return;
    this.running = undefined;
    this.worker.unref();
    if ('error' in reply) running.reject(fromWire(reply.error));
    else if ('verified' in reply) running.resolve(reply.verified);
    else if ('written' in reply) {
      const failures = reply.written.failures.map(({ at, error }) => ({ at, error: fromWire(error) }));
      running.resolve({ ...reply.written, failures });
    } else if ('unpacked' in reply) {
      const refusal = reply.refusal === undefined ? undefined : fromWire(reply.refusal);
      running.resolve({ ...reply.unpacked, refusal });
    }
  }

  /**
   * Does a task. Rejects with what went wrong with it, with UnpackError `worker` when the worker died over it, and with
   * the reason of `signal` when that aborts: only then is the worker's work at an end.
   */
  async run(task: Task, signal: AbortSignal | undefined): Promise<Outcome> {
    const id = this.lastId === LARGEST_ID ? 1 : this.lastId + 1;
    this.lastId = id;
    const cancel = (): number => Atomics.store(this.cancelled, 0, id);
    signal?.addEventListener('abort', cancel, { once: true });
    this.worker.ref();
    try {
      return await new Promise<Outcome>((resolve, reject) => {
        this.running = { id, resolve, reject };
        this.send({ id, task });
      });
    } catch (error) {
      throw signal?.aborted ? signal.reason : error;
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  private send({ id, task }: Order): void {
    if (task.kind === 'unpack' && 'bytes' in task.job.source) {
      const bytes = ownBytes(task.job.source.bytes);
      const order: Order = { id, task: { kind: 'unpack', job: { ...task.job, source: { bytes } } } };
      this.worker.postMessage(order, [bytes.buffer]);
    } else if (task.kind === 'write') {
      this.worker.postMessage({ id, task } satisfies Order, [task.job.bytes.buffer]);
    } else {
      this.worker.postMessage({ id, task } satisfies Order);
    }
  }

  /** Ends the worker, whatever it does, and waits for its end. */
  async terminate(): Promise<void> {
    this.whenDead(new UnpackError('closed', 'unpacking was ended'));
    await this.worker.terminate();
  }
}

function lost(cause: unknown): UnpackError {
  return new UnpackError('worker', `unpacking failed: worker ended: ${messageOf(cause)}`, { cause });
}

function promiseParts(): { promise: Promise<void>; resolve: () => void; reject: (reason: unknown) => void } {
  let resolve!: () => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Whoever does not wait for the start learns of a failure by `died`.
  promise.catch(() => {});
  return { promise, resolve, reject };
}

/** The bytes in memory that is theirs alone, so that it can be handed over without a copy. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  const whole = buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength;
  return whole ? new Uint8Array(buffer) : new Uint8Array(bytes);
}
