// The package as users get it: packed, installed without a registry into a prefix of its own, and run from
// another folder. Works on what `npm run build` made.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeScratch } from './testing/scratch.js';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Package {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

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

afterAll(() => removeScratch(scratch));

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
    expect(readdirSync(join(modules, 'dist')).sort()).toEqual([
      'browser',
      'cli',
      'core',
      'engine',
      'library',
    ]);
    expect(files).toContain('LICENSE');
  });

  it('can be imported and required, entry by entry, as one and the same', () => {
    const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package;
    const names = Object.keys(exports).filter((name) => typeof exports[name] === 'object');
    expect(names.length).toBeGreaterThan(7);
    const script = `(async () => {
      for (const name of ${JSON.stringify(names.map((name) => name.replace(/^\./, 'gomod')))}) {
        const required = require(name);
        const imported = await import(name);
        for (const key of Object.keys(imported)) {
          if (key !== 'module.exports' && required[key] !== imported[key]) throw new Error(name + ' ' + key);
        }
      }
    })()`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script], {
      cwd: modules,
      env: environment(),
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  it('has the files that its exports name, for browsers without an import of anything else', () => {
    const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Package;
    const named = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    expect(named.filter((file) => !existsSync(join(modules, file)))).toEqual([]);
    const browser = join(modules, 'dist', 'browser');
    for (const file of readdirSync(browser)) {
      const text = readFileSync(join(browser, file), 'utf8');
      const statements = text.matchAll(
        /(?<=^|[;}])(?:im|ex)port\s*(?:[\w*$ ,]*(?:\{[^}]*\})?\s*from\s*)?\(?"([^"]+)"/gm,
      );
      const imports = [...statements].map(([, name]) => name);
      expect(imports.filter((name) => !/^\.\/chunk-\w+\.js$/.test(name ?? ''))).toEqual([]);
    }
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
    const signal = await new Promise((resolve) => {
      child.on('close', (_, by) => resolve(by));
    });
    expect({ signal, stderr }).toEqual({ signal: 'SIGPIPE', stderr: '' });
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
