import { describe, expect, it } from 'vitest';
import { grow, missing, newLog, testSums } from '../../../tools/testing/checksum-world.js';
import { parseRecord } from '../tlog/index.js';
import { type ServerOps, serve } from './index.js';

const decode = (data: Uint8Array) => new TextDecoder().decode(data);

async function answer(ops: ServerOps, path: string): Promise<[number, string, string]> {
  const { status, contentType, body } = await serve(ops, path);
  return [status, contentType, decode(body)];
}

describe('the server', () => {
  it('serves the signed tree', async () => {
    const log = newLog();
    grow(log, 3);
    const [status, type, body] = await answer(log, '/latest');
    expect([status, type]).toEqual([200, 'text/plain; charset=UTF-8']);
    expect(body).toMatch(/^go\.sum database tree\n3\n[^\n]{44}\n\n— localhost\.localdev\/sumdb [^\n]+\n$/);
  });

  it('adds a module once and serves its record with the tree that has it', async () => {
    const log = newLog();
    grow(log, 3);
    const module = { path: 'example.com/Mod', version: 'v1.2.3-Pre' };
    const first = await Promise.all([1, 2, 3].map(() => answer(log, '/lookup/example.com/!mod@v1.2.3-!pre')));
    for (const [status, , body] of first) {
      const record = parseRecord(new TextEncoder().encode(body));
      expect([status, record.id, decode(record.text)]).toEqual([200, 3, testSums(module)]);
      expect(decode(record.rest)).toContain('go.sum database tree\n4\n');
    }
    expect(log.size).toBe(4);
  });

  it('serves hashes and records as tiles', async () => {
    const log = newLog();
    grow(log, 5);
    const { status, contentType, body } = await serve(log, '/tile/2/0/001.p/1');
    expect([status, contentType, body.length]).toEqual([200, 'application/octet-stream', 32]);
    expect(await answer(log, '/tile/2/data/001.p/1')).toEqual([
      200,
      'text/plain; charset=UTF-8',
      'example.com/filler4 v1.0.0 h1:x\n\n',
    ]);
    expect((await answer(log, '/tile/1/data/001'))[2]).toBe(
      'example.com/filler2 v1.0.0 h1:x\n\nexample.com/filler3 v1.0.0 h1:x\n\n',
    );
  });

  it.each([
    ['/lookup/example.com/m', 400, 'invalid module@version syntax\n'],
    ['/lookup/example.com/m@latest', 400, 'invalid module@version syntax\n'],
    ['/lookup/example.com/m@v1.0', 400, 'invalid module@version syntax\n'],
    ['/lookup/example.com/m@v1.0.0@v1', 400, 'invalid module@version syntax\n'],
    ['/lookup/example.com/M@v1.0.0', 500, 'invalid escaped module path "example.com/M"\n'],
    ['/lookup/example.com/m@v1.0.0-A', 500, 'invalid escaped version "v1.0.0-A"\n'],
    ['/lookup/example.com/gone@v1.0.0', 404, 'no such module\n'],
    ['/tile/8/0', 400, 'invalid tile syntax\n'],
    ['/tile/8/0/000.p/300', 400, 'invalid tile syntax\n'],
    ['/tile/8/0/000', 500, 'indexes not in tree\n'],
    ['/tile/8/data/000', 500, 'missing records\n'],
    ['/', 404, '404 page not found\n'],
    ['/latest/', 404, '404 page not found\n'],
    ['/supported', 404, '404 page not found\n'],
  ])('answers %s with %i', async (path, status, body) => {
    const log = newLog((m) => {
      if (m.path.endsWith('gone')) throw missing('no such module');
      return testSums(m);
    });
    expect(await answer(log, path)).toEqual([status, 'text/plain; charset=utf-8', body]);
  });

  it('does not send a record that is none, or another number of records', async () => {
    expect(
      await answer(
        newLog(() => 'a\n\nb\n'),
        '/lookup/example.com/m@v1.0.0',
      ),
    ).toEqual([500, 'text/plain; charset=utf-8', 'malformed record data\n']);
    const log = newLog();
    const short: ServerOps = {
      signed: () => log.signed(),
      lookup: (m) => log.lookup(m),
      readTileData: (tile) => log.readTileData(tile),
      readRecords: async () => [],
    };
    expect(await answer(short, '/lookup/example.com/m@v1.0.0')).toEqual([
      500,
      'text/plain; charset=utf-8',
      'invalid record count returned by ReadRecords\n',
    ]);
  });
});
