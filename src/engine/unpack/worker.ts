// The worker thread: does one order after the other, on the machine's own file system.

import { parentPort, workerData } from 'node:worker_threads';
import { EntryWriter, writeBatch } from '../entries/index.js';
import { createLocker, realFileSystem } from '../io/index.js';
import { runUnpack } from './job.js';
import { BufferDisposal } from './release.js';
import { createScratch } from './scratch.js';
import { runVerify } from './verify.js';
import { type Order, type Reply, toWire, type WorkerStart } from './wire.js';

function serve(port: NonNullable<typeof parentPort>, start: WorkerStart): void {
  const cancelled = new Int32Array(start.cancelled);
  const scratch = createScratch();
  const disposal = new BufferDisposal();

  const writer = new EntryWriter({
    fs: realFileSystem,
    locker: createLocker(),
    signal: new AbortController().signal,
    random: Math.random,
  });

  const perform = async ({ id, task }: Order): Promise<Reply> => {
    const checkpoint = (): void => {
      if (Atomics.load(cancelled, 0) === id) throw new Cancelled();
    };
    try {
      if (task.kind === 'write') {
        const { failures, unlisted } = await writeBatch(writer, task.job);
        return {
          id,
          written: { failures: failures.map(({ at, error }) => ({ at, error: toWire(error) })), unlisted },
        };
      }
      if (task.kind === 'verify') {
        return { id, verified: runVerify(realFileSystem, task.job, scratch, checkpoint) };
      }
      const { refusal, ...unpacked } = runUnpack(realFileSystem, task.job, scratch, checkpoint);
      return refusal === undefined ? { id, unpacked } : { id, unpacked, refusal: toWire(refusal) };
    } catch (error) {
      return { id, error: toWire(error) };
    } finally {
      if (task.kind === 'unpack' && 'bytes' in task.job.source) disposal.releaseLarge(task.job.source.bytes);
    }
  };

  port.on('message', (order: Order) => void perform(order).then((reply) => port.postMessage(reply)));
  port.postMessage({ id: 0 } satisfies Reply);
}

/** Not a GomodError, which verification would report as a fault of the module. */
class Cancelled extends Error {}

if (parentPort !== null) serve(parentPort, workerData as WorkerStart);
