// One world of a case: its folders, its environment, and a command run in it.

import { spawn } from 'node:child_process';
import { cpSync, lchownSync, lutimesSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { quietHome } from '../../tools/testing/quiet-home.js';
import type { Case, Project, Step } from './case.js';
import { applyEdit } from './edits.js';
import type { StepResult } from './output.js';
import { projectFolder } from './projects.js';
import { readTree, type Tree } from './tree.js';

/** What a world knows of its surroundings; the names are those of case.ts. */
export interface Surroundings {
  readonly PROXY: string;
  readonly FILEPROXY: string;
  readonly SUMDB: string;
  /** The variables every step gets. */
  readonly env: Readonly<Record<string, string>>;
}

/** Makes a new world at `root`. */
export function makeWorld(root: string, project: Project): void {
  for (const folder of ['gopath', 'tmp']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  quietHome(join(root, 'home'));
  if ('module' in project) {
    cpSync(projectFolder(project.module), join(root, 'project'), { recursive: true });
  } else {
    mkdirSync(join(root, 'project'), { recursive: true });
    for (const [name, text] of Object.entries(project.files))
      applyEdit(root, { write: `project/${name}`, text });
  }
}

/**
 * Makes the project's files an hour old. go takes files of the last two seconds for what may still change, and says some things
 * otherwise of them: which case that is may not depend on how long a command takes.
 */
export function age(root: string): void {
  const hourAgo = Date.now() / 1000 - 3600;
  const project = join(root, 'project');
  for (const name of readdirSync(project, { recursive: true, encoding: 'utf8' })) {
    lutimesSync(join(project, name), hourAgo, hourAgo);
  }
}

/** The environment of every command: nothing of ours leaks in. */
export function worldEnvironment(root: string, around: Pick<Surroundings, 'env'>): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: join(root, 'home'),
    TMPDIR: join(root, 'tmp'),
    GOPATH: join(root, 'gopath'),
    GOTOOLCHAIN: 'local',
    LANG: 'C.UTF-8',
    ...around.env,
  };
}

/** A command that takes longer hangs; what the stock go does for both, such as compiling a project, takes longer. */
const TIMEOUT = 300_000;
export const TIMEOUT_OF_GO = 1_800_000;

/** Runs one command line and waits for its end. */
export async function runStep(
  root: string,
  command: string,
  step: Step,
  around: Surroundings,
  one: Pick<Case, 'env' | 'unprivileged'>,
): Promise<StepResult> {
  const names = { ...around, PROJECT: join(root, 'project'), GOPATH: join(root, 'gopath') };
  const more = { MODCACHE: around.env.GOMODCACHE ?? join(root, 'gopath/pkg/mod'), HOME: join(root, 'home') };
  const expand = (text: string) =>
    text.replace(/\$(PROXY|FILEPROXY|SUMDB|PROJECT|GOPATH|MODCACHE|HOME)\b/g, (_, name: string) =>
      String({ ...names, ...more }[name as 'PROXY']),
    );
  try {
    for (const edit of step.before ?? []) applyEdit(root, edit);
  } catch (error) {
    // What an earlier step should have made is not there.
    const exit = `no such starting state: ${(error as Error).message}`;
    return { command: `go ${step.run.join(' ')}`, stdout: '', stderr: '', exit };
  }
  const env = worldEnvironment(root, around);
  for (const [name, value] of Object.entries({ ...one.env, ...step.env })) env[name] = expand(value);
  const cwd = join(root, step.cwd ?? 'project');
  const args = step.run.map(expand);
  const result = { command: `go ${args.join(' ')}` };
  const user = one.unprivileged ? otherUser() : {};
  const timeout = step.by === 'go' ? TIMEOUT_OF_GO : TIMEOUT;
  // sh becomes the command.
  const line: [string, string[]] = step.shell
    ? ['sh', ['-c', `${step.shell}\nexec "$0" "$@"`, command, ...args]]
    : [command, args];
  return { ...(await execute(...line, cwd, { ...env, PWD: cwd }, user, timeout)), ...result };
}

/** Who is not root; nothing where nobody is. */
function otherUser(): { readonly uid?: number; readonly gid?: number } {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

const NOBODY = 65_534;

/** Makes a world that of the user for whom modes count. */
export function giveAway(root: string): void {
  if (otherUser().uid === undefined) return;
  for (const name of ['', ...readdirSync(root, { recursive: true, encoding: 'utf8' })])
    lchownSync(join(root, name), NOBODY, NOBODY);
}

/** Runs a command with nothing on stdin. */
export async function execute(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  user: { readonly uid?: number; readonly gid?: number } = {},
  timeout = TIMEOUT,
): Promise<StepResult> {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], ...user });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, timeout);
  const exit = await new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(late ? 'timeout' : (code ?? signal ?? 'unknown')));
  }).finally(() => clearTimeout(timer));
  return {
    command: `go ${args.join(' ')}`,
    stdout: Buffer.concat(stdout).toString('utf8'),
    stderr: Buffer.concat(stderr).toString('utf8'),
    exit,
  };
}

const OWN = /(^|\/)cache\/gomod$/;
const TILES = /^gopath\/pkg\/mod\/cache\/download\/sumdb\/.*\/tile$/;

/**
 * The world as it is, without what may differ: tiles of the checksum database, our own index, build caches. With
 * `bytes` false the contents of files are not looked at.
 */
export function worldTree(root: string, bytes = true): Tree {
  const leaveOut = (path: string) => OWN.test(path) || path === 'home/.cache' || TILES.test(path);
  return readTree(root, leaveOut, bytes);
}
