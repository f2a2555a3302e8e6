// One HTTP/1 connection: one exchange after the other, never two at once.
//
// States: `idle` (may take a request), `head` (sent, waiting for the head of the answer), `held` (the head is
// there, nobody has asked for the body yet: reading stops after the next chunk, and that is the back-pressure),
// `body` (the body is being read), `closed`. A connection goes back to idle only when the body ended exactly
// where its framing says and nothing came after it.

import type { Socket } from 'node:net';
import { onAbort } from '../abort.js';
import { type HttpResponse, TransportError } from '../transport.js';
import { Answer } from './answer.js';
import { type BodyReader, createBodyReader } from './body.js';
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
    clearTimeout(this.#timer);
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
    if (end < bytes.length) this.#held.push(Buffer.from(bytes.subarray(end)));
    this.#settleHead?.(new Answer(head, this));
    this.#fail = undefined;
    if (head.framing.kind === 'empty') this.#finish(this.#held.length === 0);
  }

  /**
   * The body, if all of it has come with its head and nobody has asked for it: then it is read. Undefined where it has
   * to be read by `read`.
   */
  takeWhole(head: ResponseHead): Uint8Array | undefined {
    const [chunk] = this.#held;
    const { framing } = head;
    if (this.#response !== head || this.#state !== 'held' || chunk === undefined) return undefined;
    if (framing.kind !== 'length' || this.#held.length > 1 || chunk.length !== framing.length)
      return undefined;
    this.#held = [];
    this.#finish(true);
    return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
  }

  /** Whether the body of `head` is still to be read. */
  holds(head: ResponseHead): boolean {
    return this.#state === 'held' && this.#response === head;
  }

  /** Reads the body to its end. Whoever is not satisfied with what it gives destroys the connection. */
  read(head: ResponseHead, sink: (bytes: Uint8Array) => void): Promise<void> {
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

  /**
   * Begins to wait, or goes on after something has come. One timer serves all exchanges: setting one for each head and
   * each body took a tenth of the time of a small request.
   */
  #startTimer(): void {
    if (this.idleLimit <= 0) return;
    if (this.#timer !== undefined) this.#timer.refresh();
    else this.#timer = setTimeout(() => this.#timedOut(), this.idleLimit).unref();
  }

  #timedOut(): void {
    if (this.#state === 'head') {
      this.#raise(new TransportError('timeout', 'net/http: timeout awaiting response headers'));
    } else if (this.#state === 'body') {
      const words = 'context deadline exceeded (Client.Timeout or context cancellation while reading body)';
      this.#raise(new TransportError('timeout', words));
    }
  }

  #stopWaiting(): void {
    this.#unwatch();
    this.#unwatch = () => undefined;
    this.#settleHead = undefined;
    this.#settleBody = undefined;
    this.#fail = undefined;
    this.#reader = undefined;
    this.#head = undefined;
  }
}
