// Build flags that contradict each other or the settings: refused by every command that takes them, also where it
// builds nothing.
//
// What only a C compiler could say (does it know the address sanitizer) is not asked. Order and texts:
// cmd/go/internal/work (BuildInit, instrumentInit, buildModeInit).

import { splitQuoted } from '../core/quoted.js';
import type { LinkFlags } from '../engine/build/index.js';
import { canRacePie, compilerProblem, hasBuildMode, inGoflags, isCapable } from '../engine/env/index.js';
import { FatalError } from '../engine/error.js';
import type { Loader } from '../engine/load/index.js';
import { modFlagProblem } from '../engine/session.js';
import type { Invocation } from './command.js';
import type { buildFlags, coverFlags } from './common-flags.js';

type Builder = Invocation<typeof buildFlags & typeof coverFlags>;

const BUILD_MODES = ['archive', 'c-archive', 'c-shared', 'default', 'exe', 'pie', 'shared', 'plugin'];

/** The flags that choose one. */
const SANITIZERS = ['race', 'msan', 'asan'] as const;

/** Build modes whose result is loaded by a program, or linked into one. */
const LIBRARIES = ['c-archive', 'c-shared', 'shared', 'plugin'];

/** Where archives for C hold code that may be part of a shared library; Apple's systems apart. */
const SHARED_ARCHIVES = ['dragonfly', 'freebsd', 'illumos', 'linux', 'netbsd', 'openbsd', 'solaris'];

/** A refusal in Go's words, printed without "go: ". */
export function plain(text: string): FatalError {
  return new FatalError('bad-argument', text, { bare: true });
}

/**
 * Throws a FatalError for flags that cannot be. Some refusals end with status 2: they are printed here, and the status
 * is the answer; 0 where all is well.
 */
export function checkBuildFlags(invocation: Builder, loader: Loader): number {
  const problem = instrumentationProblem(invocation);
  if (problem !== undefined) {
    invocation.stderr(`${problem}\n`);
    return 2;
  }
  const { flags } = invocation;
  checkBuildMode(invocation);
  checkModuleFlags(invocation, loader);
  checkOverlay(invocation, loader);
  if (invocation.given.has('p') && flags.p <= 0)
    throw new FatalError('bad-argument', `-p must be a positive integer: ${flags.p}`);
  const compiler = compilerProblem(invocation.env);
  if (compiler !== undefined) throw new FatalError('bad-environment', compiler);
  if (flags.race && flags.covermode !== '' && flags.covermode !== 'atomic') {
    throw plain(`-covermode must be "atomic", not "${flags.covermode}", when -race is enabled`);
  }
  return 0;
}

/** The sanitizers that were chosen: one at most is right. Each is a build tag. */
export function sanitizersOf({ flags }: Builder): readonly (typeof SANITIZERS)[number][] {
  return SANITIZERS.filter((name) => flags[name]);
}

/** What is wrong with the choice of sanitizers. */
function instrumentationProblem(invocation: Builder): string | undefined {
  const { env } = invocation;
  const chosen = sanitizersOf(invocation);
  if (chosen.length > 1) return `go: may not use -${chosen[0]} and -${chosen[1]} simultaneously`;
  const [mode] = chosen;
  if (mode === undefined) return undefined;
  const [goos, goarch] = [env.get('GOOS'), env.get('GOARCH')];
  if (!isCapable(goos, goarch, mode)) return `-${mode} is not supported on ${goos}/${goarch}`;
  if (env.get('CGO_ENABLED') !== '0' || (goos === 'darwin' && mode === 'race')) return undefined;
  const native = goos === env.get('GOHOSTOS') && goarch === env.get('GOHOSTARCH');
  return `go: -${mode} requires cgo${native ? '; enable cgo by setting CGO_ENABLED=1' : ''}`;
}

/** The build mode that the flags mean: the memory sanitizer brings its own, nearly everywhere. */
function buildModeOf({ flags, env }: Builder): string {
  if (!flags.msan || flags.buildmode !== 'default') return flags.buildmode;
  return env.get('GOOS') === 'linux' && env.get('GOARCH') === 'amd64' ? 'default' : 'pie';
}

