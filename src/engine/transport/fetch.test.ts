import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HostileProxy, startHostileProxy } from '../../../tools/testing/hostile-proxy.js';
import { TransportError } from '../transport.js';
import { transportFromFetch } from './index.js';

describe('transportFromFetch', () => {
  let proxy: HostileProxy;
  beforeAll(async () => {
    proxy = await startHostileProxy();
  });
  afterAll(() => proxy.close());
  const t = transportFromFetch((url, init) => fetch(url, init));
  const list = (name: string) => `${proxy.url}/example.com/x/${name}/@v/list`;
  const text = async (name: string) => {
    const response = await t({ url: list(name) });
    return `${response.statusLine}|${Buffer.from(await response.bytes(1 << 20)).toString()}`;
  };

  it.each(['ok', 'chunked', 'gzip', 'close10'])('reads what a server answers with %s', async (name) => {
    expect(await text(name)).toBe('200 OK|v1.0.0\n');
  });

  it('reads an answer that drips in', async () => {
    // Node's fetch loses letters of the reason when it comes in pieces.
    expect(await text('slow')).toMatch(/^200 .*\|v1\.0\.0\n$/);
  });

  it('leaves redirects to the caller', async () => {
    const response = await t({ url: list('redir') });
    expect([response.status, response.headers.location]).toEqual([301, '/example.com/x/ok/@v/list']);
    response.discard();
  });

  it('follows where fetch hides redirects', async () => {
    const hidden = transportFromFetch(async (url, init) =>
      init.redirect === 'manual'
        ? Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' })
        : fetch(url, init),
    );
    const response = await hidden({ url: list('redir') });
    expect(Buffer.from(await response.bytes(100)).toString()).toBe('v1.0.0\n');
  });

  it.each([
    ['closed', /^closed|^reset/],
    ['reset', /^reset/],
    ['cut', /^closed|^cut/],
    ['garbage', /^protocol/],
  ])('fails with one of our codes when the server does %s', async (name, code) => {
    const error = await text(name).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(TransportError);
    expect((error as TransportError).code).toMatch(code);
  });

  it('fails in Go’s words where nobody listens', async () => {
    const gone = await startHostileProxy();
    await gone.close();
    await expect(t({ url: `${gone.url}/` })).rejects.toThrow(
      `dial tcp 127.0.0.1:${gone.port}: connect: connection refused`,
    );
  });

  it('bounds bodies', async () => {
    await expect((await t({ url: list('chunked') })).bytes(3)).rejects.toMatchObject({ code: 'too-large' });
    expect((await (await t({ url: list('n500long') })).prefix(10)).length).toBe(10);
  });

  it('ends with the reason of the signal', async () => {
    const reason = new Error('stop');
    await expect(t({ url: list('hang'), signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 30);
    await expect(t({ url: list('hang'), signal: controller.signal })).rejects.toBe(reason);
  });
});
