// One HTTP/1 connection: one exchange after the other, never two at once.
//
// States: `idle` (may take a request), `head` (sent, waiting for the head of the answer), `held` (the head is
// there, nobody has asked for the body yet: reading stops after the next chunk, and that is the back-pressure),
// `body` (the body is being read), `closed`. A connection goes back to idle only when the body ended exactly
// where its framing says and nothing came after it.

import type { Socket } from 'node:net';
import { onAbort } from '../abort.js';
import { type HttpResponse, TransportError } from '../transport.js';
import { type BodyReader, bodyTooLarge, Collector, createBodyReader } from './body.js';
import { gunzip, gunzipPrefix } from './gzip.js';
import { findHeadEnd, headTooLarge, maxHeadBytes, parseHead, type ResponseHead } from './head.js';
import { brokenConnection, type Endpoints } from './words.js';

/** What a connection tells its pool. */
export interface ConnectionOwner {
  /** The connection may take another request. */
  idle(connection: Connection): void;
  /** The connection is gone. Told once. */
  closed(connection: Connection): void;
}

/** One request, as it goes over the wire. */
export interface WireRequest {
  readonly text: string;
  readonly method: 'GET' | 'HEAD';
  readonly signal: AbortSignal | undefined;
}

type State = 'idle' | 'head' | 'held' | 'body' | 'closed';

/** Bytes that may be read and thrown away to keep a connection usable. */
const maxDrain = 64 * 1024;

/** How a connection ended. */
interface Ending {
  readonly error?: unknown;
}

/** Collects a head that comes in pieces, in time linear in its size. */
class PartialHead {
  #room = Buffer.allocUnsafe(4096);
  #size = 0;

  get bytes(): Buffer {
    return this.#room.subarray(0, this.#size);
  }

