// One run of the program: from the words of the command line to an exit status.
//
// The order is Go's (cmd/go/main.go): `-C` before anything else, then the flags before the command, help,
// GOROOT and GOPATH, the command's name, settings that no command accepts, GOFLAGS, the command's own flags, and
// only then the work. Exit statuses: 0 done, 1 failed, 2 the command line or the settings make no sense.
// Nothing here touches the process but through `Program`.

import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { quote } from '../core/quote.js';
import type { SessionOptions } from '../engine/create-session.js';
import {
  buildConfigProblem,
  createEnvironment,
  type Environment,
  isFileOn,
  isGoFlag,
  modulesInUse,
  parseGoflags,
  toolchainProblem,
  workspaceProblem,
} from '../engine/env/index.js';
import { errnoText } from '../engine/io/errno.js';
import { type FileSystem, lookAt, realFileSystem } from '../engine/io/filesystem.js';
import type { Observer } from '../engine/recall/index.js';
import type { ModuleFlags } from '../engine/session.js';
import { type Command, type Face, type Invocation, usageLine } from './command.js';
import { type FlagTable, type ParsedFlags, parseFlags, UsageError } from './flags.js';
import { handedOverBy } from './handed-over.js';
import { findCommand, type Lookup, lookup } from './lookup.js';
import { ownVersion } from './own-version.js';
import { terminalProgress } from './progress.js';
import { Recollection } from './recollection.js';
import { createReporter, type Reporter } from './report.js';
import { outputLost, type Streams } from './streams.js';

/** What a run needs from the process, or from whoever pretends to be one. */
export interface Program {
  /** The words after the program's name. */
  readonly words: readonly string[];
  readonly face: Face;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder we are in, as the shell names it; '' where that cannot be found out. */
  readonly cwd: string;
  /** Why it cannot be found out, in Go's words. */
  readonly cwdProblem?: string;
  /** Changes the folder of the process; answers its name. Throws the node:fs error. */
  readonly chdir: (folder: string) => string;
  readonly streams: Streams;
  /** Answers what aborts the run. A run that never asks is ended by whatever ends a process. */
  readonly signal: () => AbortSignal;
  /** Called when a session is opened by a command that may take a while. */
  readonly workBegins?: () => void;
  /** The Go release to claim, where that is not what was found. */
  readonly version?: string;
  /** The file that was started under the name `go`. */
  readonly self?: string;
  /** Parts of the session that are not this machine's. */
  readonly session?: Pick<SessionOptions, 'asideFs' | 'clock' | 'fs' | 'locker' | 'random' | 'transport'>;
  /** What tells this build of the program from others; runs are remembered only where it is known. */
  readonly build?: string;
  /** What sees everything that the run looks at. */
  readonly observer?: Observer;
  /**
   * Ends the process by a signal, or comes back where that cannot be done. Given where the process is the run's own: then a
   * toolchain may take its place, too.
   */
  readonly endBySignal?: (signal: NodeJS.Signals) => void;
}

/** Go's commands that are not there yet. */
const MISSING = ['work'];

/** Ends the run with a status after everything was said. */
class Exit extends Error {
  constructor(readonly status: number) {
    super(`exit status ${status}`);
  }
}

/** The state of a run between two steps. */
interface Run {
  readonly program: Program;
  readonly words: readonly string[];
  readonly cwd: string;
  readonly env: Environment;
  readonly reporter: Reporter;
  readonly recollection: Recollection | undefined;
}

/** The file system of the run: what is looked at in another way, no observer sees. */
function filesOf({ session }: Program): FileSystem {
  return session?.fs ?? realFileSystem;
}

function stop(program: Program, text: string, status: number): never {
  program.streams.err(text);
  throw new Exit(status);
}

