// `go env -w` and `go env -u`: what may be kept, and the user's env file.
//
// A value that would keep every later command from running is refused. The file is replaced as a whole, so
// that a reader never sees half of it; a file that we may write but whose folder we may not is written in place.
// Rules and texts: cmd/go/internal/envcmd.

import { basename, dirname, isAbsolute } from 'node:path';
import { quote } from '../core/quote.js';
import { splitQuoted } from '../core/quoted.js';
import {
  type Environment,
  EnvironmentError,
  editEnvFile,
  experimentProblem,
  portProblem,
  userConfigFolder,
} from '../engine/env/index.js';
import {
  describeError,
  errnoCode,
  hasPlaceOfItsOwn,
  mkdirAll,
  realFileSystem,
  writeFileAtomic,
} from '../engine/io/index.js';
import type { Invocation } from './command.js';
import type { flags } from './env.js';

type EnvInvocation = Invocation<typeof flags>;
type Settings = ReadonlyMap<string, string>;

const FIXED = new Set([
  'GOEXE',
  'GOGCCFLAGS',
  'GOHOSTARCH',
  'GOHOSTOS',
  'GOMOD',
  'GOWORK',
  'GOTOOLDIR',
  'GOVERSION',
  'GOTELEMETRY',
  'GOTELEMETRYDIR',
]);

function refuse(message: string): never {
  throw new EnvironmentError(message);
}

function checkCompiler(name: string, value: string): void {
  if (value === '') return;
  const words = splitQuoted(value);
  if (typeof words === 'string') refuse(`invalid ${name}: ${words}`);
  const [command] = words;
  if (command === undefined) refuse(`${name} entry cannot contain only space`);
  if (!isAbsolute(command) && command !== basename(command)) {
    refuse(`${name} entry is relative; must be absolute path: ${quote(command)}`);
  }
}

function checkValue(name: string, value: string): void {
  const relative = value !== '' && !isAbsolute(value);
  switch (name) {
    case 'GO111MODULE':
      if (!['', 'auto', 'on', 'off'].includes(value)) refuse(`invalid ${name} value ${quote(value)}`);
      return;
    case 'GOPATH':
      if (value.startsWith('~')) {
        refuse(`GOPATH entry cannot start with shell metacharacter '~': ${quote(value)}`);
      }
      if (relative) refuse(`GOPATH entry is relative; must be absolute path: ${quote(value)}`);
      return;
    case 'GOMODCACHE':
      if (relative) refuse(`GOMODCACHE entry is relative; must be absolute path: ${quote(value)}`);
      return;
    case 'CC':
    case 'CXX':
      checkCompiler(name, value);
  }
}

/** Refuses a setting that cannot be kept. */
function checkSetting(env: Environment, name: string, value: string): void {
  if (FIXED.has(name)) refuse(`${name} cannot be modified`);
  if (name === 'GOENV' || name === 'GODEBUG') refuse(`${name} can only be set using the OS environment`);
  if (!env.knows(name)) refuse(`unknown go command variable ${name}`);
  checkValue(name, value);
  if (value.includes('\0')) refuse(`invalid NUL in ${name}=... value`);
  if (/[\v\r\n]/.test(value)) refuse(`invalid newline in ${name}=... value`);
}

/** Refuses changes after which GOOS, GOARCH and GOEXPERIMENT would not fit together. */
function checkTogether(env: Environment, add: Settings, remove: ReadonlySet<string>): void {
  const after = (name: string, fallback: string): { value: string; touched: boolean } => {
    const added = add.get(name);
    if (added !== undefined) return { value: added, touched: true };
    if (remove.has(name)) return { value: env.process[name] || fallback, touched: true };
    return { value: env.get(name), touched: false };
  };
  const goos = after('GOOS', env.process.GOOS || env.host.os);
  const goarch = after('GOARCH', env.process.GOARCH || env.host.arch);
  const port = goos.touched || goarch.touched ? portProblem(goos.value, goarch.value) : undefined;
  if (port !== undefined) refuse(port);
  const experiment = after('GOEXPERIMENT', '');
  const problem = experiment.touched ? experimentProblem(goarch.value, experiment.value) : undefined;
  if (problem !== undefined) refuse(problem);
}

