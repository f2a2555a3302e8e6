// Giving memory back before the garbage collector finds it.
//
// A worker is handed a zip after the other, and what it is done with stays until V8 looks for garbage, which
// it does after some 60 MB a thread. A buffer that is handed over to nobody is gone at once.

import { MessageChannel, type MessagePort } from 'node:worker_threads';

/** What newer Nodes have (22, ES2024). */
interface Transferable {
  transfer?(length: number): ArrayBuffer;
}

const LARGE = 1 << 20;

/** Frees buffers. */
export class BufferDisposal {
  private nobody: MessagePort | undefined;

  /** Frees the memory of `bytes`, all of the buffer that it is a part of. They have no bytes afterwards. */
  release(bytes: Uint8Array): void {
    const { buffer } = bytes;
    if (!(buffer instanceof ArrayBuffer)) return;
    const { transfer } = buffer as Transferable;
    if (transfer !== undefined) transfer.call(buffer, 0);
    else this.port().postMessage(undefined, [buffer]);
  }

  /** Frees bytes that have a large buffer to themselves. For small ones garbage collection is cheaper. */
  releaseLarge(bytes: Uint8Array): void {
    if (bytes.length >= LARGE && bytes.length === bytes.buffer.byteLength) this.release(bytes);
  }

  /** A port whose other end is closed: what is posted there is thrown away. */
  private port(): MessagePort {
    if (this.nobody === undefined) {
      const { port1, port2 } = new MessageChannel();
      port2.close();
      this.nobody = port1;
    }
    return this.nobody;
  }
}