/** Takes `-C dir` off the command line, where it is the first flag, and goes there. */
function changeFolder(program: Program): { words: readonly string[]; cwd: string } {
  const { words, face } = program;
  const { used } = lookup(words, face);
  const flag = words[used] ?? '';
  const joined = /^--?C=(.*)$/s.exec(flag);
  const apart = (flag === '-C' || flag === '--C') && words.length > used + 1;
  if (joined === null && !apart) return { words, cwd: program.cwd };
  const folder = joined === null ? (words[used + 1] ?? '') : (joined[1] ?? '');
  const rest = words.toSpliced(used, joined === null ? 2 : 1);
  try {
    return { words: rest, cwd: program.chdir(folder) };
  } catch (error) {
    const reason = errnoText((error as NodeJS.ErrnoException).code ?? '') ?? String(error);
    return stop(program, `go: chdir ${folder}: ${reason}\n`, 1);
  }
}

/** Reads what stands before the command's name. Go has no flag there; we have `--version`. */
async function globalFlags(program: Program, words: readonly string[]): Promise<readonly string[]> {
  const { face, streams } = program;
  const help = await import('./help-run.js');
  const [first = ''] = words;
  if (face === 'gomod' && ['-version', '--version', '-V'].includes(first)) {
    streams.out(`gomod ${ownVersion}\n`);
    throw new Exit(0);
  }
  if (face === 'gomod' && ['-h', '-help', '--help'].includes(first)) {
    streams.out(help.overview(face));
    throw new Exit(0);
  }
  try {
    const { args } = parseFlags({}, words);
    if (args.length > 0) return args;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    if (error.message !== '') streams.err(`${error.message}\n`);
  }
  return stop(program, help.overview(face), 2);
}

async function showHelp(program: Program, topic: readonly string[]): Promise<never> {
  const { helpPage } = await import('./help-run.js');
  const page = helpPage(topic, program.face);
  // Go collects lists of commands, and prints other pages as they come.
  const loss = page.isList ? undefined : { said: 'writing output: ', held: 0 };
  if (page.found) program.streams.out(page.text, loss);
  else program.streams.err(page.text);
  throw new Exit(page.found ? 0 : 2);
}

function checkGoroot(program: Program, env: Environment): void {
  const goroot = env.get('GOROOT');
  if (goroot === '') return;
  try {
    if (filesOf(program).statSync(goroot).isDirectory()) return;
  } catch {
    // Not there: the same complaint.
  }
  stop(program, `go: cannot find GOROOT directory: ${goroot}\n`, 2);
}

function checkGopath(program: Program, env: Environment): void {
  const gopath = env.get('GOPATH');
  const goroot = env.get('GOROOT');
  if (goroot !== '' && gopath !== '' && resolve(gopath) === resolve(goroot)) {
    program.streams.err(
      `warning: both GOPATH and GOROOT are the same directory (${gopath}); see https://go.dev/wiki/InstallTroubleshooting\n`,
    );
    return;
  }
  for (const entry of gopath.split(delimiter)) {
    if (entry.startsWith('~')) {
      const text = `go: GOPATH entry cannot start with shell metacharacter '~': ${quote(entry)}\n`;
      stop(program, text, 2);
    }
    if (entry !== '' && !isAbsolute(entry)) {
      const text = `go: GOPATH entry is relative; must be absolute path: ${quote(entry)}.\nFor more details see: 'go help gopath'\n`;
      stop(program, text, 2);
    }
  }
}

function checkBuildConfig(program: Program, env: Environment): void {
  const problem = buildConfigProblem(env);
  if (problem !== undefined) stop(program, `go: ${problem.message}\n`, problem.status);
}

/** `go env` of a setting by itself shows it whatever it says, and `go env -w` mends it. */
function mendsToolchain(words: readonly string[]): boolean {
  const text = words.join(' ');
  return (
    (words.length === 2 && ['env GOTOOLCHAIN', 'env GOMOD', 'env GOWORK'].includes(text)) ||
    (words.length === 3 && text.startsWith('env -w GOTOOLCHAIN='))
  );
}

