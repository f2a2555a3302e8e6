// The package as users get it: packed, installed without a registry into a prefix of its own, and run from
// another folder. Works on what `npm run build` made.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
let scratch = '';
let modules = '';
let command = '';

/** Neither what npm tells its scripts nor anything of the user: Node's folder on PATH, an empty home. */
function environment(): Record<string, string> {
  const path = [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);
  return { PATH: path, HOME: join(scratch, 'home'), NODE_ENV: 'production' };
}

function run(program: string, args: readonly string[], cwd = scratch): string {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env: environment(), encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: status ${status}\n${stdout}${stderr}`);
  return stdout;
}

beforeAll(() => {
  if (!existsSync(join(root, 'dist', 'cli', 'main.cjs'))) throw new Error('run `npm run build` first');
  scratch = mkdtempSync(join(tmpdir(), 'gomod-package-'));
  const quiet = ['--ignore-scripts', '--no-update-notifier', '--loglevel=error'];
  const [packed = ''] = run('npm', ['pack', ...quiet, '--pack-destination', scratch], root)
    .trim()
    .split('\n');
  const prefix = join(scratch, 'prefix');
  run('npm', [
    'install',
    '-g',
    ...quiet,
    '--offline',
    '--no-audit',
    '--prefix',
    prefix,
    join(scratch, packed),
  ]);
  modules = join(prefix, 'lib', 'node_modules', 'gomod');
  command = join(prefix, 'bin', 'gomod');
}, 120_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the installed package', () => {
  it('runs from any folder, without any other package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(run(command, ['--version'], '/')).toBe(`gomod ${version}\n`);
    expect(run(command, ['version'])).toMatch(/^go version go1\./);
    expect(run(command, ['help', 'env'])).toContain('usage: gomod env');
    expect(readdirSync(dirname(modules))).toEqual(['gomod']);
  });

  it('shows the surface of go under that name', () => {
    symlinkSync(command, join(scratch, 'go'));
    const { status, stderr } = spawnSync(join(scratch, 'go'), ['tidy'], {
      env: environment(),
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "go tidy: unknown command\nRun 'go help' for usage.\n",
    });
  });

  it('holds what runs, and nothing else', () => {
    const files = readdirSync(modules, { recursive: true, encoding: 'utf8' });
    const foreign = files.filter(
      (file) => /\.test\.|tsbuildinfo|\.ts$|\.map$/.test(file) && !file.endsWith('.d.ts'),
    );
    expect(foreign).toEqual([]);
    expect(readdirSync(join(modules, 'dist')).sort()).toEqual(['cli', 'core', 'engine']);
    expect(files).toContain('LICENSE');
  });

  it('can be imported and required, room by room', () => {
    const rooms = (layer: string): string[] =>
      readdirSync(join(modules, 'dist', layer))
        .filter((name) => existsSync(join(modules, 'dist', layer, name, 'index.js')))
        .map((name) => `gomod/${layer}/${name}`);
    const names = [
      'gomod/core/error',
      'gomod/core/crypto',
      'gomod/engine',
      ...rooms('core'),
      ...rooms('engine'),
    ];
    expect(names.length).toBeGreaterThan(10);
    const script = `(async () => {
      for (const name of ${JSON.stringify(names)}) {
        require(name);
        await import(name);
      }
    })()`;
    run(process.execPath, ['-e', script], modules);
  });
});

describe('the process', () => {
  it('ends quietly when nobody reads its output', async () => {
    const child = spawn(command, ['help'], { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    const status = await new Promise((resolve) => {
      child.on('close', resolve);
    });
    expect({ status, stderr }).toEqual({ status: 141, stderr: '' });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'is ended by %s as go is, with nothing left behind',
    async (signal) => {
      const server = createServer();
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve);
      });
      const { port } = server.address() as AddressInfo;
      const cache = join(scratch, `cache-${signal}`);
      const env = {
        ...environment(),
        GOPROXY: `http://127.0.0.1:${port}`,
        GONOSUMDB: '*',
        GOMODCACHE: cache,
      };
      const child = spawn(command, ['download', 'example.com/m@v1.0.0'], {
        env,
        cwd: '/',
        stdio: 'pipe',
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
      const ended = new Promise((resolve) => {
        child.on('close', (_, by) => resolve(by));
      });
      server.once('connection', () => child.kill(signal));
      expect(await ended).toBe(signal);
      expect(output).toBe('');
      const left = !existsSync(cache) ? [] : readdirSync(cache, { recursive: true, encoding: 'utf8' });
      expect(left.filter((name) => /\.(?:zip|mod|info|tmp|partial)$/.test(name))).toEqual([]);
      server.close();
    },
  );

  it('writes a large output whole into a slow pipe', () => {
    const all = run(command, ['help', 'environment']);
    expect(all.length).toBeGreaterThan(2000);
    expect(run('/bin/sh', ['-c', `"${command}" help environment | (sleep 0.3; cat)`])).toBe(all);
  });
});
