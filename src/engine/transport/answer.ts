// An answer whose head has come: its body is read once, in one of several ways, or thrown away.

import { bodyTooLarge, type HttpResponse, TransportError } from '../transport.js';
import { Collector } from './body.js';
import { gunzip, gunzipPrefix } from './gzip.js';
import type { ResponseHead } from './head.js';

/** What an answer needs of its connection. */
export interface BodySource {
  takeWhole(head: ResponseHead): Uint8Array | undefined;
  holds(head: ResponseHead): boolean;
  read(head: ResponseHead, sink: (bytes: Uint8Array) => void): Promise<void>;
  destroy(): void;
}

/** Bytes that may be read and thrown away to keep a connection usable. */
const maxDrain = 64 * 1024;

/** See the head of this file. */
export class Answer implements HttpResponse {
  readonly #head: ResponseHead;
  readonly #source: BodySource;
  readonly #zipped: boolean;
  /** Bytes that will come, as far as that was announced. */
  readonly #announced: number | undefined;
  readonly length: number | undefined;

  constructor(head: ResponseHead, source: BodySource) {
    const { framing } = head;
    this.#head = head;
    this.#source = source;
    this.#zipped = head.zipped;
    this.#announced = framing.kind === 'length' ? framing.length : undefined;
    this.length = framing.kind === 'empty' ? 0 : this.#zipped ? undefined : this.#announced;
  }

  get status(): number {
    return this.#head.status;
  }

  get statusLine(): string {
    return this.#head.statusLine;
  }

  get protocol(): string {
    return this.#head.protocol;
  }

  get headers(): Readonly<Record<string, string>> {
    return this.#head.headers;
  }

  async bytes(max: number): Promise<Uint8Array> {
    const bytes = this.#takeWhole(max) ?? (await this.#collect(max));
    return this.#zipped && bytes.length > 0 ? gunzip(bytes, max) : bytes;
  }

  async stream(max: number, sink: (bytes: Uint8Array) => void): Promise<void> {
    if (!this.#zipped) await this.#pass(max, sink);
    else sink(await gunzip(await this.#collect(max), max));
  }

  async prefix(max: number): Promise<Uint8Array> {
    const bytes = await this.#prefix(max);
    return this.#zipped ? gunzipPrefix(bytes, max) : bytes;
  }

  discard(): void {
    if (!this.#source.holds(this.#head)) return;
    if (this.#announced === undefined || this.#announced > maxDrain) this.#source.destroy();
    else this.#source.read(this.#head, () => undefined).catch(() => this.#source.destroy());
  }

  /** Most small files come together with their heads. */
  #takeWhole(max: number): Uint8Array | undefined {
    const { framing } = this.#head;
    if (framing.kind === 'empty') return new Uint8Array(0);
    return (this.#announced ?? 0) > max ? undefined : this.#source.takeWhole(this.#head);
  }

  async #collect(max: number): Promise<Uint8Array> {
    if (this.#head.framing.kind === 'empty') return new Uint8Array(0);
    return await this.#guarded(async () => {
      const collector = new Collector(this.#announced, max);
      await this.#source.read(this.#head, (bytes) => collector.add(bytes));
      return collector.result();
    });
  }

  async #pass(max: number, sink: (bytes: Uint8Array) => void): Promise<void> {
    if (this.#head.framing.kind === 'empty') return;
    await this.#guarded(async () => {
      if ((this.#announced ?? 0) > max) throw bodyTooLarge(max);
      let size = 0;
      await this.#source.read(this.#head, (bytes) => {
        size += bytes.length;
        if (size > max) throw bodyTooLarge(max);
        sink(bytes);
      });
    });
  }

  async #prefix(max: number): Promise<Uint8Array> {
    if (this.#head.framing.kind === 'empty') return new Uint8Array(0);
    const kept: Uint8Array[] = [];
    let size = 0;
    try {
      await this.#source.read(this.#head, (bytes) => {
        if (size < max) kept.push(bytes.slice(0, max - size));
        size += bytes.length;
        if (size >= max + maxDrain) throw new TransportError('too-large', 'http: response body too large');
      });
    } catch {
      this.#source.destroy();
    }
    return new Uint8Array(Buffer.concat(kept).subarray(0, max));
  }

  /** A body that was not read to its end leaves a connection that cannot be used. */
  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.#source.destroy();
      throw error;
    }
  }
}
