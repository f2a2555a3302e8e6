// A project that uses the package as its users do: packed, installed into an empty folder, without a registry.
//
// GOMOD_NODE names the Node to run it with, for the acceptance run; else it is the one that runs the tests.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The Node that runs consumers. */
export const consumerNode = process.env.GOMOD_NODE || process.execPath;

/** What a run left behind. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program with nothing of the user's but what `env` says; servers in this process may answer it. */
export function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const path = [dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);
  const child = spawn(program, args, {
    cwd,
    env: { PATH: path, HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (text: Buffer) => (stdout += text.toString('utf8')));
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString('utf8')));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
}

const QUIET = ['--ignore-scripts', '--no-update-notifier', '--no-audit', '--no-fund', '--loglevel=error'];

/** Runs npm in `cwd`, with `home` for whatever it wants to keep. */
function npm(args: readonly string[], cwd: string, home: string): string {
  const { status, stdout, stderr } = spawnSync('npm', [...args, ...QUIET], {
    cwd,
    env: { PATH: process.env.PATH, HOME: home, npm_config_cache: join(home, '.npm') },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')}: status ${status}\n${stdout}${stderr}`);
  return stdout;
}

/** Makes `folder` such a project. Works on what `npm run build` made. */
export function makeConsumer(folder: string): void {
  if (!existsSync(join(root, 'dist', 'library', 'index.js'))) throw new Error('run `npm run build` first');
  mkdirSync(folder, { recursive: true });
  const [packed = ''] = npm(['pack', '--pack-destination', folder], root, folder)
    .trim()
    .split('\n')
    .slice(-1);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  npm(['install', '--offline', '--omit=optional', join(folder, packed)], folder, folder);
}

/** An ES module as CommonJS: imports of names at the beginning of lines, and await wherever it likes. */
export function commonJs(source: string): string {
  const required = source.replace(
    /^import (\{[^}]*\}) from ('[^']+');$/gm,
    (_, names: string, from: string) => `const ${names.replaceAll(' as ', ': ')} = require(${from});`,
  );
  return `(async () => {\n${required}\n})();\n`;
}