function checkModuleSettings({ program, words, cwd, env }: Run, isCommand: boolean): void {
  if (!modulesInUse(env, isFileOn(filesOf(program)), cwd)) return;
  const toolchain = mendsToolchain(words) ? undefined : toolchainProblem(env.get('GOTOOLCHAIN'));
  const problem = toolchain ?? (isCommand ? workspaceProblem(env) : undefined);
  if (problem !== undefined) stop(program, `go: ${problem}\n`, 1);
}

/** `go mod`, `go mod help x`, `go mod bogus`, `go bogus`: everything that names no command. */
async function withoutCommand(run: Run, found: Exclude<Lookup, { kind: 'command' }>): Promise<never> {
  const { program, words } = run;
  const { face } = program;
  if (found.kind === 'group' && words.length === found.used) {
    const { groupPage } = await import('./help-run.js');
    return stop(program, groupPage(found.group, face), 2);
  }
  if (found.kind === 'group' && words[found.used] === 'help') {
    return showHelp(program, [found.group.name, ...words.slice(found.used + 1)]);
  }
  const name = found.kind === 'group' ? found.group.name : (words[0] ?? '');
  const topic = found.kind === 'group' ? ` ${found.group.name}` : '';
  const text = `${face} ${name}: unknown command\nRun '${face} help${topic}' for usage.\n`;
  const missing = face === 'gomod' && MISSING.includes(words[0] ?? '');
  const hint = missing ? `gomod: 'go ${words[0]}' is not part of this release of gomod\n` : '';
  return stop(program, text + hint, 2);
}