/** The file to change. Under GOENV=off that is the usual one, as in go. */
function envFile(env: Environment): string {
  const file = env.process.GOENV === 'off' ? env.unset('GOENV') : env.get('GOENV');
  if (file !== '') return file;
  const folder = userConfigFolder(env.host, (name) => env.process[name] ?? '');
  return refuse(`cannot find go env config: ${'missing' in folder ? folder.missing : ''}`);
}

/** The file's bytes, each as one character, so that what is no UTF-8 survives. */
function readFile(file: string, mustExist: boolean): string {
  try {
    return realFileSystem.readFileSync(file, 'latin1');
  } catch (error) {
    if (errnoCode(error) === 'ENOENT' && !mustExist) return '';
    return refuse(`reading go env config: ${describeError(error, { path: file })}`);
  }
}

/** Whether a file that we make has the same owner. */
function isOurs({ uid, gid }: { readonly uid: number; readonly gid: number }): boolean {
  return process.platform === 'win32' || (uid === process.geteuid?.() && gid === process.getegid?.());
}

/** Puts a file with `data` and the mode of the one at `target` into its place; false where it cannot be replaced. */
function replaced(target: string, data: Uint8Array): boolean {
  const fs = realFileSystem;
  const present = fs.statSync(target);
  if (!hasPlaceOfItsOwn(present) || !isOurs(present)) return false;
  const mode = present.mode & 0o7777;
  try {
    writeFileAtomic(fs, target, data, { mode, random: Math.random });
    fs.chmodSync(target, mode);
    return true;
  } catch {
    return false;
  }
}

/** Replaces the file, or writes into it where it cannot be replaced; its folder is made if need be. */
function writeFile(file: string, data: Uint8Array): void {
  const fs = realFileSystem;
  try {
    mkdirAll(fs, dirname(file));
  } catch {
    // Writing fails below, and says so in the words that belong to the file.
  }
  try {
    fs.closeSync(fs.openSync(file, 'a', 0o666));
    const target = fs.realpathSync(file);
    if (!replaced(target, data)) fs.writeFileSync(target, data);
  } catch (error) {
    refuse(`writing go env config: ${describeError(error, { path: file })}`);
  }
}

function change(env: Environment, add: Settings, remove: ReadonlySet<string>): void {
  const file = envFile(env);
  const bytes = new Map([...add].map(([name, value]) => [name, Buffer.from(value).toString('latin1')]));
  const text = editEnvFile(readFile(file, add.size === 0), bytes, remove);
  writeFile(file, Buffer.from(text, 'latin1'));
}

/** `-w`: keeps the settings NAME=VALUE. */
export function keep({ args, env, stderr }: EnvInvocation): void {
  if (args.length === 0) refuse('no KEY=VALUE arguments given');
  const add = new Map<string, string>();
  for (const arg of args) {
    const equals = arg.indexOf('=');
    if (equals < 0) refuse(`arguments must be KEY=VALUE: invalid argument: ${arg}`);
    const [name, value] = [arg.slice(0, equals), arg.slice(equals + 1)];
    checkSetting(env, name, value);
    if (add.has(name)) refuse(`multiple values for key: ${name}`);
    add.set(name, value);
    const overriding = env.process[name];
    if (overriding && overriding !== value) {
      stderr(`warning: go env -w ${name}=... does not override conflicting OS environment variable\n`);
    }
  }
  checkTogether(env, add, new Set());
  const temporary = add.get('GOTMPDIR') ?? '';
  if (temporary !== '' && !isAbsolute(temporary)) refuse('GOTMPDIR must be an absolute path');
  change(env, add, new Set());
}

/** `-u`: forgets the settings of these names. */
export function forget({ args, env }: EnvInvocation): void {
  if (args.length === 0) refuse("'go env -u' requires an argument");
  for (const name of args) checkSetting(env, name, '');
  const remove = new Set(args);
  checkTogether(env, new Map(), remove);
  change(env, new Map(), remove);
}