  /** Adds a piece; returns the index just past the head, or -1 while it is incomplete. */
  add(chunk: Buffer): number {
    const searched = this.#size;
    if (this.#size + chunk.length > this.#room.length) {
      const room = Buffer.allocUnsafe(2 * (this.#size + chunk.length));
      this.bytes.copy(room);
      this.#room = room;
    }
    chunk.copy(this.#room, this.#size);
    this.#size += chunk.length;
    return findHeadEnd(this.bytes, searched);
  }
}

/** See the head of this file. */
export class Connection {
  #state: State = 'idle';
  #method = 'GET';
  /** The head as far as it came, when it did not come in one piece. */
  #head: PartialHead | undefined;
  #informational = 0;
  #response: ResponseHead | undefined;
  /** Chunks of a body nobody has asked for yet. */
  #held: Buffer[] = [];
  #reader: BodyReader | undefined;
  /** Set when the connection ended while the body was held; with the error unless it ended in order. */
  #ending: Ending | undefined;
  #settleHead: ((response: HttpResponse) => void) | undefined;
  #settleBody: (() => void) | undefined;
  #fail: ((error: unknown) => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #unwatch: () => void = () => undefined;
  #exchanges = 0;
  #answered = false;

  constructor(
    private readonly socket: Socket,
    private readonly ends: Endpoints,
    private readonly owner: ConnectionOwner,
    private readonly idleLimit: number,
  ) {
    socket.on('end', () => this.#ended({}));
    socket.on('error', (error) => this.#ended({ error: brokenConnection(error, this.ends) }));
    socket.on('close', () => this.#ended({}));
  }

  /** Whether the last exchange failed as it does when the server closed an idle connection: worth another one. */
  get stale(): boolean {
    return this.#exchanges > 1 && !this.#answered;
  }

  /** Sends a request; resolves when the head of the answer is there. Only in state idle. */
  exchange(request: WireRequest): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      this.#state = 'head';
      this.#method = request.method;
      this.#informational = 0;
      this.#exchanges++;
      this.#answered = false;
      this.#settleHead = resolve;
      this.#fail = reject;
      this.#unwatch = onAbort(request.signal, () => this.#raise(request.signal?.reason));
      this.socket.ref();
      this.socket.write(request.text, 'latin1');
      this.#startTimer();
    });
  }

  /** Takes what arrived; the view is valid during the call only. False stops reading until the body is asked for. */
  receive(chunk: Buffer): boolean {
    this.#answered = true;
    this.#timer?.refresh();
    if (this.#state === 'head') this.#receiveHead(chunk);
    else if (this.#state === 'body') this.#receiveBody(chunk, 0);
    else if (this.#state === 'held') {
      this.#held.push(Buffer.from(chunk));
      return false;
    } else if (this.#state === 'idle') this.destroy();
    return true;
  }

  /** Ends the connection, whatever it is doing. */
  destroy(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#stopWaiting();
    this.socket.destroy();
    this.owner.closed(this);
  }

  #receiveHead(chunk: Buffer): void {
    const end = this.#head === undefined ? findHeadEnd(chunk, 0) : this.#head.add(chunk);
    const bytes = this.#head?.bytes ?? chunk;
    if (this.#informational + (end < 0 ? bytes.length : end) > maxHeadBytes) {
      this.#raise(headTooLarge());
    } else if (end >= 0) {
      this.#head = undefined;
      this.#headComplete(bytes, end);
    } else if (this.#head === undefined) {
      this.#head = new PartialHead();
      this.#head.add(chunk);
    }
  }

  #headComplete(bytes: Buffer, end: number): void {
    let head: ResponseHead;
    try {
      head = parseHead(bytes.toString('utf8', 0, end), this.#method, true);
    } catch (error) {
      this.#raise(error);
      return;
    }
    if (head.status >= 100 && head.status < 200 && head.status !== 101) {
      this.#informational += end;
      if (end < bytes.length) this.#receiveHead(bytes.subarray(end));
      return;
    }
    this.#response = head;
    this.#state = 'held';
    this.#stopTimer();
    if (end < bytes.length) this.#held.push(Buffer.from(bytes.subarray(end)));
    this.#settleHead?.(this.#createResponse(head));
    this.#fail = undefined;
    if (head.framing.kind === 'empty') this.#finish(this.#held.length === 0);
  }

  #createResponse(head: ResponseHead): HttpResponse {
    const zipped = head.headers['content-encoding']?.toLowerCase() === 'gzip';
    const announced = head.framing.kind === 'length' ? head.framing.length : undefined;
    const length = head.framing.kind === 'empty' ? 0 : zipped ? undefined : announced;
    return {
      status: head.status,
      statusLine: head.statusLine,
      protocol: head.protocol,
      headers: head.headers,
      length,
      bytes: async (max) => {
        const bytes = await this.#bytes(head, announced, max);
        return zipped && bytes.length > 0 ? gunzip(bytes, max) : bytes;
      },
      stream: async (max, sink) => {
        if (!zipped) await this.#stream(head, announced, max, sink);
        else sink(await gunzip(await this.#bytes(head, announced, max), max));
      },
      prefix: async (max) => {
        const bytes = await this.#prefix(head, max);
        return zipped ? gunzipPrefix(bytes, max) : bytes;
      },
      discard: () => this.#discard(head),
    };
  }

  async #bytes(head: ResponseHead, announced: number | undefined, max: number): Promise<Uint8Array> {
    if (head.framing.kind === 'empty') return new Uint8Array(0);
    try {
      const collector = new Collector(announced, max);
      await this.#read(head, (bytes) => collector.add(bytes));
      return collector.result();
    } catch (error) {
      this.destroy();
      throw error;
    }
  }

  async #stream(
    head: ResponseHead,
    announced: number | undefined,
    max: number,
    sink: (bytes: Uint8Array) => void,
  ): Promise<void> {
    if (head.framing.kind === 'empty') return;
    try {
      if (announced !== undefined && announced > max) throw bodyTooLarge(max);
      let size = 0;
      await this.#read(head, (bytes) => {
        size += bytes.length;
        if (size > max) throw bodyTooLarge(max);
        sink(bytes);
      });
    } catch (error) {
      this.destroy();
      throw error;
    }
  }

  async #prefix(head: ResponseHead, max: number): Promise<Uint8Array> {
    if (head.framing.kind === 'empty') return new Uint8Array(0);
    const kept: Uint8Array[] = [];
    let size = 0;
    try {
      await this.#read(head, (bytes) => {
        if (size < max) kept.push(bytes.slice(0, max - size));
        size += bytes.length;
        if (size >= max + maxDrain) throw new TransportError('too-large', 'http: response body too large');
      });
    } catch {
      this.destroy();
    }
    return new Uint8Array(Buffer.concat(kept).subarray(0, max));
  }

  #discard(head: ResponseHead): void {
    if (this.#state !== 'held' || this.#response !== head) return;
    const { framing } = head;
    if (framing.kind !== 'length' || framing.length > maxDrain) {
      this.destroy();
      return;
    }
    this.#read(head, () => undefined).catch(() => this.destroy());
  }

  /** Reads the body to its end. */
  #read(head: ResponseHead, sink: (bytes: Uint8Array) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const readable = this.#state === 'held' || (this.#state === 'closed' && this.#ending !== undefined);
      if (this.#response !== head || this.#reader !== undefined || !readable) {
        reject(new TransportError('protocol', 'http: read on closed response body'));
        return;
      }
      if (this.#state === 'held') this.#state = 'body';
      this.#reader = createBodyReader(head.framing, sink);
      this.#settleBody = resolve;
      this.#fail = reject;
      if (this.#ending === undefined) this.#startTimer();
      for (const chunk of this.#held.splice(0)) this.#receiveBody(chunk, 0);
      if (this.#reader === undefined) return;
      if (this.#ending !== undefined) this.#endBody(this.#ending);
      else this.socket.resume();
    });
  }

  #receiveBody(chunk: Buffer, at: number): void {
    const reader = this.#reader;
    if (reader === undefined) {
      this.destroy();
      return;
    }
    try {
      const end = reader.push(chunk, at);
      if (reader.done) this.#finish(end === chunk.length);
    } catch (error) {
      this.#raise(error);
    }
  }

  /** The exchange is over. `clean` when nothing came after the body. */
  #finish(clean: boolean): void {
    const keep = clean && this.#response?.keepAlive === true && this.#ending === undefined;
    const settle = this.#settleBody;
    this.#stopWaiting();
    if (this.#state === 'closed') {
      settle?.();
      return;
    }
    if (keep) {
      this.#state = 'idle';
      // A body that was held whole has stopped the reading; the next answer, or the end, has to be seen.
      this.socket.resume();
      this.socket.unref();
      this.owner.idle(this);
    } else this.destroy();
    settle?.();
  }

  /** The other side closed the connection, or it broke. */
  #ended(how: Ending): void {
    if (this.#state === 'closed') return;
    if (this.#state === 'head') {
      this.#endHead(how);
      return;
    }
    if (this.#state === 'body') {
      this.#endBody(how);
      return;
    }
    if (this.#state === 'held') this.#ending ??= how;
    this.destroy();
  }

  #endHead(how: Ending): void {
    if ('error' in how) {
      this.#raise(how.error);
      return;
    }
    if (this.#head === undefined) {
      this.#raise(new TransportError('closed', 'EOF'));
      return;
    }
    try {
      parseHead(this.#head.bytes.toString(), this.#method, false);
    } catch (error) {
      this.#raise(error);
    }
  }

  #endBody(how: Ending): void {
    if ('error' in how) {
      this.#raise(how.error);
      return;
    }
    try {
      this.#reader?.end();
      this.#finish(false);
    } catch (error) {
      this.#raise(error);
    }
  }

  /** Fails the exchange and ends the connection. A body that is not being read yet fails when it is asked for. */
  #raise(error: unknown): void {
    const fail = this.#fail;
    if (this.#state === 'held') this.#ending = { error };
    this.#stopWaiting();
    this.destroy();
    fail?.(error);
  }

  #startTimer(): void {
    if (this.idleLimit <= 0) return;
    this.#timer = setTimeout(() => {
      const words =
        this.#state === 'head'
          ? 'net/http: timeout awaiting response headers'
          : 'context deadline exceeded (Client.Timeout or context cancellation while reading body)';
      this.#raise(new TransportError('timeout', words));
    }, this.idleLimit);
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #stopWaiting(): void {
    this.#stopTimer();
    this.#unwatch();
    this.#unwatch = () => undefined;
    this.#settleHead = undefined;
    this.#settleBody = undefined;
    this.#fail = undefined;
    this.#reader = undefined;
    this.#head = undefined;
  }
}