/** The flags of `command`; what cannot be understood is printed with the usage and ends the run. */
function readFlags(
  { program, env }: Run,
  command: Command,
  words: readonly string[],
  goflags: readonly string[],
): ParsedFlags<FlagTable> {
  try {
    return parseFlags(command.flags, words, goflags, program.face, env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return printUsage(program, command, error);
  }
}

function printUsage(program: Program, command: Command, error: UsageError): never {
  const { face } = program;
  const name = face === 'gomod' ? command.name.replace(/^mod /, '') : command.name;
  const message = error.message === '' ? '' : `${error.message}\n`;
  const usage = `usage: ${usageLine(command, face)}\nRun '${face} help ${name}' for details.\n`;
  return stop(program, message + usage, 2);
}

/** The flags that a session looks at, among those that were read. */
function moduleFlags(values: Readonly<Record<string, unknown>>): Partial<ModuleFlags> {
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
  return {
    mod: text('mod') as ModuleFlags['mod'],
    modfile: text('modfile'),
    modcacherw: values.modcacherw === true,
    overlay: text('overlay'),
    trace: values.x === true,
    offline: values.offline === true,
  };
}

function invocationOf(
  run: Run,
  command: Command,
  parsed: ParsedFlags<FlagTable>,
  goflags: readonly string[],
) {
  const { program, cwd, env, reporter } = run;
  const { streams, face } = program;
  const invocation: Invocation = {
    name: command.name,
    face,
    flags: parsed.values,
    given: parsed.given,
    sequence: parsed.sequence,
    args: parsed.args,
    goflags,
    cwd,
    env,
    fs: filesOf(program),
    get signal() {
      return program.signal();
    },
    events: reporter.sink,
    failed: () => reporter.status() !== 0,
    conclude: reporter.conclude,
    stdout: streams.out,
    stderr: streams.err,
    openSession: async (flags) => {
      const { createSession } = await import('../engine/create-session.js');
      if (!command.quick) program.workBegins?.();
      const merged = { ...moduleFlags(parsed.values), ...flags };
      const advice = face === 'gomod';
      const session = createSession({
        ...program.session,
        cwd,
        env,
        events: reporter.sink,
        signal: program.signal(),
        flags: merged,
        advice,
      });
      return program.observer?.watch(session) ?? session;
    },
  };
  return invocation;
}

async function runCommand(run: Run, command: Command, used: number): Promise<number> {
  const { program, env, words, reporter, recollection } = run;
  if (run.cwd === '') {
    stop(program, `cannot determine current directory: ${program.cwdProblem}\n`, 1);
  }
  // `go env` finds out what is wrong with the settings, so it must not fail on them too early.
  const diagnosing = command.name === 'env';
  if (!diagnosing) checkBuildConfig(program, env);
  const goflags = parseGoflags(env.get('GOFLAGS'), isGoFlag, diagnosing);
  const parsed = readFlags(run, command, words.slice(used), goflags);
  const modCache = env.get('GOMODCACHE');
  if (command.remembered?.(parsed.values) && isAbsolute(modCache)) {
    if (recollection?.answer(words, run.cwd, modCache)) return 0;
  }
  try {
    return await command.run(invocationOf(run, command, parsed, goflags));
  } catch (error) {
    if (error instanceof UsageError) printUsage(program, command, error);
    if (program.signal().aborted) return 1;
    return reporter.fail(error);
  }
}

async function dispatch(
  program: Program,
  env: Environment,
  reporter: Reporter,
  recollection: Recollection | undefined,
): Promise<number> {
  const handedOver = handedOverBy(program.words, () => parseGoflags(env.get('GOFLAGS'), isGoFlag, true));
  if (handedOver !== undefined) {
    const { handOver } = await import('./hand-over.js');
    const status = await handOver(program, { env, fs: filesOf(program) }, handedOver);
    if (status !== undefined) return status;
    const command = findCommand(handedOver.name, program.face);
    if (command !== undefined && handedOver.otherwise === 'usage')
      return printUsage(program, command, new UsageError(''));
  }
  const { words: given, cwd } = changeFolder(program);
  const [first] = given;
  const plain = first !== undefined && !first.startsWith('-');
  const words = plain ? given : await globalFlags(program, given);
  if (words[0] === 'help') return showHelp(program, words.slice(1));
  checkGoroot(program, env);
  checkGopath(program, env);
  const run: Run = { program, words, cwd, env, reporter, recollection };
  const found = lookup(words, program.face);
  checkModuleSettings(run, found.kind === 'command');
  return found.kind === 'command' ? runCommand(run, found.command, found.used) : withoutCommand(run, found);
}

function environmentOf(program: Program): Environment {
  const { environment, version, self } = program;
  return createEnvironment({
    process: environment,
    fs: filesOf(program),
    ...(version === undefined ? {} : { version }),
    ...(self === undefined ? {} : { self }),
  });
}

/** What remembers the run, where it is worth it and there is a module cache to remember it in. */
function recollectionOf(program: Program, env: Environment): Recollection | undefined {
  const { build, environment, words, face } = program;
  const found = lookup(words, face);
  if (found.kind !== 'command' || found.command.remembered === undefined) return undefined;
  if (build === undefined || environment.GOMOD_RECALL === 'off') return undefined;
  const fs = filesOf(program);
  // What a pipe has to say it says once, and these settings have been asked for.
  if (lookAt(fs, env.get('GOENV'))?.isFile() === false) return undefined;
  const modCache = env.get('GOMODCACHE');
  if (!isAbsolute(modCache) || !fs.existsSync(join(modCache, 'cache'))) return undefined;
  return new Recollection(program, build);
}

/** Runs the program. Answers the exit status; never rejects. */
export async function runProgram(given: Program): Promise<number> {
  const unseen = environmentOf(given);
  const recollection = recollectionOf(given, unseen);
  const program = recollection?.program ?? given;
  const env = recollection === undefined ? unseen : environmentOf(program);
  const { streams, face, environment } = program;
  const progress = terminalProgress(face, environment, (text) => {
    // Progress tells the time.
    recollection?.spoil();
    streams.err(text);
  });
  const reporter = createReporter({ face, err: streams.err, progress });
  let status: number;
  try {
    status = await dispatch(program, env, reporter, recollection);
  } catch (error) {
    status = error instanceof Exit ? error.status : reporter.fail(error);
  }
  progress.finish();
  const worst = Math.max(status, reporter.status(), streams.flush(outputLost(face, streams)));
  reporter.end();
  recollection?.ended(worst);
  return worst;
}
