// Whatever a server sends ends in a TransportError or in an answer: parsers alone, without a socket.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TransportError } from '../transport.js';
import { Collector, createBodyReader } from './body.js';
import { gunzip, gunzipPrefix } from './gzip.js';
import { type Framing, findHeadEnd, parseHead } from './head.js';

const heads = [
  'HTTP/1.1 200 OK\r\nContent-Length: 7\r\nContent-Type: text/plain\r\n\r\n',
  'HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\nX: a\r\n b\r\n\r\n',
  'HTTP/1.0 302 Found\nLocation: http://a/b\nConnection: keep-alive\n\n',
];
/** As servers of proxies send them. */
const usualHeads = [
  'HTTP/1.1 200 OK\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: 28\r\nConnection: keep-alive\r\n\r\n',
  'HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nX-Content-Type-Options: nosniff\r\nDate: Sat, 21 Nov 2026 18:38:17 GMT\r\n\r\n',
  'HTTP/1.1 200 OK\r\nContent-Length: 9\r\nContent-Encoding: gzip\r\nETag: "x"\r\nVary: a\r\nvary: b\r\n\r\n',
  'HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\nConnection: close\r\n\r\n',
];
const chunked = '7;ext=1\r\nv1.0.0\n\r\n10\r\n0123456789abcdef\r\n0\r\nTrailer: x\r\n\r\n';

/** A text with some bytes changed, dropped or doubled. */
function mutated(texts: readonly string[]): fc.Arbitrary<Buffer> {
  const edit = fc.record({ at: fc.nat(200), kind: fc.nat(2), byte: fc.nat(255) });
  return fc.tuple(fc.constantFrom(...texts), fc.array(edit, { maxLength: 4 })).map(([text, edits]) => {
    const bytes = [...Buffer.from(text)];
    for (const { at, kind, byte } of edits) {
      const index = at % (bytes.length + 1);
      if (kind === 0) bytes[index] = byte;
      else if (kind === 1) bytes.splice(index, 1);
      else bytes.splice(index, 0, byte);
    }
    return Buffer.from(bytes.map((byte) => byte ?? 0));
  });
}

function orTransportError<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    expect(error).toBeInstanceOf(TransportError);
    return undefined;
  }
}

/** The body in pieces of `size` bytes, or undefined when it is refused. */
function readInPieces(framing: Framing, bytes: Uint8Array, size: number): string | undefined {
  return orTransportError(() => {
    const collector = new Collector(undefined, 1000);
    const reader = createBodyReader(framing, (part) => collector.add(part));
    for (let at = 0; at < bytes.length && !reader.done; at += size) {
      reader.push(bytes.subarray(at, at + size), 0);
    }
    reader.end();
    return Buffer.from(collector.result()).toString('latin1');
  });
}

describe('heads', () => {
  it('parse or are refused', () => {
    fc.assert(
      fc.property(mutated(heads), (bytes) => {
        const end = findHeadEnd(bytes, 0);
        const head = orTransportError(() => parseHead(bytes.toString(), 'GET', end >= 0));
        if (head !== undefined) expect(head.status).toBeLessThan(1000);
      }),
      { numRuns: 2000 },
    );
  });
  it('say the same whether or not they look like most, headers included', () => {
    const told = (text: string, method: string) =>
      orTransportError(() => {
        const { protocol, status, statusLine, headers, framing, zipped, keepAlive } = parseHead(
          text,
          method,
          true,
        );
        return { protocol, status, statusLine, headers: { ...headers }, framing, zipped, keepAlive };
      });
    let usual = 0;
    fc.assert(
      fc.property(mutated([...heads, ...usualHeads]), (bytes) => {
        const text = bytes.toString('utf8', 0, Math.max(findHeadEnd(bytes, 0), 0));
        const head = told(text, 'GET');
        // A request of another method is read line by line.
        expect(head).toEqual(told(text, 'PUT'));
        if (head?.keepAlive && head.framing.kind === 'length') usual++;
      }),
      { numRuns: 10_000 },
    );
    expect(usual).toBeGreaterThan(500);
  });
  it('end at the same place however they are cut', () => {
    fc.assert(
      fc.property(mutated(heads), fc.nat(100), (bytes, cutAt) => {
        const whole = findHeadEnd(bytes, 0);
        const first = findHeadEnd(bytes.subarray(0, cutAt), 0);
        expect(first >= 0 ? first : findHeadEnd(bytes, Math.min(cutAt, bytes.length))).toBe(whole);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('chunked bodies', () => {
  it('read the same however they are cut', () => {
    fc.assert(
      fc.property(mutated([chunked]), fc.integer({ min: 1, max: 9 }), (bytes, size) => {
        const whole = readInPieces({ kind: 'chunked' }, bytes, bytes.length || 1);
        expect(readInPieces({ kind: 'chunked' }, bytes, size)).toBe(whole);
      }),
      { numRuns: 2000 },
    );
  });
  it('round trip', () => {
    const parts = fc.array(fc.uint8Array({ minLength: 1, maxLength: 20 }), { maxLength: 8 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 9 }), (chunks, size) => {
        const encoded = Buffer.concat([
          ...chunks.flatMap((c) => [Buffer.from(`${c.length.toString(16)}\r\n`), c, Buffer.from('\r\n')]),
          Buffer.from('0\r\n\r\n'),
        ]);
        const want = Buffer.concat(chunks).toString('latin1');
        expect(readInPieces({ kind: 'chunked' }, encoded, size)).toBe(want);
      }),
    );
  });
  it('with more overhead than sense are refused', () => {
    const one = `1;${'x'.repeat(3000)}\r\na\r\n`;
    expect(readInPieces({ kind: 'chunked' }, Buffer.from(`${one.repeat(10)}0\r\n\r\n`), 100)).toBeUndefined();
  });
});

describe('gzip', () => {
  it('inflates or is refused', () => {
    const zipped = Buffer.from('1f8b0800000000000003cb48cdc9c95728cf2fca49e1020000ffff', 'hex');
    fc.assert(
      fc.property(fc.nat(30), fc.nat(255), fc.nat(30), (at, byte, end) => {
        const bytes = Buffer.from(zipped);
        bytes[at % bytes.length] = byte;
        orTransportError(() => gunzip(bytes.subarray(0, end), 100));
        expect(gunzipPrefix(bytes.subarray(0, end), 100).length).toBeLessThanOrEqual(100);
      }),
    );
  });
});
