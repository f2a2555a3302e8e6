// The work of `go clean`, as far as it concerns modules. Order of checks and texts: cmd/go/internal/clean.

import { GomodError } from '../core/error.js';
import { removeModuleCache } from '../engine/cache/index.js';
import { findWorkspaceFile, isFileOn } from '../engine/env/index.js';
import { realFileSystem } from '../engine/io/index.js';
import type { flags as cleanFlags } from './clean.js';
import type { Invocation } from './command.js';

type CleanInvocation = Invocation<typeof cleanFlags>;

/** The caches, in the order in which Go complains about them. */
const CACHES = ['cache', 'testcache', 'fuzzcache', 'modcache'] as const;

/** Removes the module cache, or says why not. Nothing is removed when a part of what is asked for is not ours to do. */
export async function run(invocation: CleanInvocation): Promise<number> {
  const { args, env, flags, cwd, signal, stdout } = invocation;
  // Go looks for a workspace first, and a bad GOWORK ends it.
  findWorkspaceFile(env, isFileOn(realFileSystem), cwd);
  const cache = CACHES.find((name) => flags[name]);
  if (cache !== undefined && args.length > 0) {
    throw new GomodError('usage', `clean -${cache} cannot be used with package arguments`);
  }
  const modules = env.get('GO111MODULE');
  if (!['', 'on', 'off', 'auto'].includes(modules)) {
    throw new GomodError('usage', `unknown environment setting GO111MODULE=${modules}`);
  }
  refuseBuildParts(invocation);
  const gomodcache = env.get('GOMODCACHE');
  if (gomodcache === '') throw new GomodError('usage', 'cannot clean -modcache without a module cache');
  if (flags.n || flags.x) stdout(`rm -rf ${gomodcache}\n`);
  if (!flags.n) await removeModuleCache({ cwd, fs: realFileSystem, signal }, gomodcache);
  return 0;
}

function refuseBuildParts({ args, flags }: CleanInvocation): void {
  const parts = (['i', 'r', 'cache', 'testcache', 'fuzzcache'] as const).filter((name) => flags[name]);
  if (parts.length === 0 && args.length === 0 && flags.modcache) return;
  const what = parts[0] === undefined ? 'of packages' : `-${parts[0]}`;
  throw new GomodError(
    'unsupported',
    `clean ${what} is not supported by this release of gomod; use -modcache`,
    {
      hint: 'object files and build caches are made by the Go toolchain: run its own go clean',
    },
  );
}
