// A folder that serves zips as a module proxy (`file://`), and what `go mod download` makes of them.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { goBinary } from './requirements.js';

/** One version of a module; the path has no upper case. */
export interface ServedModule {
  readonly path: string;
  readonly version: string;
  readonly zip: Uint8Array;
  /** Absent: a module line alone. */
  readonly goMod?: string;
}

/** What `go mod download -json` prints of a module. */
export interface Downloaded {
  readonly Path: string;
  readonly Version: string;
  readonly Error?: string;
  readonly Zip?: string;
  readonly Dir?: string;
  readonly Sum?: string;
}

/** Adds modules to the folder of a proxy. */
export function serveModules(proxy: string, modules: readonly ServedModule[]): void {
  for (const { path, version, zip, goMod } of modules) {
    const folder = join(proxy, path, '@v');
    mkdirSync(folder, { recursive: true });
    const info = { Version: version, Time: '2026-01-01T00:00:00Z' };
    writeFileSync(join(folder, `${version}.info`), JSON.stringify(info));
    writeFileSync(join(folder, `${version}.mod`), goMod ?? `module ${path}\n`);
    writeFileSync(join(folder, `${version}.zip`), zip);
  }
}

/** The environment in which Go uses that proxy, and nothing else, with a cache of its own. */
export function goEnvironment(proxy: string, cache: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    GO111MODULE: 'on',
    GOENV: 'off',
    GOFLAGS: '-mod=mod',
    GOMODCACHE: cache,
    GONOSUMDB: '*',
    GOPROXY: pathToFileURL(proxy).href,
    GOSUMDB: 'off',
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
  };
}

/** Runs go and returns its standard output; whether it succeeds does not matter. */
export function runGo(env: NodeJS.ProcessEnv, cwd: string, ...words: string[]): { out: string; err: string } {
  const run = spawnSync(goBinary() ?? 'go', words, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (run.error) throw run.error;
  return { out: run.stdout, err: run.stderr };
}

/** Downloads these modules with one go command. */
export function goDownload(
  env: NodeJS.ProcessEnv,
  cwd: string,
  modules: readonly { readonly path: string; readonly version: string }[],
): Downloaded[] {
  const words = modules.map(({ path, version }) => `${path}@${version}`);
  const { out } = runGo(env, cwd, 'mod', 'download', '-json', ...words);
  return out
    .split(/^(?=\{)/m)
    .filter((text) => text !== '')
    .map((text) => JSON.parse(text) as Downloaded);
}
