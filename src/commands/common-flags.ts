// The groups of flags that several commands share, as cmd/go/internal/base and .../work add them.

import { goFlagProblem } from '../core/modfile/go-version.js';
import { PathGlobError, parsePathGlob } from '../core/path-glob.js';
import { quote } from '../core/quote.js';
import { splitQuoted } from '../core/quoted.js';
import { bool, type Flag, type FlagContext, FlagValueError, int, parseBool, string } from './flags.js';

/**
 * `-C`: every command knows the flag, but main has taken it off the command line by the time flags are read,
 * so that meeting it here means that it did not come first.
 */
export const chdirFlag = {
  C: {
    ...string('change to this folder before anything else; must be the first flag', 'dir'),
    set: (): string => {
      throw new FlagValueError('-C flag must be first flag on command line');
    },
  } satisfies Flag<string>,
};

/** What every command that reads modules accepts (Go's AddModCommonFlags). */
export const modCommonFlags = {
  modcacherw: bool('leave new folders of the module cache writable'),
  modfile: string('read, and write, this file instead of go.mod; its go.sum stands beside it', 'file'),
  overlay: string('a JSON file that replaces the contents of files on disk', 'file'),
};

/** `-n` and `-x` (Go's AddBuildFlagsNX). */
export const traceFlags = {
  n: bool('print the commands but do not run them'),
  x: bool('print the commands and requests'),
};

/** The same where there is nothing to print: only looked at for GOFLAGS' sake. */
export const idleTraceFlags = {
  n: bool('accepted and without effect: there are no commands to print'),
  x: bool('accepted and without effect: there are no commands to print'),
};

/** A Go version no newer than ours (Go's goVersionFlag): which rules are meant. */
export function goVersion(help: string): Flag<string> {
  const set = (text: string, _previous: string, { release }: FlagContext): string => {
    const problem = text === '' ? undefined : goFlagProblem(text, release);
    if (problem !== undefined) throw new FlagValueError(problem);
    return text;
  };
  return { ...string(help, 'version'), set };
}

/** `-offline`, which Go has not. */
export const offlineFlag = {
  offline: bool('use no network; the newest version in the module cache answers queries', { own: true }),
};

/** A glob over the paths within a module. */
export interface NamedGlob {
  readonly text: string;
  readonly matches: (path: string) => boolean;
}

function readGlob(text: string): NamedGlob {
  try {
    return { text, matches: parsePathGlob(text) };
  } catch (error) {
    if (!(error instanceof PathGlobError)) throw error;
    throw new FlagValueError(text === '' ? error.message : `${text}: ${error.message}`);
  }
}

function globs(help: string): Flag<readonly NamedGlob[]> {
  const set = (text: string, previous: readonly NamedGlob[]) => [
    ...previous,
    ...text.split(',').map(readGlob),
  ];
  return { help, argument: 'globs', boolean: false, initial: [], own: true, set };
}

/** What vendoring can do that Go's cannot. */
export const vendorFlags = {
  check: bool('write nothing, but print which files differ; exit with 1 if any does', { own: true }),
  with: globs('also copy the files of vendored modules that these match, separated by commas'),
};

/** `-mod` (Go's AddModFlag). */
export const modFlag = {
  mod: string('module download mode: readonly, vendor or mod', 'mode'),
};

function buildvcs(): Flag<string> {
  const set = (text: string): string => {
    if (text === '' || text === 'auto') return 'auto';
    const value = parseBool(text);
    if (value === undefined) throw new FlagValueError("value is neither 'auto' nor a valid bool");
    return String(value);
  };
  return {
    ...string('whether to stamp version control data', 'mode', { initial: 'auto' }),
    boolean: true,
    set,
  };
}

function compiler(): Flag<string> {
  const set = (text: string): string => {
    if (text !== 'gc' && text !== 'gccgo') throw new FlagValueError(`unknown compiler ${quote(text)}`);
    return text;
  };
  return { ...string('compiler to use: gc or gccgo', 'name', { initial: 'gc' }), set };
}

function wordsOf(text: string): readonly string[] {
  const words = splitQuoted(text);
  if (typeof words === 'string') throw new FlagValueError(words);
  return words;
}

/** A list of words, quotes allowed. */
function quotedWords(help: string, argument: string): Flag<readonly string[]> {
  return { help, argument, boolean: false, initial: [], set: wordsOf };
}

/** `-gcflags` and its kin: `[pattern=]words`. Only checked: nothing here compiles. */
function packageFlags(help: string): Flag<string> {
  const set = (given: string): string => {
    let text = given.trim();
    if (text !== '' && !text.startsWith('-')) {
      const equals = text.indexOf('=');
      if (equals < 0) throw new FlagValueError('missing =<value> in <pattern>=<value>');
      if (equals === 0) throw new FlagValueError('missing <pattern> in <pattern>=<value>');
      const first = text.charAt(0);
      if (first === "'" || first === '"') {
        throw new FlagValueError(`parameter may not start with quote character ${first}`);
      }
      text = text.slice(equals + 1);
    }
    wordsOf(text);
    return given;
  };
  return { ...string(help, 'words'), set };
}

function tags(): Flag<readonly string[]> {
  const set = (text: string): readonly string[] =>
    text.includes(' ') || text.includes("'") ? wordsOf(text) : text.split(',').filter((tag) => tag !== '');
  return { ...quotedWords('build tags, separated by commas', 'tags'), set };
}

/** `-tags`, for commands that look at packages and take no other build flag. */
export const tagsFlag = { tags: tags() };

/** The flags of Go's build commands, without `-json` (Go's AddBuildFlags). */
export const buildFlags = {
  ...traceFlags,
  ...chdirFlag,
  a: bool('rebuild what is up to date'),
  p: int('how many programs to run at once', 'n'),
  v: bool('print the names of packages as they are built'),
  asan: bool('interoperate with the address sanitizer'),
  asmflags: packageFlags('flags for the assembler'),
  compiler: compiler(),
  buildmode: string('what to build', 'mode', { initial: 'default' }),
  buildvcs: buildvcs(),
  gcflags: packageFlags('flags for the compiler'),
  gccgoflags: packageFlags('flags for gccgo'),
  ...modFlag,
  ...modCommonFlags,
  installsuffix: string('suffix of the folder of installed packages', 'suffix'),
  ldflags: packageFlags('flags for the linker'),
  linkshared: bool('link against shared libraries'),
  msan: bool('interoperate with the memory sanitizer'),
  pgo: string('profile for profile-guided optimization', 'file', { initial: 'auto' }),
  pkgdir: string('folder of compiled packages', 'dir'),
  race: bool('enable the race detector'),
  ...tagsFlag,
  toolexec: quotedWords('program that runs the tools', 'words'),
  trimpath: bool('remove file-system paths from the result'),
  work: bool('print and keep the temporary folder'),
  'debug-actiongraph': string('undocumented in Go', 'file', { hidden: true }),
  'debug-runtime-trace': string('undocumented in Go', 'file', { hidden: true }),
  'debug-trace': string('undocumented in Go', 'file', { hidden: true }),
};

function coverMode(): Flag<string> {
  const set = (text: string): string => {
    if (!['', 'set', 'count', 'atomic'].includes(text)) {
      throw new FlagValueError('valid modes are "set", "count", or "atomic"');
    }
    return text;
  };
  return { ...string('kind of coverage: set, count or atomic', 'mode'), set };
}

/** The coverage flags (Go's AddCoverFlags). */
export const coverFlags = {
  cover: bool('enable coverage'),
  covermode: coverMode(),
  coverpkg: string('packages to cover', 'patterns'),
};
