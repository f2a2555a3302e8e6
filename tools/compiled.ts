// The bundle as V8 has compiled it, for the Node that runs now.
//
// V8 takes over what was compiled when its version, its flags and the length of the source are the same. What it takes over it
// has to unpack, so only what runs need is compiled: the bundle runs through RUNS beforehand, on made-up modules, and V8
// keeps what it compiled for that. The rest it compiles when it comes to it. bin/gomod.cjs reads these files.

import { fork, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { proxyFiles } from '../conformance/fixtures/module.js';
import { startProxy } from '../conformance/fixtures/proxy.js';
import { makeDatabase } from '../conformance/fixtures/sumdb.js';
import { PROJECT_GO_MOD, PROJECT_MAIN, universe } from '../conformance/fixtures/universe.js';
import { proxyEnvironment } from './testing/proxy-environment.js';
import { removeScratch } from './testing/scratch.js';
import { writeFiles } from './write-files.js';

/** The folder below dist/cli for what this Node compiled. The same text as in bin/gomod.cjs. */
export const compiledFolder = `${process.version}-${process.versions.v8}-${process.platform}-${process.arch}`;

/** The command lines that are run, in a project that has not been downloaded yet. */
const RUNS = [
  'version',
  'env',
  'env GOMODCACHE GOPROXY',
  'help mod',
  'mod edit -json',
  'mod download',
  'list -m all',
  'list -m -json all',
  'list -m -u all',
  'mod graph',
  'mod verify',
  'mod tidy',
  'mod vendor',
  'mod why -m all',
  'list ./...',
  'list -deps -test ./...',
  'list -mod=mod -json ./...',
  'list -m',
];

/** How long all of them may take, in milliseconds. */
const WITHIN = 120_000;

/** What the process of rehearse.cjs is told. */
interface Rehearsal {
  /** The folder of the bundle. */
  readonly folder: string;
  /** The file that is called. */
  readonly self: string;
  readonly runs: readonly (readonly string[])[];
  /** The files of which a compiled form, with the source, is written to the folder `out`. */
  readonly names: readonly string[];
  readonly out: string;
}

/** What a rehearsal came to. */
export interface Compiled {
  /** Files by their names below dist/cli. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The command lines that failed. */
  readonly failed: readonly string[];
}

async function rehearse(rehearsal: Rehearsal, cwd: string, env: Record<string, string>): Promise<number[]> {
  const script = fileURLToPath(new URL('rehearse.cjs', import.meta.url));
  const stdio: StdioOptions = ['ignore', 'ignore', 'ignore', 'ipc'];
  const child = fork(script, { cwd, env, execArgv: [], stdio, timeout: WITHIN });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  child.send(rehearsal);
  const statuses = await Promise.race([
    once(child, 'message').then(([answer]) => answer as number[]),
    ended.then(([status, signal]) => Promise.reject(new Error(`the rehearsal ended: ${status ?? signal}`))),
  ]);
  await ended;
  return statuses;
}

/** The compiled form of the chunks `names` of a bundle, whose files are ASCII text and go by their names. */
export async function compile(
  bundle: ReadonlyMap<string, string>,
  names: readonly string[],
): Promise<Compiled> {
  const scratch = mkdtempSync(join(resolve(tmpdir()), 'gomod-compile-'));
  const files = proxyFiles(universe);
  const proxy = await startProxy({ files, sumdb: makeDatabase(files) });
  try {
    const folder = join(scratch, 'dist', 'cli');
    const out = join(scratch, 'out');
    const project = join(scratch, 'project');
    mkdirSync(out);
    writeFiles(folder, bundle);
    writeFiles(project, [
      ['go.mod', PROJECT_GO_MOD],
      ['main.go', PROJECT_MAIN],
    ]);
    const settings = { ...proxyEnvironment(scratch), GOWORK: 'off', PWD: project };
    const env = { ...settings, GOPROXY: proxy.url, GOSUMDB: proxy.gosumdb };
    const runs = RUNS.map((line) => line.split(' '));
    const rehearsal = { folder, self: join(scratch, 'bin', 'gomod.cjs'), runs, names, out };
    const statuses = await rehearse(rehearsal, project, env);
    const made = names.map((name) => [`${compiledFolder}/${name}`, readFileSync(join(out, name))] as const);
    return { files: new Map(made), failed: RUNS.filter((_, i) => statuses[i] !== 0) };
  } finally {
    await proxy.close();
    removeScratch(scratch);
  }
}
