// Handing a run over to a Go toolchain (engine/toolchain), with the words, environment, folder and streams that we got.
//
// Where the process lets it, the toolchain takes its place; else it runs as a child, and we end as it does.

import { constants } from 'node:os';
import { splitQuoted } from '../core/quoted.js';
import { type Environment, lookPath } from '../engine/env/index.js';
import { FatalError } from '../engine/error.js';
import type { FileSystem } from '../engine/io/index.js';
import { type Ending, findToolchain, replaceProcess, runChild } from '../engine/toolchain/index.js';
import type { HandedOver } from './handed-over.js';
import type { Program } from './main.js';

/** The commands that may call a C compiler. */
const COMPILING = new Set(['build', 'install', 'run', 'test', 'vet']);

/** What handing over needs of a run. */
export interface Host {
  readonly env: Environment;
  readonly fs: FileSystem;
}

/** Absolute path of the toolchain's command. Throws a FatalError that says how to get one. */
export function toolchainFor({ env, fs }: Host, name: string): string {
  const command = findToolchain({ env, fs, self: process.argv[1] });
  if (command !== undefined) return command;
  const goroot = env.get('GOROOT');
  const where = goroot === '' ? '' : `there is none in GOROOT, which is ${goroot}\n`;
  throw new FatalError('unsupported', `'go ${name}' needs a Go toolchain, and none was found`, {
    hint: `${where}install Go (https://go.dev/dl/), and put its bin folder on PATH or set GOROOT to where it is`,
  });
}

/**
 * Hands the run over. Answers the exit status, with 128 and more for a signal that ended the toolchain where the process cannot
 * end by it. Answers undefined when there is no toolchain and something else is to be done then.
 */
export async function handOver(program: Program, host: Host, run: HandedOver): Promise<number | undefined> {
  const { words, face, endBySignal } = program;
  let command: string;
  try {
    command = toolchainFor(host, run.name);
  } catch (error) {
    if (run.otherwise !== undefined) return undefined;
    throw error;
  }
  const lacking = face === 'gomod' && COMPILING.has(run.name) ? missingCompiler(host) : undefined;
  // Advice comes after a failure, so somebody has to stay.
  if (lacking === undefined && endBySignal !== undefined) await replaceProcess(command, words);
  const ending = await runChild(command, words);
  // What cannot be compiled ends with 1; 2 is the end of a wrong command line.
  const failed = 'status' in ending && ending.status === 1 && !ending.interrupted;
  if (lacking !== undefined && failed) program.streams.err(compilerAdvice(lacking));
  if ('signal' in ending) endBySignal?.(ending.signal);
  return statusOf(ending);
}

/** The exit status by which shells tell of an ending. */
export function statusOf(ending: Ending): number {
  return 'status' in ending ? ending.status : 128 + constants.signals[ending.signal];
}

/** The C compiler that cgo would call and that is not there; undefined when it is, and where cgo is off. */
function missingCompiler({ env, fs }: Host): string | undefined {
  if (env.get('CGO_ENABLED') !== '1') return undefined;
  const words = splitQuoted(env.get('CC'));
  const compiler = typeof words === 'string' ? undefined : words[0];
  if (compiler === undefined) return undefined;
  return lookPath(fs, env.host, env.get('PATH'), compiler) === undefined ? compiler : undefined;
}

function compilerAdvice(compiler: string): string {
  return `gomod: cgo is on, and its C compiler ${compiler} is not there: packages that use cgo do not build
gomod: install a C compiler, or set CC to one; CGO_ENABLED=0 builds without cgo
`;
}
