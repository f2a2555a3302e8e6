import { describe, expect, it } from 'vitest';
import { createSession, systemClock } from './create-session.js';
import { createEnvironment } from './env/index.js';
import { realFileSystem } from './io/index.js';

function environment(process: Record<string, string>) {
  return createEnvironment({ process, fs: realFileSystem });
}

describe('a session', () => {
  it('has the machine for its defaults', () => {
    const session = createSession();
    expect(session.cwd).toBe(process.cwd());
    expect(session.fs).toBe(realFileSystem);
    expect(session.flags).toEqual({
      mod: '',
      modfile: '',
      modcacherw: false,
      overlay: '',
      trace: false,
      offline: false,
    });
    expect(session.release).toBe(session.env.release);
    expect(session.signal.aborted).toBe(false);
    session.events({ kind: 'message', text: 'nobody listens' });
  });

  it('takes every part that is handed in', async () => {
    const requests: string[] = [];
    const session = createSession({
      cwd: '/somewhere',
      env: environment({ GOMOD_GOVERSION: '1.22.1' }),
      flags: { trace: true },
      transport: async ({ url }) => {
        requests.push(url);
        throw new Error('no network');
      },
    });
    expect([session.cwd, session.release, session.flags.trace]).toEqual(['/somewhere', '1.22.1', true]);
    await expect(session.transport({ url: 'https://example.com/' })).rejects.toThrow('no network');
    expect(requests).toEqual(['https://example.com/']);
  });

  it('shares nothing with another', () => {
    const [a, b] = ['/a', '/b'].map((home) => createSession({ env: environment({ HOME: home, PATH: '' }) }));
    expect(a?.env.get('GOMODCACHE')).toBe('/a/go/pkg/mod');
    expect(b?.env.get('GOMODCACHE')).toBe('/b/go/pkg/mod');
    expect(a?.primitives).not.toBe(b?.primitives);
  });

  it('loads the HTTP client with the first request', async () => {
    const session = createSession({ env: environment({}) });
    await expect(session.transport({ url: 'http://127.0.0.1:1/' })).rejects.toThrow(/connection refused/);
    session.transport.close?.();
  });
});

describe('the clock', () => {
  it('sleeps, and wakes to an abort with its reason', async () => {
    const before = systemClock.now();
    await systemClock.sleep(20);
    expect(systemClock.now() - before).toBeGreaterThanOrEqual(15);
    const controller = new AbortController();
    const sleeping = systemClock.sleep(60_000, controller.signal);
    controller.abort(new Error('enough'));
    await expect(sleeping).rejects.toThrow('enough');
    await expect(systemClock.sleep(1, controller.signal)).rejects.toThrow('enough');
  });

  it('lets many sleep at once, without a warning', async () => {
    const warnings: string[] = [];
    const warned = (warning: Error) => warnings.push(warning.message);
    process.on('warning', warned);
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 30 }, () => systemClock.sleep(5, signal)));
    await systemClock.sleep(20);
    process.off('warning', warned);
    expect(warnings).toEqual([]);
  });

  it('refuses with no network what is offline', async () => {
    const session = createSession({ env: environment({}), flags: { offline: true } });
    const asked = session.transport({ url: 'http://127.0.0.1:1/' });
    await expect(asked).rejects.toThrow('the network is disabled by -offline');
  });
});
