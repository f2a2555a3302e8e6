// Real projects by name: a module's own zip is a ready project.
//
// `prepareProject` brings it, and all modules that its cases will ask for, through the module proxy with the stock go into a module
// cache of the conformance tools, the mirror. Runs then use the mirror as their proxy, over http and file://, so that they
// neither need the network nor depend on its day. Done once for each project.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { removeScratch, removeTree } from '../../tools/testing/scratch.js';
import { cacheFolder } from '../scripts/harness.js';
import type { Edit } from './case.js';
import { applyEdit } from './edits.js';

/** The mirror: a module cache whose `cache/download` is served. */
export function mirrorFolder(): string {
  return join(cacheFolder(), 'mirror');
}

/** Where the mirror's files lie that a proxy serves. */
export function mirrorFiles(): string {
  return join(mirrorFolder(), 'cache', 'download');
}

/** Settings by which a command finds the mirror's modules, and asks no checksum database. */
export function mirrorSettings(): { readonly GOPROXY: string; readonly GOSUMDB: string } {
  return { GOPROXY: pathToFileURL(mirrorFiles()).href, GOSUMDB: 'off' };
}

/** The project's own files, writable. */
export function projectFolder(module: string): string {
  return join(cacheFolder(), 'projects', module.replaceAll('/', '_'));
}

/** Command lines that fill the mirror with what cases on a project may ask for. */
const FILL: readonly (readonly string[])[] = [
  ['mod', 'download'],
  ['list', '-m', 'all'],
  ['mod', 'download', 'all'],
];

/** What a project's cases will ask for. */
export interface ProjectNeeds {
  /** Also what only `download all` needs. */
  readonly all: boolean;
  /** A broken starting state: what go makes of that may need other versions. */
  readonly start?: readonly Edit[];
  /** Command lines in the place of the usual ones. */
  readonly fills?: readonly (readonly string[])[];
}

/** Brings a project (`M@V`) and its modules. One at a time: the mirror is shared by all runs of this user. */
export function prepareProject(go: string, module: string, ...needs: readonly ProjectNeeds[]): void {
  if (needs.every((options) => isPrepared(module, options))) return;
  fillMirror(() => {
    for (const options of needs) if (!isPrepared(module, options)) prepare(go, module, options);
  });
}

/**
 * Brings the modules of a project that was put together in `folder` from several: by itself none of them finds the
 * folders that its replacements name. Throws where one of its modules cannot be had.
 */
export function prepareTogether(go: string, folder: string): void {
  fillMirror(() => {
    const { status, stderr } = spawnSync(go, ['mod', 'download'], { cwd: folder, env: fillEnvironment() });
    if (status !== 0) throw new Error(`go mod download in ${folder} ended with ${status}\n${stderr}`);
  });
}

/** The only one that fills the mirror while `fill` runs. */
function fillMirror(fill: () => void): void {
  mkdirSync(mirrorFolder(), { recursive: true });
  const lock = join(cacheFolder(), 'preparing');
  while (!takes(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    fill();
    dropUnpacked();
  } finally {
    rmSync(lock, { force: true });
  }
}

function fillEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    GOMODCACHE: mirrorFolder(),
    GOFLAGS: '-modcacherw -mod=mod',
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
  };
}

/** Makes the lock file, with the number of this process; takes it over from a process that is gone. */
function takes(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') rmSync(lock, { force: true });
  }
  return false;
}

/** The file that says that a project has been prepared for these needs. */
function markerOf(module: string, { all, start = [], fills = [] }: ProjectNeeds): string {
  const suffix = start.length + fills.length > 0 ? `-${keyOf(start, fills)}` : '';
  return `${projectFolder(module)}.${all ? 'all' : 'some'}${suffix}`;
}

function isPrepared(module: string, options: ProjectNeeds): boolean {
  return existsSync(markerOf(module, options)) || existsSync(markerOf(module, { ...options, all: true }));
}

function prepare(go: string, module: string, options: ProjectNeeds): void {
  const target = projectFolder(module);
  const { start = [], fills = [] } = options;
  const env = fillEnvironment();
  if (!existsSync(target)) unpackProject(go, module, target, env);
  const scratch = mkdtempSync(join(tmpdir(), 'prepare-'));
  try {
    for (const args of fills.length > 0 ? fills : FILL.slice(0, options.all ? undefined : 2)) {
      removeTree(join(scratch, 'project'));
      cpSync(target, join(scratch, 'project'), { recursive: true });
      for (const edit of start) applyEdit(scratch, edit);
      spawnSync(go, args, { cwd: join(scratch, 'project'), env, stdio: 'ignore' });
    }
  } finally {
    removeScratch(scratch);
  }
  writeFileSync(markerOf(module, options), '');
}

/** The folder appears whole or not at all: other runs may be using it. */
function unpackProject(go: string, module: string, target: string, env: NodeJS.ProcessEnv): void {
  const first = spawnSync(go, ['mod', 'download', '-json', module], { cwd: '/', env, encoding: 'utf8' });
  const answer = JSON.parse(first.stdout || '{}') as { Dir?: string; Error?: string };
  if (!answer.Dir) throw new Error(`${module} cannot be had: ${answer.Error ?? first.stderr}`);
  const temporary = `${target}.${process.pid}.tmp`;
  cpSync(answer.Dir, temporary, { recursive: true });
  makeUsable(temporary);
  if (existsSync(target)) removeTree(temporary);
  else renameSync(temporary, target);
}

function keyOf(start: readonly Edit[], fills: readonly (readonly string[])[]): string {
  const edits = start.map((edit) => JSON.stringify(edit) + ('pattern' in edit ? edit.pattern : '')).join();
  const text = edits + fills.map((words) => `\n${words.join(' ')}`).join('');
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** Only `cache/` of the mirror is used; what was unpacked beside it takes ten times its room. */
function dropUnpacked(): void {
  for (const name of readdirSync(mirrorFolder()))
    if (name !== 'cache') removeTree(join(mirrorFolder(), name));
}

function makeUsable(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) makeUsable(join(folder, entry.name));
    else if (entry.isFile()) chmodSync(join(folder, entry.name), 0o644);
  }
}