function checkBuildMode(invocation: Builder): void {
  const { env, flags } = invocation;
  const mode = buildModeOf(invocation);
  if (!BUILD_MODES.includes(mode)) throw plain(`buildmode=${mode} not supported`);
  const [goos, goarch] = [env.get('GOOS'), env.get('GOARCH')];
  const port = `${goos}/${goarch}`;
  if (mode === 'pie' && flags.race && !canRacePie(goos)) {
    throw plain(`-buildmode=pie not supported when -race is enabled on ${port}`);
  }
  if (mode !== 'default' && !hasBuildMode(goos, goarch, mode, flags.compiler)) {
    throw plain(`-buildmode=${mode} not supported on ${port}`);
  }
  if (flags.linkshared && !hasBuildMode(goos, goarch, 'shared', flags.compiler)) {
    throw plain(`-linkshared not supported on ${port}`);
  }
}

/** What linking depends on. */
export function linkFlags(invocation: Builder): LinkFlags {
  const { flags } = invocation;
  const { asan, cover, linkshared, msan, race } = flags;
  // What is meant for packages that a pattern names is not for programs in general.
  const words = flags.ldflags.startsWith('-') ? splitQuoted(flags.ldflags) : [];
  const ldflags = typeof words === 'string' ? [] : words;
  return { mode: buildModeOf(invocation), linkshared, ldflags, race, msan, asan, cover };
}

/** The compiler flag that goes with the build mode and becomes a part of the install suffix; '' for none. */
function codegenFlag(invocation: Builder): string {
  const { env, flags } = invocation;
  const mode = buildModeOf(invocation);
  const goos = env.get('GOOS');
  if (flags.compiler === 'gccgo') {
    if (flags.linkshared || LIBRARIES.includes(mode)) return 'fPIC';
    return mode === 'pie' ? 'fPIE' : '';
  }
  if (flags.linkshared || mode === 'shared' || mode === 'plugin') return 'dynlink';
  if (mode === 'pie') return goos === 'aix' || goos === 'windows' ? '' : 'shared';
  if (mode === 'c-shared') return ['linux', 'android', 'freebsd'].includes(goos) ? 'shared' : '';
  if (mode !== 'c-archive') return '';
  if (goos === 'darwin' || goos === 'ios') return env.get('GOARCH') === 'arm64' ? 'shared' : '';
  return SHARED_ARCHIVES.includes(goos) ? 'shared' : '';
}

/** What distinguishes the folders of packages that were built with these flags (go/build, Context.InstallSuffix). */
export function installSuffix(invocation: Builder): string {
  const { flags } = invocation;
  return [flags.installsuffix, ...sanitizersOf(invocation), codegenFlag(invocation)]
    .filter((part) => part !== '')
    .join('_');
}

function checkModuleFlags({ flags, goflags }: Builder, loader: Loader): void {
  const outside = (what: string) => plain(`build flag ${what} only valid when using modules`);
  const problem = modFlagProblem(flags.mod);
  if (problem !== undefined) throw plain(problem);
  if (loader.location.enabled) return;
  if (flags.mod !== '' && !inGoflags(goflags, 'mod')) throw outside(`-mod=${flags.mod}`);
  if (flags.modcacherw && !inGoflags(goflags, 'modcacherw')) throw outside('-modcacherw');
  // Go looks for the other flag here.
  if (flags.modfile !== '' && !inGoflags(goflags, 'mod')) throw outside('-modfile');
}

function checkOverlay({ env }: Builder, loader: Loader): void {
  const cache = env.get('GOMODCACHE');
  const from = cache === '' ? undefined : loader.overlay.touches(cache);
  if (from === undefined) return;
  const text = `overlay contains a replacement for ${from}. Files beneath GOMODCACHE (${cache}) must not be replaced.`;
  throw new FatalError('bad-argument', text);
}
