// Build flags that contradict each other or the settings: refused by every command that takes them, also where it
// builds nothing.
//
// What only a compiler could say (is the race detector there for this platform, does the C compiler know the address
// sanitizer) is not asked. Order and texts: cmd/go/internal/work (BuildInit, instrumentInit, buildModeInit).

import { splitQuoted } from '../core/quoted.js';
import { FatalError } from '../engine/error.js';
import type { Loader } from '../engine/load/index.js';
import type { Invocation } from './command.js';
import type { buildFlags, coverFlags } from './common-flags.js';

type Builder = Invocation<typeof buildFlags & typeof coverFlags>;

const BUILD_MODES = ['archive', 'c-archive', 'c-shared', 'default', 'exe', 'pie', 'shared', 'plugin'];

/** A refusal in Go's words, printed without "go: ". */
function plain(text: string): FatalError {
  return new FatalError('bad-argument', text, { bare: true });
}

/**
 * Throws a FatalError for flags that cannot be. Some refusals end with status 2: they are printed here, and the status
 * is the answer; 0 where all is well.
 */
export function checkBuildFlags(invocation: Builder, loader: Loader): number {
  const problem = instrumentationProblem(invocation);
  if (problem !== undefined) {
    invocation.stderr(`go: ${problem}\n`);
    return 2;
  }
  const { flags } = invocation;
  if (!BUILD_MODES.includes(flags.buildmode)) throw plain(`buildmode=${flags.buildmode} not supported`);
  checkModuleFlags(invocation, loader);
  checkOverlay(invocation, loader);
  if (invocation.given.has('p') && flags.p <= 0)
    throw new FatalError('bad-argument', `-p must be a positive integer: ${flags.p}`);
  checkCompilers(invocation);
  if (flags.race && flags.covermode !== '' && flags.covermode !== 'atomic') {
    throw plain(`-covermode must be "atomic", not "${flags.covermode}", when -race is enabled`);
  }
  return 0;
}

/** What is wrong with the choice of sanitizers. */
function instrumentationProblem({ flags, env }: Builder): string | undefined {
  const chosen = (['race', 'msan', 'asan'] as const).filter((name) => flags[name]);
  if (chosen.length > 1) return `may not use -${chosen[0]} and -${chosen[1]} simultaneously`;
  const [mode] = chosen;
  if (mode === undefined || env.get('CGO_ENABLED') !== '0') return undefined;
  if (env.get('GOOS') === 'darwin' && mode === 'race') return undefined;
  const native = env.get('GOOS') === env.get('GOHOSTOS') && env.get('GOARCH') === env.get('GOHOSTARCH');
  return `-${mode} requires cgo${native ? '; enable cgo by setting CGO_ENABLED=1' : ''}`;
}

function checkModuleFlags({ flags, goflags }: Builder, loader: Loader): void {
  const inGoflags = (name: string) =>
    goflags.some((word) => word.split('=', 1)[0]?.replace(/^--?/, '') === name);
  const { enabled } = loader.location;
  const outside = (what: string) => plain(`build flag ${what} only valid when using modules`);
  if (!['', 'readonly', 'vendor', 'mod'].includes(flags.mod)) {
    throw plain(`-mod=${flags.mod} not supported (can be '', 'mod', 'readonly', or 'vendor')`);
  }
  if (enabled) return;
  if (flags.mod !== '' && !inGoflags('mod')) throw outside(`-mod=${flags.mod}`);
  if (flags.modcacherw && !inGoflags('modcacherw')) throw outside('-modcacherw');
  // Go looks for the other flag here.
  if (flags.modfile !== '' && !inGoflags('mod')) throw outside('-modfile');
}

function checkOverlay({ env }: Builder, loader: Loader): void {
  const cache = env.get('GOMODCACHE');
  const from = cache === '' ? undefined : loader.overlay.touches(cache);
  if (from === undefined) return;
  const text = `overlay contains a replacement for ${from}. Files beneath GOMODCACHE (${cache}) must not be replaced.`;
  throw new FatalError('bad-argument', text);
}

/** The C compilers must not be named relative to the folder that we are in. */
function checkCompilers({ env }: Builder): void {
  for (const name of ['CC', 'CXX', 'FC']) {
    const words = splitQuoted(env.get(name));
    if (typeof words === 'string') {
      const text = `${name} environment variable could not be parsed: ${words}`;
      throw new FatalError('bad-environment', text);
    }
    const [path] = words;
    if (path === undefined || path.startsWith('/') || !path.includes('/')) continue;
    const text = `${name} environment variable is relative; must be absolute path: ${path}`;
    throw new FatalError('bad-environment', text);
  }
}
