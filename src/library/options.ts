// What a session is asked for, checked where the go command checks its command line: a session has flags, GOFLAGS, a folder.

import { goFlagProblem } from '../core/modfile/index.js';
import { quote } from '../core/quote.js';
import { type Environment, isGoFlag, parseGoflags, splitFlag } from '../engine/env/index.js';
import { EngineError } from '../engine/error.js';
import { describeError, type FileSystem } from '../engine/io/index.js';
import { type ModuleFlags, modFlagProblem, type Session } from '../engine/session.js';
import { refuse } from './arguments.js';

/** The flags of a session that GOFLAGS gives. Throws an EnvironmentError for one that makes no sense. */
function environmentFlags(env: Environment): Partial<ModuleFlags> {
  const flags: { -readonly [K in keyof ModuleFlags]?: ModuleFlags[K] } = {};
  for (const word of parseGoflags(env.get('GOFLAGS'), isGoFlag)) {
    const { name, text = '' } = splitFlag(word);
    if (name === 'mod') flags.mod = text as ModuleFlags['mod'];
    else if (name === 'modfile' || name === 'overlay') flags[name] = text;
    else if (name === 'modcacherw') flags.modcacherw = !/^(?:0|f|false)$/i.test(text);
  }
  return flags;
}

/** The flags of a call: those of GOFLAGS, then those of the session. Throws in the go command's words. */
export function flagsOf({ env, flags }: Session, given: Partial<ModuleFlags>): ModuleFlags {
  const merged = { ...flags, ...environmentFlags(env), ...given };
  const problem = modFlagProblem(merged.mod);
  if (problem !== undefined) throw refuse(problem);
  return merged;
}

/** Throws where `dir` is no folder that one can be in, as `go -C dir` does. */
export function checkFolder(fs: FileSystem, dir: string): void {
  try {
    if (fs.statSync(dir).isDirectory()) return;
  } catch (error) {
    throw new EngineError('io', describeError(error, { op: 'chdir', path: dir }), { cause: error });
  }
  throw new EngineError('io', `chdir ${dir}: not a directory`);
}

/** Throws where `go` is no Go version, or a newer one than ours. */
export function checkGoVersion(go: string, release: string): void {
  const problem = go === '' ? undefined : goFlagProblem(go, release);
  if (problem !== undefined) throw refuse(`invalid value ${quote(go)} for flag -go: ${problem}`);
}
